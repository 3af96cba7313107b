"""Text slips: what clerks do to the sentences of a report: turn a word, leave a sentence of another report, drop a part, miscount.

Belongs here: drawing such slips in the prose of a report. Does not belong here: the places typed (retyping), slips of forms (row_slips).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import groupby
from random import Random
from typing import NamedTuple

from pipelines.prose.claims import Claim, TextSpan
from pipelines.reading.readings import Reading
from tests.support.faults.retyping import Slip, Typed, in_text

_MONEY = ("元", "万元", "亿元")
_TURNED = {
    "增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长", "大于": "小于", "小于": "大于", "高于": "低于", "低于": "高于", "持平": "增加",
}  # fmt: skip
_WAY = re.compile("|".join(_TURNED))


def _claims(reading: Reading) -> list[Claim]:
    return [c for c in reading.prose.claims if c.span and c.number and not c.doubts]


def _span(claim: Claim) -> TextSpan:
    """Where a claim stands; raises ValueError for one of no running text, which _claims leaves out."""
    if claim.span is None:
        raise ValueError(claim.text)
    return claim.span


class Told(NamedTuple):
    """A sentence: its text, where it begins, its claims."""

    text: str
    start: int
    claims: list[Claim]


def _by_sentence(reading: Reading) -> Iterator[Told]:
    """What is told, sentence by sentence."""
    sentences = reading.prose.text.sentences
    for number, claims in groupby(_claims(reading), key=lambda c: c.span.sentence if c.span else -1):
        yield Told(sentences[number].text, sentences[number].start, list(claims))


def _number(reading: Reading, claim: Claim, new: str) -> tuple[Typed, ...]:
    """The number of a claim typed otherwise."""
    at = _span(claim)
    match = re.search(r"-?\d[\d,]*(?:\.\d+)?", claim.text)
    if not match:
        return ()
    text = reading.prose.text
    if match[0] not in text.text[at.start : at.end]:
        return ()
    first = text.text.index(match[0], at.start)
    found = in_text(text, first, first + len(match[0]), new)
    return tuple(
        Typed(page=t.page, box=t.box, new=t.new, is_cell=False, old=match[0], counted_in=claim.counted_in)
        for t in found[:1]
    ) if len(found) == 1 else ()  # fmt: skip


def _shown(claim: Claim) -> str:
    return re.sub(r"[^-\d.,]", "", claim.text)


def _places(claims: Sequence[Claim]) -> tuple[tuple[int, tuple], ...]:
    return tuple((c.page, c.box) for c in claims)


def turned(reading: Reading, random: Random) -> Iterator[Slip]:
    """A word of direction that says the opposite."""
    for text, start, claims in _by_sentence(reading):
        for match in _WAY.finditer(text):
            near = [
                c for c in claims if c.role in ("change", "growth", "difference", "points") and c.direction
                and c.span and abs(c.span.start - start - match.end()) < 12
            ]  # fmt: skip
            if near or (match[0] == "持平" and claims):
                typed = in_text(reading.prose.text, start + match.start(), start + match.end(), _TURNED[match[0]])
                yield Slip(kind="07 direction turned", typed=typed, wrong=_places(near), told=f"{match[0]}: {text}")


def unit_word(reading: Reading, random: Random) -> Iterator[Slip]:
    """万元 in a sentence where 元 is meant, and the other way about."""
    running = reading.prose.text
    for text, _, claims in _by_sentence(reading):
        for claim in claims:
            at = _span(claim)
            word = re.match(r".*?\d(万元|元)", running.text[at.start : at.end + 3])
            if word and claim.number and claim.number.value:
                new = "元" if word[1] == "万元" else "万元"
                typed = in_text(running, at.start + word.start(1), at.start + word.end(1), new)
                if len(typed) == 1:
                    told = f"{_shown(claim)}{word[1]} → {new}: {text}"
                    yield Slip(kind="05b unit in prose", typed=typed, wrong=_places([claim]), told=told)


def rates(reading: Reading, random: Random) -> Iterator[Slip]:
    """A growth from this year's value, one cut off instead of rounded up, one in percentage points."""
    running = reading.prose.text
    for text, _, claims in _by_sentence(reading):
        for rate in claims:
            if rate.role != "growth" or not rate.number or not rate.number.value:
                continue
            same = [c for c in claims if c.statement == rate.statement or c.subject == rate.subject]
            value = next((c for c in same if c.role == "value" and c.counted_in in _MONEY), None)
            change = next((c for c in same if c.role == "change" and c.counted_in in _MONEY), None)
            decimals = len(_shown(rate).partition(".")[2])
            if value and change and value.number and change.number and value.number.value:
                wrong = abs(change.number.value) / value.number.value * 100
                new = f"{wrong:.{decimals}f}"
                is_other = value.counted_in == change.counted_in and new != _shown(rate)
                if is_other and (typed := _number(reading, rate, new)):
                    yield Slip(kind="08a rate of this year", typed=typed, told=f"{_shown(rate)} → {new}: {text}")
                base = value.number.value - (change.number.value if rate.direction == "up" else -change.number.value)
                exact = abs(change.number.value) / base * 100 if base else Decimal(0)
                step = Decimal(1).scaleb(-decimals)
                cut = exact.quantize(step, "ROUND_DOWN")
                is_cut = base and cut != rate.number.value and abs(exact - abs(rate.number.value)) < step
                if is_cut and (typed := _number(reading, rate, f"{cut}")):
                    yield Slip(kind="08b rate cut off", typed=typed, told=f"{_shown(rate)} → {cut}: {text}")
            at = _span(rate)
            end = running.text.find("%", at.start, at.end + 2)
            if end >= 0 and "." in _shown(rate):
                typed = in_text(running, end, end + 1, "个百分点")
                yield Slip(kind="08c points for %", typed=typed, wrong=_places([rate]), told=text)


