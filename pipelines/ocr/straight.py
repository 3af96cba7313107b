"""Straight: a picture of paper turned so that its lines run level.

Belongs here: by how much it is askew, and turning it. Does not belong here: its rules (rules), its text (regions).
"""

from typing import Any

import cv2
import numpy as np

_MOST = 3.0
"""Degrees up to which a page counts as laid on the glass askew."""
_SMALL = 700
"""Pixels of the longer side of the picture that is tried: enough to tell lines of text from the white between."""
_LEAST = 0.04
"""Degrees below which it stays: a pixel and a half over the width of a page."""


def straighten(pixels: Any) -> tuple[Any, float]:
    """Turn a grey picture level about its middle; returns it, and the degrees it was turned by."""
    angle = _skew(pixels)
    if abs(angle) < _LEAST:
        return pixels, 0.0
    return _turn(pixels, angle, cv2.INTER_CUBIC), angle


def _skew(pixels: Any) -> float:
    """Return the angle at which ink and white lie in level bands most of all, first coarse, then fine."""
    scale = _SMALL / max(pixels.shape)
    dark = 255 - cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark[dark < 60] = 0
    best = 0.0
    for reach, step in ((_MOST, 0.2), (0.2, 0.04), (0.04, 0.01)):
        tried = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(tried, key=lambda angle: (_sharpness(_turn(dark, angle, cv2.INTER_LINEAR, 0)), -abs(angle))))
    return best


def _sharpness(dark: Any) -> float:
    """Return how sharply rows of ink and rows of white stand apart, how sharply columns do counts too."""
    across, down = dark.sum(axis=1, dtype=np.float64), dark.sum(axis=0, dtype=np.float64)
    return float((np.diff(across) ** 2).sum() + (np.diff(down) ** 2).sum())


def _turn(pixels: Any, angle: float, how: int, beyond: int = 255) -> Any:
    height, width = pixels.shape
    turning = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cv2.warpAffine(pixels, turning, (width, height), flags=how, borderValue=beyond)
