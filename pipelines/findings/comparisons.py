"""Comparisons: what a finding says that accuses no number: what stands against what, and by how much.

Belongs here: the clauses of sentences that set printed numbers beside one another. Does not belong here: suspects and what
should be printed (accusations), which findings accuse no number (localization.search, localization.standoff).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.findings.places import Place
from pipelines.vocabulary import YUAN_PER_UNIT, Bilingual

_OVER = {"B-04": ("超预算", "over budget by"), "B-05": ("超全年预算", "over the budget of the year by")}
"""Identity → what being above its limit is called; others: _ABOVE."""
_ABOVE = ("超出", "by")
_SHOWN = 3
_TWO = 2
_OWNER = re.compile(r".*(?:项目(?=$|“|绩效目标表)|自评表)")
"""What a number of a project is named by before it says which number of it; 项目支出 is no project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The two sides of a violated instance: amount ids, or a constant; what they come to, in 元 or as printed.

    reason: what the report gives as the reason, "" where it gives none; is_unexplained: it names no correction of a balance.
    """

    stated_ids: tuple[str, ...]
    expected_ids: tuple[str, ...]
    limit: Decimal | None
    stated: Decimal
    expected: Decimal
    reason: str
    is_unexplained: bool


def exceeding(identity_id: str, sides: Sides, places: Mapping[str, Place]) -> Bilingual:
    """Say what is above what and by how much, in Chinese and in English, with the reason the report gives."""
    above, below = _places(sides, places)
    if not above and len(below) == 1 and not sides.limit:
        return _below_zero(below[0])
    over, more = _OVER.get(identity_id, _ABOVE)
    by = amount(sides.stated - sides.expected, above or below)
    limit_zh, limit_en = (
        _beside(below[0], above[0])
        if len(above) == len(below) == 1
        else (_listed_zh(below, sides.limit), _listed_en(below, sides.limit))
    )
    zh = f"{_listed_zh(above, sides.limit)}，大于{limit_zh}，{over}{by}"
    en = f"{_listed_en(above, sides.limit)} is above {limit_en}, {more} {by}"
    if sides.reason:
        zh, en = f"{zh}，报告说明的原因：“{sides.reason}”", f"{en}; the report gives as the reason “{sides.reason}”"
    return zh, en


def _below_zero(one: Place) -> Bilingual:
    """Say that a number is below zero, which is nothing that a report prints."""
    return f"{one.at_zh} {one.worded('为')}，小于0", f"{one.printed_en} ({one.name}, {one.at_en}) is below zero"


def quotient(amounts: Sequence[Place], value: Decimal) -> Bilingual:
    """Say what a quotient is printed as and what its part and its whole give, in Chinese and in English."""
    stated, part, whole = amounts
    given = f"{value.quantize(Decimal(1).scaleb(-stated.decimals)):,}{stated.counted_in}"
    (part_zh, part_en), (whole_zh, whole_en) = (_beside(one, stated) for one in (part, whole))
    return (
        f"{stated.says_zh}，而按{part_zh}与{whole_zh}计算为{given}",
        f"{stated.says_en}, while {part_en} and {whole_en} give {given}",
    )


def _beside(one: Place, stated: Place) -> Bilingual:
    """Name a number that stands beside another one: without its page and its project where they are the same."""
    if one.at_zh != stated.at_zh:
        return f"{one.at_zh} {one.worded('的')}", f"{one.printed_en} ({one.name}, {one.at_en})"
    owner = _OWNER.match(stated.name)
    name = one.name.removeprefix(owner[0]) if owner else one.name
    return replace(one, name=name).worded("的"), name if one.is_quoted else f"{one.printed_en} ({name})"


def _within(own: Sequence[Place], other: Sequence[Place], sides: Sides) -> Bilingual:
    """Say what one report prints in two places of one thing."""
    by = amount(abs(sides.stated - sides.expected), [*own, *other])
    zh = f"{_all_zh(own, sides.stated, '印为')}，而{_all_zh(other, sides.expected, '为')}，差{by}；报告本身无法判断哪一个有误"
    en = (
        f"{_all_en(own, sides.stated)} is printed, while {_all_en(other, sides.expected)}; "
        f"the difference is {by}, and the report does not tell which of them is wrong"
    )
    return zh, en


def _all_zh(some: Sequence[Place], value: Decimal, verb: str) -> str:
    once = _once(some)
    listed = "、".join(f"{p.at_zh} {p.worded(verb) if count == 1 else p.name}" for p, count in once[:_SHOWN])
    more = f"等{len(some)}处" if len(once) > _SHOWN else ""
    return f"{listed}{more}{f'，算得{amount(value, some)}' if len(some) > 1 else ''}"


def _all_en(some: Sequence[Place], value: Decimal) -> str:
    once = _once(some)
    listed = ", ".join(
        f"{p.printed_en} ({p.name}, {p.at_en})" if count == 1 else f"{p.name} ({p.at_en})" for p, count in once[:_SHOWN]
    )
    more = f" and {len(some) - sum(count for _, count in once[:_SHOWN])} more" if len(once) > _SHOWN else ""
    give = "gives" if len(once) == 1 else "give"
    return f"{listed}{more}{f' {give} {amount(value, some)}' if len(some) > 1 else ''}"


def _once(some: Sequence[Place]) -> list[tuple[Place, int]]:
    """Return the places, those of one clause as the first of them, with how many they are: the clause is quoted once."""
    alike: dict[tuple[str, str], list[Place]] = {}
    for place in some:
        alike.setdefault((place.at_zh, _clause(place, some)), []).append(place)
    return [(_by_clause(group, some), len(group)) for group in alike.values()]


def _clause(place: Place, some: Sequence[Place]) -> str:
    """The clause of the prose that a number is quoted by, with its quotation marks; its name where that is no clause of several.

    A clause ends with one number: where two of one wording do, they are two clauses that say the same of two things.
    """
    _, mark, clause = place.name.partition("“")
    ending = [one for one in some if one.is_quoted and one.name.endswith(f"{mark}{clause}")]
    return f"{mark}{clause}" if mark and clause.endswith("”") and len(ending) < _TWO else place.name


def _by_clause(group: Sequence[Place], some: Sequence[Place]) -> Place:
    """The first of some places, without the name of one of them before the clause that all stand in."""
    names = {place.name for place in group}
    return group[0] if len(names) == 1 else replace(group[0], name=_clause(group[0], some))


def differing(sides: Sides, places: Mapping[str, Place], is_balanced: bool) -> Bilingual:
    """Say what two places, or reports, print of one thing and by how much that differs, in Chinese and in English; neither is accused."""
    own, other = _places(sides, places)
    if own and other and all(place.beside is None for place in (*own, *other)):
        return _within(own, other, sides)
    if sides.limit is not None and bool(own) != bool(other):
        return _off(own or other, sides)
    by = amount(abs(sides.stated - sides.expected), [*own, *other])
    every = (*own, *other)
    zh = f"{_printed_zh(own, sides.stated, every)}，{_printed_zh(other, sides.expected, every)}，差{by}"
    en = f"{_printed_en(own, sides.stated, every)}; {_printed_en(other, sides.expected, every)}; the difference is {by}"
    if sides.is_unexplained:
        zh, en = f"{zh}，未说明原因", f"{en}, for which no reason is given"
    reports = {place.source for place in every}
    if len(reports) == 1:
        return f"{zh}；报告本身无法判断哪一个有误", f"{en}; the report does not tell which of them is wrong"
    sound_zh, sound_en = ("", "") if not is_balanced else _sound(len(reports))
    return f"{zh}；{sound_zh}无法判断哪一个有误", f"{en}; {sound_en}nothing tells which of them is wrong"


def _off(some: Sequence[Place], sides: Sides) -> Bilingual:
    """Say what numbers come to that should come to a constant."""
    value, limit = (sides.stated, sides.expected) if sides.stated_ids else (sides.expected, sides.stated)
    by = amount(abs(value - limit), some)
    return (
        f"{_all_zh(some, value, '为')}，应为{amount(limit, some)}，差{by}",
        f"{_all_en(some, value)}; it should be {amount(limit, some)}, the difference is {by}",
    )


def amount(value: Decimal, fellows: Sequence[Place]) -> str:
    """Word an amount in 元 (or as printed, where it is no money) as its fellows are printed: counted in what, decimals."""
    counted_in, decimals = fellows[0].counted_in, max(place.decimals for place in fellows)
    scaled = value / YUAN_PER_UNIT.get(counted_in, Decimal(1))
    return f"{scaled.quantize(Decimal(1).scaleb(-decimals)):,}{counted_in}"


def _sound(reports: int) -> Bilingual:
    return ("两份报告各自平衡，" if reports == 2 else "各份报告各自平衡，"), "each report adds up in itself, and "


def _places(sides: Sides, places: Mapping[str, Place]) -> tuple[list[Place], list[Place]]:
    return [places[key] for key in sides.stated_ids], [places[key] for key in sides.expected_ids]


def _printed_zh(some: Sequence[Place], value: Decimal, every: Sequence[Place]) -> str:
    """Word the numbers of one side with their reports; several, then what they come to."""
    listed = "、".join(
        f"{p.source.year if p.source else ''}年 {p.worded('印为')}（{_full_zh(p, every)}）" for p in some[:_SHOWN]
    )
    more = f"等{len(some)}处" if len(some) > _SHOWN else ""
    return f"{listed}{more}{f'，合为{amount(value, some)}' if len(some) > 1 else ''}"


def _printed_en(some: Sequence[Place], value: Decimal, every: Sequence[Place]) -> str:
    listed = " and ".join(f"{p.name} is printed as {p.printed_en} ({_full_en(p, every)})" for p in some[:_SHOWN])
    more = f" and {len(some) - _SHOWN} more" if len(some) > _SHOWN else ""
    return f"{listed}{more}{f', together {amount(value, some)}' if len(some) > 1 else ''}"


def _full_zh(place: Place, every: Sequence[Place]) -> str:
    return _with_report(place, every).at_zh


def _full_en(place: Place, every: Sequence[Place]) -> str:
    return _with_report(place, every).at_en


def _with_report(place: Place, every: Sequence[Place]) -> Place:
    """Return a place that names its report: beside the explanation told with it, as the tables (报表), else by its year."""
    if place.beside or not place.source:
        return place
    explained = (one.source for one in every if one.source and one.source.explains(place.source))
    return replace(place, beside=next(explained, place.source))


def _listed_zh(some: Sequence[Place], limit: Decimal | None) -> str:
    listed = "与".join(f"{place.at_zh} {place.worded('的')}" for place in some)
    return f"{listed}之和" if len(some) > 1 else listed or f"{(limit or Decimal(0)).normalize():f}"


def _listed_en(some: Sequence[Place], limit: Decimal | None) -> str:
    listed = " and ".join(f"{place.printed_en} ({place.name}, {place.at_en})" for place in some)
    return f"the sum of {listed}" if len(some) > 1 else listed or f"{(limit or Decimal(0)).normalize():f}"
