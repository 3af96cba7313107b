"""How the forms and the prose of budgets of provinces are judged: sound ones hold, a wrong amount is told."""

from dataclasses import replace

import pytest

from tests.support.desk import paragraphs
from tests.support.desk.budgets.forms_and_prose import BALANCE, FISCAL, GENERAL, TOLD, budget_of
from tests.support.desk.together import Together
from tests.support.paper import budget_sets
from tests.support.paper.budgets import SAMPLE, Sheet, Text, reading

judged_together = Together()


@pytest.mark.parametrize(("basic", "outcome"), [("3.00", {"exact"}), ("4.00", {"violation"})])
@judged_together
def test_natures_of_fiscal_money_and_what_is_not_split_add_up(basic: str, outcome: set[str]):
    """云南: 项目支出预算表 has 单位资金 too."""
    heads: list[Text] = [
        ["科目编码", "科目名称", "合计", "财政拨款", None, None, "单位资金"],
        ["科目编码", "科目名称", "合计", "小计", "基本支出", "项目支出", "小计"],
    ]
    rows = [
        *heads,
        ["2140106", "公路养护", "9.00", "8.00", basic, "5.00", "1.00"],
        ["合计", None, "9.00", "8.00", basic, "5.00", "1.00"],
    ]
    listed: list[Text] = [
        ["项目名称", "合计", "一般公共预算", "单位资金"],
        ["公路养护", "6.00", "5.00", "1.00"],
        ["合计", "6.00", "5.00", "1.00"],
    ]
    found = yield budget_of(("P3", "部门支出预算表", rows), ("PX", "部门项目支出预算表", listed))
    assert (found["P3-01"], found["PC-24"], found["PX-01"]) == (outcome, {"exact"}, {"exact"})


@judged_together
def test_projects_of_the_general_budget_are_those_of_its_form():
    """新疆: 项目支出情况表 says no source of its money, and leaves out what comes from the year before."""
    spent: list[Text] = [GENERAL, ["2140106", "公路养护", "9.00", "", "9.00"], ["合计", None, "9.00", "", "9.00"]]
    general: list[Text] = [GENERAL, ["2140106", "公路养护", "7.00", "", "7.00"], ["合计", None, "7.00", "", "7.00"]]
    listed: list[Text] = [["项目名称", "项目支出合计"], ["公路养护", "7.00"], ["合计", "7.00"]]
    drawn = (("P3", "部门支出总体情况表", spent), ("P5", "一般公共预算支出情况表", general))
    assert (yield budget_of(*drawn, ("PX", "项目支出情况表", listed)))["PC-24"] == {"exact"}
    wrong: list[Text] = [*listed[:2], ["合计", "8.00"]]
    assert (yield budget_of(*drawn, ("PX", "项目支出情况表", wrong)))["PC-24"] == {"violation"}


@pytest.mark.parametrize(("stated", "outcome"), [("7.00", {"exact"}), ("5.50", {"violation"})])
@judged_together
def test_what_comes_from_the_year_before_may_stand_in_one_form_and_lack_in_the_other(stated: str, outcome: set[str]):
    """甘肃: P8 has it, P5 has not; P4 has both."""
    rows = [*FISCAL, ["一、本年收入", "7.00", "一、本年支出", "10.00", "9.00", "1.00"], ["（一）一般公共预算拨款", "7.00", "（一）交通运输支出", "9.00", "9.00", ""],
            ["二、上年结转", "3.00", "（二）城乡社区支出", "1.00", "", "1.00"], ["（一）一般公共预算拨款", "2.00", "", "", "", ""], ["（二）政府性基金预算拨款", "1.00", "", "", "", ""],
            ["收入总计", "10.00", "支出总计", "10.00", "9.00", "1.00"]]  # fmt: skip
    general: list[Text] = [GENERAL, ["214", "交通运输支出", stated, "", stated], ["合计", None, stated, "", stated]]
    fund: list[Text] = [GENERAL, ["212", "城乡社区支出", "1.00", "", "1.00"], ["合计", None, "1.00", "", "1.00"]]
    found = yield budget_of(
        ("P4", "财政拨款收支总体情况表", rows),
        ("P5", "一般公共预算支出情况表", general),
        ("P8", "政府性基金预算支出情况表", fund),
    )
    assert (found["PC-04"], found["PC-05"]) == (outcome, outcome)


@judged_together
def test_the_prose_may_speak_of_the_year_or_of_all_that_is_spent():
    """四川: P5 has a column for each; 河南: 收入合计 holds what comes from the year before."""
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "当年财政拨款安排", "上年结转安排"],
        ["合计", None, "9.00", "7.00", "2.00"],
        ["2140106", "公路养护", "9.00", "7.00", "2.00"],
    ]
    both = [*BALANCE, ["一、一般公共预算拨款收入", "7.00", "一、交通运输支出", "9.00"], ["本年收入合计", "7.00", "本年支出合计", "9.00"], ["上年结转", "2.00", "", ""],
            ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    drawn = (("P1", "部门收支总表", both), ("P5", "一般公共预算支出预算表", rows))

    def said(income: str, item: str) -> tuple[str, ...]:
        return (
            "一、收入预算情况说明", f"2024年收入合计{income}万元，其中：一般公共预算收入7.00万元；上年结转收入2.00万元。",
            "二、一般公共预算当年拨款情况说明", f"1.交通运输支出（类）公路水路运输（款）公路养护（项）2024年预算数为{item}万元。",
        )  # fmt: skip

    sound, other = (
        (yield budget_of(*drawn, said=said("9.00", "7.00"))),
        (yield budget_of(*drawn, said=said("7.00", "9.00"))),
    )
    for found in (sound, other):
        assert (found["P5-01"], found["PN-01"], found["PN-02"]) == ({"exact"}, {"exact"}, {"exact"})
    wrong = yield budget_of(*drawn, said=said("8.00", "8.00"))
    assert "violation" in wrong["PN-01"] and wrong["PN-02"] == {"violation"}


@pytest.mark.parametrize(("public", "outcome"), [(0, {"exact"}), (1, {"exact", "violation"})])
@judged_together
def test_sums_of_the_general_budget_are_those_of_its_forms(public: int, outcome: set[str]):
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
        ["301", "工资福利支出", "5.00", "5.00", ""],
        ["302", "商品和服务支出", "3.00", "", "3.00"],
        ["合计", None, "8.00", "5.00", "3.00"],
    ]
    said = (
        "六、一般公共预算基本支出情况说明",
        f"2024年一般公共预算基本支出8.00万元，其中：人员经费5.00万元，主要包括：基本工资；公用经费{3 + public}.00万元，主要包括：办公费。",
    )
    assert (yield budget_of(("P6", "一般公共预算基本支出表", rows), said=said))["PN-11"] == outcome


@pytest.mark.parametrize(("cars", "outcome"), [(5, {"exact"}), (6, {"violation"})])
@judged_together
def test_kinds_of_vehicles_are_of_those_there_are(cars: int, outcome: set[str]):
    """杭州: the kinds of what is to be bought are said in the same words."""
    rows: list[Text] = [GENERAL, ["214", "交通运输支出", "9.00", "", "9.00"], ["合计", None, "9.00", "", "9.00"]]
    said = (
        "国有资产占有使用情况", f"截至2023年12月31日，本部门共有车辆{cars}辆，其中，执法执勤用车0辆、特种专业技术用车5辆。",
        "2024年部门预算安排购置车辆1辆，其中，执法执勤用车0辆、特种专业技术用车1辆。",
    )  # fmt: skip
    assert (yield budget_of(("P5", "一般公共预算支出表", rows), said=said))["PN-12"] == outcome


@pytest.mark.parametrize(("share", "outcome"), [("62.50", {"exact"}), ("65.20", {"violation"})])
@judged_together
def test_shares_of_a_structure_are_of_the_total_said_before_it(share: str, outcome: set[str]):
    rows: list[Text] = [
        GENERAL,
        ["205", "教育支出", "5.00", "", "5.00"],
        ["214", "交通运输支出", "3.00", "", "3.00"],
        ["合计", None, "8.00", "", "8.00"],
    ]
    said = (
        "五、一般公共预算当年拨款情况说明", "（一）一般公共预算当年拨款规模变化情况。", "2024年一般公共预算当年拨款8.00万元。",
        "（二）一般公共预算当年拨款结构情况。", f"教育（类）支出5.00万元，占{share}%。",
    )  # fmt: skip
    assert (yield budget_of(("P5", "一般公共预算支出表", rows), said=said))["PN-09"] == outcome


def test_a_code_before_预算支出_makes_it_an_item():
    """广西: 培训支出（2050803）预算支出5.37万元 is no total of the general budget."""
    claims = paragraphs.claims(
        "五、一般公共预算支出情况说明",
        "1.培训支出（2050803）预算支出5.37万元，同比增加0.48万元。",
        year=2024,
        of_budget=True,
    )
    assert {(claim.subject, claim.code) for claim in claims} == {("function", "2050803")}


def test_balances_of_one_fund_are_no_balance_of_all_fiscal_money():
    """河南: 一般公共预算收支预算 … 政府性基金收支预算0万元."""
    said = "2024年一般公共预算收支预算5615万元，政府性基金收支预算0万元，国有资本经营收支预算0万元。"
    claims = paragraphs.claims("四、财政拨款收入支出预算总体情况说明", said, year=2024, of_budget=True)
    assert [claim.subject for claim in claims if claim.role == "value"] == [
        "general_budget",
        "government_fund",
        "state_capital",
    ]


@pytest.mark.parametrize(("without", "outcome"), [(("P6",), {"exact"}), (("P6", "PB"), {"exact", "violation"})])
@judged_together
def test_basic_expenditure_by_item_and_project_stands_for_that_by_economic_class(
    without: tuple[str, ...], outcome: set[str]
):
    """云南 prints 部门基本支出预算表 of all funds, its items with economic codes, and no other."""
    own = replace(SAMPLE, year=2026)
    profile = next(one for one in budget_sets.PROFILES if one.place == "烟台")
    drawn = [sheet for sheet in budget_sets.drawn(own, profile) if sheet.key not in without]
    assert (yield reading(own, drawn, profile.label))["PS-01"] == outcome


@pytest.mark.parametrize(("running", "outcome"), [("减少", {"exact"}), ("增加", {"violation"})])
@judged_together
def test_the_change_of_three_public_is_of_its_parts(running: str, outcome: set[str]):
    """河南: a direction that is wrong is told by the change of the sum; 出国 is said to be the same."""
    rows: list[Text] = [GENERAL, ["214", "交通运输支出", "9.00", "", "9.00"], ["合计", None, "9.00", "", "9.00"]]
    said = (
        "十、“三公”经费支出预算情况说明",
        "2024年“三公”经费预算为40万元。2024年“三公”经费支出预算数与2023年相比增加15.5万元。",
        "（一）因公出国（境）费6万元。预算数与2023年持平。",
        f"（二）公务用车购置及运行费32万元，其中，公务用车购置费10万元；公务用车运行维护费22万元。公务用车购置费预算数与2023年相比增加18万元。公务用车运行维护费预算数比2023年{running}1.5万元。",
        "（三）公务接待费2万元。预算数比2023年减少1万元。",
    )  # fmt: skip
    assert (yield budget_of(("P5", "一般公共预算支出表", rows), said=said))["PN-13"] == outcome


