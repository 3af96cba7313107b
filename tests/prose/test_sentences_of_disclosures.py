"""How disclosures of many places say it: costs of vehicles named the other way round, last year's budget with its side, differences from a budget, office expenses one by one."""

import pytest

from pipelines.forms.layout import is_contents
from pipelines.reading.number_rules import explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.headed_claims import RUNNING, VISITS, facts_of, value
from tests.support.desk.paragraphs import claims, running

COSTS, OFFICE = "七、“三公”经费情况说明", "十、机关运行经费情况说明"
TOTALS, SPENT, FISCAL = "一、收入支出决算总体情况说明", "三、支出决算情况说明", "四、财政拨款收支总体情况说明"
GENERAL = "五、一般公共预算支出决算情况说明"


def said(*paragraphs: str, of_budget: bool = False) -> list[tuple[str, str, str, str]]:
    """(subject, role, base, text) of each claim of a report of 2024."""
    return [(c.subject, c.role, c.base, c.text) for c in claims(*paragraphs, year=2024, of_budget=of_budget)]


def named(*paragraphs: str, of_budget: bool = False) -> list[tuple[str, str, str]]:
    """(subject, label, role) of each claim of a report of 2024."""
    return [(c.subject, c.label, c.role) for c in claims(*paragraphs, year=2024, of_budget=of_budget)]


def explained(told: str) -> dict[str, str]:
    """What the rules for numbers explain in a paragraph: the letters from each number on, and the kind."""
    text = running(told)
    found = explain_numbers(text, number_rules("final")).by_offset
    return {text.text[at : at + 4]: one.kind for at, one in found.items()}


def test_costs_of_vehicles_named_the_other_way_round_are_those_of_both():
    told = "公务用车运行维护费及公务用车购置费46.00万元，比2023年增加6.00万元（其中，公务用车运行维护费30.00万元，比2023年增加2.00万元；公务用车购置费16.00万元，比2023年增加4.00万元）。"
    assert said(COSTS, told, of_budget=True) == [
        ("vehicles", "value", "", "46.00"), ("vehicles", "change", "prior_budget", "6.00"),
        ("running", "value", "", "30.00"), ("running", "change", "prior_budget", "2.00"),
        ("purchase", "value", "", "16.00"), ("purchase", "change", "prior_budget", "4.00"),
    ]  # fmt: skip


def test_the_two_costs_told_respectively_stay_two():
    found = said(COSTS, "公务用车运行维护费和公务用车购置费分别为5万元和3万元。", of_budget=True)
    assert [f[:2] for f in found] == [("running", "value"), ("purchase", "value")]


def test_why_several_named_together_fell_is_not_why_all_rose():
    told = "“三公”经费预算40万元，比2023年上升2万元，其中，公务接待费、因公出国（境）费用降幅均超过20%，下降的主要原因是压减开支；公务用车运行维护费上升9%。"
    assert said(COSTS, told, of_budget=True) == [
        ("three_public", "value", "", "40"), ("three_public", "change", "prior_budget", "2"), ("running", "growth", "prior_budget", "9"),
    ]  # fmt: skip


def test_what_a_budget_of_last_year_was_in_all_is_last_years():
    told = "某单位2024年部门预算收入总数520万元，较2023年部门预算收入总数500万元，增加20万元，增长4%。"
    assert [f[1:3] for f in said(TOTALS, told, of_budget=True)] == [
        ("value", ""), ("prior", "prior_budget"), ("change", "prior_budget"), ("growth", "prior_budget"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "base"),
    [("增加12万元", "initial_budget"), ("减少12万元", ""), ("增加13万元", ""), ("比上年增加12万元", "prior_year")],
)
def test_a_change_that_nothing_is_compared_with_is_from_the_budget_it_is_the_difference_from(change, base):
    told = f"2024年一般公共预算财政拨款支出年初预算数70万元，调整数82万元，决算数82万元，{change}。"
    assert said(GENERAL, told) == [
        ("general_budget", "budget", "initial", "70"), ("general_budget", "budget", "annual", "82"),
        ("general_budget", "value", "", "82"), ("general_budget", "change", base, change[-4:-2]),
    ]  # fmt: skip


def test_what_is_left_of_fiscal_money_is_no_income():
    found = said(FISCAL, "财政拨款支出60万元，财政拨款结转结余5万元，与上年相比，增加2万元。")
    assert [f[:2] for f in found] == [("fiscal_expenditure", "value"), ("closing", "value"), ("closing", "change")]
    assert "income_fiscal" not in [f[0] for f in said(FISCAL, "使用以前年度财政拨款结转结余3万元。")]


