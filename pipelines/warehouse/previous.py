"""Previous: the warehouses published before this one, kept below warehouse/previous, and one of them put back.

Belongs here: keeping the published one before another takes its place, listing those kept, putting one back. Does not belong
here: building (build), what the note of a warehouse says (freshness). Numbers order them, as clocks go back at times.
"""

import os
import re
import shutil
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

import duckdb

from pipelines import publishing
from pipelines.messages import Told, message
from pipelines.settings import Places
from pipelines.warehouse import database


class NotRestored(Told):
    """There is no such former warehouse, or it cannot be opened; what is published stays."""


@dataclass(frozen=True, slots=True)
class Former:
    """A former warehouse: its number, the higher the later, and where its file and the note of what it was made of lie."""

    number: int
    places: Places

    @property
    def size(self) -> int:
        """Bytes of its file."""
        return self.places.database.stat().st_size

    @property
    def made(self) -> datetime:
        """When it was made, in the time zone of the machine."""
        return datetime.fromtimestamp(self.places.database.stat().st_mtime)

    def count_reports(self) -> int:
        """How many reports it has; raises duckdb.Error where it cannot be opened."""
        with database.open_published(self.places) as warehouse:
            return sum(row["is_known"] for row in warehouse.rows("shrinking/reports"))


def formers(places: Places) -> list[Former]:
    """The former warehouses that are kept, the latest first; the published one is not among them."""
    found = (_former(places, number) for number in _numbers(places))
    there = (one for one in found if one.places.database.is_file() and not _is_published(places, one))
    return sorted(there, key=lambda one: -one.number)


def keep(places: Places) -> None:
    """Keep the published warehouse and its note as the latest of the former ones, and drop those beyond `places.keep`.

    To be called in its turn (publishing.turn), before another takes its place. It is a second name of the same file, and a copy
    where the disk knows no such names.
    """
    kept = formers(places)[: places.keep]
    if places.keep and places.database.is_file():
        kept = [_keep_published(places), *kept[: places.keep - 1]]
    _drop_all_but(places, {one.number for one in kept})


def restore(places: Places, number: int | None = None) -> Former:
    """Publish a former warehouse again, the latest or the one of a number, with its note; what was published is kept instead.

    Raises NotRestored where there is none or it cannot be opened.
    """
    _found(places, number)  # before the turn, which makes the folder
    with publishing.turn(places.database):
        chosen = _choose(places, number)
        if places.database.is_file():
            _keep_published(places)
        places.note.unlink(missing_ok=True)
        publishing.remove(
            places.database.with_name(f"{places.database.name}.wal")
        )  # it would be read into the one put back
        os.replace(chosen.places.database, places.database)
        if chosen.places.note.is_file():
            os.replace(chosen.places.note, places.note)
        shutil.rmtree(chosen.places.warehouse, ignore_errors=True)
    return chosen


def _found(places: Places, number: int | None) -> Former:
    """The former warehouse of a number, or the latest; raises NotRestored where there is none."""
    found = [one for one in formers(places) if number in (None, one.number)]
    if not found and number is None:
        raise NotRestored("no_former_yet", folder=places.previous)
    if not found:
        which = message("former_number", number=number)
        raise NotRestored("no_such_former", which=which, folder=places.previous)
    return found[0]


def _choose(places: Places, number: int | None) -> Former:
    """The former warehouse to be put back, which can be opened; raises NotRestored."""
    chosen = _found(places, number)
    try:
        chosen.count_reports()
    except duckdb.Error as error:
        raise NotRestored("former_not_opened", database=chosen.places.database, error=error) from error
    return chosen


def _keep_published(places: Places) -> Former:
    """Give the published file and its note a second name below previous/, whole or not at all."""
    number = max(_numbers(places), default=0) + 1
    kept, partial = _former(places, number), _former(places, number, ".")
    shutil.rmtree(partial.places.warehouse, ignore_errors=True)
    partial.places.warehouse.mkdir(parents=True)
    try:
        os.link(places.database, partial.places.database)
    except OSError:  # the disk knows no second names
        shutil.copy2(places.database, partial.places.database)
    if places.note.is_file():
        shutil.copy2(places.note, partial.places.note)
    os.replace(partial.places.warehouse, kept.places.warehouse)
    return kept


def _drop_all_but(places: Places, numbers: Collection[int]) -> None:
    for number in _numbers(places):
        if number not in numbers:
            shutil.rmtree(places.previous / str(number), ignore_errors=True)


def _numbers(places: Places) -> list[int]:
    """The numbers of what lies below previous/; raises Linked where it is a link, as its folders are removed in time."""
    if places.previous.is_symlink():
        raise publishing.Linked("formers_are_a_link", folder=places.previous)
    if not places.previous.is_dir():
        return []
    return [int(path.name) for path in places.previous.iterdir() if re.fullmatch(r"[1-9]\d*", path.name, re.ASCII)]


def _former(places: Places, number: int, prefix: str = "") -> Former:
    return Former(number, replace(places, warehouse=places.previous / f"{prefix}{number}"))


def _is_published(places: Places, one: Former) -> bool:
    """Whether it is the published file itself, kept before a run that then published nothing."""
    return places.database.exists() and one.places.database.samefile(places.database)
