"""Bulk: one of pdfium's C functions called for each of many things.

Belongs here: the functions that are called for every object, character or segment of a page, and such calls.
Does not belong here: functions called now and then, what the objects of a page are (bindings).
Where a function declares its arguments, ctypes converts each of them anew in each call. These declare none: an address is
converted once (`handle`), and a call takes half the time. A plain number is handed on as a C int, which would cut off an
address: hence the type Handle.
"""

import ctypes
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any, NewType, cast

import pypdfium2.raw as pdfium

Handle = NewType("Handle", object)
"""An address as ctypes hands it on."""
CNumber = ctypes.c_int | ctypes.c_uint | ctypes.c_float | ctypes.c_double
"""The types of numbers that pdfium's functions write."""

handle = cast(Callable[[int | None], Handle], ctypes.c_void_p.from_param)
"""Makes an address ready to be handed on."""
_ADDRESS, _INT, _DOUBLE = ctypes.c_void_p, ctypes.c_int, ctypes.c_double


def address(of: Any) -> int:
    """Return the address of a C function, or of a page or text page from pypdfium2's handle (`.raw`); 0 for none."""
    return ctypes.cast(of, _ADDRESS).value or 0


def _bind(name: str, result: type) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result)(address(getattr(pdfium, name)))


object_at = _bind("FPDFPage_GetObject", _ADDRESS)
kind_of: Callable[[Handle], int] = _bind("FPDFPageObj_GetType", _INT)
bounds = _bind("FPDFPageObj_GetBounds", _INT)
matrix = _bind("FPDFPageObj_GetMatrix", _INT)
fill_colour = _bind("FPDFPageObj_GetFillColor", _INT)
render_mode: Callable[[Handle], int] = _bind("FPDFTextObj_GetTextRenderMode", _INT)
font: Callable[[Handle], int] = _bind("FPDFTextObj_GetFont", _ADDRESS)
text_object = _bind("FPDFText_GetTextObject", _ADDRESS)
unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint)
origin = _bind("FPDFText_GetCharOrigin", _INT)
font_size = _bind("FPDFText_GetFontSize", _DOUBLE)
text_matrix = _bind("FPDFText_GetMatrix", _INT)
count_marks: Callable[[Handle], int] = _bind("FPDFPageObj_CountMarks", _INT)
draw_mode = _bind("FPDFPath_GetDrawMode", _INT)
count_segments: Callable[[Handle], int] = _bind("FPDFPath_CountSegments", _INT)
segment = _bind("FPDFPath_GetPathSegment", _ADDRESS)
segment_kind: Callable[[Handle], int] = _bind("FPDFPathSegment_GetType", _INT)
segment_closes: Callable[[Handle], int] = _bind("FPDFPathSegment_GetClose", _INT)
segment_point = _bind("FPDFPathSegment_GetPoint", _INT)
clip_of: Callable[[Handle], int | None] = _bind("FPDFPageObj_GetClipPath", _ADDRESS)
count_clips: Callable[[Handle], int] = _bind("FPDFClipPath_CountPaths", _INT)
clip_segment: Callable[[Handle, int, int], int] = _bind("FPDFClipPath_GetPathSegment", _ADDRESS)

_MANY = 2048
"""Things asked about at a time: the places of their answers are made once."""
_PARTS = 6
"""Parts an answer has at most: those of a matrix."""
_UNIT = ctypes.sizeof(ctypes.c_float)
_buffer = (ctypes.c_float * (_PARTS * _MANY))()
_start = ctypes.addressof(_buffer)
_places = [handle(_start + _UNIT * index) for index in range(_PARTS * _MANY)]
_kinds: tuple[type[CNumber], ...] = (_INT, ctypes.c_uint, ctypes.c_float, _DOUBLE)
_numbers = {kind: (kind * (len(_places) * _UNIT // ctypes.sizeof(kind))).from_buffer(_buffer) for kind in _kinds}
_places_of = {kind: _places[:: ctypes.sizeof(kind) // _UNIT] for kind in _kinds}
"""The buffer pdfium answers into, as numbers of each kind, and where each of them lies."""


def each(function: Callable[..., Any], of: int, count: int) -> list[Any]:
    """Call a function for each of so many parts of something (its address); returns its answers."""
    return list(map(function, repeat(handle(of), count), range(count)))


def handles(addresses: Iterable[int | None]) -> list[Handle]:
    """Make addresses ready to be handed on."""
    return list(map(handle, addresses))


def answers(
    function: Callable[..., Any], kind: type[CNumber], parts: int, *about: Sequence[Handle | int]
) -> tuple[list[int], list[list]]:
    """Ask a C function about each of many things: whether it knows (not 0), and a list of each part it writes.

    kind: the C type of the parts, 0 where it does not know. about: the function's arguments before the parts, a sequence each.
    """
    knows: list[int] = []
    found: list[list] = [[] for _ in range(parts)]
    places, numbers = _places_of[kind], _numbers[kind]
    for first in range(0, len(about[-1]), _MANY):
        some = [sequence[first : first + _MANY] for sequence in about]
        count = len(some[-1])
        ctypes.memset(_start, 0, ctypes.sizeof(kind) * parts * count)
        knows += map(function, *some, *(places[count * part : count * (part + 1)] for part in range(parts)))
        for part, column in enumerate(found):
            column += numbers[count * part : count * (part + 1)]
    return knows, found


def matrices(function: Callable[..., Any], *about: Sequence[Handle | int]) -> list[list[float]]:
    """Ask a C function for the matrix of each of many things: a list for each of its six parts; about as in answers."""
    found: list[list[float]] = [[] for _ in range(_PARTS)]
    for first in range(0, len(about[-1]), _MANY):
        some = [sequence[first : first + _MANY] for sequence in about]
        end = _PARTS * len(some[-1])
        ctypes.memset(_start, 0, _UNIT * end)
        list(map(function, *some, _places[0:end:_PARTS]))
        for part, column in enumerate(found):
            column += _buffer[part:end:_PARTS]
    return found
