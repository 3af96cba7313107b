"""Money of a year: money by the year that it was appropriated in, as a part of what is spent or received: 其中：当年拨款 X，上年结转 Y.

Belongs here: whether such money is named as a part, and of what it is one. Does not belong here: its words
(wordings/subjects.csv), which topic a text names (named_topics).
"""

import re

from pipelines.prose.discourse import Discourse, Spoken, Topic

CURRENT, _CARRIED = "current_spending", "carried_spending"
_SPENDING = (
    "function", "general_budget", "government_fund", "state_capital", "fiscal_expenditure", "expenditure_total", "basic",
    "project", _CARRIED, CURRENT, "public", "personnel", "running_costs",
    "three_public", "abroad", "vehicles", "purchase", "running", "reception",
)  # fmt: skip
_SPENT_IN_TOTAL = "expenditure_grand_total"
"""支出总计, behind which 上年结转 may still be that of 收入总计: 收入总计 X，支出总计 X，其中：上年结转 Y."""
_RECEIVED = {
    "fiscal_grand_total": "income_fiscal", "income_grand_total": "income_fiscal", "income_fiscal": "income_fiscal",
    "income_general_budget": "income_general_budget", "income_government_fund": "income_government_fund",
    "income_state_capital": "income_state_capital",
}  # fmt: skip
"""What 当年拨款 is as a part of what is received, by what it is a part of."""
OF_A_YEAR = (CURRENT, _CARRIED, "opening")
"""Money by the year that it was appropriated in."""
_PART = re.compile(r"(其中[,:]?|含|使用|动用)[^,;。]*$")
"""Words right before a part of an amount."""

_RIGHT_BEFORE = re.compile(r"(?:其中[,:]?|含|使用|动用)$")
_SPENT_OF_IT = re.compile(r"[,;、](?:当年|全年|实际|已|完成)*(?:支出|执行|决算|使用)")
"""What was spent of an amount, which is then a budget: 其中：当年预算安排 X，实际支出 Y."""


def is_part(spoken: Topic | None, before: str) -> bool:
    """Whether money of a year is named as a part of what is spoken of; before: the words before it.

    一般公共预算当年拨款 alone is the whole.
    """
    return (spoken is not None and spoken.key in OF_A_YEAR) or _PART.search(before) is not None


def part_of_year(spoken: Topic | None, key: str, before: str) -> str:
    """Return the subject of money of a year: a part of what is spent (支出 X，其中：上年结转 Y) or of what is received."""
    whole = spoken.key if spoken else ""
    if whole in _SPENDING:
        return _CARRIED if key == "opening" and is_part(spoken, before) else key
    return key if key != CURRENT or whole == _SPENT_IN_TOTAL else _RECEIVED.get(whole, "income_fiscal")


def is_allotted_part(discourse: Discourse, whole: Spoken, lead: str, rest: str) -> bool:
    """Whether 当年预算安排 before a number is a part of what is spent or received (其中：当年预算安排 X，上年结转 Y), no budget.

    whole: what it would be a part of; lead, rest: the words before and behind the number.
    """
    key = whole.topic.key if whole.topic else ""
    if (
        not discourse.grammar.tells_budgets
        or "value" not in whole.roles
        or key not in (*_SPENDING, _SPENT_IN_TOTAL, "fiscal_grand_total")
    ):
        return False
    names = [w.pattern for w in discourse.subjects("strong") if w.key == CURRENT]
    found = next((match for name in names if (match := name.search(lead))), None)
    if found is None or _SPENT_OF_IT.match(rest):
        return False
    before = lead[: found.start()]
    is_next = discourse.topic is not None and discourse.topic.key in OF_A_YEAR and before in (",", ";", "、")
    return is_next or _RIGHT_BEFORE.search(before) is not None
