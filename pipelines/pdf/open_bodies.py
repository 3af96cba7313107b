"""Open bodies: rows without vertical rules under a heading that has them, ruled or shaded, or between shaded rows.

Belongs here: how far such rows reach, whether they keep to the columns of the heading. Does not belong here: tables that have
no vertical rule at all (open_tables), rows and cells of a strip (open_rows). What does not keep to the columns is not added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from pipelines.pdf.glyphs import ASCENT, DESCENT, Glyph, middle, printed_lines
from pipelines.pdf.open_columns import are_kept
from pipelines.pdf.open_rows import UnsureRow, cells_of, column_at, fills
from pipelines.pdf.open_runs import ROWS_APART, Run, is_no_heading, runs_of
from pipelines.pdf.pages import Box
from pipelines.pdf.rulings import SNAP, Edge

_LEAST, _MOST = 3, 21
"""Boundaries of the columns of such a table."""
_BESIDE = 0.5
"""Points by which a run may reach over a boundary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A table with the rows that were added to it: its cells, its boundaries, how many of the tables after it are in it."""

    cells: list[Box]
    edges: list[float]
    taken: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The horizontal rules and the characters of a page."""

    across: Sequence[Edge]
    glyphs: Sequence[Glyph]


def grown(head: Sequence[Box], after: Sequence[Sequence[Box]], sheet: Sheet) -> Grown | None:
    """Return a table with the rows below it that keep to its columns; None where there are none, or not surely.

    after: the tables below it, from top to bottom; those with the same columns are shaded rows of it, where rows stand
    between. Below the last one rows are added where there are such, or where the table itself is a heading without amounts.
    """
    edges = boundaries(head)
    if not _LEAST <= len(edges) <= _MOST:
        return None
    if cells := _divided(head, edges, sheet):
        return Grown(cells=cells, edges=edges, taken=0)
    parts = [head, *takewhile(lambda cells: _are_alike(boundaries(cells), edges), after)]
    limit = min((cell[1] for cells in after[len(parts) - 1 :] for cell in cells), default=float("inf"))
    if len(parts) == 1 and not _has_print_below(_bottom(head), sheet.glyphs):
        return None
    lines = lines_within(sheet.glyphs, edges, _bottom(head), limit)
    between = list(_between(parts, lines, edges))
    under = rows_under(lines, _bottom(parts[-1]), edges) if len(between) == len(parts) - 1 else []
    if not between and (not under or _holds_amounts(head, sheet.glyphs)):
        return None
    parts = parts[: len(between) + 1]
    if under is None:
        return None
    ends = [((_bottom(one), top_of(then))) for one, then in pairwise(parts)]
    ends.append((_bottom(parts[-1]), _end(under, sheet.across)))
    cells = body_cells([*between, under], ends, edges, sheet.across)
    whole = [*(cell for part in parts for cell in part), *cells]
    return Grown(cells=whole, edges=edges, taken=len(between)) if cells else None


def _divided(cells: Sequence[Box], edges: Sequence[float], sheet: Sheet) -> list[Box]:
    """Return the cells of a table whose rows below the heading are as wide as its frame, divided by the columns of the heading; none where it is another."""
    start = max((cell[3] for cell in cells if (cell[0], cell[2]) != (edges[0], edges[-1])), default=0.0)
    heading = [cell for cell in cells if cell[1] < start]
    if len(heading) == len(cells):
        return []
    lines = lines_within(sheet.glyphs, edges, start, _bottom(cells))
    rows = body_cells([lines], [(start, _bottom(cells))], edges, sheet.across)
    return [*heading, *rows] if rows else []


def _between(
    parts: Sequence[Sequence[Box]], lines: Sequence[Sequence[Run]], edges: Sequence[float]
) -> Iterator[list[Sequence[Run]]]:
    """Yield the lines between each two tables of the same columns, as long as there are some and they fit into the columns."""
    for one, then in pairwise(parts):
        gap = [line for line in lines if _bottom(one) < line[0].middle < top_of(then)]
        if not gap or not all(fits(line, edges) for line in gap):
            return
        yield gap


def rest_above(tables: Sequence[Sequence[Box]], sheet: Sheet, edges: Sequence[float]) -> list[Box]:
    """Return the cells of the rows that a page begins with, above its first table, where they go on with the columns of the page before.

    No rule is above them: a heading that is printed again has one.
    """
    limit = min((cell[1] for cells in tables for cell in cells), default=float("inf"))
    lines = lines_within(sheet.glyphs, edges, 0.0, limit)
    first = next((n for n, line in enumerate(lines) if any(run.is_amount for run in line)), 0)
    if not lines or any(e.at < lines[first][0].baseline for e in sheet.across):
        return []
    rows = rows_under(lines[first:], lines[first][0].middle - lines[first][0].size, edges)
    return (
        body_cells([rows], [(min(r.top for r in rows[0]) - 1, _end(rows, sheet.across))], edges, sheet.across)
        if rows
        else []
    )


