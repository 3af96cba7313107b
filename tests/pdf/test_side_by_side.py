"""Sheets of two pages: told from wide pages, tables and columns, read page by page in their order; pages made smaller or larger."""

import io
from collections.abc import Iterator, Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import plumber_reader, reset
from pipelines.pdf.pages import Document, Page
from pipelines.pdf.pdfium.reader import read_document
from tests.support.files.printed_again import brochure, resized, sideways, two_on_a_sheet

A4 = 595, 842
LYING = 842, 595


def page(canvas: Canvas, number: int, is_numbered: bool) -> None:
    """Draw an upright page with some lines, a table and its number."""
    for row in range(8):
        canvas.drawString(
            80, 760 - 18 * row, f"line {row} of page {number} that runs on to the other margin of the page"
        )
    for row in range(6):
        for column in range(3):
            canvas.rect(80 + 140 * column, 500 - 20 * row, 140, 20)
            canvas.drawString(86 + 140 * column, 506 - 20 * row, f"{number}.{row}{column}")
    if is_numbered:
        canvas.drawCentredString(297, 40, f"- {number} -")


def printed(pages: int, is_numbered: bool = True) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(1, pages + 1):
        page(canvas, number, is_numbered)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def texts(pages: Sequence[Page]) -> list[list[str]]:
    return [[*(line.text for line in one.lines), *(c.text for grid in one.grids for c in grid.cells)] for one in pages]


def sheets(document: Document) -> list[int]:
    return [one.sheet.number if one.sheet else one.number for one in document.pages]


@pytest.mark.parametrize("is_numbered", [True, False])
@pytest.mark.parametrize("paper", [LYING, (1190, 842)])
def test_two_pages_on_a_sheet_are_read_as_two(is_numbered, paper):
    whole = printed(9, is_numbered)
    document = read_document(two_on_a_sheet(whole, paper=paper))
    assert [one.number for one in document.pages] == list(range(1, 10))
    assert sheets(document) == [1, 1, 2, 2, 3, 3, 4, 4, 5]
    assert texts(document.pages) == texts(read_document(whole).pages)


@pytest.mark.parametrize("is_numbered", [True, False])
def test_two_pages_side_by_side_on_upright_paper_are_read_as_two(is_numbered):
    whole = printed(9, is_numbered)
    document = read_document(two_on_a_sheet(whole, paper=A4))
    assert sheets(document) == [1, 1, 2, 2, 3, 3, 4, 4, 5]
    assert texts(document.pages) == texts(read_document(whole).pages)


def test_two_numbered_sheets_are_enough():
    assert sheets(read_document(two_on_a_sheet(printed(4)))) == [1, 1, 2, 2]
    assert sheets(read_document(two_on_a_sheet(printed(4, False)))) == [1, 2]
    assert sheets(read_document(two_on_a_sheet(printed(2)))) == [1]


def test_sheets_that_lie_on_their_sides_are_read_as_two_pages():
    whole = printed(6)
    document = read_document(sideways(two_on_a_sheet(whole)))
    assert sheets(document) == [1, 1, 2, 2, 3, 3]
    assert texts(document.pages) == texts(read_document(whole).pages)


def test_a_brochure_that_is_folded_in_its_middle_is_read_from_its_first_page_on():
    whole = printed(14)
    document = read_document(two_on_a_sheet(whole, brochure(14)))
    assert texts(document.pages) == texts(read_document(whole).pages)
    assert sheets(document) == [1, 2, 3, 4, 5, 6, 7, 8, 8, 7, 6, 5, 4, 3]


def test_sheets_without_numbers_that_may_be_a_brochure_stay_as_they_are():
    whole = printed(16, False)
    assert sheets(read_document(two_on_a_sheet(whole, brochure(16)))) == list(range(1, 9))
    assert sheets(read_document(two_on_a_sheet(whole))) == list(range(1, 9))
    assert len(sheets(read_document(two_on_a_sheet(printed(9, False))))) == 9


