"""Numbers that are of several names together, of a part, of another year, of the rest: not of the name right before them."""

import pytest

from tests.support.desk.headed_claims import (
    BASIC,
    FISCAL,
    GENERAL,
    INCOME,
    ITEM,
    ITEMS,
    OVERALL,
    SPENDING,
    VISITS,
    facts_of,
    value,
)
from tests.support.desk.paragraphs import claims


def percent(subject: str, role: str, text: str, direction: str = "", base: str = "") -> tuple:
    return (subject, role, text, "%", direction, base)


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (INCOME, "事业收入和其他收入20.00万元。", [value("other_kinds", "20.00")]),
        (INCOME, "事业收入、其他收入合计20.00万元，占5%。", [value("other_kinds", "20.00"), percent("other_kinds", "share", "5", "", "unstated")]),
        (INCOME, "非财政拨款收入20.00万元。", [value("income_part", "20.00")]),
        (GENERAL, "社会保障和就业支出、卫生健康支出、住房保障支出共20.00万元。", [value("other_kinds", "20.00")]),
        (SPENDING, "社会保障和就业支出20.00万元。", [value("function", "20.00")]),
        (SPENDING, "基本支出和项目支出分别为20.00万元、30.00万元。", [value("basic", "20.00"), value("project", "30.00")]),
        (SPENDING, "项目支出50.00万元中，经常性项目支出20.00万元，行政事业类项目支出30.00万元。", [
            value("project", "50.00"), value("project_kind", "20.00"), value("project_kind", "30.00")]),
        (SPENDING, "人员经费10.00万元，公用经费5.00万元，项目经费30.00万元。", [value("personnel", "10.00"), value("public", "5.00"), value("project_kind", "30.00")]),
        (SPENDING, "基本支出、项目支出、经营支出占比分别为40%、60%和0。", [
            percent("basic", "share", "40", "", "unstated"), percent("project", "share", "60", "", "unstated"),
            percent("business_expenditure", "share", "0", "", "unstated")]),
        (FISCAL, "上年结转9.00万元（其中一般公共预算4.00万元、政府性基金预算3.00万元和国有资本经营预算2.00万元）。", [
            value("opening", "9.00"), value("opening_of_fund", "4.00"), value("opening_of_fund", "3.00"), value("opening_of_fund", "2.00")]),
        (FISCAL, "年末结转和结余9.00万元。其中：一般公共预算财政拨款年末结转和结余5.00万元，政府性基金预算4.00万元。", [
            value("closing", "9.00"), value("closing_of_fund", "5.00"), value("closing_of_fund", "4.00")]),
        (FISCAL, "年初结转和结余9.00万元，一般公共预算财政拨款50.00万元。", [value("opening", "9.00"), value("income_general_budget", "50.00")]),
        (OVERALL, "收、支总计50.00万元，不含上年结转为40.00万元。", [value("grand_total", "50.00")]),
        (OVERALL, "收、支总计（不含年初结转和结余10.00万元）40.00万元。", [value("opening", "10.00")]),
        (BASIC, "人员经费50.00万元（含离退休人员经费20.00万元），公用经费（含资本性支出3.00万元）10.00万元。", [
            value("personnel", "50.00"), value("economic", "3.00"), value("public", "10.00")]),
        (GENERAL, "一般公共预算财政拨款支出50.00万元，占本年支出合计100.00万元的50%，比上年增加5.00万元。", [
            value("general_budget", "50.00"), value("expenditure_total", "100.00"), percent("general_budget", "share", "50", "", "expenditure_total"),
            ("general_budget", "change", "5.00", "万元", "up", "prior_year")]),
        (VISITS, "因公出国（境）费6.00万元，人均2.00万元。", [value("abroad", "6.00"), ("abroad", "mean", "2.00", "万元", "", "")]),
    ],
)  # fmt: skip
def test_what_a_number_is_of(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


def test_parts_of_those_sent_abroad_are_no_guests_and_their_money_is_not_all_of_it():
    told = "因公出国（境）费6.00万元，参加出国团组1个、1人次，支出2.00万元，自行组团1个、4人次，支出4.00万元。"
    assert [(subject, text) for subject, _, text, *_ in facts_of(VISITS, told)] == [
        ("abroad", "6.00"), ("abroad_groups_part", "1"), ("abroad_persons_part", "1"), ("abroad_groups_part", "1"), ("abroad_persons_part", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "2023年“三公”经费预算5.98万元，决算5.26万元，完成预算的87.96%。",
        "2023年“三公”经费预算5.98万元，其中：公务接待费1.00万元。",
    ],
)
def test_what_follows_an_amount_of_another_year_is_of_that_year(told):
    assert [one.doubts for one in claims(VISITS, told)][1:] == [("says 2023",)] * (len(claims(VISITS, told)) - 1)


def test_a_budget_compared_with_the_one_before_says_nothing_of_the_outcome():
    told = "年初预算为50.00万元，比上年年初预算40.00万元增加10.00万元，增长25%，支出决算为55.00万元。"
    found = claims(ITEMS, ITEM, told)
    assert [(one.role, bool(one.doubts)) for one in found] == [
        ("budget", False), ("prior", True), ("change", True), ("growth", True), ("value", False)
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["、", "和", "及"])
def test_what_is_told_of_several_items_together_is_of_no_one_of_them(between):
    named = f"1.住房保障支出（类）住房改革支出（款）住房公积金（项）{between}购房补贴（项）"
    heading = "（三）一般公共预算财政拨款支出决算具体情况"
    for text in (
        f"{named}年初预算为4.00万元，支出决算为5.00万元。",
        f"{named}。年初预算为4.00万元，支出决算为5.00万元。",
    ):
        assert {claim.subject for claim in claims(heading, text)} == {"other_kinds"}
    apart = claims(heading, f"{named}分别为4.00万元和5.00万元。")
    assert [claim.code for claim in apart] == ["2210201", "2210203"]
