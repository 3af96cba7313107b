"""Scans: the pages of a document that are pictures, read off them.

Belongs here: which pages are read so, what is said of those that cannot be. Does not belong here: reading one (reader).
"""

from dataclasses import replace

from pipelines.doubts import Doubt
from pipelines.ocr import engines
from pipelines.ocr.reasons import NotRead
from pipelines.pdf import Document, Page, draw_scans, without_seen_text

_REMEDY = (
    "look at the page; ask the publisher for a PDF made from text, or scan it again, straight and with 300 dots an inch"
)


def read_scans(document: Document, content: bytes) -> Document:
    """Read the pages of a PDF that are pictures; without the recognisers they stay pictures.

    A page whose text lies under the picture, or is drawn without ink, counts as a picture: that text is somebody else's reading.
    """
    numbers = _pictures(document, content)
    if not numbers:
        return document
    if not engines.are_installed():
        return replace(document, recognisers=engines.NONE)
    from pipelines.ocr.reader import RESOLUTION, read_picture

    read: dict[int, Page] = {}
    doubts: list[Doubt] = []
    for scan in draw_scans(content, numbers, RESOLUTION):
        try:
            read[scan.number] = read_picture(scan)
        except NotRead as why:
            doubts.append(_held(scan.number, str(why)))
    pages = tuple(read.get(page.number, page) for page in document.pages)
    return replace(document, pages=pages, doubts=(*document.doubts, *doubts), recognisers=engines.versions())


def leave_scans(document: Document, content: bytes) -> Document:
    """As read_scans, but leave the pages that are pictures unread, each with a note that it is the setting which says so."""
    numbers = _pictures(document, content)
    if not numbers:
        return document
    notes = [_left(number) for number in sorted(numbers)]
    return replace(document, doubts=(*notes, *document.doubts), recognisers=engines.LEFT)


class Postponed(Exception):
    """A document with pages that are pictures, which are to be read under limits of their own; pages: how many."""

    def __init__(self, pages: int) -> None:
        super().__init__(f"{pages} pages are pictures")
        self.pages = pages


def postpone_scans(document: Document, content: bytes) -> Document:
    """As read_scans, but raise Postponed in place of reading any."""
    if engines.are_installed() and (numbers := _pictures(document, content)):
        raise Postponed(len(numbers))
    return read_scans(document, content)


def _pictures(document: Document, content: bytes) -> set[int]:
    """Return the numbers of the pages that are pictures, with next to no text or with all of it under them.

    Where pages were taken out of sheets none is read off its picture, which would be that of the sheet.
    """
    if any(page.sheet for page in document.pages):
        return set()
    bare = {page.number for page in document.pages if page.is_scanned}
    under = {page.number for page in document.pages if _may_lie_under(page)} - bare
    return bare | (without_seen_text(content, under) if under else set())


def _may_lie_under(page: Page) -> bool:
    """Whether something is drawn over the text of a page that covers most of it."""
    area = page.width * page.height
    return page.has_picture and any(
        (one.box[2] - one.box[0]) * (one.box[3] - one.box[1]) > area / 2 for one in page.covers
    )


def _held(page: int, why: str) -> Doubt:
    return Doubt(
        scope="page",
        page=page,
        reason=f"the page is a picture and was not read: {why}",
        detail="",
        remedy=_REMEDY,
        held=True,
    )


def _left(page: int) -> Doubt:
    return Doubt(
        scope="page",
        page=page,
        reason="the page is a picture, which the setting scans leaves unread",
        detail="",
        remedy="set scans to read (FINAL_ACCOUNTS_SCANS=read) and run again",
        held=False,
    )
