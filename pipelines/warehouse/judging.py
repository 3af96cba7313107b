"""Judging: what came of the suites over all fiscal years of a published warehouse.

Belongs here: one result an expectation, what was judged of each identity in each year. Does not belong here: the expectations (suites),
what each kind asks (kinds, gx), what is looked at before publishing (guard), where results are shown (orchestration).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pipelines.queries import Row, Warehouse
from pipelines.ticks import ticking
from pipelines.vocabulary import labels
from pipelines.warehouse import gx, suites
from pipelines.warehouse.kinds import KINDS
from pipelines.warehouse.suites import Expectation, Suite

HOLDS, FAILS, NOT_JUDGED = "holds", "fails", "not_judged"
"""What becomes of an expectation; not_judged: there was nothing to hold it against, which is not the same as holding."""
_UNKNOWN = 0
"""The year that is asked for where no report has one: those of an unknown year count in each."""


class By(Enum):
    """Who judges.

    LIBRARY: Great Expectations, everything. KINDS: we ourselves (kinds), and Great Expectations what is of no kind we know.
    GUARDED: as KINDS, in a file that was published now, of which the guard has judged our own fatal expectations.
    """

    LIBRARY = "library"
    KINDS = "kinds"
    GUARDED = "guarded"


@dataclass(frozen=True, slots=True)
class Result:
    """What one expectation found over all years: holds, fails or not_judged; counts by name, the first failing rows."""

    expectation: Expectation
    outcome: str
    counts: dict[str, int]
    failing: Sequence[Row]

    @property
    def passed(self) -> bool:
        """Whether it was judged and holds."""
        return self.outcome == HOLDS


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a suite: a result an expectation; years: a row an identity and fiscal year (sql/suites/by_year)."""

    suite: Suite
    results: Sequence[Result]
    years: Sequence[Row]

    @property
    def failed(self) -> list[Result]:
        """The results that do not hold, in the order of the suite."""
        return [result for result in self.results if result.outcome == FAILS]

    @property
    def worst(self) -> str | None:
        """The gravest severity of the findings that nobody has set aside; None where there is none."""
        found = {row["worst"] for row in self.years}
        return next((severity for severity in labels.keys("severity") if severity in found), None)


def judge(warehouse: Warehouse, names: Sequence[str] = suites.NAMES, by: By = By.LIBRARY) -> Iterator[Judged]:
    """Judge suites over all fiscal years, one after the other."""
    chosen = [suites.suite(warehouse.places, name) for name in names]
    is_of_identities = any(loaded.family for loaded in chosen)
    counted = _by_identity(warehouse.rows(suites.COUNTS)) if is_of_identities else {}
    failing = _by_identity(warehouse.rows(suites.FAILING, most=suites.ROWS_SHOWN)) if is_of_identities else {}
    for loaded in ticking("suites", chosen):
        yield _identities(warehouse, loaded, by, counted, failing) if loaded.family else _own(warehouse, loaded, by)


def _by_identity(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["identity_id"], []).append(row)
    return found


def _identities(
    warehouse: Warehouse, loaded: Suite, by: By, counted: Mapping[str, list[Row]], failing: Mapping[str, list[Row]]
) -> Judged:
    """Judge a family: an identity with a violation fails, one of which no instance was judged is not judged."""
    rows = {e.name: counted.get(e.identity_id, []) for e in loaded.expectations}
    holds = _holds(warehouse, loaded.expectations, rows, _UNKNOWN, by)
    results = []
    for e in loaded.expectations:
        counts = {key: sum(row[key] for row in rows[e.name]) for key in ("evaluated", "exact", "violation", "findings")}
        outcome = FAILS if not holds[e.name] else HOLDS if counts["evaluated"] else NOT_JUDGED
        results.append(Result(e, outcome, counts, failing.get(e.identity_id, [])))
    return Judged(loaded, results, [row for e in loaded.expectations for row in rows[e.name]])


def _holds(
    warehouse: Warehouse, asked: Sequence[Expectation], rows: Mapping[str, list[Row]], year: int, by: By
) -> dict[str, bool]:
    """Expectation name → whether it holds of its rows, by whoever judges it."""
    ours = [] if by is By.LIBRARY else [e for e in asked if e.definition["type"] in KINDS]
    said = {e.name: not KINDS[e.definition["type"]](rows[e.name], e.definition["kwargs"]) for e in ours}
    others = [e for e in asked if e.name not in said]
    return said | (gx.holds(warehouse, others, year) if others else {})


def _own(warehouse: Warehouse, loaded: Suite, by: By) -> Judged:
    """Judge a suite about our own work, whose expectations ask about one year each: one fails where it fails in a year."""
    years = suites.years_read(warehouse) or [_UNKNOWN]
    guarded = {e.name for e in loaded.expectations if by is By.GUARDED and loaded.blocking and suites.is_fatal(e)}
    asked = [e for e in loaded.expectations if e.name not in guarded]
    looked_at: dict[str, list[Row]] = {e.name: [] for e in loaded.expectations}
    failed: dict[str, list[Row]] = {e.name: [] for e in asked}
    for year in years:
        rows = {e.name: suites.rows_of(warehouse, e.query, year) for e in asked}
        holds = _holds(warehouse, asked, rows, year, by)
        for name, found in rows.items():
            looked_at[name] += found
            failed[name] += [] if holds[name] else found or [{"fiscal_year": year}]
    for e in loaded.expectations:
        if e.name in guarded and not e.wants_no_row:
            looked_at[e.name] = _first_row(warehouse, e, years)
    reports = warehouse.rows("suites/reports")[0] if loaded.name == "reading" else {}
    return Judged(
        loaded, [_own_result(e, looked_at[e.name], failed.get(e.name, []), reports) for e in loaded.expectations], []
    )


def _first_row(warehouse: Warehouse, expectation: Expectation, years: Sequence[int]) -> list[Row]:
    """A row that an expectation looks at in some year, the latest first; none where there is nothing to look at."""
    return next(
        (rows[:1] for year in reversed(years) if (rows := suites.rows_of(warehouse, expectation.query, year))), []
    )


def _own_result(expectation: Expectation, looked_at: list[Row], failed: list[Row], reports: Row) -> Result:
    """Say what came of an expectation in all years: it fails where it failed in one; counts: the rows it saw, those of reports."""
    distinct = list({repr(row): row for row in failed}.values())
    outcome = FAILS if failed else HOLDS if looked_at or expectation.wants_no_row else NOT_JUDGED
    return Result(expectation, outcome, {"rows": len(looked_at), **reports}, distinct[: suites.ROWS_SHOWN])
