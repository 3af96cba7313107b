"""How commands end: exit status, one line, no child left, whatever encoding, signal or closed pipe."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import psutil
import pytest

from pipelines.cli import ending, main, options
from pipelines.messages import message
from pipelines.reading import worker
from pipelines.serving import household
from pipelines.settings import PROJECT, Places
from tests.support.figures import figures
from tests.support.paper import layouts, paper
from tests.support.tools.daemon import LONG, wait

LAYOUT = layouts.layout("shanghai_one_column")


def draw(path: Path, seed: int = 3) -> Path:
    report = figures.report(seed, unit="样本市样本区民政局")
    return paper.draw(layouts.paper(report, LAYOUT), path, LAYOUT.style)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "pipelines", *map(str, arguments)]


def told(places: Places) -> list[str]:
    return ["--raw", str(places.raw), "--warehouse", str(places.warehouse)]


def failing(error: BaseException):
    def fail() -> int:
        raise error

    return fail


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch) -> Path:
    """Where tracebacks go."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(ending.tempfile, "tempdir", str(folder))
    return folder


def test_a_fault_of_ours_is_a_line_and_says_where_its_traceback_is(temporary, capsys):
    assert ending.run(failing(KeyError("a\nb")), is_verbose=False) == ending.CRASHED
    [kept] = temporary.iterdir()
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert f"traceback in {kept}, or with --verbose" in err
    assert "KeyError" in err
    assert "in fail" in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o077 == 0


def test_a_fault_of_ours_shows_its_traceback_where_that_is_wanted(temporary, capsys):
    assert ending.run(failing(KeyError("a")), is_verbose=True) == ending.CRASHED
    assert "in fail" in capsys.readouterr().err
    assert not list(temporary.iterdir())


def test_a_crash_of_a_command_is_never_taken_for_findings(monkeypatch, capsys):
    monkeypatch.setattr(main, "places_of", failing(RuntimeError("a fault")))
    monkeypatch.setattr(sys, "argv", ["final-accounts", "check", "a.pdf"])
    assert main.main() == 3
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("error", [ending.Refused("one_report_each"), PermissionError(13, "Permission denied", "a")])
def test_what_a_person_can_mend_is_a_line(error, temporary, capsys):
    assert ending.run(failing(error), is_verbose=True) == ending.REFUSED
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not list(temporary.iterdir())


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("becomes", [None, RuntimeError("Query interrupted"), KeyboardInterrupt()])
def test_a_signal_ends_a_command_whatever_a_library_makes_of_it(number, status, becomes, capsys):
    def stop() -> int:
        try:
            signal.raise_signal(number)
        except household.Ended:
            raise becomes or household.Ended(number) from None

    assert ending.run(stop, is_verbose=False) == status
    assert capsys.readouterr().err == "Stopped: what was published stays.\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_command_that_goes_on_after_faults(number, tmp_path):
    """What a library makes of the signal is no fault of one file of many."""

    def go_on() -> int:
        try:
            signal.raise_signal(number)
        except (household.Ended, KeyboardInterrupt):
            error = RuntimeError("Query interrupted")
        return ending.passed_over(error, tmp_path, is_verbose=False, language="en")

    assert ending.run(go_on, is_verbose=False) == 128 + number


