"""Kernel: system calls of Linux that the C library has no function for.

Belongs here: calling them, an error as OSError. Does not belong here: which ones (landlock, seccomp).
"""

import ctypes
import os


def libc() -> ctypes.CDLL:
    """The C library of this process."""
    return ctypes.CDLL(None, use_errno=True)


def checked(result: int) -> int:
    """What a call returns; raises OSError for a call that failed."""
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
