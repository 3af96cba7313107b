"""Geometry of a drawn table: wrapping, column widths, row heights, spans and rules.

Belongs here: everything that turns rows of boxes into lines and text at a place on a page.
Does not belong here: pages, headings and paragraphs (tests/support/paper/paper.py) or what the cells say (tests/support/paper/layouts.py).
All lengths are points.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

PAD = 3.0
LEADING = 1.25
_TOKEN = re.compile(r"[0-9A-Za-z.,%+\-]+|.", re.DOTALL)
_NEVER_FIRST = set("，。；：、）》”！？%")
_NEVER_LAST = set("（《“")


@dataclass(frozen=True)
class Box:
    """One printed cell; `align` is left, center or right."""

    text: str = ""
    align: str = "left"
    colspan: int = 1
    rowspan: int = 1


Row = tuple[Box, ...]


@dataclass(frozen=True)
class Placed:
    """A box at its place in the grid."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, kw_only=True)
class Ink:
    """How cells are written and ruled: a font registered with reportlab, a size, a kind of rule."""

    font: str
    size: float
    rules: str = "long"
    valign: str = "middle"
    stroke: float = 0.5


@cache
def _char_width(font: str, char: str) -> float:
    return pdfmetrics.stringWidth(char, font, 1000) / 1000


def text_width(text: str, font: str, size: float) -> float:
    """Width of `text` in points."""
    return size * sum(_char_width(font, char) for char in text)


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Break `text` into lines no wider than `width`; numbers and words stay whole."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines.extend(_wrap_line(part, font, size, width))
    return lines


def _wrap_line(text: str, font: str, size: float, width: float) -> list[str]:
    lines: list[list[str]] = [[]]
    used = 0.0
    for token in _TOKEN.findall(text):
        step = text_width(token, font, size)
        if used + step > width + 0.01 and lines[-1]:
            lines.append(_carried(lines[-1], token))
            used = sum(text_width(kept, font, size) for kept in lines[-1])
        lines[-1].append(token)
        used += step
    return ["".join(line).strip(" ") for line in lines]


def _carried(line: list[str], token: str) -> list[str]:
    """Take from the end of `line` what may not stand there before `token` opens the next line."""
    carried: list[str] = []
    while len(line) > 1 and (token in _NEVER_FIRST or line[-1] in _NEVER_LAST):
        token = line.pop()
        carried.insert(0, token)
    return carried


