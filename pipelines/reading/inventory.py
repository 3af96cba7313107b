"""Inventory: a shelf that several machines share, in a folder or on an object store, and the table of what lies there.

Belongs here: keeping readings there and their entries in the inventory, asking it. Does not belong here: the Parquet file of a reading
(store), its digest (seal), which shelf a run has (shelves).

The inventory is Parquet too, a file for some hundred readings, under names that no other run gives: nothing is ever written twice, so that it needs
no lock and no server. Of the entries of a reading the one with the highest number holds. What a run that was killed had kept and
not entered yet is not there for others: it is read again. DuckDB's own file systems read and write both; an object is there whole or not at all.
"""

import json
import os
import secrets
import socket
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipelines import extensions, ocr, publishing
from pipelines.queries import literal, query, quoted
from pipelines.reading import seal, store
from pipelines.reading.version import code_version
from pipelines.settings import S3, Limits, Places, RawFile

_AT_ONCE = 500
"""Entries after which a run writes them down."""
_ASKED = pa.schema([("folder", pa.string()), ("report_id", pa.string())])
_TEXTS = [(name, pa.string()) for name in ("code_version", "recognisers", "broken_limits")]
_ENTRY = pa.schema([*_ASKED, ("number", pa.int64()), ("digest", pa.string()), ("size", pa.int64()), *_TEXTS])


class Shared:
    """A shelf at an address, open to be asked and added to."""

    def __init__(self, places: Places, connection: duckdb.DuckDBPyConnection) -> None:
        self._places, self._root, self._connection = places, str(places.shelf), connection
        self._fresh: dict[tuple[str, str], dict[str, Any]] = {}
        lay_out(connection)

    def list_due(self, files: Iterable[RawFile], limits: Limits) -> list[RawFile]:
        """As shelves.Shelf; none of them is opened."""
        files = list(files)
        known, damaged = self._entries(files), set(self.list_damaged(files))
        of_today = {file for file in files if _is_of_today(known.get((file.folder, file.sha256)), limits)}
        return [file for file in files if file not in of_today or file in damaged]

    def list_kept(self, files: Collection[RawFile]) -> list[RawFile]:
        """As shelves.Shelf."""
        known = self._entries(files)
        return [file for file in files if (file.folder, file.sha256) in known]

    def list_damaged(self, files: Collection[RawFile]) -> list[RawFile]:
        """The files whose reading is not there, or not so large as was entered; folders are listed, nothing is opened."""
        known = self._entries(files)
        there = {path: size for folder in {file.folder for file in files} for path, size in self._list(folder)}
        entered = [(file, known.get((file.folder, file.sha256))) for file in files]
        return [
            file for file, entry in entered if entry and there.get(self._places.reading_path(file)) != entry["size"]
        ]

    def mark(self, files: Collection[RawFile]) -> dict[str, list[int] | None]:
        """As shelves.Shelf: number of each entry and the beginning of its digest."""
        known = self._entries(files)
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
        self._enter(file, digest=sha256(sealed).hexdigest(), size=len(sealed), **store.describe(sealed))

    def drop(self, file: RawFile) -> None:
        """Enter that a reading counts no more; what lies there is left, and the next reading takes its place."""
        self._enter(file, digest="", size=0, code_version="", recognisers="", broken_limits=None)

    def tidy(self) -> None:
        """As shelves.Shelf; an object store has nothing half-written."""
        if not self._root.startswith(S3):
            store.drop_partials(Path(self._root))

    def write_down(self) -> None:
        """Write the entries since the last time to the inventory, a file a year folder."""
        for folder in sorted({folder for folder, _ in self._fresh}):
            entries = [entry for (of, _), entry in self._fresh.items() if of == folder]
            self._show(folder, "fresh", pa.Table.from_pylist(entries, _ENTRY))
            name = f"{time.time_ns()}~{socket.gethostname()}~{os.getpid()}~{secrets.token_hex(8)}.parquet"
            place = f"{self._root}/inventory/{folder}"
            if not place.startswith(S3):
                Path(place).mkdir(parents=True, exist_ok=True)
            added = query(self._places.sql, "inventory/added")
            self._connection.execute(
                f"copy ({added}) to {quoted(f'{place}/{name}')} (format parquet, compression zstd)"
            )
        self._fresh.clear()

    def _enter(self, file: RawFile, **said: object) -> None:
        entry = {"folder": file.folder, "report_id": file.sha256, "number": 1, **said}
        self._fresh[file.folder, file.sha256] = entry
        if len(self._fresh) >= _AT_ONCE:
            self.write_down()

    def _entries(self, files: Collection[RawFile]) -> dict[tuple[str, str], dict[str, Any]]:
        """The newest entry of each reading that is on the shelf, with those of this run."""
        self.write_down()
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for folder in sorted({file.folder for file in files}):
            asked = [{"folder": folder, "report_id": file.sha256} for file in files if file.folder == folder]
            self._show(folder, "asked", pa.Table.from_pylist(asked, _ASKED))
            rows = self._connection.execute(query(self._places.sql, "inventory/newest")).to_arrow_table().to_pylist()
            found |= {(row["folder"], row["report_id"]): row for row in rows if row["digest"]}
        return found

    def _show(self, folder: str, name: str, rows: pa.Table) -> None:
        """Have the SELECTs of sql/inventory see the inventory of a year folder, and these rows under a name."""
        paths = self._glob(f"inventory/{folder}/*.parquet")
        self._connection.execute(
            f"create or replace table inventory.{name} as select * from rows; truncate inventory.entry"
        )
        if paths:
            listed = f"read_parquet([{', '.join(map(quoted, paths))}], hive_partitioning = false)"
            self._connection.execute(f"insert into inventory.entry by name select * from {listed}")

    def _glob(self, pattern: str) -> list[str]:
        """What lies below the address; DuckDB takes no sign in the address itself for a pattern."""
        found = self._connection.execute("select file from glob($1)", [f"{literal(self._root)}/{pattern}"])
        return [literal(path) for (path,) in found.fetchall()]

    def _list(self, folder: str) -> list[tuple[str, int]]:
        """Path and size of what lies in a year folder."""
        pattern = f"{literal(self._root)}/year={folder}/*.parquet"
        return self._connection.execute("select filename, size from read_blob($1)", [pattern]).fetchall()


def lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a database the tables that the SELECTs of sql/inventory ask, without rows."""
    connection.execute("create schema inventory")
    for name, schema in (("entry", _ENTRY), ("fresh", _ENTRY), ("asked", _ASKED)):
        nothing = schema.empty_table()  # noqa: F841 - read by name
        connection.execute(f"create table inventory.{name} as select * from nothing")


def _is_of_today(entry: dict[str, Any] | None, limits: Limits) -> bool:
    """Whether an entry is of this code version, and of the recognisers of today, unless wider limits may mend its reading."""
    if entry is None or entry["code_version"] != code_version():
        return False
    broken = entry["broken_limits"]
    is_final = broken is None or not limits.exceed(Limits(**json.loads(broken)))
    return is_final and entry["recognisers"] in ("", ocr.versions())


@contextmanager
def open_shared(places: Places) -> Iterator[Shared]:
    """The shared shelf that places name; its entries are written down when left. Raises extensions.Lacking."""
    with duckdb.connect(config={**extensions.SETTINGS, "threads": 1}) as connection:
        extensions.reach(connection, str(places.shelf))
        shared = Shared(places, connection)
        try:
            yield shared
        finally:
            shared.write_down()
