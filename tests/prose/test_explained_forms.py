"""Prose below the form it explains, totals told with what they include, and covers that break before “三公”."""

import pytest

from pipelines.forms.disclosure import identify
from pipelines.forms.layout import lay_out
from pipelines.prose.grammars import BUDGET, FINAL_ACCOUNT
from pipelines.prose.sections import sections_of
from tests.support.desk.headed_claims import OVERALL, fact, facts_of, value
from tests.support.desk.paragraphs import running
from tests.support.paper.drafts import page


@pytest.mark.parametrize(
    ("title", "explained", "section"),
    [
        ("收入决算表", "关于收入决算表的说明：本年收入合计9万元。", "income"),
        ("支出决算表", "支出决算表情况说明：本年支出合计9万元。", "expenditure"),
        ("一般公共预算财政拨款支出决算表", "关于一般公共预算财政拨款支出决算表的说明：", "general_budget"),
        ("一般公共预算财政拨款基本支出决算表", "对基本支出决算表的情况说明：基本支出9万元。", "basic"),
        ("“三公”经费支出决算表", "关于“三公”经费支出决算表的说明：支出预算为9万元。", "three_public"),
        ("收入决算表", "说明：本表反映部门本年度取得的各项收入情况。", "tables"),
    ],
)
def test_what_stands_below_a_form_and_explains_it_is_of_its_section(title, explained, section):
    """黑龙江: each form is followed by its explanation; the title alone says that a form is there."""
    assert sections_of(running(title, explained).sentences, FINAL_ACCOUNT) == ["tables", section]


def test_a_form_of_a_budget_is_explained_alike():
    found = running("一般公共预算基本支出表", "关于基本支出表的说明：基本支出9万元。").sentences
    assert sections_of(found, BUDGET)[-1] == "basic"


@pytest.mark.parametrize("includes", ["包括", "包含"])
def test_a_total_is_compared_behind_what_it_includes(includes):
    said = (
        f"收入总计9万元，{includes}本年收入7万元、年初结转和结余2万元。与2023年决算数8万元相比增加1万元，增长12.50%。"
    )
    assert facts_of(OVERALL, said) == [
        value("income_grand_total", "9"), value("income_total", "7"), value("opening", "2"), fact("income_grand_total", "prior", "8"),
        fact("income_grand_total", "change", "1", "万元", "up", "prior_year"), fact("income_grand_total", "growth", "12.50", "%", "up", "prior_year"),
    ]  # fmt: skip


@pytest.mark.parametrize("joint", ["及", "和"])
def test_a_cover_that_breaks_before_三公_leaves_nothing_of_it_to_the_name(joint):
    found = identify(lay_out([page(1, [f"样本县林业局2018年度部门决算{joint}", "“三公”经费决算公开说明"])]), None)
    assert found.unit == "样本县林业局"


def test_a_name_that_breaks_at_和_stays_whole():
    found = identify(lay_out([page(1, ["样本县工业和", "信息化局2018年度部门决算"])]), None)
    assert found.unit == "样本县工业和信息化局"
