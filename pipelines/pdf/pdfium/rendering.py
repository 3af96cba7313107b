"""Rendering: a page in pictures, with all it draws, without its text, and its text alone.

Belongs here: the three pictures, and what of a character or a cell they show. Does not belong here: which cells are looked
at, and what that means (doubtful_cells). Costs as much as reading ten pages, so that only suspicious pages are rendered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import floor
from typing import cast

from PIL import Image, ImageChops
from pypdfium2 import PdfPage

from pipelines.pdf.pages import Box
from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium.bindings import Drawn
from pipelines.pdf.rotation import Frame

_SCALE = 2.0
"""Pixels a point: a full stop has two then."""
_PIXELS = 8_000_000
"""Pixels a picture has at most: eight times an A4 page."""
_SEEN = 40
"""Out of 255: by how much a pixel must differ for text to be seen."""
_INK = 64
"""Out of 255: by how much two pixels of a cell must differ for something to be drawn there; a watermark is lighter."""
_WHOLE = 0.6
"""Share of a character's pixels that are seen if nothing covers it."""


_Pixels = tuple[int, int, int, int]
"""left, top, right, bottom: as Pillow takes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Where text is seen, where it would be on white paper, and the page without it; pixels a point, the left upper corner."""

    seen: "_Mask"
    alone: "_Mask"
    without: Image.Image
    left: float
    top: float

    def shows(self, box: Box) -> bool:
        """Whether the text in a box is seen, as a whole."""
        pixels = self._pixels(box)
        seen, alone = self.seen.count(pixels), self.alone.count(pixels)
        return seen > 0 and seen >= _WHOLE * alone

    def has_ink(self, box: Box) -> bool:
        """Whether something that is no text is drawn in a box."""
        x0, y0, x1, y1 = self._pixels(box)
        if x1 - x0 < 2 or y1 - y0 < 2:
            return False
        darkest, lightest = cast(tuple[int, int], self.without.crop((x0, y0, x1, y1)).getextrema())
        return lightest - darkest >= _INK

    def _pixels(self, box: Box) -> _Pixels:
        x0, y0, x1, y1 = box
        left, top = int((x0 - self.left) * _SCALE), int((y0 - self.top) * _SCALE)
        return left, top, max(left + 1, round((x1 - self.left) * _SCALE)), max(top + 1, round((y1 - self.top) * _SCALE))


def render(page: PdfPage, drawn: Sequence[Drawn], frame: Frame, area: Box) -> Pictures | None:
    """Render a part of a page, as seen; None for one too large, or outside what the page shows.

    The page cannot be read afterwards: all but its text is switched off.
    """
    window = _window(page, frame, area)
    if window is None:
        return None
    texts = [item for part in drawn for _, item in part.texts]
    known = set(texts)
    others = [
        item
        for item, kind in chain.from_iterable(zip(part.items, part.kinds, strict=True) for part in drawn)
        if kind != pdfium.FORM and item not in known
    ]
    whole = _picture(page, window)
    _switch(texts, False)
    without = _picture(page, window)
    _switch(texts, True)
    _switch(others, False)
    alone = ImageChops.invert(_picture(page, window))
    left, top = window.left, window.top
    seen = ImageChops.difference(whole, without)
    return Pictures(seen=_mask(seen), alone=_mask(alone), without=without, left=left, top=top)


@dataclass(frozen=True, slots=True)
class _Mask:
    """Which pixels of a picture are dark: 1 or 0 for each, row by row; its width."""

    pixels: bytes
    width: int

    def count(self, box: _Pixels) -> int:
        """Count the dark pixels in a box. (Cutting it out of a picture takes four times as long.)"""
        left, top, right, bottom = max(box[0], 0), max(box[1], 0), min(box[2], self.width), box[3]
        starts = range(top * self.width, min(bottom * self.width, len(self.pixels)), self.width)
        return sum(self.pixels.count(1, start + left, start + right) for start in starts)


def _mask(picture: Image.Image) -> _Mask:
    return _Mask(picture.tobytes().translate(_is_seen), picture.width)


_is_seen = bytes(level >= _SEEN for level in range(256))


@dataclass(frozen=True, slots=True)
class _Window:
    """A part of a page: its left upper corner as seen, and what is cut off the page on its left, lower, right and upper side."""

    left: float
    top: float
    off: Box


def _window(page: PdfPage, frame: Frame, area: Box) -> _Window | None:
    [(left, top, right, bottom)] = frame.boxes_to_view([page.get_bbox()])
    x0, y0, x1, y1 = max(area[0], left), max(area[1], top), min(area[2], right), min(area[3], bottom)
    if x1 - x0 < 1 or y1 - y0 < 1 or (x1 - x0) * (y1 - y0) * _SCALE**2 > _PIXELS:
        return None
    cut = floor(x0 - left), floor(y0 - top)
    return _Window(left + cut[0], top + cut[1], (cut[0], floor(bottom - y1), floor(right - x1), cut[1]))


def _picture(page: PdfPage, window: _Window) -> Image.Image:
    drawn = page.render(
        scale=_SCALE, crop=window.off, may_draw_forms=False, draw_annots=False, rev_byteorder=True, prefer_bgrx=True
    )
    return drawn.to_pil().convert("L")


def _switch(items: Sequence[int], on: bool) -> None:
    for item in items:
        pdfium.set_active(item, on)
