"""Progress: what became of one report, as it is told to who waits for the batch.

Belongs here: the value, and how it is made of a reading, of what a reader handed back, or of a file that was not what was listed.
Does not belong here: reading (batch), how a progress is worded for people (orchestration).
"""

from dataclasses import dataclass

from pipelines.pdf import count_filed
from pipelines.raw_files import RawFile
from pipelines.reading.parcels import Parcel
from pipelines.reading.readings import Reading

CHANGED = "changed"
"""Status of a file that is no longer what was listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One report read: which, its status, unit, pages, forms, amounts, the first held doubt and the seconds it took."""

    file: RawFile
    status: str
    unit: str
    pages: int
    forms: int
    amounts: int
    reason: str
    seconds: float


def tell_read(file: RawFile, reading: Reading, seconds: float) -> Progress:
    """Tell of a file by its reading."""
    return Progress(
        file=file,
        status=reading.status,
        unit=reading.disclosure.unit or "",
        pages=count_filed(reading.document.pages),
        forms=len(reading.forms),
        amounts=sum(a.number is not None for form in reading.forms for a in form.amounts),
        reason=next((d.reason for d in reading.doubts if d.held and d.scope == "report"), ""),
        seconds=seconds,
    )


def tell_kept(file: RawFile, parcel: Parcel) -> Progress:
    """Tell of a file by what its reader handed back."""
    said = {
        name: getattr(parcel, name) for name in ("status", "unit", "pages", "forms", "amounts", "reason", "seconds")
    }
    return Progress(file=file, **said)


def tell_changed(file: RawFile, seconds: float) -> Progress:
    """Tell of a file whose bytes are no longer those that were listed: nothing is shelved under the listed hash."""
    reason = "the file was replaced or taken away after it was listed; the next run reads it"
    return Progress(file=file, status=CHANGED, unit="", pages=0, forms=0, amounts=0, reason=reason, seconds=seconds)
