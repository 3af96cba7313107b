"""What a reader cannot place is said, never dropped: numbers beside a table, run together, in a rest without a title."""

from pipelines.forms import Unloaded
from pipelines.formsets import FormSet, read_forms
from pipelines.pages import Line, Page
from pipelines.sentences import running_text
from pipelines.tokens import read_tokens
from tests.drafts import GENERAL, HEAD, grid, page, read

ROWS = [*HEAD, ["201", "一般公共服务支出", "3.00", "1.00", "2.00"], ["", "合计", "3.00", "1.00", "2.00"]]


def held(found: FormSet) -> list[tuple[str | None, str]]:
    return [(d.form, d.reason) for d in found.doubts if d.held]


def test_numbers_beside_the_rows_of_a_form_put_it_in_doubt():
    whole = page(1, GENERAL, grid(ROWS))
    outside = Line("1,234.50", (520.0, 144.0, 570.0, 156.0))
    cut = Page(1, 595.0, 842.0, (*whole.lines, outside), whole.grids, 99)
    assert held(read_forms([whole], 2024)) == []
    assert held(read_forms([cut], 2024)) == [("T5", "numbers stand beside the rows of T5, in none of its cells")]
    note = Line("共12页", (520.0, 144.0, 570.0, 156.0))
    assert held(read_forms([Page(1, 595.0, 842.0, (*whole.lines, note), whole.grids, 99)], 2024)) == []


def test_amounts_run_together_over_columns_are_held():
    [form] = read(page(1, GENERAL, grid([*HEAD, ["201", "一般公共服务支出", "9.00 3.00", None, "6.00"]])))
    assert [a.text for a in form.amounts if a.held] == ["9.003.00"]
    [noted] = read(page(1, GENERAL, grid([*HEAD, ["201", "一般公共服务支出", "其中1.20万元已退回", None, "6.00"]])))
    assert not [a for a in noted.amounts if a.held]


def test_an_untitled_table_right_after_a_form_is_its_rest():
    rest = grid([["其他", "甲"], ["1.00", "2.00"], ["3.00", "4.00"]])
    form = page(1, GENERAL, grid(ROWS))
    reason = "a table without a title follows T5 and was not read"
    assert held(read_forms([form, page(2, [], rest)], 2024)) == [("T5", reason)]
    assert held(read_forms([form, page(2, ["单位：万元"], rest)], 2024)) == [("T5", reason)]
    assert held(read_forms([form, page(2, ["项目绩效自评表"], rest)], 2024)) == []
    assert held(read_forms([form, page(3, [], rest)], 2024)) == []
    assert held(read_forms([form, page(2, [], grid([["其他", "甲"], ["1", "2"], ["3", "4"]]))], 2024)) == []


def test_a_known_table_that_is_not_loaded_is_explained_by_its_title():
    title = Line(
        "国有资产占有使用情况表", (60.0, 90.0, 192.0, 102.0), tuple((60.0 + 12 * n, 72.0 + 12 * n) for n in range(11))
    )
    rows = grid([["项目", "数量"], ["车辆（辆）", "12"], ["房屋", "340.50"]])
    pages = [Page(1, 595.0, 842.0, (title,), (rows,), 99)]
    found = read_forms(pages, 2024)
    assert [type(table) for table in found.unloaded] == [Unloaded]
    tokens = list(read_tokens(pages, found, running_text(pages), {}, ()))
    assert {(t.text, t.kind, t.rule) for t in tokens} == {
        ("12", "unloaded table", "国有资产占有使用情况表"),
        ("340.50", "unloaded table", "国有资产占有使用情况表"),
    }
    assert {t.kind for t in read_tokens(pages, FormSet((), ()), running_text(pages), {}, ())} == {"unexplained"}
