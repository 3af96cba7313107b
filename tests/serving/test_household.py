"""Households: whoever is told to stop or is killed, nothing that was started is left."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from pipelines.settings import PROJECT
from tests.support.tools.daemon import LONG, wait

FRONT = """
import sys
from pipelines.serving import household
household.PATIENCE = 2
try:
    with household.ended_by_signal():
        print("ready", flush=True)
        sys.exit(household.run([sys.executable, "-c", sys.argv[1], *sys.argv[2:]], [], {}))
except household.Ended as told:
    print("stopped")
    sys.exit(told.status)
"""
HEAD = """
import subprocess, sys, time
from pathlib import Path
from pipelines.serving import household
household.PATIENCE = 2
CHILD = "import signal, subprocess, sys, time; {}; print('up', flush=True); time.sleep(100)"
try:
    with household.head():
        for ignored in ("pass", "signal.signal(signal.SIGINT, signal.SIG_IGN)", "import os; os.setpgid(0, 0)"):
            grandchild = f"subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(100)']); {ignored}"
            subprocess.Popen([sys.executable, "-c", CHILD.format(grandchild)], stdin=subprocess.DEVNULL)
        Path(sys.argv[1]).touch()
        time.sleep(float(sys.argv[2]))
        print("a word at the end", flush=True)
except household.Ended as told:
    print("a word while ending", flush=True)
    sys.exit(told.status)
"""
UP = 3
ALL = 1 + 2 * UP
"""The head, its children, and theirs."""


def start(folder: Path, seconds: float) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", FRONT, HEAD, str(folder / "started"), str(seconds)],
        cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


@pytest.fixture
def front(tmp_path) -> Iterator[tuple[subprocess.Popen, list[psutil.Process]]]:
    """A front whose household is up, and all the processes of that."""
    process = start(tmp_path, 100)
    try:
        yield process, wait(lambda: everybody(process), LONG, "the household is not up")
    finally:
        process.kill()


def everybody(process: subprocess.Popen) -> list[psutil.Process]:
    found = psutil.Process(process.pid).children(recursive=True)
    return found if len(found) == ALL else []


def alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    return [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_told_to_stop_all_end_and_one_line_is_said(front, number, status):
    process, household = front
    process.send_signal(number)
    said, _ = process.communicate(timeout=LONG)
    assert process.returncode == status
    assert [line for line in said.splitlines() if line not in ("up", "ready")] == ["stopped"]
    assert alive(household) == []


def test_a_front_that_is_killed_leaves_nothing(front):
    process, household = front
    process.kill()
    wait(lambda: not alive(household), LONG, f"{household} live on")


def test_a_head_that_is_killed_leaves_nothing(front):
    process, household = front
    household[0].kill()
    process.communicate(timeout=LONG)
    assert process.returncode != 0
    assert alive(household) == []


def test_a_command_that_ends_by_itself_ends_all(tmp_path):
    process = start(tmp_path, 3)
    household = wait(lambda: everybody(process), LONG, "the household is not up")
    said, _ = process.communicate(timeout=LONG)
    assert process.returncode == 0
    assert "a word at the end" in said.splitlines()
    assert alive(household) == []
