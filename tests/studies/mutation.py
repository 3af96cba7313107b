"""Mutation: errors put into random reports make the identities fire that they break, and no unrelated one.

`python -m tests.studies.mutation [REPORTS]` runs it at full size and writes docs/mutation.md;
`python -m tests.studies.mutation --only C-99,N-99` aims at these identities alone and writes their rows.
Belongs here: choosing what to spoil, working out by hand (Decimal, from the terms) which instances must then be beyond
rounding, and counting identity × injected × caught × false.
Does not belong here: the errors (tests/support/faults/injections.py, word_errors.py), the reports (tests/support/desk/corpus.py), the kernel (sql/checks).
"""

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from random import Random

import pyarrow as pa

from pipelines.reading.readings import Reading
from pipelines.settings import DOCS, SQL
from pipelines.vocabulary.numbers import YUAN_PER_UNIT, to_yuan
from pipelines.warehouse import identities
from tests.support.desk import corpus, desk
from tests.support.desk.budgets import families
from tests.support.faults import injections, word_errors
from tests.support.faults.injections import Error

MAY_FOLLOW = {
    "C-18", "C-19", "N-09", "N-11", "N-24", "N-25", "N-30", "N-32", "B-03", "I-01", "ZB", "WX-01", "WX-03", "W6-05",
    "N-33", "N-37", "N-41", "N-43", "N-44", "PN-23", "PN-24", "PN-31", "PN-80", "PN-81", "PN-82",
}  # fmt: skip
"""Identities about words, names and sets, whose inputs any amount or claim may be without being a term."""
FLAGS = {"N-25", "ZB", "B-03", "N-32", "N-33", "N-37", "N-38", "PN-30", "PC-30", "PN-80", "PN-81", "PN-82"}
"""Identities whose terms are yes or no, so that no amount of theirs can be changed."""
BATCH = 48
"""Families judged in one warehouse."""
OF_WAYS = {"N-24", "N-55", "PN-23", "PN-24", "PN-31", "PN-35"}
"""Identities that nothing but a word of direction can break."""
BESIDE = {"PN-14": "-P6-r000-c00"}
"""Identities that judge nothing unless a total is as said: the end of its key."""
DIRECTED = {"N-08", "N-12", "N-54", "Y-04", "Y-05", "Y-10", "PN-10", "PN-13", "PN-27", "PY-02"}
"""Identities in which a word of direction is the sign of a term."""


@dataclass(frozen=True, eq=False)
class Trial:
    """One error in one report of one family; aimed at an identity; error is None for an error of words."""

    number: int
    identity_id: str
    seed: int
    member: int
    error: Error | None

    @property
    def kind(self) -> str:
        """Kind of the error."""
        return self.error.kind if self.error else "words"

    def family(self, sound: Sequence[Reading]) -> list[Reading]:
        """The readings of its family with the error in it, its units under names of their own."""
        if self.error is None:
            spoilt = word_errors.reading_for(self.identity_id, corpus.family(self.seed)[self.member])
        else:
            spoilt = injections.spoiled(sound[self.member], self.error)
        readings = [*sound[: self.member], spoilt, *sound[self.member + 1 :]]
        return [_renamed(reading, f"第{self.number}") for reading in readings]


def _renamed(reading: Reading, mark: str) -> Reading:
    members = tuple(replace(m, name=f"{mark}{m.name}") for m in reading.prose.members)
    disclosure = replace(reading.disclosure, unit=f"{mark}{reading.disclosure.unit}")
    return replace(reading, disclosure=disclosure, prose=replace(reading.prose, members=members))


@dataclass
class Tally:
    """identity → how often an error had to make it fire, did, and how often it fired for an error it has no part in."""

    reports: int = 0
    unharmed: Counter = field(default_factory=Counter)
    injected: Counter = field(default_factory=Counter)
    caught: Counter = field(default_factory=Counter)
    false: Counter = field(default_factory=Counter)
    kinds: Counter = field(default_factory=Counter)
    missed: list[tuple[Trial, str]] = field(default_factory=list)
    unrelated: list[tuple[Trial, str]] = field(default_factory=list)


