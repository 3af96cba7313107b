"""How the templates of provinces say it (河北, 湖南, 福建, 辽宁): budgets of zero, a fund without money, no change said twice."""

import pytest

from pipelines.reading.number_rules import explain_numbers
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.desk.headed_claims import VISITS, fact, facts_of, value
from tests.support.desk.paragraphs import claims, running

SAME_YEAR, UP, DOWN = ("same", "prior_year"), ("up", "prior_year"), ("down", "prior_year")
ITEMS = "（三）财政拨款支出决算具体情况"
FISCAL = "四、财政拨款收入支出决算情况说明"
ASSETS = "八、国有资产占用情况说明"
RATED = "九、预算绩效情况说明"
COSTS_OF_RUNNING = "（二）机关运行经费情况"


def completed(subject: str, text: str) -> tuple:
    return fact(subject, "completion", text, "%", "", "initial")


@pytest.mark.parametrize(
    ("heading", "sentence", "expected"),
    [
        (VISITS, "因公出国（境）费支出预算为0万元，支出决算为0万元，由于预算数为0，无法计算百分比，决算数与预算数持平，与上年持平。", [
            fact("abroad", "budget", "0", "万元", "", "unstated"), value("abroad", "0"), fact("abroad", "budget", "0", "万元", "", "unstated"),
            fact("abroad", "direction", "持平", "", "same", "budget"), fact("abroad", "direction", "持平", "", *SAME_YEAR)]),
        (ITEMS, "教育支出（类）年初预算为0.00万元，支出决算为5.84万元，由于年初预算数为0，无法计算百分比，决算数大于年初预算数的主要原因是：年中追加。", [
            fact("function", "budget", "0.00", "万元", "", "initial"), value("function", "5.84"), fact("function", "budget", "0", "万元", "", "initial"),
            fact("function", "direction", "大于", "", "above", "initial_budget")]),
        (VISITS, "国内公务接待累计13批次、84人次，接待费1.17万元；外事接待0批次、0人次，接待费0万元。", [
            fact("reception_batches", "count", "13", "批次"), fact("reception_persons", "count", "84", "人次"), value("reception", "1.17"),
            fact("reception_foreign_batches", "count", "0", "批次"), fact("reception_foreign_persons", "count", "0", "人次"), value("reception_foreign", "0")]),
        (FISCAL, "1.一般公共预算财政拨款本年收入完成年初预算107.5%，比年初预算增加3.57万元，主要原因是追加资金；支出完成年初预算108.1%，比年初预算增加4.82万元，主要原因是同收入。", [
            completed("income_general_budget", "107.5"), fact("income_general_budget", "change", "3.57", "万元", "up", "initial_budget"),
            completed("general_budget", "108.1"), fact("general_budget", "change", "4.82", "万元", "up", "initial_budget")]),
        (RATED, "2024年度共有5个项目纳入绩效自评，自评平均得分95.8分，其中80-90分1个。", [
            fact("self_evaluated_projects", "count", "5", "个"), fact("self_evaluated_projects", "mean", "95.8", "分")]),
        ("三、支出决算情况说明", "项目支出380万元，其中：基本建设类项目支出100万元，行政事业类项目支出280万元。", [
            value("project", "380"), value("capital_construction", "100"), value("project_kind", "280")]),
        (ITEMS, "教育支出（类）年初预算20万元，支出决算19万元，完成95%。", [
            fact("function", "budget", "20", "万元", "", "initial"), value("function", "19"), fact("function", "completion", "95", "%", "", "unstated")]),
        (FISCAL, "财政拨款支出56万元，其中：一般公共预算54万元，政府性基金预算2万元。", [value("fiscal_expenditure", "56"), value("general_budget", "54"), value("government_fund", "2")]),
        (FISCAL, "财政拨款支出56万元，其中：基本支出5万元，项目支出51万元；按资金来源分，一般公共预算54万元，政府性基金预算2万元。", [
            value("fiscal_expenditure", "56"), value("basic", "5"), value("project", "51"), value("general_budget", "54"), value("government_fund", "2")]),
        (FISCAL, "财政拨款收入55万元，其中：一般公共预算53万元，政府性基金预算2万元；财政拨款支出56万元，其中：一般公共预算54万元。", [
            value("income_fiscal", "55"), value("income_general_budget", "53"), value("income_government_fund", "2"), value("fiscal_expenditure", "56"), value("general_budget", "54")]),
        (FISCAL, "财政拨款支出56万元；一般公共预算财政拨款收入53万元，政府性基金预算财政拨款收入2万元。", [
            value("fiscal_expenditure", "56"), value("income_general_budget", "53"), value("income_government_fund", "2")]),
        (RATED, "其中优10个、良2个。", [fact("rated", "count", "10", "个"), fact("rated", "count", "2", "个")]),
        ("九、政府采购支出说明", "采购预算金额110万元，实际采购金额100万元。", [fact("procurement", "budget", "110", "万元", "", "unstated"), value("procurement", "100")]),
        (RATED, "其中评价等次为“优”的5个，“良”的1个。", [fact("rated", "count", "5", "个"), fact("rated", "count", "1", "个")]),
    ],
)  # fmt: skip
def test_what_an_account_says(heading, sentence, expected):
    assert facts_of(heading, sentence) == expected


