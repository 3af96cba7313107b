"""Lake: a warehouse that is published as a DuckLake: a catalogue in PostgreSQL or a DuckDB file, Parquet in a folder or on S3.

Belongs here: opening it, which state it is in. Does not belong here: what is put there (lake_publishing), warehouses that are one file
(database), keys of S3, which DuckDB's httpfs takes from the environment (AWS_ACCESS_KEY_ID …, DUCKDB_S3_ENDPOINT).
"""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from pipelines import extensions
from pipelines.queries import Warehouse, only_row, quoted
from pipelines.settings import Lake, Places

_NAME = "lake"
_POSTGRES = "postgres:"
_ALONE = 0
"""Rows up to which DuckLake would keep an insert in its catalogue: none, so that two writers of the same rows always collide on a file."""


def open_lake(lake: Lake, *, is_written: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a lake, with its schemas found as those of a file are; made where it is to be written and is not there.

    Raises extensions.Lacking where an extension is not installed, duckdb.Error where it is not there or cannot be reached.
    """
    connection = duckdb.connect(config=extensions.SETTINGS)
    try:
        _attach(connection, lake, is_written)
    except Exception:
        connection.close()
        raise
    return connection


@contextmanager
def open_warehouse(places: Places, *, is_written: bool = False) -> Iterator[Warehouse]:
    """The warehouse in the lake that places name, open to be asked, or to be written."""
    if places.lake is None:
        raise ValueError("these places name no lake")
    with open_lake(places.lake, is_written=is_written) as connection:
        yield Warehouse(connection, places)


def _attach(connection: duckdb.DuckDBPyConnection, lake: Lake, is_written: bool) -> None:
    extensions.load(connection, "ducklake", *["postgres_scanner"] * lake.catalogue.startswith(_POSTGRES))
    extensions.reach(connection, lake.data)
    how = f"data_path {quoted(lake.data)}, data_inlining_row_limit {_ALONE}"
    how += "" if is_written else ", read_only, create_if_not_exists false"
    connection.execute(f"attach {quoted(f'ducklake:{lake.catalogue}')} as {_NAME} ({how}); use {_NAME}")


def is_served(places: Places) -> bool:
    """Whether the warehouse is a lake whose catalogue is in PostgreSQL, which may not answer."""
    return places.lake is not None and places.lake.catalogue.startswith(_POSTGRES)


def snapshot(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the state that an open lake is in; each transaction makes another."""
    return only_row(connection.execute(f"select max(snapshot_id) from ducklake_snapshots({quoted(_NAME)})"))[0]


def has_tables(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether anything was published in an open lake."""
    return bool(connection.execute("from duckdb_tables() where database_name = current_database() limit 1").fetchall())


def drop_orphans(connection: duckdb.DuckDBPyConnection, older_than: str = "1 day") -> int:
    """Remove files that no transaction has made known, as those of a writer that was killed; returns how many.

    older_than: an interval; files of writers at work are younger.
    """
    asked = f"call ducklake_delete_orphaned_files({quoted(_NAME)}, older_than => now() - interval {quoted(older_than)})"
    return len(connection.execute(asked).fetchall())
