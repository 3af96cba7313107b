"""Open tables: the cells of tables that are ruled across and not down, where columns, rows and headings are sure.

Belongs here: the rows of a band and their cells. Does not belong here: bands and runs (open_bands), columns (open_columns),
how far a heading reaches (open_headings), cells that rulings enclose (lattice). A band of which anything is not sure is one
column wide: it is known to be a table, no running text, and its form is held as not read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from pipelines.pdf.glyphs import Glyph
from pipelines.pdf.open_bands import Band, open_bands, with_unruled_top
from pipelines.pdf.open_columns import columns_of, keeps_to
from pipelines.pdf.open_headings import UnsureHeading, heading_cells
from pipelines.pdf.open_runs import Run
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import Rulings

_LEVEL = 2.0
"""Points within which the baselines of one row differ."""
_EVEN = 0.15
"""Share by which the pitch of rows without a rule between them may differ: a wrapped name stands closer."""
_SUMS = ("合计", "总计", "小计")
"""Names that are printed with white between their two letters."""


class _UnsureRow(Exception):
    """What is printed does not say which cells a row has."""


Edges = Sequence[float]
"""Boundaries of the columns of a table, from left to right."""


class Found(NamedTuple):
    """The cells of each table of a page from top to bottom, and the boundaries of the last one if it has no vertical rules."""

    tables: list[list[Box]]
    edges: Edges


def with_open_tables(tables: list[list[Box]], ruled: Rulings, glyphs: Sequence[Glyph], before: Edges = ()) -> Found:
    """Add the tables without vertical rules to those found between the rulings of a page.

    before: the boundaries of the table without vertical rules that the page before ended with, which may go on here
    without its heading.
    """
    found = list(_open_tables(tables, ruled, glyphs, before))
    if not found:
        return Found(tables, ())
    whole = sorted([*tables, *(one.cells for one in found)], key=lambda cells: (_top(cells), cells[0][0]))
    last = next((one.edges for one in found if one.cells is whole[-1]), ())
    return Found(whole, last)


class _Open(NamedTuple):
    """A table without vertical rules: its cells, and the boundaries of its columns (none where they are not sure)."""

    cells: list[Box]
    edges: Edges


def _top(cells: Sequence[Box]) -> float:
    return min(cell[1] for cell in cells)


def _open_tables(
    tables: Sequence[Sequence[Box]], ruled: Rulings, glyphs: Sequence[Glyph], before: Edges
) -> Iterator[_Open]:
    ends = (before[0], before[-1]) if before else None
    for band in open_bands(ruled, tables, glyphs, ends):
        found = columns_of(band) or (_rest(band, before, glyphs) if before else None)
        try:
            cells = list(_cells(*found)) if found else []
        except (_UnsureRow, UnsureHeading):
            cells = []
        yield _Open(cells, found[1]) if found and cells else _Open(list(_whole_rows(band)), ())


def _rest(band: Band, before: Edges, glyphs: Sequence[Glyph]) -> tuple[Band, Edges] | None:
    """Return a band that goes on with the columns of the table on the page before, and those; None where it does not."""
    found = (replace(with_unruled_top(band, glyphs), first=0), replace(band, first=0))
    return next(((one, before) for one in found if keeps_to(one, before)), None)


def _whole_rows(band: Band) -> Iterator[Box]:
    """Yield a cell for each strip of a band."""
    return ((band.left, top, band.right, bottom) for top, bottom in pairwise(band.ys))


def _cells(band: Band, edges: Sequence[float]) -> Iterator[Box]:
    """Yield the cells of a band, heading first."""
    of_amounts = {_column(edges, run.end) for strip in band.strips[band.first :] for run in strip if run.is_amount}
    for number, (runs, top, bottom) in enumerate(zip(band.strips, band.ys, band.ys[1:], strict=False)):
        if number < band.first:
            yield from heading_cells(runs, band.partial, edges, top, bottom)
        else:
            for row, upper, lower in _rows(runs, top, bottom):
                for start, end in _spans(row, edges, of_amounts):
                    yield edges[start], upper, edges[end], lower


def _rows(runs: Sequence[Run], top: float, bottom: float) -> Iterator[tuple[list[Run], float, float]]:
    """Yield the rows of a strip, each with its upper and lower end: one, or as many as lines at an even pitch.

    Raises _UnsureRow where several rows stand in a strip at an uneven pitch.
    """
    if len(_lines([run for run in runs if run.is_amount])) < 2:
        yield list(runs), top, bottom
        return
    lines = _lines(runs)
    pitch = [then[0].baseline - one[0].baseline for one, then in pairwise(lines)]
    if max(pitch) - min(pitch) > _EVEN * max(pitch):
        raise _UnsureRow
    cuts = [(max(r.bottom for r in one) + min(r.top for r in then)) / 2 for one, then in pairwise(lines)]
    yield from zip(lines, [top, *cuts], [*cuts, bottom], strict=True)


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Return runs by their baselines, from top to bottom."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.baseline):
        if lines and run.baseline - lines[-1][0].baseline <= _LEVEL:
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _spans(row: Sequence[Run], edges: Sequence[float], of_amounts: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first column and the one behind the last of each cell of a row.

    A cell spans several columns of text where its text lies across the boundary between them, or is 合 计 with white
    within. Raises _UnsureRow where a text lies across a boundary of a column of amounts.
    """
    wide = {_column(edges, run.start): _column(edges, run.end) for run in row}
    behind = {start: end for start, end in wide.items() if end > start}
    texts = sorted(run for run in row if not run.is_amount)
    if len(texts) == len("合计") and "".join(run.text for run in texts) in _SUMS:
        start, end = (_column(edges, run.start) for run in texts)
        behind |= {start: end} if end > start else {}
    if any(of_amounts.intersection(range(start, end + 1)) for start, end in behind.items()):
        raise _UnsureRow
    column = 0
    while column < len(edges) - 1:
        end = behind.get(column, column) + 1
        yield column, end
        column = end


def _column(edges: Sequence[float], x: float) -> int:
    """Return the number of the column that a place lies in."""
    return next((n for n in range(len(edges) - 2) if x < edges[n + 1]), len(edges) - 2)
