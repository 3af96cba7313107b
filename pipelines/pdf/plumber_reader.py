"""Plumber reader: a PDF's pages read by pdfplumber, the slow reader that is the reference for the fast one.

Belongs here: pdfplumber's own characters, table finder and cell text, brought to the same meaning.
Does not belong here: that meaning (pages) or the reader the pipeline uses (pdfium.reader).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType
from typing import Any

import pdfplumber
from pdfplumber.page import Page as PlumberPage
from pdfplumber.table import Table, TableFinder, TableSettings
from pdfplumber.utils import extract_text

from pipelines.pdf.dotted_rules import dotted_rules
from pipelines.pdf.drawn_signs import short_rules, with_drawn_minus
from pipelines.pdf.glyphs import BLANK, Glyph, cell_text, is_marked, middle, printed_lines, text_lines
from pipelines.pdf.integrity import conditions
from pipelines.pdf.lattice import grid_of, places_of
from pipelines.pdf.open_tables import Edges, with_open_tables
from pipelines.pdf.outlines import Printed
from pipelines.pdf.pages import Box, Document, Grid, Mark, Page, count_characters
from pipelines.pdf.plumber_pages import shown, squared, upright
from pipelines.pdf.rulings import Edge, Rulings, Segment, line_of, missing
from pipelines.pdf.stacked_rows import Filled
from pipelines.pdf.text_bands import without_bands

_Ruling = dict[str, Any] | int | float
"""A ruling as pdfplumber's table finder takes it: ours are dictionaries."""


def read_document(
    content: bytes, numbers: Collection[int] | None = None, beyond: Mapping[int, Sequence[Mark]] = MappingProxyType({})
) -> Document:
    """Read a PDF whole, or the pages of these numbers; raises what pdfplumber raises for a file it cannot open.

    beyond: number of a page → what is clipped away on it; pdfplumber knows no clips.
    """
    with pdfplumber.open(BytesIO(content), pages=sorted(numbers) if numbers is not None else None) as pdf:
        made_by = str(pdf.metadata.get("Creator") or pdf.metadata.get("Producer") or "")
        created = str(pdf.metadata.get("CreationDate") or "")
        return Document(producer=made_by, created=created, pages=tuple(_pages(pdf.pages, beyond)))


def _pages(pages: list[PlumberPage], beyond: Mapping[int, Sequence[Mark]]) -> Iterator[Page]:
    states = conditions(page.page_obj for page in pages)
    edges: Edges = ()
    last = 0
    for page, state in zip(pages, states, strict=True):
        follows = page.page_number == last + 1
        read, edges = _read_page(page, edges if follows else (), beyond.get(page.page_number, ()))
        last = page.page_number
        yield replace(read, is_damaged=state.is_damaged)
        page.close()


def _read_page(page: PlumberPage, before: Edges, beyond: Sequence[Mark]) -> tuple[Page, Edges]:
    """Read a page; before, and returned: the columns of a table without vertical rules at the end of a page."""
    number = page.page_number
    page, quarters = upright(page)
    glyphs, page = shown(page)
    squared(page)
    if beyond:
        glyphs = [glyph for glyph in glyphs if not is_marked(glyph, beyond)]
    left, top = page.bbox[:2]
    width, height = float(page.width), float(page.height)
    ordered = sorted(glyphs)
    page = _without_outlines(page, ordered)
    found, ruled = _tables(page)
    tables = [
        [(float(x0 - left), float(y0 - top), float(x1 - left), float(y1 - top)) for x0, y0, x1, y1 in table.cells]
        for table in found
    ]
    tables, edges = with_open_tables(without_bands(tables, glyphs), _moved(ruled, left, top), ordered, before)
    glyphs = with_drawn_minus(ordered, short_rules(_across(page, left, top)), tables)
    grids, outside = [], [char for line in printed_lines(glyphs) for char in line]
    for boxes in tables:
        grids.append(_grid(boxes, outside))
        outside = [char for char in outside if not any(_inside(char, box) for box in boxes)]
    lines = text_lines(outside)
    count = count_characters(lines, grids)
    read = Page(
        number=number,
        width=width,
        height=height,
        lines=lines,
        grids=tuple(grids),
        character_count=count,
        has_picture=bool(page.images),
        quarters=quarters,
    )
    return read, edges


