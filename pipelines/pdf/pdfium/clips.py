"""Clips: which texts of a page lie outside what they are clipped to, and which are cut by it.

Belongs here: clips as pdfium knows them, against the bounds of texts. Does not belong here: whatever else hides a text (visibility), characters
of a text that is cut (clipped_words).
"""

import ctypes
from collections.abc import Iterator, Sequence
from itertools import islice, repeat

from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium import bulk
from pipelines.pdf.pdfium.bindings import Box, Drawn

PLAY = 1.0
"""Points by which a text may stick out of its clip: the white beside its characters."""
_BOX = (4, 5)
"""Segments of a box: its corners, and often the first again."""


def outside_clips(drawn: Drawn, cut: list[Box], boxes_of: dict[int, Box]) -> Iterator[int]:
    """Yield the texts that lie wholly outside a box they are clipped to.

    cut: takes the bounds of what sticks out of one, or is clipped to another shape; boxes_of: takes the box that each text sticking out is seen in.
    """
    items, handles = [item for _, item in drawn.texts], drawn.text_handles
    clips = list(map(bulk.clip_of, handles))
    counts = list(map(bulk.count_clips, bulk.handles(clips)))
    if max(counts, default=0) <= 0:
        return
    clipped = [found for found in zip(items, handles, clips, counts, strict=True) if found[3] > 0]
    knows, bounds = bulk.answers(bulk.bounds, ctypes.c_float, 4, [own for _, own, _, _ in clipped])
    boxes = _clip_boxes([(clip or 0, index) for _, _, clip, count in clipped for index in range(count)])
    for (item, _, _, count), is_known, left, bottom, right, top in zip(clipped, knows, *bounds, strict=True):
        own = list(islice(boxes, count))
        for box in own if is_known else ():
            if box and (right < box[0] or left > box[2] or top < box[1] or bottom > box[3]):
                yield item
                break
            if not box or left < box[0] - PLAY or right > box[2] + PLAY or _is_cut_across(bottom, top, box):
                cut.append((left, bottom, right, top))
                if box:
                    boxes_of[item] = _shared(box, boxes_of.get(item, box))


def _shared(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _is_cut_across(bottom: float, top: float, clip: Box) -> bool:
    """Whether a clip takes more of a text's height than the room above and below its characters."""
    room = (top - bottom) / 4
    return bottom < clip[1] - room or top > clip[3] + room


def _clip_boxes(paths: Sequence[tuple[int, int]]) -> Iterator[Box | None]:
    """Yield the box of each of some paths of clips (a clip's address, the path's index in it), None where it is another shape.

    Most objects of a page are clipped to the same few, which are told by the address of their first segment.
    """
    clips, indices = [bulk.handle(clip) for clip, _ in paths], [index for _, index in paths]
    firsts = list(map(bulk.clip_segment, clips, indices, repeat(0)))
    boxes = {first: _clip_box(*path, first) for first, path in dict(zip(firsts, paths, strict=True)).items()}
    return map(boxes.__getitem__, firsts)


def _clip_box(clip: int, index: int, first: int) -> Box | None:
    """Return the box of one of a clip's paths, None where it is another shape; first: its first segment."""
    if pdfium.count_clip_segments(clip, index) not in _BOX:
        return None
    (x0, y0), (x1, y1) = pdfium.point(first), pdfium.point(pdfium.clip_segment(clip, index, 2))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
