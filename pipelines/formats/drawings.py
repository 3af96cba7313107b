"""Drawings: the texts in the text boxes of the sheets of a workbook since 2007, with the row each hangs at.

Belongs here: the parts of the file from a sheet to its boxes (ECMA-376, part 1, 20.5). Does not belong here: cells (xlsx), where the
texts stand on the page (sheets). The library that reads the cells leaves shapes out.
"""

import zipfile
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import Any, NamedTuple

from lxml import etree

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ANCHORS = [f"{_DRAWN}{kind}Anchor" for kind in ("twoCell", "oneCell", "absolute")]
_BOOK = "xl/workbook.xml"


class Box(NamedTuple):
    """A paragraph in a text box, and the row of the sheet (from 1) that its box hangs at."""

    row: int
    text: str


def boxes_of(archive: zipfile.ZipFile) -> dict[str, list[Box]]:
    """Sheet → the paragraphs in its text boxes, from top to bottom; sheets without any are not there."""
    names = set(archive.namelist())
    parts = dict(_related(archive, names, _BOOK))
    found: dict[str, list[Box]] = {}
    for sheet in _parse(archive, _BOOK).iter(_SHEET):
        part = parts.get(sheet.get(_ID), ("", ""))[1]
        drawings = [target for kind, target in dict(_related(archive, names, part)).values() if kind == "drawing"]
        boxes = [box for drawing in drawings if drawing in names for box in _boxes(_parse(archive, drawing))]
        if boxes:
            found[sheet.get("name")] = sorted(boxes, key=lambda box: box.row)
    return found


def _parse(archive: zipfile.ZipFile, part: str) -> Any:
    return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


def _related(archive: zipfile.ZipFile, names: set[str], part: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what a part refers to: its id there → kind and path; what lies outside of the file is left out."""
    listed = f"{dirname(part)}/_rels/{basename(part)}.rels"
    if listed not in names:
        return
    for one in _parse(archive, listed):
        if one.get("TargetMode") != "External":
            target = one.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
            yield one.get("Id", ""), (one.get("Type", "").rpartition("/")[2], path)


def _boxes(drawing: Any) -> Iterator[Box]:
    for anchor in drawing.iter(*_ANCHORS):
        row = anchor.findtext(f"{_DRAWN}from/{_DRAWN}row") or "0"
        for shape in anchor.iter(f"{_DRAWN}sp"):
            named = shape.find(f"{_DRAWN}nvSpPr/{_DRAWN}cNvPr")
            if named is not None and named.get("hidden") in ("1", "true"):
                continue
            for paragraph in shape.iter(f"{_A}p"):
                if text := "".join(paragraph.itertext(f"{_A}t")).strip():
                    yield Box(int(row) + 1, text)
