"""One test per past mistake: what documents of other makers did to the reader, on grids built by hand."""

from dataclasses import replace

import pytest

from pipelines.forms.disclosure import identify
from pipelines.forms.form_set import read_forms
from pipelines.forms.forms import Unloaded
from pipelines.forms.furniture import furniture
from pipelines.forms.layout import lay_out
from pipelines.forms.recognition import title_of
from pipelines.pdf.pages import Grid
from pipelines.vocabulary import form_wordings
from tests.support.figures import figures
from tests.support.files.reading import read_report
from tests.support.paper import layouts, paper
from tests.support.paper.blocks import Table
from tests.support.paper.drafts import GENERAL, HEAD, facts, grid, page, read


def test_amount_torn_by_a_page_break_is_put_together():
    first = [*HEAD, ["201", "一般公共服务支出", "168359", "100.00", "1583593"]]
    then = [["", "", "3.40", "", ".40"], ["20101", "人大事务", "5.00", "", "5.00"]]
    [form] = read(page(1, GENERAL, grid(first)), page(2, [], grid(then)))
    assert facts(form)[("201", "total")] == "1683593.40"
    assert facts(form)[("201", "project")] == "1583593.40"
    assert facts(form)[("20101", "total")] == "5.00"


def test_row_without_name_on_a_new_page_is_held_where_it_continues_nothing():
    first = [*HEAD, ["201", "一般公共服务支出", "100.00", "100.00", ""]]
    [form] = read(page(1, GENERAL, grid(first)), page(2, [], grid([["", "", "7.00", "", "7.00"]])))
    assert facts(form) == {("201", "total"): "100.00", ("201", "basic"): "100.00"}
    assert [d.held for d in form.doubts] == [True]


def test_row_whose_name_swallowed_an_amount_is_held():
    [form] = read(page(1, GENERAL, grid([*HEAD, ["212", "城乡社区支出17,542.96", "1.00", "1.00", ""]])))
    assert facts(form) == {}
    assert "holds an amount" in form.doubts[0].reason


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("2023年决算数", "other_year"),
        ("2024年决算数/合计", "total"),
        ("上年决算数", "last_year"),
        ("占本年支出比重(%)", "share"),
        ("比上年增减额", "change"),
        ("年初预算数", "initial_budget"),
        ("本年收入/基本支出", "income_basic"),
        ("年初结转和结余/项目支出结转和结余", "opening_project"),
        ("本年支出/项目支出/小计", "project"),
        ("本年支出/小计", "total"),
        ("基本支出/人员经费", "within_basic"),
        ("基本支出/决算数", "basic"),
        ("基本支出/人员经费/决算数", "within_basic"),
        ("年初结转和结余/决算数", "opening"),
        ("年初结转和结余/小计/金额", "opening"),
        ("本年支出/项目支出/2024年决算数", "project"),
    ],
)
def test_columns_of_other_meaning_are_told_apart(heading, key):
    assert form_wordings.column_key("T5", heading, 2024) == key


def test_a_line_of_the_phase_below_every_heading_tells_no_column_from_another():
    headings = ["本年收入合计", "财政拨款收入", "上级补助收入", "其他收入"]
    keys = ["total", "fiscal", "superior", "other"]
    for line in ("", "/决算数", "/金额", "/2024年度决算数"):
        assert [form_wordings.column_key("T2", heading + line, 2024) for heading in headings] == keys
    assert form_wordings.column_key("T2", "财政拨款收入/一般公共预算/决算数", 2024) == "within_fiscal"


def test_panels_of_the_fiscal_totals_may_be_headed_by_their_phase():
    """收入决算数 | 支出决算数 over the two panels made this form a second T1."""
    head = [["收入决算数", "收入决算数", "支出决算数", "支出决算数", "支出决算数"]]
    head += [["项目", "决算数", "项目", "合计", "一般公共预算财政拨款"]]
    rows = [["一、一般公共预算财政拨款", "9.00", "一、一般公共服务支出", "7.00", "7.00"]]
    title = ["财政拨款收入支出决算总表", "单位：万元"]
    [form] = read(page(1, title, grid(head + rows)))
    assert form.key == "T4"
    assert [(a.panel, a.column, a.text, a.held) for a in form.amounts] == [
        ("left", "amount", "9.00", False),
        ("right", "total", "7.00", False),
        ("right", "general_budget", "7.00", False),
    ]


