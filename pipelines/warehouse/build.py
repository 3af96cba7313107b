"""Build: the DuckDB file, built aside from the readings and published by rename.

Belongs here: loading readings and reference files, running the models, comments, publishing.
Does not belong here: the content of any table (sql/) or judging it (suites).
"""

import tomllib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines import publishing
from pipelines.findings import tables
from pipelines.queries import Warehouse, only_row
from pipelines.reading import Progress, batch, schema
from pipelines.settings import Limits, Places, RawFile
from pipelines.warehouse import chunks, identities, rereading, suites
from pipelines.warehouse.database import building_settings
from pipelines.warehouse.models import QUESTIONS, Model, label, models, questions, reference_files

AT_ONCE = 4
"""SELECTs of one table that run side by side: those of one identity keep no two cores busy, those of all take memory."""
Read = Callable[[Mapping[RawFile, Collection[int]]], Iterable[Progress]]

_INTEGERS = ("first_year", "last_year")
"""Columns of the reference files that are no text."""

LABELLED = "提问"
"""The schema of the questions with Chinese view and column names."""


class NotPublished(Exception):
    """The new warehouse failed one of our own blocking expectations; the old one stays."""


def build(places: Places, files: Sequence[RawFile], workers: int, limits: Limits | None = None) -> dict[str, int]:
    """Build and publish the warehouse from the readings of `files`; returns table → rows.

    Pages that violations rest on are read again by the other reader, in `workers` processes under `limits`. The new file is
    written beside the old one and renamed when whole: readers keep what they have open.
    Raises NotPublished where a blocking suite (reading, star) fails on it.
    """
    read = partial(batch.read_again, places=places, processes=workers, limits=limits)
    with (
        publishing.beside(places.database) as building,
        judge_readings(building, places, files, read) as (warehouse, counts),
    ):
        _guard(warehouse)
        counts |= tables.write(warehouse)
        counts |= answer(warehouse)
    return counts


@contextmanager
def judge_readings(
    database: Path | str, places: Places, files: Sequence[RawFile], read: Read
) -> Iterator[tuple[Warehouse, dict[str, int]]]:
    """A database (a path, or :memory:) filled from the readings of `files`, every violation seen by both readers; table → rows.

    read: reads files once more, some of their pages by both readers (batch.read_again).
    """
    while True:
        with duckdb.connect(database, config=building_settings(len(files))) as connection:
            warehouse = Warehouse(connection, places)
            counts = fill(warehouse, files)
            if not _review(warehouse, files, read, counts):
                connection.execute("drop view reading.shelf")
                yield warehouse, counts
                return
        if isinstance(database, Path):
            publishing.remove(database)


def _review(warehouse: Warehouse, files: Sequence[RawFile], read: Read, counts: dict[str, int]) -> bool:
    """Have the pages that violations rest on read again; whether what was read has changed, so that all is to be filled anew.

    The opinions are told in reading.opinion and counted in `counts`.
    """
    due = rereading.due(warehouse)
    if not due:
        return False
    before = rereading.disagreements(warehouse)
    kept = {str(warehouse.places.reading(file)): file for file in files}
    done = list(read({kept[path]: pages for path, pages in due.items()}))
    _open_shelf(warehouse, files)
    counts["reading.opinion"] = create(warehouse.connection, _model(warehouse.places.sql, "reading.opinion"))
    return rereading.disagreements(warehouse) != before or any(
        progress.status not in ("read", batch.CHANGED) for progress in done
    )


def _guard(warehouse: Warehouse) -> None:
    """Let only a warehouse whose blocking expectations hold be published."""
    blocking = [name for name in suites.NAMES if suites.suite(warehouse.places, name).blocking]
    for year in suites.fiscal_years(warehouse):
        for name in blocking:
            if failed := suites.failures(suites.validate(warehouse, name, year)):
                said = "; ".join(f"{r.expectation.name}: {r.expectation.description}" for r in failed)
                raise NotPublished(
                    f"suite {name} fails on {year}, the warehouse is left as it was: {said}\n{failed[0].failing}"
                )


def fill(warehouse: Warehouse, files: Sequence[RawFile]) -> dict[str, int]:
    """Fill an empty database with all tables but the findings; returns table → rows."""
    sql = warehouse.places.sql
    _load_sources(warehouse, files)
    _load_reference(warehouse.connection, sql)
    for macro in sorted((sql / "macros").glob("*.sql")):
        warehouse.connection.execute(macro.read_text(encoding="utf-8"))
    counts = {}
    for model in models(sql):
        counts[model.table] = create(warehouse.connection, model)
    return counts


def _model(sql: Path, table: str) -> Model:
    return next(model for model in models(sql) if model.table == table)


