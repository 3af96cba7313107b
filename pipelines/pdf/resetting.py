"""Resetting: a file of the pages that stand on the sheets of another one, each a page of its own and of its own size.

Belongs here: writing that file, which the readers read in the place of the other. Does not belong here: which pages these are (sheets).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from pipelines.pdf.cropping import shown_part
from pipelines.pdf.pages import Sheet
from pipelines.pdf.rotation import Frame

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

_BOXES = "/MediaBox", "/CropBox"


def reset(content: bytes, sheets: Sequence[Sheet]) -> bytes:
    """Return a PDF whose pages are those that stand on the sheets of another one, in this order; raises what pypdf raises."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, NameObject, NumberObject

    writer = PdfWriter(clone_from=io.BytesIO(content))
    pages = [writer.pages[number] for number in range(len(writer.pages))]
    tree = cast("DictionaryObject", writer.root_object["/Pages"])
    kids = ArrayObject(_page(writer, pages[sheet.number - 1], sheet) for sheet in sheets)
    tree.update({NameObject("/Kids"): kids, NameObject("/Count"): NumberObject(len(kids))})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page(writer: PdfWriter, source: DictionaryObject, sheet: Sheet) -> IndirectObject:
    """Write one page: a copy of the sheet that shows the part on which it stands, as large as it was."""
    from pypdf.generic import DictionaryObject, FloatObject, NameObject, NumberObject, RectangleObject

    media, crop = ([float(edge) for edge in getattr(source, name)] for name in ("mediabox", "cropbox"))
    shown, _ = shown_part((media[0], media[1], media[2], media[3]), (crop[0], crop[1], crop[2], crop[3]))
    rotate = (int(source.get("/Rotate", 0)) + 90 * sheet.quarters) % 360
    page = DictionaryObject(source)
    page[NameObject("/Parent")] = writer.root_object.raw_get("/Pages")
    page[NameObject("/Rotate")] = NumberObject(rotate)
    part = Frame(shown, rotate).from_view(sheet.box)
    for name, box in zip(_BOXES, (media, part), strict=True):
        page[NameObject(name)] = RectangleObject([edge * sheet.scale for edge in box])
    if sheet.scale != 1:
        page[NameObject("/Contents")] = _enlarged(writer, source, sheet.scale)
        for note in _notes(source):
            note[NameObject("/Rect")] = RectangleObject(
                [float(edge) * sheet.scale for edge in cast("ArrayObject", note["/Rect"])]
            )
    page.pop("/UserUnit", FloatObject(1))
    return writer._add_object(page)


def _enlarged(writer: PdfWriter, source: DictionaryObject, scale: float) -> ArrayObject:
    """Return the contents of a page, enlarged."""
    from pypdf.generic import ArrayObject, StreamObject

    def drawn(operators: bytes) -> IndirectObject:
        stream = StreamObject()
        stream.set_data(operators)
        return writer._add_object(stream)

    own = source.raw_get("/Contents") if "/Contents" in source else ArrayObject()
    parts = own.get_object()
    inner = parts if isinstance(parts, ArrayObject) else [own]
    return ArrayObject([drawn(b"q %.6f 0 0 %.6f 0 0 cm\n" % (scale, scale)), *inner, drawn(b"\nQ\n")])


def _notes(source: DictionaryObject) -> Iterator[DictionaryObject]:
    for note in cast("ArrayObject", source.get("/Annots", [])):
        own = cast("DictionaryObject", note.get_object())
        if "/Rect" in own:
            yield own