@judged_together
def test_items_behind_both_natures_are_of_both():
    """湖北, 广西, 甘肃: 其中：基本支出A，项目支出B。 then the items."""
    rows: list[Text] = [
        GENERAL,
        ["2050803", "培训支出", "2.00", "", "2.00"],
        ["2140101", "行政运行", "7.00", "7.00", ""],
        ["合计", None, "9.00", "7.00", "2.00"],
    ]
    said = (
        "五、一般公共预算支出情况", "2024年一般公共预算支出9.00万元。其中：基本支出7.00万元，项目支出2.00万元。",
        "（一）教育支出（类）进修及培训（款）培训支出（项）3.00万元。", "（二）交通运输支出（类）公路水路运输（款）行政运行（项）7.00万元。",
    )  # fmt: skip
    balance = [*BALANCE, ["收入总计", "9.00", "支出总计", "9.00"]]
    drawn = (("P1", "部门收支总表", balance), ("P5", "一般公共预算支出表", rows))
    assert (yield budget_of(*drawn, said=said))["PN-02"] == {"exact", "violation"}


@judged_together
def test_shares_of_支出总预算_are_of_支出总计():
    """广西; 本年支出 (北京) is another total where money goes to the next year."""
    rows: list[Text] = [GENERAL, ["214", "交通运输支出", "9.00", "", "9.00"], ["合计", None, "9.00", "", "9.00"]]
    said = ("三、部门支出总体情况说明", "2024年支出总预算9.00万元。", "1.交通运输支出9.00万元，占支出总预算的90.0%。")
    assert (yield budget_of(("P3", "部门支出总体情况表", rows), said=said))["PN-09"] == {"violation"}


@pytest.mark.parametrize(("share", "outcome"), [("0.82", {"exact"}), ("0.83", {"exact"}), ("0.92", {"violation"})])
@judged_together
def test_a_share_of_收入预算_may_be_of_it_with_or_without_what_is_carried_over(share: str, outcome: set[str]):
    """安徽: 收入预算, 其中本年收入和上年结转; 江西: 收入预算总额."""
    rows: list[Text] = [GENERAL, ["205", "教育支出", "9.00", "", "9.00"], ["合计", None, "9.00", "", "9.00"]]
    said = (
        "二、关于2024年收入总表的说明", "2024年收入预算16347.38万元，其中，本年收入16212.85万元，上年结转结余134.53万元。",
        f"上年结转结余134.53万元，为一般公共预算结转结余，占收入预算的{share}%。",
    )  # fmt: skip
    assert (yield budget_of(("P5", "一般公共预算支出表", rows), said=said))["PN-09"] == outcome


@judged_together
def test_a_share_of_项目支出_is_of_the_projects_it_follows():
    """内蒙古: the department as a whole has targets, with all its money, then its projects with theirs."""
    rows: list[Text] = [GENERAL, ["205", "教育支出", "9.00", "4.00", "5.00"], ["合计", None, "9.00", "4.00", "5.00"]]
    said = (
        "三、支出预算情况说明", "2024年支出预算合计9.00万元，其中：基本支出4.00万元，占44.44%；项目支出5.00万元，占55.56%。",
        "十三、预算绩效目标设置情况说明",
        "2024年度，本部门整体支出纳入绩效目标管理，涉及四本预算资金9.00万元；本部门共8个项目纳入绩效目标管理，涉及四本预算资金合计5.00万元，占四本预算资金（项目支出）总额的比例为100%。",
    )  # fmt: skip
    assert (yield budget_of(("P5", "一般公共预算支出表", rows), said=said))["PN-09"] == {"exact"}


@pytest.mark.parametrize(("basic", "outcome"), [("4.00", {"exact"}), ("4.50", {"violation"})])
@judged_together
def test_natures_of_the_general_budget_are_judged_wherever_it_is_spoken_of(basic: str, outcome: set[str]):
    """山西 says all in one chapter; 海南 says behind each fund what is carried over of it."""
    rows = [*FISCAL, ["一、本年收入", "8.00", "一、本年支出", "11.00", "9.00", "2.00"], ["（一）一般公共预算资金", "7.00", "（一）教育支出", "9.00", "9.00", ""],
            ["（二）政府性基金预算资金", "1.00", "（二）城乡社区支出", "2.00", "", "2.00"], ["二、上年结转", "3.00", "", "", "", ""],
            ["收入总计", "11.00", "支出总计", "11.00", "9.00", "2.00"]]  # fmt: skip
    general: list[Text] = [GENERAL, ["205", "教育支出", "9.00", "4.00", "5.00"], ["合计", None, "9.00", "4.00", "5.00"]]
    said = (
        "一、2024年度部门预算数据变动情况及原因", f"2024年一般公共预算支出9.00万元。其中：基本支出{basic}万元。",
        "单位：元第三部分某局2024年部门预算情况说明", "一、关于某局2024年财政拨款收支预算情况的总体说明",
        "某局2024年财政拨款收支总预算11.00万元。收入总计11.00万元，包括一般公共预算本年收入7.00万元、上年结转2.00万元，政府性基金预算本年收入1.00万元、上年结转1.00万元。",
    )  # fmt: skip
    drawn = (("P4", "财政拨款收支总表", rows), ("P5", "一般公共预算支出表", general))
    found = (yield budget_of(*drawn, said=said))["PN-11"]
    assert found - {"exact"} == outcome - {"exact"} and "exact" in found


CENTRAL = [
    ["科目编码", "科目名称", "2023年执行数", "2024年预算数", None, None, "2024年预算数比2023年执行数", None],
    ["科目编码", "科目名称", "2023年执行数", "小计", "基本支出", "项目支出", "增减额", "增减（%）"],
]


@pytest.mark.parametrize(
    ("change", "rate", "told"),
    [
        ("-2.00", "-20.00%", ({"exact"}, {"exact"})),
        ("-3.00", "-20.00%", ({"exact", "violation"}, {"exact"})),
        ("-2.00", "-21.00%", ({"exact"}, {"exact", "violation"})),
        ("2.00", "20.00%", ({"exact"}, {"exact"})),  # decreases without a sign, if all are so
    ],
)
@judged_together
def test_changes_in_a_form_are_those_of_its_two_years(change: str, rate: str, told: tuple):
    """The ministries print what was spent of the year before beside the budget, and what it changes by."""
    rows: list[Text] = [
        *CENTRAL,
        ["2140106", "公路养护", "10.00", "8.00", "", "8.00", change, rate],
        ["2140112", "公路运输管理", "5.00", "6.00", "6.00", "", "1.00", "20.00%"],
        ["合计", None, "15.00", "14.00", "6.00", "8.00", "-1.00" if change[0] == "-" else "1.00", "-6.67%" if rate[0] == "-" else "6.67%"],
    ]  # fmt: skip
    found = yield budget_of(("P5", "一般公共预算支出表", rows))
    assert (found["PV-01"], found["PV-02"] - {"rounding"}) == told


ITEMS = ["小计", "因公出国（境）费", "公务接待费", "小计", "公务用车购置费", "公务用车运行费"]
PHASE = ["“三公”经费", None, None, "公务用车购置及运行费", None, None]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (None, set()),
        ((2, 2), {"P7-01", "P7-04", "PV-01"}),  # a part of one unit
        ((1, 7), {"P7-01", "PV-01"}),  # the sum of the department: its row is one of units then
        ((3, 14), {"PV-01"}),
    ],
)
@judged_together
def test_units_years_and_changes_of_the_three_public_expenses_add_up(wrong, told: set[str]):
    """西安: 单位 below 合计, the years and their change beside one another; the department's own row repeats the total."""
    units = [(1, 2, 3), (0, 1, 0)]
    prior = [[a + b + c, a, b, c, 0, c] for a, b, c in units]
    budget = [[n + 1 if k in (0, 2) else n for k, n in enumerate(row)] for row in prior]
    change = [[y - x for x, y in zip(p, b, strict=True)] for p, b in zip(prior, budget, strict=True)]
    lines = [[*p, *b, *c] for p, b, c in zip(prior, budget, change, strict=True)]
    total = [sum(column) for column in zip(*lines, strict=True)]
    numbers = [[float(n) for n in line] for line in (total, total, *lines)]
    if wrong:
        numbers[wrong[0]][wrong[1] - 1] += 5
    years = ["2023年", "2024年", "增减变化情况"]
    rows: list[Text] = [
        ["单位名称", *(one for year in years for one in (year, *[None] * 5))],
        ["单位名称", *PHASE * 3],
        ["单位名称", *ITEMS * 3],
        *([name, *(f"{n:.2f}" for n in line)] for name, line in zip(["合计", "样本局", "样本局", "样本中心"], numbers, strict=True)),
    ]  # fmt: skip
    found = yield budget_of(("P7", "一般公共预算“三公”经费支出表", rows))
    assert {"P7-01", "P7-02", "P7-04", "PV-01"} <= found.keys()
    assert {identity for identity, told in found.items() if "violation" in told} == told


@pytest.mark.parametrize(("change", "outcome"), [("-1.00", {"exact"}), ("-2.00", {"exact", "violation"})])
@judged_together
def test_years_of_the_three_public_expenses_may_be_rows(change: str, outcome: set[str]):
    """深圳: a row of 2023年, one of 2024年 and one of 增减变化金额."""
    rows: list[Text] = [
        ["单位名称/年度", "总计", "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费", None, None],
        ["单位名称/年度", "总计", "因公出国（境）费", "公务接待费", "小计", "公务用车购置费", "公务用车运行维护费"],
        ["样本局2023年", "6.00", "1.00", "2.00", "3.00", "0.00", "3.00"],
        ["2024年", "5.00", "1.00", "1.00", "3.00", "0.00", "3.00"],
        ["增减变化金额", "-1.00", "0.00", change, "0.00", "0.00", "0.00"],
    ]
    found = yield budget_of(("P7", "“三公”经费支出表", rows))
    assert (found["PV-01"], found["P7-01"]) == (outcome, {"exact"})


@pytest.mark.parametrize(
    ("fund", "other", "told"), [("4.00", "1.00", set()), ("5.00", "1.00", {"P12-02"}), ("4.00", "2.00", {"P12-02"})]
)
@judged_together
def test_sources_of_purchases_add_up(fund: str, other: str, told: set[str]):
    """江苏: 财政拨款 with its parts beside other sources, of each row."""
    rows: list[Text] = [
        ["项目", "合计", "财政拨款", None, None, "单位资金"],
        ["项目", "合计", "小计", "一般公共预算", "政府性基金预算", "单位资金"],
        ["合计", "9.00", "8.00", "5.00", "3.00", "1.00"],
        ["货物", "7.00", "6.00", "2.00", fund, other],
        ["服务", "2.00", "2.00", "3.00", "-1.00", ""],
    ]
    found = yield budget_of(("P12", "政府采购预算表", rows))
    assert "P12-02" in found
    assert {identity for identity, said in found.items() if "violation" in said} == told


@pytest.mark.parametrize(("listed", "outcome"), [("8.00", {"exact"}), ("7.00", {"exact", "violation"})])
@judged_together
def test_items_below_the_classes_of_a_balance_are_those_of_the_expenditure(listed: str, outcome: set[str]):
    """深圳: 款 and 项 are named below each 类."""
    spent: list[Text] = [
        GENERAL,
        ["214", "交通运输支出", "8.00", "", "8.00"],
        ["21401", "公路水路运输", "8.00", "", "8.00"],
        ["2140106", "公路养护", "8.00", "", "8.00"],
        ["合计", None, "8.00", "", "8.00"],
    ]
    balance: list[Text] = [
        *BALANCE,
        ["一、一般公共预算拨款", "8.00", "一、交通运输支出", "8.00"],
        ["", "", "公路水路运输", "8.00"],
        ["", "", "公路养护", listed],
        ["收入总计", "8.00", "支出总计", "8.00"],
    ]
    found = yield budget_of(("P1", "部门收支总体情况表", balance), ("P3", "部门支出总体情况表", spent))
    assert found["PC-26"] == outcome


