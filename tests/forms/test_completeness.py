"""What a reader cannot place is said, never dropped: numbers beside a table, run together, in a rest without a title."""

from dataclasses import replace

import pytest

from pipelines.forms.form_set import FormSet, read_forms
from pipelines.forms.forms import Unloaded
from pipelines.forms.layout import is_contents, lay_out
from pipelines.pdf.pages import Line, Page
from pipelines.prose.sentences import RunningText, running_text
from pipelines.reading.number_ledger import Token, read_tokens
from pipelines.reading.number_rules import Explanations
from pipelines.reading.readings import NO_PROSE
from pipelines.vocabulary import doubt_wordings
from pipelines.vocabulary.form_wordings import number_rules
from tests.support.paper.drafts import GENERAL, HEAD, grid, page, read

ROWS = [*HEAD, ["201", "一般公共服务支出", "3.00", "1.00", "2.00"], ["", "合计", "3.00", "1.00", "2.00"]]


def tokens_of(pages: list[Page], found: FormSet, text: RunningText | None = None) -> list[Token]:
    """The numbers of the pages of a final account in which these forms were found, and of its running text."""
    layout, nothing = lay_out(pages), Explanations(number_rules("final"), {})
    return list(read_tokens(layout, found, text or running_text(layout), nothing, ()))


def held(found: FormSet) -> list[tuple[str | None, str]]:
    return [(d.form, d.reason) for d in found.doubts if d.held]


def test_numbers_beside_the_rows_of_a_form_put_it_in_doubt():
    whole = page(1, GENERAL, grid(ROWS))
    outside = Line("1,234.50", (520.0, 144.0, 570.0, 156.0))
    cut = Page(
        number=1, width=595.0, height=842.0, lines=(*whole.lines, outside), grids=whole.grids, character_count=99
    )
    assert held(read_forms(lay_out([whole]), 2024)) == []
    assert held(read_forms(lay_out([cut]), 2024)) == [
        ("T5", "numbers stand beside the rows of T5, in none of its cells")
    ]
    below = Line("合计 1,234.50", (60.0, 300.0, 570.0, 312.0))
    open_below = Page(
        number=1, width=595.0, height=842.0, lines=(*whole.lines, below), grids=whole.grids, character_count=99
    )
    assert held(read_forms(lay_out([open_below]), 2024)) == [
        ("T5", "numbers stand beside the rows of T5, in none of its cells")
    ]
    note = Line("共12页", (520.0, 144.0, 570.0, 156.0))
    assert (
        held(
            read_forms(
                lay_out(
                    [
                        Page(
                            number=1,
                            width=595.0,
                            height=842.0,
                            lines=(*whole.lines, note),
                            grids=whole.grids,
                            character_count=99,
                        )
                    ]
                ),
                2024,
            )
        )
        == []
    )


def test_a_title_inside_a_frame_of_one_column_is_of_a_table_not_read():
    """Tables without vertical rules, one below the other, may be one grid: what is titled in it is not missing."""
    told = ("T7", "the title of T7 is printed, its table was not read")
    rows = [["合计"], ["注：本表无数据。\n财政拨款“三公”经费支出决算表\n公开09表"], ["11.58 9.00 2.58"]]
    assert told in held(read_forms(lay_out([page(1, GENERAL, grid(ROWS)), page(2, [], grid(rows))]), 2024))


def test_a_code_in_brackets_before_its_name_is_a_code():
    rows = [*HEAD, ["[201]一般公共服务支出", None, "3.00", "1.00", "2.00"], ["合计", None, "3.00", "1.00", "2.00"]]
    [form] = read(page(1, GENERAL, grid(rows)))
    assert {(a.code, a.label) for a in form.amounts if a.line != "total"} == {("201", "一般公共服务支出")}


def test_amounts_run_together_over_columns_are_held():
    [form] = read(page(1, GENERAL, grid([*HEAD, ["201", "一般公共服务支出", "9.00 3.00", None, "6.00"]])))
    assert [a.text for a in form.amounts if a.held] == ["9.003.00"]
    [noted] = read(page(1, GENERAL, grid([*HEAD, ["201", "一般公共服务支出", "其中1.20万元已退回", None, "6.00"]])))
    assert not [a for a in noted.amounts if a.held]


