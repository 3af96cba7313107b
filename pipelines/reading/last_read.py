"""Last read: the file that this process read last, for when it is to be read by the other reader too.

Belongs here: keeping that one reading, giving it up. Does not belong here: reading (report), which process reads (crews). A report
of which pages are read twice is mostly the one that was just read: the first reader need not read it all once more.
"""

from collections.abc import Hashable

from pipelines.pdf import Source
from pipelines.reading.readings import Reading

_PAGES = 200
"""Pages of a reading that is kept: one of more takes memory that the next report may need."""
_LAST: dict[Hashable, Reading] = {}


def keep(source: Source, folder_year: int | None, reading: Reading) -> None:
    """Keep what was read of a file, and nothing of any other."""
    forget()
    if len(reading.document.pages) <= _PAGES:
        _LAST[_key(source, folder_year)] = reading


def take(source: Source, folder_year: int | None) -> Reading | None:
    """What was read of these bytes, of a file of this year, if it was read last; it is kept no longer, whatever it was."""
    reading = _LAST.get(_key(source, folder_year))
    forget()
    return reading


def forget() -> None:
    """Keep nothing any longer."""
    _LAST.clear()


def _key(source: Source, folder_year: int | None) -> Hashable:
    return source.sha256, source.converted, folder_year
