"""What final accounts print beside the outcome: budgets in T1, amounts in 元 where the prose says 万元, shares of rounded amounts, turned words."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.forms.forms import Amount
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk.desk import filled, reading, violated
from tests.support.desk.together import Together
from tests.support.figures import figures
from tests.support.paper import layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
RUNNING = "2024年度机关运行经费支出337.53万元。"
SHARES = ("费支出决算2.87万元，占54.60%；", "费支出决算1.11万元，占21.14%；", "费支出决算1.28万元，占24.26%。")


def with_form(one: Reading, key: str, cells: Callable[[Amount], tuple[Amount, ...]]) -> Reading:
    """The reading with other cells in one form."""
    forms = (
        replace(f, amounts=tuple(n for a in f.amounts for n in cells(a))) if f.key == key else f for f in one.forms
    )
    return replace(one, forms=tuple(forms))


def planned(line: str = "", number: str = "") -> Callable[[Amount], tuple[Amount, ...]]:
    """Cells of T1 with a budget beside each outcome, that of one line another number."""

    def cells(amount: Amount) -> tuple[Amount, ...]:
        budget = replace(amount, column="initial_budget", column_number=9)
        if line and amount.line == line:
            budget = replace(budget, text=number, number=Number(Decimal(number), 2))
        return amount, budget

    return cells


@judged_together
def test_the_budgets_of_t1_add_up():
    sound = reading(REPORT, DISTRICT)
    assert "W1-07" not in (yield with_form(sound, "T1", planned())).violated
    wrong = with_form(sound, "T1", planned("expenditure_total", "77777.77"))
    told = (yield wrong).violated
    assert "W1-07" in told
    assert not told & {"W1-01", "W1-03"}


def in_yuan(amount: Amount) -> tuple[Amount]:
    """The visits of T7 in 元, as exact as the office has them."""
    exact = {"final_reception": "12758.20", "budget_reception": "16176.12"}.get(amount.column)
    return (replace(amount, text=exact, number=Number(Decimal(exact), 2), counted_in="元") if exact else amount,)


@pytest.mark.parametrize(("rate", "is_told"), [("79.13", False), ("78.87", False), ("87.13", True)])
@judged_together
def test_a_completion_may_be_worked_out_of_what_its_sentence_says(rate, is_told):
    told = f"国内公务接待12批次、96人次。公务接待费支出决算1.28万元，完成预算的{rate}%。"
    one = with_form(reading(REPORT, DISTRICT, ("国内公务接待12批次、96人次。", told)), "T7", in_yuan)
    assert ("N-48" in (yield one).violated) is is_told


@pytest.mark.parametrize(("last", "is_told"), [("24.71", False), ("29.71", True)])
@judged_together
def test_true_shares_of_rounded_parts_need_not_add_up_to_100(last, is_told):
    """2.9 + 1.1 + 1.3 of 5.26: 100.75 % together."""
    rounded = ("费支出决算2.9万元，占55.13%；", "费支出决算1.1万元，占20.91%；", f"费支出决算1.3万元，占{last}%。")
    one = reading(REPORT, DISTRICT, *zip(SHARES, rounded, strict=True))
    assert ("N-13" in (yield one).violated) is is_told


@pytest.mark.parametrize(("said", "told"), [
    ("上年支出350.00万元，比上年增加12.47万元，增长3.56%", {"N-24"}),
    ("上年支出350.00万元，比上年减少12.47万元，下降3.56%", set()),
    ("上年支出350.00万元，比上年减少12.74万元，下降3.64%", {"N-02"}),
])  # fmt: skip
@judged_together
def test_a_change_turned_round_is_a_matter_of_words(said, told):
    sound = (yield reading(REPORT, DISTRICT)).violated
    one = reading(REPORT, DISTRICT, (RUNNING, f"{RUNNING[:-1]}，{said}。"))
    assert (yield one).violated - sound == told


@pytest.mark.parametrize(("said", "is_told"), [
    ("年初预算数300.00万元，决算数337.53万元，预决算差异率12.51%", False),
    ("年初预算数300.00万元，决算数337.53万元，预决算差异率11.12%", True),
    ("年初预算数375.03万元，决算数337.53万元，预决算差异率-10.00%", False),
    ("年初预算数375.03万元，决算数337.53万元，预决算差异率10.00%", True),
])  # fmt: skip
@judged_together
def test_the_deviation_is_of_the_budget(said, is_told):
    one = reading(REPORT, DISTRICT, (RUNNING, f"{RUNNING}与年初预算相比，{said}。"))
    assert ("N-57" in (yield one).violated) is is_told


@pytest.mark.parametrize("key", ["U6", "B14"])
@judged_together
def test_forms_of_one_title_by_economic_classification_add_up(key):
    """江苏 prints 财政拨款基本支出决算表 and 财政拨款机关运行经费支出决算表 beside T6; their sums down were judged by nothing."""
    sound = reading(REPORT, DISTRICT)
    [basic] = [form for form in sound.forms if form.key == "T6"]

    def beside(more: str) -> Reading:
        def cell(amount: Amount) -> Amount:
            other = replace(amount, form=key, page=amount.page + 50)
            if amount.code != "30201" or not amount.number:
                return other
            return replace(other, number=Number(amount.number.value + Decimal(more), amount.number.decimals))

        other = replace(basic, key=key, amounts=tuple(map(cell, basic.amounts)))
        return replace(sound, forms=(*sound.forms, other))

    assert "W6-01" not in (yield beside("0")).violated
    assert "W6-01" in (yield beside("7.77")).violated


def test_surplus_allocated_may_be_below_zero(tmp_path):
    """冲回以前年度多提的职工福利基金: 结余分配 -3.46 is no slip, and nothing else is then accused to make it one."""

    def cells(amount: Amount) -> tuple[Amount]:
        text = {"surplus_allocated": "-3.46", "within_allocated": "-3.46"}.get(amount.line or "")
        return (replace(amount, text=text, mark="number", number=Number(Decimal(text), 2)) if text else amount,)

    told = filled(tmp_path, [with_form(reading(REPORT, DISTRICT), "T1", cells)])
    assert "I-01" not in violated(told)
