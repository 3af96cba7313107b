"""Fonts that say another character than they draw, or are gone.

Belongs here: damages of fonts and their character maps.
Does not belong here: how a font is found and changed (fonts_changed).
"""

from random import Random

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.faults.damages.changing import one_page, writer_of, written
from tests.support.faults.damages.fonts_changed import swapped, targets, with_font, with_map
from tests.support.tools.pdf_objects import entry

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)


@kind("encodings broken")
def tounicode_dropped(base: Base, random: Random) -> bytes:
    return with_font(base, random, lambda font: font.pop("/ToUnicode", None))


@kind("encodings broken")
def tounicode_spoiled(base: Base, random: Random) -> bytes:
    def spoil(data: bytes) -> bytes:
        spoiled = bytearray(data)
        for _ in range(random.choice((1, 5, 50))):
            spoiled[random.randrange(len(spoiled))] = random.randrange(256)
        return bytes(spoiled)

    return with_map(base, random, spoil)


@kind("encodings broken")
def tounicode_cut_short(base: Base, random: Random) -> bytes:
    return with_map(base, random, lambda data: data[: random.randrange(len(data))])


@kind("encodings broken")
def digits_exchanged(base: Base, random: Random) -> bytes:
    """ToUnicode says one digit for another, and the other for it."""
    one, other = (b"%04x" % (0x30 + d) for d in random.sample(range(10), 2))
    return with_map(base, random, lambda data: swapped(data, one, other))


@kind("encodings broken")
def digit_for_another(base: Base, random: Random) -> bytes:
    """ToUnicode says the same digit for two glyphs."""
    one, other = (b"%04x" % (0x30 + d) for d in random.sample(range(10), 2))
    return with_map(base, random, lambda data: targets(data, lambda t: other if t == one else t))


@kind("encodings broken")
def all_digits_turned(base: Base, random: Random) -> bytes:
    """ToUnicode says d+1 for each digit d."""
    turned = {b"%04x" % (0x30 + d): b"%04x" % (0x30 + (d + 1) % 10) for d in range(10)}
    return with_map(base, random, lambda data: targets(data, lambda t: turned.get(t, t)))


@kind("encodings broken")
def point_dropped(base: Base, random: Random) -> bytes:
    """ToUnicode gives the decimal point or the comma as nothing, or as a digit."""
    mark, put = random.choice((b"002e", b"002c")), random.choice((b"0000", b"0030", b"0020", b"200b", b"0031"))
    return with_map(base, random, lambda data: targets(data, lambda t: put if t == mark else t))


@kind("encodings broken")
def encoding_changed(base: Base, random: Random) -> bytes:
    names = ("/GBK-EUC-H", "/UniGB-UCS2-V", "/Identity-V", "/Identity-H", "/WinAnsiEncoding", "/NoSuchEncoding")
    return with_font(
        base, random, lambda font: font.update({NameObject("/Encoding"): NameObject(random.choice(names))})
    )


def _described(font: DictionaryObject) -> DictionaryObject:
    """The dictionary that describes a font: that of its descendant, where it has one."""
    return entry(font, "/DescendantFonts")[0].get_object() if "/DescendantFonts" in font else font


@kind("encodings broken")
def widths_wrong(base: Base, random: Random) -> bytes:
    factor = random.choice((0, 0.1, 0.5, 3, -1))

    def change(font: DictionaryObject) -> None:
        inner = _described(font)
        inner.pop("/W", None)
        inner[NameObject("/DW")] = NumberObject(int(1000 * factor))
        if "/Widths" in font:
            font[NameObject("/Widths")] = ArrayObject([NumberObject(int(500 * factor)) for _ in entry(font, "/Widths")])

    return with_font(base, random, change)


@kind("fonts dropped")
def font_dropped(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    page = one_page(base, writer, random)
    fonts = entry(page, "/Resources", "/Font")
    del fonts[random.choice(list(fonts))]
    return written(writer)


@kind("fonts dropped")
def fonts_exchanged(base: Base, random: Random) -> bytes:
    writer = writer_of(base)
    page = one_page(base, writer, random)
    fonts = entry(page, "/Resources", "/Font")
    names = list(fonts)
    one, other = random.choice(names), random.choice(names)
    first, second = fonts.raw_get(one), fonts.raw_get(other)
    fonts[NameObject(one)], fonts[NameObject(other)] = second, first
    return written(writer)


@kind("fonts dropped")
def font_file_dropped(base: Base, random: Random) -> bytes:
    def change(font: DictionaryObject) -> None:
        inner = _described(font)
        described = entry(inner, "/FontDescriptor") if "/FontDescriptor" in inner else DictionaryObject()
        for name in ("/FontFile", "/FontFile2", "/FontFile3"):
            described.pop(name, None)

    return with_font(base, random, change)
