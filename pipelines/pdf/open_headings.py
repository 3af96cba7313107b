"""Open headings: how far each heading of a table without vertical rules reaches, proved by shorter rules and by its middle.

Belongs here: the cells of a heading. Does not belong here: the columns (open_columns), rows of amounts (open_tables).
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

from pipelines.pdf.open_runs import Heading, Run, join_runs, numbers_columns
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import SNAP, Edge

_CENTRED = 3.0
"""Points by which the middle of a heading may be off the middle of the columns it is over."""
_CLEARER = 8.0
"""Points by which a heading must be off at least in any other way of sharing the columns."""

_BESIDE = 3.0
"""Points by which the heights of headings beside one another may differ: two levels are further apart."""
_ONE_LINE = 1.5
"""Share by which headings of one line may differ in height."""
_LEVEL = 1.5
"""Points by which the middles of headings of one level may differ in height."""


class UnsureHeading(Exception):
    """What is printed does not say how far a heading reaches."""


class Strip(NamedTuple):
    """What is printed between two rules of a heading: its runs, the shorter rules, and the white within one heading in sizes."""

    runs: Sequence[Run]
    partial: Sequence[Edge]
    close: float


class Area(NamedTuple):
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


def heading_cells(strip: Strip, edges: Sequence[float], top: float, bottom: float) -> Iterator[Box]:
    """Yield the cells of a strip of the heading between two rules; shorter rules part it into levels.

    Raises UnsureHeading where the reach of a heading is not sure.
    """
    if numbers_columns(strip.runs):
        yield from ((left, top, right, bottom) for left, right in pairwise(edges))
        return
    within = sorted(rule for rule in strip.partial if top + SNAP < rule.at < bottom - SNAP)
    rules = [_Rule(rule.at, _boundary(rule.start, edges), _boundary(rule.end, edges)) for rule in within]
    for area in _parted(Area(0, len(edges) - 1, top, bottom), rules):
        above, below = area.top == top, area.bottom == bottom
        own = [r for r in strip.runs if (above or area.top < r.middle) and (below or r.middle < area.bottom)]
        within_it = [run for run in own if edges[area.first] < (run.start + run.end) / 2 < edges[area.last]]
        yield from level_cells(join_runs(within_it, close=strip.close), edges, area)


def _boundary(x: float, edges: Sequence[float]) -> int:
    near = [n for n, edge in enumerate(edges) if abs(edge - x) <= SNAP]
    if not near:
        raise UnsureHeading
    return near[0]


def _parted(area: Area, rules: Sequence[_Rule]) -> Iterator[Area]:
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


def level_cells(texts: Sequence[Heading], edges: Sequence[float], area: Area) -> Iterator[Box]:
    """Yield the cells of an area that no rule parts: each column has its heading, alone or with its neighbours, maybe under others."""
    lower = _lower(texts) if len(texts) > area.last - area.first else []
    if not lower:
        if not _are_level(texts):
            raise UnsureHeading
        for start, end in pairwise(_shared(texts, edges, area.first, area.last)):
            yield edges[start], area.top, edges[end], area.bottom
        return
    beside = [one for one in texts if one not in lower]
    for part, is_under in _blocks(lower, edges, area):
        over, under = ([one for one in level if _is_in(one, edges, part)] for level in (beside, lower))
        if not is_under:
            yield from level_cells(over, edges, part)
        elif over:
            cut = (max(one.bottom for one in over) + min(one.top for one in under)) / 2
            yield from level_cells(over, edges, part._replace(bottom=cut))
            yield from level_cells(under, edges, part._replace(top=cut))
        else:
            raise UnsureHeading


def _is_in(one: Heading, edges: Sequence[float], part: Area) -> bool:
    """Whether the middle of a heading lies within the columns of an area."""
    return edges[part.first] < (one.start + one.end) / 2 < edges[part.last]


def _lower(texts: Sequence[Heading]) -> list[Heading]:
    """Return the headings that stand under those of the upper level; none where all are of one level.

    A heading that reaches over both levels stands half way between them, and may begin below the upper one, too.
    """
    upper = min(map(_height, texts), default=0.0)
    bottom = max((one.bottom for one in texts if _height(one) - upper <= _LEVEL), default=0.0)
    middle = (min((one.top for one in texts), default=0.0) + max((one.bottom for one in texts), default=0.0)) / 2
    below = (one for one in texts if one.top >= bottom)
    return [one for one in below if abs(_height(one) - middle) > _LEVEL or _has_company(one, texts)]


def _has_company(one: Heading, texts: Sequence[Heading]) -> bool:
    """Whether another heading stands over or under one."""
    return any(is_over(one, other) or is_over(other, one) for other in texts)


def _height(one: Heading) -> float:
    return (one.top + one.bottom) / 2


def _blocks(lower: Sequence[Heading], edges: Sequence[float], area: Area) -> Iterator[tuple[Area, bool]]:
    """Yield the parts of an area whose columns all have a heading of the lower level, or all not, and whether they do."""
    under = {
        column
        for one in lower
        for column in range(area.first, area.last)
        if one.start < edges[column + 1] - SNAP and one.end > edges[column] + SNAP
    }
    for is_under, columns in groupby(range(area.first, area.last), key=under.__contains__):
        own = list(columns)
        yield area._replace(first=own[0], last=own[-1] + 1), is_under


def is_over(one: Heading, other: Heading) -> bool:
    """Whether a heading stands over another one, and so over several columns."""
    return other.top >= one.bottom and one.start < other.end and one.end > other.start


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


def _are_level(texts: Sequence[Heading]) -> bool:
    """Whether headings, of which some have several lines, stand beside one another: a heading joined to the one over it does not."""
    places = ([_height(one) for one in texts], [one.top for one in texts], [one.bottom for one in texts])
    lines = [one.bottom - one.top for one in texts] or [0.0]
    return max(lines) <= _ONE_LINE * min(lines) or any(max(place) - min(place) <= _BESIDE for place in places)


def _off(texts: Sequence[Heading], edges: Sequence[float], bounds: Sequence[int]) -> float | None:
    """Return how far the heading furthest off stands from the middle of its columns; None where one lies across a boundary."""
    off = 0.0
    for text, (start, end) in zip(texts, pairwise(bounds), strict=False):
        if text.start < edges[start] - SNAP or text.end > edges[end] + SNAP:
            return None
        off = max(off, abs(text.start + text.end - edges[start] - edges[end]) / 2)
    return off
