"""Rewriting: a report that was read from a PDF, page by page, as an Excel workbook, a web page or a Word document.

Belongs here: what an office's own programs would have saved of the same pages. Does not belong here: comparing what is read of
them with the truth (tests/formats).
"""

import io
import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from docx import Document as new_docx
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from pipelines.forms import lay_out
from pipelines.pdf import Document, Grid, Line

_NUMBER = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)")
_THIN = Side(style="thin")
_RULED = Border(left=_THIN, top=_THIN, right=_THIN, bottom=_THIN)
_POINTS = 5.6


def _pages(document: Document) -> Iterator[tuple[int, list[Line | Grid]]]:
    """Number of each page, and its lines and grids from top to bottom; running heads and page numbers stand in no cell."""
    for laid in lay_out(document.pages).pages:
        yield laid.number, sorted((*laid.body, *laid.page.grids), key=lambda one: (one.box[1], one.box[0]))


def as_xlsx(document: Document) -> bytes:
    """A workbook with a sheet a page: amounts are numbers with a format, merged cells have the borders that programs give them."""
    book = Workbook()
    book.remove(book.active)
    for number, blocks in _pages(document):
        sheet = book.create_sheet(f"P{number}")
        top = 1
        for block in blocks:
            top = _put_grid(sheet, block, top) if isinstance(block, Grid) else _put_line(sheet, block, top)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put_line(sheet, line: Line, top: int) -> int:
    sheet.cell(top, 1, line.text).data_type = "s"
    return top + 1


def _put_grid(sheet, grid: Grid, top: int) -> int:
    for number, (left, right) in enumerate(zip(grid.edges, grid.edges[1:], strict=False), 1):
        sheet.column_dimensions[sheet.cell(1, number).column_letter].width = (right - left) / _POINTS
    for cell in grid.cells:
        row, column = top + cell.row, 1 + cell.column
        last = row + cell.row_span - 1, column + cell.column_span - 1
        for r in range(row, last[0] + 1):
            for c in range(column, last[1] + 1):
                sheet.cell(r, c).border = _RULED
        if last != (row, column):
            sheet.merge_cells(start_row=row, start_column=column, end_row=last[0], end_column=last[1])
        put_text(sheet.cell(row, column), cell.text)
    return top + grid.row_count


def put_text(cell, text: str) -> None:
    """Store a printed number as a number under the format that prints it so; what is none, and codes, as text."""
    found = _NUMBER.fullmatch(text.strip())
    if not found or (not found[3] and "," not in text and len(text.strip()) > 2):
        cell.value = text or None
        if text:
            cell.data_type = "s"
        return
    decimals = len(found[3] or "")
    cell.value = float(text.replace(",", "").rstrip("%")) / (100 if found[4] else 1)
    whole = "#,##0" if "," in text or decimals else "0"
    cell.number_format = whole + ("." + "0" * decimals if decimals else "") + found[4]


def as_html(document: Document, encoding: str = "utf-8") -> bytes:
    """A web page: paragraphs and tables one after the other, a navigation table before and a foot behind."""
    body = [
        _html_table(block) if isinstance(block, Grid) else f"<p>{escape(block.text)}</p>"
        for _, blocks in _pages(document)
        for block in blocks
    ]
    head = f'<html><head><meta charset="{encoding}"><title>公开</title></head><body><nav><ul><li>首页</li></ul></nav>'
    return (head + "\n".join(body) + "</body></html>").encode(encoding, "xmlcharrefreplace")


def _html_table(grid: Grid) -> str:
    rows = [
        "<tr>" + "".join(
            f'<td rowspan="{c.row_span}" colspan="{c.column_span}">{escape(c.text).replace(chr(10), "<br>")}</td>' for c in cells
        ) + "</tr>"
        for _, cells in groupby(grid.cells, lambda c: c.row)
    ]  # fmt: skip
    return f'<table border="1">{"".join(rows)}</table>'


def as_docx(document: Document) -> bytes:
    """A Word document: paragraphs and tables one after the other, with a break before each page but the first."""
    made = new_docx()
    for number, blocks in _pages(document):
        if number > 1:
            made.add_page_break()
        for block in blocks:
            if isinstance(block, Grid):
                _docx_table(made, block)
            else:
                made.add_paragraph(block.text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _docx_table(made, grid: Grid) -> None:
    table = made.add_table(grid.row_count, len(grid.edges) - 1)
    table.style = "Table Grid"
    places = [row.cells for row in table.rows]
    for cell in grid.cells:
        first = places[cell.row][cell.column]
        last = places[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1]
        merged = first.merge(last) if first is not last else first
        merged.text = cell.text
