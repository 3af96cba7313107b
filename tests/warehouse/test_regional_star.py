"""What sets and wordings of other regions become in the star and in the checks, from readings made on the desk."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.forms.forms import Amount, Form
from pipelines.reading.readings import Reading
from pipelines.vocabulary.numbers import Number
from tests.support.desk import desk
from tests.support.desk.desk import reading
from tests.support.desk.together import Outcomes, Together
from tests.support.figures import figures
from tests.support.paper import layouts, prose

judged_together = Together()

BEIJING = layouts.layout("beijing")
DISTRICT = layouts.layout("shanghai_one_column")


def spent(found: Outcomes) -> list[tuple]:
    return found.ask(
        "select f.scope, d.function_code, f.nature, f.amount_yuan from star.fact_expenditure as f"
        " join star.dim_function as d using (function_key) where f.report_id = $report and f.scope = 'general_budget' order by all"
    )


@judged_together
def test_income_and_expenditure_of_the_general_budget_stand_for_its_expenditure():
    """公开05表 of some regions is 一般公共预算财政拨款收入支出决算表: nothing is missing, and its expenditure is the star's."""
    report = figures.report(3)
    with_both = spent((yield reading(report, BEIJING)))
    alone = yield reading(report, replace(BEIJING, missing=("T5",)))
    assert "S-01" not in alone.violated
    assert spent(alone) == with_both != []
    assert "S-01" in (yield reading(report, replace(BEIJING, missing=("T5", "B5")))).violated


@pytest.mark.parametrize(("year", "is_missed"), [(2019, False), (2020, True)])
@judged_together
def test_state_capital_is_due_from_2020(year, is_missed):
    found = yield reading(figures.report(3, year=year), replace(DISTRICT, missing=("T9",)))
    assert ("S-01" in found.violated) == is_missed


def with_visits(one: Reading, *parts: tuple[str, str, bool]) -> Reading:
    """The reading with more cells in its T7: column, text, whether within another."""

    def more(form: Form) -> Form:
        if form.key != "T7":
            return form
        last: Amount = form.amounts[-1]
        cells = tuple(
            replace(
                last,
                column=c,
                text=t,
                number=Number(Decimal(t), 2),
                mark="number",
                within=w,
                row=last.row + n,
            )
            for n, (c, t, w) in enumerate(parts, 1)
        )
        return replace(form, amounts=form.amounts + cells)

    return replace(one, forms=tuple(map(more, one.forms)))


@judged_together
def test_parts_of_reception_and_rows_of_units_are_not_added():
    report = figures.report(3)
    facts = "select category, phase, measure, amount_yuan, count from star.fact_three_public where report_id = $report order by all"
    plain = (yield reading(report, DISTRICT)).ask(facts)
    parts = (
        ("final_reception_domestic", "77.00", False),
        ("final_reception", "88.00", True),
        ("final_total", "99.00", True),
    )
    more = yield with_visits(reading(report, DISTRICT), *parts)
    assert more.ask(facts) == plain != []
    assert more.violated == set()
    wrong = with_visits(reading(report, DISTRICT), ("final_reception", "88.00", False))
    assert "W7-01" in (yield wrong).violated


def reasons(found: Outcomes) -> set[str]:
    return {reason for (reason,) in found.ask("select reason from star.stated_reason where report_id = $report")}


@judged_together
def test_a_reason_ends_where_the_next_comparison_begins():
    report = figures.report(3)
    old = "决算数大于年初预算数的主要原因是年中追加预算"
    longer = f"{old}，与上年相比有所增加，增加的主要原因是人员增加，其中：一是调资"
    ended = reasons((yield reading(report, DISTRICT, (old, longer))))
    assert "年中追加预算" in ended
    assert not any("与上年" in reason or "一是" in reason for reason in ended)
    named = reasons((yield reading(report, DISTRICT, (old, "决算数大于年初预算数，变动情况：年中另行追加"))))
    assert named and not any("变动" in reason for reason in named)


@judged_together
def test_a_completion_of_a_budget_whose_phase_the_form_does_not_name_is_no_contradiction():
    one = figures.report(3)
    fitted = desk.reading(one, DISTRICT)
    claims = tuple(replace(c, fitted="unstated") if c.role == "completion" else c for c in fitted.prose.claims)
    unstated = replace(fitted, prose=replace(fitted.prose, claims=claims))
    assert any(c.role == "completion" for c in claims)
    assert "B-03" not in (yield unstated).violated
    other = tuple(
        replace(c, fitted="annual") if c.role == "completion" and c.base == "initial" else c
        for c in fitted.prose.claims
    )
    contradicting = replace(fitted, prose=replace(fitted.prose, claims=other))
    assert "B-03" in (yield contradicting).violated


