"""Sentences of budgets as counties and schools publish them: 甘肃, 山西, 四川, 青海, 广西."""

import re

import pytest

from pipelines.prose.disambiguation import fit
from pipelines.prose.grammars import BUDGET
from pipelines.prose.sections import sections_of
from pipelines.reading.number_rules import explain_in_sections, explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.paragraphs import claims, running

OVERALL = "二、收支预算总体情况"


def said(*paragraphs: str) -> list[tuple[str, str | None, str, str]]:
    """Subject, code, role and number of each claim without doubts of a budget of 2024."""
    told = claims(*paragraphs, year=2024, of_budget=True)
    return [(c.subject, c.code, c.role, c.text or c.direction) for c in told if not c.doubts]


@pytest.mark.parametrize(
    ("reason", "subject"), [("减少的主要原因是人员减少。", "basic"), ("增加的主要原因是人员增加。", "function")]
)
def test_a_reason_behind_parts_is_of_the_amount_that_changed(reason: str, subject: str):
    """The parts go no way; the reason that goes against the change is left as it stands."""
    paragraphs = (
        "（二）一般公共预算支出情况",
        "1.2024年基本支出424.50万元，比2023年减少23.70万元，基本支出包括：教育支出300.00万元，住房保障支出124.50万元。",
        reason,
    )
    found = fit(claims(*paragraphs, year=2024, of_budget=True), (), running(*paragraphs))
    [told] = [claim for claim in found if claim.role == "direction"]
    assert told.subject == subject


def test_general_expenses_of_the_fiscal_appropriation_are_the_three_public_ones_and_others():
    found = said(
        "四、部门一般性支出财政拨款情况", "1.因公出国（境）费用0万元。", "2.公务接待费0.3万元。", "3.公务用车购置及运行维护费1.2万元。", "4.培训费0.5万元，比2023年预算增加0.02万元。"
    )  # fmt: skip
    assert [one[0] for one in found] == ["abroad", "reception", "vehicles", "training", "training"]


def test_indicators_by_function_are_told_below_their_own_heading():
    found = said(
        "（一）基本支出",
        "2024年基本支出60.65万元。",
        "（三）政府支出功能分类指标",
        "1.一般公共服务支出60.65万元，比2023年预算增加10.18万元。",
    )
    assert found[1:] == [("function", "201", "value", "60.65"), ("function", "201", "change", "10.18")]


def test_points_that_begin_with_what_was_drawn_up():
    found = said(
        "三、部门预算情况说明：",
        "1、收入预算编制情况：2024年收入预算455.04万元，比2023年增加41.58万元。其中：一般公共预算拨款455.04万元，无政府性基金预算拨款。",
        "2、基本支出编制情况：2024年基本支出332.04万元，比2023年增加10.28万元。",
    )
    assert [one[0] for one in found] == ["income_grand_total"] * 2 + ["income_general_budget"] + ["basic"] * 2


def test_wages_and_benefits_with_an_and():
    found = said(OVERALL, "2024年支出预算总额658.66万元，其中：工资和福利支出562.52万元，商品和服务支出96.14万元。")
    assert found[1] == ("economic", "301", "value", "562.52")


def test_a_budget_of_cars_is_of_vehicles():
    found = said("一、“三公”经费预算情况", "（三）公务用车费预算19.95万元，同比减少5.70万元，下降22.22%。")
    assert found[:3] == [
        ("vehicles", None, "value", "19.95"), ("vehicles", None, "change", "5.70"), ("vehicles", None, "growth", "22.22")
    ]  # fmt: skip


def test_members_that_are_new_are_no_guests_of_a_meeting():
    found = said(
        "七、“三公”经费预算情况", "会议费35.00万元，会议费增加11.30万元，原因是2024年新增加委员25名，会议就餐费用增加。"
    )
    assert "meeting_persons" not in {one[0] for one in found}


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("一、单位概况", "学校建筑总用地面积32796㎡，建筑面积为13265.77㎡，占地51.16亩。"),
        (OVERALL, "我2024年没有政府性基金预算拨款，所以公开的附件3、15、16、17、24表均为空。"),
        ("一、单位概况", "我院目前位于样本大道339号样本园C9栋2-4楼，业务用房面积3702平方米。"),
        ("六、绩效情况", "编制绩效目标的项目覆盖率（实际编制绩效目标的项目/应编制绩效目标的项目）为100%。"),
        ("四、支出预算", "我单位2024年主要项目支出有工作经费30万元，委员活动经费28万元，平台运行及维护经费10万元。"),
        (OVERALL, "预算年度：2024"),
        ("四、支出预算", "（一）2024基本支出预算5万元。"),
    ],
)
def test_numbers_that_are_no_money_of_a_total_are_explained(paragraphs: tuple[str, ...]):
    text = running(*paragraphs)
    explained = explain_in_sections(
        text, sections_of(text.sentences, BUDGET), explain_numbers(text, number_rules("budget"))
    )
    numbers = [m.start() for m in re.finditer(r"\d[\d.]*", text.text)]
    assert [text.text[at:][:6] for at in numbers if at not in explained.by_offset and text.text[at:][:2] != "5万"] == []


def test_what_is_on_accounts_from_the_year_before_is_a_source_of_its_own():
    """西安: it was read as last year's income of the source before it."""
    found = said(
        "五、收支预算总体情况说明",
        "本部门当年预算收入9.00万元，其中：事业单位经营收入6.00万元、上年实户资金余额2.00万元、上年结转1.00万元。",
    )
    assert found[1:] == [
        ("income_business", None, "value", "6.00"), ("account_balance", None, "value", "2.00"), ("opening", None, "value", "1.00")
    ]  # fmt: skip


def test_a_change_of_business_income_is_its_own_by_its_whole_name():
    """重庆: 资金 behind the sources, or none."""
    found = said(
        OVERALL,
        "2024年年初预算数9.00万元，其中：一般公共预算拨款9.00万元。收入比2023年减少6.00万元，主要是事业单位经营收入资金减少4.00万元，其他收入资金减少2.00万元。",
    )
    assert found[-2:] == [("income_business", None, "change", "4.00"), ("income_other", None, "change", "2.00")]


def test_money_of_the_targets_of_the_whole_unit_is_all_of_it():
    """长沙."""
    found = said("五、预算绩效情况", "纳入2024年部门整体支出绩效目标的金额为656.73万元，具体绩效目标详见报表。")
    assert found == [("targeted_whole", None, "value", "656.73")]
