"""Bindings: pdfium's C functions with addresses as plain integers, and the objects of a page by kind.

Belongs here: the functions bound, and calling one for all of many things at once. Does not belong here: what characters
(text) and paths (paths) are. A call through pypdfium2's own bindings costs three times what it does here,
and a page takes some thousands of them. One thread reads at a time: pdfium allows no more.
"""

import ctypes
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

_POINTER, _INT, _UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_FLOAT, _DOUBLE = ctypes.c_float, ctypes.c_double

TEXT, PATH, FORM = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
MOVE_TO, BEZIER_TO = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO
IMAGE, SHADING = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING
STROKED, FILLED_AND_STROKED = pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
INVISIBLE, CLIPS = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Box = tuple[float, float, float, float]
"""left, bottom, right, top in the coordinates objects drawn together share."""
Text = tuple[int, int]
"""A text object: its place in the order of drawing, its address."""
Path = tuple[int, int, Box]
"""A path: its place in the order of drawing, its address, its bounds (a box without size where pdfium knows none)."""


CNumber = ctypes.c_int | ctypes.c_uint | ctypes.c_float | ctypes.c_double
"""The types of numbers that pdfium's functions write."""


def address(handle: Any) -> int:
    """Return the address of a C function, or of a page or text page from pypdfium2's handle (`.raw`); 0 for none."""
    return ctypes.cast(handle, _POINTER).value or 0


