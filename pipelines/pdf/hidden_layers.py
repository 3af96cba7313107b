"""Hidden layers: the optional-content layers that a PDF says are not shown.

Belongs here: their names, from the file's catalogue, by pdfminer. Does not belong here: what stands in them (pdfium.visibility).
"""

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text


def hidden_layers(document: PDFDocument) -> frozenset[str]:
    """Names of the layers that are off when the file is opened; none for most files."""
    properties = resolve1(document.catalog.get("OCProperties"))
    if not isinstance(properties, dict):
        return frozenset()
    shown = _dict(properties.get("D"))
    listed = shown.get("OFF")
    if getattr(shown.get("BaseState"), "name", "") == "OFF":
        on = [str(layer) for layer in _list(shown.get("ON"))]
        listed = [layer for layer in _list(properties.get("OCGs")) if str(layer) not in on]
    names = [_dict(layer).get("Name") for layer in _list(listed)]
    return frozenset(decode_text(name) for name in names if isinstance(name, bytes))


def _dict(reference: object) -> dict:
    found = resolve1(reference)
    return found if isinstance(found, dict) else {}


def _list(reference: object) -> list:
    found = resolve1(reference)
    return found if isinstance(found, list) else []
