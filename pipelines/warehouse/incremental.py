"""Incremental: a published warehouse brought up to date, where few of its reports can have changed.

Belongs here: the rows of some reports made anew and put in the place of the old ones, the tables of all reports made again.
Does not belong here: which reports those are (touched), the SQL of any table, publishing (build).

No SELECT knows of it. The tables are made of the touched reports alone, in a database of their own, by the same SELECTs in the same order as
in a full build; the rows of a table that has reports then take the place of those reports' old ones. A table without reports is
made again of all: before the others what is made of readings alone (codes), after them the rest (units, years, counts).
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines.findings import schema as findings
from pipelines.findings import tables
from pipelines.messages import Told
from pipelines.queries import Warehouse, only_row
from pipelines.raw_files import RawFile
from pipelines.warehouse import packing, sources
from pipelines.warehouse.creation import create
from pipelines.warehouse.models import Model, models, questions, reference_files

UNITS = ("star.dim_unit", "star.budget_unit")
"""Tables of all reports that rows of reports are made with, though they are made of reports: a row of a unit, for its key."""

_FINDING, _SYMPTOM, _SUSPECT = "findings.finding", "findings.symptom", "findings.suspect"


class Doubtful(Told):
    """Why a published warehouse cannot be brought up to date report by report, so that all of it is built anew."""


def key_of(model: Model) -> str | None:
    """The column that says of which report a row of a table is; None for a table of all reports."""
    return next((key for key in packing.OF_REPORTS if key in model.columns), None)


def is_of_readings(model: Model) -> bool:
    """Whether a table of all reports is made of what was read alone, so that it can be made before any table of reports."""
    return key_of(model) is None and all(table.startswith(("reading.", "reference.")) for table in model.reads)


def tables_of_all(sql: Path) -> set[str]:
    """The tables that are of no single report."""
    return {model.table for model in models(sql) if key_of(model) is None}


def given(published: Warehouse) -> dict[str, pa.Table]:
    """The rows of the tables of all reports that those of some reports are made with: table → rows, as published.

    The reference tables among them are what the files of sql/ say: it was this code that published them.
    """
    early = [model.table for model in models(published.places.sql) if is_of_readings(model)]
    loaded = (*reference_files(published.places.sql), sources.IDENTITY)
    return {table: _rows(published.connection, table) for table in (*loaded, *early)}


def refuse_unknown(part: Warehouse) -> None:
    """Raise Doubtful where the touched reports print what the tables given to them lack: a code that is new."""
    for model in models(part.places.sql):
        if is_of_readings(model) and any(table.startswith("reading.") for table in model.reads):
            key, *_ = model.columns
            made = " union all by name ".join(f"({select})" for select in model.selects)
            lacking = f"select distinct {key} from ({made}) where {key} not in (select {key} from {model.table})"
            if new := part.connection.execute(f"{lacking} order by all").fetchall():
                raise Doubtful("code_unseen", table=model.table, code=new[0][0])


def put_in_place(
    whole: Warehouse, part: Warehouse, files: Iterable[RawFile], touched: Iterable[str]
) -> dict[str, int | None]:
    """Give a copy of the published warehouse the rows that `part` has of the touched reports; returns table → rows of the whole.

    part: filled from these reports alone, with their findings. files: all files there are now. Raises Doubtful where another
    report may have been touched too.
    """
    connection, touched = whole.connection, set(touched)
    ids = pa.table({"report_id": pa.array(sorted(touched), pa.string())})
    connection.execute("begin")
    connection.register("touched", ids)
    lying = [
        model
        for model in models(whole.places.sql)
        if key_of(model) and model.table not in packing.views(whole.places.sql)
    ]
    stored = dict(packing.rows_of(part, whole))
    if any(row["sha256"] in touched for row in whole.rows("incremental/files")):
        _take_away(connection, {model.table: key_of(model) for model in lying}, stored)
    _write_out(connection)
    sources.list_again(whole, list(files))
    _put_stored(connection, stored)
    _write_out(connection)
    _put_models(whole, part, lying)
    _compare_units(connection, part)
    for table in (_FINDING, _SYMPTOM, _SUSPECT):
        _put(connection, table, _rows(part.connection, table))
    tables.write_waivers(whole)
    connection.unregister("touched")
    connection.execute("commit")
    return count_rows(whole)


def _put_models(whole: Warehouse, part: Warehouse, lying: Sequence[Model]) -> None:
    """Put the rows of `part` into the tables that lie as they are made, and make the tables of all reports anew, each after what it is made from."""
    connection, all_models = whole.connection, models(whole.places.sql)
    for model in lying:
        if model.schema == "reading":
            _put(connection, model.table, _rows(part.connection, model.table))
    for model in all_models:
        if is_of_readings(model):
            _make_again(connection, model)
    for model in lying:
        if model.schema != "reading":
            _put(connection, model.table, _rows(part.connection, model.table))
    for model in all_models:
        if not key_of(model) and not is_of_readings(model):
            _write_out(connection)
            create(connection, model)


def _write_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Write what was put in so far to the file: what a transaction holds lies in memory, whatever DuckDB may buffer.

    The file is a copy that nobody opens before it is published, so that it may hold half of a change meanwhile.
    """
    connection.execute("commit; checkpoint; begin")


