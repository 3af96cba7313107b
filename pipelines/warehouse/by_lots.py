"""By lots: a warehouse made of lots of reports that are judged apart, one after the other or side by side.

Belongs here: the order of things, which lots are judged already. Does not belong here: what a lot is (lots), its transaction in a lake
(lake_publishing), the file of one that is kept (judged_lots), putting those together (merging), publishing a file (build).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines import publishing
from pipelines.limits import Limits
from pipelines.messages import Told, message
from pipelines.queries import Warehouse
from pipelines.raw_files import by_report
from pipelines.reading import batch, crews, damage
from pipelines.settings import LOCAL, Places
from pipelines.ticks import LOG as PROGRESS
from pipelines.warehouse import freshness, judged_lots, lake, lake_publishing, lots, merging, sources, touched
from pipelines.warehouse.orders import Order
from pipelines.warehouse.survey import Survey, survey

OF_A_FILE = 180
"""Reports that a lot of a warehouse that is one file has about: as many as a processor judges in half a GiB of memory."""


class Damaged(Told, OSError):
    """A reading changed under the new warehouse; the old one stays, and the next run reads the report again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A lot to be judged: the order of its files, the tables given to all lots.

    made_with: the digest of the program, of what people have decided, of those tables.
    beside: how many lots are judged side by side on a machine. workshop: a folder for what is needed meanwhile; none for memory.
    """

    order: Order
    given: Mapping[str, pa.Table]
    made_with: str
    beside: int = 1
    workshop: Path | None = None

    @property
    def reports(self) -> set[str]:
        """The ids of its reports."""
        return {file.sha256 for file in self.order.files}


def build(order: Order) -> dict[str, int | None]:
    """Judge the lots of a lake that have changed and publish each, then make the tables of all reports; returns table → rows.

    A lot that our own expectations refuse, or that another writer publishes, ends the run; the lots before it stay published, and
    the tables of all reports are as they were. Raises as build.build does, and LotTaken.
    """
    places = order.places
    list(batch.mend(order.files, places, order.workers, order.limits))
    order = order.as_read()
    known = _surveyed(order)
    with lots.open_empty(places) as empty:
        with lake.open_warehouse(places, is_written=True) as target:
            lake_publishing.lay_out(target, empty)
        made_with = _digest_of_common(code_of(places), known.given)
        task = Task(order=order, given=known.given, made_with=made_with)
        _judge_all(_shared(task, known, lots.MOST))
        with lake.open_warehouse(places, is_written=True) as target:
            return lake_publishing.finish(target, empty, known.given, known.names, order.may_shrink)


def build_file(building: Path, order: Order) -> dict[str, int | None]:
    """Write the file of a large warehouse from its lots, of which those judged before are taken as they are; returns table → rows.

    Its readings are not damaged. Raises as build.build does, and Doubtful where readings changed meanwhile.
    """
    places, code, beside = order.places, code_of(order.places), max(1, order.workers)
    known = _surveyed(order, code, beside)
    task = Task(
        order=order.on_this_machine(),  # the lots are kept here
        given=known.given,
        made_with=_digest_of_common(code, known.given),
        beside=beside,
        workshop=building.parent,
    )
    tasks = _shared(task, known, OF_A_FILE)
    made = [digest(one) for one in tasks]
    due = [one for one, lot in zip(tasks, made, strict=True) if not judged_lots.path_of(places, lot).exists()]
    _judge_all(due, beside)
    made = [digest(one) for one in tasks]  # of pages that were read again there is another reading
    with lots.open_empty(places) as empty:
        paths = [judged_lots.path_of(places, lot) for lot in made]
        counts = merging.merge(empty, paths, known.given, building, order.may_shrink)
    judged_lots.drop_all_but(places, made)
    return counts


def _surveyed(order: Order, code: str | None = None, beside: int = 1) -> Survey:
    """What survey sees of the files of an order; raises Damaged where a reading cannot be looked at because it is damaged."""
    try:
        return survey(order.places, order.files, code, beside)
    except (OSError, pa.ArrowException, duckdb.Error):
        refuse_damaged(order)
        raise


def _judge_all(tasks: Sequence[Task], beside: int = 1) -> None:
    """Have lots judged, and tell of each as it is done."""
    engine = tasks[0].order.places.engine if tasks else LOCAL
    for number, reports in enumerate(crews.each(engine, judge, ((task,) for task in tasks), beside), 1):
        PROGRESS.info(message("run_lot", number=number, lots=len(tasks), reports=reports))


def _shared(task: Task, known: Survey, most: int) -> list[Task]:
    """Share a task out to lots of about `most` reports."""
    of_report = by_report(task.order.files)
    files = ([file for report in lot.reports for file in of_report[report]] for lot in lots.lots(known.names, most))
    return [replace(task, order=replace(task.order, files=some)) for some in files]


def judge(task: Task) -> int:
    """Judge the files of a lot and keep or publish what comes of them, unless just that is published; returns how many reports were judged.

    On whichever machine this is, which reads pages again in processes of its own.
    """
    task = replace(task, order=task.order.on_this_machine())
    if task.order.places.lake:
        with lake.open_warehouse(task.order.places) as published:
            if lake_publishing.is_published(published, task.reports, digest(task)):
                return 0
    contents = task.order.contents(task.given, is_described=False)
    with _workplace(task) as database, lots.open_judged(contents, database, task.beside) as part:
        refuse_damaged(task.order)
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
    if task.order.places.lake is None:
        judged_lots.keep(part, digest(task))
        return
    with lake.open_warehouse(task.order.places, is_written=True) as target:
        lake_publishing.publish(target, part, task.reports, digest(task))


def refuse_damaged(order: Order) -> None:
    """Raise Damaged where a reading is not what it was when the first table was filled: rows of it may be."""
    if damaged := damage.find_damaged(order.files, order.places):
        raise Damaged("reading_damaged_meanwhile", path=order.places.reading_path(damaged[0]))


def code_of(places: Places) -> str:
    """A digest of the program and of what people have decided."""
    return freshness.fingerprint(places, (), Limits())


def digest(task: Task) -> str:
    """A digest of all that a lot is made of: its files and their readings, the tables given, the code."""
    places, files = task.order.places, task.order.files
    parts: list[object] = [task.made_with, *sources.rows_of(places, files)]
    parts += sorted(touched.marks_of(places, files).items())
    return sha256(repr(parts).encode()).hexdigest()


def _digest_of_common(code: str, given: Mapping[str, pa.Table]) -> str:
    """A digest of what all lots are made with, worked out once: of each it is asked several times."""
    parts = [code, *((name, sorted(map(repr, given[name].to_pylist()))) for name in sorted(given))]
    return sha256(repr(parts).encode()).hexdigest()