@pytest.mark.parametrize(("share", "outcome"), [("97.00", {"exact"}), ("90.00", {"violation"})])
@judged_together
def test_the_income_of_a_hospital_is_a_share_of_事业收入(share: str, outcome: set[str]):
    rows: list[Text] = [GENERAL, ["210", "卫生健康支出", "9.00", "", "9.00"], ["合计", None, "9.00", "", "9.00"]]
    said = (
        "（一）收入预算情况", "2026年收入总预算200.00万元。其中：事业收入100.00万元，占总收入的50.00%。",
        f"事业收入中，医疗收入97.00万元，占事业收入的{share}%，其中：门急诊收入31.00万元，住院收入66.00万元；科教收入3.00万元。",
    )  # fmt: skip
    assert (yield budget_of(("P5", "一般公共预算支出表", rows), said=said))["PN-09"] == outcome


FUND: list[Text] = [GENERAL, ["212", "城乡社区支出", "1.00", "", "1.00"], ["合计", None, "1.00", "", "1.00"]]
BEIJING: list[Text] = [
    *BALANCE,
    ["一、一般公共预算拨款收入", "6.00", "一、教育支出", "9.00"],
    ["二、政府性基金预算拨款收入", "1.00", "", ""],
    ["三、国有资本经营预算拨款收入", "", "", ""],
    ["四、财政专户管理资金收入", "0.50", "", ""],
    ["五、事业收入", "2.00", "", ""],
    ["本年收入合计", "9.50", "本年支出合计", "9.00"],
    ["上年结转结余", "0.50", "年终结转结余", "1.00"],
    ["收入总计", "10.00", "支出总计", "10.00"],
]


@pytest.mark.parametrize(
    ("fiscal", "basic", "kept", "wrong"),
    [("7.00", "80.00", "1.00", set()), ("7.10", "80.00", "1.00", {"PN-16", "PN-26"}), ("7.00", "81.00", "1.00", {"PN-09"}), ("7.00", "80.00", "1.10", {"PN-01", "PN-26"})],
)  # fmt: skip
@judged_together
def test_what_beijing_says_of_funds_natures_and_what_is_left(fiscal: str, basic: str, kept: str, wrong: set[str]):
    """The total 占本年支出 is of stands in P1 alone; the caption of a picture is no heading: what stands below it is still of expenditure."""
    said = (
        "二、收入预算情况说明", "2024年度收入预算10.00万元，比2023年年初预算数9.00万元增加1.00万元，增长11.11%，主要原因是本年度新增相关项目，收入预算相应有所增加。", f"（一）本年财政拨款收入{fiscal}万元", "1.一般公共预算拨款收入6.00万元。", "2.政府性基金预算拨款收入1.00万元。",
        "3.国有资本经营预算拨款收入0万元。", "（二）本年其他资金收入2.50万元", "4.财政专户管理资金收入0.50万元。", "5.事业收入2.00万元。", "（三）上年结转结余0.50万元",
        "三、支出预算情况说明", "2024年支出预算10.00万元，比2023年年初预算数9.00万元增加1.00万元，增长11.11%，主要原因是本年度新增相关项目，支出预算相应有所增加。", f"（一）基本支出。基本支出预算7.20万元，占本年支出预算{basic}%。", "（二）项目支出。项目支出预算1.80万元，占本年支出预算20.00%。",
        "图2：基本支出和项目支出情况", f"（三）年终结转结余资金{kept}万元。",
    )  # fmt: skip
    found = yield budget_of(("P1", "收支总表", BEIJING), said=said)
    assert {identity for identity, those in found.items() if "violation" in those} == wrong
    assert {"PN-01", "PN-09", "PN-16"} <= found.keys()


COSTS: list[Text] = [
    ["合计", "“三公”经费", None, None, None, None, None, "会议费", "培训费"],
    [None, "小计", "因公出国（境）费", "公务用车购置及运行维护费", None, None, "公务接待费", None, None],
    [None, None, None, "小计", "公务用车购置费", "公务用车运行维护费", None, None, None],
    ["25.00", "8.00", "2.00", "2.00", "0.00", "2.00", "4.00", "13.00", "4.00"],
]


@pytest.mark.parametrize(
    ("abroad", "fund", "personnel", "wrong"),
    [("25.00", "1.00", "5.00", set()), ("8.00", "1.00", "5.00", {"PN-09"}), ("25.00", "1.10", "5.00", {"PN-17"}), ("25.00", "1.00", "5.10", {"PN-18"})],
)  # fmt: skip
@judged_together
def test_what_jiangsu_says_of_costs_funds_and_basic_expenditure(
    abroad: str, fund: str, personnel: str, wrong: set[str]
):
    """占“三公”经费 is of 小计 without meetings and training; 政府性基金支出预算支出 is of the fund."""
    said = (
        "六、财政拨款基本支出预算表情况说明", "本单位2024年度财政拨款基本支出预算8.00万元，其中：", f"（一）人员经费{personnel}万元。主要包括：基本工资、津贴补贴、奖金、机关事业单位基本养老保险缴费。",
        "（二）公用经费3.00万元。主要包括：办公费、印刷费、水费、电费、邮电费、差旅费、会议费、培训费。",
        "九、一般公共预算“三公”经费、会议费、培训费支出预算表情况说明",
        f"本单位2024年度一般公共预算拨款安排的“三公”经费预算支出中，因公出国（境）费支出2.00万元，占“三公”经费的{abroad}%；公务接待费支出4.00万元，占“三公”经费的50.00%。",
        "十、政府性基金预算支出表情况说明", f"本单位2024年政府性基金支出预算支出{fund}万元。主要用于相关项目支出，与上年相比没有变化，具体项目见报表，此处不再一一列出。",
    )  # fmt: skip
    drawn = [("P7", "“三公”经费、会议费、培训费支出预算表", COSTS), ("P8", "政府性基金预算支出表", FUND)]
    found = yield budget_of(*drawn, said=said)
    assert {identity for identity, those in found.items() if "violation" in those} == wrong
    assert {"PN-09", "PN-17", "PN-18"} <= found.keys()


@judged_together
def test_sources_with_money_that_are_not_told_leave_a_total_unjudged():
    said = (
        "二、收入预算情况说明",
        "2024年度收入预算10.00万元，比2023年年初预算数9.00万元增加1.00万元，增长11.11%，主要原因是本年度新增相关项目，收入预算相应有所增加。",
        "（一）本年财政拨款收入7.00万元",
        "1.一般公共预算拨款收入6.00万元。",
        "（三）上年结转结余0.50万元",
    )
    assert "PN-16" not in (yield budget_of(("P1", "收支总表", BEIJING), said=said))


@pytest.mark.parametrize(("goods", "outcome"), [("3.00", {"exact"}), ("3.50", {"exact", "violation"})])
@judged_together
def test_classes_of_basic_expenditure_are_those_of_its_form(goods: str, outcome: set[str]):
    """江西: below the expenditure of all funds; what is said of 项目支出 is no part of it."""
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
        ["合计", None, "8.00", "5.00", "3.00"],
        ["301", "工资福利支出", "4.00", "4.00", ""],
        ["302", "商品和服务支出", "3.00", "", "3.00"],
        ["303", "对个人和家庭的补助", "1.00", "1.00", ""],
    ]
    said = (
        "（二）支出预算情况", "2024年支出预算总额为9.20万元。",
        f"按支出项目类别划分：基本支出8.00万元，占支出预算总额的86.96%，其中：工资福利支出4.00万元、商品和服务支出{goods}万元、对个人和家庭的补助1.00万元；"
        "项目支出1.20万元，其中：商品和服务支出1.20万元。",
    )  # fmt: skip
    drawn = ("P6", "一般公共预算基本支出表", rows)
    assert (yield budget_of(drawn, said=said))["PN-14"] == outcome
    more = tuple(text.replace("基本支出8.00", "基本支出8.10") for text in said)
    assert "PN-14" not in (yield budget_of(drawn, said=more))


@pytest.mark.parametrize(("goods", "outcome"), [("3.00", {"exact"}), ("3.50", {"exact", "violation"})])
@judged_together
def test_economic_classes_of_the_general_budget_are_those_of_its_form(goods: str, outcome: set[str]):
    """西安: 3、支出按经济科目分类的明细情况; where the form has other money than is told of, nothing is held."""
    rows: list[Text] = [
        [
            "部门预算支出经济科目编码",
            "部门预算支出经济科目名称",
            "合计",
            "人员经费支出",
            "公用经费支出",
            "专项业务经费支出",
        ],
        ["合计", None, "8.00", "5.00", "2.00", "1.00"],
        ["301", "工资福利支出", "5.00", "5.00", "", ""],
        ["302", "商品和服务支出", "3.00", "", "2.00", "1.00"],
    ]
    said = (
        "五、一般公共预算拨款支出明细情况", "3、支出按经济科目分类的明细情况", "（1）按照部门预算支出经济分类的类级科目说明。",
        "2024年本部门当年一般公共预算支出8.00万元，其中：",
        f"工资福利支出（301）5.00万元，较上年增加1.00万元，原因是人员增加；商品和服务支出（302）{goods}万元，较上年减少1.00万元，原因是压减经费。",
    )  # fmt: skip
    drawn = ("PE5", "部门综合预算一般公共预算支出明细表（按支出经济分类科目）", rows)
    assert (yield budget_of(drawn, said=said))["PN-14"] == outcome
    more = tuple(text.replace("预算支出8.00", "预算支出8.10") for text in said)
    assert "PN-14" not in (yield budget_of(drawn, said=more))


@pytest.mark.parametrize(
    ("whole", "public", "project", "wrong"),
    [
        ("10.00", "2.00", "2.00", set()), ("9.00", "2.00", "2.00", {"PN-19", "PN-21"}), ("10.00", "2.50", "2.00", {"PN-20"}), ("10.00", "2.00", "2.50", {"PN-22"}),
    ],
)  # fmt: skip
@judged_together
def test_each_unit_is_told_as_the_sum_of_its_natures_and_as_its_rows(
    whole: str, public: str, project: str, wrong: set[str]
):
    """深圳: a sentence for each unit, its natures point by point, its projects by name."""
    spent: list[Text] = [
        ["预算单位", "支出功能分类科目", None, "总计", "基本支出", "项目支出"], ["预算单位", "科目编码", "科目名称", "总计", "基本支出", "项目支出"],
        ["样本市统计局（本级）", "", "", "10.00", "7.00", "3.00"], ["", "2010501", "行政运行", "10.00", "7.00", "3.00"],
    ]  # fmt: skip
    listed: list[Text] = [
        ["支出项目类别", "总计", "一般公共预算拨款"],
        ["样本市统计局（本级）", "3.00", "3.00"],
        ["统计管理", "2.00", "2.00"],
        ["专项普查", "1.00", "1.00"],
    ]
    said = (
        "第三部分 部门预算支出具体情况", "一、样本市统计局（本级）",
        f"样本市统计局（本级）预算{whole}万元，包括在职人员经费4.00万元、公用经费2.00万元、对个人和家庭的补助支出0.50万元、增人增资0.50万元、项目支出3.00万元。",
        "（一）在职人员经费4.00万元，主要是在职人员工资福利。", f"（二）公用经费{public}万元，主要包括水电费。", "（五）项目支出3.00万元，具体包括：",
        f"1.统计管理项目{project}万元，主要包括：统计日常管理业务。", "2.专项普查1.00万元，主要包括：农业普查。",
    )  # fmt: skip
    found = yield budget_of(("P3", "支出总表", spent), ("PX", "项目支出总表", listed), said=said)
    assert {identity for identity, those in found.items() if "violation" in those} == wrong
    assert {"PN-19", "PN-20", "PN-21", "PN-22", "PX-03"} <= found.keys()


