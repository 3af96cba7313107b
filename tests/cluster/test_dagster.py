"""Runs of several machines stand in one history, in PostgreSQL, where a person says so in dagster.yaml."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import dagster as dg

from pipelines.orchestration.instance import instance
from pipelines.orchestration.reading_assets import list_years
from pipelines.raw_files import raw_files, year_folders
from pipelines.reading import batch, shelves
from pipelines.settings import PROJECT, Places
from tests.support.cluster import servers

SETTINGS = """storage:
  postgres:
    postgres_url: postgresql+psycopg2://{user}@{host}:{port}/{dbname}
telemetry:
  enabled: false
"""
"""As docs/scale.md says it."""


@dg.job(executor_def=dg.in_process_executor)
def small_job() -> None:
    """Do next to nothing."""

    @dg.op
    def look(context) -> None:
        context.log.info("looked")

    look()


def machine(folder: Path, settings: str) -> dg.DagsterInstance:
    """The instance of a machine of its own, with a warehouse folder of its own."""
    places = Places(folder / "raw", folder / "warehouse")
    places.dagster.mkdir(parents=True)
    (places.dagster / "dagster.yaml").write_text(settings, encoding="utf-8")
    return instance(places, is_heard=True)


def test_runs_of_two_machines_stand_in_one_history(tmp_path):
    servers.skip_without("initdb", "pg_ctl")
    with servers.postgres() as found:
        settings = SETTINGS.format(**dict(part.split("=") for part in found.split()))
        with machine(tmp_path / "one", settings) as one, machine(tmp_path / "two", settings) as two:
            done = small_job.execute_in_process(instance=one)
            assert [run.run_id for run in two.get_runs()] == [done.run_id]
            said = [entry.user_message for entry in two.all_logs(done.run_id)]
            assert "looked" in said, "its events are there too, and in no file of the first machine"


def test_years_are_read_side_by_side_into_one_shelf_and_one_history(tmp_path, monkeypatch):
    """Three machines, a year each, every one with a warehouse folder of its own: none waits for another, none loses what another keeps."""
    servers.skip_without("initdb", "pg_ctl", "rclone")
    with servers.postgres() as found, servers.object_store(tmp_path / "s3") as store:
        for name, value in store.environment.items():
            monkeypatch.setenv(name, value)
        settings = SETTINGS.format(**dict(part.split("=") for part in found.split()))
        raw, years = PROJECT / "raw", year_folders(PROJECT / "raw")
        with machine(tmp_path / "here", settings) as here:
            list_years(here, years)
        told = {
            **os.environ, "FINAL_ACCOUNTS_RAW": str(raw), "FINAL_ACCOUNTS_SHELF": f"s3://{servers.BUCKET}/shelf",
            "PYTHONPATH": str(PROJECT),
        }  # fmt: skip
        running = []
        for year in years:
            machine(tmp_path / year, settings).dispose()
            command = [sys.executable, "-m", "tests.support.cluster.read_one_year", year]
            own = told | {"FINAL_ACCOUNTS_WAREHOUSE": str(tmp_path / year / "warehouse")}
            running.append(
                subprocess.Popen(
                    command, cwd=PROJECT, env=own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
                )
            )
        said = [one.communicate()[0] for one in running]
        assert [one.returncode for one in running] == [0] * len(years), "\n".join(text[-1500:] for text in said)
        with machine(tmp_path / "there", settings) as there:
            runs = there.get_runs()
            assert Counter(run.status for run in runs) == {dg.DagsterRunStatus.SUCCESS: len(years)}
            assert sorted(run.tags["dagster/partition"] for run in runs) == years
            assert overlap(there.get_run_records()), "they ran at the same time"
        shared = replace(Places(raw, tmp_path / "there" / "warehouse"), shelf=told["FINAL_ACCOUNTS_SHELF"])
        assert batch.pending(raw_files(raw), shared) == []
        with shelves.open_shelf(shared) as shelf:
            assert len(shelf.list_kept(raw_files(raw))) == len(raw_files(raw)) > len(years) > 1


def overlap(runs: list[dg.RunRecord]) -> bool:
    """Whether the last to begin began before the first had ended."""
    return max(one.start_time for one in runs) < min(one.end_time for one in runs)
