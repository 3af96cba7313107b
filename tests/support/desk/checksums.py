"""Checksums: whether two warehouses say the same, row for row, in any order.

Belongs here: one number a table. Does not belong here: what should be the same (the tests).
"""

from pathlib import Path

from pipelines.warehouse.database import connect

_PLACE = ("raw.file",)
"""Tables that say where on this disk something lies."""


def checksums(database: Path) -> dict[str, tuple[int, int]]:
    """Table or view → how many rows, and a sum over the digests of all of them."""
    with connect(database) as connection:
        names = connection.execute(
            "select table_schema || '.' || table_name as name from information_schema.tables"
            " where table_schema in ('reference', 'reading', 'star', 'checks', 'findings', 'questions') order by name"
        ).fetchall()
        summed = "select count(*), coalesce(sum(hash(row_of)), 0) from {} as row_of"
        return {name: connection.execute(summed.format(name)).fetchall()[0] for (name,) in names}
