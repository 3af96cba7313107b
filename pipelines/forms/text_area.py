"""Text area: the part of a page that a report prints on, where the page itself is much larger.

Belongs here: page boxes that are no measure of what is printed (A4 text on A3, a MediaBox many times the CropBox).
Does not belong here: what stands in the margins (furniture), where lines of prose end (prose.sentences).
"""

from collections.abc import Sequence

from pipelines.pdf import Box, Page

_FILLED = 0.6
"""Share of a page's side that text and tables of all pages of its size cover at least where the page is a measure."""
_TELLING = 30
"""Lines that the pages of one size have together at least where their places tell an area: a cover has few."""
_PADDING = 0.05
"""Share of the printed extent that is added on either side where the page is none: margins of A4 look like that."""


def text_areas(pages: Sequence[Page]) -> dict[int, Box]:
    """Return page number → the area whose edges are margins: the page itself, or what the pages of its size print on."""
    alike: dict[tuple[int, int], list[Page]] = {}
    for page in pages:
        alike.setdefault((round(page.width), round(page.height)), []).append(page)
    return {
        page.number: _area(page, extent) for group in alike.values() for extent in [_extent(group)] for page in group
    }


def _extent(group: Sequence[Page]) -> Box | None:
    """Return the box around all that pages of one size print; None where they print too little to tell."""
    lines = [line.box for page in group for line in page.lines]
    if len(lines) < _TELLING:
        return None
    lefts, tops, rights, bottoms = zip(*lines, *(grid.box for page in group for grid in page.grids), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _area(page: Page, extent: Box | None) -> Box:
    if extent is None:
        return 0.0, 0.0, page.width, page.height
    left, right = _side(extent[0], extent[2], page.width)
    top, bottom = _side(extent[1], extent[3], page.height)
    return left, top, right, bottom


def _side(first: float, last: float, length: float) -> tuple[float, float]:
    if last - first >= _FILLED * length:
        return 0.0, length
    padding = _PADDING * (last - first)
    return first - padding, last + padding
