"""Excel 97 workbooks are read as the newer ones are: formats, borders, merged cells, what is hidden or in doubt."""

import io
from datetime import datetime

import pytest
import xlwt

from pipelines.formats import open_document
from pipelines.pdf import Unreadable

RULED = "borders: left thin, right thin, top thin, bottom thin; "


def test_an_old_workbook_is_read_as_a_new_one():
    book = xlwt.Workbook()
    sheet = book.add_sheet("收入决算表")
    sheet.write_merge(0, 0, 0, 1, "收入决算总表")
    sheet.write(1, 1, "单位：万元")
    styles = [xlwt.easyxf(RULED, form) for form in ("General", "#,##0.00", "yyyy/m/d", "0.00E+00")]
    for row, (name, value, style) in enumerate(
        [
            ("项目", "金额", 0),
            ("一、收入", 1234.5, 1),
            ("文本", "1,234.50", 0),
            ("日期", datetime(2024, 3, 5), 2),
            ("科学", 5, 3),
        ],
        2,
    ):
        sheet.write(row, 0, name, styles[0])
        sheet.write(row, 1, value, styles[style])
    sheet.write(7, 0, "底稿", styles[0])
    sheet.row(7).hidden = True
    white = xlwt.easyxf(RULED + "font: colour white")
    sheet.write(8, 0, "白", styles[0])
    sheet.write(8, 1, 7, white)
    book.add_sheet("底稿").visibility = 1
    out = io.BytesIO()
    book.save(out)
    document = open_document(out.getvalue())
    [page] = document.pages
    assert (document.format, page.name) == ("xls", "收入决算表")
    assert [line.text for line in page.lines] == ["收入决算总表", "单位：万元"]
    [grid] = page.grids
    assert [cell.text for cell in grid.cells] == [
        "项目", "金额", "一、收入", "1,234.50", "文本", "1,234.50", "日期", "2024/3/5", "科学", "5.0", "白", "7",
    ]  # fmt: skip
    named = {one.box: one.name for one in page.addresses}
    assert {named[one.box]: one.reason.split(":")[0] for one in page.unsure} == {
        "B7": "it is not known how it is shown", "B9": "it is written in white"}  # fmt: skip
    assert [(d.reason, d.detail) for d in document.doubts] == [
        ("hidden sheets are not read", "底稿"), ("hidden rows are not read", "收入决算表: 8")]  # fmt: skip


def test_a_spoilt_one_is_told():
    out = io.BytesIO()
    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, "一" * 3000)
    book.save(out)
    with pytest.raises(Unreadable, match="the workbook is damaged"):
        open_document(out.getvalue().replace(b"\x09\x08\x10\x00", bytes(4)))
