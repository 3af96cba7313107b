"""Queries: the SELECTs of sql/ that are asked of a warehouse, by name: folder/file, as book/reports for sql/book/reports.sql.

Belongs here: finding them, running them, which tables they read. Does not belong here: their SQL, what is made of the rows,
the SELECTs that make tables and views (warehouse.models).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from pipelines.settings import Places

Row = dict[str, Any]
"""Column → value."""
_TABLE = re.compile(
    r"--[^\n]*|'(?:[^']|'')*'"
    r"|\b(?P<table>(?:raw|reading|reference|star|checks|findings|questions|stored|lots|inventory)\.\w+)(?![\w.(])"
)
"""A comment, a text, or a table with its schema: what has dots on both sides or a bracket after it is none."""


@cache
def query(sql: Path, name: str) -> str:
    """The SELECT of a name in a folder sql/; raises FileNotFoundError where there is no such file."""
    return (sql / f"{name}.sql").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Warehouse:
    """An open warehouse, which answers SELECTs by name: its connection, and the places of the run it belongs to."""

    connection: duckdb.DuckDBPyConnection
    places: Places

    def ask(self, name: str, **values: object) -> duckdb.DuckDBPyConnection:
        """Run a SELECT; values: its parameters. Its rows are to be fetched from the answer."""
        return self.connection.execute(query(self.places.sql, name), values)

    def rows(self, name: str, **values: object) -> list[Row]:
        """The rows of a SELECT by column; values: its parameters."""
        answer = self.ask(name, **values)
        columns = [column[0] for column in answer.description]
        return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]

    def columns(self, name: str) -> list[str]:
        """The columns of a SELECT that takes no values, in its order, whether it has rows or not."""
        return self.connection.sql(query(self.places.sql, name)).columns


def only_row(executed: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    """The row of a statement that gives exactly one; raises ValueError where it gives none or several."""
    [row] = executed.fetchall()
    return row


def quoted(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def literal(path: str) -> str:
    """A path that DuckDB takes for itself and for no pattern of several: a sign of patterns in brackets is that sign alone."""
    return re.sub(r"([*?\[])", r"[\1]", path)


@cache
def tables(sql: Path, folder: str) -> tuple[str, ...]:
    """The tables the SELECTs of a folder of sql/ read, schema.name, ordered."""
    names = (f"{folder}/{path.stem}" for path in (sql / folder).glob("*.sql"))
    return tuple(sorted({table for name in names for table in tables_read(query(sql, name))}))


@cache
def tables_read(sql: str) -> tuple[str, ...]:
    """The tables a SELECT reads, schema.name, ordered.

    DuckDB's parse tree says the same (tests/warehouse/test_lineage.py), and takes half a second for all SELECTs of a run.
    """
    return tuple(sorted({found["table"] for found in _TABLE.finditer(sql) if found["table"]}))
