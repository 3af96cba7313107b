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


def numbered(bodies: list[str], levels: str, lists: str = "") -> list[str]:
    """The lines of a document whose list 7 has these levels."""
    made = new_docx()
    numbering = made.part.numbering_part.element
    for one in (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="70">{levels}</w:abstractNum>',
        f'<w:num {nsdecls("w")} w:numId="70"><w:abstractNumId w:val="70"/></w:num>',
        *([lists.replace("<w:num ", f"<w:num {nsdecls('w')} ")] if lists else []),
    ):
        numbering.append(parse_xml(one))
    for body in bodies:
        made.element.body.insert_element_before(
            parse_xml(body.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)), "w:sectPr"
        )
    out = io.BytesIO()
    made.save(out)
    return lines(open_document(out.getvalue()))


def item(text: str, level: int = 0, of: int = 70) -> str:
    said = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'
    return f"<w:p><w:pPr>{said}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def level(number: int, how: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def test_numbers_that_word_gives_to_lists_are_read():
    levels = (
        level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "（%2）") + level(2, "decimal", "%3.")
    )
    body = [
        item("收入"),
        item("本年", 1),
        item("2023年数", 2),
        item("其他", 2),
        item("上年", 1),
        item("支出"),
        item("本年", 1),
        p("尾"),
    ]
    assert numbered(body, levels) == [
        "一、收入",
        "（一）本年",
        "1. 2023年数",
        "2. 其他",
        "（二）上年",
        "二、支出",
        "（一）本年",
        "尾",
    ]
    again = '<w:num w:numId="71"><w:abstractNumId w:val="70"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    assert numbered([item("甲"), item("乙", of=71), item("丙", of=71)], levels, again) == ["一、甲", "三、乙", "四、丙"]


@pytest.mark.parametrize(
    ("how", "count", "shown"),
    [("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("chineseCounting", 105, "一百零五"), ("upperRoman", 4, "IV"),
     ("decimalEnclosedCircleChinese", 3, "③"), ("lowerLetter", 28, "bb"), ("ideographTraditional", 2, "乙"), ("bullet", 2, ""), ("new", 2, "2")],
)  # fmt: skip
def test_a_number_is_written_as_its_list_says(how, count, shown):
    start = f'<w:lvl w:ilvl="0"><w:start w:val="{count}"/><w:numFmt w:val="{how}"/><w:lvlText w:val="%1、"/></w:lvl>'
    assert numbered([item("项")], start) == [f"{shown}、项" if shown else "项"]
