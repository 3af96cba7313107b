"""Norms: violations of what a true report may break (a budget overspent), where another cause shows that the numbers are not true.

Belongs here: which of them are gone once a cause is mended. Does not belong here: causes (search), the identities (sql/checks).
A norm accuses no number. But where whatever mends a cause changes a number of it, and the norm then holds, nothing was
overspent: to tell it beside the misprint would take the misprint for the truth.
"""

from collections.abc import Mapping
from decimal import Decimal

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import ZERO, Demand, Key
from pipelines.findings.localization.repairs import Repair
from pipelines.findings.localization.search import Cause


def mended_with(system: System, cause: Cause) -> frozenset[Key]:
    """Return the broken norms that hold whichever set of changes the cause is mended by, whatever value of those it implies."""
    if not cause.repairs or cause.is_capped:
        return frozenset()
    return frozenset(one.key for one in system.norms if all(_holds(system, one, repair) for repair in cause.repairs))


def mended_by(system: System, changes: Mapping[str, Decimal]) -> frozenset[Key]:
    """Return the broken norms that hold once some amounts have changed."""
    return frozenset(one.key for one in system.norms if not one.holds({}) and one.holds(changes))


def _holds(system: System, norm: Demand, repair: Repair) -> bool:
    """Tell whether it holds at the worst of the values that a set implies; one that changes none of its amounts leaves it broken."""
    worst = ZERO
    for amount, weight in norm.weights.items():
        if amount not in repair.implied:
            continue
        limit = repair.implied[amount][1 if weight > 0 else 0]
        if limit is None:
            return False
        worst += weight * (limit - system.printed[amount].value)
    return norm.low is None and norm.high is not None and worst <= norm.high
