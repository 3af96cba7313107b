"""Displacement: the amounts of a form that stand some rows beside their names, found as one error and proved.

Belongs here: which rows are moved by how many rows, so that all identities the form is in hold again.
Does not belong here: single wrong amounts (search), wording it (whole_forms). Nothing is moved in the data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import EXACT, PROSE, Key, Printed
from pipelines.findings.localization.panels import Move, Panel

if TYPE_CHECKING:
    import numpy as np

_LEAST_BROKEN = 3
"""Broken instances a form has before it is looked at; what fewer say one or two wrong amounts explain as well."""
_LEAST_MOVED = 4
"""Numbers that must stand elsewhere."""
_MOST_STEPS = 3


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
    found = (_displacement(Panel(system, tuple(cells))) for _, cells in sorted(panels.items()))
    return [one for one in found if one]


def _displacement(panel: Panel) -> Displacement | None:
    """Find steps after which every instance holds that the panel is in: those to its end first; None where there are none."""
    if len(panel.broken) < _LEAST_BROKEN or panel.breaks_within_a_row or panel.is_one_amount:
        return None
    return _by_steps(panel, [panel.height - 1]) or _by_steps(panel, panel.ends)


def _by_steps(panel: Panel, ends: Sequence[int]) -> Displacement | None:
    """Find steps to one of these rows, the one first that leaves the least broken."""
    import numpy as np  # a tenth of a second, and most reports have no row that is displaced

    sources, taken = np.arange(panel.height), list[Move]()
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
    return _proved(panel, sources, sorted(taken, key=lambda one: one.start)) if taken and not wrong else None


def _proved(panel: Panel, sources: "np.ndarray", taken: Sequence[Move]) -> Displacement | None:
    """Prove in Decimal that all sums of the panel hold, and every quotient that did; None if not or if too little moves."""
    changes = panel.changes(sources)
    sums, quotients = panel.system.demands_on(panel.ids, frozenset())
    with localcontext(EXACT):
        left = {q.key for q in quotients if not q.holds(changes)}
        holds = all(d.holds(changes) for d in sums) and left <= panel.broken
    if not holds or panel.rows_moved(sources, changes) < _LEAST_MOVED or len(panel.broken - left) <= len(taken):
        return None
    return Displacement(tuple(_steps(panel, taken)), frozenset(panel.broken - left), changes)


def _steps(panel: Panel, taken: Sequence[Move]) -> Iterator[Step]:
    """Yield the moves as ranges of rows that do not overlap: where a later move begins, the one before ends."""
    total: dict[int, int] = {}
    for move, after in zip(taken, [*taken[1:], None], strict=True):
        total[move.end] = total.get(move.end, 0) + move.rows
        until = min(move.end, after.start - 1) if after else move.end
        yield Step(panel.named(move.start), panel.named(move.last), panel.named(until), total[move.end])
