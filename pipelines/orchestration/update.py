"""Update: one run over the years whose files changed, read → build → judge.

Belongs here: the job `update` and its ops, which years a change of files touches. Does not belong here: reading, building,
judging themselves (assets, asset_checks), what starts a run (sensors, run).
Ops, not assets: a run of assets has one year at most, and this one has as many as changed. Each op reports the assets it
makes, a year each, as the assets' own jobs do. What a failed run has read is kept: tried again, it goes on from there.
"""

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass

import dagster as dg

from pipelines import publishing
from pipelines.findings import read_waivers
from pipelines.messages import message
from pipelines.orchestration import metadata, progress
from pipelines.orchestration.asset_checks import check, evaluation, is_blocking, judge, season_evaluation
from pipelines.orchestration.reading_assets import FISCAL_YEAR, ReadingConfig, read_folder, retrying
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.table_assets import BuildingConfig, build_tables, show_tables
from pipelines.queries import Warehouse
from pipelines.reading import batch
from pipelines.settings import UNFILED, Places, raw_files, year_folders
from pipelines.warehouse import database, freshness, shrinking, suites, versions


class UpdateConfig(ReadingConfig):
    """folders: the year folders whose files changed; none where it is not known, and all years are judged."""

    folders: list[str] | None = None


OTHER_CODE = message("run_other_code")
"""Said before what that version read is read again, and all is built anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one op hands to the next: the folders that changed, the fingerprint of the files read, limits of a report.

    database: the marks of the warehouse that was built, once it is. judged: fiscal year → what the suites last saw of it
    (suites.states); none where that is not known.
    """

    folders: list[str]
    made_of: str
    limits: batch.Limits
    database: list[int]
    judged: dict[str, str]

    def as_json(self) -> dict:
        """As values that JSON knows."""
        return asdict(self)

    @classmethod
    def of(cls, handed: dict) -> "Batch":
        """What was handed on."""
        return cls(**handed | {"limits": batch.Limits(**handed["limits"])})


@dg.op(
    description="读取：变动年度中尚未读取的报告 / Read what is new: the changed years, and what an earlier run did not get to."
)
def read_reports(
    context: dg.OpExecutionContext, config: UpdateConfig, settings: Settings
) -> Iterator[dg.AssetMaterialization | dg.Output]:
    """Read every report this code version has not read; yields the Batch."""
    places, limits = settings.places, config.limits()
    with retrying(config.tries):
        files = raw_files(places.raw)
    read_waivers(places.expectations)  # one that cannot be read is said before anything is done
    versions.read_pins(places.expectations)
    if not files:
        raise shrinking.NoReports("no_reports", raw=places.raw, stays=shrinking.stays(places))
    if places.note.exists() and not freshness.is_of_this_code(places, limits):
        progress.LOG.info(OTHER_CODE)
    changed = config.folders or []
    unread = {file.folder for file in batch.pending(files, places, limits)}
    context.instance.add_dynamic_partitions(FISCAL_YEAR, sorted({*year_folders(places.raw), *changed}))
    for folder in sorted(unread.union(changed)):
        shown = read_folder(places, folder, config, context.log)
        yield dg.AssetMaterialization(["reading", "shelf"], partition=folder, metadata=shown)
    made_of = freshness.fingerprint(places, files, limits)
    done = Batch(folders=changed, made_of=made_of, limits=limits, database=[], judged={})
    yield dg.Output(done.as_json())


@dg.op(description="建库：重建全部表并发布 / Build all tables aside and publish the warehouse.")
def build_warehouse(
    config: BuildingConfig, settings: Settings, batch: dict
) -> Iterator[dg.AssetMaterialization | dg.Output]:
    """Rebuild from the files now below raw/."""
    progress.LOG.info(message("run_build"))
    places = settings.places
    judged = _states(places) if freshness.is_as_judged(places, config.limits()) else {}
    counts = build_tables(places, config)
    built = freshness.mark(places)
    for table, shown in show_tables(places, counts):
        yield dg.AssetMaterialization(table.split("."), metadata=shown)
    yield dg.Output(batch | {"database": built, "judged": judged})


@dg.op(
    description="检查：变动年度及其前后年度的勾稽关系 / Judge the years touched: those that changed and those beside them."
)
def judge_years(
    context: dg.OpExecutionContext, settings: Settings, batch: dict
) -> Iterator[dg.AssetMaterialization | dg.AssetCheckEvaluation | dg.Output]:
    """Run the suites on each year; notes what the warehouse is made of where raw/ is still as it was read."""
    places, done = settings.places, Batch.of(batch)
    years = _years(places, done)
    context.instance.add_dynamic_partitions(FISCAL_YEAR, years)
    with database.open_published(places) as warehouse:
        for year in years:
            progress.LOG.info(message("run_year", year=year))
            for name in suites.NAMES:
                yield from _suite_events(warehouse, name, year)
    yield season_evaluation(places)
    _note(places, done)
    yield dg.Output(None)


def _note(places: Places, done: Batch) -> None:
    """Note what the warehouse is made of, where raw/ is as it was read and no former warehouse was put in its place since."""
    files = raw_files(places.raw)
    with publishing.turn(places.database):
        if (
            freshness.fingerprint(places, files, done.limits) == done.made_of
            and freshness.mark(places) == done.database
        ):
            freshness.keep(places, files, done.limits)


def _years(places: Places, batch: Batch) -> list[str]:
    with database.open_published(places) as warehouse:
        if batch.folders and UNFILED not in batch.folders and freshness.is_of_this_code(places, batch.limits):
            return years_touched(warehouse, batch.folders)
        now = suites.states(warehouse)
        return [str(year) for year in suites.fiscal_years(warehouse) if now[year] != batch.judged.get(str(year))]


def _states(places: Places) -> dict[str, str]:
    """What the suites see of each fiscal year in the published warehouse."""
    with database.open_published(places) as warehouse:
        return {str(year): state for year, state in suites.states(warehouse).items()}


def years_touched(warehouse: Warehouse, folders: Collection[str]) -> list[str]:
    """The fiscal years whose checks a change in year folders can alter.

    Those the folders name or hold reports of, and, for reports are compared with the year before, those beside them.
    """
    found = warehouse.rows("orchestration/years_of_folders", folders=list(folders))
    held = {row["fiscal_year"] for row in found}
    changed = held | {int(folder) for folder in folders if folder.isdigit()}
    beside = {year + step for year in changed for step in (-1, 1)}
    return [str(year) for year in sorted(changed | beside.intersection(suites.fiscal_years(warehouse)))]


def _suite_events(
    warehouse: Warehouse, name: str, year: str
) -> Iterator[dg.AssetMaterialization | dg.AssetCheckEvaluation]:
    """Run a suite on a year; yields its results as the events that the suite's own asset yields."""
    places, results = warehouse.places, judge(warehouse, name, year)
    suite = suites.suite(places, name)
    yield dg.AssetMaterialization(["suites", name], partition=year, metadata=metadata.of_suite(results))
    for result in results:
        key = dg.AssetCheckKey(dg.AssetKey(["suites", name]), result.expectation.name)
        yield evaluation(check(suite, result, places.book_url), key, is_blocking(suite, result.expectation), year)


@dg.job(
    executor_def=dg.in_process_executor,
    description="更新：读取变动的年度、重建仓库、检查这些年度 / Update: read the years whose files changed, rebuild, judge those years.",
)
def update() -> None:
    """Read, build, judge."""
    judge_years(build_warehouse(read_reports()))
