"""The folder of Dagster's history: broken it is set aside, another user's it is refused, and each is said in a sentence."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration import history, instance
from pipelines.settings import PROJECT, Places
from tests.support.tools.daemon import free_port

DATABASES = ("history/runs.db", "history/runs/index.db", "schedules/schedules.db")
PAGE = 4096


def break_it(path: Path, kind: str) -> None:
    """Break a database as disks and people do."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma journal_mode = delete")
    whole = path.read_bytes()
    broken = {
        "no database": b"x" * len(whole),
        "cut off": whole[: len(whole) // 2],
        "a page of zeros": whole[: len(whole) - 3 * PAGE] + b"\0" * 3 * PAGE,
        "ends of pages overwritten": b"".join(
            whole[n : n + PAGE - 8] + b"\xff" * 8 for n in range(0, len(whole), PAGE)
        ),
    }
    path.write_bytes(broken[kind])


def begun(places: Places) -> Path:
    """The folder of an instance with a run in its history."""
    with instance.instance(places) as opened:
        opened.add_dynamic_partitions("fiscal_year", [str(year) for year in range(1900, 2000)])
        opened.report_engine_event("begun", dg.DagsterRun("a", run_id="0" * 32))
    return places.dagster


def aside(home: Path) -> list[Path]:
    return sorted(home.glob("set_aside_*"))


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What we say, and not Dagster."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("pipelines.")]


@pytest.mark.parametrize("name", DATABASES)
@pytest.mark.parametrize("kind", ["no database", "cut off", "a page of zeros", "ends of pages overwritten"])
def test_a_broken_history_is_set_aside_and_a_new_one_begun(places, caplog, name, kind):
    home = begun(places)
    break_it(home / name, kind)
    with instance.instance(places) as opened:
        assert opened.get_runs_count() == 0
        assert not opened.has_dynamic_partition("fiscal_year", "1900")
    [line] = lines(caplog)
    [kept] = aside(home)
    assert line.startswith(f"Dagster's history is broken and was set aside in {kept}, a new one begins: {name}: ")
    assert (kept / name).is_file()
    with instance.instance(places):
        assert aside(home) == [kept]


def test_a_history_of_events_of_a_run_under_way_that_is_broken_too(places, caplog):
    home = begun(places)
    with instance.instance(places) as opened:
        from pipelines.orchestration.update import update

        run = opened.create_run_for_job(update, status=dg.DagsterRunStatus.STARTED)
        opened.report_engine_event("begun", run)
    (home / "history" / "runs" / f"{run.run_id}.db").write_bytes(b"x" * PAGE)
    with instance.instance(places) as opened:
        assert opened.get_runs_count() == 0
    assert "file is not a database" in lines(caplog)[0]
    assert len(aside(home)) == 1


def test_a_whole_history_stays_also_while_another_writes(places, caplog):
    home = begun(places)
    with closing(sqlite3.connect(home / "history/runs.db", isolation_level=None)) as other:
        other.execute("begin immediate")
        assert list(history.faults(home)) == []
        other.execute("rollback")
    with instance.instance(places) as opened:
        assert opened.has_dynamic_partition("fiscal_year", "1900")
    assert (lines(caplog), aside(home)) == ([], [])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to another user")
@pytest.mark.parametrize("name", ["", "dagster.yaml"])
@pytest.mark.parametrize("way", ["its own", "a link to its own", "its own link"])
def test_what_belongs_to_another_user_is_refused(places, tmp_path, name, way):
    home = begun(places)
    path, elsewhere = (home / name if name else home), tmp_path / "elsewhere"
    if way != "its own":
        path.rename(elsewhere)
        path.symlink_to(elsewhere)
    os.chown(elsewhere if way == "a link to its own" else path, 12345, 12345, follow_symlinks=False)
    with pytest.raises(instance.NotUsable, match=r"belongs to another user \(uid 12345\)") as said:
        instance.instance(places)
    assert len(str(said.value).splitlines()) == 1


@pytest.mark.parametrize(
    "settings",
    ["run_launcher: {module: no_such_module, class: X}", "no_such_setting: 1", "a: [", "storage: 1"],
)  # fmt: skip
def test_settings_that_dagster_does_not_accept_are_told(places, settings):
    places.dagster.mkdir(parents=True)
    (places.dagster / "dagster.yaml").write_text(settings, encoding="utf-8")
    with pytest.raises(instance.NotUsable, match=r"^Dagster does not accept .*dagster\.yaml: .") as said:
        instance.instance(places)
    assert len(str(said.value).splitlines()) == 1


def test_a_database_out_of_reach_is_told_and_stays(places):
    home = begun(places)
    for left in (home / "history").glob("runs.db*"):
        left.unlink()
    (home / "history" / "runs.db").mkdir()
    with pytest.raises(
        instance.NotUsable, match=r"^Dagster's history below .* cannot be used: unable to open database file$"
    ):
        instance.instance(places)
    assert aside(home) == []


def commands(places: Places) -> list[list[str]]:
    told = ["--raw", str(places.raw), "--warehouse", str(places.warehouse)]
    ports = ["--port", str(free_port()), "--book-port", str(free_port())]
    return [["warehouse", *told], ["ui", *told, *ports]]


def test_the_commands_say_it_in_a_sentence_and_end(places):
    """Without a stack trace, the UI without having served anything."""
    places.dagster.mkdir(parents=True)
    (places.dagster / "dagster.yaml").write_text("no_such_setting: 1", encoding="utf-8")
    for command in commands(places):
        done = subprocess.run(
            [sys.executable, "-m", "pipelines", *command], cwd=PROJECT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 2, done.stderr
        assert done.stderr.startswith("Dagster does not accept ")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("spoilt", ["no reports", "no folder"])
def test_a_failed_run_prints_no_stack_trace(places, spoilt):
    if spoilt == "no folder":
        (places.raw / "2024").mkdir()
        (places.raw / "2024" / "a.pdf").write_bytes(b"no PDF")
        places.warehouse.mkdir()
        places.readings.touch()
    [command, _] = commands(places)
    done = subprocess.run(
        [sys.executable, "-m", "pipelines", *command], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr
