"""Output assets: the book and the export of the published warehouse.

Belongs here: on what they depend, what the UI shows of making them, by a run or by the command line. Does not belong here:
making them (outputs).
"""

import logging
import math
from pathlib import Path

import dagster as dg

from pipelines import queries
from pipelines.findings import schema as findings
from pipelines.messages import error_said, message
from pipelines.orchestration.groups import group, owners
from pipelines.orchestration.instance import NotUsable, instance
from pipelines.orchestration.metadata import Metadata
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.table_assets import asset_keys
from pipelines.outputs.evidence import site as pages
from pipelines.outputs.export import data_package
from pipelines.outputs.export import parquet as carried
from pipelines.settings import Places
from pipelines.warehouse import database, questions
from pipelines.warehouse.models import models


def book_of(sql: Path) -> dg.AssetsDefinition:
    """The evidence pages of the published warehouse, warehouse/book, as an asset."""

    @dg.asset(
        deps=asset_keys(sql, queries.tables(sql, "book")),
        group_name=group("book"),
        owners=owners("book"),
        kinds={"html"},
        description="证据册：每份报告一页，附原页图片与算式 / The evidence pages: a static site, a page a report, with pictures and formulas.",
    )
    def book(settings: Settings) -> dg.MaterializeResult:
        return dg.MaterializeResult(metadata=of_book(pages.build(settings.places)))

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
        owners=owners("export"),
        kinds={"parquet", "excel"},
        description="导出：按年度的 Parquet、Data Package 描述与 Excel 工作簿 / To carry away: Parquet by year, a Data Package descriptor, a workbook.",
    )
    def export(settings: Settings) -> dg.MaterializeResult:
        return dg.MaterializeResult(metadata=of_export(carried.build(settings.places)))

    return export


def due(places: Places) -> tuple[str, ...]:
    """Which of the two somebody has made and are older than the published warehouse."""
    if not database.is_published(places):
        return ()
    made = {"book": places.book / "index.html", "export": places.export / data_package.NAME}
    published = places.database if places.lake is None else places.note
    since = published.stat().st_mtime if published.exists() else math.inf
    return tuple(name for name, file in made.items() if file.exists() and file.stat().st_mtime < since)


def of_book(summary: pages.BookSummary) -> Metadata:
    """What the UI shows of a book that was written."""
    return {
        "pages": summary.pages, "reports": summary.reports, "pictures": summary.pictures, "missing_pictures": summary.missing,
        "reports_without_pdf": summary.without_pdf, "seconds": round(summary.seconds),
    }  # fmt: skip


def of_export(summary: carried.ExportSummary) -> Metadata:
    """What the UI shows of an export that was written."""
    return {"tables": summary.tables, "rows": summary.rows, "files": summary.files, "bytes": summary.size}


def record(places: Places, name: str, shown: Metadata) -> None:
    """Note in Dagster's history that an asset was made without a run: by the command line.

    What was made stands whether or not it can be noted; why it cannot is a warning.
    """
    try:
        instance(places).report_runless_asset_event(dg.AssetMaterialization(name, metadata=shown))
    except (NotUsable, OSError) as error:
        logging.getLogger(__name__).warning(message("not_shown", name=name, error=error_said(error)))
