"""Forms of budgets (预算), drawn by hand in the layouts that cities and the centre print."""

import pytest

from pipelines.forms import FormSet, identify, lay_out, read_forms
from pipelines.pdf.pages import Cell, Grid, Page
from tests.support.paper.drafts import facts, grid, page


def budget(*pages: Page, year: int = 2026) -> FormSet:
    return read_forms(lay_out(pages), year, "budget")


def form_of(rows: list[list[str | None]], *above: str, year: int = 2026):
    [form] = budget(page(1, [*above], grid(rows)), year=year).forms
    return form


def held(found: FormSet) -> list[str]:
    return [doubt.reason for doubt in found.doubts if doubt.held]


SHANGHAI = ["2026年部门支出预算总表", "编制部门：上海市普陀区样本局 单位：元"]
LEAVES = [
    ["204", "", "", "公共安全支出", "79,189,400.34", "14,348,853.34", "64,840,547.00"],
    ["204", "06", "", "司法", "79,189,400.34", "14,348,853.34", "64,840,547.00"],
    ["204", "06", "01", "行政运行", "14,348,853.34", "14,348,853.34", "0.00"],
]
HEADS = [
    ["功能分类科目编码", None, None, "功能分类科目名称", "支出预算", None, None],
    ["类", "款", "项", "功能分类科目名称", "合计", "基本支出", "项目支出"],
]


def test_codes_in_three_columns_and_the_total_last():
    form = form_of(
        [*HEADS, *LEAVES, ["合计", None, None, None, "79,189,400.34", "14,348,853.34", "64,840,547.00"]], *SHANGHAI
    )
    assert (form.key, form.counted_in, form.status) == ("P3", "元", "filled")
    assert facts(form)["2040601", "basic"] == "14,348,853.34"
    assert facts(form)["total", "project"] == "64,840,547.00"


def test_a_code_is_printed_once_a_level():
    once = [
        ["201", "", "", "一般公共服务支出", "9", "9", ""],
        ["", "40", "", "信访事务", "9", "9", ""],
        ["", "", "01", "行政运行", "9", "9", ""],
    ]
    form = form_of([*HEADS, ["", "", "", "合计", "9", "9", ""], *once], "公开表3", "支出总体情况表", "单位：万元")
    assert {code for code, _ in facts(form)} == {"total", "201", "20140", "2014001"}


@pytest.mark.parametrize("text", ["[2011105]派驻派出机构", "2011105-派驻派出机构"])
def test_a_code_is_glued_to_its_name(text):
    rows = [
        ["功能科目名称", "小计", "其中：基本支出", "项目支出"],
        ["合计", "5.00", "0.00", "5.00"],
        [text, "5.00", "0.00", "5.00"],
    ]
    form = form_of(rows, "表5", "一般公共预算支出情况表（按功能分类科目）", "单位：万元")
    assert (form.key, facts(form)["2011105", "project"]) == ("P5", "5.00")
    assert [a.within for a in form.amounts if a.column == "basic"] == [False, False]


def test_names_alone_find_their_codes():
    rows = [
        ["功能分类科目名称", "合计", "人员支出", "日常公用支出", "项目支出"], ["合计", "9", "8", "1", ""],
        ["自然资源海洋气象等支出", "9", "8", "1", ""], ["气象事务", "9", "8", "1", ""], ["行政运行", "9", "8", "1", ""],
    ]  # fmt: skip
    form = form_of(rows, "表3：2026年市级部门支出预算总表", "单位：万元")
    assert [a.code for a in form.amounts if a.column == "total"] == [None, "220", "22005", "2200501"]


def test_expenditure_is_printed_twice_and_counts_once():
    rows = [
        ["收入", None, "支出", None, None, None], ["收入", None, "功能分类", None, "支出用途", None],
        ["项目名称", "金额", "功能科目名称", "金额", "项目名称", "金额"],
        ["一、财政拨款", "27.00", "一、一般公共服务支出", "22.00", "一、基本支出", "11.00"],
        ["1.一般公共预算", "27.00", "二、外交支出", "5.00", "二、单位预留机动经费", "16.00"],
        ["收入合计", "27.00", "支出合计", "27.00", "支出合计", "27.00"],
    ]  # fmt: skip
    form = form_of(rows, "收支预算总表 部门：江苏省样本厅 单位：万元")
    counted = {(a.panel, a.line): a.within for a in form.amounts}
    assert form.key == "P1"
    assert counted["middle", "class"] is False and counted["middle", "expenditure_grand_total"] is False
    assert counted["right", "basic"] and counted["right", "reserve"] and counted["right", "expenditure_grand_total"]
    assert ("left", "income_grand_total") in counted


