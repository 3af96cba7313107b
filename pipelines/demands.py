"""Demands: what the identities of one report demand of its printed amounts, as exact intervals on their changes.

Belongs here: terms and quotients as read from checks.*, the interval each leaves to a change, judging changes exactly.
Does not belong here: which amounts to change (repairs), reading rows (locating).
Tolerance as in sql/checks: a sum within Σ|w|h, a quotient whose interval meets the printed one. Everything is Decimal;
a context that traps Inexact proves that nothing was rounded.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from functools import cached_property
from itertools import groupby
from typing import TypeVar

EXACT = Context(prec=120, traps=[Inexact, InvalidOperation])
ZERO = Decimal(0)
PROSE = "prose"

Value = TypeVar("Value")
Key = tuple[str, str]
"""An instance: identity_id, instance."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed number. value, half in 元, or as printed where it is no money (%, 辆 …); decimals as printed in `unit`.

    place: form (or prose), panel (or section), row (or sentence), column; name: row and column as printed.
    may_be_negative: an opening or closing balance (identity I-01).
    """

    amount_id: str
    report_id: str
    value: Decimal
    half: Decimal
    text: str
    unit: str
    decimals: int
    form: str
    panel: str
    row: int
    column: int
    name: str = ""
    may_be_negative: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A row of checks.term: weight counts on its side; amount_id None is a constant, value None a blank."""

    identity_id: str
    instance: str
    relation: str
    side: str
    weight: int
    amount_id: str | None
    value: Decimal | None
    half: Decimal


@dataclass(frozen=True, slots=True)
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

    def changed(self, changes: Mapping[str, Decimal]) -> tuple[Decimal, Decimal, Decimal]:
        """stated, part and whole after the changes."""
        part, whole = (sum(w * changes.get(a, ZERO) for a, w in side) for side in (self.part_of, self.whole_of))
        return self.stated + changes.get(self.stated_id, ZERO), self.part + part, self.whole + whole

    def holds(self, changes: Mapping[str, Decimal]) -> bool:
        """Whether the intervals meet after the changes; a base that may be zero does not count as holding."""
        stated, part, whole = self.changed(changes)
        return (
            whole - self.whole_half > 0
            and self.factor * (part - self.part_half) <= (stated + self.stated_half) * (whole + self.whole_half)
            and self.factor * (part + self.part_half) >= (stated - self.stated_half) * (whole - self.whole_half)
        )

    def on_terms(self) -> Iterator["Demand"]:
        """What it demands of part and whole while the printed quotient stays."""
        up, down = self.stated + self.stated_half, self.stated - self.stated_half
        upper = up * (self.whole + self.whole_half) - self.factor * (self.part - self.part_half)
        lower = down * (self.whole - self.whole_half) - self.factor * (self.part + self.part_half)
        yield Demand(self.key, self._weights(up), None, upper)
        yield Demand(self.key, self._weights(down), lower, None)
        yield Demand(self.key, dict(self.whole_of), self.whole_half - self.whole, None)

    def _weights(self, stated: Decimal) -> dict[str, Decimal]:
        weights = {amount: Decimal(self.factor * weight) for amount, weight in self.part_of}
        for amount, weight in self.whole_of:
            weights[amount] = weights.get(amount, ZERO) - stated * weight
        return weights

    def on_stated(self, changes: Mapping[str, Decimal]) -> Iterator["Demand"]:
        """What it demands of the printed quotient with part and whole as the changes leave them."""
        _, part, whole = self.changed(changes)
        most, least = whole + self.whole_half, whole - self.whole_half
        low = self.factor * (part - self.part_half) - (self.stated + self.stated_half) * most
        high = self.factor * (part + self.part_half) - (self.stated - self.stated_half) * least
        yield Demand(self.key, {self.stated_id: most}, low, None)
        yield Demand(self.key, {self.stated_id: least}, None, high)


