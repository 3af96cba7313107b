"""Figures under or beside something that is no text: annotations, form fields, pictures, patches, drawn digits.

Belongs here: what a person sees instead of the text layer. Does not belong here: text that hides itself (concealed, hidden),
a plain patch in the page's own content (printed_over).
"""

from random import Random

from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

from tests.support.faults.damages.base import Base, Kind, place, registrar
from tests.support.faults.damages.cells import number
from tests.support.faults.damages.changing import content_of, resource, set_content, writer_of, written
from tests.support.faults.damages.over_cells import Spot, dictionary, form, spoil_cells, stream
from tests.support.tools.pdf_objects import entry

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


def _annotate(spot: Spot, subtype: str, value: str | None, draws: str, **entries: object) -> None:
    box = (spot.x + 0.5, spot.y + 0.5, spot.x + spot.width - 0.5, spot.y + spot.height - 0.5)
    looks = form(draws, (0, 0, box[2] - box[0], box[3] - box[1])) if draws else None
    note = dictionary(Type="Annot", Subtype=subtype, Rect=box, F=NumberObject(4), **entries)
    if value is not None:
        note[NameObject("/V" if subtype == "Widget" else "/Contents")] = TextStringObject(value)
    if looks is not None:
        note[NameObject("/AP")] = dictionary(N=spot.writer._add_object(looks))
    if "/Annots" not in spot.page:
        spot.page[NameObject("/Annots")] = ArrayObject()
    entry(spot.page, "/Annots").append(spot.writer._add_object(note))


def _field(spot: Spot, value: str) -> None:
    name = TextStringObject(f"field {spot.x:.0f} {spot.y:.0f}")
    _annotate(
        spot,
        "Widget",
        value,
        f"BT /FH 8 Tf 2 {spot.old.base_line - spot.y - 0.5:.2f} Td ({value}) Tj ET",
        FT="Tx",
        T=name,
    )
    fields = ArrayObject([entry(spot.page, "/Annots")[-1].indirect_reference])
    known = spot.writer._root_object.get("/AcroForm")
    if known is None:
        spot.writer._root_object[NameObject("/AcroForm")] = dictionary(Fields=fields)
    else:
        entry(known.get_object(), "/Fields").extend(fields)


@kind("figures covered")
def note_over_a_number(base: Base, random: Random) -> bytes:
    """An annotation with another number lies over one: a free text, with and without an appearance, or a stamp."""

    def put(spot: Spot) -> None:
        new = number(random)
        shade = f"1 g 0 0 {spot.width} {spot.height} re f 0 g BT /FH 8 Tf 2 3 Td ({new}) Tj ET"
        _annotate(spot, random.choice(("FreeText", "Stamp", "Square")), new, random.choice((shade, shade, "")))

    return spoil_cells(base, random, put, blank=random.random() < 0.3)


@kind("figures covered")
def field_over_a_number(base: Base, random: Random) -> bytes:
    """A form field with another value lies over a number."""
    return spoil_cells(base, random, lambda spot: _field(spot, number(random)))


@kind("figures covered")
def field_instead_of_a_number(base: Base, random: Random) -> bytes:
    """Cells that are blank but for a form field, whose value is what they show."""

    def put(spot: Spot) -> str:
        value = number(random)
        _field(spot, value)
        return value

    return spoil_cells(base, random, put, blank=True)


@kind("figures covered")
def picture_over_a_number(base: Base, random: Random) -> bytes:
    """A picture lies over a number: white, black, or in a form."""

    def put(spot: Spot) -> None:
        w, h = spot.width - 1.2, spot.height - 1.2
        level = random.choice(("FF", "FF", "00"))
        drawn = f"q {w:.2f} 0 0 {h:.2f} {spot.x + 0.6:.2f} {spot.y + 0.6:.2f} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID {level}> EI Q"
        if random.random() < 0.5:
            spot.draw(drawn)
        else:
            spot.draw(f"q {spot.name('/XObject', form(drawn))} Do Q")

    return spoil_cells(base, random, put)


