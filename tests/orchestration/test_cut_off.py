"""Runs that are cut off, meet another run, or a disk that takes nothing: what is published is whole, and the next run mends the rest."""

import os
import resource
import subprocess
import sys
import threading

import duckdb
import pytest

from pipelines import publishing
from pipelines.reading import batch
from pipelines.settings import PROJECT, Places, raw_files
from pipelines.warehouse import build
from tests.studies import cut_off
from tests.support.desk.checksums import checksums


def test_killed_at_any_moment_nothing_is_lost(places):
    assert [fault for _, fault in cut_off.lost(places, cut_off.BARE, kills=5, seed=7) if fault] == []


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


def job(places: Places, **options: object) -> subprocess.CompletedProcess[str]:
    """The main job, under conditions."""
    command = [sys.executable, *cut_off.WHOLE, str(places.raw), "--warehouse", str(places.warehouse)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, **options)


def test_a_warehouse_that_takes_no_file_is_told(places):
    cut_off.draw(places, "a", 1)
    places.warehouse.touch()
    done = job(places)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{places.warehouse} cannot be written to, what was published stays: ")


def test_a_full_disk_leaves_the_old_warehouse(places):
    cut_off.draw(places, "a", 1)
    assert cut_off.finish(places, cut_off.BARE) == ""
    before = checksums(places.database)
    cut_off.draw(places, "b", 2)
    full = job(places, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 20, 4 << 20)))
    assert full.returncode == 2, full.stdout + full.stderr
    assert "cannot be written to, what was published stays" in full.stderr
    assert checksums(places.database) == before
    assert cut_off.finish(places, cut_off.BARE) == ""
    assert checksums(places.database)["star.dim_report"][0] == 2
    assert cut_off.leftovers(places) == []


READER = """
import sys, duckdb
count = 0
while not sys.stdin.isatty():
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        [reports] = connection.execute("select count(*) from star.dim_report").fetchone()
        [facts] = connection.execute("select count(*) from star.fact_expenditure").fetchone()
        assert reports in (1, 2) and facts, (reports, facts)
    count += 1
    print(count, flush=True)
"""


def test_readers_never_see_an_error_while_runs_publish(places):
    cut_off.draw(places, "a", 1)
    publish(places)
    command = [sys.executable, "-c", READER, str(places.database)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    ) as reader:
        try:
            for times in range(4):
                if times % 2:
                    (places.raw / "2024/b.pdf").unlink()
                else:
                    cut_off.draw(places, "b", 2)
                publish(places)
            assert reader.poll() is None
        finally:
            reader.terminate()
        read, said = reader.communicate()
    assert said == ""
    assert len(read.splitlines()) > 10


def publish(places):
    files = raw_files(places.raw)
    list(batch.read_all(files, places, 1))
    build.build(places, files, 1, may_shrink=True)  # one of two reports is taken away again


def test_any_order_and_any_number_of_workers_make_the_same(places):
    for seed, name in enumerate("abcd"):
        cut_off.draw(places, name, seed)
    files = raw_files(places.raw)
    list(batch.read_all(files, places, 1))
    build.build(places, files, 1)
    first = checksums(places.database)
    other = type(places)(places.raw, places.warehouse.with_name("other"))
    list(batch.read_all(files[::-1], other, 2))
    build.build(other, files[::-1], 2)
    second = checksums(other.database)
    differing = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    assert differing == {"reading.report"}  # where the reading lies is another place
    assert first["findings.finding"] == second["findings.finding"]


@pytest.mark.parametrize("left", ["a warehouse of no table", "no database at all"])
def test_a_warehouse_of_another_version_is_made_anew(left, places):
    cut_off.draw(places, "a", 1)
    places.warehouse.mkdir()
    if left == "no database at all":
        places.database.write_bytes(b"not a database")
    else:
        duckdb.connect(places.database).close()
    publish(places)
    assert checksums(places.database)["star.dim_report"][0] == 1
