"""Assets: what the Dagster graph is made of: raw → reading → star → checks → findings, questions; book, export.

Belongs here: assets with their descriptions for the UI, when their work is tried again.
Does not belong here: reading or SQL themselves; what the UI shows of their work (metadata), the suites (asset_checks), jobs
(definitions), a run over many years (update).
Partitions are fiscal years (a year folder for reading/shelf); the tables are rebuilt whole.
"""

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import duckdb

from pipelines import queries
from pipelines.findings import tables as findings
from pipelines.orchestration import metadata, progress
from pipelines.orchestration.metadata import Metadata
from pipelines.orchestration.resources import Settings
from pipelines.outputs.evidence import site as pages
from pipelines.outputs.export import parquet as carried
from pipelines.reading import batch
from pipelines.settings import Limits, Places, raw_files
from pipelines.vocabulary import one_line
from pipelines.warehouse import QUESTIONS, Model, build, database, questions
from pipelines.warehouse.models import models

# checks by fiscal year are what the graph is for; the preview is held by the pin of dagster in pyproject.toml
warnings.filterwarnings("ignore", category=dg.PreviewWarning)

GROUPS = ("raw", "reading", "reference", "star", "checks", "findings", "suites", "questions", "book", "export")
"""Groups of assets in the order of the data; Dagster lists them by name, so a number goes before."""


def group(name: str) -> str:
    """A group as the UI lists it: 04_star."""
    return f"{GROUPS.index(name) + 1:02}_{name}"


FISCAL_YEAR = "fiscal_year"
"""The partitions: a year folder of raw/, or unfiled."""
fiscal_years = dg.DynamicPartitionsDefinition(name=FISCAL_YEAR)

raw_file = dg.AssetSpec(
    ["raw", "file"],
    description="原始文件：raw/<年度>/ 下的决算公开 PDF / The disclosures as published, below raw/<year>/.",
    group_name=group("raw"),
    kinds={"pdf"},
)


_EVENTS = 20
"""Progress lines of a run that become events: they do not grow with its reports; the logger of progress has all of them."""
_WAIT = 30
"""Seconds before a step is tried again: what frees a disk or a machine is another process that ends."""


class ReadingConfig(dg.Config):
    """How reports are read.

    workers: processes side by side; time_limit, memory_limit: seconds of processor time (by the clock ten times as many)
    and MiB after which a report is given up and held; tries: how often reading and building are tried where the disk or
    the machine refuses.
    """

    workers: int = 2
    time_limit: float = Limits().seconds
    memory_limit: int = Limits().memory
    tries: int = 3

    def limits(self) -> Limits:
        """The limits of one report."""
        return Limits(self.time_limit, self.memory_limit)


@dg.asset(
    key=["reading", "shelf"],
    deps=[raw_file],
    partitions_def=fiscal_years,
    group_name=group("reading"),
    kinds={"python", "parquet"},
    description="读取：每份 PDF 一个 Parquet 文件 / One Parquet file a report: all that was printed, with page and box.",
)
def shelf(context: dg.AssetExecutionContext, config: ReadingConfig, settings: Settings) -> dg.MaterializeResult:
    """Read the year folder's reports that this code version has not read."""
    return dg.MaterializeResult(metadata=read_folder(settings.places, context.partition_key, config, context.log))


def read_folder(places: Places, folder: str, config: ReadingConfig, log: logging.Logger) -> Metadata:
    """Read what is new in a year folder, a line a report; returns what the UI shows of it."""
    files = raw_files(places.raw, folder)
    limits = config.limits()
    total = len(batch.pending(files, places, limits))
    read = []
    with retrying(config.tries):
        for number, done in enumerate(batch.read_all(files, places, config.workers, limits), 1):
            read.append(done)
            line = progress_line(done, number, total)
            progress.LOG.info(line)
            if number * _EVENTS // total > (number - 1) * _EVENTS // total:
                log.info(line)
    return metadata.of_reading(len(files), read)


@contextmanager
def retrying(tries: int) -> Iterator[None]:
    """Have Dagster try a step again later where the disk or the machine refuses it; a refusal of our own checks stands.

    The last try raises the error itself; so does the only try of a run from the command line.
    """
    try:
        yield
    except (OSError, duckdb.IOException) as error:
        if tries > 1:
            raise dg.RetryRequested(max_retries=tries - 1, seconds_to_wait=_WAIT) from error
        raise


