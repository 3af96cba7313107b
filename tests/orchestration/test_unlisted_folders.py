"""A folder below raw/ that cannot be listed or entered is no empty folder: nothing is read, and it is said."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration import run, sensors
from pipelines.orchestration.resources import Settings
from pipelines.raw_files import NotListed, raw_files
from pipelines.settings import PROJECT, Places

AS_NOBODY = """
import os, sys
from pipelines.cli import main, summary
from pipelines.warehouse import freshness
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.argv = ["final-accounts", "warehouse", "--raw", sys.argv[1], "--warehouse", sys.argv[2]]
sys.exit(main.main())
"""
"""The command, without the rights of root, whom no mode of a folder stops."""


@pytest.fixture
def open_places() -> Iterator[Places]:
    """A report in each of two years, in folders that another user may enter."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        places = Places(Path(folder) / "raw", Path(folder) / "warehouse")
        for year in ("2023", "2024"):
            (places.raw / year).mkdir(parents=True)
            (places.raw / year / "a.pdf").write_text("no PDF", encoding="utf-8")
        yield places
        os.chmod(places.raw / "2023", 0o755)


@pytest.mark.parametrize("mode", [0o000, 0o444, 0o111])
def test_a_year_without_rights_is_refused_by_the_command(open_places, mode):
    os.chmod(open_places.raw / "2023", mode)
    command = [sys.executable, "-c", AS_NOBODY, str(open_places.raw), str(open_places.warehouse)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    [line] = done.stderr.splitlines()
    assert line.startswith(f"{open_places.raw / '2023'} cannot be listed or entered (Permission denied)")
    assert not open_places.warehouse.exists()


@pytest.fixture
def closed(places, monkeypatch) -> str:
    """The path of a year folder that the system does not list, whoever asks."""
    for name in ("2023/a.pdf", "2024/b.pdf"):
        path = places.raw / name
        path.parent.mkdir()
        path.write_text("no PDF", encoding="utf-8")
    folder, scandir = str(places.raw / "2023"), os.scandir

    def refuse(path: str | Path) -> Iterator[os.DirEntry[str]]:
        if str(path) in (folder, str(places.raw / ".2023")):
            raise PermissionError(13, "Permission denied", folder)
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    return folder


def test_its_files_are_not_thought_away(places, closed):
    with pytest.raises(NotListed, match=f"^{closed} cannot be listed or entered"):
        raw_files(places.raw)


def test_a_run_stops_and_publishes_nothing(places, closed):
    with pytest.raises(NotListed, match=f"^{closed} cannot be listed or entered"):
        run.run(places, 1)
    assert not places.database.exists()


def test_the_sensor_and_the_schedule_say_so_and_ask_for_no_run(places, closed):
    with dg.DagsterInstance.ephemeral() as instance, dg.build_sensor_context(instance=instance) as context:
        for _ in range(3):
            seen = sensors.arrivals(context, settings=Settings.of(places))
            assert not seen.run_requests
            assert seen.skip_reason.skip_message.startswith(f"{closed} 无法列出")
        assert sensors.season(settings=Settings.of(places)).skip_message.startswith(f"{closed} 无法列出")


def test_a_hidden_folder_is_nobodys_business(places, closed):
    os.rename(places.raw / "2023", places.raw / ".2023")
    assert [file.name for file in raw_files(places.raw)] == ["2024/b.pdf"]


READ_AS_NOBODY = """
import os, sys
from pathlib import Path
from pipelines.reading import batch, report, store
from pipelines.raw_files import raw_files
from pipelines.settings import Places
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
places = Places(Path(sys.argv[1]), Path(sys.argv[2]))
assert not os.access(places.raw / "2023", os.W_OK)
[file] = raw_files(places.raw)
print([done.reason for done in batch.read_again({file: ()}, places, processes=0)], batch.pending([file], places))
"""


def test_a_raw_folder_that_takes_no_file_is_read(open_places):
    """Nothing is written to raw/: no lock, no partial file."""
    open_places.warehouse.mkdir(mode=0o777)
    os.chmod(open_places.warehouse, 0o777)
    (open_places.raw / "2024" / "a.pdf").unlink()
    os.chmod(open_places.raw / "2023" / "a.pdf", 0o444)
    for folder in (open_places.raw / "2023", open_places.raw):
        os.chmod(folder, 0o555)
    command = [sys.executable, "-c", READ_AS_NOBODY, str(open_places.raw), str(open_places.warehouse)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    os.chmod(open_places.raw, 0o755)
    assert done.stdout.startswith("['neither a PDF"), done.stderr
    assert done.stdout.endswith("] []\n")
