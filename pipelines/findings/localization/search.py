"""Search: the broken instances of a report in groups that one set of changes explains, each with all its minimal sets.

Belongs here: which broken instances hang together, the order of the search (one amount, one fact, several units).
Does not belong here: proving a set (repairs), the programme (milp), what is told of a set (suspects).
"""

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from math import inf

from pipelines.findings.localization.candidates import Candidate, facts, single
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Key
from pipelines.findings.localization.milp import Programme
from pipelines.findings.localization.repairs import Repair, repair, repairs_by_one

MOST_SETS = 12
"""Minimal sets listed of one cause; where there are more, the cause says so."""
_MOST_REFUSED = 12
"""Proposals that the proof refuses before the search of a cause ends."""
_DEEPEST = 2
"""Instances between a candidate and a broken instance; sets of more than three are therefore not known to be all."""


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
    found = _by_one_fact(system, [_cause(system, keys) for keys in _group_broken(system)])
    while pair := _find_entangled(system, found):
        merged = pair[0].keys | pair[1].keys
        found = [*(c for c in found if c not in pair), _cause(system, merged)]
    return sorted(found, key=lambda cause: min(cause.keys))


def _group_broken(system: System) -> list[frozenset[Key]]:
    """Broken instances joined where they share an amount."""
    groups: list[tuple[set[Key], set[str]]] = []
    for key in system.broken:
        keys, amounts = {key}, set(system.members[key])
        for group in [g for g in groups if g[1] & amounts]:
            groups.remove(group)
            keys, amounts = keys | group[0], amounts | group[1]
        groups.append((keys, amounts))
    return [frozenset(keys) for keys, _ in groups]


def _by_one_fact(system: System, found: Sequence[Cause]) -> list[Cause]:
    """The causes, those joined that one fact explains with fewer slips than they take one by one."""
    left = list(found)
    for fact in facts(system):
        touched = {key for amount in fact.amounts for key in system.keys_of(amount)}
        joined = [cause for cause in left if cause.keys <= touched]
        keys = frozenset[Key]().union(*(cause.keys for cause in joined))
        one_by_one = sum(cause.repairs[0].size if cause.repairs else inf for cause in joined)
        if len(joined) < 2 or fact.size >= one_by_one:
            continue
        if together := repairs_by_one(system, facts(system), keys, frozenset(system.broken) - keys):
            left = [*(cause for cause in left if cause not in joined), Cause(keys, tuple(_smallest(together)))]
    return left


def _find_entangled(system: System, found: Sequence[Cause]) -> tuple[Cause, Cause] | None:
    """Two causes of which a set of one reaches into the other, or whose first sets do not hold together."""
    broken = frozenset(system.broken)
    for one, other in combinations([cause for cause in found if cause.repairs], 2):
        if any(_touched_keys(system, r) & other.keys for r in one.repairs) or any(
            _touched_keys(system, r) & one.keys for r in other.repairs
        ):
            return one, other
        first, second = one.repairs[0], other.repairs[0]
        if _touched_keys(system, first) & _touched_keys(system, second):
            together = (*first.units, *second.units)
            if not repair(system, together, broken - one.keys - other.keys):
                return one, other
    return None


def _touched_keys(system: System, found: Repair) -> set[Key]:
    return {key for amount in found.amounts for key in system.keys_of(amount)}


def _cause(system: System, keys: frozenset[Key]) -> Cause:
    """The minimal sets of one group: a single amount, else a single fact or a missing number, else several units."""
    without = frozenset(system.broken) - keys
    shared = frozenset.intersection(*(system.members[key] for key in keys))
    alone = [single(system, amount) for amount in sorted(shared)]
    for units in ([u for u in alone if u.size == 1], [*facts(system), *(u for u in alone if u.size > 1)]):
        if found := repairs_by_one(system, units, keys, without):
            return Cause(keys, tuple(_smallest(found)))
    return _several(system, keys, without)


def _several(system: System, keys: frozenset[Key], without: Set[Key]) -> Cause:
    """The minimal sets of several units.

    Every member of a minimal set of n is at most n−1 instances away from a broken one, so the candidates grow with n.
    """
    candidates = frozenset(a for key in keys for a in system.members[key])
    for depth in range(1, _DEEPEST + 1):
        candidates = _wider(system, candidates, without)
        is_whole = _wider(system, candidates, without) == candidates
        sure = inf if is_whole or depth == _DEEPEST else depth + 1
        found, is_capped = _minimal(system, _units(system, candidates), keys, without, sure)
        if (found and found[0].size <= sure) or is_whole:
            break
    is_whole = is_whole or (bool(found) and found[0].size <= _DEEPEST + 1)
    return Cause(keys, tuple(found), is_capped or not is_whole)


def _wider(system: System, amounts: frozenset[str], without: Set[Key]) -> frozenset[str]:
    """The amounts and those that share an instance with one of them."""
    touched = {key for amount in amounts for key in system.keys_of(amount)} - without
    return amounts.union(*(system.members[key] for key in touched))


def _units(system: System, candidates: frozenset[str]) -> list[Candidate]:
    tied = [fact for fact in facts(system) if not candidates.isdisjoint(fact.amounts)]
    return [*(single(system, amount) for amount in sorted(candidates)), *tied]


def _minimal(
    system: System, units: Sequence[Candidate], keys: Set[Key], without: Set[Key], sure: float
) -> tuple[list[Repair], bool]:
    """The proved sets of the least size, by cost; whether the list was cut short.

    sure: up to this size no minimal set has other units than these; of larger ones the first found is enough.
    """
    programme = Programme(system, units, keys, without)
    found: dict[frozenset[str], Repair] = {}
    refused, least, dearest = 0, inf, max(unit.cost / unit.size for unit in units)
    while len(found) < MOST_SETS and refused < _MOST_REFUSED and (numbers := programme.solve()) is not None:
        if sum(units[number].cost for number in numbers) > least * dearest:
            return _smallest(found.values()), False
        if proved := _least(system, [units[number] for number in numbers], keys, without):
            programme.forbid([number for number in numbers if units[number] in proved.units])
            found.setdefault(proved.amounts, proved)
            least = min(least, proved.size)
            if least > sure:
                break
        else:
            programme.beyond(numbers)
            refused += 1
    return _smallest(found.values()), programme.ran_out or len(found) == MOST_SETS or refused == _MOST_REFUSED


def _least(system: System, chosen: Sequence[Candidate], keys: Set[Key], without: Set[Key]) -> Repair | None:
    """The proved repair of all keys by the units or, where some are not needed, by the others: floats may add one."""
    proved = repair(system, chosen, without)
    if proved is None:
        return None
    for unit in chosen:
        others = [other for other in proved.units if other != unit]
        amounts = {amount for other in others for amount in other.amounts}
        if all(system.members[key] & amounts for key in keys):
            proved = repair(system, others, without) or proved
    return proved


def _smallest(found: Collection[Repair]) -> list[Repair]:
    least = min((repair.size for repair in found), default=inf)
    return sorted((r for r in found if r.size == least), key=lambda r: (r.cost, sorted(r.amounts)))
