"""Publishing: what a run makes is made beside its place and put there whole, by rename; one run at a time.

Belongs here: whose turn it is, the place beside, the switch, the old one back where the switch fails, nothing left behind.
Does not belong here: what is made (warehouse, book, export).
"""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """A path beside `place` to make a file or a folder at; put in its place where the block ends without an error.

    Readers keep what they have open of the old one. Where the block raises, `place` is as it was. A run that makes the
    same is waited for; what a killed one left behind is put right.
    """
    with turn(place):
        _put_right(place)
        building = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            yield building
            _switch(building, place)
        finally:
            remove(building)


@contextmanager
def turn(place: Path) -> Iterator[None]:
    """Be the only process that writes to `place`; one that has to wait says for whom. A killed process holds nothing."""
    locks = place.parent / ".locks"
    locks.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(locks / place.name), locks / f"{place.name}.holder"
    if not _is_free(lock):
        logging.getLogger(__name__).warning("waiting for %s, which writes to %s", _holder(holder), place)
        lock.acquire()
    try:
        holder.write_text(f"process {os.getpid()} (since {datetime.now():%F %T})", encoding="utf-8")
        yield
    finally:
        lock.release()


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
    olds = sorted(place.parent.glob(f".{place.name}.*.old"))
    if olds and not place.exists():
        os.replace(olds[-1], place)
    remove(place.with_name(f".{place.name}."))


def _switch(building: Path, place: Path) -> None:
    """Rename; a folder in the way is set aside first and comes back where that fails."""
    if not place.is_dir():
        os.replace(building, place)
        return
    old = building.with_name(f"{building.name}.old")
    os.replace(place, old)
    try:
        os.replace(building, place)
    except OSError:
        os.replace(old, place)
        raise


def remove(building: Path) -> None:
    """Remove what is not published: the file or folder, and what DuckDB writes beside it."""
    for left in building.parent.glob(f"{building.name}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
