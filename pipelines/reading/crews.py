"""Crews: who reads: processes of this machine, or those of a Ray cluster.

Belongs here: what a crew can do, which of the two a run has. Does not belong here: processes and their limits (workers), Ray
(ray_crew), what a task is (batch).
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Protocol

from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.messages import Told
from pipelines.reading import pool, workers
from pipelines.settings import RAY


class NotInstalled(Told):
    """The library of an engine is not installed, and how it is."""


class Crew(Protocol):
    """Runs tasks under limits, each in a process of its own."""

    limits: Limits

    def submit(
        self, task: Callable, *arguments: object, opens: Callable[[object], object] = lambda value: value
    ) -> Future:
        """Run a task; its Future gives and raises what that of workers.Crew does."""
        ...


@contextmanager
def crew(engine: str, size: int, limits: Limits, cage: Cage | None = None) -> Iterator[Crew]:
    """The crew of an engine, ended when left; size: how many tasks side by side on this machine. Raises NotInstalled, NoCluster."""
    if engine == RAY:
        with _ray().crew(limits, cage) as cluster:
            yield cluster
    else:
        with workers.crew(size, limits, cage) as own:
            yield own


def each(engine: str, task: Callable, arguments: Iterable[tuple], size: int = 1) -> Iterator[object]:
    """What a task of our own gives for each of these arguments, as each is done: so many side by side on this machine, or all on a cluster.

    size: 1 for this very process. It has no limits and no cage: it opens no report. Raises what it raised; NotInstalled, NoCluster.
    """
    asked = list(arguments)
    if engine == RAY:
        yield from _ray().each(task, asked)
    elif min(size, len(asked)) <= 1:
        for one in asked:
            yield task(*one)
    else:
        yield from pool.side_by_side(task, asked, size)


def _ray() -> ModuleType:
    """The module that knows Ray, imported where it is asked for; raises NotInstalled."""
    if find_spec("ray") is None:
        raise NotInstalled("engine_lacking", engine=RAY)
    from pipelines.reading import ray_crew

    return ray_crew