def create(connection: duckdb.DuckDBPyConnection, model: Model) -> int:
    """Create or replace one model's table or view with its comments; returns its rows."""
    connection.execute(f"create schema if not exists {model.schema}")
    if model.prelude:
        connection.execute(model.prelude)
    kind = "view" if model.schema == QUESTIONS else "table"
    begins = f"create or replace {kind} {model.table} as"
    for after, upto in chunks.spans(connection, model.table):
        connection.execute(f"set variable after = {_quote(after)}; set variable upto = {_quote(upto)}")
        for start in range(0, len(model.selects), AT_ONCE):
            union = " union all by name ".join(f"({select})" for select in model.selects[start : start + AT_ONCE])
            connection.execute(f"{begins} {union}")
            begins = f"insert into {model.table} by name"
    connection.execute(f"comment on {kind} {model.table} is {_quote(model.description)}")
    for column, comment in model.columns.items():
        connection.execute(f"comment on column {model.table}.{column} is {_quote(comment)}")
    return only_row(connection.execute(f"select count(*) from {model.table}"))[0]


def answer(warehouse: Warehouse) -> dict[str, int]:
    """Create the views that answer questions over a filled database with its findings; returns view → rows.

    Each stands twice: questions.<name> with English column names, 提问.<title> with the Chinese labels of its comments.
    """
    counts = {}
    connection = warehouse.connection
    connection.execute(f"create schema if not exists {LABELLED}")
    for model in questions(warehouse.places.sql):
        counts[model.table] = create(connection, model)
        named = ", ".join(f'{column} as "{label(comment)}"' for column, comment in model.columns.items())
        view = f'{LABELLED}."{model.title}"'
        connection.execute(f"create or replace view {view} as select {named} from {model.table}")
        connection.execute(f"comment on view {view} is {_quote(f'{model.description}（{model.table}）')}")
        for column, comment in model.columns.items():
            connection.execute(f'comment on column {view}."{label(comment)}" is {_quote(f"{comment}（{column}）")}')
    return counts


def _load_sources(warehouse: Warehouse, files: Sequence[RawFile]) -> None:
    connection = warehouse.connection
    connection.execute("create schema raw")
    connection.execute("create schema reading")
    found = [(file, warehouse.places.reading(file)) for file in files]
    rows = [
        {"file": file.name, "sha256": file.sha256, "folder": file.folder, "reading_path": str(path)}
        for file, path in found
    ]
    schema = pa.schema([(name, pa.string()) for name in ("file", "sha256", "folder", "reading_path")])
    listed = pa.Table.from_pylist(rows, schema)  # noqa: F841 - DuckDB reads it by name
    connection.execute("create table raw.file as select * from listed")
    _open_shelf(warehouse, files)


def _open_shelf(warehouse: Warehouse, files: Iterable[RawFile]) -> None:
    """The view reading.shelf: the readings of the files as they now lie on the shelf, nested, each report once; not published."""
    connection, places = warehouse.connection, warehouse.places
    _view_shelf(connection, sorted({str(path) for path in map(places.reading, files) if path.exists()}))
    [report] = _model(places.sql, "reading.report").selects
    chosen = connection.execute(f"select reading_path from ({report}) order by all").fetchall()
    _view_shelf(connection, [path for (path,) in chosen])


def _view_shelf(connection: duckdb.DuckDBPyConnection, paths: Sequence[str]) -> None:
    if paths:
        source = f"read_parquet([{', '.join(map(_quote, paths))}], filename = true, hive_partitioning = false)"
    else:
        empty = pa.Table.from_pylist([], schema.SCHEMA.append(pa.field("filename", pa.string())))  # noqa: F841
        connection.execute("create or replace temp table empty_shelf as select * from empty")
        source = "empty_shelf"
    connection.execute(f"create or replace view reading.shelf as select * from {source}")


def _load_reference(connection: duckdb.DuckDBPyConnection, sql: Path) -> None:
    """Load every file of sql/reference as the table of its name, and the identities as another."""
    connection.execute("create schema reference")
    for table, path in reference_files(sql).items():
        made = connection.read_csv(str(path), all_varchar=True)
        columns = [f"{name}::{'integer' if name in _INTEGERS else 'varchar'} as {name}" for name in made.columns]
        connection.execute(f"create table {table} as select {', '.join(columns)} from made")
    identity = identities.as_table(sql)  # noqa: F841 - DuckDB reads it by name
    connection.execute("create table reference.identity as select * from identity")
    _comment_loaded(connection, sql)


def _comment_loaded(connection: duckdb.DuckDBPyConnection, sql: Path) -> None:
    """Comments of the tables that no SQL file makes (sql/reference/loaded.toml)."""
    for table, said in tomllib.loads((sql / "reference" / "loaded.toml").read_text(encoding="utf-8")).items():
        connection.execute(f"comment on table {table} is {_quote(said['comment'])}")
        for column, comment in said["columns"].items():
            connection.execute(f"comment on column {table}.{column} is {_quote(comment)}")


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
