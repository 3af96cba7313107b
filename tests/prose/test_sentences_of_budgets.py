"""How budgets of provinces without a real one here speak of projects, purchases and the three public expenses."""

import pytest

from pipelines.forms.layout import lay_out
from pipelines.pdf.pages import Page
from pipelines.prose.grammars import BUDGET
from pipelines.prose.paragraphs import begins_paragraph, prose_lines
from pipelines.prose.sections import sections_of
from pipelines.reading.number_rules import explain_in_sections, explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.paragraphs import LEFT, SIZE, claims, line, running

COSTS = "四、一般公共预算“三公”经费预算情况说明"
ASSETS = "（三）国有资产占有使用情况"
PROJECTS = "九、关于2024年项目支出表的说明"
SERVICES = "十、关于2024年政府购买服务支出表的说明"
BOUGHT = "十一、关于2024年政府采购支出表的说明"
FUNDS = "六、政府性基金预算支出情况说明"
RUNNING = "（一）机关运行经费"
INCOME = "二、收入预算情况说明"
SPENDING = "三、支出预算情况说明"
BASIC = "六、一般公共预算基本支出情况说明"
PERFORMANCE = "4.绩效目标设置情况"
FISCAL = "四、关于样本局2024年财政拨款收支总表的说明"
FUND = "八、关于2024年国有资本经营预算支出表的说明"


def said(*paragraphs: str) -> list[tuple[str, str, str]]:
    found = claims(*paragraphs, year=2024, of_budget=True)
    assert not [claim for claim in found if claim.doubts]
    return [(claim.subject, claim.role, claim.text) for claim in found]


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (COSTS, "2024年“三公”经费一般公共预算拨款预算8.5万元。", [("three_public", "value", "8.5")]),
        (COSTS, "因公出国（境）计划9批32人次。", [("abroad_groups", "count", "9"), ("abroad_persons", "count", "32")]),
        (COSTS, "计划接待国内来访团组3个，来宾15人次。", [("reception_batches", "count", "3"), ("reception_persons", "count", "15")]),
        (ASSETS, "截至2023年8月31日，部门共有车辆3辆，其中：一般公务用车实有数1辆、其他用车实有数2辆。", [
            ("cars", "count", "3"), ("cars_kind", "count", "1"), ("cars_kind", "count", "2")]),
        (SERVICES, "2024年预算安排政府购买服务支出7.00万元，其中，财政拨款安排6.00万元。", [
            ("purchased_services", "value", "7.00"), ("procurement_part", "value", "6.00")]),
        (BOUGHT, "2024年预算安排政府采购支出7.00万元，其中，一般公共预算安排6.00万元。", [
            ("procurement", "value", "7.00"), ("procurement_part", "value", "6.00")]),
        (PERFORMANCE, "2024年预算绩效目标管理覆盖率100%，纳入绩效目标管理的项目7个，当年财政拨款预算9.60万元。", [
            ("indicator", "rate", "100"), ("targeted_projects", "count", "7"), ("targeted_projects", "value", "9.60")]),
        (FISCAL, "收入包括：一般公共预算当年拨款收入8.00万元，上年结转1.00万元。", [("income_general_budget", "value", "8.00"), ("opening", "value", "1.00")]),
        (BOUGHT, "面向中小企业预留采购项目预算金额9.00万元，小微企业预留政府采购项目预算金额7.00万元。", [
            ("reserved_sme", "value", "9.00"), ("reserved_micro", "value", "7.00")]),
        (RUNNING, "2024年，样本局部门机关运行经费财政拨款支出7.00万元。", [("running_costs", "value", "7.00")]),
        (INCOME, "2024年收入预算9.00万元，其中：纳入政府性基金预算管理收入2.00万元，纳入专户管理的行政事业性收费等非税收入7.00万元。", [
            ("income_grand_total", "value", "9.00"), ("income_government_fund", "value", "2.00"), ("special_accounts", "value", "7.00")]),
        (SPENDING, "财政拨款安排支出9.00万元，其中：人员类支出7.00万元，公用经费支出2.00万元。", [
            ("fiscal_expenditure", "value", "9.00"), ("personnel", "value", "7.00"), ("public", "value", "2.00")]),
        (SPENDING, "（1）教育支出类9.00万元，占支出总预算90.00%。", [("function", "value", "9.00"), ("function", "share", "90.00")]),
        (COSTS, "现有公务用车3辆，其中：轿车1辆，旅行车（含商务车）2辆。", [
            ("vehicle_stock", "count", "3"), ("cars_kind", "count", "1"), ("cars_kind", "count", "2")]),
        (BASIC, "主要项目有：疫情防控物资储备7.00万元。", []),
        (BOUGHT, "2024年安排政府采购预算9.00万元，主要用于采购养护材料、办公设备等，其中：货物类2.00万元，工程类3.00万元，服务类4.00万元。", [
            ("procurement", "value", "9.00"), ("procurement_goods", "value", "2.00"), ("procurement_works", "value", "3.00"), ("procurement_services", "value", "4.00")]),
        (FUNDS, "样本局2024年使用政府性基金预算拨款安排支出9.00万元，用于广场建设。", [("government_fund", "value", "9.00")]),
    ],
)  # fmt: skip
def test_what_a_budget_says(heading, sentence, expected):
    assert said(heading, sentence) == expected


