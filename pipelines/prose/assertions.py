"""Assertions: what a number says of its topic: its role, direction and comparison base, and what is doubtful about them.

Belongs here: putting together what the words before a number say (roles) with section, year and what is compared with.
Does not belong here: the words themselves (roles), the topic (subjects), the claim (sentence_reader). Nothing here
changes what is being spoken of.
"""

import re
from typing import NamedTuple

from pipelines.prose.bases import base_of, budget_named, other_year
from pipelines.prose.discourse import Discourse
from pipelines.prose.roles import CLAUSE, Cue, denominator_of, direction_of, is_share_of_unknown

TURNED = ("change", "growth", "points", "adjustment")
"""Roles whose number has a direction."""
OTHER_YEARS = ("performance", "profile", "assets")
"""Sections that speak of other years without comparing with them."""
_COMPARING = ("overall", "income", "expenditure", "fiscal_overall")
"""Sections that compare with the year before where they do not say what they compare with."""
_TO = re.compile(r"(增加|减少|下降|降低|压减|增长)(为|到|至)$")
_BEYOND = re.compile(r"(?:大于|小于|高于|低于|超出?|多于|少于)(年初|全年|调整后?)?预算")
"""Words of a change that say themselves what it is against: 大于预算数 N."""
_SAVED = re.compile(r"节约|节支")
"""Words of a change that nothing is compared with: what was compared last is not what was saved against."""
_WITHOUT = re.compile(r"(剔除|扣除)[^,;。]{2,24}(后|因素|,)[^;。]*$")
"""Words of a comparison that leaves something out, which the amounts on either side do not."""
_LISTS = re.compile(r"(?<=^)20\d\d年[^,;。:]{2,40}中[,:](?!.*(?<![比较与])20\d\d年)")
"""Words of a sentence that lists the amounts of a year: 2023年度“三公”经费支出决算中,公务接待费2万元."""
_OF_LAST_BUDGET = re.compile(r"[比较与同和](?:上年|去年|20\d\d年)|(?<!财政)预算")
"""Words of the clause of an amount of the year before: what a budget compares with, or a budget itself."""
_SIGNED = re.compile(r"增减|差异|变动")
"""Words of a change whose sign, and no word, says the direction: 增减额-3万元."""


class Assertion(NamedTuple):
    """Role, direction and base: keys of wordings/*.csv, "" for none; doubts: why they are not to be trusted."""

    role: str
    direction: str = ""
    base: str = ""
    doubts: tuple[str, ...] = ()


def assertion_of(discourse: Discourse, cue: Cue, lead: str, before: str) -> Assertion:
    """Tell what a number with a cue says of its topic; lead: the words before it; before: its sentence up to it."""
    words = lead[cue.start :]
    role, doubts = _of_its_year(discourse, cue.role, lead, before)
    direction = _direction(role, words)
    if direction == "unresolved":
        doubts = (*doubts, "direction is not resolved")
    if role == "change" and _TO.search(words):
        doubts = (*doubts, "says to what, not by how much")
    if role in TURNED and _WITHOUT.search(before):
        doubts = (*doubts, "compares without something")
    if role == "share" and is_share_of_unknown(words):
        doubts = (*doubts, "is a share of what is not known")
    is_saved = role in TURNED and _SAVED.match(words) and base_of(lead, discourse.year, discourse.grammar) is None
    return Assertion(role, direction, "" if is_saved else _base(discourse, role, cue, lead), doubts)


def _of_its_year(discourse: Discourse, role: str, lead: str, before: str) -> tuple[str, tuple[str, ...]]:
    """Tell the role by the year a clause names, or the one whose amounts are listed: an amount of last year is prior, one of another year doubtful."""
    grammar = discourse.grammar
    named = None if discourse.section in OTHER_YEARS else other_year(lead, discourse.year, role, grammar)
    may_list = grammar.tells_budgets and discourse.section not in OTHER_YEARS
    if named is None and may_list and (listed := _LISTS.search(before)):
        named = other_year(listed[0], discourse.year, role, grammar)
    if role == "budget" and named and grammar.tells_budgets:
        return role, (f"says {named}",)
    if role not in ("value", "prior") or named is None:
        return role, ()
    return ("prior", ()) if named + 1 == discourse.year else (role, (f"says {named}",))


def _direction(role: str, words: str) -> str:
    if role not in TURNED:
        return "down" if role == "rate" and words.endswith("-") else ""
    by_sign = ("down" if words.endswith("-") else "up") if _SIGNED.match(words) else ""
    direction = direction_of(words) or by_sign
    return "down" if direction == "up" and words.endswith("-") else direction


def _usual_base(discourse: Discourse) -> str:
    """Tell what a section compares with where it does not say it."""
    return discourse.grammar.usual_base if discourse.section in _COMPARING else ""


def _base(discourse: Discourse, role: str, cue: Cue, lead: str) -> str:
    """Tell what a number is compared with, or a share of; the phase of a budget."""
    words = lead[cue.start :]
    if role in ("change", "growth", "points"):
        if beyond := _BEYOND.search(words):
            return budget_named(beyond[1])
        return cue.base or discourse.base or _usual_base(discourse)
    if role == "share":
        return denominator_of(words)
    if role == "prior" and not discourse.grammar.tells_budgets and _OF_LAST_BUDGET.search(CLAUSE.split(lead)[-1]):
        return cue.base or "prior_budget"
    return cue.base or ("unstated" if role == "budget" else "")
