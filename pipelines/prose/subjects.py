"""Topics: what a number of the prose is about: the topic named last before it, or the one being spoken of.

Belongs here: finding topics (subjects of wordings/subjects.csv, functional and economic items) in the words around a
number, and what is being spoken of from sentence to sentence.
Does not belong here: the role of the number (roles), putting a claim together (claims).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipelines.prose.named_items import Item, Names, classes, economic, items, part_of
from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import CLAUSE, NAMED_BY_CUE, Cue, plain, unglued
from pipelines.vocabulary import prose_wordings

_BETWEEN = 14
"""Unknown letters allowed between a topic and its number within one clause; the claim then carries a doubt."""
_PARTS = ("basic", "project", "personnel", "public")
_GRAND = {"expenditure_grand_total": "grand_total", "fiscal_expenditure": "fiscal_grand_total"}
_WITH_CLASSES = ("overall", "expenditure", "fiscal_overall", "general_budget", "general_structure")


@dataclass(frozen=True, slots=True)
class Topic:
    """What is being spoken of: subject key, label, code; lasting: set by a heading or an item, it goes over paragraphs."""

    key: str
    label: str = ""
    code: str | None = None
    lasting: bool = False


class Spoken(NamedTuple):
    """A topic with the number of its statement and the roles said in it."""

    topic: Topic | None
    statement: int
    roles: set[str]


@dataclass(slots=True, kw_only=True)
class Speech:
    """What has been said so far. statement numbers what is said of one topic in one go, statements are all so far.

    roles are those said in the statement.
    """

    names: Names
    year: int | None
    section: str = ""
    topic: Topic | None = None
    item: str | None = None
    base: str = ""
    heading: str = ""
    statement: int = 0
    statements: int = 0
    roles: set[str] = field(default_factory=set)

    def turn_to(self, section: str) -> None:
        """Begin a section: its own topic, nothing compared yet."""
        default = prose_wordings.default_subject(section)
        self.section, self.topic = section, Topic(default, lasting=True) if default else None
        self.base, self.item = "", None
        self._state()

    def begin_paragraph(self) -> None:
        """Forget a topic that no heading set."""
        if self.topic and not self.topic.lasting:
            self.topic, self.base = None, ""

    def speak_of(self, topic: Topic, role: str = "") -> None:
        """Go on with a topic; a new statement where it is another one or has already said this role."""
        if topic != self.topic or role in self.roles:
            self._state()
        self.topic = topic

    def begin_budget(self) -> None:
        """Begin a statement with a budget where the amount was already said: what follows says it again, beside the budget."""
        if "value" in self.roles:
            self._state()

    def _state(self) -> None:
        """Begin a statement."""
        self.statements += 1
        self.statement, self.roles = self.statements, set()

    def spoken(self) -> Spoken:
        """What is being spoken of, to come back to."""
        return Spoken(self.topic, self.statement, self.roles)

    def come_back(self, to: Spoken) -> None:
        """Speak again of what was spoken of before, as if nothing had been said between."""
        self.topic, self.statement, self.roles = to


def topic_of(
    speech: Speech, text: str, lead: str, cue: Cue, quantity: Quantity, goes_on: bool
) -> tuple[Topic | None, str]:
    """The topic of a number, and a doubt where unknown words stand between.

    text: the sentence; goes_on: something was already said in it, so that only the last clause must be free of
    unknown words for the topic to be taken over.
    """
    before = plain(lead[: cue.start])
    told = plain(lead) if cue.role in NAMED_BY_CUE else before
    if cue.role == "count" and (measured := measured_topic(speech.section, text, quantity)):
        if named := named_last(speech, told):
            speech.speak_of(continued(speech, named.topic))
        return measured, ""
    if following := _following(speech.section, text, quantity):
        return following, ""
    if named := named_last(speech, told, counted=cue.role == "count"):
        if taken := _scored(speech, named.topic):
            return taken, ""
        topic = continued(speech, _of_both(named.topic, lead[cue.start :]))
        between = told[named.end :]
        if not unglued(between):
            return topic, ""
        if len(between) <= _BETWEEN and not re.search(r"[,;。]", between) and cue.role != "share":
            return topic, f"words between subject and number: {unglued(between)}"
    own = re.sub(r"[比较与]$", "", CLAUSE.split(before)[-1] if goes_on else before)
    if speech.topic and not unglued(own) and _can_follow(speech, speech.topic, cue.role):
        turned = _turned(speech.topic, own)
        return _of_both(turned, lead[: cue.start]) if turned else None, ""
    return _weak(speech.section, text[: quantity.start]), ""


def _turned(topic: Topic, own: str) -> Topic | None:
    """What is spoken of, or its other side where the words say so: 收入 X，支出 Y."""
    for word, other in prose_wordings.opposites(topic.key).items():
        if word in own:
            return Topic(other) if other else None
    return topic


def _can_follow(speech: Speech, topic: Topic, role: str) -> bool:
    """Whether a number may be about what is spoken of without naming it: a share needs an amount, a count what counts."""
    if role == "share":
        return bool(speech.roles & {"value", "count", "prior"})
    if role == "count":
        strengths = ("strong", "after", "measure")
        return any(
            w.counts and w.key == topic.key for s in strengths for w in prose_wordings.subjects(s, speech.section)
        )
    return True


class Named(NamedTuple):
    """A topic named in a text, and the offsets between which its name stands."""

    topic: Topic
    start: int
    end: int


def named_last(speech: Speech, told: str, counted: bool = False) -> Named | None:
    """The topic (of a count: one that can be counted) named last in a text, the longest of those."""
    found = [
        (m.end(), m.start(), Topic(w.key, _label(w.key, m)))
        for w in prose_wordings.subjects("strong", speech.section)
        if w.counts or not counted
        for m in w.pattern.finditer(told)
        if m[0]
    ]
    if not counted:
        found += [(i.end, i.start, Topic("function", i.label, i.code, True)) for i in _items(speech, told)]
        if speech.topic and speech.topic.key == "function" and (part := part_of(told, speech.names, speech.topic.code)):
            found.append((part.end, part.start, Topic("function", part.label, part.code)))
        if speech.section == "basic":
            found += [(i.end, i.start, Topic("economic", i.label, i.code)) for i in economic(told, speech.year)]
    if not found:
        return None
    end, start, topic = max(found, key=lambda f: (f[0], -f[1]))
    key = prose_wordings.narrowed(speech.section).get(topic.key, topic.key)
    return Named(replace(topic, key=key), start, end)


def continued(speech: Speech, topic: Topic) -> Topic:
    """The topic being spoken of where it is the one named again; parts named under an item are the item's parts."""
    current = speech.topic
    if current and (current.key, current.label, current.code) == (topic.key, topic.label, topic.code):
        return current
    if current and current.key == "function" and topic.key in _PARTS and speech.section == "general_items":
        return replace(topic, label=current.label, code=current.code)
    return topic


