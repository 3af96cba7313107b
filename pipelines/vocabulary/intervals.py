"""Intervals: the values a printed number stands for, and those a number may have.

Belongs here: closed intervals over Decimals and the arithmetic that keeps them exact. Does not belong here: which numbers
are compared (prose.disambiguation, sql/checks), unknowns under many inequalities (findings.localization.fourier_motzkin).
"""

from dataclasses import dataclass
from decimal import Decimal

from pipelines.vocabulary.numbers import YUAN_PER_UNIT, Number, half_step, to_yuan


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; low, high: None where nothing limits it on that side."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def plus(self, other: "Interval") -> "Interval":
        """Return the sums of a number of each."""
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def has(self, value: Decimal, half: Decimal = Decimal(0)) -> bool:
        """Whether the interval meets value ± half; an interval without a limit tells nothing and has no value."""
        return self.low is not None and self.high is not None and self.low <= value + half and value - half <= self.high


def _not_above(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def printed_interval(number: Number, counted_in: str) -> Interval:
    """Return what a printed number stands for: half a unit of its last place on either side, money in 元."""
    half = half_step(number.decimals, counted_in)
    middle = to_yuan(number.value, counted_in) if counted_in in YUAN_PER_UNIT else number.value
    return Interval(middle - half, middle + half)


def percent_of(part: Interval, whole: Interval) -> Interval | None:
    """Return 100 · part / whole; None where the whole may be 0 or an end is open."""
    if part.low is None or part.high is None or whole.low is None or whole.high is None or whole.low <= 0:
        return None
    return Interval(100 * part.low / whole.high, 100 * part.high / whole.low)
