"""Stacked rows: rows of a table without a rule between them, known by the amounts that stand over one another in its cells.

Belongs here: splitting the cells of such a row, for whichever reader found them.
Does not belong here: rules and cells between them (rulings, lattice), what a row means (forms.rows, forms.row_meanings).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from pipelines.pdf.glyphs import ASCENT, DESCENT, Glyph, middle, printed_lines
from pipelines.pdf.open_runs import AMOUNT
from pipelines.pdf.pages import Box

_LEAST = 3
"""Amounts over one another that make a cell a stack of rows: a torn number has two lines, rarely three, and none is
whole."""
_LEVEL = 2.0
"""Points within which baselines of neighbouring cells are of one row."""


class Filled(NamedTuple):  # built by place: there are thousands in a long report
    """A cell with its place in the grid (row, column, row span, column span), its box and the characters in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line of a cell: its baseline, its text, and how far it reaches up and down."""

    baseline: float
    text: str
    top: float
    bottom: float


def part_rows(cells: Sequence[Filled]) -> list[Filled]:
    """Split each row of stacked amounts into a row for each line; other cells stay as they are.

    A row is split where every line of amounts stands level with a line of the cell that has most. Where names are
    wrapped, nothing tells which line belongs to which name, and the row stays whole.
    """
    found = list(cells)
    for row in sorted({cell.row for cell in cells if cell.row_span == 1 and _is_high(cell)}, reverse=True):
        own = [cell for cell in found if cell.row == row and cell.row_span == 1]
        if cuts := _cuts(own):
            found = [piece for cell in found for piece in _cut(cell, row, cuts)]
    return found


def _cuts(cells: Sequence[Filled]) -> list[float]:
    """Return where a row of cells is to be cut, from top to bottom; nowhere if it is one row."""
    printed = [_lines(cell) for cell in cells if _is_high(cell)]
    if not any(_is_stack(lines) for lines in printed):
        return []
    leading = max(printed, key=len)
    places = [line.baseline for line in leading]
    if not all(any(abs(line.baseline - y) <= _LEVEL for y in places) for lines in printed for line in lines):
        return []
    return [(one.bottom + then.top) / 2 for one, then in pairwise(leading)]


def _is_high(cell: Filled) -> bool:
    """Whether a cell has room for a stack; most have not, and are not looked at."""
    return len(cell.glyphs) > _LEAST and cell.box[3] - cell.box[1] > _LEAST * cell.glyphs[0].size


def _is_stack(lines: Sequence[_Printed]) -> bool:
    return len(lines) >= _LEAST and all(AMOUNT.fullmatch(line.text) for line in lines)


def _lines(cell: Filled) -> list[_Printed]:
    """Return the upright lines of a cell from top to bottom."""
    found = []
    for line in printed_lines(glyph for glyph in cell.glyphs if not glyph.turn):
        baseline, size = max(g.baseline for g in line), max(g.size for g in line)
        text = "".join(g.text for g in line)
        found.append(_Printed(baseline, text, baseline - ASCENT * size, baseline + DESCENT * size))
    return found


def _cut(cell: Filled, row: int, cuts: Sequence[float]) -> list[Filled]:
    """Return a cell after its row was cut: in pieces if it is of that row, else moved down or made longer."""
    if cell.row > row:
        return [cell._replace(row=cell.row + len(cuts))]
    if cell.row + cell.row_span <= row:
        return [cell]
    if cell.row < row or cell.row_span > 1:
        return [cell._replace(row_span=cell.row_span + len(cuts))]
    x0, top, x1, bottom = cell.box
    bands = list(pairwise([top, *cuts, bottom]))
    return [
        cell._replace(
            row=row + number, box=(x0, upper, x1, lower),
            glyphs=tuple(g for g in cell.glyphs if upper <= middle(g)[1] < lower),
        )
        for number, (upper, lower) in enumerate(bands)
    ]  # fmt: skip