def item_named(speech: Speech, text: str, after: int) -> bool:
    """Note an item a sentence names behind an offset as what is spoken of from now on."""
    found: Sequence[Item] = list(items(text, speech.names, speech.item))
    if not found or found[-1].end <= after:
        return False
    speech.speak_of(Topic("function", found[-1].label, found[-1].code, True))
    speech.item = found[-1].code
    return True


def measured_topic(section: str, text: str, quantity: Quantity) -> Topic | None:
    """A topic told by the measure word and the words before it: 接待 … 批次."""
    said = re.sub(r"\((?!境\))[^()]*\)", "", text[max(0, quantity.start - 80) : quantity.start])
    found = prose_wordings.first(
        prose_wordings.subjects("measure", section), re.sub(r"\d[\d,.]*", "#", said) + "#" + quantity.unit
    )
    return Topic(found[0].key) if found else None


def is_measured(section: str, topic: Topic) -> bool:
    """Whether a topic is told by its measure word alone: it passes by, what was spoken of stays."""
    return any(w.key == topic.key for w in prose_wordings.subjects("measure", section))


def _items(speech: Speech, told: str) -> Iterator[Item]:
    found = list(items(told, speech.names, speech.item))
    if found:
        speech.item = found[-1].code
    yield from found
    if speech.section in _WITH_CLASSES:
        yield from classes(told, speech.names)


def _following(section: str, text: str, quantity: Quantity) -> Topic | None:
    """A topic named after the number: 1个行政单位."""
    if quantity.kind != "count" or quantity.unit != "个":
        return None
    rest = text[quantity.whole : quantity.whole + 30]
    for wording in prose_wordings.subjects("after", section):
        if match := wording.pattern.match(rest):
            return Topic(wording.key, match.groupdict().get("label") or "")
    return None


def _scored(speech: Speech, topic: Topic) -> Topic | None:
    """The part of an evaluation a score belongs to: the one being spoken of, or the one the heading names."""
    if topic.key == "score" and speech.topic and speech.topic.key == "score_part":
        return speech.topic
    return Topic("score_part", speech.heading) if topic.key == "score_part" else None


def _of_both(topic: Topic, words: str) -> Topic:
    """收入总计 X，支出总计 X，各增加 Y: what is said of each is said of the grand total."""
    return Topic(_GRAND[topic.key]) if topic.key in _GRAND and words.endswith("各") else topic


def _weak(section: str, before: str) -> Topic | None:
    """A topic that only its own words name: 合同总额."""
    clause = CLAUSE.split(before.rstrip(",:;"))[-1]
    for wording in prose_wordings.subjects("weak", section):
        if (match := wording.pattern.search(clause)) and match.end() == len(clause):
            return Topic(wording.key, re.sub(r"(为|是|达到?|约|共)+$", "", clause))
    return None


def _label(key: str, match: re.Match[str]) -> str:
    """The label of a topic: the part of its pattern that names it."""
    groups = match.groupdict()
    return (
        groups.get("label") or groups.get("label2") or groups.get("label3") or (match[0] if key == "cars_kind" else "")
    )
