"""Text: the characters a page prints, as pdfium finds them.

Belongs here: making pdfium show every text object, and reading letters, origins, advances and sizes in bulk.
Does not belong here: fonts and sizes (text_styles), lines and cells (pages, lattice), how a page is seen (rotation).
"""

import ctypes
from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from math import inf
from typing import NamedTuple

from pipelines.pdf.glyphs import Glyph
from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium import bulk
from pipelines.pdf.pdfium.bindings import Box
from pipelines.pdf.pdfium.clipped_words import Owners, clipped_away
from pipelines.pdf.pdfium.drawn_pages import DrawnPage
from pipelines.pdf.pdfium.text_styles import Fonts, Styles, ink_of, styles_of
from pipelines.pdf.rotation import Frame


class Printed(NamedTuple):
    """The characters of a page, and those of words that are clipped away (clipped_words)."""

    glyphs: list[Glyph]
    beyond: list[Glyph]


def read_glyphs(page: int, drawn: DrawnPage, frame: Frame, fonts: Fonts) -> Printed:
    """Return the characters that the text objects of a page print in ink, without those pdfium adds between words.

    Slanted text is a watermark and left out, as are text objects without ink one could see.

    frame: how the page is seen. fonts: letter cache by font address, updated in place. Keep the previous page open: pdfium reuses addresses.

    pdfium skips text objects that have no width (a lone blank, but also a lone character of a font neither embedded nor
    installed) and those it takes for a repetition of one nearby (any digit, where a font declares wrong widths). They
    are given a stroke's width and a size of their own, and the page is loaded again.
    """
    text_page = pdfium.load_text(page)
    owners, first = _owners(text_page)
    if lost := [item for item in drawn.texts if item not in first]:
        pdfium.close_text(text_page)
        for number, item in enumerate(lost, 1):
            pdfium.object_size(item, pdfium.answer_places[0])
            pdfium.set_object_size(item, pdfium.answer[0] * (1 + 1e-5 * number))
            pdfium.set_render_mode(item, pdfium.STROKED)
            pdfium.transform(item, _UNMOVED)
        text_page = pdfium.load_text(page)
        owners, first = _owners(text_page)
    styles = styles_of(text_page, first, frame.quarters, fonts)
    seen: Styles = {item: style for item, style in styles.items() if style.is_printed and item not in drawn.unseen}
    found = _printed(text_page, owners, seen, drawn.clips, frame)
    pdfium.close_text(text_page)
    return found


_unmoved_matrix = (ctypes.c_float * 6)(*pdfium.IDENTITY)
_UNMOVED = ctypes.addressof(_unmoved_matrix)


def without_marks(texts: Sequence[int]) -> None:
    """Remove the marks of text objects, so that pdfium reads what is printed and not what a mark (ActualText) says."""
    for item, count in zip(texts, map(bulk.count_marks, bulk.handles(texts)), strict=True):
        for mark in [pdfium.mark(item, index) for index in range(count)]:
            pdfium.remove_mark(item, mark)


def _owners(text_page: int) -> tuple[Owners, dict[int, int]]:
    """Return the text object of each character (None if pdfium added it), and each text object's first character."""
    owners = _each(bulk.text_object, text_page)
    first = dict(zip(reversed(owners), range(len(owners) - 1, -1, -1), strict=True))
    first.pop(None, None)
    return owners, first


def _each(function: Callable, text_page: int) -> list:
    """Call a function for each character of a page; returns its answers."""
    return bulk.each(function, text_page, pdfium.count_characters(text_page))


def _printed(text_page: int, owners: Owners, styles: Styles, clips: Mapping[int, Box], frame: Frame) -> Printed:
    """Return the characters whose text objects have a style."""
    letters, places = _text(text_page, len(owners)), _origins(text_page, len(owners))
    points = frame.to_view(*places)
    if not clips or not (away := clipped_away(owners, letters, places, clips)):
        return Printed(_glyphs(text_page, owners, letters, points, styles), [])
    kept, cut = (
        [owner if (index in away) == of else None for index, owner in enumerate(owners)] for of in (False, True)
    )
    return Printed(*(_glyphs(text_page, some, letters, points, styles) for some in (kept, cut)))


def _glyphs(
    text_page: int, owners: Owners, printed: str, points: Sequence[Sequence[float]], styles: Styles
) -> list[Glyph]:
    """Return the characters whose text objects have a style; several letters at one origin are one glyph, as ﬁ is.

    printed: a letter for each character; points: x and y of each one's origin, as seen.
    """
    found: list[tuple] = []
    last_x = last_y = inf
    for index, (owner, letter, x, y) in enumerate(zip(owners, printed, *points, strict=True)):
        style = styles.get(owner)
        if style is None:
            continue
        text, advance, size, turn = style.inks.get(letter) or ink_of(text_page, index, letter, style)
        if not text:
            continue
        if turn:
            start, baseline = ((-y, x), (-x, -y), (y, -x))[turn - 1]
        else:
            start, baseline = x, y
        end = start + advance
        if x == last_x and y == last_y:
            *_, last_end, _, same = found.pop()
            text, end = same + text, last_end + advance
        found.append((turn, baseline, start, end, size, text))
        last_x, last_y = x, y
    return list(map(tuple.__new__, repeat(Glyph), found))


def _text(text_page: int, count: int) -> str:
    """Return one letter for each character: all at once where the numbers agree, else one by one."""
    units = (ctypes.c_uint16 * (count + 1))()
    written = pdfium.text_of(text_page, 0, count, ctypes.addressof(units)) - 1
    text = bytes(units)[: 2 * written].decode("utf-16-le", "replace")
    if len(text) == written == count and "\ufffe" not in text and "\ufffd" not in text:
        return text
    return "".join(map(chr, _each(bulk.unicode, text_page)))


def _origins(text_page: int, count: int) -> list[list[float]]:
    """Return the x and the y of each character's origin on the baseline."""
    _, places = bulk.answers(bulk.origin, ctypes.c_double, 2, [bulk.handle(text_page)] * count, range(count))
    return places
