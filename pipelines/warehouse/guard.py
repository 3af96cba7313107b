"""Guard: our own blocking expectations, looked at before a warehouse is published.

Belongs here: what each kind of expectation asks of rows, which of them fail. Does not belong here: what should hold (expectations/),
publishing (build). Great Expectations judges the same expectations once more when the warehouse is published (suites): loading
it takes longer than building a warehouse of a few reports.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipelines.queries import Row, Warehouse
from pipelines.warehouse import suites


@dataclass(frozen=True, slots=True)
class Failure:
    """A blocking expectation that does not hold in a fiscal year, and the first rows that make it fail."""

    suite: str
    year: int
    expectation: suites.Expectation
    rows: Sequence[Row]

    def __str__(self) -> str:
        return f"{self.expectation.name}: {self.expectation.description}"


def failures(warehouse: Warehouse) -> Iterator[Failure]:
    """Yield the blocking expectations that do not hold, year by year; the order is that of the suites."""
    blocking = [loaded for name in suites.NAMES if (loaded := suites.suite(warehouse.places, name)).blocking]
    for year in suites.years_read(warehouse):
        for loaded in blocking:
            for one in loaded.expectations:
                if suites.is_fatal(one) and (rows := _failing(warehouse, one, year)):
                    yield Failure(loaded.name, year, one, rows[: suites.ROWS_SHOWN])


def _failing(warehouse: Warehouse, expectation: suites.Expectation, year: int) -> list[Row]:
    """The rows of a year that an expectation does not allow; raises KeyError for a kind that nobody here can judge."""
    judge = KINDS[expectation.definition["type"]]
    return judge(suites.rows_of(warehouse, expectation.query, year), expectation.definition["kwargs"])


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
