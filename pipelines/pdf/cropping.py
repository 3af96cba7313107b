"""Cropping: what of a page lies in its CropBox; a viewer shows nothing else, and a printer prints nothing else.

Belongs here: leaving out what lies outside, marking what is cut through. Does not belong here: clips of single objects (pdfium.clips).
Spreads that were made into pages by their CropBox hold both pages each; a printer's page holds marks and a file name around the paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipelines.pdf.glyphs import Glyph, middle
from pipelines.pdf.pages import Box, Unsure, holds

CUT = "the page ends in the middle of it"
_PLAY = 1.0
"""Points by which a CropBox may lie within the MediaBox and still show all of the page."""
_NEXT = 0.6
"""White between two characters of one number at most, in sizes."""


def shown_part(media: Box, crop: Box) -> tuple[Box, bool]:
    """Return the part of the MediaBox that is shown, in the coordinates of both, and whether anything lies outside it.

    As programs that show pages do, the MediaBox is taken where the CropBox has nothing of it.
    """
    (left, right), (bottom, top) = sorted(media[::2]), sorted(media[1::2])
    (x0, x1), (y0, y1) = sorted(crop[::2]), sorted(crop[1::2])
    shown = max(left, x0), max(bottom, y0), min(right, x1), min(top, y1)
    if shown[2] <= shown[0] or shown[3] <= shown[1]:
        return (left, bottom, right, top), False
    lost = shown[0] - left, shown[1] - bottom, right - shown[2], top - shown[3]
    return shown, max(lost) > _PLAY


def shown_glyphs(glyphs: Sequence[Glyph], box: Box) -> list[Glyph]:
    """Return the characters whose middles lie in a box."""
    return [glyph for glyph in glyphs if holds(box, middle(glyph))]


def shown_lines(lines: Iterable[Box], box: Box) -> Iterator[Box]:
    """Yield the parts of lines (x0, y0, x1, y1) that lie in a box."""
    left, bottom, right, top = box
    for x0, y0, x1, y1 in lines:
        if max(x0, x1) >= left and min(x0, x1) <= right and max(y0, y1) >= bottom and min(y0, y1) <= top:
            yield (
                _between(left, x0, right),
                _between(bottom, y0, top),
                _between(left, x1, right),
                _between(bottom, y1, top),
            )


def cut_through(glyphs: Sequence[Glyph], box: Box) -> Iterator[Unsure]:
    """Yield the places where a text runs out of a box: of a number there, the rest is shown; glyphs: all of a page, sorted."""
    for one, then in pairwise(glyphs):
        is_one = one.turn == then.turn and one.baseline == then.baseline and then.start - one.end < _NEXT * one.size
        if is_one and holds(box, middle(one)) != holds(box, middle(then)):
            x, y = middle(one if holds(box, middle(one)) else then)
            half = one.size / 2
            yield Unsure(box=(x - half, y - half, x + half, y + half), reason=CUT, is_hidden=True)


def _between(least: float, value: float, most: float) -> float:
    return min(max(value, least), most)
