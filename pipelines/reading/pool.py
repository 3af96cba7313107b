"""Pool: a task of our own for many arguments, in processes side by side.

Belongs here: starting and ending such processes. Does not belong here: tasks that open a report, which have limits and a cage (workers).
"""

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import TypeVar

from pipelines.reading import worker, working

Answer = TypeVar("Answer")


def side_by_side(task: Callable[..., Answer], arguments: Sequence[tuple], size: int) -> Iterator[Answer]:
    """What a task gives for each of these arguments, as each is done, in `size` processes.

    Raises what it raised, and Stopped where a process was ended from outside; the others are ended then.
    """
    with ProcessPoolExecutor(size, get_context("spawn"), initializer=_begin) as pool, _ended():
        with worker.deaf_to_interrupts():
            asked = [pool.submit(task, *one) for one in arguments]
        try:
            for done in as_completed(asked):
                yield done.result()
        except BrokenExecutor as error:
            raise worker.Stopped("judging_ended") from error


@contextmanager
def _ended() -> Iterator[None]:
    """Kill the processes that were started meanwhile where this is left before they are done: nothing they make is wanted."""
    before = set(active_children())
    try:
        yield
    except BaseException:
        for process in set(active_children()) - before:
            process.kill()
        raise


def _begin() -> None:
    """Let this process end with the one that started it, and say nothing: that one tells what came of it."""
    logging.disable(logging.WARNING)
    threading.Thread(target=working.end_with_parent, daemon=True).start()
