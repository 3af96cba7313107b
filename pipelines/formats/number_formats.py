"""Number formats: a stored number as the cell shows it: 5272.975 under #,##0.00 is 5,272.98.

Belongs here: the formats of Excel (ECMA-376, part 1, 18.8.31) that money, counts, percents and dates are shown by.
Does not belong here: what the shown text means (vocabulary.numbers). What is not understood is never guessed: NotShown says so.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_GENERAL = 11
"""Characters that General gives a number, its point among them, its sign not."""
_TOKEN = re.compile(
    r'"([^"]*)"|[\\!](.)|_.|\*.|\[(?:\$([^\]-]*)[^\]]*|(?:[A-Z][a-z]+|[Cc]olor ?\d+|BLACK|RED|BLUE))\]|(%)|([0#?,.]+)|([ $+\-():¥￥—－]|[^\x00-\x7f])'
)
_DATE = re.compile(r'"([^"]*)"|\\(.)|\[\$[^\]]*\]|(y+|m+|d+|h+|s+)|(.)', re.I)
_SHORT_DATE = ("mm-dd-yy", "m/d/yyyy", "m/d/yy", "mm/dd/yyyy")
"""The short date of the system, whatever order the file was written with: in China 2024/1/5."""


class NotShown(ValueError):
    """A number format that is not understood here, or that shows nothing of the number."""


def show(value: object, code: str) -> str:
    """Return the text a cell shows for what it stores; raises NotShown."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return str(value).upper()
        case int() | float() | Decimal():
            return _number(Decimal(f"{value:.15g}"), code)
        case datetime() | date() | time():
            return _date(value, code)
    raise NotShown(f"a cell of type {type(value).__name__}")


def _number(value: Decimal, code: str) -> str:
    sections = _sections(code)
    order = 0 if len(sections) == 1 or value > 0 or (value == 0 and len(sections) < 3) else 1 if value < 0 else 2
    section = sections[order].strip() if sections[order].strip().lower() == "general" else sections[order]
    sign = "-" if value < 0 and order == 0 else ""
    if section.lower() in ("general", "@"):
        return sign + _general(abs(value))
    shown = _section(abs(value), section)
    if value and not shown.strip():
        raise NotShown(f"the number format {code!r} shows nothing of a number")
    return (sign + shown).strip()


def _general(value: Decimal) -> str:
    if value == value.to_integral_value() and value < 10**_GENERAL:
        return str(int(value))
    whole = len(str(int(value)))
    if whole >= _GENERAL or value < Decimal("0.0001"):
        raise NotShown("General shows so large or so small a number by its exponent")
    return f"{_round(value, max(_GENERAL - 1 - whole, 0)):f}".rstrip("0").rstrip(".")


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@lru_cache(maxsize=1000)
def _sections(code: str) -> tuple[str, ...]:
    """Split a format at its semicolons, those in quotes and behind a backslash aside."""
    return tuple(re.findall(r'((?:"[^"]*"|\\.|[^;])*)(?:;|$)', code)[: code.count(";") + 1] or [""])


def _section(value: Decimal, section: str) -> str:
    """Return a number as one section of a format shows it, without sign."""
    parts, at = [], 0
    while at < len(section):
        token = _TOKEN.match(section, at)
        if not token:
            raise NotShown(f"the number format {section!r} is not understood")
        at = token.end()
        parts.append(token)
    areas = [token[5] for token in parts if token[5]]
    value *= 100 ** sum(bool(token[4]) for token in parts)
    digits = [_digits(value, area) for area in areas] if len(areas) < 2 else _parted(value, areas)
    rest = iter(digits)
    return "".join(next(rest) if token[5] else _shown(token) for token in parts)


def _parted(value: Decimal, areas: Sequence[str]) -> list[str]:
    """Return the digits of a whole number in several areas, its last ones last: 0!.0, shows 123456789 as 12345.7, counted in 万."""
    bare = [*areas[:-1], areas[-1].rstrip(",")]
    if not all(re.fullmatch("[0#]+", area) for area in bare):
        raise NotShown(f"the number format {' '.join(areas)!r} is not understood")
    digits = f"{_round(value / 1000 ** (len(areas[-1]) - len(bare[-1])), 0):f}".lstrip("0")
    whole = "".join(bare)
    digits = digits.zfill(len(whole) - whole.index("0") if "0" in whole else 0)
    shown = []
    for area in reversed(bare[1:]):
        shown.append(digits[-len(area) :])
        digits = digits[: -len(area)]
    return [digits, *reversed(shown)]


def _shown(token: re.Match[str]) -> str:
    if token[0][0] == "_":
        return " "
    return token[1] or token[2] or token[3] or token[4] or token[6] or ""


def _digits(value: Decimal, area: str) -> str:
    """Return the digits of a number by its placeholders: #,##0.00 and what is like it."""
    whole, point, fraction = area.partition(".")
    scale = len(whole) - len(whole.rstrip(",")) if not point else len(fraction) - len(fraction.rstrip(","))
    whole, fraction = whole if point else whole.rstrip(","), fraction.rstrip(",")
    if "." in fraction or "," in fraction:
        raise NotShown(f"the number format {area!r} is not understood")
    rounded = _round(value / 1000**scale, len(fraction))
    digits, _, decimals = f"{rounded:f}".partition(".")
    least = whole.count("0")
    digits = ("" if int(digits) == 0 else digits).zfill(least) if least or int(digits) == 0 else digits
    if "," in whole and digits:
        digits = f"{int(digits):,}".zfill(least)
    kept = decimals.rstrip("0").ljust(fraction.count("0"), "0") if decimals else ""
    return digits + point + kept


def _date(value: datetime | date | time, code: str) -> str:
    if code.split(";")[0].lower() in _SHORT_DATE and isinstance(value, date):
        return f"{value.year}/{value.month}/{value.day}"
    shown = []
    for token in _DATE.finditer(code.split(";")[0]):
        shown.append(_date_part(value, token[3].lower()) if token[3] else token[1] or token[2] or token[4] or "")
    return "".join(shown).strip()


def _date_part(value: datetime | date | time, part: str) -> str:
    if not isinstance(value, date) or part[0] in "hs" or len(part) > 2 + 2 * (part[0] == "y"):
        raise NotShown("a time of the day, or a date in words")
    number = {"y": value.year, "m": value.month, "d": value.day}[part[0]]
    return f"{number % 100:02}" if part == "yy" else f"{number:0{len(part) if part[0] != 'y' else 4}}"
