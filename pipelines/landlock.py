"""Landlock: files, TCP and processes outside, given up by this process for good; Linux asks no privilege for it.

Belongs here: the rules as the kernel takes them. Does not belong here: what may be read (cage), system calls (seccomp).
The packages that wrap it are alphas and betas of a few months; these are three system calls whose structures never change.
"""

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path

from pipelines.kernel import checked, libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ABI_QUERY, _PATH_BENEATH = 1, 1
_EXECUTE, _READ_FILE, _READ_DIR, _IOCTL = 1 << 0, 1 << 2, 1 << 3, 1 << 15
_MAKE_SOCKET, _TEMPORARY = 1 << 9, "/tmp"  # noqa: S108 - LibreOffice has its socket there, wherever TMPDIR is
_FILES = {1: (1 << 13) - 1, 2: 1 << 13, 3: 1 << 14, 5: _IOCTL}
"""Rights on files and folders, by the version of Landlock that has them first: all but reading and running change something."""
_TCP, _SCOPES = 0b11, 0b11
"""Bind and connect (version 4); abstract unix sockets and signals to processes outside (version 6)."""
_OF_FILES = 0b0111 | 1 << 14 | _IOCTL
"""Rights that a rule about a file, and not a folder, may name."""


def version() -> int:
    """The version of Landlock; raises OSError where there is none."""
    return checked(libc().syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ABI_QUERY))


def restrict(readable: Iterable[Path], version: int, writable: Iterable[Path] = (), runs: bool = False) -> None:
    """Allow reading below some folders, all below writable ones, and nothing else of files.

    runs: programs may be started from the first, and may make sockets of their own among temporary files.
    """
    rights = sum(bits for since, bits in _FILES.items() if since <= version)
    fields = [rights, *([_TCP] if version >= 4 else []), *([_SCOPES] if version >= 6 else [])]
    attributes = struct.pack(f"{len(fields)}Q", *fields)
    rules = checked(libc().syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0))
    try:
        for path in readable:
            _allow(rules, path, _READ_FILE | _READ_DIR | (rights & _IOCTL) | (_EXECUTE if runs else 0))
        if runs:
            _allow(rules, Path(_TEMPORARY), _MAKE_SOCKET)
        for path in writable:
            _allow(rules, path, rights & ~_EXECUTE)
        _allow(rules, Path(os.devnull), rights & ~_EXECUTE)
        checked(libc().syscall(_RESTRICT_SELF, rules, 0))
    finally:
        os.close(rules)


def _allow(rules: int, path: Path, rights: int) -> None:
    """Allow rights on a file, or a folder and all below; what is not there needs none."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        named = rights if path.is_dir() else rights & _OF_FILES
        rule = struct.pack("=Qi", named, place)
        checked(libc().syscall(_ADD_RULE, rules, _PATH_BENEATH, rule, 0))
    finally:
        os.close(place)