def test_an_untitled_table_right_after_a_form_is_its_rest():
    rest = grid([["其他", "甲"], ["1.00", "2.00"], ["3.00", "4.00"]])
    form = page(1, GENERAL, grid(ROWS))
    reason = "a table without a title follows T5 and was not read"
    assert held(read_forms(lay_out([form, page(2, [], rest)]), 2024)) == [("T5", reason)]
    assert held(read_forms(lay_out([form, page(2, ["单位：万元"], rest)]), 2024)) == [("T5", reason)]
    assert held(read_forms(lay_out([form, page(2, ["20129 群众团体事务 3,104.31 3,104.31"], rest)]), 2024)) == [
        ("T5", reason)
    ]
    assert held(read_forms(lay_out([form, page(2, ["项目绩效自评表"], rest)]), 2024)) == []
    assert held(read_forms(lay_out([form, page(3, [], rest)]), 2024)) == []
    assert held(read_forms(lay_out([form, page(2, [], grid([["其他", "甲"], ["1", "2"], ["3", "4"]]))]), 2024)) == []


@pytest.mark.parametrize("place", ["footer", "above"])
def test_a_form_goes_on_beside_a_stray_line_and_is_held_beside_a_sentence(place):
    rest = grid([["202", "外交支出", "3.00", "1.00", "2.00"]])

    def read_with(line: str) -> FormSet:
        footer, above = (line, []) if place == "footer" else ("", [line])
        return read_forms(lay_out([page(1, GENERAL, grid(ROWS), footer=footer), page(2, above, rest)]), 2024)

    stray, said = read_with("打印日期：2024-08-11"), read_with("本表按到位资金填列，不含上年。")
    assert ({a.code for a in stray.forms[0].amounts}, held(stray)) == ({"201", "202", None}, [])
    assert held(said) == [("T5", "a table without a title follows T5 and was not read")]


def test_the_rest_of_a_form_may_go_over_several_pages():
    few, many = [["其他", "甲"], ["1.00", ""]], [["其他", "甲"], ["1.00", "2.00"], ["3.00", "4.00"]]
    found = read_forms(lay_out([page(1, GENERAL, grid(ROWS)), page(2, [], grid(few)), page(3, [], grid(many))]), 2024)
    assert held(found) == [("T5", "a table without a title follows T5 and was not read")]
    assert not held(read_forms(lay_out([page(1, GENERAL, grid(ROWS)), page(3, [], grid(many))]), 2024))


@pytest.mark.parametrize(
    "title",
    [
        "会议费、培训费支出决算表", "财政专户管理资金收入支出决算表",
        "机构运行经费支出、国有资产占用情况及政府采购支出信息表",
    ],
)  # fmt: skip
def test_a_table_that_some_regions_add_is_no_statutory_form(title):
    rows = [
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["2050204", "高中教育", "8.00", "3.00", "5.00"],
    ]
    found = read_forms(lay_out([page(1, [title, "单位：万元"], grid(rows))]), 2024)
    assert ([one.title for one in found.unloaded], found.forms, held(found)) == ([title], (), [])


def test_a_known_table_that_is_not_loaded_is_explained_by_its_title():
    title = Line(
        "国有资产占有使用情况表", (60.0, 90.0, 192.0, 102.0), tuple((60.0 + 12 * n, 72.0 + 12 * n) for n in range(11))
    )
    rows = grid([["项目", "数量"], ["车辆（辆）", "12"], ["房屋", "340.50"]])
    pages = [Page(number=1, width=595.0, height=842.0, lines=(title,), grids=(rows,), character_count=99)]
    found = read_forms(lay_out(pages), 2024)
    assert [type(table) for table in found.unloaded] == [Unloaded]
    tokens = tokens_of(pages, found)
    assert {(t.text, t.kind, t.rule) for t in tokens} == {
        ("12", "unloaded table", "国有资产占有使用情况表"),
        ("340.50", "unloaded table", "国有资产占有使用情况表"),
    }
    assert {t.kind for t in tokens_of(pages, FormSet((), ()))} == {"unexplained"}


def test_small_numbers_of_a_form_that_number_nothing_are_not_explained_away():
    rows = [["行次", "项目", "栏次"], ["1", "甲", "7"], ["2", "乙", "3"]]
    [drawn] = [grid(rows)]
    pages = [Page(number=1, width=595.0, height=842.0, lines=(), grids=(drawn,), character_count=99)]
    tokens = tokens_of(pages, FormSet((), ()))
    assert {t.text for t in tokens if t.kind == "ordinal"} == {"1", "2"}
    assert {t.text for t in tokens if t.kind == "unexplained"} == {"7", "3"}


def test_classes_by_name_under_a_title_not_known_are_held():
    rows = [["项目", "决算数"], ["一、一般公共服务支出", "1.00"], ["二、外交支出", "2.00"], ["三、国防支出", "3.00"]]
    [doubt] = read_forms(lay_out([page(1, ["部门资金总览表", "单位：万元"], grid(rows))]), 2024).doubts
    assert (doubt.held, "title not known: 部门资金总览表" in doubt.reason) == (True, True)


