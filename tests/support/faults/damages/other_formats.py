"""What happens to a report that is no PDF: workbooks, web pages, Word documents, OFD and archives, spoiled or made to hide.

Belongs here: a report written again in such a format, and one thing that is wrong with the file. Does not belong here: writing the
formats (tests/support/files).
"""

import io
import zipfile
from collections.abc import Callable
from random import Random

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font

from pipelines.pdf import Document
from tests.support.faults.damages.base import Base, Kind, registrar
from tests.support.files import rewriting
from tests.support.files.ofd import as_ofd

KINDS: dict[str, Kind] = {}
kind = registrar(KINDS)
_PACKED: tuple[Callable[[Document], bytes], ...] = (rewriting.as_xlsx, rewriting.as_docx, as_ofd)
_OTHERS = (rewriting.as_xls, rewriting.as_html)


def _written(base: Base, random: Random, ways: tuple[Callable[[Document], bytes], ...]) -> bytes:
    return random.choice(ways)(base.reading.document)


@kind("other formats")
def sound_in_another_format(base: Base, random: Random) -> bytes:
    return _written(base, random, (*_PACKED, *_OTHERS))


@kind("other formats")
def bytes_of_another_format_flipped(base: Base, random: Random) -> bytes:
    content = bytearray(_written(base, random, (*_PACKED, *_OTHERS)))
    for _ in range(random.choice((1, 20))):
        content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content)


@kind("other formats")
def part_cut_short(base: Base, random: Random) -> bytes:
    return _changed(_written(base, random, _PACKED), random, lambda part: part[: random.randrange(len(part))])


@kind("other formats")
def number_that_shows_nothing(base: Base, random: Random) -> bytes:
    """A number in a sheet under a format without a place for it, or in white."""
    hides = random.choice((lambda cell: _set(cell, "number_format", ";;;"), lambda cell: _set(cell, "font", Font(color="FFFFFF"))))  # fmt: skip
    return _in_workbook(base, random, hides)


@kind("other formats")
def part_lost(base: Base, random: Random) -> bytes:
    return _changed(_written(base, random, _PACKED), random, lambda _: None)


@kind("other formats")
def formula_without_a_value(base: Base, random: Random) -> bytes:
    return _in_workbook(base, random, lambda cell: _set(cell, "value", "=1/3"))


@kind("other formats")
def entity_in_a_part(base: Base, random: Random) -> bytes:
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return _changed(_written(base, random, _PACKED), random, lambda part: declared + part)


@kind("other formats")
def archive_of_a_stranger(base: Base, random: Random) -> bytes:
    """A report in an archive beside a file with a path out of it, an archive in it, or itself again."""
    report = _written(base, random, (*_PACKED, *_OTHERS))
    beside = random.choice((("../../etc/cron.d/x", b"x"), ("a.zip", _zip({"决算": report})), ("副本", report)))
    return _zip({"决算": report, beside[0]: beside[1]})


@kind("decompression bombs")
def bomb_in_a_workbook(base: Base, random: Random) -> bytes:
    bomb = {"xl/media/a.xml": bytes(300 << 20)}
    return _zip(_parts(rewriting.as_xlsx(base.reading.document)) | bomb)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _changed(content: bytes, random: Random, change: Callable[[bytes], bytes | None]) -> bytes:
    """An archive of which one part is changed, or taken out where nothing is left of it."""
    parts = _parts(content)
    name = random.choice(sorted(name for name in parts if name.endswith(".xml") and parts[name]))
    changed = change(parts.pop(name))
    return _zip(parts if changed is None else parts | {name: changed})


def _set(cell: Cell, name: str, value: object) -> None:
    setattr(cell, name, value)


def _in_workbook(base: Base, random: Random, change: Callable[[Cell], None]) -> bytes:
    """The report as a workbook with one of its numbers changed."""
    book = load_workbook(io.BytesIO(rewriting.as_xlsx(base.reading.document)))
    numbers = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, float)]
    change(random.choice(numbers))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
