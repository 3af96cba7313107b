"""Batch: read every report below raw/ that has not been read by this code version.

Belongs here: choosing what to read, one task a report, holding one that broke the limits, one progress event a report. Does
not belong here: reading one report (report), what one is held for (refusals), what a reader hands back (parcels), keeping it
(shelves), processes (workers).
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, as_completed
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from pipelines import publishing
from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.pdf import Unreadable, read_source
from pipelines.raw_files import RawFile, list_again
from pipelines.reading import changing, converting, crews, parcels, refusals, store, tasks, workers
from pipelines.reading.damage import drop_damaged, find_damaged
from pipelines.reading.parcels import Parcel
from pipelines.reading.progress import CHANGED, Progress, tell_changed, tell_kept, tell_read
from pipelines.reading.shelves import Shelf, open_shelf
from pipelines.settings import Places


def pending(files: Sequence[RawFile], places: Places, limits: Limits | None = None) -> list[RawFile]:
    """List the files not yet read by this code version; the same bytes in one folder are read once.

    limits: those of this run; a report that broke narrower ones is to be read again.
    """
    with open_shelf(places) as shelf:
        return _due(files, shelf, limits or Limits())


def _due(files: Sequence[RawFile], shelf: Shelf, limits: Limits) -> list[RawFile]:
    """As pending, of an open shelf, with what this run has kept there."""
    unique = {(file.folder, file.sha256): file for file in reversed(files)}
    return sorted(shelf.list_due(unique.values(), limits), key=lambda f: f.name)


def read_all(
    files: Sequence[RawFile], places: Places, processes: int, limits: Limits | None = None
) -> Iterator[Progress]:
    """Read the pending files in up to `processes` workers; yields a Progress as each is done.

    A report that takes more than the limits, or ends the process that reads it, is held with the reason, alone. One that is
    no longer what was listed is listed and read once more; where it differs again it is held.
    """
    limits = limits or Limits()
    with publishing.turn(places.readings), open_shelf(places) as shelf:
        shelf.tidy()
        todo = _due(files, shelf, limits)
        drop_damaged(todo, places, shelf)
        changed = set()
        for done in _read_all(todo, places, shelf, processes, limits):
            if done.status == CHANGED:
                changed.add((done.file.folder, done.file.sha256))
            else:
                yield done
        second = [file for file in files if (file.folder, file.sha256) in changed]  # with those that had the same bytes
        yield from _look_again(second, places, shelf, processes, limits)


def _look_again(
    files: Sequence[RawFile], places: Places, shelf: Shelf, processes: int, limits: Limits
) -> Iterator[Progress]:
    """Read files as they are now; holds those that are not what they were when the reading began."""
    now = list_again(places.raw, files)
    for done in _read_all(_due(now, shelf, limits), places, shelf, processes, limits):
        yield tell_read(*changing.hold(done.file, places, shelf), done.seconds) if done.status == CHANGED else done
    standing = {file.path for file in now}
    yield from (tell_changed(file, 0) for file in files if file.path not in standing)


def read_more(
    files: Sequence[RawFile], places: Places, processes: int, limits: Limits | None = None
) -> Iterator[Progress]:
    """Read the pending ones of files that this program has made (joining): they do not change while they are read."""
    limits = limits or Limits()
    with publishing.turn(places.readings), open_shelf(places) as shelf:
        yield from _read_all(_due(files, shelf, limits), places, shelf, processes, limits)


def mend(files: Sequence[RawFile], places: Places, processes: int, limits: Limits | None = None) -> Iterator[Progress]:
    """Read those files again whose reading is damaged; yields a Progress as each is done."""
    if damaged := find_damaged(files, places):
        yield from read_all(damaged, places, processes, limits)


def _read_all(
    todo: Sequence[RawFile], places: Places, shelf: Shelf, processes: int, limits: Limits
) -> Iterator[Progress]:
    """Read files, those with pages that are pictures after the others, under limits of their own."""
    waiting: dict[RawFile, int] = {}
    for file in todo:
        converting.prepare(file.path, file.sha256, places)
    with crews.crew(places.engine, processes, len(todo), limits, _cage(todo, places)) as crew:
        for file, done, seconds in _submit(crew, tasks.read_text, todo, places):
            try:
                parcel = done.result()
            except workers.Lost as lost:
                yield _hold(file, shelf, lost, limits, seconds)
            else:
                if parcel.status == parcels.WAITS:
                    waiting[file] = parcel.pages
                else:
                    yield _keep(file, shelf, parcel)
    if waiting:
        yield from _read_scans(waiting, places, shelf, processes, limits)


def _read_scans(
    waiting: Mapping[RawFile, int], places: Places, shelf: Shelf, processes: int, limits: Limits
) -> Iterator[Progress]:
    """Read files of which so many pages are pictures."""
    wide = limits.for_scan(max(waiting.values()))
    with crews.crew(places.engine, processes, len(waiting), wide, _cage(waiting, places)) as crew:
        for file, done, seconds in _submit(crew, tasks.read, list(waiting), places):
            try:
                yield _keep(file, shelf, done.result())
            except workers.Lost as lost:
                yield _hold(file, shelf, lost, limits, seconds)


class _Done(NamedTuple):
    """A file that a crew is done with, and the seconds since the first was handed over."""

    file: RawFile
    future: Future
    seconds: float


def _submit(crew: crews.Crew, task: Callable[..., object], todo: Sequence[RawFile], places: Places) -> Iterator[_Done]:
    """Hand files to a crew; yields each as it is done."""
    start = perf_counter()
    under_way = {crew.submit(task, file, places, opens=Parcel.of): file for file in todo}
    for done in as_completed(under_way):
        yield _Done(under_way.pop(done), done, perf_counter() - start)


def read_again(
    todo: Mapping[RawFile, Collection[int]], places: Places, processes: int, limits: Limits | None = None
) -> Iterator[Progress]:
    """Read files once more, pages of these numbers by both readers; yields a Progress as each is done.

    A second reader that takes more than the limits, or ends its process, has no opinion: the first one's reading stands.
    processes: 0 for this very process, without limits.
    """
    if not processes:
        with open_shelf(places) as shelf:
            for file, numbers in todo.items():
                yield _keep(file, shelf, Parcel.of(tasks.read_twice(file, places, numbers)))
        return
    cage = _cage(todo, places)
    with (
        publishing.turn(places.readings),
        open_shelf(places) as shelf,
        crews.crew(places.engine, processes, len(todo), limits or Limits(), cage) as crew,
    ):
        under_way = {
            crew.submit(tasks.read_twice, file, places, numbers, opens=Parcel.of): file
            for file, numbers in todo.items()
        }
        for done in as_completed(under_way):
            file = under_way.pop(done)
            try:
                yield _keep(file, shelf, done.result())
            except workers.Lost:
                yield _without_opinion(crew, file, places, shelf, todo[file])


def _cage(files: Iterable[RawFile], places: Places) -> Cage:
    """What a worker may reach that reads files: raw/ and what links in it lead to; it writes nowhere."""
    folders, raw = {Path(os.path.realpath(file.path)).parent for file in files}, os.path.realpath(places.raw)
    return Cage((places.raw, places.conversions, *sorted(one for one in folders if not one.is_relative_to(raw))))


def _without_opinion(
    crew: crews.Crew, file: RawFile, places: Places, shelf: Shelf, numbers: Collection[int]
) -> Progress:
    """Read a file by the first reader alone, because its second was lost; held where that is lost too."""
    start = perf_counter()
    try:
        read = crew.submit(tasks.read_alone, file, places, numbers, opens=Parcel.of)
        return _keep(file, shelf, read.result())
    except workers.Lost as again:
        return _hold(file, shelf, again, crew.limits, perf_counter() - start)


def _hold(file: RawFile, shelf: Shelf, lost: workers.Lost, limits: Limits, seconds: float) -> Progress:
    """Hold a report whose worker was lost; one that broke the limits is read again under wider ones."""
    if not _is_as_listed(file):
        return tell_changed(file, seconds)
    reading = refusals.refuse_lost(lost)
    broken = limits if isinstance(lost, workers.TooLong | workers.TooMuchMemory) else None
    shelf.keep(file, store.pack(file.sha256, reading, broken))
    return tell_read(file, reading, seconds)


def _keep(file: RawFile, shelf: Shelf, parcel: Parcel) -> Progress:
    """Shelve what came of a file; of one that was not what was listed there is nothing."""
    if parcel.report_id != file.sha256 or not parcel.content:
        return tell_changed(file, parcel.seconds)
    shelf.keep(file, parcel.content)
    return tell_kept(file, parcel)


def _is_as_listed(file: RawFile) -> bool:
    try:
        return read_source(file.path).sha256 == file.sha256
    except Unreadable:
        return False
