"""Drawn pages: what is drawn on a page, in the order of drawing, and which of its texts nobody sees.

Belongs here: asking all of that of a page once, for those who read it. Does not belong here: telling what is not seen (visibility), what
lies over something (covers), what is suspicious (suspicion).
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from pipelines.pdf.pages import Box
from pipelines.pdf.pdfium import bindings, visibility
from pipelines.pdf.pdfium.bindings import Drawn
from pipelines.pdf.pdfium.visibility import Patch, Uncertain
from pipelines.pdf.pdfium.watermarks import watermarks, without_texts
from pipelines.pdf.rotation import Frame

Order = tuple[int, ...]
"""A place in the order of drawing."""
Patches = Mapping[Order, Sequence[Patch]]
"""What is filled in each part of a page, by the order of the part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """What is drawn on a page, part by part, and how it is seen.

    texts: its text objects; patches: what is filled; uncertain: what visibility is not sure of, by the order of its part; unseen: text objects
    that nobody sees, and watermarks; clips: the box of the page that a text sticking out of it is seen in; annotated: boxes of annotations, as seen.
    """

    frame: Frame
    parts: Sequence[Drawn]
    texts: Sequence[int]
    patches: Patches
    uncertain: Mapping[Order, Uncertain]
    unseen: Set[int]
    clips: Mapping[int, Box]
    annotated: Sequence[Box]
    has_watermark: bool


def drawn_page(address: int, frame: Frame, annotated: Sequence[Box], hidden: frozenset[str]) -> DrawnPage:
    """Ask pdfium what is drawn on a page; annotated: boxes on the page; hidden: names of layers that are not shown."""
    parts = bindings.objects(address)
    patches = {part.order: visibility.patches(part) for part in parts}
    marks = watermarks(parts, patches)
    parts = [without_texts(part, marks) for part in parts] if marks else parts
    texts = [item for part in parts for _, item in part.texts]
    uncertain = {part.order: Uncertain() for part in parts}
    unseen = {item for part in parts for item in visibility.unseen(part, patches[part.order], uncertain[part.order])}
    if hidden:
        unseen |= set(visibility.in_layers(texts, hidden))
    return DrawnPage(
        frame=frame,
        parts=parts,
        texts=texts,
        patches=patches,
        uncertain=uncertain,
        unseen=unseen | marks,
        clips=uncertain[()].clips,
        annotated=frame.boxes_to_view(annotated),
        has_watermark=bool(marks),
    )
