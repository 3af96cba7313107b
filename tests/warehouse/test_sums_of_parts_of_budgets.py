"""Sums of the parts of budgets, told or in columns: what only looks like a part, or like all of them, makes no violation."""

import pytest

from tests.support.desk.budgets.forms_and_prose import BALANCE, GENERAL, TOLD, budget_of
from tests.support.desk.together import Together
from tests.support.paper.budgets import Text

judged_together = Together()


@pytest.mark.parametrize(("business", "outcome"), [("3.00", {"exact"}), ("3.50", {"violation"})])
@judged_together
def test_what_is_told_to_be_among_the_parts_is_no_part_beside_them(business: str, outcome: set[str]):
    """重庆: 上述收入包括 what the year before left."""
    said = (
        "二、部门收支总体情况",
        f"（一）收入预算：2024年年初预算数9.00万元，其中：一般公共预算拨款6.00万元，事业收入{business}万元。收入比2023年减少1.00万元。",
        "按照预算管理要求，上述收入包括2023年结转并编制到2024年年初预算的结转金额，共计2.00万元。",
    )
    assert (yield budget_of(("P1", "部门收支总表", TOLD), said=said))["PN-26"] == outcome


@pytest.mark.parametrize(
    ("way", "project", "outcome"),
    [("减少", "3.00", {"exact"}), ("增加", "3.00", set()), ("减少", "4.00", {"violation"})],
)
@judged_together
def test_a_wrong_word_of_change_that_is_told_is_no_wrong_change(way: str, project: str, outcome: set[str]):
    """重庆: 支出比上年增加 2.00, 主要是基本支出增加 1.00, 项目支出减少 3.00."""
    said = (
        "二、部门收支总体情况",
        "（一）收入预算：2024年年初预算数8.00万元。收入比2023年减少2.00万元，主要是项目减少。",
        f"（二）支出预算：2024年年初预算数8.00万元。支出比2023年{way}2.00万元，主要是基本支出增加1.00万元，项目支出减少{project}万元。",
    )
    found = yield budget_of(said=said)
    assert found.get("PN-27", set()) == outcome
    assert found["PN-24"] == ({"exact"} if way == "减少" else {"violation"})


@pytest.mark.parametrize(("fund", "outcome"), [("当年财政拨款", set()), ("预算资金", {"violation"})])
@judged_together
def test_money_of_the_year_alone_is_not_all_of_the_form(fund: str, outcome: set[str]):
    rows: list[Text] = [GENERAL, ["205", "教育支出", "9.00", "4.00", "5.00"], ["合计", None, "9.00", "4.00", "5.00"]]
    said = (
        "五、预算绩效目标设置情况说明",
        f"2024年度，本单位所有项目支出预算纳入部门预算绩效管理，涉及{fund}4.00万元。",
    )
    assert (yield budget_of(("P3", "部门支出总表", rows), said=said)).get("PN-28", set()) == outcome


@pytest.mark.parametrize(
    ("below", "outcome"),
    [
        ([["1.财政拨款结转", "1.00"], ["2.非财政拨款结转", "1.00"]], {"exact", "violation"}),
        ([["其中：财政拨款结转", "1.00"]], {"exact"}),
    ],
)
@judged_together
def test_one_part_of_what_is_carried_in_is_not_all_of_it(below: list[list[str]], outcome: set[str]):
    rows: list[Text] = [
        *BALANCE, ["一、财政拨款", "6.00", "一、交通运输支出", "9.00"], ["1.一般公共预算拨款", "6.00", "", ""], ["2.政府性基金预算拨款", "0.00", "", ""],
        ["上年结转", "3.00", "", ""], *([*row, "", ""] for row in below), ["收入总计", "9.00", "支出总计", "9.00"],
    ]  # fmt: skip
    assert (yield budget_of(("P1", "收支总表", rows)))["P1-06"] == outcome


@judged_together
def test_columns_further_below_a_subtotal_are_not_left_out_of_it():
    """西安: 一般公共预算拨款 has a column 金额, and one of which part of it is, below a heading of its own."""
    rows: list[Text] = [
        ["单位名称", "合计", "部门预算", None, None, None, "上年结转"],
        ["单位名称", "合计", "小计", "一般公共预算拨款", None, "其他收入", "上年结转"],
        ["单位名称", "合计", "小计", "金额", "其中：专项资金", "其他收入", "上年结转"],
        ["合计", "9.00", "8.00", "6.00", "1.00", "2.00", "1.00"],
        ["样本市水利局", "9.00", "8.00", "6.00", "1.00", "2.00", "1.00"],
    ]
    assert "violation" not in (yield budget_of(("P2", "收入总表", rows))).get("P2-01", set())


_FISCAL = ("P4", "财政拨款收支预算总表")
_FUND = ("PG", "政府性基金收支表（不含上年结转）")


