"""The suites are readable, current, run by Great Expectations, and able to fail."""

import pytest

from pipelines.findings import tables
from pipelines.settings import EXPECTATIONS
from pipelines.warehouse import guard, suites
from tests.support.desk import desk
from tests.support.desk.asking import PLACES, asked
from tests.support.figures import figures
from tests.support.paper import layouts


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    report = figures.report(31)
    connection = desk.filled(
        tmp_path_factory.mktemp("suites"), [desk.reading(report, layouts.layout("shanghai_one_column"))]
    )
    tables.write(asked(connection))
    return connection, report.year


@pytest.fixture
def warehouse(published):
    connection, year = published
    connection.execute("begin")
    yield connection, year
    connection.execute("rollback")


def failed(connection, name: str, year: int) -> set[str]:
    return {r.expectation.name for r in suites.validate(asked(connection), name, year) if r.outcome == suites.FAILS}


@pytest.mark.parametrize("name", suites.NAMES)
def test_suite_files_are_readable_utf8(name):
    text = (EXPECTATIONS / f"{name}.json").read_text(encoding="utf-8")
    assert "\\u" not in text
    loaded = suites.suite(PLACES, name)
    assert loaded.blocking == (name in suites.OWN)
    assert len({e.name for e in loaded.expectations}) == len(loaded.expectations)


@pytest.mark.parametrize("name", suites.NAMES)
def test_a_good_report_passes(name, warehouse):
    assert failed(*warehouse[:1], name, warehouse[1]) == set()


def outcomes(warehouse, name: str, year: int) -> dict[str, str]:
    results = suites.validate(warehouse, name, year)
    return {r.expectation.identity_id or r.expectation.name: r.outcome for r in results}


def test_what_looked_at_nothing_is_not_passed(warehouse):
    """A report alone: nothing stands beside it, so that no identity across years is judged, and none of them holds."""
    connection, year = warehouse
    assert set(outcomes(asked(connection), "across_years", year).values()) == {suites.NOT_JUDGED}
    judged = outcomes(asked(connection), "within_form", year)
    assert (judged["W1-01"], judged["W1-06"]) == (suites.HOLDS, suites.HOLDS)
    alone = outcomes(asked(connection), "within_form", year + 1)
    assert set(alone.values()) == {suites.NOT_JUDGED}
    assert not any(r.passed for r in suites.validate(asked(connection), "within_form", year + 1))


def test_rows_our_own_work_has_none_of_are_not_passed(warehouse):
    connection, year = warehouse
    own = outcomes(asked(connection), "reading", year)
    assert set(own.values()) == {suites.HOLDS}
    of_no_year = outcomes(asked(connection), "reading", year + 1)
    assert of_no_year["code_is_code"] == suites.NOT_JUDGED
    assert of_no_year["amount_id_unique"] == suites.HOLDS  # it looks for rows that should not be there


def test_a_year_with_a_budget_alone_is_not_validated(warehouse):
    """It is read, so our own work is looked at; no identity of it is judged, and no suite turns green for it."""
    connection, year = warehouse
    connection.execute(
        "insert into reading.report select * replace ('ab' as report_id, 'budget' as kind, 'registered' as status, fiscal_year + 2 as fiscal_year) from reading.report"
    )
    assert suites.fiscal_years(asked(connection)) == [year]
    assert suites.years_read(asked(connection)) == [year, year + 2]
    connection.execute("update star.dim_report set is_current = false")
    assert suites.fiscal_years(asked(connection)) == []


