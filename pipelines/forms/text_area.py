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
    return {page.number: _area(page, group) for group in alike.values() for page in group}


def _area(page: Page, group: Sequence[Page]) -> Box:
    lines = [line.box for one in group for line in one.lines]
    if len(lines) < _TELLING:
        return 0.0, 0.0, page.width, page.height
    boxes = [*lines, *(grid.box for one in group for grid in one.grids)]
    left, right = _side([b[0] for b in boxes], [b[2] for b in boxes], page.width)
    top, bottom = _side([b[1] for b in boxes], [b[3] for b in boxes], page.height)
    return left, top, right, bottom


def _side(starts: Sequence[float], ends: Sequence[float], length: float) -> tuple[float, float]:
    if not starts:
        return 0.0, length
    first, last = min(starts), max(ends)
    if last - first >= _FILLED * length:
        return 0.0, length
    padding = _PADDING * (last - first)
    return first - padding, last + padding
