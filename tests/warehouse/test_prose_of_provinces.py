"""What is judged in the prose of provinces without a real report here: 湖南, 江西, 河北, 广西, 天津, 吉林, 青海."""

from dataclasses import replace
from decimal import Decimal

import duckdb
import pytest

from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk.budgets.families import of_final
from tests.support.desk.desk import filled, reading, rejudge, report_id
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
RUNNING = "2024年度机关运行经费支出337.53万元。"
GENERAL = "一般公共预算财政拨款支出8262.73万元，占本年支出合计的60.40%。"
VISITS = "国内公务接待12批次、96人次。"
TOTALS = "收、支总计15101.92万元。"
FISCAL = "财政拨款收、支总计11308.15万元。"
PARTS = "基本支出3992.82万元，占29.19%；项目支出8873.97万元，占64.87%；"
BARE_PARTS = "基本支出3992.82万元，项目支出8873.97万元"
RATED = "绩效自评项目10个（其中，"
WHOLE = "部门全年预算数100.00万元，其中，基本支出预算数60.00万元，项目支出预算数40.00万元。资金总体支出90.00万元，其中，基本支出55.00万元，项目支出35.00万元"
FUNDS = "政府性基金预算支出0万元；国有资本经营预算支出0万元"
FUEL = "公务用车运行维护费1.11万元。公务用车运行维护费中，公务用车加油0.50万元，公务用车维修0.30万元，公务用车保险0.20万元，"
SPENT = f"{FISCAL}财政拨款本年支出10842.41万元。与2023年相比，财政拨款收入总计减少100.00万元，下降0.88%，支出总计减少100.00万元，下降"
NATURES = "按经济分类科目分，基本支出2892.23万元，其中：人员经费2554.70万元，"
FUND = "年末结转和结余269.34万元。"
LISTED = f"{FUND}本年支出主要用于以下方面：城乡社区支出2517.73万元，占100.00%。"
PARTED = "附属单位上缴收入4.00万元，其中教育收费3.00万元，附属单位上缴收入比上年"


