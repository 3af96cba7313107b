"""Worker: one process that does one task at a time, killed where it takes too long or too much memory.

Belongs here: starting, feeding and watching it, what it can be lost to. Does not belong here: many of them (workers), what it does in its
own process (working).
The library for this (pebble) limits time and not memory, and its workers share one pipe: one killed while it holds the
pipe's lock stops all. Here each has a pipe of its own, and a kill at any moment costs its task and nothing else.
Memory is what the process occupies, watched from outside: under RLIMIT_AS an allocation fails instead, and a C library
that goes on with less (pdfium leaves out a stream it cannot hold) would lose figures unseen; and libraries reserve
address space they never use. Who looks from outside comes late now and then: a process beyond the limit is stopped soon
after, by the next look, and has taken a little more until then.
"""

import logging
import pickle
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context, resource_tracker

import psutil

from pipelines.cage import Cage
from pipelines.limits import PATIENCE, Limits
from pipelines.messages import Told, message
from pipelines.reading import answers
from pipelines.reading.allowance import Allowance
from pipelines.reading.working import work

MIB = 1024 * 1024
_LOOK_EVERY = 0.02
"""Seconds between two looks at a process (more where the machine is busy): memory takes time to fill, so little is taken beyond the limit."""
_STARTS_WITHIN = 120.0
"""Seconds of processor time a start may take; one that is slow because the machine is busy is waited for."""
_DIES_WITHIN, _ENDS_WITHIN = 5.0, 60.0
"""Seconds until a process whose pipe has closed is gone by itself, and one that was killed."""
_GIVES_UP_AFTER = 1.5
"""Times the time limit by the clock after which a process ends itself: should nobody watch it, nobody else does."""


class Lost(Exception):
    """A task that was lost with its process; the message says why."""


class TooLong(Lost):
    """It took longer than the time limit."""


class TooMuchMemory(Lost):
    """It took more memory than the limit."""


class Died(Lost):
    """Its process ended by itself or by another's hand."""


class NotOurs(Lost):
    """Its process said what no task of ours answers: something else runs there."""


class Stopped(Told, OSError):
    """A worker was told to stop from outside, as all processes of a service are: it means the run, and no task."""


class NotStarted(Told, OSError):
    """A worker could not be started: a fault of the machine or of how we were called, and no task's."""


class Worker:
    """One process and the pipe to it; used by one thread."""

    def __init__(self, limits: Limits, cage: Cage | None, module: str) -> None:
        context = get_context("spawn")
        self._limits = limits
        self._pipe, theirs = context.Pipe()
        at_most = PATIENCE * limits.seconds * _GIVES_UP_AFTER
        self._process = context.Process(target=work, args=(theirs, at_most, cage, module), daemon=True)
        with deaf_to_interrupts():
            self._process.start()
        theirs.close()
        self._await_start()

    def _await_start(self) -> None:
        """Wait until the process is ready; raises NotStarted where it dies or hangs, so that no report pays for it."""
        try:
            self._seen = psutil.Process(self._process.pid)
            allowance, inbox = Allowance(_STARTS_WITHIN, self._spent), answers.Inbox(self._pipe.fileno())
            while not allowance.is_over():
                if self._pipe.poll(_LOOK_EVERY) and (said := inbox.take()):
                    return _say_lacking(str(answers.value_of(said)))
        except (EOFError, OSError, psutil.Error) as error:
            raise NotStarted("process_not_started", why=self._death()) from error
        self.end()
        raise NotStarted("process_not_ready", seconds=f"{_STARTS_WITHIN:g}")

    def is_fit(self) -> bool:
        """Whether it can take another task: it lives, holds no more than half of the memory a task may take, and says nothing unasked."""
        return self._process.is_alive() and self._memory() <= self._limits.memory / 2 and not self._pipe.poll()

    def run(self, task: Callable, arguments: tuple, opens: Callable[[object], object]) -> object:
        """What `opens` makes of the task's answer; raises what the task raised, a Lost where its process was lost, or Stopped."""
        try:
            return opens(answers.value_of(self._answer(task, arguments)))
        except answers.NoAnswer as error:
            self.end()
            raise NotOurs(str(error)) from error
        except Lost:
            self.end()
            raise

    def _answer(self, task: Callable, arguments: tuple) -> bytes:
        """Hand a task over and wait for its answer; raises NoAnswer, a Lost, or Stopped."""
        try:
            # send() leaves a buffer open where it fails, which Python 3.13 says on standard error
            self._pipe.send_bytes(pickle.dumps((task, arguments)))
            return self._watch()
        except (EOFError, OSError) as error:
            death = self._death()
            if death in _TOLD:
                raise Stopped("process_told_to_stop", signal=death) from error
            raise Died(death) from error

    def _watch(self) -> bytes:
        """Wait for the answer; raises TooLong or TooMuchMemory where it does not come whole within the limits.

        A process that grows is stopped where the next look is to find it beyond the limit.
        """
        allowance, before = Allowance(self._limits.seconds, self._spent), self._memory()
        inbox = answers.Inbox(self._pipe.fileno())
        while True:
            if self._pipe.poll(_LOOK_EVERY) and (said := inbox.take()) is not None:
                return said
            if allowance.is_over():
                raise TooLong(f"{self._limits.seconds:g} s")
            now = self._memory()
            if now + max(now - before, 0) > self._limits.memory:
                raise TooMuchMemory(f"{self._limits.memory:,} MiB")
            before = now

    def _spent(self) -> float:
        """Seconds of processor time the process has taken; 0 where it is gone."""
        try:
            times = self._seen.cpu_times()
        except psutil.Error:
            return 0.0
        return times.user + times.system

    def _memory(self) -> float:
        """MiB the process occupies; 0 where it is gone."""
        try:
            return self._seen.memory_info().rss / MIB
        except psutil.Error:
            return 0.0

    def _death(self) -> str:
        """What it died of: the signal, or the exit status."""
        self._process.join(_DIES_WITHIN)
        self.end()
        code = self._process.exitcode
        return _SIGNALS.get(code, f"exit status {code}")

    def end(self) -> None:
        """Kill the process; nothing it holds is of use to another."""
        self._process.join(0)
        self._process.kill()
        self._process.join(_ENDS_WITHIN)


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Have a process that is started by this thread never hear Ctrl-C, which a terminal sends to all: whoever started it ends it."""
    resource_tracker.ensure_running()  # it would hear again for us
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_TOLD = ("SIGTERM", "SIGHUP")
"""What tells a process to stop, and is nothing a report does to it."""
_SIGNALS: Mapping[int | None, str] = {-one.value: one.name for one in signal.Signals}


@cache
def _say_lacking(lacking: str) -> None:
    """Say once what the cage of the workers lacks on this system."""
    if lacking:
        logging.getLogger(__name__).warning(message("cage_not_whole", lacking=lacking))
