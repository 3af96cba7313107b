"""Store: one Parquet file a report, the memory between runs.

Belongs here: writing a reading whole (temporary name, then rename), asking what is there.
Does not belong here: its columns (schema), its row (records), how it comes about (report), what is made of it (sql).
"""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.reading.readings import Reading
from pipelines.reading.records import record
from pipelines.reading.schema import SCHEMA
from pipelines.reading.version import code_version
from pipelines.settings import Limits


def is_current(path: Path, limits: Limits) -> bool:
    """Whether a readable reading of this code version lies at `path`, unless wider limits may mend it."""
    try:
        read = pq.read_table(path, columns=["code_version"])
        broken = (read.schema.metadata or {}).get(_BROKEN_LIMITS)
        is_final = broken is None or not limits.exceed(Limits(**json.loads(broken)))
        return is_final and read["code_version"][0].as_py() == code_version()
    except (OSError, pa.ArrowException, IndexError, KeyError):
        return False


def write(path: Path, report_id: str, reading: Reading, broken: Limits | None = None) -> None:
    """Write a reading to `path`, whole or not at all; broken: the limits for which it was given up."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    schema = SCHEMA.with_metadata({_BROKEN_LIMITS: json.dumps(asdict(broken))}) if broken else SCHEMA
    pq.write_table(pa.Table.from_pylist([record(report_id, reading)], schema), partial, compression="zstd")
    os.replace(partial, path)


def drop_partial(path: Path) -> None:
    """Remove what a process killed while it wrote the reading at `path` left behind."""
    for left in path.parent.glob(f".{path.name}.*"):
        left.unlink(missing_ok=True)


def drop_partials(folder: Path) -> None:
    """Remove what a killed run left half-written below the folder of readings; nobody else may be writing."""
    for left in folder.glob("year=*/.*"):
        left.unlink(missing_ok=True)


_BROKEN_LIMITS = b"broken_limits"
"""Key of a file's metadata: the limits its report was given up for."""