class Desk:
    """A warehouse of families, and which member of which family each of its reports is."""

    def __init__(self, families: Sequence[tuple[object, Sequence[Reading]]]):
        self.owners: dict[str, tuple[object, int]] = {}
        readings = []
        for owner, members in families:
            for member, reading in enumerate(members):
                self.owners[desk.report_id(len(readings))] = (owner, member)
                readings.append(reading)
        self.short = {report_id[:16]: report_id for report_id in self.owners}
        self.connection = desk.filled(Path(tempfile.mkdtemp()), readings)

    def ids(self) -> dict[tuple[object, int], str]:
        """(owner, member) → report id."""
        return {owned: report_id for report_id, owned in self.owners.items()}

    def violated(self) -> dict[object, set[str]]:
        """Owner → identities violated in any report of its family."""
        found: dict[object, set[str]] = defaultdict(set)
        for report_id, key in self.connection.execute("select report_id, identity_id from checks.violation").fetchall():
            found[self.owners[report_id][0]].add(key)
        return found


def run(seeds: range, per: int, tally: Tally, only: Collection[str] = ()) -> None:
    """Judge the families of `seeds` unharmed, then `per` errors on either side of each identity; counts go to `tally`.

    only: the identities the errors aim at; all where it is empty.
    """
    families = {seed: corpus.family(seed) for seed in seeds}
    readings = {seed: [case.reading() for case in cases] for seed, cases in families.items()} | _budgets(seeds)
    sound = Desk(list(readings.items()))
    tally.reports += len(sound.owners)
    for keys in sound.violated().values():
        tally.unharmed.update(keys)
    aimed = set(only) or {identity.identity_id for identity in identities.identities(SQL)}
    candidates = list(_candidates(sound, readings, per, Random(seeds.start), aimed))
    trials = [*_chosen(candidates, _predicted(sound, candidates)), *_wordy(families, per, len(candidates), aimed)]
    harmed = Desk([(trial, trial.family(readings[trial.seed])) for trial in trials])
    fired, must, may = harmed.violated(), _predicted(sound, trials), _touched(sound, harmed, trials)
    for trial in trials:
        count(tally, trial, must[trial], may[trial], fired.get(trial, set()))


def _budgets(seeds: range) -> dict[int, list[Reading]]:
    """Families of budgets by a seed below zero, a quarter as many as of reports; in each first a final account beside its budget."""
    found = {-1 - seed: families.family(seed, f"样本市样本{seed}办公室") for seed in seeds[1::4]}
    for seed in seeds[1::16]:
        first = corpus.family(seed, "预算")[0].reading()
        found[-1_000_000 - seed] = [first, families.of_final(first)]
    return found


def count(tally: Tally, trial: Trial, must: set[str], may: set[str], fired: set[str]) -> None:
    """Add a trial: identities that must fire, may fire, and did."""
    if trial.error is None:
        must, may = {trial.identity_id}, fired
    tally.kinds[trial.kind] += 1
    tally.injected.update(must)
    tally.caught.update(must & fired)
    tally.missed += [(trial, key) for key in sorted(must - fired)]
    unrelated = fired - must - may - MAY_FOLLOW
    tally.false.update(unrelated)
    tally.unrelated += [(trial, key) for key in sorted(unrelated)]


