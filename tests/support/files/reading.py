"""Reading: one file as one Reading, in this very process.

Belongs here: what tests of reading start from: what a run does to each file (pipelines.reading.tasks), without its crew and its shelf.
Does not belong here: drawing the file (tests/support/paper), runs (tests/support/desk).
"""

from pathlib import Path

from pipelines.pdf import Unreadable, read_source
from pipelines.reading.readings import Reading
from pipelines.reading.refusals import refuse_by
from pipelines.reading.report import read_once


def read_report(path: Path, folder_year: int | None) -> Reading:
    """Read one file whole; a Reading with status quarantined says why one could not be."""
    try:
        return read_once(read_source(path), folder_year)
    except Unreadable as refusal:
        return refuse_by(refusal)
