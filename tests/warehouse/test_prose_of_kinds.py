"""What is judged in the prose of kinds of units without a real report here: hospitals, courts, townships."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pipelines.forms.forms import Amount
from pipelines.reading.readings import Reading
from tests.support.desk import paragraphs
from tests.support.desk.desk import reading
from tests.support.desk.together import Together
from tests.support.faults.form_errors import blanked
from tests.support.figures import figures
from tests.support.paper import layouts

judged_together = Together()

DISTRICT = layouts.layout("shanghai_one_column")
REPORT = figures.report(3)
VISITS = "国内公务接待12批次、96人次。"
EXPLAINED = "一般公共服务支出（类）群众团体事务（款）一般行政管理事务（项）：反映"
NOTHING = "“三公”经费财政拨款支出决算为0万元，与上年持平。其中：因公出国（境）费支出决算为0万元，占0%；公务用车购置及运行维护费支出决算为0万元，占0%；公务接待费支出决算为0万元，占0%。"


def saying(sound: Reading, heading: str, said: str) -> Reading:
    """A report whose prose is no more than a heading and what stands below it."""
    return replace(sound, prose=replace(sound.prose, claims=tuple(paragraphs.claims(heading, said))))


def without_three_public(said: str) -> Reading:
    """A report whose form of the three public expenses is blank, without a note, and what its prose says of them."""
    blank = blanked(reading(REPORT, DISTRICT), "T7", "empty")
    return saying(blank, "七、“三公”经费财政拨款支出决算情况说明", said)


def amounts_of(one: Reading, form: str) -> tuple[Amount, ...]:
    return next(found.amounts for found in one.forms if found.key == form)


@judged_together
def test_shares_of_nothing_are_no_sum():
    """A hospital has no 三公经费 out of the budget: 0万元，占0%; three times, and 100% of nothing is said by none."""
    assert "N-13" not in (yield without_three_public(NOTHING)).violated


@pytest.mark.parametrize(("said", "is_told"), [(NOTHING, False), ("“三公”经费主要用于公务活动。", True)])
@judged_together
def test_a_zero_in_the_prose_says_of_a_blank_form_that_there_is_nothing(said, is_told):
    assert ("S-10" in (yield without_three_public(said)).violated) == is_told


@pytest.mark.parametrize("is_printed", [True, False])
@judged_together
def test_an_item_of_a_numbered_glossary_is_explained_by_its_name_alone(is_printed):
    """12.机关服务（项）：反映…: 12. is not of its name."""
    items = amounts_of(reading(REPORT, DISTRICT), "T5")
    name = next(cell.label for cell in items if cell.code and len(cell.code) == 7) if is_printed else "机关服务"
    one = reading(REPORT, DISTRICT, (EXPLAINED, f"{name}（项）：反映"))
    assert ("N-30" in (yield one).violated) == (not is_printed)


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("国内公务接待支出9.99万元", True),
        ("国内公务接待支出12800.00万元", True),
        ("国内公务接待支出1.28万元", False),
        ("国内公务接待支出1.20万元", False),  # of the rest nothing is said
    ],
)
@judged_together
def test_reception_at_home_is_no_more_than_all_reception(said, is_told):
    one = reading(REPORT, DISTRICT, (VISITS, f"{VISITS[:-1]}，{said}。"))
    assert ("N-56" in (yield one).violated) == is_told


@pytest.mark.parametrize(("said", "is_told"), [("66.16", False), ("76.16", True)])
@judged_together
def test_income_of_state_capital_is_held_against_the_fiscal_balance_where_its_form_has_none(said, is_told):
    """国有资本经营预算财政拨款支出决算表 has no income, as most places print it."""
    sound = reading(REPORT, DISTRICT, ("本年收入66.16万元", f"本年收入{said}万元"))
    spent = tuple(cell for cell in amounts_of(sound, "T9") if cell.column != "income")
    forms = tuple(replace(form, amounts=spent) if form.key == "T9" else form for form in sound.forms)
    assert ("N-05" in (yield replace(sound, forms=forms)).violated) == is_told


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("其中：{0}（项）{2}万元，{1}（项）{3}万元。", False),  # the larger one first
        ("{0}（项）{2}万元。{1}（项）{3}万元。", True),
    ],
)
@judged_together
def test_items_of_one_sentence_may_stand_by_their_size(said, is_told):
    sound = reading(REPORT, DISTRICT)
    items = [
        (cell.label, cell.number.value)
        for cell in amounts_of(sound, "T5")
        if cell.column == "total" and cell.number and len(cell.code or "") == 7
    ]
    late, early = next((b, a) for n, a in enumerate(items) for b in items[n + 1 :] if b[1] > a[1] > Decimal(0))
    words = said.format(late[0], early[0], late[1], early[1])
    one = saying(sound, "六、一般公共预算财政拨款支出决算情况说明", words)
    assert ("N-41" in (yield one).violated) == is_told
