"""MILP: sets of several candidates that may repair broken instances, cheapest first, from a mixed-integer programme.

Belongs here: the programme over the terms (a change and a switch per candidate), solved by HiGHS, and its cuts.
Does not belong here: believing it. It works in floats and relaxes what is not linear, so that it never misses a true
set for the tolerance's sake; every proposal is proved in exact arithmetic (repairs).
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import inf

from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from pipelines.findings.localization.candidates import Candidate
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Demand, Key, Quotient
from pipelines.findings.localization.silence import silent_output
from pipelines.vocabulary import YUAN_PER_UNIT

MOST_CANDIDATES = 6
"""Sets of more candidates are not looked for: what so many slips explain is not explained."""
LIMITS = {"node_limit": 200, "time_limit": 60.0}
"""Branches and seconds for one solution (most take one to thirteen); where they run out, nothing more is proposed.

Branches, so that a slow machine finds what a fast one does; the seconds are for what no report has come near.
"""
_SLACK = 1e-5
"""By how much a row is relaxed, as a share of the reach of all its candidates: ten times the rounding of a switch
(1e-6).

With less, HiGHS (tolerances 1e-6 and 1e-7) lost true sets; what it lets through too much, the proof refuses."""
_FAR = 1e6
"""How far a printed quotient may change, in multiples of itself."""
_INFEASIBLE = 2
"""Status of scipy.optimize.milp."""


@dataclass(slots=True, kw_only=True)
class _Rows:
    """Rows of the programme, each scaled by its largest weight: low ≤ Σ weight · column ≤ high."""

    row: list[int] = field(default_factory=list)
    column: list[int] = field(default_factory=list)
    weight: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, weights: Mapping[int, float], low: float = -inf, high: float = inf) -> None:
        """Add one row."""
        scale = max(map(abs, weights.values()))
        self.row += [len(self.low)] * len(weights)
        self.column += weights
        self.weight += [weight / scale for weight in weights.values()]
        self.low.append(low / scale)
        self.high.append(high / scale)

    def constraint(self, columns: int) -> LinearConstraint:
        """Return all rows over that many columns."""
        matrix = coo_array((self.weight, (self.row, self.column)), shape=(len(self.low), columns))
        return LinearConstraint(matrix.tocsr(), self.low, self.high)


class Programme:
    """The least-cost choice of candidates whose changes satisfy what they touch.

    Column u is the change of candidate u as a share of its reach, column len(candidates)+u its switch. without:
    instances left out. ran_out: the last solution took more than its limits, so that there may be sets not seen.
    """

    def __init__(self, system: System, candidates: Sequence[Candidate], keys: Set[Key], without: Set[Key]) -> None:
        self._system, self._candidates, self._count = system, candidates, len(candidates)
        self.ran_out = False
        self._of: dict[str, list[int]] = {}
        for number, candidate in enumerate(candidates):
            for amount in candidate.amounts:
                self._of.setdefault(amount, []).append(number)
        self._reach = _reaches(system, candidates, keys)
        self._rows = _Rows()
        self._demand(without)
        for key in sorted(keys):
            touching = {u for amount in system.members[key] for u in self._of.get(amount, ())}
            if touching:
                self._rows.add({self._count + u: 1.0 for u in sorted(touching)}, low=1.0)
        self._rows.add({self._count + u: 1.0 for u in range(self._count)}, high=float(MOST_CANDIDATES))

    def _demand(self, without: Set[Key]) -> None:
        for u in range(self._count):
            self._rows.add({u: 1.0, self._count + u: -1.0}, high=0.0)
            self._rows.add({u: 1.0, self._count + u: 1.0}, low=0.0)
        sums, quotients = self._system.demands_on(self._of, without)
        for demand in (*sums, *self._system.floors(self._of)):
            self._add(demand, ())
        for quotient in quotients:
            for demand in quotient.on_terms():
                self._add(demand, self._of.get(quotient.stated_id, ()))
            for demand in quotient.on_stated({}):
                self._add(demand, sorted({u for amount in quotient.terms for u in self._of.get(amount, ())}))

    def _add(self, demand: Demand, switches: Sequence[int]) -> None:
        """Add a demand; it does not apply where one of the switches is on."""
        weights: dict[int, float] = {}
        for amount, weight in demand.weights.items():
            for u in self._of.get(amount, ()):
                weights[u] = weights.get(u, 0.0) + float(weight) * self._reach[u]
        weights = {u: weight for u, weight in weights.items() if weight}
        if not weights:
            return
        most = sum(map(abs, weights.values()))
        for limit, sign in ((demand.high, 1.0), (demand.low, -1.0)):
            bound = inf if limit is None else sign * float(limit)
            if bound < most:
                yielding = {self._count + u: -(most + abs(bound)) for u in switches}
                for amount, half in demand.blanks.items():
                    yielding |= {self._count + u: -float(half) for u in self._of.get(amount, ())}
                self._rows.add({u: sign * w for u, w in weights.items()} | yielding, high=bound + _SLACK * most)

    def forbid(self, chosen: Sequence[int]) -> None:
        """Exclude this set and every set that contains it."""
        self._rows.add({self._count + u: 1.0 for u in chosen}, high=len(chosen) - 1.0)

    def beyond(self, chosen: Sequence[int]) -> None:
        """Exclude this set and every part of it."""
        others = [u for u in range(self._count) if u not in set(chosen)]
        self._rows.add({self._count + u: 1.0 for u in others}, low=1.0)

    def solve(self) -> list[int] | None:
        """Return the numbers of the candidates of the cheapest set left; None without one or where limits ran out."""
        count = self._count
        costs = [0.0] * count + [candidate.cost for candidate in self._candidates]
        kinds = [0] * count + [1] * count
        bounds = Bounds([-1.0] * count + [0.0] * count, [1.0] * 2 * count)
        with silent_output():
            found = milp(
                costs, integrality=kinds, bounds=bounds, constraints=self._rows.constraint(2 * count),
                options=dict(LIMITS),
            )  # fmt: skip
        self.ran_out = found.status not in (0, _INFEASIBLE)
        return [u for u in range(count) if found.x[count + u] > 0.5] if found.status == 0 else None


def _reaches(system: System, candidates: Sequence[Candidate], keys: Set[Key]) -> list[float]:
    """Return how far each candidate may have to change: twice the residuals of its measure together.

    Its own magnitude does not count: a residual of some 元 would drown in the floats of a row of billions.
    """
    residual: dict[str, float] = {}
    for demand in (d for d in system.sums if d.key in keys):
        size = max(abs(float(limit)) for limit in (demand.low, demand.high) if limit is not None)
        for counted_in in {_measure(system, amount) for amount in demand.weights}:
            residual[counted_in] = residual.get(counted_in, 0.0) + 2 * size
    for quotient in (q for q in system.quotients if q.key in keys):
        for counted_in, size in _residuals(system, quotient):
            residual[counted_in] = residual.get(counted_in, 0.0) + 2 * size
    return [max(_reach(system, amount, residual) for amount in candidate.amounts) for candidate in candidates]


def _reach(system: System, amount: str, residual: Mapping[str, float]) -> float:
    """Return the residuals of an amount's measure; for a printed quotient also what a change of its terms makes."""
    reach = residual.get(_measure(system, amount), 0.0)
    for quotient in system.quotients_of.get(amount, ()):
        if amount == quotient.stated_id:
            share, whole = abs(float(quotient.part / quotient.whole)), float(quotient.whole)
            moves = max(residual.get(_measure(system, term), 0.0) for term in quotient.terms)
            reach = max(reach, min(quotient.factor * moves * (1 + share) / whole, _FAR * (1 + share)))
    return reach + 2 * float(system.printed[amount].half) + _SLACK


def _residuals(system: System, quotient: Quotient) -> Iterator[tuple[str, float]]:
    """Yield by how much the printed quotient, its part or its whole misses, each in its measure."""
    part, whole, stated = float(quotient.part), float(quotient.whole), float(quotient.stated)
    yield _measure(system, quotient.stated_id), abs(quotient.factor * part / whole - stated)
    for amount, _ in quotient.part_of:
        yield _measure(system, amount), abs(stated * whole / quotient.factor - part)
    if stated:
        for amount, _ in quotient.whole_of:
            yield _measure(system, amount), abs(quotient.factor * part / stated - whole)


def _measure(system: System, amount: str) -> str:
    counted_in = system.printed[amount].counted_in
    return "money" if counted_in in YUAN_PER_UNIT else counted_in
