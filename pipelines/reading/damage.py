"""Damage: readings that are no longer what was written.

Belongs here: finding them, taking them off the shelf. Does not belong here: how damage is seen (seal, store, shared_shelf), reading the
report again (batch).
"""

import logging
from collections.abc import Sequence

from pipelines.messages import message
from pipelines.raw_files import RawFile
from pipelines.reading.shelves import Shelf, open_shelf
from pipelines.settings import Places
from pipelines.vocabulary import one_line

_LOG = logging.getLogger(__name__)


def find_damaged(files: Sequence[RawFile], places: Places) -> list[RawFile]:
    """The files whose reading is no longer what was written."""
    with open_shelf(places) as shelf:
        return shelf.list_damaged(files)


def drop_damaged(files: Sequence[RawFile], places: Places, shelf: Shelf) -> None:
    """Remove damaged readings, a logged line each: whatever comes of reading again, nothing of them is used."""
    for file in shelf.list_damaged(files):
        _LOG.warning(message("reading_damaged", path=places.reading_path(file), file=one_line(file.name)))
        shelf.drop(file)
