"""Damage: whether the streams a page's text comes from are whole, and whether marks in them replace what is printed.

Belongs here: decompressing content, form and character-map streams strictly, as a reader that mends silently does not.
Does not belong here: reading them (pdfium_pages). A PDF whose bytes were spoiled on the way would else lose figures unseen.
"""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

_REPLACES = b"/ActualText"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a page's bytes are like.

    is_damaged: a compressed stream breaks off, is no zlib data or fails its checksum.
    has_replacements: text is marked with what to read in its place (ActualText), which need not be what is printed.
    """

    is_damaged: bool
    has_replacements: bool


def conditions(pages: Iterable[PDFPage]) -> list[Condition]:
    """The condition of each page; must be asked before pages are read by pdfminer: reading replaces the raw bytes."""
    known: dict[int, Condition] = {}
    return [_condition(page, known) for page in pages]


def _condition(page: PDFPage, known: dict[int, Condition]) -> Condition:
    resources = resolve1(page.resources) or {}
    streams = [*map(resolve1, page.contents), *_streams(resources, set())]
    found = [_examined(stream, known) for stream in streams if isinstance(stream, PDFStream)]
    listed = any("ActualText" in (_values_of(entry) or {}) for entry in _values(resources.get("Properties")))
    return Condition(any(f.is_damaged for f in found), listed or any(f.has_replacements for f in found))


def _values_of(reference: object) -> dict[str, object]:
    found = resolve1(reference)
    return found if isinstance(found, dict) else {}


def _values(reference: object) -> list[object]:
    return [resolve1(value) for value in _values_of(reference).values()]


def _streams(resources: dict[str, object], seen: set[int]) -> Iterator[object]:
    """Character maps of the fonts, forms, and what these use themselves."""
    for font in _values(resources.get("Font")):
        yield from (resolve1(_values_of(font).get(name)) for name in ("ToUnicode", "Encoding"))
    for item in _values(resources.get("XObject")):
        if isinstance(item, PDFStream) and _named(item.get("Subtype")) != "Image" and id(item) not in seen:
            seen.add(id(item))
            yield item
            yield from _streams(_values_of(item.get("Resources")), seen)


def _named(name: object) -> str:
    return str(getattr(name, "name", ""))


def _examined(stream: PDFStream, known: dict[int, Condition]) -> Condition:
    """A stream's condition; one that many pages use is examined once."""
    if id(stream) not in known:
        try:
            data = _decoded(stream)
        except (zlib.error, ValueError):
            known[id(stream)] = Condition(True, False)
        else:
            known[id(stream)] = Condition(False, _REPLACES in data)
    return known[id(stream)]


def _decoded(stream: PDFStream) -> bytes:
    """The data as far as known filters go; raises zlib.error or ValueError where it is spoiled."""
    data = stream.get_rawdata() or b""
    if stream.decipher and data:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    for name, _ in stream.get_filters():
        decode = _DECODERS.get(_named(name))
        if decode is None:
            break
        data = decode(data)
    return data


def _inflate(data: bytes) -> bytes:
    stream = zlib.decompressobj()
    inflated = stream.decompress(data)
    if not stream.eof:
        raise ValueError("the compressed data break off")
    return inflated


_DECODERS = {
    "ASCII85Decode": ascii85decode,
    "ASCIIHexDecode": asciihexdecode,
    "FlateDecode": _inflate,
    "A85": ascii85decode,
    "AHx": asciihexdecode,
    "Fl": _inflate,
}
