"""Section items: the functional and economic items that a text names, by what its section tells item by item.

Belongs here: which sections name items with their codes, classes by their names, bare names, economic items.
Does not belong here: the ways an item is written (named_items, economic_items), which of several topics is meant (named_topics).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.prose.discourse import TOGETHER, Discourse, Topic
from pipelines.prose.economic_items import economic, economic_by_code
from pipelines.prose.item_names import ItemNames
from pipelines.prose.named_items import Item, bare_class, bare_item, classes, part_of, point_item

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
_OFFICE, OFFICE_PART = "running_costs", "running_costs_part"
_GOODS = ("302", "502")
"""Codes of the classes of goods and services (商品和服务支出)."""
_LISTS = re.compile(r"[,;:、和及]?(?:其中:?,?|(?:主要)?包括:?)?")
"""What may stand before the name of an expense in a list."""
_LINKS = re.compile(r"(?:支出|费用)?(?:决算|预算)?数?[为是]?")
"""What may stand between such a name and its amount."""
_CLAUSE_END = re.compile(r"[,;。]")
_BY_FUNCTION = "功能分类"
"""Words before a list of classes by their names without 支出."""
_LOTTERY = re.compile(r"用于[^,;。]+的彩票公益金支出")
"""An item whose own name begins as a purpose does; no other words are like it, so that it needs no 项 behind it."""
_CLASS = 3
"""Digits of the code of a class, functional or economic; of an economic one below it names are of functional items too (住房公积金)."""
_PARTS = "其中"
"""Behind the expenditure of a budget it begins a list of classes: 支出预算 X，其中，一般公共服务 Y，社会保障和就业 Z."""
_OTHER = "229"
"""Code of the class 其他支出; behind other kinds of spending, also those nobody knows (管理费用), its name is that of the rest of the kinds."""
_KINDS = ("basic", "project", "remitted", "business_expenditure", "subsidy")
"""Kinds of spending that together are its total."""
SPENT = ("expenditure_total", "expenditure_grand_total")
ORDINAL = re.compile(r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]+|其中(?=..))+")
"""The number of a point, and 其中, which are no part of a project's name."""


class Found(NamedTuple):
    """A topic found in a text, by its place."""

    end: int
    start: int
    topic: Topic


def section_items(discourse: Discourse, text: str, own: list[Item]) -> Iterator[Found]:
    """Yield functional and economic items of a text: its own, classes, a part of the item being spoken of."""
    section, topic = discourse.section, discourse.topic
    for item in (*own, *_classes(discourse, text)):
        named = Topic("function", item.label, item.code, lasting=True)
        is_kind = item.code == _OTHER and (discourse.lost or (topic is not None and topic.key in _KINDS))
        yield Found(item.end, item.start, Topic(TOGETHER, lasting=item.is_joint) if is_kind or item.is_joint else named)
    if section in ITEMISED and (point := point_item(text, discourse.names)):
        yield Found(point.end, point.start, Topic("function", point.label, point.code, lasting=True))
    if _LOTTERY.fullmatch(text) and (bare := bare_item(text, discourse.names)):
        yield Found(bare.end, bare.start, Topic("function", bare.label, bare.code))
    if discourse.grammar.names_bare and section in _WITH_BARE and (bare := bare_item(text, discourse.names)):
        yield Found(bare.end, bare.start, Topic("function", bare.label, bare.code))
    if topic and topic.key == "function" and (part := part_of(text, discourse.names, topic.code)):
        yield Found(part.end, part.start, Topic("function", part.label, part.code))
    yield from _office_expenses(discourse, text)
    if section == "economic_items":
        for item in economic_by_code(text):
            yield Found(item.end, item.start, Topic("economic", item.label, item.code))
    by_class = section in (_WITH_ECONOMIC if discourse.grammar.names_bare else _OF_ALL_FUNDS)
    if section == "basic" or by_class:
        for item in economic(text, discourse.names):
            if _is_but_listed(text, item) or (by_class and len(item.code or "") > _CLASS):
                continue
            yield Found(item.end, item.start, Topic("economic", item.label, item.code))


def _office_expenses(discourse: Discourse, text: str) -> Iterator[Found]:
    """Yield the expense that a text is but the name of, behind 机关运行经费 or another of its expenses: 其中:办公费 X，印刷费 Y."""
    if discourse.topic is None or discourse.topic.key not in (_OFFICE, OFFICE_PART):
        return
    for item in economic(text, discourse.names):
        is_goods = item.code is None or item.code.startswith(_GOODS)
        if is_goods and _LISTS.fullmatch(text, 0, item.start) and _LINKS.fullmatch(text, item.end):
            yield Found(item.end, item.start, Topic(OFFICE_PART, item.label, item.code))


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
        is_first = topic is not None and topic.key in SPENT and _PARTS in text and discourse.grammar.names_bare
        if (is_listed or is_first or _BY_FUNCTION in text) and (bare := bare_class(text, discourse.names)):
            yield bare
        yield from _class_of_point(discourse, text)
    elif discourse.section in _WITH_ITEMS:
        yield from (
            item
            for item in classes(text, discourse.names)
            if not re.match(r"[一-龥]", text[item.start - 1 : item.start])
        )


def _class_of_point(discourse: Discourse, text: str) -> Iterator[Item]:
    """Yield the class that a numbered point of a budget is but the bare name of: 1.一般公共服务 X."""
    number = ORDINAL.match(text) if discourse.grammar.names_bare and discourse.section == "expenditure" else None
    if number and (bare := bare_class(text[number.end() :], discourse.names)) and not bare.start:
        yield Item(start=number.end(), end=len(text), label=bare.label, code=bare.code)


def _ends_item(text: str, found: Item, names: ItemNames) -> bool:
    """Whether a class is but the end of an item's bare name: 小学教育支出 X is not 教育支出."""
    whole = re.search(r"[一-龥、]+$", text[: found.end])
    name = ORDINAL.sub("", whole[0]) if whole else ""
    return (
        found.end == len(text)
        and name.endswith(text[found.start : found.end])
        and names.knows(name, 7)
        and not names.knows(name, 3)
    )
