"""Store: one Parquet file a report, the memory between runs.

Belongs here: packing a reading, writing it whole (temporary name, then rename), asking what is there and whether it is undamaged.
Does not belong here: its columns (schema), its row (records), its digest (seal), how it comes about (report), what is made of
it (sql).
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines import publishing
from pipelines.limits import Limits
from pipelines.reading import seal, tools
from pipelines.reading.filing import lay_back
from pipelines.reading.readings import Reading
from pipelines.reading.records import record
from pipelines.reading.schema import SCHEMA
from pipelines.reading.version import code_version

UNREADABLE = (OSError, pa.ArrowException, IndexError, KeyError, UnicodeDecodeError)
"""What asking a damaged file for columns raises: no Parquet, other columns, no row, names that are no text."""
_BROKEN_LIMITS = b"broken_limits"
"""Key of a file's metadata: the limits its report was given up for."""


def is_current(path: Path, limits: Limits, readers: Collection[str]) -> bool:
    """Whether an undamaged reading of this code version lies at `path`, unless wider limits may mend it.

    readers: what reads pictures and Word 97 documents today (tools).
    """
    try:
        content = path.read_bytes()
    except OSError:
        return False
    if not seal.holds(content, _place(path)):
        return False
    read = _columns(content, "code_version")
    broken = (read.schema.metadata or {}).get(_BROKEN_LIMITS)
    is_final = broken is None or not limits.exceed(Limits(**json.loads(broken)))
    return is_final and read["code_version"][0].as_py() == code_version() and _is_by(readers, content)


def is_taken(path: Path) -> bool:
    """Whether a run takes the reading at `path`, which no doubt holds: a final account, or a budget with its tables."""
    try:
        row = columns(path, "status", "forms").to_pylist()[0]
    except UNREADABLE:
        return False
    return row["status"] == "read" or (row["status"] == "registered" and bool(row["forms"]))


def _is_by(readers: Collection[str], content: bytes) -> bool:
    """Whether a reading of this code version has what the recognisers of today say of its pictures, if it has any."""
    read_by = _columns(content, "recognisers")["recognisers"][0].as_py()
    return tools.are_of_today(read_by, readers)


def describe(content: bytes) -> dict[str, str | None]:
    """What an inventory says of a reading of this code version: its version, its recognisers, the limits for which it was given up (JSON)."""
    row = _columns(content, "code_version", "recognisers")
    broken = (row.schema.metadata or {}).get(_BROKEN_LIMITS)
    return {**row.to_pylist()[0], "broken_limits": broken.decode() if broken else None}


def is_damaged(path: Path) -> bool:
    """Whether something lies at `path` that is no longer what was written there; a reading of another version is not meant."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return False
    if seal.holds(content, _place(path)):
        return False
    try:
        return _columns(content, "code_version")["code_version"][0].as_py() == code_version()
    except UNREADABLE:
        return True


def write(path: Path, report_id: str, reading: Reading, broken: Limits | None = None) -> None:
    """Write a reading to `path`, whole or not at all; broken: the limits for which it was given up."""
    shelve(path, pack(report_id, reading, broken))


def pack(report_id: str, reading: Reading, broken: Limits | None = None) -> bytes:
    """The Parquet file of a reading, not yet sealed for a place."""
    schema = SCHEMA.with_metadata({_BROKEN_LIMITS: json.dumps(asdict(broken))}) if broken else SCHEMA
    row = lay_back(record(report_id, reading), reading.document.pages)
    return _as_file(pa.Table.from_pylist([row], schema))


def put(path: Path, row: pa.Table) -> None:
    """Write a table of one row, a reading, to `path`, sealed."""
    shelve(path, _as_file(row))


def shelve(path: Path, content: bytes) -> None:
    """Seal a packed reading for `path` and write it there, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    publishing.write_file(path, seal.close(content, _place(path)))


def is_reading_of(content: bytes, report_id: str) -> bool:
    """Whether a packed file is one reading of this report, and no more; of which code version the next run looks."""
    try:
        file = pq.ParquetFile(pa.BufferReader(content))
        row = file.read(columns=["report_id"]).to_pylist()
    except UNREADABLE:
        return False
    return row == [{"report_id": report_id}] and file.schema_arrow.equals(SCHEMA) and seal.is_open(content)


def _as_file(row: pa.Table) -> bytes:
    written = pa.BufferOutputStream()
    # of a single row dictionaries and statistics make the file larger, and what reads it takes half as long again
    with pq.ParquetWriter(
        written, row.schema, compression="zstd", use_dictionary=False, write_statistics=False
    ) as writer:
        writer.write_table(row)
        writer.add_key_value_metadata({seal.METADATA: seal.BLANK})
    return written.getvalue().to_pybytes()


def _place(path: Path) -> str:
    """What a reading is sealed for: its year folder, by which it was read, and its report."""
    return f"{path.parent.name}/{path.name}"


def read_parts(paths: Sequence[str], parts: Sequence[str]) -> pa.Table:
    """Columns of readings, and fields of nested ones (amounts.list.element.form), a row each, with its path as filename; pa.ArrowException or OSError where one is damaged."""
    rows = [
        pq.ParquetFile(path).read(columns=list(parts), use_threads=False).replace_schema_metadata() for path in paths
    ]
    return pa.concat_tables(rows).append_column("filename", pa.array(paths, pa.string()))


def _columns(content: bytes, *names: str) -> pa.Table:
    return columns(pa.BufferReader(content), *names)


def columns(reading: Path | pa.BufferReader, *names: str) -> pa.Table:
    """Columns of a reading as packed, or as it lies on the shelf; raises one of UNREADABLE where it has not all of them.

    pq.read_table loads what reads folders of files, and pandas with it: half a second.
    """
    with pq.ParquetFile(reading) as file:
        return file.read(columns=list(names)).select(list(names))


def drop_partials(folder: Path) -> None:
    """Remove what killed runs left half-written below the folder of readings, and nothing that a process or another host still writes."""
    for left in folder.glob("year=*/.*"):
        if publishing.is_abandoned(left):
            left.unlink(missing_ok=True)