def _bind(name: str, result: type | None, *arguments: type) -> Callable:
    """Bind a C function without the checks of pypdfium2's own bindings, addresses as plain integers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(getattr(pdfium, name)))


load_text = _bind("FPDFText_LoadPage", _POINTER, _POINTER)
close_text = _bind("FPDFText_ClosePage", None, _POINTER)
count_characters = _bind("FPDFText_CountChars", _INT, _POINTER)
unicode = _bind("FPDFText_GetUnicode", _UINT, _POINTER, _INT)
text_of = _bind("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
is_unmapped = _bind("FPDFText_HasUnicodeMapError", _INT, _POINTER, _INT)
text_object = _bind("FPDFText_GetTextObject", _POINTER, _POINTER, _INT)
origin = _bind("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)
font_size = _bind("FPDFText_GetFontSize", _DOUBLE, _POINTER, _INT)
fill_colour = _bind("FPDFPageObj_GetFillColor", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
draw_mode = _bind("FPDFPath_GetDrawMode", _INT, _POINTER, _POINTER, _POINTER)
text_matrix = _bind("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)
font = _bind("FPDFTextObj_GetFont", _POINTER, _POINTER)
glyph_width = _bind("FPDFFont_GetGlyphWidth", _INT, _POINTER, _UINT, _FLOAT, _POINTER)
object_size = _bind("FPDFTextObj_GetFontSize", _INT, _POINTER, _POINTER)
set_object_size = _bind("FPDFTextObj_SetFontSize", _INT, _POINTER, _FLOAT)
render_mode = _bind("FPDFTextObj_GetTextRenderMode", _INT, _POINTER)
set_render_mode = _bind("FPDFTextObj_SetTextRenderMode", _INT, _POINTER, _INT)
transform = _bind("FPDFPageObj_TransformF", _INT, _POINTER, _POINTER)
count_marks = _bind("FPDFPageObj_CountMarks", _INT, _POINTER)
mark = _bind("FPDFPageObj_GetMark", _POINTER, _POINTER, ctypes.c_ulong)
mark_name = _bind("FPDFPageObjMark_GetName", _INT, _POINTER, _POINTER, ctypes.c_ulong, _POINTER)
mark_text = _bind(
    "FPDFPageObjMark_GetParamStringValue", _INT, _POINTER, ctypes.c_char_p, _POINTER, ctypes.c_ulong, _POINTER
)
remove_mark = _bind("FPDFPageObj_RemoveMark", _INT, _POINTER, _POINTER)
count_objects = _bind("FPDFPage_CountObjects", _INT, _POINTER)
object_at = _bind("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
count_in_form = _bind("FPDFFormObj_CountObjects", _INT, _POINTER)
in_form = _bind("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
kind_of = _bind("FPDFPageObj_GetType", _INT, _POINTER)
stroke_colour = _bind("FPDFPageObj_GetStrokeColor", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
set_active = _bind("FPDFPageObj_SetIsActive", _INT, _POINTER, _INT)
bounds = _bind("FPDFPageObj_GetBounds", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
matrix = _bind("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
count_segments = _bind("FPDFPath_CountSegments", _INT, _POINTER)
segment = _bind("FPDFPath_GetPathSegment", _POINTER, _POINTER, _INT)
clip_of = _bind("FPDFPageObj_GetClipPath", _POINTER, _POINTER)
count_clips = _bind("FPDFClipPath_CountPaths", _INT, _POINTER)
count_clip_segments = _bind("FPDFClipPath_CountPathSegments", _INT, _POINTER, _INT)
clip_segment = _bind("FPDFClipPath_GetPathSegment", _POINTER, _POINTER, _INT, _INT)
segment_kind = _bind("FPDFPathSegment_GetType", _INT, _POINTER)
segment_closes = _bind("FPDFPathSegment_GetClose", _INT, _POINTER)
segment_point = _bind("FPDFPathSegment_GetPoint", _INT, _POINTER, _POINTER, _POINTER)

answer = (_FLOAT * 6)()
"""The buffer into which pdfium writes its answer about one object."""
answer_places = tuple(ctypes.addressof(answer) + ctypes.sizeof(_FLOAT) * i for i in range(6))


def answers(function: Callable, kind: type[CNumber], parts: int, *about: Sequence) -> tuple[list[int], list[list]]:
    """Ask a C function about each of many things: whether it knows (not 0), and a list of each part it writes.

    kind: the C type of the parts. about: the function's arguments before the parts, a sequence each.
    """
    return _answers(function, kind, parts, range(parts), about)


def matrices(function: Callable, *about: Sequence) -> list[list[float]]:
    """Ask a C function for the matrix of each of many things: a list for each of its six parts; about as in answers."""
    return _answers(function, _FLOAT, 6, (0,), about)[1]


def _answers(
    function: Callable, kind: type[CNumber], parts: int, places: Iterable[int], about: Sequence[Sequence]
) -> tuple[list[int], list[list]]:
    count, size = len(about[-1]), ctypes.sizeof(kind)
    numbers = (kind * (parts * count))()
    start = ctypes.addressof(numbers)
    end, step = start + parts * count * size, parts * size
    knows = list(map(function, *about, *(range(start + place * size, end, step) for place in places)))
    return knows, [numbers[part::parts] for part in range(parts)]


Colour = tuple[int, int, int, int, int]
"""Whether pdfium knows the colour of an object (it knows no pattern); red, green, blue and opacity, of 255."""
Colours = list[list[int]]
"""The five parts of the colours of many objects, a list each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Objects drawn one after the other, on a page or in a form: their addresses and kinds, the form's matrix, texts and paths.

    order: the places of the form, and of those around it, in the order of drawing; none for the page itself.
    fills, modes: the colours and the render mode of the texts.
    """

    items: list[int]
    kinds: list[int]
    form: Matrix | None
    order: tuple[int, ...]
    texts: list[Text]
    paths: list[Path]
    fills: Colours
    modes: list[int]


def objects(page: int) -> list[Drawn]:
    """Return the objects of a page (its address), then those of each form in it."""
    count = count_objects(page)
    found: list[Drawn] = []
    _sort_out(list(map(object_at, repeat(page, count), range(count))), None, (), found)
    return found


def _sort_out(items: list[int], form: Matrix | None, order: tuple[int, ...], found: list[Drawn]) -> None:
    kinds = list(map(kind_of, items))
    texts = [(place, items[place]) for place, kind in enumerate(kinds) if kind == TEXT]
    places = [place for place, kind in enumerate(kinds) if kind == PATH]
    paths = [items[place] for place in places]
    boxes = zip(*answers(bounds, _FLOAT, 4, paths)[1], strict=True)
    written = [item for _, item in texts]
    found.append(
        Drawn(
            items=items,
            kinds=kinds,
            form=form,
            order=order,
            texts=texts,
            paths=list(zip(places, paths, boxes, strict=True)),
            fills=fills(written),
            modes=list(map(render_mode, written)),
        )
    )
    if FORM in kinds:
        for place, outer in [(place, items[place]) for place, kind in enumerate(kinds) if kind == FORM]:
            inner = [in_form(outer, index) for index in range(count_in_form(outer))]
            _sort_out(inner, times(matrix_of(outer), form or IDENTITY), (*order, place), found)


def fills(items: Sequence[int]) -> Colours:
    """Return the colours that objects are filled with."""
    knows, colours = answers(fill_colour, _UINT, 4, items)
    return [knows, *colours]


def point(segment: int) -> tuple[float, float]:
    """Return where a segment of a path ends, in the path's own coordinates."""
    segment_point(segment, *answer_places[:2])
    return answer[0], answer[1]


def matrix_of(item: int) -> Matrix:
    """Return the matrix of a page object."""
    matrix(item, answer_places[0])
    return tuple(answer)


def times(first: Matrix, then: Matrix) -> Matrix:
    """Multiply two matrices: the result moves by the first, then by the other."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = then
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r
