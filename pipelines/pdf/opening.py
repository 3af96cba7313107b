"""Opening: the pages of a PDF's bytes, or the one sentence why it is no readable PDF.

Belongs here: what a file must be before anything of it is read: a whole PDF with a text layer, or pictures that can be read.
Does not belong here: reading the file (source), its pages (pdfium.reader), what it says (reading.report).
"""

from collections.abc import Callable

from pdfplumber.utils.exceptions import PdfminerException

from pipelines.pdf.pages import Document
from pipelines.pdf.pdfium.reader import read_document
from pipelines.pdf.refusal import FETCH_AGAIN, Scanned, Unreadable

NO_TEXT_BELOW = 10
"""Characters a page on average below which a report is a scan without a text layer."""


def open_document(content: bytes, read_scans: Callable[[Document, bytes], Document] | None = None) -> Document:
    """Read the pages of a PDF's bytes; raises Unreadable with the reason.

    read_scans: reads the pages that are pictures, where somebody can (pipelines.ocr).
    """
    _check(content)
    try:
        document = read_document(content)
    except PdfminerException as error:
        raise _as_unreadable(error) from error
    except Exception as error:  # pdfminer raises anything on broken content; one file must not stop a batch
        raise Unreadable(f"the PDF is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
    pages = document.pages
    if not pages:
        raise Unreadable("the PDF has no pages", FETCH_AGAIN)
    if spoiled := [page.number for page in pages if page.is_damaged]:
        raise Unreadable(f"the PDF is damaged: the content of page {spoiled[0]} is spoiled", FETCH_AGAIN, spoiled[0])
    return _with_text(read_scans(document, content) if read_scans else document)


def _with_text(document: Document) -> Document:
    """Return a document; raises Scanned where its pages are pictures that nobody has read."""
    pages = document.pages
    if sum(page.character_count for page in pages) >= NO_TEXT_BELOW * len(pages):
        return document
    if document.doubts:
        first = document.doubts[0]
        raise Scanned(first.reason, first.remedy, first.page, document.recognisers)
    remedy = "install what reads scans (make ocr) and run again"
    raise Scanned("no text layer: the pages are scanned pictures", remedy, 1, document.recognisers)


def _check(content: bytes) -> None:
    if not content:
        raise Unreadable("the file is empty (0 bytes)", FETCH_AGAIN)
    if b"%PDF-" not in content[:1024]:
        raise Unreadable(
            "neither a PDF nor an Excel, Word or OFD file, a web page or a zip of them",
            "put the report itself here",
        )
    if b"%%EOF" not in content[-4096:]:
        raise Unreadable("the PDF is truncated: its end mark %%EOF is missing", FETCH_AGAIN)


def _as_unreadable(error: PdfminerException) -> Unreadable:
    cause = type(error.args[0] if error.args else error).__name__
    if "Password" in cause or "Encrypt" in cause:
        return Unreadable("the PDF is encrypted", "take its password off, or ask the publisher for a file without one")
    return Unreadable(f"the PDF is damaged ({cause})", FETCH_AGAIN)
