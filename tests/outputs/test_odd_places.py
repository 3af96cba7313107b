"""Signs in the path of raw/ and warehouse/ are only signs: nothing beside them is read, and what cannot work is refused."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from pipelines import publishing
from pipelines.cli import targets
from pipelines.cli.ending import Refused
from pipelines.orchestration import instance as instances
from pipelines.outputs.addresses import pdf_address
from pipelines.outputs.evidence import copies, site
from pipelines.outputs.export import parquet
from pipelines.queries import Warehouse
from pipelines.raw_files import raw_files
from pipelines.reading import alone, batch, refusals, store
from pipelines.settings import Places
from pipelines.warehouse import build, database, sources
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")
ODD = ("w[1]", "a*b", "{c,d}", "100%", "'f' \"g\"", "中文 样本", "#j&k=l", "~m")


@pytest.fixture(scope="module")
def shelved(tmp_path_factory) -> Places:
    """A report, read."""
    places = Places(tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("warehouse"))
    (places.raw / "2024").mkdir()
    drawn = layouts.paper(figures.report(0, unit="样本市样本区民政局"), LAYOUT)
    paper.draw(drawn, places.raw / "2024" / "民政局[0] *'.pdf", LAYOUT.style)
    list(batch.read_all(raw_files(places.raw), places, 1))
    return places


def test_a_sibling_that_a_pattern_would_match_is_not_read(shelved, tmp_path):
    """w[1] is a pattern that w1 answers to: there, under the same name, lies the reading of another report."""
    [one] = raw_files(shelved.raw)
    places, sibling = (Places(shelved.raw, tmp_path / name) for name in ("w[1]", "w1"))
    shutil.copytree(shelved.readings, places.readings)
    store.write(sibling.reading(one), "another", refusals.refuse("another report", ""))
    with duckdb.connect() as connection:
        sources.load(Warehouse(connection, places), [one])
        found = connection.execute("select report_id, filename from reading.shelf").fetchall()
    assert found == [(one.sha256, str(places.reading(one)))]


@pytest.fixture
def other_disk(tmp_path) -> Iterator[Path]:
    """A folder on another file system than raw/, where files cannot be renamed to from there; skipped where there is none."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK) or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system here (/dev/shm)")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def test_raw_and_warehouse_may_lie_on_two_disks(shelved, other_disk):
    """What crosses from one to the other is read and written: the PDF of a report into the readings and into the book."""
    places = Places(shelved.raw, other_disk / "warehouse")
    [done] = batch.read_all(raw_files(places.raw), places, 1)
    [file] = raw_files(places.raw)
    (places.warehouse / "book").mkdir()
    (places.warehouse / "book" / pdf_address(file.sha256)).parent.mkdir(exist_ok=True)
    assert copies.copy_all({file.sha256: file.path}, places.book) == {}
    with publishing.beside(places.database) as building:
        shutil.copy(file.path, building)
    assert (done.status, places.database.read_bytes()) == ("read", file.path.read_bytes())
    assert (places.book / pdf_address(file.sha256)).read_bytes() == file.path.read_bytes()


def test_all_that_is_made_is_made_in_any_place(shelved, tmp_path, monkeypatch):
    places = Places(tmp_path.joinpath(*ODD, "%7B e") / "raw", tmp_path.joinpath(*ODD) / "warehouse")
    shutil.copytree(shelved.raw, places.raw)
    shutil.copytree(shelved.readings, places.readings)
    files = raw_files(places.raw)
    assert batch.pending(files, places) == []
    monkeypatch.setattr(build, "_guard", lambda _: None)  # the suites open no file
    build.build(places, files, 1)
    with database.open_published(places) as warehouse:
        assert warehouse.connection.execute("select count(*) from star.dim_report").fetchall() == [(1,)]
    with instances.instance(places) as opened:
        assert opened.get_runs_count() == 0
    assert (places.dagster / "history" / "runs.db").exists()
    assert site.build(places).reports == 1
    assert parquet.build(places).files == len([*places.export.rglob("*.parquet")]) > 10
    parcel = alone.read_file(files[0].path)
    assert (parcel.report_id, parcel.status) == (files[0].sha256, "read")


@pytest.mark.parametrize("made", ["a?b/warehouse", "warehouse?", "a\\b/warehouse"])
def test_a_sign_that_duckdb_cannot_take_is_refused(tmp_path, made):
    places = Places(tmp_path / "raw", tmp_path / made)
    with pytest.raises(Refused, match=r"has a [?\\] in its path, which DuckDB .* choose another --warehouse"):
        targets.refuse_folders(places)
    targets.refuse_folders(replace(places, raw=tmp_path / "raw?\\", warehouse=tmp_path / "warehouse"))


def test_what_dagster_would_take_for_another_sign_is_refused(tmp_path):
    """The address of its history would lead to a folder beside: %7B is a { there."""
    places = Places(tmp_path / "%7B" / "raw", tmp_path / "a %7B" / "warehouse")
    with pytest.raises(Refused, match=r"has %7B in its path, which Dagster .* choose another --warehouse"):
        targets.refuse_folders(places)
    targets.refuse_folders(replace(places, warehouse=tmp_path / "100%" / "warehouse"))
