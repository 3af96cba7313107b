"""Tables that are ruled across and not down: read where headings prove their columns, else known as tables and held."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipelines.pdf import open_tables, plumber_reader
from pipelines.pdf.open_rows import sums_of
from pipelines.pdf.open_runs import Run
from pipelines.pdf.pages import Page
from pipelines.pdf.pdfium import reader
from pipelines.reading.readings import Reading
from tests.support.figures import figures
from tests.support.figures.figures import Report
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper
from tests.support.paper.layout import Layout
from tests.support.paper.paper import font_name
from tests.support.paper.texts import expected

HEADS = (("科目名称", 100, 300), ("基本支出", 300, 400), ("项目支出", 400, 500))
"""Headings with the left and the right end of their columns."""
ROWS = (
    ("教育支出", "1,200.00", "35.10"),
    ("农林水支出", "310.00", "7.20"),
    ("住房保障支出", "64.00", ""),
    ("合计", "1,574.00", "42.30"),
)


def draw(
    canvas: Canvas,
    rows: Sequence[Sequence[str]] = ROWS,
    pitch: Sequence[int] = (18, 18, 18, 18),
    rules: Sequence[int] = (100, 120, 194),
    off: int = 0,
    frame: bool = False,
    thick: float = 1.0,
) -> None:
    """Draw a table with three rules: headings centred over their columns (but for `off`), amounts at their right ends."""
    canvas.setFont(font_name("STSong-Light"), 9)
    canvas.setLineWidth(thick)
    for y in rules:
        canvas.line(100, 300 - y, 500, 300 - y)
    for x in (100, 500) if frame else ():
        canvas.line(x, 300 - rules[0], x, 300 - rules[-1])
    for text, left, right in HEADS:
        canvas.drawCentredString((left + right) / 2 + off, 300 - 113, text)
    y = 116
    for row, step in zip(rows, pitch, strict=True):
        y += step
        canvas.drawString(103, 300 - y, row[0])
        for text, (_, _, right) in zip(row[1:], HEADS[1:], strict=True):
            canvas.drawRightString(right - 3, 300 - y, text)


def page_of(**drawn) -> bytes:
    """Draw a page with one table; drawn: as of `draw`."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=(600, 300), invariant=1)
    draw(canvas, **drawn)
    canvas.save()
    return written.getvalue()


def both(content: bytes) -> Page:
    """Read the page with both readers; they must see the same cells."""
    [page], [other] = reader.read_document(content).pages, plumber_reader.read_document(content).pages
    assert [[(c.row, c.column, c.text) for c in g.cells] for g in page.grids] == [
        [(c.row, c.column, c.text) for c in g.cells] for g in other.grids
    ]
    return page


def texts(page: Page) -> list[list[str]]:
    """The texts of the only grid of a page, by rows."""
    [grid] = page.grids
    return [[cell.text for cell in grid.cells if cell.row == row] for row in range(grid.row_count)]


@pytest.mark.parametrize("frame", [False, True], ids=["no_frame", "frame"])
def test_three_rules_and_lines_at_an_even_pitch_are_a_table(frame):
    page = both(page_of(frame=frame))
    assert texts(page) == [[text for text, _, _ in HEADS], *map(list, ROWS)]
    assert page.grids[0].edges == pytest.approx((100, 300, 400, 500), abs=1.5)
    assert page.lines == ()


def test_thick_rules_end_where_they_are_drawn():
    """Three rules as offices print them, of a point and a half."""
    [grid] = both(page_of(thick=1.49)).grids
    assert grid.edges == pytest.approx((100, 300, 400, 500), abs=0.5)


@pytest.mark.parametrize(
    "unsure",
    [
        {"pitch": (18, 11, 25, 18)},
        {"off": 12},
        {"rows": (("教育支出", "1,200.00", "35.10"), ("农林水支出", "310.00     7.00", "7.20"), *ROWS[2:])},
        {"rows": (("教育支出", "1,200.00", "35.10"), ("农林水支出", "小计", "7.20"), *ROWS[2:])},
    ],
    ids=["uneven_pitch", "headings_not_centred", "two_amounts_in_a_cell", "words_among_amounts"],
)
def test_what_does_not_prove_its_columns_is_one_column_wide(unsure):
    assert len(both(page_of(**unsure)).grids[0].edges) == 2


