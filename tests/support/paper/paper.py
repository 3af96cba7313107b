"""Draws a PDF whose content is known: pages, headings, paragraphs and tables.

Belongs here: how blocks (tests/support/paper/blocks.py) flow over pages.
Does not belong here: the inside of a table (tests/support/paper/grid.py), what a report says (tests/support/paper/layouts.py, tests/support/figures/figures.py).
All lengths are points; the same paper and style always give the same bytes.
"""

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.support.paper import grid
from tests.support.paper.blocks import PLAIN, Block, Heading, Line, PageBreak, Paper, Paragraph, Style, Table
from tests.support.paper.grid import Box, Row

__all__ = ["Block", "Box", "Heading", "Line", "PageBreak", "Paper", "Paragraph", "Row", "Style", "Table", "draw"]

MARGIN = 62.0
TEXT_MARGIN = 84.0
FOOT = 64.0


def font_name(font: str) -> str:
    """Register `font` with reportlab once and return the name to draw with."""
    if font not in pdfmetrics.getRegisteredFontNames():
        if "/" in font:
            path, _, index = font.partition(":")
            pdfmetrics.registerFont(TTFont(font, path, subfontIndex=int(index or 0)))
        else:
            pdfmetrics.registerFont(UnicodeCIDFont(font))
    return font


def draw(paper: Paper, path: Path | str, style: Style = PLAIN) -> Path:
    """Draw `paper` to `path` and return the path."""
    press = _Press(paper, Path(path), style)
    press.cover()
    for block in paper.blocks:
        press.print(block)
    press.finish()
    return Path(path)


