"""Freshness: whether the published warehouse is what a run would make again.

Belongs here: the fingerprint of all that goes into a warehouse, the note a whole run leaves behind.
Does not belong here: what is read again (reading.batch), the run (orchestration.run). Nothing here needs Dagster or Great Expectations.
"""

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import duckdb

from pipelines import publishing
from pipelines.limits import Limits
from pipelines.messages import message
from pipelines.raw_files import RawFile
from pipelines.reading import tools
from pipelines.settings import PROJECT, Places
from pipelines.warehouse import lake

_LOG = logging.getLogger(__name__)
_LIBRARIES = ("duckdb", "great-expectations", "pandas", "pdfplumber", "pdfminer.six", "pypdfium2", "scipy")


def is_current(places: Places, files: Iterable[RawFile], limits: Limits) -> bool:
    """Whether the published warehouse was made whole, and judged, by this code from these very files under these limits.

    Its file is looked at whole: one that is no longer what was made is told in a line.
    """
    try:
        note = json.loads(places.note.read_text(encoding="utf-8"))
        if {key: note[key] for key in ("made_of", "code")} != _origin(places, files, limits):
            return False
        is_as_made = note["database"] == _digest_of_database(places)
    except (OSError, ValueError, KeyError, TypeError, duckdb.Error):
        return False
    if not is_as_made:
        _LOG.warning(message("warehouse_damaged", database=places.database))
    return is_as_made


def is_of_this_code(places: Places, limits: Limits) -> bool:
    """Whether the published warehouse was made and judged by this code, from whichever files."""
    try:
        return json.loads(places.note.read_text(encoding="utf-8"))["code"] == fingerprint(places, (), limits)
    except (OSError, ValueError, KeyError):
        return False


def is_as_judged(places: Places, limits: Limits) -> bool:
    """Whether the published file is, byte for byte, the one that this code made and judged, from whichever files."""
    try:
        note = json.loads(places.note.read_text(encoding="utf-8"))
        return bool(note["code"] == fingerprint(places, (), limits) and note["database"] == _digest_of_database(places))
    except (OSError, ValueError, KeyError, TypeError, duckdb.Error):
        return False


def keep(places: Places, files: Iterable[RawFile], limits: Limits) -> None:
    """Note that the published warehouse is made and judged from these files."""
    note = {**_origin(places, files, limits), "database": _digest_of_database(places)}
    publishing.write_file(places.note, json.dumps(note).encode())


def _origin(places: Places, files: Iterable[RawFile], limits: Limits) -> dict[str, str]:
    """What a warehouse made now is made of, and by which code."""
    return {"made_of": fingerprint(places, files, limits), "code": fingerprint(places, (), limits)}


def _digest_of_database(places: Places) -> str:
    """The SHA-256 of the published file; of none where a log beside it would change what is read of it.

    Nothing of ours writes to it once it is published. A lake is known by its state.
    """
    if places.lake:
        return f"{places.lake.catalogue} {mark(places)}"
    if places.database.with_name(f"{places.database.name}.wal").exists():
        return ""
    return _digest(places.database, *mark(places), places.database.stat().st_ctime_ns)


@cache
def _digest(database: Path, *_marks: int) -> str:
    """The SHA-256 of a file that has these marks and was last touched then: a run asks more than once."""
    with open(database, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def mark(places: Places) -> list[int]:
    """Which file the published warehouse is: no other has the same marks; of a lake, its state."""
    if places.lake:
        with lake.open_warehouse(places) as warehouse:
            return [lake.snapshot(warehouse.connection)]
    stat = places.database.stat()
    return [stat.st_ino, stat.st_size, stat.st_mtime_ns]


def fingerprint(places: Places, files: Iterable[RawFile], limits: Limits) -> str:
    """A digest of all that a warehouse is made of: files by name and content, limits, code, SQL, expectations, libraries."""
    digest = hashlib.sha256()
    parts = [repr((file.name, file.sha256)) for file in files]
    for part in (*parts, repr(limits), *_libraries(), *tools.readers(places)):
        digest.update(part.encode() + b"\0")
    for folder in (PROJECT / "pipelines", places.sql, places.expectations):
        for source in sorted(_sources(folder)):
            digest.update(source.path.encode() + b"\0" + _digest_of_source(source))
    return digest.hexdigest()


@cache
def _libraries() -> tuple[str, ...]:
    """The versions of the libraries: what a process has loaded stays what it is."""
    return tuple(map(version, _LIBRARIES))


class _Source(NamedTuple):
    """A file that a warehouse is made by, with the marks by which a changed one is known."""

    path: str
    size: int
    written: int
    changed: int


def _sources(folder: Path) -> Iterator[_Source]:
    """The files below a folder, in no order."""
    for at, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            path = os.path.join(at, name)
            if os.path.isfile(path):
                stat = os.stat(path)
                yield _Source(path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


@cache
def _digest_of_source(source: _Source) -> bytes:
    """The SHA-256 of a file: a run asks eight times for all of them."""
    return hashlib.sha256(Path(source.path).read_bytes()).digest()
