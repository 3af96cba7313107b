"""Ofd objects: texts and drawn lines of a page of an OFD (GB/T 33190) as glyphs and segments in points.

Belongs here: where the characters of a text object stand (Boundary, CTM, DeltaX), which lines a path object draws, what of both is
not seen. Does not belong here: the parts of the file, lines and cells (ofd).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from unicodedata import east_asian_width

from lxml import etree

from pipelines.pdf import Box, Glyph, Unreadable, rulings

POINTS = 72 / 25.4
"""Points a millimetre."""
_MOST = 500_000
"""Characters and lines of a page above which it is none of a report."""
_THIN = 1.0
"""Millimetres up to which a filled box is a rule."""
_TAKEN = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""What the commands of a path take."""
_LEVEL = 0.05
"""How far a text may be turned to be upright still."""

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawn:
    """What a page draws, in points from its upper left corner: glyphs, straight lines, whether a picture.

    unseen: where texts stand that are not read, for nobody sees them or they are turned.
    """

    glyphs: list[Glyph] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    has_picture: bool = False
    unseen: list[Box] = field(default_factory=list)

    def move(self, x: float, y: float) -> None:
        """Move all by so many millimetres."""
        dx, dy = x * POINTS, y * POINTS
        if dx or dy:
            self.glyphs = [
                g._replace(baseline=g.baseline + dy, start=g.start + dx, end=g.end + dx) for g in self.glyphs
            ]
            self.unseen = [(x0 + dx, y0 + dy, x1 + dx, y1 + dy) for x0, y0, x1, y1 in self.unseen]
            self.lines = [(x0 + dx, y0 + dy, x1 + dx, y1 + dy) for x0, y0, x1, y1 in self.lines]


def draw(root: Any, drawn: Drawn) -> None:
    """Draw the objects of a page or a template; raises Unreadable where there are more than a report has."""
    for one in root.iter("{*}TextObject", "{*}PathObject", "{*}ImageObject"):
        kind = etree.QName(one).localname
        is_hidden = one.get("Visible", "true") in ("false", "0") or one.get("Alpha") == "0"
        if kind == "TextObject" and (is_hidden or _is_unseen(one)):
            x, y, width, height = _numbers(one.get("Boundary"))
            drawn.unseen.append((x * POINTS, y * POINTS, (x + width) * POINTS, (y + height) * POINTS))
        elif is_hidden:
            continue
        elif kind == "TextObject":
            drawn.glyphs += _glyphs(one)
        elif kind == "PathObject":
            drawn.lines += _lines(one)
        else:
            drawn.has_picture = True
        if len(drawn.glyphs) + len(drawn.lines) > _MOST:
            raise Unreadable(
                f"a page of the OFD draws more than {_MOST:,} things", "look at the file; no report has as many"
            )


def _numbers(text: str | None) -> list[float]:
    return [float(part) for part in (text or "").split()]


def _matrix(one: Any) -> Matrix:
    """From an object's own coordinates to those of its page, in millimetres."""
    x, y = (*_numbers(one.get("Boundary")), 0.0, 0.0)[:2]
    ctm = _numbers(one.get("CTM"))
    a, b, c, d, e, f = ctm if len(ctm) == len(_SAME) else _SAME
    return a, b, c, d, e + x, f + y


def _place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) * POINTS, (b * x + d * y + f) * POINTS


def _is_white(one: Any) -> bool:
    """Whether a text is filled with white: nobody sees it on paper."""
    color = one.find("{*}FillColor")
    values = _numbers(color.get("Value")) if color is not None else []
    return bool(values) and (color.get("Alpha") == "0" or (len(values) != 4 and min(values) >= 250))


def _is_unseen(one: Any) -> bool:
    """Whether a text object is turned or mirrored, white, or neither filled nor stroked."""
    a, b, _, d, _, _ = _matrix(one)
    is_bare = one.get("Fill", "true") == "false" and one.get("Stroke", "false") != "true"
    return abs(b) > _LEVEL * abs(a) or a <= 0 or d <= 0 or _is_white(one) or is_bare


def _glyphs(one: Any) -> Iterator[Glyph]:
    """Yield the characters of a text object."""
    matrix = _matrix(one)
    size, scale = float(one.get("Size", "0")), float(one.get("HScale", "1"))
    for code in one.iterfind("{*}TextCode"):
        text = code.text or ""
        x, y = float(code.get("X", "0")), float(code.get("Y", "0"))
        steps, falls = (_deltas(code.get(name), len(text)) for name in ("DeltaX", "DeltaY"))
        for place, sign in enumerate(text):
            advance = size * scale * (1.0 if east_asian_width(sign) in "WFA" else 0.5)
            step = steps[place] if place < len(steps) else advance
            if sign.strip():
                start, baseline = _place(matrix, x, y)
                end, _ = _place(matrix, x + min(advance, step or advance), y)
                yield Glyph(0, baseline, start, end, size * matrix[3] * POINTS, sign)
            x, y = x + step, y + (falls[place] if place < len(falls) else 0.0)


def _deltas(text: str | None, most: int) -> list[float]:
    """Return the steps from character to character; `g 3 5.2` stands for three times 5.2."""
    parts, steps = (text or "").split(), list[float]()
    at = 0
    while at < len(parts) and len(steps) < most:
        if parts[at] == "g":
            steps += [float(parts[at + 2])] * min(int(parts[at + 1]), most)
            at += 3
        else:
            steps.append(float(parts[at]))
            at += 1
    return steps


def _lines(one: Any) -> Iterator[rulings.Segment]:
    """Yield the straight lines that a path draws; a thin filled box is the line along its middle."""
    matrix = _matrix(one)
    for points in _figures((one.findtext("{*}AbbreviatedData") or "").split()):
        placed = [_place(matrix, x, y) for x, y in points]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        box = min(xs), min(ys), max(xs), max(ys)
        if one.get("Fill") == "true" and len(placed) > 3 and min(box[2] - box[0], box[3] - box[1]) <= _THIN * POINTS:
            yield _along(box)
        elif one.get("Stroke", "true") == "true":
            for (x0, y0), (x1, y1) in pairwise(placed):
                yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _along(box: rulings.Segment) -> rulings.Segment:
    x0, y0, x1, y1 = box
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    return (x0, middle_y, x1, middle_y) if x1 - x0 > y1 - y0 else (middle_x, y0, middle_x, y1)


def _figures(parts: Sequence[str]) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each figure of a path; a curve is the line from its beginning to its end."""
    points: list[tuple[float, float]] = []
    at = 0
    while at < len(parts):
        command = parts[at]
        taken = _TAKEN[command]
        values = [float(part) for part in parts[at + 1 : at + 1 + taken]]
        at += 1 + taken
        if command in ("M", "S") and points:
            yield points
            points = []
        if command == "C" and points:
            points.append(points[0])
        elif taken:
            points.append((values[-2], values[-1]))
    if points:
        yield points
