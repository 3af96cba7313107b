"""Definitions: all that Dagster knows of us: assets, jobs, sensors, schedules.

Belongs here: the jobs; what of the environment Dagster is to know, asked once when this is loaded. Does not belong here:
assets (assets, asset_checks), the run over many years (update), what starts one (sensors).
"""

import os

import dagster as dg

from pipelines.messages import language_of
from pipelines.orchestration import progress, sensors
from pipelines.orchestration.asset_checks import season_is_complete, suite_asset
from pipelines.orchestration.failure_notices import COMMAND
from pipelines.orchestration.groups import group
from pipelines.orchestration.handing_on import as_json
from pipelines.orchestration.output_assets import book_of, export_of
from pipelines.orchestration.reading_assets import raw_file, shelf
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.table_assets import tables_of
from pipelines.orchestration.update import update
from pipelines.settings import places_of
from pipelines.warehouse import suites


def definitions(settings: Settings) -> dg.Definitions:
    """Define the graph for a run with these settings: the tables, suites and checks are those of its sql/ and expectations/."""
    places = settings.places
    tables = tables_of(places.sql)
    suite_assets = [suite_asset(places, name) for name in suites.NAMES]
    return dg.Definitions(
        assets=[raw_file, shelf, tables, book_of(places.sql), export_of(places.sql), *suite_assets],
        asset_checks=[season_is_complete],
        jobs=[
            update,
            dg.define_asset_job(
                "main",
                dg.AssetSelection.all(),
                description="一个年度从 PDF 到勾稽检查 / One year from its PDFs to the checks.",
            ),
            dg.define_asset_job(
                "read",
                dg.AssetSelection.assets(["reading", "shelf"]),
                description="读取一个年度的 PDF / Read one year folder.",
            ),
            dg.define_asset_job(
                "build",
                dg.AssetSelection.assets(tables),
                description="重建并发布仓库 / Rebuild and publish the warehouse.",
            ),
            dg.define_asset_job(
                "validate",
                dg.AssetSelection.groups(group("suites")),
                description="一个年度的期望套件 / Run the suites on one fiscal year.",
            ),
            dg.define_asset_job(
                "write_book",
                dg.AssetSelection.groups(group("book")),
                description="证据册 / Write the evidence pages of the published warehouse.",
            ),
            dg.define_asset_job(
                "write_export",
                dg.AssetSelection.groups(group("export")),
                description="导出 / Write what is carried away of the published warehouse.",
            ),
        ],
        sensors=[sensors.arrivals, sensors.season_watch, sensors.failures],
        schedules=[sensors.season],
        executor=dg.in_process_executor,
        resources={"settings": settings, "io_manager": as_json},
    )


# The UI shows the value of a setting, but only the name of a variable: the command may hold a secret.
_command = dg.EnvVar(COMMAND) if os.environ.get(COMMAND) else ""
defs = definitions(Settings.of(places_of(os.environ), _command))
progress.show(language_of(os.environ))
