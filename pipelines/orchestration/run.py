"""Run: the job `update` from the command line, over all years at once.

Belongs here: running it in this process and waiting for it. Does not belong here: what it does (update), the assets, the
closing lines (summary).
"""

from pipelines.orchestration.instance import instance
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.update import NoReports, update
from pipelines.settings import Limits, Places

__all__ = ["NoReports", "instance", "run"]

_QUIET = {"loggers": {"console": {"config": {"log_level": "ERROR"}}}}


def run(places: Places, workers: int, limits: Limits | None = None) -> None:
    """Read what is new below raw/, rebuild and publish the warehouse, run the suites on every fiscal year.

    workers: reading processes; limits: what one report may take.
    Raises NoReports for an empty raw folder, warehouse.NotPublished where our own blocking expectations fail, OSError
    where a folder cannot be used.
    """
    limits = limits or Limits()
    chosen = {"workers": workers, "time_limit": float(limits.seconds), "memory_limit": limits.memory, "tries": 1}
    ops = {name: {"config": chosen} for name in ("read_reports", "build_warehouse")}
    update.execute_in_process(
        instance=instance(places), resources={"settings": Settings.of(places)}, run_config={**_QUIET, "ops": ops}
    )
