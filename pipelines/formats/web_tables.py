"""Web tables: the tables of a web page that are data, their cells placed as the HTML standard places them.

Belongs here: telling data from layout and links, spans. Does not belong here: the text of a cell (web_elements), the page (web).
"""

import re
from collections.abc import Iterator
from typing import Any

from pipelines.formats.flow import refuse_many, widths_of
from pipelines.formats.page_making import Slot, Table
from pipelines.formats.web_elements import cell_text, is_hidden, plain

_WIDEST, _HIGHEST = 1000, 65534
"""What a cell may span, by the standard."""


def data_table(element: Any) -> Table | None:
    """Return a table of data; None for one that only lays out: it holds another, says so, or has one row or column."""
    if element.find(".//table") is not None or element.get("role") in ("presentation", "none"):
        return None
    slots, rows = _place(element)
    starts = sorted({slot.column for slot in slots})
    if rows < 2 or len(starts) < 2 or _is_navigation(element):
        return None
    slots = [_without_empty_columns(slot, starts) for slot in slots]
    widths = widths_of(len(starts), [(slot.column, slot.column_span, slot.text) for slot in slots])
    return Table(widths, rows, tuple(slots))


def _is_navigation(element: Any) -> bool:
    """Whether all that a table says is links."""
    linked = sum(len(plain(one.text_content())) for one in element.iter("a"))
    return 0 < len(plain(element.text_content()).replace(" ", "")) <= linked


def _without_empty_columns(slot: Slot, starts: list[int]) -> Slot:
    """Number a cell's columns among those in which any cell begins."""
    covered = sum(slot.column <= start < slot.column + slot.column_span for start in starts)
    return Slot(
        row=slot.row, column=starts.index(slot.column), row_span=slot.row_span, column_span=covered, text=slot.text
    )


def _place(table: Any) -> tuple[list[Slot], int]:
    """Place the cells of a table as the HTML standard does (4.9.12): in the next free place, to the end of its row group at most."""
    taken: set[tuple[int, int]] = set()
    slots, row = [], 0
    for group in _groups(table):
        end = row + len(group)
        for tr in group:
            column = 0
            for cell in tr.iterchildren("td", "th"):
                while (row, column) in taken:
                    column += 1
                height, width = _span(cell, "rowspan", _HIGHEST), max(_span(cell, "colspan", _WIDEST), 1)
                height = min(height or end - row, end - row)
                width = next((n for n in range(1, width) if (row, column + n) in taken), width)
                refuse_many(len(taken) + height * width)
                taken |= {(row + r, column + c) for r in range(height) for c in range(width)}
                slots.append(Slot(row=row, column=column, row_span=height, column_span=width, text=cell_text(cell)))
                column += width
            row += 1
    return slots, row


def _groups(table: Any) -> Iterator[list[Any]]:
    """Yield the rows of a table by row group; rows outside of any are one."""
    loose = [tr for tr in table.iterchildren("tr") if not is_hidden(tr)]
    for part in table.iterchildren("thead", "tbody", "tfoot"):
        yield [tr for tr in part.iterchildren("tr") if not is_hidden(tr)]
    if loose:
        yield loose


def _span(cell: Any, name: str, most: int) -> int:
    said = re.match(r"\s*\+?(\d{1,9})", cell.get(name, ""))
    return min(int(said[1]), most) if said else 1
