"""How pages of many provinces say it: points behind reasons, codes behind levels, parts named behind 等支出."""

import pytest

from tests.support.desk.headed_claims import FISCAL, GENERAL, INCOME, ITEMS, RUNNING, VISITS
from tests.support.desk.paragraphs import claims

COSTS = "六、一般公共预算“三公”经费情况说明"
SPENT = "五、一般公共预算支出情况说明"
BALANCE = "一、收支预算总体情况说明"
MATTERS = "十、其他重要事项的情况说明"


def told(*paragraphs: str, of_budget: bool = False) -> list[tuple[str, str, str]]:
    """(subject, or the code of an item beside it, role, text) of each claim."""
    found = claims(*paragraphs, year=2024, of_budget=of_budget)
    return [(f"{c.subject} {c.code}" if c.code else c.subject, c.role, c.text) for c in found]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((ITEMS, "1.一般公共服务支出（类）统计信息事务（款）行政运行（项）（2010501），年初预算21.00万元，支出决算22.00万元。"), [
            ("function 2010501", "budget", "21.00"), ("function 2010501", "value", "22.00")]),
        ((GENERAL, "1.教育支出（类）普通教育（款）高等教育（项）。", "2024年初预算为52.00万元，支出决算为56.00万元。"), [
            ("function 2050205", "budget", "52.00"), ("function 2050205", "value", "56.00")]),
        ((VISITS, "公务接待费支出9.00万元。其中涉外的公务接待费支出2.00万元。其他公务接待费支出7.00万元，用于本署及12个驻地方办事处的工作餐费。"), [
            ("reception", "value", "9.00"), ("reception_foreign", "value", "2.00"), ("reception_domestic", "value", "7.00"), ("reason", "count", "12")]),
        ((VISITS, "公务用车保有量4辆。国有资产占用情况中固定资产车辆6辆，与公务用车保有量差异原因是：待处置。"), [("vehicle_stock", "count", "4"), ("cars", "count", "6")]),
        ((VISITS, "全年更新购置轿车2辆（每辆25.00万元）、越野车1辆（每辆38.00万元）。"), [
            ("cars_kind", "count", "2"), ("cars_part", "mean", "25.00"), ("cars_kind", "count", "1"), ("cars_part", "mean", "38.00")]),
        ((MATTERS, "2024年本部门开支培训费8.60万元，用于开展节能培训，人数88人；举办机关运动会，开支3.50万元。"), [
            ("training", "value", "8.60"), ("training_persons", "count", "88"), ("event", "value", "3.50")]),
        ((GENERAL, "“法院”（款）2024年度决算42.00万元，比2024年年初预算43.00万元减少1.00万元。其中，行政运行30.00万元、案件审判7.00万元。"), [
            ("function 20405", "value", "42.00"), ("function 20405", "budget", "43.00"), ("function 20405", "change", "1.00"),
            ("function 2040501", "value", "30.00"), ("function 2040504", "value", "7.00")]),
        ((FISCAL, "财政拨款支出42.00万元，年初预算35.00万元，完成120.00%。"), [
            ("fiscal_expenditure", "value", "42.00"), ("fiscal_expenditure", "budget", "35.00"), ("fiscal_expenditure", "completion", "120.00")]),
        ((INCOME, "事业收入77.00万元，占63.90%，其中医疗收入76.00万元。"), [
            ("income_operating", "value", "77.00"), ("income_operating", "share", "63.90"), ("income_part", "value", "76.00")]),
        ((RUNNING, "2024年度机关运行经费支出61.00万元。", "根据预算绩效管理要求，我局对2个项目开展绩效自评，涉及预算资金50.00万元。“网上大厅”项目绩效自评得分为96.80分，执行数为20.00万元。"), [
            ("running_costs", "value", "61.00"), ("self_evaluated_projects", "count", "2"), ("self_evaluated_projects", "budget", "50.00"),
            ("score", "score", "96.80"), ("project_money", "value", "20.00")]),
    ],
)  # fmt: skip
def test_final_accounts(paragraphs: tuple[str, ...], expected: list[tuple[str, str, str]]):
    assert told(*paragraphs) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((COSTS, "公务用车购置及运行维护费14.00万元，与上年预算数持平。主要用于燃料费、维修费、保险费等支出，其中，公务用车购置支出2.00万元；公务用车运行维护费12.00万元。"), [
            ("vehicles", "value", "14.00"), ("vehicles", "direction", "持平"), ("purchase", "value", "2.00"), ("running", "value", "12.00")]),
        ((COSTS, "公务用车购置费80.00万元，拟更新执法执勤用车4辆，比上年增加20.00万元。"), [
            ("purchase", "value", "80.00"), ("vehicles_purchased", "count", "4"), ("purchase", "change", "20.00")]),
        ((COSTS, "公务用车购置及运行费15.00万元，比上年减少7.00万元，主要原因是核减公务用车运行费预算，三、2024年公务接待费预算20.00万元。"), [
            ("vehicles", "value", "15.00"), ("vehicles", "change", "7.00"), ("reception", "value", "20.00")]),
        ((COSTS, "“三公”经费预算增减变化的主要原因是：2024年“三公”经费支出预算合计24.00万元，比上年预算数减少4.00万元。"), [
            ("three_public", "value", "24.00"), ("three_public", "change", "4.00")]),
        ((COSTS, "公务用车购置及运行维护费11.00万元（其中，公务用车购置费2.00万元，公务用车运行维护费6.00万元，其他交通费用3.00万元）。"), [
            ("vehicles", "value", "11.00"), ("purchase", "value", "2.00"), ("running", "value", "6.00"), ("vehicles_part", "value", "3.00")]),
        ((SPENT, "初中教育支出20.00元，其中：基本支出15.00元，项目支出5.00元。", "基本支出7.00元。"), [
            ("function 2050203", "value", "20.00"), ("basic 2050203", "value", "15.00"), ("project 2050203", "value", "5.00"), ("basic", "value", "7.00")]),
        ((SPENT, "项目支出31.00元，主要是完成工作任务而发生的支出，其中：前期工作20.00元，主要用于项目谋划方面；粮食安全支出11.00元。"), [
            ("project", "value", "31.00"), ("reason", "value", "20.00"), ("reason", "value", "11.00")]),
        ((SPENT, "2024年一般公共预算支出41.00元，主要用于：妇幼保健机构36.00元、重大公共卫生服务3.00元。"), [
            ("general_budget", "value", "41.00"), ("reason", "value", "36.00"), ("reason", "value", "3.00")]),
        ((BALANCE, "2024年收支总预算44.00万元，含管理处经费2.50万元，幼儿园经费5.30万元；比2023年预算增加7.50万元。"), [
            ("grand_total", "value", "44.00"), ("grand_total", "change", "7.50")]),
        ((BALANCE, "2024年支出预算11.00万元，其中，一般公共服务9.00万元，住房保障2.00万元。"), [
            ("expenditure_grand_total", "value", "11.00"), ("function 201", "value", "9.00"), ("function 221", "value", "2.00")]),
        ((BALANCE, "2024年预算收支安排23.00万元，较2023年预算增加1.20万元。"), [("grand_total", "value", "23.00"), ("grand_total", "change", "1.20")]),
        ((BALANCE, "2024年收入预算88.00万元，其中：财政预算拨款80.00万元，其他来源收入8.00万元。"), [
            ("income_grand_total", "value", "88.00"), ("income_fiscal", "value", "80.00"), ("income_other", "value", "8.00")]),
        ((BALANCE, "2024年收入预算88.00万元，其中：一般公共财政预算拨款87.00万元，国有资本经营收益1.00万元。"), [
            ("income_grand_total", "value", "88.00"), ("income_general_budget", "value", "87.00"), ("income_state_capital", "value", "1.00")]),
        (("三、其他重要事项的情况说明", "培训费预算2.00万元，拟开展1次培训；举办0次节庆、晚会、论坛、赛事活动，经费预算1.00万元。"), [
            ("training", "value", "2.00"), ("event", "value", "1.00")]),
    ],
)  # fmt: skip
def test_budgets(paragraphs: tuple[str, ...], expected: list[tuple[str, str, str]]):
    assert told(*paragraphs, of_budget=True) == expected


def test_a_share_of_all_that_was_spent_among_the_three_is_of_no_total_named():
    found = claims(VISITS, "公务接待费支出决算为2.00万元，占总支出决算的16.00%。")
    assert [(c.role, c.base) for c in found] == [("value", ""), ("share", "unstated")]


def test_behind_the_code_of_an_item_the_words_for_its_outcome_are_not_its_name():
    found = claims(ITEMS, "（2）普通教育（款）小学教育（项）（2050202）：支出决算3.00万元。")
    assert [(c.label, c.code) for c in found] == [("小学教育", "2050202")]
