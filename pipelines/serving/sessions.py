"""Sessions: the processes of a session of the operating system, ended together.

Belongs here: finding and ending them. Does not belong here: when they end (household).
"""

import os
import signal
from collections.abc import Callable
from contextlib import suppress

import psutil

_ROUNDS = 3
_A_WHILE = 5
"""Seconds in which a killed process is gone."""


def end_others(patience: float) -> None:
    """End all processes of the session this one leads but itself: with what Ctrl-C sends, after seconds the hard way."""
    others = _others()
    for other in others:
        with suppress(psutil.Error):
            other.send_signal(signal.SIGINT)
    psutil.wait_procs(others, patience)
    _kill(_others)


def kill(session: int) -> None:
    """Kill all processes of a session."""
    _kill(lambda: _of(session))


def _kill(found: Callable[[], list[psutil.Process]]) -> None:
    """Kill processes, and again what one of them started meanwhile; what the system does not let end is left."""
    for _ in range(_ROUNDS):
        left = found()
        for one in left:
            with suppress(psutil.Error):
                one.kill()
        psutil.wait_procs(left, _A_WHILE)


def _others() -> list[psutil.Process]:
    """Those of the session this process leads, and what it started outside of it."""
    found = {*_of(os.getpid()), *psutil.Process().children(recursive=True)}
    return [one for one in found if one.pid != os.getpid() and _lives(one)]


def _of(session: int) -> list[psutil.Process]:
    found = []
    for one in psutil.process_iter():
        with suppress(ProcessLookupError, PermissionError):
            if os.getsid(one.pid) == session and _lives(one):
                found.append(one)
    return found


def _lives(one: psutil.Process) -> bool:
    try:
        return one.is_running() and one.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False
