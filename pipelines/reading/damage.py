"""Damage: readings that are no longer what was written.

Belongs here: finding them, taking them off the shelf. Does not belong here: how damage is seen (seal, store), reading the
report again (batch).
"""

import logging
from collections.abc import Sequence

from pipelines.messages import message
from pipelines.reading import store
from pipelines.settings import Places, RawFile
from pipelines.vocabulary import one_line

_LOG = logging.getLogger(__name__)


def find_damaged(files: Sequence[RawFile], places: Places) -> list[RawFile]:
    """The files whose reading is no longer what was written; every byte of the shelf is looked at."""
    return [file for file in files if store.is_damaged(places.reading(file))]


def drop_damaged(files: Sequence[RawFile], places: Places) -> None:
    """Remove damaged readings, a logged line each: whatever comes of reading again, nothing of them is used."""
    for file in find_damaged(files, places):
        path = places.reading(file)
        _LOG.warning(message("reading_damaged", path=path, file=one_line(file.name)))
        path.unlink()
