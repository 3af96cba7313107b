"""Side by side: sheets on which two pages were printed beside one another, told from wide pages.

Belongs here: what of a wide page tells that it is two, which sheets of a file are. Does not belong here: taking them apart (resetting), where
the pages stand on their sheets (sheets). A wide table, two tables on one page and two columns of text are one page: whatever runs over the
middle, or is not counted as pages are, stays whole.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipelines.pdf.glyphs import Glyph, middle
from pipelines.pdf.pages import Box

_GUTTER = 0.025
"""Share of a sheet's width around its middle in which nothing stands, at least, where it is to tell anything."""
_ACROSS = 2.0
"""Points that something may reach over the middle of a sheet that is cut there."""
_APART = 4.0
"""White in the middle of such a sheet, in points, at least: characters of one line stand closer."""
_TABLE = 3
"""Rules that meet others in the middle of a page, one below another, from which on they are of a table."""
_PLAY = 2
"""Points by which a sheet may be wider or narrower than two pages."""
_NEAR = 2.5
"""Points within which characters stand on one line."""
_FOLIO = re.compile(r"[^\d,.]{0,4}(\d{1,3})([^\d,.]{1,6}\d{1,3})?[^\d,.]{0,4}")
"""A line that may be no more than the number of a page."""
_COUNTED, _MANY = 2, 0.6
"""Sheets whose two pages are numbered one after the other, from which on the sheets of that size are of two pages; the share of them among the
numbered ones, and of those that count on from the one before: tables may begin to count anew."""
_MOST, _FILLED = 0.8, 4
"""Share of all pages of the file, or of that size, that are clear in the middle, and how many of these are filled on both sides, where no numbers tell."""
_MARGINS = 0.7
"""White in the middle of such a sheet, in what is white at its two sides: columns stand closer to one another than to the edges."""


class Half(NamedTuple):
    """Half a sheet with something on it: how many characters, the page number it prints, the white to its left and to its right."""

    letters: int
    folio: int | None
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wide:
    """A page over whose middle nothing runs, mostly a wide one: its number and size, whether its middle is clear, and its halves with something on them."""

    page: int
    width: float
    height: float
    is_clear: bool
    left: Half | None
    right: Half | None


def look_at(
    page: int, size: tuple[float, float], glyphs: Sequence[Glyph], lines: Callable[[], Iterable[Box]]
) -> Wide | None:
    """Return what tells whether a page is two; None where something runs over its middle; lines: gives those drawn, from the page's corner."""
    width, height = size
    at = width / 2
    halves: tuple[list[Glyph], list[Glyph]] = ([], [])
    for glyph in glyphs:
        start, end = _reach(glyph)
        if start < at - _ACROSS and end > at + _ACROSS:
            return None
        halves[start + end > width].append(glyph)
    left, right = _half(halves[0], 0.0, at), _half(halves[1], at, width)
    if (left and right and left.right + right.left < _APART) or _has_table_across(at, lines()):
        return None
    inner = min(left.right if left else at, right.left if right else at)
    is_clear = inner > _GUTTER / 2 * width
    return Wide(page=page, width=width, height=height, is_clear=is_clear, left=left, right=right)


def _reach(glyph: Glyph) -> tuple[float, float]:
    """Return how far a character reaches from left to right."""
    if not glyph.turn:
        return glyph.start, max(glyph.start, glyph.end)
    x, _ = middle(glyph)
    return x - glyph.size / 2, x + glyph.size / 2


def _has_table_across(at: float, lines: Iterable[Box]) -> bool:
    """Whether a rule runs over the middle, or so many end and go on there that they are of one table."""
    ends: set[int] = set()
    starts: set[int] = set()
    for x0, y0, x1, y1 in lines:
        left, right = min(x0, x1), max(x0, x1)
        if abs(y1 - y0) > 1 or right < at - _ACROSS or left > at + _ACROSS:
            continue
        if left < at - _ACROSS and right > at + _ACROSS:
            return True
        (ends if left < at - _ACROSS else starts).add(round(y0))
    return len(ends & starts) >= _TABLE


def _half(glyphs: Sequence[Glyph], left: float, right: float) -> Half | None:
    """Return what stands on half a sheet, between two places from its left."""
    if not glyphs:
        return None
    reaches = [_reach(glyph) for glyph in glyphs]
    return Half(
        len(glyphs), _folio(glyphs), min(one for one, _ in reaches) - left, right - max(one for _, one in reaches)
    )


