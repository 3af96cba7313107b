"""Open rows: the rows of a table without vertical rules, and which columns each of their cells spans.

Belongs here: rows by rules and by an even pitch, texts across two columns. Does not belong here: where columns are
(open_columns), headings (open_headings), the tables of a page (open_tables).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipelines.pdf.open_runs import Run

_LEVEL = 2.0
"""Points within which the baselines of one row differ."""
_EVEN = 0.15
"""Share by which the pitch of rows without a rule between them may differ: a wrapped name stands closer."""
_SUMS = ("合计", "总计", "小计")
"""Names that are printed with white between their two letters."""


_IS_SUM = re.compile(r"[合总小]计$")
"""Names of sums, which are printed in the middle of all columns up to their amount."""
_CENTRED = 3.0
"""Points by which the middle of the name of a sum may be off the middle of the columns it is over."""


class UnsureRow(Exception):
    """What is printed does not say which cells a row has."""


class Row(NamedTuple):
    """The runs of a row, its upper and its lower end."""

    runs: Sequence[Run]
    top: float
    bottom: float


def rows_of(runs: Sequence[Run], top: float, bottom: float) -> Iterator[Row]:
    """Yield the rows of a strip: one, or as many as lines at an even pitch.

    Raises UnsureRow where several rows stand in a strip at an uneven pitch.
    """
    if len(lines_of([run for run in runs if run.is_amount])) < 2:
        yield Row(runs, top, bottom)
        return
    lines = lines_of(runs)
    pitch = [then[0].baseline - one[0].baseline for one, then in pairwise(lines)]
    if max(pitch) - min(pitch) > _EVEN * max(pitch):
        raise UnsureRow
    cuts = [(max(r.bottom for r in one) + min(r.top for r in then)) / 2 for one, then in pairwise(lines)]
    yield from map(Row, lines, [top, *cuts], [*cuts, bottom])


def lines_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Return runs by their baselines, from top to bottom."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if lines and run.baseline - lines[-1][0].baseline <= _LEVEL:
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def spans_of(row: Sequence[Run], edges: Sequence[float], of_amounts: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first column and the one behind the last of each cell of a row.

    A cell spans several columns of text where its text lies across the boundary between them, or is 合 计 with white
    within; the name of a sum spans those up to its amount. Raises UnsureRow where another text lies across a boundary of
    a column of amounts.
    """
    sums = sums_of(row, edges)
    wide = {column_at(edges, run.start): column_at(edges, run.end) for run in row if run not in sums}
    behind = {start: end for start, end in wide.items() if end > start}
    texts = sorted((run for run in row if not run.is_amount), key=lambda run: run.start)
    if len(texts) == len("合计") and "".join(run.text for run in texts) in _SUMS:
        start, end = (column_at(edges, run.start) for run in texts)
        behind |= {start: end} if end > start else {}
    if any(of_amounts.intersection(range(start, end + 1)) for start, end in behind.items()):
        raise UnsureRow
    behind |= dict(sums.values())
    column = 0
    while column < len(edges) - 1:
        end = behind.get(column, column) + 1
        yield column, end
        column = end


def sums_of(row: Sequence[Run], edges: Sequence[float]) -> dict[Run, tuple[int, int]]:
    """Return the names of sums that stand over several columns, with the first and the last column of each.

    Such a name stands in the middle of all columns between the amount before it and its own, which hold nothing else.
    """
    named = ((run, _between(run, row, edges)) for run in row if _IS_SUM.search(run.text))
    return {run: found for run, found in named if found}


def _between(run: Run, row: Sequence[Run], edges: Sequence[float]) -> tuple[int, int] | None:
    """Return the columns between the runs beside a run where it stands in their middle; None where it does not."""
    first = max((column_at(edges, one.end) + 1 for one in row if one.end <= run.start), default=0)
    last = min((column_at(edges, one.start) - 1 for one in row if one.start >= run.end), default=len(edges) - 2)
    off = run.start + run.end - edges[first] - edges[last + 1]
    return (first, last) if last > first and abs(off) / 2 <= _CENTRED else None


def column_at(edges: Sequence[float], x: float) -> int:
    """Return the number of the column that a place lies in."""
    return next((n for n in range(len(edges) - 2) if x < edges[n + 1]), len(edges) - 2)
