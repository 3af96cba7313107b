"""Other reader: pages of a file as pdfplumber sees them, of a PDF or of the PDFs in an archive.

Belongs here: which of a file's pages have another reader, having it read them. Does not belong here: reading (pdf.plumber_reader),
comparing what the two see (second_reader), which pages deserve a second look (warehouse.rereading).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pipelines.formats import pdfs_in
from pipelines.pdf import Document, Page, plumber_reader, reset


def read_pages(document: Document, content: bytes, numbers: Collection[int]) -> dict[int, Page]:
    """Read the pages of these numbers once more, those that are of a PDF; raises what pdfplumber raises."""
    if document.format == "zip":
        return {page.number: page for page in _members(document, content, numbers)}
    if document.format != "pdf":
        return {}
    beyond = {page.number: page.beyond for page in document.pages}
    read = plumber_reader.read_document(_as_read(content, document.pages), numbers, beyond)
    return {page.number: page for page in read.pages}


def _members(document: Document, content: bytes, numbers: Collection[int]) -> Iterator[Page]:
    """Yield the pages of the PDFs in an archive, under the numbers that the archive gives them."""
    for name, member in pdfs_in(content):
        own = [page for page in document.pages if page.member == name]
        asked = {page.number - own[0].number + 1 for page in own if page.number in numbers}
        if asked:
            beyond = {page.number - own[0].number + 1: page.beyond for page in own}
            for page in plumber_reader.read_document(_as_read(member, own), asked, beyond).pages:
                yield replace(page, number=page.number + own[0].number - 1, member=name)


def _as_read(content: bytes, pages: Sequence[Page]) -> bytes:
    """Return a PDF as its pages were read: itself, or the one of the pages that stand on its sheets."""
    sheets = [page.sheet for page in pages if page.sheet]
    return reset(content, sheets) if sheets else content
