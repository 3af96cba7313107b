"""Overrunning: amounts that run over the rule of their cell into the next one, as those of a column too narrow do.

Belongs here: the cells such an amount stands in. Does not belong here: amounts that the edge of the page cuts (cropping), cells
whose rules are not drawn (open_tables).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipelines.pdf.glyphs import Glyph, middle
from pipelines.pdf.pages import Cell, Grid, Unsure, holds

OVER = "a number runs over the rule between it and the next cell"
_SIGNS = frozenset("0123456789.,")
_POINTS = frozenset(".,")
_NEXT = 0.05
"""White between two characters of one number at most, in sizes: nothing is printed between them."""


def overrunning(grids: Sequence[Grid], glyphs: Sequence[Glyph]) -> Iterator[Unsure]:
    """Yield the cells that an amount runs over; glyphs: the characters of the page in reading order."""
    amounts = list(_amounts(glyphs)) if grids else []
    for grid in grids:
        edges = grid.edges
        found: dict[int, Cell] = {}
        for run in amounts:
            if bisect_right(edges, middle(run[0])[0]) != bisect_right(edges, middle(run[-1])[0]):
                cells = [cell for glyph in run if (cell := _cell_at(grid, middle(glyph)))]
                if len({cell.box for cell in cells}) > 1:
                    found |= {id(cell): cell for cell in cells}
        yield from (Unsure(box=cell.box, reason=OVER) for cell in found.values())


def _amounts(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield runs of digits with a point or a comma that nothing parts."""
    run: list[Glyph] = []
    for one, then in pairwise([*glyphs, None]):
        if one is None or one.turn or one.text not in _SIGNS:
            run = []
            continue
        run.append(one)
        if then is None or not _goes_on(one, then):
            if any(glyph.text in _POINTS for glyph in run):
                yield run
            run = []


def _goes_on(one: Glyph, then: Glyph) -> bool:
    is_one_line = then.turn == one.turn and then.baseline == one.baseline
    return is_one_line and then.text in _SIGNS and abs(then.start - one.end) < _NEXT * one.size


def _cell_at(grid: Grid, point: tuple[float, float]) -> Cell | None:
    return next((cell for cell in grid.cells if holds(cell.box, point)), None)
