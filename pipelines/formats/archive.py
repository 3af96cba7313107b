"""Archive: the files in a zip as one document: an account in several files (说明.doc, 附表.xls) is one.

Belongs here: which members are read, in which order, their names. Does not belong here: reading each (opening), whether they are of
one disclosure (reading.members). Nothing is unpacked to the disk; archives within archives are not opened.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pipelines.doubts import Doubt
from pipelines.formats.containers import open_archive, read_part
from pipelines.formats.kinds import kind_of
from pipelines.pdf import Document, Page, Unreadable, join_recognisers

_WHAT = "archive"
_SHEETS = ("xlsx", "xls")
"""Kinds that come behind the others: what is said of an account before its tables."""
_PAGED = ("pdf", "ofd")
"""Kinds that have pages."""
_BESIDE = (".md", ".db", ".ini", ".ds_store")
"""Ends of names of what stands beside files and is none."""
_CHINESE = re.compile("[㐀-鿿]")
_UTF8 = 0x800
"""The flag of a member whose name is UTF-8."""


@dataclass(frozen=True, slots=True)
class _Member:
    name: str
    kind: str
    document: Document


def read_zip(content: bytes, opens: Callable[[bytes], Document]) -> Document:
    """Read the members of an archive as one document; raises Unreadable. opens: makes a document of a member's bytes."""
    archive = open_archive(content, _WHAT)
    doubts: list[Doubt] = []
    members: list[_Member] = []
    readers: set[str] = set()
    for part in _parts(archive):
        name = name_of(part)
        try:
            inner = read_part(archive, part, _WHAT)
            kind = kind_of(inner)
            if kind == "zip":
                raise Unreadable("an archive within an archive is not opened", "unpack it, and put what it holds here")
            members.append(_Member(name, kind, opens(inner)))
        except Unreadable as refusal:
            readers.add(refusal.recognisers)
            doubts.append(replace(refusal.doubt, scope="report", page=None, detail=name, held=False))
    if not members:
        remedy = "unpack it, and put the report itself here"
        raise Unreadable("nothing in the archive can be read", remedy, recognisers=join_recognisers(*readers))
    members.sort(key=lambda one: (one.kind in _SHEETS, _is_of_tables(one.document), one.name))
    inner_doubts = [doubt for one in members for doubt in _moved(one, members)]
    first = members[0].document
    return Document(
        producer=first.producer,
        created=first.created,
        pages=tuple(_pages(members)),
        format="zip",
        doubts=(*doubts, *inner_doubts),
        recognisers=join_recognisers(*readers, *(one.document.recognisers for one in members)),
    )


def _is_of_tables(document: Document) -> bool:
    """Whether most pages of a file have tables: such a file comes behind the one that says what they are of."""
    return 2 * sum(bool(page.grids) for page in document.pages) > len(document.pages)


def docs_in(content: bytes) -> list[bytes]:
    """Return the Word 97 documents of an archive, in its order; raises Unreadable."""
    archive = open_archive(content, _WHAT)
    return [inner for part in _parts(archive) if kind_of(inner := read_part(archive, part, _WHAT)) == "doc"]


def with_docx(content: bytes, made: Sequence[bytes]) -> bytes:
    """Return an archive with what was made of its Word 97 documents (docs_in) in their places; one that is empty stays as it was."""
    archive, out, left = open_archive(content, _WHAT), io.BytesIO(), iter(made)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in _parts(archive):
            inner = read_part(archive, part, _WHAT)
            packed.writestr(zipfile.ZipInfo(name_of(part)), (kind_of(inner) == "doc" and next(left)) or inner)
    return out.getvalue()


def pdfs_in(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each PDF in an archive that can be read; raises Unreadable. Of one path there is one file, the first."""
    archive = open_archive(content, _WHAT)
    seen: set[str] = set()
    for part in _parts(archive):
        name = name_of(part)
        inner = b"" if name in seen else read_part(archive, part, _WHAT)
        if kind_of(inner) == "pdf":
            yield name, inner
        seen.add(name)


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of an archive; raises Unreadable where one is named outside of it."""
    kept = []
    for part in archive.infolist():
        path = PurePosixPath(name_of(part))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise Unreadable(
                f"the archive names a file outside of itself: {str(path)[:60]!r}", "keep the file from others"
            )
        is_beside = path.suffix.lower() in _BESIDE or any(one.startswith((".", "__MACOSX")) for one in path.parts)
        if not part.is_dir() and not is_beside:
            kept.append(part)
    return kept


def name_of(part: zipfile.ZipInfo) -> str:
    """Return the path of a member: names without the mark of UTF-8 are mostly GBK, which zipfile takes for code page 437."""
    if part.flag_bits & _UTF8:
        return part.filename.replace("\\", "/")
    stored = part.orig_filename.encode("cp437", "replace")
    try:
        name = stored.decode("utf-8")
    except UnicodeDecodeError:
        name = ""
    if not name.isascii() and not _CHINESE.search(name):  # 图 in GBK is ͼ in UTF-8
        name = ""
    return (name or stored.decode("gb18030", "replace")).replace("\\", "/")


def _pages(members: Sequence[_Member]) -> Iterator[Page]:
    """Yield the pages of all members, numbered on, each named by its member; one of several files has its page there for a name."""
    number = 0
    for one in members:
        is_paged = len(members) > 1 and one.kind in _PAGED
        for page in one.document.pages:
            number += 1
            at = (page.sheet or page).number
            yield replace(page, number=number, member=one.name, name=f"第{at}页" if is_paged else page.name)


def _moved(one: _Member, members: Sequence[_Member]) -> Iterator[Doubt]:
    """Yield the doubts about a member, by the numbers its pages have now."""
    before = sum(len(other.document.pages) for other in members[: members.index(one)])
    for doubt in one.document.doubts:
        yield replace(doubt, page=doubt.page + before if doubt.page else None, detail=f"{one.name}: {doubt.detail}")
