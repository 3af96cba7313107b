"""By lots: a lake brought up to date from the readings of all files, a lot after the other or side by side.

Belongs here: the order of things, which lots are published already. Does not belong here: what a lot is (lots), its transaction
(lake_publishing), a warehouse that is one file (build).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256

import pyarrow as pa

from pipelines.limits import Limits
from pipelines.messages import message
from pipelines.raw_files import RawFile
from pipelines.reading import batch, changing, crews
from pipelines.settings import LOCAL, Places
from pipelines.ticks import LOG as PROGRESS
from pipelines.warehouse import freshness, lake, lake_publishing, lots, sources, touched
from pipelines.warehouse.survey import survey


def build(
    places: Places, files: Sequence[RawFile], workers: int, limits: Limits | None = None, may_shrink: bool = False
) -> dict[str, int | None]:
    """Judge the lots that have changed and publish each, then make the tables of all reports; returns table → rows.

    A lot that our own expectations refuse, or that another writer publishes, ends the run; the lots before it stay published, and
    the tables of all reports are as they were. Raises as build.build does, and LotTaken.
    """
    limits = limits or Limits()
    list(batch.mend(files, places, workers, limits))
    files = changing.as_read(files, places)
    known = survey(places, files)
    with lots.open_judged(places, [], lambda _: (), {}) as empty:
        with lake.open_warehouse(places, is_written=True) as target:
            lake_publishing.lay_out(target, empty)
        shared = _files_of(lots.lots(known.names), files)
        asked = [(places, some, known.given, workers, limits) for some in shared]
        for number, reports in enumerate(crews.each(places.engine, judge, asked), 1):
            PROGRESS.info(message("run_lot", number=number, lots=len(shared), reports=reports))
        with lake.open_warehouse(places, is_written=True) as target:
            return lake_publishing.finish(target, empty, known.given, known.names, may_shrink)


def _files_of(shared: Iterable[lots.Lot], files: Iterable[RawFile]) -> list[list[RawFile]]:
    """The files of each lot: a report has several where the same bytes lie in several places."""
    of_report: dict[str, list[RawFile]] = {}
    for file in files:
        of_report.setdefault(file.sha256, []).append(file)
    return [[file for report in lot.reports for file in of_report[report]] for lot in shared]


def judge(places: Places, files: Sequence[RawFile], given: Mapping[str, pa.Table], workers: int, limits: Limits) -> int:
    """Judge the files of a lot and publish what comes of them, unless just that is published; returns how many reports were judged.

    On whichever machine this is, which reads pages again in `workers` processes of its own.
    """
    places, reports = replace(places, engine=LOCAL), {file.sha256 for file in files}
    with lake.open_warehouse(places) as published:
        if lake_publishing.is_published(published, reports, digest(places, files, given)):
            return 0
    read = partial(batch.read_again, places=places, processes=workers, limits=limits)
    with lots.open_judged(places, files, read, given) as part, lake.open_warehouse(places, is_written=True) as target:
        lake_publishing.publish(target, part, reports, digest(places, files, given))
    return len(reports)


def digest(places: Places, files: Sequence[RawFile], given: Mapping[str, pa.Table]) -> str:
    """A digest of all that a lot is made of: its files and their readings, the tables given, the code."""
    parts: list[object] = [freshness.fingerprint(places, (), Limits()), *sources.listed(places, files)]
    parts += sorted(touched.marks_of(places, files).items())
    parts += [(name, sorted(map(repr, given[name].to_pylist()))) for name in sorted(given)]
    return sha256(repr(parts).encode()).hexdigest()
