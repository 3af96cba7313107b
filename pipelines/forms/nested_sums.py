"""Nested sums: amounts printed one below the other, each followed by the parts it is the sum of, if it has any.

Belongs here: telling from the amounts alone which are parts of which. Does not belong here: rows and what they are (outlines).
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate

_LONGEST = 300
"""Amounts, more than which are not told apart."""
_MOST_TRIED = 20_000
"""Places tried, after which nothing is found: most lists need a few for each amount."""
_LAST_DIGITS = Decimal("0.01")
"""What rounding may leave of each part (万元 with two decimals)."""

_Trees = tuple[tuple[int, int], ...]
"""Amounts that are no part of another: place of each, and where its parts end."""


def is_sum(whole: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether parts add up to the whole but for their last digits."""
    return abs(whole - sum(parts)) <= _LAST_DIGITS * len(parts)


def nested(amounts: Sequence[Decimal], whole: Decimal) -> list[int | None]:
    """Return for each amount the place of the one above whose part it is, so that the others add up to the whole.

    Empty where nothing adds up so, where an amount is below zero, or where there are too many.
    """
    if len(amounts) > _LONGEST or min(amounts, default=Decimal(0)) < 0:
        return []
    total, play, *sizes = _in_whole_numbers(whole, _LAST_DIGITS, *amounts)
    left = list(accumulate(reversed(sizes), initial=0))[::-1]

    @cache
    def forests(start: int, rest: int, count: int) -> dict[int, _Trees]:
        """Find the trees from a place on that add up to the rest: where they end → of each its place and where its parts end.

        count: the trees that stand before them.
        """
        if count and abs(rest) <= play * count:
            return {start: ()}
        if start == len(sizes) or sizes[start] > rest + play * (count + 1):
            return {}
        if rest > left[start] + play * (count + len(sizes) - start):
            return {}
        if forests.cache_info().currsize > _MOST_TRIED:
            return {}
        found: dict[int, _Trees] = {}
        for end in (*forests(start + 1, sizes[start], 0), start + 1):
            for last, behind in forests(end, rest - sizes[start], count + 1).items():
                found.setdefault(last, ((start, end), *behind))
        return found

    def place(trees: _Trees, upper: int | None) -> None:
        for start, end in trees:
            parents[start] = upper
            if end > start + 1:
                place(forests(start + 1, sizes[start], 0)[end], start)

    parents: list[int | None] = [None] * len(sizes)
    found = forests(0, total, 0).get(len(sizes))
    if found is None:
        return []
    place(found, None)
    return parents


def _in_whole_numbers(*amounts: Decimal) -> list[int]:
    """Return amounts in the unit of the last digit that any of them has: whole numbers are compared and kept in a quarter of the time."""
    digits = max(-int(amount.as_tuple().exponent) for amount in amounts)
    return [int(amount.scaleb(digits)) for amount in amounts]