def test_titles_stand_in_the_frame_and_begin_another_form():
    def framed(number: str, title: str, code: str, name: str) -> list[list[str | None]]:
        return [
            ["", None, None, None, None], [number, title, None, "", "金额单位：万元"],
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"], [code, name, "3.5", "", "3.5"],
        ]  # fmt: skip

    fund = framed("预算07表", "政府性基金预算支出表", "2120803", "城市建设支出")
    state = framed("预算08表", "国有资本经营预算支出表", "2230199", "其他解决历史遗留问题及改革成本支出")
    found = budget(page(1, [], grid(fund)), page(2, [], grid(state)))
    assert [(f.key, f.counted_in) for f in found.forms] == [("P8", "万元"), ("P9", "万元")]


def test_units_in_place_of_functions():
    rows = [
        ["单位名称", "总计", "财政拨款", "其他收入"],
        ["合计", "9", "8", "1"],
        ["样本市样本局", "6", "5", "1"],
        ["样本市样本中心", "3", "3", ""],
    ]
    form = form_of(rows, "表2", "收入总表", "单位：万元")
    assert [(a.line, a.within) for a in form.amounts if a.column == "total"] == [
        ("total", False),
        ("unit", True),
        ("unit", True),
    ]


def test_the_units_own_row_is_the_total_where_the_others_add_up_to_it():
    rows = [
        ["预算单位", "收入总计", "其他收入"],
        ["样本市样本局", "9", "1"],
        ["样本市样本局（本级）", "6", "1"],
        ["样本市样本中心", "3", ""],
    ]
    form = form_of(rows, "表2", "收入总表", "单位：万元")
    assert [a.line for a in form.amounts if a.column == "total"] == ["total", "unit", "unit"]
    rows[1][1] = "8"
    assert {a.held for a in form_of(rows, "表2", "收入总表", "单位：万元").amounts} == {True}


def test_one_row_without_a_name():
    form = form_of(
        [["合计", "基本支出", "项目支出", "单位预留机动经费"], ["27.00", "11.00", "13.00", "3.00"]],
        "支出预算总表",
        "单位：万元",
    )
    assert facts(form) == {
        ("total", "total"): "27.00", ("total", "basic"): "11.00", ("total", "project"): "13.00", ("total", "reserve"): "3.00",
    }  # fmt: skip


CARS = ["公务用车购置及运行费", None, None]


def three_public(rows: list[list[str | None]], title: str, year: int = 2026) -> dict[str | None, str]:
    form = form_of(rows, title, "单位：万元", year=year)
    assert form.key == "P7"
    return {a.column: a.text for a in form.amounts if a.mark == "number" and not a.within and not a.held}


def test_three_public_with_running_costs_outside_the_sum():
    rows = [["合计", "因公出国（境）费", "公务接待费", *CARS, "机关运行经费预算数"], ["合计", "因公出国（境）费", "公务接待费", "小计", "购置费", "运行费", "机关运行经费预算数"],
            ["10.71", "0.00", "0.73", "9.98", "0.00", "9.98", "184.59"]]  # fmt: skip
    assert three_public(rows, "2026年单位“三公”经费和机关运行经费预算表") == {
        "budget_total": "10.71", "budget_abroad": "0.00", "budget_reception": "0.73", "budget_vehicles": "9.98",
        "budget_purchase": "0.00", "budget_running": "9.98", "budget_operating_costs": "184.59",
    }  # fmt: skip


def test_three_public_with_meetings_inside_the_sum():
    rows = [
        ["合计", "“三公”经费", None, None, "会议费", "培训费"],
        ["合计", "小计", "因公出国（境）费", "公务接待费", "会议费", "培训费"],
        ["1276.7", "418.26", "317", "101.26", "158.44", "700"],
    ]
    found = three_public(rows, "“三公”经费、会议费、培训费支出预算表")
    assert (found["budget_grand_total"], found["budget_total"], found["budget_training"]) == ("1276.7", "418.26", "700")


