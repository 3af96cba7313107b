"""Seasons: which fiscal year should be there by now, and who has not published it.

Belongs here: when the season of a fiscal year is over, the units missed. Does not belong here: forms missing in a report
that is there (sql/questions/coverage.sql), asking regularly (sensors).
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import duckdb

ZONE = "Asia/Shanghai"
_LAST_MONTH = 11
"""Counties and districts publish until November of the year after."""
_UNSEEN = """
select distinct unit_name
from star.dim_report as last
join star.dim_unit using (unit_key)
where last.fiscal_year = $year - 1
    and not exists (from star.dim_report as this where this.unit_key = last.unit_key and this.fiscal_year = $year)
order by unit_name
"""


def today() -> date:
    """Today, where the publishers are."""
    return datetime.now(ZoneInfo(ZONE)).date()


def closed(day: date) -> int:
    """The latest fiscal year whose season is over on a day."""
    return day.year - 1 if day.month > _LAST_MONTH else day.year - 2


def unseen(connection: duckdb.DuckDBPyConnection, year: int) -> list[str]:
    """The units that published the year before and not this one, by name."""
    return [name for (name,) in connection.execute(_UNSEEN, {"year": year}).fetchall()]


def published(connection: duckdb.DuckDBPyConnection, year: int) -> int:
    """How many units have published a fiscal year."""
    sql = "select count(distinct unit_key) from star.dim_report where fiscal_year = ?"
    return connection.execute(sql, [year]).fetchone()[0]
