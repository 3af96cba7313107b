"""Commissioned business (委托业务费) that the prose of a budget tells is that of its forms by economic classification."""

import pytest

from tests.support.desk.budgets.forms_and_prose import budget_of
from tests.support.desk.together import Together
from tests.support.paper.budgets import Text

judged_together = Together()


@pytest.mark.parametrize(
    ("of", "told", "outcome"),
    [("一般公共预算", "5.00", {"exact"}), ("一般公共预算", "5.60", {"violation"}), ("", "5.60", set())],
)
@judged_together
def test_commissioned_business_is_that_of_basic_expenditure_and_of_projects(of: str, told: str, outcome: set[str]):
    """广州, 珠海; what is told of all money may be more than the forms of the general budget have."""
    basic: list[Text] = [
        ["部门预算支出经济科目", "预算"], ["合计", "4.00"], ["[302]商品和服务支出", "4.00"], ["[30201]办公费", "3.00"], ["[30227]委托业务费", "1.00"],
    ]  # fmt: skip
    projects: list[Text] = [
        ["部门预算支出经济科目", "预算"], ["合计", "6.00"], ["[302]商品和服务支出", "6.00"], ["[30227]委托业务费", "4.00"], ["[30214]租赁费", "2.00"],
    ]  # fmt: skip
    said = ("六、委托业务费安排情况", f"2024年本部门{of}安排委托业务费{told}万元，比上年增加1.00万元。")
    found = yield budget_of(
        ("P6", "一般公共预算基本支出情况表（按经济分类科目）", basic),
        ("PE16", "一般公共预算项目支出情况表（按经济分类科目）", projects),
        said=said,
    )
    assert found.get("PN-14", set()) == outcome
