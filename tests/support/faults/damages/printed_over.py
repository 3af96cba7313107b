"""Text printed over text, and patches over it.

Belongs here: what stands twice at a place, or under something.
Does not belong here: text hidden by itself (hidden).
"""

from random import Random

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.cells import another, in_cells, number
from tests.support.faults.damages.changing import content_of, figure_pages, set_content, some_pages, writer_of, written

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


def _patch(x: float, y: float, width: float, height: float) -> str:
    """A white rectangle within the rules of a cell."""
    return f"q 1 g {x + 0.6} {y + 0.6} {width - 1.2} {height - 1.2} re f Q"


@kind("text overprinted")
def printed_twice(base: Base, random: Random) -> bytes:
    """All of some pages printed again a hair further, for boldness."""
    writer = writer_of(base)
    shift = random.choice(("0.3 0", "0 0.3", "0.2 0.2", "0 0", "1 0", "3 0", "0 3"))
    for page in some_pages(base, writer, random):
        content = content_of(page)
        set_content(writer, page, b"q\n" + content + f"\nQ q 1 0 0 1 {shift} cm\n".encode() + content + b"\nQ")
    return written(writer)


@kind("text overprinted")
def another_page_over(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    pages = figure_pages(base, writer)
    one, other = random.choice(pages), random.choice(pages)
    one.merge_page(other)
    return written(writer)


@kind("text overprinted")
def number_over_number(base: Base, random: Random) -> bytes:
    """Another number printed over one, at the same place."""
    return in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"BT /FH 9 Tf {old[0]} {old[1]} Td ({number(random)}) Tj ET",
        shows="nothing sure",
    )


@kind("text overprinted")
def number_corrected(base: Base, random: Random) -> bytes:
    """A white patch over a number, and another number on it: the page shows the other alone."""
    return in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"{_patch(x, y, w, h)} BT /FH 9 Tf {x + 2} {old[1]} Td ({number(random)}) Tj ET",
        shows="the new",
    )


@kind("text overprinted")
def number_covered(base: Base, random: Random) -> bytes:
    """A white patch over a number: the page shows a blank cell."""
    return in_cells(
        base,
        random,
        lambda x, y, w, h, old: _patch(x, y, w, h),
        shows="nothing sure",
    )


@kind("text overprinted")
def digit_over_digit(base: Base, random: Random) -> bytes:
    """A digit printed over the first digit of a number."""
    return in_cells(
        base,
        random,
        lambda x, y, w, h, old: f"BT /FH 9 Tf {old[0]} {old[1]} Td ({another(random, old[3])}) Tj ET",
        shows="nothing sure",
    )
