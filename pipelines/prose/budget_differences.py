"""Budget differences: a change that a sentence compares with nothing, behind the budget it is the difference from.

Belongs here: telling by the figures that it is. Does not belong here: bases that words name (bases), a difference right
behind its budget (shared_roles). Nothing here changes what is being spoken of.
"""

from decimal import Decimal

from pipelines.prose.assertions import Assertion
from pipelines.prose.bases import base_of
from pipelines.prose.claims import Claim
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import budget_of_phase
from pipelines.prose.said_so_far import SaidSoFar


def off_budget(said: SaidSoFar, before: str, assertion: Assertion, quantity: Quantity) -> Assertion:
    """Hold a change behind an outcome against the budget of its sentence that it is the difference from: 预算数 X，决算数 Y，减少 Z.

    before: the sentence up to the number; where that names what is compared with, the change is from that.
    """
    last, grammar = said.last, said.discourse.grammar
    if not said.budgets or assertion.role != "change" or last is None or last.role != "value":
        return assertion
    if base_of(before, said.discourse.year, grammar) is not None:
        return assertion
    for budget in said.budgets:
        if budget.statement == last.statement and _is_difference(budget, last, assertion.direction, quantity):
            return assertion._replace(base=budget_of_phase(budget.base))
    return assertion


def _is_difference(budget: Claim, outcome: Claim, direction: str, quantity: Quantity) -> bool:
    """Whether a change of a direction is by what an outcome is above or below a budget, all printed in one unit."""
    is_one = budget.counted_in == outcome.counted_in == quantity.counted_in
    if not is_one or budget.number is None or outcome.number is None or quantity.number is None:
        return False
    change: Decimal = outcome.number.value - budget.number.value
    return abs(change) == quantity.number.value and direction == ("up" if change > 0 else "down")
