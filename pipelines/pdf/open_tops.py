"""Open tops: the heading or the row of a table without vertical rules that stands above its first rule.

Belongs here: where such a top begins. Does not belong here: the rules (open_bands), what a heading proves (open_columns).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.pdf.glyphs import ASCENT, Glyph, middle, printed_lines
from pipelines.pdf.open_bands import Band, inner_rules
from pipelines.pdf.open_runs import Run, is_no_heading, runs_of
from pipelines.pdf.rulings import Rulings

_APART = 0.8
"""White above a heading, in sizes: its own lines stand closer."""
_MOST = 6
"""Lines of a heading at most."""
_ROW = 2.5
"""Height of a row of one line, in sizes, at most."""


def with_heading_above(band: Band, ruled: Rulings, glyphs: Sequence[Glyph]) -> Band | None:
    """Return a band with the lines right above its first rule, as far as they are a heading; None where there are none."""
    lines = list(_heading_lines(band, glyphs))
    if not lines:
        return None
    runs = tuple(run for line in reversed(lines) for run in line)
    ys = (min(run.top for run in runs) - 1, *band.ys)
    rules = inner_rules(ruled, band.left, band.right, ys)
    return replace(band, ys=ys, partial=rules, strips=(runs, *band.strips), first=band.first + 1)


def _heading_lines(band: Band, glyphs: Sequence[Glyph]) -> Iterator[list[Run]]:
    """Yield the lines of a heading above a band, the lowest first."""
    above = [
        g for g in glyphs if not g.turn and g.baseline < band.ys[0] and band.left - 1 <= middle(g)[0] <= band.right + 1
    ]
    bottom, size = band.ys[0], 0.0
    for _, line in zip(range(_MOST), reversed(list(printed_lines(above))), strict=False):
        runs = list(runs_of(line))
        size = size or runs[0].size
        is_close = bottom - max(run.baseline for run in runs) <= (_APART + ASCENT) * size
        if not is_close or any(run.is_amount or is_no_heading(run, size) for run in runs):
            return
        yield runs
        bottom = min(run.top for run in runs)


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
