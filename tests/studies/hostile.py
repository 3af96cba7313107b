"""A corpus of damaged files: each is read or held with a reason, and no figure enters the star wrong without a sign.

Belongs here: making the corpus from drawn and real reports, reading it under limits, comparing with the truth, docs/hostile.md.
Does not belong here: how a file is spoiled (tests/support/faults/damages) or called (tests/support/faults/odd_names.py).
`python -m tests.studies.hostile 2000` runs it at full size and writes the document; tests/reading/test_hostile.py a sample.
"""

import itertools
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random

import duckdb
import psutil
import pyarrow.parquet as pq

from pipelines.forms.forms import Amount
from pipelines.limits import Limits
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile, printable_name, raw_files
from pipelines.reading import batch
from pipelines.reading.worker import MIB
from pipelines.settings import DOCS, PROJECT, Places
from pipelines.warehouse import build
from tests.studies.readers import section_of
from tests.studies.samples import SCANNED
from tests.support.faults import damages, odd_names
from tests.support.faults.damages import Base, Place, place
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper, texts
from tests.support.paper.layout import Layout
from tests.support.real_reports import SHARED_REPORTS

LIMITS = Limits(30, 2048)
"""Of one file of the corpus; the time limit is narrower than in a run (300 s), so that what hangs shows sooner."""
REAL = (
    "社会工作部",
    "西南大学",
    "改动版",
    "东城",
    "budgets/中共北京市委军民融合发展委员会办公室2026年度部门预算（报表）",
    "budgets/无锡市应急管理局",
)


@cache
def bases() -> tuple[Base, ...]:
    """Sound reports: one drawn in each layout, the samples, and the real ones where they are there."""
    samples = [path for path in sorted((PROJECT / "raw").glob("*/*.pdf")) if SCANNED not in path.name]
    real = [
        path
        for part in REAL
        for path in sorted(SHARED_REPORTS.glob(f"{part}*.pdf" if "/" in part else f"*{part}*.pdf"))
    ]
    return (*drawn(layouts.LAYOUTS), *map(_base, (*samples, *real)))


def drawn(some: Iterable[Layout]) -> tuple[Base, ...]:
    """Sound reports, one drawn in each of some layouts."""
    with tempfile.TemporaryDirectory() as folder:
        return tuple(_base(_drawn(Path(folder), number, layout)) for number, layout in enumerate(some))


def _base(path: Path) -> Base:
    return Base(path, path.read_bytes(), read_report(path, None))


def _drawn(folder: Path, number: int, layout: Layout) -> Path:
    report = figures.report(30 + number, unit=f"样本市样本区第{number}局", university=layout.table_set == "university")
    return paper.draw(layouts.paper(report, layout), folder / f"{layout.name}.pdf", layout.style)


@dataclass(frozen=True)
class Spoilt:
    """A file of the corpus: its name below raw/, its kind and group, the base it was made of."""

    name: str
    kind: str
    group: str
    base: Base


HEAVY = ("thousands of pages", "nested objects", "decompression bombs")
"""Groups of which many files are given up only at the limits: they come in every twelfth round."""


def rounds(count: int) -> Iterator[str]:
    """The kinds of `count` files, one after the other, again and again."""
    turn = (
        name for again in itertools.count() for name, (group, _) in damages.KINDS.items() if group not in HEAVY or again % 12 == 0
    )  # fmt: skip
    return itertools.islice(turn, count)


def write(raw: Path, kinds: Iterable[str], seed: int, sound: Sequence[Base]) -> Iterator[Spoilt]:
    """Write a damaged file of each of the kinds below raw/, made of sound ones."""
    for number, name in enumerate(kinds):
        random = Random(f"{seed}-{number}")
        group, damage = damages.KINDS[name]
        base = replace(random.choice(sound), shown={})
        path = raw / str(base.reading.disclosure.year) / f"{number:05d} {name}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(damage(base, random))
        yield Spoilt(path.relative_to(raw).as_posix(), name, group, base)


