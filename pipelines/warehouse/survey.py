"""Survey: what has to be known of all readings before some of them can be judged apart from the others.

Belongs here: the names of units in each report, the tables of all reports that rows of reports are made with. Does not belong here:
which reports are judged together (lots), judging them (filling).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile
from pipelines.settings import Places
from pipelines.warehouse import incremental, sources
from pipelines.warehouse.creation import create
from pipelines.warehouse.models import model, models

_AT_ONCE = 1000
"""Reports that are looked at together, so that memory does not grow with their number."""
_AMOUNT = "reading.amount"
_ASKED = ("reading.report", "reading.member", "reading.form", _AMOUNT)
"""The tables that are asked, each after those it reads."""


@dataclass(frozen=True, slots=True)
class Survey:
    """names: report → the names of units in it; given: table → the rows it has among all reports."""

    names: Mapping[str, Collection[str]]
    given: Mapping[str, pa.Table]


def survey(places: Places, files: Sequence[RawFile]) -> Survey:
    """Look at the readings of all files, a part of them at a time."""
    names: dict[str, set[str]] = {file.sha256: set() for file in files}
    unlisted = []
    for some in _parts(files):
        with _opened(places, some) as part:
            for row in part.rows("incremental/names"):
                names[row["report_id"]].add(row["name"])
            unlisted.append(part.ask("lots/unlisted").to_arrow_table())
    return Survey(names, _given(places, unlisted))


def _parts(files: Sequence[RawFile]) -> Iterator[list[RawFile]]:
    """So many reports at a time, each with all its files, that a report has its rows once."""
    of_report: dict[str, list[RawFile]] = {}
    for file in files:
        of_report.setdefault(file.sha256, []).append(file)
    reports = sorted(of_report)
    for start in range(0, len(reports), _AT_ONCE):
        yield [file for report in reports[start : start + _AT_ONCE] for file in of_report[report]]


@contextmanager
def _opened(places: Places, files: Sequence[RawFile]) -> Iterator[Warehouse]:
    """A database in memory that has what is asked of these files."""
    with duckdb.connect() as connection:
        warehouse = Warehouse(connection, places)
        sources.load(warehouse, files)
        sources.define_macros(warehouse)
        for table in _ASKED:
            create(connection, model(places.sql, table))
        yield warehouse


def _given(places: Places, unlisted: Sequence[pa.Table]) -> dict[str, pa.Table]:
    """The tables of all reports that are made of readings alone: of the codes that only reports print, and of the reference."""
    amounts = pa.concat_tables(unlisted) if unlisted else None
    with _opened(places, []) as nothing:
        connection = nothing.connection
        if amounts is not None:
            connection.execute(f"create or replace table {_AMOUNT} as select * from amounts")
        early = [one for one in models(places.sql) if incremental.is_of_readings(one)]
        for one in early:
            create(connection, one)
        return {one.table: connection.table(one.table).to_arrow_table() for one in early}
