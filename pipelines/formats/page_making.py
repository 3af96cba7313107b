"""Page making: texts and tables of a file without pages become a Page with lines, a grid and places, as if it were printed.

Belongs here: where lines and cells stand on such a page, empty cells, wrapped paragraphs. Does not belong here: which texts and
tables a file holds (the readers beside this module), what a picture of the page looks like (outputs.evidence).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import accumulate, pairwise
from operator import add
from unicodedata import east_asian_width

from pipelines.pdf import Address, Box, Cell, Grid, Line, Page, Unsure, count_characters

SIZE, LEADING, PADDING, MARGIN = 10.0, 14.0, 3.0, 40.0
"""Points of a wide character, from line to line, within a cell, around the page."""
WIDTH = 595.0
"""Points of a page that needs no more: A4."""
_GAP = 8.0
"""Points between a table and what stands above or below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A cell of a table: its place and the rows and columns it spans, its text, where it stands in the file, why it is in doubt."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    text: str = ""
    address: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the widths of its columns in points, how many rows it has, its cells; what none of them covers is empty."""

    widths: tuple[float, ...]
    row_count: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph outside tables, how far from the left margin it stands; it is wrapped and indented where it is longer than a line."""

    text: str
    address: str = ""
    left: float = 0.0


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """A page in the making: how far down it is filled, and what it holds."""

    width: float
    top: float = MARGIN
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)


def make_page(number: int, name: str, blocks: Sequence[Table | Text], has_picture: bool = False) -> Page:
    """Make a page of paragraphs and tables from top to bottom; it is as wide and as high as they need."""
    widest = max((breadth_of(block.widths) for block in blocks if isinstance(block, Table)), default=0.0)
    sheet = _Sheet(width=max(WIDTH, widest + 2 * MARGIN))
    for block in blocks:
        if isinstance(block, Table):
            _add_table(sheet, block)
        else:
            _add_text(sheet, block)
    return Page(
        number=number, width=sheet.width, height=sheet.top + MARGIN, lines=tuple(sheet.lines), grids=tuple(sheet.grids),
        character_count=count_characters(sheet.lines, sheet.grids), has_picture=has_picture, unsure=tuple(sheet.unsure),
        name=name, addresses=tuple(sheet.addresses),
    )  # fmt: skip


def breadth_of(widths: Iterable[float]) -> float:
    """Return the points of columns side by side, added up one by one as their edges are: from Python 3.12 on, sum() rounds in another way."""
    return reduce(add, widths, 0.0)


def width_of(text: str) -> float:
    """Return the points a text takes on one line."""
    return sum(map(_advance, text))


def _advance(character: str) -> float:
    return SIZE if east_asian_width(character) in "WFA" else SIZE / 2


def wrap(text: str, room: float, first: float = 0.0) -> Iterator[str]:
    """Yield the lines of a text for so many points; first: points of the first line that are taken."""
    for part in text.split("\n"):
        line, used = "", first
        for character in part:
            step = _advance(character)
            if line and used + step > room:
                yield line
                line, used = "", 0.0
            line, used = line + character, used + step
        yield line
        first = 0.0


def _add_text(sheet: _Sheet, text: Text) -> None:
    room = sheet.width - 2 * MARGIN
    is_long = text.left + width_of(text.text) > room
    left, indent = (0.0, 2 * SIZE) if is_long else (text.left, 0.0)
    for order, part in enumerate(wrap(text.text, room, indent)):
        line = _line(part, MARGIN + left + (0.0 if order else indent), sheet.top)
        sheet.lines.append(line)
        if text.address:
            sheet.addresses.append(Address(line.box, text.address))
        sheet.top += LEADING


def _line(text: str, left: float, top: float) -> Line:
    ends = list(accumulate(map(_advance, text), initial=left))
    return Line(text, (left, top, ends[-1], top + SIZE), tuple(pairwise(ends)))


def _add_table(sheet: _Sheet, table: Table) -> None:
    sheet.top += _GAP
    edges = tuple(accumulate(table.widths, initial=MARGIN))
    slots = sorted(_with_empty(table), key=lambda slot: (slot.row, slot.column))
    tops = list(accumulate(_heights(table, slots), initial=sheet.top))
    cells = []
    for slot in slots:
        box = edges[slot.column], tops[slot.row], edges[slot.column + slot.column_span], tops[slot.row + slot.row_span]
        cells.append(_cell(slot, box))
        if slot.address:
            sheet.addresses.append(Address(box, slot.address))
        if slot.doubt:
            sheet.unsure.append(Unsure(box=box, reason=slot.doubt, is_hidden=True))
    sheet.grids.append(Grid((edges[0], tops[0], edges[-1], tops[-1]), edges, table.row_count, tuple(cells)))
    sheet.top = tops[-1] + _GAP


def _cell(slot: Slot, box: Box) -> Cell:
    return Cell(
        row=slot.row, column=slot.column, row_span=slot.row_span, column_span=slot.column_span, text=slot.text, box=box
    )


def _with_empty(table: Table) -> Iterator[Slot]:
    """Yield the cells of a table, those too that it has not: each is empty."""
    covered = {place for slot in table.slots for place in _places(slot)}
    yield from table.slots
    for row in range(table.row_count):
        yield from (Slot(row=row, column=c) for c in range(len(table.widths)) if (row, c) not in covered)


def _places(slot: Slot) -> Iterable[tuple[int, int]]:
    return (
        (row, column)
        for row in range(slot.row, slot.row + slot.row_span)
        for column in range(slot.column, slot.column + slot.column_span)
    )


def _heights(table: Table, slots: Sequence[Slot]) -> list[float]:
    """Return the height of each row: what the longest text of a cell needs that spans no other row."""
    lines = [1] * table.row_count
    for slot in slots:
        if slot.row_span == 1:
            room = breadth_of(table.widths[slot.column : slot.column + slot.column_span]) - 2 * PADDING
            lines[slot.row] = max(lines[slot.row], sum(1 for _ in wrap(slot.text, room)))
    return [count * LEADING + 2 * PADDING for count in lines]
