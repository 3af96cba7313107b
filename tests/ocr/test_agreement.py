"""Agreement: what two recognisers must say alike before a figure is believed."""

import pytest

from pipelines.ocr import reasons
from pipelines.ocr.agreement import agree, differ_in_digits
from pipelines.ocr.decimals import without_point
from pipelines.ocr.lost_rules import without_rule
from pipelines.pdf.pages import Cell, Grid
from pipelines.vocabulary import doubt_wordings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1、收入", "1.收入"),
        ("1,234.50", "1234.50"),
        ("-4-", "—4 一"),
        ("“三公”经费", "三公经费"),
        ("２０２４年", "2024 年"),
    ],
)
def test_what_says_no_other_number_is_alike(one, other):
    assert agree(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("80..38", "80.38"), ("12.5", "12,5"), ("1.5%", "1.5"), ("-1.2", "1.2"), ("7,448.44", "7,418.44"), ("", "-")],
)
def test_what_may_be_another_number_is_not(one, other):
    assert not agree(one, other)
    assert differ_in_digits(one, other)


def test_other_words_are_no_other_number():
    assert not agree("机关服务", "几关服务")
    assert not differ_in_digits("机关服务", "几关服务")


def grid(*rows: tuple[str, ...]) -> Grid:
    cells = tuple(
        Cell(row=row, column=column, row_span=1, column_span=1, text=text, box=(column, row, column + 1, row + 1))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return Grid((0, 0, 9, 9), (), len(rows), cells)


def test_a_number_whose_point_is_lost_is_in_doubt():
    rows = (("2080501", "21,151", "1.00"), ("2080502", "30.22", "0"), ("2080503", "8.00", "5"))
    assert [cell.text for cell in without_point(grid(*rows))] == ["21,151"]


def test_numbers_of_columns_are_no_numbers_without_a_point():
    """The rest of a table on the next page, below its heading: 栏次, one amount, and the total."""
    assert [cell.text for cell in without_point(grid(("栏次", "3"), ("结余", "2.25"), ("总计", "35727")))] == ["35727"]


def test_alone_in_its_column_it_is_compared_with_its_row():
    assert [cell.text for cell in without_point(grid(("201", "12.50", "178846")))] == ["178846"]


@pytest.mark.parametrize(
    "why",
    [
        reasons.UNLIKE, reasons.OVERLAID, reasons.NO_POINT, reasons.LOST_RULE, reasons.TOO_LARGE, reasons.NO_GRID, reasons.OPEN_GRID,
        reasons.NO_SIDE_UP, reasons.too_coarse(75.2, 100),
    ],
)  # fmt: skip
def test_every_reason_has_its_chinese(why):
    for sentence in ("not surely what the page shows: {why}", "the page is a picture and was not read: {why}"):
        told = doubt_wordings.reason_in_chinese(sentence.format(why=why))
        assert "{" not in told
        assert told != sentence.format(why=why)


def test_an_amount_over_two_rows_has_lost_a_rule():
    over = [
        Cell(row=0, column=column, row_span=2 if column < 5 else 1, column_span=1, text=text, box=(0, 0, 9, 9))
        for column, text in enumerate(("2050803\n208", "培训支出", "180.03\n2,228.57", "基\n本", "30.22", "1"))
    ]
    found = without_rule(Grid((0, 0, 9, 9), (), 2, tuple(over)))
    assert [cell.text for cell in found] == ["2050803\n208", "180.03\n2,228.57", "30.22"]
