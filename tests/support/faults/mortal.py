"""A reader with the faults of a hostile file, told by the file's name: it hangs, eats memory, dies, or raises.

Belongs here: what a worker process must import by name. Does not belong here: any test.
"""

import os
import time

from pipelines.reading import store, tasks

_read, _read_twice, _read_alone, record = tasks.read, tasks.read_twice, tasks.read_alone, store.record


def read(file, places):
    """Read a file, unless its name says what becomes of its process."""
    return _unless_named(file, lambda: _read(file, places))


def read_twice(file, places, numbers):
    """Read a file by both readers, unless its name says that this ends its process."""
    if "twice" in file.name or "never again" in file.name:
        os._exit(139)
    return _unless_named(file, lambda: _read_twice(file, places, numbers))


def read_alone(file, places, numbers):
    """Read a file by the first reader alone, unless its name says that this ends its process."""
    if "never again" in file.name:
        os._exit(139)
    return _unless_named(file, lambda: _read_alone(file, places, numbers))


def _unless_named(file, read):
    """What reading gives, unless the name of the file says what becomes of the process."""
    if "mortal" in file.name:
        os._exit(139)
    if "killed" in file.name:
        os.kill(os.getpid(), 9)
    if "hanging" in file.name:
        while True:
            pass
    if "greedy" in file.name:
        kept = bytearray()
        while True:
            kept += bytes(1 << 20)
    if "unstorable" in file.name:
        store.record = _broken
    done = read()
    store.record = record
    return done


def grow() -> None:
    """Take a MiB each few milliseconds, for ever."""
    kept = []
    while True:
        kept.append(b"x" * (1 << 20))
        time.sleep(0.003)


def wait() -> None:
    """Say which process this is, and do nothing for an hour."""
    print(os.getpid(), flush=True)
    time.sleep(3600)


def _broken(report_id, reading):
    if reading.status == "read":
        raise KeyError("a fault of ours")
    return record(report_id, reading)
