"""Text that stands in another direction.

Belongs here: pages, contents and single texts turned or mirrored.
Does not belong here: text nobody sees (hidden), text on text (printed_over).
"""

import re
from random import Random

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import content_of, one_page, set_content, some_pages, writer_of, written

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("text rotated")
def page_turned(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    for page in some_pages(base, writer, random):
        page.rotate(random.choice((90, 180, 270)))
    return written(writer)


@kind("text rotated")
def content_turned(base: Base, random: Random) -> bytes:
    """All that a page draws is turned about its middle, by a quarter or a few degrees."""
    writer = writer_of(base)
    matrix = random.choice(
        ("0 1 -1 0", "-1 0 0 -1", "0 -1 1 0", ".9962 .0872 -.0872 .9962", ".9998 .0175 -.0175 .9998")
    )
    for page in some_pages(base, writer, random):
        x, y = float(page.mediabox.width) / 2, float(page.mediabox.height) / 2
        before = f"q 1 0 0 1 {x} {y} cm {matrix} 0 0 cm 1 0 0 1 {-x} {-y} cm\n".encode()
        set_content(writer, page, before + content_of(page) + b"\nQ")
    return written(writer)


@kind("text rotated")
def texts_turned(base: Base, random: Random) -> bytes:
    """Single texts of a page are turned where they stand."""
    writer = writer_of(base)
    page = one_page(base, writer, random)
    turn = random.choice((b"0 1 -1 0", b"-1 0 0 -1", b".7 .7 -.7 .7"))

    def turned(found: re.Match) -> bytes:
        return turn + b" " + found.group(2) + b" Tm" if random.random() < 0.2 else found.group()

    matrix = rb"(1 0 0 1) (-?[\d.]+ -?[\d.]+) Tm"
    set_content(writer, page, re.sub(matrix, turned, content_of(page)))
    return written(writer)


@kind("text rotated")
def mirrored(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    for page in some_pages(base, writer, random):
        width = float(page.mediabox.width)
        set_content(writer, page, f"q -1 0 0 1 {width} 0 cm\n".encode() + content_of(page) + b"\nQ")
    return written(writer)
