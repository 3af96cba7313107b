"""Pages: text lines and ruled grids of a PDF, with their places, read by pdfplumber.

Belongs here: geometry. Text lines are built by baseline, grids by ruled lines.
Does not belong here: what a table means (tables, forms) or what a sentence says (narrative).
Coordinates are points from the page's top left corner, after /Rotate.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import pdfplumber
from pdfplumber.page import Page as PlumberPage
from pdfplumber.table import Table as PlumberTable
from pdfplumber.table import TableFinder, TableSettings

from pipelines.damage import is_damaged

SNAP = 3.0
"""Points within which two rulings are one (pdfplumber's own default)."""

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text outside the grids; `spans` holds (x0, x1) of each character of the text."""

    text: str
    box: Box
    spans: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One ruled cell: its place in the grid, the rows and columns it spans, its text and box."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table as drawn on one page; `edges` are its column boundaries from left to right."""

    box: Box
    edges: tuple[float, ...]
    row_count: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: number from 1, size in points, text lines and grids from top to bottom.

    is_damaged: its bytes are spoiled, so that text may be missing or wrong.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    character_count: int
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF: what made it, when (as its metadata print the date), and its pages."""

    producer: str
    created: str
    pages: tuple[Page, ...]


def read_document(path: Path) -> Document:
    """Read a PDF whole; raises what pdfplumber raises for a file it cannot open (readings gives the reason)."""
    with pdfplumber.open(path) as pdf:
        made_by = str(pdf.metadata.get("Creator") or pdf.metadata.get("Producer") or "")
        created = str(pdf.metadata.get("CreationDate") or "")
        return Document(made_by, created, tuple(_pages(pdf.pages)))


def _pages(pages: list[PlumberPage]) -> Iterator[Page]:
    for number, page in enumerate(pages, 1):
        damaged = is_damaged(page.page_obj)
        yield replace(_read_page(number, page), is_damaged=damaged)
        page.close()


def _read_page(number: int, page: PlumberPage) -> Page:
    grids = tuple(_grid(table) for table in _tables(page))
    outside = [c for c in page.chars if not any(_inside(c, grid.box) for grid in grids)]
    lines = tuple(_line(group) for group in _by_baseline(outside))
    count = sum(not c["text"].isspace() for c in page.chars)
    return Page(
        number,
        float(page.width),
        float(page.height),
        tuple(line for line in lines if line.text),
        grids,
        count,
    )


def _tables(page: PlumberPage) -> list[PlumberTable]:
    finder = TableFinder(page)
    missing, sides = list(_missing_rules(finder.edges)), list(_missing_sides(finder.edges))
    if missing or sides:
        finder = TableFinder(page, TableSettings(explicit_horizontal_lines=missing, explicit_vertical_lines=sides))
    return sorted(finder.tables, key=lambda table: (table.bbox[1], table.bbox[0]))


def _missing_rules(edges: list[dict]) -> Iterator[dict]:
    """The top or bottom rule a table lacks where its vertical rules run on past the last horizontal one."""
    verticals = sorted((e for e in edges if e["orientation"] == "v"), key=lambda e: e["top"])
    horizontals = [e for e in edges if e["orientation"] == "h"]
    for band in _bands(verticals):
        if len(band) < 3:
            continue
        x0, x1 = min(e["x0"] for e in band), max(e["x1"] for e in band)
        for y in (min(e["top"] for e in band), max(e["bottom"] for e in band)):
            reaching = sum(abs(e["top"] - y) <= SNAP or abs(e["bottom"] - y) <= SNAP for e in band)
            ruled = any(abs(e["top"] - y) <= SNAP and e["x0"] < x1 and e["x1"] > x0 for e in horizontals)
            if reaching >= 3 and not ruled:
                yield _edge((x0, y, x1, y))


def _missing_sides(edges: list[dict]) -> Iterator[dict]:
    """The left or right rule a table lacks where its horizontal rules run on past the outermost vertical one."""
    horizontals = [e for e in edges if e["orientation"] == "h"]
    for band in _bands(sorted((e for e in edges if e["orientation"] == "v"), key=lambda e: e["top"])):
        top, bottom = min(e["top"] for e in band), max(e["bottom"] for e in band)
        beside = [e for e in horizontals if top - SNAP <= e["top"] <= bottom + SNAP]
        for ends, inner, outermost in (
            ([e["x0"] for e in beside], min(e["x0"] for e in band), min),
            ([e["x1"] for e in beside], max(e["x1"] for e in band), max),
        ):
            far = outermost(ends, default=inner)
            if abs(outermost(far, inner) - inner) > 3 * SNAP and sum(abs(end - far) <= SNAP for end in ends) >= 3:
                yield _edge((far, top, far, bottom))


def _edge(box: Box) -> dict:
    """A ruling as pdfplumber's table finder takes it."""
    x0, top, x1, bottom = box
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": "h" if top == bottom else "v", "object_type": "line",
    }  # fmt: skip


def _bands(verticals: list[dict]) -> Iterator[list[dict]]:
    """Vertical rules grouped by tables: each group's extents in y touch one another."""
    band: list[dict] = []
    bottom = 0.0
    for edge in verticals:
        if band and edge["top"] > bottom + SNAP:
            yield band
            band = []
        bottom = max(bottom, edge["bottom"]) if band else edge["bottom"]
        band.append(edge)
    if band:
        yield band


def _grid(table: PlumberTable) -> Grid:
    xs = sorted({x for cell in table.cells for x in (cell[0], cell[2])})
    ys = sorted({y for cell in table.cells for y in (cell[1], cell[3])})
    cells = []
    for row, texts in zip(table.rows, table.extract(), strict=True):
        for box, text in zip(row.cells, texts, strict=True):
            if box is None:
                continue
            x, y = xs.index(box[0]), ys.index(box[1])
            spans = ys.index(box[3]) - y, xs.index(box[2]) - x
            cells.append(Cell(y, x, *spans, text or "", tuple(map(float, box))))
    return Grid(tuple(map(float, table.bbox)), tuple(map(float, xs)), len(ys) - 1, tuple(cells))


def _inside(char: dict, box: Box) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _by_baseline(chars: list[dict]) -> Iterator[list[dict]]:
    """Characters of one printed line: fonts that declare other heights still share the baseline."""
    ordered = sorted(chars, key=lambda c: (-c["matrix"][5], c["x0"]))
    start = None
    for char in ordered:
        base = char["matrix"][5]
        if start is None or start - base > max(2.0, 0.3 * char["size"]):
            start = base
        char["baseline"] = start
    for _, group in groupby(ordered, key=lambda c: c["baseline"]):
        yield sorted(group, key=lambda c: c["x0"])


def _line(chars: list[dict]) -> Line:
    letters: list[tuple[str, float, float]] = []
    for char in chars:
        if letters and char["x0"] - letters[-1][2] > 0.6 * char["size"] and letters[-1][0] != " ":
            letters.append((" ", letters[-1][2], char["x0"]))
        letters += [(letter, float(char["x0"]), float(char["x1"])) for letter in char["text"]]
    while letters and letters[0][0].isspace():
        letters.pop(0)
    while letters and letters[-1][0].isspace():
        letters.pop()
    inked = [c for c in chars if not c["text"].isspace()] or chars
    box = (
        min(c["x0"] for c in inked),
        min(c["top"] for c in inked),
        max(c["x1"] for c in inked),
        max(c["bottom"] for c in inked),
    )
    text = "".join(letter for letter, _, _ in letters)
    return Line(text, tuple(map(float, box)), tuple((x0, x1) for _, x0, x1 in letters))
