"""Budgets with money beside the fiscal appropriation: what is said or printed of the appropriation alone is held against its forms together."""

import pytest

from tests.support.desk.budgets.forms_and_prose import BALANCE, FISCAL, GENERAL, budget_of
from tests.support.desk.together import Together
from tests.support.paper.budgets import Text

judged_together = Together()

ALL: tuple[str, str, list[Text]] = ("P3", "部门支出总体情况表", [
    GENERAL, ["213", "农林水支出", "20.00", "8.00", "12.00"], ["21303", "水利", "20.00", "8.00", "12.00"], ["2130399", "其他水利支出", "20.00", "8.00", "12.00"],
    ["合计", None, "20.00", "8.00", "12.00"]])  # fmt: skip
ITEMS: list[Text] = [
    GENERAL, ["213", "农林水支出", "12.00", "6.00", "6.00"], ["21303", "水利", "12.00", "6.00", "6.00"], ["2130399", "其他水利支出", "12.00", "6.00", "6.00"],
    ["合计", None, "12.00", "6.00", "6.00"]]  # fmt: skip
FUND: list[Text] = [
    GENERAL, ["212", "城乡社区支出", "3.00", "", "3.00"], ["21208", "国有土地使用权出让收入安排的支出", "3.00", "", "3.00"], ["2120803", "城市建设支出", "3.00", "", "3.00"],
    ["合计", None, "3.00", "", "3.00"]]  # fmt: skip


@pytest.mark.parametrize(
    ("amount", "left", "outcome"),
    [
        ("9.00", "", {"exact"}),  # the general budget and the fund
        ("12.00", "", {"exact"}),  # all projects: few say of which money they speak
        ("9.90", "", {"violation"}),
        ("9.00", "1.00", {"exact"}),
        ("10.00", "1.00", {"exact"}),  # with what the year before left
        ("9.50", "1.00", set()),  # how much of what was left is of projects is not known
    ],
)
@judged_together
def test_projects_of_the_appropriation_are_those_of_its_forms(amount: str, left: str, outcome: set[str]):
    """苏州, a ministry: 事业收入 and other money pay for projects too."""
    total = "16.00" if left else "15.00"
    fiscal = [*FISCAL, ["一般公共预算", "12.00", "一、农林水支出", "13.00" if left else "12.00", "13.00" if left else "12.00", ""],
              ["政府性基金预算", "3.00", "二、城乡社区支出", "3.00", "", "3.00"], ["上年结转", left, "", "", "", ""],
              ["收入总计", total, "支出总计", total, "", ""]]  # fmt: skip
    said = ("（五）预算绩效情况", f"2024年对项目支出全面实施绩效目标管理，涉及预算拨款{amount}万元。")
    found = yield budget_of(
        ALL, ("P4", "财政拨款收支总体情况表", fiscal), ("P5", "一般公共预算支出表", ITEMS), ("P8", "政府性基金预算支出表", FUND), said=said
    )  # fmt: skip
    assert found.get("PN-28", set()) == outcome


@pytest.mark.parametrize(("capital", "outcome"), [("2.00", {"exact"}), ("2.50", {"violation"})])
@judged_together
def test_projects_alone_are_all_that_a_form_spends(capital: str, outcome: set[str]):
    """浙江: 国有资本经营预算支出表 has no other amount than 项目支出."""
    fiscal = [*FISCAL, ["一般公共预算", "12.00", "农林水支出", "12.00", "12.00", ""], ["国有资本经营预算", "2.00", "国有资本经营预算支出", "2.00", "", "2.00"],
              ["收入总计", "14.00", "支出总计", "14.00", "", ""]]  # fmt: skip
    rows: list[Text] = [["科目编码", "科目名称", "项目支出"], ["223", "国有资本经营预算支出", capital], ["22301", "解决历史遗留问题及改革成本支出", capital],
            ["2230105", "国有企业退休人员社会化管理补助支出", capital], ["合计", None, capital]]  # fmt: skip
    found = yield budget_of(
        ("P4", "财政拨款收支预算总表", fiscal), ("P5", "一般公共预算支出表", ITEMS), ("P9", "国有资本经营预算支出表", rows)
    )  # fmt: skip
    assert found.get("PC-04", set()) == outcome


@pytest.mark.parametrize(("item", "told"), [("13.00", False), ("12.00", False), ("13.50", True), ("11.00", True)])
@judged_together
def test_an_item_of_the_balance_may_hold_what_the_year_before_left(item: str, told: bool):
    """湖州: P4 lists items with 上年结转, 一般公共预算支出表 is of the year alone."""
    fiscal = [["收  入", None, "支  出", None], ["项  目", "预算数", "项  目", "预算数"], ["一、财政拨款", "12.00", "农林水支出", item],
              ["一般公共预算", "12.00", "水利", item], ["上年结转结余", "1.00", "其他水利支出", item], ["收入总计", "13.00", "支出总计", "13.00"]]  # fmt: skip
    found = yield budget_of(("P4", "财政拨款收支预算总表", fiscal), ("P5", "一般公共预算支出表", ITEMS))
    assert ("violation" in found.get("PC-26", set())) == told


@pytest.mark.parametrize(("balance", "outcome"), [("2.00", {"exact"}), ("1.00", {"violation"})])
@judged_together
def test_the_balance_of_accounts_is_a_source_of_its_own(balance: str, outcome: set[str]):
    """西安: 上年实户资金余额 is no income of last year."""
    rows = [*BALANCE, ["一、部门预算", "7.00", "一、农林水支出", "10.00"], ["1、财政拨款", "6.00", "", ""], ["(1)一般公共预算拨款", "6.00", "", ""], ["2、事业收入", "1.00", "", ""],
            ["本年收入合计", "7.00", "本年支出合计", "10.00"], ["上年实户资金余额", "2.00", "", ""], ["上年结转", "1.00", "", ""],
            ["收入总计", "10.00", "支出总计", "10.00"]]  # fmt: skip
    said = (
        "五、收支预算总体情况说明",
        f"本部门当年预算收入10.00万元，其中：一般公共预算拨款6.00万元、事业收入1.00万元、上年实户资金余额{balance}万元、上年结转1.00万元。",
    )
    found = yield budget_of(("P1", "部门综合预算收支总表", rows), said=said)
    assert found.get("PN-26", set()) == outcome
