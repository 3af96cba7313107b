"""What is in the environment of a run is written nowhere: neither in what it says nor in what it leaves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.settings import PROJECT
from tests.support.figures import figures
from tests.support.paper import layouts, paper

SECRET = "s3cret-of-the-environment"


def holding(folder: Path) -> list[str]:
    """The files below a folder that hold the secret, in their bytes or their name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if SECRET in path.name or SECRET.encode() in path.read_bytes()]


@pytest.mark.parametrize("spoilt", [False, True])
def test_a_secret_of_the_environment_is_written_nowhere(spoilt, places, tmp_path):
    """A run that ends well, and one that fails."""
    layout = layouts.layout("shanghai_one_column")
    paper.draw(layouts.paper(figures.report(3), layout), places.raw / "a.pdf", layout.style)
    if spoilt:
        places.warehouse.mkdir()
        places.readings.touch()
    planted = {"AWS_SECRET_ACCESS_KEY": SECRET, "FINAL_ACCOUNTS_ON_FAILURE": f"false {SECRET}", "TOKEN": SECRET}
    command = [sys.executable, "-m", "pipelines", "warehouse", "--verbose", "--raw", str(places.raw)]
    done = subprocess.run(
        [*command, "--warehouse", str(places.warehouse)], cwd=PROJECT, capture_output=True, text=True, check=False,
        env=os.environ | planted | {"TMPDIR": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode != 0) == spoilt
    assert SECRET not in done.stdout + done.stderr
    assert len(list(places.dagster.rglob("*.db"))) >= 3
    assert holding(tmp_path) == []


def test_a_secret_that_is_written_is_found(tmp_path):
    (tmp_path / "a").write_bytes(b"\0" + SECRET.encode())
    (tmp_path / SECRET).touch()
    assert sorted(holding(tmp_path)) == ["a", SECRET]
