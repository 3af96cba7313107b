"""Sheets: where the pages of a document stand on the pages of its file, where the two are not the same.

Belongs here: how a file's pages are to be taken apart or enlarged, under which numbers they are filed, boxes of pages on their sheets.
Does not belong here: telling sheets of two pages (side_by_side), making a file of such pages (resetting).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from statistics import median

from pipelines.pdf.pages import Page, Sheet

_PAPER = 842.0
"""Points of the longer side of A4."""
_ACROSS, _NARROW = 595.0, 0.5
"""Points of its shorter side; width of half an upright sheet, in heights, at most."""
_SMALL, _LARGE = 620.0, 1500.0
"""Points of the longer side of a page below and above which it may have been made smaller or larger."""
_FINE, _COARSE = 8.5, 15.0
"""Height of the middle one of a file's lines, in points, below and above which its pages were made smaller or larger: A5 with letters
of its own stays, and so does a plan of the size of a wall."""


def parts(pages: Sequence[Page], of_two: Mapping[int, tuple[int, int]]) -> list[Sheet]:
    """Return the pages as which those of a file are to be read, by their places on it; empty where they are so as they are, as nearly always.

    of_two: the places among all pages of the two of a sheet.
    """
    height = (
        _height_of_lines(pages) if any(not _SMALL < max(page.width, page.height) < _LARGE for page in pages) else 0.0
    )
    placed = (
        (place, sheet)
        for page in pages
        for place, sheet in zip(
            of_two.get(page.number, (2 * page.number,)), _parts_of(page, page.number in of_two, height), strict=True
        )
    )
    found = [sheet for _, sheet in sorted(placed, key=itemgetter(0))]
    return found if len(found) > len(pages) or any(sheet.scale != 1 for sheet in found) else []


def _height_of_lines(pages: Sequence[Page]) -> float:
    return median([line.box[3] - line.box[1] for page in pages for line in page.lines] or [0.0])


def _parts_of(page: Page, is_two: bool, height: float) -> Iterator[Sheet]:
    wide, high = page.width, page.height
    if is_two:
        scale = _enlarged(wide / 2, high)
        for left in (0.0, wide / 2):
            box = left, 0.0, left + wide / 2, high
            yield Sheet(number=page.number, box=box, scale=scale, width=wide, height=high, quarters=page.quarters)
        return
    if page.quarters % 2:
        wide, high = high, wide
    yield Sheet(
        number=page.number, box=(0.0, 0.0, wide, high), scale=_scale(wide, high, height), width=wide, height=high
    )


def _enlarged(width: float, height: float) -> float:
    """Return by what half a sheet is enlarged to be a page of A4; a page of a narrow half is as wide as that."""
    if width < _NARROW * height:
        return _ACROSS / width
    return _PAPER / max(width, height) if max(width, height) < _SMALL else 1.0


def _scale(width: float, height: float, of_lines: float) -> float:
    longer = max(width, height)
    is_other = (longer < _SMALL and 0 < of_lines < _FINE) or (longer > _LARGE and of_lines > _COARSE)
    return _PAPER / longer if is_other else 1.0


def is_half(page: Page) -> bool:
    """Whether a page shares its sheet with another one."""
    return page.sheet is not None and page.sheet.box[2] - page.sheet.box[0] < page.sheet.width


def filed(pages: Sequence[Page]) -> dict[int, int]:
    """Return for each page of a document, by its number, the number of the page of the file on which it stands; in an archive these run on."""
    numbers: dict[int, int] = {}
    before = 0
    for _, own in groupby(pages, lambda page: page.member):
        of_file = list(own)
        placed = {page.number: page.sheet.number if page.sheet else at for at, page in enumerate(of_file, 1)}
        numbers |= {number: before + at for number, at in placed.items()}
        before += max(placed.values())
    return numbers


def count_filed(pages: Sequence[Page]) -> int:
    """Count the pages of the file on which those of a document stand."""
    return max(filed(pages).values(), default=0)


def as_filed(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages of a document under the numbers of the pages of the file; of two on one the first."""
    numbers = filed(pages)
    firsts = {numbers[page.number]: page for page in reversed(pages)}
    return tuple(replace(firsts[number], number=number) for number in sorted(firsts))


def on_sheet(box: Sequence[float], page: Page) -> list[float]:
    """Return a box of a page on the page of the file on which it stands, as that lies there."""
    placed = laid_back(box, page)
    if page.sheet is None:
        return placed
    left, top = page.sheet.box[:2]
    at = [
        edge / page.sheet.scale + (top if upright else left) for edge, upright in zip(placed, (0, 1, 0, 1), strict=True)
    ]
    return laid_back(at, page.sheet)


def size_on_file(page: Page) -> tuple[float, float]:
    """Return width and height of the page of the file on which a page stands, as that lies there."""
    lies = page.sheet or page
    wide, high = lies.width, lies.height
    return (high, wide) if lies.quarters % 2 else (wide, high)


def laid_back(box: Sequence[float], page: Page | Sheet) -> list[float]:
    """Return a box of a page that was turned by quarters with the clock, as the page lay before."""
    left, top, right, bottom = box
    wide, high = page.width, page.height
    return list(
        {
            1: (top, wide - right, bottom, wide - left),
            2: (wide - right, high - bottom, wide - left, high - top),
            3: (high - bottom, left, high - top, right),
        }.get(page.quarters, (left, top, right, bottom))
    )
