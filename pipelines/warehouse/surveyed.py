"""Surveyed: what a survey has seen of each report, kept beside the judged lots, so that a reading that stays is not looked at again.

Belongs here: the file and what must be the same for it to be used. Does not belong here: looking at readings (survey).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from pipelines import publishing
from pipelines.raw_files import RawFile, by_report
from pipelines.settings import Places
from pipelines.warehouse import judged_lots, touched


@dataclass(frozen=True, slots=True)
class Seen:
    """of: the marks of the files and readings it was seen in; names of units; rows of lots/unlisted."""

    of: str
    names: Sequence[str]
    unlisted: Sequence[Sequence[object]]


def marks_of_reports(places: Places, files: Sequence[RawFile]) -> dict[str, str]:
    """Report → its files, and the marks of their readings."""
    marks = touched.marks_of(places, files)
    return {
        report: repr(sorted((file.name, file.folder, marks[f"{file.folder}/{report}"]) for file in own))
        for report, own in by_report(files).items()
    }


def kept(places: Places, code: str) -> dict[str, Seen]:
    """Report → what this code has seen of it; nothing where there is no such file of this code."""
    try:
        note = json.loads((places.judged / judged_lots.SURVEY).read_text(encoding="utf-8"))
        return {report: Seen(**one) for report, one in note["reports"].items()} if note["code"] == code else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def keep(places: Places, code: str, seen: Mapping[str, Seen]) -> None:
    """Keep what was seen, whole or not at all."""
    note = {"code": code, "reports": {report: asdict(one) for report, one in seen.items()}}
    places.judged.mkdir(exist_ok=True)
    publishing.write_file(places.judged / judged_lots.SURVEY, json.dumps(note).encode())