def _candidates(
    sound: Desk, readings: dict[int, list[Reading]], per: int, random: Random, aimed: Set[str]
) -> Iterator[Trial]:
    """For either side of every identity aimed at `per` of its amounts, each with every error that can happen to it."""
    sizes = [{"short": s, "size": len(readings[sound.owners[r][0]])} for s, r in sound.short.items()]
    family = pa.Table.from_pylist(sizes)  # noqa: F841 - DuckDB reads it by name
    number = 0
    used = sound.connection.execute(_USED, [per]).fetchall()
    for identity_id, amount_id in ((key, amount_id) for key, _, amount_id in used if key in aimed):
        seed, member = sound.owners[sound.short[amount_id[:16]]]
        for error in injections.errors_at(readings[seed][member], amount_id[17:], random):
            if identity_id not in FLAGS and (identity_id not in OF_WAYS or error.kind == "direction"):
                yield Trial(number, identity_id, seed, member, error)
                number += 1


_USED = (
    "with used as ("
    " select identity_id, side, amount_id from checks.term join checks.outcome as o using (identity_id, report_id, instance)"
    " where amount_id is not null and value_yuan is not null and o.outcome in ('exact', 'rounding')"
    " union select identity_id, 'quotient', amount_ids[1] from checks.quotient where outcome in ('exact', 'rounding'))"
    " select identity_id, side, amount_id from used join family on family.short = amount_id[:16]"
    " qualify row_number() over (partition by identity_id, side order by size, md5(identity_id || amount_id)) <= ? order by all"
)


def _chosen(candidates: Sequence[Trial], predicted: dict[Trial, set[str]]) -> Iterator[Trial]:
    """Of the errors at one amount the one that breaks the identity aimed at and whose kind was least used for it."""
    amounts: dict[tuple, list[Trial]] = defaultdict(list)
    for trial in candidates:
        if trial.identity_id in predicted[trial]:
            amounts[trial.identity_id, trial.seed, trial.member, min(trial.error.touched)].append(trial)
    turn: Counter = Counter()
    for trials in amounts.values():
        best = min(trials, key=lambda t: (turn[t.identity_id, t.kind], turn[t.kind], t.number))
        turn.update([(best.identity_id, best.kind), best.kind])
        yield best


def _wordy(families: dict[int, list[corpus.Case]], per: int, number: int, aimed: Set[str]) -> Iterator[Trial]:
    """For every identity aimed at that is about words `per` reports that the error made for it can happen to, the smallest families first."""
    smallest = sorted(families.items(), key=lambda item: len(item[1]))
    for identity_id in (key for key in word_errors.IDENTITIES if key in aimed):
        found = 0
        for seed, cases in smallest:
            member = 0 if identity_id == "U-04" else len(cases) - 1
            if found < per and word_errors.reading_for(identity_id, cases[member]) is not None:
                found += 1
                yield Trial(number + found, identity_id, seed, member, None)
        number += found


def _spread(sound: Desk, trials: Sequence[Trial]) -> pa.Table:
    """(number, amount_id) of everything the errors touch, in the ids of the sound warehouse."""
    ids = sound.ids()
    rows = [
        {"number": t.number, "amount_id": f"{ids[t.seed, t.member][:16]}-{key}"}
        for t in trials if t.error for key in t.error.touched
    ]  # fmt: skip
    return pa.Table.from_pylist(rows, pa.schema([("number", pa.int64()), ("amount_id", pa.string())]))


def _touched(sound: Desk, harmed: Desk, trials: Sequence[Trial]) -> dict[Trial, set[str]]:
    """Identities that have a touched amount among their terms or quotients, before or after."""
    found: dict[Trial, set[str]] = {t: set() for t in trials}
    numbered = {t.number: t for t in trials}
    own = {(trial.number, member): report_id for report_id, (trial, member) in harmed.owners.items()}
    after = [
        {"number": t.number, "amount_id": f"{own[t.number, t.member][:16]}-{key}"}
        for t in trials if t.error for key in t.error.touched
    ]  # fmt: skip
    for warehouse, spread in (
        (sound, _spread(sound, trials)),
        (harmed, pa.Table.from_pylist(after) if after else None),
    ):
        if spread is None:
            continue
        rows = warehouse.connection.execute(
            "select distinct number, identity_id from spread join ("
            " select identity_id, amount_id from checks.term union all select identity_id, unnest(amount_ids) from checks.ratio"
            ") using (amount_id)"
        ).fetchall()
        for number, key in rows:
            found[numbered[number]].add(key)
    return found


