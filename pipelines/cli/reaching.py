"""Reaching: a lake whose catalogue is on a server that may not answer.

Belongs here: asking whether it does, what is said where it does not. Does not belong here: opening a lake (warehouse.lake).
"""

from pipelines.cli.ending import Refused
from pipelines.settings import Places


def reach_lake(places: Places) -> None:
    """Raise Refused where the server of a lake's catalogue does not answer: before hours of reading, not behind them."""
    import duckdb

    from pipelines.warehouse import lake

    if places.lake is None or not lake.is_served(places):
        return
    try:
        lake.open_lake(places.lake, is_written=True).close()
    except duckdb.Error as error:
        raise not_reached(places, error) from error


def not_reached(places: Places, error: Exception) -> Refused:
    """What is said where it does not answer; its address, which may hold a password, is not."""
    said = " ".join(str(error).split())
    address = places.lake.catalogue if places.lake else ""
    for secret in filter(None, (address, address.partition(":")[2])):
        said = said.replace(secret, "…")
    return Refused("lake_not_reached", error=said)