def test_nobody_who_reads_on_is_no_fault(tmp_path):
    """As `| head` leaves a command."""
    process = subprocess.Popen(
        command("check", draw(tmp_path / "a.pdf"), tmp_path / "none.pdf"), cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdout.close()
    said = process.stderr.read().decode()
    assert (process.wait(), said) == (ending.CLOSED, "")


SPELT_OUT = [
    {"PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "POSIX"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.mark.parametrize("environment", SPELT_OUT)
def test_any_standard_output_takes_what_a_command_says(environment, tmp_path):
    path = tmp_path / "样本.pdf"
    path.write_bytes(draw(tmp_path / "a.pdf").read_bytes())
    said = [
        subprocess.run(command(*one), cwd=PROJECT, env=os.environ | environment, capture_output=True, check=False)
        for one in (["--help", "--language", "zh"], ["check", path, "--format", "json"])
    ]
    assert [(done.returncode, done.stderr) for done in said] == [(0, b""), (0, b"")]
    assert any(text in said[0].stdout for text in (b"\\u90e8\\u95e8", "部门".encode()))
    told = json.loads(said[1].stdout)
    assert (told["file"], told["findings"]) == (str(path), [])


def test_a_run_says_its_lines_in_any_encoding(places):
    draw(places.raw / "a.pdf").rename(places.raw / "决算.pdf")
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(
        command("warehouse", *told(places)), cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "[1/1] \\u51b3\\u7b97.pdf  read" in done.stdout


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_told_to_stop_while_it_reads_a_run_leaves_nothing(number, status, places):
    """The signal goes to all processes at once, as a terminal or a service manager sends it: no report is held for it."""
    draw(places.raw / "a.pdf")
    process = subprocess.Popen(
        command("warehouse", *told(places)), cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    children = wait(lambda: reading(process), LONG, "no worker reads")
    os.killpg(process.pid, number)
    _, said = process.communicate(timeout=LONG)
    assert (process.returncode, said) == (status, "Stopped: what was published stays.\n")
    _, alive = psutil.wait_procs(children, 60)
    assert [one for one in alive if one.status() != psutil.STATUS_ZOMBIE] == []
    assert not list(places.warehouse.rglob("*.parquet"))


def reading(process: subprocess.Popen) -> list[psutil.Process]:
    """All the children, once a worker is among them."""
    children = psutil.Process(process.pid).children(recursive=True)
    return children if any("spawn_main" in " ".join(one.cmdline()) for one in children) else []


HOLDER = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def test_a_warehouse_another_program_holds_is_said_in_a_line(places, capsys, monkeypatch):
    places.warehouse.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(places.database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        for one in ("book", "export"):
            monkeypatch.setattr(sys, "argv", ["final-accounts", one, *told(places)])
            assert main.main() == 2
            [line] = capsys.readouterr().err.splitlines()
            assert line.startswith("the warehouse cannot be used: IO Error: Could not set lock on file")
        holder.stdin.close()


def test_a_place_that_takes_no_file_is_said_in_a_line(places, capsys, monkeypatch):
    places.warehouse.mkdir()
    duckdb.connect(places.database).close()
    (places.warehouse / ".locks").touch()
    for one in ("book", "export"):
        monkeypatch.setattr(sys, "argv", ["final-accounts", one, *told(places)])
        assert main.main() == 2
        [line] = capsys.readouterr().err.splitlines()
        assert line.startswith("the system refuses it: ")


@pytest.mark.parametrize("statement", ["selec 1", "select cast('x' as int)", "from read_csv('no-such-file')"])
def test_a_statement_that_cannot_be_answered_is_no_fault_of_ours(statement, places, capsys, monkeypatch):
    places.warehouse.mkdir()
    duckdb.connect(places.database).close()
    monkeypatch.setattr(sys, "argv", ["final-accounts", "sql", *told(places)[2:], statement])
    assert main.main() == ending.REFUSED
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("DuckDB does not take the statement: ")


def test_a_worker_that_cannot_be_started_is_no_folder_that_cannot_be_written(places, capsys, monkeypatch):
    (places.raw / "2024").mkdir(parents=True)
    draw(places.raw / "2024/a.pdf")
    monkeypatch.setattr(worker, "work", None)
    monkeypatch.setattr(sys, "argv", ["final-accounts", "warehouse", *told(places), "--quiet"])
    assert main.main() == ending.REFUSED
    assert capsys.readouterr().err.startswith("a reading process cannot be started (")


def test_every_exit_status_is_told_wherever_a_person_looks(capsys):
    for arguments in ([], ["check"], ["warehouse"]):
        with pytest.raises(SystemExit):
            options.parser().parse_args([*arguments, "--help"])
        assert " ".join(capsys.readouterr().out.split()).endswith(message("help_statuses").en)
    operate = (PROJECT / "docs" / "operate.md").read_text(encoding="utf-8")
    statuses = [ending.DONE, ending.FOUND, ending.REFUSED, ending.CRASHED, 130, ending.CLOSED, 143]
    assert all(f"\n| {status} | " in operate for status in statuses)
