"""Shared shelf: readings that several machines keep at one address, in a folder or on an object store, with an inventory.

Belongs here: keeping readings there, which are due or damaged by what the inventory says. Does not belong here: the inventory itself, the
Parquet file of a reading (store), its digest (seal), which shelf a run has (shelves).
DuckDB's own file systems write an object whole or not at all; in a folder a file gets its name when it is whole.
"""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines import extensions, publishing
from pipelines.limits import Limits
from pipelines.queries import quoted
from pipelines.raw_files import RawFile
from pipelines.reading import seal, store, tools
from pipelines.reading.inventory import Entry, Inventory
from pipelines.reading.version import code_version
from pipelines.settings import S3, Places


class SharedShelf:
    """A shelf at an address, open to be asked and added to."""

    def __init__(self, places: Places, connection: duckdb.DuckDBPyConnection) -> None:
        self._places, self._root, self._connection = places, str(places.shelf), connection
        self._inventory = Inventory(places, connection)

    def list_due(self, files: Iterable[RawFile], limits: Limits) -> list[RawFile]:
        """As shelves.Shelf; none of them is opened."""
        files = list(files)
        known, damaged = self._inventory.entries(files), set(self.list_damaged(files))
        readers = tools.readers(self._places)
        of_today = {file for file in files if _is_of_today(known.get((file.folder, file.sha256)), limits, readers)}
        return [file for file in files if file not in of_today or file in damaged]

    def list_kept(self, files: Collection[RawFile]) -> list[RawFile]:
        """As shelves.Shelf."""
        known = self._inventory.entries(files)
        return [file for file in files if (file.folder, file.sha256) in known]

    def list_damaged(self, files: Collection[RawFile]) -> list[RawFile]:
        """The files whose reading is not there, or not so large as was entered; folders are listed, nothing is opened."""
        known = self._inventory.entries(files)
        there = {
            path: size
            for folder in {file.folder for file in files}
            for path, size in self._inventory.list_sizes(folder)
        }
        entered = [(file, known.get((file.folder, file.sha256))) for file in files]
        return [
            file for file, entry in entered if entry and there.get(self._places.reading_path(file)) != entry["size"]
        ]

    def mark(self, files: Collection[RawFile]) -> dict[str, list[int] | None]:
        """As shelves.Shelf: number of each entry and the beginning of its digest."""
        known = self._inventory.entries(files)
        entered = {f"{file.folder}/{file.sha256}": known.get((file.folder, file.sha256)) for file in files}
        return {name: [e["number"], int(e["digest"][:12], 16)] if e else None for name, e in entered.items()}

    def keep(self, file: RawFile, content: bytes) -> None:
        """As shelves.Shelf."""
        path = self._places.reading_path(file)
        sealed = seal.close(content, f"year={file.folder}/{file.sha256}.parquet")
        if path.startswith(S3):
            kept = pa.table({"content": pa.array([sealed], pa.binary())})  # noqa: F841 - read by name
            self._connection.execute(f"copy (select content from kept) to {quoted(path)} (format blob)")
        else:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            publishing.write_file(Path(path), sealed)
        self._inventory.enter(file, digest=sha256(sealed).hexdigest(), size=len(sealed), **store.describe(sealed))

    def drop(self, file: RawFile) -> None:
        """Enter that a reading counts no more; what lies there is left, and the next reading takes its place."""
        self._inventory.enter(file, digest="", size=0, code_version="", recognisers="", broken_limits=None)

    def tidy(self) -> None:
        """As shelves.Shelf; an object store has nothing half-written."""
        if not self._root.startswith(S3):
            store.drop_partials(Path(self._root))

    def write_down(self) -> None:
        """Have the inventory say all that is kept here."""
        self._inventory.write_down()


def _is_of_today(entry: Entry | None, limits: Limits, readers: Collection[str]) -> bool:
    """Whether an entry is of this code version, and of the readers of today, unless wider limits may mend its reading."""
    if entry is None or entry["code_version"] != code_version():
        return False
    broken = entry["broken_limits"]
    is_final = broken is None or not limits.exceed(Limits(**json.loads(broken)))
    return is_final and tools.are_of_today(entry["recognisers"], readers)


@contextmanager
def open_shared(places: Places) -> Iterator[SharedShelf]:
    """The shared shelf that places name; its entries are written down when left. Raises extensions.Lacking."""
    with duckdb.connect(config={**extensions.SETTINGS, "threads": 1}) as connection:
        extensions.reach(connection, str(places.shelf))
        shared = SharedShelf(places, connection)
        try:
            yield shared
        finally:
            shared.write_down()
