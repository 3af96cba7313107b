"""Retyping: several places of a document typed otherwise at once, so that all that is read of its pages is what they then say.

Belongs here: places of cells and of running text with what is typed there instead, rows taken out or typed twice, the document so typed.
Does not belong here: which errors clerks make (row_slips, text_slips), one number alone (planting).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipelines.pdf import Document, Page
from pipelines.pdf.pages import Box, Cell, Grid, Line
from pipelines.prose import RunningText

Place = tuple[int, Box]
"""A page and a box on it."""
_NEAR = 0.6
"""Points by which two boxes of one place may differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A place and what is typed there: is_cell: the box of a cell, all of which is typed anew, else that of some letters of a line.

    old, counted_in: of a number, what should stand there.
    """

    page: int
    box: Box
    new: str
    is_cell: bool
    old: str = ""
    counted_in: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The row of the grid in which a cell stands, that is left out or typed twice (copies 0 or 2)."""

    page: int
    box: Box
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What a clerk did; wrong: places of numbers that are wrong with it though they are typed as they were; told: of it in a line."""

    kind: str
    typed: tuple[Typed | Row, ...]
    wrong: tuple[Place, ...] = ()
    told: str = ""


def wrong_places(slip: Slip) -> tuple[Place, ...]:
    """Where the numbers stand that are wrong with it."""
    return (*slip.wrong, *((one.page, one.box) for one in slip.typed if isinstance(one, Typed)))


def in_text(text: RunningText, start: int, end: int, new: str) -> tuple[Typed, ...]:
    """The pieces of lines between two offsets, with the new text in the first of them and nothing in the others."""
    pieces = text.places(start, end)
    return tuple(
        Typed(page=piece.page, box=piece.box, new="" if number else new, is_cell=False)
        for number, piece in enumerate(pieces)
    )


def retyped(document: Document, slip: Slip) -> Document:
    """The document with all of a slip in it; each place must be found."""
    pages = {page.number: page for page in document.pages}
    for one in slip.typed:
        before = pages[one.page]
        pages[one.page] = _with_rows(before, one) if isinstance(one, Row) else _page_with(before, one)
        if pages[one.page] == before:
            raise LookupError(one)
    return replace(document, pages=tuple(pages[page.number] for page in document.pages))


def _near(one: Box, other: Box) -> bool:
    return all(abs(a - b) < _NEAR for a, b in zip(one, other, strict=True))


def _page_with(page: Page, one: Typed) -> Page:
    if one.is_cell:
        cells = lambda grid: tuple(replace(c, text=one.new) if _near(c.box, one.box) else c for c in grid.cells)  # noqa: E731
        return replace(page, grids=tuple(replace(grid, cells=cells(grid)) for grid in page.grids))
    return replace(page, lines=tuple(new for line in page.lines if (new := _line_with(line, one)).text))


def _line_with(line: Line, one: Typed) -> Line:
    if abs(line.box[1] - one.box[1]) > _NEAR or len(line.spans) != len(line.text):
        return line
    left, right = one.box[0] - 0.1, one.box[2] + 0.1
    within = [n for n, (x0, x1) in enumerate(line.spans) if left <= (x0 + x1) / 2 <= right]
    if not within:
        return line
    first, behind = within[0], within[-1] + 1
    start, step = line.spans[first][0], (line.spans[behind - 1][1] - line.spans[first][0]) / max(len(one.new), 1)
    spans = [(start + step * n, start + step * (n + 1)) for n in range(len(one.new))]
    return replace(
        line, text=line.text[:first] + one.new + line.text[behind:], spans=(*line.spans[:first], *spans, *line.spans[behind:])
    )  # fmt: skip


def _with_rows(page: Page, one: Row) -> Page:
    return replace(page, grids=tuple(_grid_with(grid, one) for grid in page.grids))


def _grid_with(grid: Grid, one: Row) -> Grid:
    row = next((c.row for c in grid.cells if _near(c.box, one.box)), None)
    if row is None:
        return grid
    cells = [new for cell in grid.cells for new in _in_rows(cell, row, one.copies)]
    return replace(grid, cells=tuple(cells), row_count=grid.row_count + one.copies - 1)


def _in_rows(cell: Cell, row: int, copies: int) -> Iterable[Cell]:
    more = copies - 1
    if cell.row > row:
        return [replace(cell, row=cell.row + more)]
    if cell.row + cell.row_span <= row:
        return [cell]
    if cell.row_span > 1:
        return [replace(cell, row_span=cell.row_span + more)]
    if not copies:
        return []
    x0, top, x1, bottom = cell.box
    half = (top + bottom) / 2
    return [replace(cell, box=(x0, top, x1, half)), replace(cell, row=row + 1, box=(x0, half, x1, bottom))]
