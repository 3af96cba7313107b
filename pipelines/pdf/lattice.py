"""Lattice: the cells that ruled lines enclose, joined into tables, with the characters put into their cells.

Belongs here: crossings, smallest cells, tables, places in a grid. Does not belong here: the lines (rulings) or what a
table means (forms). The cells are those of pdfplumber's table finder, the reference (tests/pdf/test_readers.py).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from pipelines.pdf.cell_lines import lines_apart, with_marks
from pipelines.pdf.glyphs import Glyph, cell_text, middles
from pipelines.pdf.pages import Box, Cell, Grid
from pipelines.pdf.rulings import SNAP, Rulings
from pipelines.pdf.stacked_rows import Filled, part_rows


class Span(NamedTuple):
    """Column and row of a cell's upper left corner, then of its lower right one, among a page's rulings."""

    left: int
    top: int
    right: int
    bottom: int


class Place(NamedTuple):
    """Where a cell stands in its grid."""

    row: int
    column: int
    row_span: int
    column_span: int


class Lattice(NamedTuple):
    """The place of each cell of a table, and the column and row boundaries among which they are."""

    places: list[Place]
    xs: list[float]
    ys: list[float]


Crossings = dict[tuple[int, int], int]
"""Column and row of a crossing → the rulings through it, a bit for each."""


def tables(rulings: Rulings) -> list[list[Box]]:
    """Return the cells of each table of at least two cells, tables from top to bottom."""
    xs, ys = sorted({e.at for e in rulings.down}), sorted({e.at for e in rulings.across})
    groups = _group(_cells(*_crossings(rulings, xs, ys)))
    found = [[(xs[c0], ys[r0], xs[c1], ys[r1]) for c0, r0, c1, r1 in cells] for cells in groups if len(cells) > 1]
    return sorted(found, key=lambda cells: (min(c[1] for c in cells), min(c[0] for c in cells)))


def _crossings(rulings: Rulings, xs: list[float], ys: list[float]) -> tuple[Crossings, Crossings]:
    """Return, for each crossing, the horizontal and the vertical rulings through it, a bit for each ruling."""
    across: Crossings = defaultdict(int)
    down: Crossings = defaultdict(int)
    ordered = sorted(rulings.across)
    lines = [e.at for e in ordered]
    column, row = {x: i for i, x in enumerate(xs)}, {y: i for i, y in enumerate(ys)}
    for v, edge in enumerate(rulings.down):
        for h in range(bisect_left(lines, edge.start - SNAP), bisect_right(lines, edge.end + SNAP)):
            if ordered[h].start - SNAP <= edge.at <= ordered[h].end + SNAP:
                crossing = column[edge.at], row[lines[h]]
                across[crossing] |= 1 << h
                down[crossing] |= 1 << v
    return across, down


def _cells(across: Crossings, down: Crossings) -> Iterator[Span]:
    """Yield, for each crossing, the smallest rectangle below and to the right of it that is ruled on all four sides."""
    crossings = sorted(across)
    right_of: dict[int, list[int]] = defaultdict(list)
    below_of: dict[int, list[int]] = defaultdict(list)
    for column, row in reversed(crossings):
        found = _smallest(column, row, below_of[column], right_of[row], across, down)
        if found:
            yield found
        right_of[row].append(column)
        below_of[column].append(row)


def _smallest(
    column: int, row: int, belows: list[int], rights: list[int], across: Crossings, down: Crossings
) -> Span | None:
    """Return the smallest cell with its upper left corner at a crossing.

    belows, rights: the crossings further down and further right, the nearest last.
    """
    if not rights:
        return None
    here_across, here_down = across[column, row], down[column, row]
    for below in reversed(belows):
        if not down[column, below] & here_down:
            continue
        for right in reversed(rights):
            corner = right, below
            if (
                across[right, row] & here_across
                and corner in across
                and down[corner] & down[right, row]
                and across[corner] & across[column, below]
            ):
                return Span(column, row, right, below)
    return None


def _group(cells: Iterable[Span]) -> Iterable[list[Span]]:
    """Group cells that share a corner."""
    group_at: dict[tuple[int, int], list[Span]] = {}
    groups: dict[int, list[Span]] = {}
    find = group_at.get
    for cell in cells:
        c0, r0, c1, r1 = cell
        corners = ((c0, r0), (c0, r1), (c1, r0), (c1, r1))
        group = find(corners[0]) or find(corners[1]) or find(corners[2]) or find(corners[3])
        if group is None:
            group = []
            groups[id(group)] = group
        group.append(cell)
        for corner in corners:
            other = group_at.setdefault(corner, group)
            if other is not group:
                group += groups.pop(id(other))
                group_at.update({place: group for place, owner in group_at.items() if owner is other})
    return groups.values()


def fill(tables: Sequence[Sequence[Box]], glyphs: Sequence[Glyph]) -> tuple[tuple[Grid, ...], list[Glyph]]:
    """Put characters into cells; returns the grids and the characters that stand in no cell.

    Where cells overlap, the smallest has the character.
    """
    grids = []
    for boxes in tables:
        grid, glyphs = _fill_table(boxes, glyphs)
        grids.append(grid)
    return tuple(grids), list(glyphs)


def _fill_table(boxes: Sequence[Box], glyphs: Sequence[Glyph]) -> tuple[Grid, list[Glyph]]:
    places, xs, ys = places_of(boxes)
    inside: list[list[Glyph]] = [[] for _ in places]
    outside: list[Glyph] = []
    takers = [[outside] * (len(xs) + 1) for _ in range(len(ys) + 1)]
    for place, glyphs_inside in sorted(zip(places, inside, strict=True), key=_area, reverse=True):
        for row, column in _slots(place):
            takers[row + 1][column + 1] = glyphs_inside
    for glyph, (x, y) in zip(glyphs, middles(glyphs), strict=True):
        takers[bisect_right(ys, y)][bisect_right(xs, x)].append(glyph)
    filled = [
        Filled._make((*place, box, tuple(glyphs_inside)))
        for place, box, glyphs_inside in sorted(zip(places, boxes, inside, strict=True))
    ]
    return grid_of(filled, xs, ys, cell_text), outside


def grid_of(
    filled: Sequence[Filled], xs: Sequence[float], ys: Sequence[float], text: Callable[[Sequence[Glyph]], str]
) -> Grid:
    """Make the grid of cells between column boundaries `xs` and row boundaries `ys`.

    text: makes a cell's text of its characters. Rows of stacked amounts are split (pipelines.pdf.stacked_rows).
    """
    pieces = part_rows(filled)
    cells = [
        Cell(
            row=c.row,
            column=c.column,
            row_span=c.row_span,
            column_span=c.column_span,
            text=_text_of(c, text),
            box=c.box,
        )
        for c in pieces
    ]
    if len(pieces) > len(filled):
        cells.sort(key=lambda cell: (cell.row, cell.column))
    count = max((cell.row + cell.row_span for cell in cells), default=0)
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), count, tuple(cells))


def _text_of(cell: Filled, text: Callable[[Sequence[Glyph]], str]) -> str:
    if not cell.glyphs:
        return ""
    glyphs = with_marks(cell.glyphs)
    return lines_apart(text(glyphs), glyphs, cell.box)


def places_of(boxes: Sequence[Box]) -> Lattice:
    """Put each box of a table among its column and row boundaries."""
    xs = sorted({x for box in boxes for x in (box[0], box[2])})
    ys = sorted({y for box in boxes for y in (box[1], box[3])})
    column, row = {x: i for i, x in enumerate(xs)}, {y: i for i, y in enumerate(ys)}
    places = [Place(row[y0], column[x0], row[y1] - row[y0], column[x1] - column[x0]) for x0, y0, x1, y1 in boxes]
    return Lattice(places, xs, ys)


def _area(taker: tuple[Place, list[Glyph]]) -> int:
    return taker[0].row_span * taker[0].column_span


def _slots(place: Place) -> Iterator[tuple[int, int]]:
    row, column, height, width = place
    return product(range(row, row + height), range(column, column + width))
