"""Table assets: what the SQL of a folder makes, and the findings, as assets that one step makes.

Belongs here: which tables are assets, on what they depend, the step that builds and publishes them whole.
Does not belong here: SQL; what the UI shows of a table (metadata), the suites (asset_checks), jobs (definitions).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import dagster as dg

from pipelines import queries
from pipelines.findings import schema as findings
from pipelines.orchestration import metadata
from pipelines.orchestration.groups import group, owners
from pipelines.orchestration.metadata import Metadata
from pipelines.orchestration.reading_assets import ReadingConfig, retrying
from pipelines.orchestration.resources import Settings
from pipelines.raw_files import raw_files
from pipelines.reading import joined
from pipelines.settings import Places
from pipelines.warehouse import QUESTIONS, Model, build, database, questions
from pipelines.warehouse.models import models

_ASKED = ("star", "derived")
"""Groups of the tables that people ask; of the others a run tells where it builds all anew: they help, or are views."""


class BuildingConfig(ReadingConfig):
    """shrink: whether more than a tenth of the published reports may be gone."""

    shrink: bool = False


def asset_keys(sql: Path, tables: Iterable[str]) -> list[dg.AssetKey]:
    """The assets among tables: all but those that no SELECT of a folder sql/ makes: reference tables and what people list."""
    made = {model.table for model in models(sql)}
    return [
        dg.AssetKey(table.split("."))
        for table in tables
        if table in made or not table.startswith(("reference.", "raw.pin", "raw.confirmed"))
    ]


def _group_of(sql: Path, model: Model) -> str:
    """The schema of a model, but for helper tables of the identities, and tables of the star that read what was judged."""
    if model.schema == "checks" and (sql / "checks" / "inputs" / f"{model.name}.sql").exists():
        return "check_inputs"
    return "derived" if model.table in _derived(sql) else model.schema


@cache
def _derived(sql: Path) -> frozenset[str]:
    """The tables of the star that read, themselves or through others, what the identities made."""
    found: set[str] = set()
    for model in models(sql):  # each comes after those it reads
        if model.schema == "star" and any(read.startswith("checks.") or read in found for read in model.reads):
            found.add(model.table)
    return frozenset(found)


def _spec(sql: Path, model: Model) -> dg.AssetSpec:
    return dg.AssetSpec(
        [model.schema, model.name],
        deps=asset_keys(sql, model.reads),
        description=metadata.model_description(model, questions(sql)),
        group_name=group(_group_of(sql, model)),
        owners=owners(_group_of(sql, model)),
        kinds={"duckdb", "view" if model.schema == QUESTIONS else "sql"},
        metadata=metadata.column_schema(model.columns),
    )


def _finding_spec(sql: Path, name: str) -> dg.AssetSpec:
    table = findings.TABLES[name]
    return dg.AssetSpec(
        ["findings", name],
        deps=asset_keys(sql, queries.tables(sql, "findings")),
        description=table.description,
        group_name=group("findings"),
        owners=owners("findings"),
        kinds={"duckdb", "python"},
        metadata=metadata.column_schema(table.comments),
    )


def tables_of(sql: Path) -> dg.AssetsDefinition:
    """The tables and views that a folder sql/ makes, and the findings, as assets that one step makes."""

    @dg.multi_asset(
        name="warehouse",
        specs=[
            *(_spec(sql, model) for model in (*models(sql), *questions(sql))),
            *(_finding_spec(sql, name) for name in findings.TABLES),
        ],
        description="Build all tables aside and publish final_accounts.duckdb by rename.",
    )
    def tables(config: BuildingConfig, settings: Settings) -> Iterator[dg.MaterializeResult]:
        counts = build_tables(settings.places, config)
        with database.open_published(settings.places) as warehouse:
            for table, shown in show_tables(warehouse, counts):
                yield dg.MaterializeResult(asset_key=table.split("."), metadata=shown)

    return tables


def build_tables(places: Places, config: BuildingConfig) -> dict[str, int | None]:
    """Rebuild and publish; returns table → rows."""
    with retrying(config.tries):
        return build.build(
            places, joined(places, raw_files(places.raw)), config.workers, config.limits(), config.shrink
        )


State = tuple[int, int | None]
"""Rows of a table, and of findings a digest of them: others may be as many."""


def states(warehouse: queries.Warehouse) -> dict[str, State]:
    """Table → its state, of the published tables that people ask: the star, what is derived from what was judged, findings."""
    sql = warehouse.places.sql
    asked = {one.table: "null" for one in models(sql) if _group_of(sql, one) in _ASKED}
    asked |= {f"findings.{name}": "bit_xor(hash(told))" for name in findings.TABLES}
    each = (f"select '{table}', count(*), {digest} from {table} as told" for table, digest in asked.items())
    return {
        table: (rows, digest)
        for table, rows, digest in warehouse.connection.execute(" union all ".join(each)).fetchall()
    }


def changed(
    counts: Mapping[str, int | None], before: Mapping[str, State], after: Mapping[str, State]
) -> dict[str, int | None]:
    """What is told of a run that brought a warehouse up to date: the tables people ask that have another state than before, with their rows."""
    return {table: rows for table, rows in counts.items() if before.get(table) != after.get(table)}


def show_tables(warehouse: queries.Warehouse, counts: Mapping[str, int | None]) -> Iterator[tuple[str, Metadata]]:
    """Yield each of these published tables with what the UI shows of it."""
    columns = metadata.columns_of(warehouse)
    for table, rows in counts.items():
        yield table, metadata.of_table(warehouse, table, rows, columns)
