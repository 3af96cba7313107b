"""Asking: the published warehouse, open read-only for one request, within limits of time and memory.

Belongs here: opening and closing it, the limits. Does not belong here: what is asked (outputs.desk, sql/desk), routes.
It is opened anew for each request, some milliseconds: a warehouse that was published meanwhile is the one that answers.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.warehouse import database

SECONDS = 20.0
"""What all that one request asks may take."""
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "2GB",
    "max_temp_directory_size": "0KiB",
    "enable_external_access": False,
    "lock_configuration": True,
}
"""No file and no network can be reached by what is asked, whatever it says; what does not fit into memory is given up."""


@contextmanager
def asked(places: Places, seconds: float = SECONDS) -> Iterator[Warehouse]:
    """The published warehouse; raises duckdb.IOException where there is none, duckdb.InterruptException after the limit."""
    connection = _open(places)
    timer = threading.Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield Warehouse(connection, places)
    finally:
        timer.cancel()
        connection.close()


def _open(places: Places) -> duckdb.DuckDBPyConnection:
    """The file, or the lake, of which the folder of its Parquet can be reached and nothing else."""
    if places.lake is None:
        return duckdb.connect(places.database, read_only=True, config=_SETTINGS)
    connection = database.connect_published(places)
    connection.execute("set allowed_directories = [$data]", {"data": places.lake.data})
    for name, value in _SETTINGS.items():
        connection.execute(f"set {name} = '{value}'")
    return connection
