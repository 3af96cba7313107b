"""Tables with few rules or none down, as offices print them: levels of headings, names of two lines, shaded rows, page ends."""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import plumber_reader
from pipelines.pdf.glyphs import Glyph
from pipelines.pdf.open_runs import runs_of
from pipelines.pdf.pages import Grid
from pipelines.pdf.pdfium import reader
from tests.support.paper.paper import font_name

HEIGHT = 400
EDGES = (100, 240, 320, 400, 480, 560)
HEADS = ((0, 1, 121, "科目名称"), (1, 2, 121, "合计"), (2, 5, 113, "基本支出"))
LEAVES = ((2, 3, 127, "小计"), (3, 4, 127, "人员经费"), (4, 5, 127, "公用经费"))
ROWS = (
    (("教育支出", 145), "30.00", "20.00", "15.00", "5.00"),
    (("农林水支出", 161), "9.50", "9.50", "9.50", ""),
    (("住房保障支出", 177), "6.00", "6.00", "", "6.00"),
    (("合计", 193), "45.50", "35.50", "24.50", "11.00"),
)
THREE = (100, 132, 198)
"""Heights of the rules of a table of three: above and below the heading, at the end."""


class Drawn(NamedTuple):
    """What is drawn on a page: headings over columns, rows, rules across, shaded strips, and rules down within strips."""

    heads: Sequence[tuple[int, int, int, str]] = HEADS + LEAVES
    rows: Sequence[tuple] = ROWS
    rules: Sequence[int] = THREE
    shaded: Sequence[tuple[int, int]] = ()
    lines: Sequence[tuple[int, int, str]] = ()


