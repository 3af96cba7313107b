"""Pages built by hand: grids of texts, lines above them, and what a form read from them says.

Belongs here: values for tests of the reader without a PDF. Does not belong here: drawing PDFs (tests/support/paper/paper.py).
"""

from pipelines.doubts import Doubt
from pipelines.forms.form_reader import read_form
from pipelines.forms.forms import Form, Unloaded
from pipelines.forms.layout import lay_out
from pipelines.forms.tables import join_tables
from pipelines.pdf.pages import Cell, Grid, Line, Page

WIDTHS = (60.0, 150.0, 80.0, 80.0, 80.0)
GENERAL = ["一般公共预算财政拨款支出决算表", "单位：万元"]
HEAD = [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]


def grid(rows: list[list[str | None]], top: float = 120.0) -> Grid:
    """A ruled grid; None continues the cell to its left."""
    edges = [50.0]
    for width in (WIDTHS * 6)[: len(rows[0])]:
        edges.append(edges[-1] + width)
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None:
                continue
            span = 1
            while c + span < len(row) and row[c + span] is None:
                span += 1
            box = (edges[c], top + 20 * r, edges[c + span], top + 20 * r + 20)
            cells.append(Cell(row=r, column=c, row_span=1, column_span=span, text=text, box=box))
    return Grid((edges[0], top, edges[-1], top + 20 * len(rows)), tuple(edges), len(rows), tuple(cells))


def page(number: int, above: list[str], *grids: Grid, footer: str = "") -> Page:
    lines = [Line(t, (60.0, 60.0 + 20 * n, 400.0, 72.0 + 20 * n)) for n, t in enumerate(above)]
    if footer:
        lines.append(Line(footer, (280.0, 800.0, 320.0, 812.0)))
    return Page(number=number, width=595.0, height=842.0, lines=tuple(lines), grids=grids, character_count=999)


def read(*pages: Page, year: int = 2024) -> list[Form | Unloaded | Doubt | None]:
    return [read_form(table, year) for table in join_tables(lay_out(pages))]


def facts(form: Form) -> dict[tuple[str | None, str | None], str]:
    return {(a.code or a.line, a.column): a.text for a in form.amounts if a.mark == "number" and not a.held}
