"""The shelf: a reading that is not, bit for bit, what was written is never used, and its report is read again."""

import logging
import shutil
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.limits import Limits
from pipelines.raw_files import RawFile, raw_files
from pipelines.reading import batch, seal, store
from pipelines.settings import Places
from pipelines.warehouse import build
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")
FLIPS, BLOCKS = 500, 50


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Places, RawFile]:
    """A report that was read; tests work on copies of it."""
    places = Places(tmp_path_factory.mktemp("raw"), tmp_path_factory.mktemp("warehouse"))
    path = places.raw / "2024" / "a.pdf"
    path.parent.mkdir()
    paper.draw(layouts.paper(figures.report(1, unit="样本市样本区民政局"), LAYOUT), path, LAYOUT.style)
    [file] = raw_files(places.raw)
    assert [done.status for done in batch.read_all([file], places, 1)] == ["read"]
    return places, file


@pytest.fixture
def shelf(made, tmp_path) -> tuple[Places, RawFile, Path]:
    """The places of a copy of the shelf, its file, and the file's reading."""
    places, file = made
    copy = Places(places.raw, tmp_path / "warehouse")
    shutil.copytree(places.readings, copy.readings)
    return copy, file, copy.reading(file)


def flipped(content: bytes, bit: int) -> bytes:
    damaged = bytearray(content)
    damaged[bit // 8] ^= 1 << bit % 8
    return bytes(damaged)


def zeroed(content: bytes, start: int, length: int = 64) -> bytes:
    return content[:start] + b"\0" * len(content[start : start + length]) + content[start + length :]


def readable(content: bytes) -> bool:
    """Whether it is Parquet still, and says the version it should."""
    try:
        return store._columns(content, "code_version")["code_version"][0].as_py() == store.code_version()
    except store.UNREADABLE:
        return False


def test_every_flipped_bit_and_every_zeroed_block_is_seen(made):
    places, file = made
    path = places.reading(file)
    content, random = path.read_bytes(), Random(17)
    bits = random.sample(range(8 * len(content)), FLIPS)
    starts = [start for start in random.sample(range(len(content)), BLOCKS) if any(content[start : start + 64])]
    damaged = [flipped(content, bit) for bit in bits] + [zeroed(content, start) for start in starts]
    seen = sum(not seal.holds(one, store._place(path)) for one in damaged)
    assert seen == len(damaged) >= FLIPS + BLOCKS - 10
    assert sum(map(readable, damaged)) > len(damaged) / 2  # what is not seen by asking for one column
    assert seal.holds(content, store._place(path))
    for one in damaged:
        if not readable(one):
            path.write_bytes(one)
            assert store.is_damaged(path)
    path.write_bytes(content)
    assert not store.is_damaged(path)


def test_a_reading_has_no_dictionaries_and_no_statistics(made):
    places, file = made
    row = pq.ParquetFile(places.reading(file)).metadata.row_group(0)
    columns = [row.column(number) for number in range(row.num_columns)]
    assert not any(column.has_dictionary_page or column.is_stats_set for column in columns)


def test_a_seal_holds_in_one_place_only(shelf):
    """A sound reading under the name of another report, or of another year, is not the one that was written there."""
    _, _, path = shelf
    other = path.with_name(f"{'0' * 64}.parquet")
    shutil.copy(path, other)
    assert store.is_current(path, Limits(), ())
    assert store.is_damaged(other)
    assert not store.is_current(other, Limits(), ())


def test_a_reading_without_a_seal_is_not_used_and_one_of_another_version_is_no_damage(shelf, monkeypatch):
    _, _, path = shelf
    pq.write_table(pq.read_table(path), path)
    assert store.is_damaged(path)
    assert not store.is_current(path, Limits(), ())
    monkeypatch.setattr(store, "code_version", lambda: "another")
    assert not store.is_damaged(path)
    assert not store.is_current(path, Limits(), ())


def harm(content: bytes) -> bytes:
    """A flipped bit that leaves the file readable and what it says changed."""
    sound = amounts(content)
    for bit in Random(3).sample(range(8 * len(content)), 2000):
        damaged = flipped(content, bit)
        try:
            if readable(damaged) and amounts(damaged) != sound:
                return damaged
        except (OSError, pa.ArrowException):
            continue
    raise LookupError("no flip changes an amount unseen")


@pytest.mark.parametrize("spoil", [lambda content: zeroed(content, len(content) // 2), lambda _: b""])
def test_a_damaged_reading_is_told_and_made_again(shelf, caplog, spoil):
    places, file, path = shelf
    sound = path.read_bytes()
    path.write_bytes(spoil(sound))
    assert [done.status for done in batch.mend([file], places, 1)] == ["read"]
    assert warned(caplog) == [f"{path} is damaged: it is dropped, and 2024/a.pdf is read again"]
    assert amounts(path.read_bytes()) == amounts(sound)


def test_a_run_makes_a_damaged_reading_again_before_it_builds(shelf, caplog, monkeypatch):
    """What is filled from the reading is nothing here."""
    places, file, path = shelf
    sound = path.read_bytes()
    path.write_bytes(harm(sound))
    log = places.database.with_name(f"{places.database.name}.wal")
    log.write_bytes(b"left by another program")
    filled = []

    @contextmanager
    def fill(*_):
        filled.append(amounts(path.read_bytes()))
        yield None, {}

    def pack(_, building):
        building.write_bytes(b"a warehouse")
        return {}

    for where, name in ((build.shrinking, "check"), (build, "_guard"), (build.tables, "write")):
        monkeypatch.setattr(where, name, lambda *_: {})
    monkeypatch.setattr(build, "open_filled", fill)
    monkeypatch.setattr(build.packing, "pack", pack)
    build.build(places, [file], 1)
    assert warned(caplog) == [f"{path} is damaged: it is dropped, and 2024/a.pdf is read again"]
    assert filled == [amounts(sound)]
    assert places.database.read_bytes() == b"a warehouse"
    assert not log.exists()


def warned(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]


def amounts(content: bytes) -> pa.Table:
    return pq.read_table(pa.BufferReader(content), columns=["amounts"])


def test_a_reading_damaged_while_the_warehouse_is_built_publishes_nothing(shelf, monkeypatch):
    """Between the first table that is filled and the last; what they are filled with is nothing here."""
    places, file, path = shelf

    @contextmanager
    def fill(*_):
        yield None, {}
        raise AssertionError("nothing was said of the damage")

    def damage(*_):
        path.write_bytes(flipped(path.read_bytes(), 999))
        return {}

    for where, name in ((build.shrinking, "check"), (build, "_guard")):
        monkeypatch.setattr(where, name, lambda *_: None)
    monkeypatch.setattr(build.tables, "write", lambda _: {})
    monkeypatch.setattr(build, "open_filled", fill)
    monkeypatch.setattr(build.packing, "pack", damage)
    with pytest.raises(build.Damaged, match=r"was damaged while the warehouse was built from it: .*run again"):
        build.build(places, [file], 1)
    assert not places.database.exists()