def exchanged(reading: Reading, random: Random) -> Iterator[Slip]:
    """The amounts of 基本支出 and 项目支出 in a sentence, each beside the other's name."""
    for text, _, claims in _by_sentence(reading):
        money = [c for c in claims if c.role == "value" and c.counted_in in _MONEY]
        basic, project = ([c for c in money if c.subject == subject][:1] for subject in ("basic", "project"))
        for one, other in zip(basic, project, strict=False):
            if _shown(one) != _shown(other) and one.counted_in == other.counted_in:
                first, second = _number(reading, one, _shown(other)), _number(reading, other, _shown(one))
                if first and second:
                    yield Slip(kind="11 基本↔项目", typed=(*first, *second), told=text)


def part_dropped(reading: Reading, random: Random) -> Iterator[Slip]:
    """A clause of a list of parts that is not there."""
    for text, start, claims in _by_sentence(reading):
        if "其中" not in text:
            continue
        for claim in claims:
            at = _span(claim)
            if claim.role != "value" or claim.counted_in not in _MONEY or not claim.number or not claim.number.value:
                continue
            before = max(text.rfind(mark, 0, at.start - start) for mark in ";:。,、")
            ends = [n for mark in ";。" if (n := text.find(mark, at.end - start)) >= 0]
            if text.find("其中") < before and ends and before > 0 and text[before] in ";:":
                end = min(ends)
                if 0 < end - before < 90 and text[end] == ";":
                    typed = in_text(reading.prose.text, start + before + 1, start + end + 1, "")
                    yield Slip(kind="12b part dropped", typed=typed, told=text[before : end + 1] + " in " + text)


def counts(reading: Reading, random: Random) -> Iterator[Slip]:
    """A count of vehicles, visits or people that is zero beside an amount, or ten times what it is; an amount that is zero beside a count."""
    for text, _, claims in _by_sentence(reading):
        for claim in claims:
            if claim.role != "count" and claim.counted_in not in ("辆", "批次", "人次", "人", "批", "个"):
                continue
            if claim.number and claim.number.value and claim.section in ("three_public", "assets", "running_costs"):
                for new, kind in (("0", "13a count zero"), (_shown(claim) + "0", "13b count tenfold")):
                    if typed := _number(reading, claim, new):
                        yield Slip(kind=kind, typed=typed, told=f"{claim.text} → {new}: {text}")
                money = next((c for c in claims if c.role == "value" and c.counted_in in _MONEY), None)
                if money and money.number and money.number.value and (typed := _number(reading, money, "0.00")):
                    yield Slip(kind="13c amount zero", typed=typed, told=f"{money.text} → 0.00: {text}")


def _times(factor: Decimal, number: re.Match) -> str:
    text = number[0].replace(",", "")
    return f"{Decimal(text) * factor:.{len(text.partition('.')[2])}f}"


def last_years(reading: Reading, random: Random) -> Iterator[Slip]:
    """A sentence that still says last year's year and amounts."""
    running = reading.prose.text
    for text, start, claims in _by_sentence(reading):
        money = [c for c in claims if c.counted_in in _MONEY and c.number and c.number.value]
        if not re.search(r"20\d\d年", text) or not money or len(text) > 200:
            continue
        new = re.sub(r"20\d\d(?=年)", lambda year: str(int(year[0]) - 1), text)
        new = re.sub(
            r"\d[\d,]*\.\d+(?=万元|元|亿元)", partial(_times, Decimal(random.choice(("0.87", "0.93", "1.08")))), new
        )
        typed = in_text(running, start, start + len(text), new)
        yield Slip(kind="09a last year's sentence", typed=typed, told=f"{text} → {new}")


def from_others(reading: Reading, random: Random, others: Sequence[Reading]) -> Iterator[Slip]:
    """A sentence left from another report: the one that says the same thing there."""
    for text, start, claims in _by_sentence(reading):
        first = claims[0]
        if len(text) > 160 or not any(c.counted_in in _MONEY for c in claims):
            continue
        for other in random.sample(list(others), min(12, len(others))):
            if other.disclosure.kind != reading.disclosure.kind or other.disclosure.unit == reading.disclosure.unit:
                continue
            said = next(
                (
                    t for t, _, cs in _by_sentence(other)
                    if len(t) < 200 and (cs[0].section, cs[0].subject, cs[0].role, cs[0].label) == (first.section, first.subject, first.role, first.label)
                ), None,
            )  # fmt: skip
            if said and said != text:
                typed = in_text(reading.prose.text, start, start + len(text), said)
                yield Slip(kind="09b another's sentence", typed=typed, told=f"{text} → {said}")
                break


def minus_lost(reading: Reading, random: Random) -> Iterator[Slip]:
    """A number below zero without its sign."""
    for text, _, claims in _by_sentence(reading):
        for claim in claims:
            is_below = claim.number and re.match(r"-\d", claim.text)
            if is_below and (typed := _number(reading, claim, _shown(claim).lstrip("-"))):
                yield Slip(kind="10b minus lost in prose", typed=typed, told=text)


def slips(reading: Reading, random: Random, others: Sequence[Reading]) -> Iterator[Slip]:
    """Every slip that the prose of a report has a place for."""
    for kind in (turned, unit_word, rates, exchanged, part_dropped, counts, last_years, minus_lost):
        yield from kind(reading, random)
    yield from from_others(reading, random, others)
