"""Amounts one below the other, each followed by its parts."""

from decimal import Decimal

import pytest

from pipelines.forms.nested_sums import is_sum, nested


def told(whole: str, *amounts: str) -> list[int | None]:
    return nested([Decimal(amount) for amount in amounts], Decimal(whole))


@pytest.mark.parametrize(
    ("whole", "amounts", "parents"),
    [
        ("6", ("1", "2", "3"), [None, None, None]),
        ("10", ("6", "2", "4", "4"), [None, 0, 0, None]),
        ("10", ("10", "10", "4", "6"), [None, 0, 1, 1]),
        ("10", ("5", "5"), [None, None]),
        ("10", ("1", "2", "3"), []),
        ("1", ("-1", "2"), []),
        ("0.05", ("0.02", "0.02"), [None, None]),
    ],
)
def test_parts_follow_what_they_are_the_sum_of(whole: str, amounts: tuple[str, ...], parents: list[int | None]):
    assert told(whole, *amounts) == parents


def test_last_digits_may_differ_by_one_for_each_part():
    assert is_sum(Decimal("1.00"), [Decimal("0.33")] * 3)
    assert not is_sum(Decimal("1.04"), [Decimal("0.33")] * 3)


def test_a_list_made_to_be_tried_forever_is_left():
    amounts = [Decimal(2 ** (n % 12)) for n in reversed(range(290))]
    assert nested(amounts, sum(amounts, Decimal("7.5"))) == []
