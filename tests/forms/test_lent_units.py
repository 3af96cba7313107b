"""The money unit printed at the first of several tables alone: which forms count in it, and which stay held."""

import pytest

from pipelines.forms.form_set import read_forms
from pipelines.forms.layout import lay_out
from tests.support.paper.drafts import GENERAL, HEAD, grid, page

GENERAL_ROWS = [*HEAD, ["201", "一般公共服务支出", "43.10", "31.10", "12.00"], ["", "合计", "43.10", "31.10", "12.00"]]
EXPENDITURE = ["支出决算表", "编制单位：某县林业局"]
EXPENDITURE_HEAD = [["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]]
NO_UNIT = "no money unit (单位：万元 or 元) printed at the table"
LENT = "no money unit printed at the table; its figures, if any, are those of forms in 万元"


def expenditure(*amounts: str) -> list[list[str | None]]:
    return [*EXPENDITURE_HEAD, ["201", "一般公共服务支出", *amounts], ["", "合计", *amounts]]


@pytest.mark.parametrize(
    ("amounts", "unit", "reason", "is_held"),
    [
        (("43.10", "31.10", "12.00"), "万元", LENT, False),
        (("431,000.00", "311,000.00", "120,000.00"), "", NO_UNIT, True),  # in 元, as the figures say
        (("52.00", "40.00", "12.00"), "", NO_UNIT, True),  # one figure is the same by chance
        (("", "", ""), "万元", LENT, False),
    ],
)
def test_a_form_without_a_unit_counts_as_those_whose_figures_it_has(amounts, unit, reason, is_held):
    pages = [page(1, GENERAL, grid(GENERAL_ROWS)), page(2, EXPENDITURE, grid(expenditure(*amounts)))]
    found = read_forms(lay_out(pages), 2024)
    form = next(one for one in found.forms if one.key == "T3")
    assert form.counted_in == unit
    assert {a.held for a in form.amounts if a.mark == "number"} <= {is_held}
    assert [(d.reason, d.held) for d in form.doubts] == [(reason, is_held)]


def test_forms_in_two_units_lend_none():
    other = page(
        3,
        ["收入决算表", "单位：元"],
        grid(
            [
                ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "其他收入"],
                ["201", "一般公共服务支出", "7.00", "7.00", ""],
            ]
        ),
    )
    pages = [
        page(1, GENERAL, grid(GENERAL_ROWS)),
        page(2, EXPENDITURE, grid(expenditure("43.10", "31.10", "12.00"))),
        other,
    ]
    found = read_forms(lay_out(pages), 2024)
    assert next(one for one in found.forms if one.key == "T3").counted_in == ""
