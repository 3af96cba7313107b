"""Outlined: the paths of a page without those that trace printed characters.

Belongs here: leaving them out of what pdfium finds. Does not belong here: what an outline is (outlines).
"""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.pdf.glyphs import Glyph
from pipelines.pdf.outlines import Printed
from pipelines.pdf.pdfium.bindings import Drawn
from pipelines.pdf.pdfium.covers import to_view
from pipelines.pdf.pdfium.paths import extents
from pipelines.pdf.rotation import Frame

_RECTANGLE = 5
"""Segments of a rectangle: more are no cell's frame; so many are an outline (一) only on a page that has others."""


def without_outlines(drawn: Sequence[Drawn], glyphs: Sequence[Glyph], frame: Frame) -> Sequence[Drawn]:
    """Leave out the paths that trace these characters, sorted and as seen."""
    if not any(count > _RECTANGLE for part in drawn for count in part.segments):
        return drawn
    printed = Printed(glyphs)
    if not any(_outlines(part, printed, frame, _RECTANGLE + 1) for part in drawn):
        return drawn
    return [_without(part, _outlines(part, printed, frame, _RECTANGLE)) for part in drawn]


def _outlines(part: Drawn, printed: Printed, frame: Frame, least: int) -> set[int]:
    """Find the places of the outlines among the paths that have so many segments at least."""
    drawn = [place for place, count in enumerate(part.segments) if count >= least]
    counts = [part.segments[place] for place in drawn]
    boxes = extents([part.path_handles[place] for place in drawn], counts)
    return {
        place
        for place, count, box in zip(drawn, counts, boxes, strict=True)
        if printed.is_outline(to_view(box, part, frame), count)
    }


def _without(part: Drawn, places: set[int]) -> Drawn:
    """Leave some paths out of a part."""
    kept = [place for place in range(len(part.paths)) if place not in places]
    return replace(
        part,
        paths=[part.paths[place] for place in kept],
        path_handles=[part.path_handles[place] for place in kept],
        segments=[part.segments[place] for place in kept],
    )
