"""Columns and rows of sources, units and projects in budgets of provinces, drawn by hand."""

import pytest

from pipelines.forms import lay_out, read_forms
from tests.support.paper.drafts import grid, page


def form_of(rows: list[list[str | None]], *above: str):
    [form] = read_forms(lay_out([page(1, [*above, "单位：万元"], grid(rows))]), 2024, "budget").forms
    return form


def columns(form) -> dict[str, str | None]:
    """Heading → meaning, of the cells with a number."""
    return {a.heading: a.column for a in form.amounts if a.number}


def test_units_named_below_a_heading_of_units_and_items_are_units():
    """四川 表1-1: 单位代码 | 单位名称（科目）, and a row a unit."""
    rows = [["单位代码", "单位名称（科目）", "合计", "上年结转", "一般公共预算拨款收入"], ["合计", None, "9.00", "2.00", "7.00"],
            ["305001", "样本县交通运输局", "6.00", "2.00", "4.00"], ["305002", "样本县运输中心", "3.00", "", "3.00"]]  # fmt: skip
    form = form_of(rows, "部门收入总表")
    assert form.doubts == ()
    assert [(a.line, a.label) for a in form.amounts if a.column == "total"] == [
        ("total", "合计"), ("unit", "样本县交通运输局"), ("unit", "样本县运输中心"),
    ]  # fmt: skip


def test_sources_that_do_not_go_through_the_treasury_have_names_of_their_own():
    """辽宁 纳入专户管理…非税收入, 重庆 事业收入资金."""
    heads = [
        "单位名称",
        "总计",
        "财政拨款收入",
        None,
        None,
        "纳入专户管理的行政事业性收费等非税收入",
        "非财政拨款收入资金",
    ]
    below = [*heads[:2], "小计", "一般公共预算财政拨款收入", "纳入政府性基金预算管理收入", heads[5], "事业收入资金"]
    form = form_of([heads, below, ["合计", "9.00", "6.00", "5.00", "1.00", "2.00", "1.00"]], "部门收入总体情况表")
    assert form.doubts == ()
    assert list(columns(form).values()) == ["total", "fiscal", "general_budget", "government_fund", "special_accounts", "operating"]  # fmt: skip


def test_fees_of_education_beside_other_special_accounts_are_no_part_of_operating_income():
    """广州 表2: 财政专户拨款收入 is 教育收费 and 其他专户收入拨款, and 事业收入 stands beside."""
    heads = ["单位名称", "合计", "财政拨款收入", "财政专户拨款收入", None, "其他资金收入", None]
    below = [*heads[:2], "一般公共预算", "教育收费", "其他专户收入拨款", "事业收入", "其他收入"]
    form = form_of([heads, below, ["合计", "9.00", "5.00", "2.00", "0.50", "1.00", "0.50"]], "收入总体情况表")
    assert form.doubts == ()
    assert not any(a.within for a in form.amounts)


def test_fees_of_education_without_special_accounts_are_part_of_operating_income():
    heads = ["单位名称", "合计", "一般公共预算", "事业收入", None]
    form = form_of(
        [heads, [*heads[:3], "金额", "教育收费"], ["合计", "9.00", "5.00", "4.00", "3.00"]], "收入总体情况表"
    )
    assert {a.column for a in form.amounts if a.within} == {"education_fees"}


@pytest.mark.parametrize(
    ("label", "line"),
    [("四、单位其他收入", "other"), ("二、纳入政府性基金预算管理收入", "government_fund"), ("三、纳入专户管理的行政事业性收费等非税收入", "special_accounts")],
)  # fmt: skip
def test_lines_of_the_balance_by_names_of_provinces(label: str, line: str):
    rows = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"], ["一、一般公共预算财政拨款收入", "8.00", "一、教育支出", "9.00"],
            [label, "1.00", "", ""], ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    form = form_of(rows, "部门收支总体情况表")
    assert form.doubts == ()
    assert [(a.line, a.within) for a in form.amounts if a.label == label] == [(line, False)]


def test_a_unit_beside_a_code_is_no_part_of_the_name_of_the_item():
    """云南 预算06表: 单位名称 | 科目编码 | 科目名称."""
    rows = [["单位名称", "科目编码", "科目名称", "合计"], ["样本县体育局", "229", "其他支出", "9.00"],
            ["样本县体育局", "22960", "彩票公益金安排的支出", "9.00"], ["合计", None, None, "9.00"]]  # fmt: skip
    form = form_of(rows, "政府性基金预算支出预算表")
    assert form.doubts == ()
    assert [a.label for a in form.amounts][:2] == ["其他支出", "彩票公益金安排的支出"]


def test_a_list_of_projects_of_units_without_a_sum_has_no_total():
    """云南 预算04表: each row names the unit and the project; the first was taken for the sum of all."""
    rows = [["单位名称", "项目名称", "经济科目编码", "经济科目名称", "总计", "全年数"],
            ["样本县文化局", "工资支出", "", "", "5.00", "5.00"], ["样本县文化局", "公用经费", "", "", "4.00", "4.00"]]  # fmt: skip
    form = form_of(rows, "部门基本支出预算表")
    assert {a.line for a in form.amounts} == {"unit"}
    assert {a.column for a in form.amounts} == {"total", "within_of"}


def test_procurement_by_item_prints_whose_project_it_is_and_what_it_is_counted_in():
    """云南 预算07表: 计量单位, 数量, 面向中小企业预留资金."""
    rows = [["预算项目", "采购项目", "计量单位", "数量", "面向中小企业预留资金", "采购预算合计"],
            ["公用经费", "复印纸", "箱", "7", "3.00", "3.00"], ["合计", None, None, None, "3.00", "3.00"]]  # fmt: skip
    form = form_of(rows, "部门政府采购预算表")
    assert (form.key, form.doubts) == ("P12", ())
    assert set(columns(form).values()) == {"count", "within_fund", "total"}


def test_a_department_above_its_units_is_the_total_where_nothing_is_spent():
    """深圳: 国有资本经营预算支出表 of a department, all of it 0.00."""
    rows = [
        ["单位名称", "科目编码", "科目名称", "合计"],
        ["样本市生态环境局", "", "", "0.00"],
        ["样本市监测站", "", "", "0.00"],
    ]
    form = form_of(rows, "国有资本经营预算支出表")
    assert [a.line for a in form.amounts] == ["total", "unit"]