@judged_together
def test_a_completion_of_the_budget_of_the_year_is_held_against_the_form_that_holds_it():
    """预算数 of T7 is 全年预算 where the prose's total or the note of T7 says so; where neither does, nothing tells of which phase it is."""
    one = next(r for r in map(figures.report, range(3, 20)) if r.yuan("T7", "final_reception"))
    said = ("全年安排因公出国", "公务接待费支出决算完成全年预算的777.77%。全年安排因公出国")
    total = ("“三公”经费财政拨款支出预算为", "“三公”经费财政拨款支出全年预算为")
    assert "N-48" in (yield reading(one, DISTRICT, said, total)).violated
    assert "N-48" not in (yield reading(one, DISTRICT, said)).violated
    noted = (said[0], f"其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。{said[1]}")
    assert "N-48" in (yield reading(one, DISTRICT, noted)).violated


@judged_together
def test_a_change_beside_last_years_amount_alone_is_not_judged():
    """与2023年13万元相比，减少5万元 says nothing of this year's amount where another sentence gives it."""
    one = desk.reading(figures.next_year(figures.report(3)), DISTRICT)
    change = next(c for c in one.prose.claims if c.role == "change" and c.base == "prior_year")
    prior = replace(
        change, role="prior", base="", direction="", order=len(one.prose.claims),
        span=change.span._replace(start=change.span.start + 1),
    )  # fmt: skip
    told = tuple(c for c in one.prose.claims if c.role != "value")
    found = yield replace(one, prose=replace(one.prose, claims=(*told, prior)))
    assert found.ask("select count(*) from checks.prose_claim where report_id = $report and role = 'prior'") != [(0,)]
    assert "N-02" not in found.violated


def headline(report: figures.Report, growth: str) -> tuple[str, str]:
    """The first sentence on the totals, and one that tells them apart and says of both how they grew."""
    old = next(block.text for block in prose.narrative(report, DISTRICT) if "总计" in block.text)
    total = figures.amount_text(report.yuan("T1", "amount", "income_grand_total", panel="left"))
    said = (
        f"收入总计{total}万元，支出总计{total}万元。"
        if not growth
        else (f"收入总计{total}万元，支出总计{total}万元，与上年度相比，收入、支出总计各增加1.00万元，增长{growth}%。")
    )
    return old, said


@pytest.mark.parametrize(("growth", "is_found"), [("88.88", True), ("", False)])
@judged_together
def test_the_growth_of_both_grand_totals_is_judged(growth, is_found):
    report = figures.report(3)
    assert ("N-02" in (yield reading(report, DISTRICT, headline(report, growth))).violated) == is_found


@judged_together
def test_a_right_growth_of_both_grand_totals_holds():
    report = figures.report(3)
    total = report.yuan("T1", "amount", "income_grand_total", panel="left") / 10_000
    right = f"{100 / (total - 1):.4f}"
    found = (yield reading(report, DISTRICT, headline(report, right))).all_of("N-02")
    assert found and found <= {"exact", "rounding"}


def with_fiscal_income(seed: int, more: int = 0) -> Reading:
    """A report that calls 本年收入合计 of its T4, and so much more in 元, 财政拨款收入总计."""
    report = figures.report(seed)
    old = next(block.text for block in prose.narrative(report, DISTRICT) if "财政拨款收、支总计" in block.text)
    said = figures.amount_text(report.yuan("T4", "amount", "income_total", panel="left") + more)
    return reading(report, DISTRICT, (old, f"{report.year}年度财政拨款收入总计{said}万元。"))


@judged_together
def test_fiscal_income_in_total_may_mean_the_income_of_the_year():
    """Without the opening balance, as 天水 words it; an amount that is neither total of T4 is still wrong."""
    query = "select outcome from checks.outcome where report_id = $report and identity_id = 'N-05' and instance like 'T4 income_%'"
    assert (yield with_fiscal_income(3)).ask(query) == [("exact",)]
    assert (yield with_fiscal_income(5, more=900_000)).ask(query) == [("violation",)]


def wrong(form: Form, key: str, column: str) -> Form:
    """The form (printed as the one named), 100 more in a column of its first row."""
    first = next(a for a in form.amounts if a.column == column and a.number)
    more = replace(first, number=first.number._replace(value=first.number.value + 100))
    return replace(form, key=key, amounts=tuple(more if a is first else a for a in form.amounts))


@pytest.mark.parametrize("key", ["T5", "B5"])
@pytest.mark.parametrize("column", ["income", "total", "closing"])
@judged_together
def test_a_balance_of_the_general_budget_rolls_forward(key, column):
    """Some regions print 结转 in the form of expenditure, others in one of income and expenditure (B5)."""
    sound = reading(figures.report(3), replace(BEIJING, missing=("T5",)))
    forms = tuple(wrong(f, key, column) if f.key == "B5" else f for f in sound.forms)
    assert "W5-03" in (yield replace(sound, forms=forms)).violated


@judged_together
def test_without_balances_the_general_budget_has_none_to_roll_forward():
    found = yield reading(figures.report(3), DISTRICT)
    told = found.ask("select outcome, reason from checks.outcome where report_id = $report and identity_id = 'W5-03'")
    assert told == [("not_evaluable", "the form has no such column")]
