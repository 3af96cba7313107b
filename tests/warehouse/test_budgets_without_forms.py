"""Budgets whose forms are not in the file: what the prose alone says of its totals, costs and changes is judged by itself."""

import pytest

from tests.support.desk.budgets.forms_and_prose import TOLD, budget_of
from tests.support.desk.together import Together
from tests.support.paper.budgets import Text

judged_together = Together()


@pytest.mark.parametrize(
    ("school", "outcome"),
    [
        ("571.34", {"exact"}),
        ("517.34", {"violation"}),  # two digits the other way round
        ("571.84", set()),  # the list may lack something, or tell of more
        ("500.00", set()),
    ],
)
@judged_together
def test_classes_listed_below_a_total_make_it(school: str, outcome: set[str]):
    said = (
        "二、单位收支总体情况",
        "（一）收入预算：2024年年初预算数712.60万元，其中：一般公共预算拨款702.60万元，上年结转10.00万元。",
        f"（二）支出预算：2024年年初预算数712.60万元，其中：一般公共服务支出0万元，教育支出{school}万元，社会保障和就业支出96.02万元，住房保障支出45.24万元。",
    )
    found = yield budget_of(said=said)
    assert found["PN-82"] - {"exact"} == outcome - {"exact"}
    assert ("not_evaluable" in found.all_of("PN-82")) == (outcome == set())


@pytest.mark.parametrize(("abroad", "outcome"), [("", {"exact"}), ("因公出国（境）经费3.00万元，", {"exact"})])
@judged_together
def test_costs_of_which_one_is_not_told_make_their_total(abroad: str, outcome: set[str]):
    total = "9.50" if abroad else "6.50"
    said = (
        "七、“三公”经费预算情况说明",
        f"2024年“三公”经费预算{total}万元，其中：{abroad}公务接待费2.30万元，公务用车运行维护费4.20万元。",
    )
    assert (yield budget_of(said=said))["PN-82"] == outcome


@pytest.mark.parametrize(
    ("public", "classes", "wrong"),
    [("31.20", "12.40", False), ("13.20", "12.40", True), ("31.20", "14.20", True)],
)
@judged_together
def test_lists_of_several_kinds_are_of_the_total_each(public: str, classes: str, wrong: bool):
    """青海: natures with what they hold, then classes of the whole, then its economic classes."""
    said = (
        "（二）支出情况",
        "本年度支出预算234.20万元。",
        f"按支出项目类别：1、基本支出157.20万元，包括：人员经费支出126.00万元，公用经费支出{public}万元；2、项目支出77.00万元。",
        f"按支出功能分类科目：一般公共服务支出221.80万元，住房保障支出{classes}万元。",
        "按支出经济分类科目：工资福利支出109.95万元，商品和服务支出62.85万元，对个人和家庭的补助61.40万元。",
    )
    found = yield budget_of(said=said)
    assert ("violation" in found["PN-82"]) == wrong
    assert "exact" in found["PN-82"]


@judged_together
def test_a_budget_with_forms_is_held_against_them():
    said = (
        "二、部门收支总体情况",
        "（二）支出预算：2024年年初预算数9.00万元，其中：教育支出7.00万元，住房保障支出2.00万元。",
    )
    rows: list[Text] = TOLD
    assert "PN-82" not in (yield budget_of(("P1", "部门收支总表", rows), said=said))


@pytest.mark.parametrize(("last", "outcome"), [("448.20", {"exact"}), ("484.20", {"violation"})])
@judged_together
def test_the_year_before_is_named_without_the_word_budget(last: str, outcome: set[str]):
    """山西: 2024年 X，2023年 Y，2024年比2023年减少 Z."""
    said = (
        "（二）一般公共预算支出情况",
        f"1.2024年基本支出424.50万元，2023年基本支出{last}万元，2024年比2023年减少23.70万元。",
    )
    assert (yield budget_of(said=said))["PN-07"] == outcome


@pytest.mark.parametrize(("reception", "outcome"), [("11.8", {"exact"}), ("18.1", {"violation"})])
@judged_together
def test_the_growth_of_a_cost_is_of_the_amount_told_above(reception: str, outcome: set[str]):
    said = (
        "一、“三公”经费预算安排情况",
        f"2024年度“三公”经费预算总计{reception}万元，其中：公务接待{reception}万元。",
        "其中公务接待较上年减少0.58万元，下降4.68%。",
    )
    assert (yield budget_of(said=said))["PN-08"] == outcome


@pytest.mark.parametrize(
    ("school", "home", "outcome"),
    [
        ("62", "18", {"exact"}),
        ("62", "9", {"not_evaluable"}),  # 62 for 26? 9 less may as well be left out
        ("53", "18", {"not_evaluable"}),
    ],
)
@judged_together
def test_whole_amounts_that_lack_something_are_no_slip(school: str, home: str, outcome: set[str]):
    said = (
        "二、部门收支总体情况",
        f"（二）支出预算：2024年年初预算数80万元，其中：教育支出{school}万元，住房保障支出{home}万元，卫生健康支出0万元。",
    )
    assert (yield budget_of(said=said)).all_of("PN-82") == outcome