def test_three_public_of_two_years():
    rows = [
        ["2025年预算数", None, "2026年预算数", None],
        ["合计", "公务接待费", "合计", "公务接待费"],
        ["3", "3", "2", "2"],
    ]
    assert three_public(rows, "一般公共预算“三公”经费支出情况表") == {
        "prior_total": "3", "prior_reception": "3", "budget_total": "2", "budget_reception": "2",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["“三公”经费", '"三公"经费', "三公经费"])
def test_three_public_by_rows_and_funds(name):
    rows = [["项目", "合计", "一般公共预算", "政府性基金预算"], ["行政经费", "6,998.04", "1,663.01", "5,335.03"], [name, "242.29", "242.29", "0.00"],
            ["其中：（一）因公出国（境）支出", "22.06", "22.06", "0.00"]]  # fmt: skip
    assert three_public(rows, "财政拨款安排的行政经费及“三公”经费预算表") == {
        "budget_operating_costs": "6,998.04", "budget_total": "242.29", "budget_abroad": "22.06",
    }  # fmt: skip


@pytest.mark.parametrize(
    "note",
    [
        "注：本部门无相关收支项目",
        "说明：2026年没有使用政府性基金预算安排的支出，故本表无数据。",
        "注：本表本年无发生额。",
        "注：本部门无该项目",
    ],
)
def test_an_empty_form_says_so(note):
    below = page(
        1,
        ["政府性基金预算支出表", "单位：万元"],
        grid([["科目编码", "科目名称", "合计"], ["", "合计", ""]]),
        footer=note,
    )
    [form] = budget(below).forms
    assert (form.key, form.status) == ("P8", "declared_empty")


def test_a_table_known_and_not_loaded_is_explained_by_its_title():
    rows = [["单位名称", "项目名称", "总计"], ["样本局", "监测", "9.00"]]
    [unloaded] = budget(page(1, ["表11：2026年市级部门项目支出绩效表", "单位：万元"], grid(rows))).unloaded
    assert "项目支出绩效表" in unloaded.title


def test_shades_behind_the_lines_of_the_next_page_are_no_rest_of_a_table():
    """A line a box behind a glossary: the numbers in it are those of definitions."""
    rows = [["单位名称", "项目名称", "总计"], ["样本局", "监测", "9.00"]]
    lines = grid([["九、购房补贴：指1998年起"], ["发放的住房改革补贴，"], ["不低于5％。"]])
    first = page(1, ["表11：2026年市级部门项目支出绩效表", "单位：万元"], grid(rows))
    assert [one.last for one in budget(first, page(2, [], lines)).unloaded] == [1]
    for rest in ([["样本局", "巡查", "7.00"]], [["目标5：通过开展监测，\n完成6个小区。"], ["目标6"], ["目标7"]]):
        assert [one.last for one in budget(first, page(2, [], grid(rest))).unloaded][-1] == 2


@pytest.mark.parametrize(("title", "is_rest"), [("三、一般公共预算项目支出预算表", False), ("（单位：万元）", True)])
def test_a_table_below_a_title_of_a_budget_is_no_untitled_rest_of_the_form_before(title, is_rest):
    """Its columns are not sure: it is one column wide, as tables without vertical rules are."""
    rows = [
        ["单位", "合计", "基本支出", "项目支出"],
        ["样本局", "9.00", "6.00", "3.00"],
        ["合计", "9.00", "6.00", "3.00"],
    ]
    first = page(1, ["支出预算总表", "单位：万元"], grid(rows))
    found = budget(first, page(2, [title], grid([["科目 金额"], ["行政运行 1.00 2.00\n合计 3.00 4.00"]])))
    assert any(doubt.reason.startswith("a table without a title") for doubt in found.doubts) == is_rest


def test_later_pages_may_print_fewer_columns():
    rows: list[list[str | None]] = [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["", "合计", "4", "4", ""],
        ["201", "一般公共服务支出", "4", "4", ""],
    ]
    then: list[list[str | None]] = [["2010301", "行政运行", "4", "4"]]
    first = page(1, ["支出总表", "单位：万元"], grid(rows))
    found = budget(first, page(2, [], grid(then)))
    assert [f.pages for f in found.forms] == [(1, 2)]
    assert facts(found.forms[0])["2010301", "basic"] == "4"


