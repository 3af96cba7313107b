"""pdfium calls: characters and ruled paths of a loaded page, taken in bulk.

Belongs here: pdfium's C functions called for a whole page at once, and what they answer, in the PDF's own coordinates.
Does not belong here: pages, reading directions, tables (pdfium_pages, lattice). A call through pypdfium2's own bindings
costs three times what it does here, and a page takes some thousands of them.
"""

import ctypes
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, repeat
from math import atan2, hypot, pi

import pypdfium2.raw as pdfium

from pipelines.pages import UNREADABLE

_POINTER, _INT, _UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_FLOAT, _DOUBLE = ctypes.c_float, ctypes.c_double

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Path = tuple[int, Matrix | None]
"""A path object (its address) and the matrix of the form it stands in."""
Run = tuple[dict[str, tuple[str, float]], int, float, float, int]
"""Of a text object: letters known of its font, the font's address, size, points per unit of width, quarter turns."""
Segment = tuple[float, float, float, float]
"""x0, y0, x1, y1 of a straight line as drawn."""

HAIR = 1.0
"""Points below which a filled rectangle is a line, ruled in its middle."""


Character = tuple[str, float, float, float, float, int]
"""Text, x and y of the origin on the baseline, advance, size, quarter turns against the clock of its direction."""


def _bind(name: str, result: type, *arguments: type) -> Callable:
    """The C function without the checks of pypdfium2's own bindings, addresses as plain integers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(getattr(pdfium, name), _POINTER).value)


_load_text = _bind("FPDFText_LoadPage", _POINTER, _POINTER)
_close_text = _bind("FPDFText_ClosePage", None, _POINTER)
_count_characters = _bind("FPDFText_CountChars", _INT, _POINTER)
_unicode = _bind("FPDFText_GetUnicode", _UINT, _POINTER, _INT)
_text_of = _bind("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
_is_unmapped = _bind("FPDFText_HasUnicodeMapError", _INT, _POINTER, _INT)
_text_object = _bind("FPDFText_GetTextObject", _POINTER, _POINTER, _INT)
_origin = _bind("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)
_font_size = _bind("FPDFText_GetFontSize", _DOUBLE, _POINTER, _INT)
_text_matrix = _bind("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)
_font = _bind("FPDFTextObj_GetFont", _POINTER, _POINTER)
_glyph_width = _bind("FPDFFont_GetGlyphWidth", _INT, _POINTER, _UINT, _FLOAT, _POINTER)
_object_size = _bind("FPDFTextObj_GetFontSize", _INT, _POINTER, _POINTER)
_set_object_size = _bind("FPDFTextObj_SetFontSize", _INT, _POINTER, _FLOAT)
_set_render_mode = _bind("FPDFTextObj_SetTextRenderMode", _INT, _POINTER, _INT)
_transform = _bind("FPDFPageObj_TransformF", _INT, _POINTER, _POINTER)
_count_marks = _bind("FPDFPageObj_CountMarks", _INT, _POINTER)
_mark = _bind("FPDFPageObj_GetMark", _POINTER, _POINTER, ctypes.c_ulong)
_remove_mark = _bind("FPDFPageObj_RemoveMark", _INT, _POINTER, _POINTER)
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


def objects(page: int) -> tuple[list[int], list[Path]]:
    """Text objects and paths of a page (its address), those in forms included."""
    count = _count_objects(page)
    texts: list[int] = []
    paths: list[Path] = []
    _sort_out(list(map(_object, repeat(page, count), range(count))), None, texts, paths)
    return texts, paths


def _sort_out(items: list[int], form: Matrix | None, texts: list[int], paths: list[Path]) -> None:
    for item, kind in zip(items, map(_kind, items), strict=True):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(item)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths.append((item, form))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = [_in_form(item, index) for index in range(_count_in_form(item))]
            _sort_out(inner, _times(_matrix_of(item), form or IDENTITY), texts, paths)


def characters(page: int, texts: Iterable[int]) -> Iterator[Character]:
    """The characters that the text objects of a page print in ink; those pdfium adds to make words belong to none.

    pdfium leaves out objects: without width (a lone blank, but also a lone character of a font that is neither embedded
    nor installed), and like another one nearby (which a font that declares wrong widths makes of any digit). What was
    left out is given the width of a stroke and a size of its own, and the page is asked again.
    """
    text_page = _load_text(page)
    owners = _each(_text_object, text_page)
    shown = set(owners)
    if lost := [item for item in texts if item not in shown]:
        _close_text(text_page)
        for number, item in enumerate(lost, 1):
            _object_size(item, _answer_places[0])
            _set_object_size(item, _answer[0] * (1 + 1e-5 * number))
            _set_render_mode(item, pdfium.FPDF_TEXTRENDERMODE_STROKE)
            _transform(item, _UNMOVED)
        text_page = _load_text(page)
        owners = _each(_text_object, text_page)
    yield from _characters(text_page, owners)
    _close_text(text_page)


_unmoved_matrix = (_FLOAT * 6)(*IDENTITY)
_UNMOVED = ctypes.addressof(_unmoved_matrix)


def without_marks(texts: Iterable[int]) -> None:
    """Take the marks off text objects, so that pdfium reads what is printed and not what a mark (ActualText) says."""
    for item in texts:
        for mark in [_mark(item, index) for index in range(_count_marks(item))]:
            _remove_mark(item, mark)


def _each(function: Callable, text_page: int) -> list:
    """What a function of one character answers for each."""
    count = _count_characters(text_page)
    return list(map(function, repeat(text_page, count), range(count)))


def _characters(text_page: int, owners: list[int | None]) -> Iterator[Character]:
    """The printed characters; several letters at one origin are one glyph, as ﬁ is."""
    runs = _runs(text_page, owners)
    printed = _text(text_page, len(owners))
    last: Character | None = None
    for index, (owner, letter, (x, y)) in enumerate(
        zip(owners, printed, _origins(text_page, len(owners)), strict=True)
    ):
        if owner is None:
            continue
        letters, font, size, scale, turn = runs[owner]
        if letter not in letters:
            letters[letter] = _letter(text_page, index, font, letter)
        text, width = letters[letter]
        if not text:
            continue
        advance = width * scale
        if last and x == last[1] and y == last[2]:
            text, advance = last[0] + text, last[3] + advance
        elif last:
            yield last
        last = (text, x, y, advance, size, turn)
    if last:
        yield last


_BROKEN_HYPHEN = "\x02"
"""What pdfium makes of a hyphen at the end of a line."""
_NO_LETTER = "\0\ufffe\uffff"
"""What pdfium gives for a glyph of which it knows no letter."""


def _text(text_page: int, count: int) -> str:
    """One letter for each character; taken at once where the letters are as many, else one by one."""
    units = (ctypes.c_uint16 * (count + 1))()
    written = _text_of(text_page, 0, count, ctypes.addressof(units)) - 1
    text = bytes(units)[: 2 * written].decode("utf-16-le", "replace")
    if len(text) == written == count and "\ufffe" not in text and "\ufffd" not in text:
        return text
    return "".join(map(chr, _each(_unicode, text_page)))


def _letter(text_page: int, index: int, font: int, letter: str) -> tuple[str, float]:
    """What a letter of a font prints ("" if no ink), and its advance in thousandths of the size."""
    text = "-" if letter == _BROKEN_HYPHEN else letter
    _glyph_width(font, ord(text), 1000.0, _answer_places[0])
    width = _answer[0]
    if letter in _NO_LETTER or _is_unmapped(text_page, index):
        return UNREADABLE, width
    return "" if text.isspace() else text, width


def _origins(text_page: int, count: int) -> Iterator[tuple[float, float]]:
    numbers = (_DOUBLE * (2 * count))()
    first = ctypes.addressof(numbers)
    xs, ys = range(first, first + 16 * count, 16), range(first + 8, first + 8 + 16 * count, 16)
    deque(map(_origin, repeat(text_page, count), range(count), xs, ys), maxlen=0)
    values = iter(numbers[:])
    return zip(values, values, strict=True)


def _runs(text_page: int, owners: list[int | None]) -> dict[int, Run]:
    """What the characters of each text object share."""
    first = dict(zip(reversed(owners), range(len(owners) - 1, -1, -1), strict=True))
    first.pop(None, None)
    count = len(first)
    sizes = map(_font_size, repeat(text_page, count), first.values())
    numbers = (_FLOAT * (6 * count))()
    places = range(ctypes.addressof(numbers), ctypes.addressof(numbers) + 24 * count, 24)
    deque(map(_text_matrix, repeat(text_page, count), first.values(), places), maxlen=0)
    values = iter(numbers[:])
    matrices = zip(*[values] * 6, strict=True)
    letters: dict[int, dict[str, tuple[str, float]]] = defaultdict(dict)
    return {
        owner: (letters[font], font, *_shape(size, a, b, c, d))
        for owner, font, size, (a, b, c, d, _, _) in zip(first, map(_font, first), sizes, matrices, strict=True)
    }


@lru_cache(maxsize=1024)
def _shape(size: float, a: float, b: float, c: float, d: float) -> tuple[float, float, int]:
    """Size and points per unit of width as printed, and the quarter turns of the direction."""
    return size * hypot(c, d), size * hypot(a, b) / 1000, round(atan2(b, a) / (pi / 2)) % 4


def segments(paths: Iterable[Path]) -> Iterator[Segment]:
    """The straight lines of painted paths, a rectangle as its sides."""
    for path, form in paths:
        line = _thin_line(path) if form is None else None
        if line is None:
            yield from _sides(path, form or IDENTITY)
        else:
            yield line


_answer = (_FLOAT * 6)()
_answer_places = tuple(ctypes.addressof(_answer) + ctypes.sizeof(_FLOAT) * i for i in range(6))
"""Where pdfium writes what it answers about one object (one thread reads at a time: pdfium allows no more)."""


def _thin_line(path: int) -> Segment | None:
    """The middle line of a stroke or of a hair-thin rectangle; None for any other path, to be walked by segment."""
    count = _count_segments(path)
    if count not in (2, 5) or not _bounds(path, *_answer_places[:4]):
        return None
    left, bottom, right, top = _answer[:4]
    thick = HAIR if count == 5 else 3 * HAIR
    if top - bottom < thick:
        return left, (top + bottom) / 2, right, (top + bottom) / 2
    if right - left < thick:
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
