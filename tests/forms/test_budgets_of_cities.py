"""Forms of budgets as sisters of known cities print them: words of their columns and rows that the known ones do not use."""

from pipelines.forms import lay_out, read_forms
from tests.support.paper.drafts import facts, grid, page

BALANCE = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"]]


def form_of(rows, *above, year=2024):
    [form] = read_forms(lay_out([page(1, [*above], grid(rows))]), year, "budget").forms
    return form


def lines_of(rows, title):
    form = form_of(rows, title, "单位：万元")
    return {a.label: (a.line, a.within) for a in form.amounts if a.panel == "left" and a.number}


def test_其中_right_below_fiscal_money_is_the_general_budget():
    """长沙: 一、本级财政拨款收入 / 其中：一般公共预算拨款 / 政府性基金预算拨款."""
    rows = [*BALANCE, ["一、本级财政拨款收入", "9.00", "一、基本支出", "4.00"], ["其中：一般公共预算拨款", "7.00", "二、项目支出", "5.00"],
            ["政府性基金预算拨款", "2.00", "", ""], ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    found = lines_of(rows, "部门收支总体情况表")
    assert found["其中:一般公共预算拨款"] == ("general_budget", False)
    assert found["政府性基金预算拨款"] == ("government_fund", False)
    below_fund = [*BALANCE, ["一、一般公共预算拨款收入", "9.00", "一、基本支出", "9.00"], ["其中：公共预算拨款", "7.00", "", ""],
                  ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    assert lines_of(below_fund, "部门收支总体情况表")["其中:公共预算拨款"] == ("within_part", True)


def test_fiscal_money_may_be_called_财政预算拨款():
    """深圳 before 2025."""
    rows = [*BALANCE, ["一、财政预算拨款", "9.00", "一、教育支出", "9.00"], ["1.一般公共预算拨款", "9.00", "", ""],
            ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    assert lines_of(rows, "收支总表")["一、财政预算拨款"] == ("fiscal", False)


def test_the_amount_of_a_fund_may_be_headed_金额():
    rows = [["单位名称", "合计", "一般公共预算拨款", None, "事业收入"], ["单位名称", "合计", "金额", "其中：专项资金", "事业收入"],
            ["合计", "9.00", "8.00", "0.00", "1.00"], ["某市样本水务局", "9.00", "8.00", "0.00", "1.00"]]  # fmt: skip
    form = form_of(rows, "2023年部门综合预算收入总表", "单位：万元")
    assert facts(form)["total", "general_budget"] == "8.00"


def test_the_sum_of_projects_may_be_headed_项目支出总额():
    """北京: 项目支出 / 项目支出总额, 扣除基建项目后预算数."""
    heads = [["科目编码", "科目名称", "合计", "基本支出", "项目支出", None],
             ["科目编码", "科目名称", "合计", "基本支出", "项目支出总额", "扣除基建项目后预算数"]]  # fmt: skip
    rows = [
        *heads,
        ["2040504", "案件审判", "9.00", "4.00", "5.00", "3.00"],
        ["合计", None, "9.00", "4.00", "5.00", "3.00"],
    ]
    form = form_of(rows, "预算05表 一般公共预算支出表", "单位：万元")
    assert (facts(form)["total", "project"], facts(form)["total", "within_project"]) == ("5.00", "3.00")


def test_economic_items_of_both_classifications_stand_before_预算金额():
    """广东: [30101]基本工资 | [50101]工资奖金津补贴 | 预算金额."""
    rows = [["部门预算支出经济科目", "政府预算支出经济科目", "预算金额"], ["合计", None, "9.00"],
            ["[301]工资福利支出", "[501]机关工资福利支出", "9.00"], ["[30101]基本工资", "[50101]工资奖金津补贴", "9.00"]]  # fmt: skip
    form = form_of(rows, "表6", "一般公共预算基本支出情况表（按支出经济分类科目）", "单位：万元", year=2023)
    assert (form.key, facts(form)["30101", "amount"]) == ("P6", "9.00")


def test_projects_that_are_the_only_amount_are_all_that_is_spent():
    """杭州, 湖州: 国有资本经营预算支出表 has 项目支出 alone."""
    rows = [
        ["科目编码", "科目名称", "项目支出"],
        ["223", "国有资本经营预算支出", "9.00"],
        ["2230105", "国有企业退休人员社会化管理补助支出", "9.00"],
        ["合计", None, "9.00"],
    ]
    assert facts(form_of(rows, "表09 国有资本经营预算支出表", "单位：万元"))["total", "total"] == "9.00"
