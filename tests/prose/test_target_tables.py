"""The money of projects, tasks and units in the tables of their targets (绩效目标表)."""

from dataclasses import replace

import pytest

from pipelines.pdf.pages import Cell, Grid, Line, Page
from pipelines.prose.target_money import unit_in
from pipelines.prose.target_tables import target_claims

Drawn = list[tuple[str, int, int, int, int]]
"""Texts with row, column, rows and columns spanned."""


def page(drawn: Drawn, number: int = 7, first: int = 0, lines: tuple[str, ...] = ()) -> Page:
    """A page with one grid from a column on, its columns 40 points wide and its rows 20 high."""
    cells = tuple(
        Cell(
            text=text, row=r, column=c - first, row_span=rows, column_span=columns,
            box=(40.0 * c, 20.0 * r, 40.0 * (c + columns), 20.0 * (r + rows)),
        )
        for text, r, c, rows, columns in drawn if c >= first
    )  # fmt: skip
    edges = tuple(40.0 * c for c in range(first, 8))
    grid = Grid((edges[0], 0.0, edges[-1], 400.0), edges, 20, cells)
    printed = tuple(Line(text, (0.0, 0.0, 1.0, 1.0)) for text in lines)
    return Page(number=number, width=595.0, height=842.0, lines=printed, grids=(grid,), character_count=0)


def told(*pages: Page) -> list[tuple[str, str, str, str]]:
    """Subject, label, text and unit of each claim."""
    return [(c.subject, c.label, c.text, c.counted_in) for c in target_claims(pages, 0, 0)]


def project(*labels: str) -> Drawn:
    """A table of one project: a total, and below it the sources of these names, 5.00 of each."""
    rows: Drawn = [
        ("项目名称", 0, 0, 1, 2),
        ("信息化运行维护", 0, 2, 1, 3),
        ("项目资金（万元）", 1, 0, 1 + len(labels), 1),
    ]
    rows += [("年度资金总额：", 1, 1, 1, 2), ("10.00", 1, 3, 1, 2)]
    return rows + [
        cell for n, label in enumerate(labels) for cell in ((label, 2 + n, 1, 1, 2), ("5.00", 2 + n, 3, 1, 2))
    ]


TOTAL = ("target_money", "信息化运行维护", "10.00", "万元")


@pytest.mark.parametrize(
    ("labels", "sources"),
    [
        (("其中：财政拨款", "上年结转", "其他资金"), ["财政拨款", "上年结转", "其他资金"]),
        (("其中：中央财政资金", "市级财政资金", "其他资金"), ["中央财政资金", "市级财政资金", "其他资金"]),
        (("其中：财政拨款", "社会捐赠", "其他资金"), []),
        (("其中：财政拨款", "市级财政资金", "其他资金"), []),
        (("其中：财政拨款", "其中：上年结转", "其他资金"), []),
        (("其中：财政拨款",), []),
        (("其中：财政拨款", "上年结转"), []),
    ],
)
def test_sources_are_told_where_they_are_sure_to_be_all(labels: tuple[str, ...], sources: list[str]):
    """A name not known, one that may be part of another, and a table without the rest: the total alone is told."""
    assert told(page(project(*labels))) == [TOTAL, *(("target_source", s, "5.00", "万元") for s in sources)]


def test_a_source_that_hides_something_leaves_the_total_alone():
    drawn = project("其中：财政拨款", "其他资金")
    assert len(told(page(drawn))) == 3
    assert told(page([("5.00 见附件" if t == "5.00" else t, *at) for t, *at in drawn])) == [TOTAL]


@pytest.mark.parametrize(("was", "now"), [("（万元）", ""), ("项目资金", "项目"), ("年度资金总额", "年度资金")])
def test_another_table_makes_no_claim(was: str, now: str):
    drawn = [(text.replace(was, now), *at) for text, *at in project("其中：财政拨款", "其他资金")]
    assert told(page(drawn)) == []


def test_a_table_of_what_was_spent_is_left_to_the_evaluation():
    assert told(page([*project("其中：财政拨款", "其他资金"), ("全年执行数", 9, 0, 1, 1)])) == []


