"""Asset checks: the suites as assets, each with one check over all fiscal years.

Belongs here: the check that the results of a suite become, whether a season is missing. Does not belong here: what should hold
(expectations/, sql/checks), judging it (warehouse.judging), the table of identities and years (suite_metadata), the other assets.
"""

from collections.abc import Iterator, Mapping

import dagster as dg

from pipelines.orchestration import season
from pipelines.orchestration.groups import group, owners
from pipelines.orchestration.metadata import Metadata
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.suite_metadata import of_suite
from pipelines.orchestration.table_assets import asset_keys
from pipelines.outputs.documents import markdown
from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.vocabulary import labels
from pipelines.warehouse import database, judging, suites

_NOTHING = "没有可判断的，不算通过 / Nothing to judge, which is not passing: "
_ROWS = 5
"""Failing rows shown of each expectation; checks.violation has all of them."""
_UNITS = 200
"""Units shown beside the season; questions.coverage has all of them."""


def check_name(suite: suites.Suite) -> str:
    """What the one check of a suite is called: N_prose, with the letter of its family; own_star of one about our own work."""
    return f"{suite.family or 'own'}_{suite.name}"


def suite_asset(places: Places, name: str) -> dg.AssetsDefinition:
    """A suite as an asset with one check of it, both over all fiscal years."""
    loaded = suites.suite(places, name)
    key = dg.AssetKey(["suites", name])

    @dg.asset(
        key=key,
        deps=asset_keys(places.sql, suites.reads(loaded, places.sql)),
        group_name=group("suites"),
        owners=owners("suites"),
        kinds={"greatexpectations"},
        description=loaded.description,
        check_specs=[
            dg.AssetCheckSpec(check_name(loaded), asset=key, description=loaded.description, blocking=loaded.blocking)
        ],
    )
    def suite(settings: Settings) -> dg.MaterializeResult:
        with database.open_published(settings.places) as warehouse:
            [made] = judging.judge(warehouse, [name])
        return dg.MaterializeResult(metadata=of_suite(made), check_results=[check(made, settings.book_url)])

    return suite


def check(judged: judging.Judged, book_url: str) -> dg.AssetCheckResult:
    """Make what came of a suite its check: ERROR for a fault of ours and a fatal violation; WARN for others and where nothing was judged."""
    failed = judged.failed
    ours = judged.suite.blocking and any(suites.is_fatal(one.expectation) for one in failed)
    return dg.AssetCheckResult(
        asset_key=dg.AssetKey(["suites", judged.suite.name]),
        check_name=check_name(judged.suite),
        passed=not failed and any(result.passed for result in judged.results),
        severity=dg.AssetCheckSeverity.ERROR if ours or judged.worst == "fatal" else dg.AssetCheckSeverity.WARN,
        description=_sentence(judged),
        metadata={**of_suite(judged), **_evidence(judged, book_url)},
    )


def _sentence(judged: judging.Judged) -> str:
    """The gravest finding of a suite and how many expectations do not hold, in one line of Markdown."""
    if not judged.failed:
        nothing = "" if any(result.passed for result in judged.results) else _NOTHING
        return nothing + judged.suite.description
    gravest, others = _gravest(judged), len(judged.failed) - 1
    more = f"（另有 {others} 条不成立 / and {others} more do not hold）" if others else ""
    if not gravest.failing or "finding" not in gravest.failing[0]:
        return gravest.expectation.description + more
    first = gravest.failing[0]
    return markdown.text(f"{first['unit_name']} {first['finding']}") + more


def _gravest(judged: judging.Judged) -> judging.Result:
    """The failed result with the gravest violation that nobody has set aside, which stands first in each."""
    severities = labels.keys("severity")

    def grade(result: judging.Result) -> int:
        first = result.failing[0] if result.failing else {}
        return (
            len(severities)
            if first.get("waived")
            else severities.index(first.get("severity", result.expectation.severity))
        )

    return min(judged.failed, key=grade)


def _evidence(judged: judging.Judged, book_url: str) -> Metadata:
    """The first failing rows of each expectation, and where the gravest finding is shown on a picture of its page."""
    if not judged.failed:
        return {}
    tables = [
        f"`{one.expectation.name}` {one.expectation.description}\n\n{markdown.failing(one.failing[:_ROWS], book_url)}"
        for one in judged.failed
    ]
    shown: Metadata = {"failing": dg.MetadataValue.md("\n\n".join(tables))}
    first = next(iter(_gravest(judged).failing), {})
    if "finding_id" in first:
        shown["evidence"] = dg.MetadataValue.url(markdown.link(book_url, first["report_id"], first["finding_id"]))
    return shown


@dg.asset_check(
    asset=dg.AssetKey(["star", "dim_report"]),
    description="公开季（次年7—11月）结束后，上年公开过的单位都有报告 / The season over, every unit that published the year before has published again.",
)
def season_is_complete(settings: Settings) -> dg.AssetCheckResult:
    """Whether every unit that published the year before has published the fiscal year whose season was the last to end."""
    with database.open_published(settings.places) as warehouse:
        return _season(warehouse)


def _season(warehouse: Warehouse) -> dg.AssetCheckResult:
    year = season.latest_ended(season.today())
    missing, published = season.missing_units(warehouse, year), season.count_published(warehouse, year)
    return dg.AssetCheckResult(
        passed=not missing and published > 0,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{year}年度：{published}个单位已公开，{len(missing)}个上年公开过的单位未见 / {published} units have published, {len(missing)} of the year before have not.",
        metadata={
            "fiscal_year": year,
            "published": published,
            "missing": len(missing),
            "units": dg.MetadataValue.md(markdown.table(["unit_name"], [[name] for name in missing[:_UNITS]])),
        },
    )


def evaluation(result: dg.AssetCheckResult, key: dg.AssetCheckKey, blocking: bool) -> dg.AssetCheckEvaluation:
    """Make a result an event, for an op or a sensor, which is no run of the check's asset."""
    return dg.AssetCheckEvaluation(
        asset_key=key.asset_key,
        check_name=key.name,
        passed=result.passed,
        metadata=result.metadata,
        severity=result.severity,
        description=result.description,
        blocking=blocking,
    )


def suite_events(
    warehouse: Warehouse, by: judging.By, book_url: str, shown: Mapping[dg.AssetKey, object]
) -> Iterator[dg.AssetMaterialization | dg.AssetCheckEvaluation]:
    """Judge all suites; yields the events that the suites' own assets yield, for an op: the check of each, and its table where that has changed.

    shown: suite → what the UI shows of it (suites_shown), which is not told again.
    """
    for made in judging.judge(warehouse, by=by):
        key = dg.AssetKey(["suites", made.suite.name])
        table = dg.AssetMaterialization(key, metadata=of_suite(made))
        if table.metadata != shown.get(key):
            yield table
        yield evaluation(check(made, book_url), dg.AssetCheckKey(key, check_name(made.suite)), made.suite.blocking)


def suites_shown(instance: dg.DagsterInstance) -> dict[dg.AssetKey, object]:
    """What the UI shows of each suite that was told of: that of the last event about it."""
    records = instance.get_asset_records([dg.AssetKey(["suites", name]) for name in suites.NAMES])
    told = {record.asset_entry.asset_key: record.asset_entry.last_materialization for record in records}
    return {
        key: event.asset_materialization.metadata
        for key, event in told.items()
        if event and event.asset_materialization
    }


def season_evaluation(warehouse: Warehouse) -> dg.AssetCheckEvaluation:
    """Look whether the last season is complete, and make the answer an event."""
    return evaluation(_season(warehouse), season_is_complete.check_key, False)
