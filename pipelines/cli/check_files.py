"""Check files: the command `check`: which reports, what it prints of each, its exit status.

Belongs here: files and folders as they are named, refusing what cannot be done, text and JSON. Does not belong here: how one
report is checked (check).
"""

import argparse
import glob
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.cli import check, check_values, colours, extent, sarif, targets, unjudged
from pipelines.cli.ending import REFUSED, Refused, say
from pipelines.messages import Message, in_language
from pipelines.outputs.evidence import annotated
from pipelines.settings import Places
from pipelines.vocabulary import one_line


def run(places: Places, arguments: argparse.Namespace) -> int:
    """Check each file, alone; returns the gravest exit status of all: not readable before findings before clean."""
    files = list(_files(arguments.files))
    is_one = files == arguments.files[:1]
    if not is_one and (arguments.html or arguments.pdf or arguments.previous):
        raise Refused("one_report_each")
    inputs = [path for path in (*files, arguments.previous) if path]
    if arguments.html:
        targets.refuse_page(arguments.html, inputs)
    if arguments.pdf:
        targets.refuse_copy(arguments.pdf, inputs, annotated.SIGN)
    statuses, told, refused = [check.CLEAN], [], []
    for file in files:
        try:
            status, values = _check(places, file, arguments)
            told.append(values)
            statuses.append(status)
        except check.NotReadable as error:
            say(error, arguments.language)
            refused.append(in_language(error, arguments.language))
            statuses.append(REFUSED)
    if arguments.format == "sarif":
        print(_as_json(sarif.as_log(told, refused, arguments.language)))
    if arguments.format == "json" and (told or not is_one):
        print(_as_json(told[0] if is_one else told))
    return max(statuses)


def _check(places: Places, file: Path, arguments: argparse.Namespace) -> tuple[int, dict[str, object]]:
    """Check one file and print what text there is of it; its exit status, and all that is known as values. Raises NotReadable."""
    with check.desk(places, file, arguments.previous) as warehouse:
        found = check.findings(warehouse, file)
        for line in check.doubts(warehouse):
            say(line, arguments.language)
        read, checked = check.coverage(warehouse, file), extent.ask(warehouse, warehouse.hashes[file])
        if arguments.format == "text" and (note := check.coverage_line(read)):
            say(note, arguments.language)
        numbers = unjudged.ask(warehouse, warehouse.hashes[file])
        details = check_values.details(warehouse, warehouse.hashes[file]) if arguments.format != "text" else {}
        if arguments.html:
            with targets.whole(arguments.html) as page:
                check.write_page(warehouse, file, page)
        if arguments.pdf:
            with targets.whole(arguments.pdf) as copy:
                copy.write_bytes(check.copy_with_notes(warehouse, file, arguments.language))
    if arguments.format == "text":
        said = (*extent.lines(checked), unjudged.line(numbers))
        print("\n".join(_lines(file, found, checked.unread, said, arguments.language)), flush=True)
    done = check_values.checked_values(checked) | unjudged.values(numbers)
    values = check.as_values(file, found, read, details, done)
    return check.status(found, checked.unread), values


def _lines(
    file: Path, found: list[check.Found], unread: Sequence[str], said: Sequence[Message], language: str
) -> Iterator[str]:
    """The findings, or what is said where there is none, and how far the report was checked (said)."""
    for one, line in zip(found, check.lines(file, found, language), strict=True):
        word = check.severity_word(one, language)
        yield colours.coloured(line, word, one.severity) if colours.are_wanted() else line
    if not found:
        yield check.verdict(file, unread).of(language)
    yield from (one_line(f"{file}: {line.of(language)}") for line in said)


def _files(named: Sequence[Path]) -> Iterator[Path]:
    """The files that are named, and the PDFs below the folders that are, by name; raises Refused for a folder without any."""
    for path in _matched(named):
        if not path.is_dir():
            yield path
            continue
        below = sorted(_pdfs(path))
        if not below:
            raise Refused("no_pdf_below", folder=path)
        yield from below


def _matched(named: Sequence[Path]) -> Iterator[Path]:
    """The paths that are named, those that a pattern stands for where the shell has left it; raises Refused where there are none."""
    for path in named:
        if os.path.lexists(path) or not glob.has_magic(str(path)):
            yield path
            continue
        matched = sorted(glob.glob(str(path), recursive=True))
        if not matched:
            raise Refused("no_file_matches", pattern=path)
        yield from map(Path, matched)


def _pdfs(folder: Path) -> Iterator[Path]:
    """The PDFs in a folder and below it, hidden ones left out; raises OSError where one cannot be listed."""
    for above, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(above, name) for name in names if name.lower().endswith(".pdf") and not name.startswith("."))


def _refuse(error: OSError) -> None:
    raise Refused("folder_not_listed", folder=error.filename, error=error.strerror) from error


def _as_json(values: object) -> str:
    """JSON that standard output can take; where it takes no Chinese, JSON spells that out itself."""
    is_plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(values, ensure_ascii=is_plain, indent=2)