class _Press:
    """The page being printed: its size, how far down it is filled, and its number."""

    def __init__(self, paper: Paper, path: Path, style: Style) -> None:
        self.paper, self.style = paper, style
        self.font = font_name(style.font)
        self.heading_font = font_name(style.heading_font or style.font)
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(paper.title)
        self.number = 0
        self.landscape = False
        self.begun = False

    def cover(self) -> None:
        if not self.paper.cover:
            return
        self._begin(landscape=False)
        self.y = self.height * 0.72
        for line in self.paper.cover:
            self._centred(line, 26, 46)
        self._end()

    def finish(self) -> None:
        if self.begun:
            self._end()
        self.canvas.save()

    def print(self, block: Block) -> None:
        printers: dict[type, Callable] = {
            PageBreak: self._page_break,
            Heading: self._heading,
            Paragraph: self._paragraph,
            Line: self._line,
            Table: self._table,
        }
        printers[type(block)](block)

    def _begin(self, landscape: bool) -> None:
        self.landscape, self.begun, self.untouched = landscape, True, True
        self.number += 1
        self.width, self.height = (A4[1], A4[0]) if landscape else A4
        turned = landscape and self.style.rotated
        self.canvas.setPageSize((self.width, self.height))
        self.canvas.setPageRotation(90 if turned else 0)
        if turned:
            self.canvas.transform(0, 1, -1, 0, A4[0], 0)
        self.y = self.height - MARGIN

    def _end(self) -> None:
        if self.style.page_numbers and self.number > 1:
            self.canvas.setFont(self.font, 9)
            self.canvas.drawCentredString(self.width / 2, FOOT / 2, str(self.number))
        self.canvas.showPage()
        self.begun = False

    def _page_break(self, block: PageBreak) -> None:
        if self.begun and (not self.untouched or self.landscape != block.landscape):
            self._end()
        if not self.begun:
            self._begin(block.landscape)

    def _room(self, needed: float) -> None:
        if not self.begun:
            self._begin(landscape=False)
        elif self.y - needed < FOOT:
            self._end()
            self._begin(self.landscape)
        self.untouched = False

    def _centred(self, text: str, size: float, step: float) -> None:
        for line in grid.wrap(text, self.heading_font, size, self.width - 2 * MARGIN):
            self._room(step)
            self.y -= step
            self.canvas.setFont(self.heading_font, size)
            self.canvas.drawCentredString(self.width / 2, self.y, line)

    def _heading(self, block: Heading) -> None:
        if block.level == 1:
            self._centred(block.text, 16, 26)
            self.y -= 10
        else:
            self._text(block.text, self.heading_font, indent=2, justified=False, keep=2)

    def _paragraph(self, block: Paragraph) -> None:
        self._text(block.text, self.font, indent=2, justified=self.style.justified)

    def _line(self, block: Line) -> None:
        if block.align == "center":
            self._centred(block.text, 16, 26)
        else:
            self._text(block.text, self.font, indent=0, justified=False, leading=1.62)

    def _text(self, text: str, font: str, indent: int, justified: bool, keep: int = 1, leading: float = 1.8) -> None:
        size, step = self.style.text_size, self.style.text_size * leading
        room = self.width - 2 * TEXT_MARGIN
        lines = grid.wrap("\u3000" * indent + text, font, size, room)
        for index, line in enumerate(lines):
            self._room(step * (keep if index == 0 else 1))
            self.y -= step
            drawn = self.canvas.beginText(TEXT_MARGIN, self.y)
            drawn.setFont(font, size)
            if justified and index < len(lines) - 1 and len(line) > 1:
                drawn.setCharSpace((room - grid.text_width(line, font, size)) / (len(line) - 1))
            drawn.textOut(line)
            self.canvas.drawText(drawn)

    def _table(self, table: Table) -> None:
        if not self.begun or self.landscape != table.landscape:
            self._page_break(PageBreak(table.landscape))
        ink, widths = self._measure(table)
        self._table_head(table, sum(widths))
        left = (self.width - sum(widths)) / 2
        rows, lead, first = list(table.body), list(table.header), True
        while rows or first:
            fitting = self._fitting(lead, rows, widths, ink)
            part = lead + rows[:fitting]
            top_rule = first or bool(lead) or self.style.continuation_rule
            self.y = grid.draw_rows(self.canvas, left, self.y, part, widths, ink, top_rule)
            rows, first = rows[fitting:], False
            lead = list(table.header) if self.style.repeat_header else []
            if rows:
                self._end()
                self._begin(table.landscape)
                self.untouched = False
        self._notes(table.notes, left, sum(widths))

    def _measure(self, table: Table) -> tuple[grid.Ink, list[float]]:
        """Ink and column widths: the wished cell size, or the largest smaller one at which every number fits."""
        placed = grid.place(table.header + table.body, len(table.widths))
        room = self.width - 2 * MARGIN
        size = self.style.cell_size
        while True:
            ink = grid.Ink(font=self.font, size=size, rules=self.style.rules, valign=self.style.valign)
            try:
                return ink, grid.column_widths(placed, table.widths, room * table.width, ink)
            except OverflowError:
                size -= 0.5
                if size < 4:
                    raise

    def _table_head(self, table: Table, width: float) -> None:
        if self.y < self.height * 0.4:
            self._page_break(PageBreak(table.landscape))
        self._centred(table.title, 12, 20) if table.title else None
        left = (self.width - width) / 2
        for texts in table.above:
            self._room(16)
            self.y -= 16
            self.canvas.setFont(self.font, self.style.cell_size)
            self.canvas.drawString(left, self.y, texts[0])
            self.canvas.drawRightString(left + width, self.y, texts[1])
        self.y -= 6
        self.untouched = False

    def _fitting(self, lead: list[Row], rows: list[Row], widths: list[float], ink: grid.Ink) -> int:
        """How many body rows fit on this page below the leading header rows (at least one)."""
        everything = lead + rows
        heights = grid.row_heights(grid.place(everything, len(widths)), widths, len(everything), ink)
        room = self.y - FOOT - sum(heights[: len(lead)])
        for count, height in enumerate(heights[len(lead) :]):
            room -= height
            if room < 0:
                return max(count, 1)
        return len(rows)

    def _notes(self, notes: tuple[str, ...], left: float, width: float) -> None:
        size = self.style.cell_size
        for note in notes:
            for line in grid.wrap(note, self.font, size, max(width, 300)):
                self._room(size * 1.6)
                self.y -= size * 1.6
                self.canvas.setFont(self.font, size)
                self.canvas.drawString(left, self.y, line)
        self.y -= 8
