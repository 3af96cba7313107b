"""Suites: Great Expectations over the warehouse, one result an expectation and fiscal year.

Belongs here: reading expectations/*.json, running them on the frames their queries give, failing rows.
Does not belong here: what should hold (expectations/, sql/checks) or where results are shown (asset_checks).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.queries import Row, Warehouse, query, tables_read
from pipelines.settings import Places
from pipelines.warehouse.identities import FAMILIES

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    from great_expectations.core import ExpectationValidationResult
    from great_expectations.core.batch_definition import BatchDefinition

OWN = ("reading", "star")
"""Suites about our own work; the others are the identities, one suite a family (identities.FAMILIES)."""
NAMES = (*OWN, *(name for name, _, _ in FAMILIES.values()))
ROWS_SHOWN = 50
HOLDS, FAILS, NOT_JUDGED = "holds", "fails", "not_judged"
"""What becomes of an expectation; not_judged: there was nothing to hold it against, which is not the same as holding."""


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


@dataclass(frozen=True, slots=True)
class Suite:
    """One file of expectations/. blocking: if a fatal expectation fails, nothing is published."""

    name: str
    description: str
    blocking: bool
    expectations: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What one expectation found: holds, fails or not_judged; counts by name, the first failing rows."""

    expectation: Expectation
    outcome: str
    counts: dict[str, int]
    failing: "pd.DataFrame"

    @property
    def passed(self) -> bool:
        """Whether it was judged and holds."""
        return self.outcome == HOLDS


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
            query=e["meta"].get("query", query(sql, "suites/counts")),
            definition={"type": e["type"], "kwargs": e["kwargs"]},
            identity_id=e["meta"].get("identity", ""),
        )
        for e in content["expectations"]
    )
    return Suite(name, content["meta"]["description"], content["meta"].get("blocking", False), expectations)


def reads(loaded: Suite, sql: Path) -> tuple[str, ...]:
    """The tables a suite looks at: those its expectations ask, and those its results show, schema.name, ordered."""
    shown = ("suites/reports",) if loaded.name == "reading" else () if loaded.name in OWN else ("suites/failing",)
    asked = [*(e.query for e in loaded.expectations), *(query(sql, name) for name in shown)]
    return tuple(sorted({table for select in asked for table in tables_read(select)}))


def fiscal_years(warehouse: Warehouse) -> list[int]:
    """The fiscal years that have a current final account, in order: those whose identities can be judged."""
    return [row["fiscal_year"] for row in warehouse.rows("suites/fiscal_years")]


def years_read(warehouse: Warehouse) -> list[int]:
    """The fiscal years of all reports read, budgets and held ones too, in order: those our own work is looked at in."""
    return [row["fiscal_year"] for row in warehouse.rows("suites/years_read")]


def states(warehouse: Warehouse) -> dict[int, str]:
    """Fiscal year → a digest of what the suites look at in it: no suite says another thing of a year whose digest is the same."""
    return {row["fiscal_year"]: row["state"] for row in warehouse.rows("suites/states")}


def validate(warehouse: Warehouse, name: str, year: int) -> list[Result]:
    """Run a suite on one fiscal year; one Result an expectation, in the suite's order."""
    loaded = suite(warehouse.places, name)
    frames = {sql: _ask(warehouse, sql, year).df() for sql in dict.fromkeys(e.query for e in loaded.expectations)}
    holds = _run(loaded, frames)
    results = []
    for e in loaded.expectations:
        counts, failing = _evidence(warehouse, loaded, e, frames[e.query], year, holds[e.name])
        results.append(Result(e, _outcome(loaded, e, holds[e.name], counts), counts, failing))
    return results


def _outcome(loaded: Suite, expectation: Expectation, holds: bool, counts: dict[str, int]) -> str:
    """Say whether an expectation holds, unless it looked at nothing: no instance judged, no row to look at."""
    if not holds:
        return FAILS
    looked_at = counts["rows"] if loaded.name in OWN else counts.get("evaluated", 0)
    wants_no_row = expectation.definition["type"] == _COUNT and expectation.definition["kwargs"] == {"value": 0}
    return HOLDS if looked_at or wants_no_row else NOT_JUDGED