@dataclass(frozen=True, slots=True)
class Demand:
    """low ≤ Σ weight · change ≤ high over the changes of the amounts; None is no limit."""

    key: Key
    weights: Mapping[str, Decimal]
    low: Decimal | None
    high: Decimal | None

    def allows(self, total: Decimal) -> bool:
        """Whether a weighted sum of changes is within the limits."""
        return (self.low is None or self.low <= total) and (self.high is None or total <= self.high)

    def holds(self, changes: Mapping[str, Decimal]) -> bool:
        """Whether the changes satisfy it."""
        return self.allows(sum((w * changes.get(a, ZERO) for a, w in self.weights.items()), ZERO))


def summed(terms: Iterable[Term]) -> list[Demand]:
    """The demand of each instance of a sum; instances whose amounts are all blank or constant demand nothing."""
    demands = []
    for key, group in groupby(sorted(terms, key=_key), key=lambda t: (t.identity_id, t.instance)):
        weights: dict[str, Decimal] = {}
        residual = bound = ZERO
        relation = "="
        for term in group:
            if term.value is None:
                continue
            weight = Decimal(term.weight if term.side == "total" else -term.weight)
            residual, bound, relation = residual + weight * term.value, bound + abs(weight) * term.half, term.relation
            if term.amount_id:
                weights[term.amount_id] = weights.get(term.amount_id, ZERO) + weight
        weights = {amount: weight for amount, weight in weights.items() if weight}
        if weights:
            demands.append(Demand(key, weights, None if relation == "<=" else -bound - residual, bound - residual))
    return demands


def _key(term: Term) -> tuple[str, str, str]:
    return term.identity_id, term.instance, term.amount_id or ""


@dataclass(frozen=True)
class System:
    """The demands of one report on its amounts. report_id: the report that is explained."""

    report_id: str
    printed: Mapping[str, Printed]
    sums: tuple[Demand, ...]
    quotients: tuple[Quotient, ...]

    @cached_property
    def broken(self) -> tuple[Key, ...]:
        """The instances that do not hold as printed, in order."""
        with localcontext(EXACT):
            sums = {d.key for d in self.sums if not d.holds({})}
            return tuple(sorted(sums | {q.key for q in self.quotients if not q.holds({})}))

    @cached_property
    def members(self) -> Mapping[Key, frozenset[str]]:
        """Instance → the amounts in it."""
        members = {d.key: frozenset(d.weights) for d in self.sums}
        for quotient in self.quotients:
            members[quotient.key] = members.get(quotient.key, frozenset()) | quotient.terms | {quotient.stated_id}
        return members

    @cached_property
    def sums_of(self) -> Mapping[str, list[Demand]]:
        """Amount → the sums it is in."""
        return _index((amount, demand) for demand in self.sums for amount in demand.weights)

    @cached_property
    def quotients_of(self) -> Mapping[str, list[Quotient]]:
        """Amount → the quotients it is in."""
        return _index((amount, q) for q in self.quotients for amount in sorted(q.terms | {q.stated_id}))

    def keys_of(self, amount_id: str) -> set[Key]:
        """The instances an amount is in."""
        return {x.key for x in (*self.sums_of.get(amount_id, ()), *self.quotients_of.get(amount_id, ()))}

    def touched(self, amounts: Collection[str], without: Set[Key]) -> tuple[list[Demand], list[Quotient]]:
        """The sums and quotients some of the amounts are in, those of `without` left out, each once."""
        sums = {d.key: d for a in sorted(amounts) for d in self.sums_of.get(a, ()) if d.key not in without}
        quotients = {q.key: q for a in sorted(amounts) for q in self.quotients_of.get(a, ()) if q.key not in without}
        return list(sums.values()), list(quotients.values())

    def floors(self, amounts: Iterable[str]) -> Iterator[Demand]:
        """Amounts printed without a sign stay without one, balances aside (identity I-01)."""
        for amount in amounts:
            printed = self.printed[amount]
            if printed.value >= 0 and not printed.may_be_negative:
                yield Demand(("I-01", amount), {amount: Decimal(1)}, -printed.value, None)


def _index(pairs: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    index: dict[str, list[Value]] = {}
    for key, value in pairs:
        index.setdefault(key, []).append(value)
    return index
