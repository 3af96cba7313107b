"""Stacked phases: a table that prints one heading twice, 预算数 above and 决算数 below, set side by side as other publishers print it.

Belongs here: which rows are the two blocks, and the rows that both make. Does not belong here: what a phase or an item means (three_public),
halves of a table on two pages (cut_tables). 江苏 prints its 三公 form (T7) so.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipelines.forms.tables import Row, Table
from pipelines.pdf import Cell, around

_PHASE = re.compile(r"(20\d\d年度?)?(年初|全年|调整)?(预算|决算)(数|金额|支出)?")


def side_by_side(table: Table) -> Table:
    """Return a table, its block below a line 决算数 moved to the right of the one below 预算数, where both have one heading."""
    starts = [at for at, row in enumerate(table.rows) if _names_phase(row, len(table.edges) - 1)]
    if len(starts) != 2:
        return table
    first, second = starts
    upper, lower = table.rows[first:second], table.rows[second : 2 * second - first]
    if not _are_blocks(upper, lower):
        return table
    ours, theirs = _boundaries(upper), _boundaries(lower)
    before, after = _placed(table.rows[:first], ours, 0), _placed(table.rows[second + len(lower) :], ours, 0)
    left, right = _placed(upper, ours, 0), _placed(lower, theirs, len(ours) - 1)
    joined = [_beside(one, other) for one, other in zip(left, right, strict=True)]
    beyond = table.edges[-1] - table.edges[0]
    edges = (*(table.edges[at] for at in ours), *(table.edges[at] + beyond for at in theirs[1:]))
    return replace(table, edges=edges, rows=(*before, *joined, *after))


def _names_phase(row: Row, width: int) -> bool:
    """Whether the only cell of a row names a phase over all columns."""
    cells = [cell for cell in row.cells if cell.text.strip()]
    return len(cells) == 1 and cells[0].column_span == width > 2 and bool(_PHASE.fullmatch("".join(row.texts())))


def _are_blocks(upper: Sequence[Row], lower: Sequence[Row]) -> bool:
    """Whether two blocks have one heading: other words for the phase, the same ones for all columns, then amounts."""
    heads = [[row.texts() for row in block[1:-1]] for block in (upper, lower)]
    is_headed = heads[0] == heads[1] and any(heads[0]) and len(upper) == len(lower)
    return is_headed and upper[0].texts() != lower[0].texts()


def _boundaries(block: Sequence[Row]) -> list[int]:
    """Return the boundaries of columns that a block itself has, the last one with them: the other block may have more."""
    own = {cell.column for row in block for cell in row.cells}
    return sorted(own | {max(cell.column + cell.column_span for row in block for cell in row.cells)})


def _placed(rows: Sequence[Row], boundaries: Sequence[int], behind: int) -> list[Row]:
    """Number the columns of rows by those boundaries, behind so many others."""
    return [
        replace(row, cells=tuple(_numbered(cell, boundaries, behind, row.page) for cell in row.cells)) for row in rows
    ]


def _numbered(cell: Cell, boundaries: Sequence[int], behind: int, page: int) -> Cell:
    start = max(0, bisect_right(boundaries, cell.column) - 1)
    end = max(start + 1, bisect_left(boundaries, cell.column + cell.column_span))
    return replace(cell, column=start + behind, column_span=end - start, page=cell.page or page)


def _beside(left: Row, right: Row) -> Row:
    """Put the cells of a row behind those of another."""
    cells = (*left.cells, *right.cells)
    return Row(left.page, cells, around(c.box for c in cells))
