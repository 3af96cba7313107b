"""Left over: a fund named as a part of what is carried over from the year before, or to the next one: 上年结转 X（其中一般公共预算 Y）.

Belongs here: whether a fund's name is that of such a part, whether a total holds it: 收入 X（含上年结转）. Does not belong here: balances named with their fund in one go
(wordings/subjects.csv), money by its year (money_of_a_year).
"""

import re

from pipelines.prose.claims import FUND_INCOMES
from pipelines.prose.discourse import Topic

_LEFT = {
    "opening": "opening_of_fund",
    "closing": "closing_of_fund",
    "opening_of_fund": "opening_of_fund",
    "closing_of_fund": "closing_of_fund",
}
"""What is spoken of, and what its part of one fund is."""
_PART = re.compile(r"(?:其中[,:]?|[(,]含|包括:?|\()$")
_NEXT = re.compile(r"^[,、;和及]?$")
"""Right before the first of the parts, and before the ones behind it."""
_RECEIVED = re.compile(r"收入|当年|本年")
"""Words of a name that is of what was received."""
_TOTALS = {"income_total": "income_grand_total", "expenditure_total": "expenditure_grand_total"}
"""Totals of the year, and those with what is left."""
OF_THE_YEAR = re.compile(r"本年|当年")
_HOLDS_LEFT = re.compile(r"[(,](?:其中[,:]?)?(?:含|包括|包含)[^();。]*?(?:结转|结余)")
"""Behind a total, that it holds what is left."""


def with_left(topic: Topic, lead: str, rest: str) -> Topic | None:
    """Return the total that holds what is left of another year for one that is said to (rest: the words behind it) and is not named as the year's (lead); None for any other."""
    holds = topic.key in _TOTALS and _HOLDS_LEFT.match(rest) and not OF_THE_YEAR.search(lead)
    return Topic(_TOTALS[topic.key]) if holds else None


def fund_left(spoken: Topic | None, named: Topic, name: str, before: str) -> Topic:
    """Return a topic named behind some words (before), as the part of what is left that is of its fund where it is one."""
    left = _LEFT.get(spoken.key) if spoken else None
    if left is None or spoken is None or named.key not in FUND_INCOMES or _RECEIVED.search(name):
        return named
    is_next = spoken.key == left and _NEXT.match(before)
    return Topic(left, name) if is_next or _PART.search(before) else named