@pytest.mark.parametrize(("basic", "outcome"), [("5.00", {"exact"}), ("6.00", {"exact", "violation"})])
@judged_together
def test_the_row_of_a_unit_is_split_as_the_total_is(basic: str, outcome: set[str]):
    """深圳, 西安: rows of units stand within the total; 其中 of a column is none of its parts."""
    rows: list[Text] = [
        ["单位编码", "单位名称", "合计", "基本支出", "项目支出", "其中：专项资金"],
        ["", "合计", "10.00", "7.00", "3.00", "1.00"],
        ["125", "样本市统计局", "8.00", basic, "3.00", "1.00"],
        ["125002", "样本市统计普查中心", "2.00", "2.00", "", ""],
    ]  # fmt: skip
    assert (yield budget_of(("P3", "部门支出总表", rows)))["P3-01"] == outcome


@pytest.mark.parametrize(("fees", "outcome"), [("3.00", {"exact"}), ("2.00", {"violation"})])
@judged_together
def test_sources_listed_below_the_funds_are_sources(fees: str, outcome: set[str]):
    """甘肃: P2 is a list of sources, one line each; what is 其中 of the first is none."""
    rows: list[Text] = [
        ["项目", "预算数"], ["一、一般公共预算财政拨款收入", "6.00"], ["（一）经费拨款", "6.00"], ["二、事业收入", fees], ["三、其他收入", "1.00"],
        ["本年收入合计", "10.00"], ["收入总计", "10.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P2", "部门收入总体情况表", rows)))["P2-04"] == outcome


@pytest.mark.parametrize(("fund", "outcome"), [("2.00", {"exact"}), ("3.00", {"violation"})])
@judged_together
def test_an_income_of_the_general_budget_named_fiscal_is_no_sum_of_the_funds(fund: str, outcome: set[str]):
    """福建: 一般公共预算财政拨款 beside 政府性基金预算拨款; the fund was taken for a part of it."""
    heads: Text = ["单位名称", "总计", "一般公共预算财政拨款", "政府性基金预算拨款"]
    rows: list[Text] = [heads, ["合计", "9.00", "7.00", fund], ["样本县水利局", "9.00", "7.00", fund]]
    assert (yield budget_of(("P2", "收入预算总表", rows)))["P2-01"] == outcome


@pytest.mark.parametrize(("total", "outcome"), [("4.00", {"exact"}), ("5.00", {"exact", "violation"})])
@judged_together
def test_the_row_of_a_unit_is_the_sum_of_its_sources(total: str, outcome: set[str]):
    """江苏: rows of units, the first the department with all of them."""
    rows: list[Text] = [
        ["单位名称", "合计", "一般公共预算", "事业收入", "上年结转结余"],
        ["合计", "9.00", "6.00", "2.00", "1.00"], ["样本市水利局", "9.00", "6.00", "2.00", "1.00"],
        ["样本市水利局（本级）", "5.00", "4.00", "1.00", ""], ["样本市水利学校", total, "2.00", "1.00", "1.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P2", "收入总表", rows)))["P2-01"] == outcome


@pytest.mark.parametrize(("fund", "outcome"), [("1.00", {"exact"}), ("2.00", {"violation"})])
@judged_together
def test_what_is_carried_in_is_the_sum_of_its_funds(fund: str, outcome: set[str]):
    rows: list[Text] = [
        ["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"],
        ["一、本年收入", "8.00", "一、本年支出", "10.00"], ["（一）一般公共预算拨款", "8.00", "（一）农林水支出", "10.00"],
        ["二、上年结转", "2.00", "", ""], ["（一）一般公共预算拨款", "1.00", "", ""], ["（二）政府性基金预算拨款", fund, "二、结转下年", ""],
        ["收入总计", "10.00", "支出总计", "10.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P4", "财政拨款收支总表", rows)))["P4-06"] == outcome


@pytest.mark.parametrize(("total", "outcome"), [("5.00", {"exact"}), ("6.00", {"exact", "violation"})])
@judged_together
def test_a_sum_below_the_kind_of_project_is_that_of_the_form(total: str, outcome: set[str]):
    """预算管理一体化: 类型 stands before 项目名称, and 合计 below it."""
    rows: list[Text] = [
        ["类型", "项目名称", "项目单位", "合计", "一般公共预算", "政府性基金预算"],
        ["22-其他运转类", "河道养护", "样本市水利局", "2.00", "2.00", ""], ["31-部门项目", "防汛物资", "样本市水利局", "3.00", "2.00", "1.00"],
        ["合计", "", "", total, "4.00", "1.00"],
    ]  # fmt: skip
    assert (yield budget_of(("PX", "项目支出表", rows)))["PX-03"] == outcome


@judged_together
def test_columns_of_zeros_show_no_department_in_the_first_row():
    """广州: the department itself and its units, and sources of which nobody has anything."""
    rows: list[Text] = [
        ["单位名称", "合计", "一般公共预算", "政府性基金", "事业收入", "其他收入"],
        ["合计", "9.00", "6.00", "3.00", "0.00", "0.00"], ["样本市水利局", "7.00", "4.00", "3.00", "0.00", "0.00"],
        ["样本市水利学校", "2.00", "2.00", "0.00", "0.00", "0.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P2", "收入总表", rows)))["P2-03"] == {"exact"}


@pytest.mark.parametrize(("total", "outcome"), [("10.00", {"exact"}), ("10.60", {"exact", "violation"})])
@judged_together
def test_two_units_of_as_much_money_are_no_department_and_its_unit(total: str, outcome: set[str]):
    rows: list[Text] = [
        ["单位名称", "合计", "一般公共预算", "政府性基金"],
        ["合计", total, "8.00", "2.00"], ["样本市水利一中心", "5.00", "4.00", "1.00"], ["样本市水利二中心", "5.00", "4.00", "1.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P2", "收入总表", rows)))["P2-03"] == outcome


@judged_together
def test_a_misprinted_total_hides_no_department_in_the_first_row():
    """Of four columns one alone does not add up; the first row, which the others show to be all units, is not added to them."""
    rows: list[Text] = [
        ["单位名称", "合计", "一般公共预算", "事业收入", "上年结转结余"],
        ["合计", "9.60", "6.00", "2.00", "1.00"], ["样本市水利局", "9.00", "6.00", "2.00", "1.00"],
        ["样本市水利局（本级）", "5.00", "4.00", "1.00", ""], ["样本市水利学校", "4.00", "2.00", "1.00", "1.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P2", "收入总表", rows)))["P2-03"] == {"exact", "violation"}


@pytest.mark.parametrize(("goods", "outcome"), [("36.10", {"exact"}), ("36.40", {"violation"})])
@judged_together
def test_a_bare_zero_is_as_exact_as_the_amounts_beside_it(goods: str, outcome: set[str]):
    said = (
        "五、政府采购预算情况说明",
        f"政府采购预算148.50万元，其中：政府采购货物预算{goods}万元、政府采购工程预算0万元、政府采购服务预算112.40万元。",
    )
    assert (yield budget_of(said=said))["PN-06"] == outcome


@pytest.mark.parametrize(("running", "outcome"), [("3.00", {"exact"}), ("5.00", {"exact", "violation"})])
@judged_together
def test_vehicles_said_are_purchase_and_running(running: str, outcome: set[str]):
    said = (
        "三、“三公”经费预算情况说明",
        f"“三公”经费预算6.00万元，其中：因公出国（境）费1.00万元；公务用车购置及运行维护费4.00万元（其中：公务用车购置费1.00万元，公务用车运行维护费{running}万元）；公务接待费1.00万元。",
    )
    assert (yield budget_of(said=said))["PN-25"] == outcome


@pytest.mark.parametrize(("other", "outcome"), [("2.00", {"exact"}), ("3.00", {"exact", "violation"})])
@judged_together
def test_other_transport_is_a_part_of_the_vehicles_said(other: str, outcome: set[str]):
    said = (
        "三、“三公”经费预算情况说明",
        "“三公”经费预算8.00万元，其中：因公出国（境）费1.00万元；公务用车购置及运行维护费6.00万元（其中：公务用车购置费1.00万元，公务用车运行维护费3.00万元，"
        f"其他交通费用{other}万元）；公务接待费1.00万元。",
    )
    assert (yield budget_of(said=said))["PN-25"] == outcome


@pytest.mark.parametrize(("own", "outcome"), [("1.00", {"exact"}), ("2.00", {"exact", "violation"})])
@judged_together
def test_natures_of_the_general_budget_stand_beside_other_money(own: str, outcome: set[str]):
    """云南: 基本支出 and 项目支出 are of 一般公共预算 alone; 单位资金 has kinds of its own, and the list of projects sources."""
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "一般公共预算", None, None, "政府性基金预算", "单位资金", None],
        ["科目编码", "科目名称", "合计", "小计", "基本支出", "项目支出", "政府性基金预算", "小计", "其他支出"],
        ["2070109", "群众文化", "9.00", "6.00", "4.00", "2.00", "2.00", own, own],
        ["合计", None, "9.00", "6.00", "4.00", "2.00", "2.00", own, own],
    ]
    listed: list[Text] = [
        ["项目名称", "项目单位", "合计", "一般公共预算", "政府性基金预算", "单位资金"],
        ["免费开放", "样本县文化馆", "2.00", "2.00", "", ""], ["健身路径", "样本县文化馆", "2.00", "", "2.00", ""], ["图书购置", "样本县文化馆", "1.00", "", "", "1.00"],
        ["合计", None, "5.00", "2.00", "2.00", "1.00"],
    ]  # fmt: skip
    found = yield budget_of(("P3", "部门支出预算表", rows), ("PX", "部门项目支出预算表", listed))
    assert (found["P3-01"], found["PC-24"], found["PX-01"]) == (outcome, {"exact"}, {"exact"})


@pytest.mark.parametrize(("way", "told"), [("减少", ({"exact"}, {"exact"})), ("增加", (set(), {"violation"}))])
@judged_together
def test_a_change_the_wrong_way_round_is_a_wrong_word_and_no_wrong_number(way: str, told: tuple):
    """湖北 prints both years: it was told that the year before should be another."""
    said = ("一、收支预算总体安排情况", f"2024年部门收支总预算8.00万元，比2023年10.00万元{way}2.00万元。")
    found = yield budget_of(said=said)
    assert (found.get("PN-07", set()), found["PN-23"]) == told


