"""The suites are readable, current, run by Great Expectations, and able to fail."""

import pytest

from pipelines.findings import tables
from pipelines.settings import EXPECTATIONS
from pipelines.warehouse import guard, judging, suites
from pipelines.warehouse.judging import By
from pipelines.warehouse.kinds import KINDS
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


def failed(connection, name: str, by: By = By.LIBRARY) -> set[str]:
    [made] = judging.judge(asked(connection), [name], by)
    return {result.expectation.name for result in made.failed}


@pytest.mark.parametrize("name", suites.NAMES)
def test_suite_files_are_readable_utf8(name):
    text = (EXPECTATIONS / f"{name}.json").read_text(encoding="utf-8")
    assert "\\u" not in text
    loaded = suites.suite(PLACES, name)
    assert loaded.blocking == (name in suites.OWN)
    assert len({e.name for e in loaded.expectations}) == len(loaded.expectations)


@pytest.mark.parametrize("name", suites.NAMES)
def test_a_good_report_passes(name, warehouse):
    assert failed(warehouse[0], name) == set()


def outcomes(connection, name: str, by: By = By.LIBRARY) -> dict[str, str]:
    [made] = judging.judge(asked(connection), [name], by)
    return {r.expectation.identity_id or r.expectation.name: r.outcome for r in made.results}


def test_what_looked_at_nothing_is_not_passed(warehouse):
    """A report alone: nothing stands beside it, so that no identity across years is judged, and none of them holds."""
    connection, _ = warehouse
    assert set(outcomes(connection, "across_years").values()) == {judging.NOT_JUDGED}
    judged = outcomes(connection, "within_form")
    assert (judged["W1-01"], judged["W1-06"]) == (judging.HOLDS, judging.HOLDS)
    connection.execute("delete from checks.liveness")
    for by in By:
        assert set(outcomes(connection, "within_form", by).values()) == {judging.NOT_JUDGED}


@pytest.mark.parametrize("by", By)
def test_rows_our_own_work_has_none_of_are_not_passed(by, warehouse):
    connection, _ = warehouse
    assert set(outcomes(connection, "reading", by).values()) == {judging.HOLDS}
    connection.execute("update reading.amount set code = null")
    of_no_code = outcomes(connection, "reading", by)
    assert of_no_code["code_is_code"] == judging.NOT_JUDGED
    assert of_no_code["amount_id_unique"] == judging.HOLDS  # it looks for rows that should not be there


def test_our_own_work_fails_where_it_fails_in_one_year(warehouse):
    connection, year = warehouse
    connection.execute(
        "insert into reading.report select * replace (fiscal_year + 1 as fiscal_year) from reading.report"
    )
    assert suites.years_read(asked(connection)) == [year, year + 1]
    assert failed(connection, "reading") == set()
    connection.execute("update star.dim_report set is_current = false")
    assert failed(connection, "star") == failed(connection, "star", By.KINDS) == {"dim_report_current"}


def test_a_year_with_a_budget_alone_is_not_validated(warehouse):
    """It is read, so our own work is looked at; no identity of it is judged, and no suite turns green for it."""
    connection, year = warehouse
    connection.execute(
        "insert into reading.report select * replace ('ab' as report_id, 'budget' as kind, 'registered' as status, fiscal_year + 2 as fiscal_year) from reading.report"
    )
    desk.rejudge(connection)
    made = list(judging.judge(asked(connection), by=By.KINDS))
    assert {row["fiscal_year"] for of_suite in made for row in of_suite.years if row["evaluated"]} == {year}
    assert suites.years_read(asked(connection)) == [year, year + 2]


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
    connection, _ = warehouse
    connection.execute(SPOILS[suite, expectation])
    found = failed(connection, suite)
    assert expectation in found
    assert failed(connection, suite, By.KINDS) == found  # we ourselves say what Great Expectations says
    fatal = {e.name for e in suites.suite(PLACES, suite).expectations if suites.is_fatal(e)}
    said = {one.expectation.name for one in guard.failures(asked(connection)) if one.suite == suite}
    assert said == found & fatal  # and so does what publishing asks, before it
    assert failed(connection, suite, By.GUARDED) == found - fatal  # which is not asked again


def test_a_text_that_is_no_number_by_our_grammar_does_not_pass_for_one(warehouse):
    connection, _ = warehouse
    connection.execute("update reading.amount set text = '1e3', value = 1000 where form = 'T3' and value > 5")
    assert "value_is_text" in failed(connection, "reading", By.KINDS)


def test_a_good_report_may_be_published(warehouse):
    assert list(guard.failures(asked(warehouse[0]))) == []


def test_every_kind_of_expectation_is_known_here():
    """Great Expectations need not be loaded by a run that adds a report."""
    asked_for = [e for name in suites.NAMES for e in suites.suite(PLACES, name).expectations]
    assert {e.definition["type"] for e in asked_for} == KINDS.keys()


def test_a_kind_that_is_not_known_here_is_judged_by_great_expectations(warehouse, monkeypatch):
    connection, _ = warehouse
    longer = {"type": "expect_column_value_lengths_to_equal", "kwargs": {"column": "code", "value": 3}}
    one = suites.Expectation(
        name="short",
        severity="info",
        description="",
        query="select distinct code from reading.amount",
        definition=longer,
    )
    monkeypatch.setattr(
        suites, "suite", lambda _, name: suites.Suite(name=name, description="", blocking=False, expectations=(one,))
    )
    assert outcomes(connection, "star", By.GUARDED) == {"short": judging.FAILS}
    connection.execute("update reading.amount set code = '201'")
    assert outcomes(connection, "star", By.GUARDED) == {"short": judging.HOLDS}


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
    [forms] = judging.judge(asked(connection), ["within_form"])
    results = {r.expectation.identity_id: r for r in forms.results}
    shown = results["W1-01"]
    assert not shown.passed
    assert shown.counts["violation"] == 1
    assert [row["residual"] for row in shown.failing] == [1000000]
    assert "本年收入合计" in shown.expectation.description
    assert shown.expectation.name == "W1_01_T1_income_is_the_sum_of_sources"
    assert results["W3-01"].passed
    years = {row["identity_id"]: row for row in forms.years}
    assert {row["fiscal_year"] for row in years.values()} == {year}
    assert (years["W1-01"]["evaluated"], years["W1-01"]["findings"], years["W1-01"]["worst"]) == (1, 1, "fatal")
    assert (years["W3-01"]["findings"], years["W3-01"]["worst"]) == (0, None)
    [quick] = judging.judge(asked(connection), ["within_form"], By.GUARDED)
    assert quick == forms  # we ourselves say what Great Expectations says
