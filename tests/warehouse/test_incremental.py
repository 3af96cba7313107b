"""A warehouse brought up to date is, row for row, the one a full build makes."""

import contextlib
import logging
import shutil

import duckdb
import pytest

from pipelines.findings import schema
from pipelines.limits import Limits
from pipelines.queries import Warehouse, quoted
from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import SQL, Places
from pipelines.warehouse import build, freshness, incremental, packing, touched
from pipelines.warehouse.models import Model, model, models
from pipelines.warehouse.orders import Order
from tests.support.desk import desk, oracle
from tests.support.desk.oracle import differences
from tests.support.desk.publishers import LAYOUT, unknown_code, with_unknown_code
from tests.support.desk.sequences import Shelf
from tests.support.figures import figures

REPORTS, STEPS = 4, 4
"""More of both, from many seeds: `python -m tests.studies.incremental`."""


def publish(shelf: Shelf) -> None:
    """Build and publish, and note that it was judged, as a run does."""
    files = list(shelf.files.values())
    build.build(shelf.places, files, 1, may_shrink=True)
    freshness.keep(shelf.places, files, Limits())


@pytest.fixture
def shelf(places: Places, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf(places, 1)
    monkeypatch.setattr(batch, "read_again", shelf.read_again)
    monkeypatch.setattr(build, "MOST", 1)  # of so few reports hardly one is untouched
    return shelf


def said(caplog: pytest.LogCaptureFixture) -> str:
    """The line of the last build about what is judged."""
    return [r.getMessage() for r in caplog.records if r.name == "final_accounts.progress"][-1]


def test_after_changes_every_table_is_that_of_a_full_build(shelf, caplog, monkeypatch):
    caplog.set_level(logging.INFO, "final_accounts.progress")
    for _ in range(REPORTS):
        shelf.add()
    publish(shelf)
    assert not caplog.records, "there was nothing to start from, and nothing to be said of it"
    published = shelf.places.database.read_bytes()
    changes = [shelf.step() for _ in range(STEPS)]
    with monkeypatch.context() as killed, pytest.raises(KeyboardInterrupt):
        killed.setattr(build, "open_filled", interrupt)
        publish(shelf)
    assert shelf.places.database.read_bytes() == published
    publish(shelf)
    assert "can have changed: they are judged, the rest stays" in said(caplog)
    assert list(differences(shelf.places, list(shelf.files.values()), shelf.read_again)) == [], changes
    assert touched.marks_kept(shelf.places) is not None

    report = desk.reading(figures.report(3), LAYOUT)
    _, unknown = unknown_code(report)
    shelf.put("unknown.pdf", with_unknown_code(report))
    publish(shelf)
    assert said(caplog).startswith(f"[build] all reports are judged: star.dim_function lacks {unknown}")
    with duckdb.connect(shelf.places.database) as connection:
        assert connection.execute(
            "select count(*) from star.fact_expenditure where function_key[:7] = ?", [unknown]
        ).fetchall() != [(0,)]
        connection.execute("update stored.amount set code = '2999999' where form = 'T3' and code is not null")
        with pytest.raises(incremental.Doubtful, match=r"star\.dim_function is another: a code"):
            incremental._make_again(connection, model(SQL, "star.dim_function"))
    with pytest.raises(incremental.Doubtful, match="not as this version of the program made and judged it"):
        build._renew(shelf.places.warehouse / "other", Order(places=shelf.places, files=(), workers=0))


def test_what_is_put_in_lies_in_the_file_before_tables_of_all_are_made(shelf, monkeypatch):
    for _ in range(2):
        shelf.add()
    publish(shelf)
    create, are_written = incremental.create, []

    def look(connection: duckdb.DuckDBPyConnection, made: Model) -> int | None:
        in_file = "select sum(count) from pragma_storage_info('stored.amount') where column_name = 'page' and segment_type <> 'VALIDITY'"
        [(is_written,)] = connection.execute(f"select ({in_file}) >= count(*) from stored.amount").fetchall()
        are_written.append(is_written)
        return create(connection, made)

    monkeypatch.setattr(incremental, "create", look)
    shelf.add()
    publish(shelf)
    assert are_written and all(are_written), "rows of a transaction would lie in memory beyond DuckDB's limit"


def interrupt(*_: object, **__: object) -> None:
    """Stand for a run that is ended."""
    raise KeyboardInterrupt


def test_no_table_is_forgotten(small, tmp_path):
    """From a file that has lost every row, bringing all reports up to date makes every table again; a table of which nobody thinks stays empty."""
    copy = tmp_path / "copy.duckdb"
    shutil.copyfile(small.database, copy)
    files = raw_files(small.raw)
    given = {one.table for one in models(SQL) if incremental.is_of_readings(one)}
    with duckdb.connect(copy) as connection, duckdb.connect() as part:
        part.execute(f"attach {quoted(str(small.database))} as published (read_only); use published")
        names = [name for (name,) in connection.execute(oracle.TABLES).fetchall()]
        names = [name for name in names if name not in given and not name.startswith(oracle.OF_THE_CODE)]
        for name in names:
            connection.execute(f"delete from {name}")
        incremental.put_in_place(Warehouse(connection, small), Warehouse(part, small), files, {f.sha256 for f in files})
        connection.execute(f"attach {quoted(str(small.database))} as published (read_only)")
        shown = packing.views(SQL)
        found = [said for name in (*names, *shown) for said in oracle.compare(connection, name, f"published.{name}")]
    assert found == []
    assert {*names, *shown, *given} >= {one.table for one in models(SQL)} | {
        f"findings.{name}" for name in schema.TABLES
    }


def test_where_most_reports_can_have_changed_all_are_judged(shelf, monkeypatch):
    monkeypatch.setattr(build, "MOST", 2)
    monkeypatch.setattr(touched, "marks_kept", lambda _: {})
    monkeypatch.setattr(freshness, "is_as_judged", lambda *_: True)
    monkeypatch.setattr(build, "open_published", lambda _: contextlib.nullcontext())
    monkeypatch.setattr(touched, "find_changed", lambda *_: {"a"})
    monkeypatch.setattr(touched, "affected", lambda *_: {"a", "b", "c"})
    monkeypatch.setattr(incremental, "given", lambda _: {})
    with pytest.raises(incremental.Doubtful, match="3 of 3 can have changed"):
        build._renew(shelf.places.warehouse / "other", Order(places=shelf.places, files=(), workers=0))


def test_rows_of_a_report_are_made_with_nothing_else_of_all_reports():
    """What joins reports that share no name of a unit would be wrong after a change of one: it needs a thought in touched.py."""
    alone = {model.table for model in models(SQL) if incremental.key_of(model) is None}
    known = {model.table for model in models(SQL) if incremental.is_of_readings(model)} | set(incremental.UNITS)
    for one in models(SQL):
        if incremental.key_of(one):
            assert alone & set(one.reads) <= known, one.table
    assert alone - known == {"star.dim_year", "checks.liveness"}


def test_names_join_reports_over_others():
    names = {"a": {"x"}, "b": {"x", "y"}, "c": {"y"}, "d": {"z"}, "e": set()}
    assert touched.join_by_names({"a"}, names) == {"a", "b", "c"}
    assert touched.join_by_names({"d", "new"}, names) == {"d", "new"}
    assert touched.join_by_names((), names) == set()