def test_a_rate_right_behind_the_change_of_a_part_in_a_reason_is_of_that_part():
    told = "与2023年相比，收、支总计各增加30万元，增长8%，主要原因：一是人员经费增加20万元，增长10%；二是公用经费增加10万元，增长6%。"
    assert [f[:3] for f in said(TOTALS, told)][2:] == [
        ("personnel", "change", "prior_year"), ("personnel", "growth", "prior_year"),
        ("public", "change", "prior_year"), ("public", "growth", "prior_year"),
    ]  # fmt: skip


def test_a_rate_in_a_reason_of_a_change_that_has_none_yet_may_be_of_either():
    told = "与2023年相比，收、支总计各增加30万元，主要原因是人员经费增加20万元，增长8%。"
    assert said(TOTALS, told)[-1][:2] == ("reason", "rate")


def test_a_clause_behind_a_reason_that_is_but_a_name_goes_on_with_what_is_told():
    told = "公务用车运行费8万元，比2023年减少2万元，主要原因是压减运行费预算，公务用车购置费3万元，主要原因是更新车辆。"
    assert said(COSTS, told, of_budget=True)[-1] == ("purchase", "value", "", "3")
    told = "2024年基本支出30万元，比上年增加4万元，增加原因是工资增加，2024年项目支出50万元，2023年项目支出45万元。"
    assert [f[:2] for f in said(SPENT, told)][-2:] == [("project", "value"), ("project", "prior")]


def test_a_part_named_in_a_reason_stays_in_it():
    told = "“三公”经费支出9万元，比上年增加3万元，主要原因是公务用车购置费3万元。"
    assert said(COSTS, told)[-1][0] == "reason"


def test_vehicles_that_several_offices_mean_to_buy_are_parts():
    told = (
        "“三公”经费预算增长的主要原因：机关事务管理局30万元计划购置一般公务用车2辆：消防大队50万元计划购置消防车辆1辆。"
    )
    found = [f for f in said(COSTS, told, of_budget=True) if f[1] == "count"]
    assert [f[0] for f in found] == ["vehicles_purchased_part", "vehicles_purchased_part"]


def test_office_expenses_told_one_by_one_are_of_the_running_costs():
    told = "其中：办公费30万元，印刷费5万元，维修（护）费6万元，其他商品与服务支出2万元。"
    parts = [
        ("running_costs_part", label, "value") for label in ("办公费", "印刷费", "维修(护)费", "其他商品与服务支出")
    ]
    for of_budget in (False, True):
        assert named(OFFICE, "机关运行经费60万元，比上年增加3万元。", told, of_budget=of_budget)[2:] == parts


def test_running_costs_and_their_expenses_are_told_among_the_fiscal_budget_too():
    told = "2024年部门机关运行经费预算总额60万元，其中：办公费30万元，差旅费5万元，车辆修理9万元，会议费2万元；项目支出预算总额70万元，其中：会议费30万元。"
    assert named("三、财政拨款支出预算安排情况", told, of_budget=True) == [
        ("running_costs", "", "value"), ("running_costs_part", "办公费", "value"), ("running_costs_part", "差旅费", "value"),
        ("running_costs_part", "会议费", "value"), ("project", "", "value"), ("conference", "", "value"),
    ]  # fmt: skip


def test_a_comparison_behind_a_list_of_expenses_is_not_of_the_last_one():
    told = "机关运行经费60万元，其中：办公费30万元，印刷费5万元，比上年增加3万元，增长5%。"
    assert [f[2] for f in named(OFFICE, told)] == ["value", "value", "value"]
    told = "机关运行经费60万元，其中：办公费支出30万元，比上年增加3万元；印刷费5万元，比上年减少1万元。"
    assert named(OFFICE, told)[1:3] == [
        ("running_costs_part", "办公费", "value"),
        ("running_costs_part", "办公费", "change"),
    ]


def test_a_change_from_a_side_of_last_year_is_of_that_side():
    told = "2024年部门收入50万元，支出48万元，比上年收入增加5%，支出比上年增加4%。"
    assert [f[:2] for f in said("一、决算收支增减变化情况说明", told)] == [
        ("income_total", "value"), ("expenditure_total", "value"), ("income_total", "growth"), ("expenditure_total", "growth"),
    ]  # fmt: skip


def test_money_at_hand_is_a_part_of_the_assets():
    told = "截至2024年12月底资产合计90.00万元，其中固定资产总值60.00万元，库存现金1.00万元，银行存款20.00万元，其他应收款9.00万元。"
    assert [f[:2] for f in named("十一、国有资产占用情况", told)][2:] == [
        ("asset_part", "库存现金"), ("asset_part", "银行存款"), ("asset_part", "其他应收款"),
    ]  # fmt: skip


