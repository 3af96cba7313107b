"""Checksums: what a published warehouse holds, table for table, as numbers that are alike where the rows are.

Belongs here: asking for them, in a file or a lake. Does not belong here: what is asserted.
"""

from pipelines.settings import Places
from pipelines.warehouse import database

_NAMES = """
    select schema_name || '."' || table_name || '"' from duckdb_tables() where database_name = current_database()
    union select schema_name || '."' || view_name || '"' from duckdb_views() where database_name = current_database() and not internal
"""
_OURS = ("stored.", "lots.", "main.")
"""Schemas of how a warehouse is kept: of the file, of the lake."""
_SUM = """
    select count(*), coalesce(sum(hash(said)), 0)
    from (select columns(one -> one not in ('reading_path', '地址'))::varchar from {name}) as row_of, lateral (select row_of::varchar as said)
"""
"""Rows of a table, each by all its columns as text, but for where its reading lies."""


def checksums(places: Places) -> dict[str, tuple[int, int]]:
    """Table or view → its rows and the sum of their hashes."""
    with database.open_published(places) as warehouse:
        connection = warehouse.connection
        names = [name for (name,) in connection.execute(_NAMES).fetchall() if not name.startswith(_OURS)]
        return {name: connection.execute(_SUM.format(name=name)).fetchall()[0] for name in sorted(names)}