def test_negative_amounts_are_no_words():
    rows = (("教育支出", "1,200.00", "-35.10"), *ROWS[1:])
    assert [row[2] for row in texts(both(page_of(rows=rows)))[1:3]] == ["-35.10", "7.20"]


def test_headings_close_under_the_one_over_them_are_others_where_a_rule_runs_between():
    """本年支出 over 小计, 基本支出 and 项目支出, and not quite over the middle of the second of them."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=(600, 300), invariant=1)
    canvas.setFont(font_name("STSong-Light"), 9)
    for y in (100, 126, 144, 162, 180):
        canvas.line(100, 300 - y, 500, 300 - y)
    canvas.line(300, 300 - 113, 500, 300 - 113)
    canvas.drawCentredString(200, 300 - 116, "科目名称")
    canvas.drawCentredString(400, 300 - 110, "本年支出")
    columns = (("小计", 300, 340), ("基本支出", 340, 420), ("项目支出", 420, 500))
    for text, left, right in columns:
        canvas.drawCentredString((left + right) / 2, 300 - 122, text)
    for y, name in ((138, "教育支出"), (156, "农林水支出"), (174, "合计")):
        canvas.drawString(103, 300 - y, name)
        for _, _, right in columns:
            canvas.drawRightString(right - 3, 300 - y, "31.24")
    canvas.save()
    [grid] = both(written.getvalue()).grids
    assert grid.edges == pytest.approx((100, 300, 340, 420, 500), abs=1.5)
    assert [c.text for c in grid.cells if c.row < 2] == ["科目名称", "本年支出", "小计", "基本支出", "项目支出"]


def test_one_rule_on_the_page_after_a_table_is_no_rest_of_it():
    written = BytesIO()
    canvas = Canvas(written, pagesize=(600, 300), invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.line(100, 200, 500, 200)
    canvas.drawString(100, 240, "Footnotes begin here.")
    canvas.save()
    first, then = reader.read_document(written.getvalue()).pages
    assert len(first.grids) == 1
    assert then.grids == ()


def test_two_rules_are_no_table():
    assert both(page_of(rules=(100, 194))).grids == ()


def run(text: str, start: float, end: float) -> Run:
    return Run(start=start, end=end, baseline=100.0, size=9.0, text=text)


def test_the_name_of_a_sum_stands_in_the_middle_of_the_columns_up_to_its_amount():
    edges, amount = (0.0, 40.0, 100.0, 160.0, 200.0), run("9.00", 170.0, 198.0)
    middle, aside = run("公用经费合计", 50.0, 110.0), run("合计", 45.0, 65.0)
    assert sums_of((middle, amount), edges) == {middle: (0, 2)}
    assert sums_of((aside, amount), edges) == {}
    assert sums_of((run("办公费", 50.0, 110.0), amount), edges) == {}


def read_across(name: str, folder: Path) -> tuple[Report, Layout, Reading]:
    """Read the report of a layout, drawn without vertical rules."""
    layout = layouts.layout(name)
    layout = replace(layout, style=replace(layout.style, rules="across"))
    report = figures.report(3)
    return (
        report,
        layout,
        read_report(paper.draw(layouts.paper(report, layout), folder / "report.pdf", layout.style), 2024),
    )


@pytest.mark.parametrize("name", ["shanghai_one_column", "ministry_form_repeated_header"])
def test_headings_in_the_row_of_the_sum_and_sums_over_panels_are_read(name, tmp_path):
    report, layout, reading = read_across(name, tmp_path)
    wanted = sorted(cell.text for cell in expected(report, layout) if cell.form in ("T6", "T8", "T9"))
    amounts = [a for form in reading.forms for a in form.amounts if a.form in ("T6", "T8", "T9") and not a.held]
    assert sorted(a.text for a in amounts if a.mark not in ("blank", "words")) == wanted
    assert not [doubt for doubt in reading.doubts if doubt.held]


def test_a_form_whose_columns_are_not_sure_is_held_as_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(open_tables, "columns_of", lambda band: iter(()))
    _, _, reading = read_across("shanghai_one_column", tmp_path)
    unread = {d.form for d in reading.doubts if d.held and d.reason.endswith("its table was not read")}
    assert {"T8", "T9"} <= unread
    assert unread.isdisjoint(form.key for form in reading.forms)
