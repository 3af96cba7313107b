"""Plumber pages: a page of pdfplumber as it is meant to be read: its text upright, cut to what it shows; and its characters.

Belongs here: pdfplumber's pages and characters, brought to our meaning. Does not belong here: tables and cells (plumber_reader).
"""

import re
from collections.abc import Sequence
from copy import copy
from math import atan2, pi
from unicodedata import normalize

from pdfplumber.page import Page as PlumberPage

from pipelines.pdf.cropping import shown_glyphs, shown_part
from pipelines.pdf.glyphs import UNREADABLE, Glyph, is_slanted
from pipelines.pdf.rotation import Frame, quarters_of

_BENT, _OF_BOX = 0.05, 5
"""How far in points rounding bends a side of a box, and how many corners a box has, the first one twice."""
_NO_LETTER = re.compile(r"\(cid:\d+\)|[\0\ufffe\uffff]")


def upright(page: PlumberPage) -> tuple[PlumberPage, int]:
    """Return a page so turned that its text stands upright, and the quarter turns with the clock."""
    quarters = quarters_of(_turn(char) for char in page.chars if _is_read(char))
    if not quarters:
        return page, 0
    source = copy(page.page_obj)
    source.rotate = (source.rotate + 90 * quarters) % 360
    source.attrs = {**source.attrs, "Rotate": source.rotate}
    return PlumberPage(page.pdf, source, page.page_number, page.initial_doctop), quarters


def shown(page: PlumberPage) -> tuple[list[Glyph], PlumberPage]:
    """Return the characters of a page that it shows, from the corner of what it shows, and that part of it."""
    source, glyphs = page.page_obj, _glyphs(page)
    box, is_cropped = shown_part(source.mediabox, source.cropbox)
    if not is_cropped:
        return glyphs, page
    [(x0, y0, x1, y1)] = Frame(source.mediabox, source.rotate).boxes_to_view([box])
    left, top = page.bbox[:2]
    part = page.crop((x0 + left, y0 + top, x1 + left, y1 + top), strict=False)
    return [_from(x0, y0, glyph) for glyph in shown_glyphs(glyphs, (x0, y0, x1, y1))], part


def squared(page: PlumberPage) -> None:
    """Straighten the paths of a page that rounding has bent: behind a turn of the page pdfplumber takes a box for a curve."""
    for curve in page.curves:
        if len(curve["pts"]) <= _OF_BOX:
            xs, ys = zip(*curve["pts"], strict=True)
            curve["pts"] = list(zip(_straight(xs), _straight(ys), strict=True))


def _straight(values: Sequence[float]) -> list[float]:
    """Return coordinates of the corners of a path, equal where they are meant to be."""
    told: list[float] = []
    for value in values:
        told.append(next((one for one in told if abs(one - value) < _BENT), value))
    return told


def _from(x: float, y: float, glyph: Glyph) -> Glyph:
    """Return a character from a corner of what is shown."""
    along, across = ((x, y), (-y, x), (-x, -y), (y, -x))[glyph.turn]
    return glyph._replace(baseline=glyph.baseline - across, start=glyph.start - along, end=glyph.end - along)


def _glyphs(page: PlumberPage) -> list[Glyph]:
    left, top = page.bbox[:2]
    return [_glyph(char, page.height + top, left, top) for char in page.chars if _is_read(char)]


def _is_read(char: dict) -> bool:
    """Whether a character is neither blank nor part of a watermark."""
    return not char["text"].isspace() and not is_slanted(*char["matrix"][:2])


def _glyph(char: dict, height: float, left: float, top: float) -> Glyph:
    """Place a character on its baseline; pdfplumber's own box follows the font, which differs within a line."""
    x, y, turn = char["matrix"][4], height - top - char["matrix"][5], _turn(char)
    x1, y0, y1 = char["x1"] - left, char["top"] - top, char["bottom"] - top
    size = char["width"] if turn % 2 else char["height"]
    start, end, baseline = ((x, x1, y), (-y, -y0, x), (-x, left - char["x0"], -y), (y, y1, -x))[turn]
    return Glyph(turn, baseline, start, end, size, _letters(char["text"]))


def _turn(char: dict) -> int:
    """Return the quarter turns of a character against the clock from upright."""
    return round(atan2(char["matrix"][1], char["matrix"][0]) / (pi / 2)) % 4


def _letters(text: str) -> str:
    """Return the letters of a character: those of a ligature; the sign for an unreadable one."""
    if _NO_LETTER.fullmatch(text):
        return UNREADABLE
    return normalize("NFKC", text) if "\ufb00" <= text <= "\ufb06" else text
