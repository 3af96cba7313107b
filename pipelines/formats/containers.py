"""Containers: archives (zip) opened with distrust: sizes before bytes, no path out, no document type that could declare entities.

Belongs here: what an archive may hold to be looked into at all. Does not belong here: what its parts mean (xlsx, docx, archive).
"""

import io
import zipfile
from collections.abc import Iterator

from pipelines.pdf import FETCH_AGAIN, Unreadable

LARGEST, MOST = 256 << 20, 2000
"""Bytes that all parts of an archive may unpack to, and how many parts it may have."""
_DECLARES = [text.encode(code) for text in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")]
_XML = (".xml", ".rels", ".vml")


def open_archive(content: bytes, what: str) -> zipfile.ZipFile:
    """Open an archive whose parts are few and small enough to be unpacked; raises Unreadable. what: what the file is, for its sentences."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable(f"the {what} is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > LARGEST or len(parts) > MOST:
        raise Unreadable(
            f"the {what} would unpack to {size >> 20:,} MiB in {len(parts):,} parts",
            "look at where it came from; no report is as large",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(
            f"the {what} is encrypted", "take its password off, or ask the publisher for a file without one"
        )
    return archive


def refuse_entities(archive: zipfile.ZipFile, what: str) -> None:
    """Raise Unreadable where a part of an Office file declares a document type: none does, and entities come that way."""
    for name, part in xml_parts(archive, what):
        if any(sign in part for sign in _DECLARES):
            raise Unreadable(
                f"the {what} declares a document type in {name[:60]!r}",
                "keep the file from others; no Office program writes that",
            )


def xml_parts(archive: zipfile.ZipFile, what: str) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of the XML parts; raises Unreadable for one that cannot be unpacked."""
    for part in archive.infolist():
        if part.filename.lower().endswith(_XML):
            yield part.filename, read_part(archive, part, what)


def read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, what: str) -> bytes:
    """Unpack a part, never more of it than its size says; raises Unreadable."""
    try:
        return archive.read(part)
    except Exception as error:  # zlib, lzma, bz2 and zipfile each have errors of their own
        raise Unreadable(f"the {what} is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
