"""Covers: what is drawn over text: pictures, opaque patches, annotations.

Belongs here: covers in the order of drawing, which of them lie over the running text. Does not belong here: text that nobody sees
(visibility), cells in doubt (suspicion, doubtful_cells), which annotations show something (annotations).
"""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from pipelines.pdf.pages import OVERLAP, Box, Line, Unsure, reach
from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium.bindings import Drawn
from pipelines.pdf.pdfium.drawn_pages import DrawnPage, Order, Patches
from pipelines.pdf.rotation import Frame
from pipelines.pdf.rulings import line_of

ANNOTATED = "an annotation or a form field lies over it"
UNDER_PICTURE = "a picture lies over it"
UNDER_PATCH = "something opaque is drawn over it"
COVERED = (ANNOTATED, UNDER_PICTURE, UNDER_PATCH)


class Cover(NamedTuple):
    """Something drawn: its place in the order of drawing, and its box as seen."""

    order: Order
    box: Box


def pictures(part: Drawn, frame: Frame) -> Iterator[Cover]:
    """Yield the pictures and shadings of a part, but for pictures that are lines."""
    if pdfium.IMAGE in part.kinds or pdfium.SHADING in part.kinds:
        for place, (item, kind) in enumerate(zip(part.items, part.kinds, strict=True)):
            box = seen_box(item, part, frame) if kind in (pdfium.IMAGE, pdfium.SHADING) else None
            if box and (kind == pdfium.SHADING or not line_of(box)):
                yield Cover((*part.order, place), box)


def opaque(part: Drawn, patches: Patches, frame: Frame) -> Iterator[Cover]:
    """Yield the patches of a part through which nothing is seen."""
    for patch in patches[part.order]:
        if patch.hides:
            yield Cover((*part.order, patch.place), to_view(patch.box, part, frame))


def over_lines(lines: Sequence[Line], drawn: DrawnPage) -> tuple[Unsure, ...]:
    """Return what lies over lines of running text."""
    frame = drawn.frame
    lying = [(cover, UNDER_PICTURE) for part in drawn.parts for cover in pictures(part, frame)]
    lying += [(cover, UNDER_PATCH) for part in drawn.parts for cover in opaque(part, drawn.patches, frame)]
    near = [one for one in lying if any(reach(one[0].box, line.box) > OVERLAP for line in lines)]
    texts = [text for part in drawn.parts for text in _texts(part, drawn.unseen, frame)] if near else []
    over = [
        Unsure(box=cover.box, reason=reason, is_hidden=True)
        for cover, reason in near
        if any(text.order < cover.order and reach(text.box, cover.box) > OVERLAP for text in texts)
    ]
    return (*(Unsure(box=box, reason=ANNOTATED, is_hidden=True) for box in drawn.annotated), *over)


def _texts(part: Drawn, unseen: Container[int], frame: Frame) -> Iterator[Cover]:
    """Yield the text objects of a part that are read."""
    for place, item in part.texts:
        if item not in unseen and (box := seen_box(item, part, frame)):
            yield Cover((*part.order, place), box)


def seen_box(item: int, part: Drawn, frame: Frame) -> Box | None:
    """Return the box of an object as seen; None for one of which pdfium knows none."""
    box = pdfium.box_of(item)
    return to_view(box, part, frame) if box else None


def to_view(box: pdfium.Box, part: Drawn, frame: Frame) -> Box:
    """Turn a box of a part into the box as seen."""
    xs, ys = frame.to_view(*pdfium.corners(box, part))
    return min(xs), min(ys), max(xs), max(ys)
