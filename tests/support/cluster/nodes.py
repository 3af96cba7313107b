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
_SIZED = ["--num-cpus", "1", "--object-store-memory", str(80 << 20), "--disable-usage-stats", "--block"]
_ARE_THERE = """
import sys, time, ray
ray.init(address="auto", log_to_driver=False, logging_level="ERROR")
while sum(node["Alive"] for node in ray.nodes()) < int(sys.argv[1]):
    time.sleep(0.2)
"""


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
    variables = {**os.environ, **_QUIET, **environment, "RAY_ADDRESS": f"{hosts[0].address}:{_PORT}"}
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
            log = started.enter_context(open(Path(folder) / f"{number}.log", "wb"))
            started.callback(_end, subprocess.Popen(command, env=variables, stdout=log, stderr=log), host)
            if not number:
                time.sleep(3)
        together = Cluster(hosts, variables)
        together.run("-c", _ARE_THERE, str(len(hosts)))
        yield together


def _end(program: subprocess.Popen, host: Host) -> None:
    """End a node with all that runs on its host."""
    host.kill()
    program.wait(30)
