"""Comments: what a database says of its tables and columns, and that written to another.

Belongs here: reading them from the catalogue, writing many at once. Does not belong here: what they say (the heads of sql/).
"""

from collections.abc import Mapping

import duckdb

from pipelines.queries import quoted

Described = tuple[str | None, dict[str, str | None]]
"""The comment of a table, and column → comment."""


def comments_of(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, Described]:
    """Each table of a database with its comment, and its columns with theirs, in their order."""
    tables = (
        "select schema_name || '.' || table_name, comment from duckdb_tables() where database_name = ? order by all"
    )
    columns = (
        "select schema_name || '.' || table_name, column_name, comment from duckdb_columns() where database_name = ?"
        " order by 1, column_index"
    )
    found: dict[str, Described] = {
        table: (comment, {}) for table, comment in connection.execute(tables, [database]).fetchall()
    }
    for table, column, comment in connection.execute(columns, [database]).fetchall():
        if table in found:
            found[table][1][column] = comment
    return found


def comment_on(
    connection: duckdb.DuckDBPyConnection, kind: str, name: str, comment: str | None, columns: Mapping[str, str | None]
) -> None:
    """Comment a table or view and its columns."""
    said = [] if comment is None else [f"comment on {kind} {name} is {quoted(comment)}"]
    said += [
        f'comment on column {name}."{column}" is {quoted(text)}' for column, text in columns.items() if text is not None
    ]
    connection.execute("; ".join(said))
