"""Budgets of kinds of units (hospitals, streets, zones, societies): what is of another year, another fund or another way is told as that."""

from pathlib import Path

import pytest

from pipelines.findings import tables
from tests.support.desk import desk
from tests.support.desk.asking import asked
from tests.support.desk.budgets.forms_and_prose import BALANCE, GENERAL, budget_of
from tests.support.desk.together import Together, apart
from tests.support.paper.budgets import Text

judged_together = Together()


@pytest.mark.parametrize(("general", "told"), [("8.00", set()), ("6.00", set()), ("7.00", {"PN-01"})])
@judged_together
def test_what_is_spent_of_a_fund_holds_what_comes_from_the_year_before(general: str, told: set[str]):
    """陕西: income by its sources and 上年结转, then in the same sentence expenditure by its funds, with it."""
    rows = [*BALANCE, ["一、一般公共预算拨款", "6.00", "一、城乡社区支出", "9.00"], ["二、政府性基金拨款", "1.00", "", ""],
            ["本年收入合计", "7.00", "本年支出合计", "9.00"], ["上年结转", "2.00", "", ""], ["收入总计", "9.00", "支出总计", "9.00"]]  # fmt: skip
    spent: list[Text] = [GENERAL, ["212", "城乡社区支出", "8.00", "", "8.00"], ["合计", None, "8.00", "", "8.00"]]
    said = (
        "五、部门预算收支说明", "（一）收支预算总体情况。",
        "2024年本部门预算收入9.00万元，其中：一般公共预算拨款6.00万元，政府性基金拨款1.00万元，上年结转2.00万元，较上年增加1.00万元；"
        f"2024年本部门预算支出9.00万元，其中：一般公共预算拨款{general}万元，政府性基金拨款1.00万元，较上年增加1.00万元。",
    )  # fmt: skip
    found = yield budget_of(("P1", "收支总表", rows), ("P5", "一般公共预算支出表", spent), said=said)
    assert found.violated == told


@pytest.mark.parametrize(("share", "told"), [("40.0", set()), ("50.0", set()), ("45.0", {"PN-09"})])
@judged_together
def test_shares_may_be_of_what_the_form_spends_with_what_comes_from_the_year_before(share: str, told: set[str]):
    """湖北: 本年支出 is told, and the structure below it of all that the form prints."""
    rows: list[Text] = [GENERAL, ["208", "社会保障和就业支出", "6.00", "6.00", ""], ["221", "住房保障支出", "4.00", "4.00", ""], ["合计", None, "10.00", "10.00", ""]]  # fmt: skip
    said = (
        "二、一般公共预算支出安排情况", "（一）一般公共预算支出规模变化情况。2024年一般公共预算拨款本年支出8.00万元。", "（二）一般公共预算支出结构情况。",
        f"住房保障支出4.00万元，占{share}%。",
    )  # fmt: skip
    found = yield budget_of(("P5", "一般公共预算支出表", rows), said=said)
    assert found.violated & {"PN-09"} == told


@pytest.mark.parametrize(("way", "outcome"), [("增加", {"exact"}), ("减少", {"violation"})])
@judged_together
def test_a_change_of_all_is_of_its_natures(way: str, outcome: set[str]):
    """河北: 比上年增减情况 stands below 支出说明."""
    said = (
        "二、部门预算安排的总体情况", "2、支出说明", "2024年支出预算20.00万元。",
        f"2024年预算收支安排20.00万元，较2023年预算增加8.00万元，其中：基本支出增加2.00万元，主要为增人增资；项目支出{way}6.00万元，主要为项目变动。",
    )  # fmt: skip
    assert (yield budget_of(said=said))["PN-27"] == outcome


@pytest.mark.parametrize(
    ("date", "told"),
    [("2021年12月31日", {"PN-33"}), ("2022年12月31日", set()), ("2023年8月31日", set()), ("2023年底", set()), ("2024年1月31日", set()), ("2024年12月31日", {"PN-33"})],
)  # fmt: skip
@judged_together
def test_assets_are_not_of_a_year_long_past_nor_of_the_end_of_the_budget_year(date: str, told: set[str]):
    """陕西, of 2024, with the sentence of 2022. Most tell the end of the year before, some one in autumn or right before they are published."""
    rows: list[Text] = [GENERAL, ["208", "社会保障和就业支出", "6.00", "6.00", ""], ["合计", None, "6.00", "6.00", ""]]
    said = ("八、国有资产占用使用情况", f"截至{date}，本部门共有车辆3辆。")
    found = yield budget_of(("P3", "部门支出总表", rows), said=said)
    assert found.violated & {"PN-33"} == told


SUMS = [
    (("二、部门预算安排的总体情况", "2024年预算收支安排20.00万元，较2023年预算增加8.00万元，其中：基本支出增加2.00万元；项目支出减少6.00万元。"), "说的是减少6.00万元"),
    (("十、“三公”经费支出预算情况说明", "2024年“三公”经费预算与2023年相比减少3万元。其中：因公出国（境）费比2023年减少2万元；公务用车购置及运行费比2023年增加4万元；公务接待费比2023年减少5万元。"), ""),
    (("十、“三公”经费支出预算情况说明", "2024年“三公”经费预算与2023年相比减少3万元。其中：因公出国（境）费与2023年持平；公务用车购置及运行费比2023年增加4万元；公务接待费比2023年增加7万元。"), "说的是增加7万元"),
]  # fmt: skip


def test_the_one_change_told_the_wrong_way_round_is_named_and_no_other(tmp_path: Path):
    """The others were accused by an amount they had never had: 基本支出增加2.00万元，应为14.00."""
    rows: list[Text] = [GENERAL, ["208", "社会保障和就业支出", "6.00", "6.00", ""], ["合计", None, "6.00", "6.00", ""]]
    drawn = [budget_of(("P3", "部门支出总表", rows), said=said) for said, _ in SUMS]
    connection = desk.filled(tmp_path, apart(drawn))
    tables.write(asked(connection))
    query = "select report_id, sentence_zh from findings.finding where list_has_any(identities, ['PN-13', 'PN-27'])"
    found = dict(connection.execute(query).fetchall())
    told = {desk.report_id(number): words for number, (_, words) in enumerate(SUMS) if words}
    assert found.keys() == told.keys()
    assert all(words in found[report] and "应为" not in found[report] for report, words in told.items())
