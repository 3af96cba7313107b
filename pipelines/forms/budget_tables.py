"""Budget tables: what the tables of a budget print otherwise than those of a final account, before they are read as forms.

Belongs here: empty columns beside a frame, columns cut by title rows, codes glued to names. Does not belong here: which texts are titles
(budget_titles), which columns rows go by (budget_columns), joining grids (tables), what rows mean (row_meanings).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby
from operator import attrgetter

from pipelines.forms.budget_frames import AMOUNT, part_forms, take_in
from pipelines.forms.budget_titles import is_listing, is_title_row, names_budget_form
from pipelines.forms.layout import Layout, PageLayout
from pipelines.pdf import Cell, Grid
from pipelines.vocabulary import squeeze

_SLIVER = 8.0
"""Points up to which a column is too narrow to print a number."""
_BRACKETED = re.compile(r"^\[(\d{3}(?:\d{2}){0,2})\](.*)$")
_HYPHENED = re.compile(r"^(\d{3}(?:\d{2}){0,2})[-—]+(\D.*)$")


def prepare(layout: Layout) -> Layout:
    """Return the layout with grids without empty columns beside them, and each code apart from its name."""
    pages = (take_in(laid) for laid in layout.pages)
    return Layout(tuple(replace(laid, page=replace(laid.page, grids=_grids(laid))) for laid in pages))


def _grids(laid: PageLayout) -> tuple[Grid, ...]:
    trimmed = (_trim(piece) for grid in laid.page.grids for piece in part_forms(grid, names_budget_form))
    return tuple(grid for grid in trimmed if grid is not None and not is_listing(grid, laid.is_contents))


def _trim(grid: Grid) -> Grid | None:
    """Cut columns without any text off both sides of a grid, and rows off its top; None where nothing is left."""
    used = [cell for cell in grid.cells if squeeze(cell.text)]
    if not used:
        return None
    first, last = min(c.column for c in used), max(c.column + c.column_span for c in used)
    top = min(c.row for c in used)
    kept = [
        _clip(cell, first, last)
        for cell in grid.cells
        if cell.column < last and cell.column + cell.column_span > first and cell.row >= top
    ]
    edges = grid.edges[first : last + 1]
    box = (edges[0], min(c.box[1] for c in kept), edges[-1], grid.box[3])
    return _compact(Grid(box, edges, grid.row_count, tuple(kept)))


def _compact(grid: Grid) -> Grid:
    """Merge columns between which no row below the titles has a boundary, and slivers too narrow for a number.

    A title row in the frame, and rows drawn a little beside one another, cut a column into several.
    """
    cells = tuple(_level(grid.cells))
    rows = [list(row) for _, row in groupby(cells, attrgetter("row"))]
    body = [cell for row in dropwhile(_is_title, rows) for cell in row]
    used = {edge for c in body for edge in (c.column, c.column + c.column_span)}
    places: dict[int, int] = {}
    edges: list[float] = []
    last = 0.0
    for number, x in enumerate(grid.edges):
        if not edges or (number in used and x - last > _SLIVER):
            edges.append(x)
        last = x if number in used or not number else last
        places[number] = len(edges) - 1
    places[len(grid.edges) - 1] = len(edges) - 1
    edges[-1] = max(edges[-1], grid.edges[-1])
    moved = [(cell, places[cell.column], places[cell.column + cell.column_span]) for cell in cells]
    lost = any(start == end and squeeze(cell.text) and cell in body for cell, start, end in moved)
    if lost or len(edges) < 2:
        return grid
    kept = tuple(_placed(cell, start, end) for cell, start, end in moved if start < end or squeeze(cell.text))
    return Grid(grid.box, tuple(edges), grid.row_count, kept)


def _placed(cell: Cell, start: int, end: int) -> Cell:
    """Return a cell between two of the columns that are left, in the one before both where it has none of its own."""
    column, span = start if start < end else max(start - 1, 0), max(end - start, 1)
    return cell if (column, span) == (cell.column, cell.column_span) else replace(cell, column=column, column_span=span)


def _level(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Yield cells with those that a frame inside the row sets lower in the row that its first cell spans.

    Rows are one where a cell spans them from the left and no column of them holds two texts.
    """
    rows = {row: list(own) for row, own in groupby(cells, attrgetter("row"))}
    numbers = sorted(rows)
    while numbers:
        first = numbers.pop(0)
        inside, filled = _inside(rows, first)
        if not inside:
            yield from rows[first]
            continue
        numbers = [n for n in numbers if n not in inside]
        blank = [cell for cell in rows[first] if not squeeze(cell.text) and not _overlap([cell, *filled])]
        yield from (replace(c, row=first) for c in sorted([*filled, *blank], key=attrgetter("column")))


def _inside(rows: Mapping[int, Sequence[Cell]], first: int) -> tuple[list[int], list[Cell]]:
    """Return the rows that the first cell of a row spans, or its last one with an amount, and the filled cells of all of them.

    None where two texts stand in one column there.
    """
    depths = [min((c.row_span for c in rows[first] if c.column == 0), default=1)]
    depths += [c.row_span for c in rows[first][-1:] if AMOUNT.fullmatch(squeeze(c.text))]
    for depth in depths:
        inside = [n for n in rows if first < n < first + depth]
        filled = [cell for n in (first, *inside) for cell in rows[n] if squeeze(cell.text)]
        if inside and not _overlap(filled):
            return inside, filled
    return [], []


def _overlap(cells: Sequence[Cell]) -> bool:
    """Whether two cells stand in one column."""
    columns = [n for cell in cells for n in range(cell.column, cell.column + cell.column_span)]
    return len(columns) != len(set(columns))


def _is_title(cells: Iterable[Cell]) -> bool:
    texts = [text for cell in cells if (text := squeeze(cell.text))]
    return not texts or is_title_row(texts)


def _clip(cell: Cell, first: int, last: int) -> Cell:
    start, end = max(cell.column, first), min(cell.column + cell.column_span, last)
    text = _unglue(cell.text)
    if (start - first, end - start, text) == (cell.column, cell.column_span, cell.text):
        return cell
    return replace(cell, column=start - first, column_span=end - start, text=text)


def _unglue(text: str) -> str:
    """'[201]一般公共服务支出', '2010301-行政运行' → code and name without what joins them."""
    bare = squeeze(text) if text and text[:1] in "[［0123456789" else ""
    match = _BRACKETED.match(bare) or _HYPHENED.match(bare)
    return match[1] + match[2] if match else text