SPOILS = {
    ("reading", "amount_id_unique"): "insert into reading.amount from reading.amount limit 1",
    ("reading", "amount_has_place"): "update reading.amount set bbox = null where form = 'T1'",
    ("reading", "amount_has_meaning"): "update reading.amount set column_key = null where form = 'T2'",
    ("reading", "value_is_text"): "update reading.amount set text = '1.00' where form = 'T3' and value > 5",
    ("reading", "code_is_code"): "update reading.amount set code = '20106a' where form = 'T5'",
    ("reading", "quarantine_has_reason"): "update reading.report set status = 'quarantined'",
    ("reading", "quarantine_empty"): "insert into reading.quarantine (sha256) select report_id from reading.report",
    ("star", "dim_unit_key"): "insert into star.dim_unit from star.dim_unit",
    ("star", "dim_function_key"): "insert into star.dim_function from star.dim_function",
    (
        "star",
        "dim_function_in_force",
    ): "insert into star.dim_function select * replace ('x' || function_key as function_key) from star.dim_function",
    ("star", "dim_economic_in_force"): "insert into star.dim_economic from star.dim_economic",
    ("star", "dim_report_version"): "insert into star.dim_report from star.dim_report",
    ("star", "dim_report_current"): "update star.dim_report set is_current = false",
    ("star", "fact_grain"): "insert into star.fact_income from star.fact_income limit 1",
    ("star", "fact_has_place"): "update star.fact_balance set amount_id = 'nowhere'",
    ("star", "fact_references"): "update star.fact_expenditure set function_key = 'nothing'",
    (
        "star",
        "no_leaf_lost",
    ): "delete from star.fact_basic_expenditure where amount_id = (select min(amount_id) from star.fact_basic_expenditure)",
}


@pytest.mark.parametrize(("suite", "expectation"), SPOILS)
def test_every_expectation_about_our_own_work_can_fail(suite, expectation, warehouse):
    connection, year = warehouse
    connection.execute(SPOILS[suite, expectation])
    found = failed(connection, suite, year)
    assert expectation in found
    fatal = {e.name for e in suites.suite(PLACES, suite).expectations if suites.is_fatal(e)}
    said = {one.expectation.name for one in guard.failures(asked(connection)) if (one.suite, one.year) == (suite, year)}
    assert said == found & fatal  # what publishing asks says the same as Great Expectations, before it


def test_a_good_report_may_be_published(warehouse):
    assert list(guard.failures(asked(warehouse[0]))) == []


def test_the_guard_knows_every_kind_of_blocking_expectation():
    own = [e for name in suites.OWN for e in suites.suite(PLACES, name).expectations]
    assert {e.definition["type"] for e in own} <= guard.KINDS.keys()


@pytest.mark.parametrize(
    "change",
    [
        "update checks.liveness set violation = violation + 1 where identity_id = 'W1-01'",
        "update findings.finding set is_waived = not is_waived",
        "update checks.violation set severity = 'info'",
        "update reading.report set file = 'elsewhere.pdf'",
    ],
)
def test_the_state_of_a_year_changes_with_what_the_suites_see_of_it(change, warehouse):
    connection, year = warehouse
    connection.execute(
        "update reading.amount set value_yuan = value_yuan + 1000000 where form = 'T1' and line = 'income_total'"
    )
    desk.rejudge(connection)
    tables.write(asked(connection))
    before = suites.states(asked(connection))
    assert before.keys() == {year}
    assert suites.states(asked(connection)) == before
    connection.execute(change)
    assert suites.states(asked(connection)) != before


def test_every_expectation_about_our_own_work_is_spoiled_here():
    own = {(name, e.name) for name in ("reading", "star") for e in suites.suite(PLACES, name).expectations}
    assert own == set(SPOILS)


def test_an_arithmetic_fault_is_shown_with_its_rows(warehouse):
    connection, year = warehouse
    connection.execute(
        "update reading.amount set value_yuan = value_yuan + 1000000 where form = 'T1' and line = 'income_total'"
    )
    desk.rejudge(connection)
    tables.write(asked(connection))
    results = {r.expectation.identity_id: r for r in suites.validate(asked(connection), "within_form", year)}
    shown = results["W1-01"]
    assert not shown.passed
    assert shown.counts["violation"] == 1
    assert list(shown.failing["residual"]) == [1000000]
    assert "本年收入合计" in shown.expectation.description
    assert shown.expectation.name == "W1_01_T1_income_is_the_sum_of_sources"
    assert results["W3-01"].passed
