"""Paragraphs: which lines of prose go on from one to the next, by their places.

Belongs here: the margins of a page's text, where a line ends short, what is indented, points of a list.
Does not belong here: the text that the lines make (sentences), what stands beside the prose (forms.furniture).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.forms import Layout, PageLayout
from pipelines.pdf import Line, Page
from pipelines.prose.text_columns import text_columns
from pipelines.vocabulary import squeeze

_POINT = r"[一二三四五六七八九十]+[、.．]|[(（]([一二三四五六七八九十]+|[12]?\d{1,2})[)）]|\d{1,3}[、.．](?!\d)"
"""The number of a point."""
_NUMBERED = re.compile(rf"^(第[一二三四五六七八九十]+部分|{_POINT})")
LISTED = re.compile(rf"^({_POINT}|[●•·◆■➢★*—-])")
_LONG_HEADING = re.compile(rf"^({_POINT})?关于[^,;。]*说明$")
"""A heading of a budget that fills its line: 四、关于…2025年一般公共预算“三公”经费预算情况说明."""
_ALIGNED = 0.5
"""Letters by which lines that begin at one place may differ."""
_FULL = 1.5
"""A line ends short of the margin where more than this many letters would still fit."""
_FAR_SHORT = 9.0
"""… and so far short that not even a long number explains it (a program never breaks a number over lines)."""
_LONG = 15
"""Characters from which a line of prose is long: shorter ones are headings and ends of paragraphs."""
_SEVERAL = 3
"""Long lines that end in one place where the text has its right edge."""
_USUAL = 0.8
"""Share of the page's width at which text ends at least, where no lines show it."""
_SMALLEST = 0.1
"""Points; a font may say that its letters have no width."""
_NEVER_FIRST = tuple("%‰,。;:、)》”")
"""What ends a word, an amount or a clause: a line that begins with it goes on with the one before, however short that is."""
BREAK = "\u2028"
"""Stands between two numbers that meet at the end of a paragraph, so that they stay two."""
SENTENCE_ENDS = "。!?" + BREAK


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseLine:
    """A line of prose with its page, the page's margins of text, its letter size, and the grids above it on its page."""

    page: int
    line: Line
    left: float
    right: float
    size: float
    grids_above: int


def prose_lines(layout: Layout) -> Iterator[ProseLine]:
    """Yield the lines of prose of a report in reading order, contents lists left out."""
    columns = [
        _Column(laid, number, lines, [_size(line) for line in lines])
        for laid in layout.pages
        for number, lines in enumerate(text_columns(laid.page, laid.body))
    ]
    edges = _right_edges(columns)
    for column in columns:
        if column.laid.is_contents_body:
            continue
        page = column.laid.page
        left, right = _margins(page, column.lines, edges.get(column.kind(), column.reach()))
        for line, size in zip(column.lines, column.sizes, strict=True):
            grids = sum(grid.box[1] < line.box[1] for grid in page.grids)
            yield ProseLine(page=page.number, line=line, left=left, right=right, size=size, grids_above=grids)


class _Kind(NamedTuple):
    """The size of a page, and which of its columns is meant: columns alike have one right edge."""

    width: int
    height: int
    number: int


class _Column(NamedTuple):
    """The lines of prose of a page, or of one of its columns, which one it is, and the size of each line's letters."""

    laid: PageLayout
    number: int
    lines: Sequence[Line]
    sizes: Sequence[float]

    def kind(self) -> _Kind:
        """Return what kind of column it is."""
        return _Kind(round(self.laid.page.width), round(self.laid.page.height), self.number)

    def reach(self) -> float | None:
        """Return where a column that is not the page's last may end, for want of others of its kind."""
        return max(line.box[2] for line in self.lines) if self.number else None


def _right_edges(columns: Sequence[_Column]) -> dict[_Kind, float]:
    """Return kind of a column → where most long lines of prose of all columns of that kind end."""
    ends: dict[_Kind, list[tuple[float, float]]] = {}
    for column in columns:
        long = [
            (line.box[2], size)
            for line, size in zip(column.lines, column.sizes, strict=True)
            if len(squeeze(line.text)) >= _LONG
        ]
        ends.setdefault(column.kind(), []).extend(long)
    edges = {}
    for key, some in ends.items():
        xs = sorted(x for x, _ in some)
        most, edge = max(((_count_near(xs, x, size), x) for x, size in some), default=(0, 0.0))
        if most >= _SEVERAL:
            edges[key] = edge
    return edges


def _count_near(xs: Sequence[float], x: float, distance: float) -> int:
    """Count the values of an ordered sequence that are nearer to x than a distance."""
    return bisect_left(xs, x + distance) - bisect_right(xs, x - distance)


def _margins(page: Page, lines: Sequence[Line], edge: float | None) -> tuple[float, float]:
    """Return left and right margin of a page's text: where at least two long lines begin and end.

    edge: where lines end on the pages of its size; the page itself tells nothing, as it may be wider than any text.
    """
    long = [line for line in lines if len(squeeze(line.text)) >= _LONG] or list(lines)
    if not long:
        return 0.0, page.width
    starts = [round(line.box[0]) for line in long]
    ends = [line.box[2] for line in long]
    left = min([x for x in starts if starts.count(x) > 1] or starts)
    size = _size(long[0])
    near = [x for x in ends if sum(abs(x - y) < size for y in ends) > 1]
    return float(left), max(*(near or ends), edge if edge is not None else _USUAL * page.width)


def _size(line: Line) -> float:
    """Return the usual width of a Chinese letter of the line, in points."""
    widths = sorted(x1 - x0 for c, (x0, x1) in zip(line.text, line.spans, strict=True) if "一" <= c <= "龥")
    return max(widths[len(widths) // 2] if widths else line.box[3] - line.box[1], _SMALLEST)


def begins_paragraph(before: ProseLine, line: ProseLine, is_listed: bool) -> bool:
    """Tell whether a line begins a paragraph; is_listed: the paragraph before began with a number or a bullet."""
    if squeeze(line.line.text)[:1] in _NEVER_FIRST:
        return False
    if before.page == line.page and before.grids_above != line.grids_above:
        return True
    if before.page != line.page and line.grids_above:
        return True
    short = (before.right - before.line.box[2]) / before.size
    indented = (line.line.box[0] - line.left) / line.size > 1.2
    ended = squeeze(before.line.text)[-1:] in (*SENTENCE_ENDS, ":", ";")
    numbered = bool(_NUMBERED.match(squeeze(line.line.text)))
    if short > _FAR_SHORT or (indented and (short > _FULL or ended or numbered or not _hangs(before, line, is_listed))):
        return True
    return (short > _FULL) + ended + numbered >= 2


def _hangs(before: ProseLine, line: ProseLine, is_listed: bool) -> bool:
    """Whether an indented line goes on with a point of a list.

    The second line of a point is further in than its number; the next ones begin where the second does. is_listed: the
    paragraph began with a number or a bullet.
    """
    further = (line.line.box[0] - before.line.box[0]) / line.size
    if before.page != line.page or not is_listed or _LONG_HEADING.match(squeeze(before.line.text)):
        return False
    return further > _ALIGNED if LISTED.match(squeeze(before.line.text)) else abs(further) < _ALIGNED