def merged(grid: Grid, row: int, over: int, text: str) -> Grid:
    """A grid whose first cell of a row is merged over so many rows, with this text."""
    cells = [c for c in grid.cells if not (c.column == 0 and row < c.row < row + over)]
    box = (grid.edges[0], 120.0 + 20 * row, grid.edges[1], 120.0 + 20 * (row + over))
    cells = [replace(c, row_span=over, text=text, box=box) if (c.row, c.column) == (row, 0) else c for c in cells]
    return replace(grid, cells=tuple(cells))


def test_a_class_may_be_merged_over_its_rows():
    head = [["类", "款", "项", "科目名称", "合计", "基本支出", "项目支出"]]
    rows = [["201", "", "", "一般公共服务支出", "9.00", "9.00", ""], ["", "01", "", "人大事务", "9.00", "9.00", ""]]
    rows += [["", "01", "01", "行政运行", "9.00", "9.00", ""], ["212", "", "", "城乡社区支出", "5.00", "5.00", ""]]
    rows += [["", "01", "", "城乡社区管理事务", "5.00", "5.00", ""]]
    [form] = read(page(1, GENERAL, merged(grid(head + rows), 1, 3, "201")))
    assert [a.code for a in form.amounts if a.column == "total"] == ["201", "20101", "2010101", "212", "21201"]
    assert not form.doubts
    cut = merged(merged(grid(head + rows), 1, 3, "201"), 4, 2, "")
    [form] = read(page(1, GENERAL, cut))
    assert [a.code for a in form.amounts if a.column == "total"] == ["201", "20101", "2010101", None, None]
    assert [a.held for a in form.amounts if a.code is None] == [True] * 6


def set_wider(grid: Grid, by: float) -> Grid:
    """The grid with its inner columns set elsewhere, as a program does that sets each page's table anew."""
    moved = {x: x + by if 0 < n < len(grid.edges) - 1 else x for n, x in enumerate(grid.edges)}
    cells = [replace(c, box=(moved[c.box[0]], c.box[1], moved[c.box[2]], c.box[3])) for c in grid.cells]
    return replace(grid, edges=tuple(moved.values()), cells=tuple(cells))


def test_a_page_that_repeats_the_heading_goes_on_whatever_its_column_widths():
    top = [["一般公共预算财政拨款支出决算表", None, None, None, None]]
    head = [["项目", None, "本年支出", None, None], ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]
    one, two = [["201", "一般公共服务支出", "9.00", "9.00", ""]], [["20101", "人大事务", "9.00", "9.00", ""]]
    later = set_wider(grid(head + two), 25.0)
    for pages in ((page(1, GENERAL, grid(head + one)), page(2, [], later)),
                  (page(1, GENERAL, grid(head + one)), page(2, [f"{GENERAL[0]}（续）", GENERAL[1]], later)),
                  (page(1, GENERAL[1:], grid(top + head + one)), page(2, [], later))):  # fmt: skip
        [form] = read(*pages)
        assert facts(form) == {(c, k): "9.00" for c in ("201", "20101") for k in ("total", "basic")}
    other = set_wider(grid([["科目", None, "本年支出", None, None], *head[1:], *two]), 25.0)
    assert len(read(page(1, GENERAL, grid(head + one)), page(2, [], other))) == 2


def test_a_repeated_heading_may_lack_the_last_line_of_its_longest_cell():
    """LibreOffice repeats the heading at the height of its other cells."""
    head = [["功能分类科目", None, "合计", "基本支出", "项目支出"], ["科目编码", "科目名称", "", "", ""]]
    again = [["功能分类科目", None, "合计", "基本支出", "项目支"], head[1]]
    one, two = ["201", "一般公共服务支出", "9.00", "9.00", "0.00"], ["20101", "人大事务", "9.00", "9.00", "0.00"]
    pages = (page(1, GENERAL, grid([*head, one])), page(2, [], grid([*again, two])))
    [form] = read(*pages)
    assert facts(form) == {
        (c, k): v for c in ("201", "20101") for k, v in (("total", "9.00"), ("basic", "9.00"), ("project", "0.00"))
    }


