"""Signs in the path of raw/ and warehouse/ are only signs: nothing beside them is read, and what cannot work is refused."""

import shutil
from dataclasses import replace

import pytest

from pipelines.cli import check as checking
from pipelines.cli import targets
from pipelines.cli.ending import Refused
from pipelines.outputs.evidence import site
from pipelines.outputs.export import parquet
from pipelines.reading import batch
from pipelines.settings import Places, raw_files
from pipelines.warehouse import build, database
from tests.support.desk.asking import PLACES
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")
ODD = ("w[1]", "a*b", "{c,d}", "%7B e", "'f' \"g\"", "中文 样本", "#j&k=l", "~m")


@pytest.fixture(scope="module")
def shelved(tmp_path_factory) -> Places:
    """Two reports, read."""
    places = Places(tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("warehouse"))
    (places.raw / "2024").mkdir()
    for seed, name in enumerate(("民政局", "教育局")):
        drawn = layouts.paper(figures.report(seed, unit=f"样本市样本区{name}"), LAYOUT)
        paper.draw(drawn, places.raw / "2024" / f"{name}[{seed}] *'.pdf", LAYOUT.style)
    list(batch.read_all(raw_files(places.raw), places, 2))
    return places


def test_a_sibling_that_a_pattern_would_match_is_not_read(shelved, tmp_path):
    """w[1] is a pattern that w1 answers to: there, under the same name, lies the reading of another report."""
    [one, other] = raw_files(shelved.raw)
    places, sibling = (Places(shelved.raw, tmp_path / name) for name in ("w[1]", "w1"))
    shutil.copytree(shelved.readings, places.readings)
    sibling.reading(one).parent.mkdir(parents=True)
    shutil.copy(shelved.reading(other), sibling.reading(one))
    build.build(places, [one], 1)
    with database.open_published(places) as warehouse:
        found = warehouse.connection.execute("select report_id, reading_path from reading.report").fetchall()
    assert found == [(one.sha256, str(places.reading(one)))]


def test_all_that_is_made_is_made_in_any_place(shelved, tmp_path):
    folder = tmp_path.joinpath(*ODD)
    places = Places(folder / "raw", folder / "warehouse")
    shutil.copytree(shelved.raw, places.raw)
    shutil.copytree(shelved.readings, places.readings)
    files = raw_files(places.raw)
    assert batch.pending(files, places) == []
    build.build(places, files, 1)
    with database.open_published(places) as warehouse:
        assert warehouse.connection.execute("select count(*) from star.dim_report").fetchall() == [(2,)]
    assert site.build(places).reports == 2
    assert parquet.build(places).files == len([*places.export.rglob("*.parquet")]) > 10
    with checking.desk(PLACES, files[0].path) as desk:
        assert checking.not_checked(desk) == []


@pytest.mark.parametrize("made", ["a?b/warehouse", "warehouse?", "a\\b/warehouse"])
def test_a_sign_that_duckdb_cannot_take_is_refused(tmp_path, made):
    places = Places(tmp_path / "raw", tmp_path / made)
    with pytest.raises(Refused, match=r"has a [?\\] in its path, which DuckDB .* choose another --warehouse"):
        targets.refuse_folders(places)
    targets.refuse_folders(replace(places, raw=tmp_path / "raw?\\", warehouse=tmp_path / "warehouse"))
