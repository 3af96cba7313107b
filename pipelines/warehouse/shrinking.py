"""Shrinking: the reports that the last published warehouse had and a new one has not.

Belongs here: which reports are gone, how many may go unasked, the table raw.gone. Does not belong here: publishing (build),
the former warehouses (previous).
"""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import duckdb
import pyarrow as pa

from pipelines.messages import NOTHING, Message, Told, join, message
from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.vocabulary import one_line
from pipelines.warehouse.database import is_published, open_published

UNASKED = 10
"""One report in so many may go without being asked for."""
_NAMED = 3
"""Files that a sentence names."""


class NoReports(Told):
    """Not one report was read: nothing is published, the last warehouse stays."""


class Shrunk(Told):
    """So many of the published reports are gone that nobody can have meant it, unless they say so; the last warehouse stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of a warehouse: its hash, file below raw/, whether it is a disclosure (not held), and which."""

    report_id: str
    file: str
    is_known: bool
    unit_name: str | None
    fiscal_year: int | None
    kind: str | None
    level: str | None

    @property
    def disclosure(self) -> tuple:
        """Which disclosure it is, in whichever version; itself where it names no unit or no year."""
        named = (self.unit_name, self.fiscal_year, self.kind, self.level)
        return named if self.unit_name and self.fiscal_year else (self.report_id,)


def gone(before: Sequence[Report], now: Sequence[Report]) -> list[Report]:
    """The disclosures of one warehouse that another has in no form.

    A report is not gone where its bytes are there still, under whichever name, nor where its path or its unit and year have
    another disclosure: a new version. A file in its place that cannot be read is none.
    """
    bytes_now = {report.report_id for report in now}
    files = {report.file for report in now if report.is_known}
    disclosures = {report.disclosure for report in now if report.is_known}
    return [
        report for report in before
        if report.is_known and report.report_id not in bytes_now
        and report.file not in files and report.disclosure not in disclosures
    ]  # fmt: skip


def check(warehouse: Warehouse, may_shrink: bool, before: Sequence[Report] | None = None) -> None:
    """Note in raw.gone what the published warehouse had (before, where that is known) and a filled one has not.

    Raises NoReports where nothing was read, Shrunk where too much is gone and `may_shrink` is not said.
    """
    now = reports(warehouse)
    before = _published(warehouse.places) if before is None else before
    if not any(report.is_known for report in now):
        raise NoReports("nothing_read", **_nothing_read(warehouse))
    left = gone(before, now)
    known = sum(report.is_known for report in before)
    if len(left) * UNASKED > known and not may_shrink:
        raise Shrunk("shrunk", **_too_few(warehouse.places, left, known))
    rows = [
        {name: asdict(report)[name] for name in ("report_id", "file", "unit_name", "fiscal_year")} for report in left
    ]
    if rows:
        noted = pa.Table.from_pylist(rows)  # noqa: F841 - DuckDB reads it by name
        warehouse.connection.execute("insert into raw.gone by name select * from noted")


def reports(warehouse: Warehouse) -> list[Report]:
    """The reports of a warehouse."""
    return [Report(**row) for row in warehouse.rows("shrinking/reports")]


def _published(places: Places) -> list[Report]:
    """The reports of the published warehouse; none, with a warning, where there is one that cannot be asked."""
    if not is_published(places):
        return []
    try:
        with open_published(places) as last:
            return reports(last)
    except duckdb.Error as error:
        said = one_line(str(error))[:200]
        logging.getLogger(__name__).warning(message("left_not_known", database=places.database, error=said))
        return []


def _nothing_read(warehouse: Warehouse) -> dict[str, object]:
    first = [
        message("file_reason", file=one_line(held["file"]), reason=(one_line(held["reason_zh"]), one_line(held["reason"])))
        for held in warehouse.rows("summary/held") if held["kind"] == "quarantine"
    ][:_NAMED]  # fmt: skip
    return {"raw": warehouse.places.raw, "first": join(first, "；", "; "), "stays": stays(warehouse.places)}


def stays(places: Places) -> Message:
    """What becomes of the published warehouse where a run stops."""
    return message("last_warehouse_stays" if is_published(places) else "nothing_published")


def _too_few(places: Places, left: Sequence[Report], known: int) -> dict[str, object]:
    return {
        "count": len(left), "known": known, "raw": places.raw, "named": ", ".join(one_line(one.file) for one in left[:_NAMED]),
        "others": message("and_others", count=len(left) - _NAMED) if len(left) > _NAMED else NOTHING, "stays": stays(places),
    }  # fmt: skip