def test_words_over_all_columns_say_why_a_form_is_empty():
    head = [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]
    for words in ("本单位无国有资本经营预算财政拨款支出", "无"):
        rows = [*head, [words, None, None, None, None], ["", "合计", "", "", ""]]
        [form] = read(page(1, ["国有资本经营预算财政拨款支出决算表", "单位：万元"], grid(rows)))
        assert (form.key, form.status) == ("T9", "declared_empty")


FUND_HEADS = ["年初结转和结余", "本年收入", "本年支出", None, None, "年末结转和结余"]
NO_DATA = "本部门无政府性基金预算财政拨款收入和支出"


@pytest.mark.parametrize(
    "rows",
    [
        [["科目编码", None, None, "科目名称", *FUND_HEADS], ["类", "款", "项", "", NO_DATA, *[None] * 5]],
        [["科目编码", None, None, "科目名称", *FUND_HEADS], ["类", "款", "项", NO_DATA, *[None] * 6]],
        [["项目", *[None] * 3, *FUND_HEADS], ["类款项", None, None, "2024年度无此项收支", *[None] * 6]],
        [["项目", *[None] * 3, *FUND_HEADS], ["类", "款", "项", "栏次", *"123456"], ["", "", "", "合计", NO_DATA, *[None] * 5]],
        [["项目", *[None] * 3, *FUND_HEADS], ["类", "款", "项", "科目名称", *[""] * 6], ["", "", "", NO_DATA, *[""] * 6]],
    ],
)  # fmt: skip
def test_the_sentence_that_a_form_is_empty_is_no_heading_and_no_name_beside_its_codes(rows):
    [form] = read(page(1, ["政府性基金预算财政拨款收入支出决算表", "单位：万元"], grid(rows)))
    assert (form.key, form.status, form.doubts) == ("T8", "declared_empty", ())


def test_a_name_that_reads_like_such_a_sentence_stays_the_name_of_its_row():
    head = [["科目编码", "科目名称", None, "合计", "基本支出", "项目支出"]]
    rows = [["2200127", "无居民海岛使用金支出", None, "5.00", "", "5.00"]]
    [form] = read(page(1, GENERAL, grid(head + rows)))
    assert {(a.code, a.label) for a in form.amounts} == {("2200127", "无居民海岛使用金支出")}


def test_subheadings_in_the_total_row_begin_behind_the_total():
    head = [["项目", None, None, None, "年初结转和结余", "本年支出", None, None]]
    rows = [["类", "款", "项", "合计", "0.00", "合计", "基本支出", "项目支出"], [""] * 8]
    [form] = read(page(1, ["政府性基金预算财政拨款收入支出决算表", "单位：万元"], grid(head + rows)))
    assert facts(form) == {("total", "opening"): "0.00"}
    assert not form.doubts


def test_a_form_of_funds_is_never_the_form_of_all_money():
    head = [["科目", "年初结转和结余", "本年收入小计", "基本支出", "项目支出"]]
    rows = [["212城乡社区支出", "1.00", "2.00", "3.00", "4.00"]]
    [doubt] = read(page(1, ["政府性基金预算财政拨款收入支出决算表", "单位：万元"], grid(head + rows)))
    assert doubt.reason == "columns do not fit the title"


def test_a_performance_table_of_procurement_is_no_table_of_procurement():
    rows = [["项目", "金额", "得分"], ["采购货物", "1268.60", "10"], ["采购服务", "965.77", "8.15"]]
    [table] = read(page(1, ["采供血业务经费（政府采购部分）项目绩效自评表", "单位：万元"], grid(rows)))
    assert isinstance(table, Unloaded)


def test_a_table_of_codes_under_a_title_not_known_is_held():
    """A publisher's own name for a form: the form is not missing, our wordings are."""
    rows = [*HEAD, *([code, "一般公共服务支出", "1.00", "1.00", ""] for code in ("201", "20101", "2010101"))]
    [doubt] = read(page(1, ["一般公共预算财政拨款分科目汇总表", "单位：万元"], grid(rows)))
    assert (doubt.scope, doubt.held, doubt.form) == ("table", True, None)
    assert "title not known: 一般公共预算财政拨款分科目汇总表" in doubt.reason
    assert "forms.csv" in doubt.remedy
    assert read(
        page(1, ["考核指标情况表"], grid([["指标", "名称", "合计", "得分", "分值"], ["一", "产出", "1", "2", "3"]]))
    ) == [None]


