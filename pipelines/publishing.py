"""Publishing: what a run makes is made beside its place and put there whole, by rename; one run at a time.

Belongs here: whose turn it is, the place beside, the switch, the old one back where the switch fails, nothing left behind.
Does not belong here: what is made (warehouse, outputs).
"""

import logging
import os
import secrets
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from pipelines.messages import Told, message

_TAKES_AT_MOST = 24 * 3600.0
"""Seconds after which no host can still be writing a file."""


class Linked(Told, OSError):
    """A link stands where a run writes, or drops folders."""


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """A path beside `place` to make a file or a folder at; put in its place where the block ends without an error.

    It lies in a folder of its own, new and open to nobody else, so that no link somebody planted is written through.
    Readers keep what they have open of the old one. Where the block raises, `place` is as it was. A run that makes the
    same is waited for; what a killed one left behind is put right.
    """
    with turn(place):
        _put_right(place)
        workshop = place.with_name(f".{place.name}.{os.getpid()}")
        workshop.mkdir(mode=0o700)
        try:
            yield workshop / place.name
            _switch(workshop / place.name, place)
        finally:
            remove(workshop)


@contextmanager
def turn(place: Path) -> Iterator[None]:
    """Be the only process that writes to `place`; one that has to wait says for whom. A killed process holds nothing."""
    locks = _folder_of_locks(place.parent)
    lock, holder = FileLock(locks / place.name), locks / f"{place.name}.holder"
    if not _is_free(lock):
        logging.getLogger(__name__).warning(message("waiting", holder=_holder(holder), place=place))
        lock.acquire()
    try:
        write_file(holder, f"process {os.getpid()} (since {datetime.now():%F %T})".encode())
        yield
    finally:
        lock.release()


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: under a new name beside it, then by rename; no link at either name is followed."""
    partial = partial_of(path)
    try:
        with open(partial, "xb") as file:
            file.write(content)
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def partial_of(path: Path) -> Path:
    """A name beside `path` for it while it is written: of this host and process, and of no other write of theirs."""
    return path.with_name(f".{path.name}~{socket.gethostname()}~{os.getpid()}~{secrets.token_hex(4)}")


def is_abandoned(partial: Path) -> bool:
    """Whether nobody writes a partial file any more: its process on this host is gone; of another host, it is a day old."""
    _, _, says = partial.name.partition("~")
    host, _, process = says.rpartition("~")[0].rpartition("~")
    if host == socket.gethostname() and process.isdecimal():
        return not psutil.pid_exists(int(process))
    try:
        return time.time() - partial.stat().st_mtime > _TAKES_AT_MOST
    except FileNotFoundError:
        return False


def _folder_of_locks(folder: Path) -> Path:
    """The folder where runs say whose turn it is; raises Linked where it is a link, which would have us write elsewhere."""
    folder.mkdir(parents=True, exist_ok=True)
    locks = folder / ".locks"
    locks.mkdir(exist_ok=True)
    if locks.is_symlink():
        raise Linked("locks_are_a_link", locks=locks)
    return locks


def _is_free(lock: FileLock) -> bool:
    """Take a lock if nobody holds it."""
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    return True


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return "another process"


def _put_right(place: Path) -> None:
    """Bring back what a killed run had set aside, and remove what it was making."""
    olds = [left for left in _beginning(place.with_name(f".{place.name}.")) if left.name.endswith(".old")]
    if olds and not place.exists():
        os.replace(olds[-1], place)
    remove(place.with_name(f".{place.name}."))


def _switch(building: Path, place: Path) -> None:
    """Rename; a folder in the way is set aside first and comes back where that fails."""
    if not place.is_dir():
        os.replace(building, place)
        return
    old = building.parent.with_name(f"{building.parent.name}.old")
    os.replace(place, old)
    try:
        os.replace(building, place)
    except OSError:
        os.replace(old, place)
        raise


def remove(building: Path) -> None:
    """Remove what is not published: the file or folder, and what DuckDB writes beside it; of a link the link alone."""
    for left in _beginning(building):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _beginning(path: Path) -> list[Path]:
    """What lies beside a path with a name that begins like its own, ordered; whatever signs the name has."""
    return sorted(left for left in path.parent.iterdir() if left.name.startswith(path.name))
