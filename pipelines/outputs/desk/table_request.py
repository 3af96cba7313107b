"""Table request: what is asked of a table, read from the pairs of a query; what cannot be meant is told.

Belongs here: columns, conditions, order, how many rows, what is wrong with them. Does not belong here: which tables may be
asked for and their rows (tables), how what is wrong is answered (serving.desk.answers).
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipelines.messages import Told

RESERVED = ("order", "first", "limit")
"""What a query says that names no column."""
ANY, NULL = "*", "null"
"""In a value that is asked for: any text (208* begins with 208); the value of cells that have none."""
_DIGITS = 9
"""Of the largest number of rows that is understood."""
_NUMBERS = ("DECIMAL", "DOUBLE", "FLOAT", "BIGINT", "INTEGER", "SMALLINT", "TINYINT", "HUGEINT", "UBIGINT", "UINTEGER")
"""How the types of numbers begin."""
_NUMBER = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,10})?")
_TRUTHS = ("true", "false")


class NotSo(Told):
    """What is asked for in a way that cannot be meant: better told than answered with other rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it is called in Chinese, what it means in English, its type in DuckDB."""

    name: str
    zh: str
    en: str
    kind: str

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers, which are compared as such (1000 is 1000.00); a list of numbers is none."""
        return self.kind.startswith(_NUMBERS) and not self.kind.endswith("]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of a table: its columns, (column, value) pairs that its rows must meet, order, first row, how many."""

    table: str
    columns: tuple[Column, ...]
    wanted: tuple[tuple[str, str], ...]
    order: str
    first: int
    limit: int | None


def read(table: str, columns: Sequence[Column], asked: Iterable[tuple[str, str]]) -> Request:
    """Read column=value, order=column or -column, first, limit; raises NotSo. A value may have ANY in it, or be NULL."""
    by_name = {column.name: column for column in columns}
    given = [(name, value) for name, value in asked if value]
    known = ", ".join(by_name)
    if unknown := sorted({name for name, _ in given} - by_name.keys() - {*RESERVED}):
        raise NotSo("desk_no_column", table=table, names=", ".join(unknown), known=known)
    told = _once(given)
    if (key := told.get("order", "").removeprefix("-")) and key not in by_name:
        raise NotSo("desk_no_order", table=table, order=told["order"], known=known)
    wanted = tuple((name, _value(by_name[name], value)) for name, value in given if name not in RESERVED)
    return Request(
        table=table, columns=tuple(columns), wanted=wanted, order=told.get("order", ""), first=_count("first", told) or 0,
        limit=_count("limit", told),
    )  # fmt: skip


def _once(given: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What is said beside the columns; raises NotSo where it is said twice."""
    said = [(name, value) for name, value in given if name in RESERVED]
    if twice := [name for name, times in Counter(name for name, _ in said).items() if times > 1]:
        raise NotSo("desk_said_twice", name=twice[0])
    return dict(said)


def _count(name: str, told: Mapping[str, str]) -> int | None:
    text = told.get(name, "")
    if text and not (text.isascii() and text.isdecimal() and len(text) <= _DIGITS):
        raise NotSo("desk_no_count", name=name, value=text, digits=_DIGITS)
    return int(text) if text else None


def _value(column: Column, value: str) -> str:
    """A value that a column can have, as it is compared; raises NotSo for one that no cell of the column can have."""
    if value == NULL or ANY in value:
        return value
    if column.kind == "BOOLEAN":
        if value.lower() not in _TRUTHS:
            raise NotSo("desk_no_truth", name=column.name, value=value)
        return value.lower()
    if column.is_number and not _NUMBER.fullmatch(value):
        raise NotSo("desk_no_number", name=column.name, value=value)
    return value
