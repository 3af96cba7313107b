"""Where a number stands in a file without pages, as sentences say it."""

import pytest

from pipelines.findings import fault
from pipelines.findings.addresses import page_words
from pipelines.findings.places import Place, Source


@pytest.mark.parametrize(
    ("sheet", "address", "member", "zh", "en"),
    [
        ("", "", "", "第7页", "page 7"),
        ("", "", "甲.pdf", "第7页", "page 7"),
        ("第3页", "", "甲.pdf", "甲.pdf 第3页", "page 3 in 甲.pdf"),
        ("收入决算表", "B7", "", "工作表“收入决算表”B7", "B7 of sheet “收入决算表”"),
        ("Sheet1", "B7:C8", "附表.xls", "附表.xls 工作表“Sheet1”B7:C8", "B7:C8 of sheet “Sheet1” in 附表.xls"),
        ("收入决算表", "收入决算表", "", "工作表“收入决算表”", "sheet “收入决算表”"),
        ("", "表3 R5C2", "", "表3第5行第2列", "table 3, row 5, column 2"),
        ("", "段12", "a/说明.docx", "a/说明.docx 第12段", "paragraph 12 in a/说明.docx"),
    ],
)
def test_a_place_is_said_as_its_file_calls_it(sheet, address, member, zh, en):
    assert page_words(7, sheet, address, member) == (zh, en)


def test_a_number_of_a_sheet_is_told_by_it_in_its_own_report_and_in_another():
    source = Source(report_id="a", year=2023, unit_name="教育局", level="", version=1)
    own = Source(report_id="b", year=2024, unit_name="教育局", level="", version=1)
    place = Place(
        page=2, name="收入表 合计", text="1.00", counted_in="万元", decimals=2, source=source, sheet="收入", address="C5",
    )  # fmt: skip
    assert (place.says_zh, place.says_en) == (
        "工作表“收入”C5 收入表 合计为1.00万元",
        "C5 of sheet “收入”, 收入表 合计, has 1.00万元",
    )
    beside = Place(**{name: getattr(place, name) for name in Place.__slots__} | {"beside": own})
    assert (beside.at_zh, beside.at_en) == ("2023年报告工作表“收入”C5", "C5 of sheet “收入” of the report of 2023")


def test_words_of_a_sheet_are_told_by_its_name_and_of_other_pages_by_number():
    wording = fault.Fault(
        zh="第{page}页“{quote}”[，第{row_page}页]；第{pages}页",
        en="page {page}, “{quote}”[, page {row_page}]; page {pages}",
        particulars={"row_page": "", "pages": "3、1"},
        stated=None,
        expected=None,
    )
    sheets = {3: {"sheet": "附件{1}、续", "member": "[1].zip"}}
    assert fault.word_fault(wording, 3, "见附表", [], {}, sheets) == (
        "[1].zip 工作表“附件{1}、续”“见附表”；[1].zip 工作表“附件{1}、续”、第1页",
        "sheet “附件{1}、续” in [1].zip, “见附表”; sheet “附件{1}、续” in [1].zip, page 1",
    )
    assert fault.word_fault(wording, 3, "见附表", [], {}, {}) == (
        "第3页“见附表”；第3、1页",
        "page 3, “见附表”; pages 3, 1",
    )
