"""What publishers of other regions write: several names and numbers at once, parts and wholes, comparisons, lists."""

import pytest

from pipelines.amounts import squeeze
from pipelines.pages import Page
from pipelines.quantities import quantities
from pipelines.respective import respective
from pipelines.sections import sections_of
from pipelines.sentences import running_text
from tests.test_claims import (
    BASIC,
    FUND,
    GENERAL,
    INCOME,
    ITEMS,
    OVERALL,
    RUNNING,
    SPENDING,
    VISITS,
    said,
    value,
)
from tests.told import LEFT, RIGHT, SIZE, claims, line, running


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (SPENDING, "基本支出、项目支出分别为10.00万元、30.00万元，分别占支出合计的25%、75%。", [
            value("basic", "10.00"), value("project", "30.00"),
            ("basic", "share", "25", "%", "", "expenditure_total"), ("project", "share", "75", "%", "", "expenditure_total"),
        ]),
        (OVERALL, "2024年度收入总计、支出总计分别为5.00万元和6.00万元。", [
            value("income_grand_total", "5.00"), value("expenditure_grand_total", "6.00"),
        ]),
        (BASIC, "人员经费、公用经费分别比上年增加3万元、减少2万元。", [
            ("personnel", "change", "3", "万元", "up", "prior_year"), ("public", "change", "2", "万元", "down", "prior_year"),
        ]),
        (INCOME, "本年收入合计10万元，其中：财政拨款收入8万元，其他收入2万元。比上年增加3万元，增长42.86%。", [
            value("income_total", "10"), value("income_fiscal", "8"), value("income_other", "2"),
            ("income_total", "change", "3", "万元", "up", "prior_year"), ("income_total", "growth", "42.86", "%", "up", "prior_year"),
        ]),
        (INCOME, "本年收入合计10万元（其中：财政拨款收入8万元）。比上年增加3万元。", [
            value("income_total", "10"), value("income_fiscal", "8"), ("income_total", "change", "3", "万元", "up", "prior_year"),
        ]),
        (VISITS, "公务接待费3万元，其中：国内接待费2.5万元，外事接待费0.5万元，国（境）外接待费0万元。", [
            value("reception", "3"), value("reception_domestic", "2.5"), value("reception_foreign", "0.5"), value("reception_overseas", "0"),
        ]),
        (RUNNING, "机关运行经费支出10万元，主要原因是人员增加，比上年增加2万元，增长25%。", [
            value("running_costs", "10"), ("running_costs", "change", "2", "万元", "up", "prior_year"),
            ("running_costs", "growth", "25", "%", "up", "prior_year"),
        ]),
        (RUNNING, "机关运行经费支出10万元，主要原因是公用经费比上年增加2万元。", [
            value("running_costs", "10"), ("reason", "value", "2", "万元", "", ""),
        ]),
        (RUNNING, "机关运行经费支出10万元，较上年多2万元。", [
            value("running_costs", "10"), ("running_costs", "change", "2", "万元", "up", "prior_year"),
        ]),
        (GENERAL, "一般公共预算财政拨款支出10万元，比2019年增加2万元。", [
            value("general_budget", "10"), ("general_budget", "change", "2", "万元", "up", "other_year"),
        ]),
        (GENERAL, "年末一般公共预算财政拨款结转和结余1万元。", [value("closing_of_fund", "1")]),
        (SPENDING, "项目支出30万元，其中：基本建设类项目支出5万元。", [value("project", "30"), value("capital_construction", "5")]),
        (SPENDING, "项目支出，用于专项业务工作的经费支出30万元。", [value("project", "30")]),
        (INCOME, "2024年收入合计10万元。", [value("income_total", "10")]),
    ],
)  # fmt: skip
def test_amounts_and_their_subjects(heading, sentence, expected):
    assert said(heading, sentence) == expected


def test_a_statement_goes_on_behind_its_parts():
    found = claims(INCOME, "本年收入合计10万元，其中：财政拨款收入8万元。比上年增加3万元。其他收入2万元。")
    total, fiscal, change, other = (c.statement for c in found)
    assert total == change
    assert len({total, fiscal, other}) == 3


@pytest.mark.parametrize("sentence", ["人员经费、公用经费分别为3万元、2万元、1万元。", "经费分别为3万元、2万元。"])
def test_as_many_numbers_as_names_or_none(sentence):
    text = squeeze(sentence)
    assert respective(text, list(quantities(text, ()))) == {}


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("1.“教育支出”（类）“普通教育”（款）“小学教育”（项）", "小学教育"),
        ("2050202-小学教育：", "小学教育"),
        ("（2050202）小学教育：", "小学教育"),
    ],
)
def test_items_in_quotes_and_behind_their_codes(item, label):
    [claim] = claims(ITEMS, f"{item}支出决算为4.19万元。")
    assert (claim.label, claim.code, claim.role) == (label, "2050202", "value")


@pytest.mark.parametrize("heading", ["（一）支出决算总体情况", "（一）财政拨款支出决算情况说明"])
def test_headings_within_the_general_budget_stay_there(heading):
    text = running(GENERAL, heading, "支出决算为4.19万元。", FUND, "本年支出1万元。")
    assert sections_of(text.sentences)[1:3] == ["general_budget"] * 2


def test_a_hanging_point_of_a_list_is_one_paragraph():
    wide = int((RIGHT - LEFT) / SIZE)
    first = "1.教育支出（类）普通教育（款）小学教育（项）"
    first += "办" * (wide - len(first))
    lines = [line(first, 100.0), line("学" * (wide - 2), 120.0, 24.0), line("支出4.19万元。", 140.0, 24.0)]
    lines += [line("下" * wide, 160.0), line("段" * wide, 180.0)]
    text = running_text([Page(1, 600.0, 2000.0, tuple(lines), (), 99)])
    assert text.sentences[0].text[-6:] == ".19万元。"
    plain = [line("办" * wide, 100.0), line("学" * (wide - 2), 120.0, 24.0), *lines[3:]]
    paragraphs = {s.paragraph for s in running_text([Page(1, 600.0, 2000.0, tuple(plain), (), 99)]).sentences}
    assert len(paragraphs) == 2


def test_radicals_are_the_characters_they_look_like():
    assert squeeze("专⻔⻓⻋⾏⽀") == "专门长车行支"