def _predicted(sound: Desk, trials: Sequence[Trial]) -> dict[Trial, set[str]]:
    """Identities some instance of which the error takes beyond what rounding allows."""
    spread = _spread(sound, trials)  # noqa: F841 - DuckDB reads it by name
    units = dict(sound.connection.execute(_UNITS).fetchall())
    found: dict[Trial, set[str]] = {t: set() for t in trials}
    numbered = {t.number: t for t in trials}
    ids = sound.ids()
    instances: dict[tuple, list] = defaultdict(list)
    for number, key, report_id, instance, relation, *term in sound.connection.execute(_TERMS).fetchall():
        instances[number, key, report_id, instance, relation].append(term)
    for (number, key, _, _, relation), terms in instances.items():
        trial = numbered[number]
        if _breaks(trial.error, ids[trial.seed, trial.member][:16], key, relation, terms, units):
            found[trial].add(key)
    for number, key, amount_id, half, factor, part, part_half, whole, whole_half in sound.connection.execute(
        _RATIOS
    ).fetchall():
        error = numbered[number].error
        if key not in FLAGS and amount_id[17:] in error.values:
            unit, new = units[amount_id], error.values[amount_id[17:]]
            new = to_yuan(new, unit) if unit in YUAN_PER_UNIT else new
            low, high = factor * (part - part_half), factor * (part + part_half)
            if low > (new + half) * (whole + whole_half) or high < (new - half) * (whole - whole_half):
                found[numbered[number]].add(key)
    return found


_UNITS = (
    "select amount_id, amount.counted_in from spread join reading.amount using (amount_id)"
    " union all select claim_id, claim.counted_in from spread join reading.claim on claim.claim_id = spread.amount_id"
)
_TERMS = (
    "with hit as (select distinct number, identity_id, report_id, instance from spread join checks.term using (amount_id))"
    " select number, identity_id, report_id, instance, relation, side, weight, amount_id, value_yuan, half_step_yuan"
    " from hit join checks.term using (identity_id, report_id, instance) join reference.identity using (identity_id)"
    " semi join (select * from checks.outcome where outcome != 'not_evaluable') as o using (identity_id, report_id, instance)"
)
_RATIOS = (
    "select number, ratio.identity_id, amount_id, stated_half, factor, part, part_half, whole, whole_half"
    " from spread join checks.ratio as ratio on ratio.amount_ids[1] = spread.amount_id"
    " semi join (select * from checks.quotient where outcome != 'not_evaluable') as q"
    " on q.identity_id = ratio.identity_id and q.report_id = ratio.report_id and q.instance = ratio.instance"
)


def _breaks(error: Error, own: str, identity_id: str, relation: str, terms: Sequence, units: dict[str, str]) -> bool:
    """Whether an instance with the error in report `own` is beyond rounding, from its terms alone; amount id → unit."""
    if identity_id in FLAGS or (error.dropped and _asks_for_rows(identity_id)):
        return False
    if any(key.endswith(BESIDE.get(identity_id, "\0")) for key in error.touched):
        return False
    if identity_id in ("N-55", "PN-24", "PN-31"):  # of two numbers the ways alone
        return error.kind == "direction"
    if identity_id in ("N-24", "PN-23"):  # equal amounts may hide a difference in either direction
        return error.kind == "direction" and any(side == "part" and value for side, _, _, value, _ in terms)
    sides: dict[str, list[Decimal]] = {"total": [], "part": []}
    bound = Decimal(0)
    for side, weight, amount_id, value, half in terms:
        key = amount_id[17:] if amount_id and amount_id.startswith(own) else ""
        if key in error.dropped or (key in error.values and error.values[key] is None):
            continue
        if key in error.values:
            unit = units[amount_id]
            money = unit in YUAN_PER_UNIT
            value = to_yuan(error.values[key], unit) if money else error.values[key]
            half = half if half is not None or not money else YUAN_PER_UNIT[unit] / 200
        if key in error.turned and identity_id in DIRECTED:
            weight = -weight
        if value is not None:
            sides[side].append(weight * value)
            bound += abs(weight) * half
    if not sides["total"] or not sides["part"]:
        return False
    residual = sum(sides["total"]) - sum(sides["part"])
    return residual > bound if relation == "<=" else abs(residual) > bound


