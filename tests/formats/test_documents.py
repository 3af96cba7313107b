"""Word documents: cells merged over rows, text boxes, tracked changes, hidden text, pages, what is spoiled."""

import io

import pytest
from docx import Document as new_docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipelines.formats import open_document
from pipelines.pdf import Document, Unreadable


def opened(*bodies: str) -> Document:
    """A document of paragraphs and tables in Word's XML."""
    made = new_docx()
    spaces = (
        nsdecls("w", "wp", "a")
        + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    for body in bodies:
        made.element.body.insert_element_before(parse_xml(body.replace(">", f" {spaces}>", 1)), "w:sectPr")
    out = io.BytesIO()
    made.save(out)
    return open_document(out.getvalue())


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, *properties: str) -> str:
    return f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{p(text)}</w:tc>"


def lines(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.lines]


def test_cells_merged_over_rows_and_columns_are_one():
    rows = [
        tc("项目", '<w:vMerge w:val="restart"/>') + tc("支出", '<w:gridSpan w:val="2"/>'),
        tc("", "<w:vMerge/>") + tc("基本") + tc("项目支出"),
        tc("合计") + tc("1.00") + tc("2.00"),
    ]
    document = opened("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    [grid] = document.pages[0].grids
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells] == [
        (0, 0, 2, 1, "项目"), (0, 1, 1, 2, "支出"), (1, 1, 1, 1, "基本"), (1, 2, 1, 1, "项目支出"),
        (2, 0, 1, 1, "合计"), (2, 1, 1, 1, "1.00"), (2, 2, 1, 1, "2.00"),
    ]  # fmt: skip
    assert {one.name for one in document.pages[0].addresses} >= {"表1 R1C1", "表1 R3C3"}


def test_tracked_changes_are_read_as_accepted_and_told():
    change = 'w:id="1" w:author="a"'
    document = opened(
        f"<w:p><w:r><w:t>支出</w:t></w:r><w:del {change}><w:r><w:delText>100</w:delText><w:t>7</w:t></w:r></w:del>"
        f"<w:ins {change}><w:r><w:t>200万元</w:t></w:r></w:ins></w:p>"
    )
    assert lines(document) == ["支出200万元"]
    assert [(d.reason, d.detail, d.held) for d in document.doubts] == [
        ("tracked changes are read as if accepted", "2", False)
    ]


def test_a_text_box_is_read_once_and_what_is_hidden_not():
    box = f"<w:txbxContent>{p('框中文字')}</w:txbxContent>"
    document = opened(
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>底稿</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert lines(document) == ["正文", "框中文字"]


def test_a_page_ends_where_the_document_says_so_and_behind_its_contents():
    document = opened(
        p("目录"),
        p("第一部分 概况......1"),
        p("第一部分 概况"),
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        p("第二部分"),
    )
    assert [[line.text for line in page.lines] for page in document.pages] == [
        ["目录", "第一部分 概况......1"], ["第一部分 概况"], ["第二部分"],
    ]  # fmt: skip


def test_a_document_without_text_is_told():
    with pytest.raises(Unreadable, match="the document has no text"):
        opened(p(""))
