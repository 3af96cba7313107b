"""A run from the command line keeps its events where Dagster looks for them."""

import dagster as dg

from pipelines.orchestration import event_log
from pipelines.orchestration.instance import instance

KEY = dg.AssetKey(["star", "dim_report"])


def test_what_one_connection_keeps_dagster_reads(places):
    with instance(places, is_heard=True) as heard:
        assert isinstance(heard.event_log_storage, event_log.OneConnection)
        for number in range(3):
            heard.report_runless_asset_event(dg.AssetMaterialization(KEY, metadata={"number": number}))
        assert len(event_log_engines(heard)) == 2  # the events of one run, and those of all: not one a statement
    with instance(places) as usual:
        assert not isinstance(usual.event_log_storage, event_log.OneConnection)
        latest = usual.get_latest_materialization_event(KEY)
        assert latest.asset_materialization.metadata["number"].value == 2
        assert len(usual.fetch_materializations(KEY, limit=10).records) == 3


def event_log_engines(opened: dg.DagsterInstance) -> dict:
    return opened.event_log_storage.__dict__["_engines"]
