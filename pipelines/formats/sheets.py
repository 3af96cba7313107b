"""Sheets: which rows of a sheet are a table, and which are titles above it or notes below it.

Belongs here: a sheet as a grid of shown texts with borders and merged cells, whatever library read it, into texts and tables.
Does not belong here: opening workbooks (xlsx, xls), what a table is (forms). Hidden rows and columns are no part of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.formats.drawings import Box
from pipelines.formats.page_making import Slot, Table, Text, breadth_of

_RULED = 2
"""Ruled cells from which on a row belongs to a table."""
_CAPTION = 3
"""Texts up to which a row with a colon in one is a caption: 部门：… 单位：万元."""
_GIVEN = re.compile(r"(Sheet|工作表)\s*\d+( ?\(\d+\))?|\D{0,3}\d{1,3}\D{0,2}", re.I)
"""The names that programs give to sheets, and bare numbers of tables."""
_SHORT = 3
"""Characters up to which a text above a table is no title."""
_NARROWEST = 12.0
"""Points a column is wide at least, so that a number is not broken over many lines."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet: its text as shown, why it is in doubt, which of its sides have a border: left, top, right, bottom."""

    text: str = ""
    doubt: str = ""
    sides: tuple[bool, bool, bool, bool] = (False, False, False, False)


class Span(NamedTuple):
    """Merged cells: their first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its name, its places by (row, column) from 1, merged cells, widths in points; hidden rows and columns by number.

    boxes: paragraphs of its text boxes from top to bottom.
    """

    name: str
    places: Mapping[tuple[int, int], Place]
    merged: Sequence[Span] = ()
    widths: Mapping[int, float] = field(default_factory=dict)
    width: float = 54.0
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    has_picture: bool = False
    boxes: Sequence[Box] = ()


def blocks_of(sheet: Sheet) -> list[Text | Table]:
    """Split a sheet into texts and tables from top to bottom; its name stands first where no text does that could be a title.

    A text box stands before what begins below its row: one that hangs in a table stands behind it.
    """
    shown = _Shown.of(sheet)
    blocks: list[Text | Table] = []
    boxes = [box for box in sheet.boxes if box.row not in sheet.hidden_rows]
    for rows, is_table in _runs(shown):
        blocks += _in_boxes(box for box in boxes if box.row < rows[0])
        boxes = [box for box in boxes if box.row >= rows[0]]
        blocks += [_table(shown, rows)] if is_table else [text for row in rows for text in _texts(shown, row)]
    blocks += _in_boxes(boxes)
    titles = [block.text for block in _leading(blocks)]
    if len(titles) < len(blocks) and _may_be_title(sheet.name) and not any(map(_may_be_title, titles)):
        blocks.insert(0, Text(text=sheet.name, address=sheet.name))
    return blocks


def _in_boxes(boxes: Iterable[Box]) -> list[Text]:
    return [Text(text=box.text, address=f"文本框 {box.row}") for box in boxes]


def _may_be_title(text: str) -> bool:
    """Whether a text above a table may name it: no caption with a colon, no bare number as 公开01表, no name that a program gave."""
    return ":" not in text and "：" not in text and len(text) > _SHORT and not _GIVEN.fullmatch(text)


