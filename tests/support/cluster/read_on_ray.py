"""Read on Ray: a head and two nodes on loopback read a folder, one of them killed in the middle: `python -m … RAW WAREHOUSE AFTER`.

Belongs here: starting them, killing one, ending them. Does not belong here: what is asserted (tests/cluster). It runs in a network
namespace of its own that has nothing but loopback, where Ray cannot take another address (alone_on_loopback).
"""

import json
import os
import sys
import time
from pathlib import Path

import psutil

from pipelines.reading import batch
from pipelines.settings import RAY, Places, raw_files

NODES = 3


def main(raw: str, warehouse: str, after: str) -> None:
    """Read on three nodes, kill one after so many reports; prints what became of the reports and what it took."""
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"}
    import ray
    from ray.cluster_utils import Cluster

    sized = {"num_cpus": 1, "object_store_memory": 80 << 20, "include_dashboard": False}
    began = time.monotonic()
    cluster = Cluster(initialize_head=True, head_node_args=sized)
    nodes = [cluster.add_node(num_cpus=1, object_store_memory=80 << 20) for _ in range(NODES - 1)]
    os.environ["RAY_ADDRESS"] = cluster.address
    places = Places(Path(raw), Path(warehouse), engine=RAY)
    statuses, killed, started, before = [], 0, time.monotonic(), spent()
    for number, done in enumerate(batch.read_all(raw_files(places.raw), places, 1), 1):
        statuses.append(done.status)
        if number == int(after):
            killed = kill(nodes[-1].all_processes)
    took = {"start": started - began, "reading": time.monotonic() - started, "processor": spent() - before}
    print(json.dumps({"statuses": statuses, "killed": killed, **took}))
    ray.shutdown()
    cluster.shutdown()


def spent() -> float:
    """Seconds of processor time that this process and all below it have taken, those that have ended too."""
    all_of_them = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return sum(sum(one.cpu_times()[:4]) for one in all_of_them)


def kill(processes: dict) -> int:
    """Kill a node with all its processes at once, as a power cut does; returns how many."""
    gone = []
    for listed in processes.values():
        for one in listed:
            above = psutil.Process(one.process.pid)
            gone += [above, *above.children(recursive=True)]
    for one in gone:
        try:
            one.kill()
        except psutil.NoSuchProcess:
            continue
    return len(gone)


if __name__ == "__main__":
    main(*sys.argv[1:])
