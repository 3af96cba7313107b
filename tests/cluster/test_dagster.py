"""Runs of several machines stand in one history, in PostgreSQL, where a person says so in dagster.yaml."""

from pathlib import Path

import dagster as dg

from pipelines.orchestration.instance import instance
from pipelines.settings import Places
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