def _leading(blocks: Iterable[Text | Table]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Table):
            return
        yield block


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What of a sheet is seen: spans: place → the merged cells it is one of, ruled: row → columns of its ruled cells, texts: row → columns."""

    sheet: Sheet
    spans: Mapping[tuple[int, int], Span]
    ruled: Mapping[int, set[int]]
    texts: Mapping[int, list[int]]
    columns: Sequence[int]

    @classmethod
    def of(cls, sheet: Sheet) -> "_Shown":
        """Work out what of a sheet is seen."""
        spans = {place: span for span in sheet.merged for place in _cells(span)}
        covered = {place for place, span in spans.items() if place != (span.top, span.left)}
        seen = {
            place: one for place, one in sheet.places.items()
            if place[0] not in sheet.hidden_rows and place[1] not in sheet.hidden_columns
        }  # fmt: skip
        texts: dict[int, list[int]] = {}
        ruled: dict[int, set[int]] = {}
        for (row, column), one in sorted(seen.items()):
            if (one.text.strip() or one.doubt) and (row, column) not in covered:
                texts.setdefault(row, []).append(column)
            if _is_ruled(sheet.places, row, column):
                ruled.setdefault(row, set()).add(column)
        for span in sheet.merged:
            if span.right > span.left and any(
                ruled.get(row, set()) & {span.left, span.right} for row in range(span.top, span.bottom + 1)
            ):
                for row, column in _cells(span):
                    ruled.setdefault(row, set()).add(column)
        columns = sorted(
            {column for row in (*texts.values(), *ruled.values()) for column in row} - sheet.hidden_columns
        )
        return cls(sheet=sheet, spans=spans, ruled=ruled, texts=texts, columns=columns)

    @property
    def rows(self) -> list[int]:
        """The rows with a text or a rule, from top to bottom."""
        return sorted({*self.texts, *self.ruled} - self.sheet.hidden_rows)

    def is_table(self, row: int, ruled: bool) -> bool:
        """Whether a row belongs to a table; ruled: whether the sheet has rules at all, else it goes by how many texts a row has."""
        if ruled:
            return len(self.ruled.get(row, ())) >= _RULED
        texts = [self.sheet.places[row, column].text for column in self.texts.get(row, ())]
        is_caption = len(texts) <= _CAPTION and any(":" in text or "：" in text for text in texts)
        return len(texts) > 1 and not is_caption


def _cells(span: Span) -> Iterator[tuple[int, int]]:
    return ((row, column) for row in range(span.top, span.bottom + 1) for column in range(span.left, span.right + 1))


def _is_ruled(places: Mapping[tuple[int, int], Place], row: int, column: int) -> bool:
    """Whether a cell has a rule at its side, or both above and below; the neighbour's rule is its own, but a title's lower one is not."""
    left, top, right, bottom = places[row, column].sides
    above, below = places.get((row - 1, column), Place()).sides, places.get((row + 1, column), Place()).sides
    return left or right or ((top or above[3]) and (bottom or below[1]))


def _runs(shown: _Shown) -> Iterator[tuple[list[int], bool]]:
    """Yield rows that go together: those of a table, or those of texts; a row without anything ends a table."""
    is_ruled = any(len(columns) >= _RULED for columns in shown.ruled.values())
    run: list[int] = []
    of_table = False
    for row in shown.rows:
        is_table = shown.is_table(row, is_ruled)
        goes_on = bool(run) and _is_next(shown, run[-1], row)
        if not is_ruled and of_table and goes_on:
            is_table = True  # below its heading a table without rules may have rows of one text
        if run and (is_table != of_table or (is_table and not goes_on)):
            yield run, of_table
            run = []
        run, of_table = [*run, row], is_table
    if run:
        yield run, of_table


def _is_next(shown: _Shown, before: int, row: int) -> bool:
    """Whether a row stands right below another, hidden ones aside."""
    return all(between in shown.sheet.hidden_rows for between in range(before + 1, row))


def _texts(shown: _Shown, row: int) -> Iterator[Text]:
    """Yield the texts of a row outside tables."""
    for column in shown.texts.get(row, ()):
        left = breadth_of(_width(shown.sheet, c) for c in shown.columns if c < column)
        text = shown.sheet.places[row, column].text
        yield Text(
            text=text.strip(),
            address=_address(shown.spans.get((row, column), Span(row, column, row, column))),
            left=left,
        )


def _width(sheet: Sheet, column: int) -> float:
    return max(sheet.widths.get(column, sheet.width), _NARROWEST)


def _table(shown: _Shown, rows: Sequence[int]) -> Table:
    """Make a table of rows, from its first to its last column with a rule or text."""
    used = {column for row in rows for column in shown.ruled.get(row, set()) or set(shown.texts.get(row, ()))}
    columns = [c for c in range(min(used), max(used) + 1) if c not in shown.sheet.hidden_columns]
    row_at, column_at = ({number: at for at, number in enumerate(numbers)} for numbers in (rows, columns))
    slots = tuple(slot for row in rows for column in columns for slot in _slot(shown, row_at, column_at, (row, column)))
    return Table(tuple(_width(shown.sheet, c) for c in columns), len(rows), slots)


def _slot(
    shown: _Shown, row_at: Mapping[int, int], column_at: Mapping[int, int], place: tuple[int, int]
) -> Iterator[Slot]:
    """Yield the cell that begins at a place; none where a merged one covers it."""
    span = shown.spans.get(place) or Span(*place, *place)
    own_rows = [row_at[row] for row in range(span.top, span.bottom + 1) if row in row_at]
    own_columns = [column_at[column] for column in range(span.left, span.right + 1) if column in column_at]
    if (row_at[place[0]], column_at[place[1]]) != (own_rows[0], own_columns[0]):
        return
    one = shown.sheet.places.get((span.top, span.left), Place())
    yield Slot(
        row=own_rows[0], column=own_columns[0], row_span=len(own_rows), column_span=len(own_columns),
        text=one.text.strip(), address=_address(span), doubt=one.doubt,
    )  # fmt: skip


def _address(span: Span) -> str:
    """Return a span as sheets write it: C5, C5:D6."""
    first, last = f"{letters(span.left)}{span.top}", f"{letters(span.right)}{span.bottom}"
    return first if first == last else f"{first}:{last}"


def letters(column: int) -> str:
    """Return the letters of a column from 1: A, Z, AA."""
    return letters((column - 1) // 26) + chr(65 + (column - 1) % 26) if column else ""
