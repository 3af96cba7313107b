"""Limits: what one task of reading may take.

Belongs here: seconds and memory, and what a page that is a picture adds. Does not belong here: keeping them (reading/worker).
"""

from dataclasses import dataclass, replace

PATIENCE = 10
"""Times its processor time a process may take by the clock: wide, so that only one that waits in vain comes to it."""
SCANNED_PAGE = 40
"""Seconds of processor time that one page which is a picture may take, three times what the slowest took (docs/scans.md)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds of processor time of its process, and MiB of memory it occupies.

    Processor time, so that what is read does not depend on what else the machine does; by the clock it may take
    PATIENCE times as long. The defaults suit 2 workers beside DuckDB on 24 GiB; a report of 25 pages takes 3 s and 200 MiB.
    """

    seconds: float = 300
    memory: int = 2048

    def for_scan(self, pages: int) -> "Limits":
        """The limits of a report of which so many pages are pictures."""
        return replace(self, seconds=max(self.seconds, SCANNED_PAGE * pages))

    def exceed(self, others: "Limits") -> bool:
        """Whether they give more of anything than others do."""
        return self.seconds > others.seconds or self.memory > others.memory
