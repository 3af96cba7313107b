"""Event log: where a run from the command line keeps Dagster's events, with connections that stay open.

Belongs here: how its databases are opened. Does not belong here: what is kept in them (Dagster), whether they are whole (history).
Dagster opens a database anew for each of the five or so statements of an event and waits for the disk after each.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as db
from dagster._core.storage.event_log.sqlite import SqliteEventLogStorage
from dagster._serdes import ConfigurableClassData


class OneConnection(SqliteEventLogStorage):
    """The databases that Dagster keeps unasked, in the same places, each opened once in a run.

    A power cut may cost the last events, and breaks nothing (SQLite: synchronous NORMAL beside a write-ahead log).
    """

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Any) -> "OneConnection":
        """Make one of what the settings of an instance say."""
        return cls(inst_data=inst_data, **config_value)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[db.Connection]:
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.begin() as connection:
                yield connection

    def _engine(self, shard: str) -> db.Engine:
        engines: dict[str, db.Engine] = self.__dict__.setdefault("_engines", {})
        if shard not in engines:
            engines[shard] = db.create_engine(
                self.conn_string_for_shard(shard),
                poolclass=db.pool.StaticPool,
                connect_args={"timeout": 15, "check_same_thread": False},
            )
            db.event.listen(engines[shard], "connect", _wait_less)
        return engines[shard]

    def dispose(self) -> None:
        """Close what is open."""
        for engine in self.__dict__.pop("_engines", {}).values():
            engine.dispose()
        super().dispose()


def _wait_less(connection: sqlite3.Connection, _: object) -> None:
    connection.execute("pragma synchronous = normal")
