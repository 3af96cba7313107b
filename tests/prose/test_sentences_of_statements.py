"""How statements of courts, schools, districts and disabled people's federations say it: last year's amounts by their own names, a year that is another one, items behind codes."""

import pytest

from pipelines.reading.number_rules import explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.paragraphs import claims, running

TOTALS, INCOME, FISCAL = "一、收入支出决算总体情况说明", "二、收入决算情况说明", "四、财政拨款收入支出决算总体情况说明"
VISITS = "七、“三公”经费支出决算情况说明"


def said(*paragraphs: str) -> list[tuple[str, str, str]]:
    """(subject, role, text) of each claim of a report of 2024 that nothing is doubtful of."""
    return [(c.subject, c.role, c.text) for c in claims(*paragraphs, year=2024) if not c.doubts]


def explained(told: str) -> dict[str, str]:
    """What the rules for numbers explain in a paragraph: the letters from each number on, and the kind."""
    text = running(told)
    found = explain_numbers(text, number_rules("final")).by_offset
    return {text.text[at : at + 4]: one.kind for at, one in found.items()}


BOTH = [("income_grand_total", "value", "64.10"), ("expenditure_grand_total", "value", "90.20")]
LAST = [("income_grand_total", "prior", "53.30"), ("expenditure_grand_total", "prior", "46.40")]


@pytest.mark.parametrize("between", ["，", "。", "，与2023年相比，", "；"])
@pytest.mark.parametrize("side", ["支出总计", "上年支出总计"])
def test_totals_of_last_year_are_of_the_side_they_name(between, side):
    told = f"2024年度收入总计64.10万元，支出总计90.20万元{between}上年收入总计53.30万元，{side}46.40万元。"
    assert said(TOTALS, told) == [*BOTH, *LAST]


def test_a_total_of_this_year_behind_one_of_last_year_is_this_years():
    told = "上年收入总计53.30万元，本年支出总计90.20万元。"
    assert said(TOTALS, told)[1] == ("expenditure_grand_total", "value", "90.20")


def test_what_last_year_began_with_is_last_years():
    told = "上年度的年初结转结余数为70.71万元，今年的年初结转结余数为35.35万元。"
    assert said(TOTALS, told) == [("opening", "prior", "70.71"), ("opening", "value", "35.35")]


def test_a_change_of_another_years_amount_is_not_this_years():
    """2023年…，较上年增加 in a report of 2024 is from 2022; nothing is reckoned of it."""
    told = "2023年“三公”经费财政拨款支出决算为3.46万元，完成预算100%，较上年增加2.40万元，增长226.42%。"
    assert said(VISITS, told) == [("three_public", "prior", "3.46")]


@pytest.mark.parametrize(
    "told",
    [
        "2024年“三公”经费支出1.00万元，2023年决算为3.00万元，比上年减少2.00万元，下降66.67%。",
        "2023年“三公”经费支出3.00万元，2024年决算为1.00万元，比上年减少2.00万元，下降66.67%。",
    ],
)
def test_beside_this_years_amount_a_change_is_this_years(told):
    assert [c for c in said(VISITS, told) if c[1] in ("change", "growth")] == [
        ("three_public", "change", "2.00"), ("three_public", "growth", "66.67"),
    ]  # fmt: skip


def test_a_share_behind_another_source_in_percent_is_not_of_the_source_before():
    """事业收入0%: a clerk's slip for 0万元; its share is nobody's."""
    told = "本年收入合计64.10万元，其中：上级补助收入0万元，占比0%；事业收入5%，占比5%；经营收入1.00万元，占比1.56%。"
    assert [c for c in said(INCOME, told) if c[1] == "share"] == [
        ("income_superior", "share", "0"), ("income_business", "share", "1.56"),
    ]  # fmt: skip


def test_income_of_the_general_budget_may_be_named_without_its_fiscal_word():
    told = "本年收入合计64.10万元，其中：一般公共预算拨款60.00万元，占比93.60%。"
    assert said(INCOME, told)[1:] == [
        ("income_general_budget", "value", "60.00"),
        ("income_general_budget", "share", "93.60"),
    ]


@pytest.mark.parametrize(("heading", "subject"), [(TOTALS, "expenditure_grand_total"), (FISCAL, "fiscal_expenditure")])
def test_spending_in_total_may_be_named_by_its_last_letters(heading, subject):
    money = "财政拨款" if heading == FISCAL else ""
    assert (subject, "value", "46.06") in said(heading, f"2024年度{money}收入47.17万元、支总计46.06万元。")


@pytest.mark.parametrize("name", ["“三公”经费公共预算财政拨款支出", "“三公”经费决算数据"])
def test_the_three_public_expenses_have_more_names(name):
    assert said(VISITS, f"{name}比2023年“三公”经费决算数据减少16.50万元，下降18.00%。") == [
        ("three_public", "change", "16.50"), ("three_public", "growth", "18.00"),
    ]  # fmt: skip


def test_a_group_stands_behind_its_code_and_a_dash():
    items = [
        "（一）201-一般公共服务支出653万元，较2023年决算数增加54万元，其中：",
        "1、20103-政府办公厅（室）及相关机构事务185万元，较2023年决算数增加86万元，增长86.87%。",
        "2、20123-民族事务56万元，与2023年决算数持平。",
    ]
    found = claims("五、一般公共预算财政拨款支出决算情况说明", *items, year=2024)
    assert [(c.code, c.role, c.text) for c in found] == [
        ("201", "value", "653"), ("201", "change", "54"),
        ("20103", "value", "185"), ("20103", "change", "86"), ("20103", "growth", "86.87"),
        ("20123", "value", "56"), ("20123", "direction", "持平"),
    ]  # fmt: skip
    assert explained(items[1])["2010"] == "code"
    assert explained(items[0])["201-"] == "code"


def test_the_time_of_day_of_a_web_page_is_no_money():
    """Between the day and its time the page prints a space, which no reader keeps."""
    assert explained("发布时间：2020-08-24 09:26:52 打印")["2409"] == "date"
    assert explained("发布时间：2020-08-24 09:26 打印")["26打印"] == "date"


def test_what_is_no_code_stays_what_it_is():
    assert "2010" not in explained("支出20103-20200元之间")