def test_two_totals_side_by_side_have_each_their_sources():
    """西安, 上海: the whole period on the left, the year on the right."""
    drawn = project("其中：财政拨款", "其他资金")
    drawn = [(t, r, c, rows, 1 if c else s) for t, r, c, rows, s in drawn if r]
    drawn = [(t, r, 2 if c == 3 else c, rows, s) for t, r, c, rows, s in drawn]
    year = [("年度资金总额：", 1, 3, 1, 1), ("4.00", 1, 4, 1, 1), ("其中：财政拨款", 2, 3, 1, 1), ("4.00", 2, 4, 1, 1), ("其他资金", 3, 3, 1, 1), ("", 3, 4, 1, 1)]  # fmt: skip
    drawn = [("实施期资金总额：" if t.startswith("年度") else t, *at) for t, *at in drawn]
    found = list(target_claims([page([*drawn, *year])], 0, 0))
    assert [(c.statement, c.subject, c.text) for c in found] == [
        (1, "target_money", "10.00"), (1, "target_source", "5.00"), (1, "target_source", "5.00"),
        (2, "target_money", "4.00"), (2, "target_source", "4.00"),
    ]  # fmt: skip


HEADING: Drawn = [
    ("金额单位：万元", 0, 5, 1, 2), ("项目名称", 1, 0, 2, 1), ("项目总额", 1, 1, 2, 1), ("其中：", 1, 2, 1, 2),
    ("财政资金", 2, 2, 1, 1), ("其他资金", 2, 3, 1, 1), ("绩效目标", 1, 4, 2, 1), ("本年绩效指标值", 1, 5, 2, 2),
]  # fmt: skip


def listed(row: int, name: str, *money: str) -> Drawn:
    """A project of a list, over two rows of targets."""
    own: Drawn = [(text, row, n, 2, 1) for n, text in enumerate([name, *money, "目标"])]
    return [*own, ("90", row, 5, 1, 2), ("3.50", row + 1, 5, 1, 2)]


def test_the_rows_of_a_list_are_told_over_pages_that_cut_its_columns():
    """北京: where a page cuts the first project, its left columns are no cells, and its columns count otherwise."""
    first = page([*HEADING, *listed(3, "11000021Y000000390843-信息系统运维", "8.00", "5.00", "3.00")])
    then = page(listed(0, "", "2.00", "2.00", ""), number=8, first=1)
    assert told(first, then) == [
        ("target_money", "信息系统运维", "8.00", "万元"), ("target_source", "财政资金", "5.00", "万元"),
        ("target_source", "其他资金", "3.00", "万元"), ("target_money", "", "2.00", "万元"), ("target_source", "财政资金", "2.00", "万元"),
    ]  # fmt: skip
    assert len(told(first, replace(then, number=9))) == 3
    assert told(then) == []


def test_a_row_of_a_list_without_the_cell_of_a_source_tells_its_total_alone():
    rows = [cell for cell in listed(3, "信息系统运维", "8.00", "5.00", "3.00") if cell[0] != "3.00"]
    assert told(page([*HEADING, *rows])) == [("target_money", "信息系统运维", "8.00", "万元")]


ONE_LEVEL: Drawn = [("项目", 0, 0, 1, 1), ("预算数（单位：万元）", 0, 1, 1, 1), ("绩效目标", 0, 2, 1, 1)]


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("", "", ["8.00", "2.00"]),
        ("绩效目标", "备注", []),
        ("项目", "科目", []),
        ("预算数（单位：万元）", "预算数", []),
    ],
)
def test_a_list_may_have_a_heading_of_one_level(was: str, now: str, found: list[str]):
    """广州, 深圳: 项目, 预算数, 绩效目标; it goes on over pages. Without a unit of money it says nothing."""
    rows: Drawn = [("信息系统运维", 1, 0, 1, 1), ("8.00", 1, 1, 1, 1), ("运行100天", 1, 2, 1, 1)]
    heading = [(now if text == was else text, *at) for text, *at in ONE_LEVEL]
    then = page([("业务费", 0, 0, 1, 1), ("2.00", 0, 1, 1, 1), ("完成3次", 0, 2, 1, 1)], number=8)
    claims = list(target_claims([page([*heading, *rows]), then], 0, 0, 2026))
    assert [c.text for c in claims] == found
    assert {(c.subject, c.base) for c in claims} <= {("target_listed", "annual")}


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("341-样本市样本局 万元", "万元"),
        ("共计 1,266.75 万元", None),
        ("安排 12 亿 万元", None),
        ("样本市万元局", None),
    ],
)
def test_a_unit_of_money_may_stand_alone_at_the_end_of_a_line(line: str, unit: str | None):
    """湖州: beside the name of the unit; behind a number it counts that number."""
    assert unit_in([line]) == unit


