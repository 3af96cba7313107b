"""Pages: what a reader of a file hands on: text lines and ruled grids with their places.

Belongs here: the values, whatever library read them.
Does not belong here: reading PDFs (pdfium.reader, plumber_reader) or other files (formats), what a character is (glyphs), finding cells between
rulings (lattice), what a table means (forms). Coordinates are points from the page's top left corner as it is shown (of its CropBox), after /Rotate.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from pipelines.doubts import Doubt

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""
OVERLAP = 1.5
"""Points by which a cover must reach into a cell or a number to lie over it."""
SCANNED_BELOW = 20
"""Characters below which a page with a picture counts as a picture: it may still print a page number or a seal."""


class Mark(NamedTuple):
    """A character, where it begins along its line, and its baseline, in points of the page."""

    text: str
    start: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text outside the grids; `spans` holds (x0, x1) of each character of the text."""

    text: str
    box: Box
    spans: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One ruled cell: its place in the grid, the rows and columns it spans, its text and box; page: 0, or another than the grid's."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    box: Box
    page: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table as drawn on one page; `edges` are its column boundaries from left to right."""

    box: Box
    edges: tuple[float, ...]
    row_count: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """A cell, or a part of the running text, that may not be what the page shows: its box, and why.

    is_hidden: whether something lies over it, so that a name or a code in it is in doubt as a number would be.
    is_provable: whether its text is most likely what the page shows, so that a sum it fits in proves it.
    is_merged: whether it may be two cells, so that its amount may be of another row or column.
    """

    box: Box
    reason: str
    is_hidden: bool = False
    is_provable: bool = False
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Where the text of a box stands in a file without pages: `name` as people know it there (C5:D5; table 2, row 3, cell 1)."""

    box: Box
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The page of a file that a page was taken from, where the two differ: two pages printed on one, or another size.

    number: its number in the file; box: where on it the page stands, in points of the sheet so turned; scale: by what that was enlarged to be
    read; width, height, quarters: as of a page.
    """

    number: int
    box: Box
    scale: float
    width: float
    height: float
    quarters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: number from 1, size in points, text lines and grids from top to bottom.

    is_damaged: its bytes are spoiled, so that text may be missing or wrong. has_picture: a picture is printed on it.
    unsure: cells in doubt, by what is drawn. covers: what lies over the lines outside the grids.
    quarters: turns with the clock after which it is read, of a page whose text or picture lay on its side or its head; all boxes, width and
    height are of the page so turned. has_watermark: upright text was left out that only its faintness tells. origin: how its texts were had: text (they are stored in the file), ocr (read off a picture). name: what it is called where
    a file has no pages (a sheet), or is one of several (第3页); member: the path of its file in an archive; addresses: where its cells and lines stand there.
    sheet: of all pages of a file in which one was printed with another on one sheet, or at another size; None in nearly every file.
    beyond: marks of words that are clipped away, and stand in no line or cell.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    character_count: int
    is_damaged: bool = False
    has_picture: bool = False
    unsure: tuple[Unsure, ...] = ()
    covers: tuple[Unsure, ...] = ()
    origin: str = "text"
    name: str = ""
    member: str = ""
    addresses: tuple[Address, ...] = ()
    quarters: int = 0
    has_watermark: bool = False
    sheet: Sheet | None = None
    beyond: tuple[Mark, ...] = ()

    @property
    def is_scanned(self) -> bool:
        """Whether it is a picture with next to no text, and not read off it."""
        return self.has_picture and self.character_count < SCANNED_BELOW and self.origin == "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that was opened: producer (the Creator its metadata name, else their Producer), created (as they print the date), pages.

    format: what it is by its content: pdf, xlsx, html … doubts: what of the file its reader has not taken for its text.
    recognisers: what has read the pages that are pictures, with versions; "none" where there are such pages and nobody has,
    "left" where nobody was to, "" where there are none; of an archive those of its files, with semicolons between.
    """

    producer: str
    created: str
    pages: tuple[Page, ...]
    format: str = "pdf"
    doubts: tuple[Doubt, ...] = ()
    recognisers: str = ""


def join_recognisers(*recognisers: str) -> str:
    """Name what has read the files of an archive, in one text (Document.recognisers)."""
    return "; ".join(sorted(set(filter(None, recognisers))))


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around some boxes, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def reach(one: Box, other: Box) -> float:
    """Return the points by which two boxes overlap, in the direction in which that is less."""
    return min(min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1]))


def holds(box: Box, point: tuple[float, float]) -> bool:
    """Whether a point lies in a box or on its edge."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def count_characters(lines: Iterable[Line], grids: Iterable[Grid]) -> int:
    """Count the characters a page prints, blanks aside."""
    texts = [*(line.text for line in lines), *(cell.text for grid in grids for cell in grid.cells if cell.text)]
    return sum(len("".join(text.split())) for text in texts)
