"""Named files: which reports are meant by the files, folders and patterns that the command `check` is given.

Belongs here: looking into folders, leaving out what is no report. Does not belong here: how a report is checked (check), what
kinds of files there are (formats.kinds).
"""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.cli.ending import Refused, say
from pipelines.formats import ENDINGS, kind_of
from pipelines.messages import message
from pipelines.pdf import Unreadable, read_source
from pipelines.raw_files import NotListed, report_paths


def named_files(named: Sequence[Path], language: str) -> Iterator[Path]:
    """The files that are named, and the reports in folders and behind patterns, by name; says which files it passes over.

    Raises Refused for a folder or a pattern without any report.
    """
    for path in named:
        if path.is_dir():
            yield from _of_folder(path, language)
        elif os.path.lexists(path) or not glob.has_magic(str(path)):
            yield path
        else:
            yield from _of_pattern(path, language)


def _of_folder(folder: Path, language: str) -> Iterator[Path]:
    """The reports in a folder and below it, as a run looks for them below raw/; raises Refused where there are none."""
    reports = _reports(sorted(_below(folder)), language)
    if not reports:
        raise Refused("no_report_below", folder=folder)
    yield from reports


def _of_pattern(pattern: Path, language: str) -> Iterator[Path]:
    """The reports that a pattern stands for where the shell has left it, those in folders too; raises Refused where there are none."""
    matched = map(Path, sorted(glob.glob(str(pattern), recursive=True)))
    paths = dict.fromkeys(file for path in matched for file in (sorted(_below(path)) if path.is_dir() else [path]))
    reports = _reports(list(paths), language)
    if not reports:
        raise Refused("no_file_matches", pattern=pattern)
    yield from reports


def _below(folder: Path) -> Iterator[Path]:
    try:
        yield from report_paths(folder)
    except NotListed as error:
        cause = error.__cause__
        at, why = (cause.filename, cause.strerror) if isinstance(cause, OSError) else (folder, error)
        raise Refused("folder_not_listed", folder=at, error=why) from error


def _reports(paths: Sequence[Path], language: str) -> list[Path]:
    """Those of some files that are reports; says of each other one that it is passed over."""
    reports = []
    for path in paths:
        if _is_report(path):
            reports.append(path)
        else:
            say(message("passed_over", file=path), language)
    return reports


def _is_report(path: Path) -> bool:
    """Whether a file is of a kind that is known, was meant to be, or keeps its bytes to itself: what is wrong with it is then said."""
    if path.suffix.lower() in ENDINGS:  # meant for a report: where its bytes are none, that is said of it
        return True
    try:
        return not path.is_dir() and kind_of(read_source(path).content) != ""
    except Unreadable:
        return True
