"""Extensions: those of DuckDB that a lake and an object store need, out of installed packages and never out of the network.

Belongs here: finding and loading them. Does not belong here: what they are used for (warehouse.lake, reading.shared_shelf).
"""

from importlib.util import find_spec
from pathlib import Path

import duckdb

from pipelines.messages import Told
from pipelines.settings import S3

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""How DuckDB is opened, so that it fetches nothing unasked."""
_PACKAGE = "duckdb_extension_{name}"


class Lacking(Told):
    """An extension that is not installed, and how it is."""


def load(connection: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Load extensions of the running version of DuckDB; raises Lacking where one is not installed."""
    for name in names:
        package = find_spec(_PACKAGE.format(name=name))
        folder = Path(package.origin).parent if package and package.origin else Path()
        path = folder / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
        if package is None or not path.is_file():
            raise Lacking("extension_lacking", name=name, version=duckdb.__version__)
        connection.load_extension(str(path))


def reach(connection: duckdb.DuckDBPyConnection, address: str) -> None:
    """Have a connection read and write below an address: of an object store by httpfs, which takes its keys from the environment.

    Raises Lacking.
    """
    if address.startswith(S3):
        load(connection, "httpfs")
        connection.execute(
            "set global s3_url_style = 'path'"
        )  # global: DuckLake looks for orphans on a connection of its own
