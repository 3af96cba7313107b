"""Standoff: violations between reports of which nothing tells which report is wrong, and which of them are one.

Belongs here: what a story between reports rests on, joining those of one difference or one identity.
Does not belong here: stories with suspects (suspects), wording them (comparisons).
"""

from collections.abc import Iterable, Set
from decimal import Decimal

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Key


def is_balanced(system: System, keys: Set[Key]) -> bool:
    """Whether each amount of the instances stands in a sum of its own report that holds, and in none that does not."""
    return all(_is_sound(system, amount) for key in keys for amount in system.members[key])


def _is_sound(system: System, amount: str) -> bool:
    sums = {demand.key for demand in system.sums_of.get(amount, ())} - system.between - system.inequalities
    return bool(sums) and not sums & set(system.broken)


def join_standoffs(system: System, groups: Iterable[frozenset[Key]]) -> list[frozenset[Key]]:
    """Join groups of instances between reports that have an identity, or their difference, in common."""
    found: list[tuple[frozenset[Key], set[object]]] = []
    for keys in groups:
        marks = {mark for key in keys for mark in _marks(system, key)}
        for fellow in [one for one in found if one[1] & marks]:
            found.remove(fellow)
            keys, marks = keys | fellow[0], marks | fellow[1]
        found.append((keys, marks))
    return [keys for keys, _ in found]


def _marks(system: System, key: Key) -> Iterable[object]:
    """Yield what instances of one cause have in common: their identity, the difference of their sides."""
    yield key[0]
    for demand in system.sums:
        if demand.key == key and demand.low is not None and demand.high is not None:
            yield abs(demand.low + demand.high) / Decimal(2)
