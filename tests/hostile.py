"""A corpus of damaged files: each is read or held with a reason, and no figure enters the star wrong without a sign.

Belongs here: making the corpus from drawn and real reports, reading it under limits, comparing with the truth, docs/hostile.md.
Does not belong here: how a file is spoiled (tests/damages.py) or called (tests/odd_names.py).
`python -m tests.hostile 2000` runs it at full size and writes the document; tests/test_hostile.py a sample.
"""

import shutil
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random

import duckdb
import psutil
import pyarrow.parquet as pq

from pipelines import batch, warehouse
from pipelines.places import PROJECT, Places, RawFile, raw_files
from pipelines.readings import read_report
from pipelines.workers import MIB, Limits
from tests import damages, figures, layouts, odd_names, paper
from tests.conftest import SHARED_REPORTS
from tests.damages import Base, Place, place

LIMITS = Limits(30, 2048)
"""Of one file of the corpus; the time limit is narrower than in a run, so that what hangs shows sooner."""
REAL = ("社会工作部", "西南大学", "改动版", "东城")


@cache
def bases() -> tuple[Base, ...]:
    """Sound reports: one drawn in each layout, the samples, and the real ones where they are there."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = [_drawn(Path(folder), number, layout) for number, layout in enumerate(layouts.LAYOUTS)]
        samples = sorted((PROJECT / "raw").glob("*/*.pdf"))
        real = [path for part in REAL for path in sorted(SHARED_REPORTS.glob("*.pdf")) if part in path.name]
        return tuple(Base(path, path.read_bytes(), read_report(path, None)) for path in (*drawn, *samples, *real))


def _drawn(folder: Path, number: int, layout: layouts.Layout) -> Path:
    report = figures.report(30 + number, unit=f"样本市样本区第{number}局", university=layout.table_set == "university")
    return paper.draw(layouts.paper(report, layout), folder / f"{layout.name}.pdf", layout.style)


@dataclass(frozen=True)
class Spoilt:
    """A file of the corpus: its name below raw/, its kind and group, the base it was made of."""

    name: str
    kind: str
    group: str
    base: Base


def write(raw: Path, count: int, seed: int = 0) -> Iterator[Spoilt]:
    """Write `count` damaged files below raw/, every kind as often as every other; names and links come on top."""
    kinds, sound = list(damages.KINDS), bases()
    for number in range(count):
        random = Random(f"{seed}-{number}")
        name = kinds[number % len(kinds)]
        group, damage = damages.KINDS[name]
        base = replace(random.choice(sound), shown={})
        path = raw / str(base.reading.identity.year) / f"{number:05d} {name}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(damage(base, random))
        yield Spoilt(path.relative_to(raw).as_posix(), name, group, base)


def write_names(raw: Path, outside: Path) -> Iterator[Spoilt]:
    """Write sound files with odd names, in odd folders, and behind links; their bytes differ, so that each is read."""
    base = replace(bases()[0], shown={})
    named = [*odd_names.NAMES, *(f"{folder}/a.pdf" for folder in odd_names.FOLDERS)]
    for number, name in enumerate(named):
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base.content + b"\n%% %d\n" % number)
        yield Spoilt(name, "odd names", "names", base)
    outside.write_bytes(base.content + b"\n%% outside\n")
    for path in odd_names.links(raw / "links", raw / named[0], outside):
        yield Spoilt(path.relative_to(raw).as_posix(), "links", "names", base)


@dataclass
class Misread:
    """What entered the star of one file other than it should: figures wrong, figures lost; signs that tell."""

    spoilt: Spoilt
    wrong: list[str]
    lost: int
    sign: str = ""


@dataclass
class Outcome:
    """What became of a corpus."""

    tried: Counter = field(default_factory=Counter)
    read: Counter = field(default_factory=Counter)
    reasons: Counter = field(default_factory=Counter)
    kinds: dict[str, str] = field(default_factory=dict)
    unseen: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)
    greedy: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    misread: list[Misread] = field(default_factory=list)
    figures: int = 0
    peak: float = 0.0
    seconds: float = 0.0

    def silent(self) -> list[Misread]:
        """Files of which a figure entered the star wrong, and nothing tells."""
        return [m for m in self.misread if m.wrong and not m.sign]

    def lost(self) -> list[Misread]:
        """Files of which figures were lost, and nothing tells."""
        return [m for m in self.misread if not m.wrong and m.lost and not m.sign]


def run(folder: Path, spoilt: Sequence[Spoilt], outcome: Outcome | None = None) -> Outcome:
    """Read the corpus below folder/raw, two files at a time, and compare what entered the star with the truth."""
    outcome, places = outcome or Outcome(), Places(folder / "raw", folder / "warehouse")
    known = {one.name: one for one in spoilt}
    before, started = _tree(folder), time.perf_counter()
    files = raw_files(places.raw)
    with _watched(outcome):
        done = {p.file.name: p for p in batch.read_all(files, places, 2, LIMITS)}
    outcome.seconds += time.perf_counter() - started
    outcome.strays += sorted(_tree(folder) - before)
    for one in spoilt:
        outcome.tried[one.kind] += 1
        outcome.kinds[one.kind] = one.group
    found = {(f.folder, f.sha256): done[f.name] for f in files if f.name in done}
    for file in files:
        _count(outcome, known[file.name], found[file.folder, file.sha256])
    outcome.unseen += sorted(known.keys() - {file.name for file in files})
    for file in files:
        _compare(outcome, known[file.name], file, places)
    return outcome


def _count(outcome: Outcome, one: Spoilt, done: batch.Progress) -> None:
    if done.status != "quarantined":
        outcome.read[one.kind] += 1
        return
    reason = done.reason or "(no reason)"
    outcome.reasons[_class_of(reason)] += 1
    for said, kept in (("process that read it died", outcome.crashed), ("time limit", outcome.hung),
                       ("more memory", outcome.greedy), ("our reader failed", outcome.faults)):  # fmt: skip
        if said in reason:
            kept.append(f"{one.name}: {reason}")


def _class_of(reason: str) -> str:
    """A reason without what is particular to the file."""
    said = reason.split(" (")[0] if reason.startswith("the PDF is damaged (") else reason
    said = "the PDF is damaged: the content of a page is spoiled" if "is spoiled" in said else said
    return said.split(": ")[0] if "limit" in said or "died" in said else said


def _tree(folder: Path) -> set[str]:
    """All below a folder but the warehouse, with sizes and times."""
    inside = folder / "warehouse"
    return {
        f"{p}: {p.lstat().st_size} {p.lstat().st_mtime_ns}"
        for p in folder.rglob("*")
        if not p.is_dir() and not p.is_relative_to(inside)
    }


@contextmanager
def _watched(outcome: Outcome) -> Iterator[None]:
    """Note the most memory any reading process occupies."""
    own, over = psutil.Process(), threading.Event()

    def look() -> None:
        while not over.wait(0.02):
            for child in own.children():
                try:
                    outcome.peak = max(outcome.peak, child.memory_info().rss / MIB)
                except psutil.Error:
                    continue

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


Figures = dict[Place, Counter]


def _true_figures(base: Base) -> Figures:
    """Place → the amounts in 元 (or counts) a sound reading holds; what a damage makes a cell show stands in its place."""
    figures: Figures = defaultdict(Counter)
    for form in base.reading.forms:
        for amount in form.amounts:
            if amount.value is not None and not amount.held:
                figures[place(amount)][f"{amount.value.normalize():f}{amount.unit}"] += 1
    return figures


def _read_figures(record: dict) -> Figures:
    figures: Figures = defaultdict(Counter)
    for a in record["amounts"]:
        if a["value"] is not None and not a["is_held"]:
            key = (a["form"], a["panel"], a["line"] or "", a["code"] or "", a["column_key"])
            figures[key][f"{a['value'].normalize():f}{a['unit'] or ''}"] += 1
    return figures


def _compare(outcome: Outcome, one: Spoilt, file: RawFile, places: Places) -> None:
    """Compare what a file brings into the star with what its sound original holds."""
    record = pq.read_table(places.reading(file)).to_pylist()[0]
    if record["status"] != "read":
        return
    truth, found = _true_figures(one.base), _read_figures(record)
    outcome.figures += sum(counted.total() for counted in found.values())
    wrong = [
        f"{'/'.join(key)} {value}" for key, counted in found.items() for value in counted
        if value not in truth.get(key, ()) or key in one.base.shown
    ]  # fmt: skip
    wrong = [w for w in wrong if not _is_shown(one.base, w)]
    own = one.base.reading.identity
    if (record["unit_name"], record["fiscal_year"]) != (own.unit, own.year):
        wrong.append(f"unit or year {record['unit_name']} {record['fiscal_year']}")
    lost = sum(1 for key in truth if key not in found and key not in one.base.shown)
    if wrong or lost:
        sign = f"doubt: {record['doubts'][0]['reason']}" if _new_doubts(one.base, record) else ""
        outcome.misread.append(Misread(one, wrong, lost, sign or _violated(places, file, one.base)))


def _is_shown(base: Base, wrong: str) -> bool:
    """Whether a figure is what the damaged cell shows."""
    key, _, value = wrong.rpartition(" ")
    shown = base.shown.get(tuple(key.split("/")))
    return shown is not None and f"{float(shown.replace(',', '')):g}" == f"{float(value.rstrip('元万')):g}"


def _new_doubts(base: Base, record: dict) -> list[str]:
    known = Counter(doubt.reason for doubt in base.reading.doubts)
    return list((Counter(doubt["reason"] for doubt in record["doubts"]) - known).elements())


def _violated(places: Places, file: RawFile, base: Base) -> str:
    """An identity that is violated, or a form that is missing, in this file and not in its sound original."""
    with duckdb.connect() as connection:
        warehouse.fill(connection, places, [file])
        new = _violations(connection) - _own_violations(base)
    return f"identity: {sorted(new.elements())[0]}" if new else ""


def _violations(connection: duckdb.DuckDBPyConnection) -> Counter:
    rows = connection.execute("select identity_id, instance from checks.violation").fetchall()
    return Counter(f"{identity} {instance}" for identity, instance in rows)


@cache
def _violations_of(content: bytes) -> Counter:
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        places = Places(Path(folder) / "raw", Path(folder) / "warehouse")
        (places.raw / "2024").mkdir(parents=True)
        (places.raw / "2024" / "base.pdf").write_bytes(content)
        list(batch.read_all(raw_files(places.raw), places, 1))
        warehouse.fill(connection, places, raw_files(places.raw))
        return _violations(connection)


def _own_violations(base: Base) -> Counter:
    return _violations_of(base.content)


def main(count: int, seed: int = 0) -> None:
    """Run at full size, in parts that fit on a disk, and write docs/hostile.md."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        spoilt = list(write(folder / "part" / "raw", count, seed))
        spoilt += write_names(folder / "part" / "raw", folder / "outside.pdf")
        run(folder / "part", spoilt, outcome)
        shutil.rmtree(folder / "part")
    for one in outcome.misread:
        print(
            f"{one.spoilt.kind} | {one.spoilt.base.path.name} | {one.wrong[:3]} of {len(one.wrong)} wrong, {one.lost} lost | {one.sign}"
        )
    for name in ("unseen", "crashed", "hung", "greedy", "faults", "strays"):
        print(name, len(getattr(outcome, name)), *getattr(outcome, name)[:30], sep="\n  ")
    print("read", dict(outcome.read))
    print("reasons", *outcome.reasons.most_common(), sep="\n  ")
    silent, lost = outcome.silent(), outcome.lost()
    print(
        f"{outcome.tried.total()} tried, {outcome.read.total()} read, peak {outcome.peak:.0f} MiB, {outcome.seconds:.0f} s, {outcome.figures} figures"
    )
    print(f"silent: {len(silent)} files, {sum(len(m.wrong) for m in silent)} figures; lost silently: {len(lost)} files")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
