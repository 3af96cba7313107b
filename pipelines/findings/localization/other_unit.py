"""Other unit: forms whose amounts are in another unit than the one they say (元 printed below 单位：万元, or the other way), found as one error and proved.

Belongs here: which forms are, so that what fails now holds once their amounts are read in the other unit. Does not belong here:
single amounts ten thousand times too large (error_patterns), wording it (whole_forms). Nothing is read anew in the data.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import EXACT, PROSE, ZERO, Demand, Key, Quotient
from pipelines.vocabulary import YUAN_PER_UNIT

_OTHER = {"万元": "元", "元": "万元"}
"""A unit that a form says → the one its amounts may be in instead; others are hardly printed."""
_TIMES = 10_000
_LEAST_BROKEN = 4
"""Broken instances that must hold once the amounts are read in the other unit; fewer say one or two wrong amounts as well."""
Place = tuple[str, str]
"""A form, and the unit it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherUnit:
    """Forms, each by its largest amount, the unit they say, the one they are in, and the broken instances that hold in that.

    is_against_prose: whether the prose alone tells, which may be what is in another unit. changes: by how much what is printed
    then changes in each cell.
    """

    largest: tuple[str, ...]
    said: str
    read_in: str
    keys: frozenset[Key]
    is_against_prose: bool
    changes: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Forms read in the other unit: what then holds that is broken now, what is broken then, and whether other forms tell some of it.

    own: what then holds of the report alone; left: what is broken then of these forms.
    """

    places: frozenset[Place]
    mended: frozenset[Key]
    spoilt: frozenset[Key]
    own: int
    left: int
    is_across: bool

    @property
    def is_proved(self) -> bool:
        """Whether all holds then that holds now, and what fails now holds for the most part."""
        return not self.spoilt and self.own >= max(_LEAST_BROKEN, 4 * self.left)

    @property
    def merit(self) -> tuple[bool, int]:
        """What readings are ordered by: forms tell more than the prose, much that is mended more than little."""
        return self.is_across, len(self.mended)

    def is_as_good_as(self, other: "_Reading") -> bool:
        """Whether it mends some of what another reading mends, and no less of it: nothing tells which of the two is right."""
        is_apart = not (self.places <= other.places or other.places <= self.places)
        return is_apart and bool(self.mended & other.mended) and self.merit >= other.merit


def in_other_units(system: System) -> list[OtherUnit]:
    """Find the forms of the report that are in another unit than they say, each proved exactly; none where two readings do as well."""
    found: list[OtherUnit] = []
    while _is_hinted(system) and (one := _best(system)):
        found.append(_told(system, one))
        system = read_in_other_units(system, found[-1:])
    return found


def read_in_other_units(system: System, found: Iterable[OtherUnit]) -> System:
    """Return the system with these forms read in the other unit: their amounts are explained, what else is wrong is left."""
    for one in found:
        system = _scaled(system, one.changes)
    return system


def _is_hinted(system: System) -> bool:
    """Whether enough is broken, and a sum of it has one side about ten thousand times the other."""
    if len(system.broken) < _LEAST_BROKEN:
        return False
    return any(demand.key in system.broken and _is_of_other_units(system, demand) for demand in system.sums)


def _is_of_other_units(system: System, demand: Demand) -> bool:
    one, other = ZERO, ZERO
    for amount, weight in demand.weights.items():
        value = system.printed[amount].value * weight
        one, other = (one + value, other) if weight > 0 else (one, other - value)
    less, more = sorted((abs(one), abs(other)))
    return less * _TIMES / 2 < more < less * _TIMES * 2


def _best(system: System) -> _Reading | None:
    """Find the reading that is proved and mends most, unless another does as well."""
    alone = [_reading(system, frozenset({place})) for place in sorted(_places(system))]
    together = [_reading(system, places) for places in _several(system, alone) if len(places) > 1]
    proved = [one for one in (*alone, *together) if one.is_proved]
    best = max(proved, key=lambda one: (one.merit, -len(one.places)), default=None)
    return best if best and not any(other.is_as_good_as(best) for other in proved) else None


def _several(system: System, alone: Sequence[_Reading]) -> set[frozenset[Place]]:
    """The forms of one unit that may be in the other together: those that mend more than they break, with those they break it with, and all."""
    every = {place for one in alone for place in one.places}
    gaining = [one for one in alone if len(one.mended) > len(one.spoilt)]
    whole = {place for one in gaining for place in one.places}
    broken_with = {form for one in gaining for key in one.spoilt for form in _forms(system, key)}
    tied = whole | {place for place in every if place[0] in broken_with}
    return {frozenset(place for place in some if place[1] == unit) for some in (whole, tied, every) for unit in _OTHER}


def _places(system: System) -> set[Place]:
    """The forms of the report, each with the units that it says."""
    return {
        (one.form, one.counted_in)
        for amount, one in system.printed.items()
        if one.report_id == system.report_id
        and one.form != PROSE
        and one.counted_in in _OTHER
        and amount not in system.settled
    }


def _changes(system: System, places: Collection[Place]) -> dict[str, Decimal]:
    """By how much each amount of these forms changes where it is read in the other unit."""
    return {
        amount: one.value * _more(one.counted_in)
        for amount, one in system.printed.items()
        if one.report_id == system.report_id and (one.form, one.counted_in) in places
    }


def _reading(system: System, places: frozenset[Place]) -> _Reading:
    anew = _scaled(system, _changes(system, places))
    before, after = frozenset(system.broken), frozenset(anew.broken)
    forms = {form for form, _ in places}
    return _Reading(
        places=places,
        mended=before - after,
        spoilt=after - before,
        own=len(before - after - system.between),
        left=sum(not forms.isdisjoint(_forms(system, key)) for key in after),
        is_across=any(_forms(system, key) - forms - {PROSE} for key in before - after - system.mild),
    )


def _forms(system: System, key: Key) -> set[str]:
    return {system.printed[amount].form for amount in system.members[key]}


def _told(system: System, one: _Reading) -> OtherUnit:
    changes = _changes(system, one.places)
    largest = (
        max((a for a in changes if system.printed[a].form == form), key=lambda a: (abs(changes[a]), a))
        for form, _ in sorted(one.places)
    )
    [said] = {unit for _, unit in one.places}
    return OtherUnit(
        largest=tuple(largest), said=said, read_in=_OTHER[said], keys=one.mended, is_against_prose=not one.is_across, changes=changes
    )  # fmt: skip


def _scaled(system: System, changes: Mapping[str, Decimal]) -> System:
    """Return the system settled with the changes, and with what amounts printed in the other unit are rounded to."""
    with localcontext(EXACT):
        more = {amount: system.printed[amount].half * _more(system.printed[amount].counted_in) for amount in changes}
        settled = system.settling(changes)
        return replace(
            settled,
            printed={a: replace(p, half=p.half + more.get(a, ZERO)) for a, p in settled.printed.items()},
            sums=tuple(_widened(demand, more) for demand in settled.sums),
            quotients=tuple(_blurred(quotient, more) for quotient in settled.quotients),
        )


def _more(said: str) -> Decimal:
    """By how many times itself an amount changes that is read in the other unit than it says."""
    return YUAN_PER_UNIT[_OTHER[said]] / YUAN_PER_UNIT[said] - 1


def _widened(demand: Demand, more: Mapping[str, Decimal]) -> Demand:
    """Return the demand with the rounding of its amounts wider by so much each."""
    by = sum((abs(w) * more.get(a, ZERO) for a, w in demand.weights.items() if a not in demand.blanks), ZERO)
    low, high = (None if demand.low is None else demand.low - by), (None if demand.high is None else demand.high + by)
    return replace(demand, low=low, high=high)


def _blurred(quotient: Quotient, more: Mapping[str, Decimal]) -> Quotient:
    """Return the quotient with the rounding of its amounts wider by so much each."""
    part, whole = (
        sum((abs(weight) * more.get(amount, ZERO) for amount, weight in side), ZERO)
        for side in (quotient.part_of, quotient.whole_of)
    )
    return replace(
        quotient,
        stated_half=quotient.stated_half + more.get(quotient.stated_id, ZERO),
        part_half=quotient.part_half + part,
        whole_half=quotient.whole_half + whole,
    )
