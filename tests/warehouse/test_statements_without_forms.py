"""What is judged where forms are not there: a statement of the three public expenses alone, changes and words beside a budget."""

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
VISITS = "国内公务接待12批次、96人次。"


def without(one: Reading, *keys: str) -> Reading:
    """A reading whose forms of these keys are not there."""
    return replace(one, forms=tuple(form for form in one.forms if form.key not in keys))


def alone(one: Reading, sections: tuple[str, ...] = ("three_public",)) -> Reading:
    """A reading of T7 and of some sections of its prose, as a file of its own has them."""
    claims = tuple(claim for claim in one.prose.claims if claim.section in sections)
    forms = tuple(form for form in one.forms if form.key == "T7")
    return replace(one, forms=forms, prose=replace(one.prose, claims=claims))


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