def _fund(**changed: str) -> list[Text]:
    """A balance of government funds as 陕西 prints it, with its totals, some of its numbers changed."""
    n = (
        dict.fromkeys(("fund", "income", "all_income", "class", "spent", "all_spent"), "9.00")
        | {"services": "4.00"}
        | changed
    )
    return [
        ["收入", None, "支出", None, None, None],
        ["项目", "预算数", "支出功能分类科目", "预算数", "部门预算支出经济分类科目", "预算数"],
        ["一、政府性基金拨款", n["fund"], "一、城乡社区支出", n["class"], "一、人员经费支出", "3.00"],
        ["", "", "", "", "工资福利支出", "3.00"],
        ["", "", "", "", "二、专项业务经费支出", "6.00"],
        ["", "", "", "", "商品和服务支出", n["services"]],
        ["", "", "", "", "资本性支出", "2.00"],
        ["本年收入合计", n["income"], "本年支出合计", n["spent"], "本年支出合计", "9.00"],
        ["收入总计", n["all_income"], "支出总计", n["all_spent"], "支出总计", "9.00"],
    ]  # fmt: skip


@judged_together
def test_a_balance_of_government_funds_adds_up():
    told = yield budget_of((*_FUND, _fund()))
    assert {key: told[key] for key in told if key.startswith("PG-")} == {f"PG-0{n}": {"exact"} for n in range(1, 7)}


@pytest.mark.parametrize(
    ("changed", "identity"),
    [
        ("fund", "PG-01"), ("all_income", "PG-02"), ("class", "PG-03"), ("all_spent", "PG-04"), ("all_income", "PG-05"), ("services", "PG-06"),
    ],
)  # fmt: skip
@judged_together
def test_a_wrong_number_in_a_balance_of_government_funds_is_told(changed: str, identity: str):
    assert "violation" in (yield budget_of((*_FUND, _fund(**{changed: "8.00"}))))[identity]


@pytest.mark.parametrize(
    ("fund", "opening", "outcome"),
    [("9.00", "0.00", "exact"), ("7.00", "0.00", "violation"), ("7.00", "2.00", "not_evaluable")],
)
@judged_together
def test_government_funds_are_those_of_the_fiscal_balance(fund: str, opening: str, outcome: str):
    """Where money is carried over, the two may count it otherwise."""
    rows: list[Text] = [
        ["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"], ["一、一般公共预算拨款", "1.00", "一、城乡社区支出", "10.00"], ["二、政府性基金预算拨款", fund, "", ""],
        ["上年结转", opening, "", ""], ["收入总计", "10.00", "支出总计", "10.00"],
    ]  # fmt: skip
    told = yield budget_of((*_FISCAL, rows), (*_FUND, _fund()))
    assert told.get("PC-28", {"not_evaluable"}) == {outcome}


@pytest.mark.parametrize(("said", "outcome"), [("9", "exact"), ("8", "violation")])
@judged_together
def test_expenditure_said_is_that_of_a_balance_of_four_panels(said: str, outcome: str):
    """陕西: what counts stands in the second panel, the third and fourth say it again by economic classification."""
    rows: list[Text] = [
        ["收入", None, "支出", None, None, None, None, None],
        ["项目", "预算数", "支出功能分类科目", "预算数", "部门预算支出经济分类科目", "预算数", "政府预算支出经济分类科目", "预算数"],
        ["一、财政拨款", "9.00", "一、教育支出", "9.00", "一、人员经费支出", "9.00", "一、机关工资福利支出", "9.00"],
        ["收入总计", "9.00", "支出总计", "9.00", "支出总计", "9.00", "支出总计", "9.00"],
    ]  # fmt: skip
    text = (
        "二、部门收支总体情况", "（一）收入预算：2024年年初预算数9.00万元。", f"（二）支出预算：2024年年初预算数{said}.00万元。",
    )  # fmt: skip
    assert (yield budget_of(("P1", "部门综合预算收支总表", rows), said=text))["PN-01"] == {"exact", outcome}


@pytest.mark.parametrize(
    ("title", "project", "listed", "outcome"),
    [("部门预算项目支出及其他支出预算表", "3.00", "6.00", {"exact"}),
     ("部门预算项目支出及其他支出预算表", "3.00", "5.00", {"violation"}),
     ("部门项目支出预算表", "3.00", "3.00", {"exact"}),
     ("部门项目支出预算表", "3.00", "6.00", {"violation"})],
)  # fmt: skip
@judged_together
def test_a_list_of_projects_and_of_other_expenditure_holds_what_is_no_basic_expenditure(
    title: str, project: str, listed: str, outcome: set[str]
):
    """广州, 珠海: what goes upwards, to subordinates or into business stands in the list of projects, as its title says."""
    heads: Text = [
        "科目编码",
        "科目名称",
        "合计",
        "基本支出",
        "项目支出",
        "事业单位经营支出",
        "上缴上级支出",
        "对附属单位补助支出",
    ]
    spent: list[Text] = [
        heads,
        ["2070307", "体育场馆", "9.00", "3.00", project, "1.00", "1.50", "0.50"],
        ["合计", None, "9.00", "3.00", project, "1.00", "1.50", "0.50"],
    ]
    rows: list[Text] = [["项目名称", "总计"], ["合计", listed], ["场馆运行", listed]]
    found = yield budget_of(("P3", "本年支出总体情况表", spent), ("PX", title, rows))
    assert (found["P3-01"], found["PC-24"]) == ({"exact"}, outcome)