CASES = [
    ("N-10", "人员经费2554.70万元，", "人员经费2554.70万元，占基本支出的91.33%，", "人员经费2554.70万元，占基本支出的88.33%，"),
    ("N-55", RUNNING, f"{RUNNING[:-1]}，比上年增加10.00万元，下降3.05%。", f"{RUNNING[:-1]}，比上年增加10.00万元，增长3.05%。"),
    ("N-55", RUNNING, f"{RUNNING[:-1]}，比上年减少10.00万元，增长2.88%。", f"{RUNNING[:-1]}，比上年增加0万元，下降0%。"),
    ("N-54", RUNNING, f"{RUNNING[:-1]}，比年初预算增加10.00万元，增长33.05%。", f"{RUNNING[:-1]}，比年初预算增加10.00万元，增长3.05%。"),
    ("N-54", RUNNING, f"{RUNNING[:-1]}，比年初预算数330.00万元增加9.99万元。", f"{RUNNING[:-1]}，比年初预算数330.00万元增加7.53万元。"),
    ("N-54", GENERAL, f"{GENERAL[:-1]}，完成年初预算的99.00%，比年初预算增加262.73万元。", f"{GENERAL[:-1]}，完成年初预算的103.28%，比年初预算增加262.73万元。"),
    ("N-54", GENERAL, f"{GENERAL[:-1]}，完成年初预算的99.00%，比年初预算减少737.27万元。", f"{GENERAL[:-1]}，完成年初预算的91.81%，比年初预算减少737.27万元。"),
    ("N-01", "2024年度本年收入合计", "2024年度收入总计99.99万元，其中：本年收入合计", "2024年度收入总计15101.92万元，其中：本年收入合计"),
    ("N-14", VISITS, f"{VISITS[:-1]}，人均999.99元。", f"{VISITS[:-1]}，人均133.33元。"),
    ("N-14", VISITS, f"{VISITS[:-1]}，批均9.99万元。", f"{VISITS[:-1]}，批均0.11万元。"),
    ("N-02", "2024年度本年支出合计13679.44万元，其中：", "2024年度总支出15101.92万元，其中：本年支出13679.44万元。本年支出比上年增加679.44万元，增长9.99%。其中：",
     "2024年度总支出15101.92万元，其中：本年支出13679.44万元。本年支出比上年增加679.44万元，增长5.23%。其中："),
    ("N-14", VISITS, f"{VISITS}因公出国（境）费人均9.99万元。", f"{VISITS}因公出国（境）费人均0.57万元，人均停留5天。"),
    ("N-56", VISITS, f"{VISITS[:-1]}，其中：国内公务接待支出0.99万元，外事接待支出0.00万元。", f"{VISITS[:-1]}，其中：国内公务接待支出1.28万元，外事接待支出0.00万元。"),
    ("N-56", VISITS, f"{VISITS[:-1]}，其中：外事接待支出0.20万元，其他国内公务接待支出1.18万元。", f"{VISITS[:-1]}，其中：外事接待支出0.20万元，其他国内公务接待支出1.08万元。"),
    ("N-56", VISITS, f"{VISITS}单位共有公务用车4辆，其中：轿车3辆、越野车1辆、载客汽车2辆。", f"{VISITS}单位共有公务用车4辆，其中：轿车3辆、越野车1辆、载客汽车0辆。"),
    ("N-56", VISITS, f"{VISITS}全年更新购置公务用车0辆，其中：轿车0辆、金额5万元，越野车0辆、金额0万元，载客汽车0辆、金额0万元。",
     f"{VISITS}全年更新购置公务用车0辆，其中：轿车0辆、金额0万元，越野车0辆、金额0万元，载客汽车0辆、金额0万元。"),
    ("N-03", "收、支总计15101.92万元。", "收入总计15101.92万元，其中：财政拨款收入11221.14万元，占收入总计的99.30%。", "收入总计15101.92万元，其中：财政拨款收入11221.14万元，占收入总计的74.30%。"),
    ("N-04", "收、支总计15101.92万元。", "支出总计15101.92万元，其中：基本支出3992.82万元，占支出总计的99.44%。", "支出总计15101.92万元，其中：基本支出3992.82万元，占支出总计的26.44%。"),
    ("N-10", "2024年度本年支出合计13679.44万元，其中：", "2024年度本年支出合计13679.44万元。基本支出3992.82万元，其中，人员支出2000.00万元，公用支出1999.82万元。本年支出中：",
     "2024年度本年支出合计13679.44万元。基本支出3992.82万元，其中，人员支出2000.00万元，公用支出1992.82万元。本年支出中："),
    ("N-54", "财政拨款收、支总计11308.15万元。", "财政拨款收、支总计11308.15万元。财政拨款支出年初预算数10000.00万元，完成年初预算的99.99%。",
     "财政拨款收、支总计11308.15万元。财政拨款支出年初预算数10000.00万元，完成年初预算的113.08%。"),
    ("N-54", FISCAL, f"{FISCAL}1.一般公共预算财政拨款本年支出8262.73万元，比上年增加1.00万元。2.政府性基金预算财政拨款本年支出2517.73万元，比上年增加1.00万元。（二）一般公共预算财政拨款本年支出完成年初预算的99.00%，比年初预算增加262.73万元。",
     f"{FISCAL}1.一般公共预算财政拨款本年支出8262.73万元，比上年增加1.00万元。2.政府性基金预算财政拨款本年支出2517.73万元，比上年增加1.00万元。（二）一般公共预算财政拨款本年支出完成年初预算的103.28%，比年初预算增加262.73万元。"),
    ("N-04", PARTS, f"{PARTS[:-1]}，两项合计占94.60%；", f"{PARTS[:-1]}，两项合计占94.06%；"),
    ("N-04", PARTS, f"{BARE_PARTS}，两项合计占94.60%；", f"{BARE_PARTS}，两项合计占94.06%；"),
    ("N-04", PARTS, f"{BARE_PARTS}，两项合计12886.79万元；", f"{BARE_PARTS}，两项合计12866.79万元；"),
    ("N-21", RATED, f"绩效自评项目10个，优8个、良1个；部门评价项目3个，中1个、良2个。{RATED}", f"绩效自评项目10个，优8个、良2个；部门评价项目3个，中1个、良2个。{RATED}"),
    ("N-21", RATED, f"{RATED[:-5]}，优8个、良2个。部门评价项目3个，其中“优”的1个，“良”的1个。{RATED}", f"{RATED[:-5]}，优8个、良2个。部门评价项目3个，其中“优”的1个，“良”的2个。{RATED}"),
    ("N-21", RATED, f"绩效自评项目10个，优8个、良1个。{RATED}", f"绩效自评项目10个。部门评价项目3个。自评结果为优8个、良2个。{RATED}"),
    ("B-03", RUNNING, "2024年度机关运行经费预算为330.00万元，支出决算为337.53万元，完成预算的99.98%。", "2024年度机关运行经费预算为330.00万元，支出决算为337.53万元，完成预算的102.28%。"),
    ("N-03", TOTALS, f"{TOTALS}具体情况如下：财政拨款收入11999.99万元。", f"{TOTALS}具体情况如下：财政拨款收入11221.14万元。"),
    ("N-04", TOTALS, f"{TOTALS}具体情况如下：基本支出3999.99万元。", f"{TOTALS}具体情况如下：基本支出3992.82万元。"),
    ("N-05", FISCAL, f"{FISCAL}一般公共预算财政拨款支出8999.99万元，主要用于以下方面。", f"{FISCAL}一般公共预算财政拨款支出8262.73万元，主要用于以下方面。"),
    ("N-05", FISCAL, f"{FISCAL}住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为53.33万元。", f"{FISCAL}住房保障支出（类）住房改革支出（款）购房补贴（项）：支出决算为35.33万元。"),
    ("N-05", FISCAL, f"{FISCAL}城乡社区支出年初预算数为2000.00万元，决算数为2599.73万元。", f"{FISCAL}城乡社区支出年初预算数为2000.00万元，决算数为2517.73万元。"),
    ("N-23", RATED, f"{WHOLE}，预算执行率为99.00%。{RATED}", f"{WHOLE}，预算执行率为90.00%。{RATED}"),
    ("N-56", VISITS, f"{VISITS}{FUEL}公务用车其他支出0.99万元。", f"{VISITS}{FUEL}公务用车其他支出0.11万元。"),
    ("N-56", VISITS, f"{VISITS}“三公”经费支出决算5.26万元（其中：一般公共预算支出3.26万元；{FUNDS}）。", f"{VISITS}“三公”经费支出决算5.26万元（其中：一般公共预算支出5.26万元；{FUNDS}）。"),
    ("N-56", RUNNING, f"{RUNNING[:-1]}（其中：一般公共预算支出300.00万元；{FUNDS}）。", f"{RUNNING[:-1]}（其中：一般公共预算支出337.53万元；{FUNDS}）。"),
    ("N-15", FUND, f"{LISTED}1.城乡社区支出（类）2024年度决算2599.73万元。", f"{LISTED}1.城乡社区支出（类）2024年度决算2517.73万元。"),
    ("N-15", FUND, f"{FUND}本年支出主要用于以下方面：城乡社区支出2599.73万元。1.城乡社区支出（类）2024年度决算2517.73万元。", f"{LISTED}1.城乡社区支出（类）2024年度决算2517.73万元。"),
    ("N-35", FUND, f"{FUND}政府性基金预算财政拨款支出2517.73万元，主要用于以下方面（按大类）：城乡社区支出1517.73万元，占本年政府性基金财政拨款支出的60.28%；其他支出1002.00万元，占本年政府性基金财政拨款支出的39.72%。",
     f"{FUND}政府性基金预算财政拨款支出2517.73万元，主要用于以下方面（按大类）：城乡社区支出2517.73万元，占本年政府性基金财政拨款支出的100%。"),
    ("N-35", FUND, f"{FUND}政府性基金预算财政拨款支出2517.73万元，主要用于以下方面（按大类）：城乡社区支出2517.73万元，占本年政府性基金财政拨款支出的98.20%。",
     f"{FUND}政府性基金预算财政拨款支出2517.73万元，主要用于以下方面（按大类）：城乡社区支出2517.73万元，占本年政府性基金财政拨款支出的100.00%。"),
    ("N-10", TOTALS, f"{TOTALS}1.基本支出3992.82万元。其中，人员支出2000.00万元，公用支出1999.82万元。", f"{TOTALS}1.基本支出3992.82万元。其中，人员支出2000.00万元，公用支出1992.82万元。"),
    ("N-02", FISCAL, f"{SPENT}8.88%。", f"{SPENT}0.88%。"),
    ("N-10", GENERAL, f"{GENERAL}{NATURES}公用经费373.53万元。", f"{GENERAL}{NATURES}公用经费337.53万元。"),
    ("N-02", "2024年度本年收入合计", f"{PARTED}增加1.00万元，增长9.99%。2024年度本年收入合计", f"{PARTED}增加1.00万元，增长33.33%。2024年度本年收入合计"),
    ("N-13", VISITS, f"{VISITS}其中，公务接待费支出占“三公”经费的44.33%。", f"{VISITS}其中，公务接待费支出占“三公”经费的24.33%。"),
    ("N-12", VISITS, f"{VISITS}会议费支出预算5.00万元，支出决算4.00万元，完成年初预算的70.00%。", f"{VISITS}会议费支出预算5.00万元，支出决算4.00万元，完成年初预算的80.00%。"),
    ("N-12", VISITS, f"{VISITS}会议费支出4.00万元，年初预算为5.00万元，差值为2.00万元。", f"{VISITS}会议费支出4.00万元，年初预算为5.00万元，差值为1.00万元。"),
    ("N-12", VISITS, f"{VISITS}会议费支出预算5.00万元，支出决算4.00万元，完成调整后预算的70.00%。", f"{VISITS}会议费支出预算5.00万元，支出决算4.00万元，完成调整后预算的80.00%。"),
]  # fmt: skip
"""Identity, words of the prose, wrong words instead of them, right ones; as it is the prose violates nothing."""


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[tuple[str, str], set[str]]:
    """Words said instead of others → the identities that are violated then."""
    said = [(old, new) for _, old, *both in CASES for new in (*both, old)]
    readings = [
        renamed(reading(REPORT, DISTRICT, words), f"样本市第{number}样本局") for number, words in enumerate(said)
    ]
    connection = filled(tmp_path_factory.mktemp("provinces"), readings)
    return {words: violated_by(connection, number) for number, words in enumerate(said)}


