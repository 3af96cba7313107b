"""What a hostile file would do once it runs code in the process that reads it: each a function that a worker is given.

Belongs here: trying, and undoing what worked. Does not belong here: whether it may work (tests/reading/test_cage.py).
"""

import ctypes
import os
import signal
import socket
from pathlib import Path


def connect(port: int) -> None:
    """Speak to a server on this machine."""
    socket.create_connection(("127.0.0.1", port)).close()


def send(_: object) -> None:
    """Open a UDP socket."""
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


def speak_here(_: object) -> None:
    """Open a unix socket, as those of a desktop or of Docker."""
    socket.socket(socket.AF_UNIX).close()


def write(path: Path) -> None:
    """Write a file."""
    path.write_text("planted", encoding="utf-8")


def overwrite(path: Path) -> None:
    """Cut a file off."""
    with open(path, "r+b") as file:
        file.truncate(0)


def remove(path: Path) -> None:
    """Remove a file."""
    path.unlink()


def open_up(path: Path) -> None:
    """Let everybody write to a file."""
    path.chmod(0o666)


def read(path: Path) -> None:
    """Read a file."""
    path.read_bytes()


def spy(pid: int) -> None:
    """Read the secrets in another process's environment."""
    Path(f"/proc/{pid}/environ").read_bytes()


def fork(_: object) -> None:
    """Begin another process, as a fork bomb does."""
    if not (child := os.fork()):
        os._exit(0)
    os.waitpid(child, 0)


def execute(_: object) -> None:
    """Become another program that ends well; where that works nothing comes back."""
    os.execv("/bin/true", ["true"])


def signal_to(pid: int) -> None:
    """Send a signal to another process."""
    os.kill(pid, signal.SIGCONT)


def trace(pid: int) -> None:
    """Take another process over."""
    libc = ctypes.CDLL(None, use_errno=True)
    attach, detach = 0x4206, 17  # PTRACE_SEIZE, which does not stop it
    if libc.ptrace(attach, pid, None, None) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    libc.ptrace(detach, pid, None, None)