def test_a_table_beside_a_whole_set_of_forms_may_have_any_title(tmp_path):
    report, layout = figures.report(9), layouts.layout("shanghai_one_column")
    drawn = layouts.paper(report, layout)
    [general] = [b for b in drawn.blocks if isinstance(b, Table) and b.title == "一般公共预算财政拨款支出决算表"]
    own = replace(general, title="分科目支出情况说明表")
    for blocks, held in (
        ((*drawn.blocks, own), False),
        (tuple(own if b is general else b for b in drawn.blocks), True),
    ):
        path = paper.draw(replace(drawn, blocks=blocks), tmp_path / "report.pdf", layout.style)
        assert any("title not known" in doubt.reason for doubt in read_report(path, report.year).doubts) is held


def test_two_columns_that_claim_one_meaning_are_held():
    head = [["科目编码", "科目名称", "基本支出", "基本支出", "项目支出"]]
    [form] = read(page(1, GENERAL, grid([*head, ["201", "一般公共服务支出", "1.00", "2.00", "3.00"]])))
    assert facts(form) == {("201", "project"): "3.00"}
    assert "claim one meaning" in form.doubts[0].reason


def test_title_inside_the_frame_begins_another_table():
    fund = [
        ["政府性基金预算财政拨款收入支出决算表", None, None, None, None],
        *HEAD,
        ["212", "城乡社区支出", "1.00", "", "1.00"],
    ]
    capital = [
        ["国有资本经营预算财政拨款支出决算表", None, None, None, None],
        *HEAD,
        ["223", "国有资本经营预算支出", "2.00", "", "2.00"],
    ]
    one, other = read(page(1, ["单位：万元"], grid(fund)), page(2, ["单位：万元"], grid(capital)))
    assert (one.key, other.key) == ("T8", "T9")


def test_title_and_heading_repeated_inside_the_frame_are_dropped():
    top = [["一般公共预算财政拨款支出决算表", None, None, None, None], ["单位：万元", None, None, None, None], *HEAD]
    first = [*top, ["201", "一般公共服务支出", "3.00", "1.00", "2.00"]]
    [form] = read(page(1, [], grid(first)), page(2, [], grid([*top, ["20101", "人大事务", "3.00", "1.00", "2.00"]])))
    assert [a.label for a in form.amounts if a.column == "total"] == ["一般公共服务支出", "人大事务"]


@pytest.mark.parametrize("footer", ["12", "- 12 -", "第 12 页", "第 1 页，共 5 页", "12/24"])
def test_page_numbers_are_furniture(footer):
    assert {line.text for _, line in furniture([page(1, ["正文"], footer=footer)])} == {footer}


def test_continuation_that_repeats_only_the_total_row_is_kept():
    first = [*HEAD, ["", "合计", "5.00", "", "5.00"], ["201", "一般公共服务支出", "3.00", "", "3.00"]]
    then = [*HEAD, ["", "合计", "5.00", "", "5.00"], ["208", "社会保障和就业支出", "2.00", "", "2.00"]]
    found = read_forms(lay_out([page(1, [*GENERAL], grid(first), footer="说明"), page(2, GENERAL, grid(then))]), 2024)
    assert not [d for d in found.doubts if d.held]
    assert {a.code for a in found.forms[0].amounts} >= {"201", "208"}


def test_form_without_rules_is_doubted_not_lost():
    rows = [f"2010{n}01 行政运行 {n}1.00 {n}1.00" for n in range(1, 5)]
    assert [d.reason for d in read_forms(lay_out([page(1, [*GENERAL, *rows])]), 2024).doubts] == [
        "the title of T5 is printed, its table was not read"
    ]


def test_form_of_a_budget_without_rules_is_doubted_not_lost():
    rows = [
        "2010101 行政运行 17,642,600 17,642,600",
        "2010102 一般行政管理事务 2,673,100 2,673,100",
        "合计 20,315,700 20,315,700",
    ]
    drawn = page(1, ["2024年部门支出预算总表", "单位：元", *rows])
    assert [d.reason for d in read_forms(lay_out([drawn]), 2024, "budget").doubts] == [
        "the title of P3 is printed, its table was not read"
    ]
    told = page(1, ["2024年部门支出预算总表", "2024年支出预算26.00万元。"])  # the text about it
    assert not read_forms(lay_out([told]), 2024, "budget").doubts


