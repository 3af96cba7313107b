"""Definitions: all that Dagster is told: assets, jobs, sensors, schedules.

Belongs here: the jobs. Does not belong here: assets (assets, judgements), the run over many years (updating), what starts
one (triggers).
"""

import dagster as dg

from pipelines import triggers
from pipelines.assets import book, export, raw_file, shelf, tables
from pipelines.judgements import season_is_complete, validated
from pipelines.updating import update

defs = dg.Definitions(
    assets=[raw_file, shelf, tables, book, export, *validated],
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
            "build", dg.AssetSelection.assets(tables), description="重建并发布仓库 / Rebuild and publish the warehouse."
        ),
        dg.define_asset_job(
            "validate",
            dg.AssetSelection.groups("suites"),
            description="一个年度的期望套件 / Run the suites on one fiscal year.",
        ),
        dg.define_asset_job(
            "write_book",
            dg.AssetSelection.groups("book"),
            description="证据册 / Write the evidence pages of the published warehouse.",
        ),
        dg.define_asset_job(
            "write_export",
            dg.AssetSelection.groups("export"),
            description="导出 / Write what is carried away of the published warehouse.",
        ),
    ],
    sensors=[triggers.arrivals, triggers.season_watch, triggers.failures],
    schedules=[triggers.season],
    executor=dg.in_process_executor,
)
