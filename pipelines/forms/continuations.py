"""Continuations: whether a grid goes on with the printed table of the grids before it.

Belongs here: boundaries of columns, headings and lines between that say so; which columns of the table a grid's own ones are.
Does not belong here: the rows of the table so joined (tables), halves of one too wide for its paper (cut_tables).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.forms.furniture import is_label, names_a_form
from pipelines.forms.placed_grids import PlacedGrid
from pipelines.pdf import Grid, Line
from pipelines.vocabulary import squeeze

EDGE_TOLERANCE = 3.0
"""Points by which one boundary of columns stands apart on two pages."""
_WIDE_TOLERANCE = 8.0
"""The same for budgets, whose frames are drawn less exactly: half of what two columns are apart at least."""
_NARROW = 3
"""Boundaries of a grid of two columns."""
_CONTINUED = re.compile(r"^\(?续表?[一二三四五\d]*\)?$|^.*\(续表?[一二三四五\d]*\)$")
_HEADING_ROWS, _HEADING_CELLS, _TOP_ROWS = 2, 4, 6
"""Rows, and cells in them, by which a later page's heading is known as that of the page before, which begins in so many rows."""
_FEW, _SHORT = 2, 45
"""Stray lines beside a table at most, and their letters; columns of a table that say nothing."""
_SAID = re.compile(r"[。,;表]|^(备?注|说明|附注)|^[一二三四五六七八九十(第]")
"""In a sentence, a note, a heading, a title."""
_UNIT_LINE = re.compile(r"单位[:：]|部门[:：]|^公开\d+表$")


@dataclass(frozen=True, slots=True)
class Joining:
    """How the grids of a kind of disclosure are joined: what a title inside a frame is, whether a later page may lack columns."""

    names_title: Callable[[str], bool]
    may_lack_columns: bool


def _inner_titles(grid: Grid, joining: Joining) -> set[str]:
    """Return titles that stand inside the frame, in the grid's first rows."""
    return {t for cell in grid.cells if cell.row < 2 and joining.names_title(t := squeeze(cell.text))}


def continues(table: Sequence[PlacedGrid], after: PlacedGrid, joining: Joining) -> bool:
    """Whether a grid goes on with the table of the grids before it, on the same page or the next."""
    before, titles = table[-1], table[0].above
    edges = table[0].grid.edges if joining.may_lack_columns else before.grid.edges
    goes_on = _same_columns(edges, after.grid.edges) or _same_heading(table[0].grid, after.grid)
    if not (goes_on or (joining.may_lack_columns and _fewer_columns(edges, after.grid.edges))):
        return False
    named = {squeeze(line.text) for line in titles}.union(*(_inner_titles(part.grid, joining) for part in table))
    if not _inner_titles(after.grid, joining) <= named:
        return False
    if before.page == after.page:
        return not before.below and after.grid.box[1] - before.grid.box[3] < 20
    if after.page != before.page + 1:
        return False
    below_is_stray = has_columns_of(edges, after.grid.edges) and _are_stray(before.below)
    if not (before.ends_page or below_is_stray):
        return False
    own = () if after.starts_page else after.above
    return _repeat_titles(own, titles) or (below_is_stray and _are_stray(own))


def _repeat_titles(lines: Sequence[Line], titles: Sequence[Line]) -> bool:
    """Whether the lines above a grid are none but those above the table it may go on with, 续表, or labels."""
    known = {squeeze(line.text) for line in titles}
    heads = [squeeze(line.text) for line in lines]
    return all(head in known or _CONTINUED.match(head) or _UNIT_LINE.search(head) for head in heads)


def has_columns_of(first: Sequence[float], then: Sequence[float]) -> bool:
    """Whether a later table has just the columns of an earlier one, and at least three."""
    return len(first) == len(then) > _FEW and _same_columns(first, then)


def _are_stray(lines: Sequence[Line]) -> bool:
    """Whether lines beside a table are few and short, and neither title, label, note nor sentence: a date, a file number."""
    texts = [squeeze(line.text) for line in lines]
    return len(texts) <= _FEW and not any(
        len(text) > _SHORT or names_a_form(text) or is_label(text) or _SAID.search(text) for text in texts
    )


def _same_columns(first: Sequence[float], then: Sequence[float]) -> bool:
    """Whether the later grid's column boundaries all stand on the earlier one's (it may lack some)."""
    if abs((first[-1] - first[0]) - (then[-1] - then[0])) > 2 * EDGE_TOLERANCE or len(then) < 3:
        return False
    shift = first[0] - then[0]
    near = sum(any(abs(x + shift - y) <= EDGE_TOLERANCE for y in first) for x in then)
    return near == len(then) and len(then) >= len(first) / 2


class _Heading(NamedTuple):
    """A cell of a heading: its column, the columns it spans, its text."""

    column: int
    span: int
    text: str


def _same_heading(first: Grid, then: Grid) -> bool:
    """Whether the later grid has as many columns and begins with the earlier one's heading, whatever their widths."""
    if len(first.edges) != len(then.edges):
        return False
    top = _top(then, _HEADING_ROWS)
    rows = _top(first, _TOP_ROWS)
    return sum(map(len, top)) > _HEADING_CELLS and any(rows[n : n + len(top)] == top for n in range(len(rows)))


def _top(grid: Grid, count: int) -> list[list[_Heading]]:
    """Return the headings in the first rows of a grid."""
    rows: list[list[_Heading]] = [[] for _ in range(count)]
    for cell in grid.cells:
        if cell.row < count:
            rows[cell.row].append(_Heading(cell.column, cell.column_span, squeeze(cell.text)))
    return rows


def _fewer_columns(first: Sequence[float], then: Sequence[float]) -> bool:
    """Whether the later grid's boundaries stand where some of the earlier one's do: it prints nothing in the other columns."""
    return _shift(first, then) is not None


def _shift(first: Sequence[float], then: Sequence[float]) -> float | None:
    """Return by how much the boundaries of a later grid lie to the left of those of an earlier one that has them all; None where it has not.

    Pages with mirrored margins stand to the left and to the right in turns; a grid so moved has the first or the last boundary of the other.
    """
    if len(then) < _NARROW:
        return None
    moved = (
        ((first[0] - then[0], EDGE_TOLERANCE), (first[-1] - then[-1], EDGE_TOLERANCE)) if len(then) > _NARROW else ()
    )
    for shift, tolerance in ((0.0, _WIDE_TOLERANCE), *moved):
        if all(any(abs(x + shift - y) <= tolerance for y in first) for x in then):
            return shift
    return None


def columns_in(edges: Sequence[float], own: Sequence[float]) -> list[int]:
    """Return the number that each of a grid's own boundaries has among the table's."""
    if _same_columns(edges, own):
        return [_nearest(edges, x + edges[0] - own[0]) for x in own]
    if (shift := _shift(edges, own)) is not None:
        return [_nearest(edges, x + shift) for x in own]
    return list(range(len(edges)))


def _nearest(edges: Sequence[float], x: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - x))
