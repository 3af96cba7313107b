"""Guard: our own blocking expectations, looked at before a warehouse is published.

Belongs here: which of them fail, refusing a warehouse on which one does. Does not belong here: what each kind asks of rows (kinds), what should hold (expectations/),
publishing (build), what is said of a published warehouse (judging).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipelines.messages import Told
from pipelines.queries import Row, Warehouse, tables_read
from pipelines.warehouse import suites
from pipelines.warehouse.kinds import KINDS


class NotPublished(Told):
    """The new warehouse failed one of our own blocking expectations; the old one stays."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A blocking expectation that does not hold in a fiscal year, and the first rows that make it fail."""

    suite: str
    year: int
    expectation: suites.Expectation
    rows: Sequence[Row]

    def __str__(self) -> str:
        return f"{self.expectation.name}: {self.expectation.description}"


def refuse(warehouse: Warehouse, tables: Collection[str] | None = None) -> None:
    """Let only a warehouse whose blocking expectations hold be published; those of some tables where no others changed.

    Raises NotPublished with the first failure and those like it.
    """
    if failed := list(failures(warehouse, tables)):
        first = failed[0]
        alike = "; ".join(str(one) for one in failed if (one.suite, one.year) == (first.suite, first.year))
        rows = "\n".join(str(row) for row in first.rows)
        raise NotPublished("suite_fails", suite=first.suite, year=first.year, reasons=alike, failing=rows)


def failures(warehouse: Warehouse, tables: Collection[str] | None = None) -> Iterator[Failure]:
    """Yield the blocking expectations that do not hold, year by year; the order is that of the suites.

    tables: those whose expectations alone are looked at, as they alone can have changed.
    """
    blocking = [loaded for name in suites.NAMES if (loaded := suites.suite(warehouse.places, name)).blocking]
    for year in suites.years_read(warehouse):
        for loaded in blocking:
            for one in loaded.expectations:
                if tables is not None and not set(tables_read(one.query)) <= set(tables):
                    continue
                if suites.is_fatal(one) and (rows := _failing(warehouse, one, year)):
                    yield Failure(loaded.name, year, one, rows[: suites.ROWS_SHOWN])


def _failing(warehouse: Warehouse, expectation: suites.Expectation, year: int) -> list[Row]:
    """The rows of a year that an expectation does not allow; raises KeyError for a kind that nobody here can judge."""
    judge = KINDS[expectation.definition["type"]]
    return judge(suites.rows_of(warehouse, expectation.query, year), expectation.definition["kwargs"])
