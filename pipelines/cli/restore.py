"""Restore: the command that puts a former warehouse back in the place of the published one, or lists those kept.

Belongs here: what it prints and returns. Does not belong here: keeping and putting back (warehouse.previous), other
commands (main).
"""

import duckdb

from pipelines.cli.ending import Refused
from pipelines.messages import Message, message
from pipelines.settings import Places
from pipelines.warehouse import previous


def list_formers(places: Places, language: str) -> int:
    """Print the former warehouses, the latest first: number, when made, reports, size; returns the exit status. Raises Refused."""
    _refuse_lake(places)
    found = previous.formers(places)
    for one in found:
        print(_line(one).of(language))
    if not found:
        print(message("no_former", folder=places.previous).of(language))
    return 0


def put_back(places: Places, number: int | None, language: str) -> int:
    """Publish a former warehouse again and say what else is to be done; returns the exit status. Raises Refused, NotRestored."""
    _refuse_lake(places)
    try:
        restored = previous.restore(places, number)
    except OSError as error:
        raise Refused("folder_cannot_be_written", place=places.warehouse, error=error) from error
    print(message("restored", database=places.database, number=restored.number).of(language))
    return 0


def _refuse_lake(places: Places) -> None:
    """Raise Refused where the warehouse is in a lake: what is below `previous` is of a file that is published no more."""
    if places.lake:
        raise Refused("lake_keeps_states", lake=places.published)


def _line(one: previous.Former) -> Message:
    try:
        reports = message("former_reports", count=one.count_reports())
    except duckdb.Error:
        reports = message("former_closed")
    return message("former", number=one.number, made=one.made, reports=reports, size=one.size / 1e6)
