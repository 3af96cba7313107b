"""Queries: the SELECTs of sql/book and sql/workbook, which the evidence pages and the workbook are written from.

Belongs here: running them by name. Does not belong here: their SQL or what is made of the rows.
"""

from functools import cache
from typing import Any

import duckdb

from pipelines.settings import SQL
from pipelines.warehouse.models import tables_read

Row = dict[str, Any]
"""Column → value."""


@cache
def query(name: str, folder: str = "book") -> str:
    """The SELECT of a name in a folder of sql/."""
    return (SQL / folder / f"{name}.sql").read_text(encoding="utf-8")


def rows(connection: duckdb.DuckDBPyConnection, name: str, folder: str = "book", **values: object) -> list[Row]:
    """The rows of a SELECT of a folder of sql/, column → value."""
    cursor = connection.execute(query(name, folder), values)
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def columns(connection: duckdb.DuckDBPyConnection, name: str, folder: str = "book") -> list[str]:
    """The columns of a SELECT that takes no values, in its order, whether it has rows or not."""
    return connection.sql(query(name, folder)).columns


def tables(folder: str = "book") -> list[str]:
    """The tables the SELECTs of a folder read."""
    return sorted({table for path in (SQL / folder).glob("*.sql") for table in tables_read(query(path.stem, folder))})
