"""Open headings: how far each heading of a table without vertical rules reaches, proved by shorter rules and by its middle.

Belongs here: the cells of a heading. Does not belong here: the columns (open_columns), rows of amounts (open_tables).
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from pipelines.pdf.open_runs import Heading, Run, join_runs, numbers_columns
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import SNAP, Edge

_CENTRED = 3.0
"""Points by which the middle of a heading may be off the middle of the columns it is over."""
_CLEARER = 8.0
"""Points by which a heading must be off at least in any other way of sharing the columns."""


class UnsureHeading(Exception):
    """What is printed does not say how far a heading reaches."""


class _Area(NamedTuple):
    """A part of a heading: its first boundary and its last one, its upper and its lower end."""

    first: int
    last: int
    top: float
    bottom: float


class _Rule(NamedTuple):
    """A rule within a heading, and the boundaries it runs between."""

    at: float
    first: int
    last: int


def heading_cells(
    runs: Sequence[Run], partial: Sequence[Edge], edges: Sequence[float], top: float, bottom: float
) -> Iterator[Box]:
    """Yield the cells of a strip of the heading between two rules; shorter rules part it into levels.

    Raises UnsureHeading where the reach of a heading is not sure.
    """
    if numbers_columns(runs):
        yield from ((left, top, right, bottom) for left, right in pairwise(edges))
        return
    within = sorted(rule for rule in partial if top + SNAP < rule.at < bottom - SNAP)
    rules = [_Rule(rule.at, _boundary(rule.start, edges), _boundary(rule.end, edges)) for rule in within]
    for area in _parted(_Area(0, len(edges) - 1, top, bottom), rules):
        above, below = area.top == top, area.bottom == bottom
        own = [r for r in runs if (above or area.top < r.middle) and (below or r.middle < area.bottom)]
        yield from _level(own, edges, area)


def _boundary(x: float, edges: Sequence[float]) -> int:
    near = [n for n, edge in enumerate(edges) if abs(edge - x) <= SNAP]
    if not near:
        raise UnsureHeading
    return near[0]


def _parted(area: _Area, rules: Sequence[_Rule]) -> Iterator[_Area]:
    """Yield the parts of an area that no rule runs through."""
    if area.first >= area.last:
        return
    for rule in rules:
        first, last = max(rule.first, area.first), min(rule.last, area.last)
        if area.top + SNAP < rule.at < area.bottom - SNAP and first < last:
            yield from _parted(area._replace(last=first), rules)
            yield from _parted(area._replace(first=first, last=last, bottom=rule.at), rules)
            yield from _parted(area._replace(first=first, last=last, top=rule.at), rules)
            yield from _parted(area._replace(first=last), rules)
            return
    yield area


def _level(runs: Sequence[Run], edges: Sequence[float], area: _Area) -> Iterator[Box]:
    """Yield the cells of an area: each column has its heading, alone or with its neighbours; runs: those of its level."""
    own = [run for run in runs if edges[area.first] < (run.start + run.end) / 2 < edges[area.last]]
    for start, end in pairwise(_shared(join_runs(own), edges, area.first, area.last)):
        yield edges[start], area.top, edges[end], area.bottom


def _shared(texts: Sequence[Heading], edges: Sequence[float], first: int, last: int) -> tuple[int, ...]:
    """Return the boundaries between which each heading reaches; raises UnsureHeading where that is not sure.

    Each heading lies between its boundaries. Where they are fewer than the columns, its middle is theirs, and in any
    other way of sharing the columns one is far off.
    """
    ways = sorted(
        (cost, bounds)
        for cuts in combinations(range(first + 1, last), max(len(texts) - 1, 0))
        if (cost := _off(texts, edges, bounds := (first, *cuts, last))) is not None
    )
    is_clear = ways and ways[0][0] <= _CENTRED and all(cost >= _CLEARER for cost, _ in ways[1:])
    if not texts or not ways or not (len(texts) == last - first or is_clear):
        raise UnsureHeading
    return ways[0][1]


def _off(texts: Sequence[Heading], edges: Sequence[float], bounds: Sequence[int]) -> float | None:
    """Return how far the heading furthest off stands from the middle of its columns; None where one lies across a boundary."""
    off = 0.0
    for text, (start, end) in zip(texts, pairwise(bounds), strict=False):
        if text.start < edges[start] - SNAP or text.end > edges[end] + SNAP:
            return None
        off = max(off, abs(text.start + text.end - edges[start] - edges[end]) / 2)
    return off
