"""Sheets: which rows of a sheet are a table, and which are titles above it or notes below it.

Belongs here: a sheet made texts and tables. Does not belong here: what of a sheet is seen (sheet_cells), opening workbooks
(xlsx, xls), what a table is (forms). Hidden rows and columns are no part of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipelines.formats.drawings import Box
from pipelines.formats.page_making import Slot, Table, Text, breadth_of
from pipelines.formats.sheet_cells import Place, Sheet, Shown, Span, address

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


def blocks_of(sheet: Sheet) -> list[Text | Table]:
    """Split a sheet into texts and tables from top to bottom; its name stands first where no text does that could be a title.

    A text box stands before what begins below its row: one that hangs in a table stands behind it.
    """
    shown = Shown.of(sheet)
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


def _is_table(shown: Shown, row: int, is_ruled: bool) -> bool:
    """Whether a row belongs to a table; is_ruled: whether the sheet has rules at all, else it goes by how many texts a row has."""
    if is_ruled:
        return len(shown.ruled.get(row, ())) >= _RULED
    texts = [shown.sheet.places[row, column].text for column in shown.texts.get(row, ())]
    is_caption = len(texts) <= _CAPTION and any(":" in text or "：" in text for text in texts)
    return len(texts) > 1 and not is_caption


def _runs(shown: Shown) -> Iterator[tuple[list[int], bool]]:
    """Yield rows that go together: those of a table, or those of texts; a row without anything ends a table."""
    is_ruled = any(len(columns) >= _RULED for columns in shown.ruled.values())
    run: list[int] = []
    of_table = False
    for row in shown.rows:
        is_table = _is_table(shown, row, is_ruled)
        goes_on = bool(run) and _is_next(shown, run[-1], row)
        if not is_ruled and of_table and goes_on:
            is_table = True  # below its heading a table without rules may have rows of one text
        if run and (is_table != of_table or (is_table and not goes_on)):
            yield run, of_table
            run = []
        run, of_table = [*run, row], is_table
    if run:
        yield run, of_table


def _is_next(shown: Shown, before: int, row: int) -> bool:
    """Whether a row stands right below another, hidden ones aside."""
    return all(between in shown.sheet.hidden_rows for between in range(before + 1, row))


def _texts(shown: Shown, row: int) -> Iterator[Text]:
    """Yield the texts of a row outside tables."""
    for column in shown.texts.get(row, ()):
        left = breadth_of(_width(shown.sheet, c) for c in shown.columns if c < column)
        text = shown.sheet.places[row, column].text
        yield Text(
            text=text.strip(),
            address=address(shown.spans.get((row, column), Span(row, column, row, column))),
            left=left,
        )


def _width(sheet: Sheet, column: int) -> float:
    return max(sheet.widths.get(column, sheet.width), _NARROWEST)


def _table(shown: Shown, rows: Sequence[int]) -> Table:
    """Make a table of rows, from its first to its last column with a rule or text."""
    used = {column for row in rows for column in shown.ruled.get(row, set()) or set(shown.texts.get(row, ()))}
    columns = [c for c in range(min(used), max(used) + 1) if c not in shown.sheet.hidden_columns]
    row_at, column_at = ({number: at for at, number in enumerate(numbers)} for numbers in (rows, columns))
    slots = tuple(slot for row in rows for column in columns for slot in _slot(shown, row_at, column_at, (row, column)))
    return Table(tuple(_width(shown.sheet, c) for c in columns), len(rows), slots)


def _slot(
    shown: Shown, row_at: Mapping[int, int], column_at: Mapping[int, int], place: tuple[int, int]
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
        text=one.text.strip(), address=address(span), doubt=one.doubt,
    )  # fmt: skip
