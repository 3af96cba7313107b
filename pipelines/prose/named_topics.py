"""Named topics: what a text of the prose names: subjects of wordings/subjects.csv, functional and economic items.

Belongs here: finding names in words, the last one of several. Does not belong here: which of them a number is about
(subjects), evaluated projects and their scores (projects), money by its year
(money_of_a_year). Nothing here changes what is being spoken of (discourse).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipelines.prose.discourse import Discourse, Topic
from pipelines.prose.item_names import ItemNames
from pipelines.prose.left_over import fund_left
from pipelines.prose.money_of_a_year import CURRENT, OF_A_YEAR, is_part, part_of_year
from pipelines.prose.named_items import (
    Item,
    bare_class,
    bare_item,
    classes,
    economic,
    economic_by_code,
    items,
    part_of,
    point_item,
)

ITEMISED = ("general_budget", "general_items", "government_fund", "state_capital")
"""Sections that speak of functional items one by one, under headings that may be nothing but a name."""
_WITH_CLASSES = ("overall", "expenditure", "fiscal_overall", "general_budget", "general_structure")
_WITH_ITEMS = ("general_items", "government_fund", "state_capital")
"""Sections of items, in which a class is named too; among longer names only one that no other word goes on into is a class."""
_WITH_BARE = ("general_budget", "general_items")
"""Sections of budgets in which an item's bare name begins a sentence."""
_WITH_ECONOMIC = ("overall", "expenditure", "fiscal_overall", "general_budget", "general_items")
"""Sections in which budgets tell by economic items what their basic expenditure and projects are (Guangxi, Yunnan, Jiangxi)."""
_OF_ALL_FUNDS = ("expenditure",)
"""Sections in which final accounts tell by economic classes what they spent of all their funds, which no form holds."""
_CLAUSE_END = re.compile(r"[,;。]")
_BY_FUNCTION = "功能分类"
"""Words before a list of classes by their names without 支出."""
_LOTTERY = re.compile(r"用于[^,;。]+的彩票公益金支出")
"""An item whose own name begins as a purpose does; no other words are like it, so that it needs no 项 behind it."""
_CLASS = 3
"""Digits of the code of a class, functional or economic; of an economic one below it names are of functional items too (住房公积金)."""
_KINDS = ("basic", "project", "remitted", "business_expenditure", "subsidy")
"""Kinds of spending that together are its total."""
_SPENT = ("expenditure_total", "expenditure_grand_total")
_PARTS = "其中"
"""Behind the expenditure of a budget it begins a list of classes: 支出预算 X，其中，一般公共服务 Y，社会保障和就业 Z."""
_THING = re.compile(r"(费|(?<!拨)款|专项|项目|补贴|工程)$")
"""The end of the name of something that money is spent on."""
_PER_HEAD = re.compile(r"人均(?:费用?|支出)?")
"""What an expense comes to for each person, of which nothing says what for."""
_LABELS = ("label", "label2", "label3", "label4", "label5", "label6")
"""Groups of a pattern that name the topic, one in each of its ways."""
_OTHER = "229"
"""Code of the class 其他支出; behind other kinds of spending its name is that of the rest of the kinds."""
_ORDINAL = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]+|其中(?=..))+")
"""The number of a point, and 其中, which are no part of a project's name."""


class Named(NamedTuple):
    """A topic named in a text, the offsets between which its name stands, and the functional item named last in that text."""

    topic: Topic
    start: int
    end: int
    item: Item | None


class _Found(NamedTuple):
    """A topic found in a text, by its place."""

    end: int
    start: int
    topic: Topic


def named_last(discourse: Discourse, text: str, counted: bool = False) -> Named | None:
    """Return the topic (counted: one that can be counted) named last in a text, the longest of those."""
    own = [] if counted else list(items(text, discourse.names, discourse.item))
    narrowed = discourse.grammar.wordings.narrower_subjects(discourse.section)
    found = [
        *(one for one in _strong(discourse, text, counted) if narrowed.get(one.topic.key) != ""),
        *(() if counted else _items(discourse, text, own)),
    ]
    found = [
        one
        for one in found
        if not (
            _is_of_item(discourse, one, text, own)
            or _is_of_thing(discourse, one, text)
            or _is_mean(discourse, one, text)
        )
        and (one.topic.key != CURRENT or is_part(discourse.topic, text[: one.start]))
    ]
    if not found:
        return None
    end, start, topic = max(found, key=lambda one: (one[0], -one[1]))
    key = narrowed.get(topic.key, topic.key)
    if key in OF_A_YEAR:
        key = part_of_year(discourse.topic, key, text[:start])
    topic = fund_left(discourse.topic, replace(topic, key=key), text[start:end], text[:start])
    return Named(topic, start, end, own[-1] if own else None)


def _is_of_item(discourse: Discourse, found: _Found, text: str, own: Sequence[Item]) -> bool:
    """Whether the words of a total say what is spent on the item spoken of or named before: …（项）。本年支出决算 X."""
    if discourse.section not in ITEMISED or found.topic.key != "expenditure_total":
        return False
    is_item = discourse.topic is not None and discourse.topic.key == "function"
    is_named = any(item.end <= found.start for item in own)
    return (is_item or is_named) and not re.search(r"[合总]", text[found.start : found.end])


