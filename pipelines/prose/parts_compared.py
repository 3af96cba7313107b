"""Parts compared: whether 决算数大于预算数 behind a whole and its only part is of that part: 教育（类）预算 X，决算 Y。其中：高等教育（项）预算 A，决算 B。决算数大于预算数.

Belongs here: asking the arithmetic of X, Y, A and B, where the comparison names nothing itself.
Does not belong here: what a comparison names (turning), changes in money and percent (changes).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.prose.claims import Claim
from pipelines.prose.sentences import RunningText
from pipelines.vocabulary import Interval

_UNNAMED = re.compile(r"(支出|收入)?决算(支出|收入)?数?|实际(支出|收入)数?")
"""Words before a comparison that name nothing."""
_SIGN = {"above": 1, "below": -1}
_BUDGETS = ("budget", "initial_budget", "annual_budget")


def comparisons_of_parts(claims: Sequence[Claim], running: RunningText) -> list[Claim]:
    """Return the claims with each such comparison that is wrong of the whole and right of the only part given to the part."""
    found = list(claims)
    for at, claim in enumerate(found):
        if claim.span is None or claim.base not in _BUDGETS or not (sign := _SIGN.get(claim.direction)):
            continue
        own = running.sentences[claim.span.sentence]
        words = own.text[: claim.span.start - own.start]
        if claim.role != "direction" or not _UNNAMED.fullmatch(words):
            continue
        before = [c for c in found[:at] if c.span and c.span.sentence == claim.span.sentence - 1]
        parts = {c.statement: c for c in before if c.role == "budget" and c.statement != claim.statement}
        if len(parts) != 1 or _sign([c for c in found[:at] if c.statement == claim.statement]) != -sign:
            continue
        [part] = parts.values()
        if _sign([c for c in before if c.statement == part.statement]) == sign:
            found[at] = replace(claim, subject=part.subject, label=part.label, code=part.code, statement=part.statement)
    return found


def _sign(said: Sequence[Claim]) -> int:
    """Return 1 where the amount said last is above the budget said last, -1 where it is below, 0 where nobody can say."""
    value, budget = (next((c.interval for c in reversed(said) if c.role == role), None) for role in ("value", "budget"))
    return _is_less(budget, value) - _is_less(value, budget)


def _is_less(one: Interval | None, other: Interval | None) -> bool:
    """Whether all that one number stands for is less than all that another does."""
    if one is None or other is None or one.high is None or other.low is None:
        return False
    return one.high < other.low
