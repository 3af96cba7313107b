"""Build: the DuckDB file, built aside from the readings and published by rename.

Belongs here: the order of things: load, create, have pages read again, guard, publish.
Does not belong here: loading (sources), creating (creation), the content of any table (sql/) or judging it (suites).
"""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import duckdb

from pipelines import publishing
from pipelines.findings import tables
from pipelines.messages import Told
from pipelines.queries import Warehouse
from pipelines.reading import Progress, batch, changing, damage
from pipelines.settings import Limits, Places, RawFile
from pipelines.warehouse import guard, previous, rereading, shrinking, sources
from pipelines.warehouse.creation import answer, create
from pipelines.warehouse.database import building_settings
from pipelines.warehouse.models import model, models

_LOG = logging.getLogger(__name__)
Read = Callable[[Mapping[RawFile, Collection[int]]], Iterable[Progress]]


class NotPublished(Told):
    """The new warehouse failed one of our own blocking expectations; the old one stays."""


class Damaged(OSError):
    """A reading changed under the new warehouse; the old one stays, and the next run reads the report again."""


def build(
    places: Places, files: Sequence[RawFile], workers: int, limits: Limits | None = None, may_shrink: bool = False
) -> dict[str, int | None]:
    """Build and publish the warehouse from the readings of `files`; returns table → rows.

    Pages that violations rest on are read again by the other reader, in `workers` processes under `limits`. The new file is
    written beside the old one and renamed when whole: readers keep what they have open. The old one is kept (previous).
    A damaged reading is made again first; a file of whose bytes there is no reading is held. Raises NotPublished where a blocking suite (reading, star) fails on it, Damaged
    where a reading is damaged meanwhile, shrinking.NoReports where nothing was read, and shrinking.Shrunk where much of what is
    published is gone and `may_shrink` is not said.
    """
    for mended in batch.mend(files, places, workers, limits):
        _LOG.info("%s was read again: %s", mended.file.name, mended.status)
    files = changing.as_read(files, places)
    read = partial(batch.read_again, places=places, processes=workers, limits=limits)
    with publishing.beside(places.database) as building:
        with open_filled(building, places, files, read) as (warehouse, counts):
            shrinking.check(warehouse, may_shrink)
            _guard(warehouse)
            counts |= tables.write(warehouse)
            counts |= answer(warehouse)
            _refuse_damaged(places, files)
        previous.keep(places)
        publishing.remove(places.database.with_name(f"{places.database.name}.wal"))  # it would be read into the new one
    return counts


def _refuse_damaged(places: Places, files: Sequence[RawFile]) -> None:
    """Raise Damaged where a reading is not what it was when the first table was filled: rows of it may be."""
    if damaged := damage.find_damaged(files, places):
        raise Damaged(
            f"{places.reading(damaged[0])} was damaged while the warehouse was built from it: look at the disk, and run again"
        )


@contextmanager
def open_filled(
    database: Path | str, places: Places, files: Sequence[RawFile], read: Read
) -> Iterator[tuple[Warehouse, dict[str, int | None]]]:
    """Open a database (a path, or :memory:) filled from the readings of `files`; every violation in it was seen by both readers.

    Yields the warehouse and table → rows. read: reads files once more, some of their pages by both readers (batch.read_again).
    """
    while True:
        with duckdb.connect(database, config=building_settings(len(files))) as connection:
            warehouse = Warehouse(connection, places)
            counts = fill(warehouse, files)
            if not _reread(warehouse, files, read, counts):
                connection.execute("drop view reading.shelf")
                yield warehouse, counts
                return
        if isinstance(database, Path):
            publishing.remove(database)


def _reread(warehouse: Warehouse, files: Sequence[RawFile], read: Read, counts: dict[str, int | None]) -> bool:
    """Have the pages that violations rest on read again; returns whether that changed a reading, so that all is filled anew.

    Fills reading.opinion anew and counts its rows in `counts`.
    """
    pages_due = rereading.pages_due(warehouse)
    if not pages_due:
        return False
    before = rereading.disagreements(warehouse)
    kept = {str(warehouse.places.reading(file)): file for file in files}
    done = list(read({kept[path]: pages for path, pages in pages_due.items()}))
    sources.open_shelf(warehouse, files)
    counts["reading.opinion"] = create(warehouse.connection, model(warehouse.places.sql, "reading.opinion"))
    return rereading.disagreements(warehouse) != before or any(
        progress.status not in ("read", batch.CHANGED) for progress in done
    )


def _guard(warehouse: Warehouse) -> None:
    """Let only a warehouse whose blocking expectations hold be published."""
    if failed := list(guard.failures(warehouse)):
        first = failed[0]
        alike = "; ".join(str(one) for one in failed if (one.suite, one.year) == (first.suite, first.year))
        rows = "\n".join(str(row) for row in first.rows)
        raise NotPublished("suite_fails", suite=first.suite, year=first.year, reasons=alike, failing=rows)


def fill(warehouse: Warehouse, files: Sequence[RawFile]) -> dict[str, int | None]:
    """Fill an empty database with all tables but the findings; returns table → rows."""
    sql = warehouse.places.sql
    sources.load(warehouse, files)
    for macro in sorted((sql / "macros").glob("*.sql")):
        warehouse.connection.execute(macro.read_text(encoding="utf-8"))
    return {one.table: create(warehouse.connection, one) for one in models(sql)}
