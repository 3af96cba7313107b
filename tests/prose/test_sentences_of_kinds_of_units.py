"""Sentences of budgets of kinds of units (societies, zones, new units): names of money that each province has for itself."""

import pytest

from tests.support.desk.paragraphs import claims


def said(*paragraphs):
    """(subject, label or code, role, text, direction) of each claim of a budget of these paragraphs; doubted ones with a ?."""
    return [
        (c.subject, c.code or c.label or "", c.role + "?" * bool(c.doubts), c.text, c.direction)
        for c in claims(*paragraphs, year=2025, of_budget=True)
    ]


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("上级财政补助收入", "income_superior"),  # 湖南
        ("财政补助收入", "income_fiscal"),
        ("纳入专户管理的非税收入拨款", "special_accounts"),  # 湖南
        ("财政专户核拨收入", "special_accounts"),  # 河北
    ],
)
def test_sources_of_income_are_told_by_their_names(name, subject):
    found = said("（一）收支预算总体情况", f"收入预算：2025年年初预算数9万元，其中，{name}2万元。")
    assert found[1:] == [(subject, "", "value", "2", "")]


def test_expenditure_by_funds_is_no_income():
    """陕西: 预算支出 X，其中：一般公共预算拨款 Y."""
    found = said(
        "（一）收支预算总体情况",
        "2025年预算收入9万元，其中：一般公共预算拨款6万元，上年结转3万元；2025年预算支出9万元，其中：一般公共预算拨款8万元，政府性基金拨款1万元。",
    )
    assert [(c[0], c[3]) for c in found] == [
        ("income_grand_total", "9"), ("income_general_budget", "6"), ("opening", "3"),
        ("expenditure_grand_total", "9"), ("general_budget", "8"), ("government_fund", "1"),
    ]  # fmt: skip


def test_what_a_fund_carries_over_is_a_part_of_what_is_carried_over():
    """安徽: 主要包括：一般公共预算拨款结转 X."""
    found = said("二、收入预算情况", "（二）上年结转结余4万元，主要包括：一般公共预算拨款结转4万元。")
    assert found == [("opening", "", "value", "4", ""), ("opening_of_fund", "一般公共预算", "value", "4", "")]


def test_money_of_the_year_may_stand_in_the_name_of_running_costs():
    found = said("（一）机关运行经费", "本部门机关运行经费当年一般公共预算拨款9万元，比上年预算减少1万元。")
    assert found == [("running_costs", "", "value", "9", ""), ("running_costs", "", "change", "1", "down")]


def test_a_share_of_purchases_is_reserved():
    found = said("（二）政府采购情况", "面向中小企业预留政府采购份额9万元，其中面向小微企业预留份额8万元。")
    assert found == [("reserved_sme", "", "value", "9", ""), ("reserved_micro", "", "value", "8", "")]


@pytest.mark.parametrize(
    ("why", "subject"), [("安排境外培训1批次", "reason"), ("外宾接待1批次", "reception_foreign_batches")]
)
def test_a_course_abroad_is_no_guest_from_abroad(why, subject):
    found = said("五、“三公”经费情况", f"因公出国（境）费8万元，比上年增加8万元，主要原因是{why}。")
    assert [c[0] for c in found if c[3] == "1"] == [subject]


def test_all_that_is_new_is_told_as_new():
    """A unit founded last year: 预算为 X，新增 X. Nothing else of its sentence says which way."""
    item = "1、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）2025年预算为4万元，新增4万元。"
    found = said("（三）一般公共预算当年拨款具体使用情况", item)
    assert [(c[2], c[3], c[4]) for c in found] == [("value", "4", ""), ("change", "4", "")]
