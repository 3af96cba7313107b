"""Inventory: which readings lie on a shelf that several machines share: a table that is added to and never changed.

Belongs here: entering readings, the newest entry of each, what lies in a folder. Does not belong here: keeping readings and what is made of
the entries (shared_shelf).

The inventory is Parquet, a file for some hundred readings, under names that no other run gives: nothing is ever written twice, so that it needs
no lock and no server. Of the entries of a reading the one with the highest number holds. What a run that was killed had kept and
not entered yet is not there for others: it is read again. DuckDB's own file systems read and write it.
"""

import os
import secrets
import socket
import time
from collections.abc import Collection
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipelines.queries import literal, query, quoted
from pipelines.raw_files import RawFile
from pipelines.settings import S3, Places

Key = tuple[str, str]
"""Year folder and report of a reading."""
Entry = dict[str, Any]
"""A row of the table."""
_AT_ONCE = 500
"""Entries after which a run writes them down."""
_ASKED = pa.schema([("folder", pa.string()), ("report_id", pa.string())])
_TEXTS = [(name, pa.string()) for name in ("code_version", "recognisers", "broken_limits")]
_ENTRY = pa.schema([*_ASKED, ("number", pa.int64()), ("digest", pa.string()), ("size", pa.int64()), *_TEXTS])


class Inventory:
    """The table at the address of a shelf, open to be asked and added to."""

    def __init__(self, places: Places, connection: duckdb.DuckDBPyConnection) -> None:
        self._sql, self._root, self._connection = places.sql, str(places.shelf), connection
        self._fresh: dict[Key, Entry] = {}
        lay_out(connection)

    def entries(self, files: Collection[RawFile]) -> dict[Key, Entry]:
        """The newest entry of each reading that is on the shelf, with those of this run."""
        self.write_down()
        found: dict[Key, Entry] = {}
        for folder in sorted({file.folder for file in files}):
            asked = [{"folder": folder, "report_id": file.sha256} for file in files if file.folder == folder]
            self._show(folder, "asked", pa.Table.from_pylist(asked, _ASKED))
            rows = self._connection.execute(query(self._sql, "inventory/newest")).to_arrow_table().to_pylist()
            found |= {(row["folder"], row["report_id"]): row for row in rows if row["digest"]}
        return found

    def enter(self, file: RawFile, **said: object) -> None:
        """Enter what is said of a reading; it is written down with others, at the latest when the inventory is asked."""
        entry = {"folder": file.folder, "report_id": file.sha256, "number": 1, **said}
        self._fresh[file.folder, file.sha256] = entry
        if len(self._fresh) >= _AT_ONCE:
            self.write_down()

    def write_down(self) -> None:
        """Write the entries since the last time to the inventory, a file a year folder."""
        for folder in sorted({folder for folder, _ in self._fresh}):
            entries = [entry for (of, _), entry in self._fresh.items() if of == folder]
            self._show(folder, "fresh", pa.Table.from_pylist(entries, _ENTRY))
            name = f"{time.time_ns()}~{socket.gethostname()}~{os.getpid()}~{secrets.token_hex(8)}.parquet"
            place = f"{self._root}/inventory/{folder}"
            if not place.startswith(S3):
                Path(place).mkdir(parents=True, exist_ok=True)
            added = query(self._sql, "inventory/added")
            self._connection.execute(
                f"copy ({added}) to {quoted(f'{place}/{name}')} (format parquet, compression zstd)"
            )
        self._fresh.clear()

    def list_sizes(self, folder: str) -> list[tuple[str, int]]:
        """Path and size of what lies in a year folder."""
        pattern = f"{literal(self._root)}/year={folder}/*.parquet"
        return self._connection.execute("select filename, size from read_blob($1)", [pattern]).fetchall()

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


def lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a database the tables that the SELECTs of sql/inventory ask, without rows."""
    connection.execute("create schema inventory")
    for name, schema in (("entry", _ENTRY), ("fresh", _ENTRY), ("asked", _ASKED)):
        nothing = schema.empty_table()  # noqa: F841 - read by name
        connection.execute(f"create table inventory.{name} as select * from nothing")
