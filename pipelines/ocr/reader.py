"""Reader: one page that is a picture, read by two recognisers into the form that every page has.

Belongs here: the order of things from grey pixels to a Page. Does not belong here: which pages are read so (scans), each step
(straight, rules, regions, engines, agreement, characters), cells and lines (pdf.lattice, pdf.glyphs).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from statistics import median
from typing import Any

import cv2

from pipelines.ocr import engines
from pipelines.ocr.agreement import agree, differ_in_digits
from pipelines.ocr.characters import place_characters
from pipelines.ocr.decimals import without_point
from pipelines.ocr.foreign_ink import find_foreign, without_rests_of_rules
from pipelines.ocr.lost_rules import without_rule
from pipelines.ocr.orientation import as_colour, find_quarters, turn
from pipelines.ocr.reasons import (
    LOST_RULE,
    NO_GRID,
    NO_POINT,
    OPEN_GRID,
    OVERLAID,
    TOO_LARGE,
    UNLIKE,
    NotRead,
    too_coarse,
)
from pipelines.ocr.regions import Region, find_regions
from pipelines.ocr.rules import find_ink
from pipelines.ocr.straight import straighten
from pipelines.pdf import (
    Box,
    Edge,
    Glyph,
    Grid,
    Page,
    Rulings,
    Scan,
    Unsure,
    count_characters,
    lattice,
    rulings,
    text_lines,
)

POINTS = 72
"""Points an inch."""
RESOLUTION = 200
"""Dots an inch at which a page is read."""
_LEAST = 100
"""Dots an inch below which a page is not read: at 75 every twelfth amount is read wrong (docs/scans.md)."""
_CLOSED = 0.97
"""Share of a table's area that its cells fill if its grid closes."""
_FRAME = 2
"""Rules across that meet two rules down and make no more than a frame."""
_RIM = 4
"""Pixels of paper around a line that is read."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page: where, what each recogniser reads."""

    region: Region
    first: engines.Said
    second: str
    is_foreign: bool

    @property
    def doubt(self) -> str:
        """Why it is not sure: both read the same, and something, and nothing lies over it; "" where it is."""
        if not self.first.text.strip() or not agree(self.first.text, self.second):
            return UNLIKE
        return OVERLAID if self.is_foreign else ""


def read_picture(scan: Scan) -> Page:
    """Read a page off its picture; raises NotRead."""
    if scan.resolution < _LEAST:
        raise NotRead(too_coarse(scan.resolution, _LEAST))
    if scan.pixels is None:
        raise NotRead(TOO_LARGE)
    pixels, _ = straighten(scan.pixels)
    quarters, lines = find_quarters(pixels)
    pixels = turn(pixels, quarters)
    ink = find_ink(pixels, RESOLUTION)
    tables = lattice.tables(rulings.complete(ink.rules))
    _check_closed(tables, ink.rules)
    cells = sorted((cell for table in tables for cell in table), key=lambda cell: (cell[1], cell[0]))
    return _page(scan, quarters, tables, cells, _read_lines(pixels, ink.text, cells, lines))


def _check_closed(tables: Sequence[Sequence[Box]], ruled: Rulings) -> None:
    """Raise NotRead where rules cross and enclose no cells, or cells that leave holes; the frame of a chart is no grid."""
    if not tables and sum(_crosses(one, ruled.down) > 1 for one in ruled.across) > _FRAME:
        raise NotRead(NO_GRID)
    for cells in tables:
        width = max(c[2] for c in cells) - min(c[0] for c in cells)
        height = max(c[3] for c in cells) - min(c[1] for c in cells)
        if fsum((c[2] - c[0]) * (c[3] - c[1]) for c in cells) < _CLOSED * width * height:
            raise NotRead(OPEN_GRID)


def _crosses(one: Edge, others: Sequence[Edge]) -> int:
    """Count the rules that a rule of the other direction meets."""
    return sum(
        o.start - rulings.SNAP <= one.at <= o.end + rulings.SNAP
        and one.start - rulings.SNAP <= o.at <= one.end + rulings.SNAP
        for o in others
    )