def write_names(raw: Path, outside: Path, sound: Base) -> Iterator[Spoilt]:
    """Write a sound file with odd names, in odd folders, and behind links; their bytes differ, so that each is read."""
    base = replace(sound, shown={})
    named = [*odd_names.NAMES, *(f"{folder}/a.pdf" for folder in odd_names.FOLDERS)]
    for number, name in enumerate(named):
        path = raw / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base.content + b"\n%% %d\n" % number)
        yield Spoilt(printable_name(Path(name)), "odd names", "names", base)
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
    """What became of a corpus.

    unseen, changed: files left out for their names, and those that hold other bytes whenever they are read.
    """

    tried: Counter = field(default_factory=Counter)
    read: Counter = field(default_factory=Counter)
    reasons: Counter = field(default_factory=Counter)
    kinds: dict[str, str] = field(default_factory=dict)
    unseen: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
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


def run(folder: Path, spoilt: Sequence[Spoilt], limits: Limits = LIMITS) -> Outcome:
    """Read the corpus below folder/raw, two files at a time, and compare what entered the star with the truth."""
    outcome, places = Outcome(), Places(folder / "raw", folder / "warehouse")
    known = {one.name: one for one in spoilt}
    before, started = _tree(folder), time.perf_counter()
    files = raw_files(places.raw)
    with _watched(outcome):
        done = {p.file.name: p for p in batch.read_all(files, places, 2, limits)}
    outcome.seconds += time.perf_counter() - started
    outcome.strays += sorted(_tree(folder) - before)
    for one in spoilt:
        outcome.tried[one.kind] += 1
        outcome.kinds[one.kind] = one.group
    found = {(f.folder, f.sha256): done[f.name] for f in files if f.name in done}
    for file in files:
        _count(outcome, known[file.name], found[file.folder, file.sha256])
    outcome.unseen += sorted(known.keys() - {file.name for file in files})
    kept = [file for file in files if found[file.folder, file.sha256].status != batch.CHANGED]
    misread = [(file, one) for file in kept if (one := _compare(outcome, known[file.name], file, places))]
    unsigned = [(file, one) for file, one in misread if not one.sign]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        judged = pool.map(_violations_in, [places] * len(unsigned), [file for file, _ in unsigned])
        for (_, one), violations in zip(unsigned, judged, strict=True):
            new = violations - _violations_of(one.spoilt.base.content)
            one.sign = f"identity: {sorted(new.elements())[0]}" if new else ""
    outcome.misread += [one for _, one in misread]
    return outcome


def _count(outcome: Outcome, one: Spoilt, done: batch.Progress) -> None:
    if done.status == batch.CHANGED:
        outcome.changed.append(one.name)
        return
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
        children, turn = [], 0
        while not over.wait(0.05):
            children, turn = own.children() if turn % 10 == 0 else children, turn + 1
            for child in children:
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
            if amount.number is not None and not amount.held:
                figures[place(amount)][f"{amount.number.value.normalize():f}{amount.counted_in}"] += 1
    return figures


def _read_figures(record: dict) -> Figures:
    figures: Figures = defaultdict(Counter)
    for a in record["amounts"]:
        if a["value"] is not None and not a["is_held"]:
            key = (a["form"], a["panel"], a["line"] or "", a["code"] or "", a["column_key"])
            figures[key][f"{a['value'].normalize():f}{a['counted_in'] or ''}"] += 1
    return figures


def _compare(outcome: Outcome, one: Spoilt, file: RawFile, places: Places) -> Misread | None:
    """Compare what a file brings into the star with what its sound original holds; a doubt it carries is the sign."""
    record = pq.read_table(places.reading(file)).to_pylist()[0]
    if record["status"] not in (
        "read",
        "registered",
    ):  # a budget is registered, and its figures stand in the star apart
        return None
    truth, found = _true_figures(one.base), _read_figures(record)
    outcome.figures += sum(counted.total() for counted in found.values())
    wrong = [
        f"{'/'.join(key)} {value}" for key, counted in found.items() for value in counted
        if value not in truth.get(key, ()) or key in one.base.shown
    ]  # fmt: skip
    wrong = [w for w in wrong if not _is_shown(one.base, w)]
    own = one.base.reading.disclosure
    if (record["unit_name"], record["fiscal_year"]) != (own.unit, own.year):
        wrong.append(f"unit or year {record['unit_name']} {record['fiscal_year']}")
    lost = sum(1 for key in truth if key not in found and key not in one.base.shown)
    doubts = _new_doubts(one.base, record)
    return Misread(one, wrong, lost, f"doubt: {doubts[0]}" if doubts else "") if wrong or lost else None


