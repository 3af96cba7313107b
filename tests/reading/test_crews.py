"""Crews that wait between two readings of a run: which processes do, and what the second reading need not do again."""

import multiprocessing
import os
from dataclasses import replace

import pytest

from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.pdf import read_source
from pipelines.raw_files import raw_files
from pipelines.reading import crews, last_read, report, tasks
from pipelines.reading.parcels import Parcel
from pipelines.settings import LOCAL
from tests.support.desk.asking import PLACES

NARROW = Limits(60, 600)


def process(limits: Limits = NARROW, cage: Cage | None = None, tasks: int = 1) -> int:
    """The process in which a crew does a task."""
    with crews.crew(LOCAL, 2, tasks, limits, cage) as crew:
        return crew.submit(os.getpid).result()


def test_a_process_waits_for_the_next_task_where_crews_are_kept_and_ends_with_that():
    with crews.kept():
        first = process()
        assert process() == first
        assert len(multiprocessing.active_children()) == 1
    assert not multiprocessing.active_children()
    assert process() != process()
    assert not multiprocessing.active_children()


def test_a_process_that_waits_does_nothing_it_was_not_started_for(tmp_path):
    """Other limits, another cage, a folder in it that a process already caged can never open: another process, and one alone waits."""
    cage = Cage((tmp_path / "later",))
    with crews.kept():
        found = [process(), process(Limits(60, 700)), process(cage=cage)]
        (tmp_path / "later").mkdir()
        found.append(process(cage=cage))
        assert len({*found, process()}) == 5
        assert len(multiprocessing.active_children()) == 1


def test_processes_that_did_much_do_not_wait():
    """They have grown, and what is done next needs the memory."""
    with crews.kept():
        process(tasks=crews.FEW + 1)
        assert not multiprocessing.active_children()


def test_a_crew_that_is_given_up_does_not_wait():
    with crews.kept():
        with pytest.raises(InterruptedError), crews.crew(LOCAL, 2, 1, NARROW) as crew:
            crew.submit(os.getpid).result()
            raise InterruptedError
        assert not multiprocessing.active_children()


def test_what_was_read_last_is_not_read_again_for_the_second_reader(monkeypatch):
    """The reading is the same as where it is; of other bytes, another year or a file read before that, it is read again."""
    [file] = [file for file in raw_files(PLACES.raw) if file.name.endswith("部门预算.pdf")]
    anew = Parcel.of(tasks.read_twice(file, PLACES, [7]))
    times, read = [], report.read_once

    def counted(*arguments: object) -> report.Reading:
        times.append(1)
        return read(*arguments)

    monkeypatch.setattr(report, "read_once", counted)
    tasks.read(file, PLACES)
    assert replace(Parcel.of(tasks.read_twice(file, PLACES, [7])), seconds=0) == replace(anew, seconds=0)
    assert len(times) == 1
    tasks.read_twice(file, PLACES, [7])
    assert len(times) == 2, "it is kept for one reading more, and no longer"


def test_one_reading_is_kept_and_only_for_the_same_bytes_and_year():
    [budget] = PLACES.raw.glob("*/*部门预算.pdf")
    source = read_source(budget)
    reading = report.read_once(source, 2024)
    for other in (replace(source, sha256="0"), replace(source, converted=b"")):
        last_read.keep(source, 2024, reading)
        assert last_read.take(other, 2024) is None
        assert last_read.take(source, 2024) is None, "whatever is read next, it makes room"
    last_read.keep(source, 2024, reading)
    assert last_read.take(source, None) is None
    last_read.keep(source, 2024, reading)
    assert last_read.take(source, 2024) is reading
    many = replace(reading, document=replace(reading.document, pages=reading.document.pages * 20))
    last_read.keep(source, 2024, many)
    assert last_read.take(source, 2024) is None, "a long one takes memory that the next report may need"