def place(rows: Sequence[Row], columns: int) -> list[Placed]:
    """Give every box its grid place, stepping over places taken by a row span from above."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for row, boxes in enumerate(rows):
        column = 0
        for box in boxes:
            while (row, column) in taken:
                column += 1
            placed.append(Placed(row, column, box))
            taken |= {(row + i, column + j) for i in range(box.rowspan) for j in range(box.colspan)}
            column += box.colspan
    wanted = {(row, column) for row in range(len(rows)) for column in range(columns)}
    if taken != wanted:
        raise ValueError(f"the boxes do not tile the grid: {sorted(taken ^ wanted)[:6]}")
    return placed


def column_widths(placed: Sequence[Placed], weights: Sequence[float], width: float, ink: Ink) -> list[float]:
    """Share `width` by weight, but never narrower than the widest number of a column."""
    least = [2 * PAD + 2.2 * ink.size] * len(weights)
    for item in placed:
        if item.box.colspan == 1:
            tokens = _TOKEN.findall(item.box.text)
            widest = max((text_width(token, ink.font, ink.size) for token in tokens), default=0)
            least[item.column] = max(least[item.column], widest + 2 * PAD + 0.5)
    if sum(least) > width + 0.01:
        raise OverflowError("the numbers do not fit the page at this size")
    return _share(least, weights, width)


def _share(least: Sequence[float], weights: Sequence[float], width: float) -> list[float]:
    fixed: set[int] = set()
    while True:
        free = [i for i in range(len(weights)) if i not in fixed]
        rest = width - sum(least[i] for i in fixed)
        total = sum(weights[i] for i in free) or 1
        narrow = {i for i in free if rest * weights[i] / total < least[i] - 1e-6}
        if not narrow:
            return [least[i] if i in fixed else rest * weights[i] / total for i in range(len(weights))]
        fixed |= narrow


def row_heights(placed: Sequence[Placed], widths: Sequence[float], rows: int, ink: Ink) -> list[float]:
    """Height of each row, so that every wrapped text fits its box."""
    heights = [ink.size * LEADING + 2 * PAD] * rows
    for item in sorted(placed, key=lambda p: p.box.rowspan):
        inner = sum(widths[item.column : item.column + item.box.colspan]) - 2 * PAD
        needed = len(wrap(item.box.text, ink.font, ink.size, inner)) * ink.size * LEADING + 2 * PAD
        last = item.row + item.box.rowspan
        lacking = needed - sum(heights[item.row : last])
        if lacking > 0:
            heights[last - 1] += lacking
    return heights


def draw_rows(
    canvas: Canvas, left: float, top: float, rows: Sequence[Row], widths: Sequence[float], ink: Ink, top_rule: bool
) -> float:
    """Draw rows with their rules, the upper left corner at (left, top); return the y of the lower edge."""
    placed = place(rows, len(widths))
    heights = row_heights(placed, widths, len(rows), ink)
    xs = _edges(left, widths, 1)
    ys = _edges(top, heights, -1)
    canvas.setFont(ink.font, ink.size)
    if ink.rules == "striped":
        _stripe(canvas, placed, xs, ys)
    for item in placed:
        _write(canvas, item, xs, ys, ink)
    for line in _rules(placed, len(rows), len(widths), ink.rules, top_rule):
        _rule(canvas, line, xs, ys, ink)
    return ys[-1]


def _stripe(canvas: Canvas, placed: Sequence[Placed], xs: Sequence[float], ys: Sequence[float]) -> None:
    """Shade every other row, cell by cell, as browsers print a striped table."""
    canvas.setFillGray(0.9)
    for item in placed:
        if item.row % 2 == 0:
            x, y = xs[item.column], ys[item.row + item.box.rowspan]
            canvas.rect(x, y, xs[item.column + item.box.colspan] - x, ys[item.row] - y, stroke=0, fill=1)
    canvas.setFillGray(0)


def _edges(start: float, steps: Sequence[float], sign: int) -> list[float]:
    edges = [start]
    for step in steps:
        edges.append(edges[-1] + sign * step)
    return edges


def _write(canvas: Canvas, item: Placed, xs: Sequence[float], ys: Sequence[float], ink: Ink) -> None:
    box = item.box
    x0, x1 = xs[item.column] + PAD, xs[item.column + box.colspan] - PAD
    y0, y1 = ys[item.row], ys[item.row + box.rowspan]
    lines = wrap(box.text, ink.font, ink.size, x1 - x0) if box.text else []
    step = ink.size * LEADING
    spare = y0 - y1 - len(lines) * step
    y = y0 - (spare / 2 if ink.valign == "middle" else PAD) - step * 0.8
    for line in lines:
        if box.align == "right":
            canvas.drawRightString(x1, y, line)
        elif box.align == "center":
            canvas.drawCentredString((x0 + x1) / 2, y, line)
        else:
            canvas.drawString(x0, y, line)
        y -= step


Line = tuple[tuple[int, int], tuple[int, int]]


def _rules(placed: Sequence[Placed], rows: int, columns: int, kind: str, top_rule: bool) -> Iterator[Line]:
    """Edges between boxes as ((column, row), (column, row)): joined when the kind is long or open, else one per cell."""
    owner = {(p.row + i, p.column + j): p for p in placed for i in range(p.box.rowspan) for j in range(p.box.colspan)}
    across = {
        (r, c)
        for r in range(0 if top_rule else 1, rows + 1)
        for c in range(columns)
        if owner.get((r - 1, c)) is not owner.get((r, c))
    }
    down = {(c, r) for c in range(columns + 1) for r in range(rows) if owner.get((r, c - 1)) is not owner.get((r, c))}
    if kind in ("none", "striped"):
        return
    if kind == "open":
        across = {(r, c) for r, c in across if 0 < r < rows}
        down = {(c, r) for c, r in down if 0 < c < columns}
    if kind in ("across", "framed"):
        down = {(c, r) for c, r in down if kind == "framed" and c in (0, columns)}
    joined = kind in ("long", "open", "across", "framed")
    for r, start, end in _runs(across, joined):
        yield (start, r), (end, r)
    for c, start, end in _runs(down, joined):
        yield (c, start), (c, end)


class _Run(NamedTuple):
    """Edges of neighbouring cells on one line of the grid, from the start of the first to the end of the last."""

    line: int
    start: int
    end: int


def _runs(edges: set[tuple[int, int]], joined: bool) -> Iterator[_Run]:
    open_run: _Run | None = None
    for line, start in sorted(edges):
        if joined and open_run and open_run.line == line and open_run.end == start:
            open_run = open_run._replace(end=start + 1)
            continue
        if open_run:
            yield open_run
        open_run = _Run(line, start, start + 1)
    if open_run:
        yield open_run


def _rule(canvas: Canvas, line: Line, xs: Sequence[float], ys: Sequence[float], ink: Ink) -> None:
    (c0, r0), (c1, r1) = line
    x0, y0, x1, y1 = xs[c0], ys[r0], xs[c1], ys[r1]
    if ink.rules == "rect":
        half = ink.stroke / 2
        canvas.rect(x0 - half, y1 - half, x1 - x0 + ink.stroke, y0 - y1 + ink.stroke, stroke=0, fill=1)
    else:
        canvas.setLineWidth(ink.stroke)
        canvas.line(x0, y0, x1, y1)
