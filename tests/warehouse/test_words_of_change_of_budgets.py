"""Words of change in the prose of budgets: a wrong word is told as one, and accuses no number."""

import pytest

from tests.support.desk.budgets.forms_and_prose import GENERAL, TOLD, budget_of
from tests.support.desk.together import Together
from tests.support.paper.budgets import Text

judged_together = Together()


@pytest.mark.parametrize(
    ("way", "rate", "told"),
    [("增加", "40.00", {"PN-08": {"exact"}, "PN-23": {"exact"}}), ("减少", "40.00", {"PN-23": {"violation"}}), ("增加", "41.00", {"PN-08": {"violation"}, "PN-23": {"exact"}})],
)  # fmt: skip
@judged_together
def test_a_rate_of_two_amounts_with_the_wrong_word_is_a_wrong_word(way: str, rate: str, told: dict[str, set[str]]):
    """上海, its districts: 2025年当年预算执行数为A，2026年预算安排B，比2025年预算执行数增加C%."""
    said = (
        "2024年部门预算编制说明",
        "财政拨款支出主要内容如下：",
        "1.“社会保障和就业支出（类）社会福利（款）老年福利（项）”98.00万元，主要用于老年人福利。2023年当年预算执行数为70.00万元，2024年预算安排98.00万元，"
        f"比2023年预算执行数{way}{rate}%。主要原因是：业务量变化。",
    )
    found = yield budget_of(said=said)
    assert {key: found[key] for key in ("PN-08", "PN-23") if key in found} == told


@pytest.mark.parametrize(("prior", "outcome"), [("12.20", {"exact"}), ("13.20", {"violation"})])
@judged_together
def test_what_was_spent_of_the_year_before_and_is_told_to_be_the_same_is_the_same(prior: str, outcome: set[str]):
    """上海, its districts."""
    said = (
        "2024年部门预算编制说明",
        "财政拨款支出主要内容如下：",
        "1.“公共安全支出（类）司法（款）公共法律服务（项）”12.20万元，主要用于公共法律服务。"
        f"2023年当年预算执行数为{prior}万元，2024年预算安排12.20万元，比2023年预算执行数持平。主要原因是：经费保持不变。",
    )
    assert (yield budget_of(said=said))["PN-23"] == outcome


@pytest.mark.parametrize(("rate", "told"), [("0%", {"exact"}), ("12%", {"violation"})])
@judged_together
def test_what_is_nothing_in_both_years_has_no_rate(rate: str, told: set[str]):
    """广州, 珠海: 增长0% of nothing is how they print it."""
    said = (
        "二、“三公”经费安排情况",
        f"2024年本部门财政拨款安排“三公”经费0万元，比上年增加0万元，增长{rate}，主要原因是与上年持平，无增减变化。",
    )
    assert (yield budget_of(said=said))["PN-81"] == told


@pytest.mark.parametrize(("running", "outcome"), [("14.40", {"exact"}), ("41.40", {"exact", "violation"})])
@judged_together
def test_vehicles_change_by_what_their_purchase_and_running_change(running: str, outcome: set[str]):
    """上海."""
    said = (
        "一、2024年“三公”经费预算情况说明",
        "2024年“三公”经费预算数为424.50万元，比2023年预算减少57.55万元。其中：",
        "（一）因公出国（境）费120.80万元，与2023年预算持平。",
        "（二）公务用车购置及运行费270.60万元，比2023年预算减少50.40万元。其中：公务用车购置费54.00万元，比2023年预算减少36.00万元；"
        f"公务用车运行费216.60万元，比2023年预算减少{running}万元。",
        "（三）公务接待费33.10万元，比2023年预算减少7.15万元。",
    )
    assert (yield budget_of(said=said))["PN-13"] == outcome


@pytest.mark.parametrize(("change", "outcome"), [("1.00", {"exact"}), ("1.50", {"exact", "violation"})])
@judged_together
def test_fiscal_income_changes_as_fiscal_expenditure_does(change: str, outcome: set[str]):
    """上海: no money is carried in or out."""
    said = (
        "2024年部门预算编制说明",
        f"2024年，样本局收入预算9.00万元，其中：财政拨款收入6.00万元，比2023年预算增加{change}万元；事业收入3.00万元。",
        "支出预算9.00万元，其中：财政拨款支出预算6.00万元，比2023年预算增加1.00万元。",
        "财政拨款支出预算中，一般公共预算拨款支出预算4.00万元，比2023年预算增加3.00万元；政府性基金拨款支出预算2.00万元，比2023年预算减少2.00万元；"
        "国有资本经营预算拨款支出预算0万元，与2023年预算持平。",
    )
    assert (yield budget_of(("P1", "部门收支总表", TOLD), said=said))["PN-27"] == outcome


@pytest.mark.parametrize(
    ("fund", "state", "outcome"),
    [("2.00", "1.00", {"exact"}), ("2.20", "1.00", {"exact", "violation"}), ("2.00", "1.10", {"exact", "violation"})],
)
@judged_together
def test_items_of_funds_told_among_those_of_fiscal_money_are_of_their_forms(fund: str, state: str, outcome: set[str]):
    """上海, its districts: the list of what fiscal money is for has items of all three funds."""
    general: list[Text] = [GENERAL, ["2050201", "学前教育", "6.00", "6.00", ""], ["合计", None, "6.00", "6.00", ""]]
    funds: list[Text] = [GENERAL, ["2120803", "城市建设支出", "2.00", "", "2.00"], ["合计", None, "2.00", "", "2.00"]]
    capital: list[Text] = [
        GENERAL,
        ["2230105", "国有企业退休人员社会化管理补助支出", "1.00", "", "1.00"],
        ["合计", None, "1.00", "", "1.00"],
    ]
    said = (
        "2024年部门预算编制说明",
        "财政拨款支出主要内容如下：",
        "1.“教育支出（类）普通教育（款）学前教育（项）”6.00万元，主要用于幼儿园。",
        f"2.“城乡社区支出（类）国有土地使用权出让收入安排的支出（款）城市建设支出（项）”{fund}万元，主要用于建设。",
        f"3.“国有资本经营预算支出（类）解决历史遗留问题及改革成本支出（款）国有企业退休人员社会化管理补助支出（项）”{state}万元，主要用于补助。",
    )
    found = yield budget_of(
        ("P1", "部门收支总表", TOLD),
        ("P5", "一般公共预算支出功能分类预算表", general),
        ("P8", "政府性基金预算支出功能分类预算表", funds),
        ("P9", "国有资本经营预算支出功能分类预算表", capital),
        said=said,
    )
    assert found["PN-02"] == outcome


@pytest.mark.parametrize("led", ["预算收支减少主要原因是", "预算收支减少主要原因说明：1."])
@judged_together
def test_a_change_in_the_reason_of_a_change_is_not_that_of_the_total(led: str):
    """深圳: 工程完工 names no item, and is not the total that has a change of its own."""
    said = (
        "第二部分 部门预算收支总体情况",
        "2024年样本局部门预算收入9.00万元，较2023年年初预算减少1.00万元，下降10.0%。2024年样本局部门预算支出9.00万元，较2023年年初预算减少1.00万元，下降10.0%。",
        f"{led}湿地一期工程完工，较上年减少6.00万元，下降50.0%。",
    )
    found = yield budget_of(("P1", "部门收支总表", TOLD), said=said)
    assert found["PN-08"] == {"exact"}
