"""What lots make is together, row for row, what all reports make at once."""

from collections.abc import Iterator, Mapping

import duckdb
import pytest

from pipelines.queries import Warehouse, query, quoted
from pipelines.raw_files import raw_files
from pipelines.settings import SQL
from pipelines.warehouse import incremental, lots, models, sources, survey, touched
from tests.support.desk import oracle


def test_lots_make_together_what_all_make(small):
    files = raw_files(small.raw)
    known = survey.survey(small, files)
    shared = lots.lots(known.names, most=1)
    assert sorted(len(lot.reports) for lot in shared) == [1, 2], "a department's two years are one lot"
    with duckdb.connect() as connection:
        target = Warehouse(connection, small)
        sources.define_macros(target)
        for lot in shared:
            some = [file for file in files if file.sha256 in lot.reports]
            with lots.open_judged(small, some, no_reading, known.given) as part:
                lots.lay_out(target, part)
                lots.put(target, part, lot.reports)
                lots.finish(target, part, known.given)
        connection.execute(f"attach {quoted(str(small.database))} as whole (read_only)")
        names = [name for (name,) in connection.execute(oracle.TABLES).fetchall()]
        assert len(names) > 50
        assert [said for name in names for said in oracle.compare(connection, f"whole.{name}", name)] == []
        lots.drop(target, "(select sha256 as report_id from raw.file limit 1)")
        assert list(oracle.compare(connection, "whole.checks.outcome", "checks.outcome")) != [], "it is compared"


def no_reading(todo: Mapping) -> Iterator:
    """Stand for the second reader, who has seen all."""
    raise AssertionError(todo)


@pytest.fixture
def names() -> dict[str, set[str]]:
    return {"a": {"x"}, "b": {"x", "y"}, "c": {"y"}, "d": {"z"}, "e": set()}


def test_a_lot_is_of_whole_chains(names):
    assert touched.chains(names) == [("a", "b", "c"), ("d",), ("e",)]
    assert [lot.reports for lot in lots.lots(names, most=5)] == [("a", "b", "c", "d", "e")]
    for most in (1, 2, 3):
        for lot in lots.lots(names, most):
            assert {"a", "b", "c"} <= set(lot.reports) or not {"a", "b", "c"} & set(lot.reports)


def test_one_report_more_leaves_the_other_lots(names):
    before = lots.lots(names, most=2)
    after = lots.lots(names | {"f": {"z"}}, most=2)
    changed = [lot for lot in before if lot not in after]
    assert len(changed) == 1
    assert "d" in changed[0].reports


@pytest.mark.parametrize("order", ["form", "form desc"])
def test_a_reason_does_not_depend_on_what_else_is_loaded(order, small):
    """Of two forms that are equally missing, the one that the identity names first is told, in whatever order rows lie."""
    with duckdb.connect() as connection:
        connection.execute(f"attach {quoted(str(small.database))} as whole (read_only)")
        connection.execute("create schema reference; create schema checks; create schema star")
        for table in ("reference.identity", "checks.related_report", "star.disclosure", "checks.form_status"):
            connection.execute(f"create table {table} as from whole.{table}")
        missing = "select * replace ('missing' as status, 'form missing: ' || form as reason) from checks.form_status"
        connection.execute(f"create or replace table checks.form_status as {missing} order by {order}")
        rows = connection.execute(query(SQL, "checks/kernel/missing_form")).fetchall()
    assert {reason for identity, _, reason in rows if identity == "W5-01"} == {"form missing: T5"}


def test_what_the_survey_asks_is_all_that_tables_of_all_reports_read():
    early = [one for one in models.models(SQL) if incremental.is_of_readings(one)]
    assert {table for one in early for table in one.reads if table.startswith("reading.")} == {"reading.amount"}
