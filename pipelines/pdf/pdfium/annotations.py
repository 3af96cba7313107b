"""Annotations: what lies over a page without being part of it, and form fields, whose values are printed into it.

Belongs here: where annotations lie, fields made part of the page. Does not belong here: which cells they make doubtful
(doubtful_cells). A link shows nothing, an underline hides nothing; what is hidden is not there.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfPage

from pipelines.pdf.pdfium.bindings import Box, address, answer_places, bounds, objects
from pipelines.pdf.pdfium.bindings import answer as numbers

_SHOWS_NOTHING = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_UNDERLINES = (pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY)
_STROKING = frozenset(
    [
        "q",
        "Q",
        "m",
        "l",
        "c",
        "v",
        "y",
        "h",
        "S",
        "s",
        "w",
        "J",
        "j",
        "d",
        "i",
        "M",
        "G",
        "RG",
        "K",
        "CS",
        "SC",
        "SCN",
        "g",
        "rg",
        "k",
    ]
)
"""Operators that draw lines as thick as w says; gs is none of them, as it may say another thickness."""
_THIN = re.compile(r"[01]?(\.\d*)?")
"""How thick a line is, in points, that hides nothing: less than two."""
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_NO_TEXT = 4
"""Bytes up to which a text that pdfium answers in UTF-16 is empty."""


@dataclass(frozen=True, slots=True)
class _Note:
    """An annotation that shows something: its number on the page, its box, whether it is a field, and one that is drawn."""

    index: int
    box: Box
    is_field: bool
    is_drawn: bool


def open_page(pdf: PdfDocument, index: int) -> tuple[PdfPage, list[Box]]:
    """Open a page with the values of its fields printed in it; returns the page and the boxes of other annotations.

    A field counts among these where it lies over text of the page, or has a value that nothing draws.
    """
    page = pdf[index]
    if not pdfium.FPDFPage_GetAnnotCount(page.raw):
        return page, []
    notes = list(_notes(page))
    fields = [note for note in notes if note.is_field and note.is_drawn]
    boxes = [note.box for note in notes if note not in fields]
    if not fields:
        return page, boxes
    boxes += [field.box for field in fields if _has_text(page, field.box)]
    for number in reversed(range(pdfium.FPDFPage_GetAnnotCount(page.raw))):
        if number not in {field.index for field in fields}:
            pdfium.FPDFPage_RemoveAnnot(page.raw, number)
    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
    page.close()
    return pdf[index], boxes


def _notes(page: PdfPage) -> Iterator[_Note]:
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, index)
        try:
            if found := _note(index, note):
                yield found
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _note(index: int, note: pdfium.FPDF_ANNOTATION) -> _Note | None:
    """Return an annotation that shows something, None for any other."""
    sort = pdfium.FPDFAnnot_GetSubtype(note)
    rect = pdfium.FS_RECTF()
    if sort in _SHOWS_NOTHING or pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN:
        return None
    if not pdfium.FPDFAnnot_GetRect(note, ctypes.byref(rect)):
        return None
    if sort in _UNDERLINES and _is_thin(note):
        return None
    box = rect.left, min(rect.top, rect.bottom), rect.right, max(rect.top, rect.bottom)
    is_drawn = pdfium.FPDFAnnot_GetAP(note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _NO_TEXT
    if sort != pdfium.FPDF_ANNOT_WIDGET:
        return _Note(index, box, False, is_drawn)
    has_value = pdfium.FPDFAnnot_GetStringValue(note, b"V", None, 0) > _NO_TEXT
    return _Note(index, box, True, is_drawn) if is_drawn or has_value else None


def _is_thin(note: pdfium.FPDF_ANNOTATION) -> bool:
    """Whether an annotation draws nothing but thin strokes: by itself, or in operators that do no more."""
    length = pdfium.FPDFAnnot_GetAP(note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0)
    letters = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetAP(note, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, letters, length)
    words = bytes(letters)[: max(length - 2, 0)].decode("utf-16-le", "replace").split()
    operators = {word for word in words if word[0].isalpha() or word[0] in "'\""}
    widths = {width for width, word in pairwise(words) if word == "w"}
    return operators <= _STROKING and all(_THIN.fullmatch(width) for width in widths)


def _has_text(page: PdfPage, box: Box) -> bool:
    """Whether text of the page itself stands in a box."""
    left, bottom, right, top = box
    for part in objects(address(page.raw)):
        for _, item in part.texts:
            if bounds(item, *answer_places[:4]):
                x, y = (numbers[0] + numbers[2]) / 2, (numbers[1] + numbers[3]) / 2
                if left < x < right and bottom < y < top:
                    return True
    return False
