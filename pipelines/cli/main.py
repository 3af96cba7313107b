"""Main: the command line final-accounts warehouse | restore | book | export | sql | check | desk | ui | suites (or python -m pipelines …).

Belongs here: what each command calls, prints and returns. Does not belong here: their options (options), what a command does
(the packages it calls), how each ends (ending), the closing lines (summary), reports alone (check_files), the servers (ui, desk),
former warehouses (restore).
"""

import argparse
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipelines.cli import config_file, ending, options, targets
from pipelines.cli.arguments import language_asked
from pipelines.limits import Limits
from pipelines.messages import Told, in_language, message
from pipelines.raw_files import raw_files
from pipelines.settings import Places, places_of
from pipelines.sparing import loading, sparing, without_numpy


def main() -> int:
    """Run a command; returns the exit status (messages.toml: help_statuses)."""
    ending.take_any_text()
    try:
        config_file.apply(Path.cwd(), os.environ)
    except Told as error:
        ending.say(error, language_asked(sys.argv))
        return ending.REFUSED
    language = language_asked(sys.argv)
    ending.warn_in(language)
    return ending.run(partial(_command, language), is_verbose="--verbose" in sys.argv, language=language)


def _command(language: str) -> int:
    arguments = options.parser(language).parse_args()
    commands = {
        "warehouse": _warehouse,
        "restore": _restore,
        "book": _book,
        "export": _export,
        "check": _check,
        "desk": _desk,
        "ui": _ui,
        "suites": _suites,
        "sql": _sql,
    }
    with sparing():
        return commands[arguments.command](arguments)


def _places(arguments: argparse.Namespace) -> Places:
    """What the arguments say of where things lie, and else the environment; raises Refused where one lies in the other."""
    places = replace(places_of(os.environ), raw=arguments.raw.resolve(), warehouse=arguments.warehouse.resolve())
    targets.refuse_folders(places)
    return places


def _warehouse(arguments: argparse.Namespace) -> int:
    from pipelines.cli import summary
    from pipelines.warehouse import freshness

    places = replace(_places(arguments), keep=arguments.keep, engine=arguments.engine)
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
    with loading():
        with without_numpy():
            import pyarrow.dataset  # noqa: F401 - DuckDB loads it to look at the first table of pyarrow
        import duckdb

        from pipelines.cli import carrying, reaching
        from pipelines.orchestration import progress, run
        from pipelines.warehouse import build as warehouse

    reaching.reach_lake(places)
    if not arguments.quiet and not sys.stdout.isatty():
        progress.show(arguments.language)
    try:
        with carrying.bars(arguments):
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
    from pipelines.cli import carrying

    return carrying.write_book(_places(arguments), arguments)


def _export(arguments: argparse.Namespace) -> int:
    from pipelines.cli import carrying

    return carrying.write_export(_places(arguments), arguments)


def _sql(arguments: argparse.Namespace) -> int:
    from pipelines.cli import carrying

    return carrying.answer(replace(places_of(os.environ), warehouse=arguments.warehouse.resolve()), arguments)


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
