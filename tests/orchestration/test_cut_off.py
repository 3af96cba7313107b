"""Runs that are cut off, meet another run, or a disk that takes nothing: what is published is whole, and the next run mends the rest."""

import os
import resource
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pytest

from pipelines import publishing
from pipelines.cli import main
from pipelines.queries import Warehouse
from pipelines.raw_files import raw_files
from pipelines.reading import batch
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import build
from tests.studies import cut_off
from tests.support.desk.checksums import checksums


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Places, Places]:
    """The published warehouse of one report, and that of three with it; tests work on copies of them."""
    folder = tmp_path_factory.mktemp("made")
    one, three = (Places(folder / name / "raw", folder / name / "warehouse") for name in ("one", "three"))
    for places, names in ((one, "a"), (three, "abc")):
        for seed, name in enumerate(names, 1):
            cut_off.draw(places, name, seed)
        publish(places)
    return one, three


@pytest.fixture
def published(made, places) -> Places:
    """The warehouse of one report, in places that may be changed."""
    one, _ = made
    for old, new in ((one.raw, places.raw), (one.warehouse, places.warehouse)):
        shutil.copytree(old, new, dirs_exist_ok=True)
    return places


def publish(places: Places) -> None:
    """Read and publish without the suites, which write nothing and take as long as all else."""
    files = raw_files(places.raw)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(build, "_guard", lambda _: None)
        list(batch.read_all(files, places, 1))
        build.build(places, files, 1)


def publish_copy(places: Places, of: Places) -> None:
    """Publish as any run does, with a copy of another warehouse in place of one filled from the readings."""

    @contextmanager
    def open_copy(*_: object) -> Iterator[tuple[Warehouse, dict[str, int]]]:
        copy = places.warehouse.parent / "copy.duckdb"
        shutil.copy(of.database, copy)
        with duckdb.connect(copy) as connection:
            yield Warehouse(connection, places), {}

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(build, "open_filled", open_copy)
        for where, name in ((build, "_guard"), (build.tables, "write")):
            patched.setattr(where, name, lambda _: {})
        patched.setattr(build.packing, "pack", lambda _, target: shutil.copy(of.database, target) and {})
        build.build(places, raw_files(places.raw), 1, may_shrink=True)


def test_killed_at_any_moment_nothing_is_lost(places):
    assert [fault for _, fault in cut_off.lost(places, cut_off.BARE, kills=4, seed=7) if fault] == []


def test_two_runs_at_once_take_turns(places):
    """Both wait until they may write, so that they begin to at one moment."""
    cut_off.draw(places, "a", 1)
    with publishing.turn(places.readings):
        runs = [cut_off.start(places, cut_off.BARE) for _ in range(2)]
        said = [run.stderr.readline() for run in runs]
    rest = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], rest
    assert all(line.startswith(f"waiting for process {os.getpid()}") for line in said)
    assert checksums(places.database)["star.dim_report"][0] == 1


def test_a_run_beside_it_is_waited_for(places, caplog):
    order = []
    with publishing.turn(places.database):
        other = threading.Thread(target=lambda: order.append(_turn(places)))
        other.start()
        for _ in range(6000):
            other.join(0.1)
            if caplog.text:
                break
        assert other.is_alive()
        order.append("first")
    other.join()
    assert order == ["first", "second"]
    assert f"waiting for process {os.getpid()}" in caplog.text


def _turn(places):
    with publishing.turn(places.database):
        return "second"


def test_what_a_killed_run_left_is_put_right(places):
    places.warehouse.mkdir()
    for left in (".export.123", ".export.123.old", ".export.99"):
        (places.warehouse / left).mkdir()
    (places.warehouse / ".export.123.old" / "old").touch()
    with publishing.beside(places.export) as building:
        assert (places.export / "old").exists()
        building.mkdir()
    assert [path.name for path in places.warehouse.glob(".export*")] == []
    assert list(places.export.iterdir()) == []


def test_a_run_after_one_that_was_cut_off_before_it_joined_files_joins_them(places):
    year = places.raw / "2024"
    year.mkdir()
    for file in (PROJECT / "raw" / "2024").glob("*2024年度部门决算[说附]*"):
        shutil.copy(file, year)
    assert len(list(batch.read_all(raw_files(places.raw), places, 1))) == 2
    said = job(places)
    assert said.returncode == 0, said.stderr
    assert checksums(places.database)["star.dim_report"][0] == 1


def job(places: Places, **options: object) -> subprocess.CompletedProcess[str]:
    """The main job, under conditions."""
    command = [sys.executable, *cut_off.WHOLE, str(places.raw), "--warehouse", str(places.warehouse)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, **options)


def test_a_warehouse_that_takes_no_file_is_told(places, monkeypatch, capsys):
    cut_off.draw(places, "a", 1)
    places.warehouse.touch()
    told = ["final-accounts", "warehouse", "--raw", str(places.raw), "--warehouse", str(places.warehouse)]
    monkeypatch.setattr(sys, "argv", told)
    assert main.main() == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{places.warehouse} cannot be written to, what was published stays: ")


def test_a_full_disk_leaves_the_old_warehouse(published):
    before = checksums(published.database)
    cut_off.draw(published, "b", 2)
    full = job(published, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, 4 << 20)))
    assert full.returncode == 2, full.stdout + full.stderr
    assert "cannot be written to, what was published stays" in full.stderr
    assert checksums(published.database) == before
    publish(published)
    assert checksums(published.database)["star.dim_report"][0] == 2
    assert cut_off.leftovers(published) == []


READER = """
import sys, duckdb
count = 0
while not sys.stdin.isatty():
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        [reports] = connection.execute("select count(*) from star.dim_report").fetchone()
        [facts] = connection.execute("select count(*) from star.fact_expenditure").fetchone()
        assert reports in (1, 3) and facts, (reports, facts)
    count += 1
    print(count, flush=True)
"""


def test_readers_never_see_an_error_while_runs_publish(published, made):
    command = [sys.executable, "-c", READER, str(published.database)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as reader:
        try:
            assert reader.stdout.readline() == "1\n"
            for times in range(20):
                publish_copy(published, made[1 - times % 2])
            assert reader.poll() is None
        finally:
            reader.kill()
        read, said = reader.communicate()
    assert said == ""
    assert len(read.splitlines()) > 10


def test_any_order_and_any_number_of_workers_make_the_same(made, tmp_path):
    _, three = made
    other = Places(three.raw, tmp_path / "other")
    files = raw_files(other.raw)[::-1]
    list(batch.read_all(files, other, 2))
    build.build(other, files, 2)
    first, second = checksums(three.database), checksums(other.database)
    differing = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    assert differing == {"reading.report"}  # where the reading lies is another place
    assert first["findings.finding"] == second["findings.finding"]


@pytest.mark.parametrize("left", ["a warehouse of no table", "no database at all"])
def test_a_warehouse_of_another_version_is_made_anew(left, published, made):
    one, _ = made
    published.database.unlink()
    if left == "no database at all":
        published.database.write_bytes(b"not a database")
    else:
        duckdb.connect(published.database).close()
    publish_copy(published, one)
    assert checksums(published.database)["star.dim_report"][0] == 1
