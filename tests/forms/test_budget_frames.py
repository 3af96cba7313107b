"""What stands in the frame of a budget's table and belongs elsewhere, drawn by hand as cities print it."""

from dataclasses import replace

import pytest

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


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("编制单位：元谋县样本局 金额单位：万元", "万元"),
        ("填报单位：元江哈尼族彝族傣族自治县样本局 单位：万元", "万元"),
        ("预算单位：元坝镇人民政府", ""),
        ("部门：元阳县样本局 单位：元", "元"),
        ("单位：元公开03表", "元"),
    ],
)
def test_a_place_whose_name_begins_as_a_money_unit_is_none(line: str, unit: str):
    """The forms of 元谋县 are in 万元, as they say behind its name."""
    rows = [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["201", "一般公共服务支出", "9.00", "9.00", ""]]
    assert forms(page(1, ["支出总表", line], grid(rows)))["P3"].counted_in == unit


def test_a_list_of_forms_in_a_frame_is_none():
    rows = [
        ["报表", "报表名称", "是否空表"],
        ["表1", "部门综合预算收支总表", ""],
        ["表2", "部门综合预算收入总表", ""],
        ["表3", "部门综合预算支出总表", "否"],
    ]
    found = read_forms(lay_out([page(1, ["报表目录"], grid(rows))]), 2026, "budget")
    assert (found.forms, found.doubts) == ((), ())


LEFT = [["合计", "本年收入", None], ["合计", "小计", "事业收入"], ["9.00", "8.00", "1.00"]]
RIGHT = [["", "上年结转结余", None], ["其他收入", "小计", "单位资金"], ["7.00", "1.00", "1.00"]]


def test_right_columns_on_the_next_page_belong_to_the_left_ones():
    first, then = page(3, ["预算02表 收入总表"], grid(LEFT)), page(4, ["金额单位：万元"], grid(RIGHT))
    form = forms(first, then)["P2"]
    assert [(a.column, a.page) for a in form.amounts if a.number] == [
        ("total", 3), ("income", 3), ("operating", 3), ("other", 4), ("opening", 4), ("within_opening", 4),
    ]  # fmt: skip
    assert (form.counted_in, form.pages, form.doubts) == ("万元", (3, 4), ())
    assert form.amounts[3].heading == "本年收入/其他收入", "the heading that the cut parts"


@pytest.mark.parametrize(("above", "read"), [(["预算02表 收入总表"], {"P2"}), (["预算03表 支出总表"], {"P2", "P3"})])
def test_right_columns_may_have_codes_and_names_before_them_again_below_the_same_title(
    above: list[str], read: set[str]
):
    rows = [["科目编码", "科目名称"], ["2010301", "行政运行"], ["2080505", "养老保险"], ["", "合计"]]
    left = [["合计", "本年收入"], ["8.00", "7.00"], ["2.00", "2.00"], ["10.00", "9.00"]]
    right = [["其他收入", "上年结转"], ["7.00", "1.00"], ["", ""], ["7.00", "1.00"]]
    if "P3" in read:
        right[0] = ["合计", "基本支出"]
    pages = [
        page(n, title, grid([[*label, *part] for label, part in zip(rows, half, strict=True)]))
        for n, title, half in ((3, ["预算02表 收入总表"], left), (4, above, right))
    ]
    found = forms(*pages)
    assert set(found) == read
    assert ("opening" in {a.column for a in found["P2"].amounts}) == (read == {"P2"})


def test_a_printer_that_goes_down_first_prints_all_left_columns_before_the_right_ones():
    def half(number: int, rows: list) -> Page:
        return page(number, ["预算03表 支出总表", "金额单位：万元"] if number == 1 else [], grid(rows))

    heads = [["科目编码", "科目名称", "合计"], ["基本支出", "项目支出"]]
    lefts = [
        [heads[0], ["2010301", "行政运行", "3.00"]],
        [heads[0], ["2080505", "养老保险", "5.00"], ["", "合计", "8.00"]],
    ]
    rights = [[heads[1], ["1.00", "2.00"]], [heads[1], ["5.00", "0.00"], ["6.00", "2.00"]]]
    moved = [replace(half(n, rows), lines=half(n, rows).lines) for n, rows in enumerate([*lefts, *rights], start=1)]
    level = [replace(one, grids=tuple(_at(g, 100.0) for g in one.grids)) for one in moved]
    form = forms(*level)["P3"]
    assert {(a.code or a.line, a.column): a.text for a in form.amounts} == {
        ("2010301", "total"): "3.00", ("2010301", "basic"): "1.00", ("2010301", "project"): "2.00",
        ("2080505", "total"): "5.00", ("2080505", "basic"): "5.00", ("2080505", "project"): "0.00",
        ("total", "total"): "8.00", ("total", "basic"): "6.00", ("total", "project"): "2.00",
    }  # fmt: skip


def _at(one: Grid, top: float) -> Grid:
    """A grid moved up or down to begin at this height."""
    by = top - one.box[1]

    def moved(box):
        return (box[0], box[1] + by, box[2], box[3] + by)

    return replace(one, box=moved(one.box), cells=tuple(replace(c, box=moved(c.box)) for c in one.cells))


@pytest.mark.parametrize("rows", [[*RIGHT[:2], ["行政运行", "1.00", "1.00"]], LEFT, [*RIGHT, ["1.00", "1.00", "1.00"]]])
def test_a_table_with_names_the_same_heads_or_other_rows_is_none_of_the_right(rows):
    found = forms(page(3, ["预算02表 收入总表", "金额单位：万元"], grid(LEFT)), page(4, ["其他"], grid(rows)))
    assert not any(a.page == 4 and a.column in ("other", "opening") for form in found.values() for a in form.amounts)
