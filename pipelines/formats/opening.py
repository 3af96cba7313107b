"""Opening: the pages of a file's bytes, by the reader of what the file is, or the one sentence why it cannot be read.

Belongs here: which reader opens which kind of file. Does not belong here: what a file is (kinds), the readers themselves
(pdf.opening and the modules beside this one), what the pages say (reading.report).
"""

from collections.abc import Callable
from dataclasses import replace

from pipelines import formats, office
from pipelines.formats.kinds import kind_of
from pipelines.ocr import read_scans
from pipelines.pdf import Document, Unreadable, join_recognisers
from pipelines.pdf import open_document as open_pdf


def open_document(
    content: bytes, recognise: Callable[[Document, bytes], Document] = read_scans, converted: bytes | None = None
) -> Document:
    """Read the pages of a file; raises Unreadable with the reason.

    recognise: reads the pages of a PDF that are pictures. converted: the docx that LibreOffice made of a Word 97 document,
    empty where it failed; the archive with such in the places of its documents.
    """
    kind = kind_of(content)
    if kind == "doc" and converted:
        return replace(formats.read_docx(converted), format="doc", recognisers=office.CONVERTED)
    if kind == "doc" and converted is None:
        raise Unconverted(*_UNCONVERTED, recognisers=office.ABSENT)
    if kind == "zip":
        return _open_archive(content, recognise, converted)
    if kind in _UNREAD:
        raise Unreadable(*_UNREAD[kind])
    return getattr(formats, f"read_{kind}")(content) if kind in OTHERS else open_pdf(content, recognise)


def _open_archive(
    content: bytes, recognise: Callable[[Document, bytes], Document], converted: bytes | None
) -> Document:
    """Read an archive, or what was made of one with Word 97 documents in it."""
    if not converted:
        return formats.read_zip(content, lambda member: open_document(member, recognise))
    document = formats.read_zip(converted, lambda member: open_document(member, recognise, b""))
    return replace(document, recognisers=join_recognisers(office.CONVERTED, document.recognisers))


class Unconverted(Unreadable):
    """A Word 97 document that nobody has made a docx of."""


OTHERS = ("xlsx", "xls", "html", "docx", "ofd", "zip")
"""Kinds of file with a reader of their own, read_… of this package, whose library is imported where one comes: a run over PDFs has none."""
ENDINGS = (".pdf", *(f".{kind}" for kind in OTHERS), ".xlsm", ".htm", ".doc")
"""How files that are read are called; what one is, its bytes say."""
_UNCONVERTED = (
    "a Word 97 document (doc)",
    "install LibreOffice (apt-get install libreoffice-writer-nogui), and run again; or save it as docx",
)
_UNREAD = {
    "doc": (
        "a Word 97 document that LibreOffice has not converted",
        "save it as docx, or ask the publisher for a PDF",
    ),
    "rar": ("an archive that is not opened (rar)", "unpack it, and put what it holds here"),
    "7z": ("an archive that is not opened (7z)", "unpack it, and put what it holds here"),
    "rtf": ("a text document that is not read (rtf)", "save it as docx, or ask the publisher for a PDF"),
    "encrypted": ("the document is encrypted", "take its password off, or ask the publisher for a file without one"),
}
"""Kinds that are known and not read: why, and what to do."""