def progress_line(done: batch.Progress, number: int, total: int) -> str:
    """[2/6] 2024/….pdf  read  unit  24 pages  9 forms  205 amounts  1.4 s"""
    said = done.reason or f"{done.unit}  {done.pages} pages  {done.forms} forms  {done.amounts} amounts"
    return one_line(f"[{number}/{total}] {done.file.name}  {done.status}  {said}  {done.seconds:.1f} s")


def asset_keys(sql: Path, tables: Iterable[str]) -> list[dg.AssetKey]:
    """The assets among tables: all but the reference tables that no SELECT of a folder sql/ makes."""
    made = {model.table for model in models(sql)}
    return [dg.AssetKey(table.split(".")) for table in tables if table in made or not table.startswith("reference.")]


def _spec(sql: Path, model: Model) -> dg.AssetSpec:
    return dg.AssetSpec(
        [model.schema, model.name],
        deps=asset_keys(sql, model.reads),
        description=metadata.model_description(model, questions(sql)),
        group_name=group(model.schema),
        kinds={"duckdb", "view" if model.schema == QUESTIONS else "sql"},
        metadata=metadata.column_schema(model.columns),
    )


def _finding_spec(sql: Path, name: str) -> dg.AssetSpec:
    description, columns = findings.TABLES[name]
    return dg.AssetSpec(
        ["findings", name],
        deps=asset_keys(sql, queries.tables(sql, "findings")),
        description=description,
        group_name=group("findings"),
        kinds={"duckdb", "python"},
        metadata=metadata.column_schema({column: comment for column, (_, comment) in columns.items()}),
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
    def tables(config: ReadingConfig, settings: Settings) -> Iterator[dg.MaterializeResult]:
        for table, shown in build_tables(settings.places, config):
            yield dg.MaterializeResult(asset_key=table.split("."), metadata=shown)

    return tables


def build_tables(places: Places, config: ReadingConfig) -> Iterator[tuple[str, Metadata]]:
    """Rebuild and publish; yields each table with what the UI shows of it."""
    with retrying(config.tries):
        counts = build.build(places, raw_files(places.raw), config.workers, config.limits())
    with database.open_published(places) as warehouse:
        for table, rows in counts.items():
            yield table, metadata.of_table(warehouse, table, rows)


def book_of(sql: Path) -> dg.AssetsDefinition:
    """The evidence pages of the published warehouse, warehouse/book, as an asset."""

    @dg.asset(
        deps=asset_keys(sql, queries.tables(sql, "book")),
        group_name=group("book"),
        kinds={"html"},
        description="证据册：每份报告一页，附原页图片与算式 / The evidence pages: a static site, a page a report, with pictures and formulas.",
    )
    def book(settings: Settings) -> dg.MaterializeResult:
        summary = pages.build(settings.places)
        return dg.MaterializeResult(
            metadata={
                "pages": summary.pages,
                "reports": summary.reports,
                "pictures": summary.pictures,
                "missing_pictures": summary.missing,
                "reports_without_pdf": summary.without_pdf,
                "seconds": summary.seconds,
            }
        )

    return book


def export_of(sql: Path) -> dg.AssetsDefinition:
    """What is carried away of the published warehouse, warehouse/export, as an asset."""

    @dg.asset(
        name="export",
        deps=[
            dg.AssetKey(table.split("."))
            for table in [
                *(model.table for model in (*models(sql), *questions(sql))),
                *(f"findings.{name}" for name in findings.TABLES),
            ]
            if carried.is_carried(table) or table in queries.tables(sql, "provenance")
        ],
        group_name=group("export"),
        kinds={"parquet", "excel"},
        description="导出：按年度的 Parquet、Data Package 描述与 Excel 工作簿 / To carry away: Parquet by year, a Data Package descriptor, a workbook.",
    )
    def export(settings: Settings) -> dg.MaterializeResult:
        summary = carried.build(settings.places)
        return dg.MaterializeResult(
            metadata={"tables": summary.tables, "rows": summary.rows, "files": summary.files, "bytes": summary.size}
        )

    return export
