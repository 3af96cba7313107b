"""Lists of a budget whose rows are parts of one another: 合计, kinds of purchases, units, kinds of projects, projects."""

import pytest

from pipelines.forms import Form, lay_out, read_forms
from pipelines.forms.outlines import amounts_of, with_parents
from pipelines.forms.rows import MoneyCell, PrintedRow
from tests.support.paper.drafts import grid, page

PURCHASES = ["采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计"]
PROJECTS = ["单位编码", "单位（项目）名称", "项目金额", "项目简介"]


def parts(title: str, rows: list[list[str | None]]) -> dict[str, str | None]:
    """Name of each row → the name of the row it is a part of."""
    [form] = read_forms(lay_out([page(1, [title, "单位：万元"], grid(rows))]), 2026, "budget").forms
    names = _names(form)
    return {names[a.row]: None if a.part_of is None else names[a.part_of] for a in form.amounts}


def _names(form: Form) -> dict[int, str]:
    return {a.row: a.label for a in form.amounts}


def test_a_purchase_is_part_of_its_project_and_that_of_its_kind_by_where_their_names_begin():
    rows = [
        PURCHASES,
        ["合计", "", "", "", "", "20.00"],
        ["一、货物A", "", "", "", "", "12.00"],
        ["", "甲项目", "办公费", "", "", "8.00"],
        ["", "", "", "打印机", "分散", "5.00"],
        ["", "", "", "复印机", "分散", "3.00"],
        ["", "乙项目", "办公费", "", "", "4.00"],
        ["", "", "", "电脑", "分散", "4.00"],
        ["三、服务C", "", "", "", "", "8.00"],
        ["", "丙项目", "会议费", "", "", "8.00"],
        ["", "", "", "会议服务", "集中", "8.00"],
    ]
    assert parts("政府采购预算表", rows) == {
        "合计": None, "一、货物A": "合计", "甲项目办公费": "一、货物A", "打印机分散": "甲项目办公费", "复印机分散": "甲项目办公费",
        "乙项目办公费": "一、货物A", "电脑分散": "乙项目办公费", "三、服务C": "合计", "丙项目会议费": "三、服务C", "会议服务集中": "丙项目会议费",
    }  # fmt: skip


SEVERAL_KINDS = [
    PURCHASES,
    ["合计", "", "", "", "", "98.00"],
    ["一、货物A", "", "", "", "", "68.00"],
    ["", "甲项目", "办公费", "", "", "50.00"],
    ["", "", "", "打印机", "分散", "20.00"],
    ["", "", "", "复印机", "分散", "30.00"],
    ["", "", "印刷费", "", "", "18.00"],
    ["", "", "", "印刷品", "分散", "9.00"],
    ["", "", "", "纸张", "分散", "9.00"],
    ["二、工程B", "", "", "", "", "12.00"],
    ["", "乙项目", "维修费", "", "", "12.00"],
    ["", "", "", "修缮", "分散", "12.00"],
    ["三、服务C", "", "", "", "", "18.00"],
    ["", "丙项目", "会议费", "", "", "10.00"],
    ["", "", "", "会议服务", "集中", "10.00"],
    ["", "", "培训费", "", "", "8.00"],
    ["", "", "", "培训服务", "集中", "8.00"],
]


@pytest.mark.parametrize("printer", ["20.00", "2.00", "11.00"])
def test_a_second_kind_of_expenditure_of_a_project_is_beside_the_first_whatever_one_purchase_costs(printer: str):
    """江苏: 印刷费 begins a column behind its project. 11.00 for 20.00 would be made good by 9.00 that belongs to the next."""
    rows = [[*row[:5], printer] if row[3] == "打印机" else row for row in SEVERAL_KINDS]
    found = parts("政府采购预算表", rows)
    assert [found[name] for name in ("打印机分散", "印刷费", "印刷品分散", "纸张分散", "培训费")] == [
        "甲项目办公费", "一、货物A", "印刷费", "印刷费", "三、服务C",
    ]  # fmt: skip


def test_a_wrong_sum_among_right_ones_leaves_the_rows_where_they_are():
    rows = [
        PURCHASES,
        ["合计", "", "", "", "", "20.00"],
        ["一、货物A", "", "", "", "", "12.00"],
        ["", "甲项目", "办公费", "", "", "12.00"],
        ["", "", "", "打印机", "分散", "5.00"],
        ["", "", "", "复印机", "分散", "3.00"],
        ["三、服务C", "", "", "", "", "8.00"],
        ["", "丙项目", "会议费", "", "", "8.00"],
        ["", "", "", "会议服务", "集中", "8.00"],
    ]
    assert parts("政府采购预算表", rows)["打印机分散"] == "甲项目办公费"


