"""Lattice: the cells that ruled lines enclose, joined into tables, with the characters put into their cells.

Belongs here: rulings by place alone: snapping, joining, outer rules a table lacks, crossings, smallest cells.
Does not belong here: where rulings come from (pdfium_pages, plumber_pages) or what a table means (tables, forms).
The rules and their tolerances are those of pdfplumber's table finder, which stays the reference (tests/test_readers.py).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipelines.pages import Box, Cell, Glyph, Grid, cell_text

SNAP = 3.0
"""Points within which two rulings are one, ends meet, and a crossing counts (pdfplumber's own default)."""
SHORTEST = 3.0
"""Points below which a joined ruling is a dot."""


class Edge(NamedTuple):
    """A straight ruling: its place across (y of a horizontal one, x of a vertical one) and its extent along."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The rulings of a page."""

    across: list[Edge]
    down: list[Edge]


STRAIGHT = 0.01
"""Points by which the ends of a straight ruling may differ across it: the dust of 32-bit coordinates."""
LEAST = 1.0
"""Points below which a drawn line is not a ruling, however many lie in a row."""


def add(rulings: Rulings, x0: float, y0: float, x1: float, y1: float) -> None:
    """Add a drawn line to the rulings if it is straight and long enough."""
    if abs(y1 - y0) <= STRAIGHT and abs(x1 - x0) >= LEAST:
        rulings.across.append(Edge((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x1 - x0) <= STRAIGHT and abs(y1 - y0) >= LEAST:
        rulings.down.append(Edge((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def merged(rulings: Rulings) -> Rulings:
    """Rulings snapped to common lines, touching ones joined, dots left out."""
    return Rulings(_merged(rulings.across), _merged(rulings.down))


def completed(rulings: Rulings) -> Rulings:
    """Merged rulings from raw ones, with the outer rules that tables lack."""
    whole = merged(rulings)
    across, down = list(missing_rules(whole)), list(missing_sides(whole))
    return merged(Rulings(rulings.across + across, rulings.down + down)) if across or down else whole


def _merged(edges: list[Edge]) -> list[Edge]:
    return [e for e in _joined(_snapped(edges)) if e.end - e.start >= SHORTEST]


def _snapped(edges: list[Edge]) -> Iterator[list[Edge]]:
    """Edges of one line each, at the mean of their places."""
    group: list[Edge] = []
    for edge in sorted(edges):
        if group and edge.at > group[-1].at + SNAP:
            yield group
            group = []
        group.append(edge)
    if group:
        yield group


def _joined(lines: Iterable[list[Edge]]) -> Iterator[Edge]:
    for line in lines:
        at = sum(e.at for e in line) / len(line)
        pieces = sorted((e.start, e.end) for e in line)
        start, end = pieces[0]
        for piece_start, piece_end in pieces:
            if piece_start > end + SNAP:
                yield Edge(at, start, end)
                start, end = piece_start, piece_end
            end = max(end, piece_end)
        yield Edge(at, start, end)


def missing_rules(rulings: Rulings) -> Iterator[Edge]:
    """The top or bottom rule a table lacks where its vertical rules run on past the last horizontal one."""
    for band in _bands(rulings.down):
        if len(band) < 3:
            continue
        x0, x1 = min(e.at for e in band), max(e.at for e in band)
        for y in (min(e.start for e in band), max(e.end for e in band)):
            reaching = sum(abs(e.start - y) <= SNAP or abs(e.end - y) <= SNAP for e in band)
            ruled = any(abs(e.at - y) <= SNAP and e.start < x1 and e.end > x0 for e in rulings.across)
            if reaching >= 3 and not ruled:
                yield Edge(y, x0, x1)


def missing_sides(rulings: Rulings) -> Iterator[Edge]:
    """The left or right rule a table lacks where its horizontal rules run on past the outermost vertical one."""
    for band in _bands(rulings.down):
        top, bottom = min(e.start for e in band), max(e.end for e in band)
        beside = [e for e in rulings.across if top - SNAP <= e.at <= bottom + SNAP]
        for ends, inner, outermost in (
            ([e.start for e in beside], min(e.at for e in band), min),
            ([e.end for e in beside], max(e.at for e in band), max),
        ):
            far = outermost(ends, default=inner)
            if abs(outermost(far, inner) - inner) > 3 * SNAP and sum(abs(end - far) <= SNAP for end in ends) >= 3:
                yield Edge(far, top, bottom)


def _bands(down: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Vertical rules grouped by tables: each group's extents in y touch one another."""
    band: list[Edge] = []
    bottom = 0.0
    for edge in sorted(down, key=lambda e: e.start):
        if band and edge.start > bottom + SNAP:
            yield band
            band = []
        bottom = max(bottom, edge.end) if band else edge.end
        band.append(edge)
    if band:
        yield band


def tables(rulings: Rulings) -> list[list[Box]]:
    """Cells of each table of at least two cells, tables from top to bottom."""
    found = [cells for cells in _connected(_cells(rulings)) if len(cells) > 1]
    return sorted(found, key=lambda cells: (min(c[1] for c in cells), min(c[0] for c in cells)))


def _cells(rulings: Rulings) -> Iterator[Box]:
    """The smallest rectangle that opens at each crossing and has rulings on all four sides."""
    across, down = _crossings(rulings)
    right_of, below_of = defaultdict(list), defaultdict(list)
    for x, y in sorted(across):
        right_of[y].append(x)
        below_of[x].append(y)
    for x, y in sorted(across):
        belows, rights = below_of[x], right_of[y]
        belows = [b for b in belows[bisect_right(belows, y) :] if down[x, b] & down[x, y]]
        rights = [r for r in rights[bisect_right(rights, x) :] if across[r, y] & across[x, y]]
        corners = ((right, below) for below in belows for right in rights)
        for right, below in corners:
            corner = (right, below)
            if corner in across and down[corner] & down[right, y] and across[corner] & across[x, below]:
                yield x, y, right, below
                break


def _crossings(rulings: Rulings) -> tuple[dict[tuple[float, float], int], dict[tuple[float, float], int]]:
    """For each crossing (x, y) the horizontal and the vertical rulings through it, a bit for each ruling."""
    across: dict[tuple[float, float], int] = defaultdict(int)
    down: dict[tuple[float, float], int] = defaultdict(int)
    ordered = sorted(rulings.across)
    ys = [e.at for e in ordered]
    for v, edge in enumerate(rulings.down):
        for h in range(bisect_left(ys, edge.start - SNAP), bisect_right(ys, edge.end + SNAP)):
            if ordered[h].start - SNAP <= edge.at <= ordered[h].end + SNAP:
                across[edge.at, ys[h]] |= 1 << h
                down[edge.at, ys[h]] |= 1 << v
    return across, down


def _connected(cells: Iterable[Box]) -> Iterable[list[Box]]:
    """Cells grouped by shared corners."""
    group_of: dict[tuple[float, float], list[Box]] = {}
    groups: dict[int, list[Box]] = {}
    for cell in cells:
        corners = [(x, y) for x in (cell[0], cell[2]) for y in (cell[1], cell[3])]
        touching = {id(group_of[c]): group_of[c] for c in corners if c in group_of}
        group = max(touching.values(), key=len, default=[])
        group.append(cell)
        groups[id(group)] = group
        for key, other in touching.items():
            if other is not group:
                group += groups.pop(key)
                group_of.update({(x, y): group for c in other for x in (c[0], c[2]) for y in (c[1], c[3])})
        group_of.update(dict.fromkeys(corners, group))
    return groups.values()


def fill(tables: Sequence[Sequence[Box]], glyphs: Sequence[Glyph]) -> tuple[tuple[Grid, ...], list[Glyph]]:
    """Grids of cells with their text, and the characters that stand in no cell; where cells overlap the smallest has it."""
    grids = []
    for boxes in tables:
        grid, glyphs = _filled(boxes, glyphs)
        grids.append(grid)
    return tuple(grids), list(glyphs)


def _filled(boxes: Sequence[Box], glyphs: Iterable[Glyph]) -> tuple[Grid, list[Glyph]]:
    cells, xs, ys = grid_cells(boxes)
    largest_first = sorted(range(len(cells)), key=lambda i: -cells[i].row_span * cells[i].column_span)
    owner = {slot: i for i in largest_first for slot in _slots(cells[i])}
    inside: list[list[Glyph]] = [[] for _ in cells]
    outside = []
    for glyph in glyphs:
        found = owner.get((bisect_right(ys, glyph.y) - 1, bisect_right(xs, glyph.x) - 1))
        (outside if found is None else inside[found]).append(glyph)
    filled = [_with_text(cell, cell_text(chars)) if chars else cell for cell, chars in zip(cells, inside, strict=True)]
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), len(ys) - 1, tuple(filled)), outside


def grid_cells(boxes: Iterable[Box]) -> tuple[list[Cell], list[float], list[float]]:
    """Cells without text in reading order from the boxes of a table, its column and its row boundaries."""
    ordered = sorted(boxes, key=lambda box: (box[1], box[0]))
    xs = sorted({x for box in ordered for x in (box[0], box[2])})
    ys = sorted({y for box in ordered for y in (box[1], box[3])})
    column, row = {x: i for i, x in enumerate(xs)}, {y: i for i, y in enumerate(ys)}
    cells = [
        Cell(row[y0], column[x0], row[y1] - row[y0], column[x1] - column[x0], "", (x0, y0, x1, y1))
        for x0, y0, x1, y1 in ordered
    ]
    return cells, xs, ys


def _slots(cell: Cell) -> Iterator[tuple[int, int]]:
    for row in range(cell.row, cell.row + cell.row_span):
        for column in range(cell.column, cell.column + cell.column_span):
            yield row, column


def _with_text(cell: Cell, text: str) -> Cell:
    return Cell(cell.row, cell.column, cell.row_span, cell.column_span, text, cell.box)
