"""Totals that hold what is left of another year, budgets of a fund by its bare name, parts of a class, and what is of several or of none."""

import pytest

from pipelines.prose.disambiguation import fit
from tests.support.desk.headed_claims import OVERALL
from tests.support.desk.paragraphs import claims, running

FUND = "八、政府性基金预算财政拨款收入支出决算情况说明"
BUDGETED = "五、一般公共预算支出预算情况说明"
SPENT = "三、支出预算情况说明"
COSTS = "七、“三公”经费支出情况说明"
REVIEWED = "十、预算绩效情况说明"


def said(*paragraphs: str, of_budget: bool = False) -> list[tuple]:
    return [(c.subject, c.role, c.text) for c in claims(*paragraphs, of_budget=of_budget)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2024年度收入90.00万元（含上年结转），支出90.00万元。", [("income_grand_total", "90.00"), ("expenditure_grand_total", "90.00")]),
        ("江州市文化局2024年度收入90.00万元，含年初结转和结余5.00万元。", [("income_grand_total", "90.00"), ("opening", "5.00")]),
        ("2024年度支出90.00万元（含结余分配、年末结转）。", [("expenditure_grand_total", "90.00")]),
        ("2024年度收入90.00万元（不含上年结转），支出85.00万元。", [("income_total", "90.00"), ("expenditure_total", "85.00")]),
        ("2024年度本年收入90.00万元（含上年结转）。", [("income_total", "90.00")]),
        ("2024年度收、支总计99.00万元，其中当年收入90.00万元，当年支出85.00万元。", [("grand_total", "99.00"), ("income_total", "90.00"), ("expenditure_total", "85.00")]),
    ],
)  # fmt: skip
def test_a_total_that_holds_what_is_left_is_the_grand_total(sentence, expected):
    assert [(subject, text) for subject, role, text in said(OVERALL, sentence) if role == "value"] == expected


@pytest.mark.parametrize(
    ("rate", "subject"), [("12.50", "income_total"), ("11.11", "income_grand_total"), ("40.00", "income_grand_total")]
)
@pytest.mark.parametrize("of_budget", [False, True])
def test_a_change_that_begins_a_sentence_is_of_the_total_that_it_fits(rate, subject, of_budget):
    """收入总计 X，其中本年收入 Y。比上年增加 Z: of Y where P% is what Z is of it alone, else of X."""
    words = (OVERALL, f"2024年度收入总计100.00万元，其中本年收入90.00万元。比上年增加10.00万元，增长{rate}%。")
    found = fit(claims(*words, of_budget=of_budget), (), running(*words))
    assert [c.subject for c in found if c.role in ("change", "growth")] == [subject, subject]


@pytest.mark.parametrize(
    ("sentence", "expected", "is_clear"),
    [
        ("2024年度政府性基金预算45.00万元，支出决算44.00万元。", [("government_fund", "budget", "45.00"), ("government_fund", "value", "44.00")], True),
        ("2024年度政府性基金预算45.00万元，决算数44.00万元。", [("government_fund", "budget", "45.00"), ("government_fund", "value", "44.00")], False),
        ("2024年度政府性基金预算45.00万元。", [("income_government_fund", "value", "45.00")], True),
        ("2024年度政府性基金期初余额2.00万元，本年收入3.00万元，期末余额1.00万元。", [("opening", "value", "2.00"), ("income_government_fund", "value", "3.00"), ("closing", "value", "1.00")], True),
    ],
)  # fmt: skip
def test_the_bare_name_of_a_fund_is_its_budget_where_its_outcome_follows(sentence, expected, is_clear):
    found = claims(FUND, f"{sentence}主要用于文化设施建设、设备更新和场馆维护等方面的工作，保障各项工作顺利开展。")
    assert [(c.subject, c.role, c.text) for c in found] == expected
    assert bool(found[-1].doubts) is not is_clear


def test_parts_behind_one_class_are_the_class_s_and_behind_several_the_whole_s():
    one = claims(BUDGETED, "教育支出20.00万元，其中：人员经费15.00万元，公用经费5.00万元。", of_budget=True)
    assert [(c.subject, c.code) for c in one] == [("function", "205"), ("personnel", "205"), ("public", "205")]
    two = claims(BUDGETED, "教育支出20.00万元，住房保障支出4.00万元，其中：人员经费15.00万元。", of_budget=True)
    assert [(c.subject, c.code) for c in two][-1] == ("personnel", None)


def test_a_numbered_class_is_no_project():
    points = (SPENT, "2024年支出预算90.00万元，包括：", "1.教育支出80.00万元。", "2.校舍维修项目支出10.00万元。")
    assert [subject for subject, _, _ in said(*points, of_budget=True)] == [
        "expenditure_grand_total",
        "function",
        "named_project",
    ]


def test_names_in_quotes_side_by_side_are_named_together():
    found = said(
        COSTS, "2024年“会议费”“培训费”财政拨款预算数3.00万元，其中：会议费1.00万元，培训费2.00万元。", of_budget=True
    )
    assert [subject for subject, _, _ in found] == ["other_kinds", "conference", "training"]


def test_offices_behind_evaluated_projects_are_not_counted_as_projects():
    found = said(REVIEWED, "对9个重点项目开展评价，涉及部门单位7个，资金50.00万元。")
    assert found == [("evaluated_projects", "count", "9"), ("evaluated_projects", "value", "50.00")]


def test_a_change_behind_shares_is_of_the_whole_where_it_fits_that_alone():
    """…；其他收入 X，占 P%，比上年减少 Z: Z and its rate are those of the total, not of X."""
    words = (
        OVERALL,
        "2024年度收入合计100.00万元，其中：财政拨款收入90.00万元，占90%；其他收入10.00万元（含利息1.00万元），占10%，比上年减少25.00万元，下降20%。",
    )
    found = fit(claims(*words), (), running(*words))
    assert [c.subject for c in found if c.role in ("change", "growth")] == ["income_total", "income_total"]


def test_a_numbered_class_by_its_bare_name_is_no_project_either():
    points = (SPENT, "2024年支出预算90.00万元，包括：", "1.一般公共服务80.00万元。", "2.校舍维修10.00万元。")
    assert [subject for subject, _, _ in said(*points, of_budget=True)] == [
        "expenditure_grand_total",
        "function",
        "named_project",
    ]


def test_totals_and_projects_of_short_budgets_are_named():
    words = (
        "二、预算情况说明",
        "一、收入预算90.00万元，其中财政专户拨款10.00万元。",
        "部门专项项目预算5.00万元（明细见附表）。",
    )
    assert [subject for subject, _, _ in said(*words, of_budget=True)] == [
        "income_grand_total",
        "special_accounts",
        "project_kind",
    ]
