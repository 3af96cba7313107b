"""Alone: one file read outside a run, as a run would: in a process of its own, within the limits and the cage.

Belongs here: reading it so. Does not belong here: many files and what is kept of them (batch), processes (workers).
"""

import os
from pathlib import Path
from time import perf_counter

from pipelines.cage import Cage
from pipelines.pdf import Unreadable, read_source
from pipelines.reading import batch, parcels, refusals, report, workers
from pipelines.reading.parcels import Parcel
from pipelines.settings import Limits, id_of_name


def read_file(path: Path, processes: int = 1) -> Parcel:
    """Read a file's bytes once: what they say, packed, never raising for it.

    processes: 0 for this very process, without limits and cage.
    """
    if not processes:
        return Parcel.of(_read(path))
    cage = Cage((Path(os.path.realpath(path)).parent,))
    with workers.crew(1, Limits(), cage) as crew:
        try:
            return crew.submit(_read, path, opens=Parcel.of).result()
        except workers.Lost as lost:
            return parcels.pack(id_of_name(path), path.name, batch.refuse_lost(lost), 0.0)


def _read(path: Path) -> dict[str, object]:
    start = perf_counter()
    try:
        source = read_source(path)
    except Unreadable as refusal:
        report_id, reading = id_of_name(path), refusals.refuse_by(refusal)
    else:
        report_id, reading = source.sha256, report.read_once(source, None)
    return parcels.pack(report_id, path.name, reading, perf_counter() - start).as_value()
