"""The cage of those who read reports: each thing a hostile file would try works without it, and is refused within it."""

import logging
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines import cage, landlock
from pipelines.limits import Limits
from pipelines.raw_files import RawFile
from pipelines.reading import alone, batch, worker, workers
from tests.support.faults import captive


def whole() -> bool:
    """Whether this system offers all of it, as a process of its own finds out."""
    code = "from pipelines.cage import *; print(enter(Cage()))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """raw/, warehouse/ and a home with files in them."""
    path = tmp_path_factory.mktemp("cage")
    for name in ("raw", "warehouse/reading", "home"):
        (path / name).mkdir(parents=True)
        (path / name / "kept").write_text("kept", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def crews(folder) -> dict[str, workers.Crew]:
    """A worker in the cage that readers have, and one that is free."""
    if not whole():
        pytest.skip("this system has no Landlock of version 6 or no seccomp: docs/security.md says what is left")
    kept = cage.Cage((folder / "raw",))
    with workers.crew(1, Limits(), kept) as caged, workers.crew(1, Limits()) as free:
        yield {"caged": caged, "free": free}


@pytest.fixture(scope="module")
def parent() -> int:
    """A process beside, of the same user."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process.pid
        process.stdin.close()


@pytest.fixture(scope="module")
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


DEEDS = [
    *((captive.connect, "port"), (captive.send, ""), (captive.speak_here, "")),
    *((captive.write, f"{name}/planted") for name in ("home", "raw", "warehouse", "warehouse/reading")),
    *((deed, "raw/kept") for deed in (captive.overwrite, captive.open_up)),
    *((deed, "warehouse/reading/kept") for deed in (captive.overwrite, captive.remove)),
    *((captive.read, "home/kept"), (captive.remove, "home/kept"), (captive.fork, ""), (captive.type_ahead, "")),
    *((deed, "parent") for deed in (captive.spy, captive.signal_to, captive.trace)),
]


@pytest.mark.parametrize("who", ["caged", "free"])
@pytest.mark.parametrize(("deed", "target"), DEEDS)
def test_what_a_hostile_file_would_do(who, deed, target, crews, folder, parent, port):
    for name in ("home", "warehouse/reading"):
        (folder / name / "kept").write_text("kept", encoding="utf-8")
    at = {"port": port, "parent": parent, "": None}
    tried = crews[who].submit(deed, at.get(target, folder / target))
    if who == "caged":
        with pytest.raises(PermissionError):
            tried.result()
    else:
        assert tried.result() is None


def test_no_other_program_is_run(crews):
    with pytest.raises(PermissionError):
        crews["caged"].submit(captive.execute, None).result()
    with pytest.raises(workers.Died, match="exit status 0"):
        crews["free"].submit(captive.execute, None).result()


def test_what_a_reader_needs_is_left_to_it(crews, folder):
    for deed, path in (
        (captive.read, folder / "raw" / "kept"),
        (captive.read, Path(cage.__file__)),
        (captive.read, Path(pytest.__file__)),
    ):
        assert crews["caged"].submit(deed, path).result() is None


def test_a_reader_may_write_nowhere_and_read_what_links_lead_to(places, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.pdf").write_bytes(b"")
    (places.raw / "a.pdf").symlink_to(elsewhere / "a.pdf")
    file = RawFile(places.raw / "a.pdf", "a.pdf", "", "unfiled")
    assert batch._cage([file], places) == cage.Cage((places.raw, places.conversions, elsewhere))


@pytest.mark.parametrize("read", ["read_all", "read_again", "read_file"])
def test_every_report_is_read_in_the_cage(read, places, monkeypatch):
    """Whoever reads in workers hands them one."""
    seen = []

    def crew(size, limits, kept=None):
        seen.append(kept)
        raise InterruptedError

    monkeypatch.setattr(workers, "crew", crew)
    (places.raw / "a.pdf").write_bytes(b"")
    file = RawFile(places.raw / "a.pdf", "a.pdf", "", "unfiled")
    reads = {
        "read_all": lambda: list(batch.read_all([file], places, 1)),
        "read_again": lambda: list(batch.read_again({file: [1]}, places, 1)),
        "read_file": lambda: alone.read_file(file.path),
    }
    with pytest.raises(InterruptedError):
        reads[read]()
    assert seen == [cage.Cage((places.raw,)) if read == "read_file" else batch._cage([file], places)]


def test_what_a_system_lacks_is_said_once(caplog):
    worker._say_lacking.cache_clear()
    caplog.set_level(logging.WARNING)
    for _ in range(2):
        worker._say_lacking("no Landlock")
    worker._say_lacking("")
    [line] = [record.getMessage() for record in caplog.records]
    assert line == "reports are read in a cage that is not whole here: no Landlock"


OLDER = """
from pipelines import cage, landlock
landlock.version = lambda: {version}
print(cage.enter(cage.Cage()))
"""


@pytest.mark.parametrize(("version", "said"), [(1, "signals and cutting files off"), (4, "signals"), (5, "signals")])
def test_an_older_kernel_is_asked_for_what_it_has(version, said):
    if landlock.version() < version:
        pytest.skip("this system's Landlock is older still")
    done = subprocess.run(
        [sys.executable, "-c", OLDER.format(version=version)], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"['Landlock is of version {version}, not 6: it leaves out {said}']\n"
