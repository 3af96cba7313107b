"""Raw files: what lies below raw/, the id of each report by its bytes, its year folder.

Belongs here: listing the files, their SHA-256, what a file is called where its name is no text. Does not belong here: the
content of any file (pdf, formats); where raw/ is (settings).
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipelines.messages import Told

UNFILED = "unfiled"


@dataclass(frozen=True, slots=True)
class RawFile:
    """One file below raw/: its path, its path relative to raw/, its SHA-256 and its year folder (or 'unfiled')."""

    path: Path
    name: str
    sha256: str
    folder: str

    @property
    def year(self) -> int | None:
        """The fiscal year its folder names."""
        return int(self.folder) if self.folder.isdecimal() else None


def raw_files(raw: Path, folder: str | None = None) -> list[RawFile]:
    """Every report file below raw/ (of one year folder, if named), ordered by name; notes and dot files are left out.

    What is no file but stands where one would (a link to nothing or to a folder, a pipe) is there too, to be held.
    """
    paths = sorted(report_paths(raw))
    return [_raw_file(raw, path) for path in paths if folder in (None, folder_of(path.relative_to(raw)))]


def year_folders(raw: Path) -> list[str]:
    """The year folders that hold files, ordered; 'unfiled' for files outside them."""
    return sorted({folder_of(path.relative_to(raw)) for path in report_paths(raw)})


def report_paths(raw: Path) -> Iterator[Path]:
    """Where a report stands, or should; in no order. Raises NotListed where a folder cannot be listed or entered."""
    for entry in _entries(raw):
        path = Path(entry.path)
        if path.suffix.lower() != ".md":
            yield path


class NotWhole(Told, OSError):
    """A file whose bytes are others than its size says."""


class NotListed(Told, OSError):
    """A folder below raw/ that cannot be listed or entered: it is not empty, what it holds is not known."""


def _entries(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """What is no folder, in a folder and those below it; links are followed nowhere, dot files and dot folders left out."""
    try:
        with os.scandir(folder) as listed:
            entries = [entry for entry in listed if not entry.name.startswith(".") and _is_there(entry)]
    except (FileNotFoundError, NotADirectoryError):  # taken away meanwhile
        return
    except OSError as error:
        raise NotListed("not_listed", folder=folder, error=error.strerror) from error
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(entry.path)
        else:
            yield entry


def _is_there(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is there still; raises PermissionError in a folder that may be listed and not entered."""
    try:
        entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, the id of its report; read once while nobody touches the file."""
    stat = path.stat()
    return _digest(path, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


@cache
def _digest(path: Path, _inode: int, size: int, *_changed: int) -> str:
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        if file.tell() != size:
            raise NotWhole("bytes_other_than_size", path=path)
    return digest


def list_again(raw: Path, files: Iterable[RawFile]) -> list[RawFile]:
    """Those of these files below raw/ that stand there still, as they are now."""
    return [_raw_file(raw, file.path) for file in files if os.path.lexists(file.path) and not _is_folder(file.path)]


def by_report(files: Iterable[RawFile]) -> dict[str, list[RawFile]]:
    """Report → its files: several where the same bytes lie in several places."""
    found: dict[str, list[RawFile]] = {}
    for file in files:
        found.setdefault(file.sha256, []).append(file)
    return found


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _raw_file(raw: Path, path: Path) -> RawFile:
    relative = path.relative_to(raw)
    return RawFile(path, printable_name(relative), _id_of(path, relative), folder_of(relative))


def printable_name(relative: Path) -> str:
    """A path as text; bytes that are no UTF-8 are spelt out, for no table could hold them."""
    return os.fsencode(relative.as_posix()).decode("utf-8", "backslashreplace")


def _id_of(path: Path, relative: Path) -> str:
    """The SHA-256 of a file's bytes; of its name where there are none to be had, until there are."""
    try:
        return sha256_of(path) if path.is_file() else id_of_name(relative)
    except OSError:
        return id_of_name(relative)


def id_of(path: Path) -> str:
    """The id of a report by its file, wherever that lies."""
    return _id_of(path, path)


def id_of_name(relative: Path, why: str = "no bytes") -> str:
    """The id of a report of which there are no bytes to be had, or not twice the same, by its path relative to raw/."""
    return hashlib.sha256(f"{why}: ".encode() + os.fsencode(relative)).hexdigest()


def folder_of(relative: Path) -> str:
    """The year folder a path below raw/ lies in, or unfiled."""
    years = [part for part in relative.parts[:-1] if re.fullmatch(r"(19|20)\d\d", part)]
    return years[-1] if years else UNFILED
