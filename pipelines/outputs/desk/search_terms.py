"""Search terms: what a person types into the one field of the search, as an amount and words.

Belongs here: telling an amount from a word, its unit and the step of its last digit. Does not belong here: which figures
meet them (search, sql/desk/hits.sql).
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from pipelines.vocabulary import YUAN_PER_UNIT

LONGEST = 200
"""Signs of a query that are read; nobody types more."""
MOST_WORDS = 4
"""Words that are asked for; sql/desk/hits.sql has as many places."""
_DIGITS = r"[-−]?\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(rf"(?P<digits>{_DIGITS})(?P<unit>{'|'.join(YUAN_PER_UNIT)}|%)?$")
_APART = re.compile(rf"(?<=\d)\s+(?={'|'.join(YUAN_PER_UNIT)})")
_MAY_BE = ["元", "万元", "亿元"]
"""The units of an amount that is typed without one."""
_LARGEST = 15
"""Digits before the point of an amount that is looked for; the warehouse holds no larger one."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that is looked for: number, half a step of its last digit, units it may be in (none: no money), its digits."""

    number: Decimal
    half: Decimal
    units: tuple[str, ...]
    digits: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What is looked for: an amount or None, and words that all must stand with it; left_out: words beyond MOST_WORDS."""

    amount: Amount | None
    words: tuple[str, ...]
    left_out: tuple[str, ...]


def read_terms(typed: str) -> Terms:
    """Read what is typed: the first text that can only be an amount is one, the rest are words; full-width signs as others."""
    amount, words = None, []
    for text in _APART.sub("", unicodedata.normalize("NFKC", typed[:LONGEST])).split():
        found = _read_amount(text) if amount is None else None
        amount = amount or found
        words += [] if found else [text]
    return Terms(amount, tuple(words[:MOST_WORDS]), tuple(words[MOST_WORDS:]))


def read_number(word: str) -> Decimal | None:
    """The number that a word is, as a code or a year of digits alone may be; None for one that is none, or too large."""
    return Decimal(word) if re.fullmatch(rf"-?\d{{1,{_LARGEST}}}(\.\d{{1,6}})?", word, re.ASCII) else None


def _read_amount(text: str) -> Amount | None:
    """The amount of a text; None for one that may be a word, as a year or a code of three to seven digits may."""
    match = _AMOUNT.match(text)
    if not match or re.fullmatch(r"\d{3,7}", text):
        return None
    digits = match["digits"].replace(",", "").replace("−", "-")
    if len(digits.lstrip("-").partition(".")[0]) > _LARGEST:
        return None
    number, decimals = Decimal(digits), len(digits.partition(".")[2])
    half = Decimal(1).scaleb(-decimals) / 2
    if match["unit"] in YUAN_PER_UNIT:
        per = YUAN_PER_UNIT[match["unit"]]
        return Amount(number * per, half * per, ("元",), digits)
    return Amount(number, half, () if match["unit"] else tuple(_MAY_BE), digits)
