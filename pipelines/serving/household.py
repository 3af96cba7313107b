"""Households: processes that belong together and end together, whoever ends.

Belongs here: a session of its own for a command and all it starts, what its two ends do when one is told to stop or is
killed. Does not belong here: what the processes are (cli.ui, orchestration.services).

The command runs in a session of its own and holds the reading end of a pipe as its standard input; whoever started it
holds the writing end. Closed, by will or by kill -9, it tells the command to end all it started: with what Ctrl-C sends,
and the hard way those that stay.
"""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import IO

from pipelines.serving import sessions

PATIENCE = 20
"""Seconds that the processes of a household have to end in."""
_TOLD = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_SOME = 65536
"""Bytes passed on at a time."""


class Ended(BaseException):
    """A signal says to stop; no Exception, so that nothing on its way takes it for a fault."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.status = 128 + number
        """The exit status of a process that was told to stop: 130 after Ctrl-C, 143 after SIGTERM."""


@contextmanager
def ended_by_signal() -> Iterator[None]:
    """Raise Ended within the block where a signal says to stop."""

    def tell(number: int, _: FrameType | None) -> None:
        raise Ended(number)

    before = {one: signal.signal(one, tell) for one in _TOLD}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def run(command: Sequence[str], sockets: Collection[socket.socket], environment: Mapping[str, str]) -> int:
    """Run a command at the head of a household; returns its exit status, or raises Ended; all has ended by then.

    sockets: what it is handed, and is ours no more. What the household says is passed on until it is told to stop; a second
    signal ends it at once.
    """
    reading, writing = os.pipe()
    handed = [one.fileno() for one in sockets]
    head = subprocess.Popen(
        command, pass_fds=handed, env=environment, start_new_session=True,
        stdin=reading, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    os.close(reading)
    for one in sockets:
        one.close()
    is_over = threading.Event()
    with _pass_on(head.stdout, sys.stdout.fileno(), is_over), _pass_on(head.stderr, sys.stderr.fileno(), is_over):
        try:
            return head.wait()
        except Ended:
            is_over.set()
            raise
        finally:
            os.close(writing)
            _see_it_end(head)


@contextmanager
def _pass_on(said: IO[bytes] | None, ours: int, is_over: threading.Event) -> Iterator[None]:
    """Pass on what is said, to the last word, until it is over; it is taken all the same, so that nobody waits to be heard."""

    def pass_on() -> None:
        with open(ours, "wb", closefd=False) as out:
            while said and (some := os.read(said.fileno(), _SOME)):
                if not is_over.is_set():
                    with suppress(OSError):
                        out.write(some)
                        out.flush()

    thread = threading.Thread(target=pass_on, daemon=True)
    thread.start()
    yield
    thread.join(PATIENCE)


def _see_it_end(head: subprocess.Popen) -> None:
    """Wait until the head has ended its household, and end what it left, or all of it where a signal comes meanwhile."""
    try:
        head.wait(2 * PATIENCE)
    except subprocess.TimeoutExpired:
        pass
    finally:
        sessions.kill(head.pid)
        head.wait()


@contextmanager
def head() -> Iterator[None]:
    """Be the head of a household: all that was started within the block ends with it.

    Raises Ended within the block where the other end of the pipe is closed, or a signal says to stop.
    """
    with ended_by_signal():
        watch()
        try:
            yield
        finally:
            for one in _TOLD:
                signal.signal(one, signal.SIG_IGN)
            sessions.end_others(PATIENCE)


def watch() -> None:
    """Have this process told to stop where the other end of the pipe is closed."""
    threading.Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    """Wait until the other end of the pipe is closed, then tell this process to stop."""
    while os.read(sys.stdin.fileno(), _SOME):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
