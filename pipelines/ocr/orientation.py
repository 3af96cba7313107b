"""Orientation: which side of a picture of paper is up.

Belongs here: telling it by the lines of text, which a page that was laid on its side or on its head has upright or upside down.
Does not belong here: a page that lies a little askew (straight), reading it (reader).
"""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from pipelines.ocr import engines
from pipelines.ocr.reasons import NO_SIDE_UP, NotRead
from pipelines.pdf import Box

_ASKED = 24
"""Lines that are asked, the longest: they have the most letters."""
_FEW = 3
"""Lines that say nothing of a page: a page number, what is printed along a side."""
_MOST, _LEAST = 0.75, 0.25
"""Share of the lines upside down from which a page is, and up to which it is not."""


def find_quarters(pixels: Any) -> tuple[int, list[Box]]:
    """Return the quarter turns with the clock after which a level grey picture can be read, and the lines of the picture so turned.

    Raises NotRead where its lines do not say it.
    """
    lines = engines.find_lines(as_colour(pixels))
    upright = sum(bottom - top > 2 * (right - left) for left, top, right, bottom in lines)
    level = sum(right - left > 2 * (bottom - top) for left, top, right, bottom in lines)
    quarters = 1 if upright > max(_FEW, level) else 0
    if quarters:
        pixels = turn(pixels, 1)
        lines = engines.find_lines(as_colour(pixels))
    said = _upside_down(as_colour(pixels), lines)
    share = sum(said) / max(1, len(said))
    if share <= _LEAST:
        return quarters, lines
    if share < _MOST or len(said) <= _FEW:
        raise NotRead(NO_SIDE_UP)
    return quarters + 2, engines.find_lines(as_colour(turn(pixels, 2)))


def turn(pixels: Any, quarters: int) -> Any:
    """Turn a picture by quarters with the clock."""
    return np.ascontiguousarray(np.rot90(pixels, -quarters))


def as_colour(pixels: Any) -> Any:
    """Return a grey picture as the recognisers take it."""
    return cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR)


def _upside_down(picture: Any, lines: Sequence[Box]) -> list[bool]:
    """Tell of the longest lines whether they stand on their heads, as far as that is sure."""
    longest = sorted(lines, key=lambda box: box[0] - box[2])[:_ASKED]
    parts = [
        picture[max(0, int(top)) : int(bottom) + 1, max(0, int(left)) : int(right) + 1]
        for left, top, right, bottom in longest
    ]
    return engines.are_upside_down([part for part in parts if part.size])
