"""How errors planted into reports are told: `python -m tests.studies.planted FOLDER [EACH] [SEED]` prints what is said of each kind in the reports below FOLDER.

Belongs here: planting errors one at a time, judging each beside the unharmed report, telling what is said. Does not belong here: the errors
(tests/support/faults/planting.py), random reports of which all is known (mutation, measure_suspects).
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from random import Random

from pipelines.findings import tables
from pipelines.reading.readings import Reading
from pipelines.vocabulary import YUAN_PER_UNIT
from tests.support.desk import desk, together
from tests.support.desk.asking import asked
from tests.support.faults.planting import Planted, document_with, place_of, plant, reread, value_of
from tests.support.files.reading import read_report

BATCH = 60
"""Reports judged in one warehouse."""
VERDICTS = ("named", "among others", "not named", "another", "silent")
"""The planted number is called wrong, with the right value, or with numbers that were called wrong before; it is one of those that may be; what is said
names no number of it; a right number is called wrong, or what it should be is not; nothing is said."""
OPEN = ("以下各处之一有误", "以下各组中有一组", "也可能是同一勾稽中的其他数有误", "报告本身无法判断")
"""What a sentence says that leaves open which number is wrong."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A finding: its sentence, the amounts of its instances; of the first sets suspected, amount → least and largest value."""

    sentence: str
    amounts: frozenset[str]
    suspects: dict[str, tuple[Decimal | None, Decimal | None]]


def verdict_on(new: Said, one: Planted, key: str | None, known: Collection[str]) -> str:
    """What a finding says of a planted number; known: amounts that were suspected before it was planted."""
    if any(words in new.sentence for words in OPEN) or not new.suspects:
        return "among others" if key in {*new.suspects, *new.amounts} else "another" if new.suspects else "not named"
    if key not in new.suspects or not new.suspects.keys() - {key} <= set(known):
        return "another"
    low, high = new.suspects[key]
    true = value_of(one.old) * YUAN_PER_UNIT.get(one.counted_in, Decimal(1))
    return "named" if (low is None or low <= true) and (high is None or true <= high) else "another"


def said_of(readings: Sequence[Reading]) -> list[list[Said]]:
    """The findings of each of these readings, which have nothing to do with one another."""
    found: list[list[Said]] = [[] for _ in readings]
    with tempfile.TemporaryDirectory() as folder, desk.filled(Path(folder), together.apart(readings)) as connection:
        tables.write(asked(connection))
        suspects: dict[str, dict] = defaultdict(dict)
        for finding, amount, low, high in connection.execute(
            "select finding_id, amount_id, low_yuan, high_yuan from findings.suspect where rank = 1"
        ).fetchall():
            suspects[finding][_place(amount)] = low, high
        numbers = {desk.report_id(number): number for number in range(len(readings))}
        for report, finding, sentence, amounts in connection.execute(
            "select report_id, finding_id, sentence_zh, amount_ids from findings.finding"
        ).fetchall():
            said = Said(sentence=sentence, amounts=frozenset(map(_place, amounts)), suspects=suspects[finding])
            found[numbers[report]].append(said)
    return found


def _place(amount_id: str) -> str:
    return amount_id.partition("-")[2]


def judged(sound: Sequence[Reading], each: int, seed: int) -> Iterator[tuple[Planted, str, str]]:
    """Plant errors in each report; yield each with the worst that is newly said of it, and that sentence."""
    planted = ((n, one) for n, reading in enumerate(sound) for one in plant(reading, Random(f"{seed} {n}"), each))
    before = [said for start in range(0, len(sound), BATCH) for said in said_of(sound[start : start + BATCH])]
    while some := list(islice(planted, BATCH)):
        readings = [reread(document_with(sound[n].document, one), sound[n].disclosure.year) for n, one in some]
        for (n, one), reading, said in zip(some, readings, said_of(readings), strict=True):
            known = {old.sentence for old in before[n]}
            doubted = {amount for old in before[n] for amount in old.suspects}
            new = [now for now in said if now.sentence not in known]
            verdicts = {verdict_on(now, one, place_of(reading, one), doubted): now.sentence for now in new}
            worst = max(verdicts, key=("not named", "among others", "named", "another").index, default="silent")
            yield one, worst, verdicts.get(worst, "")


def table(found: Sequence[tuple[Planted, str, str]]) -> str:
    """How often each was said of each kind of error."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for one, verdict, _ in found:
        rows[one.kind][verdict] += 1
    lines = [
        f"| {kind} | " + " | ".join(str(rows[kind][verdict]) for verdict in VERDICTS) + " |" for kind in sorted(rows)
    ]
    return "\n".join([f"| error | {' | '.join(VERDICTS)} |", "|---" * (len(VERDICTS) + 1) + "|", *lines])


def sound_below(folder: Path) -> list[Reading]:
    """The reports below a folder that can be read."""
    readings = (read_report(path, None) for path in sorted(folder.rglob("*.pdf")))
    return [one for one in readings if one.status in ("read", "registered")]


def main(folder: Path, each: int = 6, seed: int = 1) -> None:
    """Print the table, and the sentences that call another number wrong."""
    found = list(judged(sound_below(folder), each, seed))
    print(table(found))
    for one, verdict, sentence in found:
        if verdict == "another":
            print(f"\np. {one.page} {one.key} {one.kind}: {one.old} printed as {one.new}\n{sentence}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
