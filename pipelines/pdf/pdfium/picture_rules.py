"""Picture rules: pictures as thin as a line, of one dot mostly, that some programs draw borders with.

Belongs here: which pictures of a page are lines. Does not belong here: paths (paths), pictures that cover something (covers).
"""

from collections.abc import Iterable, Iterator

from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium.bindings import Drawn
from pipelines.pdf.rulings import Segment, line_of


def picture_rules(drawn: Iterable[Drawn]) -> Iterator[Segment]:
    """Yield the pictures that are lines, in the page's own coordinates."""
    for part in drawn:
        if pdfium.IMAGE in part.kinds:
            for item, kind in zip(part.items, part.kinds, strict=True):
                if kind == pdfium.IMAGE and (box := pdfium.box_of(item)):
                    xs, ys = pdfium.corners(box, part)
                    if line := line_of((min(xs), min(ys), max(xs), max(ys))):
                        yield line
