"""Panels: the cells of one panel of a form, and what becomes of its sums where rows of amounts are moved.

Belongs here: trying moves, many at a time, in floats. Does not belong here: choosing among them and proving (displacement).
numpy is imported where arrays are made: most reports have no row that is displaced, and it takes a tenth of a second.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pipelines.findings.localization.candidates import single
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import Demand, Printed
from pipelines.findings.localization.repairs import repairs_by_one

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

_FARTHEST = 6
"""Rows by which one step moves what follows."""
_SLACK = 0.01
"""元 by which this look, in floats, is more lenient than the proof."""


class _Limits(NamedTuple):
    """Weights by instance and cell (row by row), and the least and the greatest change each instance bears."""

    weights: "csr_array"
    low: "np.ndarray"
    high: "np.ndarray"


@dataclass(frozen=True, slots=True)
class Move:
    """From row `start` to row `end`, amounts belong so many rows lower (higher, if negative); last: or from this row."""

    start: int
    rows: int
    end: int
    last: int = -1

    def applied(self, sources: "np.ndarray") -> "np.ndarray":
        """Return which row's amounts stand in each row after it; -1 for none."""
        import numpy as np

        block, blank = sources[self.start : self.end + 1], np.full(abs(self.rows), -1)
        moved = np.r_[blank, block[: -self.rows]] if self.rows > 0 else np.r_[block[-self.rows :], blank]
        return np.r_[sources[: self.start], moved, sources[self.end + 1 :]]


class Panel:
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
        """Whether a sum within one row is broken, which no moving of whole rows mends; what limits one amount alone is no sum."""
        row_of = {cell.amount_id: row for (row, _), cell in self.at.items()}
        sums = [members for key in self.broken if len(members := self.system.members[key]) > 1]
        return any(len({row_of.get(amount) for amount in members}) == 1 for members in sums)

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

    def tried(self, sources: "np.ndarray", end: int) -> Iterator[tuple[int, Move]]:
        """Yield every move up to a row, and how many sums do not hold after it."""
        import numpy as np

        steps = [by for by in range(-_FARTHEST, _FARTHEST + 1) if by]
        moves = [Move(start, by, end) for start in range(end) for by in steps if abs(by) <= end - start]
        if moves:
            failing = self.failing(np.stack([move.applied(sources) for move in moves]))
            yield from zip(map(int, failing), moves, strict=True)

    @cached_property
    def _demands(self) -> list[Demand]:
        return [demand for demand in self.system.sums if demand.weights.keys() & self.ids]

    @cached_property
    def _values(self) -> "np.ndarray":
        """What each cell prints, 0 where nothing; one more row, of zeros, at the end."""
        import numpy as np

        values = np.zeros((self.height + 1, self._width))
        for place, cell in self.at.items():
            values[place] = float(cell.value)
        return values

    @cached_property
    def _limits(self) -> _Limits:
        """What the instances allow, a little wider than they do."""
        import numpy as np
        from scipy.sparse import lil_array  # half a second, and most reports have no row that is displaced

        weights = lil_array((len(self._demands), self.height * self._width))
        for (row, column), cell in self.at.items():
            for number, demand in enumerate(self._demands):
                if weight := demand.weights.get(cell.amount_id):
                    weights[number, row * self._width + column] = float(weight)
        more = np.array([float(sum(d.blanks.values(), Decimal(0))) + _SLACK for d in self._demands])
        low = np.array([-np.inf if d.low is None else float(d.low) for d in self._demands]) - more
        high = np.array([np.inf if d.high is None else float(d.high) for d in self._demands]) + more
        return _Limits(weights.tocsr(), low, high)

    def failing(self, sources: "np.ndarray") -> "np.ndarray":
        """Count for each of many arrangements the sums that do not hold, at a first look."""
        import numpy as np

        weights, low, high = self._limits
        change = weights @ (self._values[sources] - self._values[None, :-1]).reshape(len(sources), -1).T
        return np.count_nonzero((change < low[:, None]) | (change > high[:, None]), axis=0)

    def changes(self, sources: "np.ndarray") -> dict[str, Decimal]:
        """Return by how much what is printed changes in each cell, where it does."""
        found = {cell.amount_id: self._moved(sources, *place) - cell.value for place, cell in self.at.items()}
        return {amount: change for amount, change in found.items() if change}

    def rows_moved(self, sources: "np.ndarray", changes: Mapping[str, Decimal]) -> int:
        """Count the rows whose amounts change for those of another row."""
        return len({row for (row, _), cell in self.at.items() if cell.amount_id in changes and sources[row] >= 0})

    def _moved(self, sources: "np.ndarray", row: int, column: int) -> Decimal:
        cell = self.at.get((int(sources[row]), column))
        return cell.value if cell else Decimal(0)

    def named(self, row: int) -> str:
        """Return an amount of a row, to name the row by; of a blank row one of the nearest above."""
        near = max(at for at, _ in self.at if at <= row)
        return next(cell.amount_id for (at, _), cell in sorted(self.at.items()) if at == near)
