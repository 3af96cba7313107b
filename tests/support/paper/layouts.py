"""The ways in which publishers lay out the same figures, and the paper a report becomes in one of them.

Belongs here: the named layouts, and the order of cover, contents, tables and prose.
Does not belong here: the options of a layout (tests/support/paper/layout.py), how a form turns into a table (tests/support/paper/forms.py), sentences (tests/support/paper/prose.py), ink (tests/support/paper/paper.py).
"""

from collections.abc import Iterator

from tests.support.figures.figures import Report
from tests.support.paper import forms, prose
from tests.support.paper.headers import numeral
from tests.support.paper.layout import Layout
from tests.support.paper.paper import Block, Box, Heading, Line, PageBreak, Paper, Paragraph, Style, Table

LAYOUTS: tuple[Layout, ...] = (
    Layout(name="shanghai_one_column", fund_header="in_total_row", amount_align="center", style=Style(rules="rect")),
    Layout(
        name="shanghai_three_columns",
        code="padded",
        total="header",
        general_total="last",
        basic_code="two",
        style=Style(rules="rect", continuation_rule=False, justified=True),
    ),
    Layout(
        name="bare_parts_in_yuan",
        code="bare",
        total="last",
        three_public="blocks",
        tables_first=False,
        unit="元",
        public_unit="万元",
        thousands=False,
        titles="brackets",
        style=Style(rules="cell", repeat_header=True),
    ),
    Layout(
        name="first_of_three_cells",
        code="first",
        basic_code="glued",
        basic_total=True,
        three_public="vertical",
        empty="left_out",
        titles="numbered",
        style=Style(valign="top", cell_size=10),
    ),
    Layout(
        name="ministry_form",
        table_set="ministry",
        code="merged",
        total="header",
        line_numbers=True,
        column_numbers=True,
        form_numbers=True,
        basic_panels=3,
        three_public="blocks",
        capital_columns=3,
        all_landscape=True,
    ),
    Layout(
        name="ministry_form_repeated_header",
        table_set="ministry",
        code="padded",
        total="header",
        column_numbers=True,
        form_numbers=True,
        basic_panels=3,
        basic_code="two",
        basic_total=True,
        three_public="blocks",
        zeros=True,
        empty="zero",
        style=Style(repeat_header=True, cell_size=8),
    ),
    Layout(name="university", table_set="university", total="last_no_code", titles="numbered", all_landscape=True),
    Layout(
        name="beijing",
        table_set="beijing",
        total="last",
        fund_header="subtotal",
        capital_columns=3,
        titles="year",
        empty="zero",
        style=Style(repeat_header=True, rules="cell"),
    ),
    Layout(
        name="rotated_pages",
        code="padded",
        total="first",
        fund_header="in_total_row",
        basic_panels=3,
        basic_code="glued",
        all_landscape=True,
        style=Style(rules="rect", rotated=True, justified=True),
    ),
    Layout(
        name="shuffled_year_titles",
        total="header",
        code="first",
        titles="year",
        order=("T4", "T5", "T6", "T1", "T2", "T3", "T8", "T9", "T7"),
        classes_left_out=("231", "232"),
        tables_first=False,
        style=Style(page_numbers=False, continuation_rule=False),
    ),
    Layout(
        name="row_numbers_missing_forms",
        line_numbers=True,
        column_numbers=True,
        total="last",
        missing=("T3", "T6"),
        thousands=False,
        zeros=True,
        empty="zero",
        style=Style(text_size=12, cell_size=8, rules="cell", repeat_header=True),
    ),
    Layout(
        name="all_in_yuan",
        code="merged",
        total="header",
        unit="元",
        basic_code="two",
        three_public="vertical",
        titles="brackets",
        empty="left_out",
        style=Style(repeat_header=True, justified=True),
    ),
)


def layout(name: str) -> Layout:
    """The named layout."""
    return next(item for item in LAYOUTS if item.name == name)


def paper(report: Report, layout: Layout, narrative: tuple[Block, ...] | None = None) -> Paper:
    """The report as published in the layout; `narrative` replaces the prose part."""
    spoken = narrative if narrative is not None else tuple(prose.narrative(report, layout))
    drawn = tuple(tables(report, layout))
    names = _part_names(report, layout)
    parts = [(names[0], drawn), (names[1], spoken)]
    if not layout.tables_first:
        parts.reverse()
    blocks = [*_contents(report, layout, [name for name, _ in parts]), *_overview(report)]
    for number, (name, content) in enumerate(parts, start=2):
        heading = Heading(f"第{numeral(number)}部分 {name}", 1)
        blocks += headed(heading, content)
    blocks += [PageBreak(), Heading("第四部分 名词解释", 1), *prose.glossary(report)]
    cover = (report.unit, f"{report.year}年度", "部门决算")
    return Paper(f"{report.unit}{report.year}年度部门决算", cover, tuple(blocks))


def _part_names(report: Report, layout: Layout) -> tuple[str, str]:
    if layout.table_set == "university":
        return f"{report.year}年度部门决算报表", "决算报表说明"
    return f"{report.unit}{report.year}年度部门决算表", f"{report.unit}{report.year}年度部门决算情况说明"


def headed(heading: Heading, content: tuple[Block, ...]) -> Iterator[Block]:
    """A part heading on the page of the first block of its content."""
    first = content[0]
    yield first if isinstance(first, PageBreak) else PageBreak()
    yield heading
    yield from content[1:] if isinstance(first, PageBreak) else content


def tables(report: Report, layout: Layout) -> Iterator[Block]:
    """The forms of the layout, each on a page of its own."""
    for number, form in enumerate(layout.forms_of(report), start=1):
        table = forms.table(report, layout, form, number)
        yield PageBreak(table.landscape)
        yield table


def _contents(report: Report, layout: Layout, parts: list[str]) -> Iterator[Block]:
    yield PageBreak()
    yield Line("目  录", "center")
    yield Line(f"第一部分 {report.unit}概况")
    yield Line("一、主要职能")
    yield Line("二、部门决算单位构成")
    for number, name in enumerate(parts, start=2):
        yield Line(f"第{numeral(number)}部分 {name}")
        if name.endswith("说明"):
            yield from (Line(text) for text in prose.section_titles(report, layout))
        else:
            forms_printed = layout.forms_of(report)
            yield from (Line(f"{numeral(i)}、{forms.title(report, layout, f)}") for i, f in enumerate(forms_printed, 1))
    yield Line("第四部分 名词解释")


def _overview(report: Report) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(f"第一部分 {report.unit}概况", 1)
    yield Heading("一、主要职能")
    yield Paragraph(f"{report.unit}负责{report.words}方面的工作，拟订有关计划并组织实施，完成交办的其他任务。")
    yield Heading("二、部门决算单位构成")
    yield Paragraph(f"纳入{report.unit}{report.year}年度部门决算编制范围的单位包括：")
    header = ((Box("序号", "center"), Box("单位名称", "center"), Box("备注", "center")),)
    body = tuple((Box(str(i), "center"), Box(name), Box(note)) for i, (name, note) in enumerate(report.members, 1))
    yield Table(title="", above=(), header=header, body=body, widths=(1, 6, 4), width=0.9)