def renamed(one: Reading, unit: str) -> Reading:
    return replace(one, disclosure=replace(one.disclosure, unit=unit))


def violated_by(connection: duckdb.DuckDBPyConnection, number: int) -> set[str]:
    query = "select distinct identity_id from checks.violation where report_id = ?"
    return {key for (key,) in connection.execute(query, [report_id(number)]).fetchall()}


@pytest.mark.parametrize(("identity", "old", "wrong", "right"), CASES)
def test_what_is_wrong_is_told_and_what_is_right_is_not(identity, old, wrong, right, told):
    assert identity in told[old, wrong]
    assert told[old, right] == told[old, old]


def test_of_a_change_and_a_rate_that_go_two_ways_no_rate_is_reckoned(told):
    """减少10.00万元，增长2.88%: 2.88% is what a decrease of 10.00 is, and only its word is wrong."""
    assert "N-02" not in told[RUNNING, f"{RUNNING[:-1]}，比上年减少10.00万元，增长2.88%。"]


@judged_together
def test_ratings_are_not_held_against_projects_of_two_levels():
    """一级项目2个，二级项目9个: which of them are rated is not said."""
    levels = "绩效自评，其中，一级项目2个，二级项目9个（其中，"
    words = ("绩效自评项目10个（其中，", levels)
    assert "N-21" not in (yield reading(REPORT, DISTRICT, words)).violated


