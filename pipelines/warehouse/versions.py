"""Versions: which file of a disclosure a person wants to be the current one, as expectations/versions.csv says it.

Belongs here: what a line of that list must say. Does not belong here: how the file is read (lists), which version is current where
nobody says it (sql/star/version.sql).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.lists import read_list, refusal
from pipelines.messages import message

_COLUMNS = ("report_id", "reason", "who", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A report that a person has made the current version of its disclosure: why, who, when, and the line that says so.

    report_id: its SHA-256, or the first 12 or more of its digits.
    """

    report_id: str
    reason: str
    who: str
    date: str
    line: int


def read_pins(expectations: Path) -> list[Pin]:
    """Read what is pinned, in the order of the file; raises NotReadable (pipelines.lists)."""
    path = expectations / "versions.csv"
    found: dict[str, Pin] = {}
    for line, said in read_list(path, _COLUMNS):
        report_id = said["report_id"].lower()
        if not re.fullmatch(r"[0-9a-f]{12,64}", report_id):
            raise refusal(path, line, message("pin_no_report_id", said=said["report_id"]))
        if alike := next(
            (pin for key, pin in found.items() if key.startswith(report_id) or report_id.startswith(key)), None
        ):
            raise refusal(path, line, message("pin_twice", said=report_id, line=alike.line))
        found[report_id] = Pin(
            report_id=report_id, reason=said["reason"], who=said["who"], date=said["date"], line=line
        )
    return list(found.values())
