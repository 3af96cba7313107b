"""Target units: the money of a whole unit in the table of its targets (部门整体支出绩效目标表): by task, or by source and nature.

Belongs here: 预算金额 over 总额, 财政拨款, 其他资金, a row for each task and one for all; 预算支出总额 beside its sources, each by nature.
Does not belong here: the money of projects (target_tables, target_lists), what was spent (evaluation_tables).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from pipelines.pdf import Cell, Grid
from pipelines.prose.target_money import TargetMoney, are_all, bare, is_clear, is_number, unit_in
from pipelines.vocabulary import form_wordings, squeeze

_NATURES = ["合计", "基本支出", "项目支出"]
_ALL = re.compile(r"^(金额)?合计$")
_TASK = "任务名称"

_Cells = Mapping[tuple[int, int], Cell]


def unit_money(grid: Grid) -> Iterator[TargetMoney]:
    """Yield the money of a whole unit: of each task and of all, or of all alone."""
    cells = {(c.row, c.column): c for c in grid.cells}
    for cell in grid.cells:
        if form_wordings.says("target_unit_total", squeeze(cell.text)):
            yield from _by_nature(cells, cell)
        elif form_wordings.says("target_unit_money", squeeze(cell.text)) and cell.column_span > 1:
            yield from _by_task(cells, cell)


def _by_task(cells: _Cells, head: Cell) -> Iterator[TargetMoney]:
    """Yield the rows below 预算金额 as far as 合计; none where no such row is there, or a total among them is unclear."""
    level = head.row + head.row_span
    total, *sources = [c for n in _columns(head) if (c := cells.get((level, n)))] or [head]
    task = next((c for c in cells.values() if squeeze(c.text) == _TASK), None)
    last = next((c.row for c in cells.values() if c.row > level and _ALL.match(squeeze(c.text))), None)
    unit = unit_in([head.text])
    if squeeze(total.text) != "总额" or not (task and last and unit) or not are_all([c.text for c in sources]):
        return
    rows = [c for c in cells.values() if c.column == total.column and level < c.row <= last]
    if all(is_clear(c) for c in rows):
        for cell in sorted((c for c in rows if is_number(c)), key=lambda c: c.row):
            found = [(bare(s.text), beside) for s in sources if (beside := cells.get((cell.row, s.column)))]
            name = cells.get((cell.row, task.column))
            yield TargetMoney(
                subject="unit_target" if cell.row == last else "task_target", name=squeeze(name.text) if name else "", unit=unit,
                total=cell, sources=_clear(found, len(sources)),
            )  # fmt: skip


def _by_nature(cells: _Cells, head: Cell) -> Iterator[TargetMoney]:
    """Yield what stands below 预算支出总额, with its sources, each by nature (合计, 基本支出, 项目支出)."""
    level, row = head.row + 1, head.row + head.row_span
    total = cells.get((row, head.column))
    over = sorted(
        (c for c in cells.values() if c.row == head.row and c.column > head.column and squeeze(c.text)),
        key=lambda c: c.column,
    )
    natures = [[squeeze(c.text) for n in _columns(s) if (c := cells.get((level, n)))] for s in over]
    unit = unit_in(c.text for c in cells.values() if c.row == head.row)
    if not (total and is_number(total) and unit and are_all([s.text for s in over])) or any(
        n != _NATURES for n in natures
    ):
        return
    found = [(bare(s.text), c) for s in over if (c := cells.get((row, s.column)))]
    parts = [
        (bare(s.text) + nature, c)
        for s in over
        for n, nature in enumerate(_NATURES)
        if n and (c := cells.get((row, s.column + n)))
    ]
    yield TargetMoney(
        subject="unit_target", name=squeeze(head.text), unit=unit, total=total, sources=_clear(found, len(over)),
        natures=_clear(parts, 2 * len(over)),
    )  # fmt: skip


def _columns(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def _clear(found: Sequence[tuple[str, Cell]], wanted: int) -> tuple[tuple[str, Cell], ...]:
    """Return the named cells where there are as many as wanted and each is clear; else none."""
    return tuple(found) if len(found) == wanted and all(is_clear(cell) for _, cell in found) else ()
