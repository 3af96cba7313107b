"""Suspicion: where on a page something may cover or hide text, or draw what is no text: these cells are looked at in pictures.

Belongs here: objects by place, order, colour and clip. Does not belong here: what surely hides text (visibility), what the
picture shows (rendering), resources of the page (page_resources). Most pages have nothing of the kind.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipelines.pdf.drawn_signs import LONGEST
from pipelines.pdf.pages import Box
from pipelines.pdf.pdfium import bindings as pdfium
from pipelines.pdf.pdfium import covers
from pipelines.pdf.pdfium.bindings import Colour, Drawn
from pipelines.pdf.pdfium.covers import seen_box, to_view
from pipelines.pdf.pdfium.drawn_pages import DrawnPage, Patches
from pipelines.pdf.rotation import Frame
from pipelines.pdf.rulings import SNAP, Rulings, Segment

_DARK = 128
"""Out of 255: how bright a text is at most that is surely seen on paper."""
_OPAQUE = 242
_RED = 150, 90
"""Out of 255: how much red there is at least in a red text, and how much green and blue at most."""
_CORNERS = 6
"""Segments of a box at most; what has more is a drawing, perhaps of a digit."""
_SLANT = 1.0
"""Points that both ends of a slanted line differ, across and along."""

Point = tuple[float, float]


@dataclass(slots=True, kw_only=True)
class Suspicion:
    """Places as seen: areas to look at in pictures, and those of text, which concern no empty cell.

    patched: texts in part under a patch, be they figures or words. under_picture, under_patch, red: the middles of texts that lie under one, or are red.
    draws_glyphs: characters of the page are drawings, which need not have any ink.
    """

    areas: list[Box] = field(default_factory=list)
    texts: list[Box] = field(default_factory=list)
    patched: list[Box] = field(default_factory=list)
    under_picture: list[Point] = field(default_factory=list)
    under_patch: list[Point] = field(default_factory=list)
    red: list[Point] = field(default_factory=list)
    draws_glyphs: bool = False

    def is_any(self) -> bool:
        """Whether there is anything to look at."""
        return self.draws_glyphs or self.has_places()

    def has_places(self) -> bool:
        """Whether something may cover or hide text, or draw what is no text."""
        return bool(self.areas or self.texts or self.patched or self.under_picture or self.under_patch or self.red)


def look_for(drawn: DrawnPage, lines: Sequence[Segment], ruled: Rulings, tables: Sequence[Sequence[Box]]) -> Suspicion:
    """Find what is suspicious among the objects of a page; lines: as drawn; ruled, tables: as seen."""
    found, frame = Suspicion(), drawn.frame
    for part in drawn.parts:
        _note_texts(found, part, frame)
        found.texts += [to_view(box, part, frame) for box in drawn.uncertain[part.order].perhaps]
        found.patched += [to_view(box, part, frame) for box in drawn.uncertain[part.order].patched]
        drawings = [box for (_, _, box), count in zip(part.paths, part.segments, strict=True) if count > _CORNERS]
        found.areas += [to_view(box, part, frame) for box in drawings]
    found.areas += _loose(lines, ruled, tables, frame)
    _look_under(found, drawn.parts, drawn.patches, frame)
    return found


def _note_texts(found: Suspicion, part: Drawn, frame: Frame) -> None:
    """Note texts that are bright, transparent, outlined or of a colour not known, and red ones."""
    knows, red, green, blue, opacity = part.fills
    if not knows or (
        all(knows)
        and max(*red, *green, *blue, 0) < _DARK
        and min(opacity) >= _OPAQUE
        and pdfium.STROKED not in part.modes
    ):
        return
    for (_, item), fill, mode in zip(part.texts, zip(*part.fills, strict=True), part.modes, strict=True):
        if (mode == pdfium.STROKED or not _is_plain(fill)) and (box := seen_box(item, part, frame)):
            if _is_red(fill):
                found.red.append(_middle(box))
            else:
                found.texts.append(box)


def _is_plain(fill: Colour) -> bool:
    known, red, green, blue, opacity = fill
    return bool(known) and 3 * red + 6 * green + blue <= 10 * _DARK and opacity >= _OPAQUE and not _is_red(fill)


def _is_red(fill: Colour) -> bool:
    known, red, green, blue, _ = fill
    return bool(known) and red >= _RED[0] and green <= _RED[1] and blue <= _RED[1]


def _loose(lines: Sequence[Segment], ruled: Rulings, tables: Sequence[Sequence[Box]], frame: Frame) -> Iterator[Box]:
    """Yield the lines inside tables that are no rule of a cell: slanted, short, or between the rules."""
    if not tables:
        return
    xs = sorted({x for boxes in tables for box in boxes for x in (box[0], box[2])})
    ys = sorted({y for boxes in tables for box in boxes for y in (box[1], box[3])})
    across, down = set(ys), set(xs)
    yield from ((e.start, e.at, e.end, e.at) for e in ruled.across if e.at not in across)
    yield from ((e.at, e.start, e.at, e.end) for e in ruled.down if e.at not in down)
    if odd := [line for line in lines if _is_odd(line)]:
        for x0, y0, x1, y1 in frame.lines_to_view(odd):
            box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            if not (_is_near(box[1], box[3], ys) or _is_near(box[0], box[2], xs)):
                yield box


def _is_odd(line: Segment) -> bool:
    width, height = abs(line[2] - line[0]), abs(line[3] - line[1])
    return (width > _SLANT and height > _SLANT) or width + height < LONGEST


def _is_near(start: float, end: float, places: Sequence[float]) -> bool:
    """Whether a line that reaches from start to end, across the rules at some places, lies along one of them."""
    if end - start > SNAP:
        return False
    nearest = places[max(0, bisect_left(places, start) - 1) :][:2]
    return any(abs(place - (start + end) / 2) <= SNAP for place in nearest)


def _look_under(found: Suspicion, drawn: Sequence[Drawn], filled: Patches, frame: Frame) -> None:
    """Note pictures, the texts under them, and those under a patch of another form."""
    pictures = [cover for part in drawn for cover in covers.pictures(part, frame)]
    found.areas += [box for _, box in pictures]
    patches = [
        (part, order, box) for part in drawn if len(drawn) > 1 for order, box in covers.opaque(part, filled, frame)
    ]
    if not pictures and not patches:
        return
    for part in drawn:
        for place, item in part.texts:
            box = seen_box(item, part, frame)
            if box is None:
                continue
            middle, order = _middle(box), (*part.order, place)
            if any(above > order and _is_inside(middle, cover) for above, cover in pictures):
                found.under_picture.append(middle)
            if any(by is not part and above > order and _is_inside(middle, cover) for by, above, cover in patches):
                found.under_patch.append(middle)


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _is_inside(point: Point, box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
