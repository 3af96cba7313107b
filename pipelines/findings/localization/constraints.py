"""Constraints: what an instance of an identity demands of printed amounts, as exact intervals on their changes.

Belongs here: terms and quotients as read from checks.*, the interval each leaves to a change, judging changes exactly.
Does not belong here: all demands of a report (constraint_system), which amounts to change (repairs), reading rows (load).
Tolerance as in sql/checks: a sum within Σ|w|h, a quotient whose interval meets the printed one. Everything is Decimal;
a context that traps Inexact proves that nothing was rounded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Context, Decimal, Inexact, InvalidOperation
from itertools import groupby
from typing import NamedTuple

EXACT = Context(prec=120, traps=[Inexact, InvalidOperation])
ZERO = Decimal(0)
PROSE = "prose"

Key = tuple[str, str]
"""An instance: identity_id, instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One printed number. value, half in 元, or as printed where it is no money (%, 辆 …); decimals as printed in `unit`.

    place: form (or prose), panel (or section), row (or sentence), column; name: row and column as printed.
    may_be_negative: an opening or closing balance (identity I-01), a change or its rate. is_blank: nothing stands there: value 0, and the half
    a number of its form has.
    """

    amount_id: str
    report_id: str
    value: Decimal
    half: Decimal
    text: str
    counted_in: str
    decimals: int | None
    form: str
    panel: str
    row: int
    column: int
    name: str = ""
    may_be_negative: bool = False
    is_blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A row of checks.term: weight counts on its side; amount_id None is a constant, value None a blank.

    half of a blank: what a number printed there would have.
    """

    identity_id: str
    instance: str
    relation: str
    side: str
    weight: int
    amount_id: str | None
    value: Decimal | None
    half: Decimal

    @property
    def key(self) -> Key:
        """Identity and instance."""
        return self.identity_id, self.instance


