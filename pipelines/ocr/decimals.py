"""Decimals: numbers of a grid that lack the point which the others of their column have.

Belongs here: which cells these are. Does not belong here: what a number means (forms). A point is the smallest thing that is
printed: a fold or a speck takes it from both recognisers, and the number that is left is a sound one, a hundred times too large.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipelines.pdf import Cell, Grid

_NUMBER = re.compile(r"[-−]?[\d,]+(?:\.(\d+))?")
_SHORT = 2
"""Digits of a number that need no point: 0, a number of line."""


def without_point(grid: Grid) -> Iterator[Cell]:
    """Yield the cells whose number has other decimals than most of its column or, where it stands alone there, of its row."""
    columns: dict[int, list[tuple[Cell, int]]] = defaultdict(list)
    rows: dict[int, list[tuple[Cell, int]]] = defaultdict(list)
    for cell in grid.cells:
        if match := _NUMBER.fullmatch("".join(cell.text.split())):
            found = cell, len(match[1] or "")
            columns[cell.column].append(found)
            rows[cell.row].append(found)
    for cell, decimals in (found for column in columns.values() for found in column):
        if not decimals and _is_short(cell):
            continue
        others = [
            there for other, there in columns[cell.column] if other is not cell and (there or not _is_short(other))
        ]
        before = [there for other, there in rows[cell.row] if other.column < cell.column and there]
        usual = _usual(others or before)
        if usual is not None and usual != decimals:
            yield cell


def _is_short(cell: Cell) -> bool:
    return len(re.sub(r"\D", "", cell.text)) <= _SHORT


def _usual(decimals: list[int]) -> int | None:
    """Return the decimals of most numbers that have some, None where most have none."""
    with_point = [one for one in decimals if one]
    return Counter(with_point).most_common(1)[0][0] if 2 * len(with_point) > len(decimals) else None