def _is_shown(base: Base, wrong: str) -> bool:
    """Whether a figure is what the damaged cell shows."""
    key, _, value = wrong.rpartition(" ")
    shown = base.shown.get(tuple(key.split("/")))
    return shown is not None and f"{float(shown.replace(',', '')):g}" == f"{float(value.rstrip('元万')):g}"


def _new_doubts(base: Base, record: dict) -> list[str]:
    known = Counter(doubt.reason for doubt in base.reading.doubts)
    return list((Counter(doubt["reason"] for doubt in record["doubts"]) - known).elements())


def _violations_in(places: Places, file: RawFile) -> Counter:
    """Identities violated in a file, judged alone."""
    with duckdb.connect() as connection:
        connection.execute("set threads = 1")
        build.fill(Warehouse(connection, places), [file])
        return _violations(connection)


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
        build.fill(Warehouse(connection, places), raw_files(places.raw))
        return _violations(connection)


def sound_layouts(seeds: Sequence[int]) -> tuple[int, int, list[str]]:
    """Drawn reports of every layout against what the drawer knows: reports, figures that entered, those wrong."""
    reports, entered, wrong = 0, 0, []
    with tempfile.TemporaryDirectory() as folder:
        for layout in layouts.LAYOUTS:
            for seed in seeds:
                report = figures.report(seed, plain=seed % 2 == 0, university=layout.table_set == "university")
                path = paper.draw(layouts.paper(report, layout), Path(folder) / "drawn.pdf", layout.style)
                truth = {(f, "" if f in _ONE_PANEL else p, line, code, column, text)
                         for f, p, line, code, column, text in texts.expected(report, layout)}  # fmt: skip
                amounts = [a for form in read_report(path, report.year).forms for a in form.amounts]
                kept = [a for a in amounts if a.number is not None and not a.held]
                reports, entered = reports + 1, entered + len(kept)
                wrong += [
                    f"{layout.name} {seed}: {a.form} {a.label} {a.text}" for a in kept if _drawn_key(a) not in truth
                ]
    return reports, entered, wrong


_ONE_PANEL = ("T6", "B9")
"""Forms whose panels continue one another."""


def _drawn_key(a: Amount) -> tuple[str, str, str, str, str, str]:
    code = "" if a.line == "class" else a.code or ""
    return a.form, "" if a.form in _ONE_PANEL else a.panel, a.line or "", code, a.column, a.text


def document(count: int, outcome: Outcome, sound: tuple[int, int, list[str]]) -> str:
    """docs/hostile.md."""
    silent, lost = outcome.silent(), outcome.lost()
    told = [m for m in outcome.misread if m.wrong and m.sign]
    by_kind = [Counter(m.spoilt.kind for m in found) for found in (told, silent, lost)]
    rows = "\n".join(
        f"| {group} | {kind} | {outcome.tried[kind]} | {outcome.read[kind]} | {outcome.tried[kind] - outcome.read[kind]} | "
        + " | ".join(str(counted[kind]) for counted in by_kind)
        + " |"
        for kind, group in sorted(outcome.kinds.items(), key=lambda item: (item[1], item[0]))
    )
    reasons = "\n".join(f"| {reason} | {count} |" for reason, count in outcome.reasons.most_common())
    cases = [
        f"| {m.spoilt.kind} | {m.spoilt.base.path.stem} | {len(m.wrong)} | {m.lost} | {'; '.join(m.wrong[:2])} |"
        for m in (*silent, *lost)
    ]
    return _DOCUMENT.format(
        count=count, files=outcome.tried.total(), kinds=len(outcome.kinds), read=outcome.read.total(), held=outcome.reasons.total(),
        dotted=len(outcome.unseen), changed=len(outcome.changed), crashed=len(outcome.crashed), hung=len(outcome.hung), greedy=len(outcome.greedy),
        faults=len(outcome.faults), strays=len(outcome.strays), seconds=LIMITS.seconds, memory=LIMITS.memory,
        peak=round(outcome.peak), took=round(outcome.seconds), reports=sound[0], entered=sound[1], wrong=len(sound[2]),
        figures=outcome.figures, silent=len(silent), silent_figures=sum(len(m.wrong) for m in silent), lost=len(lost),
        told=len(told), told_figures=sum(len(m.wrong) for m in told), rows=rows, reasons=reasons, cases="\n".join(cases),
        readers=section_of((DOCS / "hostile.md").read_text(encoding="utf-8")),
    )  # fmt: skip


