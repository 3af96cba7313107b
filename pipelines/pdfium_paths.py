"""pdfium paths: the straight lines a page draws, as pdfium finds them.

Belongs here: paths as lines from end to end, in the PDF's own coordinates. Does not belong here: which of them rule a
table (rulings, lattice).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipelines import pdfium_calls as pdfium
from pipelines.pdfium_calls import IDENTITY, Matrix, Path

Segment = tuple[float, float, float, float]
"""x0, y0, x1, y1 of a straight line as drawn."""

HAIR = 1.0
"""Points below which a filled rectangle is a line, ruled in its middle."""


def segments(paths: Iterable[Path]) -> Iterator[Segment]:
    """The straight lines of painted paths, a rectangle as its sides."""
    for path, form in paths:
        line = _thin_line(path) if form is None else None
        if line is None:
            yield from _sides(path, form or IDENTITY)
        else:
            yield line


def _thin_line(path: int) -> Segment | None:
    """The middle line of a stroke or of a hair-thin rectangle; None for any other path, to be walked by segment."""
    count = pdfium.count_segments(path)
    if count not in (2, 5) or not pdfium.bounds(path, *pdfium.answer_places[:4]):
        return None
    left, bottom, right, top = pdfium.answer[:4]
    thick = HAIR if count == 5 else 3 * HAIR
    if top - bottom < thick:
        return left, (top + bottom) / 2, right, (top + bottom) / 2
    if right - left < thick:
        return (left + right) / 2, bottom, (left + right) / 2, top
    return None


def _sides(path: int, form: Matrix) -> Iterator[Segment]:
    """The straight segments of a path, curves as the line between their ends."""
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
            points.append(_moved(_point(segment), matrix))
        if points and pdfium.segment_closes(segment):
            points.append(points[0])
    yield from _lines(points)


def _lines(points: list[tuple[float, float]]) -> Iterator[Segment]:
    return ((*start, *end) for start, end in pairwise(points) if start != end)


def _point(segment: int) -> tuple[float, float]:
    pdfium.segment_point(segment, *pdfium.answer_places[:2])
    return pdfium.answer[0], pdfium.answer[1]


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
