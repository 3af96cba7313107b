"""Misplaced: a row of a form that stands below another branch than it belongs to, as with a misprinted code, found as one error and proved.

Belongs here: which row, so that what both branches fail by is its amounts. Does not belong here: rows exchanged or printed twice
(row_slips), wording it (whole_forms).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from itertools import permutations
from typing import NamedTuple

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import EXACT, PROSE, Demand, Key, Printed


class Row(NamedTuple):
    """Where a row stands: its form, the panel of it, its number there."""

    form: str
    panel: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Misplaced:
    """A row by its first amount, the totals of the branch it is in and of that it belongs to, the broken instances that hold once it is there."""

    amount: str
    within: str
    belongs: str
    keys: frozenset[Key]

    @property
    def named(self) -> tuple[str, ...]:
        """The amounts that its sentence names."""
        return self.amount, self.within, self.belongs


def misplaced_rows(system: System) -> list[Misplaced]:
    """Find the rows of the report that stand below another branch, each the only one that explains what fails."""
    found: dict[Row, list[Misplaced]] = {}
    for row, one in _moved(system):
        found.setdefault(row, []).append(one)
    rows = [
        replace(min(some, key=lambda one: one.amount), keys=frozenset[Key]().union(*(one.keys for one in some)))
        for _, some in sorted(found.items())
    ]
    return [one for one in rows if not any(one.keys & other.keys for other in rows if other is not one)]


def without(system: System, one: Misplaced) -> System:
    """Return the system without what a misplaced row explains."""
    return replace(system, sums=tuple(demand for demand in system.sums if demand.key not in one.keys))


def _moved(system: System) -> Iterator[tuple[Row, Misplaced]]:
    for lacking, holding in permutations(_branches(system), 2):
        (belongs, lacks), (within, holds) = lacking, holding
        if (belongs.form, belongs.panel, belongs.column) != (within.form, within.panel, within.column):
            continue
        for part in _parts(system, holds):
            if part.amount_id not in lacks.weights and _fits(lacks, belongs, holds, part):
                one = Misplaced(
                    amount=part.amount_id, within=within.amount_id, belongs=belongs.amount_id, keys=frozenset({lacks.key, holds.key})
                )  # fmt: skip
                yield Row(part.form, part.panel, part.row), one


def _branches(system: System) -> list[tuple[Printed, Demand]]:
    """The sums of rows of one column that fail, each with its total."""
    found = []
    for demand in system.sums:
        if demand.key not in system.broken or demand.low is None:
            continue
        members = [system.printed[amount] for amount in demand.weights]
        totals = [amount for amount, weight in demand.weights.items() if weight == 1]
        places = {(one.report_id, one.form, one.panel, one.column) for one in members}
        if len(totals) == 1 and len(members) > 1 and len(places) == 1 and members[0].form != PROSE:
            found.append((system.printed[totals[0]], demand))
    return [one for one in found if one[0].report_id == system.report_id]


def _parts(system: System, demand: Demand) -> list[Printed]:
    return [system.printed[amount] for amount, weight in demand.weights.items() if weight == -1]


def _fits(lacks: Demand, belongs: Printed, holds: Demand, part: Printed) -> bool:
    """Whether both sums hold once a part is one of the other: a total less by it is a sum more by it."""
    away: Mapping[str, Decimal] = {part.amount_id: -part.value}
    with localcontext(EXACT):
        return bool(part.value) and holds.holds(away) and lacks.holds({belongs.amount_id: -part.value})
