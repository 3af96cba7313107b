"""Kinds: what each kind of expectation asks of rows, said once more in Python, where Great Expectations need not be loaded.

Belongs here: the rows that an expectation does not allow. Does not belong here: what should hold (expectations/), what is asked
before publishing (guard) or after it (judging). Loading Great Expectations takes longer than building a warehouse of a few reports;
tests hold that both say the same of every expectation.
"""

import re
from collections import Counter
from collections.abc import Callable

from pipelines.queries import Row


def _beyond(rows: list[Row], asked: dict) -> list[Row]:
    """Rows where a certain number of them is wanted."""
    return [] if len(rows) == asked["value"] else rows or [{"rows": 0}]


def _other_than(rows: list[Row], asked: dict) -> list[Row]:
    """Rows whose text does not match a pattern."""
    wanted, column = re.compile(asked["regex"]), asked["column"]
    return [row for row in rows if row[column] is not None and not wanted.match(str(row[column]))]


def _outside(rows: list[Row], asked: dict) -> list[Row]:
    """Rows whose value is none of a set."""
    column = asked["column"]
    return [row for row in rows if row[column] is not None and row[column] not in asked["value_set"]]


def _repeated(rows: list[Row], asked: dict) -> list[Row]:
    """Rows whose values in a column, or in several together, other rows have too."""
    columns = asked.get("column_list") or [asked["column"]]
    keys = [tuple(row[column] for column in columns) for row in rows]
    times = Counter(key for key in keys if any(value is not None for value in key))
    return [row for row, key in zip(rows, keys, strict=True) if times[key] > 1]


KINDS: dict[str, Callable[[list[Row], dict], list[Row]]] = {
    "expect_table_row_count_to_equal": _beyond,
    "expect_column_values_to_match_regex": _other_than,
    "expect_column_values_to_be_in_set": _outside,
    "expect_column_values_to_be_unique": _repeated,
    "expect_compound_columns_to_be_unique": _repeated,
}
"""Kind of expectation, as Great Expectations names it → the rows it does not allow."""
