"""Paths: the straight lines a page draws, as pdfium finds them.

Belongs here: paths as lines from end to end, in the PDF's own coordinates. Does not belong here: which of them rule a
table (rulings, lattice).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium.bindings import IDENTITY, Drawn, Matrix
from pipelines.pdf.rulings import Segment

HAIR = 1.0
"""Points below which a filled rectangle is a line, ruled in its middle."""

_THICK = {2: 3 * HAIR, 5: HAIR}
"""Segments of a path (2: a stroke, 5: a rectangle) → points below which it is a line; pdfium's bounds include a
stroke's width."""


def segments(drawn: Iterable[Drawn]) -> Iterator[Segment]:
    """Yield the straight lines of painted paths: sides of a rectangle, the middle of a stroke or a hair-thin one."""
    for part in drawn:
        counts = map(pdfium.count_segments, [path for _, path, _ in part.paths])
        for (_, path, (left, bottom, right, top)), count in zip(part.paths, counts, strict=True):
            thick = _THICK.get(count, 0.0) if part.form is None else 0.0
            if top - bottom < thick:
                middle = (top + bottom) / 2
                yield left, middle, right, middle
            elif right - left < thick:
                middle = (left + right) / 2
                yield middle, bottom, middle, top
            else:
                yield from _sides(path, part.form or IDENTITY)


def _sides(path: int, form: Matrix) -> Iterator[Segment]:
    """Yield the straight segments of a path; a curve counts as the line between its ends."""
    matrix = pdfium.times(pdfium.matrix_of(path), form)
    points: list[tuple[float, float]] = []
    curve = 0
    for index in range(pdfium.count_segments(path)):
        segment = pdfium.segment(path, index)
        kind = pdfium.segment_kind(segment)
        if kind == pdfium.MOVE_TO:
            yield from _lines(points)
            points = []
        curve = curve % 3 + 1 if kind == pdfium.BEZIER_TO else 0
        if curve in (0, 3):
            points.append(_move(pdfium.point(segment), matrix))
        if points and pdfium.segment_closes(segment):
            points.append(points[0])
    yield from _lines(points)


def _lines(points: list[tuple[float, float]]) -> Iterator[Segment]:
    return ((*start, *end) for start, end in pairwise(points) if start != end)


def _move(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
