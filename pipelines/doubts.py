"""Doubts: what a reading is not sure of, and what a person can do about it.

Belongs here: the value alone, which every stage of a reading records. Does not belong here: when something is doubtful
(the stage that sees it), where doubts are shown (warehouse, outputs).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One doubt about a reading.

    scope: what it is about (report, identity, table, row, cell; gap: pages that are missing or out of order); reason, detail: what was seen; remedy: what to do;
    held: what it is about stays outside the star, else it is only noted; form: the key of the form it is about.
    """

    scope: str
    page: int | None
    reason: str
    detail: str
    remedy: str
    held: bool
    form: str | None = None
