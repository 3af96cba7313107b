"""Sources: the tables that no SELECT makes: the files below raw/, what is pinned and confirmed, readings, reference files, identities.

Belongs here: loading them into an empty database. Does not belong here: what is made of them (models, creation), writing readings
(reading.store).
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines import extensions
from pipelines.queries import Warehouse, literal, quoted
from pipelines.raw_files import RawFile
from pipelines.reading import schema, shelves, store
from pipelines.settings import Places
from pipelines.warehouse import identities
from pipelines.warehouse.confirmations import read_confirmations
from pipelines.warehouse.models import model, reference_files
from pipelines.warehouse.versions import read_pins

_INTEGERS = ("first_year", "last_year", "year", "population")
"""Columns of the reference files that are no text."""
IDENTITY = "reference.identity"
"""The table of the identities."""
_KEPT = "readings_at_hand"
_AT_HAND = 300
"""Readings that are taken from their files once and kept until all tables are made: a dozen tables ask each of them."""


def load(
    warehouse: Warehouse,
    files: Sequence[RawFile],
    given: Mapping[str, pa.Table] | None = None,
    *,
    parts: Sequence[str] = (),
    is_described: bool = True,
) -> None:
    """Fill the schemas raw and reference of an empty database, and open the shelf of the files' readings.

    given: reference tables whose rows are known: table → rows. parts: as of open_shelf. is_described: as of creation.create.
    """
    load_files(warehouse, files, parts=parts)
    _list_pins(warehouse)
    _load_reference(warehouse.connection, warehouse.places.sql, given or {})
    if is_described:
        _write_comments(warehouse.connection, warehouse.places.sql)


def load_files(warehouse: Warehouse, files: Sequence[RawFile], *, parts: Sequence[str] = ()) -> None:
    """List the files in an empty database and open the shelf of their readings, for tables made of nothing else; parts: as of open_shelf."""
    _list_files(warehouse, files)
    _list_confirmations(warehouse)
    open_shelf(warehouse, files, parts=parts)


def _list_files(warehouse: Warehouse, files: Sequence[RawFile]) -> None:
    connection = warehouse.connection
    connection.execute("create schema raw")
    connection.execute("create schema reading")
    found = _as_table(warehouse.places, files)  # noqa: F841 - DuckDB reads it by name
    connection.execute("create table raw.file as select * from found")
    connection.execute(
        "create table raw.gone (report_id varchar, file varchar, unit_name varchar, fiscal_year integer)"
    )


def list_again(warehouse: Warehouse, files: Sequence[RawFile]) -> None:
    """List the files there are now, in a warehouse that has listed others; nothing is gone yet."""
    found = _as_table(warehouse.places, files)  # noqa: F841 - DuckDB reads it by name
    warehouse.connection.execute("truncate raw.file; insert into raw.file by name select * from found")
    warehouse.connection.execute("truncate raw.gone")


def rows_of(places: Places, files: Iterable[RawFile]) -> list[dict]:
    """The rows of raw.file."""
    return [
        {
            "file": file.name,
            "sha256": file.sha256,
            "folder": file.folder,
            "arrived": _arrival(file),
            "reading_path": places.reading_path(file),
        }
        for file in files
    ]


def _as_table(places: Places, files: Iterable[RawFile]) -> pa.Table:
    columns = {name: pa.string() for name in ("file", "sha256", "folder", "reading_path")}
    return pa.Table.from_pylist(rows_of(places, files), pa.schema(columns | {"arrived": pa.timestamp("us")}))


def _arrival(file: RawFile) -> datetime | None:
    """When a file was last written below raw/, in UTC; None where it is no longer there."""
    try:
        return datetime.fromtimestamp(file.path.stat().st_mtime, UTC).replace(tzinfo=None)
    except OSError:
        return None


def _list_pins(warehouse: Warehouse) -> None:
    pins = [asdict(pin) for pin in read_pins(warehouse.places.expectations)]
    schema = pa.schema({name: pa.string() for name in ("report_id", "reason", "who", "date")} | {"line": pa.int32()})
    pinned = pa.Table.from_pylist(pins, schema)  # noqa: F841 - DuckDB reads it by name
    warehouse.connection.execute("create table raw.pin as select * from pinned")


def _list_confirmations(warehouse: Warehouse) -> None:
    rows = [asdict(one) for one in read_confirmations(warehouse.places.expectations)]
    texts = {name: pa.string() for name in ("amount_id", "name", "text", "mark", "who", "date")}
    numbers = {"value": pa.decimal128(24, 6), "decimals": pa.int32(), "line": pa.int32()}
    confirmed = pa.Table.from_pylist(rows, pa.schema(texts | numbers))  # noqa: F841 - DuckDB reads it by name
    warehouse.connection.execute("create table raw.confirmed as select * from confirmed")


def define_macros(warehouse: Warehouse) -> None:
    """Define the macros that tables of several schemas are made and asked with (sql/macros)."""
    for macro in sorted((warehouse.places.sql / "macros").glob("*.sql")):
        warehouse.connection.execute(macro.read_text(encoding="utf-8"))


def open_shelf(warehouse: Warehouse, files: Iterable[RawFile], *, parts: Sequence[str] = ()) -> None:
    """Make the view reading.shelf of the readings that the files have now, each report once; it is not published (close_shelf).

    parts: columns and fields of nested ones (store.read_parts) that alone are asked; DuckDB would take all fields of a nested one from a file.
    """
    connection, places = warehouse.connection, warehouse.places
    if places.shelf:
        extensions.reach(connection, places.shelf)
    with shelves.open_shelf(places) as shelf:
        kept = shelf.list_kept(list(files))
    paths = sorted({places.reading_path(file) for file in kept})
    if len({file.sha256 for file in kept}) < len(paths):  # a report lies in several folders
        _view_shelf(connection, paths)
        [report] = model(places.sql, "reading.report").selects
        paths = [path for (path,) in connection.execute(f"select reading_path from ({report}) order by all").fetchall()]
    if parts and paths and not places.shelf:
        _view_parts(connection, paths, parts)
    else:
        _view_shelf(connection, paths, is_kept=not parts and len(paths) <= _AT_HAND)


def close_shelf(connection: duckdb.DuckDBPyConnection) -> None:
    """Take the view reading.shelf away, and the readings kept at hand for it: all tables are made."""
    connection.execute(f"drop view reading.shelf; drop table if exists temp.{_KEPT}")


def _view_shelf(connection: duckdb.DuckDBPyConnection, paths: Sequence[str], *, is_kept: bool = False) -> None:
    if paths:
        source = (
            f"read_parquet([{', '.join(map(quoted, map(literal, paths)))}], filename = true, hive_partitioning = false)"
        )
    else:
        empty = pa.Table.from_pylist([], schema.SCHEMA.append(pa.field("filename", pa.string())))  # noqa: F841
        connection.execute("create or replace temp table empty_shelf as select * from empty")
        source = "empty_shelf"
    if is_kept:
        connection.execute(f"create or replace temp table {_KEPT} as select * from {source}")
        source = _KEPT
    connection.execute(f"create or replace view reading.shelf as select * from {source}")


def _view_parts(connection: duckdb.DuckDBPyConnection, paths: Sequence[str], parts: Sequence[str]) -> None:
    read = store.read_parts(paths, parts)  # noqa: F841 - DuckDB reads it by name
    connection.execute(f"create or replace temp table {_KEPT} as select * from read")
    connection.execute(f"create or replace view reading.shelf as select * from {_KEPT}")


def _load_reference(connection: duckdb.DuckDBPyConnection, sql: Path, given: Mapping[str, pa.Table]) -> None:
    """Load every file of sql/reference as the table of its name, and the identities as another, from what is given where that is known."""
    connection.execute("create schema reference")
    for table, path in reference_files(sql).items():
        if table in given:
            rows = given[table]  # noqa: F841 - DuckDB reads it by name
            connection.execute(f"create table {table} as select * from rows")
            continue
        made = connection.read_csv(  # said how they are written (RFC 4180): guessing it from their rows takes four fifths of loading them
            literal(str(path)), all_varchar=True, header=True, sep=",", quotechar='"', escapechar='"', skiprows=0, sample_size=1,
        )  # fmt: skip
        columns = [f"{name}::{'integer' if name in _INTEGERS else 'varchar'} as {name}" for name in made.columns]
        connection.execute(f"create table {table} as select {', '.join(columns)} from made")
    identity = given[IDENTITY] if IDENTITY in given else identities.as_table(sql)  # noqa: F841 - DuckDB reads it by name
    connection.execute(f"create table {IDENTITY} as select * from identity")


def _write_comments(connection: duckdb.DuckDBPyConnection, sql: Path) -> None:
    """Give these tables the comments of sql/reference/loaded.toml."""
    for table, comments in tomllib.loads((sql / "reference" / "loaded.toml").read_text(encoding="utf-8")).items():
        connection.execute(f"comment on table {table} is {quoted(comments['comment'])}")
        for column, comment in comments["columns"].items():
            connection.execute(f"comment on column {table}.{column} is {quoted(comment)}")
