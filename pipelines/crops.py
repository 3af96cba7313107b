"""Crops: pictures of PDF pages, cut around the cells a finding speaks of.

Belongs here: which part of a page shows a set of boxes, rendering it with pdfium, places of boxes within it.
Does not belong here: which boxes (evidence), drawing them (templates lay them over the picture, so that each can be a link).
Boxes are x0, top, x1, bottom in points from the top left of the page's MediaBox, after /Rotate, as pages gives them.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from pipelines.pages import Box

SCALE = 2.0
"""Pixels a point: 144 dpi, sharp on a phone and on paper."""
MARGIN = 28.0
"""Points shown above and below the cells: about two printed lines."""
WHOLE = 0.6
"""Share of the page's height from which the whole page is shown, so that the head of a long table is seen too."""


class NoPicture(Exception):
    """The PDF is not there or cannot be drawn; the message says which."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as WebP bytes; `region` is the part shown, in points of the page."""

    page: int
    region: Box
    size: tuple[int, int]
    webp: bytes

    def place(self, box: Box) -> Box:
        """A box as x, y, width, height in points of the picture."""
        x0, top, x1, bottom = box
        left, above = self.region[:2]
        return (round(x0 - left, 2), round(top - above, 2), round(x1 - x0, 2), round(bottom - top, 2))

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the part shown, in points."""
        x0, top, x1, bottom = self.region
        return round(x1 - x0, 2), round(bottom - top, 2)


class Camera:
    """Takes pictures of one open PDF; the page drawn last is kept, as findings come by page."""

    def __init__(self, pdf: pdfium.PdfDocument) -> None:
        self._pdf = pdf
        self._drawn: tuple[int, Image.Image, tuple[float, float]] | None = None

    def picture(self, page: int, boxes: Sequence[Box]) -> Picture:
        """The part of a page (from 1) around the boxes, the page as wide as it is printed; the whole page for no box.

        Raises NoPicture where the page cannot be drawn.
        """
        image, (dx, dy) = self._page(page)
        shifted = [(x0 - dx, top - dy, x1 - dx, bottom - dy) for x0, top, x1, bottom in boxes]
        region = around(shifted, image.width / SCALE, image.height / SCALE, _ink(image))
        pixels = tuple(round(side * SCALE) for side in region)
        cut = image.crop(pixels)
        exact = tuple(side / SCALE for side in pixels)
        shown = (exact[0] + dx, exact[1] + dy, exact[2] + dx, exact[3] + dy)
        return Picture(page, shown, cut.size, _webp(cut))

    def _page(self, number: int) -> tuple[Image.Image, tuple[float, float]]:
        if self._drawn is None or self._drawn[0] != number:
            try:
                page = self._pdf[number - 1]
                image = page.render(scale=SCALE).to_pil().convert("RGB")
            except (pdfium.PdfiumError, IndexError) as error:
                raise NoPicture(f"page {number} cannot be drawn: {error}") from error
            self._drawn = (number, image, _offset(page))
            page.close()
        return self._drawn[1:]


@contextmanager
def camera(path: Path) -> Iterator[Camera]:
    """A camera on a PDF file; raises NoPicture where there is none or it cannot be opened."""
    if not path.is_file():
        raise NoPicture("the PDF is no longer below raw/")
    try:
        pdf = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise NoPicture(f"the PDF cannot be opened: {error}") from error
    try:
        yield Camera(pdf)
    finally:
        pdf.close()


def around(boxes: Sequence[Box], width: float, height: float, ink: Box) -> Box:
    """The part of a page of a size to show for these boxes: as wide as its ink, two lines above and below."""
    left, right = max(0.0, ink[0] - MARGIN / 2), min(width, ink[2] + MARGIN / 2)
    if boxes:
        left, right = min(left, *(b[0] for b in boxes), width), max(right, *(b[2] for b in boxes))
        top, bottom = min(b[1] for b in boxes) - MARGIN, max(b[3] for b in boxes) + MARGIN
    if not boxes or bottom - top > WHOLE * height:
        top, bottom = ink[1] - MARGIN / 2, ink[3] + MARGIN / 2
        if boxes:
            top, bottom = min(top, *(b[1] for b in boxes)), max(bottom, *(b[3] for b in boxes))
    return (max(0.0, left), max(0.0, top), min(width, right), min(height, bottom))


def _ink(image: Image.Image) -> Box:
    """Where a page is not white, in points; all of a white page."""
    found = ImageChops.invert(image.convert("L")).getbbox() or (0, 0, *image.size)
    return tuple(side / SCALE for side in found)


def _offset(page: pdfium.PdfPage) -> tuple[float, float]:
    """How far right and down of the MediaBox's corner the CropBox, which pdfium draws, begins, after /Rotate."""
    media, crop = page.get_mediabox(), page.get_cropbox()
    left, bottom, right, top = (
        crop[0] - media[0], crop[1] - media[1], media[2] - crop[2], media[3] - crop[3],
    )  # fmt: skip
    return {0: (left, top), 90: (bottom, left), 180: (right, bottom), 270: (top, right)}[page.get_rotation()]


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=True, quality=30, method=2)
    return out.getvalue()
