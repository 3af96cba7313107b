"""Build: the DuckDB file, built aside from the readings and published by rename.

Belongs here: whether all of it is built or the published one is brought up to date, guarding it, publishing it.
Does not belong here: filling a database (filling), bringing one up to date (incremental), how it lies in the file (packing), the
content of any table (sql/) or judging it (suites).
"""

import logging
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb

from pipelines import publishing
from pipelines.findings import tables
from pipelines.limits import Limits
from pipelines.messages import Message, error_said, message
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile
from pipelines.reading import batch, damage
from pipelines.settings import Places
from pipelines.ticks import LOG as PROGRESS
from pipelines.warehouse import by_lots, freshness, incremental, judged_lots, packing, previous, shrinking, touched
from pipelines.warehouse.by_lots import Damaged
from pipelines.warehouse.by_lots import refuse_damaged as _refuse_damaged
from pipelines.warehouse.database import open_published, renewing_settings
from pipelines.warehouse.filling import fill, open_filled
from pipelines.warehouse.guard import NotPublished
from pipelines.warehouse.guard import refuse as _guard
from pipelines.warehouse.orders import Order

__all__ = ["Damaged", "NotPublished", "build", "fill", "open_filled"]

_LOG = logging.getLogger(__name__)
MOST = 2
"""All reports are judged where more than one in so many is touched: that takes no longer."""
FEW = 40
"""Reports whose tables are filled in memory: some 2 MB each."""
Built = tuple[dict[str, int | None], Sequence[RawFile]]
"""Table → rows, and the files they are of."""


def build(
    places: Places, files: Sequence[RawFile], workers: int, limits: Limits | None = None, may_shrink: bool = False
) -> dict[str, int | None]:
    """Build and publish the warehouse from the readings of `files`, by lots where it is published in a lake; returns table → rows.

    Where few reports can have changed since the published one was made and judged by this code, a copy of that is brought up to
    date; else all is built, and it is said why. Pages that violations rest on are read again by the other reader, in `workers`
    processes under `limits`. The new file is written beside the old one and renamed when whole: readers keep what they have
    open. The old one is kept (previous). A damaged reading is made again first; a file of whose bytes there is no reading is held.
    Raises NotPublished where a blocking suite (reading, star) fails on it, Damaged where a reading is damaged meanwhile,
    shrinking.NoReports where nothing was read, and shrinking.Shrunk where much of what is published is gone and `may_shrink` is
    not said.
    """
    order = Order(places=places, files=files, workers=workers, limits=limits or Limits(), may_shrink=may_shrink)
    if places.lake:
        return by_lots.build(order)
    with publishing.beside(places.database) as building:
        try:
            counts, built = _renew(building, order)
        except (incremental.Doubtful, NotPublished) as doubt:  # all of them together say it, or pass
            if places.database.exists():
                PROGRESS.info(message("run_all", reason=_first_line(doubt.message)))
            publishing.remove(building)
            for mended in batch.mend(files, places, workers, order.limits):
                _LOG.info("%s was read again: %s", mended.file.name, mended.status)
            counts, built = _build_all(building, order)
        marks = touched.marks_of(places, built)
        previous.keep(places)
        publishing.remove(places.database.with_name(f"{places.database.name}.wal"))  # it would be read into the new one
    touched.keep_marks(places, marks)
    return counts


def _first_line(said: Message) -> Message:
    """What is said, without the rows below it."""
    return Message(said.zh.partition("\n")[0], said.en.partition("\n")[0])


def _build_all(building: Path, order: Order) -> Built:
    """Build the warehouse of all files: by lots where they are many; where they are few, or the lots do not fit together, at once."""
    order = order.as_read()
    if len(order.files) > by_lots.OF_A_FILE:
        try:
            return by_lots.build_file(building, order), order.files
        except (incremental.Doubtful, duckdb.Error) as doubt:
            PROGRESS.info(message("run_at_once", reason=_first_line(error_said(doubt))))
            publishing.remove(building)
    counts = _build_at_once(building, order)
    judged_lots.drop_all_but(order.places, ())  # not before: a full disk stops both, and the next run goes on from them
    return counts, order.files


def _build_at_once(building: Path, order: Order) -> dict[str, int | None]:
    """Build all tables as they are made, in memory or a file beside; then packed as they are published."""
    beside = building.with_name(f"{building.name}.whole") if len(order.files) > FEW else ":memory:"
    with open_filled(beside, order.contents()) as (warehouse, counts):
        shrinking.check(warehouse, order.may_shrink)
        _guard(warehouse)
        counts |= tables.write(warehouse)
        counts |= packing.pack(warehouse, building)
        _refuse_damaged(order)
    return counts


def _renew(building: Path, order: Order) -> Built:
    """Bring a copy of the published warehouse up to date; raises Doubtful where all has to be built."""
    places, marks = order.places, touched.marks_kept(order.places)
    if marks is None or not freshness.is_as_judged(places, order.limits):
        raise incremental.Doubtful("not_of_this_version")
    files = order.as_read().files
    with open_published(places) as published:
        ids = touched.affected(published, files, touched.find_changed(published, files, marks))
        known = incremental.given(published)
    all_ids = {file.sha256 for file in files} | ids
    some = replace(order, files=[file for file in files if file.sha256 in ids])
    if len(ids) * MOST > len(all_ids):
        raise incremental.Doubtful("most_touched", touched=len(ids), reports=len(all_ids))
    if damage.find_damaged(some.files, places):
        raise incremental.Doubtful("touched_damaged")
    PROGRESS.info(message("run_touched", touched=len(ids), reports=len(all_ids)))
    shutil.copyfile(places.database, building)
    with open_filled(":memory:", some.contents(known, is_described=False)) as (part, _):
        incremental.refuse_unknown(part)
        _guard(part)
        tables.write(part)
        with duckdb.connect(building, config=renewing_settings(len(files), len(ids))) as connection:
            whole = Warehouse(connection, places)
            counts = incremental.put_in_place(whole, part, files, ids)
            shrinking.check(whole, order.may_shrink)
            _guard(whole, incremental.tables_of_all(places.sql))
        _refuse_damaged(some)
    return counts, files
