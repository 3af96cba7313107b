"""Bold characters that a converter filled as text and stroked as paths: their outlines rule no table, in prose or in a form."""

from io import BytesIO

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import plumber_reader
from pipelines.pdf.pdfium import reader

SIZE = 14
READERS = [reader.read_document, plumber_reader.read_document]


def trace(canvas: Canvas, x: float, y: float) -> None:
    """Stroke what stands for a character: a box in four, as of 田, and a curve."""
    path = canvas.beginPath()
    half = SIZE / 2 - 1
    for left in (x + 1, x + 1 + half):
        for foot in (y - 1, y - 1 + half):
            path.rect(left, foot, half, half)
    path.moveTo(x + 4, y + 4)
    path.curveTo(x + 5, y + 6, x + 7, y + 6, x + 9, y + 4)
    canvas.drawPath(path, stroke=1, fill=0)


def page(outlined: bool, ruled: bool) -> bytes:
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
        for number in range(bold if outlined else 0):
            trace(canvas, x + number * SIZE, y)
    if ruled:
        canvas.grid([50, 150, 250], [140, 170, 200])
    canvas.save()
    return content.getvalue()


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("ruled", [False, True])
def test_outlines_of_bold_characters_rule_nothing(read, ruled):
    plain, bold = (read(page(outlined, ruled)).pages[0] for outlined in (False, True))
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
        trace(canvas, 100, foot)
        canvas.rect(96, foot - 7, 22, 26)
    canvas.save()
    (grid,) = read(content.getvalue()).pages[0].grids
    assert [cell.text for cell in grid.cells] == ["合", "合"]