@pytest.mark.parametrize(
    ("within", "remitted", "total", "outcome"),
    [("其中", "1.00", "9.00", {"exact"}), ("其中", "0.00", "9.00", {"exact"}), ("", "1.00", "10.00", {"exact"})],
)  # fmt: skip
@judged_together
def test_expenditure_that_the_form_has_within_projects_is_no_part_beside_them(
    within: str, remitted: str, total: str, outcome: set[str]
):
    """北京: 项目支出 … 其中：1.事业单位经营支出 2.上缴上级支出, as 其中 of the form says; what goes to the next year is told behind them."""
    whole = f"{float(total) + 2:.2f}"
    heads: list[Text] = [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出", within or "上缴上级支出"],
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "上缴上级支出"],
    ]
    spent: list[Text] = [
        *heads,
        ["2130306", "水利工程运行与维护", total, "4.00", "5.00", remitted],
        ["合计", None, total, "4.00", "5.00", remitted],
    ]
    balance: list[Text] = [
        *BALANCE,
        ["一、一般公共预算拨款收入", whole, "一、农林水支出", total],
        ["本年收入合计", whole, "本年支出合计", total],
        ["上年结转结余", "", "年终结转结余", "2.00"],
        ["收入总计", whole, "支出总计", whole],
    ]
    said = (
        "三、支出预算情况说明",
        f"2024年支出预算{whole}万元，比2023年年初预算数8.00万元增加{float(whole) - 8:.2f}万元。",
        "（一）基本支出。基本支出预算4.00万元。",
        "（二）项目支出。项目支出预算5.00万元。其中：",
        "1.事业单位经营支出0万元。",
        f"2.上缴上级支出{remitted}万元。",
        "（三）年终结转结余资金2.00万元。",
    )
    found = yield budget_of(("P1", "收支总表", balance), ("P3", "支出总表", spent), said=said)
    assert found["PN-26"] == outcome


@pytest.mark.parametrize(("small", "outcome"), [("2.00", {"exact"}), ("2.50", {"exact", "violation"})])
@judged_together
def test_columns_of_procurement_are_summed_each_for_itself(small: str, outcome: set[str]):
    """深圳: what is kept for small firms stands beside all that is bought; a wrong one is told by its own column."""
    kept = "其中：2024年政府采购项目中预留给中小企业的项目资金规模"
    spent: list[Text] = [
        ["科目编码", "科目名称", "支出总计", "基本支出", "项目支出", "2024年政府采购项目", None],
        ["科目编码", "科目名称", "支出总计", "基本支出", "项目支出", "小计", kept],
        ["合计", None, "9.00", "4.00", "5.00", "3.00", "2.00"],
        ["212", "城乡社区支出", "9.00", "4.00", "5.00", "3.00", "2.00"],
        ["21201", "城乡社区管理事务", "9.00", "4.00", "5.00", "3.00", small],
        ["2120101", "行政运行", "4.00", "4.00", "", "1.00", "0.50"],
        ["2120102", "一般行政管理事务", "5.00", "", "5.00", "2.00", "1.50"],
    ]
    found = yield budget_of(("P3", "支出总表", spent))
    assert found["P3-02"] == outcome
    query = "select count(*) from checks.outcome where report_id = $report and identity_id = 'P3-02' and instance like '%procurement%'"
    assert found.ask(query) == [(6,)]  # three rows above others, two columns


@pytest.mark.parametrize(
    ("total", "of_class", "told"),
    [("9.00", "7.00", {"P1-03": {"exact"}}), ("9.00", "7.50", {"P1-03": {"violation"}}), ("9.00", "9.00", {"P1-03": {"exact"}})],
)  # fmt: skip
@judged_together
def test_what_goes_upwards_may_stand_below_the_classes(total: str, of_class: str, told: dict[str, set[str]]):
    """广州, 珠海: 收支总体情况表 has 对附属单位补助支出 and 上缴上级支出 below the classes, P3 in columns of each class."""
    balance: list[Text] = [
        *BALANCE,
        ["一、预算拨款", "9.00", "一、教育支出", of_class],
        ["", "", "二十四、对附属单位补助支出", "0.50"],
        ["", "", "二十五、上缴上级支出", "1.50"],
        ["本年收入合计", "9.00", "本年支出合计", total],
        ["收入总计", "9.00", "支出总计", total],
    ]
    heads: Text = ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "上缴上级支出", "对附属单位补助支出"]
    spent: list[Text] = [
        heads,
        ["合计", None, "9.00", "4.00", "3.00", "1.50", "0.50"],
        ["205", "教育支出", "9.00", "4.00", "3.00", "1.50", "0.50"],
    ]
    found = yield budget_of(("P1", "收支总体情况表", balance), ("P3", "本年支出总体情况表", spent))
    assert {key: found[key] for key in told} == told
    assert "violation" not in found.get("PC-09", set())
