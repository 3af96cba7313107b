"""Scanned: pages of a PDF as a scanner would hand them on: pictures of paper that lay askew, was grey, stamped, folded.

Belongs here: what paper and scanners do to a page, always the same for a page. Does not belong here: drawing reports (paper), what
is read of a scan (tests/studies/scans.py).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from time import gmtime

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from pypdfium2 import PdfDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How a page was scanned: dots an inch, degrees askew, spread of the noise (of 255), JPEG quality, how much darker one
    side is (of 255), blur in pixels; a red stamp over the middle, a fold across it; quarters: turns with the clock after which it can be read."""

    resolution: int = 200
    skew: float = 0.0
    noise: float = 0.0
    quality: int = 90
    shade: int = 0
    blur: float = 0.0
    is_stamped: bool = False
    is_folded: bool = False
    is_grey: bool = True
    quarters: int = 0


_WHEN = gmtime(0)
"""The date in the PDF of pictures, so that the same pages make the same bytes."""
SOFT = Paper(resolution=200, skew=0.8, noise=6, quality=60, shade=40)
HARD = Paper(resolution=150, skew=-1.5, noise=12, quality=35, shade=70, blur=0.6)


def scan_pages(content: bytes, numbers: Iterable[int], paper: Paper) -> list[Image.Image]:
    """Return those pages of a PDF (from 1) as scanned."""
    pdf = PdfDocument(content)
    try:
        drawn = [pdf[number - 1].render(scale=paper.resolution / 72).to_pil().convert("RGB") for number in numbers]
        return [_spoil(page, paper) for page in drawn]
    finally:
        pdf.close()


def as_pdf(pages: Sequence[Image.Image], paper: Paper) -> bytes:
    """Return pictures of pages as a PDF that holds nothing else."""
    into = BytesIO()
    pages[0].save(
        into, "PDF", save_all=True, append_images=pages[1:], resolution=paper.resolution, quality=paper.quality,
        creationDate=_WHEN, modDate=_WHEN,
    )  # fmt: skip
    return into.getvalue()


def _spoil(page: Image.Image, paper: Paper) -> Image.Image:
    if paper.is_stamped:
        _stamp(page)
    if paper.is_folded:
        _fold(page)
    page = page.rotate(90 * paper.quarters, expand=True)
    page = page.rotate(paper.skew, Image.Resampling.BICUBIC, fillcolor="white")
    if paper.blur:
        page = page.filter(ImageFilter.GaussianBlur(paper.blur))
    dots = np.asarray(page, dtype=np.float32)
    random = np.random.default_rng(7)
    side = np.linspace(0, paper.shade, dots.shape[1], dtype=np.float32)[None, :, None]
    dots = dots - side + random.normal(0, paper.noise, dots.shape[:2]).astype(np.float32)[..., None]
    spoilt = Image.fromarray(dots.clip(0, 255).astype(np.uint8))
    return spoilt.convert("L") if paper.is_grey else spoilt


def _stamp(page: Image.Image) -> None:
    """Press a round red stamp over the middle of the page, so that what is printed shows through."""
    size = page.width // 5
    left, top = page.width // 2 - size // 2, page.height // 2 - size // 2
    over = Image.new("RGB", page.size, "white")
    pen = ImageDraw.Draw(over)
    pen.ellipse((left, top, left + size, top + size), outline=(215, 40, 40), width=max(3, size // 25))
    pen.ellipse((left + size // 3, top + size // 3, left + size * 2 // 3, top + size * 2 // 3), fill=(215, 40, 40))
    page.paste(Image.fromarray(np.minimum(np.asarray(page), np.asarray(over))))


def _fold(page: Image.Image) -> None:
    """Fold the paper across the middle: a grey shadow, a white crack where the ink has come off."""
    pen = ImageDraw.Draw(page)
    at = page.height // 2
    pen.line((0, at, page.width, at + 3), fill=(170, 170, 170), width=2)
    pen.line((0, at + 3, page.width, at + 6), fill=(250, 250, 250), width=2)
