"""Turning: what a number or comparing words of a sentence are about; the discourse takes note of what they name on the way.

Belongs here: in which order the words around them are asked, turning to it. Does not belong here: finding topics in words
(subjects, named_topics), what a name means within a whole (kinds_within), the role of the number (cues), coming back to what was spoken of before (said_so_far).
"""

import re

from pipelines.prose.assertions import TURNED, Assertion
from pipelines.prose.bases import base_of
from pipelines.prose.comparisons import Comparison
from pipelines.prose.counted import (
    changed_count,
    compared_count,
    is_cost_of_domestic,
    is_money_of_counted,
    of_former_count,
    price_of_counted,
    still_abroad,
)
from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.explanations import without_list
from pipelines.prose.left_out import is_rest
from pipelines.prose.named_topics import named_last, project_named
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import Cue, base_set_by, lead_of
from pipelines.prose.said_so_far import SaidSoFar
from pipelines.prose.subjects import (
    Subject,
    following_topic,
    measured_topic,
    named_before,
    resume,
    subject_of,
)

_WITH = "与"
"""What a comparison begins with, behind the words before it."""
_MORE_KINDS = re.compile(r"(\([^()]*\))?[、和][^,;。、\d]{2,12}\d+辆")
"""Behind vehicles of a kind, where those of another follow: 购置轿车2辆（每辆X万元）、小型客车1辆."""
_BAND = re.compile(r"\d分(?:\([^()]*\))?(?:以[上下])?的?[有共]?$")
"""Before those that a band of scores counts: 80-90分2个."""
_BOUGHT_KIND = ("vehicles_purchased", "cars_kind")
"""Vehicles counted as bought, and their kind, of which nothing else is said: 购置费 X，拟更新执法执勤用车 4 辆，比上年增加 Y is of 购置费."""
_OF_AMOUNT = ("share", "change", "growth", "points", "completion", "budget", "prior", "rate")
"""Roles of a number that says something of the amount before it."""


def subject_of_number(said: SaidSoFar, text: str, lead: str, cue: Cue, quantity: Quantity) -> Subject:
    """Tell what a number of a sentence is about; what is counted and named turns the discourse.

    text: the sentence; lead: the words before the number.
    """
    discourse = said.discourse
    is_count = cue.role == "count"
    is_counted = is_count or (cue.role in (*TURNED, "prior") and quantity.kind == "count")
    measured = measured_topic(discourse, text, quantity) if is_counted else None
    measured = still_abroad(said.last, measured, lead, quantity) if measured else None
    measured = measured or (of_former_count(said.last, quantity, lead) if is_count else None)
    if not measured and (following := following_topic(discourse, text, quantity)):
        return Subject(following)
    if project := project_named(discourse, lead):
        discourse.project = project
    named = named_before(discourse, lead, cue, counted=is_count and not measured)
    discourse.note_item(named.item if named else None)
    is_money = cue.role == "value" and quantity.kind == "money"
    if is_money and is_cost_of_domestic(said.last, text, quantity.start, lead):
        return Subject(Topic("reception_domestic"))
    if named is None and (counted := changed_count(said.counted, said.last, cue, quantity)):
        return Subject(counted)
    if named is None and (bought := price_of_counted(said.last, lead, cue, quantity)):
        return Subject(bought)
    if (
        measured
        and named
        and (measured.key, named.topic.key) == _BOUGHT_KIND
        and _MORE_KINDS.match(text, quantity.whole)
    ):
        return Subject(named.topic)
    if measured:
        if named and (measured.key, named.topic.key) != _BOUGHT_KIND:
            discourse.speak_of(resume(discourse, named.topic))
        return Subject(measured)
    return subject_of(said, text[: quantity.start], lead, cue, named)


def is_of_other(said: SaidSoFar, text: str, lead: str, cue: Cue, quantity: Quantity) -> bool:
    """Whether an amount of a sentence is that of a total without something, or of what was counted right before it, or a count is that of a band of scores."""
    if quantity.kind == "count" and _BAND.search(text, 0, quantity.start):
        return True
    if quantity.kind != "money" or cue.role not in ("value", "budget"):
        return False
    is_counted = is_money_of_counted(said.last, said.discourse.roles, lead, quantity)
    return is_counted or is_rest(text[: quantity.start])


def is_of_lost(said: SaidSoFar, topic: Topic, lead: str, cue: Cue) -> bool:
    """Whether a number that names nothing itself says something of an amount before it, of which nothing is known."""
    discourse = said.discourse
    follows = discourse.lost and topic == discourse.topic
    if not follows or not (cue.role in _OF_AMOUNT or (cue.role == "value" and said.lost_budget)):
        return False
    return named_before(discourse, lead, cue, counted=False) is None


def topic_of_comparison(said: SaidSoFar, found: Comparison) -> Topic | None:
    """Tell what comparing words are about, and turn to it, unless it was only counted; None where nothing is spoken of."""
    discourse = said.discourse
    said.step_out(found.before)
    named = named_last(discourse, lead_of(without_list(f"{found.before}{_WITH}").removesuffix(_WITH)))
    if named is None and found.before.startswith(","):
        said.leave_list()
    discourse.note_item(named.item if named else None)
    is_open = said.has_money and not discourse.roles & {"change", "growth"}
    counted = None if named else compared_count(said.counted, said.last, is_open)
    topic = resume(discourse, named.topic) if named else counted or (None if discourse.lost else discourse.topic)
    if topic and not counted:
        discourse.speak_of(topic)
    return topic


def go_on_with(discourse: Discourse, topic: Topic, assertion: Assertion, lead: str) -> None:
    """Speak of what a number (lead: the words before it) asserts something of, if not its measure word alone names it, and of what it is compared with."""
    if not discourse.is_measured(topic):
        discourse.speak_of(topic, assertion.role if assertion.role in ("value", "prior") else "")
    named = base_of(lead, discourse.year, discourse.grammar)
    usual = "other_year" if named == "other_year" else discourse.grammar.usual_base
    discourse.base = base_set_by(assertion.role, assertion.base, lead, usual) or discourse.base


def turn_to_counted(discourse: Discourse, words: str) -> None:
    """Speak of what was bought so many times, whose amounts follow: 货物类采购项目 N 个，采购金额 X."""
    if named := named_last(discourse, words):
        discourse.speak_of(named.topic)