def test_a_chapter_of_projects_tells_their_sum_and_explains_where_it_comes_from():
    """安徽: the chapter stands behind that of state capital, and the sources are of the projects alone."""
    sentences = (
        "2024年预算共安排项目支出9.00万元，比2023年预算减少1.00万元，下降10.00%。",
        "主要包括：本年财政拨款安排8.00万元（其中，一般公共预算拨款安排7.00万元，政府性基金预算拨款安排1.00万元），财政拨款结转结余安排1.00万元。",
    )
    assert said(FUND, PROJECTS, *sentences) == [
        ("project", "value", "9.00"), ("project", "change", "1.00"), ("project", "growth", "10.00"),
        ("project_kind", "value", "8.00"), ("project_kind", "value", "1.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "sentence", "explained"),
    [
        ("三、机关运行经费安排情况", "其中：办公费2.60万元，日常维修费1.80万元，公务用车运行维护费5.60万元。", 3),
        ("三、机关运行经费安排情况", "2024年机关运行经费9.00万元。", 0),
        ("（九）项目情况说明", "对年满80周岁的老年人发放补贴，预计发放3.2万人，年度预算安排534万元。", 3),
        ("（五）专项转移支付情况", "省对市县专项转移支付10.00万元，其中：促消费专项6.00万元。", 2),
    ],
)
def test_numbers_of_parts_and_of_projects_are_explained(heading, sentence, explained):
    text = running(heading, sentence)
    found = explain_in_sections(
        text, sections_of(text.sentences, BUDGET), explain_numbers(text, number_rules("budget"))
    )
    assert [kind for kind, _ in found.by_offset.values()].count("explained") == explained


def test_a_heading_that_fills_its_line_is_no_point_that_hangs():
    """海南: the paragraph below it is indented."""
    heading = "四、关于样本省国际商贸促进与投资服务厅2024年“三公”经费预算说明"
    width = len(heading) * SIZE
    printed = [
        line(heading, 72), line("2024年预算数" + "为" * 28, 92, 2 * SIZE), line("万元" * 17, 112), line("元" * 34, 132)
    ]  # fmt: skip
    page = Page(number=1, width=LEFT * 2 + width, height=900.0, lines=tuple(printed), grids=(), character_count=200)
    first, second, *_ = prose_lines(lay_out([page]))
    assert begins_paragraph(first, second, is_listed=True)


@pytest.mark.parametrize("sign", ["%；项目支出", "，增长", "。"])
def test_a_line_that_begins_with_what_ends_an_amount_goes_on(sign):
    """Programs that know nothing of what may begin a line leave the one before short."""
    printed = [line("为" * 34, 52), line("其中：基本支出958.43万元，占39.49", 72), line(sign + "元" * 20, 92)]
    page = Page(number=1, width=LEFT * 2 + 34 * SIZE, height=900.0, lines=tuple(printed), grids=(), character_count=99)
    _, first, second = prose_lines(lay_out([page]))
    assert not begins_paragraph(first, second, is_listed=False)


def test_a_paragraph_that_compares_goes_on_with_what_the_one_before_spoke_of():
    """云南: 与上年对比 stands in a paragraph of its own."""
    total = "2024年部门财务总收入9.00万元，其中：一般公共预算8.00万元，其他收入1.00万元。"
    compared = "与上年对比增加1.00万元，增长12.50%，主要原因是专项增加。"
    assert said(INCOME, total, compared)[3:] == [
        ("income_grand_total", "change", "1.00"),
        ("income_grand_total", "growth", "12.50"),
    ]


def test_what_is_compared_behind_the_parts_is_what_the_paragraph_began_with():
    """云南: it was read as a change of 国有资本经营收益, which is 0."""
    total = "2024年部门财政拨款收入9.00万元。本年收入中，一般公共预算财政拨款9.00万元，国有资本经营收益财政拨款0万元。"
    found = said(FISCAL, total, "与上年对比增加1.00万元，增长12.50%，主要原因是专项增加。")
    assert found[-2:] == [("income_fiscal", "change", "1.00"), ("income_fiscal", "growth", "12.50")]


def test_classes_below_the_basic_expenditure_are_of_the_general_budget():
    """甘肃: （一）基本支出, （二）项目支出, （三）按支出功能分类."""
    found = claims(
        "四、一般公共预算拨款支出情况", "2024年一般公共预算拨款支出9.00万元。", "（一）基本支出", "基本支出9.00万元。", "（三）按支出功能分类", "1.卫生健康支出9.00万元。",
        year=2024, of_budget=True,
    )  # fmt: skip
    assert (found[-1].section, found[-1].subject, found[-1].code) == ("general_structure", "function", "210")
