"""Parquet: the published warehouse to carry away (`make export`): Parquet, a Data Package descriptor, an Excel workbook.

Belongs here: which tables go, their Parquet files by fiscal year, publishing the folder whole.
Does not belong here: what the descriptor says (data_package), the sheets (workbook), where the data come from (provenance).
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines import publishing
from pipelines.messages import Message, message
from pipelines.outputs.export import data_package, provenance, workbook
from pipelines.queries import Warehouse, only_row, quoted
from pipelines.settings import Places
from pipelines.ticks import ticking
from pipelines.warehouse import QUESTIONS, database, models

SCHEMAS = ("star", "reference", "checks", "findings", QUESTIONS)
EVIDENCE = ("reading.amount", "reading.claim", "reading.form", "reading.sentence")
"""What facts and findings lead back to: the printed amounts and claims with page and box, their forms and sentences."""
YEAR = "fiscal_year"
_PARTITION, _NONE = f"{YEAR}=", "__HIVE_DEFAULT_PARTITION__"
"""How DuckDB names the folder of a year, and of rows without one."""
NO_YEAR = "no_year"


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What was written: tables, their rows, Parquet files, bytes of the folder."""

    tables: int
    rows: int
    files: int
    size: int

    def message(self, folder: Path) -> Message:
        """Say where it was written and how much."""
        return message(
            "export_written", folder=folder, tables=self.tables, rows=self.rows, files=self.files, size=self.size / 1e6
        )


def build(places: Places) -> ExportSummary:
    """Write the export of the published warehouse to warehouse/export, whole or not at all.

    Raises duckdb.IOException where there is no warehouse, duckdb.CatalogException where it is of an older version.
    """
    with database.open_published(places) as warehouse, publishing.beside(places.export) as folder:
        return write(warehouse, folder)


def write(warehouse: Warehouse, folder: Path) -> ExportSummary:
    """Write all files of the export of an open warehouse into a folder that is not there yet."""
    made = provenance.of(warehouse)
    connection = warehouse.connection
    connection.execute("set threads = 1")  # a file a year, rows in the same order each time
    rows = {table: _copy(warehouse, table, folder, made.code) for table in ticking("export", tables(connection))}
    files = {table: sorted(folder.glob(f"{table.replace('.', '/')}/**/*.parquet")) for table in rows}
    workbook.write(warehouse, folder / workbook.NAME, made)
    data_package.write(folder, data_package.descriptor(warehouse, folder, files, [folder / workbook.NAME], made))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return ExportSummary(len(rows), sum(rows.values()), sum(map(len, files.values())), size)


def is_carried(table: str) -> bool:
    """Whether a table, schema.name, is carried away."""
    return table.split(".")[0] in SCHEMAS or table in EVIDENCE


def tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables and views of a warehouse that are carried away, schema.name."""
    found = connection.execute(
        "select schema_name || '.' || table_name as name from duckdb_tables() where not internal"
        " union all select schema_name || '.' || view_name from duckdb_views() where not internal order by name"
    )
    return [name for (name,) in found.fetchall() if is_carried(name)]


def _copy(warehouse: Warehouse, table: str, folder: Path, code: str) -> int:
    """Write one table, a file a fiscal year where its rows have one, each naming table and code; returns the rows written."""
    place = folder.joinpath(*table.split("."))
    place.parent.mkdir(parents=True, exist_ok=True)
    options = f"format parquet, compression zstd, kv_metadata {{'table': '{table}', 'code': '{code}'}}"
    if _has_years(warehouse, table):
        options += f", partition_by ({YEAR}), write_partition_columns"
    else:
        place.mkdir()
        place /= "data_0.parquet"
    what = f"*, address_of({key}) as address" if (key := data_package.FIGURES.get(table)) else "*"
    copied = warehouse.connection.execute(
        f"copy (select {what} from {table} order by all) to {quoted(str(place))} ({options})"
    )
    rows = only_row(copied)[0]
    _name_plainly(place)
    return rows


def _name_plainly(place: Path) -> None:
    """Name the folders of a table 2023, not fiscal_year=2023.

    The column stands in the files: pandas, pyarrow and R's arrow would read it out of the folder's name too, with another type,
    and refuse the table.
    """
    for folder in place.parent.glob(f"{place.name}/{_PARTITION}*"):
        folder.rename(folder.with_name(folder.name.removeprefix(_PARTITION).replace(_NONE, NO_YEAR)))


def _has_years(warehouse: Warehouse, table: str) -> bool:
    """Whether rows of several years may stand in it; a table without rows is one file, so that its columns are seen."""
    connection = warehouse.connection
    columns = connection.execute(
        "select column_name from duckdb_columns() where schema_name || '.' || table_name = ?", [table]
    ).fetchall()
    keyed = models.meanings(warehouse.places.sql).get(table, {}).get("key") == [YEAR]
    return (YEAR,) in columns and not keyed and connection.execute(f"from {table} limit 1").fetchone() is not None
