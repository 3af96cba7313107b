"""Outlines: paths that trace a printed character, as converters leave of text that was both filled and stroked (drawn bold).

Belongs here: which boxes of drawn paths are such outlines, so that a side of a 口 or a 日 rules no table.
Does not belong here: the paths themselves (pdfium.paths, plumber_reader), whether ink over a character changes it
(pdfium.suspicion and doubtful_cells, for which outlines stay suspicious).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from pipelines.pdf.glyphs import ASCENT, DESCENT, Glyph
from pipelines.pdf.pages import Box

_BEYOND = 0.12
"""Sizes by which an outline may leave its character's box: a stroke has a width, and boxes follow the em, not the ink."""
_NEAR = 4
"""Characters before a place in a line that may reach it."""


class Printed:
    """The upright characters of a page, by their lines."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        """Take sorted characters, placed as seen."""
        upright = [glyph for glyph in glyphs if not glyph.turn]
        self._of = {line: list(some) for line, some in groupby(upright, key=attrgetter("baseline"))}
        self._baselines = sorted(self._of)
        self._largest = max((glyph.size for glyph in upright), default=0.0)

    def is_outline(self, box: Box) -> bool:
        """Whether the box of a path, as seen, lies within one character."""
        reach = _BEYOND * self._largest
        lowest = box[1] + ASCENT * self._largest + reach
        for baseline in self._baselines[bisect_left(self._baselines, box[3] - DESCENT * self._largest - reach) :]:
            if baseline > lowest:
                return False
            line = self._of[baseline]
            after = bisect_right(line, box[0] + reach, key=attrgetter("start"))
            if any(_is_within(box, glyph) for glyph in line[max(after - _NEAR, 0) : after]):
                return True
        return False


def _is_within(box: Box, glyph: Glyph) -> bool:
    beyond = _BEYOND * glyph.size
    return (
        glyph.start - beyond <= box[0]
        and box[2] <= glyph.end + beyond
        and glyph.baseline - ASCENT * glyph.size - beyond <= box[1]
        and box[3] <= glyph.baseline + DESCENT * glyph.size + beyond
    )
