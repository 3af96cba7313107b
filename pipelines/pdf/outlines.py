"""Outlines: paths that trace printed characters, as converters leave of text that was both filled and stroked (drawn bold).

Belongs here: which boxes of drawn paths are such outlines, so that a side of a 口 or a 日 rules no table.
Does not belong here: the paths themselves (pdfium.paths, plumber_reader), whether ink over a character changes it
(pdfium.suspicion and doubtful_cells, for which outlines stay suspicious).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise, takewhile
from operator import attrgetter

from pipelines.pdf.glyphs import ASCENT, DESCENT, Glyph
from pipelines.pdf.pages import Box

_BEYOND = 0.12
"""Sizes by which an outline may leave its character's box: a stroke has a width, and boxes follow the em, not the ink."""
_NEAR = 4
"""Characters before a place in a line that may reach it."""
_HEIGHT = 0.4
"""Sizes that the outline of several characters is high, at least: an underline or a rule below them is not."""
_STROKES = 4
"""Segments that it has for each of them, at least."""


class Printed:
    """The upright characters of a page, by their lines."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        """Take sorted characters, placed as seen."""
        upright = [glyph for glyph in glyphs if not glyph.turn]
        self._of = {line: list(some) for line, some in groupby(upright, key=attrgetter("baseline"))}
        self._baselines = sorted(self._of)
        self._largest = max((glyph.size for glyph in upright), default=0.0)

    def is_outline(self, box: Box, segments: int = 0) -> bool:
        """Whether the box of a path, as seen, lies within one character, or within several of a line for which it has segments enough."""
        reach = _BEYOND * self._largest
        lowest = box[1] + ASCENT * self._largest + reach
        for baseline in self._baselines[bisect_left(self._baselines, box[3] - DESCENT * self._largest - reach) :]:
            if baseline > lowest:
                return False
            line = self._of[baseline]
            after = bisect_right(line, box[0] + reach, key=attrgetter("start"))
            near = line[max(after - _NEAR, 0) : after]
            if any(_is_within(box, glyph) for glyph in near):
                return True
            if near and _is_within_run(box, line[after - 1 :], segments):
                return True
        return False


def _is_within_run(box: Box, line: Sequence[Glyph], segments: int) -> bool:
    """Whether the box of a path begins in the first of these characters of a line and lies within the next of them, set without gaps."""
    run = [line[0], *takewhile(lambda glyph: glyph.start < box[2], line[1:])]
    end, size = max(glyph.end for glyph in run), max(glyph.size for glyph in run)
    return (
        len(run) > 1
        and box[3] - box[1] >= _HEIGHT * size
        and segments >= _STROKES * len(run)
        and all(then.start - before.end <= before.size for before, then in pairwise(run))
        and _is_within(box, run[0]._replace(end=end, size=size))
    )


def _is_within(box: Box, glyph: Glyph) -> bool:
    beyond = _BEYOND * glyph.size
    return (
        glyph.start - beyond <= box[0]
        and box[2] <= glyph.end + beyond
        and glyph.baseline - ASCENT * glyph.size - beyond <= box[1]
        and box[3] <= glyph.baseline + DESCENT * glyph.size + beyond
    )
