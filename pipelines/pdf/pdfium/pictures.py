"""Pictures: pages that are pictures of paper, as grey pixels, and how finely they were scanned.

Belongs here: which picture covers a page, its dots an inch, the page drawn for reading. Does not belong here: what the picture
says (ocr), pictures of a page that has text (rendering).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import PdfDocument, PdfPage, raw

from pipelines.pdf.pdfium import annotations

POINTS = 72
"""Points an inch."""
_COVERS = 0.5
"""Share of a page from which a picture is the page."""
_PIXELS = 40_000_000
"""Pixels a drawn page has at most: an A2 sheet at 200 dots an inch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A page that is a picture: its number from 1, its size in points, the dots an inch it was scanned with.

    pixels: rows of grey pixels (numpy, 0 black to 255), coloured ink as light as its brightest part; None for a page too large.
    """

    number: int
    width: float
    height: float
    resolution: float
    pixels: Any


def draw_scans(content: bytes, numbers: Collection[int], resolution: int) -> Iterator[Scan]:
    """Draw those pages of a PDF that a picture covers, among these numbers, with this many dots an inch."""
    pdf = PdfDocument(content)
    try:
        for number in sorted(numbers):
            page, _ = annotations.open_page(pdf, number - 1)
            try:
                if found := _finest(page):
                    yield _draw(page, number, found, resolution)
            finally:
                page.close()
    finally:
        pdf.close()


def without_seen_text(content: bytes, numbers: Collection[int]) -> set[int]:
    """Return those pages among these numbers that look the same without their text: pictures lie over all of it."""
    pdf = PdfDocument(content)
    try:
        return {number for number in numbers if _is_text_hidden(pdf[number - 1])}
    finally:
        pdf.close()


def _is_text_hidden(page: PdfPage) -> bool:
    width, height = page.get_size()
    if width * height > _PIXELS:
        return False
    seen = page.render(scale=1, may_draw_forms=False, draw_annots=False).to_numpy()
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        raw.FPDFPageObj_SetIsActive(text, False)
    return bool((seen == page.render(scale=1, may_draw_forms=False, draw_annots=False).to_numpy()).all())


def _finest(page: PdfPage) -> float | None:
    """Return the dots an inch of the pictures that cover a page, the coarsest of them; None where none does."""
    width, height = page.get_size()
    found: list[float] = []
    covered = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        across, down = picture.get_px_size()
        share = max(0.0, right - left) * max(0.0, top - bottom) / (width * height)
        covered += share
        if share > _COVERS / 10 and right > left and top > bottom:
            found.append(POINTS * max(across, down) / max(right - left, top - bottom))
    return min(found) if found and covered >= _COVERS else None


def _draw(page: PdfPage, number: int, found: float, resolution: int) -> Scan:
    width, height = page.get_size()
    scale = resolution / POINTS
    pixels = None
    if width * height * scale**2 <= _PIXELS:
        drawn = page.render(scale=scale, may_draw_forms=False, draw_annots=False, rev_byteorder=True)
        colours = drawn.to_numpy()
        pixels = colours[..., :3].max(axis=2) if colours.ndim == 3 and colours.shape[2] >= 3 else colours.squeeze()
    return Scan(number=number, width=width, height=height, resolution=found, pixels=pixels)