def _without_outlines(page: PlumberPage, glyphs: Sequence[Glyph]) -> PlumberPage:
    """Leave out the paths that trace a character, on a page where a curve does; pdfplumber takes each path to pieces."""
    left, top = page.bbox[:2]
    printed = Printed(glyphs)

    def is_outline(one: dict) -> bool:
        return printed.is_outline((one["x0"] - left, one["top"] - top, one["x1"] - left, one["bottom"] - top))

    if not any(map(is_outline, page.curves)):
        return page
    return page.filter(lambda one: one["object_type"] not in _PATHS or not is_outline(one))


_PATHS = ("rect", "line", "curve")


def _across(page: PlumberPage, left: float, top: float) -> Iterator[Segment]:
    """Yield the horizontal lines of a page, and the upper and lower sides of its boxes."""
    for edge in page.horizontal_edges:
        y = float(edge["top"] - top)
        yield float(edge["x0"] - left), y, float(edge["x1"] - left), y


def _tables(page: PlumberPage) -> tuple[list[Table], Rulings]:
    """Return the tables of a page, and its rulings."""
    across, down = _marked(page)
    finder = TableFinder(page, TableSettings(explicit_horizontal_lines=across, explicit_vertical_lines=down))
    edges = Rulings([], [])
    for e in finder.edges:
        if e["orientation"] == "h":
            edges.across.append(Edge(e["top"], e["x0"], e["x1"]))
        else:
            edges.down.append(Edge(e["x0"], e["top"], e["bottom"]))
    lacking = missing(edges)
    rules: list[_Ruling] = [_ruling((e.start, e.at, e.end, e.at)) for e in lacking.across]
    sides: list[_Ruling] = [_ruling((e.at, e.start, e.at, e.end)) for e in lacking.down]
    if rules or sides:
        rules, sides = [*across, *rules], [*down, *sides]
        finder = TableFinder(page, TableSettings(explicit_horizontal_lines=rules, explicit_vertical_lines=sides))
    return sorted(finder.tables, key=lambda table: (table.bbox[1], table.bbox[0])), edges


def _marked(page: PlumberPage) -> tuple[list[_Ruling], list[_Ruling]]:
    """Return the rules of a page that are no paths of their own, across and down: rows of marks, and pictures as thin as a line."""
    marks = dotted_rules([_box(one) for one in (*page.lines, *page.rects)]).rules
    rules = [*marks, *filter(None, (line_of(_box(picture)) for picture in page.images))]
    across: list[_Ruling] = [_ruling(rule) for rule in rules if rule[1] == rule[3]]
    down: list[_Ruling] = [_ruling(rule) for rule in rules if rule[0] == rule[2]]
    return across, down


def _box(drawn: dict[str, Any]) -> Segment:
    return float(drawn["x0"]), float(drawn["top"]), float(drawn["x1"]), float(drawn["bottom"])


def _moved(ruled: Rulings, left: float, top: float) -> Rulings:
    """Place rulings from the page's corner."""
    across = [Edge(e.at - top, e.start - left, e.end - left) for e in ruled.across]
    return Rulings(across, [Edge(e.at - left, e.start - top, e.end - top) for e in ruled.down])


def _ruling(box: Box) -> dict[str, Any]:
    """Return a ruling as pdfplumber's table finder takes it."""
    x0, top, x1, bottom = box
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": "h" if top == bottom else "v", "object_type": "line",
    }  # fmt: skip


def _grid(boxes: list[Box], glyphs: list[Glyph]) -> Grid:
    places, xs, ys = places_of(boxes)
    inside: list[list[Glyph]] = [[] for _ in boxes]
    for char in glyphs:
        around = [number for number, box in enumerate(boxes) if _inside(char, box)]
        if around:
            inside[min(around, key=lambda number: places[number].row_span * places[number].column_span)].append(char)
    filled = [
        Filled._make((*place, box, tuple(chars))) for place, box, chars in zip(places, boxes, inside, strict=True)
    ]
    return grid_of(sorted(filled, key=lambda cell: (cell.row, cell.column)), xs, ys, _text)


def _inside(char: Glyph, box: Box) -> bool:
    x, y = middle(char)
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _text(chars: Sequence[Glyph]) -> str:
    """Return upright text as pdfplumber joins it; sideways text, which it spells backwards, as cell_text does."""
    if any(char.turn for char in chars):
        return cell_text(chars)
    return extract_text([_as_upright(char) for char in chars], x_tolerance_ratio=BLANK)


def _as_upright(char: Glyph) -> dict:
    """Return a character as pdfplumber takes it, its top on the baseline, so that lines are separated by baselines."""
    y = char.baseline
    return {
        "text": char.text, "x0": char.start, "x1": char.end, "top": y, "doctop": y, "bottom": y + char.size,
        "size": char.size, "upright": True,
    }  # fmt: skip
