"""Subjects: what a number of the prose is about: the topic named last before it, or the one being spoken of.

Belongs here: which of the topics in the words around a number it is about (named_topics finds them). Nothing here
changes what is being spoken of (discourse): it is asked, and the reader of the sentence takes note.
Does not belong here: the role of the number (roles), putting a claim together (claim_making).
"""

import re
from dataclasses import replace
from typing import NamedTuple

from pipelines.prose.assertions import TURNED
from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.joint_names import named_together
from pipelines.prose.last_year import names_itself
from pipelines.prose.named_topics import Named, named_last
from pipelines.prose.plain_words import plain, without_glue
from pipelines.prose.projects import (
    SCORED,
    indicator_of,
    money_of_project,
    of_all_kinds,
    of_nature,
    of_project,
    scored_topic,
    whole_project,
)
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import CLAUSE, NAMED_BY_CUE, Cue
from pipelines.prose.said_so_far import SaidSoFar
from pipelines.vocabulary import prose_wordings

_BETWEEN = 14
"""Unknown letters allowed between a topic and its number within one clause; the claim then carries a doubt."""
_OF_PLACES = re.compile(r"(?!团|批|代表)[一-龥]{0,8}?(?:办事处|单位|部门|机构|社区|[县区乡镇村])(?!团)")
"""What so many of are counted, where it is offices or places and nothing that was received or bought: 18个驻地方办事处."""
_JOINT = ("value", "budget", "prior", "change", "growth", "share")
"""Roles of a number that may be of several topics together; kinds of things that are counted have 、 in their names."""
_PARTS = ("basic", "project", "personnel", "public")
_FIRST_PART = re.compile(r"[,;(](其中|含)")
"""Right behind an amount, before the first of its parts."""
_NEXT_PART = re.compile(r"[,;、和及](?![比较与])")
"""Before the parts behind the first."""
_LEFT = ("opening", "closing")
"""What is left of the year before, and of this one."""
_SIDE_BEFORE = re.compile(r"[比较]上年度?(收入|支出)(?=增|减|上升|下降|降低|提高)")
"""The side of last year's that a change is from, which is that of what changed: 收入 X，支出 Y，比上年收入增加 Z."""
_GRAND = {"expenditure_grand_total": "grand_total", "fiscal_expenditure": "fiscal_grand_total"}


class Subject(NamedTuple):
    """What a number is about, None where nothing says it, and a doubt ("" for none)."""

    topic: Topic | None
    doubt: str = ""


def subject_of(said: SaidSoFar, sentence: str, lead: str, cue: Cue, named: Named | None) -> Subject:
    """Tell what a number is about, with a doubt where unknown words stand between.

    sentence: the text up to the number; named: what named_before finds. Where something was already said in the sentence,
    only the last clause must be free of unknown words for the topic to be taken over.
    """
    discourse = said.discourse
    before = plain(lead[: cue.start], discourse.grammar.wordings)
    if named:
        if scored := scored_topic(discourse, named.topic):
            return Subject(scored if cue.role in SCORED else money_of_project(scored))
        text = _search_text(discourse, lead, cue)
        whose = resume(discourse, _of_both(named.topic, lead[cue.start :]))
        topic = whole_project(discourse, _of_class(said, _of_item(discourse, whose, lead), lead))
        between = text[named.end :]
        if not without_glue(between):
            return Subject(topic)
        if len(between) <= _BETWEEN and not re.search(r"[,;。]", between) and cue.role != "share":
            return Subject(topic, f"words between subject and number: {without_glue(between)}")
    own = re.sub(r"(?<![相对])[比较与]$", "", CLAUSE.split(before.removesuffix(":"))[-1] if said.last else before)
    if _is_end_of_list(said, cue.role):
        return Subject(None)
    if discourse.topic and not without_glue(own) and _can_follow(discourse, discourse.topic, cue.role):
        if discourse.topic.key == "score" and cue.role not in SCORED:
            return Subject(money_of_project(discourse.topic))
        side = own + "".join(_SIDE_BEFORE.findall(lead))
        turned = _other_side(of_nature(of_all_kinds(discourse.topic, cue.role), own), side)
        return Subject(_of_both(turned, lead[: cue.start]) if turned else None)
    weak = of_project(discourse, _weak(discourse, sentence, cue.role))
    return Subject(weak or indicator_of(discourse, sentence, cue.role))


def _is_end_of_list(said: SaidSoFar, role: str) -> bool:
    """Whether a comparison that names nothing begins a sentence behind one that ends with what is left: 年初结转 W，本年收入 X，本年支出 Y，年末结转 Z。较上年增加 …"""
    discourse = said.discourse
    is_left = discourse.topic is not None and discourse.topic.key in _LEFT
    return is_left and said.last is None and role in TURNED and len(discourse.listed) > len(_LEFT)


def _search_text(discourse: Discourse, lead: str, cue: Cue) -> str:
    """Return the words before a number in which its topic is looked for."""
    return plain(lead if cue.role in NAMED_BY_CUE else lead[: cue.start], discourse.grammar.wordings).removesuffix(":")


def _other_side(topic: Topic, own: str) -> Topic | None:
    """Return what is spoken of, or its other side where the words say so: 收入 X，支出 Y."""
    for word, other in prose_wordings.opposites(topic.key).items():
        if word in own:
            return Topic(other) if other else None
    return topic


