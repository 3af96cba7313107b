"""Batch: read every report below raw/ that has not been read by this code version.

Belongs here: choosing what to read, worker processes, one progress event a report.
Does not belong here: reading one report (readings), storing it (shelf).
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from time import perf_counter

from pipelines import readings, shelf
from pipelines.places import Places, RawFile


@dataclass(frozen=True, slots=True)
class Progress:
    """One report read: which, its status, unit, pages, forms, amounts, the first held doubt and the seconds it took."""

    file: RawFile
    status: str
    unit: str
    pages: int
    forms: int
    amounts: int
    reason: str
    seconds: float


def pending(files: Sequence[RawFile], places: Places) -> list[RawFile]:
    """The files not yet read by this code version; the same bytes in one folder are read once."""
    unique = {(file.folder, file.sha256): file for file in reversed(files)}
    return sorted((f for f in unique.values() if not shelf.is_current(places.reading(f))), key=lambda f: f.name)


def read_all(files: Sequence[RawFile], places: Places, workers: int) -> Iterator[Progress]:
    """Read the pending files in `workers` processes; yields a Progress as each is done."""
    todo = pending(files, places)
    if workers <= 1:
        yield from (_read(file, places) for file in todo)
    elif todo:
        yield from _read_apart(todo, places, min(workers, len(todo)))


def _read_apart(todo: Sequence[RawFile], places: Places, workers: int) -> Iterator[Progress]:
    """Read in processes of their own; a process that dies (the PDF library is C) takes one report with it, no other."""
    lost = []
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        files = {pool.submit(_read, file, places): file for file in todo}
        for future in as_completed(files):
            try:
                yield future.result()
            except BrokenProcessPool:
                lost.append(files[future])
    yield from (_read_alone(file, places) for file in sorted(lost, key=lambda f: f.name))


def _read_alone(file: RawFile, places: Places) -> Progress:
    """Read one file that was under way, or waiting, when a process died."""
    start = perf_counter()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(_read, file, places).result()
        except BrokenProcessPool as error:
            reading = readings.failed(file.path, error)
            shelf.write(places.reading(file), file.sha256, reading)
            return _progress(file, reading, start)


def _read(file: RawFile, places: Places) -> Progress:
    start = perf_counter()
    reading = readings.read_report(file.path, file.year)
    try:
        shelf.write(places.reading(file), file.sha256, reading)
    except OSError:  # the disk, not the report
        raise
    except Exception as error:
        reading = readings.failed(file.path, error)
        shelf.write(places.reading(file), file.sha256, reading)
    return _progress(file, reading, start)


def _progress(file: RawFile, reading: readings.Reading, start: float) -> Progress:
    return Progress(
        file,
        reading.status,
        reading.identity.unit or "",
        len(reading.document.pages),
        len(reading.forms),
        sum(a.value is not None for form in reading.forms for a in form.amounts),
        next((d.reason for d in reading.doubts if d.held and d.scope == "report"), ""),
        perf_counter() - start,
    )
