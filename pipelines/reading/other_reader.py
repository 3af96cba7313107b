"""Other reader: pages of a file as pdfplumber sees them, of a PDF or of the PDFs in an archive.

Belongs here: which of a file's pages have another reader, having it read them. Does not belong here: reading (pdf.plumber_reader),
comparing what the two see (second_reader), which pages deserve a second look (warehouse.rereading).
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from pipelines.formats import pdfs_in
from pipelines.pdf import Document, Page, plumber_reader


def read_pages(document: Document, content: bytes, numbers: Collection[int]) -> dict[int, Page]:
    """Read the pages of these numbers once more, those that are of a PDF; raises what pdfplumber raises."""
    if document.format == "zip":
        return {page.number: page for page in _members(document, content, numbers)}
    if document.format != "pdf":
        return {}
    return {page.number: page for page in plumber_reader.read_document(content, numbers).pages}


def _members(document: Document, content: bytes, numbers: Collection[int]) -> Iterator[Page]:
    """Yield the pages of the PDFs in an archive, under the numbers that the archive gives them."""
    for name, member in pdfs_in(content):
        own = [page.number for page in document.pages if page.member == name]
        asked = {number - own[0] + 1 for number in own if number in numbers}
        if asked:
            for page in plumber_reader.read_document(member, asked).pages:
                yield replace(page, number=page.number + own[0] - 1, member=name)
