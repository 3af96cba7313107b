"""Oracle: what a warehouse must hold, by building all of it from the readings.

Belongs here: the full build aside, the tables in which a published warehouse differs from it. Does not belong here: what is asserted.

Tables of the schema `stored` are asked directly too (the index of numbers). Their integer keys may be others after changes, but not what
they stand for: both sides are compared with ids in the place of numbers.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from pipelines.findings import tables
from pipelines.queries import quoted
from pipelines.raw_files import RawFile
from pipelines.settings import Places
from pipelines.warehouse import packing
from pipelines.warehouse.filling import Contents, Read, open_filled
from pipelines.warehouse.models import Stored

TABLES = (
    "select schema_name || '.' || table_name from duckdb_tables() where database_name = current_database()"
    " and schema_name not in ('main') order by all"
)
"""SELECT of the names of all tables."""
OF_THE_CODE = ("reference.", "raw.pin")
"""How the names of tables begin that are made of the program and what people have decided alone."""
_RUN = "raw.gone"
"""What a warehouse lacks that the one before had: a full build has none before it."""
_IDS = {"report": "report_id", "identity": "identity_id"}
"""Number that rows of stored tables name something by, kept with its id in a table of that name → the id."""
_PRINTED = {"number", "amount", "claim", "total", "parts", "others"}
"""Columns of stored tables with numbers of what is printed: reading.amount, reading.token and checks.term show their ids."""


def differences(places: Places, files: Sequence[RawFile], read: Read) -> Iterator[str]:
    """The tables in which the published warehouse has other rows than a full build, each row counted as often as it stands there."""
    contents = Contents(places=places, files=files, read=read)
    with open_filled(":memory:", contents) as (full, _), tempfile.TemporaryDirectory() as folder:
        tables.write(full)
        connection, packed = full.connection, Path(folder) / "packed.duckdb"
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        packing.pack(full, packed)
        for name, path in (("packed", packed), ("published", places.database)):
            connection.execute(f"attach {quoted(str(path))} as {name} (read_only)")
        for name in names:
            if name != _RUN:
                yield from compare(connection, name, f"published.{name}")
        for one in packing.stored(places.sql):
            yield from compare(connection, *(by_id(one, database) for database in ("packed", "published")))


def by_id(one: Stored, database: str) -> str:
    """The rows of a stored table with ids in the place of numbers, as a SELECT in brackets; of a number that names nothing, no id."""
    named = {number: key for number, key in _IDS.items() if number in one.columns and key not in one.columns}
    kept = [column for column in one.columns if column not in _IDS.keys() | _PRINTED]
    joins = " ".join(f"left join {database}.stored.{number} using ({number})" for number in named)
    columns = ", ".join([*named.values(), *(f"told.{column}" for column in kept)])
    return f"(select {columns} from {database}.{one.table} as told {joins})"


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
