"""Dagster under load (`python -m tests.studies.load [--reports 1000] [--folder DIR]`): a batch through the daemon's own run, measured.

Belongs here: drawing the batch, watching memory and the UI while it runs, a run that fails and is tried again, a backfill
by year. Does not belong here: starting the UI (daemon), what a report should read as (the other tests).
"""

import argparse
import os
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice, pairwise
from pathlib import Path
from statistics import median

from pipelines.settings import Places
from pipelines.warehouse import database
from tests.support.figures import figures
from tests.support.paper import layouts, paper
from tests.support.tools.daemon import Desk, desk, wait

LAYOUTS = ("shanghai_one_column", "shanghai_three_columns", "ministry_form", "bare_parts_in_yuan", "beijing")
YEARS = (2021, 2022, 2023, 2024)
LAUNCH = """
mutation ($selector: JobOrPipelineSelector!) { launchRun(executionParams: {selector: $selector, runConfigData: "{}"}) {
    __typename ... on LaunchRunSuccess { run { id } } ... on PythonError { message }
} }
"""
AGAIN = """
mutation ($run: String!) { launchRunReexecution(reexecutionParams: {parentRunId: $run, strategy: FROM_FAILURE}) {
    __typename ... on LaunchRunSuccess { run { id } } ... on PythonError { message }
} }
"""
BACKFILL = """
mutation ($selector: RepositorySelector!, $years: [String!]!) { launchPartitionBackfill(backfillParams: {
    selector: {partitionSetName: "read_one_year_partition_set", repositorySelector: $selector}, partitionNames: $years
}) { __typename ... on LaunchBackfillSuccess { backfillId } ... on PythonError { message } } }
"""
REPOSITORY = "{ repositoriesOrError { ... on RepositoryConnection { nodes { name location { name } } } } }"
STEPS = "query ($run: ID!) { runOrError(runId: $run) { ... on Run { stepStats { stepKey startTime endTime } } } }"


@dataclass
class Watch:
    """What was seen while something ran: (moment, MiB by kind of process), and seconds the UI took to answer."""

    memory: list[tuple[float, dict[str, float]]] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    silent: int = 0


def unit(number: int) -> str:
    """A unit's name of its own."""
    return f"样本市样本区第{figures.in_letters(number)}局"


def draw(places: Places, count: int) -> None:
    """Draw a batch below raw/: `count` reports of units of their own over four years, in five layouts."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(_draw, [places.raw] * count, range(count), islice(cycle(LAYOUTS), count), chunksize=10))


def _draw(raw: Path, number: int, name: str) -> None:
    layout, year = layouts.layout(name), YEARS[number % len(YEARS)]
    path = raw / str(year) / f"{number:04}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    paper.draw(layouts.paper(figures.report(number, year, unit(number)), layout), path, layout.style)


@contextmanager
def watched(one: Desk, every: float = 3) -> Iterator[Watch]:
    """Look at memory and at the UI's answer until left."""
    seen, is_over = Watch(), threading.Event()
    thread = threading.Thread(target=_look, args=(one, seen, is_over, every))
    thread.start()
    try:
        yield seen
    finally:
        is_over.set()
        thread.join()


def _look(one: Desk, seen: Watch, is_over: threading.Event, every: float) -> None:
    while not is_over.wait(every):
        seen.memory.append((time.time(), one.memory()))
        try:
            seen.answers.append(one.seconds_to_answer())
        except OSError:
            seen.silent += 1


def ended(one: Desk, known: set[str], seconds: float) -> dict:
    """The next run that is not among the known ones, once it has ended."""
    fresh: Callable[[], list[dict]] = lambda: [r for r in one.runs() if r["id"] not in known and r["endTime"]]  # noqa: E731
    return wait(fresh, seconds, f"no run ended within {seconds:g} s, see {one.log}")[0]


def launched(answer: dict) -> dict:
    """What a mutation started; raises RuntimeError where it did not."""
    [result] = answer.values()
    if not result["__typename"].endswith("Success"):
        raise RuntimeError(f"{result['__typename']}: {result.get('message')}")
    return result


def repository(one: Desk) -> dict[str, str]:
    """How GraphQL names our definitions."""
    [node] = one.ask(REPOSITORY)["repositoriesOrError"]["nodes"]
    return {"repositoryName": node["name"], "repositoryLocationName": node["location"]["name"]}


def fail_and_try_again(one: Desk, places: Places, seconds: float) -> tuple[dict, dict]:
    """A run that fails, for raw/ is away, and the same tried again as the button of the UI does; both as they ended."""
    away = places.raw.with_name("away")
    known = {run["id"] for run in one.runs()}
    places.raw.rename(away)
    try:
        launched(one.ask(LAUNCH, selector={**repository(one), "jobName": "update_warehouse"}))
        failed = ended(one, known, seconds)
    finally:
        away.rename(places.raw)
    launched(one.ask(AGAIN, run=failed["id"]))
    return failed, ended(one, {*known, failed["id"]}, seconds)


