"""Rules: the straight lines that a picture of paper is ruled with, and its ink without them.

Belongs here: ink told from paper, long thin strokes of it. Does not belong here: the cells they enclose (pdf.lattice), text.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from pipelines.pdf import Edge, Rulings

_WINDOW = 0.17
"""Inches of the neighbourhood that ink is darker than."""
_DARKER = 18
"""Out of 255: by how much."""
_STROKE = 0.35
"""Inches from which a stroke is a rule: longer than any stroke of a character; rules run on over many cells."""
_THICK = 0.035
"""Inches a rule is thick at most."""
_GAP = 0.015
"""Inches of a gap in a rule that is closed: a speck of dust. What is wider would join the strokes of close lines of text."""
_SPECK = 0.012
"""Inches in both directions up to which a spot of ink is dust."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A picture's rules in points, and its other ink (255 where there is some), freed of dust."""

    rules: Rulings
    text: Any


def find_ink(pixels: Any, resolution: int) -> Ink:
    """Tell rules from other ink in a level grey picture of this many dots an inch."""
    window = int(_WINDOW * resolution) | 1
    dark = cv2.adaptiveThreshold(
        cv2.GaussianBlur(pixels, (3, 3), 0), 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, _DARKER
    )
    across, level = _strokes(dark, resolution, is_level=True)
    down, upright = _strokes(dark, resolution, is_level=False)
    text = dark.copy()
    text[cv2.dilate(level | upright, np.ones((5, 5), np.uint8)) > 0] = 0
    return Ink(Rulings(across, down), _without_dust(text, resolution))


def _strokes(dark: Any, resolution: int, is_level: bool) -> tuple[list[Edge], Any]:
    """Return the rules of one direction, in points, and their pixels."""
    length, gap = int(_STROKE * resolution), max(3, int(_GAP * resolution))
    along = (lambda size: (size, 1)) if is_level else (lambda size: (1, size))
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones(along(gap)[::-1], np.uint8))
    found = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(along(length)[::-1], np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(found, connectivity=8)
    edges: list[Edge] = []
    scale = 72 / resolution
    kept = np.zeros(len(stats), np.uint8)
    for number, (left, top, width, height, area) in enumerate(stats.tolist()):
        long, high = (width, height) if is_level else (height, width)
        if not number or area / long > _THICK * resolution:
            continue
        kept[number] = 255
        at, start = (top + height / 2, left) if is_level else (left + width / 2, top)
        if high > _THICK * resolution:
            at = _middle(labels, number, (left, top, width, height), is_level)
        edges.append(Edge(at * scale, start * scale, (start + long) * scale))
    return edges, kept[labels]


def _middle(labels: Any, number: int, box: tuple[int, int, int, int], is_level: bool) -> float:
    """Return where a bent rule lies on the whole."""
    left, top, width, height = box
    rows, columns = np.nonzero(labels[top : top + height, left : left + width] == number)
    return float(np.median(rows)) + top + 0.5 if is_level else float(np.median(columns)) + left + 0.5


def _without_dust(ink: Any, resolution: int) -> Any:
    """Leave out spots that are smaller than a full stop in both directions."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    least = max(2, round(_SPECK * resolution))
    large = (stats[:, cv2.CC_STAT_WIDTH] > least) | (stats[:, cv2.CC_STAT_HEIGHT] > least)
    large[0] = False
    return large.astype(np.uint8)[labels] * 255
