"""Asset checks: the suites as assets, their expectations as asset checks, a fiscal year each.

Belongs here: the checks of a suite, the check that a result becomes, whether a season is missing.
Does not belong here: what should hold (expectations/, sql/checks), running it (suites), the other assets (assets).
"""

import dagster as dg

from pipelines.orchestration import metadata, season
from pipelines.orchestration.groups import group
from pipelines.orchestration.metadata import Metadata
from pipelines.orchestration.reading_assets import fiscal_years
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.table_assets import asset_keys
from pipelines.outputs.documents import markdown
from pipelines.queries import Warehouse
from pipelines.settings import Places
from pipelines.warehouse import database, suites

_UNITS = 200
"""Units shown beside the season; questions.coverage has all of them."""


def suite_asset(places: Places, name: str) -> dg.AssetsDefinition:
    """A suite as an asset, each of its expectations as a check of it."""
    loaded = suites.suite(places, name)
    key = dg.AssetKey(["suites", name])

    @dg.asset(
        key=key,
        deps=asset_keys(places.sql, suites.reads(loaded, places.sql)),
        partitions_def=fiscal_years,
        group_name=group("suites"),
        kinds={"greatexpectations"},
        description=loaded.description,
        check_specs=[
            dg.AssetCheckSpec(
                e.name, asset=key, description=e.description, blocking=is_blocking(loaded, e), partitions_def=fiscal_years,
            )
            for e in loaded.expectations
        ],
    )  # fmt: skip
    def suite(context: dg.AssetExecutionContext, settings: Settings) -> dg.MaterializeResult:
        with database.open_published(settings.places) as warehouse:
            results = judge(warehouse, name, context.partition_key)
        checks = [check(loaded, result, settings.book_url) for result in results]
        return dg.MaterializeResult(metadata=metadata.of_suite(results), check_results=checks)

    return suite


def judge(warehouse: Warehouse, name: str, year: str) -> list[suites.Result]:
    """Run a suite of the published warehouse on a fiscal year; a partition that is no year has no reports."""
    return suites.validate(warehouse, name, int(year) if year.isdigit() else 0)


def check(suite: suites.Suite, result: suites.Result, book_url: str) -> dg.AssetCheckResult:
    """Make a suite's result a check: ERROR for a fault of ours and a fatal violation; WARN for others and where nothing was judged."""
    ours = is_blocking(suite, result.expectation) and result.outcome == suites.FAILS
    return dg.AssetCheckResult(
        asset_key=dg.AssetKey(["suites", suite.name]),
        check_name=result.expectation.name,
        passed=result.passed,
        severity=dg.AssetCheckSeverity.ERROR if ours or _is_fatal(result) else dg.AssetCheckSeverity.WARN,
        description=_sentence(result),
        metadata={
            **result.counts,
            "outcome": result.outcome,
            "severity": result.expectation.severity,
            **_evidence(result, book_url),
        },
    )


def _is_fatal(result: suites.Result) -> bool:
    """Whether one of the violations, which come gravest first, is fatal and nobody has set it aside."""
    if "severity" not in result.failing or result.failing.empty:
        return False
    gravest = result.failing.iloc[0]
    return bool(gravest["severity"] == "fatal" and not gravest["waived"])


def _sentence(result: suites.Result) -> str:
    """The first finding of a result and how many more there are, in one line of Markdown."""
    if result.outcome == suites.NOT_JUDGED:
        return f"没有可判断的，不算通过 / Nothing to judge, which is not passing: {result.expectation.description}"
    if "finding" not in result.failing or result.failing.empty:
        return result.expectation.description
    first, others = result.failing.iloc[0], len(result.failing) - 1
    more = f"（另有 {others} 处 / and {others} more）" if others else ""
    return markdown.text(f"{first['unit_name']} {first['finding']}") + more


def _evidence(result: suites.Result, book_url: str) -> Metadata:
    """The failing rows, and where the first finding is shown on a picture of its page."""
    if result.failing.empty:
        return {}
    shown: Metadata = {"failing": dg.MetadataValue.md(markdown.failing(result.failing, book_url))}
    if "finding_id" in result.failing:
        first = markdown.link(book_url, *result.failing[["report_id", "finding_id"]].iloc[0])
        shown["evidence"] = dg.MetadataValue.url(first)
    return shown


def is_blocking(suite: suites.Suite, expectation: suites.Expectation) -> bool:
    """Whether nothing is published where an expectation of a suite does not hold."""
    return suite.blocking and expectation.severity == "fatal"


@dg.asset_check(
    asset=dg.AssetKey(["star", "dim_report"]),
    description="公开季（次年7—11月）结束后，上年公开过的单位都有报告 / The season over, every unit that published the year before has published again.",
)
def season_is_complete(settings: Settings) -> dg.AssetCheckResult:
    """Whether every unit that published the year before has published the fiscal year whose season was the last to end."""
    return _season(settings.places)


def _season(places: Places) -> dg.AssetCheckResult:
    year = season.latest_ended(season.today())
    with database.open_published(places) as warehouse:
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


def evaluation(
    result: dg.AssetCheckResult, key: dg.AssetCheckKey, blocking: bool, year: str | None
) -> dg.AssetCheckEvaluation:
    """Make a result an event, for an op or a sensor, which is no run of the check's asset."""
    return dg.AssetCheckEvaluation(
        asset_key=key.asset_key,
        check_name=key.name,
        passed=result.passed,
        metadata=result.metadata,
        severity=result.severity,
        description=result.description,
        blocking=blocking,
        partition=year,
    )


def season_evaluation(places: Places) -> dg.AssetCheckEvaluation:
    """Look whether the last season is complete, and make the answer an event."""
    return evaluation(_season(places), season_is_complete.check_key, False, None)
