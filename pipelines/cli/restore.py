"""Restore: the command that puts a former warehouse back in the place of the published one, or lists those kept.

Belongs here: what it prints and returns. Does not belong here: keeping and putting back (warehouse.previous), other
commands (main).
"""

import sys

import duckdb

from pipelines.settings import Places
from pipelines.vocabulary import one_line
from pipelines.warehouse import previous


def list_formers(places: Places) -> int:
    """Print the former warehouses, the latest first: number, when made, reports, size; returns the exit status."""
    found = previous.formers(places)
    for one in found:
        print(_line(one))
    if not found:
        print(f"No former warehouse is kept below {places.previous}.")
    return 0


def put_back(places: Places, number: int | None) -> int:
    """Publish a former warehouse again and say what else is to be done; returns the exit status."""
    try:
        restored = previous.restore(places, number)
    except previous.NotRestored as error:
        print(one_line(str(error)), file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{places.warehouse} cannot be written to: {error}", file=sys.stderr)
        return 2
    print(f"Warehouse: {places.database} is former warehouse {restored.number} again; the one it replaces is kept.")
    print("The evidence pages and the export are not changed by this: write them anew (make book, make export).")
    print("The next run reads raw/ and builds anew if its files are not those of this warehouse.")
    return 0


def _line(one: previous.Former) -> str:
    try:
        reports = f"{one.count_reports()} reports"
    except duckdb.Error:
        reports = "cannot be opened"
    return f"{one.number}  made {one.made:%F %T}  {reports}  {one.size / 1e6:.1f} MB"
