"""Dotted rules: rows of tiny marks that together are a ruling, as dotted borders are drawn by programs that know no dashes.

Belongs here: which marks make a line, by place alone. Does not belong here: where they come from (pdfium.paths, plumber_reader), dashes
long enough to be rulings of their own (rulings). A filling of dots is none: its rows lie too close to one another.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from pipelines.pdf.rulings import SNAP, Segment

_TINY = 2.6
"""Points below which a line may be a mark; the bounds of a stroke, which reach its width further on all sides, do not tell its direction."""
_FEWEST = 100
"""Marks of a page below which none are looked at: a table of two cells with dotted borders has more."""
_ROW, _LENGTH = 5, 6.0
"""Marks of a dotted rule at least, and points that it is long: rows of a table are higher."""
_APART = 4.2
"""Points from mark to mark at most; rules so near to one another are one, or two of a double one."""
_BESIDE = 0.3
"""Points by which the marks of a rule may lie beside it."""


_Placed = TypeVar("_Placed", bound=tuple[Any, ...])


class _Mark(NamedTuple):
    """The middle of a mark: its place across a rule, and along it."""

    across: float
    along: float


class Dotted(NamedTuple):
    """The rules that marks make, and the marks."""

    rules: list[Segment]
    marks: set[Segment]


def with_dotted_rules(lines: Sequence[Segment]) -> Sequence[Segment]:
    """Return drawn lines, with a ruling in place of the marks that make one."""
    found = dotted_rules(lines)
    return [*(line for line in lines if line not in found.marks), *found.rules] if found.rules else lines


def dotted_rules(lines: Sequence[Segment]) -> Dotted:
    """Find the rules that tiny lines make."""
    tiny = _tiny(lines) if len(lines) >= _FEWEST else []
    if len(tiny) < _FEWEST:
        return Dotted([], set())
    middles = {((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in tiny}
    across = list(_rows(_Mark(y, x) for x, y in middles))
    down = list(_rows(_Mark(x, y) for x, y in middles))
    used = {(mark.along, mark.across) for row in across for mark in row} | {tuple(mark) for row in down for mark in row}
    rules = [(row[0].along, _place(row), row[-1].along, _place(row)) for row in across]
    rules += [(_place(row), row[0].along, _place(row), row[-1].along) for row in down]
    return Dotted(rules, {line for line in tiny if ((line[0] + line[2]) / 2, (line[1] + line[3]) / 2) in used})


def _tiny(lines: Sequence[Segment]) -> list[Segment]:
    return [line for line in lines if -_TINY < line[2] - line[0] < _TINY and -_TINY < line[3] - line[1] < _TINY]


def _place(row: Sequence[_Mark]) -> float:
    return sum(mark.across for mark in row) / len(row)


def _rows(marks: Iterable[_Mark]) -> Iterator[list[_Mark]]:
    """Yield the marks of each rule in order; those of a band of rows, closer than any rows of a table, fill an area."""
    found = []
    for band in _runs(sorted(marks), 0, _BESIDE):
        for row in _runs(sorted(band, key=itemgetter(1)), 1, _APART):
            if len(row) >= _ROW and row[-1].along - row[0].along >= _LENGTH:
                found.append(row)
    for rows in _runs(sorted((_place(row), row) for row in found), 0, _APART):
        if rows[-1][0] - rows[0][0] <= 2 * SNAP:
            yield from (row for _, row in rows)


def _runs(values: Iterable[_Placed], place: int, apart: float) -> Iterator[list[_Placed]]:
    """Yield runs of sorted values each of which lies near the one before."""
    number, before = 0, None
    numbered = []
    for value in values:
        number += before is not None and value[place] - before > apart
        before = value[place]
        numbered.append((number, value))
    for _, run in groupby(numbered, key=itemgetter(0)):
        yield [value for _, value in run]
