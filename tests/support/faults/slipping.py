"""Slips of a publisher or a reader, put into readings whose figures are right.

Belongs here: the kinds of slips, drawing where they happen, a reading with changed numbers.
Does not belong here: finding them again (tests/studies/measure_suspects.py, tests/findings/test_suspects.py).
A place is the end of an amount id: p001-T2-r003-c01 for a cell, p001-n0050 for a claim.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import PROSE, Printed
from pipelines.forms.forms import Amount
from pipelines.prose.claims import Claim
from pipelines.prose.disambiguation import fit
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import YUAN_PER_UNIT, Number

KINDS = (
    "digits_swapped",
    "times_10",
    "times_10000",
    "plus_minus_500_yuan",
    "two_cells_swapped",
    "sign",
    "other_scope",
    "column_slipped",
)


@dataclass(frozen=True)
class Slipped:
    """A slip of one of KINDS: place → (true, printed) in the unit printed; printed None where nothing is."""

    kind: str
    changes: Mapping[str, tuple[Decimal, Decimal | None]]


def place(amount_id: str) -> str:
    """An amount id without its report."""
    return amount_id.partition("-")[2]


def scale(unit: str) -> Decimal:
    """元 per unit; 1 for what is no money."""
    return YUAN_PER_UNIT.get(unit, Decimal(1))


def slipped(random: Random, kind: str, system: System, prose: bool = False) -> Slipped | None:
    """A slip of a kind in one printed number some identity is about; None where the one drawn cannot slip so."""
    quotients = {q.stated_id for q in system.quotients}
    used = {amount for demand in system.sums for amount in demand.weights} | quotients
    used -= quotients if kind == "times_10000" else set()  # a percent has no 万; checks.quotient holds less than 10⁸
    fit_for = [p for a, p in sorted(system.printed.items()) if a in used and p.value and (p.form == PROSE) == prose]
    own = random.choice(fit_for)
    value = own.value / scale(own.counted_in)
    if kind in ("two_cells_swapped", "other_scope", "column_slipped"):
        other = _other(random, kind, own, system)
        if other is None:
            return None
        said = other.value / scale(own.counted_in)
        changes: dict[str, tuple[Decimal, Decimal | None]] = {place(own.amount_id): (value, said)}
        if kind == "two_cells_swapped":
            changes[place(other.amount_id)] = (said, value)
        if kind == "column_slipped":
            changes = {place(own.amount_id): (value, None), place(other.amount_id): (Decimal(0), value)}
        return Slipped(kind, changes)
    new = _new(random, kind, own, value)
    return None if new is None or new == value else Slipped(kind, {place(own.amount_id): (value, new)})


def _new(random: Random, kind: str, own: Printed, value: Decimal) -> Decimal | None:
    if kind == "digits_swapped":
        digits = [d for d in own.text if d.isdigit() or d == "."]
        pairs = [(i, j) for i in range(len(digits)) for j in (i + 1, i + 2) if j < len(digits)]
        pairs = [(i, j) for i, j in pairs if "." not in (digits[i], digits[j]) and digits[i] != digits[j]]
        pairs = [(i, j) for i, j in pairs if (j == i + 1 or digits[i + 1] == ".") and not (i == 0 and digits[j] == "0")]
        if not pairs:
            return None
        i, j = random.choice(pairs)
        digits[i], digits[j] = digits[j], digits[i]
        return Decimal("".join(digits))
    if kind == "plus_minus_500_yuan":
        return value + random.choice((-1, 1)) * 500 / scale(own.counted_in) if own.counted_in in YUAN_PER_UNIT else None
    return {"times_10": value * 10, "times_10000": value * 10_000, "sign": -value}[kind]


def _other(random: Random, kind: str, own: Printed, system: System) -> Printed | None:
    """A neighbour to be swapped with, or an amount of another scope: the same row in another form or column."""
    fellows = [p for _, p in sorted(system.printed.items()) if p.counted_in == own.counted_in]
    if kind == "column_slipped":
        blank = [p for p in fellows if p.is_blank and (p.form, p.panel, p.row) == (own.form, own.panel, own.row)]
        blank = [p for p in blank if abs(p.column - own.column) == 1]
        return random.choice(blank) if blank else None
    others = [p for p in fellows if p.value and p.value != own.value]
    if kind == "two_cells_swapped":
        beside = [
            p for p in others
            if (p.form, p.panel) == (own.form, own.panel) and own.form != PROSE
            and abs(p.row - own.row) + abs(p.column - own.column) == 1
        ]  # fmt: skip
        return random.choice(beside) if beside else None
    label = own.name.split(" ")[1:2]
    scope = [p for p in others if p.name.split(" ")[1:2] == label and p.form != PROSE]
    return random.choice(scope) if scope else None


def altered(reading: Reading, unit: str, *slips: Slipped) -> Reading:
    """The reading of another unit with the printed numbers of the slips; the readings that fit are tried anew."""
    new = {where: said for slip in slips for where, (_, said) in slip.changes.items()}
    forms = tuple(replace(form, amounts=tuple(_cell(a, new) for a in form.amounts)) for form in reading.forms)
    claims = [_claim(claim, new) for claim in reading.prose.claims]
    prose = replace(reading.prose, claims=tuple(fit(claims, forms, reading.prose.text)))
    return replace(reading, disclosure=replace(reading.disclosure, unit=unit), forms=forms, prose=prose)


def _cell(amount: Amount, new: Mapping[str, Decimal | None]) -> Amount:
    if amount.key not in new:
        return amount
    value = new[amount.key]
    if value is None:
        return replace(amount, text="", mark="blank", number=None)
    decimals = amount.number.decimals if amount.number else 2
    return replace(amount, text=f"{value:,.{decimals}f}", mark="number", number=Number(value, decimals))


def _claim(claim: Claim, new: Mapping[str, Decimal | None]) -> Claim:
    value = new.get(claim.key)
    if value is None or claim.number is None:
        return claim
    decimals = claim.number.decimals
    return replace(claim, text=f"{value:.{decimals}f}", number=Number(value, decimals))
