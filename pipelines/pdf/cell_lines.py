"""Cell lines: what the size and place of characters say about the text of one cell.

Belongs here: raised and lowered digits as marks, lines that are not one number cut off at the cell's edge.
Does not belong here: reading order and blanks (glyphs), what a number is (vocabulary.money_cells).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipelines.pdf.glyphs import Glyph, printed_lines
from pipelines.pdf.pages import Box

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL = 0.75
"""Share of the largest size in a cell below which a digit is small."""
_REACH = 0.7
"""Sizes that a small digit's baseline may stand above or below the line it belongs to."""
_LEVEL = 0.12
"""Sizes that a baseline differs by at least where a digit is raised or lowered, not just small."""
_JOINT = re.compile(r"[\d.,]\n[\d.,]")
_PADDING = 0.8
"""Sizes of white beside a line that fills its cell."""
APART = "\n\n"
"""Between two lines of a cell that are no number cut in two."""


def with_marks(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return a cell's characters, raised and lowered small digits as superscripts on the line they belong to."""
    sizes = {glyph.size for glyph in glyphs}
    least = _SMALL * max(sizes)
    if min(sizes) >= least:
        return glyphs
    plain = [glyph for glyph in glyphs if glyph.size >= least]
    return [_as_mark(glyph, plain) if glyph.size < least else glyph for glyph in glyphs]


def _as_mark(small: Glyph, plain: Sequence[Glyph]) -> Glyph:
    """A small digit beside a larger one whose line it is not on, as a mark; any other character as it is."""
    if not (small.text.isascii() and small.text.isdigit()):
        return small
    beside = [
        one for one in plain
        if one.turn == small.turn
        and _LEVEL * one.size < abs(one.baseline - small.baseline) < _REACH * one.size
        and -small.size < small.start - one.end < one.size
    ]  # fmt: skip
    if not beside:
        return small
    owner = min(beside, key=lambda one: abs(small.start - one.end))
    return small._replace(text=small.text.translate(_RAISED), baseline=owner.baseline, size=owner.size)


def lines_apart(text: str, glyphs: Sequence[Glyph], box: Box) -> str:
    """Return a cell's text with lines of digits apart that are not one number cut off at the cell's edge."""
    if not _JOINT.search(text):
        return text
    lines = [line for line in printed_lines(glyphs) if line]
    parts = text.split("\n")
    if len(lines) != len(parts):
        return text.replace("\n", APART)
    joined = parts[0]
    for (one, then), part in zip(pairwise(lines), parts[1:], strict=True):
        joined += ("\n" if _is_cut_off(one, then, box) else APART) + part
    return joined


def _is_cut_off(one: Sequence[Glyph], then: Sequence[Glyph], box: Box) -> bool:
    """Whether the first character of the next line had no room in this one, and both are of one size."""
    length = box[3] - box[1] if one[0].turn % 2 else box[2] - box[0]
    free = length - (one[-1].end - one[0].start)
    size = one[-1].size
    return abs(then[0].size - size) < 0.1 * size and free < (then[0].end - then[0].start) + _PADDING * size