@judged_together
def test_ratings_of_which_the_best_is_not_read_are_no_sum():
    """评得头等的8个，良的1个，中的1个: the eight may well be rated in words that are not known."""
    rated = "绩效自评项目10个（其中，评得头等8个，良1个，中1个）。绩效自评项目10个（其中，"
    short = "绩效自评项目10个（其中，优7个，良1个，中1个）。绩效自评项目10个（其中，"
    assert "N-21" not in (yield reading(REPORT, DISTRICT, (RATED, rated))).violated
    assert "N-21" in (yield reading(REPORT, DISTRICT, (RATED, short))).violated


@judged_together
def test_procurement_in_the_form_of_the_unit_is_held_against_the_prose():
    """重庆 prints procurement in its form of 机构运行信息, which is read as T7."""
    sound = reading(REPORT, DISTRICT)
    [said] = [c for c in sound.prose.claims if (c.subject, c.role) == ("procurement_goods", "value")]

    def told(text: str) -> Reading:
        [form] = [f for f in sound.forms if f.key == "T7"]
        last = form.amounts[-1]
        number = Number(Decimal(text.replace(",", "")), 2)
        cell = replace(
            last,
            row=last.row + 1,
            column="final_procurement_goods",
            label="1.政府采购货物支出",
            text=text,
            number=number,
        )
        forms = tuple(replace(f, amounts=(*f.amounts, cell)) if f is form else f for f in sound.forms)
        return replace(sound, forms=forms)

    assert "N-17" in (yield told("7777.77")).violated
    assert "N-17" not in (yield told(said.text)).violated


