"""Which single errors can be told from the identities at all, decided by plain arithmetic on the rows of checks.

Belongs here: the yardstick of the measurement, on its own and without the product's search.
Does not belong here: finding suspects.
An error is identifiable if it breaks at least one instance that accuses (no inequality, nothing between years), and no other single printed amount could take another value
with which all broken instances hold and none it is in breaks. For every amount in question the values it may take are
the intersection of what each instance leaves it, all other amounts as printed.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from pipelines.findings.localization.candidates import facts
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Demand, Printed, Quotient

Interval = tuple[Fraction | None, Fraction | None]


def identifiable(system: System, wrong: Set[str]) -> bool:
    """Whether the report as printed leaves nothing but the numbers `wrong` to blame.

    One wrong number: no other single amount. A number wrong in several places: no single amount, nor another fact.
    """
    broken = broken_instances(system)
    if not broken - system.mild or rivals(system, broken) - wrong:
        return False
    facts_left = [
        set(fact.amounts) - wrong for fact in facts(system) if len(wrong) > 1 and not wrong & set(fact.amounts)
    ]
    return not any(
        _free(system, fact) and all(_amounts_of(system, key) & fact for key in broken) for fact in facts_left
    )


def rivals(system: System, broken: Set[tuple[str, str]]) -> set[str]:
    """The amounts that alone could repair all broken instances without breaking another."""
    shared = set.intersection(*(_amounts_of(system, key) for key in broken))
    return {amount for amount in shared if not system.printed[amount].is_blank and _free(system, {amount})}


def broken_instances(system: System) -> set[tuple[str, str]]:
    """The instances that do not hold as printed: sums beyond Σ|w|h, quotients whose intervals do not meet."""
    sums = {d.key for d in system.sums if (d.low is not None and d.low > 0) or (d.high is not None and d.high < 0)}
    return sums | {q.key for q in system.quotients if not _meets(q)}


def _amounts_of(system: System, key: tuple[str, str]) -> set[str]:
    sum_demands = {a for d in system.sums if d.key == key for a in d.weights}
    return sum_demands | {a for q in system.quotients if q.key == key for a in (*q.terms, q.stated_id)}


def _meets(q: Quotient) -> bool:
    return (
        q.factor * Fraction(q.part - q.part_half) <= Fraction(q.stated + q.stated_half) * Fraction(q.whole + q.whole_half)
        and q.factor * Fraction(q.part + q.part_half) >= Fraction(q.stated - q.stated_half) * Fraction(q.whole - q.whole_half)
    )  # fmt: skip


def _free(system: System, together: Set[str]) -> bool:
    """Whether some change, the same for all of the amounts, satisfies every instance they are in."""
    low = high = None
    for one_low, one_high in _left(system, together):
        low = one_low if low is None or (one_low is not None and one_low > low) else low
        high = one_high if high is None or (one_high is not None and one_high < high) else high
    return low is None or high is None or low <= high


def _left(system: System, together: Set[str]) -> Iterator[Interval]:
    """What each instance, and the sign of each amount, leaves to the change."""
    for printed in map(system.printed.__getitem__, together):
        if printed.value >= 0 and not printed.may_be_negative:
            yield Fraction(-printed.value), None
    for demand in system.sums:
        if weight := Fraction(sum(demand.weights.get(amount, 0) for amount in together)):
            ends = [None if x is None else Fraction(x) / weight for x in (demand.low, demand.high)]
            yield (ends[0], ends[1]) if weight > 0 else (ends[1], ends[0])
    for quotient in system.quotients:
        if together & {*quotient.terms, quotient.stated_id}:
            yield from _quotient_leaves(quotient, together)


def _quotient_leaves(q: Quotient, together: Set[str]) -> Iterator[Interval]:
    """constant + slope · change ≤ 0 for both edges of the interval of a quotient, and its base above zero."""
    part, whole = (Fraction(sum(w for a, w in side if a in together)) for side in (q.part_of, q.whole_of))
    up, down = Fraction(q.stated + q.stated_half), Fraction(q.stated - q.stated_half)
    most, least = Fraction(q.whole + q.whole_half), Fraction(q.whole - q.whole_half)
    lowest, highest = q.factor * Fraction(q.part - q.part_half), q.factor * Fraction(q.part + q.part_half)
    if q.stated_id in together:
        edges = [(lowest - up * most, -most), (down * least - highest, least)]
    else:
        edges = [(lowest - up * most, q.factor * part - up * whole)]
        edges += [(down * least - highest, down * whole - q.factor * part), (-least, -whole)]
    for constant, slope in edges:
        if slope:
            end = -constant / slope
            yield (None, end) if slope > 0 else (end, None)
        elif constant > 0:
            yield Fraction(1), Fraction(0)


def printed_with(system: System, changes: Mapping[str, Decimal]) -> System:
    """The system of a report in which some amounts are printed otherwise: amount → change in the measure of its value."""
    sums = tuple(_moved(d, changes) for d in system.sums)
    quotients = tuple(_moved_quotient(q, changes) for q in system.quotients)
    printed = {a: _reprinted(p, changes.get(a, Decimal(0))) for a, p in system.printed.items()}
    return replace(system, printed=printed, sums=sums, quotients=quotients)


def _moved(demand: Demand, changes: Mapping[str, Decimal]) -> Demand:
    by = sum((w * changes.get(a, 0) for a, w in demand.weights.items()), Decimal(0))
    low, high = (None if x is None else x - by for x in (demand.low, demand.high))
    return replace(demand, low=low, high=high)


def _moved_quotient(q: Quotient, changes: Mapping[str, Decimal]) -> Quotient:
    stated, part, whole = q.after(changes)
    return replace(q, stated=stated, part=part, whole=whole)


def _reprinted(printed: Printed, by: Decimal) -> Printed:
    return replace(printed, value=printed.value + by)
