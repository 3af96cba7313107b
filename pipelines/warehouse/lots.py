"""Lots: reports that are judged together and apart from all others, so that many can be judged side by side.

Belongs here: which reports are a lot, its rows put into a warehouse in the place of the old ones, the last step over all lots.
Does not belong here: the names that join reports (sql/incremental/names.sql, survey), filling a database (filling), where the
warehouse stands (lake).

A chain is all reports that names of units join: a department, its 本级, its units, all their years, final accounts and budgets. No
row of a report rests on a report of another chain (touched), so that what lots make is together what all reports make.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import duckdb
import pyarrow as pa

from pipelines.findings import schema as findings
from pipelines.findings import tables
from pipelines.queries import Warehouse, only_row, quoted
from pipelines.settings import Places
from pipelines.warehouse import guard, incremental, touched
from pipelines.warehouse.creation import create
from pipelines.warehouse.filling import Contents, open_filled
from pipelines.warehouse.models import models

MOST = 1000
"""Reports that a lot has about; a chain with more is one lot."""
FILES = "raw.file"
_FINDING, _SYMPTOM, SUSPECT = (f"findings.{name}" for name in ("finding", "symptom", "suspect"))


@dataclass(frozen=True, slots=True)
class Lot:
    """Whole chains: the ids of their reports, ordered."""

    reports: tuple[str, ...]


def lots(names: Mapping[str, Collection[str]], most: int) -> list[Lot]:
    """Share reports out to lots of about `most`, whole chains each; names: report → names of units in it.

    How many lots there are is a power of two, and which one a chain is in is told by its first name: one report more changes
    its own lot, and hardly ever which lots there are.
    """
    number = 1
    while number * most < len(names):
        number *= 2
    shared: dict[int, list[str]] = {}
    for chain in touched.chains(names):
        first = min((name for report in chain for name in names[report]), default=chain[0])
        shared.setdefault(int(sha256(first.encode()).hexdigest(), 16) % number, []).extend(chain)
    return [Lot(tuple(sorted(shared[place]))) for place in sorted(shared)]


@contextmanager
def open_judged(contents: Contents, database: Path | str = ":memory:", beside: int = 1) -> Iterator[Warehouse]:
    """Open a database filled with the contents of one lot, with findings; raises NotPublished where the guard refuses it.

    What is given are tables of all reports (survey). database: where it lies meanwhile. beside: how many lots are judged side by side.
    """
    with open_filled(database, contents, beside) as (part, _):
        guard.refuse(part)
        tables.write(part)
        yield part


@contextmanager
def open_empty(places: Places) -> Iterator[Warehouse]:
    """Open a database filled from no files: all tables without rows of reports, and what is of the program and of people."""
    with open_judged(Contents(places=places, files=(), read=lambda _: ())) as empty:
        yield empty


def lay_out(target: Warehouse, empty: Warehouse) -> None:
    """Give a warehouse all tables without rows that `empty`, filled from no files, has, with their comments; those it has are left."""
    connection = target.connection
    for schema, name in _tables(empty.connection):
        connection.execute(f"create schema if not exists {schema}")
        rows = empty.connection.table(f"{schema}.{name}").limit(0).to_arrow_table()  # noqa: F841 - read by name
        connection.execute(f"create table if not exists {schema}.{name} as select * from rows")
    for said in empty.rows("lots/comments"):
        column = f".{said['column_name']}" if said["column_name"] else ""
        what = "column" if column else "table"
        connection.execute(f"comment on {what} {said['of_table']}{column} is {quoted(said['comment'])}")


def put(target: Warehouse, part: Warehouse, reports: Collection[str]) -> None:
    """Put the rows of a lot in the place of those that its reports have; within the transaction of the caller."""
    connection = target.connection
    ids = pa.table({"report_id": pa.array(sorted(reports), pa.string())})
    connection.register("lot_reports", ids)
    drop(target, "lot_reports")
    for table, _ in of_reports(target.places):
        _insert(connection, part, table)
    _insert(connection, part, SUSPECT)
    connection.unregister("lot_reports")


def drop(target: Warehouse, reports: str) -> None:
    """Take the rows of reports out of all tables of reports; reports: a table of their ids."""
    ids = f"select report_id from {reports}"
    of_findings = f"select finding_id from {_FINDING} where report_id in ({ids})"
    target.connection.execute(f"delete from {SUSPECT} where finding_id in ({of_findings})")
    for table, key in of_reports(target.places):
        target.connection.execute(f"delete from {table} where {key} in ({ids})")


def finish(target: Warehouse, empty: Warehouse, given: Mapping[str, pa.Table]) -> None:
    """Give a warehouse the rows of `empty` that are of no report, and make the tables of all reports; as make_tables_of_all."""
    _copy_constants(target, empty)
    make_tables_of_all(target, given)


def make_tables_of_all(
    target: Warehouse, given: Mapping[str, pa.Table], instead: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Make the tables of all reports anew, when all lots are put; within the transaction of the caller.

    instead: table → a SELECT that makes the same rows as its own.

    given: those that lots were made with. Raises Doubtful where the readings now say otherwise than these: a code came or went
    while the lots were made.
    """
    connection, sql = target.connection, target.places.sql
    for one in models(sql):
        if incremental.is_of_readings(one):
            create(connection, one)
            incremental.refuse_changed(connection, one.table, given[one.table])
    for one in models(sql):
        if incremental.key_of(one) is None and not incremental.is_of_readings(one):
            create(connection, replace(one, selects=(instead[one.table],)) if one.table in instead else one)
    tables.write_waivers(target)


def _copy_constants(target: Warehouse, empty: Warehouse) -> None:
    """Give the tables that are made of the program, and of what people have decided, the rows of `empty`."""
    made = {FILES, *(f"findings.{name}" for name in findings.TABLES), *(one.table for one in models(target.places.sql))}
    for schema, name in _tables(empty.connection):
        if (table := f"{schema}.{name}") not in made:
            target.connection.execute(f"delete from {table}")
            _insert(target.connection, empty, table)


def count_rows(target: Warehouse) -> dict[str, int | None]:
    """Table → rows, of the tables that SELECTs make and of the findings."""
    made = [*(one.table for one in models(target.places.sql)), *(f"findings.{name}" for name in findings.TABLES)]
    return {table: only_row(target.connection.execute(f"select count(*) from {table}"))[0] for table in made}


def of_reports(places: Places) -> list[tuple[str, str]]:
    """The tables that have rows of reports, with the column that says of which; but for suspects, which are of findings."""
    keys = {one.table: incremental.key_of(one) for one in models(places.sql)}
    known = [(table, key) for table, key in keys.items() if key]
    return [(FILES, "sha256"), *known, (_FINDING, "report_id"), (_SYMPTOM, "report_id")]


def _tables(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Schema and name of each table."""
    names = connection.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = current_database() and schema_name != 'main' order by all"
    )
    return names.fetchall()


def _insert(connection: duckdb.DuckDBPyConnection, part: Warehouse, table: str) -> None:
    rows = part.connection.table(table).to_arrow_table()  # noqa: F841 - DuckDB reads it by name
    connection.execute(f"insert into {table} by name select * from rows")
