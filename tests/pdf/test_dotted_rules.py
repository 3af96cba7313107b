"""Borders drawn without lines: as rows of dots or short strokes, or as pictures of one dot; both readers see the same cells."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import plumber_reader
from pipelines.pdf.pages import Page
from pipelines.pdf.pdfium import reader

XS, YS = (60.0, 160.0, 240.0, 330.0), (500.0, 516.0, 532.0, 548.0)
ROWS = [["201", "1.00", "2.00"], ["202", "3.00", "4.00"], ["203", "5.00", "6.00"]]
Line = tuple[float, float, float, float]
DOT = ImageReader(Image.new("L", (1, 1), 0))


def steps(line: Line, step: float) -> Iterator[tuple[float, float]]:
    """The places along a line."""
    x0, y0, x1, y1 = line
    for n in range(int((x1 - x0 + y1 - y0) / step) + 1):
        yield (x0 + n * step, y0) if y0 == y1 else (x0, y0 + n * step)


def dots(canvas: Canvas, line: Line) -> None:
    for x, y in steps(line, 0.96):
        canvas.rect(x, y, 0.48, 0.48, stroke=0, fill=1)


def strokes(canvas: Canvas, line: Line) -> None:
    canvas.setLineWidth(0.5)
    for x, y in steps(line, 2.0):
        canvas.line(x, y, *((x + 1, y) if line[1] == line[3] else (x, y + 1)))


def picture(canvas: Canvas, line: Line) -> None:
    x0, y0, x1, y1 = line
    canvas.drawImage(DOT, x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5)


def drawn(rule: Callable[[Canvas, Line], None], rotation: int = 0) -> bytes:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(595, 842), invariant=1)
    canvas.setPageRotation(rotation)
    canvas.setFont("Helvetica", 9)
    for y in YS:
        rule(canvas, (XS[0], y, XS[-1], y))
    for x in XS:
        rule(canvas, (x, YS[0], x, YS[-1]))
    for y, row in zip(reversed(YS[:-1]), ROWS, strict=True):
        for x, text in zip(XS, row, strict=False):
            canvas.drawString(x + 5, y + 4, text)
    canvas.save()
    return content.getvalue()


def cells(page: Page) -> list[list[str]]:
    return [[cell.text for cell in grid.cells] for grid in page.grids]


@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("rule", [dots, strokes, picture])
def test_a_border_that_is_no_line_encloses_cells(rule, rotation):
    content = drawn(rule, rotation)
    for read in (reader.read_document, plumber_reader.read_document):
        [page] = read(content).pages
        assert cells(page) == [[text for row in ROWS for text in row]]
        assert page.unsure == ()


def test_an_area_filled_with_dots_is_no_table():
    def fill(canvas: Canvas, line: Line) -> None:
        if line == (XS[0], YS[0], XS[-1], YS[0]):
            for n in range(20):
                dots(canvas, (XS[0], YS[0] + 2.4 * n, XS[-1], YS[0] + 2.4 * n))

    for read in (reader.read_document, plumber_reader.read_document):
        [page] = read(drawn(fill)).pages
        assert cells(page) == []
