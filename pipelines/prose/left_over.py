"""Left over: a fund named as a part of what is carried over from the year before, or to the next one: 上年结转 X（其中一般公共预算 Y）.

Belongs here: whether a fund's name is that of such a part. Does not belong here: balances named with their fund in one go
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


def fund_left(spoken: Topic | None, named: Topic, name: str, before: str) -> Topic:
    """Return a topic named behind some words (before), as the part of what is left that is of its fund where it is one."""
    left = _LEFT.get(spoken.key) if spoken else None
    if left is None or spoken is None or named.key not in FUND_INCOMES or _RECEIVED.search(name):
        return named
    is_next = spoken.key == left and _NEXT.match(before)
    return Topic(left, name) if is_next or _PART.search(before) else named
