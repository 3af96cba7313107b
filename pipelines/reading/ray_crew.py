"""Ray crew: tasks on the nodes of a Ray cluster, each in one of our own workers there, with its limits and its cage.

Belongs here: handing tasks to Ray and taking in what came of them, also where a node is lost. Does not belong here: the process that
does a task (workers), starting a cluster (docs/scale.md).

Ray and not dagster-ray: a run has one op that reads, and what is to be spread are its reports. What a caged process says is opened as
everywhere (answers) before Ray sees it: no pickle of its making is loaded anywhere. Files are read at the same path on each node.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache

import ray
from ray.exceptions import RayError, RaySystemError, RayTaskError

from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.messages import Told
from pipelines.reading import answers, workers

_TRIES = 20
"""Times a task is begun anew where its node is lost, or no process can be started there."""
_AHEAD = 2
"""Tasks that are handed over for each processor of the cluster: one under way, one that waits beside it."""
_OWN: dict[tuple[Limits, Cage | None], workers.Crew] = {}
_LOST = {kind.__name__: kind for kind in (workers.TooLong, workers.TooMuchMemory, workers.Died, workers.NotOurs)}


class NoCluster(Told, OSError):
    """There is no Ray cluster to be reached, and how one is started."""


class RayCrew:
    """Hands tasks to a cluster; its threads only wait."""

    def __init__(self, limits: Limits, cage: Cage | None) -> None:
        self.limits, self._cage = limits, cage
        self._under_way: set[ray.ObjectRef] = set()
        self._lock = threading.Lock()
        processors = int(ray.cluster_resources().get("CPU", 1))
        self._threads = ThreadPoolExecutor(max(1, processors * _AHEAD), thread_name_prefix="ray-crew")

    def submit(
        self, task: Callable, *arguments: object, opens: Callable[[object], object] = lambda value: value
    ) -> Future:
        """Run task(*arguments), found by name on a node; as workers.Crew.submit."""
        return self._threads.submit(self._run, task, arguments, opens)

    def _run(self, task: Callable, arguments: tuple, opens: Callable[[object], object]) -> object:
        try:
            value = self._ask(task, arguments)
        except workers.Died:  # with its node, it may be: what a report does to its process it does twice
            value = self._ask(task, arguments)
        try:
            return opens(value)
        except answers.NoAnswer as error:
            raise workers.NotOurs(str(error)) from error

    def _ask(self, task: Callable, arguments: tuple) -> object:
        """What a node says of a task; raises what it raised there."""
        asked = _remote().remote(task, arguments, self.limits, self._cage)
        with self._lock:
            self._under_way.add(asked)
        try:
            kind, value = ray.get(asked)
        except RayError as error:
            raise workers.Stopped("cluster_gave_up", error=str(error).partition("\n")[0]) from error
        finally:
            with self._lock:
                self._under_way.discard(asked)
        return _value_of(kind, value)

    def end(self) -> None:
        """Give up what has not begun, and have the nodes stop what is under way."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            left = list(self._under_way)
        for asked in left:
            ray.cancel(asked, force=True)
        self._threads.shutdown(wait=True)


def each(task: Callable, arguments: Iterable[tuple]) -> Iterator[object]:
    """What a task gives for each of these arguments, in the order in which they are done; on the nodes, one a processor.

    Raises what it raised on a node; the others are given up.
    """
    _connect()
    remote = ray.remote(num_cpus=1, max_retries=_TRIES)(task)
    left = [remote.remote(*one) for one in arguments]
    try:
        while left:
            done, left = ray.wait(left)
            yield ray.get(done[0])
    except RayTaskError as error:
        raise error.cause from None
    finally:
        for one in left:
            ray.cancel(one, force=True)


def _connect() -> None:
    """Join the cluster at RAY_ADDRESS, or the one that runs on this machine; raises NoCluster where there is none."""
    if not ray.is_initialized():
        try:
            ray.init(address="auto", log_to_driver=False, logging_level=logging.ERROR)
        except (ConnectionError, RaySystemError) as error:
            raise NoCluster("no_ray_cluster", error=str(error).partition("\n")[0]) from error


@contextmanager
def crew(limits: Limits, cage: Cage | None) -> Iterator[RayCrew]:
    """A crew on the cluster, ended when left; raises NoCluster where there is none."""
    _connect()
    workers_there = RayCrew(limits, cage)
    try:
        yield workers_there
    finally:
        workers_there.end()


@cache
def _remote() -> ray.remote_function.RemoteFunction:
    """The function as Ray runs it on a node, one a processor."""
    again = [workers.Stopped, workers.NotStarted]
    return ray.remote(num_cpus=1, max_retries=_TRIES, retry_exceptions=again)(run_here)


def run_here(task: Callable, arguments: tuple, limits: Limits, cage: Cage | None) -> tuple[str, object]:
    """Run a task on this node in a worker of our own; returns what came of it as plain values: its kind and its words."""
    try:
        return "value", _own_crew(limits, cage).submit(task, *arguments).result()
    except workers.Lost as lost:
        return type(lost).__name__, str(lost)
    except answers.Failed as failed:
        return "failed", str(failed)
    except (workers.Stopped, workers.NotStarted):
        raise
    except OSError as error:
        return "refused", [error.errno, error.strerror, error.filename]


def _own_crew(limits: Limits, cage: Cage | None) -> workers.Crew:
    """The worker of this process of Ray, kept from task to task while limits and cage are the same; it ends with this process."""
    if (limits, cage) not in _OWN:
        while _OWN:
            _OWN.popitem()[1].end()
        _OWN[limits, cage] = workers.Crew(1, limits, cage)
    return _OWN[limits, cage]


def _value_of(kind: str, value: object) -> object:
    """The value that a node said; raises what it said instead."""
    if kind == "value":
        return value
    if kind == "failed":
        raise answers.Failed(str(value))
    if kind == "refused" and isinstance(value, list):
        raise OSError(*value)
    raise _LOST[kind](str(value))
