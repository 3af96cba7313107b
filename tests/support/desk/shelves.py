"""Shelves of drawn readings: as many reports as asked for, as Parquet files, without a PDF.

Belongs here: a few hundred families of reports made by figures and the grammar, and copies of them under other names.
Does not belong here: what is measured on them (tests/studies/bench_star.py).
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import count, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipelines.raw_files import RawFile
from pipelines.reading import store
from pipelines.settings import Places
from tests.support.desk import corpus

FAMILIES = 48
"""Families drawn; those after them are copies, so that their names differ and their figures do not."""


def draw(folder: Path, reports: int) -> tuple[Places, list[RawFile]]:
    """So many readings below `folder`: the places, and the files they would come from."""
    places = Places(folder / "raw", folder)
    patterns = [(seed, table) for seed in range(FAMILIES) for table in _patterns(seed, folder)]
    copies = ((copy, *pattern) for copy in count() for pattern in patterns)
    return places, [
        _shelved(table, places, f"样本市样本{seed}", f"样本市样本{seed}之{copy}", number)
        for number, (copy, seed, table) in enumerate(islice(copies, reports))
    ]


def shelved(folder: Path) -> tuple[Places, list[RawFile]]:
    """The places and files of readings drawn before below `folder`."""
    places = Places(folder / "raw", folder)
    found = (
        (path.parent.name.removeprefix("year="), path.stem) for path in sorted(places.readings.glob("*/*.parquet"))
    )
    return places, [_file(places, year, key) for year, key in found]


def _file(places: Places, year: str, key: str) -> RawFile:
    """The file a reading would come from."""
    name = f"{year}/{key[:16]}.pdf"
    return RawFile(places.raw / name, name, key, year)


def _patterns(seed: int, folder: Path) -> Iterator[pa.Table]:
    """The readings of a family as tables of one row."""
    path = folder / "pattern.parquet"
    for number, case in enumerate(corpus.family(seed)):
        store.write(path, sha256(f"{seed} {number}".encode()).hexdigest(), case.reading())
        yield pq.read_table(path)


def _shelved(table: pa.Table, places: Places, name: str, renamed: str, number: int) -> RawFile:
    before = table["report_id"][0].as_py()
    after = sha256(f"report {number}".encode()).hexdigest()
    year = str(table["fiscal_year"][0].as_py())
    file = _file(places, year, after)
    changes = ((before, after), (before[:16], after[:16]), (name, renamed))
    columns = [_replaced(column.combine_chunks(), changes) for column in table.columns]
    path = places.reading(file)
    store.put(path, pa.table(columns, schema=table.schema))
    return file


def _replaced(array: pa.Array, changes: tuple[tuple[str, str], ...]) -> pa.Array:
    """The array with pieces of its texts replaced, however deep they lie."""
    if pa.types.is_string(array.type):
        for old, new in changes:
            array = pc.replace_substring(array, old, new)
        return array
    if pa.types.is_struct(array.type):
        parts = [_replaced(part, changes) for part in array.flatten()]
        return pa.StructArray.from_arrays(parts, fields=list(array.type), mask=array.is_null())
    if pa.types.is_list(array.type) and not pa.types.is_primitive(array.type.value_type):
        values = _replaced(array.values, changes)
        return pa.ListArray.from_arrays(array.offsets, values, type=array.type)
    return array
