"""Search scope: what leaves most of the figures out before one is looked at: the reports and forms that a word or a number can stand with.

Belongs here: asking for them (sql/desk/word.sql, sql/desk/holding.sql), the values of sql/desk/hits.sql. Does not belong here: reading what
is typed (search_terms), asking for the figures (search).
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from pipelines.outputs.desk.search_terms import MOST_WORDS, Amount, Terms, read_number
from pipelines.queries import Warehouse
from pipelines.vocabulary import YUAN_PER_UNIT

_COARSEST = 199
"""A figure that may be the amount rounded has three digits at least: half its step is at most one in so many of it."""
_NO_WORD: dict[str, Any] = {"word": None, "number": None, "named": [], "forms": [], "said": [], "holding": []}
_FINEST = Decimal("0.0001")
"""The finest value the warehouse holds, in 元."""
_MOST_REPORTS = 1000
"""Reports in whose prose a word stands that are looked for one by one; where there are more, all are looked at."""
_MOST_RANGES = 3
"""Places for ranges that sql/desk/hits.sql has."""
Range = dict[str, Decimal]
"""Where figures are looked at for an amount, in 元: low, high, middle (the amount), half (of a step of its last digit)."""


def scope(warehouse: Warehouse, terms: Terms) -> dict[str, Any]:
    """The values of sql/desk/hits.sql for what is typed."""
    amount, words = terms.amount, [_word(warehouse, word) for word in terms.words]
    ranges = list(_ranges(amount)) if amount else []
    plain = [amount.number] if amount and len(amount.units) != 1 else []
    bounds = [*((one["low"], one["high"]) for one in ranges), *((one, one) for one in plain)]
    return {
        "words": [*words, *[_NO_WORD] * (MOST_WORDS - len(words))],
        "ranges": _as_text(ranges),
        "plain": next(iter(plain), None),
        "holding": _holding(warehouse, bounds) if amount else None,
        "digits": amount.digits if amount else None,
    }


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


def _word(warehouse: Warehouse, word: str) -> dict[str, Any]:
    """A word with what it can stand with."""
    [found] = warehouse.rows("desk/word", word=word, most=_MOST_REPORTS)
    number = read_number(word)
    bounds = [] if number is None else [(number * per, number * per) for per in YUAN_PER_UNIT.values()]
    said = None if number is None else str(number)
    return found | {"word": word, "number": said, "holding": _holding(warehouse, bounds)}


def _holding(warehouse: Warehouse, bounds: Sequence[tuple[Decimal, Decimal]]) -> list[str] | None:
    """The reports that can print a number between two bounds, of several; None for any: a lake has no index."""
    if not bounds or warehouse.places.lake is not None:
        return None if bounds else []
    low, high = (_cents(ends) for ends in zip(*bounds, strict=True))
    return [row["report_id"] for row in warehouse.rows("desk/holding", low=low, high=high)]


def _cents(values: Iterable[Decimal]) -> list[int]:
    return [int((value * 100).to_integral_value(ROUND_FLOOR)) for value in values]
