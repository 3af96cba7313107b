"""Rendering: a page in pictures, with all it draws, without its text, and its text alone.

Belongs here: the pictures, and what of a character or a cell they show. Does not belong here: which cells are looked
at, and what that means (doubtful_cells). Costs as much as reading ten pages, so that only suspicious pages are rendered.
"""

from collections.abc import Iterator, Sequence
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
    """Where text is seen, where it would be on white paper, and the page without it; the left upper corner in points.

    lost: the box around all pixels of text that would be on white paper and are not seen; None where all is seen.
    without: None where the page need not be looked at without its text.
    """

    seen: "_Mask"
    alone: "_Mask"
    lost: _Pixels | None
    without: Image.Image | None
    left: float
    top: float

    def shows(self, box: Box) -> bool:
        """Whether the text in a box is seen, as a whole."""
        pixels = self._pixels(box)
        if not self.seen.has_any(pixels):
            return False
        return not self._may_lose(pixels) or self.seen.count(pixels) >= _WHOLE * self.alone.count(pixels)

    def _may_lose(self, box: _Pixels) -> bool:
        """Whether a pixel of text in a box may be unseen."""
        lost = self.lost
        return bool(lost and lost[0] < box[2] and box[0] < lost[2] and lost[1] < box[3] and box[1] < lost[3])

    def has_ink(self, box: Box) -> bool:
        """Whether something that is no text is drawn in a box."""
        x0, y0, x1, y1 = self._pixels(box)
        if not self.without or x1 - x0 < 2 or y1 - y0 < 2:
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
    whole = _picture(page, window)
    _switch(texts, False)
    without = _picture(page, window)
    _switch(texts, True)
    alone = _alone(page, drawn, window)
    seen = ImageChops.difference(whole, without).point(_IS_SEEN)
    lost = ImageChops.subtract(alone, seen).getbbox()
    return Pictures(seen=_mask(seen), alone=_mask(alone), lost=lost, without=without, left=window.left, top=window.top)


def render_text(page: PdfPage, drawn: Sequence[Drawn], frame: Frame, area: Box) -> Pictures | None:
    """Render the text alone of a part of a page on which nothing hides text, as seen; None, and the page afterwards, as with render."""
    window = _window(page, frame, area)
    if window is None:
        return None
    alone = _mask(_alone(page, drawn, window))
    return Pictures(seen=alone, alone=alone, lost=None, without=None, left=window.left, top=window.top)


def _alone(page: PdfPage, drawn: Sequence[Drawn], window: "_Window") -> Image.Image:
    """Switch off all but the text of a page and render that: 1 where it is dark, else 0."""
    known = {item for part in drawn for _, item in part.texts}
    parts = chain.from_iterable(zip(part.items, part.kinds, strict=True) for part in drawn)
    _switch([item for item, kind in parts if kind != pdfium.FORM and item not in known], False)
    return ImageChops.invert(_picture(page, window)).point(_IS_SEEN)


@dataclass(frozen=True, slots=True)
class _Mask:
    """Which pixels of a picture are dark: 1 or 0 for each, row by row; its width."""

    pixels: bytes
    width: int

    def count(self, box: _Pixels) -> int:
        """Count the dark pixels in a box. (Cutting it out of a picture takes four times as long.)"""
        return sum(self.pixels.count(1, start, end) for start, end in self._rows(box))

    def has_any(self, box: _Pixels) -> bool:
        """Whether a pixel in a box is dark."""
        return any(self.pixels.find(1, start, end) >= 0 for start, end in self._rows(box))

    def _rows(self, box: _Pixels) -> Iterator[tuple[int, int]]:
        """Yield the places among the pixels where each row of a box begins and ends."""
        left, top, right, bottom = max(box[0], 0), max(box[1], 0), min(box[2], self.width), box[3]
        for start in range(top * self.width, min(bottom * self.width, len(self.pixels)), self.width):
            yield start + left, start + right


def _mask(picture: Image.Image) -> _Mask:
    return _Mask(picture.tobytes(), picture.width)


_IS_SEEN = [int(level >= _SEEN) for level in range(256)]
"""For each difference of a pixel whether text is seen by it."""


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
    drawn = page.render(scale=_SCALE, crop=window.off, may_draw_forms=False, draw_annots=False, grayscale=True)
    return drawn.to_pil()


def _switch(items: Sequence[int], on: bool) -> None:
    for item in items:
        pdfium.set_active(item, on)
