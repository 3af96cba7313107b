"""Budgets that were written over last year's: a year and a word that were left standing are told as such, and no number is accused for them."""

import pytest

from tests.support.desk.budgets.forms_and_prose import GENERAL, budget_of
from tests.support.desk.together import Together
from tests.support.paper.budgets import Text

judged_together = Together()

COSTS: list[Text] = [
    ["2023年预算数", None, None, None, None, None, "2024年预算数", None, None, None, None, None],
    ["合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费", "合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费"],
    ["合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费", "合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费"],
    ["6.50", "4.00", "0.60", "", "0.60", "1.90", "1.80", "", "0.60", "", "0.60", "1.20"],
]  # fmt: skip
ITEMS: list[Text] = [
    GENERAL, ["213", "农林水支出", "1212.34", "606.11", "606.23"], ["21303", "水利", "1212.34", "606.11", "606.23"], ["2130399", "其他水利支出", "1212.34", "606.11", "606.23"],
    ["合计", None, "1212.34", "606.11", "606.23"]]  # fmt: skip


@pytest.mark.parametrize(("way", "told"), [("减少0.70万元", False), ("增加0.70万元", True), ("减少0.90万元", True)])
@judged_together
def test_a_change_told_the_wrong_way_beside_the_form_is_told(way: str, told: bool):
    """烟台: last year stands in the form; 增加 for 减少 said that two of its cells were wrong."""
    said = ("二、“三公”经费支出情况", f"3.公务接待费1.20万元，比上年{way}。")
    found = yield budget_of(("P7", "一般公共预算“三公”经费支出情况表", COSTS), said=said)
    assert ("violation" in found.get("PN-10", set())) == told


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("2024年基本支出预算数606.11万元，项目支出预算606.23万元。",), False),
        (("2023年基本支出预算数606.11万元，项目支出预算606.23万元。",), True),
        (("2023年基本支出预算数606.11万元，项目支出预算600.00万元。",), False),
        (("2023年一般公共预算财政拨款支出预算1212.34万元。", "与上年相比减少9.00万元，减少0.74%。"), True),
        (("2023年一般公共预算财政拨款支出预算1212.34万元。", "与上年持平。"), False),
        (("2023年一般公共预算财政拨款支出预算1212.34万元，2024年支出预算1212.34万元。",), False),
    ],
)
@judged_together
def test_a_sentence_with_amounts_of_this_year_below_the_year_before_is_told(sentences: tuple[str, ...], told: bool):
    found = yield budget_of(("P5", "一般公共预算支出表", ITEMS), said=("七、一般公共预算支出预算情况说明", *sentences))
    assert ("violation" in found.get("PS-02", set())) == told