def body_cells(
    strips: Sequence[Sequence[Sequence[Run]]],
    ends: Sequence[tuple[float, float]],
    edges: Sequence[float],
    across: Sequence[Edge],
) -> list[Box]:
    """Return the cells of lines between the upper and the lower end of each strip; none where they keep not to the columns."""
    runs = [run for strip in strips for line in strip for run in line]
    if not are_kept(runs, edges):
        return []
    ruled = sorted(e.at for e in across if e.start <= edges[0] + SNAP and e.end >= edges[-1] - SNAP)
    pieces = [
        ([run for line in strip for run in line if top < run.middle < bottom], top, bottom)
        for strip, (start, end) in zip(strips, ends, strict=True)
        for top, bottom in pairwise([start, *(y for y in ruled if start + SNAP < y < end - SNAP), end])
        if strip
    ]
    try:
        return [cell for own, top, bottom in pieces if own for cell in cells_of(own, top, bottom, edges, runs)]
    except UnsureRow:
        return []


def boundaries(cells: Sequence[Box]) -> list[float]:
    """Return the boundaries of the columns of a table, from left to right."""
    return sorted({x for cell in cells for x in (cell[0], cell[2])})


def lines_within(glyphs: Sequence[Glyph], edges: Sequence[float], top: float, bottom: float) -> list[list[Run]]:
    """Return the printed lines between two heights that lie between the ends of a table, as far as they do."""
    near = [g for g in glyphs if top < g.baseline < bottom + g.size and not g.turn]
    own = [g for g in near if edges[0] - 1 <= middle(g)[0] <= edges[-1] + 1]
    lines = (list(runs_of(line)) for line in printed_lines(own))
    return [line for line in lines if top < line[0].middle < bottom]


def rows_under(lines: Sequence[Sequence[Run]], top: float, edges: Sequence[float]) -> list[Sequence[Run]] | None:
    """Return the lines right below a height that fit into columns, up to the last one with an amount; None where more amounts follow."""
    found: list[Sequence[Run]] = []
    bottom = top
    for line in lines:
        if line[0].middle < top:
            continue
        is_near = line[0].baseline - ASCENT * line[0].size - bottom <= ROWS_APART * line[0].size
        if not is_near or not fits(line, edges):
            if is_near and any(run.is_amount for run in line):
                return None
            break
        found.append(line)
        bottom = max(run.bottom for run in line)
    holding = [number for number, line in enumerate(found) if any(run.is_amount for run in line)]
    if not holding:
        return []
    rest = takewhile(lambda pair: _goes_on(*pair, edges), pairwise(found[holding[-1] :]))
    return [*found[: holding[-1] + 1], *(line for _, line in rest)]


def _goes_on(line: Sequence[Run], then: Sequence[Run], edges: Sequence[float]) -> bool:
    """Whether the next line belongs to the row of a line: it stands beside it, or under a name that fills its column."""
    beside = min(run.top for run in then) < max(run.bottom for run in line)
    columns = {column_at(edges, run.start) for run in then}
    return beside or any(fills(run, edges) and column_at(edges, run.start) in columns for run in line)


def fits(line: Sequence[Run], edges: Sequence[float]) -> bool:
    """Whether each run of a line lies in one column, and none is a title or a unit."""
    size = max(run.size for run in line)
    return all(
        any(left - _BESIDE <= run.start and run.end <= right + _BESIDE for left, right in pairwise(edges))
        and not is_no_heading(run, size)
        for run in line
    )


def _are_alike(own: Sequence[float], edges: Sequence[float]) -> bool:
    return len(own) == len(edges) and all(abs(one - other) <= SNAP for one, other in zip(own, edges, strict=True))


def _has_print_below(bottom: float, glyphs: Sequence[Glyph]) -> bool:
    """Whether a line may stand close below a height: most tables end with their page, or far above what comes next."""
    return any(bottom < glyph.baseline < bottom + (ROWS_APART + 1) * glyph.size for glyph in glyphs)


def _holds_amounts(cells: Sequence[Box], glyphs: Sequence[Glyph]) -> bool:
    lines = lines_within(glyphs, boundaries(cells), top_of(cells), _bottom(cells))
    return any(run.is_amount for line in lines for run in line)


def _end(lines: Sequence[Sequence[Run]], across: Sequence[Edge]) -> float:
    """Return the lower end of the last rows: a rule close below them, else the lower end of their letters."""
    bottom = max((run.baseline + DESCENT * run.size for line in lines for run in line), default=0.0)
    size = lines[-1][0].size if lines else 0.0
    return min((e.at for e in across if bottom - SNAP < e.at < bottom + size), default=bottom + 1)


def top_of(cells: Sequence[Box]) -> float:
    """Return the upper end of a table."""
    return min(cell[1] for cell in cells)


def _bottom(cells: Sequence[Box]) -> float:
    return max(cell[3] for cell in cells)
