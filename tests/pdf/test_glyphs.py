"""Characters become lines: which of them stand on one another, whatever library read them."""

import pytest

from pipelines.pdf.glyphs import UNREADABLE, Glyph, text_lines

SIZE = 14.0


def line(text: str, width: float, pace: float, start: float = 100.0) -> list[Glyph]:
    """Glyphs of a text: each declared so wide, and set so far from the one before, in sizes."""
    places = [start + SIZE * pace * number for number in range(len(text))]
    return [Glyph(0, 500.0, x, x + SIZE * width, SIZE, letter) for x, letter in zip(places, text, strict=True)]


@pytest.mark.parametrize("width", [0.5, 0.6, 1.0, 1.4], ids="{} wide".format)
def test_digits_are_read_however_wide_the_font_declares_them(width):
    chinese = line("比年初预算数减少主要原因是坚持过紧日子", 1.0, 1.0, 300.0)
    (read,) = text_lines([*line("86,685.29", width, 0.51), *chinese])
    assert read.text.startswith("86,685.29")


@pytest.mark.parametrize("width", [0.5, 1.0], ids="{} wide".format)
def test_a_number_printed_over_another_is_not_read(width):
    chinese = line("比年初预算数减少主要原因是坚持过紧日子", 1.0, 1.0, 300.0)
    (read,) = text_lines([*line("86685", width, 0.51), *line("41534", width, 0.51, 103.0), *chinese])
    assert UNREADABLE in read.text
