"""Readers while runs publish (`python -m tests.studies.readers`): each opens the published warehouse in a loop and asks one question.

Belongs here: the readers, the runs beside them, reads and errors counted, their section of docs/hostile.md. Does not belong here:
runs that are cut off (cut_off), one reader in the suite (tests/orchestration/test_cut_off.py).
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.settings import DOCS, PROJECT, Places
from tests.studies import cut_off

_PAUSE = 0.05
"""Seconds between two reads, so that twenty readers leave a small machine to the runs."""
_SECTION = re.compile(r"## Readers while runs publish\n.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Counts:
    """What readers came to: reads, warehouses they saw (by their number of reports), errors by what they say."""

    reads: int
    seen: Counter
    errors: Counter


def read(database: Path, number: int, stop: Path) -> Counts:
    """Open the warehouse, ask the question of this number, close it, again and again until there is a file `stop`."""
    reads, seen, errors = 0, Counter(), Counter()
    while not stop.exists():
        try:
            with duckdb.connect(database, read_only=True) as connection:
                names = connection.execute(
                    "select view_name from duckdb_views() where schema_name = 'questions' order by view_name"
                ).fetchall()
                [name] = names[number % len(names)]
                connection.execute(f"select * from questions.{name}").fetchall()
                [reports] = connection.execute("select count(*) from star.dim_report").fetchall()
            reads, seen = reads + 1, seen + Counter([str(reports[0])])
        except (duckdb.Error, IndexError, ValueError) as error:
            errors[f"{type(error).__name__}: {error}".splitlines()[0][:200]] += 1
        time.sleep(_PAUSE)
    return Counts(reads, seen, errors)


def study(folder: Path, readers: int, runs: int) -> Counts:
    """Publish a warehouse of one report, and, beside the readers, as often as asked for with another report and without."""
    places, stop = Places(folder / "raw", folder / "warehouse"), folder / "stop"
    cut_off.draw(places, "a", 1)
    if said := cut_off.finish(places, cut_off.BARE):
        raise RuntimeError(said)
    started = [_start(places.database, number, stop) for number in range(readers)]
    for number in range(runs):
        if number % 2:
            (places.raw / "2024" / "b.pdf").unlink()
        else:
            cut_off.draw(places, "b", 2)
        if said := cut_off.finish(places, cut_off.BARE):
            raise RuntimeError(said)
        print(f"run {number + 1} of {runs} has published", flush=True)
    stop.touch()
    told = [json.loads(one.communicate()[0]) for one in started]
    add = (sum((Counter(one[name]) for one in told), Counter()) for name in ("seen", "errors"))
    return Counts(sum(one["reads"] for one in told), *add)


def _start(database: Path, number: int, stop: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.studies.readers", "--read", str(database), str(number), str(stop)]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, preexec_fn=lambda: os.nice(10))


def section(readers: int, runs: int, counts: Counts) -> str:
    """The section of docs/hostile.md."""
    seen = ", ".join(f"{count:,} of them of {reports}" for reports, count in sorted(counts.seen.items()))
    errors = "".join(f"| {error} | {count} |\n" for error, count in counts.errors.most_common())
    return f"""## Readers while runs publish

Written by `python -m tests.studies.readers --readers {readers} --runs {runs}`: {readers} processes open the published warehouse read-only in a loop, ask one of the
questions each and close it, while {runs} runs read, build and publish beside them (cut_off.BARE), with one report and with two. Aim: no error.

| what | number |
|---|---|
| reads | {counts.reads:,} ({seen} report(s)) |
| errors | {counts.errors.total()} |
{errors}
"""


def section_of(text: str) -> str:
    """The section as a document has it; empty where it has none."""
    found = _SECTION.search(text)
    return found[0] if found else ""


def main() -> None:
    """Count, and put the section into docs/hostile.md."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--readers", type=int, default=20)
    arguments.add_argument("--runs", type=int, default=4)
    arguments.add_argument("--read", nargs=3, help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.read:
        database, number, stop = asked.read
        counts = read(Path(database), int(number), Path(stop))
        print(json.dumps({"reads": counts.reads, "seen": counts.seen, "errors": counts.errors}))
        return
    with tempfile.TemporaryDirectory() as folder:
        counts = study(Path(folder), asked.readers, asked.runs)
    document = DOCS / "hostile.md"
    text = document.read_text(encoding="utf-8")
    made = section(asked.readers, asked.runs, counts)
    old = section_of(text)
    document.write_text(
        text.replace(old, made) if old else text.replace("## Held, by reason", f"{made}## Held, by reason"),
        encoding="utf-8",
    )
    print(f"{counts.reads} reads, {counts.errors.total()} errors: {dict(counts.errors)}; seen {dict(counts.seen)}")


if __name__ == "__main__":
    main()