def draw(canvas: Canvas, drawn: Drawn) -> None:
    """Draw a table; shaded strips have a box for each cell; lines: texts with the left end and the height of each."""
    for top, bottom in drawn.shaded:
        canvas.setFillGray(0.85)
        for left, right in pairwise(EDGES):
            canvas.rect(left, HEIGHT - bottom, right - left, bottom - top, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont(font_name("STSong-Light"), 9)
    for y in drawn.rules:
        canvas.line(EDGES[0], HEIGHT - y, EDGES[-1], HEIGHT - y)
    for first, last, y, text in drawn.heads:
        canvas.drawCentredString((EDGES[first] + EDGES[last]) / 2, HEIGHT - y, text)
    for left, y, text in drawn.lines:
        canvas.drawString(left, HEIGHT - y, text)
    for (name, y), *amounts in drawn.rows:
        canvas.drawString(EDGES[0] + 3, HEIGHT - y, name)
        for text, right in zip(amounts, EDGES[2:], strict=True):
            canvas.drawRightString(right - 3, HEIGHT - y, text)


def grids_of(*pages: Sequence[Drawn]) -> list[list[Grid]]:
    """Return the grids of each page drawn; both readers must see the same cells."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=(660, HEIGHT), invariant=1)
    for page in pages:
        for one in page:
            draw(canvas, one)
        canvas.showPage()
    canvas.save()
    ours, theirs = (read(written.getvalue()).pages for read in (reader.read_document, plumber_reader.read_document))
    cells = [[[(c.row, c.column, c.text) for c in g.cells] for p in pages for g in p.grids] for pages in (ours, theirs)]
    assert cells[0] == cells[1]
    return [list(page.grids) for page in ours]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.cells if cell.row == row] for row in range(grid.row_count)]


BODY = [[name, *amounts] for (name, _), *amounts in ROWS]
HEADING = [["科目名称", "合计", "基本支出"], ["小计", "人员经费", "公用经费"]]


def test_two_levels_of_headings_close_together_are_two_levels():
    [[grid]] = grids_of([Drawn()])
    assert texts(grid) == HEADING + BODY
    assert grid.edges == pytest.approx(EDGES, abs=1.5)


def test_columns_without_amounts_under_one_heading_are_not_taken_for_one():
    """Their headings and the one over them have one middle: joined, they would close the table as one column, too."""
    rows = [(name, *amounts[:1], "", "", "") for name, *amounts in ROWS]
    wide = (2, 5, 113, "本年一般公共预算财政拨款基本支出安排数")
    [[grid]] = grids_of([Drawn(heads=(*HEADS[:2], wide, *LEAVES), rows=rows)])
    assert grid.edges == pytest.approx(EDGES, abs=1.5)


def test_a_name_of_two_lines_with_its_amounts_half_way_is_one_row():
    rows = (ROWS[0], (("", 165), *ROWS[1][1:]), (("住房保障支出", 185), *ROWS[2][1:]), (("合计", 201), *ROWS[3][1:]))
    lines = ((103, 160, "农林水和水利以及水土保"), (103, 170, "持支出"))
    [[grid]] = grids_of([Drawn(rows=rows, lines=lines, rules=(100, 132, 206))])
    assert texts(grid)[3] == ["农林水和水利以及水土保\n持支出", *ROWS[1][1:]]
    assert len(texts(grid)) == len(HEADING) + len(ROWS)


def test_a_line_closer_to_the_one_above_than_rows_are_goes_on_with_its_name():
    rows = (ROWS[0], ROWS[1], (("住房保障支出", 188), *ROWS[2][1:]), (("合计", 204), *ROWS[3][1:]))
    [[grid]] = grids_of([Drawn(rows=rows, lines=((103, 172, "（含水利）"),), rules=(100, 132, 209))])
    assert texts(grid)[3] == ["农林水支出\n（含水利）", *ROWS[1][1:]]


def test_a_name_that_fills_its_column_above_words_at_the_same_pitch_is_not_surely_a_row():
    filling = (("机关事业单位基本养老保险缴费等", 161), *ROWS[1][1:])
    more = ((("支出", 177), "", "", "", ""), (("合计", 193), *ROWS[3][1:]))
    [[grid]] = grids_of([Drawn(rows=(ROWS[0], filling, *more))])
    assert len(grid.edges) == 2


def test_the_heading_of_a_table_ruled_below_its_rows_stands_above_the_first_rule():
    lines = ((450, 92, "单位：万元"),)
    [[grid]] = grids_of([Drawn(rules=(132, 148, 164, 180, 196), lines=lines)])
    assert texts(grid) == HEADING + BODY


@pytest.mark.parametrize(
    "shaded", [((104, 134),), ((104, 134), (150, 166), (182, 198))], ids=["heading", "every_other_row"]
)
def test_rows_without_rules_keep_to_the_columns_of_those_that_are_shaded(shaded):
    heads = [
        (column, column + 1, 122, text) for column, text in enumerate(("名称", "合计", "小计", "人员经费", "公用经费"))
    ]
    [[grid]] = grids_of([Drawn(heads=heads, rules=(), shaded=shaded)])
    assert texts(grid)[1:] == BODY


def test_rows_as_wide_as_the_frame_keep_to_the_columns_of_a_shaded_heading():
    heads = [
        (column, column + 1, 122, text) for column, text in enumerate(("名称", "合计", "小计", "人员经费", "公用经费"))
    ]
    rules = (104, 134, 150, 166, 182, 198)
    written = BytesIO()
    canvas = Canvas(written, pagesize=(660, HEIGHT), invariant=1)
    draw(canvas, Drawn(heads=heads, rules=rules, shaded=((104, 134),)))
    for x in (EDGES[0], EDGES[-1]):
        canvas.line(x, HEIGHT - 104, x, HEIGHT - 198)
    canvas.save()
    for read in (reader.read_document, plumber_reader.read_document):
        [grid] = read(written.getvalue()).pages[0].grids
        assert texts(grid)[1:] == BODY


def test_rows_under_a_shaded_heading_that_leave_its_columns_are_not_read():
    lines = ((103, 209, "一个跨过两栏的名称因而不知道以下是哪一栏的数"), (530, 209, "12.00"))
    [grids] = grids_of([Drawn(heads=[], rules=(), shaded=((104, 134),), lines=lines)])
    assert not any("30.00" in cell.text for grid in grids for cell in grid.cells)


def test_two_tables_of_one_width_on_a_page_are_two():
    below = 130
    heads = [(first, last, y + below, text) for first, last, y, text in HEADS + LEAVES]
    rows = [((name, y + below), *amounts) for (name, y), *amounts in ROWS]
    title = ((250, 216, "三、支出预算表"), (480, 226, "单位：万元"))
    second = Drawn(heads=heads, rows=rows, rules=[y + below for y in THREE], lines=title)
    [grids] = grids_of([Drawn(), second])
    assert [texts(grid) for grid in grids] == [HEADING + BODY] * 2


def test_a_table_that_goes_on_on_the_next_page_has_no_rule_at_its_end_here():
    [[first], [second]] = grids_of([Drawn(rows=ROWS[:3], rules=THREE[:2])], [Drawn(rows=ROWS[2:])])
    assert texts(first) == HEADING + BODY[:3]
    assert texts(second) == HEADING + BODY[2:]


def test_a_table_ruled_within_its_heading_alone_ends_with_its_lines():
    """宁夏: no rule below the rows, one below each line of the heading."""
    heads = [
        (column, column + 1, 113, text)
        for column, text in enumerate(("科目名称", "合计", "小计", "人员经费", "公用经费"))
    ]
    numbers = [(column, column + 1, 128, text) for column, text in enumerate(("栏次", "1", "2", "3", "4"))]
    [[grid]] = grids_of([Drawn(heads=[*heads, *numbers], rules=(100, 118, 132))])
    assert texts(grid)[2:] == BODY


def glyphs(*texts: str) -> list[Glyph]:
    """Characters of one line, each as wide as its size; "~" is white of a third of it."""
    line, x = [], 0.0
    for char in "".join(texts):
        if char != "~":
            line.append(Glyph(0, 100.0, x, x + 9, 9.0, char))
        x += 3.3 if char == "~" else 9
    return line


def test_an_amount_and_the_name_in_the_next_column_are_two_runs():
    assert [run.text for run in runs_of(glyphs("2.00~一、教育支出"))] == ["2.00", "一、教育支出"]
    assert [run.text for run in runs_of(glyphs("支出~2.00"))] == ["支出2.00"]


def test_radicals_are_the_letters_they_stand_for():
    assert [run.text for run in runs_of(glyphs("⼩计"))] == ["小计"]


def test_cells_that_a_page_cuts_are_cells_though_those_beside_them_have_a_rule_there():
    """A list of projects and their targets: the project goes on on the next page, its targets end with a rule each."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=(660, HEIGHT), invariant=1)
    canvas.setFont(font_name("STSong-Light"), 9)
    for y, left in ((100, 100), (140, 100), (180, 320)):
        canvas.line(left, HEIGHT - y, 560, HEIGHT - y)
    for x in EDGES:
        canvas.line(x, HEIGHT - 100, x, HEIGHT - 180)
    for y in (124, 164):
        for left, text in zip(EDGES, ("监测费", "12.50", "数量", "≥", "50"), strict=False):
            canvas.drawString(left + 3, HEIGHT - y, text)
    canvas.save()
    for read in (reader.read_document, plumber_reader.read_document):
        [grid] = read(written.getvalue()).pages[0].grids
        assert texts(grid) == [["监测费", "12.50", "数量", "≥", "50"]] * 2
