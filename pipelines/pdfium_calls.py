"""pdfium calls: characters and ruled paths of a loaded page, taken in bulk.

Belongs here: pdfium's C functions called for a whole page at once, and what they answer, in the PDF's own coordinates.
Does not belong here: pages, reading directions, tables (pdfium_pages, lattice). A call through pypdfium2's own bindings
costs three times what it does here, and a page takes some thousands of them.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Iterator
from itertools import pairwise, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

_POINTER, _INT, _UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_FLOAT, _DOUBLE = ctypes.c_float, ctypes.c_double

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Segment = tuple[float, float, float, float]
"""x0, y0, x1, y1 of a straight line as drawn."""

HAIR = 1.0
"""Points below which a filled rectangle is a line, ruled in its middle."""


class Character(NamedTuple):
    """A printed character: its text, origin on the baseline, box by its advance, size, and reading direction (a, b)."""

    text: str
    x: float
    y: float
    box: tuple[float, float, float, float]
    size: float
    direction: tuple[float, float]


def _bind(name: str, result: type, *arguments: type) -> Callable:
    """The C function without the checks of pypdfium2's own bindings, addresses as plain integers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(getattr(pdfium, name), _POINTER).value)


_count_characters = _bind("FPDFText_CountChars", _INT, _POINTER)
_unicode = _bind("FPDFText_GetUnicode", _UINT, _POINTER, _INT)
_is_unmapped = _bind("FPDFText_HasUnicodeMapError", _INT, _POINTER, _INT)
_font_size = _bind("FPDFText_GetFontSize", _DOUBLE, _POINTER, _INT)
_loose_box = _bind("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
_origin = _bind("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)
_text_matrix = _bind("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)
_count_objects = _bind("FPDFPage_CountObjects", _INT, _POINTER)
_object = _bind("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
_count_in_form = _bind("FPDFFormObj_CountObjects", _INT, _POINTER)
_in_form = _bind("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
_kind = _bind("FPDFPageObj_GetType", _INT, _POINTER)
_bounds = _bind("FPDFPageObj_GetBounds", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
_matrix = _bind("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
_count_segments = _bind("FPDFPath_CountSegments", _INT, _POINTER)
_segment = _bind("FPDFPath_GetPathSegment", _POINTER, _POINTER, _INT)
_segment_kind = _bind("FPDFPathSegment_GetType", _INT, _POINTER)
_segment_closes = _bind("FPDFPathSegment_GetClose", _INT, _POINTER)
_segment_point = _bind("FPDFPathSegment_GetPoint", _INT, _POINTER, _POINTER, _POINTER)


def address(handle: object) -> int:
    """The address of a page or text page, from pypdfium2's handle (`.raw`)."""
    return ctypes.cast(handle, _POINTER).value


def characters(text_page: int) -> Iterator[Character]:
    """The characters a text page (its address) prints in ink; what pdfium adds to make words and lines is white space."""
    count = _count_characters(text_page)
    codes = list(map(_unicode, repeat(text_page, count), range(count)))
    unmapped = map(_is_unmapped, repeat(text_page, count), range(count))
    sizes = map(_font_size, repeat(text_page, count), range(count))
    boxes = _filled(_loose_box, text_page, count, _FLOAT, 4)
    origins = _filled(_origin, text_page, count, _DOUBLE, 2, apart=True)
    matrices = _filled(_text_matrix, text_page, count, _FLOAT, 6)
    for code, failed, size, (left, top, right, bottom), (x, y), (a, b, c, d, _, _) in zip(
        codes, unmapped, sizes, boxes, origins, matrices, strict=True
    ):
        text = f"(cid:{code})" if failed else "-" if code == _BROKEN_HYPHEN else chr(code)
        if code not in _NEVER_PRINTED and not text.isspace():
            yield Character(text, x, y, (left, bottom, right, top), size * (c * c + d * d) ** 0.5, (a, b))


_BROKEN_HYPHEN = 0x02
"""What pdfium makes of a hyphen at the end of a line."""
_NEVER_PRINTED = {0x0, 0xFFFE, 0xFFFF}


def _filled(function, page: int, count: int, kind: type, width: int, apart: bool = False) -> Iterator[tuple]:
    """What a function that writes `width` numbers answers for each character; apart: each by a pointer of its own."""
    size = ctypes.sizeof(kind)
    numbers = (kind * (width * count))()
    first = ctypes.addressof(numbers)
    step = size * width
    pointers = [range(first + size * i, first + size * i + step * count, step) for i in range(width if apart else 1)]
    deque(map(function, repeat(page, count), range(count), *pointers), maxlen=0)
    values = iter(numbers[:])
    return zip(*[values] * width, strict=True)


def rulings(page: int) -> Iterator[Segment]:
    """The straight lines of all painted paths of a page (its address), forms included, a rectangle as its sides."""
    count = _count_objects(page)
    objects = list(map(_object, repeat(page, count), range(count)))
    yield from _rulings(objects, None)


def _rulings(objects: list[int], form: Matrix | None) -> Iterator[Segment]:
    for item, kind in zip(objects, map(_kind, objects), strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            line = _thin_line(item) if form is None else None
            if line is None:
                yield from _sides(item, form or IDENTITY)
            else:
                yield line
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = [_in_form(item, index) for index in range(_count_in_form(item))]
            yield from _rulings(inner, _times(_matrix_of(item), form or IDENTITY))


_answer = (_FLOAT * 6)()
_answer_places = tuple(ctypes.addressof(_answer) + ctypes.sizeof(_FLOAT) * i for i in range(6))
"""Where pdfium writes what it answers about one object (one thread reads at a time: pdfium allows no more)."""


def _thin_line(path: int) -> Segment | None:
    """The middle line of a stroke or of a hair-thin rectangle; None for any other path, to be walked by segment."""
    segments = _count_segments(path)
    if segments not in (2, 5) or not _bounds(path, *_answer_places[:4]):
        return None
    left, bottom, right, top = _answer[:4]
    thick = HAIR if segments == 5 else 3 * HAIR
    if top - bottom < thick and right - left >= thick:
        return left, (top + bottom) / 2, right, (top + bottom) / 2
    if right - left < thick and top - bottom >= thick:
        return (left + right) / 2, bottom, (left + right) / 2, top
    return None


def _sides(path: int, form: Matrix) -> Iterator[Segment]:
    """The straight segments of a path, curves as the line between their ends."""
    matrix = _times(_matrix_of(path), form)
    points: list[tuple[float, float]] = []
    curve = 0
    for index in range(_count_segments(path)):
        segment = _segment(path, index)
        kind = _segment_kind(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _lines(points)
            points = []
        curve = curve % 3 + 1 if kind == pdfium.FPDF_SEGMENT_BEZIERTO else 0
        if curve in (0, 3):
            points.append(_moved(_point(segment), matrix))
        if _segment_closes(segment):
            points.append(points[0])
    yield from _lines(points)


def _lines(points: list[tuple[float, float]]) -> Iterator[Segment]:
    return ((*start, *end) for start, end in pairwise(points) if start != end)


def _point(segment: int) -> tuple[float, float]:
    _segment_point(segment, *_answer_places[:2])
    return _answer[0], _answer[1]


def _matrix_of(item: int) -> Matrix:
    _matrix(item, _answer_places[0])
    return tuple(_answer)


def _times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that moves by the first, then by the other."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = then
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