def _can_follow(discourse: Discourse, topic: Topic, role: str) -> bool:
    """Whether a number may be about the topic without naming it: a share needs an amount, a count what counts, money no rate."""
    if role == "value" and topic.key == "indicator":
        return False
    if role == "share":
        return bool(discourse.roles & {"value", "count", "prior"})
    if role == "count":
        strengths = ("strong", "after", "measure")
        return any(w.counts and w.key == topic.key for s in strengths for w in discourse.subjects(s))
    return True


def named_before(discourse: Discourse, lead: str, cue: Cue, counted: bool) -> Named | None:
    """Return the topic (counted: one that can be counted) named last before a number with a cue.

    A prior of which nothing was spoken before names its topic itself: 相比2023年的总收入 X.
    """
    text = _search_text(discourse, lead, cue)
    joint = named_together(discourse, text) if cue.role in _JOINT else None
    named = joint or named_last(discourse, text, counted)
    if cue.role == "prior" and (names_itself(lead) or (named is None and not (discourse.topic and discourse.roles))):
        return named_last(discourse, plain(lead, discourse.grammar.wordings), counted)
    return named


def resume(discourse: Discourse, topic: Topic) -> Topic:
    """Return the current topic if it is named again; a part named under an item is the item's part."""
    current = discourse.topic
    if current and (current.key, current.label, current.code) == (topic.key, topic.label, topic.code):
        return current
    is_item = current is not None and (current.key == "function" or (current.key in _PARTS and current.label != ""))
    if current and is_item and topic.key in _PARTS and discourse.section == "general_items":
        return replace(topic, label=current.label, code=current.code)
    return topic


def _of_item(discourse: Discourse, topic: Topic, lead: str) -> Topic:
    """Return a nature of expenditure that 其中 gives of a bare item, in a budget, as the item's part: 初中教育支出 X，其中：基本支出 Y，项目支出 Z."""
    current = discourse.topic
    is_told = discourse.grammar.names_bare and discourse.section == "general_budget" and topic.key in _PARTS
    if not (current and is_told and (current.is_item or (current.label and current.code is None))):
        return topic
    is_part = current.key in _PARTS or lead.startswith((",其中", ";其中", "。其中", "其中"))
    return replace(topic, label=current.label, code=current.code) if is_part else topic


def _of_class(said: SaidSoFar, topic: Topic, lead: str) -> Topic:
    """Return a nature of expenditure that 其中 gives of the one class of a sentence, in a budget, as the class's part: 教育支出 X，其中：公用经费 Y."""
    current = said.discourse.topic
    classes = [one for one in said.amounts.values() if one.topic and one.topic.key == "function"]
    is_one = current is not None and current.key == "function" and bool(current.code) and len(classes) == 1
    is_told = said.discourse.grammar.names_bare and topic.key in _PARTS and not topic.label and not topic.code
    is_next = current is not None and current.key in _PARTS and bool(current.code) and _NEXT_PART.match(lead)
    if current is None or not is_told or not (is_next or (is_one and _FIRST_PART.match(lead))):
        return topic
    return replace(topic, label=current.label, code=current.code)


def measured_topic(discourse: Discourse, text: str, quantity: Quantity) -> Topic | None:
    """Return the topic that a measure word gives with the words behind it, else with those before it: 接待 … 批次."""
    words = re.sub(r"\((?!境\))[^()]*\)", "", text[max(0, quantity.start - 80) : quantity.start])
    before = re.sub(r"\d[\d,.]*", "#", words) + "#" + quantity.counted_in
    behind = CLAUSE.split(text[quantity.whole : quantity.whole + 16])[0]
    if quantity.counted_in == "个" and _OF_PLACES.match(behind):
        return None
    found = prose_wordings.first(
        discourse.subjects("measured"), "#" + quantity.counted_in + behind
    ) or prose_wordings.first(discourse.subjects("measure"), before)
    return Topic(found[0].key) if found else None


def following_topic(discourse: Discourse, text: str, quantity: Quantity) -> Topic | None:
    """Return a topic named after the number: 1个行政单位."""
    if quantity.kind != "count" or quantity.counted_in != "个":
        return None
    rest = text[quantity.whole : quantity.whole + 30]
    for wording in discourse.subjects("after"):
        if match := wording.pattern.match(rest):
            return Topic(wording.key, match.groupdict().get("label") or "")
    return None


def _of_both(topic: Topic, words: str) -> Topic:
    """Return the grand total for what is said of both sides: 收入总计 X，支出总计 X，各增加 Y."""
    return Topic(_GRAND[topic.key]) if topic.key in _GRAND and words.endswith("各") else topic


def _weak(discourse: Discourse, before: str, role: str) -> Topic | None:
    """Return a topic that only its own words name: 合同总额."""
    clause = re.split(r"[,;。:]|元、", before.rstrip(",:;"))[-1]
    for wording in discourse.subjects("weak"):
        if role == "count" and not wording.counts:
            continue
        if (match := wording.pattern.search(clause)) and match.end() == len(clause):
            return Topic(wording.key, re.sub(r"(为|是|达到?|约|共)+$", "", clause))
    return None
