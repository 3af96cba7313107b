"""Definitions: all that Dagster knows of us: assets, jobs, sensors, schedules.

Belongs here: the jobs; what of the environment Dagster is to know, asked once when this is loaded. Does not belong here:
assets (reading_assets, table_assets, output_assets, asset_checks), the run over many years (update), what starts one (sensors).
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
    parts = {
        "read_one_year": (
            dg.AssetSelection.assets(["reading", "shelf"]),
            "只读取一个年度的 PDF / Only read the PDFs of one year folder.",
        ),
        "rebuild_warehouse": (
            dg.AssetSelection.assets(tables),
            "只重建并发布仓库 / Only rebuild and publish the warehouse.",
        ),
        "check_again": (
            dg.AssetSelection.groups(group("suites")),
            "只再检查一次全部年度 / Only run the checks again, over all years.",
        ),
        "write_book": (
            dg.AssetSelection.groups(group("book")),
            "写证据页 / Write the evidence pages of the published warehouse.",
        ),
        "write_export": (
            dg.AssetSelection.groups(group("export")),
            "写导出 / Write what is carried away of the published warehouse.",
        ),
    }
    jobs = {name: dg.define_asset_job(name, of, description=said) for name, (of, said) in parts.items()}
    renewal = sensors.renewal_of({"book": jobs["write_book"], "export": jobs["write_export"]})
    return dg.Definitions(
        assets=[raw_file, shelf, tables, book_of(places.sql), export_of(places.sql), *suite_assets],
        asset_checks=[season_is_complete],
        jobs=[update, *jobs.values()],
        sensors=[sensors.arrivals, sensors.season_watch, renewal, sensors.failures],
        schedules=[sensors.season],
        executor=dg.in_process_executor,
        resources={"settings": settings, "io_manager": as_json},
    )


# The UI shows the value of a setting, but only the name of a variable: the command may hold a secret.
_command = dg.EnvVar(COMMAND) if os.environ.get(COMMAND) else ""
defs = definitions(Settings.of(places_of(os.environ), _command))
progress.show(language_of(os.environ))
