"""Facsimile: the forms of a report as read, row by row, column by column, with nothing left out.

Belongs here: cells (reading.amount) put back into the grid they were read from.
Does not belong here: reading a grid (forms.tables, forms.form_reader) or its markup (templates).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pipelines.queries import Row, Warehouse


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column of a form as read: panel, number in the grid, heading parts."""

    panel: str
    number: int
    heading: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed row of a form: its page, names: panel → (code, label), cells: (panel, column number) → cell."""

    page: int
    names: dict[str, tuple[str, str]]
    cells: dict[tuple[str, int], Row]


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form as read: its row of sql/book/forms.sql, its columns by panel, its lines from top to bottom."""

    row: Row
    panels: tuple[tuple[str, tuple[PrintedColumn, ...]], ...]
    lines: tuple[PrintedLine, ...]


def forms(warehouse: Warehouse, report_id: str) -> Iterator[PrintedForm]:
    """The forms of a report by key, those that are missing too."""
    cells = {
        key: list(group) for key, group in groupby(warehouse.rows("book/cells", report=report_id), lambda c: c["form"])
    }
    for row in warehouse.rows("book/forms", report=report_id):
        printed = cells.get(row["form"], [])
        columns = {(c["panel"] or "", c["column_number"]): c["heading"] for c in reversed(printed)}
        named = [
            PrintedColumn(panel, number, tuple(columns[panel, number].split("/"))) for panel, number in sorted(columns)
        ]
        panels = tuple((panel, tuple(group)) for panel, group in groupby(named, key=lambda c: c.panel))
        lines = groupby(sorted(printed, key=lambda c: (c["row"], c["panel"] or "")), key=lambda c: c["row"])
        yield PrintedForm(row, panels, tuple(_line(list(group)) for _, group in lines))


def _line(cells: list[Row]) -> PrintedLine:
    names = {c["panel"] or "": (c["code"] or "", c["row_label"] or "") for c in cells}
    return PrintedLine(cells[0]["page"], names, {(c["panel"] or "", c["column_number"]): c for c in cells})
