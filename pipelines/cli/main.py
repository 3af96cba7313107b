"""Main: the command line final-accounts warehouse | restore | book | export | check | desk | ui | suites (or python -m pipelines …).

Belongs here: commands with their options, what each prints and returns. Does not belong here: what a command does (the
packages it calls), how each ends (ending), the closing lines (summary), reports alone (check_files), the servers (ui, desk),
former warehouses (restore).
"""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NoReturn

from pipelines.cli import ending, targets
from pipelines.cli.arguments import language_asked, parser_in
from pipelines.messages import LANGUAGES, Message, Told, in_language, message
from pipelines.settings import Limits, Places, places_of, raw_files


def main() -> int:
    """Run a command; returns the exit status (ending.STATUSES)."""
    ending.take_any_text()
    language = language_asked(sys.argv)
    ending.warn_in(language)
    return ending.run(partial(_command, language), is_verbose="--verbose" in sys.argv, language=language)


def _command(language: str) -> int:
    arguments = _parser(language).parse_args()
    commands = {
        "warehouse": _warehouse,
        "restore": _restore,
        "book": _book,
        "export": _export,
        "check": _check,
        "desk": _desk,
        "ui": _ui,
        "suites": _suites,
    }
    return commands[arguments.command](arguments)


def _parser(language: str = "en") -> argparse.ArgumentParser:
    default = places_of(os.environ)
    parser = parser_in(language)(
        prog="final-accounts",
        description="部门决算公开 PDF → checked DuckDB warehouse",
        epilog=ending.STATUSES,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="say which version this is")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("warehouse", help="read raw/, build and check the warehouse")
    restore = commands.add_parser("restore", help="put a former warehouse back in the place of the published one")
    ui = commands.add_parser("ui", help="open the Dagster UI on loopback")
    desk = commands.add_parser("desk", help="open one local web page: search, figures, tables, comparisons, checks")
    site = commands.add_parser("book", help="write the evidence pages from the published warehouse")
    parquet = commands.add_parser(
        "export", help="write Parquet, a Data Package descriptor and a workbook to carry away"
    )
    for command in (build, site, parquet, desk, ui):
        command.add_argument("--raw", type=Path, default=default.raw, help="folder with <year>/*.pdf")
        command.add_argument("--warehouse", type=Path, default=default.warehouse, help="folder for what is made")
    build.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="reading processes")
    build.add_argument("--time-limit", type=_positive, default=Limits().seconds, metavar="SECONDS",
                       help="of processor time after which a report is given up and held, by the clock ten times as many"
                            " (default: %(default)s)")  # fmt: skip
    build.add_argument("--memory-limit", type=_positive, default=Limits().memory, metavar="MIB",
                       help="above which a report is soon given up and held (default: %(default)s)")  # fmt: skip
    build.add_argument("--shrink", action="store_true",
                       help="publish even where more than a tenth of the published reports are gone from raw/")  # fmt: skip
    restore.add_argument("which", nargs="?", type=_positive, metavar="WHICH", help="its number (default: the latest)")
    restore.add_argument("--list", action="store_true", help="list the former warehouses and change nothing")
    restore.add_argument("--warehouse", type=Path, default=default.warehouse, help="folder for what is made")
    build.add_argument("--keep", type=_count, default=default.keep, metavar="N",
                       help="former warehouses to keep, each as large as the published one (default: %(default)s)")  # fmt: skip
    desk.add_argument("--port", type=int, default=3002)
    ui.add_argument("--port", type=int, default=3000)
    ui.add_argument("--book-port", type=int, default=3001, help="port of the evidence pages, on loopback too")
    check = commands.add_parser(
        "check", help="check reports before they are published; exit status 0 clean, 1 findings, 2 not readable"
    )
    check.add_argument("files", type=Path, nargs="+", metavar="file",
                       help="a report, a PDF; a folder stands for each PDF in it and below it, each checked alone")  # fmt: skip
    check.add_argument("--previous", type=Path, help="the unit's report of the year before, to compare with")
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text",
                       help="json: all that is known (docs/check.schema.json); sarif: SARIF 2.1.0, for code hosts and editors")  # fmt: skip
    check.add_argument("--html", type=Path, help="write the evidence page to this file too, FILE.html", metavar="FILE")
    check.add_argument("--pdf", type=Path, help="write a copy of the report with a box and a note at each finding too", metavar="FILE")  # fmt: skip
    commands.add_parser("suites", help="write expectations/*.json and docs/identities.md from the identities")
    for command in commands.choices.values():
        command.epilog = ending.STATUSES
        command.add_argument("--verbose", action="store_true", help="show the traceback of a fault of ours")
        command.add_argument("--language", choices=LANGUAGES, default=language,
                             help="of what is said (default: English in an English locale, else Chinese)")  # fmt: skip
    return parser


