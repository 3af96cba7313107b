"""Asking: what a test has opened, as the code asks it: by the project's own sql/, expectations/ and templates.

Belongs here: the places of a test that reads no PDF and publishes nothing. Does not belong here: any warehouse (desk,
published).
"""

import duckdb

from pipelines.queries import Warehouse
from pipelines.settings import PROJECT, Places

PLACES = Places(PROJECT / "raw", PROJECT / "warehouse")
"""The project's own."""


def asked(connection: duckdb.DuckDBPyConnection) -> Warehouse:
    """A warehouse that is open already."""
    return Warehouse(connection, PLACES)
