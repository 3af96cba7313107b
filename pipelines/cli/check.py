"""Check: one report before it is published, without a warehouse on disk: `python -m pipelines check FILE.pdf`.

Belongs here: reading a file (and last year's beside it) into a DuckDB in memory, its findings as records and values.
Does not belong here: what is found (findings.tables), its lines (check_lines), a run over raw/ (orchestration.run), the command (check_files).
"""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from pipelines.findings import write
from pipelines.messages import Message, Told, join, message
from pipelines.outputs.evidence import annotated, report_page, site
from pipelines.pdf import Unreadable, read_source
from pipelines.queries import Row, Warehouse
from pipelines.raw_files import RawFile, printable_name
from pipelines.reading import Parcel, Progress, alone, batch, store
from pipelines.settings import Places
from pipelines.vocabulary import doubt_wordings, labels
from pipelines.warehouse import Contents, build, confirmations, versions

CLEAN, FOUND, NOT_READABLE = 0, 1, 2
"""Exit status: no finding; findings, or a form that was not read; a file that is no readable final account."""


class NotReadable(Told):
    """A file that cannot be checked: which, why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding of a file: page or None, the sheet that it is or None, severity, sentences, identities, whether a person has set it aside."""

    finding_id: str
    page: int | None
    sheet: str | None
    severity: str
    identities: list[str]
    sentence_zh: str
    sentence_en: str
    is_waived: bool


