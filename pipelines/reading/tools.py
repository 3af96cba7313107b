"""Tools: what reads pages that are pictures and Word 97 documents on this machine, as readings name it.

Belongs here: saying it without importing any of it. Does not belong here: the recognisers (ocr), LibreOffice (office).
"""

from pipelines import ocr, office


def readers() -> tuple[str, ...]:
    """What such pages and documents are read with here; others that are installed read them anew."""
    return (ocr.versions(), *office.states())
