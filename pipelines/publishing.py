"""Publishing: what a run makes is made beside its place and put there whole, by rename.

Belongs here: the place beside, the switch, the old one back where the switch fails, nothing left behind.
Does not belong here: what is made (warehouse, book, export).
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def beside(place: Path) -> Iterator[Path]:
    """A path beside `place` to make a file or a folder at; put in its place where the block ends without an error.

    Readers keep what they have open of the old one. Where the block raises, `place` is as it was.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    building = place.with_name(f".{place.name}.{os.getpid()}")
    _remove(building)
    try:
        yield building
        _switch(building, place)
    finally:
        for left in place.parent.glob(f"{building.name}*"):
            _remove(left)


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


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
