"""Instance: the Dagster instance kept below the warehouse folder, shared by the command line, the UI and its daemon.

Belongs here: its settings, runs whose process was killed. Does not belong here: the graph (definitions) or a run (run).
"""

import dagster as dg
import psutil

from pipelines.settings import Places

_HEADER = "# Written by pipelines/orchestration/instance.py at every start; without this line the file is yours and stays as it is.\n"
_FORMER = ("telemetry:\n  enabled: false\nnux:\n  enabled: false\n",)
"""What earlier versions wrote, without a header."""
_DAGSTER_YAML = f"""{_HEADER}telemetry:
  enabled: false
nux:
  enabled: false
python_logs:
  python_log_level: INFO # the terminal leaves out the hundreds of checks; the page of a run has every event
concurrency:
  runs:
    max_concurrent_runs: 1 # every run rebuilds the one warehouse, and reading takes all cores: the next one waits
run_monitoring:
  enabled: true # a run that never starts is given up, and the next one gets its turn
run_retries:
  enabled: true
  max_retries: 1 # a run whose process was killed goes on from what it has read
  retry_on_asset_or_op_failure: false # steps say themselves when they are worth another try
retention:
  sensor:
    purge_after_days:
      skipped: 1
"""
_UNDER_WAY = (dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING)


def instance(places: Places) -> dg.DagsterInstance:
    """The instance of a warehouse folder, its settings brought up to date, no run under way that has no process."""
    home = places.dagster
    home.mkdir(parents=True, exist_ok=True)
    config = home / "dagster.yaml"
    written = config.read_text(encoding="utf-8") if config.exists() else _HEADER
    if written.startswith(_HEADER) or written in _FORMER:
        config.write_text(_DAGSTER_YAML, encoding="utf-8")
    opened = dg.DagsterInstance.from_config(str(home))
    end_abandoned(opened)
    return opened


def end_abandoned(dagster: dg.DagsterInstance) -> None:
    """Mark runs as failed whose process is gone (kill -9, a power cut): they would keep their turn for ever."""
    for record in dagster.get_run_records(dg.RunsFilter(statuses=list(_UNDER_WAY))):
        if not _lives(dagster, record):
            dagster.report_run_failed(
                record.dagster_run,
                "The process of this run was killed. What it had read is kept; the next run goes on.",
            )


def _lives(dagster: dg.DagsterInstance, record: dg.RunRecord) -> bool:
    """Whether a process that the run's events name is there, and older than the run's start."""
    events = dagster.all_logs(record.dagster_run.run_id, of_type=dg.DagsterEventType.ENGINE_EVENT)
    named = [event.dagster_event.engine_event_data.metadata.get("pid") for event in events if event.dagster_event]
    pids = {int(str(pid.value)) for pid in named if pid}
    return any(_was_there(pid, record.create_timestamp.timestamp()) for pid in pids)


def _was_there(pid: int, moment: float) -> bool:
    try:
        return psutil.Process(pid).create_time() <= moment
    except psutil.Error:
        return False