@pytest.mark.parametrize(
    ("carried", "income", "outcome"),
    [("", "7.00", {"exact"}), ("", "6.00", {"exact", "violation"}), ("1.00", "8.00", {"exact"})],
)
@judged_together
def test_funds_told_as_income_are_those_of_the_balance(carried: str, income: str, outcome: set[str]):
    """杭州, 湖州; 重庆 counts what is carried in among them."""
    rows = [*FISCAL, ["一、本年收入", "9.00", "一、本年支出", "9.00", "7.00", "2.00"], ["（一）一般公共预算拨款", "7.00", "（一）农林水支出", "9.00", "7.00", "2.00"],
            ["（二）政府性基金预算拨款", "2.00", "", "", "", ""], ["二、上年结转", carried, "", "", "", ""], ["收入总计", "9.00", "支出总计", "9.00", "7.00", "2.00"]]  # fmt: skip
    said = (
        "四、关于2024年财政拨款收支总体情况说明",
        f"样本局2024年财政拨款收支总预算9.00万元。收入包括：一般公共预算收入{income}万元、政府性基金预算收入2.00万元。",
    )
    assert (yield budget_of(("P4", "财政拨款收支总表", rows), said=said))["PN-11"] == outcome


@pytest.mark.parametrize(("general", "outcome"), [("9.00", {"exact"}), ("8.00", {"violation"})])
@judged_together
def test_the_general_budget_above_its_items_is_that_of_its_form(general: str, outcome: set[str]):
    """西安."""
    rows: list[Text] = [
        GENERAL,
        ["214", "交通运输支出", "9.00", "4.00", "5.00"],
        ["合计", None, "9.00", "4.00", "5.00"],
    ]
    said = (
        "（三）一般公共预算拨款支出情况",
        "2.支出按功能科目分类的明细情况",
        f"2024年本部门当年一般公共预算支出{general}万元，其中：",
    )
    assert (yield budget_of(("P5", "一般公共预算支出情况表", rows), said=said))["PN-11"] == outcome


@pytest.mark.parametrize(("income", "outcome"), [("7.00", {"exact"}), ("6.00", {"exact", "violation"})])
@judged_together
def test_current_income_told_as_a_part_is_not_the_total(income: str, outcome: set[str]):
    """Ministries: 收入…其中：本年收入，上年结转; the first was held against 收入总计."""
    rows = [*FISCAL, ["一、本年收入", "7.00", "一、本年支出", "9.00", "9.00", ""], ["（一）一般公共预算拨款", "7.00", "（一）农林水支出", "9.00", "9.00", ""],
            ["二、上年结转", "2.00", "", "", "", ""], ["收入总计", "9.00", "支出总计", "9.00", "9.00", ""]]  # fmt: skip
    said = (
        "四、关于2024年财政拨款收支总体情况说明",
        f"样本局2024年财政拨款收支总预算9.00万元。收入全部为一般公共预算拨款，其中：本年收入{income}万元，上年结转2.00万元。",
    )
    assert (yield budget_of(("P4", "财政拨款收支总表", rows), said=said))["PN-11"] == outcome


@judged_together
def test_parts_of_an_item_without_its_code_are_not_those_of_all():
    """行政运行（项）支出 X，其中：公用经费 Y: which 行政运行 it is, no code says; Y was held against all of 公用经费."""
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "基本支出", None, None, "项目支出"],
        [None, None, None, "小计", "人员经费", "公用经费", None],
        ["214", "交通运输支出", "9.00", "4.00", "1.00", "3.00", "5.00"],
        ["合计", None, "9.00", "4.00", "1.00", "3.00", "5.00"],
    ]
    said = (
        "五、一般公共预算支出预算情况说明",
        "1.行政运行（项）支出2.00万元，其中：人员经费0.80万元，公用经费0.20万元，用于机关日常运转的各项支出。",
    )
    assert "violation" not in (yield budget_of(("P5", "一般公共预算支出情况表", rows), said=said)).get("PN-11", set())


@judged_together
def test_projects_of_a_unit_are_those_of_its_row():
    spent: list[Text] = [
        ["预算单位", "支出功能分类科目", None, "总计", "基本支出", "项目支出"], ["预算单位", "科目编码", "科目名称", "总计", "基本支出", "项目支出"],
        ["样本市统计局（本级）", "", "", "10.00", "8.00", "2.00"], ["", "2010501", "行政运行", "10.00", "8.00", "2.00"],
    ]  # fmt: skip
    said = (
        "第三部分 部门预算支出具体情况",
        "样本市统计局（本级）预算10.00万元，包括在职人员经费5.00万元、公用经费2.00万元、项目支出3.00万元。",
    )
    assert (yield budget_of(("P3", "支出总表", spent), said=said))["PN-21"] == {"exact", "violation"}


@pytest.mark.parametrize(("way", "outcome"), [("减少", {"exact"}), ("增加", {"violation"})])
@judged_together
def test_both_sides_of_a_budget_change_one_way(way: str, outcome: set[str]):
    """重庆: 收入比2023年减少X … 支出比2023年增加X, of the same total."""
    said = (
        "二、部门收支总体情况",
        "（一）收入预算：2024年年初预算数8.00万元。收入比2023年减少2.00万元，主要是项目减少。",
        f"（二）支出预算：2024年年初预算数8.00万元。支出比2023年{way}2.00万元，主要是项目减少。",
    )
    assert (yield budget_of(said=said))["PN-24"] == outcome


@pytest.mark.parametrize(("fund", "told"), [("2.00", {"exact"}), ("1.00", {"violation"})])
@judged_together
def test_其中_below_fiscal_money_names_its_first_fund(fund: str, told: set[str]):
    """长沙: the other fund alone was held against the whole."""
    rows = [*BALANCE, ["一、本级财政拨款收入", "9.00", "一、基本支出", "4.00"], ["其中：一般公共预算拨款", "7.00", "二、项目支出", "5.00"],
            ["政府性基金预算拨款", fund, "", ""], ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    assert (yield budget_of(("P1", "部门收支总体情况表", rows)))["P1-06"] == told


@judged_together
def test_a_column_of_which_parts_alone_are_known_leaves_the_row_unsummed():
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出", None], ["科目编码", "科目名称", "合计", "基本支出", "当年安排", "往年安排"],
        ["2140106", "公路养护", "9.00", "4.00", "5.00", ""], ["合计", None, "9.00", "4.00", "5.00", ""],
    ]  # fmt: skip
    assert "P5-01" not in (yield budget_of(("P5", "一般公共预算支出表", rows)))


@pytest.mark.parametrize(("told", "outcome"), [("8.00", set()), ("7.00", {"violation"}), ("6.00", {"exact"})])
@judged_together
def test_a_source_may_be_told_with_what_comes_from_the_year_before(told: str, outcome: set[str]):
    """深圳: 收入9万元，其中：财政拨款收入8万元、事业收入1万元, 2 of it carried over."""
    rows = [*BALANCE, ["一、财政预算拨款", "6.00", "一、卫生健康支出", "9.00"], ["二、事业收入", "1.00", "", ""], ["本年收入合计", "7.00", "本年支出合计", "9.00"],
            ["上年结余、结转", "2.00", "", ""], ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    said = ("第二部分 部门预算收支总体情况", f"其中：财政拨款收入{told}万元。")
    found = yield budget_of(("P1", "收支总表", rows), said=said)
    assert found.get("PN-01", set()) == outcome


@pytest.mark.parametrize(("change", "outcome"), [("1.00", {"exact"}), ("2.00", {"violation"})])
@judged_together
def test_changes_said_of_items_lead_back_to_the_year_before_in_P5(change: str, outcome: set[str]):
    """Ministries print 执行数 of the year before beside the budget."""
    rows: list[Text] = [
        ["科目编码", "科目名称", "2023年执行数", "2024年预算数", None, None, "2024年预算数比2023年执行数", None],
        ["科目编码", "科目名称", "2023年执行数", "小计", "基本支出", "项目支出", "增减额", "增减%"],
        ["2200150", "事业运行", "8.00", "9.00", "9.00", "", "1.00", "12.50%"], ["合计", None, "8.00", "9.00", "9.00", "", "1.00", "12.50%"],
    ]  # fmt: skip
    said = (
        "（三）一般公共预算当年拨款具体使用情况",
        f"1.自然资源海洋气象等支出（类）自然资源事务（款）事业运行（项）2024年预算数为9.00万元，比2023年执行数增加{change}万元，主要是任务变化。",
    )
    assert (yield budget_of(("P5", "一般公共预算支出表", rows), said=said))["PN-10"] == outcome


@pytest.mark.parametrize(("prior", "outcome"), [("2.10", {"exact"}), ("3.10", {"violation"})])
@judged_together
def test_what_is_the_same_as_the_year_before_is_the_same(prior: str, outcome: set[str]):
    """北京."""
    said = (
        "四、“三公”经费财政拨款预算情况说明",
        f"公务接待费2024年预算数2.10万元，与2023年年初预算数{prior}万元持平。",
    )
    assert (yield budget_of(said=said))["PN-23"] == outcome


@pytest.mark.parametrize(("fund", "outcome"), [("1.00", {"exact"}), ("2.00", {"exact", "violation"})])
@judged_together
def test_funds_told_as_income_and_expenditure_are_those_of_their_forms(fund: str, outcome: set[str]):
    """重庆."""
    general: list[Text] = [
        GENERAL,
        ["214", "交通运输支出", "9.00", "4.00", "5.00"],
        ["合计", None, "9.00", "4.00", "5.00"],
    ]
    rows: list[Text] = [GENERAL, ["212", "城乡社区支出", "1.00", "", "1.00"], ["合计", None, "1.00", "", "1.00"]]
    said = (
        "三、财政拨款情况说明",
        "2024年一般公共预算财政拨款收入9.00万元，一般公共预算财政拨款支出9.00万元。其中：基本支出4.00万元；项目支出5.00万元。",
        f"2024年政府性基金预算财政拨款收入1.00万元，政府性基金预算支出{fund}万元，主要用于道路。",
    )
    found = yield budget_of(
        ("P5", "一般公共预算支出情况表", general), ("P8", "政府性基金预算支出情况表", rows), said=said
    )
    assert found["PN-11"] == outcome


@pytest.mark.parametrize(("public", "outcome"), [("3.00", {"exact"}), ("2.00", {"exact", "violation"})])
@judged_together
def test_personnel_and_public_behind_basic_are_those_of_its_form(public: str, outcome: set[str]):
    """长沙."""
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "基本支出", None, None, "项目支出"], ["科目编码", "科目名称", "合计", "小计", "人员类", "公用经费", "项目支出"],
        ["214", "交通运输支出", "9.00", "4.00", "1.00", "3.00", "5.00"], ["合计", None, "9.00", "4.00", "1.00", "3.00", "5.00"],
    ]  # fmt: skip
    said = (
        "四、一般公共预算拨款支出",
        "2024年本部门一般公共预算拨款支出9.00万元。",
        f"（一）基本支出：2024年本部门基本支出预算4.00万元，主要是各项支出，包括用于基本工资等人员经费1.00万元以及办公费等公用经费{public}万元。",
    )
    assert (yield budget_of(("P5", "一般公共预算支出情况表", rows), said=said))["PN-11"] == outcome


@pytest.mark.parametrize(("told", "outcome"), [("9.00", {"exact"}), ("8.00", {"violation"})])
@judged_together
def test_classes_told_are_those_of_the_expenditure_where_the_balance_has_natures(told: str, outcome: set[str]):
    """长沙: 部门收支总体情况表 has 基本支出 and 项目支出, no classes."""
    balance = [
        *BALANCE,
        ["一、本级财政拨款收入", "9.00", "一、基本支出", "4.00"],
        ["", "", "二、项目支出", "5.00"],
        ["收入总计", "9.00", "支出总计", "9.00"],
    ]
    rows: list[Text] = [
        GENERAL,
        ["214", "交通运输支出", "9.00", "4.00", "5.00"],
        ["合计", None, "9.00", "4.00", "5.00"],
    ]
    said = ("三、部门收支总体情况", f"（二）支出预算：2024年本部门支出预算9.00万元，其中：交通运输支出{told}万元。")
    drawn = (("P1", "部门收支总体情况表", balance), ("P3", "部门支出总体情况表", rows))
    assert (yield budget_of(*drawn, said=said))["PN-02"] == outcome


