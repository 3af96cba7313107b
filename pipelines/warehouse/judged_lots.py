"""Judged lots: what came of each lot of a large warehouse that is one file, kept below warehouse/judged to be put together again.

Belongs here: where a lot lies, writing it, dropping those no longer needed. Does not belong here: what a lot is (lots), the order of
things (by_lots), how its rows lie (packing), putting lots together (merging).

A lot has the name of the digest of all it is made of (by_lots.digest): where that is the same, so are its rows.
"""

import os
from collections.abc import Collection
from pathlib import Path

from pipelines import publishing
from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.warehouse import incremental, lots, packing

ASIDE = (*incremental.UNITS, "checks.liveness")
"""Tables of all reports that a lot is kept with: its units are those of all, its counts are added up."""
SURVEY = "survey.json"
"""What the survey of all readings has found, beside the lots."""


def path_of(places: Places, lot: str) -> Path:
    """The DuckDB file of a lot, by its digest."""
    return places.judged / f"{lot}.duckdb"


def tables_kept(places: Places) -> list[str]:
    """The tables that a lot is kept with, beside those of the schema stored."""
    shown = packing.views(places.sql)
    return [*(table for table, _ in lots.of_reports(places) if table not in shown), lots.SUSPECT, *ASIDE]


def keep(part: Warehouse, lot: str) -> None:
    """Keep the rows of a judged lot, whole or not at all."""
    path = path_of(part.places, lot)
    path.parent.mkdir(exist_ok=True)
    partial = publishing.partial_of(path)
    try:
        packing.pack_rows(part, partial, tables_kept(part.places))
        os.replace(partial, path)
    finally:
        publishing.remove(partial)


def drop_all_but(places: Places, kept: Collection[str]) -> None:
    """Drop the lots of other digests, and what killed runs have left; to be called in the turn of the published file."""
    names = {path_of(places, lot).name for lot in kept} | ({SURVEY} if kept else set())
    if places.judged.is_dir() and not places.judged.is_symlink():
        for path in places.judged.iterdir():
            if path.name not in names:
                publishing.remove(path)
