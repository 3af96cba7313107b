"""Pages as they are shown: what lies outside the CropBox is not there, and a table along the side of a page is read as it is meant.

Belongs here: both readers on pages whose boxes or direction differ. Does not belong here: clips and covers (test_visibility).
"""

import io

import pypdf
import pytest
from pypdf.generic import RectangleObject
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import plumber_reader
from pipelines.pdf.cropping import CUT
from pipelines.pdf.overrunning import OVER
from pipelines.pdf.pdfium import reader

READERS = pytest.mark.parametrize("read", [reader.read_document, plumber_reader.read_document])
ROWS = [(f"item {row} of the list", f"{row}1,234.56", f"{row}7.80") for row in range(1, 9)]


def _table(canvas: Canvas, left: float, rows: list[tuple[str, ...]]) -> None:
    """Draw a ruled table of three columns of 120 points."""
    for number, row in enumerate(rows):
        top = 300 - 20 * number
        for column, text in enumerate(row):
            canvas.rect(left + 120 * column, top - 20, 120, 20)
            canvas.drawString(left + 120 * column + 5, top - 14, text)


def _drawn(
    rows: list[tuple[str, ...]], left: float = 40.0, also: list[tuple[str, ...]] | None = None
) -> pypdf.PdfWriter:
    """A page of 480 × 340 points with a table, or of twice that width with another one to its right."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(960 if also else 480, 340))
    _table(canvas, left, rows)
    if also:
        _table(canvas, 480 + left, also)
    canvas.save()
    return pypdf.PdfWriter(clone_from=io.BytesIO(out.getvalue()))


def _bytes(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _cells(page) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for grid in page.grids for cell in grid.cells]


@READERS
@pytest.mark.parametrize(("matrix", "quarters"), [((0, 1, -1, 0, 340, 0), 1), ((0, -1, 1, 0, 0, 480), 3)])
def test_a_table_along_the_side_of_a_page_is_read_as_one_that_lies_upright(read, matrix, quarters):
    [upright] = read(_bytes(_drawn(ROWS))).pages
    turned = _drawn(ROWS)
    turned.pages[0].add_transformation(matrix)
    turned.pages[0].mediabox = RectangleObject((0, 0, 340, 480))
    [page] = read(_bytes(turned)).pages
    assert (page.quarters, upright.quarters) == (quarters, 0)
    assert (page.width, page.height) == (480, 340)
    assert _cells(page) == _cells(upright) and len(_cells(page)) == 24
    assert page.grids[0].box == pytest.approx(upright.grids[0].box, abs=0.1)


def test_a_few_words_along_the_side_turn_no_page():
    [page] = reader.read_document(_bytes(_drawn([("upright", "words", "12")]))).pages
    assert page.quarters == 0
    few = _drawn([("sideways", "and", "few")])
    few.pages[0].add_transformation((0, 1, -1, 0, 340, 0))
    few.pages[0].mediabox = RectangleObject((0, 0, 340, 480))
    assert reader.read_document(_bytes(few)).pages[0].quarters == 0


@READERS
@pytest.mark.parametrize("rotation", [0, 90])
def test_a_spread_that_is_cropped_to_one_page_shows_that_one_alone(read, rotation):
    other = [(f"other {row}", f"{row}.99", "0") for row in range(1, 9)]
    for box, rows in (((0, 0, 480, 340), ROWS), ((480, 0, 960, 340), other)):
        spread = _drawn(ROWS, also=other)
        spread.pages[0].cropbox = RectangleObject(box)
        spread.pages[0].rotate(rotation)
        alone = _drawn(rows)
        alone.pages[0].rotate(rotation)
        [page], [single] = read(_bytes(spread)).pages, read(_bytes(alone)).pages
        assert (page.width, page.height) == (single.width, single.height)
        assert _cells(page) == _cells(single) and len(_cells(page)) == 24
        assert page.grids[0].box == pytest.approx(single.grids[0].box, abs=0.1)
        assert page.lines == single.lines


def test_a_number_that_the_cropbox_cuts_is_not_surely_what_is_shown():
    cut = _drawn(ROWS)
    cut.pages[0].cropbox = RectangleObject((0, 0, 195, 340))
    [page] = reader.read_document(_bytes(cut)).pages
    assert [one.reason for one in page.unsure] == [CUT] * len(ROWS)
    assert [one.reason for one in page.covers] == [CUT] * len(ROWS)
    whole = _drawn(ROWS)
    whole.pages[0].cropbox = RectangleObject((20, 0, 440, 330))
    assert not reader.read_document(_bytes(whole)).pages[0].unsure


def test_a_number_that_runs_into_the_next_cell_is_in_doubt_with_its_neighbour():
    """A column too narrow for its total: the last digit of 1,234.56 stands beyond the rule, before the 7.80 there."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(480, 340))
    for number, (left, right) in enumerate([("1,234.56", "7.80"), ("234.56", "7.80"), ("2010101", "7.80")]):
        top = 300 - 20 * number
        for column, width, text in ((0, 36, left), (1, 80, right)):
            canvas.rect(40 + 36 * column, top - 20, width, 20)
            if column == 0:
                canvas.drawString(42, top - 14, text)
            else:
                canvas.drawRightString(40 + 36 + width - 4, top - 14, text)
    canvas.save()
    [page] = reader.read_document(out.getvalue()).pages
    [grid] = page.grids
    doubted = {unsure.box for unsure in page.unsure if unsure.reason == OVER}
    assert {(cell.row, cell.column) for cell in grid.cells if cell.box in doubted} == {(0, 0), (0, 1)}
