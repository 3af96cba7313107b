"""Sketches: pictures (SVG) of pages that no PDF has: sheets, web pages and documents, their cells where they were read.

Belongs here: drawing lines and cells of a Page around some boxes, knowing a sketch of ours from anything else. Does not belong
here: pictures of PDFs (crops), where lines and cells stand (formats). The browser brings the letters.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape

from pipelines.formats import LEADING, PADDING, SIZE, width_of, wrap
from pipelines.outputs.evidence.crops import MARGIN, SCALE, WHOLE, NoPicture, Part, Picture
from pipelines.pdf import Box, Cell, Document, Line, Page

_NUMBER = re.compile(r"[-+(]?[\d,.]+%?\)?")
_NAMES = "x|y|width|height|fill|stroke|stroke-width|font-size|font-family|text-anchor|textLength|lengthAdjust"
_TAG = rf'<(?:rect|text)(?: (?:{_NAMES})="[\w.,# -]*")*'
_SKETCH = re.compile(
    rf'<svg xmlns="http://www\.w3\.org/2000/svg"(?: [a-zA-Z]+="[\d. -]+")*>(?:{_TAG}/>|{_TAG}>[^<>]*</text>)*</svg>'
)


class Sketcher:
    """Takes pictures of the pages of a file that is no PDF, as crops.Camera does of a PDF."""

    def __init__(self, document: Document) -> None:
        self._pages = {page.number: page for page in document.pages}

    def picture(self, page: int, boxes: Sequence[Box], with_head: bool = False) -> Picture:
        """The part of a page (from 1) around the boxes; the whole page for no box; with_head: from the top of the page down."""
        drawn = self._page(page)
        region, is_whole = _around(drawn, boxes, with_head)
        width, height = region[2] - region[0], region[3] - region[1]
        image = _svg(drawn, region).encode()
        return Picture(region, (round(width * SCALE), round(height * SCALE)), image, is_whole)

    def find(self, page: int, words: str) -> list[Box]:
        """Where words stand on a page, if they stand in exactly one line or cell of it."""
        found = [box for box, text in _texts(self._page(page)) if words in text]
        return found if len(found) == 1 else []

    def close(self) -> None:
        """Nothing is open."""

    def _page(self, number: int) -> Page:
        if number not in self._pages:
            raise NoPicture(f"page {number} cannot be drawn: the file has {len(self._pages)}")
        return self._pages[number]


def is_sketch(image: bytes) -> bool:
    """Whether bytes are a sketch of ours and nothing else: rectangles and texts, no script, no link."""
    return _SKETCH.fullmatch(image.decode("utf-8", "replace")) is not None


def _texts(page: Page) -> Iterator[tuple[Box, str]]:
    yield from ((line.box, line.text) for line in page.lines)
    yield from ((cell.box, cell.text) for grid in page.grids for cell in grid.cells)


def _around(page: Page, boxes: Sequence[Box], with_head: bool) -> Part:
    """The part of a page to show for boxes."""
    printed = [box for box, _ in _texts(page)] or [(0.0, 0.0, page.width, page.height)]
    left, above = min(box[0] for box in printed) - MARGIN / 2, min(box[1] for box in printed) - MARGIN / 2
    right, below = max(box[2] for box in printed) + MARGIN / 2, max(box[3] for box in printed) + MARGIN / 2
    top, bottom = min((box[1] for box in boxes), default=above), max((box[3] for box in boxes), default=below)
    if not boxes or bottom - top > WHOLE * page.height:
        return Part((left, above, right, below), True)
    from_top = with_head and bottom - above <= WHOLE * max(page.height, 842)
    upper = above if from_top else max(above, top - 2 * MARGIN)
    return Part((left, upper, right, min(below, bottom + 2 * MARGIN)), False)


def _svg(page: Page, region: Box) -> str:
    x0, top, x1, bottom = region
    size = f'width="{(x1 - x0) * SCALE:.0f}" height="{(bottom - top) * SCALE:.0f}"'
    view = f'viewBox="{x0:.2f} {top:.2f} {x1 - x0:.2f} {bottom - top:.2f}"'
    parts = [_rect(region, "none")]
    for line in page.lines:
        if _meet(line.box, region):
            parts.append(_line(line))
    for cell in (cell for grid in page.grids for cell in grid.cells if _meet(cell.box, region)):
        parts += (_rect(cell.box, "#888888"), *_cell(cell))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>{"".join(parts)}</svg>'


def _meet(box: Box, region: Box) -> bool:
    return box[1] < region[3] and box[3] > region[1]


def _rect(box: Box, stroke: str) -> str:
    x0, top, x1, bottom = box
    place = f'x="{x0:.2f}" y="{top:.2f}" width="{x1 - x0:.2f}" height="{bottom - top:.2f}"'
    return f'<rect {place} fill="#ffffff" stroke="{stroke}" stroke-width="0.6"/>'


def _line(line: Line) -> str:
    return _text(line.box[0], line.box[1] + 0.85 * SIZE, line.text, "start")


def _cell(cell: Cell) -> Iterator[str]:
    """The lines of a cell from its top; a number stands at its right."""
    x0, top, x1, bottom = cell.box
    lines = list(wrap(cell.text, x1 - x0 - 2 * PADDING)) if cell.text else []
    start = top + max((bottom - top - len(lines) * LEADING) / 2, 0.0)
    for number, text in enumerate(lines):
        is_number = bool(_NUMBER.fullmatch(text.strip()))
        x = x1 - PADDING if is_number else x0 + PADDING
        yield _text(x, start + number * LEADING + SIZE, text, "end" if is_number else "start")


def _text(x: float, y: float, text: str, anchor: str) -> str:
    said = escape("".join(c if c.isprintable() else " " for c in text), quote=False)
    length = width_of(text) if text.strip() else 0.0
    fitted = f' textLength="{length:.2f}" lengthAdjust="spacingAndGlyphs"' if length else ""
    return f'<text x="{x:.2f}" y="{y:.2f}"{fitted} font-size="{SIZE:g}" font-family="sans-serif" text-anchor="{anchor}">{said}</text>'
