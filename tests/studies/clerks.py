"""How slips of several places are told: `python -m tests.studies.clerks FOLDER [EACH] [SEED]` prints what is said of each kind in the reports below FOLDER.

Belongs here: judging each slip beside the unharmed report, telling what is said. Does not belong here: the slips (tests/support/faults/row_slips.py,
text_slips.py), single numbers (planted).
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from pipelines.reading.readings import Reading
from tests.studies.planted import BATCH, OPEN, Said, said_of, sound_below
from tests.support.faults import row_slips, text_slips
from tests.support.faults.planting import reread
from tests.support.faults.retyping import Place, Slip, retyped, wrong_places

VERDICTS = ("accused", "told", "held", "silent")
"""A right number is called wrong; the slip, or what stands against what, is told; what it made doubtful is held; nothing is said."""


def drawn(sound: Sequence[Reading], each: int, seed: int) -> Iterator[tuple[int, Slip]]:
    """Yield slips, up to `each` of a kind in a report, with the place of their report; those that find their places."""
    for number, reading in enumerate(sound):
        random = Random(f"{seed} {number}")
        kinds: dict[str, list[Slip]] = defaultdict(list)
        for slip in (*row_slips.slips(reading, random), *text_slips.slips(reading, random, sound)):
            kinds[slip.kind].append(slip)
        for some in kinds.values():
            random.shuffle(some)
            for slip in some[:each]:
                try:
                    retyped(reading.document, slip)
                except LookupError:
                    continue
                yield number, slip


def judged(sound: Sequence[Reading], each: int, seed: int) -> Iterator[tuple[Slip, str, list[str]]]:
    """Plant slips in each report; yield each with the worst that is newly said of it, and the sentences."""
    before = [said for start in range(0, len(sound), BATCH) for said in said_of(sound[start : start + BATCH])]
    slips = list(drawn(sound, each, seed))
    for start in range(0, len(slips), BATCH):
        some = slips[start : start + BATCH]
        readings = [reread(retyped(sound[n].document, slip), sound[n].disclosure.year) for n, slip in some]
        for (n, slip), reading, said in zip(some, readings, said_of(readings), strict=True):
            known = {old.sentence for old in before[n]}
            doubted = {amount for old in before[n] for amount in old.suspects}
            new = [now for now in said if now.sentence not in known]
            yield slip, _verdict(new, slip, (sound[n], reading), doubted), [now.sentence for now in new]


def _verdict(new: Sequence[Said], slip: Slip, readings: tuple[Reading, Reading], doubted: set[str]) -> str:
    sound, reading = readings
    wrong = _keys(reading, wrong_places(slip)) | doubted
    accused = [one for one in new if one.suspects and not any(words in one.sentence for words in OPEN)]
    if any(not one.suspects.keys() <= wrong for one in accused):
        return "accused"
    if new:
        return "told"
    return "held" if set(reading.doubts) - set(sound.doubts) else "silent"


def _keys(reading: Reading, places: Sequence[Place]) -> set[str]:
    """The amounts and claims that stand in some places."""
    printed = [(a.key, a.page, a.box) for form in reading.forms for a in form.amounts]
    printed += [(c.key, c.page, c.box) for c in reading.prose.claims]
    return {
        key for key, page, box in printed if any(page == at and _overlap(box, other) for at, other in places)
    }  # fmt: skip


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return all(min(one[n + 2], other[n + 2]) > max(one[n], other[n]) for n in (0, 1))


def table(found: Sequence[tuple[Slip, str, list[str]]]) -> str:
    """How often each was said of each kind of slip, and how many findings one of them made at most."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    most: Counter[str] = Counter()
    for slip, verdict, sentences in found:
        rows[slip.kind][verdict] += 1
        most[slip.kind] = max(most[slip.kind], len(sentences))
    lines = [
        f"| {kind} | " + " | ".join(str(rows[kind][verdict]) for verdict in VERDICTS) + f" | {most[kind]} |"
        for kind in sorted(rows)
    ]
    return "\n".join([f"| slip | {' | '.join(VERDICTS)} | most findings |", "|---" * (len(VERDICTS) + 2) + "|", *lines])


def main(folder: Path, each: int = 1, seed: int = 1) -> None:
    """Print the table, and the sentences that call a right number wrong."""
    found = list(judged(sound_below(folder), each, seed))
    print(table(found))
    for slip, verdict, sentences in found:
        if verdict == "accused":
            print(f"\n{slip.kind}: {slip.told}", *sentences, sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
