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
from pipelines.pdf.open_bands import Band, open_bands, parts_of
from pipelines.pdf.open_bodies import Sheet, grown, rest_above, top_of
from pipelines.pdf.open_columns import columns_of, keeps_to
from pipelines.pdf.open_headings import Strip, UnsureHeading, heading_cells
from pipelines.pdf.open_rows import UnsureRow, cells_of, lines_of
from pipelines.pdf.open_tops import with_heading_above, with_unruled_top
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import Rulings

Edges = Sequence[float]
"""Boundaries of the columns of a table, from left to right."""


class Found(NamedTuple):
    """The cells of each table of a page from top to bottom, and the boundaries of the last one if it has no vertical rules."""

    tables: list[list[Box]]
    edges: Edges


def with_open_tables(tables: list[list[Box]], ruled: Rulings, glyphs: Sequence[Glyph], before: Edges) -> Found:
    """Add the tables without vertical rules to those found between the rulings of a page, and rows without to those with some.

    before: the boundaries of the table without vertical rules that the page before ended with, which may go on here
    without its heading.
    """
    tables, ends = _with_bodies(tables, ruled, glyphs, before)
    framed = [cells for cells in tables if _is_one_column(cells)]
    others = [cells for cells in tables if cells not in framed] if framed else tables
    found = [
        one for one in _open_tables(others, ruled, glyphs, before)
        if one.edges or not any(_is_in(cells, one.cells) for cells in framed)
    ]  # fmt: skip
    if not found:
        return Found(tables, ends)
    kept = [cells for cells in framed if not any(_is_in(cells, one.cells) for one in found)]
    whole = sorted([*others, *kept, *(one.cells for one in found)], key=lambda cells: (top_of(cells), cells[0][0]))
    last = next((one.edges for one in found if one.cells is whole[-1]), ())
    return Found(whole, last or (ends if tables and whole[-1] is tables[-1] else ()))


def _with_bodies(
    tables: Sequence[list[Box]], ruled: Rulings, glyphs: Sequence[Glyph], before: Edges
) -> tuple[list[list[Box]], Edges]:
    """Add their rows to tables of which only the heading, or every other row, has vertical rules.

    Returns the boundaries of the last one where rows were added to it, too.
    """
    sheet = Sheet(ruled.across, glyphs)
    whole: list[list[Box]] = []
    edges: Edges = ()
    if before and (rows := rest_above(tables, sheet, before)):
        whole, edges = [rows], before
    left = list(tables)
    while left:
        head, *left = left
        more = grown(head, left, sheet)
        whole.append(more.cells if more else head)
        edges = more.edges if more else ()
        left = left[more.taken :] if more else left
    return whole, edges


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


def _open_tables(
    tables: Sequence[Sequence[Box]], ruled: Rulings, glyphs: Sequence[Glyph], before: Edges
) -> Iterator[_Open]:
    ends = (before[0], before[-1]) if before else None
    for band in open_bands(ruled, tables, glyphs, ends):
        yield from _tables_in(_Drawn(ruled, glyphs), band, before)


class _Drawn(NamedTuple):
    """The rulings and the characters of a page."""

    ruled: Rulings
    glyphs: Sequence[Glyph]


def _tables_in(drawn: _Drawn, band: Band, before: Edges) -> Iterator[_Open]:
    """Yield the table of a band, or those that stand in it one below the other, each with its own heading."""
    whole = list(_whole_rows(band))
    tables = _sure_tables(drawn, band, before)
    yield from tables or ([_Open(whole, ())] if whole and not band.is_open else [])


def _sure_tables(drawn: _Drawn, band: Band, before: Edges) -> list[_Open]:
    """Return the tables of a band where all are sure, else none."""
    if table := _one_table(drawn, band, before):
        return [table]
    for upper, lower in parts_of(band):
        if (table := _one_table(drawn, upper, before)) and (rest := _sure_tables(drawn, lower, ())):
            return [table, *rest]
    return []


def _one_table(drawn: _Drawn, band: Band, before: Edges) -> _Open | None:
    """Return the table of a band, one column wide where it has no amounts; None where it is not sure."""
    if any(run.is_amount for strip in band.strips for run in strip):
        return _sure_table(drawn, band, before)
    whole = list(_whole_rows(band))
    return _Open(whole, ()) if whole else None


def _sure_table(drawn: _Drawn, band: Band, before: Edges) -> _Open | None:
    """Return the table of a band with amounts; None where columns, rows or headings are not sure.

    Its heading may begin above its first rule.
    """
    rest = _rest(band, before, drawn.glyphs)
    for found in (*_columned(drawn, band), *([rest] if rest else [])):
        try:
            if cells := list(_cells(*found)):
                return _Open(cells, found[1])
        except (UnsureRow, UnsureHeading):
            continue
    return None


def _columned(drawn: _Drawn, band: Band) -> Iterator[tuple[Band, Edges]]:
    """Yield a band with its boundaries: with the lines right above its first rule, and without them unless they are several texts."""
    topped = with_heading_above(band, drawn.ruled, drawn.glyphs)
    if topped:
        yield from columns_of(topped)
    if not topped or len(lines_of(topped.strips[0])) == len(topped.strips[0]):
        yield from columns_of(band)


def _rest(band: Band, before: Edges, glyphs: Sequence[Glyph]) -> tuple[Band, Edges] | None:
    """Return a band that goes on with the columns of the table on the page before, and those; None where it does not."""
    if not before:
        return None
    found = (replace(with_unruled_top(band, glyphs), first=0), replace(band, first=0))
    return next(((one, before) for one in found if keeps_to(one, before)), None)


def _whole_rows(band: Band) -> Iterator[Box]:
    """Yield a cell for each strip of a band."""
    return ((band.left, top, band.right, bottom) for top, bottom in pairwise(band.ys))


def _cells(band: Band, edges: Sequence[float]) -> Iterator[Box]:
    """Yield the cells of a band, heading first."""
    body = [run for strip in band.strips[band.first :] for run in strip]
    for number, (runs, top, bottom) in enumerate(zip(band.strips, band.ys, band.ys[1:], strict=False)):
        if number < band.first:
            yield from heading_cells(Strip(runs, band.partial, band.close), edges, top, bottom)
        else:
            yield from cells_of(runs, top, bottom, edges, body)
