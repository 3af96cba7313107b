"""Workers: what counts as too long and too much, and that none outlives the one that started it."""

import signal
import subprocess
import sys
import time
from itertools import pairwise
from types import SimpleNamespace

import psutil
import pytest

from pipelines.limits import PATIENCE, Limits
from pipelines.reading import worker, workers
from pipelines.reading.allowance import Allowance
from pipelines.settings import PROJECT
from tests.support.faults import mortal


def test_the_time_a_process_may_take_is_processor_time_and_much_more_by_the_clock():
    """By a clock that the test turns: what the machine does beside it decides nothing."""
    now = SimpleNamespace(spent=7.0, clock=1000.0)
    allowance = Allowance(3, lambda: now.spent, lambda: now.clock)
    assert not allowance.is_over()
    now.spent, now.clock = 10.0, 1000 + 3 * PATIENCE
    assert not allowance.is_over()
    now.spent = 10.1
    assert allowance.is_over()
    now.spent, now.clock = 7.0, 1000.1 + 3 * PATIENCE
    assert allowance.is_over()


def test_a_task_that_waits_longer_than_the_limit_is_not_stopped():
    with workers.crew(1, Limits(1, 600)) as crew:
        assert crew.submit(time.sleep, 2).result() is None


@pytest.mark.parametrize(("task", "limit"), [((sum, range(10**15)), 1), ((time.sleep, 3600), 0.1)])
def test_a_task_that_works_or_waits_for_ever_is_stopped(task, limit):
    with workers.crew(1, Limits(limit, 600)) as crew, pytest.raises(workers.TooLong, match=f"^{limit} s$"):
        crew.submit(*task).result()


def test_a_task_has_the_whole_limit_whatever_its_worker_did_before():
    """The processor time of a process counts from its start, that of a task from its own."""
    with workers.crew(1, Limits(2, 600)) as crew:
        while crew.submit(time.process_time).result() < 3:
            crew.submit(sum, range(10**6)).result()


def test_a_process_beyond_the_memory_limit_is_stopped_by_the_next_look(monkeypatch):
    """It is looked at now and then, later where the machine is busy; what it took by then is what nobody can promise."""
    seen, look = [], worker.Worker._memory

    def looked(one):
        seen.append(look(one))
        return seen[-1]

    monkeypatch.setattr(worker.Worker, "_memory", looked)
    with workers.crew(1, Limits(60, 300)) as crew, pytest.raises(workers.TooMuchMemory):
        crew.submit(mortal.grow).result()
    *held, last = (now + max(now - before, 0) for before, now in pairwise(seen))
    assert max(held) <= 300 < last
    assert max(seen) > 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_worker_that_is_told_to_stop_stops_the_run_and_holds_no_task(number):
    """A service manager tells all processes at once: the task is not to blame. Under nohup SIGHUP tells nobody anything."""
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip(f"{number.name} is ignored in this session (nohup), by its workers too")
    with workers.crew(1, Limits()) as crew, pytest.raises(workers.Stopped, match=number.name):
        crew.submit(signal.raise_signal, number).result()


ORPHAN = """
from pipelines.reading import workers
from pipelines.limits import Limits
from tests.support.faults import mortal
if __name__ == "__main__":
    with workers.crew(1, Limits()) as crew:
        crew.submit(mortal.wait).result()
"""


def test_a_worker_ends_with_the_process_that_started_it(tmp_path):
    """A run that is killed leaves no process that goes on reading."""
    (tmp_path / "orphan.py").write_text(ORPHAN, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "orphan.py")]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as run:
        worker = psutil.Process(int(run.stdout.readline()))
        run.kill()
    gone, _ = psutil.wait_procs([worker], timeout=120)
    assert gone