def _asks_for_rows(identity_id: str) -> bool:
    """Whether an identity of budgets makes its sums of what rows a form has: of one that is not printed it says that it is withheld, sums the others, or has nothing to hold the prose against."""
    return identity_id in ("PN-10", "P1-04", "P4-04", "P7-04", "PC-01", "PC-02", "PC-03", "PC-04") or (
        identity_id.startswith("P") and identity_id.endswith("-02") and identity_id[1:3] != "7-"
    )


def main(reports: int, only: Collection[str] = ()) -> int:
    """Write docs/mutation.md, or the rows of `only` in it; returns 1 where an error was missed or an unrelated one told."""
    tally, start = Tally(), 0
    while tally.reports < reports:
        run(range(start, start + BATCH), 2, tally, only)
        start += BATCH
        print(
            f"{tally.reports} reports, {tally.kinds.total()} errors, {len(tally.missed)} missed, {len(tally.unrelated)} unrelated",
            flush=True,
        )
    for word, found in (("missed", tally.missed), ("unrelated", tally.unrelated)):
        print("\n".join(f"{word}: {key} {trial}" for trial, key in found))
    path = DOCS / "mutation.md"
    path.write_text(
        with_rows(path.read_text(encoding="utf-8"), tally, only) if only else document(tally), encoding="utf-8"
    )
    return 1 if tally.missed or tally.unrelated or tally.unharmed else 0


def with_rows(text: str, tally: Tally, only: Collection[str]) -> str:
    """The document with the rows of some identities as they were counted now, and those of the others as they stand."""
    known = {row.split(" | ")[0][2:]: row for row in text.splitlines() if row.startswith("| ") and row[-3].isdigit()}
    wanted = [i.identity_id for i in identities.identities(SQL)]
    rows = [_row(key, tally) if key in only or key not in known else known[key] for key in wanted]
    head = text[: text.index("|---|")]
    return "\n".join([f"{head}|---|---|---|---|---|", *rows, ""])


def _row(key: str, tally: Tally) -> str:
    return f"| {key} | {tally.injected[key]} | {tally.caught[key]} | {tally.false[key]} | {tally.unharmed[key]} |"


def document(tally: Tally) -> str:
    """docs/mutation.md."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(tally.kinds.items()))
    rows = "\n".join(_row(i.identity_id, tally) for i in identities.identities(SQL))
    return _DOCUMENT.format(reports=tally.reports, errors=sum(tally.kinds.values()), kinds=kinds, rows=rows)


_DOCUMENT = """# Errors put into random reports · 变异测试

Written by `python -m tests.studies.mutation`: {reports} random reports (departments with their units, pairs of years, versions, universities, all
layouts, every amount rounded from random cents), then {errors} errors among them, one a report: {kinds}.

- injected: errors after which an instance of the identity is beyond rounding, worked out in Decimal from its terms alone (for errors of words: those made for it)
- caught: of those, how often the kernel says violation
- false: violations for an error the identity has no part in
- unharmed: violations among the reports before any error

The row of an identity that came later is from a smaller run, which aims at it alone (`--only`).

| identity | injected | caught | false | unharmed |
|---|---|---|---|---|
{rows}
"""


if __name__ == "__main__":
    if sys.argv[1:2] == ["--only"]:
        sys.exit(main(1, sys.argv[2].split(",")))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
