"""Respective: several subjects and several numbers in one go: 基本支出、项目支出分别为10万元、20万元.

Belongs here: which number of a 分别 belongs to which name. Does not belong here: what name and number say (topics, cues).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipelines.quantities import Quantity

_MARK = "分别"
_CLAUSE = re.compile(r"[,;。:]")
_LAST = re.compile(r"以及|和|及|与")
_NEXT = re.compile(r"^[、,和及与以]*")
_OWN_WORDS = 12
"""Letters allowed between two numbers of one 分别."""


class Told(NamedTuple):
    """Which of the names a number belongs to, and the words that stand for those before it: its name and what all share."""

    name: str
    words: str


def respective(text: str, found: Sequence[Quantity]) -> dict[int, Told]:
    """Offset of a number's digits → what it belongs to, for the numbers of every 分别.

    text: a normalised sentence; found: its quantities in order. A 分别 with other than as many numbers as names is
    left out, and so are its numbers.
    """
    told: dict[int, Told] = {}
    clause = ""
    at = text.find(_MARK)
    while at >= 0:
        after = text.find(_MARK, at + 1)
        clause = _CLAUSE.split(text[:at])[-1] or clause
        own = list(_run(text, at, after if after >= 0 else len(text), found))
        if names := _names(clause, len(own)):
            shared = text[at + len(_MARK) : own[0].start]
            told |= dict(zip((q.start for q in own), _told(text, names, shared, own), strict=True))
        at = after
    return told


def _names(clause: str, count: int) -> list[str]:
    """The names listed in the clause before a 分别 (where that is empty, in the one before it); none if not as many.

    和, 及 and 与 stand before the last name or within one: 公务用车购置及运行维护费.
    """
    names = clause.split("、")
    if len(names) + 1 == count:
        *others, last = names
        pair = next(((last[: m.start()], last[m.end() :]) for m in reversed(list(_LAST.finditer(last)))), None)
        names = [*others, *pair] if pair else names
    return names if count > 1 and len(names) == count and all(names) else []


def _run(text: str, start: int, end: int, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers of a 分别: the first one after it, and those that follow one another by a few words of one clause."""
    own = [q for q in found if start < q.start < end]
    yield from own[:1]
    for before, quantity in pairwise(own):
        between = text[before.whole : quantity.start]
        if len(between) > _OWN_WORDS or re.search(r"[;。]", between) or _NEXT.match(between).end() == 0:
            return
        yield quantity


def _told(text: str, names: Sequence[str], shared: str, own: Sequence[Quantity]) -> Iterator[Told]:
    yield Told(names[0], names[0] + shared)
    for name, (before, quantity) in zip(names[1:], pairwise(own), strict=True):
        between = text[before.whole : quantity.start]
        yield Told(name, name + (between[_NEXT.match(between).end() :] or shared))
