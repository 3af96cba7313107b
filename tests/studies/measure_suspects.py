"""How often the likely wrong amounts are the wrong ones: `python -m tests.studies.measure_suspects` writes docs/suspects.md.

Belongs here: many drawn reports with known slips, what is found of them, the table.
Does not belong here: expectations (tests/findings/test_suspects.py), the yardstick (tests/support/faults/identifiable.py).
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import duckdb

from pipelines.findings.localization.candidates import facts
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import PROSE
from pipelines.findings.localization.load import systems_of
from pipelines.findings.localization.story import Story, Violation
from pipelines.findings.localization.suspects import stories
from pipelines.reading.readings import Reading
from pipelines.settings import PROJECT
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.faults.identifiable import identifiable, printed_with
from tests.support.faults.slipping import KINDS, Slipped, altered, place, scale, slipped
from tests.support.figures import figures
from tests.support.paper import layouts

BASES = 48
SEED = 20261125
"""Seen only when the search was finished."""
DOC = PROJECT / "docs" / "suspects.md"
MARK = "## Measured\n"


@dataclass(frozen=True)
class Case:
    """A report with slips: group of the table, base report, slips.

    identifiable: whether each of several slips is, alone; of a report with one slip its own rows decide (judged).
    """

    group: str
    base: int
    slips: tuple[Slipped, ...]
    identifiable: bool = False


@dataclass(frozen=True)
class Found:
    """What was found of a case: per wrong number, and whether the first sets are the wrong numbers exactly."""

    case: Case
    identifiable: bool
    first: bool
    listed: bool
    only: bool
    inside: bool
    exactly: bool
    breaks: bool
    seconds: float


def bases(count: int, first: int = 0) -> list[Reading]:
    """Readings of right figures in all layouts, half of them with the year before to compare with."""
    readings = []
    for seed in range(first, first + count):
        layout = layouts.LAYOUTS[seed % len(layouts.LAYOUTS)]
        report = figures.report(seed, university=layout.table_set == "university", plain=seed % 3 == 0)
        one = figures.next_year(report) if seed // len(layouts.LAYOUTS) % 2 else report
        readings.append(desk.reading(one, layout))
    return readings


def systems(readings: Sequence[Reading], folder: Path) -> tuple[duckdb.DuckDBPyConnection, list[str]]:
    """A warehouse of readings, each of a unit of its own, and their report ids in order."""
    connection = desk.filled(folder, readings)
    ids = connection.execute("select report_id from star.dim_report order by file").fetchall()
    return connection, [report_id for (report_id,) in ids]


def single(random: Random, known: Sequence[System], kind: str, prose: bool) -> tuple[int, Slipped]:
    """A slip of a kind in one of the reports; where the number drawn cannot slip so, another is drawn."""
    for _ in range(4000):
        base = random.randrange(len(known))
        if slip := slipped(random, kind, known[base], prose):
            return base, slip
    raise LookupError(f"no number of these reports can slip as {kind}")


def alone(system: System, slip: Slipped) -> bool:
    """Whether a slip alone is identifiable, by arithmetic on the right report with the slip in it."""
    ids = {place(amount): amount for amount in system.printed}
    changes = {
        ids[where]: ((said or 0) - true) * scale(system.printed[ids[where]].counted_in)
        for where, (true, said) in slip.changes.items()
    }
    return identifiable(printed_with(system, changes), set(changes))


def repeated(system: System, slip: Slipped, everywhere: bool) -> Slipped | None:
    """A publisher's slip: the number is wrong in its cell and in all prose, or in every place, that repeats it."""
    ids = {place(amount): amount for amount in system.printed}
    [(where, change)] = slip.changes.items()
    own = ids[where]
    alike = {a for fact in facts(system) if own in fact.amounts for a in fact.amounts} - {own}
    same = {a for a in alike if system.printed[a].value == system.printed[own].value}
    again = {a for a in same if everywhere or system.printed[a].form == PROSE}
    if not again:
        return None
    scales = {a: scale(system.printed[a].counted_in) / scale(system.printed[own].counted_in) for a in again}
    more = {place(a): (change[0] / scales[a], change[1] / scales[a]) for a in sorted(again)}
    return Slipped(slip.kind, {where: change, **more})


def drawn(known: Sequence[System], each: int, random: Random) -> Iterator[Case]:
    """The cases: every kind alone in tables and prose, two and three slips, publishers' slips."""
    for kind in KINDS:
        for number in range(each):
            prose = number % 4 == 3 and kind not in ("two_cells_swapped", "other_scope", "column_slipped")
            base, slip = single(random, known, kind, prose)
            yield Case(f"1 {kind}", base, (slip,))
    for count in (2, 3):
        for _ in range(3 * each):
            base = random.randrange(len(known))
            kinds = [(random.choice(KINDS[:4]), random.random() < 0.2) for _ in range(count)]
            slips = tuple(single(random, [known[base]], kind, prose)[1] for kind, prose in kinds)
            places = {where for slip in slips for where in slip.changes}
            if len(places) == count:
                yield Case(f"{count} slips", base, slips, all(alone(known[base], slip) for slip in slips))
    for everywhere in (False, True):
        done = 0
        while done < each:
            base, slip = single(random, known, random.choice(KINDS[:4]), False)
            if again := repeated(known[base], slip, everywhere):
                done += 1
                group = "publisher, every place" if everywhere else "publisher, cell and prose"
                yield Case(group, base, (again,))
                if not everywhere:
                    yield Case("reader, the same cell alone", base, (slip,))


