"""Crews: who reads: processes of this machine, or those of a Ray cluster.

Belongs here: what a crew can do, which of the two a run has, how long its processes stay. Does not belong here: processes and
their limits (workers), Ray (ray_crew), what a task is (tasks).
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.util import find_spec
from types import ModuleType
from typing import NamedTuple, Protocol

from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.messages import Told
from pipelines.reading import pool, workers
from pipelines.reading.pool import Answer
from pipelines.settings import RAY

FEW = 8
"""Tasks after which the processes of a crew are small still, and may wait for the next ones while other work is done."""


class _Asked(NamedTuple):
    """What a crew is for: how many tasks side by side, their limits, their cage, and which of its folders are there already."""

    size: int
    limits: Limits
    cage: Cage | None
    there: tuple[bool, ...]


_KEPT: ContextVar[dict[_Asked, workers.Crew] | None] = ContextVar("kept", default=None)


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
def kept() -> Iterator[None]:
    """Have a crew of this machine that had few tasks wait for the next ones of the same limits and cage, until left.

    A process that reads takes half a second of the processor to start, as long as it takes to read a report.
    """
    waiting: dict[_Asked, workers.Crew] = {}
    before = _KEPT.set(waiting)
    try:
        yield
    finally:
        _KEPT.reset(before)
        _dismiss(waiting)


@contextmanager
def crew(engine: str, size: int, tasks: int, limits: Limits, cage: Cage | None = None) -> Iterator[Crew]:
    """The crew of an engine for so many tasks, ended when left, or kept; size: how many side by side on this machine.

    Raises NotInstalled, NoCluster.
    """
    if engine == RAY:
        with _ray().crew(limits, cage) as cluster:
            yield cluster
    elif (waiting := _KEPT.get()) is None or tasks > FEW:
        with workers.crew(min(size, tasks), limits, cage) as own:
            yield own
    else:
        with _lent(waiting, size, limits, cage) as own:
            yield own


@contextmanager
def _lent(waiting: dict[_Asked, workers.Crew], size: int, limits: Limits, cage: Cage | None) -> Iterator[workers.Crew]:
    """A crew that waits, or a new one; waits afterwards, alone, unless what it was lent for failed."""
    there = tuple(path.exists() for path in cage.readable) if cage else ()  # a cage is closed to what comes later
    asked = _Asked(size, limits, cage, there)
    own = waiting.pop(asked, None) or workers.Crew(size, limits, cage)
    try:
        yield own
    except BaseException:
        own.end()
        raise
    _dismiss(waiting)
    waiting[asked] = own


def _dismiss(waiting: dict[_Asked, workers.Crew]) -> None:
    while waiting:
        waiting.popitem()[1].end()


def each(engine: str, task: Callable[..., Answer], arguments: Iterable[tuple], size: int = 1) -> Iterator[Answer]:
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
