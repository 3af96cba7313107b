"""How pages of towns and their units say it: changes of counts, 增 and 减 alone, both vehicle costs in the other order."""

import pytest

from pipelines.prose.grammars import FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from pipelines.reading.number_rules import explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.headed_claims import VISITS, fact, facts_of, value
from tests.support.desk.paragraphs import claims, running

UP, DOWN = ("up", "prior_year"), ("down", "prior_year")
COSTS = "六、一般公共预算“三公”经费情况说明"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("公务用车购置数3辆，较上年增加1辆；公务用车保有量9辆，较上年减少4辆。", [
            fact("vehicles_purchased", "count", "3", "辆"), fact("vehicles_purchased", "change", "1", "辆", *UP),
            fact("vehicle_stock", "count", "9", "辆"), fact("vehicle_stock", "change", "4", "辆", *DOWN)]),
        ("公务接待费5万元，较上年减少1万元，国内公务接待8批次，较上年减少2批次，下降20%。", [
            value("reception", "5"), fact("reception", "change", "1", "万元", *DOWN), fact("reception_batches", "count", "8", "批次"),
            fact("reception_batches", "change", "2", "批次", *DOWN), fact("reception_batches", "growth", "20", "%", *DOWN)]),
        ("因公出国（境）3人次，与上年持平。", [fact("abroad_persons", "count", "3", "人次"), fact("abroad_persons", "direction", "持平", "", "same", "prior_year")]),
        ("公务接待费5万元，接待3批次，与上年持平。", [
            value("reception", "5"), fact("reception_batches", "count", "3", "批次"), fact("reception", "direction", "持平", "", "same", "prior_year")]),
        ("公务用车运行维护费2万元，较年初预算数减少1万元，公务用车保有量减少4辆。", [
            value("running", "2"), fact("running", "change", "1", "万元", "down", "initial_budget"), fact("vehicle_stock", "change", "4", "辆", "down", "")]),
        ("因公出国（境）团组2个、3人次，较上年增加1个、2人次。", [
            fact("abroad_groups", "count", "2", "个"), fact("abroad_persons", "count", "3", "人次"),
            fact("abroad_groups", "change", "1", "个", *UP), fact("abroad_persons", "change", "2", "人次", *UP)]),
        ("公务用车保有量减少4辆；国内公务接待批次较上年减少3批次。", [
            fact("vehicle_stock", "change", "4", "辆", "down", ""), fact("reception_batches", "change", "3", "批次", *DOWN)]),
        ("公务接待费5万元，较上年减少1万元，接待3批次，与上年持平。", [
            value("reception", "5"), fact("reception", "change", "1", "万元", *DOWN), fact("reception_batches", "count", "3", "批次"),
            fact("reception_batches", "direction", "持平", "", "same", "prior_year")]),
        ("“三公”经费支出决算汇总数为5万元，全年运行维护费支出4万元。", [value("three_public", "5"), value("running", "4")]),
        ("公务接待费5万元，增加2万元，增66.70%。", [value("reception", "5"), fact("reception", "change", "2", "万元", "up", ""), fact("reception", "growth", "66.70", "%", "up", "")]),
        ("公务用车运行维护及购置费5万元；公务用车运行及维护费4万元，购置经费1万元。", [value("vehicles", "5"), value("running", "4"), value("purchase", "1")]),
        ("2024年车辆运行维护费支出4万元，车辆购置支出0万元。", [value("running", "4"), value("purchase", "0")]),
        ("因公出国（境）费、公务接待费（简称“三公”经费）支出合计5万元，相较于上年增加1万元。", [
            value("three_public", "5"), fact("three_public", "change", "1", "万元", *UP)]),
        ("经比较2024年度“三公”经费5万元，较上年增加1万元。", [value("three_public", "5"), fact("three_public", "change", "1", "万元", *UP)]),
        ("“三公”经费5万元。较2023年度部门决算公开“三公”经费合计4万元增加1万元。", [
            value("three_public", "5"), fact("three_public", "prior", "4"), fact("three_public", "change", "1", "万元", *UP)]),
        ("“三公”经费5万元，比2024年度“三公”经费财政拨款年初预算6万元减少1万元。", [
            value("three_public", "5"), fact("three_public", "budget", "6", "万元", "", "initial"), fact("three_public", "change", "1", "万元", "down", "initial_budget")]),
        ("因公出国（境）费支出0万元，与2024年度预算相比，相差0万元。", [value("abroad", "0"), fact("abroad", "change", "0", "万元", "", "budget")]),
    ],
)  # fmt: skip
def test_what_an_account_says(sentence, expected):
    assert facts_of(VISITS, sentence) == expected


