"""Target tables: the money of projects in the tables of their targets (绩效目标表) that a budget prints, as claims.

Belongs here: the block 项目资金 of a table of one project (年度资金总额, 其中：财政拨款, 其他资金). Does not belong here: lists of many projects
(target_lists), whole units (target_units), what was spent of it (evaluation_tables), targets and their values, statutory tables (forms).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from pipelines.pdf import Cell, Grid, Page
from pipelines.prose.claims import Claim
from pipelines.prose.target_lists import columns_of, going_on, listed
from pipelines.prose.target_money import TargetMoney, are_all, bare, is_clear, is_number, project_name, unit_in
from pipelines.prose.target_units import unit_money
from pipelines.vocabulary import form_wordings, squeeze

_NAMED = ("项目名称", "专项(项目)名称", "转移支付名称")


_TOP = 2
"""Rows of a grid that may print its title."""
_OF_YEAR = "年度"
_TITLE = re.compile(r"(20\d\d)年.*绩效目标.*表")
_SPENT = "全年执行数"
"""Heading of a column of a table that evaluates a project (evaluation_tables)."""


def target_claims(pages: Sequence[Page], order: int, statement: int, year: int | None = None) -> Iterator[Claim]:
    """Yield the money of each project, task and unit of the tables of targets.

    order, statement: as of score_tables.score_claims; year: of the budget, which may print the tables of another year too.
    """
    orders, columns = count(order), None
    for page in pages:
        is_of_year = _names_no_other(page, year)
        for grid in page.grids:
            columns = columns_of(page, grid) or going_on(columns, page, grid)
            columns = replace(columns, is_of_year=columns.is_of_year and is_of_year) if columns else None
            one = [*_blocks(grid, is_of_year=is_of_year), *_levels(page, grid, is_of_year=is_of_year)]
            for money in [*one, *unit_money(grid), *(listed(grid, columns) if columns else ())]:
                statement += 1
                yield from money.claims(page.number, orders, statement)


def _blocks(grid: Grid, *, is_of_year: bool) -> Iterator[TargetMoney]:
    """Yield the money of a table of one project: a total and its sources below one another, an amount to the right of each."""
    cells = {(c.row, c.column): c for c in grid.cells}
    if any(_SPENT in squeeze(c.text) for c in grid.cells):
        return
    for label in (c for c in grid.cells if form_wordings.says("target_total", bare(c.text))):
        head, amount = _head(grid, label), _right_of(cells, label)
        if head and amount and is_number(amount):
            rows = range(label.row + 1, head.row + head.row_span)
            below = [(c.text, _right_of(cells, c)) for c in grid.cells if c.column == label.column and c.row in rows]
            sources = tuple((bare(text), cell) for text, cell in below if cell and is_clear(cell))
            is_whole = len(sources) == len(below) and are_all([text for text, _ in below])
            if unit := unit_in([head.text]):
                yield TargetMoney(
                    name=_name(cells),
                    unit=unit,
                    total=amount,
                    sources=sources if is_whole else (),
                    is_of_year=is_of_year and _OF_YEAR in bare(label.text),
                )


def _levels(page: Page, grid: Grid, *, is_of_year: bool) -> Iterator[TargetMoney]:
    """Yield the money of a table that tells beside a project's total who spends it: the city (市级支出) and its districts (补助区县)."""
    cells = {(c.row, c.column): c for c in grid.cells}
    unit = unit_in(line.text for line in page.lines)
    for label in grid.cells:
        amount = _right_of(cells, label)
        if unit and amount and is_number(amount) and form_wordings.says("target_level_total", bare(label.text)):
            rows = range(label.row, label.row + label.row_span)
            beside = [c for row in rows if (c := cells.get((row, amount.column + amount.column_span)))]
            found = [(bare(c.text), cell) for c in beside if (cell := _right_of(cells, c)) and is_clear(cell)]
            is_whole = len(found) > 1 and all(form_wordings.says("target_level", name) for name, _ in found)
            sources = tuple(found) if is_whole and len(found) == len(rows) else ()
            yield TargetMoney(name=_name(cells), unit=unit, total=amount, sources=sources, is_of_year=is_of_year)


def _names_no_other(page: Page, year: int | None) -> bool:
    """Whether no title of a table on a page names another year than that of the budget."""
    lines = [line.text for line in page.lines] + [
        cell.text for grid in page.grids for cell in grid.cells if cell.row < _TOP
    ]
    named = (match for text in lines if (match := _TITLE.search(squeeze(text))))
    return all(int(match[1]) == year for match in named)


def _head(grid: Grid, label: Cell) -> Cell | None:
    """Return the cell to the left of a total that heads it and the rows below (项目资金（万元）)."""
    level = [c for c in grid.cells if c.row == label.row and c.column < label.column and c.row_span > 1]
    return next((c for c in level if "资金" in squeeze(c.text)), None)


def _right_of(cells: Mapping[tuple[int, int], Cell], cell: Cell) -> Cell | None:
    return cells.get((cell.row, cell.column + cell.column_span))


def _name(cells: Mapping[tuple[int, int], Cell]) -> str:
    """Return the name of the project; empty where the table prints none."""
    label = next((c for c in cells.values() if squeeze(c.text) in _NAMED), None)
    beside = _right_of(cells, label) if label else None
    return project_name(beside.text) if beside else ""
