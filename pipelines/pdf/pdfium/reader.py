"""Reader: a PDF's pages read by pdfium, the fast reader the pipeline uses.

Belongs here: opening a file, and what is read of each page in which order.
Does not belong here: pdfium's C functions (bindings), lines and cells (pages, lattice), the reference (plumber_reader).
pdfminer opens the file first: it refuses what it cannot open, and its view of the streams shows what pdfium mends silently.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import NamedTuple

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import PdfDocument, PdfiumError, PdfPage

from pipelines.pdf import lattice, rulings
from pipelines.pdf.cropping import cut_through, shown_glyphs, shown_lines, shown_part
from pipelines.pdf.dotted_rules import with_dotted_rules
from pipelines.pdf.drawn_signs import short_rules, with_drawn_minus
from pipelines.pdf.glyphs import Glyph, mark, text_lines
from pipelines.pdf.hidden_layers import hidden_layers
from pipelines.pdf.integrity import Condition, blank_font_lists, conditions
from pipelines.pdf.open_tables import Edges, with_open_tables
from pipelines.pdf.overrunning import overrunning
from pipelines.pdf.page_resources import draws_glyphs, may_hide
from pipelines.pdf.pages import Box, Document, Page, Sheet, Unsure, count_characters
from pipelines.pdf.pdfium import annotations, bindings, paths, text
from pipelines.pdf.pdfium.covers import over_lines
from pipelines.pdf.pdfium.doubtful_cells import doubtful_cells
from pipelines.pdf.pdfium.drawn_pages import DrawnPage, drawn_page
from pipelines.pdf.pdfium.outlined import without_outlines
from pipelines.pdf.pdfium.picture_rules import picture_rules
from pipelines.pdf.pdfium.suspicion import look_for
from pipelines.pdf.pdfium.text_styles import Fonts
from pipelines.pdf.quick_parser import QuickDocument, QuickParser
from pipelines.pdf.resetting import reset
from pipelines.pdf.rotation import Frame, quarters_of
from pipelines.pdf.sheets import is_half, parts
from pipelines.pdf.side_by_side import Wide, look_at, of_two_pages
from pipelines.pdf.text_bands import without_bands
from pipelines.sparing import collector_at_rest


class PageCountDiffers(Exception):
    """pdfminer and pdfium find another number of pages: the page tree is spoiled."""


def read_document(content: bytes) -> Document:
    """Read a PDF whole; raises what pdfminer and pdfium raise for a file they cannot open.

    Where two pages stand on a sheet, or pages were made smaller or larger, they are read as they were (Page.sheet).
    """
    with collector_at_rest():  # what a page is made into holds no cycle
        document, wide = _read(content)
        sizes = [(page.width, page.height) for page in document.pages]
        sheets = parts(document.pages, of_two_pages(wide, sizes) if wide else {})
        return _read_parts(document, content, sheets) if sheets else document


def _read_parts(document: Document, content: bytes, sheets: Sequence[Sheet]) -> Document:
    """Read a PDF once more, by the pages that stand on its sheets; as it is where it cannot be taken apart."""
    try:
        pages = _read(reset(content, sheets)).document.pages
    except Exception as error:  # pypdf raises anything on odd content; pdfium has read it
        logging.getLogger(__name__).info("sheets were not taken apart: %r", error)
        return document
    placed = [replace(page, sheet=sheet) for page, sheet in zip(pages, sheets, strict=True)]
    printed = (page for page in placed if page.character_count or page.has_picture or not is_half(page))
    return replace(document, pages=tuple(replace(page, number=number) for number, page in enumerate(printed, 1)))


class _Read(NamedTuple):
    """A PDF as read, and what tells of its pages whether they are two."""

    document: Document
    wide: list[Wide]


def _read(content: bytes) -> _Read:
    """Read a PDF, each of its pages as one."""
    opened = _open(content)
    sources, hidden = list(PDFPage.create_pages(opened)), hidden_layers(opened)
    try:
        pdf = PdfDocument(content)
    except PdfiumError:
        if sources:
            raise
        return _Read(Document(producer="", created="", pages=()), [])  # pdfium does not open a PDF without pages
    try:
        if len(pdf) != len(sources):
            raise PageCountDiffers(f"{len(sources)} or {len(pdf)} pages")
        made_by = pdf.get_metadata_value("Creator") or pdf.get_metadata_value("Producer")
        seen = list(_pages(pdf, sources, hidden))
        pages = tuple(one.page for one in seen)
        document = Document(producer=made_by, created=pdf.get_metadata_value("CreationDate"), pages=pages)
        return _Read(document, [one.wide for one in seen if one.wide])
    finally:
        pdf.close()


def _open(content: bytes) -> PDFDocument:
    """Open with pdfminer; raises as pdfplumber does, so that both readers refuse the same files."""
    try:
        return QuickDocument(QuickParser(BytesIO(blank_font_lists(content))))
    except Exception as error:
        raise PdfminerException(error) from error


class _Seen(NamedTuple):
    """A page as read, the columns of a table without vertical rules at its end, and what tells whether it is two pages."""

    page: Page
    edges: Edges
    wide: Wide | None


def _pages(pdf: PdfDocument, sources: list[PDFPage], hidden: frozenset[str]) -> Iterator[_Seen]:
    """Read each page; the one before stays open meanwhile, so that pdfium keeps the fonts both use."""
    before: PdfPage | None = None
    fonts: Fonts = {}
    edges: Edges = ()
    for index, (source, condition) in enumerate(zip(sources, conditions(sources), strict=True)):
        page, annotated = annotations.open_page(pdf, index)
        seen = _read_page(_Source(index + 1, page, source, condition), annotated, hidden, fonts, edges)
        edges = seen.edges
        yield seen
        if before:
            before.close()
        before = page
    if before:
        before.close()


@dataclass(frozen=True, slots=True)
class _Source:
    """A page to be read: its number, as pdfium and as pdfminer have it, and the condition of its bytes."""

    number: int
    page: PdfPage
    mined: PDFPage
    condition: Condition


def _read_page(source: _Source, annotated: Sequence[Box], hidden: frozenset[str], fonts: Fonts, before: Edges) -> _Seen:
    """Read a page; before: the columns of a table without vertical rules at the end of the page before."""
    page, (shown, is_cropped) = source.page, shown_part(source.mined.mediabox, source.mined.cropbox)
    frame = Frame(shown, source.mined.rotate)
    drawn, glyphs, beyond = _drawn(source, frame, annotated, hidden, fonts)
    if quarters := quarters_of(glyph.turn for glyph in glyphs):
        page.set_rotation((source.mined.rotate + 90 * quarters) % 360)  # pictures of it are turned, too
        frame = Frame(shown, source.mined.rotate + 90 * quarters)
        drawn, glyphs, beyond = _drawn(source, frame, annotated, hidden, fonts)
    traced = paths.segments(without_outlines(drawn.parts, glyphs, frame))
    lines = with_dotted_rules([*traced, *picture_rules(drawn.parts)])
    cut: tuple[Unsure, ...] = ()
    if is_cropped:
        seen = (0.0, 0.0, *frame.size())
        cut = tuple(cut_through(glyphs, seen))
        glyphs, lines = shown_glyphs(glyphs, seen), list(shown_lines(lines, shown))
    wide = look_at(source.number, frame.size(), glyphs, lambda: frame.lines_to_view(lines) if lines else ())
    ruled = rulings.to_view(rulings.complete(rulings.straight_lines(lines)), frame)
    tables, edges = with_open_tables(without_bands(lattice.tables(ruled), glyphs), ruled, glyphs, before)
    if tables and (short := short_rules(lines)):
        glyphs = with_drawn_minus(glyphs, frame.lines_to_view(short), tables)
    grids, outside = lattice.fill(tables, glyphs)
    texts_outside = text_lines(outside)
    covers = over_lines(texts_outside, drawn)
    unsure: tuple[Unsure, ...] = ()
    if tables:
        suspicion = look_for(drawn, lines, ruled, tables)
        if may_hide(source.mined):
            suspicion.areas.append((0.0, 0.0, *frame.size()))
        suspicion.draws_glyphs = draws_glyphs(source.mined)
        unsure = (*doubtful_cells(page, drawn, grids, glyphs, suspicion), *overrunning(grids, glyphs))
    width, height = frame.size()
    read = Page(
        number=source.number,
        width=width,
        height=height,
        lines=texts_outside,
        grids=grids,
        character_count=count_characters(texts_outside, grids),
        is_damaged=source.condition.is_damaged,
        has_picture=any(bindings.IMAGE in part.kinds for part in drawn.parts),
        unsure=(*unsure, *cut),
        covers=(*covers, *cut),
        quarters=quarters,
        has_watermark=drawn.has_watermark,
        beyond=tuple(mark(glyph) for glyph in beyond),
    )
    return _Seen(read, edges, wide)


class _Drawn(NamedTuple):
    """What is drawn on a page, its characters in reading order, and those of words that are clipped away."""

    page: DrawnPage
    glyphs: list[Glyph]
    beyond: list[Glyph]


def _drawn(source: _Source, frame: Frame, annotated: Sequence[Box], hidden: frozenset[str], fonts: Fonts) -> _Drawn:
    """Return what is drawn on a page that is seen in a frame."""
    where = bindings.address(source.page.raw)
    drawn = drawn_page(where, frame, annotated, hidden)
    if source.condition.has_replacements:
        text.without_marks(drawn.texts)
    printed = text.read_glyphs(where, drawn, frame, fonts)
    return _Drawn(drawn, sorted(printed.glyphs), printed.beyond)
