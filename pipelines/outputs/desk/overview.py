"""Overview: what leads to figures: the start, lists of reports, one report with its forms, one unit over its years.

Belongs here: asking for them. Does not belong here: searching (search), one figure (figure), comparing units (compare),
markup (templates).
"""

import re
from dataclasses import dataclass

from pipelines.outputs.desk.figure import NotThere
from pipelines.outputs.evidence import charts, facsimile
from pipelines.outputs.evidence.bars import Chart
from pipelines.outputs.evidence.facsimile import PrintedForm
from pipelines.queries import Row, Warehouse

_PAGE = re.compile(r"[0-9]{1,6}")
MOST = 500
"""Reports that are listed."""
KEY = 16
"""Digits of a report's id that its address has."""
_FIRST = 10
"""Reports on the first page."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its row, its findings, its forms as read, ids of amounts that findings speak of."""

    row: Row
    found: tuple[Row, ...]
    forms: tuple[PrintedForm, ...]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name, reports and charts."""

    name: str
    key: str
    reports: tuple[Row, ...]
    charts: tuple[Chart, ...]


def years(warehouse: Warehouse) -> list[Row]:
    """The fiscal years that there are reports of."""
    return warehouse.rows("desk/years")


def gravest(warehouse: Warehouse) -> list[Row]:
    """The reports with the gravest findings, as many as the first page shows."""
    return _reports(warehouse, most=_FIRST)


def reports(warehouse: Warehouse, year: int | None = None) -> list[Row]:
    """Reports of a year, or all, the gravest first."""
    return _reports(warehouse, year=year)


def not_read(warehouse: Warehouse) -> list[Row]:
    """Files that nothing is judged of, each with its reason: they are in no other list of the desk."""
    return [row for row in warehouse.rows("book/outside") if row["status"] == "quarantined"][:MOST]


def report_row(warehouse: Warehouse, key: str) -> Row:
    """The row of a report; raises NotThere where there is none."""
    rows = warehouse.rows("desk/report", key=key)
    if not rows:
        raise NotThere(f"no report {key}")
    return rows[0]


def member(warehouse: Warehouse, report_id: str, page: str) -> Row | None:
    """The file of an archive that a page is in, and its number there; None where the report is no archive, or has no such page."""
    found = warehouse.rows("desk/member", report=report_id, page=int(page)) if _PAGE.fullmatch(page) else []
    return found[0] if found and found[0]["member"] else None


def report(warehouse: Warehouse, key: str) -> Report:
    """A report by the first sixteen digits of its id; raises NotThere where there is none."""
    row = report_row(warehouse, key)
    found = warehouse.rows("book/findings", report=row["report_id"])
    named = frozenset(amount_id for one in found for amount_id in one["amount_ids"] or ())
    return Report(row, tuple(found), tuple(facsimile.forms(warehouse, row["report_id"])), named)


def unit(warehouse: Warehouse, key: str) -> Unit:
    """A unit over all its years; raises NotThere where it has no report."""
    rows = _reports(warehouse, unit=key)
    if not rows:
        raise NotThere(f"no unit {key}")
    rows.sort(key=lambda row: (-row["fiscal_year"], row["kind"]))
    return Unit(rows[0]["unit_name"], key, tuple(rows), tuple(charts.of_unit(warehouse, key)))


def _reports(warehouse: Warehouse, unit: str | None = None, year: int | None = None, most: int = MOST) -> list[Row]:
    return warehouse.rows("desk/reports", unit=unit, year=year, most=most)
