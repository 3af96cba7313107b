"""Creation: the tables and views that SELECTs make, with their comments.

Belongs here: running the SELECTs of a model. Does not belong here: which models there are (models), the tables that no SELECT makes
(sources), the order (filling).
"""

from collections.abc import Mapping
from dataclasses import replace

import duckdb
import pyarrow as pa

from pipelines.messages import Told
from pipelines.queries import Warehouse, only_row, quoted
from pipelines.warehouse import chunks
from pipelines.warehouse.models import QUESTIONS, Model, label, questions

AT_ONCE = 4
"""SELECTs of one table that run side by side: those of one identity keep no two cores busy, those of all take memory."""
LABELLED = "提问"
"""The schema of the questions with Chinese view and column names."""


_MISWRITTEN = (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException)
"""What DuckDB says of a SELECT before it runs any."""


class NotTaken(Told):
    """A SELECT of sql/ that DuckDB does not take: which table's, which identity's."""


def create(
    connection: duckdb.DuckDBPyConnection, model: Model, *, has_lake: bool = False, is_described: bool = True
) -> int | None:
    """Create or replace one model's table or view with its comments; returns the rows of a table.

    has_lake: whether that is in a DuckLake, where columns of views take no comments. is_described: whether it has comments: a
    thousand of all tables take as long as a report's rows, and nobody reads them where rows alone are taken over.
    Nobody counts what a view would answer: that takes as long as all its answers.
    """
    connection.execute(f"create schema if not exists {model.schema}")
    if model.prelude:
        connection.execute(model.prelude)
    kind = "view" if model.schema == QUESTIONS else "table"
    begins = f"create or replace {kind} {model.table} as"
    for after, upto in chunks.spans(connection, model.table):
        connection.execute(f"set variable after = {quoted(after)}; set variable upto = {quoted(upto)}")
        for start in range(0, len(model.selects), AT_ONCE):
            union = " union all by name ".join(f"({select})" for select in model.selects[start : start + AT_ONCE])
            try:
                connection.execute(f"{begins} {union}")
            except _MISWRITTEN as error:
                raise _not_taken(connection, model, start, error) from error
            begins = f"insert into {model.table} by name"
    if is_described:
        _describe(connection, model, kind, has_lake)
    return None if kind == "view" else only_row(connection.execute(f"select count(*) from {model.table}"))[0]


def _not_taken(connection: duckdb.DuckDBPyConnection, model: Model, start: int, error: Exception) -> NotTaken:
    """Say whose SELECT is not taken: of those that were to run at once the first identity's that is not, else the table's."""
    several = list(zip(model.identities, model.selects, strict=False))[start : start + AT_ONCE]
    for identity, select in several:
        try:
            connection.execute(f"explain {select}")
        except _MISWRITTEN as alone:
            return NotTaken("select_not_taken", of=f"{identity} ({model.table})", error=alone)
    return NotTaken("select_not_taken", of=model.table, error=error)


def _describe(connection: duckdb.DuckDBPyConnection, model: Model, kind: str, has_lake: bool) -> None:
    """Comment a model's table or view and its columns."""
    connection.execute(f"comment on {kind} {model.table} is {quoted(model.description)}")
    for column, comment in model.columns.items() if kind == "table" or not has_lake else ():
        connection.execute(f"comment on column {model.table}.{column} is {quoted(comment)}")


def give(connection: duckdb.DuckDBPyConnection, model: Model, rows: pa.Table) -> int:
    """Make a table of rows that are given, as they stand in another warehouse; returns how many."""
    connection.execute(f"create schema if not exists {model.schema}")
    connection.execute(f"create table {model.table} as select * from rows")
    return len(rows)


def answer(warehouse: Warehouse, kept: Mapping[str, str] | None = None) -> dict[str, int | None]:
    """Create the views that answer questions over a filled database with its findings; returns view → None (uncounted).

    kept: view → SELECT of those whose answers are kept, in the place of their own.
    Each stands twice: questions.<name> with English column names, 提问.<title> with the Chinese labels of its comments.
    """
    counts: dict[str, int | None] = {}
    connection, has_lake = warehouse.connection, warehouse.places.lake is not None
    connection.execute(f"create schema if not exists {LABELLED}")
    for question in questions(warehouse.places.sql):
        model = replace(question, selects=(kept[question.table],)) if kept and question.table in kept else question
        counts[model.table] = create(connection, model, has_lake=has_lake)
        named = ", ".join(f'{column} as "{label(comment)}"' for column, comment in model.columns.items())
        view = f'{LABELLED}."{model.title}"'
        connection.execute(f"create or replace view {view} as select {named} from {model.table}")
        connection.execute(f"comment on view {view} is {quoted(f'{model.description}（{model.table}）')}")
        for column, comment in () if has_lake else model.columns.items():
            connection.execute(f'comment on column {view}."{label(comment)}" is {quoted(f"{comment}（{column}）")}')
    return counts
