"""Tables: any table or question of the warehouse by its name, narrowed, ordered, a page of it or all.

Belongs here: which tables may be asked for, the SELECT of a request, its columns with their meaning. Does not belong here:
the forms they are carried away in (streams), the questions themselves (sql/questions), markup (templates).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb

from pipelines.messages import Told
from pipelines.outputs.desk.figure import NotThere
from pipelines.outputs.export.parquet import is_carried
from pipelines.queries import Row, Warehouse
from pipelines.warehouse import QUESTIONS, say_where_the_desk_is

PAGE = 200
"""Rows of a page."""
_RESERVED = ("order", "first", "limit")
"""What a query says that names no column."""
FIGURES = ("amount_id", "claim_id")
"""Columns that name a figure, which has an address."""
ANY, NULL = "*", "null"
"""In a value that is asked for: any text (208* begins with 208); the value of cells that have none."""


class NoColumn(Told):
    """What is asked for by a column that the table has not: better told than answered with all rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it is called in Chinese, what it means in English, its type in DuckDB."""

    name: str
    zh: str
    en: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of a table: its columns, (column, value) pairs that its rows must meet, order, first row, how many."""

    table: str
    columns: tuple[Column, ...]
    wanted: tuple[tuple[str, str], ...]
    order: str
    first: int
    limit: int | None


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
    """What a table is; raises NotThere for one that nobody may ask for."""
    found = [row for rows in listed(warehouse) for row in rows if row["name"] == table]
    if not found:
        raise NotThere(table)
    return found[0]


def request(warehouse: Warehouse, table: str, asked: Iterable[tuple[str, str]]) -> Request:
    """Read what is asked of a table: column=value, order=column or -column, first, limit; raises NotThere for another table, NoColumn.

    An order by no column is left out; a value may have ANY in it, or be NULL.
    """
    if not is_carried(table):
        raise NotThere(table)
    columns = tuple(_column(row) for row in warehouse.rows("desk/columns", table=table))
    if not columns:
        raise NotThere(table)
    names, given = {column.name for column in columns}, [(name, value) for name, value in asked if value]
    if unknown := sorted({name for name, _ in given} - names - {*_RESERVED}):
        raise NoColumn(
            "desk_no_column", table=table, names=", ".join(unknown), known=", ".join(column.name for column in columns)
        )
    told = dict(given)
    order = told.get("order", "")
    return Request(
        table=table,
        columns=columns,
        wanted=tuple((name, value) for name, value in given if name in names and name not in _RESERVED),
        order=order if order.removeprefix("-") in names else "",
        first=_count(told.get("first", "")) or 0,
        limit=_count(told.get("limit", "")),
    )


def _column(row: Row) -> Column:
    zh, _, en = (row["comment"] or row["column_name"]).partition(" / ")
    return Column(row["column_name"], zh, en or zh, row["data_type"])


def _count(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def answer(
    warehouse: Warehouse, asked: Request, as_json: bool = False, base: str | None = None
) -> duckdb.DuckDBPyConnection:
    """The rows that are asked for, to be fetched; as_json: each as one text of JSON, amounts to the last decimal.

    base: where the desk stands; rows of one figure then have its address in a column of their own.
    """
    conditions = " and ".join(_condition(name, value) for name, value in asked.wanted) or "true"
    values = [_pattern(value) for _, value in asked.wanted if value != NULL]
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


def _condition(name: str, value: str) -> str:
    return f"{_quoted(name)} is null" if value == NULL else f"{_quoted(name)}::varchar like ? escape '!'"


def _pattern(value: str) -> str:
    for sign in "!%_":
        value = value.replace(sign, f"!{sign}")
    return value.replace(ANY, "%")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
