"""Rotation: a page's own coordinates as the page is seen, from its top left corner and after /Rotate.

Belongs here: the box that is shown and /Rotate, a page whose text runs along its side. Does not belong here: what stands at the points (pdfium.text, rulings), what of
a page is shown (cropping).
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from pipelines.pdf.pages import Box


class Frame:
    """Where the box that a page shows lies and how many quarter turns /Rotate gives it, clockwise."""

    def __init__(self, box: Box, rotate: int) -> None:
        (self.left, self.right), (self.bottom, self.top) = sorted(box[::2]), sorted(box[1::2])
        self.quarters = rotate // 90 % 4

    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is seen."""
        size = self.right - self.left, self.top - self.bottom
        return size[::-1] if self.quarters % 2 else size

    def to_view(self, xs: Sequence[float], ys: Sequence[float]) -> tuple[list[float], list[float]]:
        """Turn points of the PDF into points as they are seen: from the left and from the top."""
        if self.quarters in (2, 3):
            across = [self.right - x for x in xs]
        else:
            across = [x - self.left for x in xs] if self.left else list(xs)
        along = [y - self.bottom for y in ys] if self.quarters in (1, 2) else [self.top - y for y in ys]
        return (along, across) if self.quarters % 2 else (across, along)

    def lines_to_view(self, lines: Sequence[Box]) -> list[Box]:
        """Turn the ends of lines of the PDF (x0, y0, x1, y1) into the same lines as they are seen."""
        x0, y0, x1, y1 = zip(*lines, strict=True)
        starts, ends = self.to_view(x0, y0), self.to_view(x1, y1)
        return list(zip(*starts, *ends, strict=True))

    def boxes_to_view(self, boxes: Sequence[Box]) -> list[Box]:
        """Turn boxes of the PDF (left, bottom, right, top) into the same boxes as they are seen (x0, top, x1, bottom)."""
        lines = self.lines_to_view(boxes) if boxes else []
        return [(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)) for x0, y0, x1, y1 in lines]

    def from_view(self, box: Box) -> Box:
        """Turn a box of the page as it is seen (x0, top, x1, bottom) into that of the PDF (left, bottom, right, top)."""
        corners = [self._point(box[0], box[1]), self._point(box[2], box[3])]
        (x0, x1), (y0, y1) = (sorted(values) for values in zip(*corners, strict=True))
        return x0, y0, x1, y1

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point as it is seen into one of the PDF."""
        across, along = (y, x) if self.quarters % 2 else (x, y)
        return (
            self.right - across if self.quarters in (2, 3) else self.left + across,
            self.bottom + along if self.quarters in (1, 2) else self.top - along,
        )


_MOST, _FEWEST = 0.8, 30
"""Share of the characters of a page that run along its side where it is read so, and how many there are at least."""


def quarters_of(turns: Iterable[int]) -> int:
    """Return the quarter turns with the clock after which most of a page's characters stand upright: 0 for nearly every page.

    A wide table is often printed along the side of an upright page, and no /Rotate says so.
    turns: of each character, quarter turns against the clock from upright.
    """
    counted = Counter(turns)
    [(turn, most)] = counted.most_common(1) or [(0, 0)]
    return turn if most >= max(_FEWEST, _MOST * counted.total()) else 0
