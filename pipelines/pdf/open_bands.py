"""Open bands: stretches of a page that are ruled across and not down, and the runs of characters printed in them.

Belongs here: which rules run alike, what stands between them, heading apart from body. Does not belong here: runs
(open_runs), which columns they show (open_columns), the cells (open_tables), the rulings themselves (rulings).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.pdf.glyphs import ASCENT, Glyph, middle, printed_lines
from pipelines.pdf.open_runs import Heading, Run, joined, numbers_columns, runs_of
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import SNAP, Edge, Rulings

_LEAST_RULES = 3
"""Rules of one length that make a table: above the heading, below it, at the end."""
_LEAST_AMOUNTS = 3
"""Amounts that a table holds at least: a page with a few rules is none."""
_NARROW = 120.0
"""Points below which rules of one length are no table's: underlines, the lines of a form to fill in."""
_ROW = 2.5
"""Height of a row of one line, in sizes, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Rules of one length from top to bottom (ys), shorter ones between them, and the runs in each strip between two rules.

    first: the strip in which the body begins, the first one that holds amounts.
    """

    left: float
    right: float
    ys: tuple[float, ...]
    partial: tuple[Edge, ...]
    strips: tuple[tuple[Run, ...], ...]
    first: int


def open_bands(
    ruled: Rulings, tables: Sequence[Sequence[Box]], glyphs: Sequence[Glyph], before: tuple[float, float] | None
) -> Iterator[Band]:
    """Yield the bands of a page that may be tables without vertical rules, outside the tables found.

    before: left and right end of the rules of such a table that the page before ended with: its rest may have few rules
    and amounts, and no rule above its first row.
    """
    for rules in _alike(ruled.across):
        left, right = rules[0].start, rules[0].end
        is_rest = before is not None and abs(before[0] - left) <= SNAP and abs(before[1] - right) <= SNAP
        ys = tuple(edge.at for edge in rules)
        if len(ys) < (_LEAST_RULES if not is_rest else 1) or _is_crossed(ruled.down, left, right, ys):
            continue
        if any(_meets(cells, left, right, ys) for cells in tables):
            continue
        strips = tuple(map(tuple, _strips(glyphs, left, right, ys)))
        first = next((n for n, runs in enumerate(strips) if any(run.is_amount for run in runs)), 0)
        if is_rest or sum(run.is_amount for runs in strips for run in runs) >= _LEAST_AMOUNTS:
            inner = tuple(e for e in ruled.across if ys[0] < e.at < ys[-1] and _is_within(e, left, right))
            yield Band(left=left, right=right, ys=ys, partial=inner, strips=strips, first=first)


def with_unruled_top(band: Band, glyphs: Sequence[Glyph]) -> Band:
    """Return a band with the row right above its first rule, which has no rule above it; as it is where none stands there."""
    rule = band.ys[0]
    above = [
        g
        for g in glyphs
        if not g.turn and rule - _ROW * g.size < middle(g)[1] < rule and band.left - 1 <= g.start <= band.right
    ]
    if not above:
        return band
    ys = (min(g.baseline - ASCENT * g.size for g in above) - 1, *band.ys)
    runs = tuple(run for line in printed_lines(above) for run in runs_of(line))
    return replace(band, ys=ys, strips=(runs, *band.strips))


def _alike(across: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Yield the rules that run from the same left to the same right, from top to bottom."""
    groups: list[list[Edge]] = []
    for edge in sorted(e for e in across if e.end - e.start >= _NARROW):
        for group in groups:
            if abs(group[0].start - edge.start) <= SNAP and abs(group[0].end - edge.end) <= SNAP:
                group.append(edge)
                break
        else:
            groups.append([edge])
    return iter(groups)


def _is_crossed(down: Iterable[Edge], left: float, right: float, ys: Sequence[float]) -> bool:
    """Whether a vertical rule stands between the rules, other than at their ends."""
    return any(left + SNAP < e.at < right - SNAP and e.start < ys[-1] - SNAP and e.end > ys[0] + SNAP for e in down)


def _meets(cells: Sequence[Box], left: float, right: float, ys: Sequence[float]) -> bool:
    return any(
        c[0] < right - SNAP and c[2] > left + SNAP and c[1] < ys[-1] - SNAP and c[3] > ys[0] + SNAP for c in cells
    )


def _is_within(edge: Edge, left: float, right: float) -> bool:
    return left - SNAP <= edge.start and edge.end <= right + SNAP and edge.end - edge.start < right - left - 2 * SNAP


def _strips(glyphs: Sequence[Glyph], left: float, right: float, ys: Sequence[float]) -> list[list[Run]]:
    """Return the runs between each two rules."""
    inside: list[list[Glyph]] = [[] for _ in ys[1:]]
    for glyph in glyphs:
        x, y = middle(glyph)
        if left - 1 <= x <= right + 1 and ys[0] < y < ys[-1] and not glyph.turn:
            inside[bisect_right(ys, y) - 1].append(glyph)
    return [[run for line in printed_lines(strip) for run in runs_of(line)] for strip in inside]


def headings(band: Band) -> Iterator[Heading]:
    """Yield the headings of a band, but for a line that numbers its columns."""
    for strip in band.strips[: band.first]:
        if not numbers_columns(strip):
            yield from joined(strip)
