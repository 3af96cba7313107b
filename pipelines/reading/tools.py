"""Tools: what reads pages that are pictures and Word 97 documents on this machine, as readings name it.

Belongs here: saying it without importing any of it, and that a setting leaves pictures unread. Does not belong here: the recognisers (ocr), LibreOffice (office).
"""

from collections.abc import Callable, Collection

from pipelines import ocr, office
from pipelines.pdf import Document
from pipelines.settings import LEFT, Places

Recognise = Callable[[Document, bytes], Document]
"""Reads the pages of a document that are pictures, or leaves them."""


def readers(places: Places) -> tuple[str, ...]:
    """What such pages and documents are read with here; others that are installed, and another setting, read them anew."""
    from pipelines.ocr import LEFT as UNREAD  # with the reader of PDFs, which one who asks the settings does without

    return (UNREAD if places.scans == LEFT else ocr.versions(), *office.states())


def are_of_today(said: str, readers: Collection[str]) -> bool:
    """Whether what a reading says it was read by (Document.recognisers) is what there is today."""
    return all(one in readers for one in said.split("; ") if one)


def recogniser(places: Places | None, otherwise: Recognise) -> Recognise:
    """What is done with pages that are pictures: `otherwise`, where the setting does not leave them."""
    from pipelines.ocr import leave_scans

    return leave_scans if places and places.scans == LEFT else otherwise
