"""What clinics, party schools and small towns write: amounts of last year that name themselves, kinds of spending nobody knows, sides as points."""

import pytest

from pipelines.prose.disambiguation import fit
from pipelines.prose.grammars import BUDGET, FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from pipelines.reading.number_rules import explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.headed_claims import INCOME, OVERALL, SPENDING, VISITS, fact, facts_of, value
from tests.support.desk.paragraphs import claims, running

LAST_YEAR = "prior_year"


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (SPENDING, "与2023年总支出90万元相比，增加9万元，增长10%。", [
            fact("expenditure_grand_total", "prior", "90"),
            fact("expenditure_grand_total", "change", "9", direction="up", base=LAST_YEAR),
            fact("expenditure_grand_total", "growth", "10", "%", "up", LAST_YEAR),
        ]),
        (INCOME, "相比2023年的总收入90.50减少9.05万元。", [
            fact("income_grand_total", "prior", "90.50"),
            fact("income_grand_total", "change", "9.05", direction="down", base=LAST_YEAR),
        ]),
        (SPENDING, "总支出9万元。其中，管理费用减少7万元，其他支出增加1万元。", [
            value("expenditure_grand_total", "9"), fact("other_kinds", "change", "1", direction="up", base=LAST_YEAR),
        ]),
        (SPENDING, "其中，教育支出减少7万元，其他支出增加1万元。", [
            fact("function", "change", "7", direction="down", base=LAST_YEAR), fact("function", "change", "1", direction="up", base=LAST_YEAR),
        ]),
        (OVERALL, "1、收入：9万元。同比上年度增加1万元，增加12.5%。", [
            value("income_total", "9"), fact("income_total", "change", "1", direction="up", base=LAST_YEAR),
            fact("income_total", "growth", "12.5", "%", "up", LAST_YEAR),
        ]),
        (OVERALL, "2、支出：8万元。其中：人员经费支出5万元，公用经费支出3万元。", [
            value("expenditure_total", "8"), value("personnel", "5"), value("public", "3"),
        ]),
    ],
)  # fmt: skip
def test_what_is_said_of_both_years(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


def test_last_years_amount_without_its_unit_says_so():
    [last, change] = claims(INCOME, "相比2023年的总收入90.50减少9.05万元。")
    assert (last.doubts, change.doubts) == (("unit is not printed",), ())


@pytest.mark.parametrize(("named", "doubts"), [("2023", ("says 2023",)), ("2024", ())])
def test_an_amount_of_a_budget_is_of_the_year_that_its_sentence_begins_with(named: str, doubts: tuple[str, ...]):
    told = f"{named}年因公出国（境）团组1次、2人次，发生住宿费、培训费等因公出国（境）经费支出3万元。"
    *_, cost = claims(VISITS, told, year=2024, of_budget=True)
    assert (cost.subject, cost.text, cost.doubts) == ("abroad", "3", doubts)


@pytest.mark.parametrize(
    ("share", "fits"),
    [("占100%", (None, False)), ("占91.50%", ("income_total", True))],
)
def test_a_source_that_is_said_to_be_all_income_is_not_all_of_itself(share: str, fits: tuple):
    told = f"本年收入合计100.00万元。财政拨款收入91.50万元，{share}；事业收入8.50万元。"
    found = fit(claims(INCOME, told), (), running(INCOME, told))
    assert [(one.fitted, one.fits) for one in found if one.role == "share"] == [fits]


def test_a_budget_is_told_below_its_own_heading_and_its_projects_below_theirs():
    text = running(
        "一、基本情况", "全局现有人员43人。", "二、预算安排情况", "预算总收入417.60万元。", "三、主要项目支出安排",
        "1、委员补助21.50万元；2、例会7.50万元。",
    )  # fmt: skip
    assert [*dict.fromkeys(sections_of(text.sentences, BUDGET))] == ["profile", "overall", "projects"]


def test_how_many_people_came_or_went_is_explained():
    text = running("一、单位情况", "年末在职职工246人，比上年减少10人，其中离休人员4人，比上年末增加1人。")
    found = explain_numbers(text, number_rules("final")).by_offset
    assert [text.text[at : at + 2] for at in sorted(found)] == ["24", "10", "4人", "1人"]


def test_three_public_expenses_are_no_heading_of_a_whole_budget():
    text = running("二、“三公”经费预算安排情况", "“三公”经费预算9.00万元。")
    assert set(sections_of(text.sentences, BUDGET)) == {"three_public"}


@pytest.mark.parametrize(
    ("before", "section"),
    [("三、支出决算情况说明", "overall"), ("四、财政拨款收入支出决算总体情况说明", "other")],
)
def test_what_is_left_at_the_end_of_the_year_is_of_both_sides_behind_either_of_them(before: str, section: str):
    text = running(before, "本年支出9万元。", "五、年末结转和结余情况说明", "年末结转和结余3万元。")
    assert sections_of(text.sentences, FINAL_ACCOUNT)[-1] == section


def test_a_mean_right_behind_a_trip_is_of_the_trip():
    told = "国内公务接待12批次、96人次。因公出国（境）费人均0.57万元。"
    [*_, mean] = claims(VISITS, told)
    assert (mean.subject, mean.role, mean.doubts) == ("abroad", "mean", ())
