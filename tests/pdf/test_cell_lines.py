"""Lines of one cell are one number only where the first is cut off at the cell's edge; raised digits are marks."""

from pipelines.pdf.cell_lines import APART, lines_apart, with_marks
from pipelines.pdf.glyphs import Glyph, cell_text
from pipelines.vocabulary.money_cells import read_money_cell


def line(text: str, baseline: float, start: float, size: float = 10.0) -> list[Glyph]:
    """Characters half a size wide, as digits are."""
    width = size / 2
    return [Glyph(0, baseline, start + i * width, start + (i + 1) * width, size, c) for i, c in enumerate(text)]


def read(glyphs: list[Glyph], width: float = 60.0) -> str:
    marked = with_marks(glyphs)
    return lines_apart(cell_text(marked), marked, (0.0, 0.0, width, 40.0))


def test_a_number_cut_off_at_the_edge_goes_on_in_the_next_line():
    text = read([*line("1,234,567.", 15, 3), *line("89", 27, 45)], width=56)
    assert text == "1,234,567.\n89"
    assert str(read_money_cell(text).printed.number.value) == "1234567.89"


def test_two_numbers_over_one_another_are_not_one():
    text = read([*line("12", 15, 45), *line("1,234.56", 27, 15)])
    assert text == f"12{APART}1,234.56"
    assert read_money_cell(text).printed.mark == "doubtful"


def test_lines_of_two_sizes_are_not_one_number():
    text = read([*line("1,234,567.", 15, 3), *line("89", 27, 45, size=8)], width=56)
    assert read_money_cell(text).printed.mark == "doubtful"


def test_a_raised_small_digit_is_a_mark():
    text = read([*line("1,234.56", 27, 10), *line("2", 23, 50, size=6)])
    assert text == "1,234.56²"
    assert str(read_money_cell(text).printed.number.value) == "1234.56"


def test_a_lowered_small_digit_is_a_mark_too():
    assert read([*line("1234", 20, 10), *line("1", 22, 30, size=6)]) == "1234¹"


def test_words_and_numbers_of_one_size_stay_as_they_are():
    glyphs = [*line("1,234.56", 15, 10)]
    assert with_marks(glyphs) is glyphs
    assert read(glyphs) == "1,234.56"