class _Version(argparse.Action):
    """Print the version of the installed package and end; asked for only when wanted, as the answer costs an import."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(parser.prog, version("final-accounts-warehouse"))
        parser.exit()


def _positive(text: str) -> int:
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not above zero")
    return value


def _count(text: str) -> int:
    return 0 if text == "0" else _positive(text)


def _places(arguments: argparse.Namespace) -> Places:
    """What the arguments say of where things lie, and else the environment; raises Refused where one lies in the other."""
    places = replace(places_of(os.environ), raw=arguments.raw.resolve(), warehouse=arguments.warehouse.resolve())
    targets.refuse_folders(places)
    return places


def _warehouse(arguments: argparse.Namespace) -> int:
    from pipelines.cli import summary
    from pipelines.warehouse import freshness

    places = replace(_places(arguments), keep=arguments.keep)
    if not os.path.isdir(places.raw):
        raise ending.Refused("raw_no_folder", raw=places.raw)
    limits, language = Limits(arguments.time_limit, arguments.memory_limit), arguments.language
    if freshness.is_current(places, raw_files(places.raw), limits):
        print(message("nothing_new", raw=places.raw).of(language))
    elif status := _run(places, arguments, limits):
        return status
    print("\n".join(summary.summary(places, language)))
    return 0


def _run(places: Places, arguments: argparse.Namespace, limits: Limits) -> int:
    """Run the main job; returns the exit status. Raises what a person is told, Refused where the folder takes no file."""
    import duckdb

    from pipelines.orchestration import progress, run
    from pipelines.warehouse import build as warehouse

    progress.show(arguments.language)
    try:
        run.run(places, arguments.workers, limits, arguments.shrink)
    except warehouse.NotPublished as error:
        print(in_language(error, arguments.language), file=sys.stderr)
        return ending.FOUND
    except Told:
        raise
    except (OSError, duckdb.IOException, duckdb.TransactionException) as error:
        raise ending.Refused("cannot_be_written", place=places.warehouse, error=error) from error
    return ending.DONE


def _restore(arguments: argparse.Namespace) -> int:
    from pipelines.cli import restore

    places = replace(places_of(os.environ), warehouse=arguments.warehouse.resolve())
    if arguments.list:
        return restore.list_formers(places, arguments.language)
    return restore.put_back(places, arguments.which, arguments.language)


def _book(arguments: argparse.Namespace) -> int:
    from pipelines.orchestration import output_assets
    from pipelines.outputs.evidence import site

    places = _places(arguments)

    def write() -> Message:
        written = site.build(places)
        output_assets.record(places, "book", output_assets.of_book(written))
        return written.message(places.book / "index.html")

    return _write(places, arguments.language, write)


def _export(arguments: argparse.Namespace) -> int:
    from pipelines.orchestration import output_assets
    from pipelines.outputs.export import parquet

    places = _places(arguments)

    def write() -> Message:
        written = parquet.build(places)
        output_assets.record(places, "export", output_assets.of_export(written))
        return written.message(places.export)

    return _write(places, arguments.language, write)


def _write(places: Places, language: str, write: Callable[[], Message]) -> int:
    """Write something from the published warehouse and say so; raises Refused where the warehouse is none of ours."""
    import duckdb

    try:
        said = write()
    except duckdb.IOException as error:
        if places.database.exists():
            raise
        raise ending.Refused("database_not_there", database=places.database) from error
    except duckdb.CatalogException as error:
        raise ending.Refused("database_of_another_version", database=places.database, error=error) from error
    print(said.of(language))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from pipelines.cli import check_files

    return check_files.run(places_of(os.environ), arguments)


def _desk(arguments: argparse.Namespace) -> int:
    from pipelines.cli import desk

    return desk.serve(_places(arguments), arguments.port, arguments.language)


def _ui(arguments: argparse.Namespace) -> int:
    from pipelines.cli import ui

    return ui.serve(_places(arguments), arguments.port, arguments.book_port, arguments.language)


def _suites(_: argparse.Namespace) -> int:
    from pipelines.outputs.documents import identities
    from pipelines.warehouse import family_suites

    places = places_of(os.environ)
    family_suites.write(places)
    (places.docs / identities.NAME).write_text(identities.document(places.sql), encoding="utf-8")
    return 0