_DOCUMENT = """# Hostile files · 恶意与损坏的文件

Written by `python -m tests.studies.hostile {count}` (tests/studies/hostile.py): files made by seeded mutation of reports drawn in every layout, of the samples and of
real reports, {kinds} kinds (tests/support/faults/damages), and sound files with odd names and links (tests/support/faults/odd_names.py). Each is read in a worker under
{seconds:g} s of processor time and {memory:,} MiB (a run gives 300 s). A sample of it runs in `make test`.

| what | number |
|---|---|
| files tried | {files} |
| read | {read} |
| held with a reason | {held} |
| left out, as names that begin with a dot are | {dotted} |
| left for the next run: other bytes whenever they are read | {changed} |
| processes crashed | {crashed} |
| given up for time (hung) | {hung} |
| given up for memory | {greedy} |
| faults of our reader, held and logged | {faults} |
| files written outside warehouse/ | {strays} |
| most memory of a process, MiB | {peak:,} |
| seconds for all, two workers | {took:,} |

## Figures wrong without a sign

A figure counts as wrong if it is in the star and the sound original holds no such amount at that form, panel, row and column; where a damage changes what
the page shows (a patch with another number), what it shows counts. A sign is a doubt or a quarantine of that file, or an identity violated in it and not in its original.

What the corpus found and the reading now checks: text without ink, white on white, transparent, clipped away, in a hidden layer or under a patch
(pdf/pdfium/visibility, clips, pdf/hidden_layers; a real report repeats each page's text on the next, clipped away); digits printed on one another (pdf/glyphs); glyphs whose font says they are
controls or marks of direction (pdf/pdfium/text_styles); a number whose point was lost, or too long to be an amount (vocabulary/numbers); a form that ends before its last row (forms/completeness), and a
report of which the prose alone was read (reading/refusals); cells under annotations, pictures and patches, text that a picture of the
page does not show, ink that is no text (pdf/pdfium/doubtful_cells); numbers of the prose, names and codes of rows under
annotations, pictures and patches (pdf/pdfium/covers). Not checked: a font whose map exchanges digits is told by the identities alone, and by doubts about codes.

| on | files | figures that entered | wrong with a sign | wrong without | files with figures lost without a sign |
|---|---|---|---|---|---|
| sound reports of every layout, against the drawer | {reports} | {entered:,} | | {wrong} | |
| the corpus | {read} | {figures:,} | {told_figures} in {told} files | {silent_figures} in {silent} files | {lost} |

Each case without a sign (none: an empty table):

| kind | made of | wrong | lost | for example |
|---|---|---|---|---|
{cases}

{readers}## Held, by reason

| reason | files |
|---|---|
{reasons}

## By kind

Files of which a figure is wrong with a sign, wrong without, or lost without; aim of the last two: 0.

| group | kind | tried | read | held | wrong with a sign | wrong without | lost without |
|---|---|---|---|---|---|---|---|
{rows}
"""


def main(count: int, seed: int = 0) -> None:
    """Run at full size and write docs/hostile.md."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "run"
        smallest = min(bases(), key=lambda one: len(one.reading.document.pages))
        spoilt = [
            *write(folder / "raw", rounds(count), seed, bases()),
            *write_names(folder / "raw", Path(name) / "outside.pdf", smallest),
        ]
        outcome = run(folder, spoilt)
    for one in outcome.misread:
        print(
            f"{one.spoilt.name} | {one.spoilt.base.path.name} | {one.wrong[:3]} of {len(one.wrong)} wrong, {one.lost} lost | {one.sign}"
        )
    for name in ("unseen", "changed", "crashed", "hung", "greedy", "faults", "strays"):
        print(name, len(getattr(outcome, name)), *getattr(outcome, name), sep="\n  ")
    (DOCS / "hostile.md").write_text(document(count, outcome, sound_layouts(range(5))), encoding="utf-8")
    print(f"silent: {len(outcome.silent())} files; lost silently: {len(outcome.lost())} files; {outcome.seconds:.0f} s")


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
