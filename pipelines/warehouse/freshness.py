"""Freshness: whether the published warehouse is what a run would make again.

Belongs here: the fingerprint of all that goes into a warehouse, the note a whole run leaves behind.
Does not belong here: what is read again (batch), the run (run). Nothing here needs Dagster or Great Expectations.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from pipelines import publishing
from pipelines.settings import PROJECT, Limits, Places, RawFile

_LIBRARIES = ("duckdb", "great-expectations", "pandas", "pdfplumber", "pdfminer.six", "pypdfium2", "scipy")


def is_current(places: Places, files: Iterable[RawFile], limits: Limits) -> bool:
    """Whether the published warehouse was made whole, and judged, by this code from these very files under these limits."""
    try:
        note = json.loads(places.note.read_text(encoding="utf-8"))
        return note == _note(places, files, limits)
    except (OSError, ValueError):
        return False


def is_of_this_code(places: Places, limits: Limits) -> bool:
    """Whether the published warehouse was made and judged by this code, from whichever files."""
    try:
        return json.loads(places.note.read_text(encoding="utf-8"))["code"] == fingerprint(places, (), limits)
    except (OSError, ValueError, KeyError):
        return False


def keep(places: Places, files: Iterable[RawFile], limits: Limits) -> None:
    """Note that the published warehouse is made and judged from these files."""
    publishing.write_file(places.note, json.dumps(_note(places, files, limits)).encode())


def _note(places: Places, files: Iterable[RawFile], limits: Limits) -> dict[str, str | list[int]]:
    """What the warehouse is made of, by which code, and which file it is."""
    stat = places.database.stat()
    return {
        "made_of": fingerprint(places, files, limits),
        "code": fingerprint(places, (), limits),
        "database": [stat.st_ino, stat.st_size, stat.st_mtime_ns],
    }


def fingerprint(places: Places, files: Iterable[RawFile], limits: Limits) -> str:
    """A digest of all that a warehouse is made of: files by name and content, limits, code, SQL, expectations, libraries."""
    digest = hashlib.sha256()
    parts = [repr((file.name, file.sha256)) for file in files]
    for part in (*parts, repr(limits), *map(version, _LIBRARIES)):
        digest.update(part.encode() + b"\0")
    for path in _sources(places):
        digest.update(str(path).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _sources(places: Places) -> Iterator[Path]:
    for folder in (PROJECT / "pipelines", places.sql, places.expectations):
        yield from sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
