"""History: the databases in which Dagster keeps runs, events and schedules, looked at before they are opened.

Belongs here: whether they are whole, setting broken ones aside. Does not belong here: opening them (instance). They hold no
result of ours: the warehouse and its readings stand without them.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from pipelines.vocabulary import one_line

FOLDERS = ("history", "schedules")
"""What is set aside together, for each names runs of the other; the logs of runs stay."""
RUNS = "history/runs"
"""The folder of the databases of events: one of each run, and one of all."""
_DATABASES = ("history/runs.db", f"{RUNS}/index.db", "schedules/schedules.db")
"""Those every run writes to; one more holds the events of each run, and only its page needs it."""

_LONG = 400
"""Characters of an error that are told."""


def faults(home: Path) -> Iterator[str]:
    """What is wrong with the databases below the folder of an instance; one in use elsewhere is not waited for."""
    for name in _DATABASES:
        if (home / name).is_file() and (fault := _fault(home / name)):
            yield f"{name}: {fault}"


def _fault(path: Path) -> str | None:
    try:
        with closing(sqlite3.connect(path)) as connection:
            [(said,)] = connection.execute("pragma quick_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        return str(error) if is_broken(error) else None
    return None if said == "ok" else " ".join(said.split())


def is_broken(error: BaseException | None) -> bool:
    """Whether an error says that a database is broken, and not that it is locked, full or out of reach."""
    told = getattr(error, "orig", error)
    return isinstance(told, sqlite3.DatabaseError) and not isinstance(told, sqlite3.OperationalError)


def is_out_of_reach(error: BaseException) -> bool:
    """Whether an error says that a database is locked, full, read-only or not there."""
    return isinstance(getattr(error, "orig", error), sqlite3.OperationalError)


def in_one_line(error: BaseException) -> str:
    """What an error says, without the statement that met it."""
    said = " ".join(str(getattr(error, "orig", error)).split()) or type(error).__name__
    return one_line(said if len(said) <= _LONG else f"{said[:_LONG]}…")


def set_aside(home: Path) -> Path:
    """Move the databases to a folder of their own below the folder of the instance; returns that folder."""
    aside = home / f"set_aside_{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    aside.mkdir()
    for name in FOLDERS:
        if os.path.lexists(home / name):
            os.replace(home / name, aside / name)
    return aside
