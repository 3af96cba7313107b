"""Check files: the command `check`: what it prints of each report, its exit status.

Belongs here: refusing what cannot be done, text and JSON. Does not belong here: which reports are meant (named_files), how one
report is checked (check).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.cli import check, check_values, colours, extent, sarif, targets, unjudged
from pipelines.cli.ending import REFUSED, Refused, say
from pipelines.cli.named_files import named_files
from pipelines.messages import Message, in_language
from pipelines.outputs.evidence import annotated
from pipelines.settings import Places
from pipelines.vocabulary import one_line


def run(places: Places, arguments: argparse.Namespace) -> int:
    """Check each file, alone; returns the gravest exit status of all: not readable before findings before clean."""
    files = list(named_files(arguments.files, arguments.language))
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


def _as_json(values: object) -> str:
    """JSON that standard output can take; where it takes no Chinese, JSON spells that out itself."""
    is_plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(values, ensure_ascii=is_plain, indent=2)
