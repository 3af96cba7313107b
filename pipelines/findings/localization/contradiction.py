"""Contradiction: a form that contradicts itself as a whole: a total is smaller than its own largest part.

Belongs here: which forms do, where no few wrong amounts explain it, and what stands aside for it.
Does not belong here: forms whose amounts stand beside their names (displacement), wording (whole_forms).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import PROSE, Demand, Key, Printed
from pipelines.findings.localization.search import Cause

_MANY = 3
"""Wrong amounts of a form from which on it is called contradictory as a whole, instead of naming them."""
_LEAST_BROKEN = 4
"""Broken instances of a form from which on it is wrong as a whole, and not in some of its numbers."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A form, its total, a part that is larger, and the broken instances that stand aside for it."""

    form: str
    total: str
    part: str
    keys: frozenset[Key]


def contradictions(system: System, found: Sequence[Cause]) -> list[Contradiction]:
    """Find the forms of the report that contradict themselves as a whole, each by its widest sum."""
    by_form: dict[str, Contradiction] = {}
    for demand in sorted(system.sums, key=lambda d: (-len(d.weights), d.key)):
        for total, part in _too_small(system, demand):
            form = total.form
            touching = [cause for cause in found if any(_is_of(system, form, key) for key in cause.keys)]
            unexplained = [c for c in touching if demand.key in c.keys and not _is_explained(system, form, c)]
            keys = frozenset[Key]().union(*(cause.keys for cause in touching))
            if unexplained and len(keys) >= _LEAST_BROKEN and form not in by_form:
                by_form[form] = Contradiction(form, total.amount_id, part.amount_id, keys)
    return list(by_form.values())


def _too_small(system: System, demand: Demand) -> Iterator[tuple[Printed, Printed]]:
    """Yield total and largest part of a sum within one form whose total is smaller than that part."""
    totals = [amount for amount, weight in demand.weights.items() if weight == 1]
    parts = [amount for amount, weight in demand.weights.items() if weight == -1]
    if len(totals) != 1 or len(parts) < 2 or demand.low is None or demand.key not in system.broken:
        return
    printed = [system.printed[amount] for amount in (*totals, *parts)]
    if len({(p.report_id, p.form) for p in printed}) > 1 or printed[0].form == PROSE:
        return
    total, *others = printed
    largest = max(others, key=lambda one: (one.value, one.amount_id))
    rounding = total.half + largest.half
    if (
        total.report_id == system.report_id
        and largest.value - total.value > rounding
        and min(p.value for p in others) >= Decimal(0)
    ):
        yield total, largest


def _is_of(system: System, form: str, key: Key) -> bool:
    printed = (system.printed[amount] for amount in system.members[key])
    return any((one.report_id, one.form) == (system.report_id, form) for one in printed)


def _is_explained(system: System, form: str, cause: Cause) -> bool:
    """Say whether few slips of the form explain it: what is wrong in other forms and in the prose is no disorder of this one."""
    if not cause.repairs:
        return False
    here = (system.report_id, form)
    places = {
        one: {(p.report_id, p.form) for p in map(system.printed.__getitem__, one.amounts)}
        for one in cause.repairs[0].candidates
    }
    return sum(one.size for one, where in places.items() if here in where) < _MANY