@judged_together
def test_running_costs_and_bought_services_are_held_against_forms_of_their_own():
    """江苏 prints 机关运行经费支出决算表 (B14), 北京 政府购买服务决算公开情况表 (B13)."""
    sound = reading(REPORT, layouts.layout("beijing"))
    [services] = [form for form in sound.forms if form.key == "B13"]
    [total] = [amount for amount in services.amounts if amount.line == "total"]
    [said] = [c for c in sound.prose.claims if (c.subject, c.role) == ("running_costs", "value")]

    def printed(bought: str, running: str) -> Reading:
        cells = [
            replace(
                total,
                form=key,
                page=total.page + key.endswith("4"),
                text=text,
                number=Number(Decimal(text.replace(",", "")), 2),
            )
            for key, text in (("B13", bought), ("B14", running))
        ]
        rest = tuple(amount for amount in services.amounts if amount is not total)
        own = replace(services, amounts=(*rest, cells[0]))
        other = replace(services, key="B14", amounts=(cells[1],))
        forms = (*(form for form in sound.forms if form is not services), own, other)
        return replace(sound, forms=forms)

    assert "N-58" not in (yield printed(total.text, said.text)).violated
    assert "N-58" in (yield printed("7777.77", said.text)).violated
    assert "N-58" in (yield printed(total.text, "777.77")).violated


def with_annual_budgets(one: Reading, total: str = "") -> Reading:
    """The reading with 全年预算数 where its T7 has 预算数; total: another amount in the row 合计."""

    def renamed(amount):
        if not amount.column or not amount.column.startswith("budget_"):
            return amount
        column = f"annual_{amount.column}"
        if total and amount.column == "budget_total":
            return replace(amount, column=column, text=total, number=Number(Decimal(total), 2))
        return replace(amount, column=column)

    forms = tuple(replace(f, amounts=tuple(map(renamed, f.amounts))) if f.key == "T7" else f for f in one.forms)
    return replace(one, forms=forms)


@judged_together
def test_budgets_of_the_year_in_the_form_add_up():
    sound = reading(REPORT, DISTRICT)
    assert "W7-01" in (yield with_annual_budgets(sound, "77.77")).violated
    assert "W7-01" not in (yield with_annual_budgets(sound)).violated


@judged_together
def test_budgets_of_the_year_in_the_form_are_stated_budgets():
    query = "select line, phase, budget_yuan, final_yuan from star.stated_budget where report_id = $report and form = 'T7' order by all"
    plain = (yield reading(REPORT, DISTRICT)).ask(query)
    annual = (yield with_annual_budgets(reading(REPORT, DISTRICT))).ask(query)
    assert [(line, "annual", *yuan) for line, _, *yuan in plain] == annual != []


def with_meetings(one: Reading, meetings: str, total: str = "") -> Reading:
    """The reading with 会议费 in its T7; total: the 合计 of 决算数 that holds it."""

    def told(amount, column: str, text: str):
        return replace(amount, column=column, text=text, number=Number(Decimal(text), 2))

    def amounts(form):
        for amount in form.amounts:
            if amount.column == "final_total" and total:
                yield told(amount, "final_grand_total", total)
                yield told(amount, "final_conference", meetings)
            elif amount.column == "final_total":
                yield amount
                yield told(amount, "final_conference", meetings)
            else:
                yield amount

    return replace(one, forms=tuple(replace(f, amounts=tuple(amounts(f))) if f.key == "T7" else f for f in one.forms))


