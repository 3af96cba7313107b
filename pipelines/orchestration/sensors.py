"""Sensors: what starts a run while nobody is there, and what reports one that failed.

Belongs here: the sensor on raw/ (`arrivals`), the schedule of the disclosure season, the look for a missing season,
what is written anew after a run (`renewal`), the notice of a failure.
Does not belong here: the run (update), what has changed (raw_folder), where a notice goes (failure_notices).
"""

from collections.abc import Mapping
from datetime import UTC, datetime

import dagster as dg
from dagster._core.definitions.unresolved_asset_job_definition import UnresolvedAssetJobDefinition

from pipelines.limits import Limits
from pipelines.messages import Message, message
from pipelines.orchestration import failure_notices, raw_folder
from pipelines.orchestration.asset_checks import season_evaluation
from pipelines.orchestration.output_assets import due
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.season import ZONE
from pipelines.orchestration.update import update
from pipelines.raw_files import NotListed, raw_files
from pipelines.settings import Places
from pipelines.warehouse import database, freshness

_LOOK_EVERY = 15
"""Seconds between two looks at raw/: two that see the same make a run, so a report waits half a minute for it."""
_ASK_EVERY = 6 * 3600
"""Seconds between two looks at the calendar."""
_UNFINISHED = [
    status for status in dg.DagsterRunStatus
    if status not in (dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED)
]  # fmt: skip


# On from the start: who opens the UI and puts a PDF into raw/ waits for it to arrive. A run that nobody needed costs
# nothing, for a warehouse made of these very files is left as it stands.
@dg.sensor(
    job_name=update.name,
    minimum_interval_seconds=_LOOK_EVERY,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="原始文件有增减或更换时，对变动的年度发起一次更新 / Asks for one run for the years whose files were added, replaced or removed.",
)
def arrivals(context: dg.SensorEvaluationContext, settings: Settings) -> dg.SensorResult:
    """Ask for one run once the files have stopped arriving and no other run is under way."""
    places = settings.places
    known = raw_folder.watch(context.cursor)
    try:
        now = raw_folder.state(places.raw)
    except NotListed as error:
        return _wait(error.message, known)
    folders = known.changed_folders(now)
    if not folders:
        return _wait(message("skip_nothing_changed"), known.look(now))
    if not now:
        return _wait(message("skip_no_report", raw=places.raw), known.look(now))
    if not known.is_settled(now):
        return _wait(message("skip_arriving", folders=", ".join(folders)), known.look(now))
    if context.instance.get_runs_count(dg.RunsFilter(job_name=update.name, statuses=_UNFINISHED)):
        return _wait(message("skip_under_way"), known)
    if _is_current(places):
        return _wait(message("skip_current"), known.ask(now))
    request = dg.RunRequest(
        run_config={"ops": {"read_reports": {"config": {"folders": folders}}}}, tags={"years": ", ".join(folders)}
    )
    return dg.SensorResult([request], cursor=known.ask(now).text())


def _wait(why: Message, watch: raw_folder.Watch) -> dg.SensorResult:
    return dg.SensorResult(skip_reason=why.both, cursor=watch.text())


def _is_current(places: Places) -> bool:
    return freshness.is_current(places, raw_files(places.raw), Limits())


# Central ministries publish in July, provinces in August and September, cities, districts and counties until November:
# a department has 20 days from the day its accounts are approved (预算法 第十四条). Early morning: what was published by
# the evening is there, and the machine is free.
@dg.schedule(
    job=update,
    cron_schedule="30 5 * 7-11 *",
    execution_timezone=ZONE,
    default_status=dg.DefaultScheduleStatus.STOPPED,
    description="决算公开季（7—11月）每日清晨更新一次，默认关闭 / Daily in the disclosure season; off: the sensor on raw/ does not wait until morning.",
)
def season(settings: Settings) -> dg.RunRequest | dg.SkipReason:
    """Ask for a run over all years, unless the warehouse is made of these very files by this very code."""
    try:
        is_current = _is_current(settings.places)
    except NotListed as error:
        return dg.SkipReason(error.message.both)
    return dg.SkipReason(message("skip_current").both) if is_current else dg.RunRequest()


@dg.sensor(
    minimum_interval_seconds=_ASK_EVERY,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="公开季结束后检查上年公开过的单位是否都有报告 / Looks whether a season is missing: a check that fails by the calendar, when nothing arrives and nothing runs.",
)
def season_watch(settings: Settings) -> dg.SensorResult:
    """Make the check star/dim_report: season_is_complete without a run."""
    if not database.is_published(settings.places):
        return dg.SensorResult(skip_reason=message("skip_no_warehouse").both)
    with database.open_published(settings.places) as warehouse:
        return dg.SensorResult(asset_events=[season_evaluation(warehouse)])


def renewal_of(jobs: Mapping[str, dg.JobDefinition | UnresolvedAssetJobDefinition]) -> dg.SensorDefinition:
    """What has the book and the export written anew once a run has published; jobs: those that write each.

    What nobody has made is not made: it may take long, and the desk shows all of it.
    """

    @dg.run_status_sensor(
        run_status=dg.DagsterRunStatus.SUCCESS,
        name="renewal",
        monitored_jobs=[update],
        request_jobs=[*jobs.values()],
        default_status=dg.DefaultSensorStatus.RUNNING,
        description="更新之后，重写已有而较旧的证据册与导出 / After an update, writes the book and the export anew where they are there and older.",
    )
    def renewal(settings: Settings) -> list[dg.RunRequest] | dg.SkipReason:
        asked = [dg.RunRequest(job_name=jobs[name].name) for name in due(settings.places)]
        return asked or dg.SkipReason(message("skip_nothing_older").both)

    return renewal


@dg.run_failure_sensor(
    name="failures",
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="运行失败时记入 warehouse/failures.jsonl 并通知 / Tells of a failed run: a line in warehouse/failures.jsonl, and the command FINAL_ACCOUNTS_ON_FAILURE.",
)
def failures(context: dg.RunFailureSensorContext, settings: Settings) -> None:
    """Send a notice of a failed run."""
    steps = context.get_step_failure_events()
    causes = "; ".join(f"{event.step_key}: {_cause(event)}" for event in steps) or context.failure_event.message
    run = context.dagster_run
    notice = failure_notices.Notice(f"{datetime.now(UTC):%F %T}", run.job_name, run.run_id, causes or "")
    failure_notices.send(settings.places, notice, settings.on_failure)


def _cause(event: dg.DagsterEvent) -> str:
    """What the step itself met, below what Dagster says around it."""
    error = event.step_failure_data.error
    while error and error.cause:
        error = error.cause
    return error.message.strip() if error else event.message or ""
