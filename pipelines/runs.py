"""Runs: the main job from the command line, over all years at once.

Belongs here: which partitions to run, in which order.
Does not belong here: the assets (definitions) or what they do, the closing lines (closing).
"""

import os

import dagster as dg

from pipelines import batch, standing, suites, warehouse
from pipelines.definitions import defs, fiscal_years
from pipelines.places import Places, raw_files, year_folders
from pipelines.workers import Limits

_QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}
_DAGSTER_YAML = "telemetry:\n  enabled: false\nnux:\n  enabled: false\n"


def instance(places: Places) -> dg.DagsterInstance:
    """The Dagster instance kept below the warehouse folder, shared with the UI."""
    home = places.warehouse / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    config = home / "dagster.yaml"
    if not config.exists():
        config.write_text(_DAGSTER_YAML, encoding="utf-8")
    os.environ["DAGSTER_HOME"] = str(home)
    return dg.DagsterInstance.get()


class NoReports(Exception):
    """The raw folder holds no report at all: nothing is read, and the last warehouse stays."""


def run(places: Places, workers: int, limits: Limits | None = None) -> None:
    """Read what is new below raw/, rebuild and publish the warehouse, run the suites on every fiscal year.

    workers: reading processes; limits: what one report may take.
    Says which step it is at, as a step may take a minute.
    Raises NoReports for an empty raw folder, warehouse.NotPublished where our own blocking expectations fail, OSError
    where a folder cannot be used.
    """
    os.environ["FINAL_ACCOUNTS_RAW"] = str(places.raw)
    os.environ["FINAL_ACCOUNTS_WAREHOUSE"] = str(places.warehouse)
    files = raw_files(places.raw)
    if not files:
        raise NoReports(f"no report below {places.raw}: put PDFs into {places.raw}/<year>/; the last warehouse stays")
    limits = limits or Limits()
    dagster = instance(places)
    todo = {file.folder for file in batch.pending(files, places, limits)}
    dagster.add_dynamic_partitions(fiscal_years.name, year_folders(places.raw))
    chosen = {"workers": workers, "time_limit": float(limits.seconds), "memory_limit": limits.memory}
    for folder in sorted(todo):
        _execute("read", dagster, folder, {"ops": {"reading__shelf": {"config": chosen}}})
    print("[build] the star and its checks", flush=True)
    _execute("build", dagster, config={"ops": {"warehouse": {"config": chosen}}})
    with warehouse.connect(places.database) as connection:
        years = [str(year) for year in suites.fiscal_years(connection)]
    dagster.add_dynamic_partitions(fiscal_years.name, years)
    for year in years:
        print(f"[{year}] the suites", flush=True)
        _execute("validate", dagster, year)
    standing.keep(places, files, limits)


def _execute(job: str, dagster: dg.DagsterInstance, partition: str | None = None, config: dict | None = None) -> None:
    defs.resolve_job_def(job).execute_in_process(
        instance=dagster, partition_key=partition, run_config={**_QUIET, **(config or {})}
    )
