"""Characters: what was read of a line as the characters of a page, as if its program had placed them.

Belongs here: places and sizes of characters in points. Does not belong here: lines and cells made of them (pdf.glyphs,
pdf.lattice).
"""

from collections.abc import Iterator
from itertools import pairwise

from pipelines.ocr.engines import Said
from pipelines.ocr.regions import Pixels
from pipelines.pdf import Glyph

_TALL, _LOW = 0.92, 0.72
"""Height of the ink of a Chinese character and of a digit, in sizes."""
_BELOW = 0.08
"""How far a Chinese character reaches below the baseline, in sizes."""
_NARROW = 0.5
"""Width of a character that is no Chinese one, in sizes."""


def place_characters(said: Said, box: Pixels, scale: float, usual: float) -> Iterator[Glyph]:
    """Yield the characters of a line read in a box of pixels; scale: points a pixel, usual: size of the page's lines in points."""
    text = "".join(said.text.split())
    if not text:
        return
    left, top, right, bottom = (edge * scale for edge in box)
    is_tall = any(ord(sign) > 0x2E80 for sign in text)
    size = (bottom - top) / (_TALL if is_tall else _LOW)
    baseline = bottom - (_BELOW * size if is_tall else 0.0)
    if size < usual / 2:  # a dash, a point
        size, baseline = usual, (top + bottom) / 2 + 0.36 * usual
    width = right - left
    shares = said.middles if len(said.middles) == len(text) else [(i + 0.5) / len(text) for i in range(len(text))]
    middles = [left + width * share for share in shares]
    for sign, (start, end) in zip(text, _extents(text, middles, size), strict=True):
        yield Glyph(0, baseline, start, end, size, sign)


def _extents(text: str, middles: list[float], size: float) -> Iterator[tuple[float, float]]:
    """Yield start and end of each character: as wide as it is, unless the next one is nearer."""
    halves = [size * (0.5 if ord(sign) > 0x2E80 else _NARROW / 2) for sign in text]
    between = [(one + then) / 2 for one, then in pairwise(middles)]
    starts = [middles[0] - halves[0], *between]
    ends = [*between, middles[-1] + halves[-1]]
    for middle, half, start, end in zip(middles, halves, starts, ends, strict=True):
        yield max(start, middle - 1.15 * half), min(end, middle + 1.15 * half)