def test_a_unit_is_below_its_department_whose_number_is_shorter_and_projects_are_told_apart_by_their_sums():
    rows = [
        PROJECTS,
        ["", "合计", "30.00", ""],
        ["251", "样本市规划局", "30.00", ""],
        ["251001", "样本市规划局本级", "20.00", ""],
        ["", "通用项目", "5.00", ""],
        ["", "购置类", "5.00", ""],
        ["", "购置电脑", "2.00", ""],
        ["", "购置桌椅", "3.00", ""],
        ["", "专用项目", "15.00", ""],
        ["", "规划编制", "15.00", ""],
        ["251002", "样本市测绘院", "10.00", ""],
        ["", "专用项目甲", "6.00", ""],
        ["", "专用项目乙", "4.00", ""],
    ]
    assert parts("2026年部门综合预算专项业务经费支出表", rows) == {
        "合计": None, "样本市规划局": "合计", "样本市规划局本级": "样本市规划局", "通用项目": "样本市规划局本级", "购置类": "通用项目",
        "购置电脑": "购置类", "购置桌椅": "购置类", "专用项目": "样本市规划局本级", "规划编制": "专用项目",
        "样本市测绘院": "样本市规划局", "专用项目甲": "样本市测绘院", "专用项目乙": "样本市测绘院",
    }  # fmt: skip


def test_a_list_whose_sums_mostly_fail_has_no_parts():
    rows = [["项目名称", "合计"], ["合计", "30.00"], ["甲", "7.00"], ["乙", "9.00"]]
    assert set(parts("项目支出预算表", rows).values()) == {None}


def test_a_total_printed_last_is_the_whole_too():
    rows = [["项目名称", "合计"], ["甲", "7.00"], ["乙", "9.00"], ["合计", "16.00"]]
    assert parts("项目支出预算表", rows) == {"甲": "合计", "乙": "合计", "合计": None}


def test_purchases_with_their_number_are_procurement_and_the_number_is_no_money():
    rows = [
        ["科目编码", None, None, "单位编码", "采购项目", "采购目录", "购买服务内容", "规格型号", "数量", "部门预算支出经济科目编码", None, "实施采购时间", "预算金额"],
        ["类", "款", "项", "单位编码", "采购项目", "采购目录", "购买服务内容", "规格型号", "数量", "类", "款", "实施采购时间", "预算金额"],
        ["", "", "", "", "合计", "", "", "", "3", "", "", "", "16.00"],
        ["212", "01", "02", "253001", "样本市住房局", "", "", "", "2", "", "", "", "10.00"],
        ["212", "01", "02", "", "办公设备购置", "A020101台式计算机", "", "21寸", "1", "310", "02", "2026-10-01", "4.00"],
        ["212", "01", "02", "", "印刷经费", "C0814印刷服务", "", "", "1", "302", "02", "", "6.00"],
        ["212", "01", "99", "253002", "样本市城建档案馆", "", "", "", "1", "", "", "", "6.00"],
        ["212", "01", "99", "", "档案数字化", "C99其他服务", "", "", "1", "302", "27", "", "6.00"],
    ]  # fmt: skip
    [form] = read_forms(
        lay_out([page(1, ["2026年部门综合预算政府采购（资产配置、购买服务）预算表", "单位：万元"], grid(rows))]),
        2026,
        "budget",
    ).forms
    names = _names(form)
    assert form.key == "P12" and not any(a.held for a in form.amounts)
    assert {(a.column, a.text) for a in form.amounts if a.line == "total"} == {("count", "3"), ("amount", "16.00")}
    assert [names[a.part_of] for a in form.amounts if a.column == "amount" and a.part_of is not None] == [
        "合计", "样本市住房局", "样本市住房局", "合计", "样本市城建档案馆",
    ]  # fmt: skip


def test_a_name_left_out_because_it_is_as_above_makes_no_row_a_part_of_its_neighbour():
    rows = [
        PURCHASES,
        ["合计", "", "", "", "", "10.00"],
        ["三、服务C", "", "", "", "", "10.00"],
        ["", "商品和服务支出", "会议费", "", "", "7.00"],
        ["", "", "", "住宿服务", "分散", "3.00"],
        ["", "", "", "餐饮服务", "分散", "4.00"],
        ["", "", "培训费", "", "", "3.00"],
        ["", "", "", "场地服务", "分散", "3.00"],
    ]
    found = parts("政府采购预算表", rows)
    assert (found["培训费"], found["场地服务分散"]) == ("三、服务C", "培训费")