def _folio(glyphs: Sequence[Glyph]) -> int | None:
    """Return the number that stands alone in the lowest line of half a sheet, or else in its highest one."""
    upright = [glyph for glyph in glyphs if not glyph.turn]
    for at in (max, min):
        edge = at((glyph.baseline for glyph in upright), default=0.0)
        line = sorted((g for g in upright if abs(g.baseline - edge) < _NEAR), key=lambda g: g.start)
        if found := _FOLIO.fullmatch("".join(glyph.text for glyph in line)):
            return int(found[1])
    return None


def of_two_pages(found: Sequence[Wide], sizes: Sequence[tuple[float, float]]) -> dict[int, tuple[int, int]]:
    """Return the places of both pages, among those of all of the file, of the pages that are sheets of two; sizes: of all pages of the file."""
    counts = Counter((round(width), round(height)) for width, height in sizes)
    of_size: dict[tuple[int, int], list[Wide]] = {}
    for one in found:
        of_size.setdefault((round(one.width), round(one.height)), []).append(one)
    if len(found) == len(sizes) and len(of_size) == 1 and _are_folded(found):
        return {one.page: folded(one.page, len(sizes)) for one in found}
    sheets = (own for size, own in of_size.items() if _are_counted(own) or _are_apart(own, size, counts))
    return {one.page: (2 * one.page - 1, 2 * one.page) for own in sheets for one in own}


def folded(page: int, count: int) -> tuple[int, int]:
    """Return the places of both pages of a sheet of a brochure that is folded in its middle: the last one and the first on the first."""
    places = 2 * count - page + 1, page
    return places if page % 2 else places[::-1]


def _are_folded(sheets: Sequence[Wide]) -> bool:
    """Whether the sheets of a file are numbered as those of a brochure that is folded in its middle."""
    beyond = Counter(
        (
            folio - place
            for page, *folios in _numbered(sheets)
            for folio, place in zip(folios, folded(page, len(sheets)), strict=True)
        )
    )
    [(_, often)] = beyond.most_common(1) or [(0, 0)]
    return often >= max(2 * _FILLED, _MOST * beyond.total())


def _are_counted(sheets: Sequence[Wide]) -> bool:
    """Whether the two halves of sheets are numbered one after the other, from sheet to sheet."""
    numbered = _numbered(sheets)
    counted = [(page, left) for page, left, right in numbered if right == left + 1]
    steps = [2 * (then - page) == other - left for (page, left), (then, other) in pairwise(counted)]
    return len(counted) >= max(_COUNTED, _MANY * len(numbered)) and sum(steps) >= _MANY * len(steps)


class _Numbers(NamedTuple):
    """A sheet, and the numbers of both its pages."""

    page: int
    left: int
    right: int


def _numbered(sheets: Sequence[Wide]) -> list[_Numbers]:
    """Return page and both numbers of the clear sheets that print two."""
    return [
        _Numbers(one.page, one.left.folio, one.right.folio)
        for one in sheets
        if one.is_clear and one.left and one.right and one.left.folio is not None and one.right.folio is not None
    ]


def _are_apart(sheets: Sequence[Wide], size: tuple[int, int], counts: Counter[tuple[int, int]]) -> bool:
    """Whether sheets of one size without numbers are two pages each, as white in the middle as at their sides.

    They are nearly all of the file, or twice as wide as others of it. counts: how many pages of the file are of each size.
    """
    filled = [(one.left, one.right) for one in sheets if one.is_clear and one.left and one.right]
    is_twice = any(abs(2 * wide - size[0]) <= _PLAY and abs(high - size[1]) <= _PLAY for wide, high in counts)
    is_most = len(sheets) >= _MOST * (counts[size] if is_twice else counts.total())
    is_filled = len(filled) >= max(_FILLED, _MOST * (len(sheets) - 1))
    is_sure = not (len(sheets) == counts.total() and _may_be_folded(sheets))
    if not (is_most and is_filled and is_sure) or sheets[0].left is None or len(_numbered(sheets)) >= _COUNTED:
        return False
    inner = median(left.right + right.left for left, right in filled)
    return inner >= _MARGINS * median(left.left + right.right for left, right in filled)


def _may_be_folded(sheets: Sequence[Wide]) -> bool:
    """Whether the sheets of a file may be those of a brochure without numbers: no cover stands to the left on the first of them."""
    first = sheets[0]
    has_cover = bool(first.left and first.right and first.left.letters < first.right.letters)
    return not len(sheets) % 2 and not has_cover
