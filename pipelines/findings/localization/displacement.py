"""Displacement: the amounts of a form that stand some rows beside their names, found as one error and proved.

Belongs here: which rows are moved by how many rows, so that all identities the form is in hold again.
Does not belong here: single wrong amounts (search), wording it (whole_forms). Nothing is moved in the data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array, lil_array

from pipelines.findings.localization.candidates import single
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import EXACT, PROSE, Demand, Key, Printed
from pipelines.findings.localization.repairs import repairs_by_one

_LEAST_BROKEN = 3
"""Broken instances a form has before it is looked at; what fewer say one or two wrong amounts explain as well."""
_LEAST_MOVED = 4
"""Numbers that must stand elsewhere."""
_FARTHEST = 6
"""Rows by which one step moves what follows."""
_MOST_STEPS = 3
_SLACK = 0.01
"""元 by which the first look, in floats, is more lenient than the proof."""


@dataclass(frozen=True, slots=True)
class Step:
    """From a row on, amounts stand `rows` higher (lower, if negative) than their names.

    first, last: an amount of the earliest and of the latest row at which that may begin; until: one of the last row.
    """

    first: str
    last: str
    until: str
    rows: int


@dataclass(frozen=True, slots=True)
class Displacement:
    """Steps from the top down, the broken instances that hold once the amounts stand with their names.

    changes: by how much what is printed then changes in each cell.
    """

    steps: tuple[Step, ...]
    keys: frozenset[Key]
    changes: Mapping[str, Decimal]


def displacements(system: System) -> list[Displacement]:
    """Find the panels of the report whose amounts are displaced, each proved exactly."""
    panels: dict[tuple[str, str], list[Printed]] = {}
    for one in system.printed.values():
        if one.report_id == system.report_id and one.form != PROSE:
            panels.setdefault((one.form, one.panel), []).append(one)
    found = (_displacement(_Panel(system, tuple(cells))) for _, cells in sorted(panels.items()))
    return [one for one in found if one]


def _displacement(panel: "_Panel") -> Displacement | None:
    """Find steps after which every instance holds that the panel is in: those to its end first; None where there are none."""
    if len(panel.broken) < _LEAST_BROKEN or panel.breaks_within_a_row or panel.is_one_amount:
        return None
    return _by_steps(panel, [panel.height - 1]) or _by_steps(panel, panel.ends)


def _by_steps(panel: "_Panel", ends: Sequence[int]) -> Displacement | None:
    """Find steps to one of these rows, the one first that leaves the least broken."""
    sources, taken = np.arange(panel.height), list[_Move]()
    wrong = int(panel.failing(sources[None, :])[0])
    while wrong and len(taken) < _MOST_STEPS:
        tried = [(failing, move) for end in ends for failing, move in panel.tried(sources, end)]
        least, move = min(
            tried, key=lambda one: (one[0], abs(one[1].rows), -one[1].end, one[1].start), default=(wrong, None)
        )
        if move is None or least >= wrong:
            return None
        last = max(m.start for failing, m in tried if (failing, m.rows, m.end) == (least, move.rows, move.end))
        wrong, sources = least, move.applied(sources)
        taken.append(replace(move, last=last))
    return panel.proved(sources, sorted(taken, key=lambda one: one.start)) if taken and not wrong else None


@dataclass(frozen=True, slots=True)
class _Move:
    """From row `start` to row `end`, amounts belong so many rows lower (higher, if negative); last: or from this row."""

    start: int
    rows: int
    end: int
    last: int = -1

    def applied(self, sources: np.ndarray) -> np.ndarray:
        """Return which row's amounts stand in each row after it; -1 for none."""
        block, blank = sources[self.start : self.end + 1], np.full(abs(self.rows), -1)
        moved = np.r_[blank, block[: -self.rows]] if self.rows > 0 else np.r_[block[-self.rows :], blank]
        return np.r_[sources[: self.start], moved, sources[self.end + 1 :]]


