"""Joining: the files of one disclosure that lie apart (说明.docx, 附表.xls; 情况说明.pdf, 报表.pdf) become one report, as the files of an archive do.

Belongs here: which files of a year folder belong together, the archive that is made of them beside the readings. Does not belong
here: what each file says (report), what is read of an archive (formats.archive), the facts that decide (parts).
"""

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from pipelines import publishing
from pipelines.limits import Limits
from pipelines.pdf import read_source
from pipelines.raw_files import RawFile
from pipelines.reading import batch, converting, store
from pipelines.reading.parts import Part, belonging, part_of
from pipelines.reading.progress import Progress
from pipelines.reading.version import code_version
from pipelines.settings import Places

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The date of the members of our archives: the same files make the same bytes."""


def read_joined(
    files: Sequence[RawFile], places: Places, processes: int, limits: Limits | None = None
) -> Iterator[Progress]:
    """Read together the files of a year folder that belong together, once each has been read alone; yields a Progress each.

    files: all of one folder. What is read as one report stands in the folder's list afterwards; what is not stays apart.
    """
    if not files or "://" in (places.shelf or ""):  # a shelf that is no folder: files apart stay apart
        return
    listed = _listed(places, files[0].folder)
    parts = _parts(files, places, listed)
    pairs = list(belonging(list(parts.values())))
    found = [pack([part.file for part in pair], places) for pair in pairs]
    yield from batch.read_more(found, places, processes, limits)
    joined = [
        {"sha256": one.sha256, "name": one.name, "parts": [part.file.sha256 for part in pair]}
        for one, pair in zip(found, pairs, strict=True)
        if store.is_taken(Path(places.reading_path(one)))
    ]
    kept = {
        "code": code_version(),
        "joined": joined,
        "parts": {sha: part and part.as_value() for sha, part in parts.items()},
    }
    known = {one.sha256 for one in found} | {one["sha256"] for one in listed.get("joined", ())}
    for gone in known - {one["sha256"] for one in joined}:
        places.joined(gone).unlink(missing_ok=True)
    if kept != listed:
        places.archives.mkdir(parents=True, exist_ok=True)
        publishing.write_file(_list_of(places, files[0].folder), json.dumps(kept, ensure_ascii=False).encode())


def unlisted(places: Places, files: Iterable[RawFile]) -> set[str]:
    """The year folders with a file of which it is not known whether it belongs to others: a run that read it was cut off before it looked."""
    if "://" in (places.shelf or ""):
        return set()
    folders: dict[str, set[str]] = {}
    for file in files:
        folders.setdefault(file.folder, set()).add(file.sha256)
    return {folder for folder, hashes in folders.items() if hashes - _listed(places, folder).get("parts", {}).keys()}


def joined(places: Places, files: Sequence[RawFile]) -> list[RawFile]:
    """The files of a run, those that are read as one report as one: its archive in place of the first of them."""
    by_hash = {file.sha256: file for file in reversed(files)}
    instead: dict[str, RawFile | None] = {}
    for folder in sorted({file.folder for file in files}):
        for one in _listed(places, folder).get("joined", ()):
            path = places.joined(one["sha256"])
            if all(part in by_hash for part in one["parts"]) and path.is_file():
                instead |= dict.fromkeys(one["parts"])
                instead[one["parts"][0]] = RawFile(path, one["name"], one["sha256"], folder)
    return [one for file in files if (one := instead.get(file.sha256, file)) is not None]


def _listed(places: Places, folder: str) -> dict:
    """What this code version knows of a folder; nothing where another version wrote it."""
    try:
        kept = json.loads(_list_of(places, folder).read_bytes())
        return kept if kept["code"] == code_version() else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _list_of(places: Places, folder: str) -> Path:
    return places.archives / f"year={folder}.json"


def _parts(files: Sequence[RawFile], places: Places, listed: dict) -> dict[str, Part | None]:
    """What each file of a folder is a part of, by hash; None for one that is whole, or none of a final account."""
    known = listed.get("parts", {})
    unique = {file.sha256: file for file in reversed(files)}
    return {
        sha: (known[sha] and Part.of(file, known[sha]))
        if sha in known
        else part_of(file, Path(places.reading_path(file)))
        for sha, file in sorted(unique.items())
    }


def pack(files: Sequence[RawFile], places: Places) -> RawFile:
    """Make an archive of files, as if their department had; the same files make the same."""
    names = [PurePosixPath(file.name).name for file in files]
    whole = [file.name for file in files]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, file in zip(names if len(set(names)) == len(names) else whole, files, strict=True):
            source = converting.with_docx(read_source(file.path), places)
            archive.writestr(zipfile.ZipInfo(name, _WHEN), source.converted or source.content)
    sha256 = hashlib.sha256(packed.getvalue()).hexdigest()
    path = places.joined(sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        publishing.write_file(path, packed.getvalue())
        latest = max(file.path.stat().st_mtime for file in files)
        os.utime(path, (latest, latest))  # an archive arrives with the last of its files
    return RawFile(path, " + ".join([whole[0], *names[1:]]), sha256, files[0].folder)
