"""Damage: whether the streams a page's text comes from are whole.

Belongs here: decompressing content, form and character-map streams strictly, as a reader that mends silently does not.
Does not belong here: reading them (pages). A PDF whose bytes were spoiled on the way would else lose figures unseen.
"""

import zlib
from collections.abc import Iterator

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1


def is_damaged(page: PDFPage) -> bool:
    """Whether a compressed stream of the page breaks off, is no zlib data or fails its checksum.

    Must be asked before the page is read: reading replaces the raw bytes.
    """
    return any(not _is_whole(stream) for stream in _streams(page))


def _streams(page: PDFPage) -> Iterator[PDFStream]:
    resources = resolve1(page.resources) or {}
    fonts = [resolve1(font) for font in _values(resources.get("Font"))]
    maps = [resolve1(font.get("ToUnicode")) for font in fonts if isinstance(font, dict)]
    for stream in [*map(resolve1, page.contents), *maps, *map(resolve1, _values(resources.get("XObject")))]:
        if isinstance(stream, PDFStream) and _named(stream.get("Subtype")) != "Image":
            yield stream


def _values(reference: object) -> list[object]:
    found = resolve1(reference)
    return list(found.values()) if isinstance(found, dict) else []


def _named(name: object) -> str:
    return str(getattr(name, "name", ""))


def _is_whole(stream: PDFStream) -> bool:
    data = stream.get_rawdata()
    if data is None:
        return True
    try:
        for name, _ in stream.get_filters():
            decode = _DECODERS.get(_named(name))
            if decode is None:
                return True
            data = decode(data)
    except (zlib.error, ValueError):
        return False
    return True


def _inflate(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data)


_DECODERS = {
    "ASCII85Decode": ascii85decode,
    "ASCIIHexDecode": asciihexdecode,
    "FlateDecode": _inflate,
    "A85": ascii85decode,
    "AHx": asciihexdecode,
    "Fl": _inflate,
}