def slivers(rows: list[list[str | None]]) -> Grid:
    """A grid whose last boundary is drawn twice, some points beside itself."""
    drawn = grid([[*row, ""] for row in rows])
    edges = (*drawn.edges[:-1], drawn.edges[-2] + 5)
    return Grid((edges[0], drawn.box[1], edges[-1], drawn.box[3]), edges, drawn.row_count, drawn.cells)


def test_a_column_drawn_twice_is_one():
    form = budget(
        page(
            1,
            ["支出总表", "单位：万元"],
            slivers([["科目编码", "科目名称", "合计", "基本支出"], ["201", "一般公共服务支出", "4", "4"]]),
        )
    ).forms[0]
    assert facts(form)["201", "total"] == "4" and not form.doubts


def test_the_year_of_tables_alone_stands_in_a_title():
    rows = [["采购类别", "金额"], ["合计", "4"]]
    pages = [page(1, ["2019年政府采购预算表", "部门：江苏省样本厅 单位：万元"], grid(rows))]
    said = identify(lay_out(pages), 2020)
    assert (said.year, said.unit, said.kind) == (2019, "江苏省样本厅", "budget")


@pytest.mark.parametrize(("business", "is_part"), [("4", True), ("0", False)])
def test_a_nature_printed_as_a_part_is_not_added(business, is_part):
    rows = [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出", "事业单位经营支出"],
        ["201", "一般公共服务支出", "9", "5", "4", business],
    ]
    form = form_of(rows, "支出总表", "单位：万元")
    assert [a.within for a in form.amounts] == [False, False, False, is_part]


def test_funds_below_their_sum_are_parts():
    rows = [["科目编码", "科目名称", "合计", "财政拨款收入", None, "其他收入"], ["科目编码", "科目名称", "合计", "小计", "一般公共预算", "其他收入"],
            ["201", "一般公共服务支出", "9", "5", "5", "4"]]  # fmt: skip
    form = form_of(rows, "收入总表", "单位：万元")
    assert [(a.column, a.within) for a in form.amounts] == [
        ("total", False),
        ("fiscal", False),
        ("general_budget", True),
        ("other", False),
    ]


def test_a_frame_inside_the_cells_is_no_row_and_no_column_of_its_own():
    """Word draws the text of each cell in a frame of its own: amounts lie some points beside and below their codes."""
    drawn = [
        (0, 0, 1, 3, "功能科目编码"), (0, 3, 1, 2, "功能科目名称"), (0, 5, 1, 3, "金额"),
        (1, 0, 3, 3, "204"), (1, 3, 3, 2, "公共安全支出"), (1, 5, 1, 3, ""), (2, 5, 1, 1, ""), (2, 6, 1, 1, "27,488.23"), (2, 7, 1, 1, ""),
        (3, 5, 1, 3, ""), (4, 0, 1, 3, "20405"), (4, 3, 1, 2, "法院"), (4, 5, 1, 3, "27,488.23"),
    ]  # fmt: skip
    edges = (62.0, 68.0, 199.0, 204.0, 383.0, 388.0, 394.0, 532.0, 537.0)
    cells = tuple(
        Cell(
            row=r,
            column=c,
            row_span=down,
            column_span=n,
            text=t,
            box=(edges[c], 120 + 20 * r, edges[c + n], 120 + 20 * (r + down)),
        )
        for r, c, down, n, t in drawn
    )
    framed = Grid((62.0, 120.0, 537.0, 220.0), edges, 5, cells)
    [form] = budget(page(1, ["一般公共预算支出预算表（功能科目）", "单位：万元"], framed)).forms
    assert facts(form) == {("204", "total"): "27,488.23", ("20405", "total"): "27,488.23"}
    assert form.doubts == ()


