"""Boxes behind words, as text programs shade them, are no tables; a ruled row is one."""

from itertools import pairwise

from pipelines.pdf.glyphs import Glyph
from pipelines.pdf.text_bands import without_bands

SIZE = 16.0


def words(text: str, start: float) -> list[Glyph]:
    return [Glyph(0, 282.0, start + SIZE * n, start + SIZE * (n + 1), SIZE, letter) for n, letter in enumerate(text)]


def boxes(*edges: float) -> list[tuple[float, float, float, float]]:
    return [(x0, 266.0, x1, 287.0) for x0, x1 in pairwise(edges)]


SHADED = boxes(361, 393, 409.5, 438.4, 452, 516)
"""Shades behind 万元|，|其中|，|一般公共: as they overlap a little, where one ends is moved."""
LINE = [*words("万元，", 361), *words("其中，", 406.4), *words("一般公共", 452)]


def test_shaded_words_are_no_table():
    assert without_bands([SHADED], LINE) == []


def test_shaded_blanks_beside_them_change_nothing():
    assert without_bands([boxes(340, 361, 393, 409.5, 438.4, 452, 516)], LINE) == []


def test_a_ruled_row_is_a_table_though_one_of_its_cells_is_full():
    ruled = boxes(361, 409, 520)
    assert without_bands([ruled], [*words("万元，", 361), *words("9.00", 440)]) == [ruled]


def test_a_ruled_row_with_wrapped_words_is_a_table():
    ruled = boxes(361, 409, 457)
    second = [g._replace(baseline=g.baseline - 8) for g in words("二、三", 409)]
    assert without_bands([ruled], [*words("万元，", 361), *words("一二三", 409), *second]) == [ruled]


def test_a_table_of_two_rows_is_a_table():
    two = [*boxes(361, 409), (361.0, 287.0, 409.0, 308.0)]
    assert without_bands([two], words("万元，", 361)) == [two]
