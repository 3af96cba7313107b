"""Star and checks measured (`python -m tests.studies.bench_star REPORTS FOLDER`): one warehouse of drawn readings, filled and judged.

Belongs here: one size in a process of its own, its figures as JSON; the same judgement by a pandas loop; questions asked of it.
Does not belong here: which sizes, and what is written of the figures (tests/studies/bench.py).
"""

import json
import os
import resource
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path
from statistics import median

import duckdb
import pandas as pd

from pipelines.findings import tables
from pipelines.queries import Warehouse
from pipelines.warehouse import filling, packing, sources
from pipelines.warehouse.database import building_settings, connect
from pipelines.warehouse.models import Model
from tests.support.desk import shelves

QUESTIONS = ("spending_by_function", "budget_completion", "carry_over", "largest_changes", "findings_by_identity")


def measure(reports: int, folder: Path) -> dict:
    """Seconds of each model, amounts, terms, and the most memory of the process while the warehouse is filled.

    The readings are drawn by another process, so that the memory is the filling's own.
    """
    places, files = shelves.shelved(folder)
    seconds: Counter[str] = Counter()
    create = filling.create

    def timed(connection: duckdb.DuckDBPyConnection, model: Model) -> int:
        start = time.perf_counter()
        rows = create(connection, model)
        seconds[model.table] += time.perf_counter() - start
        return rows

    filling.create = timed
    start = time.perf_counter()
    filled_in = places.database.with_name("filled.duckdb")
    with duckdb.connect(filled_in, config=building_settings(len(files))) as connection:
        warehouse = Warehouse(connection, places)
        counts = filling.fill(warehouse, files)
        filled = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sources.close_shelf(connection)
        start = time.perf_counter()
        tables.write(warehouse)
        found = time.perf_counter() - start
        filling.create = create
        start = time.perf_counter()
        packing.pack(warehouse, places.database)
        packed = time.perf_counter() - start
    filled_in.unlink()
    return {
        "reports": reports, "amounts": counts["reading.amount"], "terms": counts["checks.term"],
        "outcomes": counts["checks.outcome"], "seconds": filled, "findings_seconds": found, "packing_seconds": packed, "peak_mib": peak,
        "file_mib": places.database.stat().st_size / 2**20,
        "schemas": {name: sum(s for t, s in seconds.items() if t.startswith(f"{name}.")) for name in ("reference", "reading", "star", "checks")},
        "models": dict(seconds.most_common(8)),
    }  # fmt: skip


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
    connection.execute(f"select * from questions.{name} where fiscal_year = 2024").to_arrow_table()


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), Path(sys.argv[2]))))