@pytest.mark.parametrize(
    ("cover", "unit"),
    [
        (["北京市样本办公室部门2026年度部门预算", "信息公开"], "北京市样本办公室"),
        (["江苏省2026年度", "省级部门预算公开报表", "部门：江苏省样本厅", "江苏省财政厅印制"], "江苏省样本厅"),
        (["上海市2026年市级单位预算", "预算单位：上海市样本局执法总队", "2026年1月"], "上海市样本局执法总队"),
        (["附件2", "2026年部门综合预算公开报表", "部门名称：西安市样本局", "保密审查情况：不设密"], "西安市样本局"),
        (["样本市样本委员会2\ufffd\ufffd\ufffd年部门预算情况说明"], "样本市样本委员会"),
    ],
)
def test_covers_of_budgets_name_the_unit(cover, unit):
    said = identify(lay_out([page(1, cover)]), 2026)
    assert (said.unit, said.year, said.kind) == (unit, 2026, "budget")


def test_a_code_between_prints_its_last_digits_alone_in_one_column():
    """西安 2019: 208, 05, 2080505 in one column; the name proves the class."""
    rows = [
        ["功能科目编码", "功能科目名称", "合计", "人员经费支出", "公用经费支出"],
        ["", "合计", "9.00", "7.00", "2.00"],
        ["208", "社会保障和就业支出", "9.00", "7.00", "2.00"],
        ["05", "行政事业单位离退休", "9.00", "7.00", "2.00"],
        ["2080505", "机关事业单位基本养老保险缴费支出", "9.00", "7.00", "2.00"],
        ["06", "无此名称", "1.00", "", ""],
    ]
    found = budget(
        page(1, ["2019年部门综合预算一般公共预算支出明细表（按支出功能分类科目）", "单位：万元"], grid(rows)), year=2019
    )
    assert [code for code, column in facts(found.forms[0]) if column == "total"] == ["total", "208", "20805", "2080505"]
    assert held(found) == ["row has amounts but neither code nor known name"]


@pytest.mark.parametrize(("other", "is_part"), [("9", True), ("8", False)])
def test_a_total_repeated_beside_itself_is_not_added(other, is_part):
    rows = [
        ["单位编码", "单位名称", "总计", "部门预算", None],
        ["单位编码", "单位名称", "总计", "合计", "一般公共预算拨款"],
        ["", "合计", "9", other, "9"],
        ["125001", "样本局", "9", other, "9"],
    ]
    form = form_of(rows, "2019年部门综合预算收入总表", "单位：万元")
    total, repeated, _ = form.amounts[:3]
    assert (repeated.within, total.held) == (is_part, not is_part)


def test_classes_without_expenditure_at_the_end_of_their_names():
    rows = [["收入", None, "支出", None], ["项目", "预算数", "支出功能分类科目（按大类）", "部门预预算算数支"],
            ["1、财政拨款", "9.00", "2、外交", "4.00"], ["2、下级单位上缴收入", "1.00", "12、城乡社区", "6.00"],
            ["收入总计", "10.00", "支出总计", "10.00"]]  # fmt: skip
    form = form_of(rows, "部门综合预算收支总表", "单位：万元")
    found = facts(form)
    assert (found["202", "amount"], found["212", "amount"], found["subordinate", "amount"]) == ("4.00", "6.00", "1.00")
    assert form.doubts == ()


def test_a_blank_total_above_a_filled_one_is_a_heading():
    rows = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"], ["一、部门预算", "", "一、部门预算", ""],
            ["1、财政拨款", "9.00", "1、一般公共服务支出", "9.00"], ["本年收入合计", "9.00", "本年支出合计", "9.00"]]  # fmt: skip
    form = form_of(rows, "部门综合预算收支总表", "单位：万元")
    assert [(a.line, a.text) for a in form.amounts if a.panel == "left"] == [
        (None, ""), ("fiscal", "9.00"), ("income_total", "9.00")
    ]  # fmt: skip


def test_titles_of_changchun_stand_in_the_frame_below_their_number():
    rows = [["(预算表3)", None, None, None, None], ["部门支出总表", None, None, None, None], ["预算单位：长春市样本局", None, None, None, "单位：万元"],
            ["科目编码", "科目名称", "本年预算", None, None], ["科目编码", "科目名称", "合计", "编制预算", "上年结转"],
            ["201", "一般公共服务支出", "9.00", "5.00", "4.00"]]  # fmt: skip
    form = form_of(rows)
    assert (form.key, form.counted_in) == ("P3", "万元")
    assert [(a.column, a.within) for a in form.amounts] == [("total", False), ("within_of", True), ("opening", False)]