def _is_mean(discourse: Discourse, found: _Found, text: str) -> bool:
    """Whether the words of a guest's mean (人均), behind another expense, are of that: 因公出国（境）费 X，人均 Y."""
    is_bare = found.topic.key == "reception" and bool(_PER_HEAD.fullmatch(text, found.start, found.end))
    return is_bare and discourse.topic is not None and not discourse.topic.key.startswith("reception")


def _is_of_thing(discourse: Discourse, found: _Found, text: str) -> bool:
    """Whether the words of a total say, among items, what is spent on a thing named right before them: 城市建设款预算支出 X."""
    is_total = discourse.section in ITEMISED and found.topic.key in _SPENT
    return is_total and bool(_THING.search(text[: found.start]))


def _strong(discourse: Discourse, text: str, counted: bool) -> Iterator[_Found]:
    for wording in discourse.subjects("strong"):
        if wording.counts or not counted:
            for match in wording.pattern.finditer(text):
                if match[0]:
                    yield _Found(match.end(), match.start(), Topic(wording.key, _label(wording.key, match)))


def _items(discourse: Discourse, text: str, own: list[Item]) -> Iterator[_Found]:
    """Yield functional and economic items of a text: its own, classes, a part of the item being spoken of."""
    section, topic = discourse.section, discourse.topic
    for item in (*own, *_classes(discourse, text)):
        named = Topic("function", item.label, item.code, lasting=True)
        is_kind = topic is not None and topic.key in _KINDS and item.code == _OTHER
        yield _Found(item.end, item.start, Topic("other_kinds") if is_kind else named)
    if section in ITEMISED and (point := point_item(text, discourse.names)):
        yield _Found(point.end, point.start, Topic("function", point.label, point.code, lasting=True))
    if _LOTTERY.fullmatch(text) and (bare := bare_item(text, discourse.names)):
        yield _Found(bare.end, bare.start, Topic("function", bare.label, bare.code))
    if discourse.grammar.names_bare and section in _WITH_BARE and (bare := bare_item(text, discourse.names)):
        yield _Found(bare.end, bare.start, Topic("function", bare.label, bare.code))
    if topic and topic.key == "function" and (part := part_of(text, discourse.names, topic.code)):
        yield _Found(part.end, part.start, Topic("function", part.label, part.code))
    if section == "economic_items":
        for item in economic_by_code(text):
            yield _Found(item.end, item.start, Topic("economic", item.label, item.code))
    by_class = section in (_WITH_ECONOMIC if discourse.grammar.names_bare else _OF_ALL_FUNDS)
    if section == "basic" or by_class:
        for item in economic(text, discourse.names):
            if _is_but_listed(text, item) or (by_class and len(item.code or "") > _CLASS):
                continue
            yield _Found(item.end, item.start, Topic("economic", item.label, item.code))


def _is_but_listed(text: str, item: Item) -> bool:
    """Whether the clause of an economic item lists several and ends before the number: 基本支出 X，包括工资福利支出、商品和服务支出，比上年增加 Y."""
    end = _CLAUSE_END.search(text, item.end)
    return end is not None and "、" in _CLAUSE_END.split(text[: end.start()])[-1]


def _classes(discourse: Discourse, text: str) -> Iterator[Item]:
    """Yield the classes of a text; among items only one that begins a point: 小学教育支出 holds 教育支出."""
    if discourse.section in _WITH_CLASSES:
        yield from (item for item in classes(text, discourse.names) if not _ends_item(text, item, discourse.names))
        topic = discourse.topic
        is_listed = topic is not None and topic.key == "function" and len(topic.code or "") == _CLASS
        is_first = topic is not None and topic.key in _SPENT and _PARTS in text and discourse.grammar.names_bare
        if (is_listed or is_first or _BY_FUNCTION in text) and (bare := bare_class(text, discourse.names)):
            yield bare
    elif discourse.section in _WITH_ITEMS:
        yield from (
            item
            for item in classes(text, discourse.names)
            if not re.match(r"[一-龥]", text[item.start - 1 : item.start])
        )


def _ends_item(text: str, found: Item, names: ItemNames) -> bool:
    """Whether a class is but the end of an item's bare name: 小学教育支出 X is not 教育支出."""
    whole = re.search(r"[一-龥、]+$", text[: found.end])
    name = _ORDINAL.sub("", whole[0]) if whole else ""
    return (
        found.end == len(text)
        and name.endswith(text[found.start : found.end])
        and names.knows(name, 7)
        and not names.knows(name, 3)
    )


def item_behind(discourse: Discourse, text: str, after: int) -> Item | None:
    """Return the item a sentence names last, if that stands behind an offset."""
    found = list(items(text, discourse.names, discourse.item))
    return found[-1] if found and found[-1].end > after else None


def project_named(discourse: Discourse, text: str) -> str | None:
    """Return the name of the project that a text says an evaluation is about, the last one; None where it names none."""
    named = [
        (match.end(), _label(wording.key, match))
        for wording in discourse.subjects("strong")
        if wording.key == "project_money"
        for match in wording.pattern.finditer(text)
    ]
    return max(named)[1] if named else None


def _label(key: str, match: re.Match[str]) -> str:
    """Return the label of a topic: the part of its pattern that names it."""
    groups = match.groupdict()
    label = next((groups[name] for name in _LABELS if groups.get(name)), None)
    if key == "project_money" and label:
        return _ORDINAL.sub("", label)
    return label or (match[0] if key == "cars_kind" else "")
