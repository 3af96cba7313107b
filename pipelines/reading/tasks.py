"""Tasks: what a process of a crew does: read one file below raw/, and hand back what came of it, packed.

Belongs here: the bytes that were listed and no others, one reader or both. Does not belong here: choosing files, keeping what comes back
(batch), what a reading is made of (report), processes (workers).
"""

import os
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from time import perf_counter

from pipelines.pdf import Source, Unreadable, read_source
from pipelines.raw_files import RawFile, id_of_name
from pipelines.reading import converting, last_read, parcels, refusals, tools
from pipelines.reading.readings import Reading
from pipelines.settings import Places

LOADED_FIRST = ("pipelines.ocr.scans", "pipelines.reading.report")
"""Modules that the tasks below import, and a worker before it enters its cage; who hands the tasks over does without the readers of PDFs."""


def read(file: RawFile, places: Places, recognise: tools.Recognise | None = None) -> dict[str, object]:
    """Read a file's bytes once and pack what they say; nothing of bytes that are not those that were listed."""
    return _pack(file, places, _read_once, recognise)


def read_twice(file: RawFile, places: Places, numbers: Collection[int]) -> dict[str, object]:
    """As read, with pages of these numbers read by both readers."""
    return _pack(file, places, partial(_read_twice, numbers=numbers))


def read_alone(file: RawFile, places: Places, numbers: Collection[int]) -> dict[str, object]:
    """As read, for a file on whose pages of these numbers the second reader was lost."""
    return _pack(file, places, partial(_read_alone, numbers=numbers))


def _pack(
    file: RawFile, places: Places, reader: Callable[..., Reading], recognise: tools.Recognise | None = None
) -> dict[str, object]:
    """Pack what a reader says of the bytes that were listed; reader: takes them, the year of their folder, and what reads pictures."""
    from pipelines.ocr import read_scans

    start, recognise = perf_counter(), tools.recogniser(places, recognise or read_scans)
    try:
        source = read_source(file.path)
    except Unreadable as refusal:
        report_id = id_of_name(Path(os.path.relpath(file.path, places.raw)))
        if report_id != file.sha256:
            return parcels.pack_nothing(report_id, perf_counter() - start).as_value()
        reading = refusals.refuse_by(refusal)
    else:
        if source.sha256 != file.sha256:
            return parcels.pack_nothing(source.sha256, perf_counter() - start).as_value()
        reading = reader(converting.with_docx(source, places), file.year, recognise)
    return parcels.pack(file.sha256, file.path.name, reading, perf_counter() - start).as_value()


def _read_once(source: Source, year: int | None, recognise: tools.Recognise) -> Reading:
    """Read a file, and keep what it says for the second reader, who may be asked of it next."""
    from pipelines.reading import report

    last_read.forget()
    reading = report.read_once(source, year, recognise)
    last_read.keep(source, year, reading)
    return reading


def _read_twice(source: Source, year: int | None, recognise: tools.Recognise, numbers: Collection[int]) -> Reading:
    from pipelines.reading import report

    return report.read_twice(source, year, numbers, recognise, last_read.take(source, year))


def _read_alone(source: Source, year: int | None, recognise: tools.Recognise, numbers: Collection[int]) -> Reading:
    from pipelines.reading import report

    last_read.forget()
    return report.read_alone(source, year, numbers, recognise)


def read_text(file: RawFile, places: Places) -> dict[str, object]:
    """As read, for a file without pages that are pictures; of one with such pages it tells how many there are."""
    from pipelines.ocr import Postponed, postpone_scans

    start = perf_counter()
    try:
        return read(file, places, postpone_scans)
    except Postponed as later:
        return parcels.pack_waiting(file.sha256, later.pages, perf_counter() - start).as_value()
