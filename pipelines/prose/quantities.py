"""Quantities: numbers of the prose with what is measured: money, percent, counts, bare numbers, template residue.

Belongs here: finding a number with its unit in a normalised sentence, exact value and printed decimals, what is elided.
Does not belong here: what the number says (claims), numbers that are dates, codes or ordinals (reading.number_rules).
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from pipelines.vocabulary import Number, number_of, prose_wordings

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
"""Digits of one number in normalised text."""
_RESIDUE = re.compile(r"[Xx×*]{2,}(?=万元|亿元|元|万|%|[个辆台人项批次件分])")
_BELOW_ZERO = re.compile(r"(为|是|的|:|支出|收入|经费|结余|结转|分配|[类款项]\)|占)-$")
"""The end of the words before a negative amount; elsewhere a - joins, or says the direction of a change."""
_ABOUT = ("余", "多")
"""Words for "a little more" between a number and its unit."""
_NEARLY = re.compile(r"(大[约概]|(?<![节集预契签条公履合])约|(?<![最就附])近|逾|不足|不到)(为|人民币)?$")
_OR_SO = re.compile(r"左右|上下")
"""Words before a number and behind its unit that say it is not the exact one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a sentence: offsets of its digits and of all with its unit, its text, kind and unit.

    kind: money, percent, count, bare. number: None for template residue (XX万元). doubt: what is elided, or "".
    """

    start: int
    end: int
    whole: int
    text: str
    kind: str
    counted_in: str
    number: Number | None
    doubt: str


def quantities(text: str, taken: Container[int]) -> Iterator[Quantity]:
    """Yield the quantities of a sentence in order; `taken` holds offsets of numbers that are something else.

    What has more digits than any amount is none.
    """
    found = [m for pattern in (NUMBER, _RESIDUE) for m in pattern.finditer(text) if m.start() not in taken]
    told = [_quantity(text, match) for match in sorted(found, key=lambda m: m.start())]
    measured = _in_doubt_where_run_together(text, [one for one in told if one.number or one.doubt])
    for one in measured:
        yield _as_exact_as(one, measured)


def _in_doubt_where_run_together(text: str, measured: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities, in doubt those that nothing but a comma or a point parts: 12,34.56万元 is 1,234.56 or a slip, and no 12 beside 34.56."""
    run = {
        place
        for (before, one), (after, other) in pairwise(enumerate(measured))
        if other.start == one.end or (other.start == one.end + 1 and text[one.end] in ",.")
        for place in (before, after)
    }
    return [
        replace(one, doubt=one.doubt or "its digits are parted as no number is") if place in run else one
        for place, one in enumerate(measured)
    ]


def _as_exact_as(one: Quantity, measured: Sequence[Quantity]) -> Quantity:
    """Return a bare 0 of money with the fewest decimals of the amounts beside it: 货物 36.10 万元、工程 0 万元 is no amount below 0.5."""
    if one.kind != "money" or one.text != "0":
        return one
    beside = [o.number.decimals for o in measured if o.number and o.number.decimals and o.counted_in == one.counted_in]
    return replace(one, number=Number(Decimal(0), min(beside))) if beside else one


def signed(quantity: Quantity, lead: str) -> Quantity:
    """Return an amount, or its share, with its sign, if the words before it end with one: 支出决算为-3.60万元，占-0.2%."""
    if quantity.kind not in ("money", "percent") or quantity.number is None or not _BELOW_ZERO.search(lead):
        return quantity
    below = Number(-quantity.number.value, quantity.number.decimals)
    return replace(quantity, start=quantity.start - 1, text=f"-{quantity.text}", number=below)


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    rest = match.end() + text.startswith(_ABOUT, match.end())
    kind, counted_in, whole = "bare", "", match.end()
    for measured, name, pattern in prose_wordings.measures():
        if counted_in_match := pattern.match(text, rest):
            kind, counted_in, whole = measured, name, counted_in_match.end()
            break
    digits = match[0].replace(",", "")
    is_number = digits[0].isdecimal()
    doubt = "" if is_number else "template residue"
    if counted_in in ("万", "亿"):
        counted_in, doubt = f"{counted_in}元", doubt or f"元 is not printed after {counted_in}"
    if rest > match.end() or _NEARLY.search(text, 0, match.start()) or _OR_SO.match(text, whole):
        doubt = doubt or "is said to be about so much"
    return Quantity(
        start=match.start(),
        end=match.end(),
        whole=whole,
        text=match[0],
        kind=kind,
        counted_in=counted_in,
        number=number_of(digits, counted_in) if is_number else None,
        doubt=doubt,
    )
