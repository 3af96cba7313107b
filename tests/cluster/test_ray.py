"""Three nodes read what one machine reads, byte for byte, also where one of them is killed in the middle."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.reading import batch
from pipelines.settings import PROJECT, Places, raw_files
from tests.support.cluster import servers

COPIES = 3
AFTER = 5
"""Reports after which a node is killed."""


@pytest.fixture(scope="module")
def raw(tmp_path_factory) -> Path:
    """The samples several times over, each with other bytes behind its end."""
    folder = tmp_path_factory.mktemp("many") / "raw"
    for sample in raw_files(PROJECT / "raw"):
        for number in range(COPIES):
            copy = folder / Path(sample.name).with_suffix(f".{number}.pdf")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(sample.path.read_bytes() + f"%{number}\n".encode())
    return folder


def test_nodes_read_what_one_machine_reads_though_one_is_killed(raw, tmp_path):
    servers.skip_without("unshare", "ip")
    command = [sys.executable, "-m", "tests.support.cluster.read_on_ray", str(raw), str(tmp_path / "ray"), str(AFTER)]
    alone = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "-", *command]
    if subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False).returncode:
        pytest.skip("no cluster here: this user may make no network namespace (unshare --net)")
    done = subprocess.run(
        alone, cwd=PROJECT, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(PROJECT)}, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout.splitlines()[-1])
    here = Places(raw, tmp_path / "here")
    assert sorted(said["statuses"]) == sorted(one.status for one in batch.read_all(raw_files(raw), here, 2))
    assert said["killed"] > 0
    assert contents(tmp_path / "ray") == contents(here.warehouse)
    shutil.rmtree(tmp_path / "ray")


def contents(warehouse: Path) -> dict[str, bytes]:
    """The readings on a shelf, and whatever else lies there, by name."""
    shelf = warehouse / "reading"
    return {str(path.relative_to(shelf)): path.read_bytes() for path in shelf.glob("year=*/*")}