def _ask(warehouse: Warehouse, sql: str, year: int) -> "duckdb.DuckDBPyConnection":
    return warehouse.connection.execute(sql, {"year": year} if "$year" in sql else {})


def rows_of(warehouse: Warehouse, sql: str, year: int) -> list[Row]:
    """The rows that an expectation looks at in a year, by column."""
    answer = _ask(warehouse, sql, year)
    columns = [column[0] for column in answer.description]
    return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


def _run(loaded: Suite, frames: "Mapping[str, pd.DataFrame]") -> dict[str, bool]:
    """Expectation name → whether it holds, by Great Expectations."""
    import great_expectations as gx

    outcomes: dict[str, bool] = {}
    for number, (sql, frame) in enumerate(frames.items()):
        chosen = [e for e in loaded.expectations if e.query == sql]
        looked_at = frame if loaded.name in OWN else _split(frame, [e.identity_id for e in chosen])
        expectations = [{**_definition(loaded, e), "meta": {"name": e.name}} for e in chosen]
        tested = gx.ExpectationSuite(f"{loaded.name}_{number}", expectations=expectations)
        results = _rows().get_batch({"dataframe": looked_at}).validate(tested, result_format="BOOLEAN_ONLY").results
        outcomes |= {_name(r): bool(r.success) for r in results}
    return outcomes


def _split(frame: "pd.DataFrame", identities: Sequence[str]) -> "pd.DataFrame":
    """The violations of a year in a column an identity: split once, where a condition would search the frame for each.

    An identity that has no row has no value, which is no violation. Raises ValueError where one has two rows.
    """
    wide = frame.assign(year=0).pivot(index="year", columns="identity_id", values="violation")
    return wide.reindex(columns=identities, index=[0])


def _definition(loaded: Suite, expectation: Expectation) -> dict:
    """What Great Expectations is told of an expectation: of one about an identity, the column of that (_split)."""
    if loaded.name in OWN:
        return expectation.definition
    asked = expectation.definition["kwargs"]
    kept = {key: value for key, value in asked.items() if key not in ("row_condition", "condition_parser")}
    return {**expectation.definition, "kwargs": {**kept, "column": expectation.identity_id}}


def _name(result: "ExpectationValidationResult") -> str:
    """The name of the expectation a result is of; raises KeyError for one that we did not name."""
    config = result.expectation_config
    return ((config and config.meta) or {})["name"]


@cache
def _rows() -> "BatchDefinition":
    """What Great Expectations takes any rows by: one in a process, as it writes its context down with each that is added.

    The context is in memory, silent, and tells nobody of its use.
    """
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.analytics_enabled = False
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return (
        context.data_sources.add_pandas("rows").add_dataframe_asset("rows").add_batch_definition_whole_dataframe("all")
    )


def _evidence(
    warehouse: Warehouse,
    loaded: Suite,
    expectation: Expectation,
    frame: "pd.DataFrame",
    year: int,
    passed: bool,
) -> "tuple[dict[str, int], pd.DataFrame]":
    """Counts of a result and the rows that made it fail."""
    if loaded.name in OWN:
        return _own_counts(warehouse, loaded, frame, year), frame.head(0 if passed else ROWS_SHOWN)
    identity_id = expectation.identity_id
    counted = frame[frame["identity_id"] == identity_id].drop(columns="identity_id").to_dict("records")
    counts = {key: int(value) for key, value in (counted[0] if counted else {}).items()}
    if not counts.get("violation"):
        return counts, frame.head(0)
    return counts, warehouse.ask("suites/failing", identity=identity_id, year=year, most=ROWS_SHOWN).df()


def _own_counts(warehouse: Warehouse, loaded: Suite, frame: "pd.DataFrame", year: int) -> dict[str, int]:
    """Rows of an expectation's frame; for the reading suite also how many reports were read and how many held."""
    if loaded.name != "reading":
        return {"rows": len(frame)}
    [counts] = warehouse.rows("suites/reports", year=year)
    return {"rows": len(frame), **counts}


def is_fatal(expectation: Expectation) -> bool:
    """Whether a blocking suite forbids publishing where it fails."""
    return expectation.severity == "fatal"
