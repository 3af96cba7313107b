"""Integrity: whether the streams a page's text comes from are whole, and whether marks in them replace what is printed.

Belongs here: decompressing content, form and character-map streams strictly. Does not belong here: reading them (pdfium.reader).
Readers mend silently what is spoiled: figures would be lost and nobody would know.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1

_REPLACES = b"/ActualText"
_ZLIB_BEGINS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_ASCII85_ENDS = b"~>"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a page's bytes are like.

    is_damaged: a stream or font it names is not there; a compressed stream breaks off, is no zlib data, fails its
    checksum, or no longer says that it is compressed.
    has_replacements: text is marked with what to read in its place (ActualText), which need not be what is printed.
    """

    is_damaged: bool
    has_replacements: bool


_LISTS = re.compile(
    rb"/(?:W(?:idths)?\s*\[([\d\s.\[\]-]{60,})\]|Differences\s*\[([\w\s/.]{60,})\]|CharProcs\s*<<([\w\s/.]{60,})>>)"
)
"""The widths, names and drawings of a font's characters: as many as nothing else of the name has, and no packed stream
looks like by chance."""


def blank_font_lists(content: bytes) -> bytes:
    """Put blanks where a PDF lists its fonts' characters, of which nobody asks pdfminer: it would tokenise tens of thousands."""
    return _LISTS.sub(_blank, content)


def _blank(found: re.Match[bytes]) -> bytes:
    inside = found[found.lastindex or 0]
    return found[0].replace(inside, b" " * len(inside))


def conditions(pages: Iterable[PDFPage]) -> list[Condition]:
    """Examine each page; ask before pdfminer reads the pages, as reading replaces the raw bytes."""
    known: dict[int, Condition] = {}
    return [_condition(page, known) for page in pages]


def _condition(page: PDFPage, known: dict[int, Condition]) -> Condition:
    resources = resolve1(page.attrs.get("Resources", {}))
    found = [_examine(piece, known) for piece in (*_contents(page), *_used_by(resources, set()))]
    marks = _values(_dict(resources).get("Properties", {}))
    listed = any("ActualText" in _dict(mark) for mark in marks)
    return Condition(any(f.is_damaged for f in found), listed or any(f.has_replacements for f in found))


def _contents(page: PDFPage) -> Iterator[PDFStream | None]:
    for content in map(resolve1, page.contents):
        yield content if isinstance(content, PDFStream) else None


def _used_by(resources: object, seen: set[int]) -> Iterator[object]:
    """Yield fonts, their character maps, forms, and what these use in turn; None for a name whose object is missing."""
    if not isinstance(resources, dict):
        yield None
    for font in _values(_dict(resources).get("Font", {})):
        yield font
        yield from (
            resolve1(font[name]) for name in ("ToUnicode", "Encoding") if isinstance(font, dict) and name in font
        )
    for item in _values(_dict(resources).get("XObject", {})):
        if isinstance(item, PDFStream) and _name_of(item.get("Subtype")) != "Image" and id(item) not in seen:
            seen.add(id(item))
            yield item
            yield from _used_by(resolve1(item.get("Resources", {})), seen)


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _values(reference: object) -> list[object]:
    """Return the values of a dictionary; [None] where it is missing."""
    found = resolve1(reference)
    return [resolve1(value) for value in found.values()] if isinstance(found, dict) else [None]


def _name_of(name: object) -> str:
    return str(getattr(name, "name", ""))


def _examine(piece: object, known: dict[int, Condition]) -> Condition:
    """Examine a stream, once for all pages that use it; anything else is whole if it is there."""
    if not isinstance(piece, PDFStream):
        return Condition(piece is None, False)
    if id(piece) not in known:
        try:
            data = _decode(piece)
        except (zlib.error, ValueError):
            known[id(piece)] = Condition(True, False)
        else:
            known[id(piece)] = Condition(_is_packed(data), _REPLACES in data)
    return known[id(piece)]


def _is_packed(data: bytes) -> bool:
    """Whether data still look as zlib's or ASCII85's do, so that they were not decoded."""
    return data.startswith(_ZLIB_BEGINS) or data[-8:].rstrip().endswith(_ASCII85_ENDS)


def _decode(stream: PDFStream) -> bytes:
    """Apply the filters that carry a checksum or a fixed form; raises zlib.error or ValueError for spoiled data."""
    data = stream.get_rawdata() or b""
    if stream.decipher and data:
        if stream.objid is None or stream.genno is None:
            raise ValueError("an encrypted stream without a number, from which its key would be made")
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    for name, _ in stream.get_filters():
        if _name_of(name) in _UNCHECKED:
            break
        if _name_of(name) not in _DECODERS:
            raise ValueError(f"no such filter: {_name_of(name)}")
        data = _DECODERS[_name_of(name)](data)
    return data


def _inflate(data: bytes) -> bytes:
    if not data:
        return data  # programs write an empty page so, and every reader takes it
    stream = zlib.decompressobj()
    inflated = stream.decompress(data)
    if not stream.eof:
        raise ValueError("the compressed data break off")
    return inflated


_UNCHECKED = {"LZWDecode", "LZW", "RunLengthDecode", "RL", "Crypt"}
_DECODERS = {
    "ASCII85Decode": ascii85decode,
    "ASCIIHexDecode": asciihexdecode,
    "FlateDecode": _inflate,
    "A85": ascii85decode,
    "AHx": asciihexdecode,
    "Fl": _inflate,
}
