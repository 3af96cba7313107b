"""Open bands: stretches of a page that are ruled across and not down, and the runs of characters printed in them.

Belongs here: which rules run alike, what stands between them, heading apart from body. Does not belong here: runs
(open_runs), which columns they show (open_columns), the cells (open_tables), the rulings themselves (rulings).
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.pdf.glyphs import ASCENT, DESCENT, Glyph, middle, printed_lines
from pipelines.pdf.open_runs import CLOSE, ROWS_APART, Heading, Run, is_no_heading, join_runs, numbers_columns, runs_of
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import SNAP, Edge, Rulings

_LEAST_RULES = 3
"""Rules of one length that make a table: above the heading, below it, at the end."""
_LEAST_AMOUNTS = 3
"""Amounts that a table holds at least: a page with a few rules is none."""
_NARROW = 120.0
"""Points below which rules of one length are no table's: underlines, the lines of a form to fill in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Rules of one length from top to bottom (ys), shorter ones between them, and the runs in each strip between two rules.

    first: the strip in which the body begins, the first one that holds amounts; labels: headings that stand in it, beside
    the amounts (类 款 项 合计 1.00); close: white between two lines of one heading at most, in sizes; is_open: no rule is below it, its lines end there.
    """

    left: float
    right: float
    ys: tuple[float, ...]
    partial: tuple[Edge, ...]
    strips: tuple[tuple[Run, ...], ...]
    first: int
    labels: tuple[Run, ...] = ()
    close: float = CLOSE[0]
    is_open: bool = False


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
        least = 1 if is_rest else _LEAST_RULES
        if len(ys) < least - 1 or _is_taken(
            ruled, tables, left, right, ys
        ):  # as nearly all: told before a character is looked at
            continue
        strips = _strips(glyphs, left, right, ys)
        goes_on = len(ys) >= _LEAST_RULES - 1 and not any(run.is_amount for runs in strips for run in runs)
        end = _end_of_lines(glyphs, left, right, ys[-1]) if goes_on else None
        if end:
            ys = (*ys, end)
            strips = _strips(glyphs, left, right, ys)
        if len(ys) < least or (end and _is_taken(ruled, tables, left, right, ys)):
            continue
        first = next((n for n, runs in enumerate(strips) if any(run.is_amount for run in runs)), 0)
        if is_rest or sum(run.is_amount for runs in strips for run in runs) >= _LEAST_AMOUNTS:
            inner = inner_rules(ruled, left, right, ys)
            yield Band(
                left=left,
                right=right,
                ys=ys,
                partial=inner,
                strips=tuple(map(tuple, strips)),
                first=first,
                is_open=bool(end),
            )


def _end_of_lines(glyphs: Sequence[Glyph], left: float, right: float, top: float) -> float | None:
    """Return the lower end of the lines close below a height, between two places: a table that goes on on the next page."""
    bottom = top
    for line in printed_lines(g for g in glyphs if not g.turn and left - 1 <= middle(g)[0] <= right + 1):
        size = max(glyph.size for glyph in line)
        upper = min(glyph.baseline - ASCENT * glyph.size for glyph in line)
        if upper > top - 1:
            if upper - bottom > ROWS_APART * size:
                break
            bottom = max(bottom, *(glyph.baseline + DESCENT * glyph.size for glyph in line))
    return bottom + 1 if bottom > top else None


def labelled_by_total(band: Band) -> Band:
    """Return a band whose first row of amounts heads columns by its texts too."""
    row = band.strips[band.first] if band.strips else ()
    return replace(band, labels=tuple(run for run in row if not run.is_amount))


def labelled_behind_total(band: Band) -> Band:
    """Return a band whose first row of amounts heads columns by the texts behind its first amount: 合计 1.00 小计 基本支出 2.00."""
    row = band.strips[band.first] if band.strips else ()
    first = min((run.end for run in row if run.is_amount), default=band.right)
    return replace(band, labels=tuple(run for run in row if not run.is_amount and run.start >= first))


def parted_at_total(band: Band) -> Band | None:
    """Return a band with a shorter rule above its first amounts drawn through; None where none runs there to the right end.

    类 款 项 stand beside two lines of the heading, of which the second one is the row of the sum.
    """
    if band.first + 1 >= len(band.ys):
        return None
    top, bottom = band.ys[band.first], band.ys[band.first + 1]
    through = [e for e in band.partial if top + SNAP < e.at < bottom - SNAP and abs(e.end - band.right) <= SNAP]
    if len(through) != 1:
        return None
    at, start = through[0].at, through[0].start
    runs = band.strips[band.first]
    upper = tuple(run for run in runs if run.middle < at or run.end <= start)
    lower = tuple(run for run in runs if run not in upper)
    if any(run.is_amount for run in upper):
        return None
    return replace(
        band,
        ys=(*band.ys[: band.first + 1], at, *band.ys[band.first + 1 :]),
        partial=tuple(edge for edge in band.partial if edge is not through[0]),
        strips=(*band.strips[: band.first], upper, lower, *band.strips[band.first + 1 :]),
        first=band.first + 1,
    )


def parts_of(band: Band) -> Iterator[tuple[Band, Band]]:
    """Yield the ways to see two tables in a band, one below the other: no amount stands between them, nor in the heading of the second one."""
    for last in range(2, len(band.strips) - 1):
        if last != band.first and _is_between_tables(band, last):
            upper = replace(band, ys=band.ys[: last + 1], strips=band.strips[:last], first=min(band.first, last))
            lower = replace(band, ys=band.ys[last + 1 :], strips=band.strips[last + 1 :], first=0)
            holds = (n for n, runs in enumerate(lower.strips) if any(run.is_amount for run in runs))
            yield _own_rules(upper), _own_rules(replace(lower, first=next(holds, 0)))


def _is_between_tables(band: Band, number: int) -> bool:
    """Whether a strip holds the title of another table: no amounts, and words that are no heading."""
    runs, size = band.strips[number], min((run.size for strip in band.strips for run in strip), default=0.0)
    return any(is_no_heading(run, size) for run in runs) and not any(run.is_amount for run in runs)


def _own_rules(band: Band) -> Band:
    return replace(band, partial=tuple(rule for rule in band.partial if band.ys[0] < rule.at < band.ys[-1]))


def inner_rules(ruled: Rulings, left: float, right: float, ys: Sequence[float]) -> tuple[Edge, ...]:
    """Return the shorter rules between the first and the last rule of a band."""
    return tuple(e for e in ruled.across if ys[0] < e.at < ys[-1] and _is_within(e, left, right))


def _alike(across: Iterable[Edge]) -> Iterable[list[Edge]]:
    """Return the rules that run from the same left to the same right, from top to bottom."""
    wide = [edge for edge in across if edge.end - edge.start >= _NARROW]
    starts, ends = _places([edge.start for edge in wide]), _places([edge.end for edge in wide])
    groups: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in sorted(wide):
        groups[starts[edge.start], ends[edge.end]].append(edge)
    return groups.values()


def _places(values: Iterable[float]) -> dict[float, int]:
    """Number values so that those near one another have one number."""
    found: dict[float, int] = {}
    last = float("-inf")
    for value in sorted(set(values)):
        found[value] = len(found) if value > last + SNAP else found[last]
        last = value
    return found


def _is_taken(ruled: Rulings, tables: Sequence[Sequence[Box]], left: float, right: float, ys: Sequence[float]) -> bool:
    """Whether rules have vertical ones between them, or are those of a table found."""
    return _is_crossed(ruled.down, left, right, ys) or any(_meets(cells, left, right, ys) for cells in tables)


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
            yield from join_runs(strip, band.partial, band.close)
    yield from join_runs(band.labels, close=band.close)
