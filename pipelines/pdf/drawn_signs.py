"""Drawn signs: a minus that is a short rule before a number and no character.

Belongs here: which short rules are surely a minus. Does not belong here: rules of tables (rulings), other ink in a cell
that no character accounts for (pdfium.doubtful_cells).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from pipelines.pdf.glyphs import DIGITS, Glyph, middle
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import STRAIGHT, Segment

_SHORTEST, LONGEST = 1.5, 12.0
"""Points that a drawn minus is long, whatever the size of the digits."""
_WIDTH = 0.2, 0.9
"""Sizes that it is long: about a digit, which is half a size wide; the bounds of a stroke reach its width further on both sides."""
_HEIGHT = 0.15, 0.55
"""Sizes that it stands above the baseline: the middle of the digits."""
_GAP = -0.2, 0.6
"""Sizes of white between it and the first digit."""
_ALONE = 1.0
"""Sizes of white before it at least: what stands between two characters is no sign."""


def short_rules(lines: Iterable[Segment]) -> list[Segment]:
    """Return the drawn lines that are about as long as a minus, across or down the page."""
    return [line for line in lines if _SHORTEST < abs(line[2] - line[0]) + abs(line[3] - line[1]) < LONGEST]


def with_drawn_minus(glyphs: list[Glyph], rules: Iterable[Segment], tables: Iterable[Sequence[Box]]) -> list[Glyph]:
    """Return sorted characters with a minus for each short rule inside a cell that is one; coordinates as seen."""
    drawn = sorted({minus for rule in rules if (minus := _minus(rule, glyphs))})
    if not drawn:
        return glyphs
    cells = [cell for boxes in tables for cell in boxes]
    inside = [minus for minus in drawn if any(_is_within(minus, cell) for cell in cells)]
    return sorted([*glyphs, *_each_once(inside)])


def _minus(rule: Segment, glyphs: Sequence[Glyph]) -> Glyph | None:
    """Return the minus that a rule is, as a character of the line it stands on."""
    x0, y0, x1, y1 = rule
    if abs(y1 - y0) > STRAIGHT:
        return None
    left, right = min(x0, x1), max(x0, x1)
    first = bisect_left(glyphs, (0, y0))
    line: list[Glyph] = []
    for glyph in glyphs[first:]:
        if glyph.turn or glyph.baseline - y0 > _HEIGHT[1] * 2 * LONGEST:
            break
        if _HEIGHT[0] * glyph.size < glyph.baseline - y0 < _HEIGHT[1] * glyph.size:
            line.append(glyph)
    after = min((g for g in line if g.start > (left + right) / 2), key=lambda g: g.start, default=None)
    if after is None or after.text not in DIGITS or not _fits(after, left, right):
        return None
    before = [g for g in line if g.start <= (left + right) / 2 and g.end > left - _ALONE * after.size]
    return None if before else after._replace(start=left, end=right, text="-")


def _fits(digit: Glyph, left: float, right: float) -> bool:
    size = digit.size
    return (
        _WIDTH[0] * size < right - left < _WIDTH[1] * size
        and _GAP[0] * size < digit.start - right < _GAP[1] * size
    )  # fmt: skip


def _is_within(minus: Glyph, cell: Box) -> bool:
    x, y = middle(minus)
    return cell[0] < x < cell[2] and cell[1] < y < cell[3]


def _each_once(drawn: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield each minus once: a thick rule has an upper and a lower side."""
    last = None
    for minus in drawn:
        if last is None or (minus.baseline, round(minus.end)) != (last.baseline, round(last.end)):
            yield minus
        last = minus
