"""Lots: the tables made of so many reports, or identities, at a time.

Belongs here: which tables, and where a lot ends. Does not belong here: making them (warehouse); their SELECTs keep to the
keys between the variables `first` and `last`. The rows of all at once take longer each, and at last more memory than
there is: joins and sums do not put all they hold on disk.
"""

from collections.abc import Iterator
from typing import NamedTuple

import duckdb


class Lot(NamedTuple):
    """The keys (a table and its column) that have at most so many of some rows together."""

    keys: str
    key: str
    rows: str
    most: int


_OF_REPORTS = Lot("reading.amount", "report_id", "reading.amount", 5_000_000)
LOTS = {
    "reading.printed_row": _OF_REPORTS,
    "checks.cell": _OF_REPORTS,
    "checks.outcome": Lot("reference.identity", "identity_id", "checks.term", 2_000_000),
}


def spans(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[tuple[str, str]]:
    """First and last key of each lot a table is made of; for a table made at once a single lot that names no keys.

    A key with more rows than a lot may have is a lot of its own.
    """
    if table not in LOTS:
        yield "", ""
        return
    keys, key, rows, most = LOTS[table]
    sql = (
        f"select {key}, coalesce(rows, 0) from (select distinct {key} from {keys})"
        f" left join (select {key}, count(*) as rows from {rows} group by all) using ({key}) order by 1"
    )
    first = last = ""
    together = 0
    for found, count in connection.execute(sql).fetchall():
        if together and together + count > most:
            yield first, last
            first, together = found, 0
        last, together = found, together + count
    yield first, last
