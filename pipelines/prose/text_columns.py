"""Text columns: pages whose prose stands in two columns, as two A4 pages on one sheet of A3 do.

Belongs here: the white gutter between two columns, and the lines of each column cut from those that a reader joined over it.
Does not belong here: columns of tables (pdf.open_columns), which lines make a paragraph (paragraphs).
"""

from collections.abc import Sequence
from itertools import pairwise

from pipelines.pdf import Line, Page

_FROM, _TO = 0.4, 0.6
"""Shares of a page's width between which the gutter lies."""
_GUTTER = 1.5
"""Letters that would fit in the gutter at least."""
_GAP = 2.0
"""Letters that would fit in white that prose has not: the cells of a row of a table are further apart."""
_LONG = 15
"""Letters from which a piece of a line is prose."""
_SIDE, _BOTH = 2, 8
"""Long pieces that each column has at least, and both together."""


def text_columns(page: Page, lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each column of a page's prose from left to right; of a page like all others: its lines.

    Only sheets that lie on their side hold two columns, and only those without a table: the rows of one are cut by its rules.
    """
    whole = [list(lines)]
    if page.width <= page.height or page.grids or len(lines) < _BOTH / 2:
        return whole
    middle = _gutter(page.width, lines)
    if middle is None:
        return whole
    cut = [_cut(line, middle) for line in lines]
    columns = [[piece for pieces in cut if (piece := pieces[side])] for side in (0, 1)]
    long = [sum(map(_is_prose, column)) for column in columns]
    return columns if min(long) >= _SIDE and sum(long) >= _BOTH else whole


def _gutter(width: float, lines: Sequence[Line]) -> float | None:
    """Return the middle of the widest white that goes from the first line to the last near the middle of a page."""
    left, right = _FROM * width, _TO * width
    inked = sorted(
        span
        for line in lines
        for letter, span in zip(line.text, line.spans, strict=True)
        if not letter.isspace() and span[1] > left and span[0] < right
    )
    reach, found, middle = left, 0.0, None
    for start, end in [*inked, (right, right)]:
        if start - reach > found:
            found, middle = start - reach, (start + reach) / 2
        reach = max(reach, end)
    letters = sorted(end - start for start, end in inked)
    return middle if letters and found >= _GUTTER * letters[-1] else None


def _cut(line: Line, middle: float) -> tuple[Line | None, Line | None]:
    """Cut a line at the gutter."""
    at = next((index for index, span in enumerate(line.spans) if span[0] >= middle), len(line.spans))
    if at == len(line.spans):
        return line, None
    return _piece(line, 0, at), _piece(line, at, len(line.spans))


def _piece(line: Line, first: int, last: int) -> Line | None:
    """Return some letters of a line as a line, without the blanks around them."""
    while first < last and line.text[last - 1].isspace():
        last -= 1
    if first == last:
        return None
    _, top, _, bottom = line.box
    spans = line.spans[first:last]
    return Line(line.text[first:last], (spans[0][0], top, spans[-1][1], bottom), spans)


def _is_prose(line: Line) -> bool:
    """Whether a piece of a line is a line of prose: long, and without the white between two cells."""
    inked = [span for letter, span in zip(line.text, line.spans, strict=True) if not letter.isspace()]
    widest = max(end - start for start, end in inked)
    return len(inked) >= _LONG and all(then[0] - one[1] < _GAP * widest for one, then in pairwise(inked))
