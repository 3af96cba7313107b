"""Nodes: a Ray cluster over hosts, a head on the first and a node on each other; what is run on the head's host.

Belongs here: starting them, waiting for them. Does not belong here: the hosts (network), what a run does there (tests/cluster).
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipelines.settings import PROJECT
from tests.support.cluster.network import Host

_STARTS_WITHIN = 120.0
_PORT = 6379
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0", "PYTHONPATH": str(PROJECT)}
_IMPATIENT = {"RAY_grpc_client_keepalive_time_ms": "20000", "RAY_grpc_client_keepalive_timeout_ms": "10000"}
"""So that who waits for a node that was cut off hears within half a minute that it is gone; unless told, Ray takes seven."""
_SIZED = ["--num-cpus", "1", "--object-store-memory", str(80 << 20), "--disable-usage-stats", "--block"]
_IS_UP = "This command will now block"
"""What Ray says once a node is there."""


@dataclass(frozen=True)
class Cluster:
    """A head and nodes; environment: what programs on the head's host are told."""

    hosts: Sequence[Host]
    environment: Mapping[str, str]

    def start(self, *arguments: str) -> subprocess.Popen:
        """Start Python with these arguments on the head's host; what it says is text to be read."""
        command = self.hosts[0].command(sys.executable, *arguments)
        return subprocess.Popen(
            command,
            cwd=PROJECT,
            env=dict(self.environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str) -> str:
        """Run Python there to its end; returns what it said, raises RuntimeError with that where it fails."""
        with self.start(*arguments) as program:
            said, _ = program.communicate()
        if program.returncode:
            raise RuntimeError(said[-3000:])
        return said


@contextmanager
def cluster(hosts: Sequence[Host], environment: Mapping[str, str]) -> Iterator[Cluster]:
    """A Ray cluster over these hosts, of which each process has this environment; ended when left."""
    variables = {**os.environ, **_QUIET, **_IMPATIENT, **environment, "RAY_ADDRESS": f"{hosts[0].address}:{_PORT}"}
    ray = str(Path(sys.executable).with_name("ray"))
    with ExitStack() as started, tempfile.TemporaryDirectory(prefix="r", dir="/tmp") as folder:
        for number, host in enumerate(hosts):
            joins = (
                ["--address", variables["RAY_ADDRESS"]]
                if number
                else ["--head", "--port", str(_PORT), "--include-dashboard", "false"]
            )
            where = [] if number else ["--temp-dir", folder]
            command = host.command(ray, "start", *joins, *where, "--node-ip-address", host.address, *_SIZED)
            log = Path(folder) / f"{number}.log"
            with open(log, "wb") as said:
                program = subprocess.Popen(command, env=variables, stdout=said, stderr=said)
            started.callback(_end, program, host)
            _await(program, log)  # nodes that start at the same time in one folder of sessions take each other's files
        yield Cluster(hosts, variables)


def _await(program: subprocess.Popen, log: Path) -> None:
    """Wait until a node is there; raises RuntimeError with what it said where it ends instead, or takes too long."""
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until and program.poll() is None:
        if _IS_UP in log.read_text(encoding="utf-8", errors="replace"):
            return
        time.sleep(0.2)
    raise RuntimeError(f"a node does not start: {log.read_text(encoding='utf-8', errors='replace')[-1500:]}")


def _end(program: subprocess.Popen, host: Host) -> None:
    """End a node with all that runs on its host."""
    host.kill()
    program.wait(30)