def said(heading: str, *sentences: str) -> list[tuple]:
    """(subject, role, text, direction, base) of each claim of a budget of 2026."""
    found = claims(heading, *sentences, year=2026, of_budget=True)
    return [(c.subject, c.role, c.text, c.direction, c.base) for c in found]


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        ("一、预算收支增减情况说明", "2026年基本支出预算较上年增17万元，增幅17.20%。", [
            ("basic", "change", "17", "up", "prior_budget"), ("basic", "growth", "17.20", "up", "prior_budget")]),
        ("一、预算收支增减情况说明", "2026年项目支出预算较上年（减）6万元，（减）幅23%。", [
            ("project", "change", "6", "down", "prior_budget"), ("project", "growth", "23", "down", "prior_budget")]),
        (COSTS, "公务接待费64元，比上年预算减15元，增（减）0元。", [
            ("reception", "value", "64", "", ""), ("reception", "change", "15", "down", "prior_budget"), ("reception", "change", "0", "unresolved", "prior_budget")]),
        (COSTS, "公务接待费2026年预算8万元，2025年预算12万元，对比减少4万元；减少率33%。", [
            ("reception", "value", "8", "", ""), ("reception", "prior", "12", "", "prior_budget"), ("reception", "change", "4", "down", "prior_budget"),
            ("reception", "growth", "33", "down", "prior_budget")]),
        (COSTS, "公务接待费8万元，较2025年年初预算的12万元减少4万元，相比2025年预算减少4万元。", [
            ("reception", "value", "8", "", ""), ("reception", "prior", "12", "", "prior_budget"),
            ("reception", "change", "4", "down", "prior_budget"), ("reception", "change", "4", "down", "prior_budget")]),
        (COSTS, "“三公”经费预算116元，比2025年年终决算127元减少11元。", [
            ("three_public", "value", "116", "", ""), ("three_public", "prior", "127", "", "prior_execution"), ("three_public", "change", "11", "down", "prior_execution")]),
        (COSTS, "“三公”经费预算5元，较上年8元减少3元。", [
            ("three_public", "value", "5", "", ""), ("three_public", "prior", "8", "", "prior_budget"), ("three_public", "change", "3", "down", "prior_budget")]),
        ("一、预算收支增减情况说明", "1.工资福利支出较上年增18元，增21.80%。", [
            ("economic", "change", "18", "up", "prior_budget"), ("economic", "growth", "21.80", "up", "prior_budget")]),
        ("一、单位预算收支情况说明", "单位预算收入90元。其中：上年结余结（转）15元，占总收入16.70%。", [
            ("income_grand_total", "value", "90", "", ""), ("opening", "value", "15", "", ""), ("opening", "share", "16.70", "", "income_total")]),
        (COSTS, "“三公”经费预算52元，与2025年预算持平：一、2026年因公出国（境）费预算17元，与2025年预算相比增加17元。", [
            ("three_public", "value", "52", "", ""), ("three_public", "direction", "持平", "same", "prior_budget"), ("abroad", "value", "17", "", ""),
            ("abroad", "change", "17", "up", "prior_budget")]),
        (COSTS, "2026年运行维护费预算比2025年增长3.40%。", [("running", "growth", "3.40", "up", "prior_budget")]),
    ],
)  # fmt: skip
def test_what_a_budget_says(heading, sentence, expected):
    assert said(heading, sentence) == expected


def test_classes_of_a_list_are_named_without_their_word_for_spending():
    found = claims(
        "一、单位预算收支情况说明",
        "按支出功能分类：教育40万元，占总支出80%；社会保障和就业8万元；其他1万元；住房保障支出1万元。",
        year=2026,
        of_budget=True,
    )
    assert [(c.subject, c.code, c.role, c.text) for c in found] == [
        ("function", "205", "value", "40"), ("function", "205", "share", "80"), ("function", "208", "value", "8"), ("function", "221", "value", "1"),
    ]  # fmt: skip


def test_a_comparison_that_leaves_something_out_is_doubted():
    found = claims(
        "三、支出决算情况说明",
        "基本支出9万元，扣除一次性因素后，同口径增加3万元，增长50%；项目支出5万元，比上年增加1万元。",
    )
    assert [(c.text, c.doubts) for c in found if c.role != "value"] == [
        ("3", ("compares without something",)),
        ("50", ("compares without something",)),
        ("1", ()),
    ]


def test_the_sum_of_several_units_is_an_outcome_or_a_budget_without_doubt():
    found = claims(
        VISITS, "“三公”经费支出决算汇总数为5万元，“三公”经费预算汇总数8万元，公务接待费年初预算汇总数6万元。"
    )
    assert [(c.role, c.base, c.doubts) for c in found] == [
        ("value", "", ()), ("budget", "unstated", ()), ("budget", "initial", ()),
    ]  # fmt: skip


def test_this_years_amount_and_last_years_are_one_statement():
    this, last, change = claims(VISITS, "2024年公务接待费支出5万元，2023年公务接待费支出4万元，增加1万元。")[:3]
    assert (this.role, last.role, change.role) == ("value", "prior", "change")
    assert this.statement == last.statement == change.statement


def test_an_amount_of_the_three_public_expenses_outright_leaves_what_a_unit_is():
    found = running("一、单位概况", "2024年度“三公”经费5万元，其中：公务接待费5万元。").sentences
    assert sections_of(found, FINAL_ACCOUNT)[1] == "three_public"


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("省委省政府30条和市政府20条规定", "number of rules (八项规定, 30 条)"),
        ("连续7年下降", "years in a row"),
        ("局机关1个单位出国团组", "number of units"),
        ("如“9.16”灾害", "name with a date"),
        ("昌南2024“三公”经费预算", "year before 三公"),
        ("样本县公安局编制数516，实有人数603。", "people that are counted (编制, 在职, 人员)"),
    ],
)
def test_numbers_of_rules_years_and_dates_in_names_are_explained(words, rule):
    text = running(words)
    assert {found for _, found in explain_numbers(text, number_rules("final")).by_offset.values()} == {rule}


def test_a_score_in_quotes_is_no_date():
    assert not explain_numbers(running("得分“6.13”分。"), number_rules("final")).by_offset
