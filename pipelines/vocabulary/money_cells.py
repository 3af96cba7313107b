"""Money cells: what stands in a cell where an amount belongs, dressed with a currency sign, a unit or a mark.

Belongs here: amounts among other characters (￥4461, 1105万元, 负3.20, 1,234.56²). A cell that holds a digit is an amount or
doubtful, never mere words: a number that nobody reads would be lost.
Does not belong here: bare numbers (numbers), where a cell stands or what it means (forms).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pipelines.vocabulary.numbers import DIGITS, Number, Printed, read_number
from pipelines.vocabulary.text import squeeze

_DRESSED = re.compile(rf"^[¥￥]?(?P<sign>[+\-−－负]?)[¥￥]?(?P<digits>{DIGITS})(?P<unit>亿元|万元|千元|元)?$")
"""An amount that is plainly money: currency sign before, sign before, unit behind."""
_NEGATIVE = "-−－负"
_FAULT = re.compile(r"^#")
"""A spreadsheet's fault: #REF!, #N/A, ####."""
_HAS_DIGIT = re.compile(r"\d")
_APART = re.compile(r"[\d.,]\n\n[\d.,]")
"""Two lines of digits that are not one number cut in two (pdf.cell_lines.APART)."""
_MARKS = ("<super>", "<sub>", "<circle>")
"""How Unicode calls characters that are a footnote's number, not an amount's."""


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """What a money cell shows: the amount, and the unit printed in the cell itself (None where there is none)."""

    printed: Printed
    counted_in: str | None = None


@lru_cache(maxsize=20_000)
def read_money_cell(text: str) -> MoneyCell:
    """Read the text of a money cell; doubtful where a digit or a fault stands in no plain amount."""
    body, marks = without_marks(text)
    if marks:
        read = read_money_cell(body) if body and text.strip().startswith(body) else MoneyCell(Printed("doubtful"))
        return read if read.printed.mark == "number" else MoneyCell(Printed("doubtful"))
    if _APART.search(text):
        return MoneyCell(Printed("doubtful"))
    printed = read_number(text)
    if printed.mark in ("number", "blank", "dash"):
        return MoneyCell(printed)
    bare = squeeze(text)
    if match := _DRESSED.match(bare):
        plain = read_number(match["digits"])
        if plain.number is not None:
            sign = -1 if match["sign"] and match["sign"] in _NEGATIVE else 1
            number = Number(sign * plain.number.value, plain.number.decimals)
            return MoneyCell(Printed("number", number), match["unit"])
    if printed.mark == "words" and (_HAS_DIGIT.search(bare) or _FAULT.match(bare)):
        return MoneyCell(Printed("doubtful"))
    return MoneyCell(printed)


def without_marks(text: str) -> tuple[str, str]:
    """Return the text without raised, lowered and circled characters, and these characters."""
    marks = "".join(filter(_is_mark, text))
    return ("".join(c for c in text if not _is_mark(c)).strip(), marks) if marks else (text, "")


def _is_mark(character: str) -> bool:
    return not character.isascii() and unicodedata.decomposition(character).startswith(_MARKS)


@lru_cache(maxsize=20_000)
def printed_text(text: str) -> str:
    """Return the text of a money cell without blanks, its marks as they are printed: 1,234.56² stays that."""
    if not any(map(_is_mark, text)):
        return squeeze(text)
    return "".join(c if _is_mark(c) else squeeze(c) for c in text)
