"""What the codes of a font mean where it names no letters: punctuation stays punctuation."""

from io import BytesIO
from pathlib import Path

import pytest
import reportlab
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf.pdfium.reader import read_document

BEFORE = "".join(map(chr, range(0xC0, 0xC0 + 50)))
"""As many characters as are given codes before 0x93, in the order of their use: those below the blank, 0x7F to 0x92."""


def read_without(key: str, text: str) -> str:
    """Draw a text in a font that is cut down to its characters, as Ghostscript does, and lacks an entry; returns what is read of it."""
    pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))
    drawn, spoilt = BytesIO(), BytesIO()
    canvas = Canvas(drawn)
    canvas.setFont("Vera", 12)
    canvas.drawString(72, 700, BEFORE)
    canvas.drawString(72, 600, text)
    canvas.save()
    writer = PdfWriter(clone_from=PdfReader(drawn))
    for font in writer.pages[0]["/Resources"]["/Font"].values():
        font.get_object().pop(key, None)
    writer.write(spoilt)
    [page] = read_document(spoilt.getvalue()).pages
    return page.lines[-1].text


@pytest.mark.parametrize("lacking", ["/ToUnicode", "/Nothing"])
def test_quotation_marks_of_a_font_that_names_no_letters_are_read_as_such(lacking):
    assert read_without(lacking, "“3”") == "“3”"