@pytest.mark.parametrize("year", ["（2026年度）", "2026（年度）"])
def test_unit_and_year_of_tables_alone_stand_in_the_table_of_targets(year):
    tables = page(1, ["预算01表 收支总表", "金额单位：万元"], grid([["项目", "预算数"], ["本年收入合计", "9.00"]]))
    targets = page(
        2, ["预算13表 部门整体支出绩效目标表", year], grid([["部门名称", "北京市样本局"], ["预算支出总额", "9.00"]])
    )
    found = identify(lay_out([tables, targets]), None)
    assert (found.unit, found.year, found.kind) == ("北京市样本局", 2026, "budget")
    assert identify(lay_out([tables]), None).unit is None


def test_three_public_with_journeys_split_by_purpose():
    """Changchun: 出国 of 因公 and 科研 below its sum, as columns or as rows; the parts are never added."""
    heads = ["合计", "因公出国（境）费", None, None, "公务用车购置及运行费", None, None, "公务接待费"]
    under = [
        "合计",
        "小计",
        "因公出国（境）费",
        "科研人员出国（境）费",
        "小计",
        "公务用车购置费",
        "公务用车运行费",
        "公务接待费",
    ]
    wide = form_of(
        [heads, under, ["30.00", "12.00", "10.00", "2.00", "16.00", "0.00", "16.00", "2.00"]],
        "“三公”经费支出表",
        "单位：万元",
    )
    rows = [
        ["项目", "预算数"], ["合计", "30.00"], ["1.因公出国（境）费用", "12.00"], ["其中：因公出国（境）费", "10.00"],
        ["科研人员因公出国（境）费", "2.00"], ["2.公务接待费", "2.00"], ["3.公务用车费", "16.00"], ["其中：（1）公务用车运行维护费", "16.00"],
    ]  # fmt: skip
    for form in (wide, form_of(rows, "“三公”经费支出表", "单位：万元")):
        assert {a.column: a.text for a in form.amounts if not a.within}["budget_abroad"] == "12.00"
        assert [a.text for a in form.amounts if a.within] == ["10.00", "2.00"]
        assert form.doubts == () and not any(a.held for a in form.amounts)


def test_a_percentage_of_change_is_a_number_in_percent():
    heads = ["科目编码", "科目名称", "2025年执行数", "合计", "增减(%)"]
    form = form_of([heads, ["2010301", "行政运行", "4.00", "5.00", "25.00%"]], "一般公共预算支出表", "单位：万元")
    [change] = [a for a in form.amounts if a.column == "change"]
    assert (change.text, change.counted_in, change.held, str(change.number.value)) == ("25.00%", "%", False, "25.00")
    spoiled = form_of([heads, ["2010301", "行政运行", "4.00", "5.00", "2x5%"]], "一般公共预算支出表", "单位：万元")
    assert [(a.column, a.mark) for a in spoiled.amounts if a.held] == [("change", "doubtful")]
    assert [d.scope for d in spoiled.doubts] == ["cell"]


@pytest.mark.parametrize(
    "number", ["表五 ", "公开表五 ", "附表十一", "表5：", "附件1-5：", "预算表五：", "预算公开05表："]
)
def test_the_number_before_a_title_does_not_eat_its_first_word(number):
    rows = [["科目编码", "科目名称", "合计"], ["2010301", "行政运行", "5.00"]]
    assert form_of(rows, f"{number}一般公共预算财政拨款支出预算表", "单位：万元").key == "P5"


@pytest.mark.parametrize("title", ["财政拨款收支预算总表", "附表四：2026年财政拨款预算收支情况总表"])
def test_a_balance_of_fiscal_money_is_known_with_budget_before_or_behind(title):
    rows = [
        ["收入", None, "支出", None],
        ["项目", "预算数", "项目", "预算数"],
        ["一、一般公共预算拨款", "9.00", "一、公共安全支出", "9.00"],
        ["收入总计", "9.00", "支出总计", "9.00"],
    ]
    assert form_of(rows, title, "单位：万元").key == "P4"
