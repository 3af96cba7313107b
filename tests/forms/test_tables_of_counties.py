"""Tables as counties and their towns print them: names without codes, a table by unit, 三公 of the general budget once more."""

import pytest

from pipelines.forms.disclosure import identify
from pipelines.forms.form_set import read_forms
from pipelines.forms.forms import Form
from pipelines.forms.layout import lay_out
from pipelines.forms.recognition import title_of
from pipelines.vocabulary import form_wordings
from tests.support.paper.drafts import GENERAL, facts, grid, page, read

HEAD = [["科目名称", "合计", "基本支出", "项目支出"]]


def by_name(*names: str, year: int = 2022) -> Form:
    rows = [[name, f"{n + 1}.00", f"{n + 1}.00", ""] for n, name in enumerate(names)]
    [form] = read(page(1, GENERAL, grid([*HEAD, *rows])), year=year)
    return form


def test_names_alone_have_the_codes_of_what_they_stand_below():
    form = by_name(
        "合计", "一般公共服务支出", "　政府办公厅（室）及相关机构事务", "　　行政运行", "　人大事务", "　　行政运行",
        "城乡社区支出", "　城乡社区环境卫生", "　　城乡社区环境卫生",
    )  # fmt: skip
    found = [a.code for a in form.amounts if a.column == "total"]
    assert found == [None, "201", "20103", "2010301", "20101", "2010101", "212", "21205", "2120501"]
    assert not any(a.held for a in form.amounts)


@pytest.mark.parametrize(("year", "code"), [(2017, "2049901"), (2022, "2049999")])
def test_a_name_of_two_levels_is_that_of_the_year(year, code):
    form = by_name("合计", "公共安全支出", "　其他公共安全支出", "　　其他公共安全支出", year=year)
    assert [a.code for a in form.amounts if a.column == "total"][2:] == ["20499", code]


def test_no_code_is_given_twice():
    form = by_name("合计", "公共安全支出", "　其他公共安全支出", "　　其他公共安全支出", "　　其他公共安全支出")
    [twice] = [a for a in form.amounts if a.column == "total" and a.row == form.amounts[-1].row]
    assert (twice.code, twice.held) == (None, True)


def test_names_beside_codes_keep_the_codes():
    rows = [["201", "一般公共服务支出", "3.00", "3.00", ""], ["", "人大事务", "2.00", "2.00", ""]]
    [form] = read(page(1, GENERAL, grid([["科目编码", *HEAD[0]], *rows])))
    assert list(facts(form)) == [("201", "total"), ("201", "basic")]


@pytest.mark.parametrize("heading", ["功能分类科目", "支出功能分类科目"])
def test_code_and_name_may_stand_in_one_column_below_their_classification(heading):
    rows = [[heading, *HEAD[0][1:]], ["合计", "3.00", "3.00", ""], ["201 一般公共服务支出", "3.00", "3.00", ""]]
    [form] = read(page(1, GENERAL, grid(rows)))
    assert list(facts(form)) == [("total", "total"), ("total", "basic"), ("201", "total"), ("201", "basic")]


@pytest.mark.parametrize(
    ("title", "form"),
    [("收入决算表（分单位）", "S19"), ("支出决算表（分单位）", "S19"), ("收入决算表（分科目）", "T2")],
)
def test_a_table_by_unit_is_not_the_form_by_function(title, form):
    bare = title_of(title)
    assert next(w.form for w in form_wordings.forms() if w.title.search(bare)) == form


def visits(number: int, title: str, total: str):
    heads = [["预算数", None, None, "决算数", None, None], ["合计", "因公出国（境）费", "公务接待费"] * 2]
    return page(number, [title, "单位：万元"], grid([*heads, [total, "0.00", total, total, "0.00", total]]))


def test_three_public_expenses_of_the_general_budget_may_stand_behind_those_of_all_fiscal_money():
    both = visits(1, "财政拨款“三公”经费情况表", "5.00"), visits(2, "一般公共预算财政拨款“三公”经费情况表", "4.00")
    found = read_forms(lay_out(both), 2024, "final")
    [form] = [f for f in found.forms if f.key == "T7" and f.title]
    assert {a.text for a in form.amounts if a.column == "final_total"} == {"5.00"}
    assert [table.title for table in found.unloaded] == ["一般公共预算财政拨款三公经费情况表"]
    assert not any("second time" in doubt.reason for doubt in found.doubts)


def test_income_and_expenditure_of_the_general_budget_stand_for_t5_only_where_t5_is_not():
    rows = grid(
        [
            ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出"],
            ["201", "一般公共服务支出", "1.00", "3.00", "2.00"],
        ]
    )
    wide = page(1, ["一般公共预算财政拨款收入支出决算表", "单位：万元"], rows)
    spent = page(
        2,
        GENERAL,
        grid(
            [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ["201", "一般公共服务支出", "2.00", "2.00", ""]]
        ),
    )
    keys = [
        {f.key for f in read_forms(lay_out(pages), 2024, "final").forms if f.title} for pages in ([wide], [wide, spent])
    ]
    assert keys == [{"T5"}, {"B5", "T5"}]


def test_a_street_office_may_be_named_without_its_government():
    cover = page(1, ["海湾市望海区人民政府潮声街道办事处", "2024年度部门决算"])
    assert identify(lay_out([cover, page(2, ["第一部分潮声街道办事处概况"])]), None).doubts == ()


@pytest.mark.parametrize("opening", ["上年结转", "年初结转", "上年结转和结余"])
def test_what_a_year_opens_with_may_be_called_by_its_first_word(opening):
    rows = [["收入", None, "支出", None], ["项目", "金额", "项目", "金额"], ["一、财政拨款收入", "8.00", "一、教育支出", "9.00"],
            ["本年收入合计", "8.00", "本年支出合计", "9.00"], [opening, "1.00", "结转下年", ""], ["总计", "9.00", "总计", "9.00"]]  # fmt: skip
    [form] = read(page(1, ["收入支出决算总表", "单位：万元"], grid(rows)))
    assert [(a.line, a.held) for a in form.amounts if a.panel == "left"][2] == ("opening", False)
