"""Answers: what a process that was taken over says runs no code, stops no run, and is never taken for another report's reading."""

import json
import pickle
import struct
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipelines.limits import Limits
from pipelines.raw_files import raw_files
from pipelines.reading import answers, batch, tasks, workers
from pipelines.reading.parcels import Parcel
from pipelines.settings import Places
from pipelines.vocabulary import labels
from tests.support.faults import captive
from tests.support.figures import figures
from tests.support.paper import layouts, paper

LAYOUT = layouts.layout("shanghai_one_column")


class Bomb:
    """Writes a file where a pickle of it is read."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple:
        return Path.touch, (self.target,)


def framed(body: bytes) -> bytes:
    return struct.pack(">Q", len(body)) + body


VALUE = framed(b'{"value":1}')
FOREIGN = {
    "a pickle in our frame": lambda bomb: framed(bomb),
    "a pickle as multiprocessing frames it": lambda bomb: struct.pack("!i", len(bomb)) + bomb,
    "two answers": lambda _: VALUE * 2,
    "another JSON": lambda _: framed(b"[1]"),
    "an error of no form": lambda _: framed(b'{"error":{"number":"1","words":"x","file":null}}'),
    "a value and an error": lambda _: framed(b'{"value":1,"error":{"name":"x","words":"x"}}'),
    "brackets without end": lambda _: framed(b"[" * 10**6),
    "a length that nobody sends": lambda _: struct.pack(">Q", 1 << 60),
}


@pytest.fixture(scope="module")
def crew() -> workers.Crew:
    with workers.crew(1, Limits(60, 600)) as crew:
        yield crew


@pytest.mark.parametrize("kind", FOREIGN)
def test_what_is_no_answer_of_ours_runs_nothing_and_is_told(kind, crew, tmp_path):
    target = tmp_path / "executed"
    bomb = pickle.dumps((Bomb(target), None))
    with pytest.raises(workers.NotOurs):
        crew.submit(captive.speak_up, FOREIGN[kind](bomb)).result()
    assert not target.exists()
    assert crew.submit(sum, [1, 2]).result() == 3
    pickle.loads(bomb)
    assert target.exists(), "the bomb is none"


@pytest.mark.parametrize("begun", [b"\0", VALUE[:-1]])
def test_an_answer_that_never_ends_is_stopped_by_the_limit(begun):
    with workers.crew(1, Limits(0.1, 600)) as crew, pytest.raises(workers.TooLong):
        crew.submit(captive.speak_up, begun).result()


@pytest.mark.parametrize("value", [None, 1.5, "文", [1, {"a": b"\0\xff"}], {"bytes": b""}])
def test_what_a_task_answers_arrives(value, tmp_path):
    with open(tmp_path / "sent", "w+b") as file:
        answers.send(file.fileno(), value)
        file.seek(0)
        assert answers.value_of(answers.Inbox(file.fileno()).take()) == value


def test_what_a_task_raises_arrives_by_its_kind(crew, tmp_path):
    with pytest.raises(FileNotFoundError, match="absent"):
        crew.submit(captive.read, tmp_path / "absent").result()
    with pytest.raises(workers.Failed, match=r"^JSONDecodeError: Expecting value"):
        crew.submit(json.loads, "x").result()


@pytest.fixture(scope="module")
def packed(tmp_path_factory) -> dict:
    """What the reader of a sound file answers."""
    return _draw(tmp_path_factory.mktemp("packed"), "a", 1)


def _draw(folder: Path, name: str, seed: int) -> dict:
    path = folder / f"{name}.pdf"
    paper.draw(layouts.paper(figures.report(seed, unit=f"样本市样本区第{seed}局"), LAYOUT), path, LAYOUT.style)
    [file] = [one for one in raw_files(folder) if one.path == path]
    return tasks.read(file, Places(folder, folder))


@pytest.mark.parametrize(
    "change",
    [
        {"report_id": "../../../home/x"},
        {"report_id": "0" * 64},
        {"status": None},
        {"pages": True},
        {"year": "2024"},
        {"content": "text"},
        {"content": b"PAR1 and nothing else PAR1"},
        {"more": 1},
    ],
)
def test_only_a_parcel_of_this_report_is_opened(change, packed):
    assert Parcel.of(packed).status == "read"
    with pytest.raises(answers.NoAnswer):
        Parcel.of(packed | change)


def test_a_reading_already_sealed_is_no_parcel(packed):
    sealed = packed["content"].replace(b"sha256:0", b"sha256:1")
    with pytest.raises(answers.NoAnswer, match="no reading of this report"):
        Parcel.of(packed | {"content": sealed})


def test_no_reader_puts_a_reading_in_the_place_of_anothers(places, monkeypatch):
    """The victim is in the folder and not yet on the shelf: whatever the others hand back, its place stays empty."""
    forgers = ("another's id", "another's reading", "both")
    for seed, name in enumerate((*forgers, "victim")):
        path = places.raw / "2024" / f"{name}.pdf"
        path.parent.mkdir(exist_ok=True)
        paper.draw(layouts.paper(figures.report(seed, unit=f"样本市样本区第{seed}局"), LAYOUT), path, LAYOUT.style)
    files = {file.path.stem: file for file in raw_files(places.raw)}
    monkeypatch.setattr(tasks, "read_text", captive.forge)
    done = {one.file.path.stem: one for one in batch.read_all([files[name] for name in forgers], places, 1)}
    assert "are not those that were read" in done["another's id"].reason
    assert not places.reading(files["another's id"]).exists()
    assert not places.reading(files["victim"]).exists()
    for name in forgers[1:]:
        assert done[name].status == "quarantined"
        assert "answered what no reader of ours answers" in done[name].reason
        assert labels.reason(done[name].reason)[0] != done[name].reason
        assert pq.read_table(places.reading(files[name]))["report_id"].to_pylist() == [files[name].sha256]
