"""What a hostile file would do once it runs code in the process that reads it: each a function that a worker is given.

Belongs here: trying, and undoing what worked. Does not belong here: whether it may work (tests/reading/test_cage.py).
"""

import contextlib
import ctypes
import errno
import fcntl
import os
import signal
import socket
import stat
import termios
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.raw_files import raw_files
from pipelines.reading import store, tasks


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


def type_ahead(_: object) -> None:
    """Type at the terminal of whoever started the run; here at what is none, which tells whether the system was asked."""
    with open(os.devnull, "rb") as file:
        try:
            fcntl.ioctl(file, termios.TIOCSTI, b"x")
        except OSError as error:
            if error.errno != errno.ENOTTY:
                raise


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


def speak_up(message: bytes) -> None:
    """Say something to the process that waits for an answer, and never end."""
    for name in os.listdir("/proc/self/fd"):
        descriptor = int(name)
        with contextlib.suppress(OSError):  # the folder's own
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.write(descriptor, message)
    time.sleep(3600)


def forge(file, places, *_):
    """Hand back the reading of another report in place of a file's own, as the file's name says."""
    own = tasks.read(file, places)
    other = tasks.read(next(one for one in raw_files(places.raw) if "victim" in one.name), places)
    if "another's id" in file.name:
        return other
    if "another's reading" in file.name:
        return own | {"content": other["content"]}
    if "both" in file.name:
        tables = [pq.read_table(pa.BufferReader(one["content"])) for one in (own, other)]
        return own | {"content": store._as_file(pa.concat_tables(tables))}
    return own


def draw_hanging(*_: object) -> None:
    """Draw for ever."""
    while True:
        pass


def draw_greedy(*_: object) -> None:
    """Draw with all the memory there is."""
    kept = []
    while True:
        kept.append(b"x" * (1 << 20))
        time.sleep(0.003)


def draw_dying(*_: object) -> None:
    """Die while drawing."""
    os._exit(139)


def draw_foreign(*_: object) -> list[str]:
    """Answer with what is no picture."""
    return ["<svg onload=alert(1)>"]


def draw_failing(*_: object) -> float:
    """Stumble over a page."""
    return 1 / 0
