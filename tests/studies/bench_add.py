"""One report added to many, measured: `python -m tests.studies.bench_add REPORTS FOLDER`.

Belongs here: a warehouse of drawn readings built whole, then brought up to date with one more report, seconds of both, and whether every
table is then that of a full build. Does not belong here: what a run does beside building (bench_job).
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pipelines.limits import Limits
from pipelines.warehouse import build, freshness
from tests.support.desk import oracle, shelves


def measure(reports: int, folder: Path) -> dict:
    """Seconds (by the clock, of the processor) of a full build and of one more report, and the tables that differ from a full build."""
    places, files = shelves.draw(folder, reports + 1)
    few = files[:-1]
    whole = _clocked(lambda: build.build(places, few, 0))
    freshness.keep(places, few, Limits())
    one = _clocked(lambda: build.build(places, files, 0))
    differing = list(oracle.differences(places, files, lambda _: []))
    return {
        "reports": reports,
        "full": whole,
        "add_one": one,
        "ratio": [a / b for a, b in zip(whole, one, strict=True)],
        "differing": differing,
    }


def _clocked(work: Callable[[], object]) -> tuple[float, float]:
    start = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start[0], time.process_time() - start[1]


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), Path(sys.argv[2]))))
