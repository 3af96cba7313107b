"""Budgets of known places with money of other kinds: what comes from the year before beside what is told of the year."""

import pytest

from tests.support.desk.budgets.forms_and_prose import BALANCE, FISCAL, GENERAL, budget_of
from tests.support.desk.together import Together
from tests.support.paper.budgets import Text

judged_together = Together()


@pytest.mark.parametrize(
    ("total", "carried", "told"),
    [
        ("10.00", "2.00", set()),
        ("8.00", "2.00", set()),  # of the year, above what is carried in
        ("9.00", "2.00", {"PN-01", "PN-26"}),
        ("10.00", "3.00", {"PN-01", "PN-26"}),
        ("10.00", "", {"PN-01", "PN-26"}),
    ],
)
@judged_together
def test_income_of_the_year_may_be_listed_with_what_comes_from_the_year_before(
    total: str, carried: str, told: set[str]
):
    """江苏: 本年收入预算合计 stands above the sources, a line each, 上年结转资金 the last of them."""
    rows = [*BALANCE, ["一、财政拨款", "7.00", "一、农林水支出", "10.00"], ["二、其他资金", "1.00", "", ""], ["当年收入小计", "8.00", "当年支出小计", "10.00"],
            ["上年结转资金", "2.00", "", ""], ["收入合计", "10.00", "支出合计", "10.00"]]  # fmt: skip
    said = [
        "二、收入预算情况说明",
        f"样本局本年收入预算合计{total}万元，其中：",
        "一般公共预算收入7.00万元；",
        "其他资金1.00万元；",
    ]
    said += [f"上年结转资金{carried}万元。"] if carried else []
    found = yield budget_of(("P1", "收支预算总表", rows), said=tuple(said))
    assert {key for key in ("PN-01", "PN-26") if "violation" in found.get(key, set())} == told


@pytest.mark.parametrize(
    ("year", "item", "told"),
    [
        ("6.00", "6.00", set()),  # of the year, without the 1 carried in
        ("7.00", "7.00", set()),  # with it
        ("5.00", "5.00", {"PN-17", "PN-02"}),
        ("6.00", "4.00", {"PN-02"}),
    ],
)
@judged_together
def test_a_fund_of_the_year_may_be_told_beside_a_form_with_what_is_carried_in(year: str, item: str, told: set[str]):
    """湖州: 当年拨款 is told, 政府性基金预算支出表 holds 上年结转, which P4 gives for all funds together."""
    drawn: list[tuple[str, str, list[Text]]] = [
        ("P1", "收支预算总表", [*BALANCE, ["收入总计", "12.00", "支出总计", "12.00"]]),
        ("P4", "财政拨款收支预算总表", [
            *FISCAL, ["一般公共预算", "3.00", "一、农林水支出", "5.00", "5.00", ""], ["政府性基金预算", "6.00", "二、城乡社区支出", "7.00", "", "7.00"],
            ["上年结转结余", "3.00", "", "", "", ""], ["收入总计", "12.00", "支出总计", "12.00", "5.00", "7.00"]]),
        ("P8", "政府性基金预算支出表", [GENERAL, ["212", "城乡社区支出", "7.00", "", "7.00"], ["21208", "国有土地使用权出让收入安排的支出", "7.00", "", "7.00"],
                                    ["2120804", "农村基础设施建设支出", "7.00", "", "7.00"], ["合计", None, "7.00", "", "7.00"]]),
    ]  # fmt: skip
    said = (
        "（七）关于2024年政府性基金预算支出情况说明", "1.政府性基金预算支出规模变化情况。", f"样本局2024年政府性基金预算当年拨款{year}万元。", "2.政府性基金预算支出具体使用情况。",
        f"城乡社区支出（类）国有土地使用权出让收入安排的支出（款）农村基础设施建设支出（项）{item}万元，主要用于鱼塘改造。",
    )  # fmt: skip
    found = yield budget_of(*drawn, said=said)
    assert {key for key in ("PN-17", "PN-02") if "violation" in found.get(key, set())} == told