class QuotientValues(NamedTuple):
    """The values of a quotient after some changes."""

    stated: Decimal
    part: Decimal
    whole: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotient:
    """A row of checks.ratio: factor · part / whole = stated; part and whole as weighted sums of amounts."""

    identity_id: str
    instance: str
    factor: int
    stated_id: str
    stated: Decimal
    stated_half: Decimal
    part_of: tuple[tuple[str, int], ...]
    part: Decimal
    part_half: Decimal
    whole_of: tuple[tuple[str, int], ...]
    whole: Decimal
    whole_half: Decimal

    @property
    def key(self) -> Key:
        """Identity and instance."""
        return self.identity_id, self.instance

    @property
    def terms(self) -> frozenset[str]:
        """The amounts its part and whole are made of."""
        return frozenset(a for a, _ in (*self.part_of, *self.whole_of))

    def after(self, changes: Mapping[str, Decimal]) -> "QuotientValues":
        """Return what is stated, part and whole after the changes."""
        part, whole = (sum(w * changes.get(a, ZERO) for a, w in side) for side in (self.part_of, self.whole_of))
        return QuotientValues(self.stated + changes.get(self.stated_id, ZERO), self.part + part, self.whole + whole)

    def settling(self, changes: Mapping[str, Decimal]) -> "Quotient":
        """Return it with what is stated, part and whole as the changes leave them."""
        stated, part, whole = self.after(changes)
        return replace(self, stated=stated, part=part, whole=whole)

    def holds(self, changes: Mapping[str, Decimal]) -> bool:
        """Whether the intervals meet after the changes; a base that may be zero does not count as holding."""
        stated, part, whole = self.after(changes)
        return (
            whole - self.whole_half > 0
            and self.factor * (part - self.part_half) <= (stated + self.stated_half) * (whole + self.whole_half)
            and self.factor * (part + self.part_half) >= (stated - self.stated_half) * (whole - self.whole_half)
        )

    def on_terms(self) -> Iterator["Demand"]:
        """Yield what it demands of part and whole while the printed quotient stays."""
        up, down = self.stated + self.stated_half, self.stated - self.stated_half
        upper = up * (self.whole + self.whole_half) - self.factor * (self.part - self.part_half)
        lower = down * (self.whole - self.whole_half) - self.factor * (self.part + self.part_half)
        yield Demand(key=self.key, weights=self._weights(up), low=None, high=upper)
        yield Demand(key=self.key, weights=self._weights(down), low=lower, high=None)
        base = {amount: Decimal(weight) for amount, weight in self.whole_of}
        yield Demand(key=self.key, weights=base, low=self.whole_half - self.whole, high=None)

    def _weights(self, stated: Decimal) -> dict[str, Decimal]:
        weights = {amount: Decimal(self.factor * weight) for amount, weight in self.part_of}
        for amount, weight in self.whole_of:
            weights[amount] = weights.get(amount, ZERO) - stated * weight
        return weights

    def on_stated(self, changes: Mapping[str, Decimal]) -> Iterator["Demand"]:
        """Yield what it demands of the printed quotient with part and whole as the changes leave them."""
        _, part, whole = self.after(changes)
        most, least = whole + self.whole_half, whole - self.whole_half
        low = self.factor * (part - self.part_half) - (self.stated + self.stated_half) * most
        high = self.factor * (part + self.part_half) - (self.stated - self.stated_half) * least
        yield Demand(key=self.key, weights={self.stated_id: most}, low=low, high=None)
        yield Demand(key=self.key, weights={self.stated_id: least}, low=None, high=high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """low ≤ Σ weight · change ≤ high over the changes of the amounts; None is no limit.

    blanks: by how much a number printed where there is none widens the limits, by amount.
    """

    key: Key
    weights: Mapping[str, Decimal]
    low: Decimal | None
    high: Decimal | None
    blanks: Mapping[str, Decimal] = field(default_factory=dict)

    def after(self, changes: Mapping[str, Decimal]) -> "Demand":
        """Return what it demands once the changes are made."""
        by = sum((weight * changes.get(amount, ZERO) for amount, weight in self.weights.items()), ZERO)
        limits = self.allowing(amount for amount, change in changes.items() if change)
        low, high = (None if limit is None else limit - by for limit in (limits.low, limits.high))
        return replace(self, low=low, high=high)

    def allowing(self, changed: Iterable[str]) -> "Demand":
        """Return the demand with the rounding of the blanks among the changed amounts."""
        more = sum((self.blanks[amount] for amount in changed if amount in self.blanks), ZERO)
        low, high = (None if self.low is None else self.low - more), (None if self.high is None else self.high + more)
        return Demand(key=self.key, weights=self.weights, low=low, high=high) if more else self

    def holds(self, changes: Mapping[str, Decimal]) -> bool:
        """Whether the changes satisfy it."""
        total = sum((weight * changes.get(amount, ZERO) for amount, weight in self.weights.items()), ZERO)
        limits = self.allowing(amount for amount, change in changes.items() if change)
        return (limits.low is None or limits.low <= total) and (limits.high is None or total <= limits.high)


def sum_demands(terms: Iterable[Term]) -> list[Demand]:
    """Return the demand of each instance of a sum; an instance of blanks and constants only demands nothing."""
    ordered = sorted(terms, key=lambda term: (term.key, term.amount_id or ""))
    groups = groupby(ordered, key=lambda term: term.key)
    demands = [_sum(key, list(group)) for key, group in groups]
    return [demand for demand in demands if demand.weights.keys() - demand.blanks.keys()]


def _sum(key: Key, terms: Sequence[Term]) -> Demand:
    weights: dict[str, Decimal] = {}
    blanks: dict[str, Decimal] = {}
    residual = bound = ZERO
    for term in terms:
        weight = Decimal(term.weight if term.side == "total" else -term.weight)
        if term.amount_id:
            weights[term.amount_id] = weights.get(term.amount_id, ZERO) + weight
        if term.value is not None:
            residual, bound = residual + weight * term.value, bound + abs(weight) * term.half
        elif term.amount_id:
            blanks[term.amount_id] = abs(weight) * term.half
    weights = {amount: weight for amount, weight in weights.items() if weight}
    low = None if terms[0].relation == "<=" else -bound - residual
    return Demand(key=key, weights=weights, low=low, high=bound - residual, blanks=blanks)
