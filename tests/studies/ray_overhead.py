"""What a report costs on Ray and by the crew of one machine, starts apart (`python -m tests.studies.ray_overhead`), as root.

Belongs here: reading few and many reports by both, the cost of one more as the difference. Does not belong here: what is read
(tests/cluster). Ray runs on a head and two nodes in namespaces of their own, so that what their processes take can be counted.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psutil

from pipelines.raw_files import raw_files
from pipelines.settings import PROJECT
from tests.studies.samples import SCANNED
from tests.support.cluster import network, nodes

FEW, MANY = 10, 40


def main() -> None:
    """Print seconds of processor time to start with, and a report."""
    with tempfile.TemporaryDirectory() as name, network.hosts(3) as (_, hosts), nodes.cluster(hosts, {}) as cluster:
        folder = Path(name)
        for count in (FEW, MANY):
            _copy(folder / str(count), count)
        told = {engine: {"FINAL_ACCOUNTS_ENGINE": engine} for engine in ("local", "ray")}
        _show("local", lambda count: _local(_told(folder, count, told["local"])))
        on_ray = lambda count: _on_ray(cluster, _told(folder, count, told["ray"]))  # noqa: E731
        on_ray(FEW)  # the processes of the nodes start
        _show("ray", on_ray)


def _show(engine: str, spend: Callable[[int], float]) -> None:
    few, many = spend(FEW), spend(MANY)
    one = (many - few) / (MANY - FEW)
    print(
        f"{engine}: {one:.3f} s a report, {few - FEW * one:.1f} s to start ({FEW}: {few:.1f} s, {MANY}: {many:.1f} s)",
        flush=True,
    )


def _copy(raw: Path, count: int) -> None:
    """The samples that are PDFs over and over, each with other bytes behind its end."""
    samples = [file for file in raw_files(PROJECT / "raw") if file.path.suffix == ".pdf" and SCANNED not in file.name]
    for number in range(count):
        sample = samples[number % len(samples)]
        copy = raw / "2024" / f"{number}.pdf"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(sample.path.read_bytes() + f"%{number}\n".encode())


def _told(folder: Path, count: int, told: dict[str, str]) -> dict[str, str]:
    """What a program is told that reads so many reports, none of which was read before."""
    warehouse = tempfile.mkdtemp(dir=folder)
    return {**told, "FINAL_ACCOUNTS_RAW": str(folder / str(count)), "FINAL_ACCOUNTS_WAREHOUSE": warehouse}


def _local(told: dict[str, str]) -> float:
    before = _of_children()
    command = [sys.executable, "-m", "tests.support.cluster.reading"]
    subprocess.run(
        command,
        cwd=PROJECT,
        env={**os.environ, **told, "PYTHONPATH": str(PROJECT)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return _of_children() - before


def _on_ray(cluster: nodes.Cluster, told: dict[str, str]) -> float:
    with _watching(cluster) as taken:
        before = sum(taken.values())
        replace(cluster, environment={**cluster.environment, **told}).run("-m", "tests.support.cluster.reading")
    return sum(taken.values()) - before


def _of_children() -> float:
    """What ended programs that this one started have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _watching(cluster: nodes.Cluster) -> Iterator[dict[int, float]]:
    """Process → seconds it has taken, of all on the hosts, looked at five times a second: some end with nobody to count them."""
    hosts = {os.stat(f"/run/netns/{host.name}").st_ino for host in cluster.hosts}
    taken: dict[int, float] = {}
    done = threading.Event()
    _look(hosts, taken)
    thread = threading.Thread(target=lambda: [_look(hosts, taken) for _ in iter(lambda: done.wait(0.2), True)])
    thread.start()
    try:
        yield taken
    finally:
        done.set()
        thread.join()
        _look(hosts, taken)


def _look(hosts: set[int], taken: dict[int, float]) -> None:
    for pid in psutil.pids():
        try:
            if os.stat(f"/proc/{pid}/ns/net").st_ino in hosts:
                taken[pid] = sum(psutil.Process(pid).cpu_times()[:2])
        except (OSError, psutil.Error):
            continue


if __name__ == "__main__":
    main()