@pytest.mark.parametrize(
    ("ways", "told"),
    [(("增加", "增长"), set()), (("增加", "下降"), {"PN-31"}), (("减少", "增长"), {"PN-31"})],
)
@judged_together
def test_a_change_and_its_rate_go_one_way(ways: tuple[str, str], told: set[str]):
    """A finance office that copies last year's sentence changes the amount and forgets the word."""
    rows: list[Text] = [GENERAL, ["221", "住房保障支出", "11.00", "11.00", ""], ["22102", "住房改革支出", "11.00", "11.00", ""],
                        ["2210201", "住房公积金", "11.00", "11.00", ""], ["合计", None, "11.00", "11.00", ""]]  # fmt: skip
    said = (
        "七、一般公共预算支出预算情况说明",
        f"1.住房改革支出（款）住房公积金（项）支出11.00万元，与上年相比{ways[0]}1.00万元，{ways[1]}10.00%。主要原因是缴费基数变化。",
    )
    found = yield budget_of(("P5", "一般公共预算支出表", rows), said=said)
    assert {key for key in ("PN-08", "PN-31") if "violation" in found.get(key, set())} == told


@pytest.mark.parametrize(
    ("general", "carried", "outcome"),
    [
        ("6.00", "上年结转1.00万元", {"exact"}),
        ("5.00", "上年结转1.00万元", {"exact", "violation"}),
        ("7.00", "其中：上年结转1.00万元", {"exact"}),  # with it
        ("5.00", "其他资金1.00万元", {"exact"}),  # what is carried in may be where it likes
    ],
)
@judged_together
def test_funds_told_beside_what_comes_from_the_year_before_are_those_of_the_balance(
    general: str, carried: str, outcome: set[str]
):
    """浙江: 收入包括：一般公共预算收入、政府性基金预算收入、上年结转."""
    rows = [*FISCAL, ["一、财政拨款", "8.00", "一、农林水支出", "9.00", "7.00", "2.00"], ["一般公共预算", "6.00", "", "", "", ""], ["政府性基金预算", "2.00", "", "", "", ""],
            ["本年收入合计", "8.00", "", "", "", ""], ["上年结转结余", "1.00", "", "", "", ""], ["收入总计", "9.00", "支出总计", "9.00", "7.00", "2.00"]]  # fmt: skip
    said = (
        "（四）财政拨款收支预算情况的总体说明",
        f"2024年财政拨款收支总预算9.00万元。收入包括：一般公共预算收入{general}万元，{carried}。",
    )
    assert (yield budget_of(("P4", "财政拨款收支预算总表", rows), said=said))["PN-11"] == outcome


@pytest.mark.parametrize(
    ("years", "outcome"),
    [
        ((2024, 2024, 2024), {"exact"}),
        ((2024, 2023, 2024), {"violation"}),
        ((2024, 2023, 2023), {"not_evaluable"}),  # which year it is of is not certain
    ],
)
@judged_together
def test_titles_name_the_year_of_the_budget(years: tuple[int, int, int], outcome: set[str]):
    """A title that was left as it stood last year; it was a doubt of ours, and no finding."""
    items: list[Text] = [["213", "农林水支出", "9.00", "4.00", "5.00"], ["合计", None, "9.00", "4.00", "5.00"]]
    drawn: list[tuple[str, str, list[Text]]] = [
        ("P1", f"{years[0]}年部门收支预算总表", [*BALANCE, ["收入总计", "9.00", "支出总计", "9.00"]]),
        ("P3", f"{years[1]}年部门支出预算总表", [GENERAL, *items]),
        ("P5", f"{years[2]}年一般公共预算支出预算表", [GENERAL, *items]),
    ]
    assert (yield budget_of(*drawn)).get("PS-02", {"not_evaluable"}) == outcome
