"""Provenance: which code made an export, when, from which reports.

Belongs here: the version of the code, the moment, the reports with their SHA-256.
Does not belong here: where it is written down (data_package, workbook).
"""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from pipelines.queries import Warehouse
from pipelines.settings import PROJECT

_DISTRIBUTION = "final-accounts-warehouse"


@dataclass(frozen=True, slots=True)
class SourceReport:
    """A report the data come from: path below raw/, SHA-256 of the PDF, unit, fiscal year."""

    file: str
    sha256: str
    unit: str
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What an export is made by and of.

    release: version of the package; code: its git commit, with -dirty where files differ from it, the release outside a
    repository; readers: versions of the reader that read the reports; created: when, in UTC.
    """

    release: str
    code: str
    readers: tuple[str, ...]
    created: datetime
    reports: tuple[SourceReport, ...]


def of(warehouse: Warehouse, checkout: Path = PROJECT) -> Provenance:
    """The provenance of an export made now from an open warehouse by the code of a checkout."""
    reports = tuple(SourceReport(*row) for row in warehouse.ask("provenance/reports").fetchall())
    readers = tuple(row["code_version"] for row in warehouse.rows("provenance/readers"))
    release = version(_DISTRIBUTION)
    now = datetime.now(UTC).replace(microsecond=0)
    return Provenance(release=release, code=_commit(checkout) or release, readers=readers, created=now, reports=reports)


def _commit(checkout: Path) -> str:
    """The commit of a checkout; empty where the project lies in no repository of its own."""
    if not (checkout / ".git").exists():
        return ""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]  # no tag: the commit itself
    try:
        done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip()
