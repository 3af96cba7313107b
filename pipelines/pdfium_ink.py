"""pdfium ink: which text objects of a page nobody sees: drawn without ink, clipped away, white on white, or painted over.

Belongs here: what pdfium knows of an object's ink and of what is painted after it. Does not belong here: the characters
(pdfium_text). What is not seen is not printed: a number hidden in a cell must not be read, nor the one under a patch.
A layer of hidden text over a scanned picture is what a program made of the picture, and no text of the publisher's.
"""

import ctypes
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipelines import pdfium_calls as pdfium

_PATCH = 3.0
"""Points a filled box must have in width and height to hide a character; thinner ones are lines."""
_WHITE = 250
_CLEAR = 5
"""Parts of 255: of a colour from which it is white, of opacity up to which nothing is seen."""

_colour = (ctypes.c_uint * 4)()
_COLOUR = tuple(ctypes.addressof(_colour) + ctypes.sizeof(ctypes.c_uint) * i for i in range(4))
_mode = (ctypes.c_int * 2)()
_MODE = tuple(ctypes.addressof(_mode) + ctypes.sizeof(ctypes.c_int) * i for i in range(2))

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""left, bottom, right, top in the coordinates the objects share."""


@dataclass(frozen=True, slots=True)
class _Patch:
    """Something filled: its place in the order of drawing, its box, whether it hides what is under it and bears white text."""

    place: int
    box: Box
    hides: bool
    bears: bool


def unseen(items: Sequence[int], kinds: Sequence[int]) -> Iterator[int]:
    """The text objects nobody sees among objects drawn one after the other (those of a page, or of a form)."""
    patches = list(_patches(items, kinds))
    last = max((patch.place for patch in patches if patch.hides), default=-1)
    for place, (item, kind) in enumerate(zip(items, kinds, strict=True)):
        if kind == pdfium.TEXT and _is_unseen(place, item, patches, last):
            yield item


def _is_unseen(place: int, item: int, patches: Sequence[_Patch], last: int) -> bool:
    """Whether nobody sees a text object; last: the place of the last patch that hides."""
    mode = pdfium.render_mode(item)
    if mode in _WITHOUT_INK or _is_clipped(item):
        return True
    is_white = False
    if mode not in _OUTLINED:
        opacity, is_white = _ink(item)
        if opacity <= _CLEAR:
            return True
    return (is_white or place < last) and _is_covered(place, is_white, _middle(item), patches)


def in_layers(texts: Iterable[int], layers: Container[str]) -> Iterator[int]:
    """The text objects that stand in one of the named layers."""
    for item in texts:
        marks = [pdfium.mark(item, index) for index in range(pdfium.count_marks(item))]
        if any(
            _said(pdfium.mark_name, mark) == "OC" and _said(pdfium.mark_text, mark, b"Name") in layers for mark in marks
        ):
            yield item


def _said(answers: Callable[..., int], mark: int, *about: bytes) -> str:
    """A text of a mark, as pdfium writes it."""
    length = ctypes.c_ulong()
    if not answers(mark, *about, ctypes.addressof(_letters), ctypes.sizeof(_letters), ctypes.addressof(length)):
        return ""
    return _letters.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0")


_letters = ctypes.create_string_buffer(1024)
_WITHOUT_INK = (pdfium.INVISIBLE, pdfium.CLIPS)
_OUTLINED = (pdfium.STROKED, pdfium.FILLED_AND_STROKED)


def _is_covered(place: int, is_white: bool, middle: Point | None, patches: Sequence[_Patch]) -> bool:
    """Whether what is drawn at a place in the order has a patch over it, or is white with nothing dark under it."""
    if middle is None:
        return False
    here = [p for p in patches if p.box[0] <= middle[0] <= p.box[2] and p.box[1] <= middle[1] <= p.box[3]]
    if any(p.place > place and p.hides for p in here):
        return True
    under = [p for p in here if p.place < place and (p.hides or p.bears)]
    return is_white and not (under and under[-1].bears)


def _ink(item: int) -> tuple[int, bool]:
    """How opaque an object is filled, of 255, and whether with white; black where pdfium does not know."""
    if not pdfium.fill_colour(item, *_COLOUR):
        return 255, False
    red, green, blue, opacity = _colour
    return opacity, min(red, green, blue) >= _WHITE


def _patches(items: Sequence[int], kinds: Sequence[int]) -> Iterator[_Patch]:
    """What is filled. A picture or a shading may bear white text, but hides nothing for sure: a seal is a picture too."""
    for place, (item, kind) in enumerate(zip(items, kinds, strict=True)):
        if kind == pdfium.PATH:
            pdfium.draw_mode(item, *_MODE)
            if not _mode[0] or not (box := _box(item)) or min(box[2] - box[0], box[3] - box[1]) < _PATCH:
                continue
            opacity, is_white = _ink(item)
            if opacity > _CLEAR and pdfium.count_segments(item) <= _CORNERS:
                yield _Patch(place, box, opacity == 255, not is_white)
        elif kind in (pdfium.IMAGE, pdfium.SHADING) and (box := _box(item)):
            yield _Patch(place, box, False, True)


def _is_clipped(item: int) -> bool:
    """Whether all of an object lies outside a box it is clipped to; what sticks out of one can be seen in part."""
    clip = pdfium.clip_of(item)
    count = pdfium.count_clips(clip) if clip else 0
    if count <= 0:
        return False
    box = _box(item)
    return box is not None and any(
        pdfium.count_clip_segments(clip, index) in _BOX and _is_apart(box, clip, index) for index in range(count)
    )


_BOX = (4, 5)
"""Segments of a box: its corners, and often the first again."""


def _is_apart(box: Box, clip: int, index: int) -> bool:
    x0, y0 = _corner(clip, index, 0)
    x1, y1 = _corner(clip, index, 2)
    return box[2] < min(x0, x1) or box[0] > max(x0, x1) or box[3] < min(y0, y1) or box[1] > max(y0, y1)


def _corner(clip: int, index: int, number: int) -> Point:
    pdfium.segment_point(pdfium.clip_segment(clip, index, number), *pdfium.answer_places[:2])
    return pdfium.answer[0], pdfium.answer[1]


_CORNERS = 6
"""Segments of a box at most; what has more is a drawing, and its bounds tell nothing."""


def _box(item: int) -> Box | None:
    return tuple(pdfium.answer[:4]) if pdfium.bounds(item, *pdfium.answer_places[:4]) else None


def _middle(item: int) -> Point | None:
    box = _box(item)
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) if box else None