def test_a_total_without_rules_on_the_page_after_its_form_is_doubted_not_lost():
    form = page(1, [*GENERAL], grid([*HEAD, ["201", "一般公共服务支出", "3.00", "", "3.00"]]))
    rest = page(2, ["20805 行政事业单位养老支出 2.00 2.00", "合计 5.00 5.00"])
    found = read_forms(lay_out([form, rest]), 2024)
    assert "numbers stand beside the rows of T5, in none of its cells" in [d.reason for d in found.doubts]


def test_a_page_whose_text_lines_cut_into_single_characters_is_doubted():
    cut = grid([list("一般公共预算财政拨款支出决算表")[:10], *[list("1,764.2600")] * 6])
    [doubt] = read_forms(lay_out([page(1, ["附表"], cut)]), 2024).doubts
    assert doubt.reason == "lines cut the text of the page into single characters"


def test_government_account_without_cover_is_told_by_its_tables():
    pages = [page(1, ["一般公共预算收支决算总表", "单位：万元"], grid([["项目", "决算数"]] * 8))]
    assert identify(lay_out(pages), 2024).kind == "government"


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["桂江市民政局", "2023年度部门决算", "- 1 -"], "桂江市民政局"),
        (["桂江市气象局2023年度", "部门决算公开表", "公开时间：2024年9月", "联系电话：0371-65650000"], "桂江市气象局"),
        (["桂江市档案馆", "2023年度单位决算", "编制日期：2024年8月15日"], "桂江市档案馆"),
    ],
)
def test_cover_notes_do_not_become_part_of_the_unit(lines, unit):
    assert identify(lay_out([page(1, lines)]), None).unit == unit


def test_a_longer_name_is_another_unit_unless_only_a_place_or_bracket_differs():
    cover = page(1, ["上海市普陀区财政局", "2024年度部门决算"])
    same = identify(lay_out([cover, page(2, ["部门：普陀区财政局（本级）  金额单位：万元"])]), None)
    other = identify(lay_out([cover, page(2, ["部门：上海市普陀区财政局国库收付中心  金额单位：万元"])]), None)
    assert same.doubts == ()
    assert [d.scope for d in other.doubts] == ["identity"]


def test_year_of_the_folder_is_taken_only_with_a_doubt():
    pages = [page(1, ["样本市样本区民政局", "部门决算"])]
    identity = identify(lay_out(pages), 2022)
    assert identity.year == 2022
    assert [(d.held, "folder" in d.reason) for d in identity.doubts] == [(False, True)]


def test_number_across_columns_is_held_not_lost():
    [form] = read(page(1, GENERAL, grid([*HEAD, ["201", "一般公共服务支出", "9.00", None, "3.00"]])))
    assert [a.text for a in form.amounts if a.held] == ["9.00"]
    assert "stands across columns" in form.doubts[0].reason


def test_form_whose_title_is_printed_but_not_read_is_our_doubt_not_a_missing_form():
    rows = [*HEAD, ["201", "一般公共服务支出", "3.00", "", "3.00"]]
    found = read_forms(lay_out([page(1, GENERAL, grid(rows)), page(2, ["支出决算表", "见附件"])]), 2024)
    assert [f.key for f in found.forms] == ["T5"]
    assert [(d.form, d.held) for d in found.doubts] == [("T3", True)]
    contents = page(2, ["目录", "一、支出决算表", "二、收入决算表"])
    assert read_forms(lay_out([page(1, GENERAL, grid(rows)), contents]), 2024).doubts == ()


def test_basic_expenditure_of_all_appropriation_stands_for_t6_only_where_t6_is_not():
    economic = [["科目编码", "科目名称", "决算数"], ["301", "工资福利支出", "5.00"]]
    fiscal = page(1, ["财政拨款基本支出决算表", "单位：万元"], grid(economic))
    general = page(2, ["一般公共预算财政拨款基本支出决算表", "单位：万元"], grid(economic))
    assert [f.key for f in read_forms(lay_out([fiscal]), 2024).forms] == ["T6"]
    both = read_forms(lay_out([fiscal, general]), 2024)
    assert sorted(f.key for f in both.forms) == ["T6", "U6"]
    assert both.doubts == ()
    assert {a.form for a in next(f for f in both.forms if f.key == "T6").amounts} == {"T6"}


