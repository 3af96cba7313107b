"""A doubtful amount is believed where an exact sum of its form has it, and nothing else of that sum is in doubt."""

from decimal import Decimal

import pytest

from pipelines.forms.forms import Amount, Form
from pipelines.forms.proof import proved
from pipelines.forms.unsure_cells import hold_unsure
from pipelines.pdf import Page, Unsure
from pipelines.vocabulary import Number

SAID = (("208", 30, 20, 10), ("20805", 30, 20, 10), ("2080501", 12, 8, 4), ("2080502", 18, 12, 6))


def form(said=SAID) -> Form:
    """T3 of codes with total, basic and project; each cell 10 points wide and high."""
    amounts = [
        Amount(
            form="T3", page=1, box=(column * 10, row * 10, column * 10 + 10, row * 10 + 10), panel="", row=row,
            column_number=column, label="", code=code, line=None, column=("total", "basic", "project")[column],
            heading="", within=False, text=str(value), mark="number", number=Number(Decimal(value), 2), counted_in="万元", held=False,
        )
        for row, (code, *values) in enumerate(said)
        for column, value in enumerate(values)
    ]  # fmt: skip
    return Form(key="T3", title="支出决算表", counted_in="万元", pages=(1,), status="filled", amounts=tuple(amounts))


def proved_places(one: Form, *places: tuple[int, int]) -> set[tuple[int, int]]:
    at = {(a.row, a.column_number): id(a) for a in one.amounts}
    found = proved(one, {at[place] for place in places})
    return {place for place, key in at.items() if key in found}


@pytest.mark.parametrize("place", [(0, 0), (2, 1), (3, 2)])
def test_a_sum_of_its_row_or_column_proves_an_amount(place):
    assert proved_places(form(), place) == {place}


def test_two_doubtful_amounts_of_a_sum_prove_nothing_of_one_another():
    assert proved_places(form(), (2, 0), (2, 1), (3, 0), (3, 1), (2, 2), (3, 2)) == set()


def test_what_does_not_fit_and_a_sum_of_one_term_prove_nothing():
    wrong = (*SAID[:2], ("2080501", 12, 80, 4), SAID[3])
    assert proved_places(form(wrong), (2, 1)) == set()
    assert proved_places(form((("208", 30, 30, 0), ("20805", 30, 30, 0))), (0, 0)) == set()


@pytest.mark.parametrize(("is_provable", "held"), [(True, 0), (False, 1)])
def test_only_a_doubt_that_a_sum_may_prove_wrong_is_dropped(is_provable, held):
    doubt = Unsure(
        box=(0.0, 0.0, 10.0, 10.0),
        reason="two recognisers of the picture read it differently",
        is_provable=is_provable,
    )
    page = Page(number=1, width=100, height=100, lines=(), grids=(), character_count=9, unsure=(doubt,))
    forms, doubts = hold_unsure({"T3": form()}, [page])
    assert (sum(a.held for a in forms["T3"].amounts), len(doubts)) == (held, held)


@pytest.mark.parametrize(
    ("box", "is_merged", "elsewhere"),
    [((0.0, 0.0, 10.0, 10.0), False, 0), ((0.0, 0.0, 10.0, 10.0), True, 1), ((-10.0, 0.0, 0.0, 10.0), False, 3)],
)
def test_an_amount_whose_name_or_rule_is_hidden_may_be_of_another_row(box, is_merged, elsewhere):
    doubt = Unsure(box=box, reason="something lies over it", is_hidden=True, is_merged=is_merged)
    page = Page(number=1, width=100, height=100, lines=(), grids=(), character_count=9, unsure=(doubt,))
    forms, _ = hold_unsure({"T3": form()}, [page])
    assert sum(a.elsewhere for a in forms["T3"].amounts) == elsewhere
    assert sum(a.held for a in forms["T3"].amounts) == max(elsewhere, 1)
