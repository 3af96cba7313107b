"""Shelves: where readings are kept: in the folder below warehouse, or on one that several machines share.

Belongs here: what a shelf can do, which of the two a run has, the folder. Does not belong here: the shared one (shared_shelf), the Parquet file of a
reading (store), making readings (batch).
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from pipelines.limits import Limits
from pipelines.raw_files import RawFile
from pipelines.reading import store, tools
from pipelines.settings import Places

Marks = dict[str, list[int] | None]
"""Reading (year folder/report) → what tells it from another that may be put in its place; None where there is none."""


class Shelf(Protocol):
    """Keeps a reading a report."""

    def list_due(self, files: Iterable[RawFile], limits: Limits) -> list[RawFile]:
        """The files without an undamaged reading of this code version, or with one that wider limits may mend."""
        ...

    def list_kept(self, files: Collection[RawFile]) -> list[RawFile]:
        """The files that have a reading."""
        ...

    def list_damaged(self, files: Collection[RawFile]) -> list[RawFile]:
        """The files whose reading is no longer what was kept."""
        ...

    def mark(self, files: Collection[RawFile]) -> Marks:
        """The marks of readings as they lie there."""
        ...

    def keep(self, file: RawFile, content: bytes) -> None:
        """Keep a packed reading, whole or not at all."""
        ...

    def drop(self, file: RawFile) -> None:
        """Take a reading off the shelf."""
        ...

    def tidy(self) -> None:
        """Remove what is half-written and nobody writes any more."""
        ...


class Folder:
    """The folder below warehouse, of which every file is looked at: its own seal says whether it is whole."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def list_due(self, files: Iterable[RawFile], limits: Limits) -> list[RawFile]:
        """As Shelf."""
        readers = tools.readers(self._places)
        return [file for file in files if not store.is_current(self._places.reading(file), limits, readers)]

    def list_kept(self, files: Collection[RawFile]) -> list[RawFile]:
        """As Shelf."""
        return [file for file in files if self._places.reading(file).exists()]

    def list_damaged(self, files: Collection[RawFile]) -> list[RawFile]:
        """As Shelf; every byte is looked at."""
        return [file for file in files if store.is_damaged(self._places.reading(file))]

    def mark(self, files: Collection[RawFile]) -> Marks:
        """As Shelf: size and time of each file."""
        found: Marks = {}
        for file in files:
            try:
                stat = self._places.reading(file).stat()
                found[f"{file.folder}/{file.sha256}"] = [stat.st_size, stat.st_mtime_ns]
            except FileNotFoundError:
                found[f"{file.folder}/{file.sha256}"] = None
        return found

    def keep(self, file: RawFile, content: bytes) -> None:
        """As Shelf."""
        store.shelve(self._places.reading(file), content)

    def drop(self, file: RawFile) -> None:
        """As Shelf."""
        self._places.reading(file).unlink()

    def tidy(self) -> None:
        """As Shelf."""
        store.drop_partials(self._places.readings)


@contextmanager
def open_shelf(places: Places) -> Iterator[Shelf]:
    """The shelf of a run; what is kept on a shared one is in its inventory at the latest when this is left."""
    if places.shelf:
        from pipelines.reading import shared_shelf  # with DuckDB, which a process that reads reports does without

        with shared_shelf.open_shared(places) as shared:
            yield shared
    else:
        yield Folder(places)
