"""Workers: a crew of processes that each do one task at a time, one replaced where it was lost.

Belongs here: starting those that are needed, handing tasks to them, ending them. Does not belong here: what a task is (tasks), one process
and what it may take (worker), its own life (working).
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.reading.answers import Failed as Failed
from pipelines.reading.worker import Died as Died
from pipelines.reading.worker import Lost as Lost
from pipelines.reading.worker import NotOurs as NotOurs
from pipelines.reading.worker import NotStarted as NotStarted
from pipelines.reading.worker import Stopped as Stopped
from pipelines.reading.worker import TooLong as TooLong
from pipelines.reading.worker import TooMuchMemory as TooMuchMemory
from pipelines.reading.worker import Worker


class Crew:
    """Workers that run tasks; those not needed are not started. Its threads only wait and watch."""

    def __init__(self, size: int, limits: Limits, cage: Cage | None = None) -> None:
        self.limits, self._cage = limits, cage
        self._own = threading.local()
        self._is_over = False
        self._started: set[Worker] = set()
        self._threads = ThreadPoolExecutor(max(1, size), thread_name_prefix="crew")

    def submit(
        self, task: Callable, *arguments: object, opens: Callable[[object], object] = lambda value: value
    ) -> Future:
        """Run task(*arguments), found by name in a worker, which answers with what JSON knows and bytes.

        opens: makes a value of ours of the answer, NoAnswer where that is none. The Future raises an OSError that the task
        raised, Failed for what else it raised, a Lost, Stopped or NotStarted.
        """
        return self._threads.submit(self._run, task, arguments, opens)

    def _run(self, task: Callable, arguments: tuple, opens: Callable[[object], object]) -> object:
        worker = getattr(self._own, "worker", None)
        if worker is None or not worker.is_fit():
            self._dismiss(worker)
            worker = self._own.worker = Worker(self.limits, self._cage, task.__module__)
            self._started.add(worker)
        if self._is_over:
            self._dismiss(worker)
        return worker.run(task, arguments, opens)

    def _dismiss(self, worker: Worker | None) -> None:
        if worker:
            worker.end()
            self._started.discard(worker)

    def end(self) -> None:
        """Give up what has not begun, kill what is under way, and end all workers."""
        self._is_over = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in list(self._started):
            worker.end()
        self._threads.shutdown(wait=True)


@contextmanager
def crew(size: int, limits: Limits, cage: Cage | None = None) -> Iterator[Crew]:
    """A crew of up to `size` workers, ended when left; each in a cage, where there is one, before it sees a task."""
    workers = Crew(size, limits, cage)
    try:
        yield workers
    finally:
        workers.end()
