"""Changing: files whose bytes are not twice the same, of which no reading can say what they hold.

Belongs here: what such a file is held for, under which id, and the files of a warehouse with these ids in place.
Does not belong here: seeing that a file changes (batch), the bytes of a file (pdf.source).
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipelines import publishing
from pipelines.pdf import Unreadable, read_source
from pipelines.raw_files import RawFile, id_of_name
from pipelines.reading import refusals, store
from pipelines.reading.readings import Reading
from pipelines.reading.shelves import Shelf, open_shelf
from pipelines.settings import Places

_REASON = "the bytes of the file now are not those that were read: it is being written to, or was put here meanwhile"
_REMEDY = "wait until it is complete, or put the report itself here; the next run reads it"


def as_read(files: Sequence[RawFile], places: Places) -> list[RawFile]:
    """Each file, or, where there is no reading of its bytes, the same as one that is held until there is."""
    with open_shelf(places) as shelf:
        if len(shelf.list_kept(files)) == len(files):
            return list(files)
    with publishing.turn(places.readings), open_shelf(places) as shelf:
        kept = set(shelf.list_kept(files))
        return [file if file in kept else hold(file, places, shelf)[0] for file in files]


def hold(file: RawFile, places: Places, shelf: Shelf) -> tuple[RawFile, Reading]:
    """Hold a file that is not what was listed: under an id of its name, for no hash is the hash of what it holds."""
    held = replace(file, sha256=id_of_name(Path(os.path.relpath(file.path, places.raw)), "changing bytes"))
    reading = _refuse(file)
    shelf.keep(held, store.pack(held.sha256, reading))
    return held, reading


def _refuse(file: RawFile) -> Reading:
    try:
        read_source(file.path)
    except Unreadable as refusal:
        return refusals.refuse_by(refusal)
    return refusals.refuse(_REASON, _REMEDY)