@kind("figures covered")
def picture_over_a_page(base: Base, random: Random) -> bytes:
    """A picture of the page lies over its text, as programs for OCR leave it."""
    writer = writer_of(base)
    page_number = random.choice(sorted({a.page for a in base.figures()}) or [1])
    page = writer.pages[page_number - 1]
    left, bottom, right, top = (float(v) for v in page.mediabox)
    picture = stream("\xff", Type="XObject", Subtype="Image", Width=NumberObject(1), Height=NumberObject(1),
                     ColorSpace="DeviceGray", BitsPerComponent=NumberObject(8))  # fmt: skip
    resource(page, "/XObject")[NameObject("/NP")] = writer._add_object(picture)
    over = f"\nQ q {right - left} 0 0 {top - bottom} {left} {bottom} cm /NP Do Q"
    set_content(writer, page, b"q\n" + content_of(page) + over.encode())
    base.shown.update({place(a): None for a in base.figures() if a.page == page_number})
    return written(writer)


@kind("figures covered")
def patch_of_many_corners(base: Base, random: Random) -> bytes:
    """A white patch with steps in its sides lies over a number."""

    def put(spot: Spot) -> None:
        x0, y0, x1, y1 = spot.x + 0.6, spot.y + 0.6, spot.x + spot.width - 0.6, spot.y + spot.height - 0.6
        steps = " ".join(f"{x0 + (x1 - x0) * i / 8:.2f} {y1 - i % 2 * 0.5:.2f} l" for i in range(9))
        spot.draw(f"q 1 g {x0:.2f} {y0:.2f} m {steps} {x1:.2f} {y0:.2f} l h f Q")

    return spoil_cells(base, random, put)


@kind("figures covered")
def patch_in_a_form(base: Base, random: Random) -> bytes:
    """A white patch that is drawn by a form lies over a number."""

    def put(spot: Spot) -> None:
        spot.draw(f"q {spot.name('/XObject', form(f'1 g {spot.rect()} re f'))} Do Q")

    return spoil_cells(base, random, put)


@kind("figures covered")
def patch_over_some_digits(base: Base, random: Random) -> bytes:
    """A white patch lies over the right part of a cell, mostly over a part of its number."""

    def put(spot: Spot) -> None:
        at, width = spot.x + 0.4 * spot.width, 0.6 * spot.width - 0.6
        spot.draw(f"q 1 g {at:.2f} {spot.y + 0.6:.2f} {width:.2f} {spot.height - 1.2:.2f} re f Q")

    return spoil_cells(base, random, put)


@kind("figures covered")
def digits_as_drawings(base: Base, random: Random) -> bytes:
    """Digits that are strokes and no characters, in a blank cell or before a number."""

    def put(spot: Spot) -> None:
        x, y = spot.x + 4, spot.old.base_line
        seven = f"{x} {y + 6} m {x + 4} {y + 6} l {x + 1.5} {y} l S"
        nought = f"{x + 7} {y} m {x + 11} {y} {x + 11} {y + 6.5} {x + 7} {y + 6.5} c {x + 3} {y + 6.5} {x + 3} {y} {x + 7} {y} c S"
        one = f"{x + 2} {y} 0.9 6.5 re f"
        spot.draw(f"q 0.9 w {random.choice((seven, nought, one, f'{seven} {nought}'))} Q")

    return spoil_cells(base, random, put, blank=random.random() < 0.7)


@kind("figures covered")
def digit_as_a_picture(base: Base, random: Random) -> bytes:
    """A picture of a digit in a blank cell."""

    def put(spot: Spot) -> None:
        at = f"6 0 0 8 {spot.x + 4:.2f} {spot.old.base_line:.2f}"
        spot.draw(f"q {at} cm BI /W 4 /H 4 /CS /G /BPC 1 /F /AHx ID 90F0F090> EI Q")

    return spoil_cells(base, random, put, blank=True)


@kind("figures covered")
def minus_as_a_line(base: Base, random: Random) -> bytes:
    """A short line before a number: its minus."""

    def put(spot: Spot) -> str:
        right, y = spot.old.left - 0.8, spot.old.base_line + 2.8
        drawn = f"{right - 4:.2f} {y:.2f} m {right:.2f} {y:.2f} l S", f"{right - 4:.2f} {y:.2f} 4 0.7 re f"
        spot.draw(f"q 0.7 w {random.choice(drawn)} Q")
        return f"-{spot.old.text}"

    return spoil_cells(base, random, put)
