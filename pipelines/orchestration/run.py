"""Run: the job `update_warehouse` from the command line, over all years at once.

Belongs here: running it in this process and waiting for it. Does not belong here: what it does (update), the assets, the
closing lines (cli.summary).
"""

import dagster as dg

from pipelines.limits import Limits
from pipelines.orchestration import history
from pipelines.orchestration.instance import NotUsable, instance
from pipelines.orchestration.resources import Settings
from pipelines.orchestration.update import update
from pipelines.reading import crews
from pipelines.settings import Places

__all__ = ["NotUsable", "instance", "run"]

_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
"""What fails is raised, and told by the command in a sentence; the page of the run has Dagster's stack trace of it."""


def run(places: Places, workers: int, limits: Limits | None = None, may_shrink: bool = False) -> None:
    """Read what is new below raw/, rebuild and publish the warehouse, run the suites over all years.

    workers: reading processes; limits: what one report may take; may_shrink: whether more than a tenth of the published
    reports may be gone. Raises what build.build raises, OSError where a folder cannot be used, NotUsable where Dagster's own
    cannot, KeyboardInterrupt where a signal says to stop.
    """
    limits = limits or Limits()
    chosen = {"workers": workers, "time_limit": float(limits.seconds), "memory_limit": limits.memory, "tries": 1}
    ops = {"read_reports": {"config": chosen}, "build_warehouse": {"config": chosen | {"shrink": may_shrink}}}
    settings = {"settings": Settings.of(places)}
    opened = instance(places, is_heard=True)
    try:
        with crews.kept():
            update.execute_in_process(instance=opened, resources=settings, run_config={**_QUIET, "ops": ops})
    except dg.DagsterExecutionInterruptedError as stopped:
        raise KeyboardInterrupt from stopped
    except Exception as error:
        if history.is_out_of_reach(error) or history.is_broken(error):
            raise NotUsable("history_not_usable", home=places.dagster, error=history.in_one_line(error)) from error
        raise
