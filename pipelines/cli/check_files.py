"""Check files: the command `check`: what it prints of each report, its exit status.

Belongs here: refusing what cannot be done, text and JSON. Does not belong here: which files are meant (named_files), which of them
are one report (handed), how one report is checked (check).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pipelines.cli import check, check_lines, check_values, colours, ending, extent, sarif, targets, unjudged
from pipelines.cli.ending import REFUSED, Refused, say
from pipelines.cli.handed import Handed, reports
from pipelines.cli.named_files import named_files
from pipelines.messages import Message
from pipelines.outputs.evidence import annotated
from pipelines.settings import Places
from pipelines.vocabulary import one_line


def run(places: Places, arguments: argparse.Namespace) -> int:
    """Check each report, alone; returns the gravest exit status of all: a fault of ours before not readable before findings before clean.

    Files that are one disclosure (its text, its tables) are one report.
    """
    files = list(named_files(arguments.files, arguments.language))
    inputs = [path for path in (*files, arguments.previous) if path]
    if arguments.previous and arguments.previous.is_dir():
        raise Refused("previous_is_a_folder", folder=arguments.previous)
    with tempfile.TemporaryDirectory() as folder:
        work = replace(places, warehouse=Path(folder).resolve(), shelf=None)
        found = reports(files, work)
        if arguments.html or arguments.pdf or arguments.previous:
            found = iter(_only(list(found)))
        if arguments.html:
            targets.refuse_page(arguments.html, inputs)
        if arguments.pdf:
            targets.refuse_copy(arguments.pdf, inputs, annotated.SIGN)
        return _check_all(places, work, found, files == arguments.files, arguments)


def _only(found: Sequence[Handed]) -> Sequence[Handed]:
    """Return what is one report; raises Refused where there are several."""
    if len(found) > 1:
        raise Refused("one_report_each")
    return found


def _check_all(
    places: Places, work: Places, found: Iterable[Handed], are_named: bool, arguments: argparse.Namespace
) -> int:
    """Check reports, one after the other; are_named: the files were named one by one."""
    statuses, told = [], []
    for handed in found:
        try:
            status, values = _check(places, work, handed, arguments)
        except check.NotReadable as error:
            say(error, arguments.language)
            status, values = REFUSED, check.as_refused(handed.shown, error.message)
        except Exception as error:
            status = ending.passed_over(error, handed.shown, is_verbose=arguments.verbose, language=arguments.language)
            fault = one_line(f"{handed.shown}: {type(error).__name__}: {error}")
            values = check.as_refused(handed.shown, Message(fault, fault))
        statuses.append(status)
        told.append(values)
    if arguments.format == "sarif":
        refused = [str(one[f"refused_{arguments.language}"]) for one in told if "findings" not in one]
        print(_as_json(sarif.as_log([one for one in told if "findings" in one], refused, arguments.language)))
    if arguments.format == "json":
        print(_as_json(told[0] if are_named and len(told) == 1 else told))
    return max(statuses, default=check.CLEAN)


def _check(
    places: Places, work: Places, handed: Handed, arguments: argparse.Namespace
) -> tuple[int, dict[str, object]]:
    """Check one report and print what text there is of it; its exit status, and all that is known as values. Raises NotReadable."""
    file, shown = handed.path, handed.shown
    known = check.Known(handed.parcels, work.conversions, {file: handed.name})
    with check.desk(places, file, arguments.previous, known=known) as warehouse:
        found = check.findings(warehouse, file)
        held = warehouse.rows("check_file/not_checked")
        for line in check_lines.doubts(held):
            say(line, arguments.language)
        read, checked = check.coverage(warehouse, file), extent.ask(warehouse, warehouse.hashes[file])
        if arguments.format == "text" and (note := check_lines.coverage_line(read)):
            say(note, arguments.language)
        numbers = unjudged.ask(warehouse, warehouse.hashes[file])
        details = check_values.details(warehouse, warehouse.hashes[file]) if arguments.format != "text" else {}
        if arguments.html:
            with targets.whole(arguments.html) as page:
                check.write_page(warehouse, file, page, *handed.files[:1])
        if arguments.pdf:
            with targets.whole(arguments.pdf) as copy:
                copy.write_bytes(check.copy_with_notes(warehouse, file, arguments.language, handed.name))
    if arguments.format == "text":
        lines = (
            *_findings(shown, found, checked.unread, arguments.language),
            *_how_far(shown, checked, numbers, arguments.language),
        )
        print("\n".join(lines), flush=True)
    done = check_values.checked_values(checked) | unjudged.values(numbers) | {"doubts": check_lines.doubt_values(held)}
    values = check.as_values(shown, found, read, details, done)
    return check.status(found, checked.unread), values


def _findings(file: Path, found: list[check.Found], unread: Sequence[str], language: str) -> Iterator[str]:
    """The findings, or what is said where there is none."""
    for one, line in zip(found, check_lines.lines(file, found, language), strict=True):
        word = check_lines.severity_word(one, language)
        yield colours.coloured(line, word, one.severity) if colours.are_wanted() else line
    if not found:
        yield check_lines.verdict(file, unread).of(language)


def _how_far(file: Path, checked: extent.Checked, numbers: unjudged.Numbers, language: str) -> Iterator[str]:
    """How far the report was checked: in all, below it by duty, form and section, and what nothing judges."""
    yield one_line(f"{file}: {extent.in_all(checked).of(language)}")
    yield from (one_line(line.of(language)) for line in extent.details(checked))
    yield one_line(f"{file}: {unjudged.line(numbers).of(language)}")


def _as_json(values: object) -> str:
    """JSON that standard output can take; where it takes no Chinese, JSON spells that out itself."""
    is_plain = not (sys.stdout.encoding or "").lower().startswith("utf")
    return json.dumps(values, ensure_ascii=is_plain, indent=2)
