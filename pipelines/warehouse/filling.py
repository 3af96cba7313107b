"""Filling: a database filled from readings, in which both readers have seen every violation.

Belongs here: the order of things until all tables but the findings are there: load, create, have pages read again.
Does not belong here: loading (sources), creating (creation), publishing (build), the content of any table (sql/).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from pipelines import publishing
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile
from pipelines.reading import Progress, batch
from pipelines.settings import Places
from pipelines.ticks import ticking
from pipelines.warehouse import rereading, sources
from pipelines.warehouse.creation import create, give
from pipelines.warehouse.database import Settings, building_settings
from pipelines.warehouse.identities import kind_of
from pipelines.warehouse.models import Model, model, models

Read = Callable[[Mapping[RawFile, Collection[int]]], Iterable[Progress]]
"""What reads files once more, some of their pages by both readers (batch.read_again)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a database is filled with: the readings of these files, and tables that are not made of them but known (given: table → rows).

    is_described: whether tables get their comments.
    """

    places: Places
    files: Sequence[RawFile]
    read: Read
    given: Mapping[str, pa.Table] = field(default_factory=dict)
    is_described: bool = True


@contextmanager
def open_filled(
    database: Path | str, contents: Contents, beside: int = 1
) -> Iterator[tuple[Warehouse, dict[str, int | None]]]:
    """Open a database (a path, or :memory:) filled with contents; every violation in it was seen by both readers.

    Yields the warehouse and table → rows. beside: how many are filled side by side.
    """
    while True:
        with _opened(database, len(contents.files), beside) as connection:
            warehouse = Warehouse(connection, contents.places)
            counts = fill(warehouse, contents.files, contents.given, is_described=contents.is_described)
            if not _reread(warehouse, contents, counts):
                sources.close_shelf(connection)
                yield warehouse, counts
                return
        if isinstance(database, Path):
            publishing.remove(database)


@contextmanager
def _opened(database: Path | str, reports: int, beside: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database to be filled from so many reports. What one in memory puts on disk has a folder of its own: unasked, all use ./.tmp."""
    with TemporaryDirectory(prefix="final-accounts-") as folder:
        spill: Settings = {} if isinstance(database, Path) else {"temp_directory": folder}
        with duckdb.connect(database, config=building_settings(reports, beside) | spill) as connection:
            connection.execute("set enable_progress_bar = false")  # one process drew it that another had started
            yield connection


def _reread(warehouse: Warehouse, contents: Contents, counts: dict[str, int | None]) -> bool:
    """Have the pages that violations rest on read again; returns whether that changed a reading, so that all is filled anew.

    Fills reading.opinion anew and counts its rows in `counts`.
    """
    pages_due = rereading.pages_due(warehouse)
    if not pages_due:
        return False
    before = rereading.disagreements(warehouse)
    kept = {warehouse.places.reading_path(file): file for file in contents.files}
    done = list(contents.read({kept[path]: pages for path, pages in pages_due.items()}))
    sources.open_shelf(warehouse, contents.files)
    counts["reading.opinion"] = create(warehouse.connection, model(warehouse.places.sql, "reading.opinion"))
    return rereading.disagreements(warehouse) != before or any(
        progress.status not in ("read", "registered", batch.CHANGED) for progress in done
    )


def fill(
    warehouse: Warehouse,
    files: Sequence[RawFile],
    given: Mapping[str, pa.Table] | None = None,
    *,
    is_described: bool = True,
) -> dict[str, int | None]:
    """Fill an empty database with all tables but the findings; returns table → rows.

    given: tables that are not made of these files but known: table → its rows. is_described: whether tables get their comments.
    """
    known = given or {}
    sources.load(warehouse, files, known, is_described=is_described)
    sources.define_macros(warehouse)
    return {
        one.table: give(warehouse.connection, one, known[one.table])
        if one.table in known
        else create(warehouse.connection, _needed(warehouse, one), is_described=is_described)
        for one in ticking("tables", models(warehouse.places.sql))
    }


def _needed(warehouse: Warehouse, one: Model) -> Model:
    """A model without the SELECTs of identities of which no report is: those of budgets where all are final accounts, and the other way round.

    They make no rows, and take a while to plan.
    """
    if not one.identities:
        return one
    kinds = {kind for (kind,) in warehouse.connection.table("reading.report").select("kind").distinct().fetchall()}
    if not kinds < {"final", "budget"}:
        return one
    pairs = [pair for pair in zip(one.identities, one.selects, strict=True) if kind_of(pair[0][0]) in kinds]
    return (
        replace(one, identities=tuple(key for key, _ in pairs), selects=tuple(select for _, select in pairs))
        if pairs
        else one
    )