@pytest.mark.parametrize(("abroad", "outcome"), [("0.00", {"exact"}), ("0.40", {"exact", "violation"})])
@judged_together
def test_three_public_said_is_the_sum_of_what_is_said_of_its_parts(abroad: str, outcome: set[str]):
    """长沙, 湖州: the form leaves 因公出国（境）费 blank, which is no 0."""
    said = (
        "（二）“三公”经费预算",
        "2024年本部门“三公”经费预算数为62.00万元，其中，公务接待费0.00万元，公务用车购置及运行费62.00万元（其中，公务用车购置费0.00万元，"
        f"公务用车运行费62.00万元），因公出国（境）费{abroad}万元。",
    )
    assert (yield budget_of(said=said))["PN-25"] == outcome


@pytest.mark.parametrize(("many", "told"), [("5", {"exact"}), ("4", {"exact", "violation"})])
@judged_together
def test_quantities_of_purchases_add_up_and_are_no_money(many: str, told: set[str]):
    """西安: 数量 stands beside 预算金额."""
    rows: list[Text] = [
        ["采购项目", "采购目录", "数量", "预算金额"], ["合计", "", many, "9.00"], ["样本中心", "", "5", "9.00"], ["办公桌椅", "家具", "3", "4.00"],
        ["文件柜", "家具", "2", "5.00"],
    ]  # fmt: skip
    sheet = Sheet(key="P12", title="政府采购（资产配置、购买服务）预算表", unit="万元", rows=rows)
    [form] = reading(replace(SAMPLE, year=2024), [sheet]).forms
    assert {a.counted_in for a in form.amounts if a.column == "count"} == {""}
    assert (yield budget_of(("P12", sheet.title, rows)))["P12-03"] == told


@pytest.mark.parametrize(("second", "told"), [("5.00", {"exact"}), ("6.00", {"exact", "violation"})])
@judged_together
def test_units_below_the_total_of_a_form_by_code_add_up(second: str, told: set[str]):
    """深圳: each unit, then its codes."""
    rows: list[Text] = [
        ["预算单位", *GENERAL], ["样本局", "", "", "9.00", "", "9.00"], ["样本局（本级）", "", "", "4.00", "", "4.00"],
        ["", "214", "交通运输支出", "4.00", "", "4.00"], ["样本中心", "", "", second, "", "5.00"], ["", "214", "交通运输支出", "5.00", "", "5.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P5", "一般公共预算支出表（按功能分类）", rows)))["P5-02"] == told


@pytest.mark.parametrize(
    ("other", "kept", "told"),
    [("1.00", "0.50", {"exact"}), ("2.00", "0.50", {"exact", "violation"}), ("1.00", "0.70", {"exact", "violation"})],
)
@judged_together
def test_other_funds_and_what_comes_from_the_year_before_are_their_parts(other: str, kept: str, told: set[str]):
    """深圳: the parts are numbered below 单位资金 and 上年结余、结转."""
    rows = [
        *BALANCE, ["一、财政拨款", "6.00", "一、交通运输支出", "9.00"], ["1.一般公共预算拨款", "6.00", "", ""], ["2.政府性基金预算拨款", "0.00", "", ""],
        ["二、单位资金", "2.00", "", ""], ["1.事业收入", "1.00", "", ""], ["2.其他收入", other, "", ""], ["本年收入合计", "8.00", "本年支出合计", "9.00"],
        ["上年结余、结转", "1.00", "", ""], ["1.财政拨款结余、结转", kept, "", ""], ["2.非财政拨款结余、结转", "0.50", "", ""], ["收入总计", "9.00", "支出总计", "9.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P1", "收支总表", rows)))["P1-06"] == told


@pytest.mark.parametrize(("kept", "told"), [("0.70", {"exact"}), ("0.80", {"exact", "violation"})])
@judged_together
def test_what_comes_from_the_year_before_is_of_the_three_funds(kept: str, told: set[str]):
    """北京: they are named below 上年结转."""
    rows = [
        *FISCAL, ["一、一般公共预算资金", "6.00", "一、交通运输支出", "7.00", "7.00", ""], ["本年收入合计", "6.00", "本年支出合计", "7.00", "7.00", ""],
        ["上年结转结余", "1.00", "", "", "", ""], ["一、一般公共预算拨款", kept, "", "", "", ""], ["二、政府性基金预算拨款", "0.30", "", "", "", ""],
        ["收入总计", "7.00", "支出总计", "7.00", "7.00", ""],
    ]  # fmt: skip
    assert (yield budget_of(("P4", "财政拨款收支总表", rows)))["P4-06"] == told


@pytest.mark.parametrize(("listed", "told"), [("9.00", {"exact"}), ("5.00", {"exact", "violation"})])
@judged_together
def test_items_of_a_balance_are_those_of_all_units_together(listed: str, told: set[str]):
    """深圳: the form by function goes unit by unit."""
    rows: list[Text] = [["预算单位", *GENERAL], ["样本局", "", "", "9.00", "", "9.00"]]
    for unit, spent in (("样本局（本级）", "4.00"), ("样本中心", "5.00")):
        rows += [
            [unit, "", "", spent, "", spent], ["", "214", "交通运输支出", spent, "", spent], ["", "21401", "公路水路运输", spent, "", spent],
            ["", "2140106", "公路养护", spent, "", spent],
        ]  # fmt: skip
    balance: list[Text] = [
        *BALANCE,
        ["一、一般公共预算拨款", "9.00", "一、交通运输支出", "9.00"],
        ["", "", "公路水路运输", "9.00"],
        ["", "", "公路养护", listed],
        ["收入总计", "9.00", "支出总计", "9.00"],
    ]
    found = yield budget_of(("P1", "收支总表", balance), ("P3", "部门支出总表", rows))
    assert found["PC-26"] == told


@pytest.mark.parametrize(
    ("business", "fund", "basic", "outcome"),
    [("3.00", "0.00", "4.00", {"exact"}), ("3.40", "0.00", "4.00", {"exact", "violation"}), ("3.00", "1.00", "4.00", {"exact", "violation"}),
     ("3.00", "0.00", "4.10", {"exact", "violation"})],
)  # fmt: skip
@judged_together
def test_totals_said_are_the_sum_of_what_is_told_below_them(business: str, fund: str, basic: str, outcome: set[str]):
    """上海: what the form leaves blank is told as 0."""
    rows: list[Text] = [GENERAL, ["205", "教育支出", "9.00", "4.00", "5.00"], ["合计", None, "9.00", "4.00", "5.00"]]
    said = (
        "部门预算编制说明", f"2024年，样本局收入预算9.00万元，其中：财政拨款收入6.00万元；事业收入{business}万元；事业单位经营收入0.00万元；其他收入0.00万元。",
        "支出预算9.00万元，其中：财政拨款支出预算6.00万元。",
        f"财政拨款支出预算中，一般公共预算拨款支出预算6.00万元；政府性基金拨款支出预算{fund}万元；国有资本经营预算拨款支出预算0.00万元。",
        "支出总计9.00万元。", f"1.基本支出{basic}万元。", "2.项目支出5.00万元。", "3.上缴上级支出0.00万元。",
    )  # fmt: skip
    found = yield budget_of(("P1", "部门收支总表", TOLD), ("P3", "部门支出总表", rows), said=said)
    assert found["PN-26"] == outcome


@pytest.mark.parametrize("left_out", ["", "事业收入3.00万元；"])
@judged_together
def test_a_total_of_which_a_source_with_money_is_not_told_is_not_summed(left_out: str):
    said = (
        "部门预算编制说明",
        f"2024年，样本局收入预算9.00万元，其中：财政拨款收入6.00万元；{left_out}事业单位经营收入0.00万元；其他收入0.00万元。",
    )
    found = yield budget_of(("P1", "部门收支总表", TOLD), said=said)
    assert found.get("PN-26", set()) == ({"exact"} if left_out else set())


@pytest.mark.parametrize(
    ("fund", "spent", "outcome"),
    [("与2023年预算持平", "减少", {"exact"}), ("比2023年预算增加2.00万元", "减少", {"exact", "violation"}), ("与2023年预算持平", "增加", {"exact", "violation"}),
     ("", "减少", {"exact"})],
)  # fmt: skip
@judged_together
def test_the_change_of_a_total_is_that_of_its_parts(fund: str, spent: str, outcome: set[str]):
    """上海: of the three funds; 烟台: of both sides, and of the natures of expenditure."""
    said = (
        "部门预算编制说明", "支出预算9.00万元，其中：财政拨款支出预算6.00万元，比2023年预算增加2.00万元。",
        f"财政拨款支出预算中，一般公共预算拨款支出预算6.00万元，比2023年预算增加2.00万元；政府性基金拨款支出预算0.00万元，{fund}；国有资本经营预算拨款支出预算0.00万元，与2023年预算持平。",
        "（三）增减变化情况：2024年收支预算9.00万元，比上年减少1.00万元，其中：", "1.收入预算减少1.00万元，其中一般公共预算收入减少1.00万元。",
        f"2.支出预算{spent}1.00万元，其中基本支出增加1.00万元，项目支出减少2.00万元。",
    )  # fmt: skip
    assert (yield budget_of(said=said))["PN-27"] == outcome


@pytest.mark.parametrize(("change", "outcome"), [("5.00", {"exact"}), ("4.00", {"violation"})])
@judged_together
def test_the_year_before_may_be_told_behind_the_change(change: str, outcome: set[str]):
    """无锡, 苏州: in brackets, where no rate can be told."""
    said = (
        "一、收支预算总体情况说明",
        f"（3）国有资本经营预算拨款收入5.00万元，与上年相比增加{change}万元（去年预算数为0万元，无法计算增减比率）。",
    )
    assert (yield budget_of(said=said))["PN-07"] == outcome


@pytest.mark.parametrize(("kind", "outcome"), [("0", {"exact"}), ("1", {"exact", "violation"})])
@judged_together
def test_vehicles_to_be_bought_are_the_sum_of_their_kinds(kind: str, outcome: set[str]):
    """福州, 上海."""
    said = (
        "（五）国有资产占有使用情况", "截至2023年12月31日，样本局共有车辆7辆，其中：机要通信用车0辆、执法执勤用车0辆、其他用车7辆。",
        f"2024年单位预算安排购置车辆2辆，其中：机要通信用车{kind}辆、执法执勤用车0辆、其他用车2辆。",
    )  # fmt: skip
    assert (yield budget_of(said=said))["PN-12"] == outcome


@judged_together
def test_some_kinds_of_vehicles_to_be_bought_are_no_sum():
    said = ("（五）国有资产占有使用情况", "2024年单位预算安排购置车辆2辆，其中：执法执勤用车1辆。")
    assert "PN-12" not in (yield budget_of(said=said))


@pytest.mark.parametrize(("count", "outcome"), [("4", None), ("7", {"exact"}), ("8", {"violation"})])
@judged_together
def test_one_kind_of_the_vehicles_there_are_is_not_all(count: str, outcome: set[str] | None):
    said = ("（五）国有资产占有使用情况", f"截至2023年12月31日，样本局共有车辆7辆，其中执法执勤用车{count}辆。")
    assert (yield budget_of(said=said)).get("PN-12") == outcome


