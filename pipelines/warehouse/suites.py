"""Suites: what should hold of a warehouse, as expectations/*.json say, and what an expectation looks at.

Belongs here: reading the files, the rows their queries give. Does not belong here: what should hold (expectations/, sql/checks),
judging it (judging, guard, gx) or where results are shown (orchestration).
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.queries import Row, Warehouse, query, tables_read
from pipelines.settings import Places
from pipelines.warehouse.identities import FAMILIES

if TYPE_CHECKING:
    import duckdb

OWN = ("reading", "star")
"""Suites about our own work; the others are the identities, one suite a family (identities.FAMILIES)."""
NAMES = (*OWN, *(name for name, _, _ in FAMILIES.values()))
ROWS_SHOWN = 50
COUNTS, FAILING = "suites/by_year", "suites/failing"
"""What the expectations about identities look at, and the violations that are shown of them."""
_COUNT = "expect_table_row_count_to_equal"
"""The expectation that looks for rows which should not be there: to find none is what it wants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One expectation of a suite: check name, severity (fatal, error, warning, info), description, query of its frame.

    identity_id: the identity it is about; "" of one about our own work.
    """

    name: str
    severity: str
    description: str
    query: str
    definition: dict
    identity_id: str = ""

    @property
    def wants_no_row(self) -> bool:
        """Whether it looks for rows that should not be there."""
        return bool(self.definition["type"] == _COUNT and self.definition["kwargs"] == {"value": 0})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """One file of expectations/. blocking: if a fatal expectation fails, nothing is published.

    family: that of its identities (identities.FAMILIES); "" of one about our own work.
    """

    name: str
    description: str
    blocking: bool
    expectations: tuple[Expectation, ...]
    family: str = ""


def suite(places: Places, name: str) -> Suite:
    """The suite of a name; raises FileNotFoundError where there is no such file."""
    return _load(places.expectations, places.sql, name)


@cache
def _load(folder: Path, sql: Path, name: str) -> Suite:
    content = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    expectations = tuple(
        Expectation(
            name=e["meta"]["name"],
            severity=e["severity"],
            description=e["description"],
            query=e["meta"].get("query", query(sql, COUNTS)),
            definition={"type": e["type"], "kwargs": e["kwargs"]},
            identity_id=e["meta"].get("identity", ""),
        )
        for e in content["expectations"]
    )
    meta = content["meta"]
    return Suite(
        name=name,
        description=meta["description"],
        blocking=meta.get("blocking", False),
        expectations=expectations,
        family=meta.get("family", ""),
    )


def reads(loaded: Suite, sql: Path) -> tuple[str, ...]:
    """The tables a suite looks at: those its expectations ask, and those its results show, schema.name, ordered."""
    shown = ("suites/reports",) if loaded.name == "reading" else () if loaded.name in OWN else (FAILING,)
    asked = [*(e.query for e in loaded.expectations), *(query(sql, name) for name in shown)]
    return tuple(sorted({table for select in dict.fromkeys(asked) for table in tables_read(select)}))


def years_read(warehouse: Warehouse) -> list[int]:
    """The fiscal years of all reports read, budgets and held ones too, in order: those our own work is looked at in."""
    return [row["fiscal_year"] for row in warehouse.rows("suites/years_read")]


def ask(warehouse: Warehouse, sql: str, year: int) -> "duckdb.DuckDBPyConnection":
    """Ask what an expectation looks at in a year; of identities, in all."""
    return warehouse.connection.execute(sql, {"year": year} if "$year" in sql else {})


def rows_of(warehouse: Warehouse, sql: str, year: int) -> list[Row]:
    """The rows that an expectation looks at in a year, by column."""
    answer = ask(warehouse, sql, year)
    columns = [column[0] for column in answer.description]
    return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


def is_fatal(expectation: Expectation) -> bool:
    """Whether a blocking suite forbids publishing where it fails."""
    return expectation.severity == "fatal"
