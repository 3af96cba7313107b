"""Tables: ruled grids joined across pages, with the lines printed above and below them.

Belongs here: the grids of a document made tables, which rows each has. Does not belong here: whether a grid goes on with
the one before (continuations), the lines around a grid (placed_grids), what the table is (recognition) or where its header ends (headers).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from pipelines.forms.budget_tables import prepare
from pipelines.forms.budget_titles import names_budget_form
from pipelines.forms.continuations import Joining, columns_in, continues
from pipelines.forms.cut_tables import join_halves
from pipelines.forms.layout import Layout
from pipelines.forms.placed_grids import PlacedGrid, placed_grids
from pipelines.pdf import Box, Cell, Line, around
from pipelines.vocabulary import form_wordings, squeeze

_ONE_COLUMN = 2
"""Boundaries of a table one column wide."""
_INNER_TITLE = re.compile(r"决算.*表$")


@dataclass(frozen=True)
class Row:
    """One row of a table: its page, cells by column, and box."""

    page: int
    cells: tuple[Cell, ...]
    box: Box

    def texts(self) -> tuple[str, ...]:
        """Return the non-empty texts of the row, white space removed."""
        return self._texts

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(text for cell in self.cells if (text := squeeze(cell.text)))


@dataclass(frozen=True, slots=True)
class Table:
    """A printed table: lines above it (nearest last), its rows over all pages, lines below it.

    Column numbers of cells refer to `edges`, the column boundaries of its first grid.
    """

    above: tuple[Line, ...]
    edges: tuple[float, ...]
    rows: tuple[Row, ...]
    below: tuple[Line, ...]

    @property
    def page(self) -> int:
        """The page the table begins on."""
        return self.rows[0].page

    @property
    def is_unsure(self) -> bool:
        """Whether it has no vertical rules and its columns are not sure: it is one column wide."""
        return len(self.edges) == _ONE_COLUMN


def join_tables(layout: Layout, kind: str | None = None) -> list[Table]:
    """Return the tables of a document in reading order; a continuation on the next page is part of its table.

    kind: the kind of disclosure, whose titles may stand inside a frame.
    """
    joining = Joining(_names_final, False)
    if kind == form_wordings.BUDGET:
        layout, joining = prepare(layout), Joining(names_budget_form, True)
    groups: list[list[PlacedGrid]] = []
    grids = placed_grids(layout)
    for placed in join_halves(list(grids)) if joining.may_lack_columns else grids:
        if groups and continues(groups[-1], placed, joining):
            groups[-1].append(placed)
        else:
            groups.append([placed])
    return [table for group in groups for table in _tables(group, joining)]


def _names_final(text: str) -> bool:
    """Whether a text is the title of a form of a final account."""
    return bool(_INNER_TITLE.search(text))


def _tables(group: list[PlacedGrid], joining: Joining) -> Iterator[Table]:
    """Yield the table of a group of grids; several where a title inside the frame begins another one."""
    edges = group[0].grid.edges
    parts: list[list[Row]] = [[]]
    for row in (row for placed in group for row in _rows(placed, edges)):
        if _begins_another(row, parts[-1], joining):
            parts.append([])
        parts[-1].append(row)
    for number, rows in enumerate(part for part in parts if part):
        above = () if number else group[0].above
        yield Table(above, edges, tuple(rows), group[-1].below)


def _begins_another(row: Row, before: Sequence[Row], joining: Joining) -> bool:
    """Whether a row holds the title of a form other than those above it, below rows that are no titles."""
    titles = {text for text in row.texts() if joining.names_title(text)}
    return bool(titles) and len(before) > 3 and titles.isdisjoint(text for other in before for text in other.texts())


def _rows(placed: PlacedGrid, edges: tuple[float, ...]) -> Iterator[Row]:
    """Yield the grid's rows, cells renumbered to the columns of the table's first grid."""
    starts = columns_in(edges, placed.grid.edges)
    for _, cells in groupby(placed.grid.cells, attrgetter("row")):
        renumbered = tuple(
            _renumber(cell, starts[cell.column], starts[cell.column + cell.column_span]) for cell in cells
        )
        yield Row(placed.page, renumbered, around(c.box for c in renumbered))


def _renumber(cell: Cell, start: int, end: int) -> Cell:
    if (cell.column, cell.column_span) == (start, end - start):
        return cell
    return replace(cell, column=start, column_span=end - start)