def test_no_change_said_as_a_change_of_zero_is_no_contradiction():
    sentence = "单位价值100万元以上设备（不含车辆）0台（套），比上年增加0台（套），与上年持平。"
    assert [claim.doubts for claim in claims(ASSETS, sentence)] == [()] * 4
    assert any(claim.doubts for claim in claims(ASSETS, sentence.replace("增加0台", "增加2台")))


def test_running_costs_paid_from_the_general_budget_are_running_costs():
    found = claims(
        COSTS_OF_RUNNING,
        "2025年度样本县文化局机关运行经费一般公共预算拨款支出57.40万元，比上年减少1.72万元。",
        year=2025,
        of_budget=True,
    )
    assert [(claim.subject, claim.role, claim.text) for claim in found] == [
        ("running_costs", "value", "57.40"),
        ("running_costs", "change", "1.72"),
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("“高标准农田建设项目”自评得分98.5分。", "高标准农田建设"),
        ("“高标准农田建设项目”全年预算数为42万元，执行数为41万元。", "高标准农田建设"),
        ("“村级公益事业”项目预算资金50万元，实际支出48万元，自评得分95.6分。", "村级公益事业"),
        ("2.校园安保经费项目全年预算数为36.4万元，执行数为36.4万元。", "校园安保经费"),
    ],
)
def test_a_project_is_named_in_quotes_or_by_its_number(sentence, name):
    assert {claim.label for claim in claims(RATED, sentence)} == {name}


def test_groups_that_go_abroad_are_counted_in_组():
    found = claims(
        "四、一般公共预算“三公”经费预算情况说明",
        "因公出国（境）费0万元，拟安排出国（境）0组，0人次。",
        year=2024,
        of_budget=True,
    )
    assert [(claim.subject, claim.counted_in) for claim in found] == [
        ("abroad", "万元"),
        ("abroad_groups", "组"),
        ("abroad_persons", "人次"),
    ]


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("实有人员30人，其中行政8人、事业22人。", "people that are counted (编制, 在职, 人员)"),
        ("财政拨款收入100%事业收入0%其他收入0.5%", "label of a chart"),
    ],
)
def test_what_a_rule_explains(words, rule):
    assert [found for _, found in explain_numbers(running(words), number_rules("final")).by_offset.values()] == [
        rule
    ] * 3


def test_a_share_in_a_sentence_is_no_label_of_a_chart():
    assert not explain_numbers(running("基本支出占9.8%，项目支出占90.2%。"), number_rules("final")).by_offset


def test_micro_firms_within_what_is_reserved_are_those_it_is_reserved_for():
    sentence = "2025年面向中小企业预留政府采购份额200万元，占政府采购预算的92.59%，其中小微企业150万元。"
    found = claims("（二）政府采购情况", sentence, year=2025, of_budget=True)
    assert [(claim.subject, claim.role) for claim in found] == [
        ("reserved_sme", "value"),
        ("reserved_sme", "share"),
        ("reserved_micro", "value"),
    ]
