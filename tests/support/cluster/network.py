"""Network: hosts of a cluster on this machine, each in a network namespace of its own, joined by a bridge to the test itself.

Belongs here: making and removing them, killing one with all its processes, cutting one off. Does not belong here: what runs there
(nodes, servers). Making a namespace needs root; processes of one namespace would do for Ray too, but none of them could be cut off.
"""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import SkipTest

import psutil

_NET = f"10.213.{os.getpid() % 256}"


@dataclass(frozen=True)
class Host:
    """A host: its namespace, its address, the end of its cable at the bridge."""

    name: str
    address: str
    cable: str

    def command(self, *arguments: str) -> list[str]:
        """The command that runs a program on this host."""
        return ["ip", "netns", "exec", self.name, *arguments]

    def kill(self) -> int:
        """Kill all processes of the host at once, as a power cut does; returns how many."""
        done = subprocess.run(["ip", "netns", "pids", self.name], capture_output=True, text=True, check=True)
        gone = [psutil.Process(int(pid)) for pid in done.stdout.split() if psutil.pid_exists(int(pid))]
        for one in gone:
            try:
                one.kill()
            except psutil.NoSuchProcess:
                continue
        return len(gone)

    def cut_off(self) -> None:
        """Pull its cable out: its processes go on, and nobody hears them."""
        _ip("link", "set", self.cable, "down")


@contextmanager
def hosts(count: int) -> Iterator[tuple[str, Sequence[Host]]]:
    """So many hosts, ended when left; with the address at which they reach the test. Skips where this user may make none."""
    bridge = f"fab{os.getpid() % 100000}"
    names = [f"fa-{os.getpid()}-{number}" for number in range(count)]
    try:
        try:
            _ip("link", "add", bridge, "type", "bridge")
        except (OSError, subprocess.CalledProcessError) as error:
            raise SkipTest(f"no cluster here: this user may make no network namespace (ip link, {error})") from error
        _ip("addr", "add", f"{_NET}.254/24", "dev", bridge)
        _ip("link", "set", bridge, "up")
        yield f"{_NET}.254", [_host(name, bridge, number) for number, name in enumerate(names)]
    finally:
        for name in names:
            if Path("/run/netns", name).exists():
                Host(name, "", "").kill()
                _ip("netns", "del", name)
        subprocess.run(["ip", "link", "del", bridge], capture_output=True, check=False)


def _host(name: str, bridge: str, number: int) -> Host:
    """A host with a cable to the bridge."""
    one = Host(name, f"{_NET}.{number + 1}", f"{bridge}{chr(ord('a') + number)}")
    _ip("netns", "add", name)
    _ip("link", "add", one.cable, "type", "veth", "peer", "name", "eth0", "netns", name)
    _ip("link", "set", one.cable, "master", bridge, "up")
    for arguments in (
        ("link", "set", "lo", "up"),
        ("addr", "add", f"{one.address}/24", "dev", "eth0"),
        ("link", "set", "eth0", "up"),
    ):
        subprocess.run(one.command("ip", *arguments), capture_output=True, check=True)
    return one


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], capture_output=True, check=True)
