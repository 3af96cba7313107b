"""Cut tables: a budget's table too wide for its paper, printed with its right columns on pages of their own, put together again.

Belongs here: which pages hold the right columns of which, and the grid that both make. Does not belong here: tables that go on downwards
(tables), titles (recognition). The rows of both halves stand at the same heights, and the right half has amounts alone, or behind
the codes and names that a printer repeats before them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipelines.forms.budget_frames import AMOUNT
from pipelines.forms.furniture import is_label
from pipelines.forms.placed_grids import PlacedGrid
from pipelines.pdf import Cell, Grid, Line
from pipelines.vocabulary import squeeze

_ALIKE = 2.0
"""Points by which the rows of two halves may stand apart."""
_PAGES = 6
"""Pages of left columns at most before those of the right ones: a printer goes down before it goes to the right, or the other way."""
_MONEY = re.compile(r"-?[\d,]+(\.\d+)?|-+|—+|")


def join_halves(placed: Sequence[PlacedGrid]) -> Iterator[PlacedGrid]:
    """Yield the grids of a document; right columns join their left ones, and keep their page in each cell."""
    at = 0
    while at < len(placed):
        count = next(
            (n for n in range(1, _PAGES + 1) if _are_halves(placed[at : at + n], placed[at + n : at + 2 * n])), 0
        )
        if not count:
            yield placed[at]
        for left, right in zip(placed[at : at + count], placed[at + count : at + 2 * count], strict=True):
            yield _join(left, right)
        at += 2 * count or 1


def _are_halves(lefts: Sequence[PlacedGrid], rights: Sequence[PlacedGrid]) -> bool:
    """Whether grids on successive pages are the left columns, and as many behind them the right ones."""
    both = [*lefts, *rights]
    pages = [one.page for one in both]
    if len(rights) != len(lefts) or pages != list(range(pages[0], pages[0] + len(pages))):
        return False
    return all(_is_right_of(left, right) for left, right in zip(lefts, rights, strict=True))


def _is_right_of(left: PlacedGrid, right: PlacedGrid) -> bool:
    """Whether a grid stands at the heights of another, with other headings above amounts and nothing else."""
    if abs(left.grid.box[3] - right.grid.box[3]) > _ALIKE:
        return False
    bare = _bare(left, right)
    rows = _rows(left.grid, bare)
    first = min((c.row for c in left.grid.cells if AMOUNT.fullmatch(squeeze(c.text))), default=0)
    texts = [(rows[c.row], squeeze(c.text)) for c in bare.cells if c.row in rows]
    body = [text for row, text in texts if row >= first]
    heads = {text for row, text in texts if row < first} - {""}
    others = {squeeze(c.text) for c in left.grid.cells if c.row < first}
    filled = bare is not right.grid or any(AMOUNT.fullmatch(text) for text in body)
    return bool(first and filled and heads - others) and all(_MONEY.fullmatch(text) for text in body)


def _bare(left: PlacedGrid, right: PlacedGrid) -> Grid:
    """Return a right grid without codes and names that are printed again; not below another title, where another form has the same rows."""
    said = {squeeze(line.text) for line in left.above}
    if any(squeeze(line.text) not in said for line in right.above):
        return right.grid
    return _without_labels(left.grid, right.grid)


def _without_labels(left: Grid, right: Grid) -> Grid:
    """Return a right grid without the first columns, where they are those of the left one again (科目编码, 科目名称)."""
    most = min(len(left.edges), len(right.edges)) - 2
    count = next((n for n in range(most) if _column(left, n) != _column(right, n)), most)
    while count and all(AMOUNT.fullmatch(text) for _, text in _column(right, count - 1)[1:]):
        count -= 1
    if not count:
        return right
    cells = (replace(c, column=c.column - count) for c in right.cells if c.column >= count)
    edges = right.edges[count:]
    return Grid((edges[0], *right.box[1:]), edges, right.row_count, tuple(cells))


def _column(grid: Grid, number: int) -> list[tuple[int, str]]:
    """Return what a column prints, each text with its row."""
    return [(c.row, text) for c in grid.cells if c.column == number and (text := squeeze(c.text))]


def _rows(left: Grid, right: Grid) -> dict[int, int]:
    """Return row of the right grid → row of the left one at its height; nothing where some row has none."""
    own, others = _heights(left), _heights(right, is_label)
    found = {row: near for row, y in others.items() for near, x in own.items() if abs(x - y) <= _ALIKE}
    left_over = {c.row for c in left.cells if squeeze(c.text)} - set(found.values())
    return found if len(found) == len(others) > 1 and not left_over else {}


def _heights(grid: Grid, is_apart: Callable[[str], bool] = lambda _: False) -> dict[int, float]:
    """Return the height at which each row of a grid begins, those with a text apart from the table left out."""
    apart = {cell.row for cell in grid.cells if is_apart(squeeze(cell.text))}
    tops: dict[int, float] = {}
    for cell in grid.cells:
        if cell.row not in apart:
            tops.setdefault(cell.row, cell.box[1])
    return tops


def _join(left: PlacedGrid, right: PlacedGrid) -> PlacedGrid:
    """Put the columns of the right grid behind those of the left one."""
    ours, theirs = left.grid, _bare(left, right)
    rows = _rows(ours, theirs)
    columns, width = len(ours.edges) - 1, ours.edges[-1] - theirs.edges[0]
    moved = [
        replace(
            c,
            row=rows[c.row],
            column=c.column + columns,
            text=c.text or _cut_heading(c, rows[c.row], ours),
            page=right.page,
        )
        for c in theirs.cells
        if c.row in rows
    ]
    cells = sorted((*ours.cells, *moved), key=lambda c: (c.row, c.column))
    edges = (*ours.edges, *(x + width for x in theirs.edges[1:]))
    grid = Grid((ours.box[0], ours.box[1], edges[-1], ours.box[3]), edges, ours.row_count, tuple(cells))
    labels = tuple(Line(squeeze(c.text), c.box) for c in theirs.cells if is_label(squeeze(c.text)))
    return replace(
        left, grid=grid, above=(*left.above, *right.above, *labels), below=right.below, ends_page=right.ends_page
    )


def _cut_heading(cell: Cell, row: int, left: Grid) -> str:
    """Return the heading that the cut parts: one over several columns to the left, where its rest is blank."""
    if cell.column:
        return ""
    last = len(left.edges) - 1
    over = (c for c in left.cells if c.row == row and c.column + c.column_span == last and c.column_span > 1)
    return next((c.text for c in over), "")
