"""Instance: the Dagster instance kept below the warehouse folder, shared by the command line, the UI and its daemon.

Belongs here: its settings and whose they are, runs whose process was killed. Does not belong here: its databases (history),
the graph (definitions) or a run (run). Settings of Dagster may name any class of any module: who writes them runs code.
"""

import logging
import os
from pathlib import Path

import dagster as dg
import psutil
from dagster._core.instance.ref import InstanceRef

from pipelines.messages import Told, message
from pipelines.orchestration import event_log, history
from pipelines.publishing import turn, write_file
from pipelines.settings import Places
from pipelines.vocabulary import one_line

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


class NotUsable(Told):
    """Why the folder of the instance cannot be used and what a person can do, in a sentence."""


_HEARD = {
    "compute_logs": {"module": "dagster._core.storage.noop_compute_log_manager", "class": "NoOpComputeLogManager"}
}
"""What a step prints is not copied to a file: the terminal has it, and Dagster's copying brings processes that cry at Ctrl-C."""


def _overrides(home: Path, is_ours: bool) -> dict[str, dict]:
    """What the settings of a run from the command line have instead of those written down; a history of a person's own is theirs."""
    if not is_ours:
        return _HEARD
    kept = {"module": event_log.__name__, "class": event_log.OneConnection.__name__}
    return _HEARD | {"event_log_storage": kept | {"config": {"base_dir": str(home / history.RUNS)}}}


def instance(places: Places, *, is_heard: bool = False) -> dg.DagsterInstance:
    """The instance of a warehouse folder, its settings brought up to date, no run under way that has no process.

    is_heard: whether somebody hears what is printed, in a terminal, so that it need not be kept.

    A broken history is set aside, which is said, and a new one begun. Raises NotUsable, or OSError where the folder cannot
    be written to.
    """
    home = places.dagster
    home.mkdir(parents=True, exist_ok=True)
    is_ours = _write_settings(home / "dagster.yaml")
    with turn(home):
        if found := "; ".join(history.faults(home)):
            _set_aside(home, found)
        try:
            return _open(home, is_heard, is_ours)
        except Exception as error:
            if history.is_broken(error):
                _set_aside(home, history.in_one_line(error))
                return _open(home, is_heard, is_ours)
            if history.is_out_of_reach(error):
                raise NotUsable("history_not_usable", home=home, error=history.in_one_line(error)) from error
            if not is_ours:
                told = {"path": home / "dagster.yaml", "error": history.in_one_line(error)}
                raise NotUsable("settings_not_accepted", **told) from error
            raise


def _write_settings(config: Path) -> bool:
    """Bring our settings up to date; returns whether they are ours and not a person's own. Raises NotUsable."""
    for path in (config.parent, config):
        _refuse_foreign(path)
    written = config.read_text(encoding="utf-8", errors="replace") if config.exists() else _HEADER
    is_ours = written.startswith(_HEADER) or written in _FORMER
    if is_ours and written != _DAGSTER_YAML:
        write_file(config, _DAGSTER_YAML.encode())
    return is_ours


def _refuse_foreign(path: Path) -> None:
    """Raise NotUsable where a file, or what a link leads to, is another user's; root may do anything already."""
    for look in (path.lstat, path.stat):
        try:
            owner = look().st_uid
        except FileNotFoundError:
            return
        if owner not in (os.geteuid(), 0):
            raise NotUsable("settings_of_another_user", path=path, owner=owner)


def _open(home: Path, is_heard: bool, is_ours: bool) -> dg.DagsterInstance:
    """Open the instance, with the parts that its settings name, so that one which is not there is told now."""
    settings = InstanceRef.from_dir(str(home), overrides=_overrides(home, is_ours) if is_heard else None)
    opened = dg.DagsterInstance.from_ref(settings)
    for part in ("run_launcher", "run_coordinator", "scheduler", "compute_log_manager"):
        getattr(opened, part)
    end_abandoned(opened)
    return opened


def _set_aside(home: Path, found: str) -> None:
    aside = history.set_aside(home)
    logging.getLogger(__name__).warning(message("history_set_aside", aside=aside, found=one_line(found)))


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
