"""Merging: judged lots put together as one published file.

Belongs here: their rows one lot after the other, with numbers counted on, the tables of all reports over them. Does not belong here: the lots
themselves (lots, judged_lots), how rows lie (packing), which of them are judged anew (by_lots), publishing (build).
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines.queries import Warehouse, only_row, query, quoted
from pipelines.warehouse import guard, incremental, judged_lots, lots, packing, shrinking
from pipelines.warehouse.database import building_settings, memory_over_all
from pipelines.warehouse.models import Stored

_AT_ONCE = 32
"""Lots whose files are open at a time."""
_SIDE_BY_SIDE = 2
"""Tables that are written at a time, each by one thread: two that write one table take twice the time of the processor."""
_COUNTED_ON = {
    "report": "report_after(report, {reports})",
    "number": "number_after(number, {numbers})",
    "amount": "number_after(amount, {numbers})",
    "claim": "number_after(claim, {numbers})",
    "total": "number_after(total, {numbers})",
    "parts": "numbers_after(parts, {numbers})",
    "others": "terms_after(others, {numbers})",
}
"""Column of a stored table that holds numbers → what it is after so many of other lots (sql/stored/merging.macros.sql)."""


@dataclass(frozen=True, slots=True)
class _Lot:
    """An attached lot: its name there, reports and printed numbers of the lots before it."""

    name: str
    reports: int
    numbers: int


def merge(
    empty: Warehouse, paths: Sequence[Path], given: Mapping[str, pa.Table], target: Path, may_shrink: bool
) -> dict[str, int | None]:
    """Write the published file of all lots; returns table → rows.

    empty: filled from no files. given: tables that all lots were made with. Raises as lots.make_tables_of_all, shrinking.check and
    guard.refuse do, and Doubtful where a unit of one lot is another one among all.
    """
    places = empty.places
    packing.pack(empty, target)
    with duckdb.connect(target, config=building_settings(lots.MOST) | {"preserve_insertion_order": True}) as connection:
        whole = Warehouse(connection, places)
        connection.execute("set threads = 1")
        _insert_all(whole, paths)
        connection.execute("reset threads")
        reports = only_row(connection.execute("select count(*) from stored.report"))[0]
        connection.execute(f"set memory_limit = '{memory_over_all(reports)}'")
        lots.make_tables_of_all(whole, given, {"checks.liveness": query(places.sql, "lots/liveness.merged")})
        _refuse_other_units(connection)
        shrinking.check(whole, may_shrink)
        guard.refuse(whole, incremental.tables_of_all(places.sql))
        return incremental.count_rows(whole)


def _insert_all(whole: Warehouse, paths: Sequence[Path]) -> None:
    """Insert the rows of all lots, of some of them at a time; those of judged_lots.ASIDE are kept aside."""
    connection = whole.connection
    for table in judged_lots.ASIDE:
        connection.execute(f"create temp table {_aside(table)} as from {table} limit 0")
    reports = numbers = 0
    for start in range(0, len(paths), _AT_ONCE):
        attached = []
        for place, path in enumerate(paths[start : start + _AT_ONCE]):
            connection.execute(f"attach {quoted(str(path))} as lot_{place} (read_only)")
            attached.append(_Lot(f"lot_{place}", reports, numbers))
            more = f"(select max(number) from lot_{place}.stored.{{}})"
            counted = f"select (select count(*) from lot_{place}.stored.report), greatest({more.format('amount')}, {more.format('claim')}, 0)"
            own = only_row(connection.execute(counted))
            reports, numbers = reports + own[0], numbers + own[1]
        _insert(whole, attached)
        for lot in attached:
            connection.execute(f"detach {lot.name}")


def _insert(whole: Warehouse, attached: Sequence[_Lot]) -> None:
    """Insert the rows of attached lots, one after the other."""
    connection, sql = whole.connection, whole.places.sql
    due = []
    for one in packing.stored(sql):
        if any(key in one.columns for key in packing.KEYS):
            rows = " union all ".join(f"select {_after(one, lot)} from {lot.name}.{one.table}" for lot in attached)
            ordered = f"from ({rows}) order by {one.order}" if one.order else rows
            due.append(f"insert into {one.table} by name {ordered}")
    for table in judged_lots.tables_kept(whole.places):
        copied = " union all ".join(f"select * from {lot.name}.{table}" for lot in attached)
        if table in judged_lots.ASIDE:
            connection.execute(f"insert into {_aside(table)} by name {copied}")
        else:
            due.append(f"insert into {table} by name {copied}")
    _execute_all(whole, due)


def _execute_all(whole: Warehouse, statements: Sequence[str]) -> None:
    """Execute statements, of which each writes a table of its own, some side by side."""
    macros = (whole.places.sql / packing.SCHEMA / "merging.macros.sql").read_text(encoding="utf-8")

    def execute(statement: str) -> None:
        with whole.connection.cursor() as own:
            own.execute(macros)
            own.execute(statement)

    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        list(pool.map(execute, statements))


def _after(one: Stored, lot: _Lot) -> str:
    """The columns of a stored table, with numbers counted on from those of the lots before."""
    changed = ", ".join(
        f"{how.format(reports=lot.reports, numbers=lot.numbers)} as {column}"
        for column, how in _COUNTED_ON.items() if column in one.columns
    )  # fmt: skip
    return f"* replace ({changed})"


def _aside(table: str) -> str:
    return f"of_lots_{table.partition('.')[2]}"


def _refuse_other_units(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise Doubtful where a unit of a lot is another one among all reports."""
    for table in incremental.UNITS:
        if only_row(connection.execute(f"select count(*) from (from {_aside(table)} except from {table})"))[0]:
            raise incremental.Doubtful("unit_shared", table=table)
