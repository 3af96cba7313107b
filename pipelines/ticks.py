"""Ticks: how far a step of a command is: so many of so many, as records of the logger of progress.

Belongs here: telling it, the logger. Does not belong here: how it is shown (cli.bar, orchestration.progress), what a line says (who
tells it).
"""

import logging
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import Protocol, TypeVar

from pipelines.messages import Message

LOG = logging.getLogger("final_accounts.progress")
"""A record a line, level INFO, its message a sentence in both languages; a tick without a line has level DEBUG."""
One = TypeVar("One", covariant=True)


@dataclass(frozen=True, slots=True)
class Tick:
    """A step (reading, tables, suites, book, export) that has done so many of its tasks."""

    step: str
    done: int
    total: int


class Many(Sized, Iterable[One], Protocol[One]):
    """What can be counted and gone through."""


def tick(step: str, done: int, total: int, line: Message | None = None) -> None:
    """Tell how far a step is, with a line that says what was done where there is one."""
    LOG.log(logging.INFO if line else logging.DEBUG, line or step, extra={"tick": Tick(step, done, total)})


def ticking(step: str, tasks: Many[One]) -> Iterator[One]:
    """Go through the tasks of a step, telling how far it is before each and at the end."""
    done = 0
    for done, one in enumerate(tasks):
        tick(step, done, len(tasks))
        yield one
    tick(step, len(tasks), len(tasks))
