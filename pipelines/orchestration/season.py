"""Season: which fiscal year should be there by now, and who has not published it.

Belongs here: when the season of a fiscal year is over, the units missed. Does not belong here: forms missing in a report
that is there (sql/questions/coverage.sql), asking regularly (sensors).
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pipelines.queries import Warehouse

ZONE = "Asia/Shanghai"
_LAST_MONTH = 11
"""Counties and districts publish until November of the year after."""


def today() -> date:
    """Today, where the publishers are."""
    return datetime.now(ZoneInfo(ZONE)).date()


def latest_ended(day: date) -> int:
    """The latest fiscal year whose season is over on a day."""
    return day.year - 1 if day.month > _LAST_MONTH else day.year - 2


def missing_units(warehouse: Warehouse, year: int) -> list[str]:
    """The units that published the year before and not this one, by name."""
    return [row["unit_name"] for row in warehouse.rows("orchestration/unseen_units", year=year)]


def count_published(warehouse: Warehouse, year: int) -> int:
    """Count the units that have published a fiscal year."""
    [counted] = warehouse.rows("orchestration/published_units", year=year)
    return counted["units"]
