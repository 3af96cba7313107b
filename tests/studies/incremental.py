"""Brings warehouses up to date through long random sequences of changes, against a full build after each: `python -m tests.studies.incremental FIRST LAST STEPS`.

Belongs here: many seeds, which take too long for the suite. Does not belong here: the changes (support/desk/sequences), the oracle
(support/desk/oracle).
"""

import logging
import sys
import tempfile
from pathlib import Path

from pipelines.limits import Limits
from pipelines.reading import batch
from pipelines.settings import Places
from pipelines.warehouse import build, freshness
from tests.support.desk.oracle import differences
from tests.support.desk.sequences import Shelf

REPORTS = 8


def follow(seed: int, steps: int) -> list[str]:
    """Change the reports of a seed so many times; returns where the published warehouse differed from a full build."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Places(Path(folder) / "raw", Path(folder) / "warehouse"), seed)
        batch.read_again = shelf.read_again
        build.MOST = 1
        for _ in range(REPORTS):
            shelf.add()
        for step in range(steps + 1):
            said = shelf.step() if step else "the first"
            files = list(shelf.files.values())
            try:
                build.build(shelf.places, files, 1, may_shrink=True)
            except build.shrinking.NoReports:
                continue
            freshness.keep(shelf.places, files, Limits())
            found += [
                f"seed {seed}, step {step} ({said}): {one}"
                for one in differences(shelf.places, files, shelf.read_again)
            ]
            print(f"seed {seed} step {step} {said}: {len(found)} differences", flush=True)
    return found


def main(first: str, last: str, steps: str) -> int:
    """Follow each seed; returns 1 where a warehouse differed."""
    logging.basicConfig(format="%(message)s")
    logging.getLogger("final_accounts.progress").setLevel(logging.INFO)
    found = [one for seed in range(int(first), int(last) + 1) for one in follow(seed, int(steps))]
    print(*found, f"differences: {len(found)}", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