@judged_together
def test_a_sum_that_holds_meetings_adds_up_with_them():
    sound = reading(REPORT, DISTRICT)
    parts = REPORT.yuan("T7", "final_total") / 10_000
    for total, is_wrong in ((parts + 4, False), (parts + 5, True), (parts, True)):
        found = (yield with_meetings(sound, "4.00", f"{total:.2f}")).violated
        assert ("W7-01" in found, "N-12" in found) == (is_wrong, False)
    assert "W7-01" not in (yield with_meetings(sound, "4.00")).violated


@pytest.mark.parametrize(("said", "is_told"), [("5.00", True), ("4.00", False)])
@judged_together
def test_meetings_are_held_against_the_form_that_has_them(said, is_told):
    words = (VISITS, f"{VISITS}会议费支出决算{said}万元。")
    assert ("N-13" in (yield with_meetings(reading(REPORT, DISTRICT, words), "4.00")).violated) == is_told


@pytest.mark.parametrize(
    ("said", "is_told"), [("全年预算为9.98", True), ("全年预算为5.98", False), ("年初预算为9.98", False)]
)
@judged_together
def test_a_budget_of_the_year_is_held_against_a_form_that_has_no_other(said, is_told):
    """年初预算 is another budget than 全年预算数."""
    words = ("“三公”经费财政拨款支出预算为5.98", f"“三公”经费财政拨款支出{said}")
    found = yield with_annual_budgets(reading(REPORT, DISTRICT, words))
    query = "select count(*) from checks.violation where report_id = $report and identity_id = 'N-12' and instance like 'T7 %'"
    assert found.ask(query) == [(int(is_told),)]


@judged_together
def test_a_change_against_the_budget_is_that_of_the_form():
    """公务接待费 … 与预算相比减少 X, without the budget: T7 has both."""
    one = next(
        r for r in map(figures.report, range(3, 30))
        if r.yuan("T7", "final_reception") and r.yuan("T7", "budget_reception") > r.yuan("T7", "final_reception")
    )  # fmt: skip
    less = (one.yuan("T7", "budget_reception") - one.yuan("T7", "final_reception")) / 10_000
    for change, is_told in ((less + 7, True), (less, False)):
        said = ("全年安排因公出国", f"公务接待费支出决算与预算相比减少{change:.2f}万元。全年安排因公出国")
        assert ("N-54" in (yield reading(one, DISTRICT, said)).violated) is is_told


@judged_together
def test_parts_of_the_general_budget_are_not_held_against_all_basic_expenditure():
    """云南: 日常支出X元，其中：人员经费…、公用经费…, X of all money and its parts of the general budget."""
    all_money = "2024年度本年支出合计13679.44万元，其中："
    parts = (
        all_money,
        f"2024年度本年支出合计13679.44万元。基本支出3992.82万元，其中，人员支出2554.70万元，公用支出337.53万元。{all_money[-3:]}",
    )
    assert "N-10" not in (yield reading(REPORT, DISTRICT, parts)).violated


PLANNED = "“三公”经费财政拨款支出预算为5.98万元，支出决算为5.26万元，完成预算的87.97%。"
NOTED = ("全年安排因公出国", "其中，预算数为“三公”经费全年预算数。全年安排因公出国")


@pytest.mark.parametrize(
    ("said", "noted", "found"),
    [
        ("年初预算为6.50万元，全年预算为5.98万元，支出决算为5.26万元，完成全年预算的87.97%", (), set()),
        ("年初预算为5.98万元，全年预算为6.50万元，支出决算为5.26万元，完成年初预算的87.97%", (), set()),
        ("年初预算为6.50万元，全年预算为6.10万元，支出决算为5.26万元", (), {"N-12"}),
        ("年初预算为6.50万元，全年预算为5.98万元。“三公”经费财政拨款支出全年预算为6.98万元", (), {"N-12", "N-27"}),
        ("预算为5.98万元。“三公”经费财政拨款支出年初预算为6.98万元", (), {"N-12", "N-27"}),
        ("年初预算为6.50万元，支出决算为5.26万元", NOTED, set()),
        ("全年预算为6.50万元，支出决算为5.26万元", NOTED, {"N-12"}),
    ],
)
@judged_together
def test_budgets_of_two_phases_are_two_facts_and_the_form_has_one_of_them(said, noted, found):
    words = [(PLANNED, f"“三公”经费财政拨款支出{said}。"), *([noted] if noted else [])]
    assert (yield reading(REPORT, DISTRICT, *words)).violated == found


