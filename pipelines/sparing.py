"""Sparing: work left out that nobody needs: libraries that others load unasked, looks for garbage where none is made.

Belongs here: which libraries, how they are kept out and let in again, the garbage collector at rest. Does not belong here: who needs them.
DuckDB loads pandas to look at the first parameter of a SELECT, pyarrow to look at the first list: half a second of the processor in
every process that does either. Where there is no pandas, both do without.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder

_OBJECTS = 50_000
"""Objects made before the youngest are looked through: modules that are loaded make many, and leave nothing behind."""


@contextmanager
def sparing() -> Iterator[None]:
    """Do without what nobody asks for, and without looking for garbage often, until left."""
    threshold = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *threshold[1:])
    keep_out()
    try:
        yield
    finally:
        let_in()
        gc.set_threshold(*threshold)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Pause the garbage collector where what is made holds no cycle or stays: its passes would only cost time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def loading() -> Iterator[None]:
    """Look for no garbage while libraries are loaded, and never among what they have made: it stays."""
    with collector_at_rest():
        try:
            yield
        finally:
            gc.freeze()


@contextmanager
def without_numpy() -> Iterator[None]:
    """Have libraries loaded meanwhile do without numpy; afterwards it is there for who imports it.

    pyarrow loads it to take over arrays of it, of which we hand it none: a tenth of a second of the processor in each process.
    """
    sys.meta_path.insert(0, _NUMPY)
    try:
        yield
    finally:
        sys.meta_path.remove(_NUMPY)


class _Absent(MetaPathFinder):
    """Finds a library nowhere, before others are asked."""

    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(self, fullname: str, *_: object) -> None:
        """Raise ModuleNotFoundError for it; of all others nothing is known here."""
        if fullname == self._name:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


_PANDAS, _NUMPY = _Absent("pandas"), _Absent("numpy")


def keep_out() -> None:
    """Have this process do without it, as if it were not installed, unless it is loaded already."""
    if _PANDAS not in sys.meta_path:
        sys.meta_path.insert(0, _PANDAS)


def let_in() -> None:
    """Have it be there again for who imports it."""
    if _PANDAS in sys.meta_path:
        sys.meta_path.remove(_PANDAS)
