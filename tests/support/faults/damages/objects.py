"""Objects and streams that are gone, empty, broken off or exchanged.

Belongs here: damages of single objects of the file, the file around them whole.
Does not belong here: the order of pages (page_order), fonts (fonts).
"""

import re
from random import Random

from pypdf.generic import DictionaryObject, NullObject, StreamObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import content_of, one_page, set_content, writer_of, written
from tests.support.faults.damages.raw_bytes import flipped

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("objects removed")
def object_blanked(base: Base, random: Random) -> bytes:
    found = list(re.finditer(rb"(\n\d+ 0 obj)\b.*?endobj", base.content, re.DOTALL))
    if not found:
        return flipped(base, random)
    one = random.choice(found)
    head = one[1]
    body = head + b" null" + b" " * (len(one.group()) - len(head) - 11) + b"endobj"
    return base.content[: one.start()] + body + base.content[one.end() :]


@kind("objects removed")
def object_removed(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    number = random.randrange(len(writer._objects))
    writer._objects[number] = NullObject()
    return written(writer)


@kind("objects removed")
def entry_removed(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    holders = [item for item in writer._objects if isinstance(item, DictionaryObject) and len(item)]
    for _ in range(random.choice((1, 3))):
        holder = random.choice(holders)
        if holder:
            del holder[random.choice(list(holder))]
    return written(writer)


@kind("objects removed")
def content_removed(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    set_content(writer, one_page(base, writer, random), b"")
    return written(writer)


@kind("streams swapped")
def streams_swapped(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    streams = [i for i, item in enumerate(writer._objects) if isinstance(item, StreamObject)]
    one, other = random.sample(streams, 2)
    writer._objects[one], writer._objects[other] = writer._objects[other], writer._objects[one]
    return written(writer)


@kind("streams swapped")
def contents_swapped(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    one, other = (one_page(base, writer, random) for _ in range(2))
    first, second = content_of(one), content_of(other)
    set_content(writer, one, second)
    set_content(writer, other, first)
    return written(writer)


@kind("streams swapped")
def content_cut_short(base: Base, random: Random) -> bytes:
    """A page's operators break off, in a stream that is whole."""
    writer = writer_of(base)
    page = one_page(base, writer, random)
    content = content_of(page)
    set_content(writer, page, content[: random.randrange(len(content))])
    return written(writer)


@kind("streams swapped")
def operators_spoiled(base: Base, random: Random) -> bytes:
    """Bytes of a page's operators flipped, in a stream that is whole."""
    writer = writer_of(base)
    page = one_page(base, writer, random)
    content = bytearray(content_of(page))
    for _ in range(random.choice((1, 5, 50))):
        content[random.randrange(len(content))] = random.randrange(256)
    set_content(writer, page, bytes(content))
    return written(writer)
