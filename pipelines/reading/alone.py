"""Alone: one file read outside a run, as a run would: in a process of its own, within the limits and the cage.

Belongs here: reading it so. Does not belong here: many files and what is kept of them (batch), processes (workers).
"""

import os
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.ocr import Postponed, postpone_scans, read_scans
from pipelines.pdf import Unreadable, read_source
from pipelines.raw_files import id_of, id_of_name
from pipelines.reading import converting, parcels, refusals, report, tools, workers
from pipelines.reading.parcels import Parcel
from pipelines.settings import Places


def read_file(path: Path, processes: int = 1, places: Places | None = None) -> Parcel:
    """Read a file's bytes once: what they say, packed, never raising for it.

    processes: 0 for this very process, without limits and cage. places: where what LibreOffice makes of a Word 97 document is kept.
    """
    if places:
        converting.prepare(path, id_of(path), places)
    if not processes:
        return Parcel.of(_read(path, places))
    cage = Cage((Path(os.path.realpath(path)).parent, *([places.conversions] if places else [])))
    found = _in_crew(_read_text, path, places, Limits(), cage)
    if found.status == parcels.WAITS:
        return _in_crew(_read, path, places, Limits().for_scan(found.pages), cage)
    return found


def _in_crew(task: Callable[..., object], path: Path, places: Places | None, limits: Limits, cage: Cage) -> Parcel:
    with workers.crew(1, limits, cage) as crew:
        try:
            return crew.submit(task, path, places, opens=Parcel.of).result()
        except workers.Lost as lost:
            return parcels.pack(id_of_name(path), path.name, refusals.refuse_lost(lost), 0.0)


def _read_text(path: Path, places: Places | None) -> dict[str, object]:
    """As _read, for a file without pages that are pictures; of one with such pages it tells how many there are."""
    try:
        return _read(path, places, postpone_scans)
    except Postponed as later:
        return parcels.pack_waiting(id_of_name(path), later.pages, 0.0).as_value()


def _read(path: Path, places: Places | None, recognise: tools.Recognise = read_scans) -> dict[str, object]:
    start = perf_counter()
    try:
        source = read_source(path)
    except Unreadable as refusal:
        report_id, reading = id_of_name(path), refusals.refuse_by(refusal)
    else:
        source = converting.with_docx(source, places) if places else source
        report_id, reading = source.sha256, report.read_once(source, None, tools.recogniser(places, recognise))
    return parcels.pack(report_id, path.name, reading, perf_counter() - start).as_value()
