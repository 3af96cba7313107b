"""Constraint system: all demands of one report on its printed amounts.

Belongs here: which instances an amount is in, which do not hold as printed, amounts that stay without a sign.
Does not belong here: one demand (constraints), which amounts to change (repairs).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from functools import cached_property
from typing import TypeVar

from pipelines.findings.localization.constraints import EXACT, ZERO, Demand, Key, Printed, Quotient

Value = TypeVar("Value")
ACROSS_YEARS = "Y-"
"""How the ids of the identities across years begin."""


@dataclass(frozen=True, kw_only=True)
class System:
    """The demands of one report on its amounts. report_id: the report that is explained.

    beside: other reports whose own demands are in it too, so that an amount of theirs may be doubted; foreign: those demands.
    settled: amounts that are explained already; norms: demands that it breaks and a true report may, which accuse no number.
    """

    report_id: str
    printed: Mapping[str, Printed]
    sums: tuple[Demand, ...]
    quotients: tuple[Quotient, ...]
    beside: frozenset[str] = frozenset()
    foreign: frozenset[Key] = frozenset()
    settled: frozenset[str] = frozenset()
    norms: tuple[Demand, ...] = ()

    @cached_property
    def broken(self) -> tuple[Key, ...]:
        """The instances that do not hold as printed, in order."""
        with localcontext(EXACT):
            sums = {d.key for d in self.sums if not d.holds({})}
            return tuple(sorted(sums | {q.key for q in self.quotients if not q.holds({})}))

    @cached_property
    def inequalities(self) -> frozenset[Key]:
        """The instances that only say that something is not above something else."""
        return frozenset(demand.key for demand in self.sums if demand.low is None)

    @cached_property
    def between(self) -> frozenset[Key]:
        """The instances between a report and another (family Y may do so by the prose alone): which is wrong they do not tell."""
        several = {key for key, some in self.members.items() if len({self.printed[a].report_id for a in some}) > 1}
        return frozenset(several | {key for key in self.members if key[0].startswith(ACROSS_YEARS)})

    @cached_property
    def mild(self) -> frozenset[Key]:
        """The instances that accuse no number by themselves: inequalities and those between reports."""
        return self.inequalities | self.between

    def may_change(self, amount_id: str) -> bool:
        """Whether an amount may be doubted: all that its own report says of it is known, and it is not explained already."""
        known = self.printed[amount_id].report_id in (self.report_id, *self.beside)
        return known and amount_id not in self.settled

    def settling(self, changes: Mapping[str, Decimal]) -> "System":
        """Return the system of the report as it is once some amounts have changed, which are explained by that."""
        printed = {amount: replace(p, value=p.value + changes.get(amount, ZERO)) for amount, p in self.printed.items()}
        return replace(
            self,
            printed=printed,
            sums=tuple(demand.after(changes) for demand in self.sums),
            quotients=tuple(quotient.settling(changes) for quotient in self.quotients),
            norms=tuple(norm.after(changes) for norm in self.norms),
            settled=self.settled | changes.keys(),
        )

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

    @cached_property
    def facts(self) -> tuple[tuple[str, ...], ...]:
        """Amounts that print one fact in several places and agree: satisfied instances set one equal to another."""
        group: dict[str, set[str]] = {}
        for demand in self.sums:
            printed = {amount: weight for amount, weight in demand.weights.items() if amount not in demand.blanks}
            alike = sorted(printed.values()) == [-1, 1] and demand.low is not None
            if alike and demand.key not in self.broken:
                first, second = printed
                joined = group.get(first, {first}) | group.get(second, {second})
                group.update(dict.fromkeys(joined, joined))
        return tuple(sorted({tuple(sorted(joined)) for joined in group.values()}))

    def keys_of(self, amount_id: str) -> set[Key]:
        """Return the instances an amount is in."""
        return {x.key for x in (*self.sums_of.get(amount_id, ()), *self.quotients_of.get(amount_id, ()))}

    def demands_on(self, amounts: Collection[str], without: Set[Key]) -> tuple[list[Demand], list[Quotient]]:
        """Return the sums and quotients that some of the amounts are in, each once, but those of `without`."""
        sums = {d.key: d for a in sorted(amounts) for d in self.sums_of.get(a, ()) if d.key not in without}
        quotients = {q.key: q for a in sorted(amounts) for q in self.quotients_of.get(a, ()) if q.key not in without}
        return list(sums.values()), list(quotients.values())

    def floors(self, amounts: Iterable[str]) -> Iterator[Demand]:
        """Yield the demand that amounts printed without a sign stay without one, balances aside (identity I-01)."""
        for amount in amounts:
            printed = self.printed[amount]
            if printed.value >= 0 and not printed.may_be_negative:
                yield Demand(key=("I-01", amount), weights={amount: Decimal(1)}, low=-printed.value, high=None)


def _index(pairs: Iterable[tuple[str, Value]]) -> dict[str, list[Value]]:
    index: dict[str, list[Value]] = {}
    for key, value in pairs:
        index.setdefault(key, []).append(value)
    return index