@pytest.mark.parametrize(("purchase", "outcome"), [("0.00", {"exact"}), ("1.00", {"exact", "violation"})])
@judged_together
def test_vehicles_said_are_what_is_said_of_purchase_and_running(purchase: str, outcome: set[str]):
    """上海: the form leaves 公务用车购置费 blank."""
    said = (
        "（二）“三公”经费预算",
        "2024年本部门“三公”经费预算数为62.00万元，其中，公务接待费0.00万元，公务用车购置及运行费62.00万元，因公出国（境）费0.00万元。",
        f"其中：公务用车购置费{purchase}万元，公务用车运行费62.00万元。",
    )
    assert (yield budget_of(said=said))["PN-25"] == outcome


@pytest.mark.parametrize(
    ("year", "kept", "told"),
    [("7.00", "2.00", set()), ("7.10", "2.00", {"P2-01"}), ("7.00", "2.10", {"P2-01"})],
)
@judged_together
def test_subtotals_of_income_are_of_the_columns_below_their_heading(year: str, kept: str, told: set[str]):
    """无锡, 北京: 本年收入 and 上年结转结余 have 小计."""
    rows: list[Text] = [
        ["单位名称", "合计", "本年收入", None, None, "上年结转结余", None, None], ["单位名称", "合计", "小计", "一般公共预算", "其他收入", "小计", "一般公共预算", "单位资金"],
        ["合计", "9.00", year, "6.00", "1.00", "2.00", "1.50", "0.50"], ["样本局", "9.00", "7.00", "6.00", "1.00", kept, "1.50", "0.50"],
    ]  # fmt: skip
    found = yield budget_of(("P2", "收入总表", rows))
    assert {identity for identity, those in found.items() if "violation" in those} - {"P2-03"} == told
    assert "P2-01" in found


@pytest.mark.parametrize(("zero", "told"), [("0.00", {"exact"}), ("", set())])
@judged_together
def test_zeros_of_a_form_that_is_declared_empty_are_judged(zero: str, told: set[str]):
    rows: list[Text] = [
        GENERAL,
        ["合计", None, zero, zero, zero],
        ["备注：本年度没有政府性基金预算支出，本表为空。", None, None, None, None],
    ]
    found = yield budget_of(("P8", "政府性基金预算支出表", rows))
    assert found.get("P8-01", set()) == told


@pytest.mark.parametrize(
    ("words", "amount", "outcome"),
    [("所有项目支出预算纳入部门预算绩效管理，涉及预算资金", "5.00", {"exact"}), ("所有项目支出预算纳入部门预算绩效管理，涉及预算资金", "6.00", {"violation"}),
     ("整体支出纳入绩效目标管理，涉及财政性资金", "9.00", {"exact"}), ("整体支出纳入绩效目标管理，涉及财政性资金", "8.00", {"violation"}),
     ("共3个项目纳入绩效目标管理，涉及财政性资金合计", "3.00", set())],
)  # fmt: skip
@judged_together
def test_all_of_the_money_said_to_have_targets_is_that_of_the_forms(words: str, amount: str, outcome: set[str]):
    """深圳, 苏州; of some projects it says nothing."""
    rows: list[Text] = [
        GENERAL,
        ["214", "交通运输支出", "9.00", "4.00", "5.00"],
        ["合计", None, "9.00", "4.00", "5.00"],
    ]
    said = ("五、预算绩效目标设置情况说明", f"2024年度，本单位{words}{amount}万元。")
    found = yield budget_of(("P3", "部门支出总体情况表", rows), said=said)
    assert found.get("PN-28", set()) == outcome


@pytest.mark.parametrize(
    ("named", "outcome"),
    [
        ("一般行政事务管理", {"violation"}),
        ("一般行政管理事务", {"exact"}),
        ("高等教育", {"exact"}),
        ("普通教育", {"violation"}),
    ],
)
@judged_together
def test_what_is_called_an_item_has_a_name_of_the_classification(named: str, outcome: set[str]):
    said = ("五、一般公共预算支出情况说明", f"教育支出（类）教育管理事务（款）{named}（项）9.00万元。")
    rows: list[Text] = [
        GENERAL,
        ["2050102", "一般行政管理事务", "9.00", "4.00", "5.00"],
        ["合计", None, "9.00", "4.00", "5.00"],
    ]
    found = yield budget_of(("P5", "一般公共预算支出表", rows), said=said)
    assert found.get("PN-80", set()) == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("均为一般公共预算拨款", {"violation"}), ("其中一般公共预算拨款3.00万元", {"exact"})],
)
@judged_together
def test_what_is_all_of_the_general_budget_is_not_more_than_all_fiscal_money(words: str, outcome: set[str]):
    """The amount is that of all projects, of which the half is paid otherwise."""
    rows: list[Text] = [
        GENERAL,
        ["214", "交通运输支出", "9.00", "3.00", "6.00"],
        ["合计", None, "9.00", "3.00", "6.00"],
    ]
    balance: list[Text] = [
        ["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"], ["一、一般公共预算拨款", "5.00", "交通运输支出", "5.00"],
        ["收入总计", "5.00", "支出总计", "5.00"],
    ]  # fmt: skip
    said = ("五、预算绩效情况说明", f"2024年对项目支出全面实施绩效目标管理，涉及预算拨款6.00万元，{words}。")
    found = yield budget_of(("P3", "部门支出总体情况表", rows), ("P4", "财政拨款收支总表", balance), said=said)
    assert found.get("PN-28", set()) == outcome


@pytest.mark.parametrize(
    ("amount", "share", "outcome"),
    [("5.00", "100", {"exact"}), ("5.50", "100", {"violation"}), ("4.98", "100", set()), ("4.50", "90", set())],
)
@judged_together
def test_projects_that_are_all_of_their_money_are_all_projects(amount: str, share: str, outcome: set[str]):
    """苏州, 无锡: 100% is printed to half a percent."""
    rows: list[Text] = [
        GENERAL,
        ["214", "交通运输支出", "9.00", "4.00", "5.00"],
        ["合计", None, "9.00", "4.00", "5.00"],
    ]
    said = (
        "五、预算绩效目标设置情况说明",
        f"2024年度，本单位共3个项目纳入绩效目标管理，涉及财政性资金合计{amount}万元，占财政性资金(人员类和运转类中的公用经费项目支出除外)总额的比例为{share}%。",
    )
    found = yield budget_of(("P3", "部门支出总体情况表", rows), said=said)
    assert found.get("PN-28", set()) == outcome


@pytest.mark.parametrize(("general", "told"), [("3.00", set()), ("2.00", {"P7-04"})])
@judged_together
def test_each_of_the_costs_is_of_its_funds(general: str, told: set[str]):
    """广州: a row an item, a column a fund."""
    rows: list[Text] = [
        ["项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"], ["行政经费", "9.00", "8.00", "1.00", "0.00"],
        ["“三公”经费", "6.00", "6.00", "0.00", "0.00"], ["其中：（一）因公出国（境）支出", "1.00", "1.00", "0.00", "0.00"],
        ["（二）公务用车购置及运行维护支出", "3.00", general, "0.00", "0.00"], ["1.公务用车购置费", "0.00", "0.00", "0.00", "0.00"],
        ["2.公务用车运行维护费", "3.00", "3.00", "0.00", "0.00"], ["（三）公务接待费支出", "2.00", "2.00", "0.00", "0.00"],
    ]  # fmt: skip
    found = yield budget_of(("P7", "财政拨款安排的行政经费及“三公”经费预算表", rows))
    assert {identity for identity, those in found.items() if "violation" in those} == told
    assert {"P7-01", "P7-04"} <= found.keys()


@pytest.mark.parametrize(("total", "change", "told"), [("9.00", "-1.00", set()), ("8.00", "-2.00", {"P7-03"})])
@judged_together
def test_a_sum_above_that_of_三公_holds_meetings(total: str, change: str, told: set[str]):
    """广西: a row an item, a column a year, all costs above those of 三公."""
    rows: list[Text] = [
        ["项目", "2023年预算数", "2024年预算数", "增减额"], ["合计", "10.00", total, change], ["一、“三公”经费小计", "7.00", "6.00", "-1.00"],
        ["1.因公出国（境）费用", "", "", ""], ["2.公务接待费", "3.00", "2.00", "-1.00"], ["3.公务用车购置及运行费", "4.00", "4.00", ""],
        ["其中：公务用车运行维护费", "4.00", "4.00", ""], ["公务用车购置费", "", "", ""], ["二、会议费", "1.00", "1.00", ""], ["三、培训费", "2.00", "2.00", ""],
    ]  # fmt: skip
    found = yield budget_of(("P7", "一般公共预算“三公”经费、会议费、培训费支出情况表", rows))
    assert {identity for identity, those in found.items() if "violation" in those} == told
    assert {"P7-01", "P7-03"} <= found.keys()


@pytest.mark.parametrize(("project", "told"), [("3.00", set()), ("2.00", {"PN-02"})])
@judged_together
def test_natures_told_of_an_item_are_those_of_its_row(project: str, told: set[str]):
    """广西: each item with its code, and what of it is basic and project expenditure."""
    rows: list[Text] = [
        GENERAL,
        ["2140101", "行政运行", "5.00", "5.00", ""],
        ["2140106", "公路养护", "4.00", "1.00", "3.00"],
        ["合计", None, "9.00", "6.00", "3.00"],
    ]
    said = (
        "五、一般公共预算支出情况说明",
        "2024年本年一般公共预算支出9.00万元。其中：基本支出6.00万元，项目支出3.00万元，具体支出预算如下：",
        "1.行政运行（2140101）5.00万元，其中基本支出5.00万元，项目支出0万元。",
        f"2.公路养护（2140106）4.00万元，其中基本支出1.00万元，项目支出{project}万元。",
    )
    balance = [*BALANCE, ["收入总计", "9.00", "支出总计", "9.00"]]
    found = yield budget_of(("P1", "部门收支总体情况表", balance), ("P5", "一般公共预算支出情况表", rows), said=said)
    assert {identity for identity, those in found.items() if "violation" in those} == told
    assert {"PN-02", "PN-11"} <= found.keys()


@pytest.mark.parametrize(("fund", "told"), [("2.00", set()), ("1.00", {"PU4-01", "PU4-02"})])
@judged_together
def test_fiscal_expenditure_may_go_by_funds(fund: str, told: set[str]):
    """甘肃: 财政拨款支出表 has a column a fund."""
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
        ["合计", None, "9.00", "7.00", "2.00", ""],
        ["2140106", "公路养护", "7.00", "7.00", "", ""],
        ["2120803", "城市建设支出", "2.00", "", fund, ""],
    ]
    found = yield budget_of(("PU4", "财政拨款支出表", rows))
    assert {identity for identity, those in found.items() if "violation" in those} == told
    assert found["PU4-01"] & {"exact"}


