"""Paths: the straight lines a page draws, as pdfium finds them.

Belongs here: paths as lines from end to end, in the PDF's own coordinates. Does not belong here: which of them rule a
table (rulings, lattice).
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium import bulk
from pipelines.pdf.pdfium.bindings import IDENTITY, Box, Drawn, Matrix
from pipelines.pdf.pdfium.bulk import Handle
from pipelines.pdf.rulings import HAIR, Segment

Point = tuple[float, float]
_STROKE = 2
"""Segments of a stroke from one point to another."""
_THICK = {_STROKE: 3 * HAIR, 5: HAIR}
"""Segments of a path (5: a rectangle) → points below which it is a line; pdfium's bounds include a stroke's width, beyond its
ends too."""


def segments(drawn: Iterable[Drawn]) -> Iterator[Segment]:
    """Yield the straight lines of painted paths: sides of a rectangle, the middle of a stroke or a hair-thin one."""
    for part in drawn:
        lines = [_stroke(box, count, part.form) for (_, _, box), count in zip(part.paths, part.segments, strict=True)]
        whole = [index for index, line in enumerate(lines) if not line]
        sides = iter(_sides([part.path_handles[i] for i in whole], [part.segments[i] for i in whole], part.form))
        for line in lines:
            if line:
                yield line
            else:
                yield from next(sides)


def _stroke(box: Box, count: int, form: Matrix | None) -> Segment | None:
    """The middle of a path with so many segments where it is thin enough to be a line, else None."""
    thick = _THICK.get(count, 0.0) if form is None else 0.0
    left, bottom, right, top = box
    if top - bottom < thick:
        middle, beyond = (top + bottom) / 2, (top - bottom) / 2 if count == _STROKE else 0.0
        return left + beyond, middle, right - beyond, middle
    if right - left < thick:
        middle, beyond = (left + right) / 2, (right - left) / 2 if count == _STROKE else 0.0
        return middle, bottom + beyond, middle, top - beyond
    return None


class _Course(NamedTuple):
    """The course of a path: of each segment its kind, whether it closes, and its end."""

    kinds: Sequence[int]
    closes: Sequence[int]
    ends: Sequence[Point]


def extents(paths: Sequence[Handle], counts: Sequence[int]) -> Iterator[Box]:
    """Yield the box that the points of each path lie in; pdfium's bounds of a stroke reach far beyond where two lines meet in a sharp angle."""
    for course in _courses(paths, counts, None):
        xs, ys = zip(*course.ends, strict=True)
        yield min(xs), min(ys), max(xs), max(ys)


def _sides(paths: Sequence[Handle], counts: Sequence[int], form: Matrix | None) -> Iterator[list[Segment]]:
    """Yield the straight segments of each path; a curve counts as the line between its ends. counts: segments of each."""
    return map(_lines, _courses(paths, counts, form))


def _courses(paths: Sequence[Handle], counts: Sequence[int], form: Matrix | None) -> Iterator[_Course]:
    """Yield the course of each path, in the coordinates of the part it is drawn in, or of the page where a form places it."""
    owners = [path for path, count in zip(paths, counts, strict=True) for _ in range(count)]
    pieces = bulk.handles(map(bulk.segment, owners, chain.from_iterable(map(range, counts))))
    kinds, closes = list(map(bulk.segment_kind, pieces)), list(map(bulk.segment_closes, pieces))
    _, (xs, ys) = bulk.answers(bulk.segment_point, ctypes.c_float, 2, pieces)
    ends = list(zip(xs, ys, strict=True))
    last = 0
    for own, count in zip(zip(*bulk.matrices(bulk.matrix, paths), strict=True), counts, strict=True):
        first, last = last, last + count
        matrix = pdfium.times(own, form) if form else own
        points = ends[first:last] if matrix == IDENTITY else [_move(end, matrix) for end in ends[first:last]]
        yield _Course(kinds[first:last], closes[first:last], points)


def _lines(course: _Course) -> list[Segment]:
    """Return the lines of one path."""
    kinds, closes, ends = course
    if kinds.count(pdfium.LINE_TO) == len(kinds) - 1 and kinds[0] == pdfium.MOVE_TO and not any(closes[:-1]):
        return _between([*ends, ends[0]] if closes[-1] else ends)
    found: list[Segment] = []
    points: list[Point] = []
    curve = 0
    for kind, is_last, end in zip(kinds, closes, ends, strict=True):
        if kind == pdfium.MOVE_TO:
            found += _between(points)
            points = []
        curve = curve % 3 + 1 if kind == pdfium.BEZIER_TO else 0
        if curve in (0, 3):
            points.append(end)
        if points and is_last:
            points.append(points[0])
    return found + _between(points)


def _between(points: Sequence[Point]) -> list[Segment]:
    return [start + end for start, end in pairwise(points) if start != end]


def _move(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
