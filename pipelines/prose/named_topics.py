"""Named topics: what a text of the prose names: subjects of wordings/subjects.csv, functional and economic items.

Belongs here: finding names in words, the last one of several. Does not belong here: which of them a number is about
(subjects), evaluated projects and their scores (projects), money by its year
(money_of_a_year), items by their section (section_items). Nothing here changes what is being spoken of (discourse).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.left_over import fund_left
from pipelines.prose.money_of_a_year import CURRENT, OF_A_YEAR, is_part, part_of_year
from pipelines.prose.named_items import Item, items
from pipelines.prose.section_items import ITEMISED, OFFICE_PART, ORDINAL, SPENT, Found, section_items
from pipelines.vocabulary import ProseWordings

_THING = re.compile(r"(费|(?<!拨)款|专项|项目|补贴|工程)$")
"""The end of the name of something that money is spent on."""
_PER_HEAD = re.compile(r"人均(?:费用?|支出)?")
"""What an expense comes to for each person, of which nothing says what for."""
_LABELS = ("label", "label2", "label3", "label4", "label5", "label6")
"""Groups of a pattern that name the topic, one in each of its ways."""


class Named(NamedTuple):
    """A topic named in a text, the offsets between which its name stands, and the functional item named last in that text."""

    topic: Topic
    start: int
    end: int
    item: Item | None


def named_last(discourse: Discourse, text: str, counted: bool = False) -> Named | None:
    """Return the topic (counted: one that can be counted) named last in a text, the longest of those."""
    own = [] if counted else list(items(text, discourse.names, discourse.item))
    narrowed = discourse.grammar.wordings.narrower_subjects(discourse.section)
    found = [
        *(
            one
            for one in _strong(discourse.grammar.wordings, discourse.section, text, counted)
            if narrowed.get(one.topic.key) != ""
        ),
        *(() if counted else section_items(discourse, text, own)),
    ]
    found = [
        one
        for one in found
        if not (
            _is_of_item(discourse, one, text, own)
            or _is_of_thing(discourse, one, text)
            or _is_mean(discourse, one, text)
            or _is_class(discourse, one)
        )
        and (one.topic.key != CURRENT or is_part(discourse.topic, text[: one.start]))
    ]
    if not found:
        return None
    # in a list of office expenses 会议费 is one of them, not all that meetings cost
    found = [one for one in found if one.topic.key == OFFICE_PART and one.start] or found
    end, start, topic = max(found, key=lambda one: (one[0], -one[1]))
    key = narrowed.get(topic.key, topic.key)
    if key in OF_A_YEAR:
        key = part_of_year(discourse.topic, key, text[:start])
    topic = fund_left(discourse.topic, replace(topic, key=key), text[start:end], text[:start])
    return Named(topic, start, end, own[-1] if own else None)


def _is_of_item(discourse: Discourse, found: Found, text: str, own: Sequence[Item]) -> bool:
    """Whether the words of a total say what is spent on the item spoken of or named before: …（项）。本年支出决算 X."""
    if discourse.section not in ITEMISED or found.topic.key != "expenditure_total":
        return False
    is_item = discourse.topic is not None and discourse.topic.key == "function"
    is_named = any(item.end <= found.start for item in own)
    return (is_item or is_named) and not re.search(r"[合总]", text[found.start : found.end])


def _is_class(discourse: Discourse, found: Found) -> bool:
    """Whether what is told as a project by a numbered point is a class of the functional classification: 1.教育支出 X."""
    name = found.topic.label
    return found.topic.key == "named_project" and any(discourse.names.knows(f"{name}{end}", 3) for end in ("", "支出"))


def _is_mean(discourse: Discourse, found: Found, text: str) -> bool:
    """Whether the words of a guest's mean (人均), behind another expense, are of that: 因公出国（境）费 X，人均 Y."""
    is_bare = found.topic.key == "reception" and bool(_PER_HEAD.fullmatch(text, found.start, found.end))
    return is_bare and discourse.topic is not None and not discourse.topic.key.startswith("reception")


def _is_of_thing(discourse: Discourse, found: Found, text: str) -> bool:
    """Whether the words of a total say, among items, what is spent on a thing named right before them: 城市建设款预算支出 X."""
    is_total = discourse.section in ITEMISED and found.topic.key in SPENT
    return is_total and bool(_THING.search(text[: found.start]))


@lru_cache(maxsize=5_000)
def _strong(wordings: ProseWordings, section: str, text: str, counted: bool) -> tuple[Found, ...]:
    """Find the subjects a text names; kept, as two thirds of the words before numbers are asked for again, in other reports too."""
    return tuple(
        Found(match.end(), match.start(), Topic(wording.key, _label(wording.key, match)))
        for wording in wordings.subjects("strong", section)
        if wording.counts or not counted
        for match in wording.pattern.finditer(text)
        if match[0]
    )


def item_behind(discourse: Discourse, text: str, after: int) -> Item | None:
    """Return the item a sentence names last, if that stands behind an offset."""
    found = list(items(text, discourse.names, discourse.item))
    return found[-1] if found and found[-1].end > after else None


def project_named(discourse: Discourse, text: str) -> str | None:
    """Return the name of the project that a text says an evaluation is about, the last one; None where it names none."""
    found = _strong(discourse.grammar.wordings, discourse.section, text, counted=False)
    named = [(one.end, one.topic.label) for one in found if one.topic.key == "project_money"]
    return max(named)[1] if named else None


def _label(key: str, match: re.Match[str]) -> str:
    """Return the label of a topic: the part of its pattern that names it."""
    groups = match.groupdict()
    label = next((groups[name] for name in _LABELS if groups.get(name)), None)
    if key == "project_money" and label:
        return ORDINAL.sub("", label)
    return label or (match[0] if key == "cars_kind" else "")