@dataclass(frozen=True, slots=True)
class Desk(Warehouse):
    """A warehouse in memory of files just read, and the SHA-256 of the bytes that were read of each."""

    hashes: Mapping[Path, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a file our reading explains: numbers printed, and those nothing explains, as {page, sheet, member, text}.

    format: what the file is by its content.
    """

    numbers: int
    unexplained: list[Row]
    format: str


@dataclass(frozen=True, slots=True)
class Known:
    """What was read already: parcels by file, the folder of what LibreOffice has made of documents, and what people call a file that we have made."""

    parcels: Mapping[Path, Parcel]
    conversions: Path
    names: Mapping[Path, str]


@contextmanager
def desk(
    places: Places, file: Path, previous: Path | None = None, processes: int = 1, known: Known | None = None
) -> Iterator[Desk]:
    """A warehouse in memory, made by the sql/ of places, that holds a report and, if given, last year's.

    processes: 0 to read in this very process, without limits and cage. Raises NotReadable, for a `previous` of another unit
    or year too.
    """
    paths = [path for path in (file, previous) if path]
    with tempfile.TemporaryDirectory() as folder:
        places = replace(places, raw=file.parent, warehouse=Path(folder), shelf=None)
        if known and known.conversions.is_dir():
            shutil.copytree(known.conversions, places.conversions)
        parcels = [_read(path, processes, places, known) for path in paths]
        files = [
            RawFile(path, printable_name(Path(path.name)), parcel.report_id, str(parcel.year))
            for path, parcel in zip(paths, parcels, strict=True)
        ]
        versions.read_pins(places.expectations)
        confirmations.read_confirmations(places.expectations)
        for raw, parcel in zip(files, parcels, strict=True):
            store.shelve(places.reading(raw), parcel.content)
        read = partial(_read_again, places=places, processes=processes)
        contents = Contents(places=places, files=files, read=read, is_described=False)
        with build.open_filled(":memory:", contents) as (warehouse, _):
            if previous:
                _refuse_another(warehouse, files[0].sha256, previous)
            write(warehouse)
            yield Desk(warehouse.connection, places, {raw.path: raw.sha256 for raw in files})


def findings(warehouse: Desk, file: Path) -> list[Found]:
    """The findings of a file in a desk, by page."""
    return [Found(**row) for row in warehouse.rows("check_file/findings", report=warehouse.hashes[file])]


def coverage(warehouse: Desk, file: Path) -> Coverage:
    """How many numbers of a file our reading explains: a note on the reading, never a finding."""
    [row] = warehouse.rows("check_file/coverage", report=warehouse.hashes[file])
    return Coverage(**row)


def as_values(
    file: Path, findings: list[Found], read: Coverage, details: Mapping[str, Mapping[str, object]], checked: object
) -> dict[str, object]:
    """As values that JSON knows (docs/check.schema.json); details: finding id → what more is known of it (check_values)."""
    told = [
        {**details.get(one.finding_id, {}), **{name: getattr(one, name) for name in Found.__slots__}}
        for one in findings
    ]
    return {"file": printable_name(file), "findings": told, "checked": checked, "reading": asdict(read)}


def as_refused(file: Path, why: Message) -> dict[str, object]:
    """A file that was not checked, as values that JSON knows: why, in both languages."""
    return {"file": printable_name(file), "refused_zh": why.zh, "refused_en": why.en}


def write_page(warehouse: Desk, file: Path, page: Path, link: Path | None = None) -> None:
    """Write the evidence page of a file in a desk, whole in one HTML file; raises OSError where it cannot be written.

    link: what the page leads to in place of the file. A file that is no longer what was read is not pictured.
    """
    links = {warehouse.hashes[file]: link} if link else {}
    pdfs = {sha256: path for path, sha256 in warehouse.hashes.items() if _is_still(path, sha256)}
    site.write_report(warehouse, warehouse.hashes[file], pdfs, page, links)


def copy_with_notes(warehouse: Desk, file: Path, language: str, name: str) -> bytes:
    """A copy of a file in a desk, which people call so, with its findings as boxes and notes; raises NotReadable where there can be none."""
    report_id = warehouse.hashes[file]
    [row] = [row for row in warehouse.rows("book/reports") if row["report_id"] == report_id]
    listed = annotated.notes(report_page.report(warehouse, row), language)
    try:
        return annotated.write(file, report_id, listed)
    except annotated.NotWritten as error:
        raise NotReadable("no_copy", file=name, why=error.message) from error


def status(findings: list[Found], unread: Sequence[str]) -> int:
    """FOUND where a finding is left that nobody has set aside, and where a form was not read, so that nobody can say."""
    return FOUND if unread or any(not one.is_waived for one in findings) else CLEAN


def _refuse_another(warehouse: Warehouse, report_id: str, previous: Path) -> None:
    """Raise NotReadable where what is given as last year's report is of another unit or year: it would be compared with nothing."""
    if warehouse.rows("check_file/beside", report=report_id):
        return
    listed = {row["report_id"]: row for row in warehouse.rows("check_file/reports")}
    own = listed.pop(report_id)
    told = [
        message("report_of", unit=row["unit_name"], year=row["fiscal_year"], level=labels.level(row["level"]))
        for row in listed.values()
    ]
    raise NotReadable(
        "not_last_years", file=previous, is_of=join(told, "；", "; ") if told else message("same_report"), unit=own["unit_name"],
        year=own["fiscal_year"] - 1, level=labels.level(own["level"]),
    )  # fmt: skip


def _read(path: Path, processes: int, places: Places, known: Known | None) -> Parcel:
    """Read a file's bytes once, where that is not done: their SHA-256, and what they say; raises NotReadable."""
    if not os.path.lexists(path):
        raise NotReadable("no_such_file", file=path)
    parcel = (known and known.parcels.get(path)) or alone.read_file(path, processes, places)
    if parcel.status not in ("read", "registered"):
        why, remedy = doubt_wordings.reason(parcel.refusal), doubt_wordings.remedy(parcel.remedy)
        name = known.names.get(path) if known else None
        raise NotReadable("not_readable", file=name or path, why=why, remedy=remedy)
    if nameless := parcel.nameless:
        why, remedy = doubt_wordings.reason(nameless.reason), doubt_wordings.remedy(nameless.remedy)
        raise NotReadable("not_readable", file=known.names.get(path, path) if known else path, why=why, remedy=remedy)
    return parcel


def _read_again(todo: Mapping[RawFile, Collection[int]], places: Places, processes: int) -> Iterator[Progress]:
    """Read files once more, by both readers; raises NotReadable for one that is no longer what was read."""
    for done in batch.read_again(todo, places, processes):
        if done.status == batch.CHANGED:
            raise NotReadable("replaced_meanwhile", file=done.file.path)
        yield done


def _is_still(path: Path, sha256: str) -> bool:
    try:
        return read_source(path).sha256 == sha256
    except Unreadable:
        return False
