"""Oracle: what a warehouse must hold, by building all of it from the readings.

Belongs here: the full build aside, the tables in which a published warehouse differs from it. Does not belong here: what is asserted.
"""

from collections.abc import Iterator, Sequence

import duckdb

from pipelines.findings import tables
from pipelines.queries import quoted
from pipelines.raw_files import RawFile
from pipelines.settings import Places
from pipelines.warehouse.filling import Read, open_filled

TABLES = (
    "select schema_name || '.' || table_name from duckdb_tables() where database_name = current_database()"
    " and schema_name not in ('main') order by all"
)
"""SELECT of the names of all tables."""
OF_THE_CODE = ("reference.", "raw.pin")
"""How the names of tables begin that are made of the program and what people have decided alone."""
_RUN = "raw.gone"
"""What a warehouse lacks that the one before had: a full build has none before it."""


def differences(places: Places, files: Sequence[RawFile], read: Read) -> Iterator[str]:
    """The tables in which the published warehouse has other rows than a full build, each row counted as often as it stands there."""
    with open_filled(":memory:", places, files, read) as (full, _):
        tables.write(full)
        connection = full.connection
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        connection.execute(f"attach {quoted(str(places.database))} as published (read_only)")
        for name in names:
            if name != _RUN:
                yield from compare(connection, name, f"published.{name}")


def compare(connection: duckdb.DuckDBPyConnection, full: str, published: str) -> Iterator[str]:
    """Say in which rows two tables differ, each counted as often as it stands there.

    What only the published one has follows: all its rows but those that both have.
    """
    counts = [
        f"(select count(*) from ({rows}))"
        for rows in (f"from {full} except all from {published}", f"from {full}", f"from {published}")
    ]
    only_full, in_full, in_published = connection.execute(f"select {', '.join(counts)}").fetchall()[0]
    only_published = in_published - (in_full - only_full)
    if only_full or only_published:
        yield f"{full}: {only_full} rows only in a full build, {only_published} only in the published one"
