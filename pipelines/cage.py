"""Cage: what a process that reads foreign bytes gives up for good: the network, other programs, other processes, foreign files.

Belongs here: entering it, what the system at hand does not offer. Does not belong here: which process enters and what it may
still read (reading.worker, reading.batch). It writes nothing: what it makes it hands to the one that started it.

Three things of Linux that ask no privilege: Landlock for files, TCP, signals; seccomp for sockets, processes, programs; rlimits.
"""

import ctypes
import platform
import resource
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipelines import landlock, seccomp
from pipelines.kernel import checked, libc
from pipelines.settings import PROJECT

_NO_NEW_PRIVS = 38
_WHOLE, _TRUNCATES = 6, 3
"""Versions of Landlock: with all that is asked of it, with the right to cut a file off."""
_LARGEST = 4 << 30
"""Bytes of a file that a caged process may write."""
_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/etc",
    "/sys",
    "/dev",
    "/proc/self",
    "/proc/meminfo",
    "/proc/cpuinfo",
    "/proc/sys",
)
"""Where libraries, fonts, time zones and the state of this very process are read from."""


_OF_PROGRAMS = ("/opt", "/var/lib/libreoffice", "/var/spool/libreoffice", "/proc/mounts", "/proc/filesystems")
"""What LibreOffice reads besides."""


@dataclass(frozen=True, slots=True)
class Cage:
    """What a caged process may still reach: files and folders to read, beside the system's and Python's."""

    readable: tuple[Path, ...] = ()


def enter(cage: Cage) -> list[str]:
    """Give up for good what a cage has not, in this process; returns what the system does not offer for it, a phrase each."""
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, _LARGEST)
    if sys.platform != "linux":
        return [f"{platform.system()} has no Landlock and no seccomp"]
    lacking = []
    try:
        checked(libc().prctl(_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0))))
        landlock.restrict(_readable(cage), version := landlock.version())
        if version < _WHOLE:
            lacking.append(f"Landlock is of version {version}, not {_WHOLE}: it leaves out {_left_out(version)}")
    except OSError as error:
        lacking.append(f"no Landlock ({error.strerror}): files and processes of this user are not guarded")
    try:
        seccomp.restrict()
    except OSError as error:
        lacking.append(f"no seccomp ({error.strerror}): sockets and new processes are not refused")
    return lacking


def enter_to_run(program: Path, folder: Path, seconds: int, memory: int) -> None:
    """Give up for good, in a process about to become a program: all files but the system's and its own, writing but in a folder, the network.

    seconds: of processor time; memory: MiB of addresses. Raises OSError where the system does not offer it: such a program reads
    foreign bytes, and is not started without.
    """
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 256 << 20)
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_AS, memory << 20)
    checked(libc().prctl(_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0))))
    landlock.restrict((program.parent, *map(Path, (*_SYSTEM, *_OF_PROGRAMS))), landlock.version(), (folder,), runs=True)
    seccomp.restrict_network()


def _left_out(version: int) -> str:
    return "signals" if version >= _TRUNCATES else "signals and cutting files off"


def _limit(what: int, most: int) -> None:
    """Lower a limit of the process, never above what it had."""
    _, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _readable(cage: Cage) -> Iterator[Path]:
    """What is read while reading: the system, Python and its packages, our own data, the reports."""
    yield from map(Path, (*_SYSTEM, sys.prefix, sys.base_prefix, *(folder for folder in sys.path if folder)))
    yield from (PROJECT, *cage.readable)
