"""Reading assets: raw/file and reading/shelf, a partition a year folder.

Belongs here: how a year folder is read in a step, what of it is told, when a step is tried again.
Does not belong here: reading itself, what the UI shows of it (metadata), the tables (table_assets), many years (update).
"""

import logging
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import dagster as dg
import duckdb

from pipelines.limits import Limits
from pipelines.messages import Message, message
from pipelines.orchestration import metadata, progress
from pipelines.orchestration.groups import group, owners
from pipelines.orchestration.metadata import Metadata
from pipelines.orchestration.resources import Settings
from pipelines.raw_files import raw_files
from pipelines.reading import batch, joining
from pipelines.settings import Places
from pipelines.ticks import tick
from pipelines.vocabulary import doubt_wordings, labels, one_line

FISCAL_YEAR = "fiscal_year"
"""The partitions: a year folder of raw/, or unfiled."""
fiscal_years = dg.DynamicPartitionsDefinition(name=FISCAL_YEAR)
_EVENTS = 20
"""Progress lines of a run that become events: they do not grow with its reports; the logger of progress has all of them."""
_WAIT = 30
"""Seconds before a step is tried again: what frees a disk or a machine is another process that ends."""


def list_years(instance: dg.DagsterInstance, folders: Collection[str]) -> None:
    """Have the UI list these year folders among those known, in order of their names: Dagster lists them as they were added.

    Those that stand before the new ones are left: a run on another machine may be at work on one.
    """
    known = instance.get_dynamic_partitions(FISCAL_YEAR)
    wanted = sorted({*known, *folders})
    kept = next(
        (number for number, pair in enumerate(zip(known, wanted, strict=False)) if len({*pair}) > 1), len(known)
    )
    for folder in known[kept:]:
        instance.delete_dynamic_partition(FISCAL_YEAR, folder)
    if wanted[kept:]:
        instance.add_dynamic_partitions(FISCAL_YEAR, wanted[kept:])


raw_file = dg.AssetSpec(
    ["raw", "file"],
    description="原始文件：raw/<年度>/ 下的决算公开 PDF / The disclosures as published, below raw/<year>/.",
    group_name=group("raw"),
    owners=owners("raw"),
    kinds={"pdf"},
)


class ReadingConfig(dg.Config):
    """How reports are read.

    workers: processes side by side; time_limit, memory_limit: seconds of processor time (by the clock ten times as many)
    and MiB after which a report is given up and held; tries: how often reading and building are tried where the disk or
    the machine refuses.
    """

    workers: int = 2
    time_limit: float = Limits().seconds
    memory_limit: int = Limits().memory
    tries: int = 3

    def limits(self) -> Limits:
        """The limits of one report."""
        return Limits(self.time_limit, self.memory_limit)


@dg.asset(
    key=["reading", "shelf"],
    deps=[raw_file],
    partitions_def=fiscal_years,
    group_name=group("reading"),
    owners=owners("reading"),
    kinds={"python", "parquet"},
    description="读取：每份 PDF 一个 Parquet 文件 / One Parquet file a report: all that was printed, with page and box.",
)
def shelf(context: dg.AssetExecutionContext, config: ReadingConfig, settings: Settings) -> dg.MaterializeResult:
    """Read the year folder's reports that this code version has not read."""
    return dg.MaterializeResult(metadata=read_folder(settings.places, context.partition_key, config, context.log))


def read_folder(
    places: Places, folder: str, config: ReadingConfig, log: logging.Logger, before: int = 0, of: int = 0
) -> Metadata:
    """Read what is new in a year folder, a line a report; returns what the UI shows of it.

    before, of: how many reports of other folders were read by this run before, and how many it reads in all.
    """
    files = raw_files(places.raw, folder)
    limits = config.limits()
    total = len(batch.pending(files, places, limits))
    read = []
    with retrying(config.tries):
        for number, done in enumerate(batch.read_all(files, places, config.workers, limits), 1):
            read.append(done)
            line = progress_line(done, number, total)
            tick("reading", before + number, max(of, before + total), line)
            if number * _EVENTS // total > (number - 1) * _EVENTS // total:
                log.info(str(line))
        for done in joining.read_joined(files, places, config.workers, limits):
            read.append(done)
            progress.LOG.info(joined_line(done))
    return metadata.of_reading(len(files), read)


@contextmanager
def retrying(tries: int) -> Iterator[None]:
    """Have Dagster try a step again later where the disk or the machine refuses it; a refusal of our own checks stands.

    The last try raises the error itself; so does the only try of a run from the command line.
    """
    try:
        yield
    except (OSError, duckdb.IOException) as error:
        if tries > 1:
            raise dg.RetryRequested(max_retries=tries - 1, seconds_to_wait=_WAIT) from error
        raise


def joined_line(done: batch.Progress) -> Message:
    """2024/说明.docx + 附表.xls: files of one account, read as one  24 pages  9 forms  205 amounts"""
    read = message("run_read", unit=one_line(done.unit), pages=done.pages, forms=done.forms, amounts=done.amounts)
    return message("run_joined", file=one_line(done.file.name), said=read)


def progress_line(done: batch.Progress, number: int, total: int) -> Message:
    """[2/6] 2024/….pdf  read  unit  24 pages  9 forms  205 amounts  1.4 s"""
    read = message("run_read", unit=one_line(done.unit), pages=done.pages, forms=done.forms, amounts=done.amounts)
    return message(
        "run_reading", number=number, total=total, file=one_line(done.file.name), status=labels.word_in_line("file_status", done.status),
        said=doubt_wordings.reason(one_line(done.reason)) if done.reason else read, seconds=done.seconds,
    )  # fmt: skip
