"""Bold characters that a converter filled as text and stroked as paths: their outlines rule no table, in prose or in a form."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from pipelines.pdf import plumber_reader
from pipelines.pdf.pdfium import reader

SIZE = 14
READERS = [reader.read_document, plumber_reader.read_document]


def traced(path: PDFPathObject, x: float, y: float) -> None:
    """Add what stands for a character: a box in four, as of 田, and a curve."""
    half = SIZE / 2 - 1
    for left in (x + 1, x + 1 + half):
        for foot in (y - 1, y - 1 + half):
            path.rect(left, foot, half, half)
    path.moveTo(x + 4, y + 4)
    path.curveTo(x + 5, y + 6, x + 7, y + 6, x + 9, y + 4)


def outline(canvas: Canvas, places: Sequence[tuple[float, float]], at_once: bool) -> None:
    """Stroke characters, each as a path of its own or all as one."""
    for some in [places] if at_once else [[place] for place in places]:
        path = canvas.beginPath()
        for x, y in some:
            traced(path, x, y)
        canvas.drawPath(path, stroke=1, fill=0)


def page(outlined: bool, ruled: bool, at_once: bool = False) -> bytes:
    """A line of prose, its first words bold, and a form whose heading is."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    content = BytesIO()
    canvas = Canvas(content, pagesize=(400, 300))
    canvas.setFont("STSong-Light", SIZE)
    canvas.setLineWidth(0.5)
    for x, y, words, bold in (
        (30, 250, "培训支出为180.61万元", 4),
        (60, 180, "合计", 2),
        (160, 180, "金额", 2),
        (160, 150, "180.61", 0),
    ):
        canvas.drawString(x, y, words)
        if outlined and bold:
            outline(canvas, [(x + number * SIZE, y) for number in range(bold)], at_once)
    if ruled:
        canvas.grid([50, 150, 250], [140, 170, 200])
    canvas.save()
    return content.getvalue()


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("ruled", [False, True])
def test_outlines_of_bold_characters_rule_nothing(read, ruled, at_once):
    plain, bold = (read(page(outlined, ruled, at_once)).pages[0] for outlined in (False, True))
    assert [line.text for line in bold.lines] == [line.text for line in plain.lines]
    assert "培训支出为180.61万元" in bold.lines[0].text
    assert [[(cell.box, cell.text) for cell in grid.cells] for grid in bold.grids] == [
        [(cell.box, cell.text) for cell in grid.cells] for grid in plain.grids
    ]
    assert len(bold.grids) == ruled


@pytest.mark.parametrize("read", READERS)
def test_a_frame_that_is_larger_than_its_character_is_one(read):
    """Cells with one character in each, their frames drawn as paths of their own around its outline."""
    content = BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(content, pagesize=(400, 300))
    canvas.setFont("STSong-Light", SIZE)
    for foot in (200, 226):
        canvas.drawString(100, foot, "合")
        outline(canvas, [(100, foot)], at_once=False)
        canvas.rect(96, foot - 7, 22, 26)
    canvas.save()
    (grid,) = read(content.getvalue()).pages[0].grids
    assert [cell.text for cell in grid.cells] == ["合", "合"]
