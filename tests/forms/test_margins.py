"""Margins: running heads, page numbers, the titles and labels of tables that stand beside them."""

from dataclasses import replace

import pytest

from pipelines.forms.disclosure import identify
from pipelines.forms.furniture import furniture
from pipelines.forms.layout import lay_out
from pipelines.pdf.pages import Line, Page
from tests.support.paper.drafts import GENERAL, HEAD, facts, grid, page, read


def furnished(*pages: Page) -> set[str]:
    return {line.text for _, line in furniture(pages)}


@pytest.mark.parametrize("footer", ["[12]", "Page 12 of 24", "第12页(共24页)", "～12～", "12|24", "P. 12", "〈12〉"])
def test_page_numbers_of_other_makers_are_furniture(footer):
    assert furnished(page(1, ["正文"], footer=footer)) == {footer}


def test_a_head_whose_number_counts_with_the_pages_is_furniture():
    heads = [f"桂江市民政局2023年度部门决算 {n}" for n in range(3, 6)]
    assert furnished(*(page(n, [head], footer="") for n, head in enumerate(heads, 1))) == set(heads)
    assert furnished(*(page(n, [head], footer="") for n, head in enumerate(heads[:2], 1))) == set()
    assert furnished(*(page(n, ["收入12万元"], footer="") for n in range(1, 3))) == set()


def test_a_foot_alike_but_for_its_numbers_in_one_place_is_furniture():
    feet = [f"打印日期：2024-08-0{n} 10:1{n}:33 — {n} —" for n in range(1, 7)]
    footed = [page(n, ["正文"], footer=foot) for n, foot in enumerate(feet, 1)]
    assert set(feet) <= furnished(*footed)
    assert furnished(*(page(n, [f"公开表{n // 2}"]) for n in range(2, 12))) == set()
    assert furnished(*footed, *(page(n, [f"正文{n}"]) for n in range(7, 30))).isdisjoint(feet)


def test_a_line_along_the_side_of_many_pages_is_furniture():
    def side(number: int, left: float) -> Page:
        drawn = page(number, [f"正文{'一二三四五六'[number]}"])
        turned = Line(f"江财决〔2024〕12号 附件 {number}", (left, 370.0, left + 8, 470.0))
        return replace(drawn, lines=(*drawn.lines, turned))

    assert len(furnished(*(side(n, 11.0) for n in range(1, 6)))) == 5
    assert furnished(*(side(n, 90.0) for n in range(1, 6))) == set()


def test_labels_and_titles_of_tables_are_no_furniture_however_often_they_stand_in_the_margin():
    drawn = grid([*HEAD, ["201", "一般公共服务支出", "3.00", "1.00", "2.00"]])
    assert furnished(*(page(n, [f"公开0{n}表"], drawn, footer="单位：万元") for n in range(1, 6))) == set()
    assert furnished(*(page(n, ["一般公共预算财政拨款支出决算表"], drawn) for n in range(1, 6))) == set()
    assert furnished(*(page(n, ["编制单位：桂江市民政局"]) for n in range(1, 6))) == {"编制单位：桂江市民政局"}


def test_a_title_at_the_foot_of_the_page_before_names_the_table():
    rows = [*HEAD, ["201", "一般公共服务支出", "3.00", "1.00", "2.00"]]
    before = page(1, ["第三部分 部门决算表", GENERAL[0]])
    [form] = read(before, page(2, GENERAL[1:], grid(rows)))
    assert (form.key, facts(form)[("201", "project")]) == ("T5", "2.00")
    contents = page(1, ["目录", "四、收入决算表", f"五、{GENERAL[0]}"])
    assert read(contents, page(2, ["机构设置"], grid(rows))) == [None]
    untitled = page(1, ["第三部分 部门决算情况", "本表反映收支"])
    assert read(untitled, page(2, GENERAL[1:], grid(rows))) == [None]


def test_a_running_head_on_the_cover_is_no_part_of_the_unit():
    head = "桂江市民政局文件"
    pages = [page(1, [head, "桂江市民政局", "2023年度部门决算"]), *(page(n, [head, "正文"]) for n in range(2, 6))]
    assert identify(lay_out(pages), None).unit == "桂江市民政局"


@pytest.mark.parametrize(
    "label",
    [
        "部门：桂江市民政局 公开01表",
        "部门：桂江市民政局 2023年度 单位：万元",
        "部门：桂江市民政局 公开01表 金额单位：万元",
    ],
)
def test_a_label_ends_where_another_begins(label):
    lines = (Line("收入决算表", (60.0, 60.0, 400.0, 72.0)), Line(label, (60.0, 80.0, 400.0, 92.0)))
    money = Line("金额单位：万元", (60.0, 100.0, 400.0, 112.0))
    assert (
        identify(
            lay_out([Page(number=1, width=595.0, height=842.0, lines=(*lines, money), grids=(), character_count=99)]),
            2023,
        ).unit
        == "桂江市民政局"
    )


def test_a_page_number_beside_the_page_is_furniture():
    def beside(number: int) -> Page:
        return Page(
            number=number,
            width=595.0,
            height=842.0,
            lines=(Line(f"- {number + 4} -", (560.0, 400.0, 572.0, 420.0)),),
            grids=(),
            character_count=9,
        )

    assert furnished(beside(1), beside(2)) == {"- 5 -", "- 6 -"}
    assert furnished(beside(1)) == set()


def test_the_supervision_index_on_the_cover_is_no_part_of_the_unit():
    cover = page(1, ["监督索引号53010100300501000", "桂江市民政局", "2023年度部门决算"])
    assert identify(lay_out([cover]), None).unit == "桂江市民政局"


def test_a_label_whose_name_goes_on_in_the_next_line_is_no_other_unit():
    cover = page(1, ["桂江市人力资源和社会保障局", "2023年度部门决算"])
    wrapped = page(2, ["部门：桂江市人力资源和社会", "保障局", "金额单位：万元"])
    assert identify(lay_out([cover, wrapped]), None).doubts == ()
    other = page(2, ["部门：桂江市人力资源和社会", "局", "金额单位：万元"])
    assert [d.scope for d in identify(lay_out([cover, other]), None).doubts] == ["identity"]
