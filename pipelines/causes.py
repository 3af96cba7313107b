"""Causes: the broken instances of a report in groups that one set of changes explains, each with all its minimal sets.

Belongs here: which broken instances hang together, the order of the search (one amount, one fact, several units).
Does not belong here: proving a set (repairs), the programme (proposals), what is told of a set (suspects).
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from pipelines.demands import Key, System
from pipelines.proposals import proposals
from pipelines.repairs import Repair, repair, repairs_by_one
from pipelines.units import SUPPORT, Unit, facts, single

MOST_SETS = 12
"""Minimal sets listed of one cause; where there are more, the cause says so."""
_MOST_REFUSED = 40
"""Proposals that the proof refuses before the search of a cause ends."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Broken instances and the minimal sets that repair them all; none where nothing of that size does.

    is_capped: there may be more sets than those listed.
    """

    keys: frozenset[Key]
    repairs: tuple[Repair, ...]
    is_capped: bool = False


def causes(system: System) -> list[Cause]:
    """The causes of a report: least many changes, causes that meet in an amount or contradict one another as one."""
    found = [_cause(system, keys) for keys in _connected(system)]
    while pair := _entangled(system, found):
        merged = pair[0].keys | pair[1].keys
        found = [*(c for c in found if c not in pair), _cause(system, merged)]
    return sorted(found, key=lambda cause: min(cause.keys))


def _connected(system: System) -> list[frozenset[Key]]:
    """Broken instances joined where they share an amount."""
    groups: list[tuple[set[Key], set[str]]] = []
    for key in system.broken:
        keys, amounts = {key}, set(system.members[key])
        for group in [g for g in groups if g[1] & amounts]:
            groups.remove(group)
            keys, amounts = keys | group[0], amounts | group[1]
        groups.append((keys, amounts))
    return [frozenset(keys) for keys, _ in groups]


def _entangled(system: System, found: Sequence[Cause]) -> tuple[Cause, Cause] | None:
    """Two causes whose first sets share an amount or do not hold together."""
    broken = frozenset(system.broken)
    for one, other in combinations(found, 2):
        if one.repairs and other.repairs:
            first, second = one.repairs[0], other.repairs[0]
            if first.amounts & second.amounts:
                return one, other
            together = (*first.units, *second.units)
            if _touched(system, first) & _touched(system, second) and not repair(
                system, together, broken - one.keys - other.keys
            ):
                return one, other
    return None


def _touched(system: System, found: Repair) -> set[Key]:
    return {key for amount in found.amounts for key in system.keys_of(amount)}


def _cause(system: System, keys: frozenset[Key]) -> Cause:
    """The minimal sets of one group: a single amount, else a single fact, else several units."""
    without = frozenset(system.broken) - keys
    shared = frozenset.intersection(*(system.members[key] for key in keys))
    if found := repairs_by_one(system, [single(system, a) for a in sorted(shared)], keys, without):
        return Cause(keys, tuple(found))
    if found := repairs_by_one(system, facts(system), keys, without):
        return Cause(keys, tuple(found))
    return _several(system, keys, without)


def _several(system: System, keys: frozenset[Key], without: Set[Key]) -> Cause:
    """The minimal sets of several units.

    Every member of a minimal set of n is at most n−1 instances away from a broken one, so the candidates grow with n.
    """
    depth, candidates = 1, _reachable(system, keys, without, 1)
    while True:
        found, is_capped = _minimal(system, _units(system, candidates), keys, without)
        wider = _reachable(system, keys, without, depth + 1)
        if wider == candidates or (found and found[0].size <= depth + 1) or depth == 2:
            return Cause(keys, tuple(found), is_capped)
        depth, candidates = depth + 1, wider


def _reachable(system: System, keys: Set[Key], without: Set[Key], depth: int) -> frozenset[str]:
    """The amounts of the broken instances and of those up to `depth` instances away."""
    amounts = frozenset(a for key in keys for a in system.members[key])
    for _ in range(depth):
        touched = {key for amount in amounts for key in system.keys_of(amount)} - without
        amounts |= {a for key in touched for a in system.members[key]}
    return amounts


def _units(system: System, candidates: frozenset[str]) -> list[Unit]:
    tied = [fact for fact in facts(system) if candidates.issuperset(fact.amounts)]
    return [*(single(system, amount) for amount in sorted(candidates)), *tied]


def _minimal(system: System, units: Sequence[Unit], keys: Set[Key], without: Set[Key]) -> tuple[list[Repair], bool]:
    """The proved sets of the least size, by cost; whether the list was cut short."""
    found: dict[frozenset[str], Repair] = {}
    refused = 0
    for chosen, programme, numbers in proposals(system, units, keys, without):
        size = sum(unit.size for unit in chosen)
        least = min((r.size for r in found.values()), default=size)
        if sum(unit.cost for unit in chosen) > least * (1 + SUPPORT) or refused > _MOST_REFUSED:
            break
        proved = repair(system, chosen, without)
        if proved is None:
            refused += 1
            programme.beyond(numbers)
            continue
        programme.forbid(numbers)
        found.setdefault(proved.amounts, proved)
        if len(found) == MOST_SETS:
            break
    least = min((r.size for r in found.values()), default=0.0)
    is_capped = len(found) == MOST_SETS or refused > _MOST_REFUSED
    return [r for r in found.values() if r.size == least], is_capped
