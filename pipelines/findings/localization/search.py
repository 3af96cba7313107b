"""Search: the broken instances of a report in groups that one set of changes explains, each with all its minimal sets.

Belongs here: which broken instances hang together. Does not belong here: the sets that repair a group (minimal_sets),
proving a set (repairs), what is told of a set (suspects).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, inf

from pipelines.findings.localization.candidates import facts
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Key
from pipelines.findings.localization.minimal_sets import minimal_sets, smallest
from pipelines.findings.localization.repairs import Repair, repair, repairs_by_one
from pipelines.findings.localization.standoff import join_standoffs


@dataclass(frozen=True, slots=True)
class Cause:
    """Broken instances and the minimal sets that repair them all; none where nothing of that size does.

    is_capped: there may be more sets than those listed.
    """

    keys: frozenset[Key]
    repairs: tuple[Repair, ...]
    is_capped: bool = False


def causes(system: System) -> list[Cause]:
    """Find the causes of a report: least many changes; causes that share an amount or contradict are one."""
    groups = [keys for keys in _group(system, system.broken) if keys - system.foreign]
    found = _by_one_fact(system, [cause for keys in groups for cause in _explain(system, keys)])
    while pair := _find_entangled(system, found):
        merged = pair[0].keys | pair[1].keys
        again = _with_mild(system, [_cause(system, merged - system.mild)], merged & system.mild)
        found = [*(c for c in found if c not in pair), *again]
    return sorted(_join_standoffs(system, found), key=lambda cause: min(cause.keys))


def _cause(system: System, keys: frozenset[Key]) -> Cause:
    """Find the cause of one group."""
    repairs, is_capped = minimal_sets(system, keys)
    return Cause(keys, tuple(repairs), is_capped)


def _explain(system: System, keys: frozenset[Key]) -> list[Cause]:
    """Find the causes of broken instances that hang together: those that accuse, then what the others add to them."""
    mild = keys & system.mild
    return _with_mild(system, [_cause(system, some) for some in _group(system, keys - mild)], mild)


def _with_mild(system: System, found: Sequence[Cause], mild: Collection[Key]) -> list[Cause]:
    """Join to causes the broken instances that accuse no number where they have the same cause; the others stand alone.

    An inequality, and an identity between reports, has the cause of something else that is broken if that takes no more
    changes; it then narrows what is accused.
    """
    causes_found, left = list(found), []
    for key in sorted(mild):
        narrowed = [_narrow(system, cause, key) for cause in causes_found]
        causes_found = [narrow or cause for narrow, cause in zip(narrowed, causes_found, strict=True)]
        left += [] if any(narrowed) else [key]
    return [*causes_found, *(Cause(frozenset({key}), ()) for key in left)]


def _narrow(system: System, cause: Cause, key: Key) -> Cause | None:
    """Return the cause with those of its sets that mend one more broken instance; None where none of them does."""
    without = frozenset(system.broken) - cause.keys - {key}
    touching = [one for one in cause.repairs if system.members[key] & one.amounts]
    left = [again for one in touching if (again := repair(system, one.candidates, without))]
    return Cause(cause.keys | {key}, tuple(left), cause.is_capped) if left else None


def _join_standoffs(system: System, found: Sequence[Cause]) -> list[Cause]:
    """Make one cause of violations between reports that have the difference or the identity in common."""
    apart = [cause for cause in found if not cause.repairs and cause.keys <= system.between]
    return [
        *(c for c in found if c not in apart),
        *(Cause(keys, ()) for keys in join_standoffs(system, (c.keys for c in apart))),
    ]


def _size(found: Collection[Cause]) -> float:
    """Return how many slips the causes take together; without end where one has no repair."""
    return fsum(cause.repairs[0].size if cause.repairs else inf for cause in found)


def _group(system: System, broken: Iterable[Key]) -> list[frozenset[Key]]:
    """Group broken instances that share an amount."""
    groups: list[tuple[set[Key], set[str]]] = []
    for key in sorted(broken):
        keys, amounts = {key}, set(system.members[key])
        for group in [g for g in groups if g[1] & amounts]:
            groups.remove(group)
            keys, amounts = keys | group[0], amounts | group[1]
        groups.append((keys, amounts))
    return [frozenset(keys) for keys, _ in groups]


def _by_one_fact(system: System, found: Sequence[Cause]) -> list[Cause]:
    """Join causes that one fact explains with fewer slips than they take one by one."""
    left = list(found)
    for fact in facts(system):
        touched = {key for amount in fact.amounts for key in system.keys_of(amount)}
        together = [cause for cause in left if cause.keys <= touched]
        keys = frozenset[Key]().union(*(cause.keys for cause in together))
        if len(together) < 2 or fact.size >= _size([cause for cause in together if cause.keys - system.mild]):
            continue
        if repairs := repairs_by_one(system, facts(system), keys, frozenset(system.broken) - keys):
            left = [*(cause for cause in left if cause not in together), Cause(keys, tuple(smallest(repairs)))]
    return left


def _find_entangled(system: System, found: Sequence[Cause]) -> tuple[Cause, Cause] | None:
    """Find two causes where a set of one reaches into the other, or whose first sets do not hold together."""
    broken = frozenset(system.broken)
    for one, other in combinations([cause for cause in found if cause.repairs], 2):
        if any(_touched_keys(system, r) & other.keys for r in one.repairs) or any(
            _touched_keys(system, r) & one.keys for r in other.repairs
        ):
            return one, other
        first, second = one.repairs[0], other.repairs[0]
        if _touched_keys(system, first) & _touched_keys(system, second):
            together = (*first.candidates, *second.candidates)
            if not repair(system, together, broken - one.keys - other.keys):
                return one, other
    return None


def _touched_keys(system: System, found: Repair) -> set[Key]:
    return {key for amount in found.amounts for key in system.keys_of(amount)}
