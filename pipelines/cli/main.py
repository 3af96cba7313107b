"""Main: the command line final-accounts warehouse | book | export | check | ui | suites (the same: python -m pipelines …).

Belongs here: commands with their options, what each prints and returns. Does not belong here: what a command does (the
packages it calls), the closing lines (summary), one report (check), the servers (ui).
"""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from pipelines.settings import Limits, NotListed, Places, places_of, raw_files


def main() -> int:
    """Run a command; returns the exit status (0 done, 1 not published or findings, 2 bad input)."""
    arguments = _parser().parse_args()
    commands = {
        "warehouse": _warehouse,
        "book": _book,
        "export": _export,
        "check": _check,
        "ui": _ui,
        "suites": _suites,
    }
    return commands[arguments.command](arguments)


def _parser() -> argparse.ArgumentParser:
    default = places_of(os.environ)
    parser = argparse.ArgumentParser(prog="final-accounts", description="部门决算公开 PDF → checked DuckDB warehouse")
    parser.add_argument("--version", action=_Version, nargs=0, help="say which version this is")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("warehouse", help="read raw/, build and check the warehouse")
    ui = commands.add_parser("ui", help="open the Dagster UI on loopback")
    site = commands.add_parser("book", help="write the evidence pages from the published warehouse")
    parquet = commands.add_parser(
        "export", help="write Parquet, a Data Package descriptor and a workbook to carry away"
    )
    for command in (build, site, parquet, ui):
        command.add_argument("--raw", type=Path, default=default.raw, help="folder with <year>/*.pdf")
        command.add_argument("--warehouse", type=Path, default=default.warehouse, help="folder for what is made")
    build.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="reading processes")
    build.add_argument("--time-limit", type=_positive, default=Limits().seconds, metavar="SECONDS",
                       help="of processor time after which a report is given up and held, by the clock ten times as many"
                            " (default: %(default)s)")  # fmt: skip
    build.add_argument("--memory-limit", type=_positive, default=Limits().memory, metavar="MIB",
                       help="above which a report is soon given up and held (default: %(default)s)")  # fmt: skip
    ui.add_argument("--port", type=int, default=3000)
    ui.add_argument("--book-port", type=int, default=3001, help="port of the evidence pages, on loopback too")
    check = commands.add_parser(
        "check", help="check one report before it is published; exit status 0 clean, 1 findings, 2 not readable"
    )
    check.add_argument("file", type=Path, help="the report, a PDF")
    check.add_argument("--previous", type=Path, help="the unit's report of the year before, to compare with")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--html", type=Path, help="write the evidence page to this file too")
    commands.add_parser("suites", help="write expectations/*.json and docs/identities.md from the identities")
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


def _places(arguments: argparse.Namespace) -> Places:
    """What the arguments say of where things lie, and else the environment."""
    return replace(places_of(os.environ), raw=arguments.raw.resolve(), warehouse=arguments.warehouse.resolve())


def _warehouse(arguments: argparse.Namespace) -> int:
    from pipelines.cli import summary
    from pipelines.warehouse import freshness

    places = _places(arguments)
    if not os.path.isdir(places.raw):
        print(
            f"{places.raw} is not a folder: name the folder that holds <year>/*.pdf (make warehouse RAW=DIR)",
            file=sys.stderr,
        )
        return 2
    limits = Limits(arguments.time_limit, arguments.memory_limit)
    try:
        files = raw_files(places.raw)
    except NotListed as error:
        print(error, file=sys.stderr)
        return 2
    if freshness.is_current(places, files, limits):
        print(f"Nothing new below {places.raw}: the warehouse stands as it was made.")
    elif status := _run(places, arguments.workers, limits):
        return status
    print("\n".join(summary.summary(places)))
    return 0


def _run(places: Places, workers: int, limits: Limits) -> int:
    """Run the main job; says what kept it from publishing, and returns the exit status."""
    import duckdb

    from pipelines.orchestration import progress, run
    from pipelines.warehouse import build as warehouse

    progress.show()
    try:
        run.run(places, workers, limits)
    except (run.NoReports, run.NotUsable, NotListed) as error:
        print(error, file=sys.stderr)
        return 2
    except warehouse.NotPublished as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, duckdb.IOException, duckdb.TransactionException) as error:
        print(f"{places.warehouse} cannot be written to, what was published stays: {error}", file=sys.stderr)
        return 2
    return 0


def _book(arguments: argparse.Namespace) -> int:
    from pipelines.outputs.evidence import site

    places = _places(arguments)
    return _written(places, lambda: f"Book: {places.book / 'index.html'}\n{site.build(places)}")


def _export(arguments: argparse.Namespace) -> int:
    from pipelines.outputs.export import parquet

    places = _places(arguments)
    return _written(places, lambda: f"Export: {places.export}\n{parquet.build(places)}")


def _written(places: Places, write: Callable[[], str]) -> int:
    """Write something from the published warehouse and say so, or say what is wrong with the warehouse."""
    import duckdb

    try:
        said = write()
    except duckdb.IOException:
        print(f"{places.database} is not there or not readable: run `make warehouse` first", file=sys.stderr)
        return 2
    except duckdb.CatalogException as error:
        print(f"{places.database} is of another version, run `make warehouse`: {error}", file=sys.stderr)
        return 2
    print(said)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from pipelines.cli import check as checking

    try:
        with checking.desk(places_of(os.environ), arguments.file, arguments.previous) as warehouse:
            found = checking.found(warehouse, arguments.file)
            for line in checking.not_checked(warehouse):
                print(line, file=sys.stderr)
            read = checking.coverage(warehouse, arguments.file)
            if arguments.format == "text" and (note := checking.coverage_line(read)):
                print(note, file=sys.stderr)
            if arguments.html:
                checking.write_page(warehouse, arguments.file, arguments.html)
            if arguments.format == "json":
                print(checking.as_json(arguments.file, found, read))
            else:
                print("\n".join(checking.lines(arguments.file, found)) or f"{arguments.file}: no finding")
            return checking.status(found)
    except checking.NotReadable as error:
        print(error, file=sys.stderr)
        return checking.NOT_READABLE


def _ui(arguments: argparse.Namespace) -> int:
    from pipelines.cli import ui

    return ui.serve(_places(arguments), arguments.port, arguments.book_port)


def _suites(_: argparse.Namespace) -> int:
    from pipelines.outputs.documents import identities
    from pipelines.warehouse import family_suites

    places = places_of(os.environ)
    family_suites.write(places)
    (places.docs / identities.NAME).write_text(identities.document(places.sql), encoding="utf-8")
    return 0
