"""Carrying: the commands book, export and sql, which ask the published warehouse and leave something of it.

Belongs here: what they call, what is said where the warehouse is not ours to ask. Does not belong here: what is written (outputs),
their options (options).
"""

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TypeVar

from pipelines.cli import ending, reaching
from pipelines.messages import Message
from pipelines.settings import Places

Answer = TypeVar("Answer")
TERMINAL = Path("sql", "bin", "harlequin")
"""The terminal tool, below the virtual environment: `make sql` installs it, in one of its own."""


def bars(arguments: argparse.Namespace) -> AbstractContextManager[None]:
    """Bars on a terminal while a command goes on; nothing elsewhere, and where nobody wants to be told."""
    if arguments.quiet or not sys.stdout.isatty():
        return nullcontext()
    from pipelines.cli import bar

    return bar.shown(arguments.language, arguments.verbose)


def write_book(places: Places, arguments: argparse.Namespace) -> int:
    """Write the evidence pages; returns the exit status."""
    from pipelines.orchestration import output_assets
    from pipelines.outputs.evidence import site

    def write() -> Message:
        with bars(arguments):
            written = site.build(places)
        output_assets.record(places, "book", output_assets.of_book(written))
        return written.message(places.book / "index.html")

    print(_ask(places, write).of(arguments.language))
    return ending.DONE


def write_export(places: Places, arguments: argparse.Namespace) -> int:
    """Write what is carried away; returns the exit status."""
    from pipelines.orchestration import output_assets
    from pipelines.outputs.export import parquet

    def write() -> Message:
        with bars(arguments):
            written = parquet.build(places)
        output_assets.record(places, "export", output_assets.of_export(written))
        return written.message(places.export)

    print(_ask(places, write).of(arguments.language))
    return ending.DONE


def answer(places: Places, arguments: argparse.Namespace) -> int:
    """Answer a statement of SQL with a table, or open the terminal tool where none is given; returns the exit status."""
    if arguments.statement:
        print(_ask(places, lambda: _table(places, arguments.statement)))
        return ending.DONE
    if places.lake:
        raise ending.Refused("sql_tool_of_a_lake", lake=places.published)
    tool = Path(sys.prefix) / TERMINAL
    if not tool.is_file():
        raise ending.Refused("sql_without_tool")
    if not places.database.is_file():
        raise ending.Refused("database_not_there", database=places.database)
    return os.execv(tool, [str(tool), "--adapter", "duckdb", "--read-only", str(places.database)])  # noqa: S606 - our own tool


def _table(places: Places, statement: str) -> str:
    """The rows of a statement as a table of text; raises Refused for what DuckDB does not take."""
    import duckdb

    from pipelines.warehouse import open_published

    with open_published(places) as warehouse:
        try:
            rows = warehouse.connection.sql(statement)
            return str(rows) if rows else ""  # the rows are worked out here, and may still be refused
        except (duckdb.OutOfMemoryException, duckdb.InternalException):
            raise
        except duckdb.Error as error:
            raise ending.Refused("sql_not_taken", error=error) from error


def _ask(places: Places, ask: Callable[[], Answer]) -> Answer:
    """Ask the published warehouse; raises Refused where it is not there or of another version."""
    import duckdb

    from pipelines.warehouse import database, lake

    try:
        return ask()
    except duckdb.IOException as error:
        if database.is_published(places):
            raise
        if lake.is_served(places):
            raise reaching.not_reached(places, error) from error
        raise ending.Refused("database_not_there", database=places.published) from error
    except duckdb.CatalogException as error:
        raise ending.Refused("database_of_another_version", database=places.published, error=error) from error
