"""Rewriting: a report that was read from a PDF, page by page, as an Excel workbook, a web page or a Word document.

Belongs here: what an office's own programs would have saved of the same pages. Does not belong here: comparing what is read of
them with the truth (tests/formats).
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import groupby, pairwise

import xlwt
from docx import Document as new_docx
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Border, Side

from pipelines.forms import lay_out
from pipelines.forms.furniture import is_label
from pipelines.pdf import Document, Grid, Line
from pipelines.pdf.pages import Cell
from pipelines.prose.paragraphs import LISTED, begins_paragraph, prose_lines
from pipelines.vocabulary import squeeze

_NUMBER = re.compile(r"(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)")
_THIN = Side(style="thin")
_RULED = Border(left=_THIN, top=_THIN, right=_THIN, bottom=_THIN)
_OLD_RULES = "borders: left thin, right thin, top thin, bottom thin"
_POINTS = 5.6
_BESIDE = 3.0
"""Points of height by which texts that stand side by side may differ: they are no paragraph."""


def _pages(document: Document) -> Iterator[tuple[int, list[Line | Grid]]]:
    """Number of each page, and its lines and grids from top to bottom; running heads and page numbers stand in no cell."""
    for laid in lay_out(document.pages).pages:
        yield laid.number, sorted((*laid.body, *laid.page.grids), key=lambda one: (one.box[1], one.box[0]))


def _flowing(document: Document) -> Iterator[tuple[int, list[str | Grid]]]:
    """The same with the lines of each paragraph joined, over pages too; those of the cover stand alone."""
    layout = lay_out(document.pages)
    prose = {(one.page, one.line): one for one in prose_lines(layout)}
    pages: list[tuple[int, list[str | Grid]]] = []
    before, is_listed = None, False
    for number, blocks in _pages(document):
        pages.append((number, []))
        for block in blocks:
            line = None if isinstance(block, Grid) else prose.get((number, block))
            is_below = number > 1 and before and line and abs(before.line.box[1] - line.line.box[1]) > _BESIDE
            apart = line and before and (is_label(squeeze(line.line.text)) or is_label(squeeze(before.line.text)))
            goes_on = before and line and is_below and not apart and not begins_paragraph(before, line, is_listed)
            last = next((page for _, page in reversed(pages) if page), [])
            if goes_on and last and isinstance(last[-1], str):
                last[-1] += block.text
            else:
                pages[-1][1].append(block if isinstance(block, Grid) else block.text)
                is_listed = bool(line and LISTED.match(squeeze(line.line.text)))
            before = line
    return iter(pages)


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


def _apart(grid: Grid) -> Iterator[Cell]:
    """The cells of a grid; one within which the page draws another spans nothing, as no program saves the two."""
    begun = {(cell.row, cell.column) for cell in grid.cells}
    for cell in grid.cells:
        spanned = {(cell.row + r, cell.column + c) for r in range(cell.row_span) for c in range(cell.column_span)}
        yield cell if len(begun & spanned) == 1 else replace(cell, row_span=1, column_span=1)


def _put_grid(sheet, grid: Grid, top: int) -> int:
    for number, (left, right) in enumerate(zip(grid.edges, grid.edges[1:], strict=False), 1):
        sheet.column_dimensions[sheet.cell(1, number).column_letter].width = (right - left) / _POINTS
    for cell in _apart(grid):
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
    number = number_of(text)
    if number:
        cell.value, cell.number_format = number
    elif text:
        cell.value, cell.data_type = text, "s"


def number_of(text: str) -> tuple[float, str] | None:
    """A printed number as a program stores it, with its format; None for what is stored as text."""
    found = _NUMBER.fullmatch(text.strip())
    if not found or (not found[3] and "," not in text and len(text.strip()) > 2):
        return None
    decimals = len(found[3] or "")
    whole = "#,##0" if "," in text or decimals else "0"
    value = float(text.replace(",", "").rstrip("%")) / (100 if found[4] else 1)
    return value, whole + ("." + "0" * decimals if decimals else "") + found[4]


def as_xls(document: Document) -> bytes:
    """The same as an Excel 97 workbook."""
    book = xlwt.Workbook()
    styles: dict[str, object] = {}
    for number, blocks in _pages(document):
        sheet = book.add_sheet(f"P{number}")
        top = 0
        for block in blocks:
            if isinstance(block, Line):
                sheet.write(top, 0, block.text)
                top += 1
                continue
            for column, (left, right) in enumerate(pairwise(block.edges)):
                sheet.col(column).width = round((right - left) / _POINTS * 256)
            for cell in _apart(block):
                value, code = number_of(cell.text) or (cell.text, "General")
                style = styles.setdefault(code, xlwt.easyxf(_OLD_RULES, code))
                row, column = top + cell.row, cell.column
                sheet.write_merge(row, row + cell.row_span - 1, column, column + cell.column_span - 1, value, style)
            top += block.row_count
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_html(document: Document, encoding: str = "utf-8") -> bytes:
    """A web page: paragraphs and tables one after the other, a navigation table before and a foot behind."""
    body: list[str] = []
    columns = 0
    for block in (block for _, blocks in _flowing(document) for block in blocks):
        if not isinstance(block, Grid):
            body.append(f"<p>{escape(block)}</p>")
        elif columns == len(block.edges):  # a web page has no pages: what goes on on the next one is one table
            body[-1] = body[-1].removesuffix("</table>") + _html_rows(block) + "</table>"
        else:
            body.append(f'<table border="1">{_html_rows(block)}</table>')
        columns = len(block.edges) if isinstance(block, Grid) else 0
    head = f'<html><head><meta charset="{encoding}"><title>公开</title></head><body><nav><ul><li>首页</li></ul></nav>'
    return (head + "\n".join(body) + "</body></html>").encode(encoding, "xmlcharrefreplace")


def _html_rows(grid: Grid) -> str:
    rows = [
        "<tr>" + "".join(
            f'<td rowspan="{c.row_span}" colspan="{c.column_span}">{escape(c.text).replace(chr(10), "<br>")}</td>' for c in cells
        ) + "</tr>"
        for _, cells in groupby(_apart(grid), lambda c: c.row)
    ]  # fmt: skip
    return "".join(rows)


def as_docx(document: Document) -> bytes:
    """A Word document: paragraphs and tables one after the other, with a break before each page but the first."""
    made = new_docx()
    for number, blocks in _flowing(document):
        if number > 1:
            made.add_page_break()
        for block in blocks:
            if isinstance(block, Grid):
                _docx_table(made, block)
            else:
                made.add_paragraph(block)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _docx_table(made, grid: Grid) -> None:
    table = made.add_table(grid.row_count, len(grid.edges) - 1)
    table.style = "Table Grid"
    for column, (left, right) in zip(table.columns, pairwise(grid.edges), strict=True):
        column.width = Pt(right - left)
    places = [row.cells for row in table.rows]
    for cell in _apart(grid):
        first = places[cell.row][cell.column]
        last = places[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1]
        merged = first.merge(last) if first is not last else first
        merged.text = cell.text
