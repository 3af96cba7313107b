"""What lots make is together, row for row, what all reports make at once."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace

import duckdb
import pytest

from pipelines.queries import Warehouse, query, quoted
from pipelines.raw_files import RawFile, raw_files
from pipelines.reading import pool
from pipelines.settings import SQL, Places
from pipelines.warehouse import (
    build,
    by_lots,
    database,
    incremental,
    judged_lots,
    kept_answers,
    lots,
    merging,
    models,
    packing,
    sources,
    survey,
    touched,
)
from pipelines.warehouse.filling import Contents
from pipelines.warehouse.orders import Order
from tests.support.desk import oracle


@pytest.fixture(scope="module")
def known(small) -> survey.Survey:
    return survey.survey(small, raw_files(small.raw))


@pytest.fixture(scope="module")
def kept(small, known, tmp_path_factory) -> Places:
    """Places where two lots of three reports are kept as they were judged, and a lake would hold them."""
    places = replace(small, warehouse=tmp_path_factory.mktemp("lots"))
    shared = lots.lots(known.names, most=1)
    assert sorted(len(lot.reports) for lot in shared) == [1, 2], "a department's two years are one lot"
    with duckdb.connect(places.warehouse / "lake") as connection:
        target = Warehouse(connection, small)
        sources.define_macros(target)
        for number, lot in enumerate(shared):
            some = [file for file in raw_files(small.raw) if file.sha256 in lot.reports]
            with lots.open_judged(Contents(places=small, files=some, read=no_reading, given=known.given)) as part:
                lots.lay_out(target, part)
                lots.put(target, part, lot.reports)
                lots.finish(target, part, known.given)
                judged_lots.keep(Warehouse(part.connection, places), str(number))
    return places


def test_lots_make_together_what_all_make(small, kept):
    with duckdb.connect(kept.warehouse / "lake") as connection:
        target = Warehouse(connection, small)
        connection.execute(f"attach {quoted(str(small.database))} as whole (read_only)")
        names = [name for (name,) in connection.execute(oracle.TABLES).fetchall()]
        assert len(names) > 50
        assert [said for name in names for said in oracle.compare(connection, f"whole.{name}", name)] == []
        lots.drop(target, "(select sha256 as report_id from raw.file limit 1)")
        assert list(oracle.compare(connection, "whole.checks.outcome", "checks.outcome")) != [], "it is compared"


def test_kept_lots_make_together_the_file_that_all_make(small, known, kept, tmp_path):
    with lots.open_judged(Contents(places=kept, files=(), read=no_reading)) as empty:
        paths = [judged_lots.path_of(kept, lot) for lot in ("0", "1")]
        counts = merging.merge(empty, paths, known.given, tmp_path / "merged", may_shrink=False)
    with duckdb.connect(tmp_path / "merged") as connection:
        connection.execute(f"attach {quoted(str(small.database))} as whole (read_only)")
        names = [name for (name,) in connection.execute(oracle.TABLES).fetchall() if not name.startswith("stored.")]
        assert len(names) > 50
        shown = [*names, *packing.views(SQL)]
        assert [said for name in shown for said in oracle.compare(connection, f"whole.{name}", name)] == []
        for one in packing.stored(SQL):
            assert list(oracle.compare(connection, *(oracle.by_id(one, name) for name in ("whole", "merged")))) == []
        assert counts["star.dim_report"] == 3
        assert not counts.keys() ^ incremental.count_rows(Warehouse(connection, small)).keys()
        for table, column in (("report", "report"), ("amount", "number"), ("instance", "report"), ("value", "cents")):
            lying = connection.execute(f"select {column} from stored.{table} where {column} is not null order by rowid")
            keys = [key for (key,) in lying.fetchall()]
            assert keys == sorted(keys), table
        for one in kept_answers.tables(SQL):
            told = connection.execute(f"select fiscal_year, unit_name from {one.table} order by rowid").fetchall()
            assert told == sorted(told), one.table


def test_only_lots_that_changed_are_judged_again(tmp_path, monkeypatch):
    """A lot is taken as it was judged while its readings, the program and what is known of all readings are the same."""
    places = Places(tmp_path, tmp_path)
    files = [RawFile(tmp_path / f"{key}.pdf", f"2024/{key}.pdf", key * 64, "2024") for key in "abc"]
    for file in files:
        put(places, file, "read")
    names, asked = {file.sha256: {file.name} for file in files}, []

    def judge(task: by_lots.Task) -> int:
        asked.append(task.reports)
        judged_lots.path_of(places, by_lots.digest(task)).touch()
        return len(task.reports)

    monkeypatch.setattr(by_lots, "survey", lambda *_: survey.Survey(names, {}))
    monkeypatch.setattr(by_lots, "judge", judge)
    monkeypatch.setattr(lots, "open_judged", lambda *_: nullcontext())
    monkeypatch.setattr(by_lots, "OF_A_FILE", 1)
    monkeypatch.setattr(merging, "merge", lambda empty, paths, *_: {str(path): None for path in paths})
    places.judged.mkdir()

    def build() -> tuple[list[set[str]], set[str]]:
        asked.clear()
        paths = by_lots.build_file(tmp_path / "building", Order(places=places, files=files, workers=1))
        assert {str(path) for path in places.judged.iterdir()} == set(paths)
        return sorted(asked, key=min), {report for one in asked for report in one}

    first, everything = build()
    assert everything == set(names)
    assert build() == ([], set())
    put(places, files[1], "read again")
    changed, reports = build()
    assert changed == [one for one in first if files[1].sha256 in one]
    assert reports != everything
    monkeypatch.setattr(by_lots, "code_of", lambda _: "another version")
    assert build() == (first, everything)


def test_lots_stay_until_something_is_made_without_them(small, tmp_path, monkeypatch):
    """Where lots do not fit together all is judged at once; a full disk stops that too, and the next run needs them."""
    places = replace(small, warehouse=tmp_path)
    shutil.copytree(small.readings, places.readings)
    lot = judged_lots.path_of(places, "lot")
    lot.parent.mkdir()
    lot.touch()
    monkeypatch.setattr(by_lots, "OF_A_FILE", 1)
    monkeypatch.setattr(by_lots, "build_file", raising(duckdb.IOException("No space left on device")))
    with monkeypatch.context() as full, pytest.raises(OSError, match="full"):
        full.setattr(build, "_build_at_once", raising(OSError("full")))
        build.build(places, raw_files(small.raw), 1)
    assert lot.exists()
    build.build(places, raw_files(small.raw), 1)
    assert database.is_published(places)
    assert not lot.exists()


def test_of_a_judged_lot_nothing_is_left_but_its_rows(small, known, tmp_path):
    """A hundred thousand reports left 28 GB of databases until the last lot was judged."""
    places = replace(small, warehouse=tmp_path)
    shutil.copytree(small.readings, places.readings)
    workshop = tmp_path / "workshop"
    workshop.mkdir()
    files = raw_files(small.raw)
    order = Order(places=places, files=files, workers=1)
    task = by_lots.Task(order=order, given=known.given, made_with="all", workshop=workshop)
    assert by_lots.judge(task) == len(files)
    assert judged_lots.path_of(places, by_lots.digest(task)).exists()
    assert list(workshop.iterdir()) == []


def test_a_reading_damaged_before_the_survey_is_said_to_be(small, tmp_path):
    places = replace(small, warehouse=tmp_path)
    shutil.copytree(small.readings, places.readings)
    files = raw_files(small.raw)
    path = places.reading(files[0])
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(by_lots.Damaged, match=path.name):
        by_lots.build_file(tmp_path / "building", Order(places=places, files=files, workers=1))


def raising(error: Exception) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(("reports", "megabytes"), [(20, "300MB"), (200, "300MB"), (1100, "990MB")])
def test_a_lot_of_one_long_chain_has_more_memory(reports, megabytes):
    assert database.building_settings(reports, beside=2)["memory_limit"] == megabytes


@pytest.mark.parametrize(
    ("reports", "touched", "memory"),
    [(10_000, 3, "256MB"), (10_000, 300, "300MB"), (10_000, 2_000, "512MB"), (100_000, 1, "1000MB")],
)
def test_a_few_reports_are_put_in_with_less_memory(reports, touched, memory):
    assert database.renewing_settings(reports, touched)["memory_limit"] == memory


@pytest.mark.parametrize(("reports", "memory"), [(10_000, "512MB"), (100_000, "1000MB")])
def test_tables_over_more_reports_have_more_memory(reports, memory):
    assert database.memory_over_all(reports) == memory


def test_lots_are_put_together_with_the_memory_of_all_reports(small, known, kept, tmp_path, monkeypatch):
    """What 512 MB could not hold at 100,000 reports had all of them judged at once."""
    asked, make, least = [], lots.make_tables_of_all, "select current_setting('memory_limit')"
    monkeypatch.setattr(database, "_A_REPORT_OVER_ALL", 400)

    def made(target: Warehouse, *given: Mapping) -> None:
        asked.extend(target.connection.execute(least).fetchall())
        make(target, *given)

    monkeypatch.setattr(lots, "make_tables_of_all", made)
    with lots.open_judged(Contents(places=kept, files=(), read=no_reading)) as empty:
        paths = [judged_lots.path_of(kept, lot) for lot in ("0", "1")]
        merging.merge(empty, paths, known.given, tmp_path / "merged", may_shrink=False)
    assert asked == [("1.1 GiB",)]


def put(places: Places, file: RawFile, content: str) -> None:
    """Have a reading on the shelf, of which only its marks are asked."""
    path = places.reading(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


def test_what_was_seen_of_a_reading_is_seen_once(small, tmp_path, monkeypatch):
    places = replace(small, warehouse=tmp_path)
    shutil.copytree(small.readings, places.readings)
    files, looked = raw_files(small.raw), []
    look = survey._look
    monkeypatch.setattr(survey, "_given", lambda _, unlisted: {"unlisted": [tuple(row) for row in unlisted]})
    monkeypatch.setattr(survey, "_look", lambda p, some, marks: looked.append(len(some)) or look(p, some, marks))
    first = survey.survey(places, files, "code")
    assert first == survey.survey(places, files, "code")
    assert looked == [len(files)]
    path = places.reading(files[0])
    os.utime(path, (0, 0))
    assert first == survey.survey(places, files, "code")
    assert looked == [len(files), 1]
    assert first == survey.survey(places, files, "another")
    assert looked == [len(files), 1, len(files)]


def test_processes_side_by_side_see_what_one_sees(small, tmp_path, monkeypatch):
    places = replace(small, warehouse=tmp_path)
    shutil.copytree(small.readings, places.readings)
    files, shared, side_by_side = raw_files(small.raw), [], pool.side_by_side
    monkeypatch.setattr(survey, "_AT_ONCE", 1)
    monkeypatch.setattr(survey, "_given", lambda _, unlisted: {"unlisted": [tuple(row) for row in unlisted]})
    monkeypatch.setattr(pool, "side_by_side", lambda *asked: shared.append(len(asked[1])) or side_by_side(*asked))
    alone = survey.survey(places, files)
    assert shared == []
    assert survey.survey(places, files, beside=2) == alone
    assert shared == [len(files)]
    path = places.reading(files[0])
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(by_lots.Damaged, match=path.name):
        by_lots.build_file(tmp_path / "building", Order(places=places, files=files, workers=2))


def test_parts_of_readings_say_what_whole_readings_say(small, tmp_path, monkeypatch):
    """On a shelf that machines share DuckDB takes whole readings."""
    places = replace(small, warehouse=tmp_path)
    shutil.copytree(small.readings, places.readings)
    files = raw_files(small.raw)
    again = replace(files[0], folder="elsewhere", name=f"elsewhere/{files[0].path.name}")
    places.reading(again).parent.mkdir()
    shutil.copy(places.reading(files[0]), places.reading(again))
    for some in (files, [*files, again]):
        with survey._opened(places, some, survey._PARTS) as parts, survey._opened(places, some) as whole:
            asked = query(SQL, "lots/seen")
            rows = [sorted(map(repr, one.connection.execute(asked).fetchall())) for one in (parts, whole)]
            assert rows[0] == rows[1]
            assert len(rows[0]) == len(files), "each report once"
    ask = Warehouse.ask
    of_a_classification = query(SQL, "lots/unlisted").replace("not in (select code", "in (select code")

    def of_others(one: Warehouse, name: str) -> duckdb.DuckDBPyConnection:
        return one.connection.execute(of_a_classification) if name == "lots/unlisted" else ask(one, name)

    monkeypatch.setattr(Warehouse, "ask", of_others)
    monkeypatch.setattr(survey, "_given", lambda _, unlisted: {"unlisted": unlisted})
    seen = survey.survey(places, files)
    assert seen.given["unlisted"], "the samples have no code that no classification has"
    monkeypatch.setattr(survey, "_PARTS", ())
    monkeypatch.setattr(survey, "_PARTS_OF_AMOUNTS", ())
    assert survey.survey(places, files) == seen


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
        for table in (
            "reference.identity",
            "checks.related_report",
            "star.disclosure",
            "checks.form_status",
            "checks.form_amount",
        ):
            connection.execute(f"create table {table} as from whole.{table}")
        missing = "select * replace ('missing' as status, 'form missing: ' || form as reason) from checks.form_status"
        connection.execute(f"create or replace table checks.form_status as {missing} order by {order}")
        rows = connection.execute(query(SQL, "checks/kernel/missing_form")).fetchall()
    assert {reason for identity, _, reason in rows if identity == "W5-01"} == {"form missing: T5"}


def test_what_the_survey_asks_is_all_that_tables_of_all_reports_read():
    early = [one for one in models.models(SQL) if incremental.is_of_readings(one)]
    assert {table for one in early for table in one.reads if table.startswith("reading.")} == {"reading.amount"}
