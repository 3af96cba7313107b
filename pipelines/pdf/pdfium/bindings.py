"""Bindings: pdfium's C functions with addresses as plain integers, and the objects of a page by kind.

Belongs here: the functions called now and then, and the objects of a page. Does not belong here: functions called for each
of many things (bulk), what characters (text) and paths (paths) are. A call through pypdfium2's own bindings costs three times what it does here,
and a page takes some thousands of them. One thread reads at a time: pdfium allows no more.
"""

import ctypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from pipelines.pdf.pdfium import bulk
from pipelines.pdf.pdfium.bulk import Handle, address

_POINTER, _INT, _UINT = ctypes.c_void_p, ctypes.c_int, ctypes.c_uint
_FLOAT, _DOUBLE = ctypes.c_float, ctypes.c_double

TEXT, PATH, FORM = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
MOVE_TO, LINE_TO = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO
BEZIER_TO = pdfium.FPDF_SEGMENT_BEZIERTO
IMAGE, SHADING = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING
FILLED = pdfium.FPDF_TEXTRENDERMODE_FILL
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


def _bind(name: str, result: type | None, *arguments: type) -> Callable:
    """Bind a C function without the checks of pypdfium2's own bindings, addresses as plain integers."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(getattr(pdfium, name)))


load_text = _bind("FPDFText_LoadPage", _POINTER, _POINTER)
close_text = _bind("FPDFText_ClosePage", None, _POINTER)
count_characters = _bind("FPDFText_CountChars", _INT, _POINTER)
text_of = _bind("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
is_unmapped = _bind("FPDFText_HasUnicodeMapError", _INT, _POINTER, _INT)
font_flags = _bind("FPDFFont_GetFlags", _INT, _POINTER)
glyph_width = _bind("FPDFFont_GetGlyphWidth", _INT, _POINTER, _UINT, _FLOAT, _POINTER)
object_size = _bind("FPDFTextObj_GetFontSize", _INT, _POINTER, _POINTER)
set_object_size = _bind("FPDFTextObj_SetFontSize", _INT, _POINTER, _FLOAT)
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
count_in_form = _bind("FPDFFormObj_CountObjects", _INT, _POINTER)
in_form = _bind("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
set_active = _bind("FPDFPageObj_SetIsActive", _INT, _POINTER, _INT)
bounds = _bind("FPDFPageObj_GetBounds", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
matrix = _bind("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
count_clip_segments = _bind("FPDFClipPath_CountPathSegments", _INT, _POINTER, _INT)
clip_segment = _bind("FPDFClipPath_GetPathSegment", _POINTER, _POINTER, _INT, _INT)
segment_point = _bind("FPDFPathSegment_GetPoint", _INT, _POINTER, _POINTER, _POINTER)

answer = (_FLOAT * 6)()
"""The buffer into which pdfium writes its answer about one object."""
answer_places = tuple(ctypes.addressof(answer) + ctypes.sizeof(_FLOAT) * i for i in range(6))


Colour = tuple[int, int, int, int, int]
"""Whether pdfium knows the colour of an object (it knows no pattern); red, green, blue and opacity, of 255."""
Colours = list[list[int]]
"""The five parts of the colours of many objects, a list each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Objects drawn one after the other, on a page or in a form: their addresses and kinds, the form's matrix, texts and paths.

    order: the places of the form, and of those around it, in the order of drawing; none for the page itself.
    text_handles, path_handles: the texts and paths again, ready for bulk calls. segments: how many each path has.
    fills, modes: the colours and the render mode of the texts.
    """

    items: list[int]
    kinds: list[int]
    form: Matrix | None
    order: tuple[int, ...]
    texts: list[Text]
    paths: list[Path]
    text_handles: list[Handle]
    path_handles: list[Handle]
    segments: list[int]
    fills: Colours
    modes: list[int]


def objects(page: int) -> list[Drawn]:
    """Return the objects of a page (its address), then those of each form in it."""
    found: list[Drawn] = []
    _sort_out(bulk.each(bulk.object_at, page, count_objects(page)), None, (), found)
    return found


def _sort_out(items: list[int], form: Matrix | None, order: tuple[int, ...], found: list[Drawn]) -> None:
    handles = bulk.handles(items)
    kinds = list(map(bulk.kind_of, handles))
    texts = [place for place, kind in enumerate(kinds) if kind == TEXT]
    paths = [place for place, kind in enumerate(kinds) if kind == PATH]
    written, ruled = [handles[place] for place in texts], [handles[place] for place in paths]
    boxes = zip(*bulk.answers(bulk.bounds, _FLOAT, 4, ruled)[1], strict=True)
    found.append(
        Drawn(
            items=items,
            kinds=kinds,
            form=form,
            order=order,
            texts=[(place, items[place]) for place in texts],
            paths=[(place, items[place], box) for place, box in zip(paths, boxes, strict=True)],
            text_handles=written,
            path_handles=ruled,
            segments=list(map(bulk.count_segments, ruled)),
            fills=fills(written),
            modes=list(map(bulk.render_mode, written)),
        )
    )
    if FORM in kinds:
        for place, outer in [(place, items[place]) for place, kind in enumerate(kinds) if kind == FORM]:
            inner = [in_form(outer, index) for index in range(count_in_form(outer))]
            _sort_out(inner, times(matrix_of(outer), form or IDENTITY), (*order, place), found)


def fills(items: Sequence[Handle]) -> Colours:
    """Return the colours that objects are filled with."""
    knows, colours = bulk.answers(bulk.fill_colour, _UINT, 4, items)
    return [knows, *colours]


def point(segment: int) -> tuple[float, float]:
    """Return where a segment of a path ends, in the path's own coordinates."""
    segment_point(segment, *answer_places[:2])
    return answer[0], answer[1]


def matrix_of(item: int) -> Matrix:
    """Return the matrix of a page object."""
    matrix(item, answer_places[0])
    return tuple(answer)


def box_of(item: int) -> Box | None:
    """Return the bounds of an object, in the coordinates of its part; None for one of which pdfium knows none."""
    if not bounds(item, *answer_places[:4]):
        return None
    left, bottom, right, top = answer[:4]
    return left, bottom, right, top


def corners(box: Box, part: Drawn) -> tuple[list[float], list[float]]:
    """Return where the corners of a box of a part lie on the page: x of each, y of each."""
    left, bottom, right, top = box
    a, b, c, d, e, f = part.form or IDENTITY
    points = [(left, bottom), (left, top), (right, bottom), (right, top)]
    return [a * x + c * y + e for x, y in points], [b * x + d * y + f for x, y in points]


def times(first: Matrix, then: Matrix) -> Matrix:
    """Multiply two matrices: the result moves by the first, then by the other."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = then
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r
