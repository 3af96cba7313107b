"""Visibility: which text objects of a page nobody sees: drawn without ink, clipped away, white on white, or painted over.

Belongs here: what pdfium knows of an object's ink and of what is painted after it. Does not belong here: the characters
(text), clips (clips). What is not seen is not printed: a number hidden in a cell must not be read, nor the one under a patch.
A layer of hidden text over a scanned picture is what a program made of the picture, and no text of the publisher's.
"""

import ctypes
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium import bulk
from pipelines.pdf.pdfium.bindings import Box, Colours, Drawn
from pipelines.pdf.pdfium.clips import PLAY, outside_clips

_PATCH = 3.0
"""Points a filled box must have in width and height to hide a character; thinner ones are lines."""
_CORNERS = 6
"""The most segments a box has; a path with more is a drawing, and its bounds tell nothing."""
_WHITE = 250
_DEEP = 150
_CLEAR = 5
"""Out of 255: how bright each part of white is at least; how much green, the brightest part, there is less of in a dark
colour; up to which opacity nothing is seen."""

Ink = tuple[int, bool]
"""How opaque an object is filled, of 255, and whether with white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """Something filled: its place in the order of drawing, its box, whether it hides what is under it, bears white text, is dark."""

    place: int
    box: Box
    hides: bool
    bears: bool
    is_dark: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """Boxes whose text may not be seen: cut by a clip or dark on dark (perhaps), and in part under a patch (patched); boxes that texts cut are seen in (clips)."""

    perhaps: list[Box] = field(default_factory=list)
    patched: list[Box] = field(default_factory=list)
    clips: dict[int, Box] = field(default_factory=dict)


def unseen(drawn: Drawn, filled: Sequence[Patch], uncertain: Uncertain) -> Iterator[int]:
    """Yield the text objects that nobody sees among objects drawn one after the other (of a page, or of a form).

    filled: what is filled among them, in its order. uncertain: takes what may not be seen.
    """
    clipped = set(outside_clips(drawn, uncertain.perhaps, uncertain.clips))
    last = max((patch.place for patch in filled if patch.hides), default=-1)
    uncertain.perhaps.extend(patch.box for patch in filled if patch.is_dark)
    inks = _inks(drawn.fills)
    if not clipped and last < 0 and _PLAIN.issuperset(drawn.modes) and _SEEN.issuperset(inks):
        return
    for (place, item), mode, ink in zip(drawn.texts, drawn.modes, inks, strict=True):
        if item in clipped or _is_unseen(place, item, mode, ink, filled, last):
            yield item
        elif place < last and (box := pdfium.box_of(item)) and _is_touched(place, box, filled):
            uncertain.patched.append(box)


def _is_touched(place: int, text: Box, patches: Sequence[Patch]) -> bool:
    """Whether a patch is drawn over a part of a text later. A text of a font that is not in the file has no height."""
    height = min(PLAY, text[3] - text[1])
    return any(
        p.place > place and p.hides
        and min(p.box[2], text[2]) - max(p.box[0], text[0]) > PLAY
        and min(p.box[3], text[3]) - max(p.box[1], text[1]) >= height
        for p in patches
    )  # fmt: skip


_DARK: Ink = 255, False
_SEEN = {_DARK}
_PLAIN = {pdfium.FILLED}
"""Inks and modes of text that is seen where nothing lies over it."""


def _is_unseen(place: int, item: int, mode: int, ink: Ink, patches: Sequence[Patch], last: int) -> bool:
    """Whether nobody sees a text object that is not clipped away; last: the place of the last patch that hides."""
    if mode in _WITHOUT_INK:
        return True
    opacity, is_white = ink if mode not in _OUTLINED else _DARK
    if opacity <= _CLEAR:
        return True
    return (is_white or place < last) and _is_covered(place, is_white, pdfium.box_of(item), patches)


def in_layers(texts: Iterable[int], layers: Container[str]) -> Iterator[int]:
    """Yield the text objects that stand in one of the named layers."""
    for item in texts:
        marks = [pdfium.mark(item, index) for index in range(pdfium.count_marks(item))]
        if any(
            _text_of_mark(pdfium.mark_name, mark) == "OC" and _text_of_mark(pdfium.mark_text, mark, b"Name") in layers
            for mark in marks
        ):
            yield item


def _text_of_mark(answers: Callable[..., int], mark: int, *about: bytes) -> str:
    """Return a text of a mark, as pdfium writes it."""
    length = ctypes.c_ulong()
    if not answers(mark, *about, ctypes.addressof(_letters), ctypes.sizeof(_letters), ctypes.addressof(length)):
        return ""
    return _letters.raw[: length.value].decode("utf-16-le", "replace").rstrip("\0")


_letters = ctypes.create_string_buffer(1024)
_WITHOUT_INK = (pdfium.INVISIBLE, pdfium.CLIPS)
_OUTLINED = (pdfium.STROKED, pdfium.FILLED_AND_STROKED)


def _is_covered(place: int, is_white: bool, text: Box | None, patches: Sequence[Patch]) -> bool:
    """Whether a patch is drawn over a text later, or the text is white with nothing dark under its middle.

    A text that sticks out of a patch is seen in part, and looked at in pictures (suspicion).
    """
    if text is None:
        return False
    x, y = (text[0] + text[2]) / 2, (text[1] + text[3]) / 2
    here = [p for p in patches if p.box[0] <= x <= p.box[2] and p.box[1] <= y <= p.box[3]]
    if any(p.place > place and p.hides and p.box[0] - PLAY <= text[0] and text[2] <= p.box[2] + PLAY for p in here):
        return True
    under = [p for p in here if p.place < place and (p.hides or p.bears)]
    return is_white and not (under and under[-1].bears)


def _inks(fills: Colours) -> list[Ink]:
    """Return the ink of each object by its colour; black where pdfium does not know."""
    return [
        (opacity, red >= _WHITE and green >= _WHITE and blue >= _WHITE) if known else _DARK
        for known, red, green, blue, opacity in zip(*fills, strict=True)
    ]


def patches(drawn: Drawn) -> list[Patch]:
    """Return what is filled, in the order of drawing.

    A picture or a shading may bear white text, but does not surely hide anything: a seal is a picture too.
    """
    return sorted(_patches(drawn), key=attrgetter("place"))


def _patches(drawn: Drawn) -> Iterator[Patch]:
    broad = [
        index for index, (_, _, box) in enumerate(drawn.paths) if _is_broad(box) and drawn.segments[index] <= _CORNERS
    ]
    items = [drawn.path_handles[index] for index in broad]
    _, (filled, _) = bulk.answers(bulk.draw_mode, ctypes.c_int, 2, items)
    fills = pdfium.fills(items)
    for index, is_filled, (opacity, is_white), green in zip(broad, filled, _inks(fills), fills[2], strict=True):
        if is_filled and opacity > _CLEAR:
            place, _, box = drawn.paths[index]
            yield Patch(place=place, box=box, hides=opacity == 255, bears=not is_white, is_dark=green < _DEEP)
    if pdfium.IMAGE in drawn.kinds or pdfium.SHADING in drawn.kinds:
        for place, (item, kind) in enumerate(zip(drawn.items, drawn.kinds, strict=True)):
            if kind in (pdfium.IMAGE, pdfium.SHADING) and (bounds := pdfium.box_of(item)):
                yield Patch(place=place, box=bounds, hides=False, bears=True, is_dark=False)


def _is_broad(box: Box) -> bool:
    left, bottom, right, top = box
    return right - left >= _PATCH and top - bottom >= _PATCH
