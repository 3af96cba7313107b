"""Waivers: what people have set aside, as expectations/waivers.csv says it.

Belongs here: what a line must say, refusing it by its number. Does not belong here: how the file is read (lists), which
findings there are, and what is written of a waiver (tables).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from pipelines.lists import read_list, refusal
from pipelines.messages import message

_COLUMNS = ("finding_id", "reason", "who", "date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A finding that a person has set aside: why, who and when, and the line of the file that says so."""

    finding_id: str
    reason: str
    who: str
    date: str
    line: int

    def __str__(self) -> str:
        return f"{self.reason} ({self.who}, {self.date})"


def read_waivers(expectations: Path) -> dict[str, Waiver]:
    """Read finding id → waiver; raises NotReadable (pipelines.lists)."""
    path = expectations / "waivers.csv"
    found: dict[str, Waiver] = {}
    for line, said in read_list(path, _COLUMNS):
        finding_id = said["finding_id"]
        if not re.fullmatch(r"[0-9a-f]{16}", finding_id):
            raise refusal(path, line, message("waiver_no_finding_id", said=finding_id))
        if finding_id in found:
            raise refusal(path, line, message("waiver_twice", said=finding_id, line=found[finding_id].line))
        found[finding_id] = Waiver(
            finding_id=finding_id, reason=said["reason"], who=said["who"], date=said["date"], line=line
        )
    return found
