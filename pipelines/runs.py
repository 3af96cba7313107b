"""Runs: the main job from the command line, over all years at once.

Belongs here: which partitions to run, in which order, the closing summary.
Does not belong here: the assets (definitions) or what they do.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import duckdb

from pipelines import batch, suites, warehouse
from pipelines.definitions import defs, fiscal_years
from pipelines.places import Places, raw_files, year_folders
from pipelines.telling import one_line
from pipelines.workers import Limits

_QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}
_DAGSTER_YAML = "telemetry:\n  enabled: false\nnux:\n  enabled: false\n"
TIERS = ("exact", "rounding", "improbable", "violation", "not_evaluable")


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
    _execute("build", dagster, config={"ops": {"warehouse": {"config": chosen}}})
    with warehouse.connect(places.database) as connection:
        years = [str(year) for year in suites.fiscal_years(connection)]
    dagster.add_dynamic_partitions(fiscal_years.name, years)
    for year in years:
        _execute("validate", dagster, year)


def _execute(job: str, dagster: dg.DagsterInstance, partition: str | None = None, config: dict | None = None) -> None:
    defs.resolve_job_def(job).execute_in_process(
        instance=dagster, partition_key=partition, run_config={**_QUIET, **(config or {})}
    )


def found_lines(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """One line a finding, the gravest first; what a person has set aside says so."""
    rows = connection.execute(
        "select if(is_waived, 'waived', 'finding'), severity, fiscal_year, unit_name, sentence_zh, waiver"
        " from findings.finding join star.dim_unit using (unit_key)"
        " order by fiscal_year, unit_name, list_position(['fatal', 'error', 'warning', 'info'], severity), page, finding_id"
    ).fetchall()
    for kind, severity, year, unit, sentence, waiver in rows:
        yield f"  {kind} ({severity}): {year} {unit} {sentence}{f' 搁置：{waiver}' if waiver else ''}"


def summary(database: Path) -> Iterator[str]:
    """The closing lines of a run: reports by status, quarantine with reasons, outcomes by tier, where it lies."""
    with warehouse.connect(database) as connection:
        fetch = lambda sql: connection.execute(sql).fetchall()  # noqa: E731
        statuses = fetch("select status, count(*) from reading.report group by status order by status")
        yield "Reports: " + (", ".join(f"{count} {status}" for status, count in statuses) or "none found")
        held = fetch(
            "select if(status = 'registered', 'registered', 'quarantine'), report.file, page, reason from reading.quarantine"
            " join reading.report on report.report_id = quarantine.sha256"
            " union all select 'doubt', file, page, reason from reading.doubt order by all"
        )
        for kind, file, page, reason in held:
            yield f"  {kind}: {one_line(file)}{f' page {page}' if page else ''}: {one_line(reason)}"
        numbers = fetch(
            "select count(*) filter (value is not null), count(*) filter (is_held and value is not null) from reading.amount"
        )
        yield f"Amounts: {numbers[0][0]} printed numbers with page and box, {numbers[0][1]} of them held"
        for file, numbers_printed, share in fetch(
            "select file, token_count, explained_share from star.dim_report order by file"
        ):
            yield f"  {one_line(file)}: {numbers_printed} numbers, {share or 0:.1%} explained"
        twice, unlike = fetch("select count(*), count(*) filter (outcome != 'same') from reading.opinion")[0]
        yield f"Second opinion: {twice} pages read again by the other reader, {unlike} of them not seen alike"
        tiers = dict(fetch("select outcome, count(*) from checks.outcome group by outcome"))
        yield "Outcomes: " + ", ".join(f"{tiers.get(tier, 0)} {tier}" for tier in TIERS)
        yield from map(one_line, found_lines(connection))
        yield f"Warehouse: {database}"
