"""Candidates: what can change as one, and what it costs to doubt it.

Belongs here: an amount; a fact whose printings agree; their cost from what supports them.
Does not belong here: whether changing them repairs anything (repairs).
"""

from dataclasses import dataclass

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Key

FACT = 0.5
"""A fact changed wherever it is printed costs this much more than one amount, and less than two."""
BLANK = 0.5
"""A number where nothing is printed costs this much more than changing one that is."""
OTHER_REPORT = 0.25
"""An amount of another report (last year, a member) costs this much more: the report at hand is to be explained."""
SUPPORT = 0.25
"""What support adds to the cost of an amount at most: four unsupported amounts cost less than five, never less than
three."""
BORNE_OUT = SUPPORT / 2 * (1 / 5 + 1 / 3)
"""What one satisfied instance with another form adds to the cost of an amount: from there on another place bears it out."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What changes as one: an amount, or a fact whose printings agree. cost: size and support."""

    amounts: tuple[str, ...]
    size: float
    cost: float

    @property
    def name(self) -> str:
        """Its key among the candidates of a report."""
        return "+".join(self.amounts)


def single(system: System, amount: str) -> Candidate:
    """Return one amount as a candidate; the more satisfied instances and other places support it, the dearer."""
    satisfied = system.keys_of(amount).difference(system.broken)
    own = system.printed[amount]
    fellows = {system.printed[a] for key in satisfied for a in system.members[key]}
    places = {(p.report_id, p.form) for p in fellows} - {(own.report_id, own.form)}
    support = len(satisfied) / (len(satisfied) + 4) + len(places) / (len(places) + 2)
    other = 0.0 if own.report_id == system.report_id else OTHER_REPORT
    size = 1 + BLANK if own.is_blank else 1.0
    return Candidate((amount,), size, round(size + other + SUPPORT / 2 * support, 6))


def common(system: System, keys: frozenset[Key]) -> list[Candidate]:
    """Return the amounts that all these instances have and that may change, each as a candidate."""
    shared = frozenset.intersection(*(system.members[key] for key in keys))
    return [single(system, amount) for amount in sorted(shared) if system.may_change(amount)]


def facts(system: System) -> list[Candidate]:
    """Return the facts of a report as candidates, each changed wherever it is printed."""
    known = [amounts for amounts in system.facts if all(map(system.may_change, amounts))]
    return [Candidate(amounts, 1 + FACT, 1 + FACT + _support_of_fact(amounts)) for amounts in known]


def _support_of_fact(amounts: tuple[str, ...]) -> float:
    """Return what support adds to a fact's cost: the more often it is printed, up to a quarter."""
    return round(SUPPORT * len(amounts) / (len(amounts) + 4), 6)
