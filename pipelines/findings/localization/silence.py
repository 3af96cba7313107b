"""Silence: what a library in C prints on standard output is thrown away, so that ours stays clean for who reads it.

Belongs here: the one context in which HiGHS runs: scipy 1.17 has no option against some of its lines.
Does not belong here: logging or any output of our own.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_C = ctypes.CDLL(None)


@contextmanager
def silent_output() -> Iterator[None]:
    """Send standard output of the process, C libraries included, nowhere meanwhile."""
    sys.stdout.flush()
    _C.fflush(None)
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        _C.fflush(None)
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
