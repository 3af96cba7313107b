"""Source: the bytes of a file, read once, and the hash of these very bytes.

Belongs here: reading a file whole while nobody writes to it. Does not belong here: what the bytes are (opening), which
files there are (raw_files).
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from pipelines.pdf.refusal import Unreadable

_TRIES = 3
"""Times a file that changes under the reading is read again."""


@dataclass(frozen=True, slots=True)
class Source:
    """What was read of one file: its name for messages, its bytes, their SHA-256 in hex.

    converted: the docx that was made of a Word 97 document; empty where that failed, None where nobody has tried.
    """

    name: str
    content: bytes
    sha256: str
    converted: bytes | None = None


def read_source(path: Path) -> Source:
    """Read a file's bytes; raises Unreadable for what is no file, cannot be opened, or changes while it is read."""
    try:
        return _read(path)
    except OSError as error:
        raise Unreadable(
            f"the file cannot be opened: {error.strerror}", "look at its rights and at the disk"
        ) from error


def _read(path: Path) -> Source:
    if not path.is_file():
        raise Unreadable(
            "not a file: a link to nothing or to a folder, a pipe or a device", "put the report itself here"
        )
    for _ in range(_TRIES):
        with open(path, "rb") as file:
            before = os.fstat(file.fileno())
            content = file.read()
            after = os.fstat(file.fileno())
        if before.st_mtime_ns == after.st_mtime_ns and before.st_size == after.st_size == len(content):
            return Source(path.name, content, hashlib.sha256(content).hexdigest())
    raise Unreadable(
        "the file is being written to while it is read, or is no file of a disk and has no size",
        "wait until it is complete, or put the report itself here; the next run reads it",
    )
