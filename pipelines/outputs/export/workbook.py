"""Workbook: the sheets for people as one Excel file.

Belongs here: number formats, widths, what stays in sight, where the data come from; that no text becomes a formula.
Does not belong here: what the sheets hold (wide_tables).
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipelines.outputs.export import wide_tables
from pipelines.outputs.export.provenance import Provenance
from pipelines.outputs.export.sheet_values import Cell, NumberCell, Sheet
from pipelines.queries import Warehouse

NAME = "final_accounts.xlsx"
_ROWS = 1_048_575
"""Rows a sheet can hold below its head."""
_NARROWEST, _WIDEST, _WIDEST_FIXED = 6, 60, 40
"""Widths of columns in digits; those that stay in sight must leave room for the others."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of a text that Excel would take for a formula when someone edits it."""


def write(warehouse: Warehouse, path: Path, made: Provenance) -> None:
    """Write the workbook of an open warehouse; a table too long for one sheet goes on in a second one."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": "部门决算公开数据", "comments": made.code, "created": made.created})
        formats = _Formats(book)
        sheets = [part for sheet in wide_tables.sheets(warehouse) for part in _parts(sheet)]
        _introduce(book.add_worksheet("说明"), formats, made, sheets)
        for sheet in sheets:
            _write(book.add_worksheet(sheet.title), sheet, formats)


def _parts(sheet: Sheet) -> Iterator[Sheet]:
    """The sheet, in as many parts as Excel needs, numbered from the second on."""
    for number, start in enumerate(range(0, max(1, len(sheet.rows)), _ROWS), start=1):
        title = sheet.title if number == 1 else f"{sheet.title}（{number}）"
        yield replace(sheet, title=title, rows=sheet.rows[start : start + _ROWS])


class _Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.text = book.add_format({"valign": "top", "text_wrap": True})
        self.quoted = book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True})

    def number(self, decimals: int) -> Format:
        """Thousands set apart, so many decimals."""
        if decimals not in self._numbers:
            shape = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"num_format": shape, "valign": "top"})
        return self._numbers[decimals]


def _write(place: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for column, heading in enumerate(sheet.headings):
        place.write_string(0, column, heading, formats.head)
    for row, cells in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(cells):
            _put(place, row, column, cell, formats)
    for column, heading in enumerate(sheet.headings):
        widest = _WIDEST_FIXED if column < sheet.fixed else _WIDEST
        place.set_column(column, column, _width([heading, *(row[column] for row in sheet.rows)], widest))
    place.freeze_panes(1, sheet.fixed)
    place.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    place.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # codes are texts on purpose
    _on_paper(place)


def _on_paper(place: Worksheet) -> None:
    """A4 across, all columns on a page, the head on each."""
    place.set_paper(9)
    place.set_landscape()
    place.fit_to_pages(1, 0)
    place.repeat_rows(0)


def _put(place: Worksheet, row: int, column: int, cell: Cell, formats: _Formats) -> None:
    if isinstance(cell, NumberCell):
        place.write_number(row, column, float(cell.value), formats.number(cell.decimals))
    elif isinstance(cell, int):
        place.write_number(row, column, cell, formats.text)
    elif cell:
        place.write_string(row, column, cell, formats.quoted if cell.startswith(_FORMULA) else formats.text)


def _width(cells: Iterable[Cell], widest: int) -> int:
    """The width of a column, in the width of a digit, that its widest cell needs, within limits."""
    return min(widest, max(_NARROWEST, *(_wide(cell) for cell in cells)) + 2)


def _wide(cell: Cell) -> int:
    if isinstance(cell, NumberCell):
        return len(f"{cell.value:,.{cell.decimals}f}")
    text = "" if cell is None else str(cell)
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _introduce(place: Worksheet, formats: _Formats, made: Provenance, sheets: Sequence[Sheet]) -> None:
    """The first sheet: what the book is, where it comes from, and a link to each of the others."""
    place.set_column(0, 0, 44)
    place.set_column(1, 1, 90)
    told = list(_about(made))
    for row, (name, text) in enumerate(told):
        place.write_string(row, 0, name, formats.head)
        place.write_string(row, 1, text, formats.text)
    for row, sheet in enumerate(sheets, start=len(told) + 1):
        place.write_url(row, 0, f"internal:'{sheet.title}'!A1", string=sheet.title)
        place.write_string(row, 1, sheet.about, formats.text)


def _about(made: Provenance) -> Iterator[tuple[str, str]]:
    yield "内容", "部门决算公开 PDF 中印出的数，按表列出；只列每份报告的现行版本"
    yield "金额", "单位为元，小数位数按原表印出的位数；空白为原表空白，文字为原表印出的文字"
    yield "发现", "由勾稽关系得出，供人核对；任何发现都不改动数字"
    yield "程序版本", f"{made.release}（{made.code}）"
    yield "读取程序版本", "、".join(made.readers)
    yield "导出时间", made.created.isoformat(sep=" ")
    yield "报告", f"{len(made.reports)} 份，SHA-256 见“报告”"
