"""The UI and its daemon as `make ui` starts them, spoken to as the browser does; ended with all they started.

Belongs here: starting, asking by GraphQL, waiting, the memory of all processes, ending. Does not belong here: what should happen.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from pipelines.settings import PROJECT, Places

MIB = 1024 * 1024
LONG = 1800.0
"""Seconds after which what is waited for will not come, on the busiest machine."""
_KINDS = {
    "pipelines.orchestration.webserver": "webserver",
    "pipelines.orchestration.services": "services",
    "pipelines.serving.pages": "pages",
    "dagster._daemon": "daemon",
}
"""The module a process was started with → what it does."""


@dataclass(kw_only=True)
class Desk:
    """A UI: its process, its address, that of the evidence pages, the file of what it says; its exit status in the end."""

    process: psutil.Process
    address: str
    pages: str
    log: Path
    status: int | None = None
    seen: set[psutil.Process] = field(default_factory=set)

    def ask(self, query: str, **variables: object) -> dict:
        """The answer to a GraphQL query; raises RuntimeError where it has errors."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(f"{self.address}/graphql", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=LONG) as answer:
            said = json.load(answer)
        if said.get("errors"):
            raise RuntimeError(said["errors"])
        return said["data"]

    def runs(self) -> list[dict]:
        """All runs, the latest first."""
        query = "{ runsOrError { ... on Runs { results { id jobName status tags { key value } startTime endTime } } } }"
        return self.ask(query)["runsOrError"]["results"]

    def seconds_to_answer(self) -> float:
        """Seconds one small question takes."""
        began = time.monotonic()
        self.ask("{ version runsOrError(limit: 1) { ... on Runs { results { id status } } } }")
        return time.monotonic() - began

    def processes(self) -> list[psutil.Process]:
        """The UI and all it started that lives; those started are known until the end, whoever their parent is by then."""
        with suppress(psutil.Error):
            self.seen.update([self.process, *self.process.children(recursive=True)])
        return [process for process in self.seen if process.is_running()]

    def memory(self) -> dict[str, float]:
        """MiB the processes occupy, by what they do."""
        sums: dict[str, float] = {}
        for process in self.processes():
            try:
                kind = _kind(process, self.process)
                sums[kind] = sums.get(kind, 0) + process.memory_info().rss / MIB
            except psutil.Error:
                continue
        return sums


def _kind(process: psutil.Process, ui: psutil.Process) -> str:
    """What a process does, by the modules it was started with; paths say nothing."""
    words = {word for word in process.cmdline() if "/" not in word}
    for mark, kind in _KINDS.items():
        if mark in words:
            return kind
    if "grpc" in words:
        return "code server"
    if process == ui:
        return "ui"
    if _is_spawned(process):
        return "worker" if _is_spawned(process.parent()) else "run"
    return "other"


def _is_spawned(process: psutil.Process | None) -> bool:
    """Whether Python's multiprocessing started it: the code server starts a run so, and a run its workers."""
    return process is not None and any("multiprocessing.spawn" in word for word in process.cmdline())


def free_port() -> int:
    """A port of loopback nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def desk(places: Places, log: Path) -> Iterator[Desk]:
    """`python -m pipelines ui` on free ports, ready to answer; ended afterwards with every process it started."""
    port, book_port = free_port(), free_port()
    command = [sys.executable, "-m", "pipelines", "ui", "--raw", str(places.raw), "--warehouse", str(places.warehouse)]
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [*command, "--port", str(port), "--book-port", str(book_port)], cwd=PROJECT, stdout=said, stderr=said, start_new_session=True,
        )  # fmt: skip
    one = Desk(
        process=psutil.Process(process.pid),
        address=f"http://127.0.0.1:{port}",
        pages=f"http://127.0.0.1:{book_port}",
        log=log,
    )
    try:
        wait(lambda: _answers(one), LONG, f"the UI does not answer, see {log}")
        yield one
    finally:
        _end(one, process)


def _answers(one: Desk) -> bool:
    try:
        return bool(one.ask("{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }"))
    except (OSError, RuntimeError, ValueError):
        return False


def _end(one: Desk, process: subprocess.Popen) -> None:
    """Ctrl-C, as a terminal sends it, and the hard way for those that stay."""
    one.processes()
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    with suppress(subprocess.TimeoutExpired):
        one.status = process.wait(120)
    _, alive = psutil.wait_procs(one.processes(), timeout=120)
    for left in alive:
        left.kill()


def wait(until: Callable[[], object], seconds: float, otherwise: str) -> object:
    """The first true value of a question asked again and again; raises TimeoutError with what is said otherwise.

    seconds: by the clock, so wide (LONG): a machine that is busy with something else takes ten times as long.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := until():
            return answer
        time.sleep(0.5)
    raise TimeoutError(otherwise)
