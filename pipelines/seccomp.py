"""Seccomp: system calls refused in this process for good: sockets, programs, processes, what Landlock leaves out of files.

Belongs here: which calls, as a filter for the kernel. Does not belong here: files, TCP and signals (landlock). A thread may
still be begun. The package that wraps it needs a C library beside it and a compiler.
"""

import ctypes
import errno
import platform
import socket
import struct
import termios
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipelines.kernel import checked, libc

_NUMBERS = {
    "x86_64": (
        0xC000003E,
        {"clone": 56, "clone3": 435},
        (
            41,
            53,
            57,
            58,
            59,
            322,
            101,
            310,
            311,
            425,
            321,
            272,
            308,
            *range(90, 95),
            132,
            235,
            260,
            261,
            268,
            280,
            452,
            *range(188, 191),
        ),
    ),
    "aarch64": (
        0xC00000B7,
        {"clone": 220, "clone3": 435},
        (198, 199, 221, 281, 117, 270, 271, 425, 280, 97, 268, *range(52, 56), 88, 452, *range(5, 8)),
    ),
}
"""Machine → how the kernel calls it, system calls that make threads, and those refused: socket, socketpair, fork, vfork, execve,
execveat, ptrace, process_vm_readv, process_vm_writev, io_uring_setup, bpf, unshare, setns, and what changes owner, rights,
times and attributes of a file, which Landlock leaves out (arm has neither fork nor vfork, and less of these).
"""
_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000
_EPERM, _ENOSYS = 1, 38
_THREAD = 0x00010000
_SET_FILTER, _ALL_THREADS = 1, 1
_IOCTL = {"x86_64": 16, "aarch64": 29}
_TIOCLINUX = 0x541C
"""This and TIOCSTI type at the terminal that a run was started from, as if a person did."""
_IO_URING = 425
_SECCOMP = {"x86_64": 317, "aarch64": 277}


def restrict() -> None:
    """Refuse system calls, in all threads: a filter is a small program the kernel runs at each of them. Raises OSError."""
    machine = platform.machine()
    if machine not in _NUMBERS:
        raise OSError(errno.ENOSYS, f"the system calls of {machine} are not known here")
    _install(machine, _steps(machine))


def _install(machine: str, steps: Iterable["_Step"]) -> None:
    program = b"".join(struct.pack("=HBBI", *step) for step in steps)
    kept = ctypes.create_string_buffer(program)
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(kept))
    checked(libc().syscall(_SECCOMP[machine], _SET_FILTER, _ALL_THREADS, head))


def restrict_network() -> None:
    """Refuse sockets to anywhere but this machine's own programs, for a program that starts others. Raises OSError."""
    machine = platform.machine()
    if machine not in _NUMBERS:
        raise OSError(errno.ENOSYS, f"the system calls of {machine} are not known here")
    known, _, refused = _NUMBERS[machine]
    steps = [
        (_LOAD, 0, 0, 4), (_EQUAL, 1, 0, known), (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0), (_AT_LEAST, 0, 1, 0x40000000), (_RETURN, 0, 0, _KILL),
        (_EQUAL, 0, 1, _IO_URING), (_RETURN, 0, 0, _REFUSE | _EPERM),
        (_EQUAL, 0, 3, refused[0]), (_LOAD, 0, 0, 16),
        (_EQUAL, 1, 0, socket.AF_UNIX), (_RETURN, 0, 0, _REFUSE | _EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]  # fmt: skip
    _install(machine, (_Step(*step) for step in steps))


class _Step(NamedTuple):
    """One step of a filter, as the kernel lays it out: the operation, steps to skip where it is true and where false."""

    operation: int
    skip_if_true: int
    skip_if_false: int
    operand: int


def _steps(machine: str) -> Iterator[_Step]:
    """Yield the steps of the filter. What they look at is seccomp_data: number, machine, pointer, arguments."""
    known, threads, refused = _NUMBERS[machine]
    steps = [
        (_LOAD, 0, 0, 4), (_EQUAL, 1, 0, known), (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0), (_AT_LEAST, 0, 1, 0x40000000), (_RETURN, 0, 0, _KILL),  # x32, which has numbers of its own
        (_EQUAL, 0, 1, threads["clone3"]), (_RETURN, 0, 0, _REFUSE | _ENOSYS),  # the C library asks clone then
    ]  # fmt: skip
    for number in refused:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE | _EPERM)]
    steps += [
        (_EQUAL, 0, 6, _IOCTL[machine]), (_LOAD, 0, 0, 24),
        (_EQUAL, 0, 1, termios.TIOCSTI), (_RETURN, 0, 0, _REFUSE | _EPERM),
        (_EQUAL, 0, 1, _TIOCLINUX), (_RETURN, 0, 0, _REFUSE | _EPERM),
        (_RETURN, 0, 0, _ALLOW),
        (_EQUAL, 0, 3, threads["clone"]),
        (_LOAD, 0, 0, 16), (_ANY_BIT, 1, 0, _THREAD), (_RETURN, 0, 0, _REFUSE | _EPERM),
        (_RETURN, 0, 0, _ALLOW),
    ]  # fmt: skip
    return (_Step(*step) for step in steps)
