"""Data package: datapackage.json of an export, tables, columns, keys and what the columns mean to other fiscal data.

Belongs here: Data Package 2.0 with the ColumnTypes of Fiscal Data Package 1.0, from the warehouse's own comments and
sql/tables.toml.
Does not belong here: writing the data (parquet); the meanings themselves (sql/).
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipelines.outputs.export.provenance import Provenance
from pipelines.queries import Warehouse, only_row
from pipelines.warehouse import meanings

NAME = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TAXONOMY = "https://frictionlessdata.io/taxonomies/fiscal/budgets.json"
_TYPES = (
    (r".*\[\]$", "array"),
    (r"(STRUCT|MAP)\(", "object"),
    (r"VARCHAR$", "string"),
    (r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$", "integer"),
    (r"DECIMAL\(|DOUBLE$|FLOAT$", "number"),
    (r"BOOLEAN$", "boolean"),
    (r"DATE$", "date"),
    (r"TIMESTAMP", "datetime"),
)
"""Type in DuckDB → type of a Table Schema."""
FIGURES = {"reading.amount": "amount_id", "reading.claim": "claim_id"}
"""Tables of figures, each with the key by which the desk shows a row: their rows are exported with that address."""
ADDRESS = ("address", "VARCHAR", "地址 / permalink of the figure on the desk")
"""Name, type and comment of the column of addresses."""


def descriptor(
    warehouse: Warehouse,
    folder: Path,
    files: Mapping[str, Sequence[Path]],
    others: Sequence[Path],
    made: Provenance,
) -> dict:
    """The descriptor of the tables written into `folder`, table → its Parquet files there, and of other files there."""
    return {
        "$schema": _PROFILE,
        "name": "final-accounts",
        "title": "部门决算公开数据 / Final accounts of government departments",
        "description": "Tables read from the PDFs of sources, amounts in 元. Column types: Fiscal Data Package 1.0, budget taxonomy.",
        "version": made.release,
        "created": made.created.isoformat().replace("+00:00", "Z"),
        "code": made.code,
        "readers": list(made.readers),
        "columnTypes": [_TAXONOMY],
        "sources": [
            {
                "title": f"{r.year or ''} {r.unit}".strip() or r.file,
                "path": f"raw/{r.file}",
                "hash": f"sha256:{r.sha256}",
            }
            for r in made.reports
        ],
        "resources": [
            *(_resource(warehouse, table, folder, found, set(files)) for table, found in files.items()),
            *(_other(folder, path) for path in others),
        ],
    }


def write(folder: Path, content: Mapping) -> None:
    """Write datapackage.json into the folder it describes."""
    (folder / NAME).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _resource(warehouse: Warehouse, table: str, folder: Path, files: Sequence[Path], exported: set[str]) -> dict:
    described = warehouse.connection.execute(
        "select comment from duckdb_tables() where schema_name || '.' || table_name = $table"
        " union all select comment from duckdb_views() where schema_name || '.' || view_name = $table",
        {"table": table},
    )
    zh, _, en = (only_row(described)[0] or table).partition(" / ")
    listed = [_file(folder, path) for path in files]
    return {
        "name": table,
        "title": zh,
        "description": en or zh,
        "type": "table",
        "path": [one["path"] for one in listed],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": sum(one["bytes"] for one in listed),
        "files": listed,
        "schema": _schema(warehouse, table, exported),
    }


def _other(folder: Path, path: Path) -> dict:
    return {"name": path.stem, "format": path.suffix.removeprefix("."), **_file(folder, path)}


def _file(folder: Path, path: Path) -> dict:
    with open(path, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "path": path.relative_to(folder).as_posix(),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
    }


def _schema(warehouse: Warehouse, table: str, exported: set[str]) -> dict:
    meaning = meanings(warehouse.places.sql).get(table, {})
    columns = warehouse.connection.execute(
        "select column_name, data_type, comment from duckdb_columns() where schema_name || '.' || table_name = ?"
        " order by column_index",
        [table],
    ).fetchall()
    if table in FIGURES:
        columns.append(ADDRESS)
    fiscal = meaning.get("fiscal", {})
    schema: dict = {"fields": [_field(name, kind, comment, fiscal) for name, kind, comment in columns]}
    if "key" in meaning:
        schema["primaryKey"] = meaning["key"]
    if found := list(_foreign_keys(meaning.get("references", {}), table, exported)):
        schema["foreignKeys"] = found
    if "constant" in meaning:
        schema["extraFields"] = [_constant(*pair) for pair in meaning["constant"].items()]
    return schema


def _field(name: str, kind: str, comment: str | None, fiscal: Mapping[str, str]) -> dict:
    field = {"name": name, "type": table_schema_type(kind)}
    if comment:
        field["description"] = comment
    if name in fiscal:
        field["columnType"] = fiscal[name]
    return field


def table_schema_type(kind: str) -> str:
    """The type of a Table Schema for a type of DuckDB; raises ValueError for one it has no word for."""
    for pattern, name in _TYPES:
        if re.match(pattern, kind):
            return name
    raise ValueError(f"no Table Schema type for columns of DuckDB's type {kind}: add it to _TYPES in data_package.py")


def _foreign_keys(references: Mapping[str, str], table: str, exported: set[str]) -> Iterator[dict]:
    for column, target in references.items():
        schema, name, *other = target.split(".")
        resource = f"{schema}.{name}"
        if resource in exported:
            reference = {"resource": "" if resource == table else resource, "fields": [*other, column][:1]}
            yield {"fields": [column], "reference": reference}


def _constant(column_type: str, value: str) -> dict:
    return {
        "name": re.sub(r"\W", "_", column_type),
        "type": "string",
        "columnType": column_type,
        "constant": value,
    }