@pytest.mark.parametrize(
    ("spent", "rate", "told"), [("9.0", "10.0", set()), ("8.0", "11.1", {"PN-01"}), ("9.0", "20.0", {"PN-08"})]
)
@judged_together
def test_totals_and_what_both_sides_change_by_where_classes_stand_in_the_middle(spent: str, rate: str, told: set[str]):
    """河南: the balance has the classes in the middle, the natures to the right."""
    rows: list[Text] = [
        ["收入", None, "支出", None, None, None],
        ["项目", "金额", "项目（按功能分类）", "金额", "项目（按支出性质）", "金额"],
        ["一、一般公共预算", "9.0", "一、交通运输支出", "9.0", "一、基本支出", "4.0"],
        ["二、政府性基金预算", "", "二、城乡社区支出", "", "二、项目支出", "5.0"],
        ["收入总计", "9.0", "支出总计", "9.0", "支出总计", "9.0"],
    ]
    said = (
        "一、收入支出预算总体情况说明",
        f"样本局2024年收入总计9.0万元，支出总计{spent}万元，与2023年预算相比，收、支总计各减少1.0万元，下降{rate}%。",
    )
    found = yield budget_of(("P1", "部门收支总体情况表", rows), said=said)
    assert {identity for identity, those in found.items() if "violation" in those} == told
    assert {"PN-01", "PN-08"} <= found.keys()


@pytest.mark.parametrize(
    ("general", "fund", "told"), [("7.00", "2.00", set()), ("6.00", "2.00", {"PN-11"}), ("7.00", "3.00", {"PN-11"})]
)
@judged_together
def test_funds_told_of_both_sides_are_those_of_their_forms(general: str, fund: str, told: set[str]):
    """河南: 一般公共预算收支预算 X，政府性基金收支预算 Y."""
    rows: list[Text] = [GENERAL, ["2140106", "公路养护", "7.00", "", "7.00"], ["合计", None, "7.00", "", "7.00"]]
    funded: list[Text] = [GENERAL, ["2120803", "城市建设支出", "2.00", "", "2.00"], ["合计", None, "2.00", "", "2.00"]]
    said = (
        "四、财政拨款收入支出预算总体情况说明",
        f"样本局2024年一般公共预算收支预算{general}万元，政府性基金收支预算{fund}万元。",
    )
    drawn = (("P5", "一般公共预算支出情况表", rows), ("P8", "政府性基金预算支出情况表", funded))
    found = yield budget_of(*drawn, said=said)
    assert {identity for identity, those in found.items() if "violation" in those} == told
    assert "PN-11" in found


@pytest.mark.parametrize(
    ("year", "item", "told"),
    [
        ("7.00", "5.00", set()),  # of the year, without the 2 carried in
        ("9.00", "7.00", set()),  # with them
        ("6.00", "5.00", {"PN-11", "PN-02"}),
        ("7.00", "4.00", {"PN-02"}),
    ],
)
@judged_together
def test_the_general_budget_of_the_year_may_be_told_beside_a_form_with_what_is_carried_in(
    year: str, item: str, told: set[str]
):
    """青海, 海南: 一般公共预算支出表 holds 上年结转, 当年拨款 of the prose does not."""
    drawn: list[tuple[str, str, list[Text]]] = [
        ("P1", "部门收支总表", [*BALANCE, ["收入总计", "9.00", "支出总计", "9.00"]]),
        ("P4", "财政拨款收支总表", [
            *FISCAL, ["一、本年收入", "7.00", "一、本年支出", "9.00", "9.00", ""], ["（一）一般公共预算拨款", "7.00", "（一）农林水支出", "7.00", "7.00", ""],
            ["二、上年结转", "2.00", "（二）住房保障支出", "2.00", "2.00", ""], ["收入总计", "9.00", "支出总计", "9.00", "9.00", ""]]),
        ("P5", "一般公共预算支出表", [GENERAL, ["213", "农林水支出", "7.00", "", "7.00"], ["221", "住房保障支出", "2.00", "2.00", ""], ["合计", None, "9.00", "2.00", "7.00"]]),
    ]  # fmt: skip
    said = (
        "五、一般公共预算当年拨款情况说明", "（一）一般公共预算当年拨款规模变化情况。", f"2024年一般公共预算当年拨款{year}万元。",
        "（二）一般公共预算当年拨款结构情况。", f"农林水支出（类）支出{item}万元；住房保障支出（类）支出2.00万元。",
    )  # fmt: skip
    found = yield budget_of(*drawn, said=said)
    assert {key for key in ("PN-11", "PN-02") if "violation" in found.get(key, set())} == told


@pytest.mark.parametrize(
    ("year", "project", "item", "told"),
    [
        ("7.00", "5.00", "5.00", set()),  # of the year, without the 2 carried in
        ("9.00", "7.00", "7.00", set()),  # with them
        ("5.00", "5.00", "5.00", {"PN-11", "PN-02"}),
        ("7.00", "3.00", "3.00", {"PN-11", "PN-02"}),
    ],
)
@judged_together
def test_what_is_carried_in_may_be_told_of_all_funds_together(year: str, project: str, item: str, told: set[str]):
    """新疆: 财政拨款收支预算总体情况表 has one row of what is carried in, 3 here, 1 of them a fund's."""
    drawn: list[tuple[str, str, list[Text]]] = [
        ("P1", "部门收支总体情况表", [*BALANCE, ["收入总计", "12.00", "支出总计", "12.00"]]),
        ("P4", "财政拨款收支总体情况表", [
            *FISCAL, ["财政拨款（补助）", "9.00", "213 农林水支出", "10.00", "7.00", "3.00"], ["一般公共预算", "7.00", "221 住房保障支出", "2.00", "2.00", ""],
            ["政府性基金预算", "2.00", "", "", "", ""], ["小计", "9.00", "小计", "12.00", "9.00", "3.00"], ["上年财政拨款结转结余", "3.00", "", "", "", ""],
            ["收入总计", "12.00", "支出总计", "12.00", "9.00", "3.00"]]),
        ("P5", "一般公共预算支出情况表", [GENERAL, ["213", "农林水支出", "7.00", "", "7.00"], ["221", "住房保障支出", "2.00", "2.00", ""], ["合计", None, "9.00", "2.00", "7.00"]]),
    ]  # fmt: skip
    said = (
        "五、一般公共预算当年拨款情况说明", "（一）一般公共预算当年拨款规模变化情况。", f"2024年一般公共预算当年拨款合计{year}万元，其中：基本支出2.00万元。项目支出{project}万元。",
        "（二）一般公共预算当年拨款结构情况。", f"1.农林水支出（类）{item}万元。", "2.住房保障支出（类）2.00万元。",
    )  # fmt: skip
    found = yield budget_of(*drawn, said=said)
    assert {key for key in ("PN-11", "PN-02") if "violation" in found.get(key, set())} == told


@pytest.mark.parametrize(
    ("general", "item", "share", "told"),
    [
        ("8.00", "6.00", "75.00", set()),
        ("8.50", "6.00", "75.00", {"PN-01", "PN-09"}),
        ("8.00", "5.00", "75.00", {"PN-02", "PN-09"}),
        ("8.00", "6.00", "65.00", {"PN-09"}),
    ],
)
@judged_together
def test_the_general_budget_spent_may_be_told_among_the_totals_with_its_items(
    general: str, item: str, share: str, told: set[str]
):
    """西藏: behind 收支总预算 comes what is spent of the general budget, and what of that; other money has its part in the same classes."""
    drawn: list[tuple[str, str, list[Text]]] = [
        ("P1", "部门收支总表", [
            *BALANCE, ["一、一般公共预算拨款收入", "7.00", "一、一般公共服务支出", "8.00"], ["二、其他收入", "1.00", "二、住房保障支出", "2.00"],
            ["本年收入合计", "8.00", "本年支出合计", "10.00"], ["上年结转", "2.00", "", ""], ["收入总计", "10.00", "支出总计", "10.00"]]),
        ("P5", "一般公共预算支出表", [GENERAL, ["201", "一般公共服务支出", "6.00", "", "6.00"], ["221", "住房保障支出", "2.00", "2.00", ""], ["合计", None, "8.00", "2.00", "6.00"]]),
    ]  # fmt: skip
    said = (
        "一、部门预算收支增减变化情况", "2024年收入总预算10.00万元，支出总预算10.00万元。", "一般公共预算当年拨款7.00万元。",
        f"一般公共预算支出{general}万元，其中：一般公共服务支出{item}万元，占{share}%；住房保障支出2.00万元。",
    )  # fmt: skip
    found = yield budget_of(*drawn, said=said)
    assert {key for key in ("PN-01", "PN-02", "PN-09") if "violation" in found.get(key, set())} == told


@pytest.mark.parametrize(
    ("total", "carried", "outcome"),
    [("9.00", "1.00", "exact"), ("8.50", "0.50", "violation"), ("9.00", "", "violation")],
)
@judged_together
def test_expenditure_by_sources_may_hold_all_money_where_some_is_of_the_year_before(
    total: str, carried: str, outcome: str
):
    """西安: 支出总表 by sources, among them 上年结转, whose sum is the balance's 支出总计, with what goes to the next year."""
    balance = [
        *BALANCE, ["一、财政拨款收入", "8.00", "一、教育支出", "8.00"], ["本年收入合计", "8.00", "本年支出合计", "8.00"],
        ["上年结转", "1.00", "结转下年", "1.00"], ["收入总计", "9.00", "支出总计", "9.00"],
    ]  # fmt: skip
    rows = [
        ["单位编码", "单位名称", "总计", "公共预算拨款", "上年结转"],
        ["", "合计", total, "8.00", carried],
        ["125001", "样本市应急局", total, "8.00", carried],
    ]
    found = yield budget_of(("P1", "部门综合预算收支总表", balance), ("P3", "部门综合预算支出总表", rows))
    assert found["PC-02"] == {outcome}


@pytest.mark.parametrize(("again", "outcome"), [("9.00", {"exact"}), ("8.00", {"exact", "violation"})])
@judged_together
def test_the_total_at_the_end_of_a_panel_is_the_one_at_its_top(again: str, outcome: set[str]):
    """陕西: each panel begins with 一、部门预算 and says it once more below."""
    rows: list[Text] = [
        ["收入", None, "支出", None, None, None],
        ["项目", "预算数", "支出功能分类科目", "预算数", "支出经济分类科目", "预算数"],
        ["一、部门预算", "9.00", "一、部门预算", "9.00", "一、部门预算", "9.00"],
        ["1、财政拨款", "9.00", "1、教育支出", "9.00", "1、人员经费和公用经费支出", "7.00"],
        ["", "", "", "", "2、专项业务经费支出", "2.00"],
        ["本年收入合计", "9.00", "本年支出合计", "9.00", "本年支出合计", again],
        ["收入总计", "9.00", "支出总计", "9.00", "支出总计", "9.00"],
    ]
    assert (yield budget_of(("P1", "部门综合预算收支总表", rows)))["PW-01"] == outcome


@pytest.mark.parametrize(
    ("granted", "own", "subtotals", "parts"),
    [("7.00", "1.50", {"exact"}, {"exact"}), ("6.00", "1.50", {"violation"}, {"exact"}), ("7.00", "2.50", {"exact"}, {"exact", "violation"})],
)  # fmt: skip
@judged_together
def test_the_lines_below_a_source_of_income_are_its_parts(granted: str, own: str, subtotals: set[str], parts: set[str]):
    """江苏: 部门收入预算表 as lines; 其中 is some of the line above it, a subtotal all of the lines below."""
    rows: list[Text] = [
        ["项目", "金额"],
        ["收入总计", "11.00"],
        ["一般公共预算资金小计", "9.00"],
        ["公共财政拨款（补助）资金", granted],
        ["专项收入", "2.00"],
        ["其他资金", "2.00"],
        ["其中：事业收入", own],
    ]
    found = yield budget_of(("P2", "部门收入预算总表", rows))
    assert (found["PW-03"], found["PW-02"]) == (subtotals, parts)
