"""Upright watermarks are not read, whatever they say; faint text that is meant is."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import Source
from pipelines.pdf.pdfium.reader import read_document
from pipelines.reading.report import read_twice
from pipelines.reading.second_reader import NOT_READ
from pipelines.settings import PROJECT


def _page(canvas: Canvas, fill: float | None = None) -> None:
    """A sentence above a ruled table of 24 cells, on a fill or on none."""
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 320, "The expenditure of the year came to 1,234.56, of which 78 percent were planned.")
    for row in range(8):
        for column in range(3):
            if fill is not None:
                canvas.setFillGray(fill)
                canvas.rect(60 + 140 * column, 280 - 20 * row, 140, 20, fill=1, stroke=0)
                canvas.setFillGray(0)
            canvas.rect(60 + 140 * column, 280 - 20 * row, 140, 20)
            canvas.drawString(65 + 140 * column, 286 - 20 * row, f"{row}{column}4.50")


def _read(*draws) -> object:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(540, 380))
    for draw in draws:
        canvas.saveState()
        draw(canvas)
        canvas.restoreState()
    canvas.save()
    [page] = read_document(out.getvalue()).pages
    return page


def _grid_of_names(canvas: Canvas) -> None:
    canvas.setFillGray(0.5)
    canvas.setFillAlpha(0.3)
    for x in (20, 200, 380):
        for y in (40, 110, 180, 250, 320):
            canvas.drawString(x, y, "Office of Samples 2026")


def _large(canvas: Canvas) -> None:
    canvas.setFillAlpha(0.25)
    canvas.setFont("Helvetica", 60)
    canvas.drawString(60, 180, "2026 public")


def _large_grey(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    canvas.setFont("Helvetica", 60)
    canvas.drawString(60, 180, "2026 public")


def _grey_below(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    for x in (20, 200, 380):
        for y in (45, 115, 185, 255, 325):
            canvas.drawString(x, y, "Office of Samples 2026")


def _seen(page) -> tuple:
    return [(line.text, line.box) for line in page.lines], page.grids, page.unsure, page.covers


@pytest.mark.parametrize("fill", [None, 1.0])
@pytest.mark.parametrize("mark", [_grid_of_names, _large])
def test_a_watermark_over_a_page_changes_nothing(mark, fill):
    assert _seen(_read(lambda c: _page(c, fill), mark)) == _seen(_read(lambda c: _page(c, fill)))


@pytest.mark.parametrize("fill", [None, 1.0])
def test_a_watermark_under_a_page_changes_nothing(fill):
    assert _seen(_read(_grey_below, lambda c: _page(c, fill))) == _seen(_read(lambda c: _page(c, fill)))


def test_a_watermark_alone_on_a_page_is_not_read():
    for mark in (_grid_of_names, _large, _large_grey, _grey_below):
        assert not _read(mark).lines


def test_large_pale_letters_on_a_picture_are_read():
    """The title of a cover, on a dark ground."""

    def ground(canvas: Canvas) -> None:
        canvas.drawInlineImage(Image.new("RGB", (4, 4), (20, 40, 90)), 0, 0, 540, 380)

    assert [line.text for line in _read(ground, _large_grey).lines] == ["2026 public"]


def test_faint_text_that_is_meant_is_read():
    def zeros(canvas: Canvas) -> None:
        canvas.setFillGray(0.7)
        for row in range(8):
            for column in range(3):
                canvas.rect(60 + 140 * column, 280 - 20 * row, 140, 20)
                canvas.drawString(65 + 140 * column, 286 - 20 * row, "0.00")

    def heading(canvas: Canvas) -> None:
        canvas.setFillGray(0.1)
        canvas.rect(40, 40, 460, 300, fill=1)
        canvas.setFillGray(0.8)
        for x in (60, 280):
            for y in (60, 160, 260):
                canvas.drawString(x, y, "Final accounts of 2024")

    [grid] = _read(zeros).grids
    assert [cell.text for cell in grid.cells] == ["0.00"] * 24
    assert len(_read(heading).lines) == 3


def test_a_page_with_a_watermark_has_no_second_reader(tmp_path):
    """pdfplumber would read it, and hold what it runs into."""
    [path] = (PROJECT / "raw" / "2024").glob("*决算.pdf")
    writer, mark = PdfWriter(clone_from=path), io.BytesIO()
    canvas = Canvas(mark, pagesize=(842, 842))
    _grid_of_names(canvas)
    canvas.save()
    marked = PdfReader(io.BytesIO(mark.getvalue())).pages[0]
    for page in writer.pages:
        page.merge_page(marked)
    out = io.BytesIO()
    writer.write(out)
    plain, seen = (
        read_twice(Source("a.pdf", content, ""), None, [1, 8]) for content in (path.read_bytes(), out.getvalue())
    )
    assert seen.forms == plain.forms and seen.prose.claims == plain.prose.claims
    assert [(one.page, one.outcome) for one in seen.opinions] == [(1, NOT_READ), (8, NOT_READ)]
    assert {one.outcome for one in plain.opinions} == {"same"}
