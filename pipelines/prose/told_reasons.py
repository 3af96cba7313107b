"""Told reasons: what a number in an explanation (主要原因 …) says, and of what.

Belongs here: the words of a reason as its name, the part of the whole that a reason says went up or down. Does not belong here: whether a
number explains (reasoning, explanations), putting its claim together (claim_making). Nothing here changes what is being spoken of.
"""

import re

from pipelines.prose.assertions import Assertion
from pipelines.prose.claims import Claim
from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.named_topics import named_last
from pipelines.prose.plain_words import plain
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import CLAUSE, direction_of
from pipelines.vocabulary import prose_wordings

_MARKS = re.compile(r"^(?:[、:和及“\"]|[一二三四五六七八九]是|\d{1,2}[.、]|其中:?|[是为](?=[^,;。]{2}))+")
"""What stands before the words of a reason: its number, 其中, 是 behind 主要原因."""
_LINK = re.compile(r"(?<=.{2})(?:分别)?(?:为|是|达到?|的)$")
"""What joins the words of a reason to its number."""
_TURN = re.compile(r"(?<=.{2})(?:增加|减少|增长|下降|降低|上升|压减|缩减|节约|调减|调增|追加)了?$")
"""How a reason says that something went up or down, right before by how much."""
_GREW = re.compile(r"[,、(](?:同比|(?:比|较)上年(?:同期)?)?(?:增长|上升|提高|增加|下降|减少|降低)了?$")
"""Right behind the change of a part, before by how many percent."""
_ENDS = ("", "支出", "收入", "资金", "预算", "总额")
_PARTS = ("basic", "project", "personnel", "public", "reserve", "special_accounts", "government_fund", "state_capital")
"""Parts of a total that a reason names by their own names; sources of income besides."""


def told(discourse: Discourse, lead: str, quantity: Quantity, role: str, last: Claim | None) -> tuple[Topic, Assertion]:
    """Return what a number that explains is about and asserts: of a part of what is explained its change, else the words of the reason.

    lead: the words before it; role: what a number of its kind is in a reason; last: the claim before. What it explains
    is the code of a reason.
    """
    words, explained = _words(lead), discourse.topic
    doubts = (quantity.doubt,) if quantity.doubt else ()
    if last and quantity.kind == "percent" and _is_rate(discourse, lead, last):
        return _topic(last), Assertion("growth", direction_of(lead), last.base, doubts)
    turn = _TURN.search(words) if quantity.kind == "money" else None
    code = explained.code if explained else None
    if turn is None or not (direction := direction_of(turn[0])):
        return Topic("reason", _LINK.sub("", words), code), Assertion(role, doubts=doubts)
    if part := _part(discourse, words[: turn.start()]):
        return part, Assertion("change", direction, discourse.base, doubts)
    return Topic("reason", words[: turn.start()], code), Assertion("change", direction, doubts=doubts)


def _is_rate(discourse: Discourse, lead: str, last: Claim) -> bool:
    """Whether a percent is the rate of the change right before it: 人员经费增加 X，增长 P%, where the rate of what is explained has been said."""
    is_told = last.role == "change" and bool(last.direction) and "growth" in discourse.roles
    return is_told and _GREW.fullmatch(lead) is not None and direction_of(lead) == last.direction


def _topic(claim: Claim) -> Topic:
    return Topic(claim.subject, claim.label, claim.code)


def _words(lead: str) -> str:
    """Return the last clause before a number without what announces a reason; as it is where nothing is left."""
    clause = CLAUSE.split(lead.rstrip(",:;"))[-1]
    begun = list(prose_wordings.reason().finditer(clause))
    return _MARKS.sub("", clause[begun[-1].end() if begun else 0 :]) or clause


def _part(discourse: Discourse, words: str) -> Topic | None:
    """Return the part of the total being explained that words are the name of and nothing else; None where that is no total."""
    name = plain(words, discourse.grammar.wordings)
    named = named_last(discourse, name)
    if (
        named is None
        or discourse.topic is None
        or not discourse.base
        or name[: named.start]
        or named.topic == discourse.topic
    ):
        return None
    is_part = named.topic.key in _PARTS or named.topic.key.startswith("income_")
    return named.topic if is_part and name[named.end :] in _ENDS and not discourse.topic.code else None
