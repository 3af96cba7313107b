"""Row slips: two rows of a form whose amounts are exchanged, and a row that is printed twice, each found as one error and proved.

Belongs here: which rows, so that all identities they are in hold again. Does not belong here: many rows moved (displacement), single
wrong amounts (search), wording it (whole_forms). Nothing is moved in the data.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from itertools import pairwise

from pipelines.findings.localization.candidates import common
from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import EXACT, PROSE, Key, Printed
from pipelines.findings.localization.repairs import repairs_by_one

_LEAST_BROKEN = 2
"""Broken instances that must hold once the rows are set right; one alone any two numbers explain."""
Row = Mapping[int, Printed]
"""The amounts of a row by their columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSlip:
    """Two rows, each by its first amount: exchanged, or the same row twice; the broken instances that hold once that is set right.

    changes: by how much what is printed then changes in each cell; elsewhere: the first amounts of such rows in other forms, of which
    the report does not tell whether they are the ones.
    """

    first: str
    second: str
    is_twice: bool
    keys: frozenset[Key]
    changes: Mapping[str, Decimal]
    elsewhere: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The amounts that its sentence names."""
        return self.first, self.second, *self.elsewhere


def row_slips(system: System) -> list[RowSlip]:
    """Find the rows of the report that are exchanged or printed twice, each proved exactly."""
    found: dict[frozenset[Key], list[RowSlip]] = {}
    for slip in _proved(system) if len(system.broken) >= _LEAST_BROKEN else ():
        found.setdefault(slip.keys, []).append(slip)
    told = [some for some in found.values() if len({system.printed[one.first].form for one in some}) == len(some)]
    first = [replace(one, elsewhere=tuple(other.first for other in others)) for one, *others in told]
    return [one for one in first if not any(one.keys & other.keys for other in first if other is not one)]


def _proved(system: System) -> Iterator[RowSlip]:
    for rows in _panels(system):
        for above, below in pairwise(rows):
            is_twice = _is_same(above, below)
            changes = _without(below) if is_twice else _exchanged(above, below)
            keys = _mended(system, changes)
            if len(keys) >= _LEAST_BROKEN and not _is_one_amount(system, keys):
                first, second = (row[min(row)].amount_id for row in (above, below))
                yield RowSlip(first=first, second=second, is_twice=is_twice, keys=keys, changes=changes)


def _panels(system: System) -> Iterator[Sequence[Row]]:
    """Yield the rows of each panel of the report's forms, from the top down."""
    panels: dict[tuple[str, str], dict[int, dict[int, Printed]]] = {}
    for one in system.printed.values():
        if one.report_id == system.report_id and one.form != PROSE and one.amount_id not in system.settled:
            panels.setdefault((one.form, one.panel), {}).setdefault(one.row, {})[one.column] = one
    for _, rows in sorted(panels.items()):
        yield [rows[number] for number in sorted(rows)]


def _is_same(above: Row, below: Row) -> bool:
    """Whether two rows have the same names and the same amounts."""
    return above.keys() == below.keys() and all(
        (one.name, one.value) == (below[column].name, below[column].value) for column, one in above.items()
    )


def _without(row: Row) -> dict[str, Decimal]:
    return {one.amount_id: -one.value for one in row.values() if one.value}


def _exchanged(above: Row, below: Row) -> dict[str, Decimal]:
    """By how much the amounts of two rows change where each has those of the other; nothing where one has a column that the other has not."""
    if above.keys() != below.keys():
        return {}
    pairs = [(above[column], below[column]) for column in above]
    moved = {a.amount_id: b.value - a.value for a, b in pairs} | {b.amount_id: a.value - b.value for a, b in pairs}
    return {amount: change for amount, change in moved.items() if change}


def _mended(system: System, changes: Mapping[str, Decimal]) -> frozenset[Key]:
    """Return the broken instances that the changes are in, where all of them hold then and all that holds still does; else nothing."""
    sums, quotients = system.demands_on(changes, frozenset())
    with localcontext(EXACT):
        if not (all(one.holds(changes) for one in sums) and all(one.holds(changes) for one in quotients)):
            return frozenset()
    return frozenset({*(one.key for one in sums), *(one.key for one in quotients)} & set(system.broken))


def _is_one_amount(system: System, keys: frozenset[Key]) -> bool:
    """Whether one amount alone explains what is broken."""
    return bool(repairs_by_one(system, common(system, keys), keys, frozenset(system.broken) - keys))
