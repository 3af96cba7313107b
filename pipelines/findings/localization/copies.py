"""Copies: one number misprinted alike in several forms, where no identity ties its printings, is one cause.

Belongs here: which causes are copies of one another, and the cause they make together.
Does not belong here: printings that identities tie together (facts in candidates), many findings of one kind (kinds).
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import PROSE, Key
from pipelines.findings.localization.repairs import repair
from pipelines.findings.localization.search import Cause

Misprint = frozenset[tuple[tuple[str, Decimal, Decimal | None, Decimal | None], int]]
"""The report, what it prints and the lowest and highest that it should be, of the numbers of a set, each with how often."""


def join_copies(system: System, found: Sequence[Cause]) -> list[Cause]:
    """Make one cause of those whose only sets print the same and should print the same, each in a form of its own."""
    alike: dict[Misprint, list[Cause]] = {}
    for cause in found:
        alike.setdefault(_misprint(system, cause), []).append(cause)
    joined: list[Cause] = []
    for misprint, some in alike.items():
        together = _together(system, some) if misprint else None
        joined += [together] if together else some
    return joined


def _misprint(system: System, cause: Cause) -> Misprint:
    """Return what the only set of a cause says of its numbers; nothing where it is not the only one, or not of one form."""
    if len(cause.repairs) != 1 or cause.is_capped or len(_forms(system, cause)) != 1:
        return frozenset()
    implied = cause.repairs[0].implied
    printed = [system.printed[amount] for amount in implied]
    if any(p.form == PROSE or p.is_blank for p in printed) or len({p.report_id for p in printed}) > 1:
        return frozenset()
    return frozenset(Counter((p.report_id, p.value, *implied[p.amount_id]) for p in printed).items())


def _forms(system: System, cause: Cause) -> set[str]:
    return {system.printed[amount].form for amount in cause.repairs[0].implied}


def _together(system: System, alike: Sequence[Cause]) -> Cause | None:
    """Return the one cause of several, proved anew; None of one alone and where two stand in the same form."""
    forms = [form for cause in alike for form in _forms(system, cause)]
    if len(alike) < 2 or len(forms) != len(set(forms)):
        return None
    keys = frozenset[Key]().union(*(cause.keys for cause in alike))
    candidates = [one for cause in alike for one in cause.repairs[0].candidates]
    proved = repair(system, tuple(candidates), frozenset(system.broken) - keys)
    return Cause(keys, (proved,)) if proved else None
