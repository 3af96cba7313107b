"""Alone: one file read outside a run, as a run would: in a process of its own, within the limits and the cage.

Belongs here: reading it so. Does not belong here: many files and what is kept of them (batch), processes (workers).
"""

import os
from pathlib import Path

from pipelines.cage import Cage
from pipelines.pdf import Unreadable, read_source
from pipelines.reading import batch, refusals, report, workers
from pipelines.reading.readings import Reading
from pipelines.settings import Limits


def read_file(path: Path, processes: int = 1) -> tuple[str, Reading]:
    """Read a file's bytes once: their SHA-256 ("" where there are none), and what they say, never raising for it.

    processes: 0 for this very process, without limits and cage.
    """
    if not processes:
        return _read(path)
    cage = Cage((Path(os.path.realpath(path)).parent,))
    with workers.crew(1, Limits(), cage) as crew:
        try:
            return crew.submit(_read, path).result()
        except workers.Lost as lost:
            return "", batch.refuse_lost(lost)


def _read(path: Path) -> tuple[str, Reading]:
    try:
        source = read_source(path)
    except Unreadable as refusal:
        return "", refusals.refuse_by(refusal)
    return source.sha256, report.read_once(source, None)
