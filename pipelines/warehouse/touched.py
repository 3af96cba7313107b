"""Touched: the reports that a run has to judge, of those that a published warehouse holds and those that lie below raw/ now.

Belongs here: which reports changed, which of the others they can affect. Does not belong here: judging them (incremental), whether
the published file may be started from (freshness).

What a report's rows rest on, beside itself, are reports of its unit (other years, other versions) and those of the department
and units that one names the other of. All of these share the name of a unit, and so do those that share one with them: reports that no
chain of names joins to a changed one keep their rows.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

import duckdb

from pipelines import publishing
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile
from pipelines.reading import Marks, open_shelf
from pipelines.settings import Places
from pipelines.warehouse import freshness, rereading, sources
from pipelines.warehouse.creation import create
from pipelines.warehouse.models import model


def marks_of(places: Places, files: Iterable[RawFile]) -> Marks:
    """Tell the readings as they lie on the shelf apart from others that may be put in their places."""
    with open_shelf(places) as shelf:
        return shelf.mark(list(files))


def keep_marks(places: Places, marks: Marks) -> None:
    """Note of which readings the file was made that is published now."""
    note = {"database": freshness.mark(places), "readings": marks}
    publishing.write_file(places.marks, json.dumps(note).encode())


def marks_kept(places: Places) -> Marks | None:
    """Of which readings the published file was made; None where it is not known."""
    try:
        note = json.loads(places.marks.read_text(encoding="utf-8"))
        return note["readings"] if note["database"] == freshness.mark(places) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def find_changed(published: Warehouse, files: Sequence[RawFile], marks: Marks) -> set[str]:
    """The reports that are new, gone or in another file than when they were published, or read otherwise, or not read twice yet.

    marks: those of the readings the published file was made of.
    """
    places = published.places
    then = {tuple(row.values()) for row in published.rows("incremental/files")}
    now = {tuple(row.values()) for row in sources.rows_of(places, files)}
    found = {sha256 for _, sha256, *_ in then ^ now}
    read = marks_of(places, files)
    found |= {key.partition("/")[2] for key in read.keys() | marks.keys() if read.get(key) != marks.get(key)}
    found |= {key.partition("/")[2] for key, mark in read.items() if mark is None}
    due = list(rereading.pages_due(published))
    return found | {row["report_id"] for row in published.rows("incremental/due", paths=due)}


def affected(published: Warehouse, files: Sequence[RawFile], start: set[str]) -> set[str]:
    """The reports that a chain of names of units joins to the changed ones, with these, published or new."""
    names: dict[str, set[str]] = {}
    new = [file for file in files if file.sha256 in start]
    for rows in (published.rows("incremental/names"), _names_of(published.places, new)):
        for row in rows:
            names.setdefault(row["report_id"], set()).add(row["name"])
    return join_by_names(start, names)


def join_by_names(start: Iterable[str], names: Mapping[str, Iterable[str]]) -> set[str]:
    """The keys that share a name with one of these, or with one that does, and so on, with these."""
    return _reach(start, names, _holders(names))


def chains(names: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """All keys, those together that a chain of names joins: each in one chain, ordered; a key without a name is alone."""
    holders, left, found = _holders(names), set(names), []
    for key in sorted(names):
        if key in left:
            chain = _reach({key}, names, holders)
            left -= chain
            found.append(tuple(sorted(chain)))
    return found


def _holders(names: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Name → the keys that have it."""
    holders: dict[str, list[str]] = {}
    for key, own in names.items():
        for name in own:
            holders.setdefault(name, []).append(key)
    return holders


def _reach(start: Iterable[str], names: Mapping[str, Iterable[str]], holders: dict[str, list[str]]) -> set[str]:
    """The keys that a chain of names leads to; takes each name on the way out of `holders`."""
    found, ahead = set(start), list(start)
    while ahead:
        for name in names.get(ahead.pop(), ()):
            beside = [key for key in holders.pop(name, ()) if key not in found]
            found.update(beside)
            ahead += beside
    return found


def _names_of(places: Places, files: Sequence[RawFile]) -> list[dict]:
    """The names of units in readings that are on the shelf and in no warehouse yet."""
    with duckdb.connect() as connection:
        shelf = Warehouse(connection, places)
        sources.load_files(shelf, files)
        sources.define_macros(shelf)
        for table in ("reading.report", "reading.member", "reading.form"):
            create(connection, model(places.sql, table))
        return shelf.rows("incremental/names")
