"""Main: the command line final-accounts warehouse | restore | book | export | check | desk | ui | suites (or python -m pipelines …).

Belongs here: what each command calls, prints and returns. Does not belong here: their options (options), what a command does
(the packages it calls), how each ends (ending), the closing lines (summary), reports alone (check_files), the servers (ui, desk),
former warehouses (restore).
"""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pipelines.cli import ending, options, targets
from pipelines.cli.arguments import language_asked
from pipelines.messages import Message, Told, in_language, message
from pipelines.settings import Limits, Places, places_of, raw_files


def main() -> int:
    """Run a command; returns the exit status (messages.toml: help_statuses)."""
    ending.take_any_text()
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
    }
    return commands[arguments.command](arguments)


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
