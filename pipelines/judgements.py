"""Judgements: the suites as assets, their expectations as asset checks, a fiscal year each.

Belongs here: which tables a suite reads, its checks, a result told as a check. Does not belong here: what should hold
(expectations/, sql/checks), running it (suites), the other assets (assets).
"""

import dagster as dg

from pipelines import markdown, suites, warehouse
from pipelines.assets import fiscal_years
from pipelines.models import models
from pipelines.places import from_environment

_SUITE_READS = {
    "reading": [["reading", "amount"], ["reading", "quarantine"], ["reading", "report"]],
    "star": [[model.schema, model.name] for model in models() if model.schema == "star"],
}
_FAMILY_READS = [["checks", "liveness"], ["checks", "violation"], ["findings", "finding"], ["findings", "symptom"]]


def _suite_asset(name: str) -> dg.AssetsDefinition:
    loaded = suites.suite(name)
    key = dg.AssetKey(["suites", name])

    @dg.asset(
        key=key,
        deps=[dg.AssetKey(table) for table in _SUITE_READS.get(name, _FAMILY_READS)],
        partitions_def=fiscal_years,
        group_name="suites",
        kinds={"greatexpectations"},
        description=loaded.description,
        check_specs=[
            dg.AssetCheckSpec(
                e.name, asset=key, description=e.description, blocking=is_blocking(name, e), partitions_def=fiscal_years,
            )
            for e in loaded.expectations
        ],
    )  # fmt: skip
    def validated(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
        results = judge(name, context.partition_key)
        return dg.MaterializeResult(metadata=counted(results), check_results=[check(name, r) for r in results])

    return validated


def judge(name: str, year: str) -> list[suites.Result]:
    """Run a suite of the published warehouse on a fiscal year; a partition that is no year has no reports."""
    with warehouse.connect(from_environment().database) as connection:
        return suites.validate(connection, name, int(year) if year.isdigit() else 0)


def counted(results: list[suites.Result]) -> dict[str, int]:
    """What is told beside a suite."""
    return {"expectations": len(results), "failed": sum(not r.passed for r in results)}


def check(name: str, result: suites.Result) -> dg.AssetCheckResult:
    """A result as a check of a suite: ERROR for a fault of ours, WARN for the publisher's arithmetic."""
    ours = is_blocking(name, result.expectation)
    return dg.AssetCheckResult(
        asset_key=dg.AssetKey(["suites", name]),
        check_name=result.expectation.name,
        passed=result.passed,
        severity=dg.AssetCheckSeverity.ERROR if ours else dg.AssetCheckSeverity.WARN,
        description=result.expectation.description,
        metadata={
            **result.counts,
            "severity": result.expectation.severity,
            "failing": dg.MetadataValue.md(markdown.failing(result.failing)),
        },
    )


def is_blocking(name: str, expectation: suites.Expectation) -> bool:
    """Whether nothing is published where it does not hold."""
    return suites.suite(name).blocking and expectation.severity == "critical"


validated = [_suite_asset(name) for name in suites.NAMES]
