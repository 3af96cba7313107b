"""Writes tests/snapshots/graph.json: the assets of the Dagster graph, what each reads and is checked by (`make docs`).

Belongs here: the graph as data. Does not belong here: comparing it (tests/orchestration/test_definitions.py).
"""

import json

from pipelines.orchestration.definitions import defs
from pipelines.settings import PROJECT

SNAPSHOT = PROJECT / "tests" / "snapshots" / "graph.json"


def graph() -> dict:
    """Asset → what it reads, its group and checks; and the jobs."""
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


def main() -> None:
    """Write the snapshot."""
    SNAPSHOT.write_text(json.dumps(graph(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(SNAPSHOT.relative_to(PROJECT))


if __name__ == "__main__":
    main()