class _Panel:
    """The cells of one panel by row and column, and the instances they are in, as matrices for a first look."""

    def __init__(self, system: System, cells: Sequence[Printed]) -> None:
        self.system = system
        rows, columns = sorted({cell.row for cell in cells}), sorted({cell.column for cell in cells})
        self.height, self._width = len(rows), len(columns)
        self.at = {(rows.index(cell.row), columns.index(cell.column)): cell for cell in cells}
        self.ids = frozenset(cell.amount_id for cell in cells)
        self.broken = {key for key in system.broken if system.members[key] & self.ids}

    @property
    def breaks_within_a_row(self) -> bool:
        """Whether a sum within one row is broken, which no moving of whole rows mends."""
        row_of = {cell.amount_id: row for (row, _), cell in self.at.items()}
        return any(len({row_of.get(amount) for amount in self.system.members[key]}) == 1 for key in self.broken)

    @cached_property
    def is_one_amount(self) -> bool:
        """Whether one amount alone explains what is broken."""
        shared = frozenset.intersection(*(self.system.members[key] for key in self.broken))
        without = frozenset(self.system.broken) - self.broken
        return bool(repairs_by_one(self.system, [single(self.system, a) for a in sorted(shared)], self.broken, without))

    @cached_property
    def ends(self) -> list[int]:
        """The rows after which nothing may be moved: the last one, and those before a row that others add up to."""
        parents = set()
        for demand in self._demands:
            places = [
                (row, demand.weights[c.amount_id]) for (row, _), c in self.at.items() if c.amount_id in demand.weights
            ]
            if len({row for row, _ in places}) > 1:
                parents |= {row for row, weight in places if weight > 0}
        return sorted({row - 1 for row in parents if row} | {self.height - 1})

    def tried(self, sources: np.ndarray, end: int) -> Iterator[tuple[int, _Move]]:
        """Yield every move up to a row, and how many sums do not hold after it."""
        steps = [by for by in range(-_FARTHEST, _FARTHEST + 1) if by]
        moves = [_Move(start, by, end) for start in range(end) for by in steps if abs(by) <= end - start]
        if moves:
            failing = self.failing(np.stack([move.applied(sources) for move in moves]))
            yield from zip(map(int, failing), moves, strict=True)

    @cached_property
    def _demands(self) -> list[Demand]:
        return [demand for demand in self.system.sums if demand.weights.keys() & self.ids]

    @cached_property
    def _values(self) -> np.ndarray:
        """What each cell prints, 0 where nothing; one more row, of zeros, at the end."""
        values = np.zeros((self.height + 1, self._width))
        for place, cell in self.at.items():
            values[place] = float(cell.value)
        return values

    @cached_property
    def _limits(self) -> tuple[csr_array, np.ndarray, np.ndarray]:
        """Weights by instance and cell (row by row), and the limits of each instance, a little wider than they are."""
        weights = lil_array((len(self._demands), self.height * self._width))
        for (row, column), cell in self.at.items():
            for number, demand in enumerate(self._demands):
                if weight := demand.weights.get(cell.amount_id):
                    weights[number, row * self._width + column] = float(weight)
        more = np.array([float(sum(d.blanks.values(), Decimal(0))) + _SLACK for d in self._demands])
        low = np.array([-np.inf if d.low is None else float(d.low) for d in self._demands]) - more
        high = np.array([np.inf if d.high is None else float(d.high) for d in self._demands]) + more
        return weights.tocsr(), low, high

    def failing(self, sources: np.ndarray) -> np.ndarray:
        """Count for each of many arrangements the sums that do not hold, at a first look."""
        weights, low, high = self._limits
        change = weights @ (self._values[sources] - self._values[None, :-1]).reshape(len(sources), -1).T
        return np.count_nonzero((change < low[:, None]) | (change > high[:, None]), axis=0)

    def proved(self, sources: np.ndarray, taken: Sequence[_Move]) -> Displacement | None:
        """Prove in Decimal that all sums of the panel hold, and every quotient that did; None if not or if too little moves."""
        changes = {cell.amount_id: self._moved(sources, *place) - cell.value for place, cell in self.at.items()}
        changes = {amount: change for amount, change in changes.items() if change}
        moved = {row for (row, _), cell in self.at.items() if cell.amount_id in changes and sources[row] >= 0}
        sums, quotients = self.system.demands_on(self.ids, frozenset())
        with localcontext(EXACT):
            left = {q.key for q in quotients if not q.holds(changes)}
            holds = all(d.holds(changes) for d in sums) and left <= self.broken
        if not holds or len(moved) < _LEAST_MOVED or len(self.broken - left) <= len(taken):
            return None
        return Displacement(tuple(self._steps(taken)), frozenset(self.broken - left), changes)

    def _moved(self, sources: np.ndarray, row: int, column: int) -> Decimal:
        cell = self.at.get((int(sources[row]), column))
        return cell.value if cell else Decimal(0)

    def _steps(self, taken: Sequence[_Move]) -> Iterator[Step]:
        total: dict[int, int] = {}
        for move in taken:
            total[move.end] = total.get(move.end, 0) + move.rows
            yield Step(self._named(move.start), self._named(move.last), self._named(move.end), total[move.end])

    def _named(self, row: int) -> str:
        """Return an amount of a row, to name the row by."""
        return next(cell.amount_id for (at, _), cell in sorted(self.at.items()) if at == row)
