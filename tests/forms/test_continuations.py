"""A table over several pages is one form; what may be its rest and is kept out puts it in doubt."""

from dataclasses import replace

import pytest

from pipelines.forms.form_set import FormSet, read_forms
from pipelines.forms.layout import lay_out
from pipelines.forms.tables import join_tables
from pipelines.pdf.pages import Cell, Grid, Line, Page
from tests.support.paper.drafts import GENERAL, HEAD, grid, page

FOOT = Line("※PS※", (280.0, 800.0, 315.0, 810.0))
"""A page number in a font that no program can read."""
TOTAL = ["", "合计", "9.00", "4.00", "5.00"]
FIRST = [["201", "一般公共服务支出", "3.00", "1.00", "2.00"], ["20101", "人大事务", "3.00", "1.00", "2.00"]]
THEN = [["205", "教育支出", "6.00", "3.00", "3.00"], ["20502", "普通教育", "6.00", "3.00", "3.00"]]


def with_foot(one: Page) -> Page:
    return replace(one, lines=(*one.lines, FOOT))


def read(*pages: Page) -> FormSet:
    return read_forms(lay_out(pages), 2024)


def test_a_table_goes_on_below_a_foot_that_is_no_page_number():
    pages = [page(n, GENERAL, grid([*HEAD, *rows])) for n, rows in ((1, [TOTAL, *FIRST]), (2, THEN))]
    [table] = join_tables(lay_out([with_foot(one) for one in pages]))
    assert [row.page for row in table.rows] == [1] * 4 + [2] * 3


@pytest.mark.parametrize(("rows", "doubted"), [(FIRST, "T5"), ([TOTAL, *FIRST], None)])
def test_a_form_is_in_doubt_where_a_table_kept_out_may_be_its_rest(rows, doubted):
    """A table with a 合计 of its own is another one."""
    said = ["以下按功能分类列示，单位为万元。", *GENERAL]
    found = read(page(1, GENERAL, grid([*HEAD, TOTAL, *FIRST])), page(2, said, grid([*HEAD, *rows])))
    [doubt] = [doubt for doubt in found.doubts if doubt.held]
    assert (doubt.reason, doubt.form) == ("form T5 appears a second time", doubted)


def moved(one: Grid, right: float) -> Grid:
    """The grid further to the right, as on pages with mirrored margins."""
    cells = tuple(replace(c, box=(c.box[0] + right, c.box[1], c.box[2] + right, c.box[3])) for c in one.cells)
    box = (one.box[0] + right, one.box[1], one.box[2] + right, one.box[3])
    return Grid(box, tuple(x + right for x in one.edges), one.row_count, cells)


@pytest.mark.parametrize("right", [0.0, 50.0, -37.0])
def test_a_table_with_less_columns_goes_on_on_a_page_whose_margins_are_mirrored(right):
    head = [["科目编码", "科目名称", "合计", "基本支出", "项目支出", "上缴上级支出"]]
    first = [
        ["201", "一般公共服务支出", "3.00", "1.00", "2.00", "0.00"],
        ["205", "教育支出", "3.00", "1.00", "2.00", "0.00"],
    ]
    then = grid([["206", "科学技术支出", "5.00", "5.00"], ["207", "文化支出", "4.00", "4.00"]], top=60.0)
    pages = [page(1, ["部门支出预算表", "单位：万元"], grid([*head, *first])), page(2, [], moved(then, right))]
    [table] = join_tables(lay_out(pages), "budget")
    assert [row.page for row in table.rows] == [1, 1, 1, 2, 2]
    assert [cell.column for cell in table.rows[-1].cells] == [0, 1, 2, 3]


def test_a_narrower_table_that_does_not_fit_the_one_before_is_another():
    head = [["科目编码", "科目名称", "合计", "基本支出", "项目支出", "上缴上级支出"]]
    other = Grid((90.0, 60.0, 400.0, 80.0), (90.0, 210.0, 300.0, 400.0), 1, tuple(
        Cell(row=0, column=n, row_span=1, column_span=1, text=text, box=(x, 60.0, x + 90, 80.0))
        for n, (x, text) in enumerate(((90.0, "206"), (210.0, "科学技术支出"), (300.0, "5.00")))
    ))  # fmt: skip
    pages = [page(1, ["部门支出预算表", "单位：万元"], grid([*head, [*TOTAL, "0.00"]])), page(2, [], other)]
    assert len(join_tables(lay_out(pages), "budget")) == 2
