"""Copies: the PDFs that the book holds, each the very bytes that its report was read from.

Belongs here: copying a PDF where its bytes are still those, saying why one is not held. Does not belong here: where a copy
stands (addresses), pictures of it (pictures). No link to raw/: what is written there later would show in the book.
"""

from collections.abc import Mapping
from pathlib import Path

from pipelines.outputs.addresses import pdf_address
from pipelines.outputs.evidence.crops import GONE
from pipelines.pdf import Unreadable, read_source

CHANGED = "the PDF there is no longer the one that was read"


def copy_all(files: Mapping[str, Path], folder: Path, kinds: Mapping[str, str] | None = None) -> dict[str, str]:
    """Copy the file of each report (report id → path) into the folder of a book; returns report id → why it is not held.

    kinds: report id → format, of those that are no PDF.
    """
    kind = (kinds or {}).get
    reasons = {one: _copy(path, one, folder / pdf_address(one, kind(one, "pdf"))) for one, path in files.items()}
    return {report_id: reason for report_id, reason in reasons.items() if reason}


def _copy(path: Path, report_id: str, to: Path) -> str:
    """Write the bytes of a file to `to` if their SHA-256 is the report's; returns why not, else an empty text."""
    try:
        source = read_source(path)
    except Unreadable:
        return GONE
    if source.sha256 != report_id:
        return CHANGED
    to.write_bytes(source.content)
    return ""
