"""One hash, one content: what is shelved under a hash was read from bytes of that hash, whatever happens to a file meanwhile."""

import hashlib
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from pipelines.pdf import source
from pipelines.pdf.refusal import Unreadable
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile, raw_files
from pipelines.reading import batch, changing, tasks
from pipelines.settings import Places
from pipelines.warehouse import sources
from pipelines.warehouse.creation import create
from pipelines.warehouse.models import model
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


def test_a_file_replaced_after_it_was_listed_is_read_as_it_is_now(listed, drawn):
    places, file = listed
    file.path.write_bytes(drawn[1])
    [done] = batch.read_all([file], places, 1)
    assert (done.status, done.file.sha256) == ("read", hashlib.sha256(drawn[1]).hexdigest())
    assert shelved(places) == {done.file.sha256: "样本市样本区教育局"}


def test_a_file_of_the_same_bytes_is_read_where_the_first_was_replaced(listed, drawn):
    """Of files of the same bytes one is read, and the other must not be left out for that."""
    places, file = listed
    file.path.with_name("twin.pdf").write_bytes(drawn[0])
    both = raw_files(places.raw)
    file.path.write_bytes(drawn[1])
    assert [done.status for done in batch.read_all(both, places, 1)] == ["read", "read"]
    assert sorted(shelved(places).values()) == ["样本市样本区教育局", "样本市样本区民政局"]


@pytest.mark.parametrize("change", ["taken away", "a folder"])
def test_a_file_taken_away_after_it_was_listed_is_told(change, listed):
    places, file = listed
    file.path.unlink()
    if change == "a folder":
        file.path.mkdir()
    [done] = batch.read_all([file], places, 1)
    assert (done.status, done.reason.partition(";")[0]) == (
        batch.CHANGED,
        "the file was replaced or taken away after it was listed",
    )
    assert shelved(places) == {}


@pytest.mark.parametrize(
    ("change", "said"),
    [("a link to nothing", "not a file: "), ("cut off", "the PDF is truncated"), ("emptied", "the file is empty"), ("no PDF", "neither a PDF")],
)  # fmt: skip
def test_what_is_wrong_with_other_bytes_is_not_kept_under_the_listed_hash(change, said, listed, drawn):
    places, file = listed
    file.path.unlink()
    if change == "a link to nothing":
        file.path.symlink_to("nothing")
    else:
        file.path.write_bytes({"cut off": drawn[0][:-3000], "emptied": b"", "no PDF": b"404"}[change])
    [done] = batch.read_all([file], places, 1)
    assert (done.status, done.reason[: len(said)]) == ("quarantined", said)
    assert list(shelved(places)) == [raw_files(places.raw)[0].sha256]


@pytest.fixture
def growing(listed, monkeypatch):
    """The file is appended to after each listing, as by a process that goes on writing."""
    places, file = listed
    list_again = batch.list_again

    def append() -> None:
        with open(file.path, "ab") as log:
            log.write(b"more")

    def listing(*given):
        now = list_again(*given)
        append()
        return now

    monkeypatch.setattr(batch, "list_again", listing)
    append()
    return places, file


def test_a_file_that_is_appended_to_is_held_until_it_is_complete(growing, monkeypatch):
    places, file = growing
    [done] = batch.read_all([file], places, 1)
    assert (done.status, done.reason) == ("quarantined", changing._REASON)
    assert list(shelved(places)) == [done.file.sha256]  # nothing is kept of what stood there in between
    assert held(places) == [("2024/report.pdf", changing._REASON, changing._REMEDY)]
    monkeypatch.undo()  # the writer has ended
    assert [done.status for done in batch.read_all(raw_files(places.raw), places, 1)] == ["read"]
    assert held(places) == []


def held(places: Places) -> list[tuple[str, str, str]]:
    """File, reason and remedy of each report that a warehouse made now would hold."""
    with duckdb.connect() as connection:
        warehouse = Warehouse(connection, places)
        files = changing.as_read(raw_files(places.raw), places)
        sources.load(warehouse, files)
        for table in ("reading.report", "reading.quarantine"):
            create(connection, model(places.sql, table))
        return connection.execute(
            "select file, reason, remedy from reading.quarantine where scope = 'report'"
        ).fetchall()


def test_a_file_that_changes_between_reading_and_building_is_held(listed):
    places, file = listed
    list(batch.read_all([file], places, 1))
    assert held(places) == []
    with open(file.path, "ab") as log:
        log.write(b"more")
    assert [reason for _, reason, _ in held(places)] == [changing._REASON]


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
    monkeypatch.setattr(tasks, "read_text", mortal.read)
    [done] = batch.read_all([file], places, 1)
    assert (done.status, done.reason) == ("quarantined", "the process that read it died: exit status 139")
    assert list(shelved(places)) == [hashlib.sha256(drawn[1]).hexdigest()]


def test_a_file_that_differs_at_every_reading_is_held_once(places):
    (places.raw / "2024").mkdir()
    (places.raw / "2024" / "x.pdf").symlink_to("/proc/sys/kernel/random/uuid")
    [done] = batch.read_all(raw_files(places.raw), places, 1)
    assert done.status == "quarantined"
    assert done.reason == "the file is being written to while it is read, or is no file of a disk and has no size"
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
