"""Watermarks: faint text that portals and office programs print across a page, upright: a name in large letters, or again and again in a grid.

Belongs here: telling it from faint text that is meant (zeros in grey, a heading on a dark ground). Does not belong here: slanted text, which is
never read (glyphs), text that nobody sees (visibility).
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipelines.pdf.pages import Box, holds, reach
from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium.bindings import Drawn
from pipelines.pdf.pdfium.visibility import Patch

_FAINT = 140, 250
"""Out of 255: how bright a faint text is on white paper, at least and below; white is seen on a dark ground alone."""
_OVER = 2.0, 0.3
"""Points, and the share of the lower one's height, by which two texts lie on one another at least."""
_AGAIN = 4
"""Texts of one width in a grid, at least."""
_BROAD = 40.0
"""Points that a text of a grid is long at least; an amount or a word of a heading is not."""
_LARGE, _CLEAR, _PALE = 30.0, 204, 190
"""Points that a text is high at least, and of 255 how opaque it is at most, or how bright at least on a page without pictures, that is a
watermark wherever it stands."""


class _Colour(NamedTuple):
    """Red, green, blue and opacity, of 255."""

    red: int
    green: int
    blue: int
    opacity: int


@dataclass(frozen=True, slots=True)
class _Text:
    """A text object and its box, left, bottom, right and top on the page."""

    item: int
    box: Box


def watermarks(parts: Sequence[Drawn], patches: Mapping[tuple[int, ...], Sequence[Patch]]) -> set[int]:
    """Return the text objects of a page that are a watermark: faint ones of a colour of which some lie on other text, make a grid, or are large and transparent."""
    faint: dict[_Colour, list[tuple[Drawn, int]]] = {}
    for part in parts:
        for (_, item), colour in zip(part.texts, zip(*part.fills, strict=True), strict=True):
            if _is_faint(*colour):
                faint.setdefault(_Colour(*colour[1:]), []).append((part, item))
    if not faint:
        return set()
    pale = {item for some in faint.values() for _, item in some}
    dark = [text for part in parts for text in _texts(part, (item for _, item in part.texts if item not in pale))]
    grounds = [_placed(part, one.box) for part in parts for one in patches[part.order] if one.is_dark]
    is_pictured = any(pdfium.IMAGE in part.kinds or pdfium.SHADING in part.kinds for part in parts)
    found: set[int] = set()
    for colour, some in faint.items():
        texts = [text for part, item in some for text in _texts(part, [item]) if not _lies_on(text, grounds)]
        may_be_large = colour.opacity <= _CLEAR or (not is_pictured and _brightness(*colour) >= _PALE)
        is_large = may_be_large and any(map(_is_large, texts))
        if is_large or _makes_grid(texts) or any(_lies_over(text, other) for text in texts for other in dark):
            found.update(text.item for text in texts)
    return found


def without_texts(part: Drawn, items: Container[int]) -> Drawn:
    """Return a part without some of its text objects: what lies over or under a watermark tells nothing."""
    kept = [index for index, (_, item) in enumerate(part.texts) if item not in items]
    return replace(
        part,
        texts=[part.texts[index] for index in kept],
        text_handles=[part.text_handles[index] for index in kept],
        fills=[[channel[index] for index in kept] for channel in part.fills],
        modes=[part.modes[index] for index in kept],
    )


def _is_faint(knows: int, red: int, green: int, blue: int, opacity: int) -> bool:
    return bool(knows) and _FAINT[0] <= _brightness(red, green, blue, opacity) < _FAINT[1]


def _brightness(red: int, green: int, blue: int, opacity: int) -> float:
    """How bright a colour is on white paper, of 255."""
    return 255 - (255 - (3 * red + 6 * green + blue) / 10) * opacity / 255


def _texts(part: Drawn, items: Iterable[int]) -> list[_Text]:
    return [_Text(item, _placed(part, box)) for item in items if (box := pdfium.box_of(item))]


def _placed(part: Drawn, box: Box) -> Box:
    """Place a box of a part on the page."""
    xs, ys = pdfium.corners(box, part)
    return min(xs), min(ys), max(xs), max(ys)


def _lies_on(text: _Text, grounds: Iterable[Box]) -> bool:
    middle = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    return any(holds(ground, middle) for ground in grounds)


def _lies_over(one: _Text, other: _Text) -> bool:
    height = min(*_size(one.box), *_size(other.box))
    return reach(one.box, other.box) > max(_OVER[0], _OVER[1] * height)


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _is_large(text: _Text) -> bool:
    return min(_size(text.box)) >= _LARGE


def _makes_grid(texts: Sequence[_Text]) -> bool:
    """Whether texts of one width stand in several rows and columns."""
    alike: dict[tuple[int, int], list[Box]] = {}
    for box in (text.box for text in texts):
        if max(size := _size(box)) >= _BROAD:
            alike.setdefault((round(size[0]), round(size[1])), []).append(box)
    return any(
        len(boxes) >= _AGAIN and all(len({round(box[side]) for box in boxes}) > 1 for side in (0, 1))
        for boxes in alike.values()
    )
