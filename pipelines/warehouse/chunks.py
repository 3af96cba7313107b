"""Chunks: the tables made of so many reports, or identities, at a time.

Belongs here: which tables, where a chunk ends. Does not belong here: the macro by which their SELECTs keep to one
(sql/macros/is_due.sql), making them (creation). The rows of all at once take longer each, and at last more memory than there is: joins and sums do not put
all they hold on disk.
"""

from collections.abc import Iterator
from typing import NamedTuple

import duckdb

_BEFORE_ALL, _AFTER_ALL = "", "~"
"""Keys are identities and hexadecimal digits."""


class Chunk(NamedTuple):
    """As many keys (a column) as have at most so many rows of a table together."""

    key: str
    rows: str
    most: int


_OF_REPORTS = Chunk("report_id", "reading.amount", 5_000_000)
_OF_TERMS = Chunk("report_id", "checks.term", 2_000_000)
CHUNKS = {
    "reading.printed_row": _OF_REPORTS,
    "checks.form_amount": _OF_REPORTS,
    "checks.outcome": Chunk("identity_id", "checks.term", 2_000_000),
    "checks.extent": _OF_TERMS,
    "checks.unjudged": _OF_TERMS,
}


def spans(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[tuple[str, str]]:
    """The key after which each chunk of a table begins and the one it ends with, so that every key is in one of them.

    A key with more rows than a chunk may have is a chunk of its own; a table made at once is a single chunk.
    """
    yield from ranges(connection, CHUNKS.get(table))


def ranges(connection: duckdb.DuckDBPyConnection, chunk: Chunk | None) -> Iterator[tuple[str, str]]:
    """The same of a chunk; None for all keys at once."""
    after = last = _BEFORE_ALL
    if chunk:
        together = 0
        sql = f"select {chunk.key}, count(*) from {chunk.rows} group by all order by all"
        for key, count in connection.execute(sql).fetchall():
            if together and together + count > chunk.most:
                yield after, last
                after, together = last, 0
            last, together = key, together + count
    yield after, _AFTER_ALL
