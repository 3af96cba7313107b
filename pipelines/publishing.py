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
    remove(building)
    try:
        yield building
        _switch(building, place)
    finally:
        remove(building)


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
