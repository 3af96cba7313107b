"""Text that nobody sees and a reader may find.

Belongs here: numbers without ink, too small, clipped, covered by nothing but the settings of the page.
Does not belong here: text under a patch or another text (printed_over).
"""

from random import Random

from pypdf.generic import ArrayObject, FloatObject, NameObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.cells import in_cells, number
from tests.support.faults.damages.changing import add, content_of, set_content, some_pages, writer_of, written

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("text invisible")
def invisible_number(base: Base, random: Random) -> bytes:
    """A number nobody sees (render mode 3) in the cell of another."""
    return in_cells(
        base, random, lambda x, y, w, h, old: f"BT /FH 8 Tf 3 Tr {x + 1} {y + 2} Td ({number(random)}) Tj ET"
    )


@kind("text invisible")
def white_number(base: Base, random: Random) -> bytes:
    return in_cells(
        base, random, lambda x, y, w, h, old: f"q 1 g BT /FH 8 Tf {x + 1} {y + 2} Td ({number(random)}) Tj ET Q"
    )


@kind("text invisible")
def tiny_number(base: Base, random: Random) -> bytes:
    return in_cells(base, random, lambda x, y, w, h, old: f"BT /FH 0.1 Tf {x + 1} {y + 2} Td ({number(random)}) Tj ET")


@kind("text invisible")
def clipped_number(base: Base, random: Random) -> bytes:
    return in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"q 0 0 1 1 re W n BT /FH 8 Tf {x + 1} {y + 2} Td ({number(random)}) Tj ET Q",
    )


@kind("text invisible")
def invisible_digit(base: Base, random: Random) -> bytes:
    """One invisible digit right before or behind a number."""
    return in_cells(
        base,
        random,
        lambda x, y, w, h, old: (
            f"BT /FH 9 Tf 3 Tr {random.choice((old[0] - 5.2, old[2]))} {old[1]} Td ({random.randrange(1, 10)}) Tj ET"
        ),
    )


@kind("text invisible")
def invisible_in_blank_cells(base: Base, random: Random) -> bytes:
    """Numbers nobody sees in cells that are blank."""
    return in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"BT /FH 8 Tf 3 Tr {x + 1} {y + 2} Td ({number(random)}) Tj ET",
        blank=True,
    )


@kind("text invisible")
def transparent_number(base: Base, random: Random) -> bytes:
    return in_cells(
        base, random, lambda x, y, w, h, old: f"q /GH gs BT /FH 8 Tf {x + 1} {y + 2} Td ({number(random)}) Tj ET Q",
        blank=random.random() < 0.5,
    )  # fmt: skip


@kind("text invisible")
def hidden_layer(base: Base, random: Random) -> bytes:
    """Numbers in an optional-content layer that is off."""
    return in_cells(
        base, random,
        lambda x, y, w, h, old: f"/OC /OCH BDC BT /FH 8 Tf {x + 1} {y + 2} Td ({number(random)}) Tj ET EMC",
        blank=random.random() < 0.5,
    )  # fmt: skip


@kind("text invisible")
def all_invisible(base: Base, random: Random) -> bytes:
    """All text of some pages in render mode 3, as an OCR layer has it."""
    writer = writer_of(base)
    for page in some_pages(base, writer, random):
        set_content(writer, page, b"3 Tr\n" + content_of(page))
    return written(writer)


@kind("text invisible")
def outside_the_page(base: Base, random: Random) -> bytes:
    """Numbers left, right, above or below the page."""
    writer = writer_of(base)
    for page in some_pages(base, writer, random):
        x, y = random.choice(((-80, 400), (2000, 400), (300, -50), (300, 3000)))
        add(writer, page, f"BT /FH 8 Tf {x} {y} Td ({number(random)}) Tj ET")
    return written(writer)


@kind("text invisible")
def cropped(base: Base, random: Random) -> bytes:
    """The CropBox hides a part of the page."""
    writer = writer_of(base)
    for page in some_pages(base, writer, random):
        left, bottom, right, top = (float(v) for v in page.mediabox)
        box = random.choice(
            ((left, bottom, right * 0.7, top), (left, top * 0.4, right, top), (left + 150, bottom, right, top))
        )
        page[NameObject("/CropBox")] = ArrayObject([FloatObject(v) for v in box])
    return written(writer)
