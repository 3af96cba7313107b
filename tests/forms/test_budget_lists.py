"""Lists of a budget that go by no classification: basic expenditure of all funds, projects, purchased services, money carried over."""

from decimal import Decimal

from pipelines.forms import Form, lay_out, read_forms
from tests.support.paper.drafts import grid, page

FUNDS = [
    ["支出项目类别", "总计", "财政拨款", None, None, "财政专户管理资金", "上年结余、结转"],
    ["支出项目类别", "总计", "小计", "一般公共预算拨款", "政府性基金预算拨款", "财政专户管理资金", "上年结余、结转"],
]


def form_of(rows: list[list[str | None]], title: str, unit: str = "单位：万元") -> Form:
    [form] = read_forms(lay_out([page(1, [title, unit], grid(rows))]), 2026, "budget").forms
    assert not any(a.held for a in form.amounts if a.number) and form.doubts == ()
    return form


def sums(form: Form, column: str = "total") -> dict[str, Decimal]:
    return {a.line or a.label: a.number.value for a in form.amounts if a.column == column and a.number}


def test_basic_expenditure_of_all_funds_by_name_begins_with_the_units_own_row():
    rows = [
        *FUNDS,
        ["样本市统计局（本级）", "9.00", "8.00", "8.00", "0.00", "0.00", "1.00"],
        ["工资福利支出", "5.00", "5.00", "5.00", "0.00", "0.00", "0.00"],
        ["商品和服务支出", "4.00", "3.00", "3.00", "0.00", "0.00", "1.00"],
    ]
    form = form_of(rows, "基本支出总表")
    assert (form.key, sums(form)) == ("PB", {"total": 9, "工资福利支出": 5, "商品和服务支出": 4})
    assert sums(form, "opening")["total"] == 1
    assert {a.column for a in form.amounts if a.within} == {"general_budget", "government_fund"}


def test_basic_expenditure_of_all_funds_by_code_keeps_its_codes():
    rows = [
        [
            "科目编码",
            None,
            "部门预算支出经济分类科目",
            "科目编码",
            None,
            "政府预算支出经济分类科目",
            "合计",
            "上年结转",
        ],
        ["类", "款", "部门预算支出经济分类科目", "类", "款", "政府预算支出经济分类科目", "合计", "上年结转"],
        ["", "", "合计", "", "", "", "9.00", ""],
        ["301", "", "工资福利支出", "501", "", "机关工资福利支出", "9.00", ""],
        ["301", "01", "基本工资", "501", "01", "工资奖金津补贴", "9.00", ""],
    ]
    form = form_of(rows, "基本支出预算情况表")
    assert form.key == "PB"
    assert [a.code for a in form.amounts if a.column == "total"] == [None, "301", "30101"]


def test_a_project_is_a_row_and_what_it_is_for_is_no_amount():
    rows = [
        ["单位编码", "单位（项目）名称", "项目金额", "项目简介"],
        ["**", "**", "**", "**"],
        ["", "合计", "11.00", ""],
        ["253001", "样本市住房局", "11.00", ""],
        ["", "房屋普查项目", "11.00", "普查房屋2600栋，经费11.00万元"],
    ]
    form = form_of(rows, "2026年部门综合预算专项业务经费支出表")
    assert (form.key, sums(form)) == ("PX", {"total": 11, "样本市住房局": 11, "房屋普查项目": 11})
    assert len(form.texts) == 3 + 1, "names and the purpose: words beside the amounts"
    assert len(form.codes) == 1, "the unit's code"


def test_codes_and_numbers_of_rows_are_no_words():
    """西安 numbers its rows, and prints 类 and 款 in columns of their own: all were told to be words beside the amounts."""
    rows: list[list[str | None]] = [
        ["序号", "科目编码", None, "单位（项目）名称", "项目金额"],
        ["序号", "类", "款", "单位（项目）名称", "项目金额"],
        ["1", "", "", "合计", "11.00"],
        ["2", "205", "08", "房屋普查项目", "11.00"],
    ]
    form = form_of(rows, "2026年部门综合预算专项业务经费支出表")
    assert (len(form.texts), len(form.codes)) == (2, 2)


def test_the_kind_of_a_project_is_no_amount():
    rows = [
        ["项目名称", "项目类别", "合计", "单位资金"],
        ["合 计", "", "3.00", "1.00"],
        ["运维费", "其他运转类", "3.00", "1.00"],
    ]
    form = form_of(rows, "项目支出预算情况表")
    assert {a.column for a in form.amounts} == {"total", "other_funds"}


def test_a_project_without_a_name_is_held():
    rows = [["项目名称", "合计"], ["合计", "3.00"], ["", "3.00"]]
    found = read_forms(lay_out([page(1, ["项目支出预算表", "单位：万元"], grid(rows))]), 2026, "budget")
    assert [a.held for a in found.forms[0].amounts] == [False, True]
    assert [d.reason for d in found.doubts] == ["row has amounts but no name"]


def test_purchased_services_by_the_three_levels_of_the_catalogue():
    rows = [
        ["指导性目录", None, None, "预算金额"], ["一级", "二级", "三级", "预算金额"], ["合 计", "", "", "6.000000"],
        ["01-公共服务", "0116-行业管理服务", "行业咨询服务", "2.000000"], ["02-辅助性服务", "0201-法律服务", "法律咨询服务", "4.000000"],
    ]  # fmt: skip
    form = form_of(rows, "预算11表 财政拨款政府购买服务明细表")
    assert (form.key, sums(form, "amount")["total"]) == ("PS", 6)
    assert "01-公共服务0116-行业管理服务行业咨询服务" in sums(form, "amount")


def test_money_carried_over_has_its_title_in_the_frame_below_its_number():
    heads = ["预算单位代码", "预算单位名称", "预算项目名称", "金额", "功能分类科目代码", "功能分类科目名称", "资金性质"]
    rows = [
        ["表11", "", "", "", "", "", ""],
        ["2026年部门综合预算财政拨款结转资金支出表", None, None, None, None, None, None],
        ["", "", "", "", "", "", "单位：万元"],
        heads,
        ["125001", "样本市应急局", "安全生产专项", "9.00", "2240106", "安全监管", "一般公共预算支出"],
    ]
    form = form_of(rows, "表11-财拨结转支出表", "")
    assert (form.key, form.counted_in, sums(form, "amount")) == ("PC", "万元", {"样本市应急局安全生产专项": 9})


def test_a_list_that_goes_on_under_a_heading_of_its_own_keeps_what_its_rows_are_parts_of():
    first = [
        ["单位名称", "项目名称", "合计", "一般公共预算"],
        ["合计", None, "21.00", "21.00"],
        ["样本甲中心", None, "9.00", "9.00"],
        ["", "项目一", "9.00", "9.00"],
    ]
    rest = [
        ["单位名称", "项目名称", "合计", "一般公共预算", "政府性基金预算"],
        ["样本乙中心", None, "12.00", "12.00", ""], ["", "项目二", "7.00", "7.00", ""], ["", "项目三", "5.00", "5.00", ""],
    ]  # fmt: skip
    pages = [page(number, ["项目支出预算表", "单位：万元"], grid(rows)) for number, rows in ((1, first), (2, rest))]
    [form] = read_forms(lay_out(pages), 2026, "budget").forms
    rows = {a.row: a for a in form.amounts if a.column == "total"}
    assert {a.label: rows[a.part_of].label for a in rows.values() if a.label in ("项目二", "项目三") and a.part_of is not None} == {
        "项目二": "样本乙中心", "项目三": "样本乙中心",
    }  # fmt: skip
