"""Crops: pictures of PDF pages, cut around the cells a finding speaks of.

Belongs here: which part of a page shows a set of boxes, rendering it with pdfium, places of boxes within it.
Does not belong here: which boxes (page_findings), drawing them (templates lay them over the picture, so that each can be a link).
Boxes are x0, top, x1, bottom in points from the top left of the page as it is shown, after /Rotate, as pages gives them.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageChops

from pipelines.pdf import Box

SCALE = 2.0
"""Pixels a point: 144 dpi, sharp on a phone and on paper."""
MARGIN = 26.0
"""Points shown above and below the cells: about two printed lines."""
REACH = 12.0
"""Points an edge may move to fall between two lines instead of through one."""
WHOLE = 0.6
"""Share of the page's height up to which the page is shown from its top, where column headings stand."""


LARGEST = 5000.0
"""Points of width or height above which a page is not drawn: A0 has 3,370, and a picture of this size 400 MB."""


GONE = "the PDF is no longer where it was read"


class NoPicture(Exception):
    """The PDF is not there or cannot be drawn; the message says which."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as bytes of a WebP or SVG; `region` is the part shown, in points of the page; is_whole: all that is printed on it."""

    region: Box
    size: tuple[int, int]
    image: bytes
    is_whole: bool

    @property
    def suffix(self) -> str:
        """What the image is: webp, or svg of a page that no PDF has."""
        return "svg" if self.image.startswith(b"<svg") else "webp"

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


class Part(NamedTuple):
    """The part of a page that is shown, in points, and whether it is all that is printed there."""

    region: Box
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as an image."""

    number: int
    image: Image.Image


class Camera:
    """Takes pictures of one open PDF; the page drawn last is kept, as findings come by page."""

    def __init__(self, pdf: pdfium.PdfDocument) -> None:
        self._pdf = pdf
        self._drawn: _Drawn | None = None

    def picture(self, page: int, boxes: Sequence[Box], with_head: bool = False) -> Picture:
        """The part of a page (from 1) around the boxes, as wide as the page is printed; the whole page for no box.

        with_head: from the top of the page down, as far as that is not too much. Raises NoPicture.
        """
        drawn = self._page(page)
        region, is_whole = around(boxes, drawn.image, with_head)
        x0, top, x1, bottom = (round(side * SCALE) for side in region)
        cut = drawn.image.crop((x0, top, x1, bottom))
        part = (x0 / SCALE, top / SCALE, x1 / SCALE, bottom / SCALE)
        return Picture(part, cut.size, _webp(cut), is_whole)

    def find(self, page: int, words: str) -> list[Box]:
        """Where words stand on a page, if they stand there exactly once; empty for a rotated page. Raises NoPicture."""
        sheet = self._pdf[page - 1]
        if sheet.get_rotation():
            return []
        text = sheet.get_textpage()
        search = text.search(words, match_case=True)
        found = [hit for hit in (search.get_next(), search.get_next()) if hit]
        if len(found) != 1:
            return []
        left, _, _, top = sheet.get_bbox()
        rects = [text.get_rect(i) for i in range(text.count_rects(*found[0]))]
        return [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in rects]

    def close(self) -> None:
        """Close the PDF."""
        self._pdf.close()

    def _page(self, number: int) -> _Drawn:
        if self._drawn is None or self._drawn.number != number:
            try:
                page = self._pdf[number - 1]
                if max(page.get_size()) > LARGEST:
                    raise NoPicture(
                        f"page {number} is too large to be drawn: {page.get_size()[0]:g} × {page.get_size()[1]:g} points"
                    )
                image = page.render(scale=SCALE).to_pil().convert("RGB")
            except (pdfium.PdfiumError, IndexError) as error:
                raise NoPicture(f"page {number} cannot be drawn: {error}") from error
            self._drawn = _Drawn(number, image)
        return self._drawn


def out_of_reach(number: int) -> NoPicture:
    """Why there is none of a page whose file the process that draws may not read."""
    return NoPicture(
        f"page {number} cannot be drawn: its file may not be read, or is a link that leads out of the folder of the reports"
    )


@contextmanager
def camera(path: Path) -> Iterator[Camera]:
    """A camera on a PDF file, closed when left; raises NoPicture where there is none or it cannot be opened."""
    opened = open_camera(path)
    try:
        yield opened
    finally:
        opened.close()


def open_camera(path: Path | bytes) -> Camera:
    """A camera on a PDF file or its bytes; raises NoPicture where there is none or it cannot be opened."""
    if isinstance(path, Path) and not path.is_file():
        raise NoPicture(GONE)
    try:
        return Camera(pdfium.PdfDocument(path))
    except pdfium.PdfiumError as error:
        raise NoPicture(f"the PDF cannot be opened: {error}") from error


def around(boxes: Sequence[Box], image: Image.Image, with_head: bool) -> Part:
    """The part of a page's image to show for boxes."""
    left, above, right, below = _ink(image)
    height = image.height / SCALE
    top, bottom = min((b[1] for b in boxes), default=0.0), max((b[3] for b in boxes), default=height)
    is_whole = not boxes or bottom - top > WHOLE * height
    if not is_whole:
        lines = _brightness(image)
        from_top = with_head and bottom - above <= WHOLE * height
        top = above - MARGIN / 2 if from_top else min(top - REACH / 2, _between(lines, top - MARGIN))
        bottom = max(bottom + REACH / 2, _between(lines, bottom + MARGIN))
    else:
        top, bottom = (
            min([above - MARGIN / 2, *(b[1] for b in boxes)]),
            max([below + MARGIN / 2, *(b[3] for b in boxes)]),
        )
    left, right = min([left - MARGIN / 2, *(b[0] for b in boxes)]), max([right + MARGIN / 2, *(b[2] for b in boxes)])
    region = (max(0.0, left), max(0.0, top), min(image.width / SCALE, right), min(height, bottom))
    return Part(region, is_whole)


def _ink(image: Image.Image) -> Box:
    """Where a page is not white, in points; all of a white page."""
    left, top, right, bottom = ImageChops.invert(image.convert("L")).getbbox() or (0, 0, *image.size)
    return left / SCALE, top / SCALE, right / SCALE, bottom / SCALE


def _brightness(image: Image.Image) -> bytes:
    """How bright each row of pixels is."""
    return image.convert("L").resize((1, image.height), Image.Resampling.BOX).tobytes()


def _between(lines: bytes, edge: float) -> float:
    """The brightest row near an edge, in points, the nearest of them: between two lines, not through one."""
    middle, reach = round(edge * SCALE), round(REACH * SCALE)
    near = range(max(0, middle - reach), min(len(lines), middle + reach))
    return max(near, key=lambda y: (lines[y], -abs(y - middle)), default=middle) / SCALE


def _webp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=True, quality=30, method=2)
    return out.getvalue()
