"""How fonts and their character maps are changed.

Belongs here: the fonts of the pages with figures, and a change of some of them.
Does not belong here: a kind of damage.
"""

import re
from collections.abc import Callable
from random import Random

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from tests.support.faults.damages.base import Base
from tests.support.faults.damages.changing import figure_pages, writer_of, written
from tests.support.tools.pdf_objects import entry


def fonts_of(base: Base, writer: PdfWriter) -> list[DictionaryObject]:
    """The fonts of the pages with figures, each once."""
    found: dict[int, DictionaryObject] = {}
    for page in figure_pages(base, writer):
        for font in entry(page, "/Resources").get("/Font", DictionaryObject()).values():
            found[id(font.get_object())] = font.get_object()
    return list(found.values())


def with_font(base: Base, random: Random, change: Callable[[DictionaryObject], object]) -> bytes:
    writer = writer_of(base)
    fonts = fonts_of(base, writer)
    mapped = [font for font in fonts if "/ToUnicode" in font] or fonts
    for font in random.sample(mapped, random.choice((1, len(mapped)))):
        change(font)
        if isinstance(font.get("/ToUnicode"), StreamObject):
            font[NameObject("/ToUnicode")] = writer._add_object(font["/ToUnicode"])
    return written(writer)


def with_map(base: Base, random: Random, change: Callable[[bytes], bytes]) -> bytes:
    """The file with changed ToUnicode maps, in streams that are whole."""

    def changed(font: DictionaryObject) -> None:
        if "/ToUnicode" in font:
            stream = StreamObject()
            stream.set_data(change(entry(font, "/ToUnicode").get_data()))
            font[NameObject("/ToUnicode")] = stream.flate_encode()

    return with_font(base, random, changed)


def targets(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A character map whose single characters (no ranges) mean something else."""

    def block(found: re.Match) -> bytes:
        pair = rb"(<[0-9A-Fa-f]+>\s*)<([0-9A-Fa-f]{4})>"
        return re.sub(pair, lambda m: m[1] + b"<" + change(m[2].lower()) + b">", found.group())

    return re.sub(rb"beginbfchar.*?endbfchar", block, data, flags=re.DOTALL)


def swapped(data: bytes, one: bytes, other: bytes) -> bytes:
    return targets(data, lambda t: other if t == one else one if t == other else t)
