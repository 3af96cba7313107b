"""The main job makes the same warehouse wherever it runs: on one machine, into a lake, and on hosts of a network of their own, some lost."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipelines.ocr.engines import NONE
from pipelines.pdf import read_source
from pipelines.raw_files import raw_files
from pipelines.reading import batch, shelves, store
from pipelines.serving.desk.application import app
from pipelines.serving.guard import names
from pipelines.settings import PROJECT, RAY, Lake, Places
from tests.studies.samples import SCANNED
from tests.support.cluster import network, nodes, servers
from tests.support.cluster.checksums import checksums
from tests.support.cluster.reading import SAYS
from tests.support.paper import scanned

PAGES = ("/", "/search?q=教育", "/reports", "/data", "/compare")
COPIES = 4
LOST_AFTER = 4
"""Reports after which a host is lost, and once more after which another is."""


@dataclass(frozen=True)
class Team:
    """A Ray head and two nodes on hosts of their own; a database and an object store that they reach."""

    cluster: nodes.Cluster
    lake: Lake
    store: str


@pytest.fixture(scope="module")
def team(tmp_path_factory) -> Iterator[Team]:
    servers.skip_without("ip", "initdb", "pg_ctl", "rclone", "setpriv")
    with ExitStack() as started, pytest.MonkeyPatch.context() as patched:
        here, hosts = started.enter_context(network.hosts(3))
        found = started.enter_context(servers.postgres(here))
        store = started.enter_context(servers.object_store(tmp_path_factory.mktemp("s3"), here))
        for name, value in store.environment.items():
            patched.setenv(name, value)
        together = started.enter_context(nodes.cluster(hosts, store.environment))
        yield Team(together, Lake(f"postgres:{found}", f"s3://{servers.BUCKET}/lake/"), f"s3://{servers.BUCKET}")


def environment(places: Places) -> dict[str, str]:
    """What a program is told of these places."""
    told = {"FINAL_ACCOUNTS_RAW": str(places.raw), "FINAL_ACCOUNTS_WAREHOUSE": str(places.warehouse)}
    told |= {"FINAL_ACCOUNTS_ENGINE": places.engine, "FINAL_ACCOUNTS_SHELF": places.shelf or ""}
    if places.lake:
        told |= {"FINAL_ACCOUNTS_LAKE": places.lake.catalogue, "FINAL_ACCOUNTS_LAKE_DATA": places.lake.data}
    return told


@pytest.fixture(scope="module", params=["one machine", "a lake in files", "three nodes"])
def made(request, small, tmp_path_factory) -> Places:
    """The reports of `small`, made a warehouse once more by the command."""
    folder = tmp_path_factory.mktemp("made")
    places = replace(small, warehouse=folder / "warehouse")
    program = ("-m", "tests.support.cluster.main_job")
    if request.param == "three nodes":
        team = request.getfixturevalue("team")
        places = replace(places, engine=RAY, lake=team.lake, shelf=f"{team.store}/shelf")
        print(replace(team.cluster, environment=team.cluster.environment | environment(places)).run(*program))
        return places
    servers.skip_without()
    if request.param == "a lake in files":
        lake = Lake(str(folder / "catalogue.ducklake"), f"{folder}/data/")
        places = replace(places, lake=lake, shelf=str(folder / "shelf"))
    told = {**os.environ, **environment(places), "PYTHONPATH": str(PROJECT)}
    subprocess.run([sys.executable, *program], cwd=PROJECT, env=told, check=True)
    return places


def test_every_table_and_every_answer_is_that_of_one_machine(made, small):
    whole, found = checksums(small), checksums(made)
    assert len(whole) > 100 and sum(rows for rows, _ in whole.values()) > 10_000
    assert {name: found.get(name) for name in whole} == whole
    with shelves.open_shelf(made) as shelf:
        assert shelf.list_due(raw_files(made.raw), batch.Limits()) == []
    assert (made.shelf is None) == made.readings.exists()


def test_the_desk_and_sql_answer_alike(made, small):
    first, there = desk_says(small, PAGES), desk_says(made, PAGES)
    assert [status for status, _ in first.values()] == [200] * len(PAGES)
    assert there == first
    behind = linked(first, "figure", "report", "data")
    further = desk_says(small, behind)
    assert desk_says(made, behind) == further
    units = linked(further, "unit")
    assert desk_says(made, units) == desk_says(small, units)
    told = {**os.environ, **environment(made), "PYTHONPATH": str(PROJECT)}
    asked = [
        sys.executable,
        "-m",
        "pipelines",
        "sql",
        "--warehouse",
        str(made.warehouse),
        "select count(*) as n from 提问.公开情况",
    ]
    done = subprocess.run(asked, cwd=PROJECT, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows, _ = checksums(small)['提问."公开情况"']
    assert f"│ {rows:>5} │" in done.stdout


def linked(said: dict[str, tuple[int, str]], *kinds: str) -> list[str]:
    """Three pages of each kind that these lead to."""
    links = sorted({link for _, text in said.values() for link in re.findall(r'href="(/[^"#]+)"', text)})
    found = [[link for link in links if link.startswith(f"/{kind}/")][:3] for kind in kinds]
    assert all(found), found
    return [link for of_kind in found for link in of_kind]


def desk_says(places: Places, pages: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Status and text of pages of the desk."""
    with TestClient(app(places, names(3002)), base_url="http://127.0.0.1:3002") as client:
        answers = {page: client.get(page) for page in pages}
        return {page: (answer.status_code, answer.text) for page, answer in answers.items()}


