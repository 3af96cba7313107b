"""Budget frames: what stands in the frame of a budget's table and belongs elsewhere, mended before the table is read.

Belongs here: several forms in one frame, the end of a name that runs out of its cell, a total drawn wider than its column. Does not belong here: columns and titles
(budget_tables), joining grids (tables), what a row means (row_meanings).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from pipelines.forms.layout import PageLayout
from pipelines.pdf import Cell, Grid, Line
from pipelines.vocabulary import squeeze

_RUN_OUT = re.compile(r"([^\d\s]{1,12})\n(\d{3,7}[-—]\D[\s\S]*)")
"""The end of the name above, which is cut off by its cell, over the code and name of a cell."""
_TOTAL = ("合计", "总计", "小计")
AMOUNT = re.compile(r"-?[\d,]+\.\d{2,}")
"""A number with decimals, which is an amount in a budget's table."""
_CODED = re.compile(r"\d{3,7}[-—]\D")
_FEW = 4
"""Texts of a row that holds a title, at most."""


def part_forms(grid: Grid, is_title: Callable[[str], bool]) -> Iterator[Grid]:
    """Yield the grid in pieces, each beginning with a row that holds the title of a form, where rows of another stand above."""
    rows = [list(cells) for _, cells in groupby(grid.cells, attrgetter("row"))]
    starts = [0]
    for number, cells in enumerate(rows):
        texts = [text for cell in cells if (text := squeeze(cell.text))]
        if len(texts) <= _FEW and any(map(is_title, texts)) and _is_filled(rows[starts[-1] : number]):
            starts.append(number)
    if len(starts) == 1:
        yield grid
        return
    for first, last in pairwise([*starts, len(rows)]):
        yield _piece(grid, [cell for cells in rows[first:last] for cell in cells])


def _is_filled(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(re.search(r"\d\.\d", cell.text or "") for cells in rows for cell in cells)


def _piece(grid: Grid, cells: Sequence[Cell]) -> Grid:
    first = cells[0].row
    own = tuple(replace(cell, row=cell.row - first) for cell in cells)
    box = (grid.box[0], min(c.box[1] for c in cells), grid.box[2], max(c.box[3] for c in cells))
    return Grid(box, grid.edges, max(c.row + c.row_span for c in own), own)


def take_in(laid: PageLayout) -> PageLayout:
    """Return a page with ends of names put back into their cells, below the last row too, and totals into their columns."""
    grids = list(laid.page.grids)
    body = list(laid.body)
    for number, grid in enumerate(grids):
        cells = _narrow(_settle(grid.cells))
        for line in [line for line in body if _runs_out(line, grid)]:
            if (place := _above(cells, line)) is not None:
                cells[place] = replace(cells[place], text=cells[place].text + line.text)
                body.remove(line)
        grids[number] = replace(grid, cells=tuple(cells))
    return replace(laid, page=replace(laid.page, grids=tuple(grids)), body=tuple(body))


def _runs_out(line: Line, grid: Grid) -> bool:
    """Whether a line begins above the lower edge of a frame and ends below it."""
    return line.box[1] < grid.box[3] - 1 < line.box[3] and not re.search(r"\d", line.text)


def _above(cells: Sequence[Cell], line: Line) -> int | None:
    """Return the place of the last cell above a line that names something by code."""
    over = [
        place for place, c in enumerate(cells)
        if c.box[0] <= line.box[0] + 1 and line.box[2] <= c.box[2] + 1 and line.box[1] < c.box[3] <= line.box[3]
    ]  # fmt: skip
    return over[-1] if over and _CODED.match(cells[over[-1]].text or "") else None


def _settle(cells: Sequence[Cell]) -> list[Cell]:
    """Put the end of a name that stands over the code of the cell below back behind its name."""
    settled = list(cells)
    last: dict[int, int] = {}
    for place, cell in enumerate(cells):
        if match := _RUN_OUT.fullmatch(cell.text or ""):
            settled[place] = replace(cell, text=match[2])
            if (above := last.get(cell.column)) is not None:
                settled[above] = replace(settled[above], text=settled[above].text + match[1])
        last[cell.column] = place
    return settled


def _narrow(cells: Sequence[Cell]) -> list[Cell]:
    """Put an amount of a 合计 row that is drawn over a column of names too into the column of amounts at its end."""
    names = {cell.column for cell in cells if _CODED.match(cell.text or "")}
    totals = {cell.row for cell in cells if squeeze(cell.text) in _TOTAL}
    return [_at_its_end(cell) if cell.row in totals and _is_over(cell, names) else cell for cell in cells]


def _is_over(cell: Cell, names: set[int]) -> bool:
    """Whether an amount is drawn over columns of names and one more, the last."""
    before = range(cell.column, cell.column + cell.column_span - 1)
    return bool(before) and names.issuperset(before) and bool(AMOUNT.fullmatch(squeeze(cell.text)))


def _at_its_end(cell: Cell) -> Cell:
    return replace(cell, column=cell.column + cell.column_span - 1, column_span=1)
