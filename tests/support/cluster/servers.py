"""Servers: the parts of a cluster that a test starts on this machine, on loopback, in temporary folders, and ends.

Belongs here: PostgreSQL (initdb, pg_ctl), an object store (rclone serve s3), what is missing where one cannot start. Does not belong here: what
is asked of them (tests/cluster), Ray (nodes).
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from unittest import SkipTest

_EXTRA = (
    "ray",
    "psycopg2",
    "dagster_postgres",
    "duckdb_extension_ducklake",
    "duckdb_extension_postgres_scanner",
    "duckdb_extension_httpfs",
)
_STARTS_WITHIN = 60.0
LOOPBACK = "127.0.0.1"
KEY, SECRET, BUCKET = "final-accounts", "for-a-test-alone", "lake"


def missing(*programs: str) -> list[str]:
    """What of the extra [cluster], and of these programs, is not installed here."""
    return [name for name in _EXTRA if find_spec(name) is None] + [name for name in programs if not _program(name)]


def skip_without(*programs: str) -> None:
    """Skip, and say in one line what is missing."""
    if lacking := missing(*programs):
        raise SkipTest(f"no cluster here: {', '.join(lacking)} not installed (docs/scale.md)")


def _program(name: str) -> str:
    """A program of the environment Python runs in, or of the system; "" where there is none."""
    beside = Path(sys.executable).parent / name
    return str(beside) if beside.exists() else shutil.which(name) or ""


def free_port(address: str = LOOPBACK) -> int:
    """A port of an address of this machine that nobody listens at."""
    with closing(socket.socket()) as listening:
        listening.bind((address, 0))
        return listening.getsockname()[1]


@contextmanager
def postgres(address: str = LOOPBACK) -> Iterator[str]:
    """A PostgreSQL server at an address of this machine, ended when left with all its data; yields how libpq finds it: host=… port=… dbname=… user=…

    Its folder is none of pytest's, which lets no other user in, and PostgreSQL does not run as root.
    """
    skip_without("initdb", "pg_ctl")
    with tempfile.TemporaryDirectory(prefix="postgres-") as folder:
        yield from _serve(Path(folder), address, free_port(address))


def _serve(folder: Path, address: str, port: int) -> Iterator[str]:
    """Start it in a folder, yield how it is found, stop it."""
    data, run = folder / "data", _as_postgres(folder)
    run("initdb", "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    with open(data / "pg_hba.conf", "a", encoding="utf-8") as rules:
        rules.write(f"host all all {address}/24 trust\n")
    how = f"-h {address} -p {port} -k {folder} -F"
    run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", how, "start")
    try:
        yield f"host={address} port={port} dbname=postgres user=tester"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _as_postgres(folder: Path) -> Callable[..., None]:
    """What runs a program of PostgreSQL, as the user postgres where we are root, whom it refuses."""
    user, groups = ("postgres", list[str]()) if os.geteuid() == 0 else (None, None)
    if user:
        shutil.chown(folder, "postgres", "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [_program(program), *arguments]
        subprocess.run(
            command, cwd=folder, check=True, stdout=subprocess.DEVNULL, user=user, group=user, extra_groups=groups
        )

    return run


@dataclass(frozen=True)
class ObjectStore:
    """An S3 server on loopback: its address (host:port), and what DuckDB wants to know of it."""

    address: str

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which DuckDB's httpfs and other clients find it."""
        return {
            "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_REGION": "us-east-1",
            "DUCKDB_S3_ENDPOINT": self.address, "DUCKDB_S3_USE_SSL": "false",
        }  # fmt: skip


@contextmanager
def object_store(folder: Path, address: str = LOOPBACK) -> Iterator[ObjectStore]:
    """`rclone serve s3` over a folder, with keys, ended when left; it has one bucket."""
    skip_without("rclone")
    (folder / BUCKET).mkdir(parents=True)
    address = f"{address}:{free_port(address)}"
    command = [
        _program("rclone"),
        "serve",
        "s3",
        "--addr",
        address,
        "--auth-key",
        f"{KEY},{SECRET}",
        "--config",
        "/dev/null",
        str(folder),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            _await(address, server)
            yield ObjectStore(address)
        finally:
            server.kill()


def _await(address: str, server: subprocess.Popen) -> None:
    """Wait until somebody answers at an address; raises RuntimeError where the server ends instead."""
    host, _, port = address.partition(":")
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended: {server.communicate()[1][-300:]}")
        try:
            socket.create_connection((host, int(port)), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"nobody answers at {address}")
