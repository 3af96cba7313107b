"""Numbers: the number grammar, how one printed cell becomes an exact amount.

Belongs here: reading and scaling a single number (sign, thousands commas, decimals, money unit).
Does not belong here: where a number stands or what it means (forms).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipelines.vocabulary.text import squeeze

YUAN_PER_UNIT = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
YUAN = "元(?![氏谋阳江宝][一-龥]{0,12}[县区]|[一-龥]{1,2}[镇乡])"
"""Pattern of the money unit 元 where it begins no name of a place: 编制单位：元谋县教育局 金额单位：万元."""

_DASHES = re.compile(r"^[-‐-―−－─━一]{1,4}$|^/$|^无$")
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_NUMBER = re.compile(rf"^(?P<sign>[-−△▲])?(?P<digits>{DIGITS})$|^\((?P<bracketed>{DIGITS})\)$")
_NUMBER_LIKE = re.compile(r"^[-−△▲(]?[\d,.]*\d[\d,.]*\)?$")
_AMOUNT_WITHIN = re.compile(r"\d\.\d{2}(?!\d)|\d,\d{3}(?!\d)")
"""An amount among words: text that ran over from a neighbouring cell, or a remark; not a word for nothing (无)."""
_UNREADABLE = re.compile(r"^(?=.*[\ufffd\ue000-\uf8ff])[-−△▲(]?[\d,.\ufffd\ue000-\uf8ff]+\)?$")
"""Digits whose font does not say which they are, or gives them numbers of its own (private use)."""
_OVERFLOWN = re.compile(r"^#{2,}$")
"""What a spreadsheet prints in place of a number too wide for its column."""
_POINT_LOST = re.compile(r"^[^.]*(\d\d[^\S\n]+\d{1,2}|\d[^\S\n]+\d\d)$")
"""A gap before the last one or two digits and no point: a point was printed there whose font gives it no meaning."""
KEPT = Decimal("0.0001")
"""To what money is kept, in 元: a sheet may print a quotient with all its decimals."""
_WHOLE_DIGITS, _DECIMALS = 15, 6
"""Digits a number has at most: all that China spends in a year is 10¹⁴ 元."""
_LARGEST = Decimal(10) ** 18
"""元 above which no sentence speaks of money, whatever the unit."""


class Number(NamedTuple):
    """An exact number as printed: its value in the unit it is printed in, and the digits printed after its point."""

    value: Decimal
    decimals: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What a money cell shows.

    mark: number, blank, dash (—, /, 无), doubtful (looks like a number, is none; ### stands for one), words (no amount at all).
    number: the number as printed (its unit is the table's), None unless mark is number.
    """

    mark: str
    number: Number | None = None


def number_of(digits: str, counted_in: str) -> Number | None:
    """Return the number that digits of the prose are, to six decimals; None with more digits than any amount has, money in 元.

    A sentence may print what a sheet worked out with all its decimals: 增长16.666666666666664%.
    """
    whole, _, decimals = digits.partition(".")
    if len(whole) > _WHOLE_DIGITS or Decimal(whole) * YUAN_PER_UNIT.get(counted_in, Decimal(1)) >= _LARGEST:
        return None
    return Number(round(Decimal(digits), min(len(decimals), _DECIMALS)), min(len(decimals), _DECIMALS))


@lru_cache(maxsize=20_000)
def read_number(text: str) -> Printed:
    """Read the text of a money cell; blank, 0, 0.00 and — stay different."""
    bare = squeeze(text)
    if not bare:
        return Printed("blank")
    if _DASHES.match(bare):
        return Printed("dash")
    if _OVERFLOWN.match(bare) or is_unreadable(bare):
        return Printed("doubtful")
    if match := _NUMBER.match(bare):
        digits = (match["digits"] or match["bracketed"]).replace(",", "")
        if _POINT_LOST.match(text.strip()):
            return Printed("doubtful")
        whole, _, decimals = digits.partition(".")
        if len(whole) > _WHOLE_DIGITS or len(decimals) > _DECIMALS:
            return Printed("doubtful")
        value = -Decimal(digits) if match["sign"] or match["bracketed"] else Decimal(digits)
        return Printed("number", Number(value, len(decimals)))
    return Printed("doubtful" if _NUMBER_LIKE.match(bare) or _AMOUNT_WITHIN.search(bare) else "words")


def is_unreadable(text: str) -> bool:
    """Whether a text looks like a number whose font does not say which digits it shows."""
    return bool(_UNREADABLE.match(text))


def half_step(decimals: int, counted_in: str) -> Decimal:
    """Return half a unit of the last printed place: in 元 where `counted_in` is a money unit, else in the printed measure.

    Of money printed finer than it is kept (to_yuan) it holds what the rounding takes.
    """
    half = YUAN_PER_UNIT.get(counted_in, Decimal(1)).scaleb(-decimals) / 2
    return KEPT if counted_in in YUAN_PER_UNIT and half < KEPT / 2 else half


def to_yuan(value: Decimal, counted_in: str) -> Decimal:
    """Return a value in 元, to a hundredth of a 分; `counted_in` is a key of YUAN_PER_UNIT."""
    return (value * YUAN_PER_UNIT[counted_in]).quantize(KEPT)
