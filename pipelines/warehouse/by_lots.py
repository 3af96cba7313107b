"""By lots: a warehouse made of lots of reports that are judged apart, one after the other or side by side.

Belongs here: the order of things, which lots are judged already. Does not belong here: what a lot is (lots), its transaction in a lake
(lake_publishing), the file of one that is kept (judged_lots), putting those together (merging), publishing a file (build).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines import publishing
from pipelines.limits import Limits
from pipelines.messages import Told, message
from pipelines.queries import Warehouse
from pipelines.raw_files import RawFile, by_report
from pipelines.reading import batch, changing, crews, damage
from pipelines.settings import LOCAL, Places
from pipelines.ticks import LOG as PROGRESS
from pipelines.warehouse import freshness, judged_lots, lake, lake_publishing, lots, merging, sources, touched
from pipelines.warehouse.survey import Survey, survey

OF_A_FILE = 180
"""Reports that a lot of a warehouse that is one file has about: as many as a processor judges in half a GiB of memory."""


class Damaged(Told, OSError):
    """A reading changed under the new warehouse; the old one stays, and the next run reads the report again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A lot to be judged: its files, the tables given to all lots.

    made_with: the digest of the program, of what people have decided, of those tables. workers: processes that read pages again, each under limits.
    beside: how many lots are judged side by side on a machine. workshop: a folder for what is needed meanwhile; none for memory.
    """

    places: Places
    files: Sequence[RawFile]
    given: Mapping[str, pa.Table]
    made_with: str
    workers: int
    limits: Limits
    beside: int = 1
    workshop: Path | None = None

    @property
    def reports(self) -> set[str]:
        """The ids of its reports."""
        return {file.sha256 for file in self.files}


def build(
    places: Places, files: Sequence[RawFile], workers: int, limits: Limits | None = None, may_shrink: bool = False
) -> dict[str, int | None]:
    """Judge the lots of a lake that have changed and publish each, then make the tables of all reports; returns table → rows.

    A lot that our own expectations refuse, or that another writer publishes, ends the run; the lots before it stay published, and
    the tables of all reports are as they were. Raises as build.build does, and LotTaken.
    """
    limits = limits or Limits()
    list(batch.mend(files, places, workers, limits))
    files = changing.as_read(files, places)
    known = _surveyed(places, files)
    with lots.open_empty(places) as empty:
        with lake.open_warehouse(places, is_written=True) as target:
            lake_publishing.lay_out(target, empty)
        made_with = _digest_of_common(code_of(places), known.given)
        task = Task(places=places, files=files, given=known.given, made_with=made_with, workers=workers, limits=limits)
        _judge_all([replace(task, files=some) for some in _shared(known, files, lots.MOST)])
        with lake.open_warehouse(places, is_written=True) as target:
            return lake_publishing.finish(target, empty, known.given, known.names, may_shrink)


def build_file(
    building: Path, places: Places, files: Sequence[RawFile], workers: int, limits: Limits, may_shrink: bool
) -> dict[str, int | None]:
    """Write the file of a large warehouse from its lots, of which those judged before are taken as they are; returns table → rows.

    files: with readings that are not damaged. Raises as build.build does, and Doubtful where readings changed meanwhile.
    """
    code = code_of(places)
    beside = max(1, workers)
    known = _surveyed(places, files, code, beside)
    here = replace(places, engine=LOCAL)  # the lots are kept on this machine
    task = Task(
        places=here,
        files=files,
        given=known.given,
        made_with=_digest_of_common(code, known.given),
        workers=workers,
        limits=limits,
        beside=beside,
        workshop=building.parent,
    )
    tasks = [replace(task, files=some) for some in _shared(known, files, OF_A_FILE)]
    made = [digest(one) for one in tasks]
    due = [one for one, lot in zip(tasks, made, strict=True) if not judged_lots.path_of(places, lot).exists()]
    _judge_all(due, beside)
    made = [digest(one) for one in tasks]  # of pages that were read again there is another reading
    with lots.open_empty(places) as empty:
        counts = merging.merge(
            empty, [judged_lots.path_of(places, lot) for lot in made], known.given, building, may_shrink
        )
    judged_lots.drop_all_but(places, made)
    return counts


def _surveyed(places: Places, files: Sequence[RawFile], code: str | None = None, beside: int = 1) -> Survey:
    """What survey sees of these files; raises Damaged where a reading cannot be looked at because it is damaged."""
    try:
        return survey(places, files, code, beside)
    except (OSError, pa.ArrowException, duckdb.Error):
        refuse_damaged(places, files)
        raise


def _judge_all(tasks: Sequence[Task], beside: int = 1) -> None:
    """Have lots judged, and tell of each as it is done."""
    engine = tasks[0].places.engine if tasks else LOCAL
    for number, reports in enumerate(crews.each(engine, judge, ((task,) for task in tasks), beside), 1):
        PROGRESS.info(message("run_lot", number=number, lots=len(tasks), reports=reports))


def _shared(known: Survey, files: Iterable[RawFile], most: int) -> list[list[RawFile]]:
    """The files of each lot."""
    of_report = by_report(files)
    return [[file for report in lot.reports for file in of_report[report]] for lot in lots.lots(known.names, most)]


def judge(task: Task) -> int:
    """Judge the files of a lot and keep or publish what comes of them, unless just that is published; returns how many reports were judged.

    On whichever machine this is, which reads pages again in processes of its own.
    """
    task = replace(task, places=replace(task.places, engine=LOCAL))
    places = task.places
    if places.lake:
        with lake.open_warehouse(places) as published:
            if lake_publishing.is_published(published, task.reports, digest(task)):
                return 0
    read = partial(batch.read_again, places=places, processes=task.workers, limits=task.limits)
    with (
        _workplace(task) as database,
        lots.open_judged(places, task.files, read, task.given, database, task.beside, is_described=False) as part,
    ):
        refuse_damaged(places, task.files)
        _keep(part, task)
    return len(task.reports)


@contextmanager
def _workplace(task: Task) -> Iterator[Path | str]:
    """Where the database of a lot lies until its rows are kept; it takes twice their room, and goes when they are kept."""
    if task.workshop is None:
        yield ":memory:"
        return
    database = task.workshop / f"{digest(task)}.duckdb"
    try:
        yield database
    finally:
        publishing.remove(database)


def _keep(part: Warehouse, task: Task) -> None:
    """Publish the rows of a lot in the lake, or keep them until those of all are put together."""
    if task.places.lake is None:
        judged_lots.keep(part, digest(task))
        return
    with lake.open_warehouse(task.places, is_written=True) as target:
        lake_publishing.publish(target, part, task.reports, digest(task))


def refuse_damaged(places: Places, files: Sequence[RawFile]) -> None:
    """Raise Damaged where a reading is not what it was when the first table was filled: rows of it may be."""
    if damaged := damage.find_damaged(files, places):
        raise Damaged("reading_damaged_meanwhile", path=places.reading_path(damaged[0]))


def code_of(places: Places) -> str:
    """A digest of the program and of what people have decided."""
    return freshness.fingerprint(places, (), Limits())


def digest(task: Task) -> str:
    """A digest of all that a lot is made of: its files and their readings, the tables given, the code."""
    parts: list[object] = [task.made_with, *sources.rows_of(task.places, task.files)]
    parts += sorted(touched.marks_of(task.places, task.files).items())
    return sha256(repr(parts).encode()).hexdigest()


def _digest_of_common(code: str, given: Mapping[str, pa.Table]) -> str:
    """A digest of what all lots are made with, worked out once: of each it is asked several times."""
    parts = [code, *((name, sorted(map(repr, given[name].to_pylist()))) for name in sorted(given))]
    return sha256(repr(parts).encode()).hexdigest()
