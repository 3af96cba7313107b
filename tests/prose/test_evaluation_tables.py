"""The money of a project in the table that evaluates it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.pdf.pages import Cell, Grid, Page
from pipelines.prose.evaluation_tables import evaluation_claims

ROWS = (
    ("项目名称", "", "疾控新址实验设备采购"),
    (
        "项目资金\n（万元）",
        "",
        "",
        "年初预算数",
        "全年预算数（A）",
        "全年执行数（B）",
        "分值",
        "执行率（\nB/A）",
        "得分",
    ),
    ("", "年度资金总额", "", "3,350.00", "2,277.00", "2,174.20", "10", "95.49%", "9.55"),
    ("", "其中：当年财政拨款", "", "3,350.00", "1.00", "1.00", "—", "", "—"),
)


def page(rows=ROWS) -> Page:
    """A page with one grid, its cells 40 points wide and 20 high."""
    cells = tuple(
        Cell(text=text, row=r, column=c, row_span=1, column_span=1, box=(40.0 * c, 20.0 * r, 40.0 * c + 40, 20.0 * r + 20))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )  # fmt: skip
    grid = Grid((0.0, 0.0, 400.0, 100.0), (0.0, 400.0), len(rows), cells)
    return Page(number=7, width=595.0, height=842.0, lines=(), grids=(grid,), character_count=0)


def test_budget_outcome_and_rate_of_a_project_are_claims():
    found = list(evaluation_claims([page()], 3, 8))
    assert [(c.role, c.base, c.text, c.counted_in) for c in found] == [
        ("budget", "initial", "3,350.00", "万元"),
        ("budget", "annual", "2,277.00", "万元"),
        ("value", "", "2,174.20", "万元"),
        ("completion", "annual", "95.49", "%"),
    ]
    assert {(c.page, c.label, c.subject, c.statement) for c in found} == {
        (7, "疾控新址实验设备采购", "project_money", 9)
    }
    assert [c.order for c in found] == [3, 4, 5, 6]
    assert found[3].number == (Decimal("95.49"), 2)


def test_a_rate_without_percent_sign_is_no_rate():
    rows = [tuple(text.replace("95.49%", "95.49") for text in row) for row in ROWS]
    assert [c.role for c in evaluation_claims([page(rows)], 0, 0)] == ["budget", "budget", "value"]


def test_the_unit_is_the_one_the_table_prints():
    rows = [tuple(text.replace("（万元）", "（元）") for text in row) for row in ROWS]
    assert {c.counted_in for c in evaluation_claims([page(rows)], 0, 0)} == {"元", "%"}


@pytest.mark.parametrize("lost", ["项目名称", "年度资金总额", "全年执行数（B）"])
def test_another_table_makes_no_claim(lost):
    rows = [tuple(text.replace(lost, "") for text in row) for row in ROWS]
    assert list(evaluation_claims([page(rows)], 0, 0)) == []


UNIT_ROWS = (
    ("部门（单位）名称", "", "西安市卫生健康委员会", "", "", "", "", "", ""),
    ("任务名称", "完成情况", "全年预算数（万元）", "", "", "全年执行数（万元）", "", "", "分值"),
    ("", "", "总额", "财政拨款", "其他资金", "总额", "财政拨款", "其他资金", ""),
    ("学前教育", "完成", "12.00", "11.00", "1.00", "9.00", "8.00", "1.00", "10"),
    ("金额合计", "", "120.00", "110.00", "10.00", "90.00", "80.00", "10.00", "10"),
)


def unit_page(rows=UNIT_ROWS) -> Page:
    """The table of a whole unit: its heading has two levels, the upper one over three columns each."""
    drawn = page(rows)
    [grid] = drawn.grids
    wide = tuple(replace(c, column_span=3) if c.text.startswith("全年") else c for c in grid.cells)
    return replace(drawn, grids=(replace(grid, cells=wide),))


def test_the_total_of_a_unit_is_told_by_source_of_money():
    found = list(evaluation_claims([unit_page()], 0, 0))
    assert [(c.subject, c.role, c.label, c.text, c.counted_in) for c in found] == [
        ("unit_money", "budget", "总额", "120.00", "万元"),
        ("unit_money", "budget", "财政拨款", "110.00", "万元"),
        ("unit_money", "budget", "其他资金", "10.00", "万元"),
        ("unit_money", "value", "总额", "90.00", "万元"),
        ("unit_money", "value", "财政拨款", "80.00", "万元"),
        ("unit_money", "value", "其他资金", "10.00", "万元"),
    ]


@pytest.mark.parametrize("lost", ["金额合计", "全年预算数（万元）"])
def test_columns_without_heading_or_total_of_a_unit_make_no_claim(lost):
    rows = [tuple(text.replace(lost, "") for text in row) for row in UNIT_ROWS]
    assert len(list(evaluation_claims([unit_page(rows)], 0, 0))) == (0 if lost == "金额合计" else 3)
