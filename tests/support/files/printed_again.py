"""Printed again: a PDF as an office, a portal or a print shop hands it on: two pages on a sheet, smaller or larger pages.

Belongs here: changing the pages of a PDF without changing what is printed. Does not belong here: drawing a PDF (tests/support/paper), readings of it.
"""

import io
from collections.abc import Sequence

import pypdf
from pypdf import PageObject, PdfReader, PdfWriter, Transformation

PAPER = 842.0, 595.0
"""A4 that lies, in points."""


def two_on_a_sheet(content: bytes, order: Sequence[int | None] = (), paper: tuple[float, float] = PAPER) -> bytes:
    """Return a PDF with two pages on each sheet, left and right; order: of the pages from 0, None for a blank one."""
    pages = PdfReader(io.BytesIO(content)).pages
    places = [*(order or range(len(pages)))]
    writer = PdfWriter()
    for first in range(0, len(places), 2):
        sheet = PageObject.create_blank_page(width=paper[0], height=paper[1])
        for side, place in enumerate(places[first : first + 2]):
            if place is not None:
                _print(sheet, pages[place], side * paper[0] / 2, paper[0] / 2, paper[1])
        writer.add_page(sheet)
    return _written(writer)


def _print(sheet: PageObject, page: PageObject, left: float, width: float, height: float) -> None:
    own = page.mediabox
    scale = min(width / float(own.width), height / float(own.height))
    x, y = (width - scale * float(own.width)) / 2, (height - scale * float(own.height)) / 2
    sheet.merge_transformed_page(page, Transformation().scale(scale).translate(left + x, y))


def brochure(pages: int) -> list[int | None]:
    """Return the order of the pages of a brochure that is folded in its middle: the last and the first stand on the first sheet."""
    sheets = (pages + 3) // 4 * 2
    order = [place for sheet in range(sheets) for place in _pair(sheet, 2 * sheets)]
    return [place if place < pages else None for place in order]


def _pair(sheet: int, places: int) -> tuple[int, int]:
    outer = places - 1 - sheet
    return (sheet, outer) if sheet % 2 else (outer, sheet)


def resized(content: bytes, scale: float) -> bytes:
    """Return a PDF with all its pages smaller or larger."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    for page in writer.pages:
        page.scale_by(scale)
    return _written(writer)


def sideways(content: bytes) -> bytes:
    """Return a PDF whose pages lie on their sides, as a print of lying sheets on upright paper does."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.add_transformation((0, 1, -1, 0, height, 0))
        for box in (page.mediabox, page.cropbox):
            box.lower_left, box.upper_right = (0, 0), (height, width)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
