"""Packing: how a filled database lies in the published file: sorted by report, without what follows from the rest of it.

Belongs here: which tables are views there, writing the file, the rows that stand for some reports.
Does not belong here: what is stored and how it is shown (sql/stored), publishing (build).

A table that lies otherwise than it is asked is a table of the schema `stored` (sql/stored), and a view of its own name shows it as it
was made, row for row (sql/stored/views). What one SELECT makes of published tables is a view by that SELECT.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

import pyarrow as pa

from pipelines.queries import Warehouse, only_row, quoted
from pipelines.warehouse import chunks, kept_answers
from pipelines.warehouse.comments import comment_on, comments_of
from pipelines.warehouse.creation import answer
from pipelines.warehouse.heads import table_head
from pipelines.warehouse.models import Stored, models
from pipelines.warehouse.sources import define_macros

SCHEMA = "stored"
DERIVED = (
    "reading.claim_cell",
    "star.fact_claim",
    "checks.form_amount",
    "checks.prose_claim",
    "checks.comparing_claim",
    "checks.told_cell",
    "checks.prior_amount",
    "checks.quotient",
)
"""Tables that one SELECT makes of published ones, and hardly anybody asks whole: that SELECT is a view of the published file."""
_IN_CHUNKS = {f"{SCHEMA}.instance": chunks.Chunk("report_id", "checks.term", 450_000)}
"""Table made of so many reports at a time that these have so many terms: lists are kept in memory until the last of them is made."""
KEYS = ("report", "report_id")
"""Columns of a stored table that say of which report a row is, by its number or by its id; the first that it has counts."""
NUMBERED = ("report", "number")
"""What is counted through: reports, and all that they print."""
OF_REPORTS = ("report_id", "sha256")
"""Columns of a table by which a row belongs to a report; the first that it has counts."""
_SMALL_BLOCK = 16384
_WITHIN = ("amount_id", "claim_id", "page")
"""Columns that the rows of a table lie sorted by, first those that say the report."""
_SORTED = {f"{SCHEMA}.value": "cents, report"}
"""Table of sql/stored that does not lie sorted by report → what it is sorted by."""


@cache
def stored(sql: Path) -> tuple[Stored, ...]:
    """The tables of the schema `stored`, ordered by name."""
    paths = [path for path in (sql / SCHEMA).glob("*.sql") if "." not in path.stem]
    return tuple(sorted([*map(_written, paths), *kept_answers.tables(sql)], key=lambda one: one.table))


def _written(path: Path) -> Stored:
    """A table of its SELECT in sql/stored."""
    text, table = path.read_text(encoding="utf-8"), f"{SCHEMA}.{path.stem}"
    description, columns = table_head(text)
    order = _SORTED.get(table, "")
    return Stored(table=table, description=description, columns=columns, select=text, order=order)


@cache
def views(sql: Path) -> dict[str, str]:
    """Table that is a view in the published file → its SELECT."""
    files = [path for path in (sql / SCHEMA / "views").glob("*.*.sql") if path.stem not in kept_answers.views(sql)]
    shown = {path.stem: path.read_text(encoding="utf-8") for path in files}
    return shown | {one.table: one.selects[0] for one in models(sql) if one.table in DERIVED}


def macros(sql: Path) -> str:
    """The tables of numbers and the answers that these SELECTs read, and their macros, of one connection alone."""
    paths = [sql / SCHEMA / f"{name}.macros.sql" for name in ("numbers", "instance")]
    return "\n".join([*(path.read_text(encoding="utf-8") for path in paths), kept_answers.answer_views(sql)])


def pack(warehouse: Warehouse, target: Path) -> dict[str, int | None]:
    """Write a filled database with its findings into a new file as it is published; returns question → None (uncounted).

    Views and comments are written in one transaction: each of its own takes longer than most tables.
    """
    connection, sql = warehouse.connection, warehouse.places.sql
    filled = only_row(connection.execute("select current_database()"))[0]
    described = comments_of(connection, filled)
    connection.execute(f"attach {quoted(str(target))} as packed")
    _write(warehouse, {table: columns for table, (_, columns) in described.items()})
    connection.execute("use packed; begin")
    _define(warehouse)
    for table, (comment, columns) in described.items():
        comment_on(connection, "view" if table in views(sql) else "table", table, comment, columns)
    for one in stored(sql):
        comment_on(connection, "table", one.table, one.description, one.columns)
    counts = answer(warehouse, kept_answers.views(sql))
    connection.execute(f'commit; use "{filled}"; detach packed')
    return counts


def pack_rows(warehouse: Warehouse, target: Path, tables: Collection[str]) -> None:
    """Write the rows of a filled database into a new file as pack does, of these tables alone, without comments and what is asked of them.

    Its blocks are small, as most tables of some reports are.
    """
    connection = warehouse.connection
    described = comments_of(connection, only_row(connection.execute("select current_database()"))[0])
    connection.execute(f"attach {quoted(str(target))} as packed (block_size {_SMALL_BLOCK})")
    _write(warehouse, {table: columns for table, (_, columns) in described.items() if table in tables})
    connection.execute("detach packed")


def _write(warehouse: Warehouse, tables: Mapping[str, Collection[str]]) -> None:
    """Make the tables of the schema stored in the attached file, and copies of the others; tables: table → its columns."""
    connection, sql = warehouse.connection, warehouse.places.sql
    for schema in sorted({SCHEMA, *(table.partition(".")[0] for table in tables)}):
        connection.execute(f"create schema if not exists packed.{schema}")
    connection.execute(macros(sql))
    for one in stored(sql):
        begins = f"create table packed.{one.table} as"
        for after, upto in chunks.ranges(connection, _IN_CHUNKS.get(one.table)):
            connection.execute(f"set variable after = {quoted(after)}; set variable upto = {quoted(upto)}")
            connection.execute(f"{begins} {one.select}")
            begins = f"insert into packed.{one.table}"
    for table in [table for table in tables if table not in views(sql)]:
        connection.execute(f"create table packed.{table} as select * from {table}{_order(tables[table])}")
    connection.execute("reset variable after; reset variable upto")


def _order(columns: Collection[str]) -> str:
    """How the rows of a table with these columns are sorted: by report, where they are of reports."""
    keys = [key for key in OF_REPORTS if key in columns][:1]
    return f" order by {', '.join([*keys, *(key for key in _WITHIN if key in columns)])}" if keys else ""


def _define(warehouse: Warehouse) -> None:
    """Define the views of the published file and the macros of all tables, each after what it reads."""
    connection, sql = warehouse.connection, warehouse.places.sql
    define_macros(warehouse)
    connection.execute((sql / SCHEMA / "views" / "macros.sql").read_text(encoding="utf-8"))
    for one in models(sql):
        connection.execute(one.prelude)
        if one.table in views(sql):
            connection.execute(f"create view {one.table} as {views(sql)[one.table]}")


def rows_of(part: Warehouse, whole: Warehouse) -> Iterator[tuple[str, pa.Table]]:
    """The rows that stand for the reports of a database in the published file: table of the schema `stored` → them.

    whole: the published file they are for; their reports and numbers are counted on from those that are there.
    """
    sql = part.places.sql
    for variable, column in ((f"{column}s_before", column) for column in NUMBERED):
        lists = " union all ".join(f"select {column} from {one.table}" for one in stored(sql) if column in one.columns)
        [(last,)] = whole.connection.execute(f"select max({column}) from ({lists})").fetchall()
        part.connection.execute(f"set variable {variable} = {last or 0}")
    part.connection.execute(macros(sql))
    for one in stored(sql):
        yield one.table, part.connection.execute(one.select).to_arrow_table()
