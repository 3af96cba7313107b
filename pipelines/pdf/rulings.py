"""Rulings: the straight lines a page is ruled with, snapped and joined, and outer rules that tables lack.

Belongs here: lines by place alone, by the tolerances of pdfplumber's table finder. Does not belong here: where they come
from (pdfium.paths, plumber_reader) or which cells they enclose (lattice).
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from math import inf
from operator import add
from typing import NamedTuple

from pipelines.pdf.rotation import Frame

SNAP = 3.0
"""Points within which two rulings are one, ends meet, and a crossing counts (pdfplumber's own default)."""
SHORTEST = 3.0
"""Points below which a joined ruling is a dot."""
STRAIGHT = 0.01
"""Points by which the ends of a straight ruling may differ across it: the rounding of 32-bit coordinates."""
_FEW = 5
"""Horizontal rules beside a band of vertical ones up to which two that run on as far as each other show a side."""
HAIR = 1.0
"""Points below which a filled rectangle or a picture is a line, ruled in its middle."""
LEAST = 1.0
"""Points below which a drawn line is not a ruling, however many lie in a row."""


Segment = tuple[float, float, float, float]
"""x0, y0, x1, y1 of a straight line as drawn."""


class Edge(NamedTuple):
    """A straight ruling: its place across (y of a horizontal one, x of a vertical one) and its extent along."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The rulings of a page."""

    across: list[Edge]
    down: list[Edge]


def line_of(box: Segment) -> Segment | None:
    """Return the line that a picture or a filled box is, in its middle; None where it is too thick, or too short."""
    x0, y0, x1, y1 = box
    width, height = x1 - x0, y1 - y0
    if min(width, height) >= HAIR or max(width, height) <= SHORTEST:
        return None
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return (x0, y, x1, y) if width > height else (x, y0, x, y1)


def straight_lines(lines: Iterable[Segment]) -> Rulings:
    """Keep the drawn lines that are straight and long enough."""
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for x0, y0, x1, y1 in lines:
        width, height = x1 - x0, y1 - y0
        if -STRAIGHT <= height <= STRAIGHT:
            if not -LEAST < width < LEAST:
                across.append(((y0 + y1) / 2, x0, x1) if width > 0 else ((y0 + y1) / 2, x1, x0))
        elif -STRAIGHT <= width <= STRAIGHT and not -LEAST < height < LEAST:
            down.append(((x0 + x1) / 2, y0, y1) if height > 0 else ((x0 + x1) / 2, y1, y0))
    return Rulings(list(map(Edge._make, across)), list(map(Edge._make, down)))


def to_view(rulings: Rulings, frame: Frame) -> Rulings:
    """Turn rulings in a page's own coordinates into rulings as they are seen."""
    lines = [(start, at, end, at) for at, start, end in rulings.across]
    lines += [(at, start, at, end) for at, start, end in rulings.down]
    if not lines:
        return rulings
    return straight_lines(frame.lines_to_view(lines))


def merge(rulings: Rulings) -> Rulings:
    """Snap rulings to common lines, join touching ones, leave out dots."""
    return Rulings(_merge(rulings.across), _merge(rulings.down))


def complete(rulings: Rulings) -> Rulings:
    """Merge raw rulings, and add the outer rules that tables lack."""
    whole = merge(rulings)
    lacking = missing(whole)
    if not (lacking.across or lacking.down):
        return whole
    return merge(Rulings(rulings.across + lacking.across, rulings.down + lacking.down))


def missing(whole: Rulings) -> Rulings:
    """Return the outer rules that tables lack: first the sides, for a rule at top or bottom runs from side to side."""
    sides = list(_missing_sides(whole))
    return Rulings(list(_missing_rules(Rulings(whole.across, whole.down + sides))), sides)


def _merge(edges: list[Edge]) -> list[Edge]:
    return [e for e in _join(_snap(edges)) if e.end - e.start >= SHORTEST]


def _snap(edges: list[Edge]) -> Iterator[list[Edge]]:
    """Yield the edges of one line each."""
    group: list[Edge] = []
    reach = inf
    for edge in sorted(edges):
        at = edge[0]
        if at > reach:
            yield group
            group = []
        group.append(edge)
        reach = at + SNAP
    if group:
        yield group


def _join(lines: Iterable[list[Edge]]) -> Iterator[Edge]:
    for line in lines:
        at = reduce(add, [e[0] for e in line]) / len(line)  # sum() rounds in another way from Python 3.12 on
        pieces = sorted([e[1:] for e in line])
        start, end = pieces[0]
        for piece_start, piece_end in pieces:
            if piece_start > end + SNAP:
                yield Edge(at, start, end)
                start, end = piece_start, piece_end
            end = max(end, piece_end)
        yield Edge(at, start, end)


def _missing_rules(rulings: Rulings) -> Iterator[Edge]:
    """Yield the top or bottom rule that a table lacks: its vertical rules run on past the last horizontal one.

    Where a page cuts some cells of a row and not those beside them, only the latter have a rule there.
    """
    for band in _bands(rulings.down):
        if len(band) < 3:
            continue
        x0, x1 = min(e.at for e in band), max(e.at for e in band)
        for y in (min(e.start for e in band), max(e.end for e in band)):
            reaching = [e.at for e in band if abs(e.start - y) <= SNAP or abs(e.end - y) <= SNAP]
            ruled = [e for e in rulings.across if abs(e.at - y) <= SNAP and e.start < x1 and e.end > x0]
            first, last = min((e.start for e in ruled), default=x1), max((e.end for e in ruled), default=x1)
            for start, end in ((x0, min(first, x1)), (max(last, x0), x1)):
                if end - start > SNAP and sum(start - SNAP <= at <= end + SNAP for at in reaching) >= 3:
                    yield Edge(y, start, end)


def _missing_sides(rulings: Rulings) -> Iterator[Edge]:
    """Yield the left or right rule that a table lacks: its horizontal rules run on past the outermost vertical one.

    The edge of a shaded heading does not count as a vertical rule: it is only as high as the heading.
    """
    for band in _bands(rulings.down):
        top, bottom = min(e.start for e in band), max(e.end for e in band)
        beside = [e for e in rulings.across if top - SNAP <= e.at <= bottom + SNAP]
        tall = [e for e in band if e.end - e.start > (bottom - top) / 2] or band
        for ends, inner, outermost in (
            ([e.start for e in beside], min(e.at for e in tall), min),
            ([e.end for e in beside], max(e.at for e in tall), max),
        ):
            far = outermost(ends, default=inner)
            alike = sum(abs(end - far) <= SNAP for end in ends)
            if abs(outermost(far, inner) - inner) > 3 * SNAP and alike >= (3 if len(ends) > _FEW else 2):
                yield Edge(far, top, bottom)


def _bands(down: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Yield vertical rules grouped by tables: each group's extents in y touch one another."""
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