@pytest.fixture(scope="module")
def many(tmp_path_factory) -> Path:
    """The samples that are PDFs several times over, each with other bytes behind its end, and a page of one as a scan."""
    folder = tmp_path_factory.mktemp("many") / "raw"
    samples = [file for file in raw_files(PROJECT / "raw") if file.path.suffix == ".pdf" and SCANNED not in file.name]
    for sample in samples:
        for number in range(COPIES):
            copy = folder / Path(sample.name).with_suffix(f".{number}.pdf")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(sample.path.read_bytes() + f"%{number}\n".encode())
    pages = scanned.scan_pages(read_source(samples[0].path).content, [7], scanned.SOFT)
    (folder / "2024" / "scan.pdf").write_bytes(scanned.as_pdf(pages, scanned.SOFT))
    return folder


def test_nodes_read_what_one_machine_reads_though_one_is_killed_and_one_cut_off(team, many, tmp_path):
    """Of three hosts one loses its power and another its network: the third reads all that is left."""
    there = Places(many, tmp_path / "there", engine=RAY)
    cluster = replace(team.cluster, environment=team.cluster.environment | environment(there))
    statuses, said, killed = [], [], 0
    with cluster.start("-m", "tests.support.cluster.reading") as program:
        for line in program.stdout:
            said.append(line)
            if line.startswith(SAYS):
                statuses.append(line.removeprefix(SAYS).strip())
            if len(statuses) == LOST_AFTER and not killed:
                killed = cluster.hosts[2].kill()
            if len(statuses) == 2 * LOST_AFTER:
                cluster.hosts[1].cut_off()
    assert program.returncode == 0, "".join(said[-30:])
    assert killed > 2
    here = Places(many, tmp_path / "here")
    assert sorted(statuses) == sorted(one.status for one in batch.read_all(raw_files(many), here, 2))
    assert contents(there) == contents(here)
    [scan] = [file for file in raw_files(many) if file.path.name == "scan.pdf"]
    said_by = store.describe(here.reading(scan).read_bytes())["recognisers"]
    assert (said_by != NONE) == bool(find_spec("rapidocr")), "recognised on a node where the extra is there"


def contents(places: Places) -> dict[str, bytes]:
    """The readings on a shelf, and whatever else lies there, by name."""
    return {str(path.relative_to(places.readings)): path.read_bytes() for path in places.readings.glob("year=*/*")}
