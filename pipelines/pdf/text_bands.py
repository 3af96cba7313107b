"""Text bands: boxes that lie behind words, one for each piece of a line, as text programs shade them; they rule no table.

Belongs here: which tables are such boxes, for whichever reader found them. Does not belong here: rules and cells (rulings,
lattice), what covers a text (pdfium.covers).
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from pipelines.pdf.glyphs import Glyph, middle
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import SNAP

_Ruled = TypeVar("_Ruled", bound=Sequence[Box])


_BEFORE, _BEHIND = 0.4, 0.6
"""Room in sizes before the first and behind the last character of a shaded piece: punctuation is set closer than its shade
is wide. A cell of a table leaves more: text programs set 5.4 points on both sides of 9 to 12."""


def without_bands(tables: Iterable[_Ruled], glyphs: Sequence[Glyph]) -> list[_Ruled]:
    """Leave out tables of one row whose every cell one upright line of text fills from edge to edge: shaded words.

    A ruled row leaves room before or behind the words of some cell. Shaded blanks hold nothing.
    """
    return [boxes for boxes in tables if not (_is_one_row(boxes) and _is_shading(boxes, glyphs))]


def _is_one_row(boxes: Sequence[Box]) -> bool:
    _, top, _, bottom = boxes[0]
    return all(box[1] == top and box[3] == bottom for box in boxes)


def _is_shading(boxes: Sequence[Box], glyphs: Sequence[Glyph]) -> bool:
    _, top, _, bottom = boxes[0]
    beside = [glyph for glyph in glyphs if not glyph.turn and top <= middle(glyph)[1] < bottom]
    pieces = [(box, [g for g in beside if box[0] <= middle(g)[0] < box[2]]) for box in boxes]
    filled = [(box, inside) for box, inside in pieces if inside]
    return bool(filled) and all(_fills(box, inside) for box, inside in filled)


def _fills(box: Box, glyphs: Sequence[Glyph]) -> bool:
    """Whether characters are one line that leaves no room on either side of its box."""
    if max(g.baseline for g in glyphs) - min(g.baseline for g in glyphs) > SNAP:
        return False
    start, end = min(g.start for g in glyphs), max(g.end for g in glyphs)
    size = glyphs[0].size
    return start - box[0] <= max(SNAP, _BEFORE * size) and box[2] - end <= _BEHIND * size
