"""Open tables: the cells of tables that are ruled across and not down, where columns, rows and headings are sure.

Belongs here: the tables of a page, one after the other. Does not belong here: bands (open_bands), columns (open_columns),
headings (open_headings), rows (open_rows), cells that rulings enclose (lattice). A band of which anything is not sure is one
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
from pipelines.pdf.open_rows import UnsureRow, column_at, rows_of, spans_of
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import Rulings

Edges = Sequence[float]
"""Boundaries of the columns of a table, from left to right."""


class Found(NamedTuple):
    """The cells of each table of a page from top to bottom, and the boundaries of the last one if it has no vertical rules."""

    tables: list[list[Box]]
    edges: Edges


def with_open_tables(tables: list[list[Box]], ruled: Rulings, glyphs: Sequence[Glyph], before: Edges) -> Found:
    """Add the tables without vertical rules to those found between the rulings of a page.

    before: the boundaries of the table without vertical rules that the page before ended with, which may go on here
    without its heading.
    """
    framed = [cells for cells in tables if _is_one_column(cells)]
    others = [cells for cells in tables if cells not in framed] if framed else tables
    found = [
        one for one in _open_tables(others, ruled, glyphs, before)
        if one.edges or not any(_is_in(cells, one.cells) for cells in framed)
    ]  # fmt: skip
    if not found:
        return Found(tables, ())
    kept = [cells for cells in framed if not any(_is_in(cells, one.cells) for one in found)]
    whole = sorted([*others, *kept, *(one.cells for one in found)], key=lambda cells: (_top(cells), cells[0][0]))
    last = next((one.edges for one in found if one.cells is whole[-1]), ())
    return Found(whole, last)


def _is_one_column(cells: Sequence[Box]) -> bool:
    """Whether a table has a frame and rules across it, and no other rule."""
    return len({(cell[0], cell[2]) for cell in cells}) == 1


def _is_in(framed: Sequence[Box], cells: Sequence[Box]) -> bool:
    """Whether a framed table is where an open one is."""
    (left, top, right, _), bottom = framed[0], framed[-1][3]
    return left < cells[-1][2] and right > cells[0][0] and top < cells[-1][3] and bottom > cells[0][1]


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
        except (UnsureRow, UnsureHeading):
            cells = []
        if found and cells:
            yield _Open(cells, found[1])
        elif whole := list(_whole_rows(band)):
            yield _Open(whole, ())


def _rest(band: Band, before: Edges, glyphs: Sequence[Glyph]) -> tuple[Band, Edges] | None:
    """Return a band that goes on with the columns of the table on the page before, and those; None where it does not."""
    found = (replace(with_unruled_top(band, glyphs), first=0), replace(band, first=0))
    return next(((one, before) for one in found if keeps_to(one, before)), None)


def _whole_rows(band: Band) -> Iterator[Box]:
    """Yield a cell for each strip of a band."""
    return ((band.left, top, band.right, bottom) for top, bottom in pairwise(band.ys))


def _cells(band: Band, edges: Sequence[float]) -> Iterator[Box]:
    """Yield the cells of a band, heading first."""
    of_amounts = {column_at(edges, run.end) for strip in band.strips[band.first :] for run in strip if run.is_amount}
    for number, (runs, top, bottom) in enumerate(zip(band.strips, band.ys, band.ys[1:], strict=False)):
        if number < band.first:
            yield from heading_cells(runs, band.partial, edges, top, bottom)
        else:
            for row in rows_of(runs, top, bottom):
                for start, end in spans_of(row.runs, edges, of_amounts):
                    yield edges[start], row.top, edges[end], row.bottom
