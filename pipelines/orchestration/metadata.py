"""Metadata: what the UI shows beside an asset: counts, first rows, columns, links between tables and questions.

Belongs here: results of reading, building and judging as Dagster's metadata. Does not belong here: the assets (reading_assets, table_assets),
rows as Markdown (outputs.documents.markdown).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import dagster as dg

from pipelines.outputs.documents import markdown
from pipelines.queries import Warehouse
from pipelines.reading import Progress
from pipelines.warehouse import Model

Metadata = dict[str, dg.MetadataValue | dg.TableSchema | int]
"""Name → what the UI shows under it."""
_ROWS = 50
"""Rows of a table shown beside an asset; the warehouse has all of them."""


def model_description(model: Model, questions: Sequence[Model]) -> str:
    """The description of a model, and links to those of the questions that read it."""
    readers = [q for q in questions if model.table in q.reads]
    links = "、".join(f"[{q.title}](/assets/{q.schema}/{q.name})" for q in readers)
    return model.description + (f"\n\n提问 / Questions that read it: {links}" if links else "")


def column_schema(comments: Mapping[str, str]) -> dict[str, dg.TableSchema]:
    """The columns of a table with their comments; nothing for a table whose SQL names none."""
    columns = [dg.TableColumn(name, description=comment) for name, comment in comments.items()]
    return {"dagster/column_schema": dg.TableSchema(columns=columns)} if columns else {}


def of_reading(files: int, done: Sequence[Progress]) -> Metadata:
    """How many files a year folder has, what was read of them now, and what of that is held."""
    held = [[one.file.name, one.reason] for one in done if one.reason]
    return {
        "files": files,
        "read_now": len(done),
        "amounts_read_now": sum(one.amounts for one in done),
        "quarantined_now": len(held),
        "first_quarantined": dg.MetadataValue.md(markdown.table(["file", "reason"], held[:_ROWS])),
    }


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: str
    comment: str | None


def columns_of(warehouse: Warehouse) -> dict[str, list[Column]]:
    """The columns of all tables and views: those of one take as long."""
    sql = "select schema_name || '.' || table_name, column_name, data_type, comment from duckdb_columns() order by 1, column_index"
    found: dict[str, list[Column]] = {}
    for table, *column in warehouse.connection.execute(sql).fetchall():
        found.setdefault(table, []).append(Column(*column))
    return found


def of_table(
    warehouse: Warehouse, table: str, rows: int | None, columns_of_all: Mapping[str, Sequence[Column]]
) -> Metadata:
    """The rows of a table, the first of them, its columns with the types they have; the least explained reports where they stand.

    Of a view (rows is None) its columns alone: the first of its rows would take as long as all of them.
    """
    connection, columns = warehouse.connection, columns_of_all[table]
    shown: Metadata = {
        "dagster/column_schema": dg.TableSchema(
            columns=[dg.TableColumn(name, kind.lower(), description=comment) for name, kind, comment in columns]
        ),
    }
    if rows is not None:
        first = connection.execute(f"select * from {table} limit 5").fetchall()
        texts = [[str(value) for value in row] for row in first]
        shown["dagster/row_count"] = rows
        shown["preview"] = dg.MetadataValue.md(markdown.table([name for name, _, _ in columns], texts))
    if table == "star.dim_report":
        least = [list(row) for row in warehouse.ask("summary/explained").fetchmany(_ROWS)]
        shown["explained_share"] = dg.MetadataValue.md(markdown.table(["file", "numbers", "explained"], least))
    if table == "reading.report":
        left = [list(row) for row in warehouse.ask("summary/gone").fetchmany(_ROWS)]
        shown["gone"] = dg.MetadataValue.md(markdown.table(["file", "unit_name", "fiscal_year"], left))
    return shown
