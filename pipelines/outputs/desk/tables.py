"""Tables: any table or question of the warehouse by its name, narrowed, ordered, a page of it or all.

Belongs here: which tables may be asked for, the SELECT of a request. Does not belong here: what is asked (table_request), the
forms they are carried away in (streams), the questions themselves (sql/questions), markup (templates).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

import duckdb

from pipelines.outputs.desk import table_request
from pipelines.outputs.desk.figure import NotThere
from pipelines.outputs.desk.table_request import ANY, NULL, Column, Request
from pipelines.outputs.export.parquet import is_carried
from pipelines.queries import Row, Warehouse
from pipelines.warehouse import QUESTIONS, say_where_the_desk_is

PAGE = 200
"""Rows of a page."""
FIGURES = ("amount_id", "claim_id")
"""Columns that name a figure, which has an address."""


class NoTable(NotThere):
    """What nobody may ask for, by its name."""


class Listing(NamedTuple):
    """The questions, and the other tables: name, title and description in both languages of each."""

    questions: list[Row]
    others: list[Row]


def listed(warehouse: Warehouse) -> Listing:
    """All tables that may be asked for."""
    known = [_described(row) for row in warehouse.rows("desk/tables") if is_carried(row["name"])]
    asks = [row for row in known if row["name"].startswith(f"{QUESTIONS}.")]
    return Listing(asks, [row for row in known if row not in asks])


def _described(row: Row) -> Row:
    zh, _, en = (row["comment"] or row["name"]).partition(" / ")
    return {"name": row["name"], "zh": zh, "en": en or zh}


def description(warehouse: Warehouse, table: str) -> Row:
    """What a table is; raises NoTable for one that nobody may ask for."""
    found = [row for rows in listed(warehouse) for row in rows if row["name"] == table]
    if not found:
        raise NoTable(table)
    return found[0]


def request(warehouse: Warehouse, table: str, asked: Iterable[tuple[str, str]]) -> Request:
    """Read what is asked of a table (table_request.read); raises NoTable for what nobody may ask for, NotSo."""
    if not is_carried(table):
        raise NoTable(table)
    columns = [_column(row) for row in warehouse.rows("desk/columns", table=table)]
    if not columns:
        raise NoTable(table)
    return table_request.read(table, columns, asked)


def _column(row: Row) -> Column:
    zh, _, en = (row["comment"] or row["column_name"]).partition(" / ")
    return Column(row["column_name"], zh, en or zh, row["data_type"])


def answer(
    warehouse: Warehouse, asked: Request, as_json: bool = False, base: str | None = None
) -> duckdb.DuckDBPyConnection:
    """The rows that are asked for, to be fetched; as_json: each as one text of JSON, amounts to the last decimal.

    base: where the desk stands; rows of one figure then have its address in a column of their own.
    """
    by_name = {column.name: column for column in asked.columns}
    conditions = " and ".join(_condition(by_name[name], value) for name, value in asked.wanted) or "true"
    values = [_sought(by_name[name], value) for name, value in asked.wanted if value != NULL]
    key, descending = asked.order.removeprefix("-"), " desc" if asked.order.startswith("-") else ""
    order = f"{_quoted(key)}{descending} nulls last, all_of" if key else "all_of"
    limit = f" limit {asked.limit}" if asked.limit is not None else ""
    key_of_figure = next((column.name for column in asked.columns if column.name in FIGURES), "")
    if base is not None:
        say_where_the_desk_is(warehouse.connection, base)
    if base is not None and key_of_figure:
        rows = f"(select *, address_of({_quoted(key_of_figure)}) as address from {asked.table})"
    else:
        rows = asked.table
    what = "to_json(all_of)" if as_json else "all_of.*"
    return warehouse.connection.execute(
        f"select {what} from {rows} as all_of where {conditions} order by {order}{limit} offset {asked.first}", values
    )


def page(warehouse: Warehouse, asked: Request) -> Sequence[tuple]:
    """The rows of a page, and one more where there are more; addresses in them are those within the desk."""
    say_where_the_desk_is(warehouse.connection, "")
    limit = min(PAGE, asked.limit) if asked.limit is not None else PAGE
    shown = Request(
        table=asked.table, columns=asked.columns, wanted=asked.wanted, order=asked.order, first=asked.first, limit=limit + 1
    )  # fmt: skip
    return answer(warehouse, shown).fetchall()


def _condition(column: Column, value: str) -> str:
    name = _quoted(column.name)
    if value == NULL:
        return f"{name} is null"
    return f"{name} = ?" if column.is_number and ANY not in value else f"{name}::varchar like ? escape '!'"


def _sought(column: Column, value: str) -> str | Decimal:
    """A value as it is compared: of a column of numbers a number, else a pattern in which no sign but ANY stands for others."""
    if column.is_number and ANY not in value:
        return Decimal(value)
    for sign in "!%_":
        value = value.replace(sign, f"!{sign}")
    return value.replace(ANY, "%")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
