"""Respectively: several subjects and several numbers in one go: 基本支出、项目支出分别为10万元、20万元.

Belongs here: which number of a 分别, or of a 各 that two numbers follow, belongs to which name.
Does not belong here: what name and number say (subjects, roles).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipelines.prose.quantities import Quantity
from pipelines.prose.roles import CLAUSE

_MARK = re.compile(r"分别|各(?=[是为]?\d|(?:增加|减少|增长|下降|上升|降低|提高)[了为]?\d)")
_EACH = "各"
_SIDES = re.compile(r"(?P<whose>.*?)收(?:入)?[、和与及]?支(?:出)?(?P<what>(?:决算|总体|总计|合计|总额)+)$")
"""Both sides in one name: 财政拨款收、支总计."""
_LAST = re.compile(r"以及|和|及|与")
_MEMBER = re.compile(r"[,;。:、]")
_SHARED = re.compile(r"(占|(比|较|与)(上年|20\d\d年|年初|全年)).*$")
_SMALL_FIRMS = re.compile(r"(?:授予|面向|给予)?(?:中小微?|小微)企业的?")
_NEXT = "、,和及与以"
"""Letters that lead from one number of a list to the next."""
_OWN_WORDS = 12
"""Letters allowed between two numbers of one 分别."""


class Listed(NamedTuple):
    """The name that a number belongs to, and words to read before it: that name and what all names share."""

    name: str
    words: str


NOBODY = Listed("", "")
"""Whose the amounts of a 分别 are that are not as many as its names."""


def respective(text: str, found: Sequence[Quantity], before: Sequence[str] = ()) -> dict[int, Listed]:
    """Assign the numbers of every 分别 to names: offset of a number's digits → its name.

    text: a normalised sentence; found: its quantities in order; before: names of the amounts of the sentence before. Amounts of a 分别 that
    are not as many as its names are of NOBODY.
    """
    owners: dict[int, Listed] = {}
    names: list[str] = []
    marks = list(_MARK.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        clause = CLAUSE.split(text[: mark.start()])[-1]
        all_of_it = list(_run(text, mark.start(), end, found))
        if not all_of_it or (mark[0] == _EACH and not _are_two(text, all_of_it)):
            continue
        runs = _of_one_kind(all_of_it)
        listed = _names_in(clause, len(runs[0]))
        said = names or _names_before(text[: mark.start()], found, len(runs[0])) or _names_of(before, len(runs[0]))
        names, shared = listed or (said, clause)
        shared += text[mark.end() : runs[0][0].start]
        for own in runs:
            if len(names) == len(own):
                owners |= dict(zip((q.start for q in own), _in_order(text, names, shared, own), strict=True))
            elif len(own) > 1 and mark[0] != _EACH and own[-1].kind in ("money", "percent"):
                owners |= {quantity.start: NOBODY for quantity in own}
    return owners


def _of_one_kind(own: Iterable[Quantity]) -> list[list[Quantity]]:
    """Part the numbers of a 分别 by kind: 分别减少 X、Y，下降 P%、Q%; a number without a unit is of the kind behind it, a 0 of the one before it."""
    runs: list[list[Quantity]] = []
    for quantity in own:
        if runs and (runs[-1][-1].kind in (quantity.kind, "bare") or quantity.text == "0"):
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
    return runs


def _names_of(before: Sequence[str], count: int) -> list[str]:
    """Return the names of the sentence before, without that of the whole they are parts of; none if they are not as many."""
    return list(before[-count:]) if len(before) - count in (0, 1) else []


def _are_two(text: str, own: Sequence[Quantity]) -> bool:
    """Whether just two numbers of one kind follow one another, one for each side: 各增加 X、Y; not 各增加 X、P%."""
    if len(own) != 2 or own[0].kind not in (own[1].kind, "bare"):
        return False
    return text[own[0].whole : own[1].start] in tuple(_NEXT)


def last_part(words: str) -> str:
    """Return the last member of a list: the words after the last punctuation mark."""
    return _MEMBER.split(words)[-1]


def _names_before(before: str, found: Sequence[Quantity], count: int) -> list[str]:
    """Return the names of the last numbers said before a 分别 that names nothing itself."""
    earlier = [q for q in found if q.start < len(before)]
    starts = [0, *(q.whole for q in earlier)]
    return (
        [last_part(before[start : q.start]) for start, q in zip(starts, earlier, strict=False)][-count:]
        if count
        else []
    )


def _names_in(clause: str, count: int) -> tuple[list[str], str] | None:
    """Return the names in the clause before a 分别, and what it says of all of them (占…的比重).

    None if the names are not as many as `count`. 和, 及 and 与 stand before the last name or within one: 公务用车购置及运行维护费.
    """
    if count == 2 and (sides := _SIDES.search(clause)):
        return [f"{sides['whose']}{side}{sides['what']}" for side in ("收入", "支出")], ""
    tail = _SHARED.search(clause)
    *others, last = (clause[: tail.start()] if tail else clause).split("、")
    for names in ([*others, last], *([*others, last[: m.start()], last[m.end() :]] for m in _LAST.finditer(last))):
        if 1 < len(names) == count and all(names):
            return _of_small_firms(names), tail[0] if tail else ""
    return None


def _of_small_firms(names: Sequence[str]) -> list[str]:
    """Return names of what was bought, each of small firms where the first one says so: 授予中小企业的货物、工程、服务."""
    given = _SMALL_FIRMS.match(names[0])
    return [f"{given[0]}{name}" if given and not name.startswith(given[0]) else name for name in names]


def _run(text: str, start: int, end: int, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the numbers of a 分别: the first one after it, and those that follow one another within a few words."""
    own = [q for q in found if start < q.start < end]
    yield from own[:1]
    for before, quantity in pairwise(own):
        between = text[before.whole : quantity.start]
        if len(between) > _OWN_WORDS or re.search(r"[;。]", between) or not between.startswith(tuple(_NEXT)):
            return
        yield quantity


def _in_order(text: str, names: Sequence[str], shared: str, own: Sequence[Quantity]) -> Iterator[Listed]:
    yield Listed(names[0], names[0] + shared)
    for name, (before, quantity) in zip(names[1:], pairwise(own), strict=True):
        between = text[before.whole : quantity.start]
        yield Listed(name, name + (between.lstrip(_NEXT) or shared))