def count_rows(published: Warehouse) -> dict[str, int | None]:
    """Table → rows of a published file; None for a view, which takes as long to be counted as to be answered."""
    sql, connection = published.places.sql, published.connection
    made = [*(model.table for model in models(sql)), *(f"findings.{name}" for name in findings.TABLES)]
    shown = packing.views(sql)
    counts: dict[str, int | None] = {table: _count(connection, table) for table in made if table not in shown}
    return counts | dict.fromkeys([*shown, *(model.table for model in questions(sql))])


def _rows(connection: duckdb.DuckDBPyConnection, table: str) -> pa.Table:
    return connection.execute(f"select * from {table}").to_arrow_table()


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return only_row(connection.execute(f"select count(*) from {table}"))[0]


def _take_away(
    connection: duckdb.DuckDBPyConnection, lying: Mapping[str, str | None], stored: Mapping[str, pa.Table]
) -> None:
    """Delete the rows of the touched reports, those of the schema `stored` by the numbers these had, those of a suspect by its finding.

    Where none of them is published there is nothing to delete, and to look for it in every table takes a while. lying: table → its key.
    """
    connection.execute(
        "create temp table numbered as select report from stored.report semi join touched using (report_id)"
    )
    gone = f"select finding_id from {_FINDING} semi join touched using (report_id)"
    connection.execute(f"delete from {_SUSPECT} where finding_id in ({gone})")
    keys = {
        **lying,
        **{table: _key_of_stored(rows) for table, rows in stored.items()},
        **dict.fromkeys((_FINDING, _SYMPTOM), packing.OF_REPORTS[0]),
    }
    for table, key in keys.items():
        if key:
            connection.execute(
                f"delete from {table} where {key} in (from {'touched' if key in packing.OF_REPORTS else 'numbered'})"
            )
    connection.execute("drop table numbered")


def _key_of_stored(rows: pa.Table) -> str | None:
    """The column that says of which report a row of the schema `stored` is; None where it is of the code."""
    return next((key for key in packing.KEYS if key in rows.column_names), None)


def _put_stored(connection: duckdb.DuckDBPyConnection, stored: Mapping[str, pa.Table]) -> None:
    """Put in the touched reports' rows of the schema `stored`; what is of no report is of the code, and the same as before."""
    for table, rows in stored.items():
        if _key_of_stored(rows) is None:
            connection.execute(f"delete from {table}")
        _put(connection, table, rows)


def _put(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Put rows into a table, where there are any; DuckDB reads `rows` by name."""
    if len(rows):
        connection.execute(f"insert into {table} by name select * from rows")


def _make_again(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Make a table again that the rows of other reports are made with; raises Doubtful where it has changed."""
    before = _rows(connection, model.table)
    create(connection, model)
    refuse_changed(connection, model.table, before)


def refuse_changed(connection: duckdb.DuckDBPyConnection, table: str, before: pa.Table) -> None:
    """Raise Doubtful where a table that rows of reports were made with has other rows now."""
    if _differ(connection, before, _rows(connection, table)):
        raise Doubtful("codes_changed", table=table)


def _compare_units(connection: duckdb.DuckDBPyConnection, part: Warehouse) -> None:
    """Raise Doubtful where a unit of the touched reports is another one among all reports than among them alone."""
    for table in UNITS:
        alone = _rows(part.connection, table)
        keys = alone.select(["unit_key"])  # noqa: F841 - DuckDB reads it by name
        among = connection.execute(f"select * from {table} where unit_key in (select unit_key from keys)")
        if _differ(connection, alone, among.to_arrow_table()):
            raise Doubtful("unit_shared", table=table)


def _differ(connection: duckdb.DuckDBPyConnection, one: pa.Table, other: pa.Table) -> bool:
    """Whether two tables do not have the same rows as often; mostly they have them in the same order too."""
    if one.equals(other):
        return False
    sql = "select count(*) from ((from one except all from other) union all (from other except all from one))"
    return bool(only_row(connection.execute(sql))[0])
