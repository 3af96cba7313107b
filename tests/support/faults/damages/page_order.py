"""Pages that are twice there, gone, or in another order.

Belongs here: damages of the list of pages.
Does not belong here: what is on a page.
"""

from collections.abc import Iterable
from io import BytesIO
from random import Random

from pypdf import PageObject, PdfReader, PdfWriter

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import written

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


def _of_pages(pages: Iterable[PageObject]) -> bytes:
    writer = PdfWriter()
    for page in pages:
        writer.add_page(page)
    return written(writer)


@kind("pages")
def page_doubled(base: Base, random: Random) -> bytes:
    pages = list(PdfReader(BytesIO(base.content)).pages)
    twice = random.randrange(len(pages))
    return _of_pages([*pages[: twice + 1], *pages[twice:]])


@kind("pages")
def page_lost(base: Base, random: Random) -> bytes:
    pages = list(PdfReader(BytesIO(base.content)).pages)
    del pages[random.randrange(len(pages))]
    return _of_pages(pages)


@kind("pages")
def pages_shuffled(base: Base, random: Random) -> bytes:
    pages = list(PdfReader(BytesIO(base.content)).pages)
    if random.random() < 0.5:
        one = random.randrange(len(pages) - 1)
        pages[one], pages[one + 1] = pages[one + 1], pages[one]
    else:
        random.shuffle(pages)
    return _of_pages(pages)


@kind("pages")
def whole_report_twice(base: Base, random: Random) -> bytes:
    writer = PdfWriter()
    for _ in range(2):
        writer.append(BytesIO(base.content))
    return written(writer)
