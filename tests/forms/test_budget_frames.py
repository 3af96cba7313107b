"""What stands in the frame of a budget's table and belongs elsewhere, drawn by hand as cities print it."""

from dataclasses import replace

from pipelines.forms import lay_out, read_forms
from pipelines.pdf.pages import Cell, Grid, Line, Page
from tests.support.paper.drafts import facts, grid, page

BALANCE = [["收入", None, "支出", None], ["项目", "2026年预算数", "项目", "2026年预算数"]]
TRIPLE = ["支出功能分类科目", "政府支出经济分类科目", "部门支出经济分类科目", "合计", "基本支出", "项目支出"]


def forms(*pages: Page):
    return {form.key: form for form in read_forms(lay_out(pages), 2026, "budget").forms}


def test_a_row_below_a_page_break_is_its_own_where_both_amounts_are_whole():
    first = [*BALANCE, ["一、财政拨款", "9.00", "一、社会保障和就业支出", "5.00"], ["", "", "行政单位离退休", "5.00"]]
    then = [
        *BALANCE,
        ["", "", "机关事业单位职业年金缴费支出", "4.00"],
        ["本年收入合计", "9.00", "本年支出合计", "9.00"],
    ]
    above = ["收支总表", "单位：万元"]
    form = forms(page(1, above, grid(first)), page(2, above, grid(then)))["P1"]
    assert [a.text for a in form.amounts if a.panel == "right" and a.number] == ["5.00", "5.00", "4.00", "9.00"]
    assert not any(a.held for a in form.amounts if a.number)


def test_the_end_of_a_name_that_runs_out_of_its_cell_is_put_back():
    rows = [
        TRIPLE,
        ["2130306-水利工程运行与维", "50205-委托业务费", "30227-委托业务费", "54.51", "", "54.51"],
        ["护\n2130306-水利工程运行与维", "50403-公务用车购置", "30913-公务用车购置", "74.34", "", "74.34"],
    ]
    drawn = grid(rows)
    left, _, _, bottom = drawn.cells[-6].box
    first = page(1, ["预算03表 支出总表", "金额单位：万元"], drawn)
    first = replace(first, lines=(*first.lines, Line("护", (left + 2, bottom - 2, left + 11, bottom + 7))))
    then = page(2, [], grid([["2130308-水利前期工作", "50201-办公经费", "30202-印刷费", "4.34", "", "4.34"]]))
    form = forms(first, then)["P3"]
    assert [a.label for a in form.amounts if a.column == "total"] == [
        "水利工程运行与维护",
        "水利工程运行与维护",
        "水利前期工作",
    ]
    assert form.pages == (1, 2) and form.doubts == ()


def test_a_total_drawn_over_a_column_of_names_too_is_read():
    rows = [
        TRIPLE,
        ["2130308-水利前期工作", "50201-办公经费", "30202-印刷费", "4.34", "", "4.34"],
        ["合 计", "", "4.34", None, "", "4.34"],
    ]
    form = forms(page(1, ["预算03表 支出总表", "金额单位：万元"], grid(rows)))["P3"]
    assert facts(form)["total", "total"] == "4.34" and form.doubts == ()


def test_forms_in_one_frame_are_parted_each_with_its_own_columns():
    """The frame of the form below draws boundaries through the end of the form above."""
    above = grid([["收支预算总表", None, None, None], ["部门：样本厅", None, None, "单位：万元"], *BALANCE,
                  ["一、财政拨款", "9.00", "一、教育支出", "9.00"]])  # fmt: skip
    edges = above.edges
    xs = (*edges[:2], edges[1] + 40, *edges[2:])
    rows = [
        [(0, 1, "收入合计"), (1, 2, "9.00"), (3, 1, "支出合计"), (4, 1, "9.00")],
        [(0, 5, "收入预算总表")],
        [(0, 2, "部门：样本厅"), (2, 3, "单位：万元")],
        [(0, 2, "项目名称"), (2, 3, "金额")],
        [(0, 2, "收入总计"), (2, 3, "9.00")],
    ]
    cells = tuple(
        Cell(row=r, column=c, row_span=1, column_span=n, text=t, box=(xs[c], 60 + 20 * r, xs[c + n], 80 + 20 * r))
        for r, row in enumerate(rows)
        for c, n, t in row
    )
    below = Grid((xs[0], 60, xs[-1], 160), xs, 5, cells)
    found = forms(page(1, [], above), page(2, [], below))
    assert facts(found["P1"])["expenditure_grand_total", "amount"] == "9.00" and found["P1"].pages == (1, 2)
    assert facts(found["P2"]) == {("total", "amount"): "9.00"}


def test_a_money_unit_torn_in_two_cells_is_ten_thousand():
    rows = [["部门：样本厅", None, None, None, "单位：万"], ["", "", "", "", "元"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["201", "一般公共服务支出", "9.00", "9.00", ""]]  # fmt: skip
    form = forms(page(1, ["支出总表"], grid(rows)))["P3"]
    assert form.counted_in == "万元"


def test_a_list_of_forms_in_a_frame_is_none():
    rows = [
        ["报表", "报表名称", "是否空表"],
        ["表1", "部门综合预算收支总表", ""],
        ["表2", "部门综合预算收入总表", ""],
        ["表3", "部门综合预算支出总表", "否"],
    ]
    found = read_forms(lay_out([page(1, ["报表目录"], grid(rows))]), 2026, "budget")
    assert (found.forms, found.doubts) == ((), ())
