"""Survey: what has to be known of all readings before some of them can be judged apart from the others.

Belongs here: the names of units in each report, the tables of all reports that rows of reports are made with. Does not belong here:
which reports are judged together (lots), judging them (filling).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from pipelines.queries import Warehouse, query
from pipelines.raw_files import RawFile, by_report
from pipelines.reading import crews, schema
from pipelines.settings import LOCAL, Places
from pipelines.warehouse import incremental, sources, surveyed
from pipelines.warehouse.creation import create
from pipelines.warehouse.models import model, models
from pipelines.warehouse.surveyed import Seen

_AT_ONCE = 1000
"""Reports that are looked at together, so that memory does not grow with their number."""
_AMOUNT = "reading.amount"
_UNLISTED = pa.schema(
    [*((name, pa.string()) for name in ("report_id", "form", "code", "row_label")), ("is_held", pa.bool_())]
)
"""The columns of lots/unlisted."""
_PARTS = (
    *(field.name for field in schema.SCHEMA if not pa.types.is_list(field.type)),
    *("forms", "members", "amounts.list.element.form", "amounts.list.element.code"),
)
"""Of readings, what lots/seen asks."""
_PARTS_OF_AMOUNTS = ("report_id", "pages", "amounts")
"""What reading.amount is made of."""
_ASKED = ("reading.report", "reading.member", "reading.form")
"""The tables that are asked for names, each after those it reads."""


@dataclass(frozen=True, slots=True)
class Survey:
    """names: report → the names of units in it; given: table → the rows it has among all reports."""

    names: Mapping[str, Collection[str]]
    given: Mapping[str, pa.Table]


def survey(places: Places, files: Sequence[RawFile], code: str | None = None, beside: int = 1) -> Survey:
    """Look at the readings of all files, a part of them at a time; at those alone that have changed where a code (a digest of it) is named.

    What is seen of each report is kept then, beside the judged lots. beside: processes of this machine that look.
    """
    before = surveyed.kept(places, code) if code else {}
    marks = surveyed.marks_of_reports(places, files)
    seen = {report: before[report] for report, mark in marks.items() if report in before and before[report].of == mark}
    due = _parts([file for file in files if file.sha256 not in seen])
    tasks = ((places, some, {file.sha256: marks[file.sha256] for file in some}) for some in due)
    for looked in crews.each(LOCAL, _look, tasks, beside):
        seen |= looked
    if code and seen != before:
        surveyed.keep(places, code, seen)
    unlisted = [row for report in sorted(seen) for row in seen[report].unlisted]
    return Survey({report: seen[report].names for report in sorted(seen)}, _given(places, unlisted))


def _look(places: Places, files: Sequence[RawFile], marks: Mapping[str, str]) -> dict[str, Seen]:
    """What is seen of each report of these files."""
    names: dict[str, set[str]] = {file.sha256: set() for file in files}
    unlisted: dict[str, list[tuple]] = {report: [] for report in names}
    with _opened(places, files, _PARTS) as part:
        part.connection.execute(f"create temp table seen as {query(places.sql, 'lots/seen')}")
        part.connection.execute("create or replace view reading.shelf as from seen")
        for table in _ASKED:
            create(part.connection, model(places.sql, table))
        part.connection.execute(f"create table {_AMOUNT} as {query(places.sql, 'lots/codes')}")
        for row in part.rows("incremental/names"):
            names[row["report_id"]].add(row["name"])
        concerned = {found[0] for found in part.ask("lots/unlisted").fetchall()}
    with _opened(places, [file for file in files if file.sha256 in concerned], _PARTS_OF_AMOUNTS) as part:
        create(part.connection, model(places.sql, _AMOUNT))
        for found in part.ask("lots/unlisted").fetchall():
            unlisted[found[0]].append(found)
    return {report: Seen(marks[report], sorted(names[report]), sorted(unlisted[report], key=repr)) for report in names}


def _parts(files: Sequence[RawFile]) -> Iterator[list[RawFile]]:
    """So many reports at a time, each with all its files, that a report has its rows once."""
    of_report = by_report(files)
    reports = sorted(of_report)
    for start in range(0, len(reports), _AT_ONCE):
        yield [file for report in reports[start : start + _AT_ONCE] for file in of_report[report]]


@contextmanager
def _opened(places: Places, files: Sequence[RawFile], parts: Sequence[str] = ()) -> Iterator[Warehouse]:
    """A database in memory with the readings of these files, or parts of them (sources.open_shelf), and the macros; it has no table of them yet."""
    with duckdb.connect() as connection:
        warehouse = Warehouse(connection, places)
        sources.load(warehouse, files, parts=parts, is_described=False)
        sources.define_macros(warehouse)
        yield warehouse


def _given(places: Places, unlisted: Sequence[Sequence[object]]) -> dict[str, pa.Table]:
    """The tables of all reports that are made of readings alone: of the codes that only reports print, and of the reference."""
    amounts = pa.Table.from_pylist([dict(zip(_UNLISTED.names, row, strict=True)) for row in unlisted], _UNLISTED)  # noqa: F841 - read by name
    with _opened(places, []) as nothing:
        connection = nothing.connection
        connection.execute(f"create or replace table {_AMOUNT} as select * from amounts")
        early = [one for one in models(places.sql) if incremental.is_of_readings(one)]
        for one in early:
            create(connection, one)
        return {one.table: connection.table(one.table).to_arrow_table() for one in early}
