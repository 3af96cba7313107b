"""One report added to many, measured: `python -m tests.studies.bench_add REPORTS FOLDER`.

Belongs here: a warehouse of drawn readings built whole, then brought up to date with one more report, what both take, and whether every
table is then that of a full build. Does not belong here: what a run does beside building (bench_job).
"""

import json
import sys
from pathlib import Path

from pipelines.limits import Limits
from pipelines.warehouse import build, freshness
from tests.studies.bench_star import clocked
from tests.support.desk import oracle, shelves


def measure(reports: int, folder: Path) -> dict:
    """What a full build and one more report take, in this very process, and the tables that differ from a full build."""
    places, files = shelves.draw(folder, reports + 1)
    few = files[:-1]
    whole = clocked(lambda: build.build(places, few, 0))
    freshness.keep(places, few, Limits())
    one = clocked(lambda: build.build(places, files, 0))
    differing = list(oracle.differences(places, files, lambda _: []))
    ratio = {name: whole[name] / one[name] for name in whole}
    return {"reports": reports, "full": whole, "add_one": one, "ratio": ratio, "differing": differing}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), Path(sys.argv[2]))))
