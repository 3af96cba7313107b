"""Update: one run over what changed, read → build → judge.

Belongs here: the job `update_warehouse` and its ops. Does not belong here: reading, building, judging themselves (reading_assets,
table_assets, asset_checks), what starts a run (sensors, run).
Ops, not assets: a run of assets reads one year at most, and this one as many as changed. Each op reports the assets it
makes, as the assets' own jobs do. What a failed run has read is kept: tried again, it goes on from there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import dagster as dg

from pipelines import publishing
from pipelines.findings import read_waivers
from pipelines.messages import message
from pipelines.orchestration import progress
from pipelines.orchestration.asset_checks import season_evaluation, suite_events, suites_shown
from pipelines.orchestration.reading_assets import ReadingConfig, list_years, read_folder, retrying
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.table_assets import BuildingConfig, State, build_tables, changed, show_tables, states
from pipelines.raw_files import raw_files, year_folders
from pipelines.reading import batch, joined, joining
from pipelines.settings import Places
from pipelines.warehouse import confirmations, database, freshness, judging, shrinking, versions


class UpdateConfig(ReadingConfig):
    """folders: the year folders whose files changed; none where it is not known."""

    folders: list[str] | None = None


NAME = "update_warehouse"
OTHER_CODE = message("run_other_code")
"""Said before what that version read is read again, and all is built anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one op hands to the next: the fingerprint of the files read, limits of a report.

    database: the marks of the warehouse that was built, once it is. is_known: whether the one before it was made and judged by
    this code, so that Great Expectations has judged all of it once.
    """

    made_of: str
    limits: batch.Limits
    database: list[int]
    is_known: bool

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
    confirmations.read_confirmations(places.expectations)
    if not files:
        raise shrinking.NoReports("no_reports", raw=places.raw, stays=shrinking.stays(places))
    if places.note.exists() and not freshness.is_of_this_code(places, limits):
        progress.LOG.info(OTHER_CODE)
    changed = config.folders or []
    due = {*files, *joined(places, files)}
    unread = Counter(file.folder for file in batch.pending(sorted(due, key=lambda file: file.name), places, limits))
    list_years(context.instance, {*year_folders(places.raw), *changed})
    before = 0
    for folder in sorted({*unread, *changed, *joining.unlisted(places, files)}):
        shown = read_folder(places, folder, config, context.log, before, unread.total())
        before += unread[folder]
        yield dg.AssetMaterialization(["reading", "shelf"], partition=folder, metadata=shown)
    made_of = freshness.fingerprint(places, files, limits)
    done = Batch(made_of=made_of, limits=limits, database=[], is_known=False)
    yield dg.Output(done.as_json())


@dg.op(description="建库：重建全部表并发布 / Build all tables aside and publish the warehouse.")
def build_warehouse(
    config: BuildingConfig, settings: Settings, batch: dict
) -> Iterator[dg.AssetMaterialization | dg.Output]:
    """Rebuild from the files now below raw/."""
    progress.LOG.info(message("run_build"))
    places = settings.places
    is_known = freshness.is_as_judged(places, config.limits())
    before = _states(places) if is_known else None
    counts = build_tables(places, config)
    built = freshness.mark(places)
    with database.open_published(places) as warehouse:
        told = counts if before is None else changed(counts, before, states(warehouse))
        for table, shown in show_tables(warehouse, told):
            yield dg.AssetMaterialization(table.split("."), metadata=shown)
    yield dg.Output(batch | {"database": built, "is_known": is_known})


def _states(places: Places) -> dict[str, State]:
    """The states of the tables that are published now."""
    with database.open_published(places) as warehouse:
        return states(warehouse)


@dg.op(out={}, description="检查：各年度的全部勾稽关系 / Judge: every suite over all years.")
def judge(
    context: dg.OpExecutionContext, settings: Settings, batch: dict
) -> Iterator[dg.AssetMaterialization | dg.AssetCheckEvaluation]:
    """Run the suites; notes what the warehouse is made of where raw/ is still as it was read."""
    places, done = settings.places, Batch.of(batch)
    progress.LOG.info(message("run_suites"))
    with database.open_published(places) as warehouse:
        shown = suites_shown(context.instance) if done.is_known else {}
        yield from suite_events(warehouse, _who_judges(places, done), places.book_url, shown)
        yield season_evaluation(warehouse)
    _note(places, done)


def _who_judges(places: Places, done: Batch) -> judging.By:
    """Great Expectations where all is new; else we ourselves, and it where it alone can."""
    if not done.is_known:
        return judging.By.LIBRARY
    return judging.By.GUARDED if freshness.mark(places) == done.database else judging.By.KINDS


def _note(places: Places, done: Batch) -> None:
    """Note what the warehouse is made of, where raw/ is as it was read and no former warehouse was put in its place since."""
    files = raw_files(places.raw)
    with publishing.turn(places.database):
        if (
            freshness.fingerprint(places, files, done.limits) == done.made_of
            and freshness.mark(places) == done.database
        ):
            freshness.keep(places, files, done.limits)


@dg.job(
    name=NAME,
    executor_def=dg.in_process_executor,
    description="平常只按这一个：读取新文件、重建仓库、检查全部年度 / The one to press: read what is new, rebuild, check all years.",
)
def update() -> None:
    """Read, build, judge."""
    judge(build_warehouse(read_reports()))
