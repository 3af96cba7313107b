"""A few bytes that unpack to gigabytes.

Belongs here: contents, character maps and pictures packed again and again.
Does not belong here: what is large before it is packed (sizes).
"""

import zlib
from functools import cache
from random import Random

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import add, one_page, resource, writer_of, written
from tests.support.faults.damages.fonts_changed import with_font

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("decompression bombs")
def bomb_in_content(base: Base, random: Random) -> bytes:
    unit = random.choice((b" ", b"q Q ", b"0 0 m "))
    return _bomb(base, random, unit, random.choice((200, 1500)), 1)


@kind("decompression bombs")
def bomb_in_a_bomb(base: Base, random: Random) -> bytes:
    return _bomb(base, random, b" ", random.choice((500, 4000)), 2)


@kind("decompression bombs")
def bomb_in_a_character_map(base: Base, random: Random) -> bytes:
    packed = _packed(random.choice((b" ", b"<41> <0041> ")), random.choice((200, 1500)))

    def change(font: DictionaryObject) -> None:
        stream = StreamObject()
        stream._data = packed
        stream[NameObject("/Filter")] = NameObject("/FlateDecode")
        font[NameObject("/ToUnicode")] = stream

    return with_font(base, random, change)


@kind("decompression bombs")
def picture_bomb(base: Base, random: Random) -> bytes:
    """A picture of 60,000 by 60,000 points in a few kB."""
    writer = writer_of(base)
    page = one_page(base, writer, random)
    picture = StreamObject()
    picture._data = _packed(b"\0", 3600)
    size = NumberObject(60_000)
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): size, NameObject("/Height"): size, NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/ColorSpace"): NameObject("/DeviceGray"), NameObject("/Filter"): NameObject("/FlateDecode"),
        }
    )  # fmt: skip
    resource(page, "/XObject")[NameObject("/PH")] = writer._add_object(picture)
    add(writer, page, "/PH Do")
    return written(writer)


@cache
def _packed(unit: bytes, mib: int) -> bytes:
    """`mib` MiB of a repeated unit, compressed."""
    packer = zlib.compressobj(9)
    chunk = unit * ((1 << 20) // len(unit))
    return b"".join([*(packer.compress(chunk) for _ in range(mib)), packer.flush()])


def _bomb(base: Base, random: Random, unit: bytes, mib: int, levels: int) -> bytes:
    writer = writer_of(base)
    page = one_page(base, writer, random)
    stream = StreamObject()
    stream._data = _packed(unit, mib)
    for _ in range(levels - 1):
        stream._data = zlib.compress(stream._data, 9)
    filters = [NameObject("/FlateDecode")] * levels
    stream[NameObject("/Filter")] = ArrayObject(filters)
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(stream)])
    return written(writer)
