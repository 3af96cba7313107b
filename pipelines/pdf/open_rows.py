"""Open rows: the rows of a table without vertical rules, and which columns each of their cells spans.

Belongs here: rows by rules and by an even pitch, texts across two columns. Does not belong here: where columns are
(open_columns), headings (open_headings), the tables of a page (open_tables).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipelines.pdf.open_runs import Run
from pipelines.pdf.pages import Box

_LEVEL = 2.0
"""Points within which the baselines of one row differ."""
_EVEN = 0.15
"""Share by which the pitch of rows without a rule between them may differ: a wrapped name stands closer."""
_ALIKE = 0.1
"""Share of a size by which the white between rows may differ where some lines have no amounts."""
_ROOM = 1.3
"""Sizes that a line leaves in its column where it has not been broken: a character and the margin of the column."""
_BESIDE = 0.2
"""Share of a size by which two lines of one row overlap at least."""
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
    """Yield the rows of a strip: one, or as many as lines at an even pitch, and lines that stand closer to one of them.

    Raises UnsureRow where several rows stand in a strip at an uneven pitch.
    """
    if len(lines_of([run for run in runs if run.is_amount])) < 2:
        yield Row(runs, top, bottom)
        return
    rows = _wrapped(_abreast(lines_of(runs)))
    cuts = [(max(r.bottom for r in one) + min(r.top for r in then)) / 2 for one, then in pairwise(rows)]
    yield from map(Row, rows, [top, *cuts], [*cuts, bottom])


def cells_of(
    runs: Sequence[Run], top: float, bottom: float, edges: Sequence[float], body: Sequence[Run]
) -> Iterator[Box]:
    """Yield the cells of a strip; body: the runs of the whole table below its heading.

    Raises UnsureRow where what is printed does not say which cells a row has.
    """
    of_amounts = {column_at(edges, run.end) for run in body if run.is_amount}
    rows = list(rows_of(runs, top, bottom))
    if not keeps_whole(rows, edges):
        raise UnsureRow
    for row in rows:
        for start, end in spans_of(row.runs, edges, of_amounts):
            yield edges[start], row.top, edges[end], row.bottom


def _abreast(lines: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Join lines that stand beside one another: an amount half way between the two lines of its name."""
    rows: list[list[Run]] = []
    for line in lines:
        if rows and min(run.top for run in line) < max(run.bottom for run in rows[-1]) - _BESIDE * line[0].size:
            rows[-1].extend(line)
        else:
            rows.append(list(line))
    return rows


def _wrapped(lines: Sequence[list[Run]]) -> list[list[Run]]:
    """Join lines that stand closer to the one before than rows do; raises UnsureRow where their white says not which are one."""
    white = [min(r.top for r in then) - max(r.bottom for r in one) for one, then in pairwise(lines)]
    if all(any(run.is_amount for run in line) for line in lines):
        pitch = max(then[-1].baseline - one[-1].baseline for one, then in pairwise(lines))
        if max(white) - min(white) > _EVEN * pitch:
            raise UnsureRow
        return list(lines)
    rows = [list(lines[0])]
    for space, line in zip(white, lines[1:], strict=True):
        if max(white) - space <= _ALIKE * line[0].size:
            rows.append(list(line))
        elif space - min(white) <= _ALIKE * line[0].size:
            rows[-1].extend(line)
        else:
            raise UnsureRow
    if any(len(lines_of([run for run in row if run.is_amount])) > 1 for row in rows):
        raise UnsureRow
    return rows


def keeps_whole(rows: Sequence[Row], edges: Sequence[float]) -> bool:
    """Whether no name goes on in the next row: a line that fills its column, with words under it, of which one row has no amounts.

    Where a row has lines one below the other, white tells names and rows apart.
    """
    return any(then.top > one.bottom for row in rows for one, then in pairwise(row.runs)) or not any(
        fills(run, edges) and any(column_at(edges, r.start) == column_at(edges, run.start) for r in then.runs)
        for one, then in pairwise(rows)
        if not all(any(run.is_amount for run in row.runs) for row in (one, then))
        for run in one.runs
        if not run.is_amount
    )


def fills(run: Run, edges: Sequence[float]) -> bool:
    """Return whether a run leaves no room for another character in its column."""
    return edges[column_at(edges, run.start) + 1] - run.end < _ROOM * run.size


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
