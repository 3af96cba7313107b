"""Database: how the DuckDB file is opened, to be read or to be built.

Belongs here: settings of DuckDB. Does not belong here: what the file holds (build, models). Light to import: the closing
lines of a run need it without a PDF reader or scipy.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psutil

from pipelines.queries import Warehouse, quoted
from pipelines.settings import Places
from pipelines.warehouse import lake

Settings = dict[str, str | bool | int | float | list[str]]
"""Settings of DuckDB by name."""
_SETTINGS: Settings = {
    "preserve_insertion_order": False,
    "enable_external_file_cache": False,
    "storage_compatibility_version": "v1.3.0",
}
"""enable_external_file_cache: it would keep the files of the readings, each read once, in the memory DuckDB may take.
storage_compatibility_version: smaller and faster to write than the format DuckDB writes unasked.
"""
_LEAST_MEMORY, _MEMORY_A_REPORT, _MOST_OF_THE_MACHINE = 512.0, 0.05, 0.5
"""MB that DuckDB may buffer at least and for each report, and the share of the machine's memory it takes at most.

What goes beyond is put on disk, as far as it can be; the whole process took 0.9 GiB at 10,000 reports (docs/performance.md).
"""

_LEAST_BESIDE, _A_REPORT_BESIDE = 300.0, 0.9
"""MB for each of several that are built side by side, at least and for each report: lists that are being made are kept in memory whole."""

_LEAST_RENEWING = 256.0
"""MB where some reports are put into a published file, which needs no more, and one for each of them up to what a build is given."""

_A_REPORT_OVER_ALL = 0.01
"""MB for each where tables are made over all reports: what is grouped by cannot be put on disk (0.6 GB at 100,000 reports)."""

_FEW = 20
"""Reports whose tables one thread makes in less time of the processor than several, and in no more by the clock."""


def building_settings(reports: int, beside: int = 1) -> Settings:
    """How DuckDB is to build a warehouse of so many reports; beside: how many are built side by side, each with its share of the machine."""
    memory = _memory(reports, _LEAST_MEMORY, _MEMORY_A_REPORT)
    threads: Settings = {"threads": 1} if reports <= _FEW or beside > 1 else {}
    if beside > 1:
        memory = max(memory / beside, _memory(reports, _LEAST_BESIDE, _A_REPORT_BESIDE, beside))
    return {**_SETTINGS, **threads, "memory_limit": f"{memory:.0f}MB"}


def renewing_settings(reports: int, touched: int) -> Settings:
    """How DuckDB is to put so many touched reports into a published file of so many."""
    least = min(max(touched, _LEAST_RENEWING), _LEAST_MEMORY)
    return {**building_settings(reports), "memory_limit": f"{_memory(reports, least, _A_REPORT_OVER_ALL):.0f}MB"}


def memory_over_all(reports: int) -> str:
    """The memory that DuckDB may take where tables are made over so many reports."""
    return f"{_memory(reports, _LEAST_MEMORY, _A_REPORT_OVER_ALL):.0f}MB"


def _memory(reports: int, least: float, each: float, beside: int = 1) -> float:
    """MB for so many reports, no more than one of several has as its share of the machine."""
    machine = psutil.virtual_memory().total / 1e6 * _MOST_OF_THE_MACHINE
    return max(least, min(reports * each, machine / beside))


def connect(database: Path) -> duckdb.DuckDBPyConnection:
    """Open a published warehouse read-only; raises duckdb.IOException where there is none."""
    return duckdb.connect(database, read_only=True)


@contextmanager
def open_published(places: Places) -> Iterator[Warehouse]:
    """The published warehouse, open to be asked; raises duckdb.IOException where there is none."""
    with connect_published(places) as connection:
        say_where_the_desk_is(connection, places.desk_url)
        yield Warehouse(connection, places)


def connect_published(places: Places) -> duckdb.DuckDBPyConnection:
    """Open what is published, read-only: the file, or the lake where places name one; raises duckdb.IOException where there is none."""
    return lake.open_lake(places.lake) if places.lake else connect(places.database)


def is_published(places: Places) -> bool:
    """Whether a warehouse is published, in a file or in the lake."""
    if places.lake is None:
        return places.database.exists()
    try:
        with connect_published(places) as connection:
            return lake.has_tables(connection)
    except duckdb.Error:
        return False


def say_where_the_desk_is(connection: duckdb.DuckDBPyConnection, url: str) -> None:
    """Have what is asked on a connection give the addresses of figures there (sql/macros/address_of.sql)."""
    connection.execute(f"set variable desk = {quoted(url)}")
