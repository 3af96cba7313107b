"""Budgets whose tables hold money that no one knows the name of, and budgets whose text is a file of its own (情况说明)."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk import desk, paragraphs
from tests.support.desk.together import Outcomes, Together
from tests.support.paper.budgets import SAMPLE, Sheet, Text, reading

judged_together = Together()

BUDGET = replace(SAMPLE, year=2024)
HEADS: list[Text] = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"]]
FUND: list[Text] = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["212", "城乡社区支出", "5.60", "", "5.60"],
    ["合计", None, "5.60", "", "5.60"],
]
NONE = "2024年没有政府性基金预算拨款收入，也没有使用政府性基金预算拨款安排的支出。"
FUND_HEADING = "八、政府性基金预算支出情况说明"


def budget(*drawn: tuple[str, str, list[Text]]) -> Reading:
    return reading(BUDGET, [Sheet(key=key, title=title, unit="万元", rows=rows) for key, title, rows in drawn])


def saying(one: Reading, *said: str) -> Reading:
    return replace(one, prose=paragraphs.prose_of_budget(*said, year=2024))


def outcome(found: Outcomes, identity: str) -> set[tuple[str, str | None]]:
    query = "select outcome, reason from checks.outcome where report_id = $report and identity_id = "
    return set(found.ask(f"{query}'{identity}'"))


def balance(source: str, money: str, spent: str, on: str) -> list[Text]:
    rows = [*HEADS, ["一、一般公共预算拨款收入", "7.00", "一、交通运输支出", "7.00"], [source, money, on, spent]]
    return [*rows, ["本年收入合计", "9.00", "本年支出合计", "9.00"], ["收入总计", "9.00", "支出总计", "9.00"]]


@pytest.mark.parametrize(
    ("source", "on", "money", "income", "spending"),
    [
        ("二、事业收入", "二、住房保障支出", "2.00", ("exact", None), ("exact", None)),
        ("二、事业收入", "二、住房保障支出", "3.00", ("violation", None), ("violation", None)),
        ("二、无人知晓之款", "二、住房保障支出", "2.00", ("not_evaluable", "reading in doubt: P1"), ("exact", None)),
        ("二、无人知晓之款", "二、住房保障支出", "0.00", ("violation", None), ("violation", None)),
        ("二、事业收入", "二、无人知晓之用", "2.00", ("exact", None), ("not_evaluable", "reading in doubt: P1")),
    ],
)
@judged_together
def test_money_beside_an_unknown_name_may_be_what_a_balance_lacks(
    source: str, on: str, money: str, income: tuple, spending: tuple
):
    found = yield budget(("P1", "部门收支总表", balance(source, money, money, on)))
    assert (outcome(found, "P1-01"), outcome(found, "P1-03")) == ({income}, {spending})


@pytest.mark.parametrize(("heading", "is_judged"), [("其他收入", True), ("无人知晓之款", False)])
@judged_together
def test_a_column_of_unknown_heading_is_in_no_sum_that_is_judged(heading: str, is_judged: bool):
    rows: list[Text] = [
        ["科目编码", "科目名称", "合计", "一般公共预算拨款", heading],
        ["214", "交通运输支出", "9.00", "7.00", "2.00"],
        ["合计", None, "9.00", "7.00", "2.00"],
    ]
    found = yield budget(("P2", "部门收入总表", rows))
    doubt = ("not_evaluable", "reading in doubt: P2")
    assert outcome(found, "P2-01") == {("exact", None) if is_judged else doubt}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (NONE, {("violation", None)}),
        ("2024年没有政府性基金预算拨款收入，支出为上年结转。", {("not_evaluable", "nothing printed")}),
        ("2024年除上年结转外，没有使用政府性基金预算拨款安排的支出。", {("not_evaluable", "nothing printed")}),
        ("2024年政府性基金预算支出5.60万元。", {("not_evaluable", "nothing printed")}),
    ],
)
@judged_together
def test_a_fund_that_the_prose_denies_has_no_money_in_its_form(sentence: str, expected: set):
    found = yield saying(budget(("P8", "政府性基金预算支出表", FUND)), FUND_HEADING, sentence)
    assert outcome(found, "PN-15") == expected


@judged_together
def test_a_denied_fund_without_money_is_judged_and_found_right():
    nothing: list[Text] = [FUND[0], ["合计", None, "0.00", "0.00", "0.00"]]
    found = yield saying(budget(("P8", "政府性基金预算支出表", nothing)), FUND_HEADING, NONE)
    assert outcome(found, "PN-15") == {("exact", None)}


def test_a_text_that_is_a_file_of_its_own_is_held_against_the_tables(tmp_path: Path):
    """江苏, 北京: both files are named, each with its page."""
    tables = budget(("P8", "政府性基金预算支出表", FUND))
    text = replace(saying(tables, FUND_HEADING, NONE), forms=(), status="registered")
    found = desk.filled(tmp_path, [tables, text])
    judged = "select distinct outcome from checks.outcome where identity_id = 'PN-15'"
    assert found.execute(judged).fetchall() == [("violation",)]
    [told] = found.execute("select particulars from checks.outcome where outcome = 'violation'").fetchone() or ()
    assert (told["where_zh"], told["tables_zh"], told["said_page"]) == ("情况说明", "报表", "1")


def test_a_text_that_says_a_whole_budget_once_more_is_no_second_statement_of_it(tmp_path: Path):
    """编制说明.pdf beside the budget that has it in it: what the budget says wrongly is told of it alone."""
    rows = balance("二、事业收入", "2.00", "2.00", "二、住房保障支出")
    said = ("二、收入预算情况说明", "2024年收入预算9.00万元，其中：财政拨款收入7.00万元；事业收入3.00万元，占22.22%。")
    whole = saying(budget(("P1", "部门收支总表", rows)), *said)
    text = replace(saying(whole, said[0], said[1].replace("3.00", "2.00")), forms=(), status="registered")
    query = "select identity_id, stated, expected from checks.outcome where outcome = 'violation' order by all"
    alone = desk.filled(tmp_path / "alone", [whole]).execute(query).fetchall()
    assert ("PN-01", 30_000, 20_000) in alone
    assert desk.filled(tmp_path / "twice", [whole, text]).execute(query).fetchall() == alone


@pytest.mark.parametrize(
    ("change", "rate", "outcomes"),
    [
        ("-0.40", "-7.41", ({"exact"}, {"exact"})),
        ("-0.04", "-7.41", ({"exact", "violation"}, {"exact"})),
        ("-0.40", "-4.71", ({"exact"}, {"exact", "violation"})),
    ],
)
@judged_together
def test_changes_beside_an_item_of_the_three_public_expenses_are_judged(change: str, rate: str, outcomes: tuple):
    """浙江, 内蒙古: the years and what changed are columns, an item a row."""
    rows: list[Text] = [
        ["项目", "2023年预算数", "2024年预算数", "增减额", "增减率（%）"],
        ["合计", "5.40", "5.00", change, rate],
        ["1.公务接待费", "0.60", "0.50", "-0.10", "-16.67"],
        ["2.公务用车购置及运行维护费", "4.80", "4.50", "-0.30", "-6.25"],
    ]
    found = yield budget(("P7", "一般公共预算“三公”经费预算表", rows))
    assert tuple(found.all_of(identity) for identity in ("PV-01", "PV-02")) == outcomes
