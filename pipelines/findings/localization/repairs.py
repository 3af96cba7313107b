"""Repairs: sets of amounts whose change satisfies every identity they are in, each proved exactly.

Belongs here: proving one set, all sets of one candidate. Does not belong here: what can change and its cost (candidates),
finding sets of several (milp), naming slips (error_patterns).
Source: Fellegi and Holt 1976, the least weighted set of fields whose change satisfies all edits.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from fractions import Fraction
from itertools import product
from math import fsum

from pipelines.findings.localization.candidates import Candidate
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import EXACT, Demand, Key, Quotient
from pipelines.findings.localization.fourier_motzkin import Extent, Row, extents, point, with_values

_QUANTUM = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Repair:
    """A proved set: its candidates, and amount → lowest and highest value implied, None where nothing limits it."""

    candidates: tuple[Candidate, ...]
    implied: Mapping[str, tuple[Decimal | None, Decimal | None]]

    @property
    def amounts(self) -> frozenset[str]:
        """All amounts that change."""
        return frozenset(self.implied)

    @property
    def size(self) -> float:
        """How many slips it takes."""
        return fsum(candidate.size for candidate in self.candidates)

    @property
    def cost(self) -> float:
        """Size and support of what changes."""
        return fsum(candidate.cost for candidate in self.candidates)


def repair(system: System, candidates: Sequence[Candidate], without: Set[Key] = frozenset()) -> Repair | None:
    """Prove the repair by changing the candidates; None where there is none.

    without: broken instances another set explains. Every touched instance is judged in Decimal at one solution; the
    implied extents are exact except where a printed quotient and its terms change together: there they enclose.
    """
    name_of = {amount: candidate.name for candidate in candidates for amount in candidate.amounts}
    if len(name_of) < sum(len(candidate.amounts) for candidate in candidates):
        return None
    sums, quotients = system.demands_on(name_of, without)
    tied = [q for q in quotients if q.stated_id in name_of and q.terms & name_of.keys()]
    free = [q for q in quotients if q not in tied]
    demands = [*sums, *system.floors(name_of)]
    for quotient in free:
        demands += quotient.on_stated({}) if quotient.stated_id in name_of else quotient.on_terms()
    rows = [row for demand in demands for row in _rows(demand.allowing(name_of), name_of)]
    found = extents(rows, [candidate.name for candidate in candidates])
    if found is None:
        return None
    found = _with_quotients(name_of, found, tied)
    if found is None or not _is_proved(system, candidates, name_of, _narrow(rows, found), without):
        return None
    return Repair(tuple(candidates), {a: _implied(system, a, found[u]) for a, u in name_of.items()})


def _rows(demand: Demand, name_of: Mapping[str, str]) -> Iterator[Row]:
    """Yield a demand as inequalities on the changes of the candidates."""
    weights: dict[str, Fraction] = {}
    for amount, weight in demand.weights.items():
        if amount in name_of:
            weights[name_of[amount]] = weights.get(name_of[amount], Fraction(0)) + Fraction(weight)
    if demand.high is not None:
        yield weights, Fraction(demand.high)
    if demand.low is not None:
        yield {name: -weight for name, weight in weights.items()}, -Fraction(demand.low)


def _with_quotients(
    name_of: Mapping[str, str], found: dict[str, Extent], tied: Sequence[Quotient]
) -> dict[str, Extent] | None:
    """Narrow the extents of printed quotients that change with their terms; None where one has no value left."""
    for quotient in tied:
        own = name_of[quotient.stated_id]
        if (reached := _over_corners(quotient, name_of, found)) is None:
            continue
        low, high = found[own] = _meet(found[own], reached)
        if low > high:
            return None
    return found


def _over_corners(
    quotient: Quotient, name_of: Mapping[str, str], found: Mapping[str, Extent]
) -> tuple[Fraction, Fraction] | None:
    """Return the extent of a printed quotient over the corners of its terms' extents.

    A quotient is monotone in each of its terms while its base is above zero, so that its extremes lie in the corners.
    None where an extent is open (it has no corner) or a corner leaves no quotient.
    """
    own = name_of[quotient.stated_id]
    names = sorted({name_of[a] for a in quotient.terms & name_of.keys()} - {own})
    lowest: list[Fraction] = []
    highest: list[Fraction] = []
    for ends in product(*(found[name] for name in names)):
        corner = {name: end for name, end in zip(names, ends, strict=True) if end is not None}
        if len(corner) < len(names):
            return None
        changes = _changes(corner, name_of)
        if quotient.after(changes).whole <= quotient.whole_half:
            return None
        rows = [row for demand in quotient.on_stated(changes) for row in _rows(demand, name_of)]
        low, high = (extents(rows, [own]) or {}).get(own, (None, None))
        if low is None or high is None:
            return None
        lowest.append(low)
        highest.append(high)
    return min(lowest), max(highest)


def _meet(one: Extent, other: tuple[Fraction, Fraction]) -> tuple[Fraction, Fraction]:
    low, high = one
    return (other[0] if low is None else max(low, other[0])), (other[1] if high is None else min(high, other[1]))


def _narrow(rows: Sequence[Row], found: Mapping[str, Extent]) -> list[Row]:
    limits: list[Row] = []
    for name, (low, high) in found.items():
        limits += [({name: Fraction(1)}, high)] if high is not None else []
        limits += [({name: Fraction(-1)}, -low)] if low is not None else []
    return [*rows, *limits]


def _is_proved(
    system: System, candidates: Sequence[Candidate], name_of: Mapping[str, str], rows: Sequence[Row], without: Set[Key]
) -> bool:
    """Whether a solution of the rows holds in Decimal, on printable values and, where those miss it, between them."""
    sums, quotients = system.demands_on(name_of, without)
    tied = [q for q in quotients if q.stated_id in name_of and q.terms & name_of.keys()]
    for finer in (1, 10_000):
        steps = {u.name: Fraction(max(2 * system.printed[a].half for a in u.amounts) or 1) / finer for u in candidates}
        for at in _solutions(rows, steps, tied, name_of):
            changes = _changes(at, name_of)
            with localcontext(EXACT):
                if all(d.holds(changes) for d in sums) and all(q.holds(changes) for q in quotients):
                    return True
    return False


def _solutions(
    rows: Sequence[Row], steps: Mapping[str, Fraction], tied: Sequence[Quotient], name_of: Mapping[str, str]
) -> Iterator[dict[str, Fraction]]:
    """Yield points of the rows at which the repair may be proved.

    Where a printed quotient changes with its terms, one side is chosen and the other follows: with either side given
    the quotient is linear in the other. Where neither choice leads to a point, none is given.
    """
    at = point(rows, list(steps), steps)
    if at is None or not tied:
        yield from () if at is None else (at,)
        return
    printed = {name_of[q.stated_id] for q in tied}
    for first in (set(steps) - printed, printed):
        given = point(rows, [*sorted(first), *sorted(set(steps) - first)], steps)
        if given is None:
            continue
        chosen = {name: given[name] for name in first}
        changes = _changes(chosen, name_of)
        by_terms = [d for q in tied for d in q.on_stated(changes)]
        by_printed = [d for q in tied for d in replace(q, stated=q.stated + changes.get(q.stated_id, 0)).on_terms()]
        more = [row for d in (by_printed if first == printed else by_terms) for row in _rows(d, name_of)]
        if last := point(with_values([*rows, *more], chosen), sorted(set(steps) - first), steps):
            yield {**chosen, **last}


def _changes(at: Mapping[str, Fraction], name_of: Mapping[str, str]) -> dict[str, Decimal]:
    return {amount: _decimal(at[name], ROUND_FLOOR) for amount, name in name_of.items() if name in at}


def _decimal(value: Fraction, rounding: str) -> Decimal:
    scaled = value / Fraction(_QUANTUM)
    whole = scaled.numerator // scaled.denominator
    up = rounding == ROUND_CEILING and scaled.denominator != 1
    return (whole + up) * _QUANTUM


def _implied(system: System, amount: str, extent: Extent) -> tuple[Decimal | None, Decimal | None]:
    """Return the extent of an amount's value, rounded outward to a millionth."""
    value = system.printed[amount].value
    low, high = extent
    return (
        None if low is None else value + _decimal(low, ROUND_FLOOR),
        None if high is None else value + _decimal(high, ROUND_CEILING),
    )


def repairs_by_one(system: System, candidates: Iterable[Candidate], keys: Set[Key], without: Set[Key]) -> list[Repair]:
    """Return all candidates that alone repair all of the broken instances `keys`: complete, without a solver."""
    touching = (u for u in candidates if all(system.members[key] & set(u.amounts) for key in keys))
    return [found for candidate in touching if (found := repair(system, [candidate], without))]
