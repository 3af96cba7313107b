"""Opening: a file's pages, or the one sentence why it is no readable PDF.

Belongs here: what a file must be before anything of it is read: a whole PDF with a text layer.
Does not belong here: reading its pages (reader), what it says (report).
"""

from pathlib import Path

from pdfplumber.utils.exceptions import PdfminerException

from pipelines.doubts import Doubt
from pipelines.pdf.pages import Document
from pipelines.pdf.pdfium.reader import read_document

NO_TEXT_BELOW = 10
"""Characters a page on average below which a report is a scan without a text layer."""
_FETCH_AGAIN = "fetch the file again from the publisher"


class Unreadable(Exception):
    """A file that is no readable report; carries the Doubt that says why."""

    def __init__(self, reason: str, remedy: str, page: int | None = None):
        super().__init__(reason)
        self.doubt = Doubt("report", page, reason, "", remedy, True)


def opened(path: Path) -> Document:
    """A file's pages; raises Unreadable with the reason."""
    _check_bytes(path)
    try:
        document = read_document(path)
    except PdfminerException as error:
        raise _as_unreadable(error) from error
    except Exception as error:  # pdfminer raises anything on broken content; one file must not stop a batch
        raise Unreadable(f"the PDF is damaged ({type(error).__name__}: {error})"[:200], _FETCH_AGAIN) from error
    pages = document.pages
    if not pages:
        raise Unreadable("the PDF has no pages", _FETCH_AGAIN)
    if spoiled := [page.number for page in pages if page.is_damaged]:
        raise Unreadable(f"the PDF is damaged: the content of page {spoiled[0]} is spoiled", _FETCH_AGAIN, spoiled[0])
    if sum(page.character_count for page in pages) < NO_TEXT_BELOW * len(pages):
        remedy = "run OCR over the file (ocrmypdf) or ask the publisher for a PDF made from text"
        raise Unreadable("no text layer: the pages are scanned pictures", remedy, 1)
    return document


def _check_bytes(path: Path) -> None:
    if not path.is_file():
        raise Unreadable(
            "not a file: a link to nothing or to a folder, a pipe or a device", "put the report itself here"
        )
    try:
        with open(path, "rb") as file:
            head = file.read(1024)
            size = file.seek(0, 2)
            file.seek(max(0, size - 4096))
            tail = file.read()
    except OSError as error:
        raise Unreadable(
            f"the file cannot be opened: {error.strerror}", "look at its rights and at the disk"
        ) from error
    if not size:
        raise Unreadable("the file is empty (0 bytes)", _FETCH_AGAIN)
    if b"%PDF-" not in head:
        raise Unreadable("not a PDF: the file does not begin with %PDF", "put the report itself here, as PDF")
    if b"%%EOF" not in tail:
        raise Unreadable("the PDF is truncated: its end mark %%EOF is missing", _FETCH_AGAIN)


def _as_unreadable(error: PdfminerException) -> Unreadable:
    cause = type(error.args[0] if error.args else error).__name__
    if "Password" in cause or "Encrypt" in cause:
        return Unreadable("the PDF is encrypted", "ask the publisher for a file without a password")
    return Unreadable(f"the PDF is damaged ({cause})", _FETCH_AGAIN)