def test_a_note_in_the_frame_is_no_row_and_says_that_a_form_is_empty():
    rows = [*HEAD, ["", "合计", "", "", ""], ["注：本部门无政府性基金收支，故本表为空。", None, None, None, None]]
    [form] = read(page(1, ["政府性基金预算财政拨款收入支出决算表", "单位：万元"], grid(rows)))
    assert (form.status, form.doubts) == ("declared_empty", ())


def test_a_form_says_below_it_that_it_was_not_filled_in():
    rows = [*HEAD, ["", "合计", "", "", ""], ["注：有关数据涉及国家秘密，按规定不予公开。", None, None, None, None]]
    [form] = read(page(1, ["政府性基金预算财政拨款收入支出决算表", "单位：万元"], grid(rows)))
    assert (form.status, form.doubts) == ("left_blank", ())


def test_a_page_of_amounts_is_no_contents_list():
    assert is_contents(["一、一般公共服务支出", "二、外交支出", "三、国防支出"])
    assert not is_contents(["一、一般公共服务支出 12.34", "二、外交支出", "三、国防支出"])
    assert is_contents(["目录", "一、收入决算表 12.34"])
    assert not is_contents(["第四部分名词解释"])


def test_a_row_printed_again_on_the_next_page_is_explained():
    pages = [
        page(1, GENERAL, grid([*HEAD, ROWS[2], ROWS[1]])),
        page(2, [], grid([*HEAD, ROWS[2], ["203", "国防支出", "9.00", "9.00", ""]])),
    ]
    found = read_forms(lay_out(pages), 2024)
    again = [t for t in tokens_of(pages, found, NO_PROSE.text) if t.page == 2 and t.text == "3.00"]
    assert {(t.kind, t.rule) for t in again} == {("explained", "row of a form printed again on a later page")}


def test_a_page_that_is_a_picture_may_be_the_form_not_found():
    scan = Page(
        number=2,
        width=595.0,
        height=842.0,
        lines=(Line("- 2 -", (280.0, 800.0, 320.0, 812.0)),),
        grids=(),
        character_count=3,
        has_picture=True,
    )
    reason = "the page is a picture without text, while forms of the set are not found"
    assert held(read_forms(lay_out([page(1, GENERAL, grid(ROWS)), scan]), 2024)) == [(None, reason)]
    blank = Page(number=2, width=595.0, height=842.0, lines=(), grids=(), character_count=0)
    assert held(read_forms(lay_out([page(1, GENERAL, grid(ROWS)), blank]), 2024)) == []


def test_a_page_without_print_among_the_forms_is_noted():
    blank = Page(number=2, width=595.0, height=842.0, lines=(), grids=(), character_count=0)
    expenditure, general = (
        page(1, ["支出决算表", "单位：万元"], grid(ROWS)),
        page(3, GENERAL, grid(ROWS)),
    )

    def noted(*pages: Page) -> list[tuple[int, bool]]:
        return [(d.page, d.held) for d in read_forms(lay_out(pages), 2024).doubts if d.scope == "page"]

    assert noted(expenditure, blank, general) == [(2, False)]
    assert noted(expenditure, general) == []
    assert noted(expenditure, blank) == []


def test_an_amount_a_name_ran_into_is_held():
    [form] = read(page(1, GENERAL, grid([*HEAD, ["201", "一般公共服务支出", "缴94.34", "9.00", "85.34"]])))
    assert [(a.text, a.mark, a.held) for a in form.amounts if a.column == "total"] == [("缴94.34", "doubtful", True)]
    for text, mark in (("见附件", "words"), ("见附件2", "doubtful")):
        [noted] = read(page(1, GENERAL, grid([*HEAD, ["201", "一般公共服务支出", text, "9.00", "85.34"]])))
        assert [a.mark for a in noted.amounts if a.column == "total"] == [mark]


def test_a_page_in_characters_of_no_language_is_held():
    """A font without a map: what is read is other than what is shown."""
    odd = [
        ["㺞䠁䜘㐘䵈", "㒒䟍㲴㳀䯇", "㣅㤘"],
        ["㞍㠒䶟䰐㜨", "1.00", "2.00"],
        ["\ufffd" * 5, "㒒\ufffd㲴㳀䯇", "㣅㤘"],
    ]
    plain = page(1, GENERAL, grid(ROWS))
    found = read_forms(lay_out([plain, page(2, ["㪧㫚㬓㭑㮆"], grid(odd))]), 2024)
    reason = "the characters of the page are not those it shows: its fonts do not say what they stand for"
    assert [(d.page, d.reason) for d in found.doubts if d.held] == [(2, reason)]