def test_expenditure_by_economic_classification_goes_by_its_numbers():
    """西安: a balance tells its expenditure by function and, beside that, by economic classification."""
    heads = ["收入", None, "支出", None, None, None]
    rows = [
        heads,
        ["项目", "预算数", "支出功能分科目（按大类）", "预算数", "部门预算支出经济科目（按大类）", "预算数"],
        ["一、部门预算", "9.00", "一、部门预算", "9.00", "一、部门预算", "9.00"],
        ["1、财政拨款", "9.00", "1、教育支出", "9.00", "1、人员经费和公用经费支出", "6.00"],
        ["", "", "", "", "（1）工资福利支出", "4.00"],
        ["", "", "", "", "（2）商品和服务支出", "2.00"],
        ["", "", "", "", "2、专项业务经费支出", "3.00"],
        ["", "", "", "", "（1）商品和服务支出", "3.00"],
        ["本年收入合计", "9.00", "本年支出合计", "9.00", "本年支出合计", "9.00"],
        ["收入总计", "9.00", "支出总计", "9.00", "支出总计", "9.00"],
    ]
    [form] = read_forms(lay_out([page(1, ["部门综合预算收支总表", "单位：万元"], grid(rows))]), 2026, "budget").forms
    names = {(a.panel, a.row): a.label for a in form.amounts}
    told = [(a.label, names[a.panel, a.part_of]) for a in form.amounts if a.part_of is not None]
    assert form.key == "P1" and told == [
        ("1、人员经费和公用经费支出", "一、部门预算"), ("(1)工资福利支出", "1、人员经费和公用经费支出"), ("(2)商品和服务支出", "1、人员经费和公用经费支出"),
        ("2、专项业务经费支出", "一、部门预算"), ("(1)商品和服务支出", "2、专项业务经费支出"),
    ]  # fmt: skip


FUNDED = ["单位编码", "单位（项目）名称", "合计", "一般公共预算", "单位资金"]


@pytest.mark.parametrize(
    ("project", "is_told"),
    [
        (("5.00", "3.00", "2.00"), True),
        (("6.00", "3.00", "2.00"), True),
        (("1.00", "1.00", "0.00"), False),
        (("9.00", "0.00", "2.00"), False),
        (("5.00", "5.00", "0.00"), True),
    ],
)
def test_a_row_that_may_be_withheld_leaves_the_sum_above_it_untold(project: tuple[str, ...], is_told: bool):
    rows = [
        FUNDED,
        ["", "合计", "30.00", "20.00", "10.00"],
        ["251001", "样本市规划局", "20.00", "12.00", "8.00"],
        ["", "甲", "15.00", "9.00", "6.00"],
        ["", "乙", *project],
        ["251002", "样本市测绘院", "10.00", "8.00", "2.00"],
        ["", "丙", "6.00", "5.00", "1.00"],
        ["", "丁", "4.00", "3.00", "1.00"],
    ]
    found = parts("项目支出预算表", rows)
    assert (found["样本市规划局"], found["丙"]) == ("合计", "样本市测绘院")
    assert (found["乙"] == "样本市规划局") is is_told


@pytest.mark.parametrize("wrong", ["30.00", "130.00"])
def test_a_row_without_an_amount_in_the_column_that_tells_the_others_apart_is_told_by_the_next(wrong: str):
    """广州: what is paid from 单位资金 alone stands in no sum of the general budget; the first column may have a wrong number."""
    rows = [
        FUNDED,
        ["", "合计", "100.00", "92.00", "8.00"],
        ["", "甲局", "60.00", "52.00", "8.00"],
        ["", "甲一", wrong, "30.00", ""],
        ["", "甲二", "22.00", "22.00", ""],
        ["", "甲三", "8.00", "", "8.00"],
        ["", "乙局", "40.00", "40.00", ""],
        ["", "乙一", "40.00", "40.00", ""],
    ]
    assert parts("项目支出预算表", rows) == {
        "合计": None, "甲局": "合计", "甲一": "甲局", "甲二": "甲局", "甲三": "甲局", "乙局": "合计", "乙一": "乙局",
    }  # fmt: skip


def test_rows_that_have_not_all_columns_of_their_list_are_summed_column_by_column():
    """江苏: a name that runs into the columns of amounts leaves its row without some of them."""

    def row(number: int, label: str, line: str | None, amounts: dict[int, str]) -> PrintedRow:
        box = (0.0, 0.0, 1.0, 1.0)
        cells = tuple(
            MoneyCell(number=c, column="total", heading="合计", within=False, text=text, box=box)
            for c, text in amounts.items()
        )
        return PrintedRow(page=1, panel="", number=number, label=label, code=None, line=line, cells=cells)

    rows = [
        row(0, "合计", "total", {2: "9.00", 3: "9.00"}), row(1, "一、甲中心", None, {3: "6.00"}), row(2, "1.某项目", None, {3: "6.00"}),
        row(3, "二、乙中心", None, {2: "9.00", 3: "3.00"}),
    ]  # fmt: skip
    assert amounts_of(rows) == [(9, 9), (0, 6), (0, 6), (9, 3)]
    assert [one.part_of for one in with_parents(rows)] == [None, 0, 1, 0]
