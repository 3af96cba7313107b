"""Check: one report before it is published, without a warehouse on disk: `python -m pipelines check FILE.pdf`.

Belongs here: reading a file (and last year's beside it) into a DuckDB in memory, its findings as lines or JSON.
Does not belong here: what is found (tables), a run over raw/ (run).
"""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipelines.findings import write
from pipelines.outputs.evidence import site
from pipelines.queries import Warehouse
from pipelines.reading import Reading, batch, read_report, store
from pipelines.settings import Places, RawFile, sha256_of
from pipelines.vocabulary import one_line
from pipelines.warehouse import build

CLEAN, FOUND, NOT_READABLE = 0, 1, 2
"""Exit status: no finding, findings, a file that is no readable final account."""


class NotReadable(Exception):
    """A file that cannot be checked: which, why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One finding of a file: page or None, severity, sentences, identities, whether a person has set it aside."""

    finding_id: str
    page: int | None
    severity: str
    identities: list[str]
    sentence_zh: str
    sentence_en: str
    is_waived: bool


@contextmanager
def desk(places: Places, file: Path, previous: Path | None = None) -> Iterator[Warehouse]:
    """A warehouse in memory, made by the sql/ of places, that holds a report and, if given, last year's; raises NotReadable."""
    paths = [path for path in (file, previous) if path]
    readings = [_read(path) for path in paths]
    with tempfile.TemporaryDirectory() as folder:
        places = replace(places, raw=file.parent, warehouse=Path(folder))
        files = [
            RawFile(path, path.name, sha256_of(path), str(r.identity.year))
            for path, r in zip(paths, readings, strict=True)
        ]
        for raw, reading in zip(files, readings, strict=True):
            store.write(places.reading(raw), raw.sha256, reading)
        read = partial(batch.read_again, places=places, processes=0)
        with build.judged(":memory:", places, files, read) as (warehouse, _):
            write(warehouse)
            yield warehouse


def found(warehouse: Warehouse, file: Path) -> list[Found]:
    """The findings of a file in a desk, by page."""
    return [Found(**row) for row in warehouse.rows("check_file/findings", report=sha256_of(file))]


def not_checked(warehouse: Warehouse) -> list[str]:
    """What of the reports our reading is not sure of, a sentence each: nothing of it was judged."""
    held = warehouse.ask("check_file/not_checked").fetchall()
    return [
        one_line(f"{f'page {page}: ' if page else ''}not checked: {reason}; {remedy}") for page, reason, remedy in held
    ]


def lines(file: Path, findings: list[Found]) -> Iterator[str]:
    """file:page: severity identities: sentence, as a linter prints it."""
    for one in findings:
        place = f"{file}:{one.page}" if one.page else str(file)
        waived = " (waived)" if one.is_waived else ""
        yield one_line(f"{place}: {one.severity} {','.join(one.identities)}{waived}: {one.sentence_zh}")


def as_json(file: Path, findings: list[Found]) -> str:
    """The findings as JSON: {file, findings: [{finding_id, page, severity, identities, sentence_zh, sentence_en, is_waived}]}."""
    told = [{name: getattr(one, name) for name in Found.__slots__} for one in findings]
    return json.dumps({"file": str(file), "findings": told}, ensure_ascii=False, indent=2)


def write_page(warehouse: Warehouse, file: Path, previous: Path | None, page: Path) -> None:
    """Write the evidence page of a file in a desk, whole in one HTML file; raises OSError where it cannot be written."""
    pdfs = {sha256_of(path): path for path in (file, previous) if path}
    site.write_report(warehouse, sha256_of(file), pdfs, page)


def status(findings: list[Found]) -> int:
    """FOUND where a finding is left that nobody has set aside."""
    return FOUND if any(not one.is_waived for one in findings) else CLEAN


def _read(path: Path) -> Reading:
    if not path.is_file():
        raise NotReadable(f"{path}: no such file")
    reading = read_report(path, None)
    if reading.status != "read":
        held = next(doubt for doubt in reading.doubts if doubt.held)
        raise NotReadable(one_line(f"{path}: {held.reason}; {held.remedy}"))
    return reading
