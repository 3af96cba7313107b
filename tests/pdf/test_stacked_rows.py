"""Rows that no rule parts: stacked amounts tell them, and where nothing tells them the row is held whole."""

import pytest

from pipelines.pdf.glyphs import Glyph, cell_text
from pipelines.pdf.lattice import grid_of
from pipelines.pdf.pages import Grid
from pipelines.pdf.stacked_rows import Filled
from tests.support.files.reading import read_report
from tests.support.paper import paper
from tests.support.paper.blocks import Paper, Table
from tests.support.paper.drafts import GENERAL, HEAD, facts, grid, page, read
from tests.support.paper.grid import Box

TOPS = (100.0, 120.0, 140.0, 160.0)
XS = (0.0, 100.0, 200.0)


def cell(row: int, column: int, *lines: tuple[str, float], span: int = 1, bottom: float = 200.0) -> Filled:
    """A cell with lines of text on baselines; letters are as wide as high."""
    glyphs = tuple(
        Glyph(0, baseline, XS[column] + 5.0 * n, XS[column] + 5.0 * (n + 1), 10.0, letter)
        for text, baseline in lines
        for n, letter in enumerate(text)
    )
    return Filled(
        row=row,
        column=column,
        row_span=span,
        column_span=1,
        box=(XS[column], 90.0, XS[column + 1], bottom),
        glyphs=glyphs,
    )


def texts(*cells: Filled) -> list[tuple[int, int, int, str]]:
    found: Grid = grid_of(cells, XS, (0.0, 90.0, 200.0), cell_text)
    return [(c.row, c.column, c.row_span, c.text) for c in found.cells]


NAMES = [(name, 110.0 + 20 * n) for n, name in enumerate("甲乙丙丁")]


def test_a_row_of_stacked_amounts_is_a_row_for_each_line():
    amounts = cell(1, 1, ("1.00", 110.0), ("22.00", 130.5), ("3,333.00", 170.0))
    head = Filled(row=0, column=0, row_span=1, column_span=2, box=(0.0, 0.0, 200.0, 90.0), glyphs=())
    assert texts(head, cell(1, 0, *NAMES), amounts) == [
        (0, 0, 1, ""), (1, 0, 1, "甲"), (1, 1, 1, "1.00"), (2, 0, 1, "乙"), (2, 1, 1, "22.00"),
        (3, 0, 1, "丙"), (3, 1, 1, ""), (4, 0, 1, "丁"), (4, 1, 1, "3,333.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "amounts",
    [
        [("1.00", 110.0), ("22.00", 130.0)],
        [("1,234,", 110.0), ("567,89", 130.0), ("0.00", 150.0)],
        [("1.00", 110.0), ("2.00", 120.0), ("3.00", 150.0)],
        [("1.00", 110.0), ("见说明", 130.0), ("3.00", 150.0)],
    ],
    ids=["two may be one that is torn", "a torn number", "a line beside no name", "words among them"],
)
def test_what_may_be_one_row_stays_one(amounts):
    assert {row for row, *_ in texts(cell(0, 0, *NAMES), cell(0, 1, *amounts))} == {0}


def test_cells_beside_a_parted_row_grow_and_those_below_move():
    amounts = cell(0, 1, ("1.00", 110.0), ("2.00", 130.0), ("3.00", 150.0))
    tall = Filled(row=0, column=0, row_span=2, column_span=1, box=(0.0, 90.0, 100.0, 300.0), glyphs=())
    below = Filled(row=1, column=1, row_span=1, column_span=1, box=(100.0, 200.0, 200.0, 300.0), glyphs=())
    assert texts(tall, amounts, below) == [
        (0, 0, 4, ""), (0, 1, 1, "1.00"), (1, 1, 1, "2.00"), (2, 1, 1, "3.00"), (3, 1, 1, ""),
    ]  # fmt: skip


def test_a_name_that_holds_the_codes_of_other_rows_is_held():
    rows = [*HEAD, ["201", "一般公共服务支出20101人大事务", "3.00", "1.00", "2.00"]]
    [form] = read(page(1, GENERAL, grid(rows)))
    assert facts(form) == {}
    assert "holds codes of other rows" in form.doubts[0].reason


def test_a_form_without_rules_between_its_rows_is_read(tmp_path):
    def body(*lines: str) -> Box:
        return Box("\n".join(lines), "left")

    codes, names = (
        ("201", "20101", "2010101", "2010102"),
        ("一般公共服务支出", "人大事务", "行政运行", "一般行政管理事务"),
    )
    totals, basic, project = (
        ("9.00", "9.00", "4.00", "5.00"),
        ("4.00", "4.00", "4.00", "0.00"),
        ("5.00", "5.00", "0.00", "5.00"),
    )
    header = (tuple(Box(text, "center") for text in ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")),)
    table = Table(
        title=GENERAL[0], above=(("部门：桂江市民政局", "单位：万元"),), header=header, body=(tuple(body(*column) for column in (codes, names, totals, basic, project)),), widths=(1.0, 2.0, 1.0, 1.0, 1.0),
    )  # fmt: skip
    path = paper.draw(Paper("样本", ("桂江市民政局", "2024年度部门决算"), (table,)), tmp_path / "drawn.pdf")
    [form] = read_report(path, 2024).forms
    assert facts(form)[("2010102", "project")] == "5.00"
    assert facts(form)[("201", "total")] == "9.00"
