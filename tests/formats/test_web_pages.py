"""Web pages as offices publish them: in GB 2312, tables within tables, spans, navigation, what nobody sees."""

import pytest

from pipelines.formats import open_document
from pipelines.pdf import Page, Unreadable

ROWS = "<tr><td>项目</td><td>金额</td></tr><tr><td>一、收入</td><td>1,234.50</td></tr>"
FORM = f"<table>{ROWS}</table>"


def opened(body: str, encoding: str = "utf-8", said: str | None = None) -> Page:
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={said or encoding}"></head>'
    [page] = open_document(f"{head}<body>{body}</body></html>".encode(encoding)).pages
    return page


def shown(page: Page) -> list[list[tuple[int, int, int, int, str]]]:
    return [[(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells] for grid in page.grids]


PLAIN = [(0, 0, 1, 1, "项目"), (0, 1, 1, 1, "金额"), (1, 0, 1, 1, "一、收入"), (1, 1, 1, 1, "1,234.50")]


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", None), ("gb18030", "gb2312"), ("gbk", "utf-8"), ("utf-16", None), ("utf-8", "x-none")],
)
def test_the_encoding_is_found_whatever_a_page_says_of_it(encoding, said):
    page = opened(f"<p>某镕街道办事处</p>{FORM}", encoding, said)  # 镕 is in no GB 2312
    assert [line.text for line in page.lines] == ["某镕街道办事处"]
    assert shown(page) == [PLAIN]


def test_a_table_that_lays_out_is_none_and_what_is_in_it_is_read():
    assert shown(opened(f"<table><tr><td>左</td><td><p>决算表</p>{FORM}</td></tr></table>")) == [PLAIN]
    links = "<table><tr><td><a>首页</a></td><td><a>公开</a></td></tr><tr><td><a>上页</a></td><td><a>下页</a></td></tr></table>"
    assert shown(opened(f"{links}<nav>{FORM}</nav>{FORM}")) == [PLAIN]


def test_spans_are_placed_as_the_standard_does():
    page = opened(
        '<table><thead><tr><td rowspan=0>项目</td><td colspan="2">支出</td></tr><tr><td>基本</td><td>项目</td></tr></thead>'
        "<tbody><tr><td rowspan=9>合计</td><td>1</td><td>2</td></tr><tr><td colspan=50>注：本表无数</td></tr></tbody></table>"
    )
    assert shown(page) == [
        [
            (0, 0, 2, 1, "项目"), (0, 1, 1, 2, "支出"), (1, 1, 1, 1, "基本"), (1, 2, 1, 1, "项目"),
            (2, 0, 2, 1, "合计"), (2, 1, 1, 1, "1"), (2, 2, 1, 1, "2"), (3, 1, 1, 2, "注：本表无数"),
        ]
    ]  # fmt: skip


def test_what_nobody_sees_is_not_read():
    hidden = '<tr style="display: none"><td>底稿</td><td>9</td></tr>'
    page = opened(
        f"<script>var a = 1</script><p hidden>底稿</p><!-- 底稿 --><p>说明&nbsp; 一<br>二</p><table>{ROWS}{hidden}</table>"
    )
    assert [line.text for line in page.lines] == ["说明 一", "二"]
    assert shown(page) == [PLAIN]


def test_a_cell_keeps_its_lines_and_its_place():
    page = opened(
        f"{FORM}<table><caption>公开表</caption><tr><td>一<p>二</p></td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>"
    )
    assert shown(page)[1][0][4] == "一\n二"
    assert page.lines[0].text == "公开表"
    named = {one.name: one.box for one in page.addresses}
    assert named["表2 R1C1"] == page.grids[1].cells[0].box


def test_the_unit_line_of_the_next_table_begins_no_page():
    page = opened(f"<p>收入预算表</p><p>编制单位：某局</p>{FORM}<p>支出预算表</p><p>编制单位：某局</p>{FORM}")
    assert len(page.grids) == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("404", "a web page with next to no text"),
        ('<p>附件</p><a href="a.pdf">1.部门决算.pdf</a>', "a web page of links with next to no text"),
        (
            '<table><tr><td colspan="1000" rowspan="400">a</td></tr>' + "<tr><td>b</td><td>c</td></tr>" * 400,
            "a table has more than",
        ),
    ],
)
def test_what_is_no_report_is_told(body, reason):
    with pytest.raises(Unreadable, match=reason):
        opened(body)


def test_no_file_and_no_address_is_asked_for(monkeypatch, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("机密")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    content = (
        f'{entity}<html><body><p>{"部门决算说明" * 9}&x;</p><iframe src="{secret.as_uri()}"></iframe></body></html>'
    )
    [page] = open_document(content.encode()).pages
    assert "机密" not in "".join(line.text for line in page.lines)


def test_what_is_nested_too_deep_is_not_left_out_silently():
    text = "部门决算说明" * 9
    assert opened("<div>" * 100 + text).lines[0].text[:2] == "部门"
    with pytest.raises(Unreadable, match="nested too deep"):
        opened(f"<p>{text}</p>" + "<div>" * 5000 + text)


MENU = '<div class="nav"><ul><li><a href="/1">首页</a></li><li><a href="/2">2022年度部门决算</a></li><li><a href="/3">旁县水务局</a></li></ul></div>'
HEADLINE = "某县林业局2024年度部门决算"


def test_what_the_site_says_above_the_headline_is_not_of_the_report():
    """A menu names other years and units, and its counters are no amounts."""
    site = f"{MENU}<div>旁县水务局2022年度部门决算 3,333.33</div><h1>{HEADLINE}</h1>"
    page = opened(f"<title>{HEADLINE}_某县人民政府</title>{site}<p>发布日期：2025-09-05</p>{FORM}")
    assert [line.text for line in page.lines] == [HEADLINE, "发布日期：2025-09-05"]
    assert shown(page) == [PLAIN]


def test_where_no_headline_says_what_the_title_says_menus_alone_are_left_out():
    page = opened(f"<title>某县人民政府门户网站</title>{MENU}<p>前言</p><h1>{HEADLINE}</h1>{FORM}")
    assert [line.text for line in page.lines] == ["前言", HEADLINE]


def test_a_list_of_contents_and_a_table_above_the_headline_stay():
    contents = "<ul>" + "".join(f'<li><a href="#{n}">{n}、收入决算表</a></li>' for n in "一二三") + "</ul>"
    page = opened(f"<title>{HEADLINE}</title>{contents}{FORM}<h1>{HEADLINE}</h1>")
    assert [line.text for line in page.lines] == ["一、收入决算表", "二、收入决算表", "三、收入决算表", HEADLINE]
