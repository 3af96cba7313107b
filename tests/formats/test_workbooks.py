"""Sheets as offices keep them: titles merged over the table, numbers as text, two tables in a sheet, what is hidden, formulas."""

import io

import pytest
import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side

from pipelines.formats import open_document
from pipelines.pdf import Document, Page

THIN = Side(style="thin")
RULED = Border(left=THIN, top=THIN, right=THIN, bottom=THIN)


def saved(book: Workbook) -> Document:
    out = io.BytesIO()
    book.save(out)
    return open_document(out.getvalue())


def fill(sheet, top: int, rows: list[list[object]], ruled: bool = True) -> None:
    for r, row in enumerate(rows, top):
        for c, value in enumerate(row, 1):
            cell = sheet.cell(r, c, value)
            if ruled:
                cell.border = RULED


def shown(page: Page) -> list[list[list[str]]]:
    """Texts of each grid by row."""
    grids = []
    for grid in page.grids:
        rows: list[list[str]] = [[] for _ in range(grid.row_count)]
        for cell in grid.cells:
            rows[cell.row].append(cell.text)
        grids.append(rows)
    return grids


ROWS = [["项目", "金额"], ["一、收入", 1234.5], ["合计", "1,234.50"]]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_title_merged_over_the_table_is_no_row_of_it(ruled):
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["A2"], sheet["B2"] = "收入支出决算总表", "部门：某局", "单位：万元"
    sheet.merge_cells("A1:B1")
    if ruled:  # a program keeps the upper rule of the table as the lower one of the row above
        sheet["A2"].border = sheet["B2"].border = Border(bottom=THIN)
    fill(sheet, 3, ROWS, ruled)
    sheet["B4"].number_format = "#,##0.00"
    [page] = saved(book).pages
    assert [line.text for line in page.lines] == ["收入支出决算总表", "部门：某局", "单位：万元"]
    assert shown(page) == [[["项目", "金额"], ["一、收入", "1,234.50"], ["合计", "1,234.50"]]]
    assert {one.name for one in page.addresses} == {"A1:B1", "A2", "B2", "A3", "B3", "A4", "B4", "A5", "B5"}


def test_two_tables_in_a_sheet_are_two_and_the_name_of_a_sheet_may_be_its_title():
    book = Workbook()
    sheet = book.active
    sheet.title = "收入决算表"
    fill(sheet, 1, ROWS)
    sheet["A5"] = "支出决算表"
    fill(sheet, 7, ROWS)
    [page] = saved(book).pages
    assert [line.text for line in page.lines] == ["收入决算表", "支出决算表"]
    assert len(page.grids) == 2
    assert page.lines[0].box[3] < page.grids[0].box[1] < page.lines[1].box[1] < page.grids[1].box[1]


def test_what_is_hidden_is_told_and_not_read():
    book = Workbook()
    sheet = book.active
    fill(sheet, 1, [[*row, "底稿"] for row in ROWS])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("底稿").sheet_state = "hidden"
    document = saved(book)
    assert shown(document.pages[0]) == [[["项目", "金额"], ["合计", "1,234.50"]]]
    assert [(d.reason, d.detail, d.held) for d in document.doubts] == [
        ("hidden sheets are not read", "底稿", False),
        ("hidden rows are not read", "Sheet: 2", False),
        ("hidden columns are not read", "Sheet: C", False),
    ]


def test_what_a_cell_shows_not_surely_is_in_doubt():
    book = Workbook()
    sheet = book.active
    fill(sheet, 1, [["甲", "=1+1", "#REF!", 5, 6, 7]])
    sheet["C1"].data_type = "e"
    sheet["D1"].number_format = "0.0E+00"
    sheet["E1"].font = Font(color="FFFFFF")
    [page] = saved(book).pages
    named = {one.box: one.name for one in page.addresses}
    assert {named[one.box]: one.reason.split(":")[0] for one in page.unsure} == {
        "B1": "a formula without a stored value",
        "C1": "an error of a formula in place of its value",
        "D1": "it is not known how it is shown",
        "E1": "it is written in white",
    }


def test_an_empty_row_within_a_table_keeps_its_columns():
    book = Workbook()
    fill(book.active, 1, ROWS)
    fill(book.active, 5, ROWS[1:])
    [page] = saved(book).pages
    first, second = page.grids
    assert first.edges == second.edges
    assert second.box[1] - first.box[3] < 20


def test_text_boxes_are_read_where_they_hang():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet, other = book.add_worksheet("收支 总表"), book.add_worksheet("表二")
        ruled = book.add_format({"border": 1})
        for r, row in enumerate(ROWS, 5):
            for c, value in enumerate(row):
                sheet.write(r, c, value, ruled)
        sheet.insert_textbox(1, 0, "部门：样本局\n单位：万元")
        sheet.insert_textbox(6, 3, "注：含上年结转")
        other.write(0, 0, "无")
    first, second = open_document(out.getvalue()).pages
    assert [line.text for line in first.lines] == ["收支 总表", "部门：样本局", "单位：万元", "注：含上年结转"]
    assert [one.name for one in first.addresses if one.name.startswith("文本框")] == [
        "文本框 2",
        "文本框 2",
        "文本框 7",
    ]
    assert [line.text for line in second.lines] == ["无"]
