"""Lattice: the cells that ruled lines enclose, joined into tables, with the characters put into their cells.

Belongs here: rulings by place alone: snapping, joining, outer rules a table lacks, crossings, smallest cells.
Does not belong here: where rulings come from (pdfium_pages, plumber_pages) or what a table means (tables, forms).
The rules and their tolerances are those of pdfplumber's table finder, which stays the reference (tests/test_readers.py).
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
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


Span = tuple[int, int, int, int]
"""Column and row of a cell's upper left corner, then of its lower right one, among a page's rulings."""
Place = tuple[int, int, int, int]
"""Row, column, row span and column span of a cell in its grid."""
Crossings = dict[tuple[int, int], int]
"""Column and row of a crossing → the rulings through it, a bit for each."""


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
    xs, ys = sorted({e.at for e in rulings.down}), sorted({e.at for e in rulings.across})
    groups = _connected(_cells(*_crossings(rulings, xs, ys)))
    found = [[(xs[c0], ys[r0], xs[c1], ys[r1]) for c0, r0, c1, r1 in cells] for cells in groups if len(cells) > 1]
    return sorted(found, key=lambda cells: (min(c[1] for c in cells), min(c[0] for c in cells)))


def _crossings(rulings: Rulings, xs: list[float], ys: list[float]) -> tuple[Crossings, Crossings]:
    """For each crossing the horizontal and the vertical rulings through it, a bit for each ruling."""
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
    """The smallest rectangle that opens at each crossing and has rulings on all four sides."""
    crossings = sorted(across)
    right_of, below_of = defaultdict(list), defaultdict(list)
    for column, row in reversed(crossings):
        found = _smallest(column, row, below_of[column], right_of[row], across, down)
        if found:
            yield found
        right_of[row].append(column)
        below_of[column].append(row)


def _smallest(
    column: int, row: int, belows: list[int], rights: list[int], across: Crossings, down: Crossings
) -> Span | None:
    """The cell that opens at a crossing, from the crossings further down and further right (the nearest stand last)."""
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
                return column, row, right, below
    return None


def _connected(cells: Iterable[Span]) -> Iterable[list[Span]]:
    """Cells grouped by shared corners."""
    group_at: dict[tuple[int, int], list[Span]] = {}
    groups: dict[int, list[Span]] = {}
    for cell in cells:
        c0, r0, c1, r1 = cell
        corners = ((c0, r0), (c0, r1), (c1, r0), (c1, r1))
        group = next((group_at[corner] for corner in corners if corner in group_at), None)
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
    """Grids of cells with their text, and the characters that stand in no cell; where cells overlap the smallest has it."""
    grids = []
    for boxes in tables:
        grid, glyphs = _filled(boxes, glyphs)
        grids.append(grid)
    return tuple(grids), list(glyphs)


def _filled(boxes: Sequence[Box], glyphs: Iterable[Glyph]) -> tuple[Grid, list[Glyph]]:
    places, xs, ys = places_of(boxes)
    owner = {slot: place for place in sorted(places, key=_area, reverse=True) for slot in _slots(place)}
    inside: dict[Place, list[Glyph]] = {}
    outside = []
    for glyph in glyphs:
        x, y = glyph.middle()
        place = owner.get((bisect_right(ys, y) - 1, bisect_right(xs, x) - 1))
        (outside if place is None else inside.setdefault(place, [])).append(glyph)
    cells = (
        Cell(*place, cell_text(inside[place]) if place in inside else "", box)
        for place, box in sorted(zip(places, boxes, strict=True))
    )
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), len(ys) - 1, tuple(cells)), outside


def places_of(boxes: Sequence[Box]) -> tuple[list[Place], list[float], list[float]]:
    """The place of each box of a table among its column and row boundaries, and those."""
    xs = sorted({x for box in boxes for x in (box[0], box[2])})
    ys = sorted({y for box in boxes for y in (box[1], box[3])})
    column, row = {x: i for i, x in enumerate(xs)}, {y: i for i, y in enumerate(ys)}
    places = [(row[y0], column[x0], row[y1] - row[y0], column[x1] - column[x0]) for x0, y0, x1, y1 in boxes]
    return places, xs, ys


def _area(place: Place) -> int:
    return place[2] * place[3]


def _slots(place: Place) -> Iterator[tuple[int, int]]:
    row, column, height, width = place
    return product(range(row, row + height), range(column, column + width))
