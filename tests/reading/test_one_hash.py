"""One hash, one content: what is shelved under a hash was read from bytes of that hash, whatever happens to a file meanwhile."""

import hashlib
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipelines.pdf import source
from pipelines.pdf.refusal import Unreadable
from pipelines.reading import batch
from pipelines.settings import Places, RawFile, raw_files
from tests.support.faults import mortal
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory) -> list[bytes]:
    """Two sound reports."""
    folder = tmp_path_factory.mktemp("drawn")
    units = ("样本市样本区民政局", "样本市样本区教育局")
    return [
        paper.draw(
            layouts.paper(figures.report(seed, unit=unit), LAYOUT), folder / f"{seed}.pdf", LAYOUT.style
        ).read_bytes()
        for seed, unit in enumerate(units, 3)
    ]


@pytest.fixture
def listed(places: Places, drawn) -> tuple[Places, RawFile]:
    """A raw folder with the first report, as it was listed."""
    (places.raw / "2024").mkdir()
    (places.raw / "2024" / "report.pdf").write_bytes(drawn[0])
    [file] = raw_files(places.raw)
    return places, file


def shelved(places: Places) -> dict[str, str | None]:
    """Hash of each reading → the unit it says."""
    return {path.stem: pq.read_table(path)["unit_name"][0].as_py() for path in places.readings.rglob("*.parquet")}


def test_a_file_replaced_after_it_was_listed_is_shelved_under_its_own_hash(listed, drawn):
    places, file = listed
    file.path.write_bytes(drawn[1])
    [done] = batch.read_all([file], places, 1)
    assert done.status == batch.CHANGED
    assert shelved(places) == {hashlib.sha256(drawn[1]).hexdigest(): "样本市样本区教育局"}


@pytest.mark.parametrize("change", ["taken away", "a folder", "cut off", "emptied", "no PDF"])
def test_what_is_wrong_with_other_bytes_is_not_kept_under_the_listed_hash(change, listed, drawn):
    places, file = listed
    file.path.unlink()
    if change == "a folder":
        file.path.mkdir()
    elif change != "taken away":
        file.path.write_bytes({"cut off": drawn[0][:-3000], "emptied": b"", "no PDF": b"<html>"}[change])
    [done] = batch.read_all([file], places, 1)
    assert done.status == batch.CHANGED
    assert file.sha256 not in shelved(places)


def test_a_file_replaced_before_the_second_reader_looks_keeps_its_first_reading(listed, drawn):
    places, file = listed
    list(batch.read_all([file], places, 1))
    before = shelved(places)
    file.path.write_bytes(drawn[1])
    [done] = batch.read_again({file: [1]}, places, 1)
    assert done.status == batch.CHANGED
    assert shelved(places) == before == {file.sha256: "样本市样本区民政局"}


def test_a_report_that_kills_its_reader_is_not_held_under_the_hash_of_another(places, drawn, monkeypatch):
    (places.raw / "2024").mkdir()
    path = places.raw / "2024" / "mortal.pdf"
    path.write_bytes(drawn[0])
    [file] = raw_files(places.raw)
    path.write_bytes(drawn[1])
    monkeypatch.setattr(batch, "_read", mortal.read)
    [done] = batch.read_all([file], places, 1)
    assert done.status == batch.CHANGED
    assert shelved(places) == {}


def test_a_file_that_differs_at_every_reading_is_held_once(places):
    (places.raw / "2024").mkdir()
    (places.raw / "2024" / "x.pdf").symlink_to("/proc/sys/kernel/random/uuid")
    [done] = batch.read_all(raw_files(places.raw), places, 1)
    assert (done.status, done.reason) == ("quarantined", "the file is being written to while it is read")
    assert batch.pending(raw_files(places.raw), places) == []


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch):
    path = tmp_path / "growing.pdf"
    path.write_bytes(b"%PDF-1.7 first part")
    size = source.os.fstat

    def growing(descriptor: int):
        stat = size(descriptor)
        with open(path, "ab") as file:
            file.write(b"more")
        return stat

    monkeypatch.setattr(source.os, "fstat", growing)
    with pytest.raises(Unreadable, match="being written to"):
        source.read_source(path)
