"""Pages, texts and lines by the thousand.

Belongs here: more of something than any report has.
Does not belong here: things within things (nesting), packed data (bombs).
"""

from random import Random

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import appended, writer_of, written
from tests.support.tools.pdf_objects import entry

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


def _tree(writer: PdfWriter) -> DictionaryObject:
    """The root of the page tree, to be changed."""
    return entry(writer._root_object, "/Pages")


@kind("thousands of pages")
def thousands_of_pages(base: Base, random: Random) -> bytes:
    """A page that stands in the page tree some thousand times."""
    writer = writer_of(base)
    tree = _tree(writer)
    kids = entry(tree, "/Kids")
    one, count = random.choice(list(kids)), random.choice((2000, 5000))
    kids.extend([one] * count)
    tree[NameObject("/Count")] = NumberObject(len(kids))
    return written(writer)


@kind("thousands of pages")
def thousands_of_blank_pages(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    tree = _tree(writer)
    page = DictionaryObject({NameObject("/Type"): NameObject("/Page"), NameObject("/Parent"): writer._pages})
    page[NameObject("/MediaBox")] = ArrayObject([NumberObject(v) for v in (0, 0, 595, 842)])
    kids = entry(tree, "/Kids")
    kids.extend([writer._add_object(page)] * 3000)
    tree[NameObject("/Count")] = NumberObject(len(kids))
    return written(writer)


@kind("thousands of pages")
def page_tree_in_a_circle(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    tree = _tree(writer)
    entry(tree, "/Kids").append(writer._pages)
    if random.random() < 0.5:
        tree[NameObject("/Count")] = NumberObject(random.choice((10, 10**6, 2**31 - 1, -1)))
    return written(writer)


@kind("thousands of pages")
def a_page_of_a_million_texts(base: Base, random: Random) -> bytes:
    count = random.choice((100_000, 1_000_000))
    return appended(base, random, b"BT /FH 1 Tf 1 0 0 1 9 9 Tm " + b"(1.00) Tj " * count + b"ET")


@kind("thousands of pages")
def a_page_of_a_million_lines(base: Base, random: Random) -> bytes:
    count = random.choice((20_000, 300_000))
    lines = b"".join(b"%d 9 m %d 800 l S " % (i % 590, i % 593) for i in range(count))
    return appended(base, random, lines)


@kind("thousands of pages")
def a_page_of_ten_thousand_cells(base: Base, random: Random) -> bytes:
    step = random.choice((2, 5))
    lines = [f"{x} 0 m {x} 842 l S" for x in range(0, 596, step)] + [
        f"0 {y} m 595 {y} l S" for y in range(0, 843, step)
    ]
    return appended(base, random, "\n".join(lines).encode())
