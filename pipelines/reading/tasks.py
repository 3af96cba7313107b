"""Tasks: what a process of a crew does: read one file below raw/, and hand back what came of it, packed.

Belongs here: the bytes that were listed and no others, one reader or both. Does not belong here: choosing files, keeping what comes back
(batch), what a reading is made of (report), processes (workers).
"""

import os
from collections.abc import Collection
from pathlib import Path
from time import perf_counter

from pipelines.pdf import Source, Unreadable, read_source
from pipelines.raw_files import RawFile, id_of_name
from pipelines.reading import converting, last_read, parcels, refusals, tools
from pipelines.reading.readings import Reading
from pipelines.settings import Places

LOADED_FIRST = ("pipelines.ocr.scans", "pipelines.reading.report")
"""Modules that the tasks below import, and a worker before it enters its cage; who hands the tasks over does without the readers of PDFs."""


def read(
    file: RawFile,
    places: Places,
    numbers: Collection[int] = (),
    is_alone: bool = False,
    recognise: tools.Recognise | None = None,
) -> dict[str, object]:
    """Read a file's bytes once and pack what they say; nothing of bytes that are not those that were listed.

    numbers: pages to be read by both readers, or by the first alone (is_alone) where the other one was lost.
    """
    from pipelines.ocr import read_scans

    start, recognise = perf_counter(), tools.recogniser(places, recognise or read_scans)
    try:
        source = read_source(file.path)
    except Unreadable as refusal:
        report_id = id_of_name(Path(os.path.relpath(file.path, places.raw)))
        if numbers or report_id != file.sha256:
            return parcels.pack_nothing(report_id, perf_counter() - start).as_value()
        reading = refusals.refuse_by(refusal)
    else:
        if source.sha256 != file.sha256:
            return parcels.pack_nothing(source.sha256, perf_counter() - start).as_value()
        reading = _read(converting.with_docx(source, places), file.year, numbers, is_alone, recognise)
    return parcels.pack(file.sha256, file.path.name, reading, perf_counter() - start).as_value()


def _read(
    source: Source, year: int | None, numbers: Collection[int], is_alone: bool, recognise: tools.Recognise
) -> Reading:
    """Read a file once, or pages of these numbers by both readers or the first alone; what was read once is kept for that."""
    from pipelines.reading import report

    before = last_read.take(source, year)
    if not numbers:
        reading = report.read_once(source, year, recognise)
        last_read.keep(source, year, reading)
        return reading
    if is_alone:
        return report.read_alone(source, year, numbers, recognise)
    return report.read_twice(source, year, numbers, recognise, before)


def read_text(file: RawFile, places: Places) -> dict[str, object]:
    """As read, for a file without pages that are pictures; of one with such pages it tells how many there are."""
    from pipelines.ocr import Postponed, postpone_scans

    start = perf_counter()
    try:
        return read(file, places, recognise=postpone_scans)
    except Postponed as later:
        return parcels.pack_waiting(file.sha256, later.pages, perf_counter() - start).as_value()
