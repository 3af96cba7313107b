"""What is judged where forms are not there: totals by the parts that the prose tells, a statement of the three public expenses alone, words beside T7."""

from dataclasses import replace

import pytest

from pipelines.reading.readings import Reading
from tests.support.desk.desk import reading
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
TOTALS = "收、支总计15101.92万元。"
INCOME = "2024年度本年收入合计14859.99万元，其中：财政拨款收入11221.14万元，占75.51%；上级补助收入1792.43万元，占12.06%；事业收入448.01万元，占3.01%；其他收入1398.41万元，占9.41%。"
FISCAL_ALONE = "2024年度本年收入合计14859.99万元，其中：财政拨款收入14859.99万元，占100%。"
BOTH = "收入总计15101.92万元，支出总计15101.92万元。"
VISITS = "国内公务接待12批次、96人次。"
PARTS = "其中：因公出国（境）费支出决算为2.87万元；公务用车购置及运行维护费支出决算为1.11万元；公务接待费支出决算为1.28万元。"
SHARED = "“三公”经费财政拨款支出决算中，因公出国（境）费支出决算2.87万元，占54.60%；公务用车购置及运行维护费支出决算1.11万元，占21.14%；公务接待费支出决算1.28万元，占24.26%。"


def without(one: Reading, *keys: str) -> Reading:
    """A reading whose forms of these keys are not there."""
    return replace(one, forms=tuple(form for form in one.forms if form.key not in keys))


def alone(one: Reading, sections: tuple[str, ...] = ("three_public",)) -> Reading:
    """A reading of T7 and of some sections of its prose, as a file of its own has them."""
    claims = tuple(claim for claim in one.prose.claims if claim.section in sections)
    forms = tuple(form for form in one.forms if form.key == "T7")
    return replace(one, forms=forms, prose=replace(one.prose, claims=claims))


@pytest.mark.parametrize(
    ("told", "outcomes"),
    [
        (TOTALS, set()),
        (BOTH, {"exact"}),
        ("收入总计15101.92万元，支出总计15191.02万元。", {"violation"}),
        ("总收入15101.92万元，总支出15191.02万元。", set()),
        ("收入总计15101.92万元。支出总计15191.02万元。", set()),
    ],
)
@judged_together
def test_income_and_expenditure_in_total_are_equal(told, outcomes):
    """总收入 and 总支出 are said of what the year brought and took, too."""
    assert (yield without(reading(REPORT, DISTRICT, (TOTALS, told)), "T1")).get("N-60", set()) == outcomes


@judged_together
def test_what_has_its_form_is_held_against_that():
    assert "N-60" not in (yield reading(REPORT, DISTRICT, (TOTALS, "收入总计15101.92万元，支出总计15191.02万元。")))


@pytest.mark.parametrize(
    ("opening", "beside", "income", "outcomes"),
    [
        ("241.93", "", INCOME, {"exact"}),
        ("141.93", "", INCOME, {"exact"}),
        ("341.93", "", INCOME, {"violation", "exact"}),
        ("141.93", "，使用非财政拨款结余100.00万元", INCOME, {"exact"}),
        ("131.93", "，使用非财政拨款结余100.00万元", INCOME, {"violation", "exact"}),
        ("141.93", "", FISCAL_ALONE, {"violation", "exact"}),
        ("241.93", "", FISCAL_ALONE, {"exact"}),
    ],
)
@judged_together
def test_income_in_total_is_the_sum_of_its_parts(opening, beside, income, outcomes):
    """A surplus that is not told may be what is lacking, but for who receives fiscal money alone."""
    told = f"{BOTH}年初结转和结余{opening}万元{beside}。"
    one = without(reading(REPORT, DISTRICT, (TOTALS, told), (INCOME, income)), "T1", "T2")
    assert (yield one).get("N-60", set()) - {"rounding"} == outcomes


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ("公务接待费支出决算为1.28万元", "公务接待费支出决算为1.28万元", False),
        ("公务接待费支出决算为1.28万元", "公务接待费支出决算为1.82万元", True),
        ("公务用车购置及运行维护费支出决算为1.11万元", "公务用车购置及运行维护费支出决算为1.01万元", True),
    ],
)
@judged_together
def test_the_three_public_expenses_are_the_sum_of_their_items(old, new, is_told):
    one = without(reading(REPORT, DISTRICT, (SHARED, ""), (old, new)), "T7")
    assert ("N-60" in (yield one).violated) is is_told


@judged_together
def test_the_running_of_vehicles_beside_their_purchase_is_not_all_that_they_cost():
    """公务用车及运行维护费 1.11 and 公务用车购置费 0.54: the first is what they cost to run, whatever it is called."""
    parts = PARTS.replace(
        "公务用车购置及运行维护费支出决算为1.11万元", "公务用车及运行维护费支出0.57万元；公务用车购置支出0.54万元"
    )
    told = ("公务用车购置及运行维护费中，公务用车购置费0.00万元，公务用车运行维护费1.11万元。", "")
    one = without(reading(REPORT, DISTRICT, (SHARED, ""), told, (PARTS, parts)), "T7")
    assert "N-60" not in (yield one).violated


CHANGED = "“三公”经费支出决算数比年初预算减少{total}万元，其中：因公出国（境）费支出决算比年初预算减少0.30万元；公务用车购置及运行维护费支出决算比年初预算{way}0.20万元；公务接待费支出决算比年初预算减少0.10万元。"


@pytest.mark.parametrize(
    ("total", "way", "is_told"),
    [("0.60", "减少", False), ("0.80", "减少", True), ("0.60", "增加", True), ("0.20", "增加", False)],
)
@judged_together
def test_changes_from_the_budget_are_the_sum_of_those_of_the_items(total, way, is_told):
    one = without(reading(REPORT, DISTRICT, (VISITS, VISITS + CHANGED.format(total=total, way=way))), "T7")
    assert ("N-49" in (yield one).violated) is is_told


@judged_together
def test_a_statement_of_the_three_public_expenses_lacks_no_form():
    sound = reading(REPORT, DISTRICT)
    assert "S-01" not in (yield alone(sound)).violated
    assert "S-01" in (yield alone(sound, ("three_public", "expenditure"))).violated


@pytest.mark.parametrize(
    ("word", "is_told"),
    [("与预算相比无变化", True), ("决算数小于预算数", False), ("决算数大于预算数", True), ("与上年相比无变化", False)],
)
@judged_together
def test_a_word_beside_an_amount_is_held_against_the_budget_of_the_form(word, is_told):
    """T7 has a budget of the total above what was spent; the prose tells none."""
    one = reading(REPORT, DISTRICT, (VISITS, f"{VISITS}“三公”经费支出5.26万元，{word}。"))
    assert ("N-24" in (yield one).violated) is is_told


@pytest.mark.parametrize(
    ("way", "change", "told"),
    [("减少", "0.72", set()), ("增加", "0.72", {"N-24"}), ("减少", "0.92", {"N-54"}), ("增加", "0.92", {"N-54"})],
)
@judged_together
def test_a_change_from_the_budget_told_the_wrong_way_is_a_wrong_word(way, change, told):
    """T7 has 5.98 and 5.26: where 0.72 is said to be more, no number is wrong, least of all the budget of the form."""
    one = reading(REPORT, DISTRICT, (VISITS, f"{VISITS}“三公”经费支出5.26万元，与预算相比{way}{change}万元。"))
    assert (yield one).violated & {"N-24", "N-54"} == told