@pytest.mark.parametrize(("noted", "is_told"), [((), True), ((NOTED,), False)])
def test_what_the_note_calls_the_budget_of_the_year_is_not_what_was_published_before_it(noted, is_told, tmp_path):
    final = reading(REPORT, DISTRICT, *noted)
    found = filled(tmp_path, [final, of_final(final)])
    found.execute("update reading.amount set value_yuan = value_yuan + 1000000 where form = 'P7' and value > 0")
    assert ("B-02" in rejudge(found)) is is_told


@judged_together
def test_a_share_printed_with_more_decimals_than_are_kept_is_no_wrong_share():
    total, fiscal = ("2024年度本年收入合计14859.99万元", "财政拨款收入11221.14万元，占75.51%")
    for share, is_wrong in (("75.51243", False), ("75.512433", False), ("75.51443", True)):
        words = ((total, "2024年度本年收入合计148599900.37元"), (fiscal, f"财政拨款收入112211400.12元，占{share}%"))
        assert ("N-03" in (yield reading(REPORT, DISTRICT, *words)).violated) is is_wrong


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("，比上年增加10.00万元，增长3.0532559765518845%", ["337.530000", "10.000000", "3.053256"]),
        ("，比上年增加10.000000000000002万元，增长3.05%", ["337.530000", "10.000000", "3.050000"]),
        (f"，年初预算为{'7' * 20}万元", ["337.530000"]),
        ("，年初预算为777777777777777亿元", ["337.530000"]),
    ],
)
@judged_together
def test_numbers_of_more_digits_than_are_kept_lose_no_report(said, values):
    """A sheet worked them out; what has more digits than any amount is none."""
    found = yield reading(REPORT, DISTRICT, (RUNNING, f"{RUNNING[:-1]}{said}。"))
    query = "select value::varchar from reading.claim where report_id = $report and section = 'running_costs' order by claim_id"
    assert [value for (value,) in found.ask(query)] == values
    assert found.violated == set()


@judged_together
def test_a_count_of_staff_beyond_any_number_stops_no_run():
    units = "本部门所属行政单位1个、事业单位1个。"
    words = (units, f"{units}核定编制{'9' * 20}人。")
    assert (yield reading(REPORT, DISTRICT, words)).violated == set()


EXPLAINED = "一般公共服务支出（类）群众团体事务（款）一般行政管理事务（项）：反映"


@pytest.mark.parametrize(
    ("words", "code"),
    [("其他政府办公厅（室）及相关机构事务支出", "2010399"), ("在乡复员、退伍军人生活补助", "2080803")],
)
def test_an_item_whose_name_has_signs_in_it_is_explained_by_its_whole_name(words, code, tmp_path):
    found = filled(tmp_path, [reading(REPORT, DISTRICT, (EXPLAINED, f"某类（类）某款（款）{words}（项）：反映"))])
    note = "select note from checks.outcome where identity_id = 'N-30'"
    assert found.execute(note).fetchone() == (words,)
    found.execute(f"update reading.amount set code = '{code}' where code = '2012902'")
    assert "N-30" not in rejudge(found)


@judged_together
def test_a_class_of_one_fund_is_not_held_against_all_fiscal_money():
    """政府性基金支出 X，其中：城乡社区支出（类）Y: T4 has what all funds pay for the class."""
    said = f"{FISCAL}政府性基金预算财政拨款支出2517.73万元，其中：城乡社区支出（类）2400.00万元。"
    assert "N-05" not in (yield reading(REPORT, DISTRICT, (FISCAL, said))).violated


@pytest.mark.parametrize(("item", "is_told"), [("行政运行", False), ("不详事务", True)])
@judged_together
def test_an_item_of_many_groups_has_a_name_where_nothing_tells_of_which_it_is(item, is_told):
    """辽宁: 行政运行 below a class alone, beside tables that are not read."""
    words = ("住房保障支出（类）住房改革支出（款）购房补贴（项）", f"公共安全支出（类）某类事务（款）{item}（项）")
    found = yield reading(REPORT, DISTRICT, words)
    query = "select count(*) from reading.claim where report_id = $report and subject = 'function' and code is null"
    assert found.ask(query) > [(0,)]
    assert ("N-33" in found.violated) == is_told
