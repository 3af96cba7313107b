"""Regions: lines of a picture, parted at its cells and widened to their ink."""

import pytest

pytest.importorskip("cv2", reason="reads scans: make ocr")

import numpy as np

from pipelines.ocr.foreign_ink import find_foreign, without_rests_of_rules
from pipelines.ocr.regions import find_regions

CELLS = [(0, 0, 100, 40), (100, 0, 200, 40)]


def ink(*boxes):
    """Ink of these boxes of pixels (left, top, right, bottom), as strokes with white between."""
    picture = np.zeros((120, 200), np.uint8)
    for left, top, right, bottom in boxes:
        picture[top:bottom, left:right] = 255
    return picture


def test_a_line_over_two_cells_is_one_of_each():
    found = find_regions([(10, 10, 190, 30)], CELLS, ink((10, 12, 80, 28), (120, 12, 188, 28)))
    assert [(region.box, region.cell) for region in found] == [((10, 12, 80, 28), 0), ((120, 12, 188, 28), 1)]


def test_a_sign_that_the_detector_cut_off_is_of_its_line_again():
    found = find_regions([(40, 10, 90, 30)], CELLS, ink((12, 19, 30, 21), (42, 12, 88, 28)))
    assert [region.box for region in found] == [(12, 12, 88, 28)]


def test_ink_that_no_line_holds_is_a_line():
    found = find_regions([(10, 10, 90, 30)], CELLS, ink((10, 12, 88, 28), (140, 19, 150, 22)))
    assert [(region.box, region.cell) for region in found][1:] == [((140, 19, 150, 22), 1)]


def test_outside_of_cells_ink_far_off_is_another_line():
    found = find_regions([(60, 60, 120, 80)], CELLS, ink((5, 62, 20, 78), (50, 69, 57, 71), (62, 62, 118, 78)))
    assert [(region.box, region.cell) for region in found] == [((50, 62, 118, 78), None)]


@pytest.mark.parametrize(
    "other",
    [
        (30, 2, 36, 38),  # a stroke as high as the cell runs through the number
        (92, 12, 100, 28),  # a digit touches the rule, as where a rule cuts a number
    ],
)
def test_ink_of_something_else_is_told(other):
    picture = ink((10, 12, 25, 28), other, (40, 12, 60, 28), (120, 12, 140, 28), (150, 12, 188, 28))
    regions = find_regions([(10, 12, 90, 28), (120, 12, 188, 28)], CELLS, picture)
    told = zip(regions, find_foreign(regions, CELLS, picture), strict=True)
    assert {(region.cell, is_foreign) for region, is_foreign in told} == {(0, True), (1, False)}


def test_what_is_left_of_a_rule_is_no_ink():
    picture = without_rests_of_rules(ink((101, 0, 103, 40), (120, 12, 130, 28)), CELLS, 200)
    assert np.array_equal(picture, ink((120, 12, 130, 28)))
