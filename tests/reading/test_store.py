"""The shelf: a reading that is not, bit for bit, what was written is never used, and its report is read again."""

import logging
import shutil
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipelines.reading import batch, seal, store
from pipelines.settings import Limits, Places, RawFile, raw_files
from pipelines.warehouse import build, database
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")
FLIPS, BLOCKS = 2000, 200


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
        return store._read_version(content)["code_version"][0].as_py() == store.code_version()
    except (OSError, pa.ArrowException, IndexError, KeyError):
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


def test_a_seal_holds_in_one_place_only(shelf):
    """A sound reading under the name of another report, or of another year, is not the one that was written there."""
    _, _, path = shelf
    other = path.with_name(f"{'0' * 64}.parquet")
    shutil.copy(path, other)
    assert store.is_current(path, Limits())
    assert store.is_damaged(other)
    assert not store.is_current(other, Limits())


def test_a_reading_without_a_seal_is_not_used_and_one_of_another_version_is_no_damage(shelf, monkeypatch):
    _, _, path = shelf
    pq.write_table(pq.read_table(path), path)
    assert store.is_damaged(path)
    assert not store.is_current(path, Limits())
    monkeypatch.setattr(store, "code_version", lambda: "another")
    assert not store.is_damaged(path)
    assert not store.is_current(path, Limits())


def harm(content: bytes) -> bytes:
    """A flipped bit that leaves the file readable and what it says changed."""
    table = pq.read_table(pa.BufferReader(content))
    for bit in Random(3).sample(range(8 * len(content)), FLIPS):
        damaged = flipped(content, bit)
        try:
            if readable(damaged) and pq.read_table(pa.BufferReader(damaged))["amounts"] != table["amounts"]:
                return damaged
        except (OSError, pa.ArrowException):
            continue
    raise LookupError("no flip changes an amount unseen")


@pytest.mark.parametrize("spoil", [harm, lambda content: zeroed(content, len(content) // 2), lambda _: b""])
def test_a_damaged_reading_is_told_and_made_again_by_the_same_run(shelf, caplog, spoil):
    places, file, path = shelf
    sound = path.read_bytes()
    path.write_bytes(spoil(sound))
    log = places.database.with_name(f"{places.database.name}.wal")
    log.write_bytes(b"left by another program")
    build.build(places, [file], 1)
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert told == [f"{path} is damaged: it is dropped, and 2024/a.pdf is read again"]
    assert pq.read_table(path)["amounts"] == pq.read_table(pa.BufferReader(sound))["amounts"]
    assert not log.exists()
    with database.open_published(places) as warehouse:
        assert warehouse.connection.execute("select count(*) from star.dim_report").fetchall() == [(1,)]


def test_a_reading_damaged_while_the_warehouse_is_built_publishes_nothing(shelf, monkeypatch):
    places, file, path = shelf
    answer = build.answer

    def answering(warehouse):
        path.write_bytes(flipped(path.read_bytes(), 999))
        return answer(warehouse)

    monkeypatch.setattr(build, "answer", answering)
    with pytest.raises(build.Damaged, match=r"was damaged while the warehouse was built from it: .*run again"):
        build.build(places, [file], 1)
    assert not places.database.exists()
