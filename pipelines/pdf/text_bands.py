"""Text bands: boxes that lie behind words, one for each piece of a line, as text programs shade them; they rule no table.

Belongs here: which tables are such boxes, for whichever reader found them. Does not belong here: rules and cells (rulings,
lattice), what covers a text (pdfium/covers).
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from pipelines.pdf.glyphs import Glyph, middle
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import SNAP

_Ruled = TypeVar("_Ruled", bound=Sequence[Box])


def without_bands(tables: Iterable[_Ruled], glyphs: Sequence[Glyph]) -> list[_Ruled]:
    """Leave out tables of one row whose every cell one upright line of text fills from edge to edge: shaded words.

    A ruled row leaves room beside its words in some cell, or has an empty one.
    """
    return [boxes for boxes in tables if not (_is_one_row(boxes) and _is_shading(boxes, glyphs))]


def _is_one_row(boxes: Sequence[Box]) -> bool:
    _, top, _, bottom = boxes[0]
    return all(box[1] == top and box[3] == bottom for box in boxes)


def _is_shading(boxes: Sequence[Box], glyphs: Sequence[Glyph]) -> bool:
    _, top, _, bottom = boxes[0]
    beside = [glyph for glyph in glyphs if not glyph.turn and top <= middle(glyph)[1] < bottom]
    return all(_fills(box, [g for g in beside if box[0] <= middle(g)[0] < box[2]]) for box in boxes)


def _fills(box: Box, glyphs: Sequence[Glyph]) -> bool:
    """Whether characters are one line that leaves no room on either side of its box."""
    if not glyphs or max(g.baseline for g in glyphs) - min(g.baseline for g in glyphs) > SNAP:
        return False
    start, end = min(g.start for g in glyphs), max(g.end for g in glyphs)
    return abs(start - box[0]) <= SNAP and abs(end - box[2]) <= SNAP