def lying(draw, pages: int = 6) -> Document:
    """Read a file of lying pages, each drawn by a function of the canvas and its number."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=LYING)
    for number in range(1, pages + 1):
        draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return read_document(out.getvalue())


def table(canvas: Canvas, left: float, widths: Sequence[float]) -> None:
    for row in range(10):
        at = left
        for width in widths:
            canvas.rect(at, 450 - 20 * row, width, 20)
            canvas.drawString(at + 4, 456 - 20 * row, f"{row}.{int(at)}")
            at += width


def wide_table(canvas: Canvas, number: int) -> None:
    """A table over the page, of which a column ends in its middle, where it is empty."""
    table(canvas, 61, [90, 90, 90, 90, 90, 90, 90, 90])


def two_tables(canvas: Canvas, number: int) -> None:
    """Two tables side by side on one page, as close to one another as parts of one page are."""
    canvas.drawCentredString(200, 500, "income")
    canvas.drawCentredString(640, 500, "expenditure")
    table(canvas, 40, [120, 120, 130])
    table(canvas, 432, [120, 120, 130])


def columns(canvas: Canvas, number: int) -> None:
    """An article in two columns, with the number of the page at its side."""
    for row in range(22):
        canvas.drawString(70, 520 - 20 * row, "a line of an article that is set in two columns, left one")
        canvas.drawString(436, 520 - 20 * row, "a line of an article that is set in two columns, right one")
    canvas.drawRightString(772, 40, str(number))


def one_line(canvas: Canvas, number: int) -> None:
    """Lines of which none has a character just in the middle of the page."""
    for row in range(12):
        canvas.drawRightString(420.4, 520 - 30 * row, "the end of the first word")
        canvas.drawString(421.6, 520 - 30 * row, "and the beginning of the next")


@pytest.mark.parametrize("draw", [wide_table, two_tables, columns])
def test_a_wide_page_is_one(draw):
    document = lying(draw)
    assert [(one.number, one.sheet, one.width) for one in document.pages] == [(n, None, 842) for n in range(1, 7)]


@pytest.mark.parametrize(("draw", "cells"), [(wide_table, 80), (one_line, 0)])
def test_a_sheet_over_whose_middle_something_runs_stays_whole(draw, cells):
    writer = io.BytesIO()
    canvas = Canvas(writer, pagesize=LYING)
    for number in range(1, 9, 2):
        if number == 5:
            draw(canvas, number)
        else:
            for side in (0, 1):
                canvas.saveState()
                canvas.translate(421 * side, 0)
                canvas.scale(421 / 595, 421 / 595)
                page(canvas, number + side, True)
                canvas.restoreState()
        canvas.showPage()
    canvas.save()
    document = read_document(writer.getvalue())
    assert sheets(document) == [1, 1, 2, 2, 3, 4, 4]
    assert [sum(len(grid.cells) for grid in one.grids) for one in document.pages] == [18] * 4 + [cells] + [18] * 2


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_pages_made_smaller_or_larger_are_read_as_they_were(scale):
    whole = printed(3)
    document = read_document(resized(whole, scale))
    assert {one.sheet and round(one.sheet.scale, 3) for one in document.pages} == {1 / scale}
    assert texts(document.pages) == texts(read_document(whole).pages)
    assert document.pages[0].grids[0].box == pytest.approx(read_document(whole).pages[0].grids[0].box, abs=0.2)


def test_small_pages_with_letters_of_their_own_size_stay_as_they_are():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 595))
    for row in range(20):
        canvas.drawString(40, 540 - 20 * row, "a line of twelve points on a small page")
    canvas.save()
    assert read_document(out.getvalue()).pages[0].sheet is None


def _both(content: bytes) -> Iterator[Sequence[Page]]:
    document = read_document(content)
    yield document.pages
    yield plumber_reader.read_document(reset(content, [one.sheet for one in document.pages if one.sheet])).pages


def test_the_second_reader_sees_the_same_pages():
    ours, theirs = _both(sideways(two_on_a_sheet(printed(5))))
    assert texts(ours) == texts(theirs) and len(ours) == 5
