"""Star and checks measured (`python -m tests.studies.bench_star REPORTS FOLDER`): one warehouse of drawn readings, built as a run builds it.

Belongs here: one size in a process of its own, its figures as JSON: built whole, from judged lots, one report more; the same judgement by a
pandas loop; questions asked of it. Does not belong here: which sizes, and what is written of the figures (tests/studies/bench.py).
"""

import json
import os
import resource
import shutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import duckdb
import pandas as pd
import psutil

from pipelines.findings import tables
from pipelines.limits import Limits
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile
from pipelines.settings import Places
from pipelines.warehouse import build, by_lots, filling, freshness, guard, packing, sources
from pipelines.warehouse.database import building_settings, connect
from pipelines.warehouse.models import Model
from tests.support.desk import shelves

QUESTIONS = ("spending_by_function", "budget_completion", "carry_over", "largest_changes", "findings_by_identity")
WORKERS = 2
"""Processes of a build."""
_LOOK_EVERY = 0.1


def measure(reports: int, folder: Path) -> dict:
    """What a full build, one from judged lots, and one report more take; amounts, terms, outcomes; where the time of one lot goes.

    The readings are drawn by another process, so that the memory is the building's own.
    """
    places, files = shelves.shelved(folder)
    places, files = (
        replace(places, keep=0),
        files[:: len(files) // reports][:reports],
    )  # of all years; former files of 100,000 reports fill a disk
    shutil.rmtree(places.judged, ignore_errors=True)
    _forget(places)
    full = clocked(lambda: build.build(places, files, WORKERS))
    _forget(places)
    rebuilt = clocked(lambda: build.build(places, files, WORKERS))
    size = places.database.stat().st_size / 2**20
    for some in (files, files[:-1]):  # one less, so that there is one to be added
        freshness.keep(places, some, Limits())
        one = clocked(lambda: build.build(places, files[:-1] if some is files else files, WORKERS))  # noqa: B023 - at once
    return {
        "reports": reports, **_counted(places.database), "seconds": full["wall"], "full": full, "rebuilt": rebuilt, "add_one": one,
        "peak_mib": full["peak_mib"], "file_mib": size, **_of_a_lot(places, files[: by_lots.OF_A_FILE]),
    }  # fmt: skip


def _forget(places: Places) -> None:
    """Have the next build judge all reports, of which only its lots are known."""
    for path in (places.database, places.marks, places.note):
        path.unlink(missing_ok=True)


def clocked(work: Callable[[], object]) -> dict[str, float]:
    """Seconds by the clock and of the processor, and the most memory meanwhile of all processes together."""
    wall, cpu = time.perf_counter(), _spent()
    with _watched() as most:
        work()
    return {"wall": time.perf_counter() - wall, "cpu": _spent() - cpu, "peak_mib": max(most) / 2**20}


def _spent() -> float:
    """Seconds of the processor that this process and those that it has ended have taken."""
    of_children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + of_children.ru_utime + of_children.ru_stime


@contextmanager
def _watched() -> Iterator[list[int]]:
    """Bytes that this process and its children occupy together, asked whenever they seem to occupy more than before."""
    own, seen, is_over = psutil.Process(), [0], threading.Event()

    def look() -> None:
        highest = 0
        while not is_over.wait(_LOOK_EVERY):
            processes = (own, *own.children(recursive=True))
            if (occupied := sum(map(_occupied, processes))) > highest:
                highest = occupied
                seen.append(sum(map(_share, processes)))

    watch = threading.Thread(target=look, daemon=True)
    watch.start()
    try:
        yield seen
    finally:
        is_over.set()
        watch.join()


def _occupied(process: psutil.Process) -> int:
    """Bytes that a process occupies, those it shares with others, too: quickly known."""
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0


def _share(process: psutil.Process) -> int:
    """Bytes that a process occupies, of those it shares with others its part (PSS): a library loaded by five counts once; takes some ms."""
    try:
        memory = process.memory_full_info()
    except psutil.Error:
        return 0
    return getattr(memory, "pss", memory.rss)


def _counted(database: Path) -> dict[str, int]:
    """Amounts, terms and outcomes of a published file."""
    with connect(database) as connection:
        counts = connection.execute(
            "select (select count(*) from stored.amount), sum((total is not null)::integer + len(coalesce(parts, [])) + len(coalesce(others, []))),"
            " count(outcome) from stored.instance"
        )
        [(amounts, terms, outcomes)] = counts.fetchall()
    return {"amounts": amounts, "terms": int(terms), "outcomes": outcomes}


def _of_a_lot(places: Places, files: Sequence[RawFile]) -> dict:
    """Where the time of one lot goes, judged in this process by one thread: seconds of its steps, of schemas, of the dearest tables."""
    seconds: Counter[str] = Counter()
    steps: dict[str, float] = {}
    create = filling.create

    def timed(connection: duckdb.DuckDBPyConnection, model: Model, **named: bool) -> int | None:
        start = time.perf_counter()
        rows = create(connection, model, **named)
        seconds[model.table] += time.perf_counter() - start
        return rows

    def step(name: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        steps[name] = time.perf_counter() - start

    filling.create = timed
    try:
        with (
            TemporaryDirectory(dir=places.warehouse) as name,
            duckdb.connect(Path(name) / "lot", config=building_settings(len(files), beside=WORKERS)) as connection,
        ):
            warehouse = Warehouse(connection, places)
            step("filling", lambda: filling.fill(warehouse, files))
            sources.close_shelf(connection)
            step("own suites", lambda: guard.refuse(warehouse))
            step("findings", lambda: tables.write(warehouse))
            step("packing", lambda: packing.pack(warehouse, Path(name) / "packed"))
    finally:
        filling.create = create
    schemas = {
        name: sum(s for t, s in seconds.items() if t.startswith(f"{name}.")) for name in ("reading", "star", "checks")
    }
    return {"lot": {"reports": len(files), "steps": steps, "schemas": schemas, "models": dict(seconds.most_common(8))}}


def by_pandas(database: Path) -> dict:
    """The sums of checks.term judged again by a loop over pandas groups; raises AssertionError where an outcome differs."""
    with connect(database) as connection:
        terms = connection.execute(
            "select report_id, identity_id, instance, side, weight, value_yuan, half_step_yuan, relation from checks.term"
            " join reference.identity using (identity_id) join checks.outcome using (report_id, identity_id, instance)"
            " where outcome.reason is null and sigma is not null"
        ).fetchall()
        told = connection.execute(
            "select report_id, identity_id, instance, outcome from checks.outcome where reason is null and sigma is not null"
        ).fetchall()
    columns = ["report_id", "identity_id", "instance", "side", "weight", "value", "half", "relation"]
    start = time.perf_counter()
    frame = pd.DataFrame(terms, columns=columns)
    judged = {key: _judged(group) for key, group in frame.groupby(columns[:3], sort=False)}
    seconds = time.perf_counter() - start
    assert judged == {tuple(key): outcome for *key, outcome in told}
    return {"instances": len(judged), "seconds": seconds}


def _judged(group: pd.DataFrame) -> str:
    """The outcome of one instance."""
    known = group[group["value"].notna()]
    sides = {
        side: sum(w * v for w, v in zip(part["weight"], part["value"], strict=True))
        for side, part in known.groupby("side")
    }
    residual = sides.get("total", 0) - sides.get("part", 0)
    bound = sum(abs(w) * h for w, h in zip(known["weight"], known["half"], strict=True))
    squares = sum((w * h) ** 2 for w, h in zip(known["weight"], known["half"], strict=True))
    if residual == 0 or (group["relation"].iloc[0] == "<=" and residual < 0):
        return "exact"
    if abs(residual) > bound:
        return "violation"
    is_likely = group["relation"].iloc[0] == "<=" or Decimal(residual) ** 2 <= 3 * squares
    return "rounding" if is_likely else "improbable"


def asked(database: Path) -> dict[str, tuple[float, float]]:
    """Question → seconds of a year's answer, cold (nothing of the file in memory) and hot (median of five)."""
    return {name: (_cold(database, name), _hot(database, name)) for name in QUESTIONS}


def of_a_year(database: Path) -> int:
    """How many reports are of the year that is asked about."""
    with connect(database) as connection:
        [(count,)] = connection.execute(
            "select max(times) from (select count(*) as times from star.dim_report group by fiscal_year)"
        ).fetchall()
    return count


def _cold(database: Path, name: str) -> float:
    with open(database, "rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    start = time.perf_counter()
    with connect(database) as connection:
        _answer(connection, name)
    return time.perf_counter() - start


def _hot(database: Path, name: str) -> float:
    with connect(database) as connection:
        _answer(connection, name)
        seconds = []
        for _ in range(5):
            start = time.perf_counter()
            _answer(connection, name)
            seconds.append(time.perf_counter() - start)
    return median(seconds)


def _answer(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute(
        f"select * from questions.{name} where fiscal_year = (select mode(fiscal_year) from star.dim_report)"
    ).to_arrow_table()


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), Path(sys.argv[2]))))