def backfill(one: Desk, years: list[str], seconds: float) -> list[dict]:
    """Read years again as a backfill of the UI does; the runs as they ended, one a year."""
    known = {run["id"] for run in one.runs()}
    launched(one.ask(BACKFILL, selector=repository(one), years=years))

    def done() -> list[dict]:
        runs = [run for run in one.runs() if run["id"] not in known]
        return runs if len(runs) == len(years) and all(run["endTime"] for run in runs) else []

    return wait(done, seconds, f"the backfill did not end, see {one.log}")


def spans(one: Desk, run: str) -> dict[str, tuple[float, float]]:
    """When each step of a run began and ended."""
    stats = one.ask(STEPS, run=run)["runOrError"]["stepStats"]
    return {step["stepKey"]: (step["startTime"], step["endTime"]) for step in stats}


def events(places: Places, run: str) -> int:
    """How many events a run left behind."""
    path = places.warehouse / "dagster" / "history" / "runs" / f"{run}.db"
    connection = sqlite3.connect(path)
    try:
        return connection.execute("select count(*) from event_logs").fetchone()[0]
    finally:
        connection.close()


def memory_lines(seen: Watch, steps: dict[str, tuple[float, float]]) -> Iterator[str]:
    """MiB by kind of process: median in each quarter of the reading, the most in each step and in all."""
    kinds = sorted({kind for _, sums in seen.memory for kind in sums})
    start, end = steps["read_reports"]
    for kind in kinds:
        values = [(moment, sums.get(kind, 0.0)) for moment, sums in seen.memory]
        edges = [start + (end - start) * quarter / 4 for quarter in range(5)]
        parts = [[v for m, v in values if a <= m < b] for a, b in pairwise(edges)]
        most = ", ".join(
            f"{step} {max((v for m, v in values if a <= m <= b), default=0):.0f}" for step, (a, b) in steps.items()
        )
        yield f"  {kind:<12} quarters of reading {' '.join(f'{median(p):.0f}' if p else '–' for p in parts)}; most: {most}"
    yield f"  all together at most {max(sum(sums.values()) for _, sums in seen.memory):.0f}"


def measure(places: Places, count: int, log: Path) -> Iterator[str]:
    """Draw, start the UI, let the sensor find the batch, then fail, try again, backfill; yields the lines of figures."""
    draw(places, count)
    limit = 120 + 10.0 * count
    load = os.getloadavg()[0]
    with desk(places, log) as one:
        began = time.monotonic()
        with watched(one) as seen:
            run = ended(one, set(), limit)
        steps = spans(one, run["id"])
        took = {step: round(end - start) for step, (start, end) in steps.items()}
        yield f"{count} reports in {len(YEARS)} years, one run of the daemon: {run['status']} after {time.monotonic() - began:.0f} s (load before {load:.1f}, {os.cpu_count()} cores)"
        yield f"  steps, seconds: {took}; {count / max(took['read_reports'], 1):.1f} reports a second read; {events(places, run['id'])} events"
        with database.connect(places.database) as connection:
            arrived = connection.execute(
                "select status, count(*) from reading.report group by all order by all"
            ).fetchall()
            rows = connection.execute("select count(*) from star.dim_report").fetchone()[0]
        yield f"  arrived: {dict(arrived)}, of them in the star {rows}"
        yield from ("memory, MiB:", *memory_lines(seen, steps))
        answers = sorted(seen.answers)
        yield f"the UI answered {len(answers)} times, {seen.silent} times not; seconds: median {median(answers):.2f}, 95% {answers[int(len(answers) * 0.95)]:.2f}, most {answers[-1]:.2f}"
        failed, again = fail_and_try_again(one, places, limit)
        yield f"a run that failed ({failed['status']}) tried again: {again['status']} after {again['endTime'] - again['startTime']:.0f} s"
        runs = backfill(one, list(map(str, YEARS)), limit)
        yield f"backfill of {len(YEARS)} years: {[run['status'] for run in runs]}, seconds {[round(run['endTime'] - run['startTime']) for run in runs]}"


def main() -> None:
    """Measure, and print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--reports", type=int, default=1000)
    arguments.add_argument("--folder", type=Path, help="where raw/, warehouse/ and the log go; a temporary one if none")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        for line in measure(Places(folder / "raw", folder / "warehouse"), asked.reports, folder / "ui.log"):
            print(line, flush=True)


if __name__ == "__main__":
    main()