def tasks(last: str = "金额合计") -> Drawn:
    """The table of a whole unit by task: 8.00 and 2.00."""
    heading: Drawn = [("任务名称", 0, 0, 2, 1), ("预算金额（万元）", 0, 1, 1, 3), ("总额", 1, 1, 1, 1), ("财政拨款", 1, 2, 1, 1), ("其他资金", 1, 3, 1, 1)]  # fmt: skip
    rows = [("机关运转", "8.00", "7.00", "1.00"), ("政务保障", "2.00", "2.00", ""), (last, "10.00", "9.00", "1.00")]
    return heading + [(text, 2 + r, c, 1, 1) for r, row in enumerate(rows) for c, text in enumerate(row)]


def test_the_tasks_of_a_unit_are_told_with_all_of_them():
    found = told(page(tasks()))
    assert [(subject, label) for subject, label, _, _ in found if subject != "target_source"] == [
        ("task_target", "机关运转"), ("task_target", "政务保障"), ("unit_target", "金额合计"),
    ]  # fmt: skip
    assert len(found) == 8
    assert told(page(tasks("其他任务"))) == []


NATURES: Drawn = [
    ("总体资金情况（万元）", 0, 0, 3, 1), ("预算支出总额", 0, 1, 2, 1), ("财政拨款", 0, 2, 1, 3), ("其他资金", 0, 5, 1, 2), ("12.00", 2, 1, 1, 1),
    *((text, 1, 2 + n, 1, 1) for n, text in enumerate(["合计", "基本支出", "项目支出"])),
    *((text, 2, 2 + n, 1, 1) for n, text in enumerate(["9.00", "5.00", "4.00"])),
]  # fmt: skip


def test_the_sources_of_a_unit_are_told_by_nature():
    other: Drawn = [(t, r, 5 + n, 1, 1) for r, row in ((1, ["合计", "基本支出", "项目支出"]), (2, ["3.00", "", "3.00"])) for n, t in enumerate(row)]  # fmt: skip
    drawn = [(t, r, c, rows, 3 if t == "其他资金" else s) for t, r, c, rows, s in NATURES]
    assert told(page([*drawn, *other])) == [
        ("unit_target", "预算支出总额", "12.00", "万元"), ("target_source", "财政拨款", "9.00", "万元"),
        ("target_source", "其他资金", "3.00", "万元"), ("target_nature", "财政拨款基本支出", "5.00", "万元"),
        ("target_nature", "财政拨款项目支出", "4.00", "万元"), ("target_nature", "其他资金项目支出", "3.00", "万元"),
    ]  # fmt: skip
    assert told(page(NATURES)) == []


@pytest.mark.parametrize(("districts", "sources"), [("补助区县", ["7.00", "3.00"]), ("上年结转", [])])
def test_who_spends_the_money_of_a_project_is_told_with_it(districts: str, sources: list[str]):
    """重庆: beside 当年预算 stand 市级支出 and 补助区县."""
    drawn: Drawn = [
        ("项目名称", 0, 0, 1, 1), ("样本专项", 0, 1, 1, 1), ("当年预算", 1, 0, 2, 1), ("10.00", 1, 1, 2, 1), ("市级支出", 1, 2, 1, 1), ("7.00", 1, 3, 1, 1),
        (districts, 2, 2, 1, 1), ("3.00", 2, 3, 1, 1),
    ]  # fmt: skip
    found = told(page(drawn, lines=("单位：万元",)))
    assert found[0] == ("target_money", "样本专项", "10.00", "万元")
    assert [text for subject, _, text, _ in found if subject == "target_source"] == sources
    assert told(page(drawn)) == []
