"""Runs cut off (`python -m tests.studies.cut_off [--kills 50]`): kill -9 at random moments, and whether anything is lost.

Belongs here: a run that is killed, what stands after it, the count of kills survived.
Does not belong here: what else may go wrong with a disk or another run (tests/orchestration/test_cut_off.py).
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from pipelines.settings import PROJECT, Places
from tests.support.desk.checksums import checksums
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")
_ARRIVED = 1_700_000_000
"""Seconds since 1970."""


WHOLE = ("-m", "pipelines", "warehouse", "--shrink", "--raw")
"""The main job: reads, builds, publishes, judges by year. Reports may leave: else nothing would be published without one."""
BARE = (
    "-c",
    "import sys; from pathlib import Path; from pipelines.reading import batch; from pipelines.raw_files import raw_files; from pipelines.settings import Places\n"
    "from pipelines.warehouse import build\n"
    "if __name__ == '__main__':\n"
    "    build._guard = lambda _: None\n"
    "    places = Places(Path(sys.argv[1]), Path(sys.argv[3])); files = raw_files(places.raw)\n"
    "    list(batch.read_all(files, places, 2)); build.build(places, files, 2, may_shrink=True)",
)
"""What of it writes into the warehouse folder, without Dagster's records and the suites, which take most of the time."""


def start(places: Places, job: tuple[str, ...] = WHOLE) -> subprocess.Popen[str]:
    """A run, begun, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, *job, str(places.raw), "--warehouse", str(places.warehouse)], cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip


def finish(places: Places, job: tuple[str, ...] = WHOLE) -> str:
    """A run to its end; its standard error where it fails."""
    run = start(places, job)
    _, said = run.communicate()
    return said if run.returncode else ""


def draw(places: Places, name: str, seed: int) -> None:
    """Put a drawn report below raw/, which arrives at one time whenever it is drawn."""
    path = places.raw / "2024" / f"{name}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    paper.draw(layouts.paper(figures.report(seed, unit=f"样本市样本区第{name}局"), LAYOUT), path, LAYOUT.style)
    os.utime(path, (_ARRIVED, _ARRIVED))


def leftovers(places: Places) -> list[str]:
    """What a killed run left half-made."""
    found = [*places.warehouse.glob(".[!l]*"), *places.readings.glob("year=*/.*")]
    return sorted(path.name for path in found)


def kill(places: Places, job: tuple[str, ...], seconds: float) -> None:
    """Begin a run and kill it, and all its workers, after so long."""
    run = start(places, job)
    try:
        run.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()


def lost(places: Places, job: tuple[str, ...], kills: int, seed: int) -> Iterator[tuple[float, str]]:
    """Kill runs at random moments, a report added or taken away before each; the moment, and what was lost by it.

    What stands published must be the old warehouse or the new one, whole; and the run after the last kill must need no hand.
    """
    random = Random(seed)
    with_one, length = _made(places, job, ("a",))
    with_two, _ = _made(places, job, ("a", "b"))
    for number in range(kills):
        _put(places, ("a", "b")[: 1 + number % 2])
        moment = random.uniform(0, length)
        kill(places, job, moment)
        is_whole = checksums(places.database) in (with_one, with_two)
        yield moment, "" if is_whole else "neither the old warehouse nor the new one stands"
    last, _ = _made(places, job, ("a", "b"))
    if last != with_two:
        yield 0, "the run after the last kill made another warehouse"
    if left := leftovers(places):
        yield 0, f"left behind: {', '.join(left)}"


def _made(places: Places, job: tuple[str, ...], names: tuple[str, ...]) -> tuple[dict[str, tuple[int, int]], float]:
    """The warehouse of these reports and the seconds it took; raises RuntimeError where the run fails."""
    _put(places, names)
    began = time.monotonic()
    if said := finish(places, job):
        raise RuntimeError(said)
    return checksums(places.database), time.monotonic() - began


def _put(places: Places, names: tuple[str, ...]) -> None:
    """Have just these reports below raw/."""
    for path in places.raw.glob("*/*.pdf"):
        if path.stem not in names:
            path.unlink()
    for seed, name in enumerate(names):
        draw(places, name, seed)


def main() -> None:
    """Kill as often as asked for, and say what was lost."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--kills", type=int, default=50)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder) / "raw", Path(folder) / "warehouse")
        faults = []
        for number, (moment, fault) in enumerate(lost(places, WHOLE, asked.kills, seed=1), 1):
            print(f"kill {number} after {moment:.1f} s: {fault or 'nothing lost'}", flush=True)
            faults += [fault] if fault else []
    print(f"{asked.kills} kills, {asked.kills - len(faults)} survived")


if __name__ == "__main__":
    main()
