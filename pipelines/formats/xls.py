"""Xls: sheets of Excel 97 workbooks, each cell with the text it shows, by xlrd.

Belongs here: what xlrd says of a cell as what a sheet shows. Does not belong here: number formats (number_formats), which rows are
a table (sheets). Formulas and macros never run: what is read is what the program that saved the file stored.
"""

import io
from collections.abc import Iterator
from typing import Any

import xlrd

from pipelines.formats.number_formats import NotShown, show
from pipelines.formats.sheet_cells import Place, Sheet, Span
from pipelines.formats.workbooks import AN_ERROR, LARGEST, WHITE, Workbook, document_of, not_known
from pipelines.pdf import FETCH_AGAIN, Document, Unreadable

_UNITS = 256 / 5.6
"""Units of a width (1/256 of a character) a point."""
_WHITES = ((255, 255, 255),)


def read_xls(content: bytes) -> Document:
    """Read the sheets of a workbook as pages; raises Unreadable."""
    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        sheets = [_sheet(book, sheet) for sheet in book.sheets() if sheet.visibility == 0]
    except Unreadable:
        raise
    except Exception as error:  # xlrd raises anything on a broken workbook; one file must not stop a batch
        if "encrypted" in str(error).lower():
            raise Unreadable(
                "the workbook is encrypted", "take its password off, or ask the publisher for a file without one"
            ) from error
        raise Unreadable(f"the workbook is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
    hidden = [sheet.name for sheet in book.sheets() if sheet.visibility != 0]
    return document_of(
        Workbook(format="xls", producer=(book.user_name or "").strip(), created="", sheets=sheets, hidden=hidden)
    )


def _sheet(book: Any, sheet: Any) -> Sheet:
    """Make a sheet of what xlrd read; its rows and columns are numbered from 0, ours from 1."""
    merged = [Span(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    cells = sum(sheet.row_len(row) for row in range(sheet.nrows))
    if cells + sum((one.bottom - one.top + 1) * (one.right - one.left + 1) for one in merged) > LARGEST:
        raise Unreadable(
            f"the sheet {sheet.name!r} has more than {LARGEST:,} cells", "look at the file; no report has as many"
        )
    return Sheet(
        name=sheet.name,
        places=dict(_places(book, sheet)),
        merged=merged,
        widths={number + 1: one.width / _UNITS for number, one in sheet.colinfo_map.items()},
        hidden_rows=frozenset(row + 1 for row, one in sheet.rowinfo_map.items() if one.hidden),
        hidden_columns=frozenset(number + 1 for number, one in sheet.colinfo_map.items() if one.hidden),
    )


def _places(book: Any, sheet: Any) -> Iterator[tuple[tuple[int, int], Place]]:
    """Yield the cells that hold a value or have a border."""
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            style = book.xf_list[cell.xf_index]
            edge = style.border
            left, top, right, bottom = (
                bool(line)
                for line in (edge.left_line_style, edge.top_line_style, edge.right_line_style, edge.bottom_line_style)
            )
            text, doubt = _shown(book, sheet, cell, style)
            if text or doubt or left or top or right or bottom:
                yield (row + 1, column + 1), Place(text, doubt, (left, top, right, bottom))


def _shown(book: Any, sheet: Any, cell: Any, style: Any) -> tuple[str, str]:
    """Return what a cell shows, and why that is in doubt."""
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return "", ""
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(cell.value, "#?"), AN_ERROR
    if cell.value == 0 and cell.ctype == xlrd.XL_CELL_NUMBER and not sheet.show_zero_values:
        return "", ""
    value = bool(cell.value) if cell.ctype == xlrd.XL_CELL_BOOLEAN else cell.value
    try:
        if cell.ctype == xlrd.XL_CELL_DATE:
            value = xlrd.xldate_as_datetime(cell.value, book.datemode)
        text = show(value, book.format_map[style.format_key].format_str)
    except (NotShown, ArithmeticError, xlrd.XLDateError) as reason:
        return str(cell.value), not_known(reason)
    is_white = book.colour_map.get(book.font_list[style.font_index].colour_index) in _WHITES
    return text, WHITE if text and is_white and not style.background.fill_pattern else ""
