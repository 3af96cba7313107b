"""The Dagster graph: raw → reading → star → checks → suites, as a snapshot; a change of lineage shows as a diff."""

import json
import subprocess
import sys
from pathlib import Path

import dagster as dg

from pipelines import catalogue, suites
from pipelines.definitions import defs
from pipelines.places import PROJECT

SNAPSHOT = Path(__file__).parent / "snapshots" / "graph.json"


def graph() -> dict:
    layer = defs.resolve_asset_graph()
    return {
        "assets": {
            key.to_user_string(): {
                "reads": sorted(parent.to_user_string() for parent in layer.get(key).parent_keys),
                "group": layer.get(key).group_name,
                "partitioned": layer.get(key).is_partitioned,
                "checks": sorted(check.name for check in layer.asset_check_keys if check.asset_key == key),
            }
            for key in sorted(layer.get_all_asset_keys())
        },
        "jobs": sorted(job.name for job in defs.resolve_all_job_defs() if not job.name.startswith("__")),
    }


def test_graph_is_the_snapshot():
    """To accept a change on purpose: python -m tests.test_definitions"""
    assert graph() == json.loads(SNAPSHOT.read_text(encoding="utf-8"))


def test_lineage_leads_from_raw_to_every_suite():
    layer = defs.resolve_asset_graph()

    def ancestors(key: dg.AssetKey) -> set[dg.AssetKey]:
        parents = layer.get(key).parent_keys
        return set(parents).union(*(ancestors(parent) for parent in parents))

    for suite in suites.NAMES:
        found = {key.path[0] for key in ancestors(dg.AssetKey(["suites", suite]))}
        assert {"raw", "reading"} <= found
    assert found == {"raw", "reading", "reference", "star", "checks", "findings"}


def test_one_check_per_identity_and_all_described():
    layer = defs.resolve_asset_graph()
    families = {dg.AssetKey(["suites", name]): family for family, (name, _, _) in catalogue.FAMILIES.items()}
    names = {(families[k.asset_key], k.name) for k in layer.asset_check_keys if k.asset_key in families}
    assert names == {(i.family, i.identity_id.replace("-", "_")) for i in catalogue.identities()}
    assert all(layer.get(key).description for key in layer.get_all_asset_keys())


def test_dg_check_defs_passes():
    dg_command = Path(sys.executable).with_name("dg")
    done = subprocess.run([dg_command, "check", "defs"], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


if __name__ == "__main__":
    SNAPSHOT.parent.mkdir(exist_ok=True)
    SNAPSHOT.write_text(json.dumps(graph(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
