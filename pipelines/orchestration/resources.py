"""Resources: the settings of a run as Dagster hands them to ops, assets, checks, sensors and schedules.

Belongs here: their form in Dagster. Does not belong here: what they mean and their defaults (settings), asking the
environment for them (definitions).
"""

from pathlib import Path

import dagster as dg

from pipelines.settings import LOCAL, READ, Lake, Places


class Settings(dg.ConfigurableResource):
    """The settings of a run, in the UI too.

    Its folders and how many former warehouses it keeps, the addresses its evidence pages and the desk are served at, the command that is told
    of a failure ("": none), the catalogue of the lake it is published in and where that has its Parquet ("": in a file), who reads, the shelf that machines share ("": a folder below warehouse),
    whether pages that are pictures are read.
    """

    raw: str
    warehouse: str
    sql: str
    expectations: str
    templates: str
    book_url: str
    desk_url: str
    keep: int
    on_failure: str = ""
    lake: str = ""
    lake_data: str = ""
    engine: str = LOCAL
    shelf: str = ""
    scans: str = READ

    @classmethod
    def of(cls, places: Places, on_failure: str = "") -> "Settings":
        """The settings of a run at these places."""
        return cls(
            raw=str(places.raw),
            warehouse=str(places.warehouse),
            sql=str(places.sql),
            expectations=str(places.expectations),
            templates=str(places.templates),
            book_url=places.book_url,
            desk_url=places.desk_url,
            keep=places.keep,
            on_failure=on_failure,
            lake=places.lake.catalogue if places.lake else "",
            lake_data=places.lake.data if places.lake else "",
            engine=places.engine,
            shelf=places.shelf or "",
            scans=places.scans,
        )

    @property
    def places(self) -> Places:
        """The places, as everything but Dagster knows them."""
        return Places(
            Path(self.raw),
            Path(self.warehouse),
            sql=Path(self.sql),
            expectations=Path(self.expectations),
            templates=Path(self.templates),
            book_url=self.book_url,
            desk_url=self.desk_url,
            keep=self.keep,
            lake=Lake(self.lake, self.lake_data) if self.lake else None,
            engine=self.engine,
            shelf=self.shelf or None,
            scans=self.scans,
        )
