"""A money cell that holds a digit is an amount or doubtful: no number falls on the floor, and no mark becomes a digit."""

from decimal import Decimal

import pytest

from pipelines.vocabulary.money_cells import printed_text, read_money_cell


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1105万元", "1105", "万元"),
        ("1170元", "1170", "元"),
        ("+34243", "34243", None),
        ("￥4461", "4461", None),
        ("¥-5.00", "-5.00", None),
        ("-¥5.00", "-5.00", None),
        ("负3.20", "-3.20", None),
        ("负12.50", "-12.50", None),
        ("（12.30）", "-12.30", None),
        ("(1,234.56)", "-1234.56", None),
        ("－12.50", "-12.50", None),
        ("−12.50", "-12.50", None),
        ("1,234.56²", "1234.56", None),
        ("1234¹", "1234", None),
        ("12.00③", "12.00", None),
    ],
)
def test_what_is_plainly_money_is_read(text, value, unit):
    read = read_money_cell(text)
    assert read.printed.number is not None
    assert (read.printed.number.value, read.counted_in) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "约449",
        "1086-",
        "1.2E+07",
        "#REF!",
        "#N/A",
        "####",
        "l73",
        "③",
        "①1,234.56",
        "1,2³34",
        "12\n\n1,234.56",
        "1105美元",
        "2,5万",
    ],
)
def test_a_digit_or_a_fault_in_no_plain_amount_is_doubtful(text):
    assert read_money_cell(text).printed.mark == "doubtful"


@pytest.mark.parametrize(
    ("text", "mark"), [("", "blank"), ("—", "dash"), ("无", "dash"), ("合计", "words"), ("见附表", "words")]
)
def test_what_holds_no_digit_is_what_it_was(text, mark):
    assert read_money_cell(text).printed.mark == mark


def test_marks_are_kept_beside_the_amount():
    assert printed_text(" 1,234.56² ") == "1,234.56²"
    assert printed_text("12.00③") == "12.00③"
