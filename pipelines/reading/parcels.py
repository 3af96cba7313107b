"""Parcels: what a process that reads a file hands back: what it found, and the file of the reading; it writes nothing itself.

Belongs here: packing a reading, opening what came back with distrust. Does not belong here: how it travels (answers), where it
is put (batch, store). What a file that took its reader over could still do is to have its own report read wrong.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Self

from pipelines.doubts import Doubt
from pipelines.forms import nothing_names
from pipelines.pdf import count_filed
from pipelines.reading import answers, refusals, store
from pipelines.reading.readings import Reading

WAITS = "waits"
"""The status of a report that was not read, because pages of it are pictures: they are read under limits of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A reading packed: the report's id, what a run says of it, its Parquet file without a seal.

    reason: the first held doubt about the report; refusal, remedy: why it is not checked, the first held doubt of all, and what to
    do. content is empty where nothing was read, because the bytes were others than asked for.
    """

    report_id: str
    status: str
    unit: str
    year: int | None
    pages: int
    forms: int
    amounts: int
    reason: str
    refusal: str
    remedy: str
    seconds: float
    content: bytes

    @property
    def nameless(self) -> Doubt | None:
        """The doubt about a report of which nothing names the unit or the year; None where both are known."""
        missing = [what for what, value in (("unit", self.unit), ("year", self.year)) if not value]
        return nothing_names(missing[0]) if missing else None

    def as_value(self) -> dict[str, object]:
        """As a worker answers it."""
        return asdict(self)

    @classmethod
    def of(cls, answer: object) -> Self:
        """What a worker answered; raises NoAnswer where it is no parcel, or holds more than this one report's reading."""
        parcel = cls(**answers.fields_of(cls, answer))
        if not re.fullmatch("[0-9a-f]{64}", parcel.report_id):
            raise answers.NoAnswer("it names no report")
        if parcel.content and not store.is_reading_of(parcel.content, parcel.report_id):
            raise answers.NoAnswer("it holds no reading of this report")
        return parcel


def pack(report_id: str, name: str, reading: Reading, seconds: float) -> Parcel:
    """Pack a reading or, where it cannot be written, that our code failed on it; name: the file's, for the log."""
    try:
        return _pack(report_id, reading, seconds)
    except Exception as error:
        return _pack(report_id, refusals.report_fault(name, error), seconds)


def pack_waiting(report_id: str, pages: int, seconds: float) -> Parcel:
    """Pack that so many pages of a report are pictures, and nothing of it was read."""
    return replace(pack_nothing(report_id, seconds), status=WAITS, pages=pages)


def pack_nothing(report_id: str, seconds: float) -> Parcel:
    """Pack that the bytes were others than asked for, and were not read."""
    return Parcel(
        report_id=report_id, status="", unit="", year=None, pages=0, forms=0, amounts=0, reason="", refusal="",
        remedy="", seconds=seconds, content=b"",
    )  # fmt: skip


def _refusal(reading: Reading, held: Sequence[Doubt]) -> tuple[str, str]:
    """Return why a reading is not checked and what to do; "" of one that is, as of a budget whose forms are read."""
    if reading.status == "registered" and reading.forms:
        return "", ""
    return (held[0].reason, held[0].remedy) if held else ("", "")


def _pack(report_id: str, reading: Reading, seconds: float) -> Parcel:
    held = [doubt for doubt in reading.doubts if doubt.held]
    refusal, remedy = _refusal(reading, held)
    return Parcel(
        report_id=report_id,
        status=reading.status,
        unit=reading.disclosure.unit or "",
        year=reading.disclosure.year,
        pages=count_filed(reading.document.pages),
        forms=len(reading.forms),
        amounts=sum(a.number is not None for form in reading.forms for a in form.amounts),
        reason=next((doubt.reason for doubt in held if doubt.scope == "report"), ""),
        refusal=refusal,
        remedy=remedy,
        seconds=seconds,
        content=store.pack(report_id, reading),
    )
