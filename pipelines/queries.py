"""Queries: the SELECTs of sql/book, which the evidence pages are written from.

Belongs here: running them by name. Does not belong here: their SQL (sql/book) or what is made of the rows.
"""

from functools import cache
from typing import Any

import duckdb

from pipelines.models import tables_read
from pipelines.places import SQL

_QUERIES = SQL / "book"
Row = dict[str, Any]
"""Column → value."""


@cache
def query(name: str) -> str:
    """The SELECT of a name in sql/book."""
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def rows(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[Row]:
    """The rows of a SELECT of sql/book, column → value."""
    cursor = connection.execute(query(name), values)
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def tables() -> list[str]:
    """The tables the pages are written from."""
    return sorted({table for path in _QUERIES.glob("*.sql") for table in tables_read(query(path.stem))})