@pytest.mark.parametrize("whole", ["合计", "小计"])
def test_personnel_and_public_may_be_columns_of_basic_expenditure(whole):
    title = ["一般公共预算财政拨款基本支出决算表", "单位：万元"]
    head = [["科目编码", "科目名称", whole, "人员经费", "日常公用经费"]]
    rows = [["", "合计", "8.00", "5.00", "3.00"], ["301", "工资福利支出", "8.00", "5.00", "3.00"]]
    [form] = read(page(1, title, grid([*head, *rows])))
    assert (form.key, form.doubts) == ("T6", ())
    assert facts(form) == {
        (row, column): text
        for row in ("total", "301")
        for column, text in (("amount", "8.00"), ("within_personnel", "5.00"), ("within_public", "3.00"))
    }
    assert [a.within for a in form.amounts] == [False, True, True] * 2


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("3.5.4", False),
        ("12,3", False),
        ("#####", False),
        ("1.00 2.00", True),
        ("出2,022.39", True),
        ("1.002.003.00", True),
    ],
)
def test_a_cell_that_is_no_number_puts_its_form_in_doubt_where_it_may_hold_more_than_one(text, elsewhere):
    rows = [*HEAD, ["201", "一般公共服务支出", text, "1.00", ""], ["202", "外交支出", "5.00", "5.00", ""]]
    [form] = read(page(1, GENERAL, grid(rows)))
    assert [a.elsewhere for a in form.amounts if a.held] == [elsewhere]


def test_what_two_columns_claim_is_not_known_to_stand_where_it_stands():
    rows = [[*row, row[3]] for row in HEAD]
    [form] = read(page(1, GENERAL, grid([*rows, ["201", "一般公共服务支出", "9.00", "4.00", "5.00", "3.00"]])))
    assert {(a.held, a.elsewhere) for a in form.amounts if a.column == "basic"} == {(True, True)}


def test_money_of_each_budget_beside_the_sum_of_a_purchase_is_part_of_it():
    """江苏 names goods, works and services below 采购品目大类, and beside the sum says out of which budget it was paid."""
    rows = [["采购品目大类", "采购金额", None, None], ["采购品目大类", "总计", "一般公共预算", "其他资金"]]
    rows += [["合计", "9.00", "7.00", "2.00"], ["一、货物A", "9.00", "7.00", "2.00"], ["二、工程B", "", "", ""]]
    [form] = read(page(1, ["政府采购支出决算表", "单位：万元"], grid(rows)))
    assert not form.doubts
    assert [(a.line, a.column, a.text, a.within) for a in form.amounts if a.mark == "number"] == [
        ("total", "amount", "9.00", False), ("total", "within_amount", "7.00", True), ("total", "within_amount", "2.00", True),
        ("goods", "amount", "9.00", False), ("goods", "within_amount", "7.00", True), ("goods", "within_amount", "2.00", True),
    ]  # fmt: skip


@pytest.mark.parametrize(("title", "form"), [
    ("收入决算表（按功能分类列示）", "T2"), ("收入决算表（按单位列示）", "S19"), ("支出决算表（按预算单位列示）", "S19"), ("支出决算表（续表）", "T3"),
])  # fmt: skip
def test_a_table_of_units_is_not_the_form_by_function(title, form):
    bare = title_of(title)
    assert next(w.form for w in form_wordings.forms() if w.title.search(bare)) == form


def test_a_heading_in_two_languages_is_the_chinese_one():
    body = [["201", "一般公共服务支出", "5.00", "2.00", "3.00"], ["20101", "人大事务", "5.00", "2.00", "3.00"]]
    both = [[f"{text}Expenditure of the year" if text else "" for text in row] for row in HEAD]
    [plain] = read(page(1, GENERAL, grid([*HEAD, *body])))
    [translated] = read(page(1, GENERAL, grid([*both, *body])))
    assert facts(translated) == facts(plain)
    assert ("201", "project") in facts(plain)
