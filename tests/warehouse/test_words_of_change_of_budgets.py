"""Words of change in the prose of budgets: a wrong word is told as one, and accuses no number."""

import pytest

from tests.support.desk.budgets.forms_and_prose import budget_of
from tests.support.desk.together import Together

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