def judged(system: System, violations: Sequence[Violation], case: Case) -> Found:
    """What the stories of a report say of its wrong numbers."""
    start = time.perf_counter()
    told = [story for story in stories(system, violations) if story.sets]
    seconds = time.perf_counter() - start
    wrong = {where: true for slip in case.slips for where, (true, _) in slip.changes.items()}
    ids = {place(a): a for a in system.printed}
    units = {where: scale(system.printed[a].counted_in) for where, a in ids.items()}
    own_rows = len(case.slips) == 1 and ids.keys() >= wrong.keys()
    firsts = {place(a) for story in told for a in story.sets[0].amounts}
    return Found(
        case,
        identifiable=identifiable(system, {ids[w] for w in wrong}) if own_rows else case.identifiable,
        first=firsts >= wrong.keys(),
        listed={place(a) for story in told for one in story.sets for a in one.amounts} >= wrong.keys(),
        only=all(any(s.is_only and where in _places(s) for s in told) for where in wrong),
        inside=all(_inside(told, where, true * units.get(where, 1)) for where, true in wrong.items()),
        exactly=firsts == wrong.keys(),
        breaks=bool(system.broken),
        seconds=seconds,
    )


def violations_of(connection: duckdb.DuckDBPyConnection, report_id: str) -> list[Violation]:
    """The violations of a report."""
    sql = "select identity_id, instance, severity from checks.outcome join reference.identity using (identity_id) where report_id = ? and outcome = 'violation'"
    return [Violation(*row) for row in connection.execute(sql, [report_id]).fetchall()]


def _places(story: Story) -> set[str]:
    return {place(a) for a in story.sets[0].amounts}


def _inside(told: Iterable[Story], where: str, true: object) -> bool:
    suspects = [s for story in told for one in story.sets for s in one.suspects if place(s.amount_id) == where]
    return any(
        (s.implied.low is None or s.implied.low <= true) and (s.implied.high is None or true <= s.implied.high)
        for s in suspects
    )


def measure(each: int, seed: int = SEED) -> list[Found]:
    """All cases, in batches of one warehouse each."""
    random = Random(seed)
    readings = bases(BASES)
    with tempfile.TemporaryDirectory() as folder:
        named = [altered(reading, f"样本{n}局") for n, reading in enumerate(readings)]
        connection, ids = systems(named, Path(folder) / "right")
        known = list(systems_of(asked(connection), ids))
        cases = list(drawn(known, each, random))
        found: list[Found] = []
        for start in range(0, len(cases), 150):
            batch = cases[start : start + 150]
            wrong = [altered(readings[c.base], f"样本{n}局", *c.slips) for n, c in enumerate(batch)]
            connection, ids = systems(wrong, Path(folder) / str(start))
            for system, case in zip(systems_of(asked(connection), ids), batch, strict=True):
                found.append(judged(system, violations_of(connection, system.report_id), case))
            print(f"{len(found)} of {len(cases)}", file=sys.stderr)
    return found


def table(found: Sequence[Found]) -> str:
    """The result as Markdown."""
    lines = [
        "| slips | reports | break something | identifiable | in the first set | is the only one | value in the interval"
        " | in a listed set | first sets exactly | of all that break: first | only |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    groups = list(dict.fromkeys(f.case.group for f in found))
    for name in [*groups, "1 all kinds"]:
        rows = [f for f in found if f.case.group == name or (name == "1 all kinds" and f.case.group.startswith("1 "))]
        sure = [f for f in rows if f.identifiable and f.breaks]
        broken = [f for f in rows if f.breaks]
        marks = [[f.first for f in sure], [f.only for f in sure], [f.inside for f in sure], [f.listed for f in sure]]
        marks += [[f.exactly for f in sure], [f.first for f in broken], [f.only for f in broken]]
        shares = " | ".join(_share(mark) for mark in marks)
        lines.append(f"| {name} | {len(rows)} | {len(broken)} | {len(sure)} | {shares} |")
    seconds = sorted(f.seconds for f in found)
    lines += ["", f"Seconds a report for its stories, its rows read: median {statistics.median(seconds):.3f}, "
              f"p95 {seconds[int(0.95 * len(seconds))]:.3f}, max {seconds[-1]:.3f} ({len(seconds)} reports)."]  # fmt: skip
    return "\n".join(lines)


def _share(marks: Sequence[bool]) -> str:
    return f"{100 * sum(marks) / len(marks):.1f} %" if marks else "–"


def write(text: str) -> None:
    """Replace what follows the heading of the measurement in docs/suspects.md."""
    head, mark, _ = DOC.read_text(encoding="utf-8").partition(MARK)
    DOC.write_text(f"{head}{mark}\n{text}\n", encoding="utf-8")


if __name__ == "__main__":
    write(table(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 60)))
