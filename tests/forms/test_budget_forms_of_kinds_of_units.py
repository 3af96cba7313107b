"""Forms of budgets that provinces head in their own words: procurement of 河北 and 辽宁, projects and services of 云南, income of 湖南."""

from pipelines.forms import lay_out, read_forms
from tests.support.paper.drafts import grid, page


def form_of(rows: list[list[str | None]], *above: str):
    [form] = read_forms(lay_out([page(1, [*above, "单位：万元"], grid(rows))]), 2024, "budget").forms
    return form


def cells(form) -> set[tuple[str | None, str, str | None, str]]:
    """(line, label, column, text) of the numbers of a form read for certain."""
    return {(a.line, a.label, a.column, a.text) for a in form.amounts if a.number and not a.held}


def test_procurement_below_its_section_is_a_form_without_the_word():
    """河北: 部门政府采购预算, beside each purchase the project that it is for."""
    rows = [["政府采购项目来源", None, "采购物品名称", "政府采购目录序号", "数量", "单价", "政府采购金额", None, None, None],
            ["项目名称", "预算资金", "", "", "", "", "总计", "当年部门预算安排资金", "一般公共预算拨款", "基金预算拨款"],
            ["合计", "", "", "", "", "", "9.00", "9.00", "7.00", "2.00"], ["辅助器具", "6.00", "轮椅", "A0233", "60", "0.10", "6.00", "6.00", "4.00", "2.00"],
            ["日常公用", "3.00", "桌椅", "A0201", "3", "1.00", "3.00", "3.00", "3.00", ""]]  # fmt: skip
    form = form_of(rows, "部门政府采购预算")
    assert (form.key, form.doubts) == ("P12", ())
    assert {("total", "合计", "total", "9.00"), ("total", "合计", "within_fund", "2.00")} < cells(form)


def test_procurement_by_kind_is_read():
    """辽宁: 货物, 工程, 服务 as columns."""
    rows = [["单位名称", "采购项目", "合计", "货物", "工程", "服务"], ["合计", "", "9.00", "2.00", "", "7.00"], ["样本局", "物业", "9.00", "2.00", "", "7.00"]]  # fmt: skip
    form = form_of(rows, "部门政府采购支出预算表")
    assert (form.key, form.doubts) == ("P12", ())
    assert {("total", "合计", "total", "9.00"), ("total", "合计", "within_of", "7.00")} < cells(form)


def test_services_with_their_kinds_have_the_total_that_is_named():
    """云南 预算08表: the row of the one service was taken for the total, whose name stands in a column that was not known."""
    rows = [["预算项目", "政府购买服务项目", "政府购买服务目录", "基本支出/项目支出", "所属服务类别", "合计", "一般公共预算"],
            ["综合管理", "物业管理", "B1102 物业管理服务", "项目支出", "B 政府履职辅助性服务", "1.80", "1.80"], ["合计", None, None, None, None, "1.80", "1.80"]]  # fmt: skip
    form = form_of(rows, "部门政府购买服务预算表")
    assert (form.key, form.doubts) == ("PS", ())
    assert {a.label for a in form.amounts if a.line == "total"} == {"合计"}


def test_money_of_the_year_of_a_project_is_its_fiscal_money():
    """云南 预算05-1表: 本年拨款 with its 小计 beside 合计."""
    rows = [["项目分类", "项目名称", "合计", "本年拨款", None, "单位资金", None], ["", "", "", "小计", "一般公共预算", "小计", "其他收入"],
            ["事业发展类", "消防站建设", "5.00", "5.00", "5.00", "", ""], ["专项业务类", "装备购置", "3.00", "", "", "3.00", "3.00"],
            ["合计", None, "8.00", "5.00", "5.00", "3.00", "3.00"]]  # fmt: skip
    form = form_of(rows, "部门项目支出预算表")
    assert (form.key, form.doubts) == ("PX", ())
    assert ("total", "合计", "fiscal", "5.00") in cells(form)


def test_taxes_and_charges_are_parts_of_the_general_budget():
    """湖南 表2: 经费拨款 and 纳入一般公共预算管理的非税收入拨款 below 一般公共预算拨款."""
    rows = [["单位代码", "单位名称", "总计", "一般公共预算拨款", None, None, "上年结转"], ["", "", "", "小计", "经费拨款", "纳入一般公共预算管理的非税收入拨款", ""],
            ["", "合计", "9.00", "8.00", "6.00", "2.00", "1.00"], ["415001", "样本社", "9.00", "8.00", "6.00", "2.00", "1.00"]]  # fmt: skip
    form = form_of(rows, "收入总表")
    assert (form.key, form.doubts) == ("P2", ())
    assert {(c, t) for line, _, c, t in cells(form) if line == "total"} == {("total", "9.00"), ("general_budget", "8.00"), ("within_of", "6.00"), ("within_of", "2.00"), ("opening", "1.00")}  # fmt: skip
