"""Minimal sets: the sets of the fewest changes that repair a group of broken instances.

Belongs here: the order of the search (one amount, one fact, several candidates), how far it goes. Does not belong here: which
broken instances are a group (search), proving a set (repairs), the programme that proposes sets of several (milp).
"""

from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from math import fsum, inf

from pipelines.findings.localization.candidates import Candidate, common, facts, single
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Key
from pipelines.findings.localization.repairs import Repair, repair, repairs_by_one

_MOST_SETS = 12
"""Minimal sets listed of one group; where there are more, the list says so."""
_MOST_REFUSED = 12
"""Proposals that the proof refuses before the search for a group ends."""
_DEEPEST = 2
"""Instances between a candidate and a broken instance; beyond sets of three, the list may therefore not be complete."""


def minimal_sets(system: System, keys: frozenset[Key]) -> tuple[list[Repair], bool]:
    """Find the minimal sets of a group, by cost, and whether there may be more: single amounts, else single facts or missing numbers, else several."""
    without = frozenset(system.broken) - keys
    alone = common(system, keys)
    if len(keys) == 1:  # one sum alone tells no number that is wrong from one that is not printed
        alone = [replace(one, size=1.0) for one in alone]
    for candidates in ([u for u in alone if u.size == 1], [*facts(system), *(u for u in alone if u.size > 1)]):
        if found := repairs_by_one(system, candidates, keys, without):
            return smallest(found), False
    return _several(system, keys, without)


def _several(system: System, keys: frozenset[Key], without: Set[Key]) -> tuple[list[Repair], bool]:
    """Find the minimal sets of several candidates.

    Every member of a minimal set of n is at most n−1 instances away from a broken one, so the candidates grow with n.
    """
    nearby = frozenset(a for key in keys for a in system.members[key])
    for depth in range(1, _DEEPEST + 1):
        nearby = _wider(system, nearby, without)
        is_whole = _wider(system, nearby, without) == nearby
        sure = inf if is_whole or depth == _DEEPEST else depth + 1
        found, is_capped = _minimal(system, _candidates_of(system, nearby), keys, without, sure)
        if (found and found[0].size <= sure) or is_whole:
            break
    is_whole = is_whole or (bool(found) and found[0].size <= _DEEPEST + 1)
    return found, is_capped or not is_whole


def _wider(system: System, amounts: frozenset[str], without: Set[Key]) -> frozenset[str]:
    """Return the amounts and those that share an instance with one of them."""
    touched = {key for amount in amounts for key in system.keys_of(amount)} - without
    return amounts.union(*(system.members[key] for key in touched))


def _candidates_of(system: System, nearby: frozenset[str]) -> list[Candidate]:
    tied = [fact for fact in facts(system) if not nearby.isdisjoint(fact.amounts)]
    return [*(single(system, amount) for amount in sorted(nearby) if system.may_change(amount)), *tied]


def _minimal(
    system: System, candidates: Sequence[Candidate], keys: Set[Key], without: Set[Key], sure: float
) -> tuple[list[Repair], bool]:
    """Return the proved sets of the least size, by cost, and whether the list was cut short.

    sure: up to this size `candidates` holds every candidate; beyond it, stop at the first set.
    """
    if not candidates:
        return [], False
    from pipelines.findings.localization.milp import Programme  # scipy takes half a second; most reports never need it

    programme = Programme(system, candidates, keys, without)
    found: dict[frozenset[str], Repair] = {}
    refused, least, dearest = 0, inf, max(candidate.cost / candidate.size for candidate in candidates)
    # to change nothing, which the programme may come to, explains nothing
    while len(found) < _MOST_SETS and refused < _MOST_REFUSED and (numbers := programme.solve()):
        if fsum(candidates[number].cost for number in numbers) > least * dearest:
            return smallest(found.values()), False
        if proved := _least(system, [candidates[number] for number in numbers], keys, without):
            programme.forbid([number for number in numbers if candidates[number] in proved.candidates])
            found.setdefault(proved.amounts, proved)
            least = min(least, proved.size)
            if least > sure:
                break
        else:
            programme.beyond(numbers)
            refused += 1
    return smallest(found.values()), programme.ran_out or len(found) == _MOST_SETS or refused == _MOST_REFUSED


def _least(system: System, chosen: Sequence[Candidate], keys: Set[Key], without: Set[Key]) -> Repair | None:
    """Prove a repair of all keys by the candidates, without those not needed: floats may add one."""
    proved = repair(system, chosen, without)
    if proved is None:
        return None
    for candidate in chosen:
        others = [other for other in proved.candidates if other != candidate]
        amounts = {amount for other in others for amount in other.amounts}
        if all(system.members[key] & amounts for key in keys):
            proved = repair(system, others, without) or proved
    return proved


def smallest(found: Collection[Repair]) -> list[Repair]:
    """Return the sets of the least size, by cost."""
    least = min((repair.size for repair in found), default=inf)
    return sorted((r for r in found if r.size == least), key=lambda r: (r.cost, sorted(r.amounts)))