def _read_lines(pixels: Any, ink: Any, cells: Sequence[Box], lines: Sequence[Box]) -> list[_Line]:
    """Read each line of text twice; lines: where the picture has some."""
    scale = RESOLUTION / POINTS
    bounds = [(round(c[0] * scale), round(c[1] * scale), round(c[2] * scale), round(c[3] * scale)) for c in cells]
    ink = without_rests_of_rules(ink, bounds, RESOLUTION)
    picture = as_colour(pixels)
    regions = find_regions(lines, bounds, ink)
    parts = [_cut(picture, region, bounds) for region in regions]
    first, second = engines.read_first(parts), engines.read_second(parts)
    foreign = find_foreign(regions, bounds, ink)
    return [_Line(*line) for line in zip(regions, first, second, foreign, strict=True)]


def _cut(picture: Any, region: Region, cells: Sequence[tuple[int, int, int, int]]) -> Any:
    """Cut a line out of the picture with some paper around it, nothing of the rules of its cell; a dash gets the height of a line."""
    left, top, right, bottom = region.box
    rim = max(_RIM, region.height // 6)
    box = left - rim, top - rim, right + rim, bottom + rim
    if region.cell is not None:
        cell = cells[region.cell]
        box = max(box[0], cell[0] + 3), max(box[1], cell[1] + 3), min(box[2], cell[2] - 2), min(box[3], cell[3] - 2)
    part = picture[max(0, box[1]) : max(box[3], box[1] + 2), max(0, box[0]) : max(box[2], box[0] + 2)]
    lacking = max(0, 24 - part.shape[0])
    if lacking:
        part = cv2.copyMakeBorder(part, lacking // 2, lacking - lacking // 2, 8, 8, cv2.BORDER_REPLICATE)
    return part


def _page(
    scan: Scan, quarters: int, tables: Sequence[Sequence[Box]], cells: Sequence[Box], lines: Sequence[_Line]
) -> Page:
    """Put a page together from its cells and lines."""
    scale = POINTS / RESOLUTION
    size = (scan.height, scan.width) if quarters % 2 else (scan.width, scan.height)
    usual = median([line.region.height for line in lines] or [1]) * scale
    glyphs: list[Glyph] = []
    for line in lines:
        glyphs += place_characters(line.first, line.region.box, scale, usual)
    grids, outside = lattice.fill([list(table) for table in tables], sorted(glyphs))
    texts = text_lines(outside)
    unsure = [line for line in lines if line.doubt]
    return Page(
        number=scan.number,
        width=size[0],
        height=size[1],
        lines=texts,
        grids=grids,
        character_count=count_characters(texts, grids),
        has_picture=True,
        unsure=(
            *(_as_unsure(line, cells[line.region.cell]) for line in unsure if line.region.cell is not None),
            *_misread_cells(grids),
        ),
        covers=tuple(_as_unsure(line, _in_points(line.region)) for line in unsure if line.region.cell is None),
        origin="ocr",
        quarters=quarters,
    )


def _misread_cells(grids: Sequence[Grid]) -> Iterator[Unsure]:
    """Yield the cells in which a decimal point, or between which a rule, seems to be lost."""
    for grid in grids:
        yield from (Unsure(box=cell.box, reason=NO_POINT, is_provable=True) for cell in without_point(grid))
    for grid in grids:
        yield from (
            Unsure(box=cell.box, reason=LOST_RULE, is_hidden=True, is_merged=True) for cell in without_rule(grid)
        )


def _as_unsure(line: _Line, box: Box) -> Unsure:
    return Unsure(
        box=box, reason=line.doubt, is_hidden=differ_in_digits(line.first.text, line.second), is_provable=True
    )


def _in_points(region: Region) -> Box:
    left, top, right, bottom = (edge * POINTS / RESOLUTION for edge in region.box)
    return left, top, right, bottom