def test_a_heading_with_rows_of_numbers_below_it_is_no_blank_form():
    """Rules of the rows that are not seen (hair lines, dots): the form is not blank, its table was not read."""
    heading = page(1, GENERAL, grid(HEAD))
    rows = ["2050201 学前教育 9.00 4.00 5.00", "2050202 小学教育 8.00 4.00 4.00", "合计 17.00 8.00 9.00"]
    lines = [Line(text, (60.0, 150.0 + 20 * n, 500.0, 162.0 + 20 * n)) for n, text in enumerate(rows)]
    told = [("T5", "numbers stand below the heading of T5, in none of its cells")]
    assert held(read_forms(lay_out([replace(heading, lines=(*heading.lines, *lines))]), 2024)) == told
    assert held(read_forms(lay_out([heading]), 2024)) == []
    noted = [Line(f"注：本表无数据，{n}项。", (60.0, 150.0 + 20 * n, 500.0, 162.0 + 20 * n)) for n in range(4)]
    assert held(read_forms(lay_out([replace(heading, lines=(*heading.lines, *noted))]), 2024)) == []
    title = Line("政府性基金预算财政拨款收入支出决算表", (60.0, 145.0, 500.0, 149.0))
    assert told[0] not in held(read_forms(lay_out([replace(heading, lines=(*heading.lines, title, *lines))]), 2024))


def test_a_form_whose_digits_have_no_meaning_is_not_blank():
    """A subset font that numbers its digits for itself: nothing says that the form has no data."""
    items = ["合计", "因公出国（境）费", "小计", "购置费", "运行费", "公务接待费"]
    odd = [["决算数", None, None, None, None, None], items, ["\ue033.\ue030\ue030"] * 3 + ["\ufffd.\ufffd\ufffd"] * 3]
    blank = [*odd[:2], [""] * 6]
    title = ["财政拨款“三公”经费支出决算表", "单位：万元"]
    found = read_forms(lay_out([page(1, title, grid([*odd, *odd[2:]]))]), 2024)
    reason = "the characters of the page are not those it shows: its fonts do not say what they stand for"
    assert [form.status for form in found.forms] == ["filled"]
    assert (None, reason) in held(found)
    assert [form.status for form in read_forms(lay_out([page(1, title, grid(blank))]), 2024).forms] == ["empty"]


def test_a_row_that_numbers_columns_is_no_row_of_amounts_where_a_number_of_it_is_misread():
    """On a scan with a seal over it: 9¹, A10 among 1 to 12."""
    items = ["合计", "因公出国（境）费", "小计", "购置费", "运行费", "公务接待费"]
    head = [["决算数", None, None, None, None, None], items]
    title = ["财政拨款“三公”经费支出决算表", "单位：万元"]
    for numbers in (["1", "2", "3¹", "4", "A5", "6"], ["1", "2", "3", "4", "5", "6"]):
        [form] = read_forms(
            lay_out([page(1, title, grid([*head, numbers, ["9.00", "1.00", "6.00", "0.00", "6.00", "2.00"]]))]), 2024
        ).forms
        assert [a.text for a in form.amounts] == ["9.00", "1.00", "6.00", "0.00", "6.00", "2.00"]
    [form] = read_forms(
        lay_out([page(1, title, grid([*head, ["9.00", "1.00", "6.00", "3.00", "3.00", "2.00"]]))]), 2024
    ).forms
    assert len(form.amounts) == 6


@pytest.mark.parametrize(
    ("name", "origin", "is_accused"),
    [("办公设备购盟", "text", True), ("办公设备购盟", "ocr", False), ("公务接待费", "ocr", True)],
)
def test_a_name_that_a_recogniser_misread_is_no_other_name(name, origin, is_accused):
    title = ["一般公共预算财政拨款基本支出决算表", "单位：万元"]
    rows = [
        ["科目编码", "科目名称", "决算数"],
        ["310", "资本性支出", "8.30"],
        ["31002", name, "8.30"],
        ["", "合计", "8.30"],
    ]
    printed = replace(page(1, title, grid(rows)), origin=origin)
    reasons = [d.reason for d in read_forms(lay_out([printed]), 2024).doubts if "31002" in d.reason]
    assert ["is printed as" in reason for reason in reasons] == [is_accused]
    assert all(doubt_wordings.reason_in_chinese(reason) != reason for reason in reasons)
