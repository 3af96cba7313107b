"""pdfium pages: a PDF's pages read by pdfium, the fast reader the pipeline uses.

Belongs here: opening a file, and bringing pdfium's characters and rulings to the page's top left corner, after /Rotate.
Does not belong here: pdfium's C functions (pdfium_calls), lines and cells (pages, lattice), the reference (plumber_pages).
pdfminer opens the file first: it refuses what it cannot open, and its view of the streams shows what pdfium mends silently.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import PdfDocument, PdfPage

from pipelines import lattice, pdfium_calls, pdfium_ink, pdfium_paths, pdfium_text, rulings
from pipelines.damage import Condition, conditions
from pipelines.layers import hidden_layers
from pipelines.pages import Document, Glyph, Page, count_characters, text_lines


class PageCountDiffers(Exception):
    """pdfminer and pdfium find another number of pages: the page tree is spoiled."""


def read_document(path: Path) -> Document:
    """Read a PDF whole; raises what pdfminer and pdfium raise for a file they cannot open (readings gives the reason)."""
    with _collector_at_rest():
        return _read(path.read_bytes())


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nothing a page is made into holds a cycle: the garbage collector would only look through it all, again and again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read(content: bytes) -> Document:
    opened = _opened(content)
    sources, hidden = list(PDFPage.create_pages(opened)), hidden_layers(opened)
    pdf = PdfDocument(content)
    try:
        if len(pdf) != len(sources):
            raise PageCountDiffers(f"{len(sources)} or {len(pdf)} pages")
        made_by = pdf.get_metadata_value("Creator") or pdf.get_metadata_value("Producer")
        pages = tuple(_pages(pdf, sources, hidden))
        return Document(made_by, pdf.get_metadata_value("CreationDate"), pages)
    finally:
        pdf.close()


def _opened(content: bytes) -> PDFDocument:
    """The file as pdfminer opens it; raises as pdfplumber does, so that a file is refused alike by both readers."""
    try:
        return PDFDocument(PDFParser(BytesIO(content)))
    except Exception as error:
        raise PdfminerException(error) from error


def _pages(pdf: PdfDocument, sources: list[PDFPage], hidden: frozenset[str]) -> Iterator[Page]:
    for index, (source, condition) in enumerate(zip(sources, conditions(sources), strict=True)):
        page = pdf[index]
        yield _read_page(index + 1, page, Frame(source.mediabox, source.rotate), condition, hidden)
        page.close()


class Frame:
    """Where a page's MediaBox lies and how many quarter turns /Rotate gives it, clockwise."""

    def __init__(self, media_box: tuple[float, float, float, float], rotate: int) -> None:
        (self.left, self.right), (self.bottom, self.top) = sorted(media_box[::2]), sorted(media_box[1::2])
        self.quarters = rotate // 90 % 4

    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is seen."""
        size = self.right - self.left, self.top - self.bottom
        return size[::-1] if self.quarters % 2 else size

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """A point of the PDF as it is seen: from the left and from the top."""
        if not self.quarters:
            return x - self.left, self.top - y
        return (
            (y - self.bottom, x - self.left),
            (self.right - x, y - self.bottom),
            (self.top - y, self.right - x),
        )[self.quarters - 1]


def _read_page(number: int, page: PdfPage, frame: Frame, condition: Condition, hidden: frozenset[str]) -> Page:
    where = pdfium_calls.address(page.raw)
    texts, paths, drawn = pdfium_calls.objects(where)
    unseen = {item for items, kinds in drawn for item in pdfium_ink.unseen(items, kinds)}
    if hidden:
        unseen |= set(pdfium_ink.in_layers(texts, hidden))
    if condition.has_replacements:
        pdfium_text.without_marks(texts)
    glyphs = sorted(_glyphs(pdfium_text.characters(where, texts, unseen), frame))
    ruled = rulings.Rulings([], [])
    for x0, y0, x1, y1 in pdfium_paths.segments(paths):
        rulings.add(ruled, *frame.seen(x0, y0), *frame.seen(x1, y1))
    grids, outside = lattice.fill(lattice.tables(rulings.completed(ruled)), glyphs)
    lines = text_lines(outside)
    return Page(number, *frame.size(), lines, grids, count_characters(lines, grids), condition.is_damaged)


def _glyphs(characters: Iterable[pdfium_text.Character], frame: Frame) -> Iterator[Glyph]:
    for text, x, y, advance, size, turn in characters:
        x, y = frame.seen(x, y)
        if turn == frame.quarters:
            yield Glyph(0, y, x, x + advance, size, text)
        else:
            turn = (turn - frame.quarters) % 4
            start, baseline = ((x, y), (-y, x), (-x, -y), (y, -x))[turn]
            yield Glyph(turn, baseline, start, start + advance, size, text)
