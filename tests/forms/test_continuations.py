"""A table over several pages is one form; what may be its rest and is kept out puts it in doubt."""

from dataclasses import replace

import pytest

from pipelines.forms.form_set import FormSet, read_forms
from pipelines.forms.layout import lay_out
from pipelines.forms.tables import join_tables
from pipelines.pdf.pages import Line, Page
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
