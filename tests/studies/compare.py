"""Compares two warehouses row for row: `python -m tests.studies.compare OLD.duckdb NEW.duckdb [old.table=new.table …]`.

Belongs here: which tables differ, and in how many rows; a table that was renamed is named with both names.
Does not belong here: what should be the same (who asks). The version of the code and the place of a reading on this disk
are left out: they differ between any two runs.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

_OF_THE_RUN = ("code_version", "reading_path")
_COLUMNS = (
    "select table_schema || '.' || table_name, list(column_name order by ordinal_position) from information_schema.columns"
    " where table_catalog = ? group by all order by 1"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs in one table: rows that only one side has, columns that only one side has."""

    table: str
    only_old: int
    only_new: int
    columns: tuple[str, ...]

    def __str__(self) -> str:
        columns = f"; columns of one side: {', '.join(self.columns)}" if self.columns else ""
        return f"{self.table}: {self.only_old} rows only in the old, {self.only_new} only in the new{columns}"


def differences(old: Path, new: Path, renamed: Mapping[str, str]) -> Iterator[Difference | str]:
    """Every table that is not the same in both, or is missing in one; renamed: old name → new name."""
    with duckdb.connect() as connection:
        for name, path in (("old", old), ("new", new)):
            connection.execute(f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as {name} (read_only)")
        before, after = (dict(connection.execute(_COLUMNS, [name]).fetchall()) for name in ("old", "new"))
        pairs = {table: renamed.get(table, table) for table in before}
        yield from (f"{table}: only in the old" for table, now in pairs.items() if now not in after)
        yield from (f"{table}: only in the new" for table in after if table not in pairs.values())
        for table, now in ((table, now) for table, now in pairs.items() if now in after):
            shared = [column for column in before[table] if column in after[now] and column not in _OF_THE_RUN]
            found = Difference(
                table=now,
                only_old=_rows_beyond(connection, f"old.{table}", f"new.{now}", shared),
                only_new=_rows_beyond(connection, f"new.{now}", f"old.{table}", shared),
                columns=tuple(sorted(set(before[table]) ^ set(after[now]))),
            )
            if found.only_old or found.only_new or found.columns:
                yield found


def _rows_beyond(connection: duckdb.DuckDBPyConnection, one: str, other: str, columns: list[str]) -> int:
    """How many rows one table has beyond those of the other, each counted as often as it stands there."""
    named = ", ".join(f'"{column}"' for column in columns)
    rows = f"(select {named} from {one} except all select {named} from {other})"
    return connection.execute(f"select count(*) from {rows}").fetchall()[0][0]


def main(old: str, new: str, *renamed: str) -> int:
    """Print what differs; returns 1 where something does."""
    found = list(differences(Path(old), Path(new), dict(pair.split("=") for pair in renamed)))
    print(*found, f"differing: {len(found)}", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
