"""Foreign ink: lines of cells that something else than their characters lies in or cuts: a stamp, a stroke of a pen, a rule.

Belongs here: what of the ink around a line tells it. Does not belong here: whether its characters are read alike (agreement).
Under a stamp both recognisers may err alike, and a rule through a number leaves each half a sound number.
"""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from pipelines.ocr.regions import Pixels, Region

_BEYOND = 0.3
"""Heights of a line by which a stroke of it may reach above or below it."""
_TALL = 0.8
"""Share of a cell's height from which a stroke at its side is what is left of its rule, if it is thin."""
_THIN = 0.03
"""Inches up to which a stroke is thin."""
_RIM = 3
"""Pixels of a cell's side that no character touches."""


def without_rests_of_rules(ink: Any, cells: Sequence[Pixels], resolution: int) -> Any:
    """Return the ink without what is left of the rules at the sides of cells: thin strokes as high as the cell."""
    ink = ink.copy()
    for left, top, right, bottom in cells:
        for side in (ink[top:bottom, left : left + 2 * _RIM], ink[top:bottom, right - 2 * _RIM : right]):
            _, labels, stats, _ = cv2.connectedComponentsWithStats(side, connectivity=8)
            for number, (_, _, width, height, _) in enumerate(stats.tolist()):
                if number and width <= _THIN * resolution and height >= _TALL * (bottom - top):
                    side[labels == number] = 0
    return ink


def find_foreign(regions: Sequence[Region], cells: Sequence[Pixels], ink: Any) -> list[bool]:
    """Return for each region whether ink in it reaches beyond its line, or touches a side of its cell."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    return [region.cell is not None and _is_foreign(region, cells[region.cell], labels, stats) for region in regions]


def _is_foreign(region: Region, cell: Pixels, labels: Any, stats: Any) -> bool:
    left, top, right, bottom = region.box
    margin = max(3, round(_BEYOND * region.height))
    for number in np.unique(labels[top:bottom, left:right]).tolist():
        x, y, width, height, _ = stats[number].tolist() if number else (0, 0, 0, 0, 0)
        if number and (
            y < top - margin
            or y + height > bottom + margin
            or x <= cell[0] + _RIM
            or x + width >= cell[2] - _RIM
            or width > 4 * region.height
        ):
            return True
    return False
