"""Scans: the pages of a document that are pictures, read off them.

Belongs here: which pages are read so, what is said of those that cannot be. Does not belong here: reading one (reader).
"""

from dataclasses import replace

from pipelines.doubts import Doubt
from pipelines.ocr import engines
from pipelines.pdf.pages import Document, Page
from pipelines.pdf.pdfium.pictures import draw_scans


def read_scans(document: Document, content: bytes) -> Document:
    """Read the pages of a PDF that are pictures; without the recognisers they stay pictures.

    A page whose text lies under the picture, or is drawn without ink, counts as a picture: that text is somebody else's reading.
    """
    numbers = {page.number for page in document.pages if page.is_scanned}
    if not numbers:
        return document
    if not engines.are_installed():
        return replace(document, recognisers=engines.NONE)
    from pipelines.ocr.reader import RESOLUTION, NotRead, read_picture

    read: dict[int, Page] = {}
    doubts: list[Doubt] = []
    for scan in draw_scans(content, numbers, RESOLUTION):
        try:
            read[scan.number] = read_picture(scan)
        except NotRead as why:
            doubts.append(_held(scan.number, str(why)))
    pages = tuple(read.get(page.number, page) for page in document.pages)
    return replace(document, pages=pages, doubts=(*document.doubts, *doubts), recognisers=engines.versions())


def _held(page: int, why: str) -> Doubt:
    return Doubt(
        scope="page",
        page=page,
        reason=f"the page is a picture and was not read: {why}",
        detail="",
        remedy="look at the page; ask the publisher for a PDF made from text, or scan it again, straight and with 300 dots an inch",
        held=True,
    )
