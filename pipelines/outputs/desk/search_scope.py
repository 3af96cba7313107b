"""Search scope: what leaves most of the figures out before one is looked at: the reports and forms that a word or a number can stand with.

Belongs here: asking a file for them (sql/desk/word.sql, sql/desk/holding.sql), the values of sql/desk/hits.sql. Does not belong here: reading
what is typed (search_terms), asking for the figures (search), a lake, which has no index (search_in_lake).
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from pipelines.outputs.desk.report_bits import last_report, report_bits
from pipelines.outputs.desk.search_terms import MOST_WORDS, Amount, Terms, read_number
from pipelines.queries import Warehouse
from pipelines.vocabulary import YUAN_PER_UNIT

_COARSEST = 199
"""A figure that may be the amount rounded has three digits at least: half its step is at most one in so many of it."""
_NO_WORD: dict[str, Any] = {"word": None, "number": None, "is_named": False, "forms": []}
_FINEST = Decimal("0.0001")
"""The finest value the warehouse holds, in 元."""
_MOST_RANGES = 3
"""Places for ranges that sql/desk/hits.sql has."""
Range = dict[str, Decimal]
"""Where figures are looked at for an amount, in 元: low, high, middle (the amount), half (of a step of its last digit)."""


def scope(warehouse: Warehouse, terms: Terms) -> dict[str, Any]:
    """The values of sql/desk/hits.sql for what is typed."""
    asked = amount_asked(terms.amount)
    numbers = [read_number(word) for word in terms.words]
    found = [warehouse.rows("desk/word", word=word)[0] for word in terms.words]
    held = [_holding(warehouse, number_bounds(number)) for number in numbers]
    words = [
        {"word": word, "number": None if number is None else str(number), "is_named": bool(one["named"]), "forms": one["forms"]}
        for word, number, one in zip(terms.words, numbers, found, strict=True)
    ]  # fmt: skip
    bounds = amount_bounds(terms.amount) if terms.amount else []
    last = last_report(warehouse)
    bits = {
        "amount": report_bits(last, _holding(warehouse, bounds)),
        "named": _four([report_bits(last, one["named"]) for one in found]),
        "holding": _four([report_bits(last, reports) for reports in held]),
    }
    return asked | {"words": [*words, *[_NO_WORD] * (MOST_WORDS - len(words))], "bits": bits}


def amount_asked(amount: Amount | None) -> dict[str, Any]:
    """What is asked of an amount: the ranges it may be in, the plain number it may be, its digits."""
    if amount is None:
        return {"ranges": _as_text([]), "plain": None, "digits": None}
    plain = amount.number if len(amount.units) != 1 else None
    return {"ranges": _as_text(list(_ranges(amount))), "plain": plain, "digits": amount.digits}


def amount_bounds(amount: Amount) -> list[tuple[Decimal, Decimal]]:
    """Between which numbers an amount is looked for, in 元 or as the plain number."""
    plain = [(amount.number, amount.number)] * (len(amount.units) != 1)
    return [*((one["low"], one["high"]) for one in _ranges(amount)), *plain]


def number_bounds(number: Decimal | None) -> list[tuple[Decimal, Decimal]]:
    """Between which values in 元 a number that is a word may be printed, in any unit."""
    return [] if number is None else [(number * per, number * per) for per in YUAN_PER_UNIT.values()]


def _ranges(amount: Amount) -> Iterator[Range]:
    """The ranges of an amount, one a unit; of one whose unit is said, what is printed coarser is looked at too."""
    is_said = len(amount.units) == 1
    for unit in amount.units[:1] if amount.number == 0 else amount.units:
        middle, half = amount.number * YUAN_PER_UNIT[unit], amount.half * YUAN_PER_UNIT[unit]
        slack = max(half, abs(middle) / _COARSEST) if is_said else half
        low, high = (
            (end / _FINEST).to_integral_value(how) * _FINEST
            for end, how in ((middle - slack, ROUND_FLOOR), (middle + slack, ROUND_CEILING))
        )
        yield {"low": low, "high": high, "middle": middle, "half": half}


def _as_text(ranges: Sequence[Range]) -> list[dict[str, str | None]]:
    """Ranges as a value of SQL, which gives one scale to the numbers of all: three, those that there are not without ends."""
    told: list[dict[str, str | None]] = [{name: f"{end:f}" for name, end in one.items()} for one in ranges]
    return told + [dict.fromkeys(("low", "high", "middle", "half"))] * (_MOST_RANGES - len(told))


def _holding(warehouse: Warehouse, bounds: Sequence[tuple[Decimal, Decimal]]) -> list[int]:
    """The reports that can print a number between two bounds, of several; none where there are no bounds."""
    if not bounds:
        return []
    low, high = (_cents(ends) for ends in zip(*bounds, strict=True))
    return [row["report"] for row in warehouse.rows("desk/holding", low=low, high=high)]


def _cents(values: Iterable[Decimal]) -> list[int]:
    return [int((value * 100).to_integral_value(ROUND_FLOOR)) for value in values]


def _four(given: Sequence[str]) -> list[str | None]:
    return [*given, *[None] * (MOST_WORDS - len(given))]
