"""Regions: the parts of a picture that hold one line of text each, none across a rule, none that cuts a character off.

Belongs here: lines as the detector sees them, parted at the cells, widened to their ink; ink in cells that it has not seen.
Does not belong here: finding lines (engines), reading them (reader). A detector leaves out a leading 一 or a dash, and
is as sure of the rest: whether ink stands beside a line is asked of the picture itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

Pixels = tuple[int, int, int, int]
"""left, top, right, bottom; right and bottom are the first pixel outside."""

_SAME_LINE = 0.5
"""Share of the lower of two boxes by which they overlap on one line."""
_INTO = 0.5
"""Heights of a line by which it must reach into a cell to stand there too."""
_APART = 1.3
"""Heights of white outside of cells after which ink is no part of a line."""
_INSET = 2
"""Pixels of a cell's rim that belong to its rules."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture with one line of text; cell: the number of the cell it stands in, None outside."""

    box: Pixels
    cell: int | None = None

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.box[3] - self.box[1]


def find_regions(lines: Iterable[Sequence[float]], cells: Sequence[Pixels], ink: Any) -> list[Region]:
    """Return the regions of a page: of the detector's lines, and of ink in cells that these leave out."""
    inner = [_inset(cell) for cell in cells]
    pieces = [piece for line in lines for piece in _part(_whole(line, ink), inner)]
    in_cells = ((cell, [p for p in pieces if p.cell == number]) for number, cell in enumerate(inner))
    inside = (_to_ink(line, cell, ink) for cell, own in in_cells for line in _merged(own))
    free = (_widened(p, [other for other in pieces if other is not p], ink) for p in pieces if p.cell is None)
    found = [one for one in (*inside, *free) if one]
    return [*found, *_left_out(found, inner, ink)]


def _whole(line: Sequence[float], ink: Any) -> Pixels:
    height, width = ink.shape
    left, top, right, bottom = line
    return max(0, int(left)), max(0, int(top)), min(width, int(right) + 1), min(height, int(bottom) + 1)


def _inset(cell: Pixels) -> Pixels:
    return cell[0] + _INSET, cell[1] + _INSET, cell[2] - _INSET, cell[3] - _INSET


def _part(line: Pixels, cells: Sequence[Pixels]) -> Iterator[Region]:
    """Yield the parts of a line in the cells it reaches into; the line itself where it reaches into none."""
    height = line[3] - line[1]
    parts = []
    for number, cell in enumerate(cells):
        common = _common(line, cell)
        wide, high = common[2] - common[0], common[3] - common[1]
        if wide > 0 and high >= _SAME_LINE * min(height, cell[3] - cell[1]):
            parts.append((Region(common, number), wide))
    most = max((wide for _, wide in parts), default=0)
    kept = [part for part, wide in parts if wide == most or wide > _INTO * height]
    yield from kept or [Region(line)]


def _common(one: Pixels, other: Pixels) -> Pixels:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _merged(pieces: Sequence[Region]) -> list[Region]:
    """Return the lines of a cell, pieces of one line as one."""
    lines: list[Region] = []
    for piece in sorted(pieces, key=lambda one: one.box[1]):
        before = lines[-1] if lines else None
        if before and _are_level(before.box, piece.box):
            lines[-1] = replace(before, box=_around(before.box, piece.box))
        else:
            lines.append(piece)
    return lines


def _are_level(one: Pixels, other: Pixels) -> bool:
    common = min(one[3], other[3]) - max(one[1], other[1])
    return common >= _SAME_LINE * min(one[3] - one[1], other[3] - other[1])


def _around(one: Pixels, other: Pixels) -> Pixels:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _to_ink(piece: Region, cell: Pixels, ink: Any) -> Region | None:
    """Return a line of a cell with all ink of its height in that cell."""
    _, top, _, bottom = piece.box
    return _around_ink(replace(piece, box=(cell[0], top, cell[2], bottom)), ink)


def _widened(piece: Region, others: Sequence[Region], ink: Any) -> Region | None:
    """Return a line outside of cells, widened by the ink close to its ends, up to the next line beside it."""
    left, top, right, bottom = piece.box
    beside = [other.box for other in others if _are_level(other.box, piece.box)]
    least = max((box[2] for box in beside if box[2] <= left + piece.height), default=0)
    most = min((box[0] for box in beside if box[0] >= right - piece.height), default=ink.shape[1])
    inked = np.flatnonzero(ink[top:bottom, :].any(axis=0))
    gap = _APART * piece.height
    for column in inked[(inked < left) & (inked >= least)][::-1].tolist():
        if left - column > gap:
            break
        left = column
    for column in inked[(inked >= right) & (inked < most)].tolist():
        if column - right > gap:
            break
        right = column + 1
    return _around_ink(replace(piece, box=(left, top, right, bottom)), ink)


def _around_ink(piece: Region, ink: Any) -> Region | None:
    """Return a region as small as its ink; None without any."""
    left, top, right, bottom = piece.box
    part = ink[top:bottom, left:right]
    columns, rows = np.flatnonzero(part.any(axis=0)), np.flatnonzero(part.any(axis=1))
    if not len(columns):
        return None
    box = left + int(columns[0]), top + int(rows[0]), left + int(columns[-1]) + 1, top + int(rows[-1]) + 1
    return replace(piece, box=box)


def _left_out(found: Sequence[Region], cells: Sequence[Pixels], ink: Any) -> Iterator[Region]:
    """Yield the regions of the ink in cells that no region holds, a line each."""
    rest = ink.copy()
    for region in found:
        left, top, right, bottom = region.box
        margin = max(2, region.height // 4)
        rest[max(0, top - margin) : bottom + margin, max(0, left - margin) : right + margin] = 0
    for number, (left, top, right, bottom) in enumerate(cells):
        part = rest[top:bottom, left:right]
        if part.any():
            _, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
            spots = [
                Region((left + x, top + y, left + x + w, top + y + h), number) for x, y, w, h, _ in stats[1:].tolist()
            ]
            yield from _merged(spots)
