"""The number grammar reads back what is printed, and nothing else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.vocabulary.numbers import half_step, read_number, to_yuan


@pytest.mark.parametrize(
    ("text", "mark", "value", "decimals"),
    [
        ("", "blank", None, None),
        ("   \n", "blank", None, None),
        ("0", "number", "0", 0),
        ("0.00", "number", "0.00", 2),
        ("—", "dash", None, None),
        ("——", "dash", None, None),
        ("-", "dash", None, None),
        ("/", "dash", None, None),
        ("无", "dash", None, None),
        ("2,946.25", "number", "2946.25", 2),
        ("2946.25", "number", "2946.25", 2),
        ("3，518.85", "number", "3518.85", 2),
        ("１２．５０", "number", "12.50", 2),
        ("149.744", "number", "149.744", 3),
        ("-12.30", "number", "-12.30", 2),
        ("－12.30", "number", "-12.30", 2),
        ("△12.30", "number", "-12.30", 2),
        ("(1,234.00)", "number", "-1234.00", 2),
        ("1 234.00", "number", "1234.00", 2),
        ("234 56", "doubtful", None, None),
        ("9" * 16, "doubtful", None, None),
        ("12,34.00", "doubtful", None, None),
        ("1.2.3", "doubtful", None, None),
        ("\ufffd\ufffd.\ufffd\ufffd", "doubtful", None, None),
        ("\ue031,\ue032\ue030\ue039.5\ue030", "doubtful", None, None),
        ("合计\ufffd", "words", None, None),
        ("合计", "words", None, None),
        ("12.5万元", "words", None, None),
    ],
)
def test_reads(text, mark, value, decimals):
    printed = read_number(text)
    assert printed.mark == mark
    assert printed.number == (None if value is None else (Decimal(value), decimals))


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2), st.booleans(), st.booleans())
def test_reads_back_every_printed_amount(value, thousands, bracketed):
    magnitude = f"{abs(value):,.2f}" if thousands else f"{abs(value):.2f}"
    negative = value < 0
    text = (f"({magnitude})" if bracketed else f"-{magnitude}") if negative else magnitude
    printed = read_number(text)
    assert (printed.number, printed.mark) == ((value, 2), "number")


@given(st.text())
def test_never_raises_and_never_invents(text):
    printed = read_number(text)
    assert (printed.number is None) == (printed.mark != "number")


def test_converts_to_yuan_exactly():
    assert to_yuan(Decimal("307.82"), "万元") == Decimal("3078200.00")
    assert to_yuan(Decimal("0.000001"), "万元") == Decimal("0.01")


@pytest.mark.parametrize(("text", "yuan"), [("33.333333", "33.3333"), ("1234567.123456", "1234567.1235")])
def test_money_printed_finer_than_it_is_kept_is_kept_within_its_half_step(text, yuan):
    printed = read_number(text).number
    assert printed and to_yuan(printed.value, "元") == Decimal(yuan)
    assert abs(to_yuan(printed.value, "元") - printed.value) <= half_step(printed.decimals, "元") < Decimal("0.001")