def test_a_share_of_a_sum_of_several_is_of_what_was_listed_together():
    told = "公务接待费2万元，公务用车运行维护费3万元，两项合计5万元，占“三公”经费的80%。"
    assert named("六、“三公”经费支出情况说明", told)[2:] == [
        ("listed_together", "两", "value"), ("listed_together", "两", "share"),
    ]  # fmt: skip


def test_a_point_before_a_year_is_explained():
    assert explained("1.2024年安排公务接待费2万元。")["1.20"] == "section number"


def test_a_short_page_with_an_amount_is_no_contents_list():
    texts = ["2024年公务接待费预算数6万元。", "第四部分名词解释", "一、财政拨款收入:指拨付的资金。"]
    assert not is_contents(texts)
    assert is_contents([texts[1], "一、财政拨款收入", "二、基本支出"])


def test_projects_with_targets_are_counted_by_the_words_before_their_number():
    told = "2024年，本单位开展绩效目标管理的项目6个，涉及预算90万元。"
    assert [f[::2] for f in named("（四）预算绩效情况", told, of_budget=True)] == [
        ("targeted_projects", "count"), ("targeted_projects", "value"),
    ]  # fmt: skip
    assert named("（四）预算绩效情况", told)[0] == ("targeted_projects", "", "count")


def test_procurement_by_its_way_is_told_in_parts_and_what_is_compared_behind_them_is_not_the_last_one():
    told = "政府采购支出总额90万元，其中：公开招标50万元，占55.56%，竞争性磋商40万元，占44.44%。"
    parts = [("procurement_part", "公开招标"), ("procurement_part", "竞争性磋商")]
    assert [f[:2] for f in named("八、政府采购支出情况", told)] == [
        ("procurement", ""),
        *(p for p in parts for _ in range(2)),
    ]
    told = "政府采购支出总额90万元，其中：采用公开招标方式采购50万元、竞争性磋商方式40万元，比上年增加2万元。"
    assert [f[:2] for f in named("八、政府采购支出情况", told)] == [("procurement", ""), *parts]


def test_funds_of_public_expenses_are_named_with_and_without_budget():
    told = "“三公”经费支出5万元，其中：一般公共预算4万元，政府性基金1万元，国有资本经营0万元。"
    assert [f[1] for f in named(COSTS, told)] == ["", "一般公共预算", "政府性基金", "国有资本经营"]


def test_what_was_saved_right_behind_a_budget_was_saved_of_that():
    found = said(COSTS, "2024年“三公”经费决算数5万元，比预算数6万元节约1万元。")
    assert [f[1:3] for f in found] == [("value", ""), ("budget", "unstated"), ("change", "budget")]


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (RUNNING, "机关运行经费支出10.00万元，比2023年度增加增加1.00万元，增长增长11.11%。", [
            value("running_costs", "10.00"), ("running_costs", "change", "1.00", "万元", "up", "prior_year"), ("running_costs", "growth", "11.11", "%", "up", "prior_year")]),
        (RUNNING, "机关运行经费支出10.00万元，主要用于日常运转，较2023年度决算数9.00万元增加1.00万元。", [
            value("running_costs", "10.00"), ("running_costs", "prior", "9.00", "万元", "", ""), ("running_costs", "change", "1.00", "万元", "up", "prior_year")]),
        (RUNNING, "机关运行经费支出10.00万元。其中：办公费1.00万元、办公用房水电费2.00万元、办公用房物业管理费3.00万元。", [
            value("running_costs", "10.00"), value("running_costs_part", "1.00"), value("running_costs_part", "2.00"), value("running_costs_part", "3.00")]),
        (VISITS, "国内公务接待5批次、20人次，接待费4.00万元；外事接待2批次、6人次，接待费1.00万元。", [
            ("reception_batches", "count", "5", "批次", "", ""), ("reception_persons", "count", "20", "人次", "", ""), value("reception_domestic", "4.00"),
            ("reception_foreign_batches", "count", "2", "批次", "", ""), ("reception_foreign_persons", "count", "6", "人次", "", ""), value("reception_foreign", "1.00")]),
    ],
)  # fmt: skip
def test_money_of_guests_from_home_parts_of_running_costs_and_words_said_twice(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


@pytest.mark.parametrize("words", ["与2023年度增加持平", "比2023年度减少持平"])
def test_a_change_and_none_in_one_word_is_no_direction(words):
    *_, said = claims(RUNNING, f"机关运行经费支出10.00万元，{words}。")
    assert (said.direction, said.doubts) == ("unresolved", ("direction is not resolved",))
