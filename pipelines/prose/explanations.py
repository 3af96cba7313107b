"""Explanations: where the prose leaves giving a reason (主要原因是 …) and comes back to what its section is about.

Belongs here: telling whether a number still explains, and what is left of the words before it. Does not belong here:
what a number in an explanation says (sentence_reader). Nothing here changes what is being spoken of.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from pipelines.prose.bases import base_of
from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.named_topics import Named, named_last
from pipelines.prose.plain_words import plain, without_glue
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import CLAUSE, Cue, denominator_of
from pipelines.vocabulary import prose_wordings

_COMPARES = re.compile(r"[^,;]([,;])(?=(比|较|与|同比|完成|为|占)[^,;]*$)")
_COMPARING = ("change", "growth", "points", "difference", "budget")
"""Roles of the number behind what is compared with: 比上年增加 X, 与年初预算数 X 相比."""
_PARTS = re.compile(r"其中[:,]?$|(包括用于|^以及|^和)[^,;。]*等$")
_YEAR_BEFORE = re.compile(r"(比|较|与|同)(上年|去年|20\d\d年)度?(年初)?预算数?$")
_OUTCOME_BEFORE = re.compile(r"(比|较|与|同)(上年|去年|20\d\d年)度?(支出)?决算数?$")
_PARTS_OF = {
    "basic": ("personnel", "public"),
    "running": ("running_part",),
    "vehicles": ("purchase", "running"),
    "procurement": ("procurement_goods", "procurement_works", "procurement_services"),
}
"""A whole and the parts that 其中 gives of it behind what it was spent on."""
_INCLUDED = re.compile(r"((包括|包含|由)[^;。]*|^\((?:[^()]|\([^()]*\))*\))[,;](?=(比|较|与|同比|占|完成)[^,;。]*$)")
_USED_FOR = ("主要用于", "用于")
_ANNOUNCED = re.compile(r"[,;](20\d\d年度?)?(年初)?(预算|支出|决算)数?(为|是)?$")
"""What announces the amount of what was just named: 主要是2010199其他事务支出，2026年预算数为 X."""
_MEAN = re.compile(r"[,;](?=(车均|单车|平均每辆|人均|批均)(?!增|减)[^,;]*$)")
"""What an amount comes to for each vehicle or guest, behind what it was used for: 主要用于…，车均运行维护费 X."""
_ANSWERS = re.compile(r"是?:")
"""Behind 主要原因, before what a section is about as a whole, which is no reason of itself: 增减变化的主要原因是:“三公”经费预算合计 X，比上年 …"""
_OWN_CLAUSE = re.compile(r"[,;](?P<year>20\d\d年度?)?(?=[^,;]*$)")
"""The last clause before a number, and the year that it begins with."""
_TOLD_ALONE = {
    "three_public": ("abroad", "reception", "vehicles", "purchase", "running"),
    "expenditure": ("basic", "project"),
}
"""What a section tells one after the other: behind a reason a clause that is but its name goes on with that."""
_NEXT_POINT = re.compile(r"[,;](?:[一二三四五六七八九十]、|[(（][一二三四五六七八九十\d][)）])(?=[^,;]*$)")
"""The number of the next point, behind the reason of the one before: …，主要是X，三、公务接待费预算 Y."""
_STATED = re.compile(r"[,;](?=((年初|全年|调整)?预算|(当年|本年)?支出决算)数?(为|是)?$)")


def without_list(lead: str) -> str:
    """Return a lead without the names that an amount is said to include, if a comparison of the amount follows them."""
    listed = _INCLUDED.search(lead)
    return lead[listed.end() :] if listed else lead


def without_use(lead: str, reason: re.Match[str]) -> str | None:
    """Return a lead without what money was used for (主要用于 …), if a clause behind it states the budget or the outcome.

    lead: the words before a number; reason: the cue in them that begins an explanation.
    """
    stated = _STATED.search(lead, reason.end())
    return lead[: reason.start()] + lead[stated.end() :] if stated and reason[0] in _USED_FOR else None


def words_after_reason(discourse: Discourse, words: str, cue_after: Callable[[str], Cue | None]) -> str | None:
    """Return the words of an explanation with which a number comes back to what the section is about; None: it explains.

    That is behind a semicolon, or where a clause of its own begins with what is compared with (比上年 …); what the
    explanation named before (主要用于基本支出，比上年 …) is not what is compared. cue_after: the cue of the number after
    some words.
    """
    if discourse.section == "three_public" and (mean := _MEAN.search(words)):
        return words[mean.end() :]
    if (point := _NEXT_POINT.search(words)) and named_last(discourse, words[point.end() :]):
        return words[point.end() :]
    if (clause := _OWN_CLAUSE.search(words)) and _is_next(discourse, words[clause.end() :], clause, cue_after):
        return words[clause.start("year") if clause["year"] else clause.end() :]
    _, semicolon, lead = words.rpartition(";")
    if (compared := _COMPARES.search(words)) and _is_comparison(discourse, words[compared.end(1) :], cue_after):
        return lead if semicolon and compared_topic(discourse, lead) else words[compared.end(1) :]
    named = named_last(discourse, words)
    is_said = named is not None and (words[named.end :] in ("", "支出") or bool(_ANNOUNCED.match(words, named.end)))
    if named and is_said and (named.topic.key == "function" or _is_part(discourse, named, words)):
        return words
    if named and named.topic.key == discourse.section == "three_public" and _ANSWERS.match(words):
        return words if not without_glue(words[named.end :]) else None
    cue = cue_after(lead) if semicolon else None
    if cue is None:
        return None
    if discourse.topic and lead[: cue.start] in prose_wordings.opposites(discourse.topic.key):
        return lead
    compares = cue.role in ("change", "growth", "points") and base_of(lead, discourse.year, discourse.grammar)
    if cue.role in ("threshold", "ceiling") or compares:
        return words
    before = plain(lead[: cue.start], discourse.grammar.wordings)
    named = named_last(discourse, before)
    # the bare name of an item among what money was used for is that of a project: 粮食安全支出
    is_bare = named is not None and named.item is None and named.topic.is_item
    return words if named is not None and not is_bare and not without_glue(before[named.end :]) else None


def _is_next(discourse: Discourse, name: str, clause: re.Match[str], cue_after: Callable[[str], Cue | None]) -> bool:
    """Whether a clause behind a reason is but the name of what its section tells next: …，主要是X，公务用车购置费 Y; of spending with its year."""
    named = named_last(discourse, name)
    is_told = named is not None and named.topic.key in _TOLD_ALONE.get(discourse.section, ())
    if named is None or not is_told or not (clause["year"] or discourse.section == "three_public"):
        return False
    cue = cue_after(name)
    return named.start == 0 and not without_glue(name[named.end :]) and cue is not None and cue.role == "value"


def compared_topic(discourse: Discourse, words: str) -> Topic | None:
    """Return what words behind a reason begin with, if a comparison of it stands before the number: …；接待费与预算持平，比上年增加 X."""
    first = CLAUSE.split(words)[0]
    if first == words:
        return None
    before = plain(first, discourse.grammar.wordings)
    named = named_last(discourse, before)
    return named.topic if named and not without_glue(before[: named.start]) else None


def as_money(quantity: Quantity) -> Quantity:
    """Return a number without a unit as an amount of money: 由于年初预算数为 0，无法计算百分比."""
    return replace(quantity, kind="money") if quantity.kind == "bare" else quantity


def is_zero_budget(quantity: Quantity, cue: Cue | None) -> bool:
    """Whether a number right behind the cue of an explanation is the budget of what is explained: 由于年初预算数为 0."""
    is_zero = quantity.number is not None and quantity.number.value == 0
    return is_zero and cue is not None and cue.role == "budget" and cue.start == 0


def _is_part(discourse: Discourse, named: Named, words: str) -> bool:
    """Whether 其中 says that what is named last is part of what is explained: 基本支出 X，主要是…，其中：人员经费 Y."""
    whole = discourse.topic.key if discourse.topic else ""
    return named.topic.key in _PARTS_OF.get(whole, ()) and bool(_PARTS.search(words[: named.start]))


def _is_comparison(discourse: Discourse, lead: str, cue_after: Callable[[str], Cue | None]) -> bool:
    cue = cue_after(lead)
    if cue is None:
        return False
    compares = base_of(lead, discourse.year, discourse.grammar) is not None
    is_part = cue.role == "share" and denominator_of(lead[cue.start :]) != "unstated"
    before = _OUTCOME_BEFORE if discourse.grammar.tells_budgets else _YEAR_BEFORE
    of_year_before = cue.role == "prior" and bool(before.match(lead))
    return cue.role == "completion" or is_part or (compares and (cue.role in _COMPARING or of_year_before))
