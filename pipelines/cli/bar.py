"""Bar: how far a command is, on a terminal: a bar a step, what is done of it, the time it has still to take.

Belongs here: showing ticks, the lines of a run above them, and neither where nobody wants them. Does not belong here: what is told
(ticks, and who tells it), how lines are shown where there is no terminal (orchestration.progress).
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from pipelines.messages import in_language, message
from pipelines.ticks import LOG, Tick
from pipelines.vocabulary import one_line


@contextmanager
def shown(language: str, is_verbose: bool, console: Console | None = None) -> Iterator[None]:
    """Show how far a command is while the block goes on, in a language; is_verbose: with a line for each task that has one."""
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn()
    )  # fmt: skip
    with Progress(*columns, console=console or Console()) as progress:
        handler, before = _Bars(progress, language, is_verbose), LOG.level
        LOG.addHandler(handler)
        LOG.setLevel(logging.DEBUG)
        try:
            yield
        finally:
            LOG.removeHandler(handler)
            LOG.setLevel(before)


class _Bars(logging.Handler):
    """Shows ticks as bars, a step a bar, and lines above them."""

    def __init__(self, progress: Progress, language: str, is_verbose: bool) -> None:
        super().__init__()
        self._progress, self._language, self._is_verbose = progress, language, is_verbose
        self._bars: dict[str, TaskID] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Show a record."""
        tick: Tick | None = getattr(record, "tick", None)
        if tick:
            self._move(tick)
        if record.levelno >= logging.INFO and (self._is_verbose or not tick):
            line = one_line(in_language(record.msg, self._language))
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def _move(self, tick: Tick) -> None:
        if tick.step not in self._bars:
            said = message(f"step_{tick.step}").of(self._language)
            self._bars[tick.step] = self._progress.add_task(said, total=tick.total)
        self._progress.update(self._bars[tick.step], completed=tick.done, total=tick.total)
