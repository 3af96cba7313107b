"""Orders: what a run asks of the warehouse, handed from step to step as one value.

Belongs here: of which files, with how many processes under which limits, whether published reports may go. Does not belong here: building
(build, by_lots), filling a database (filling), settings of the run (settings).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import pyarrow as pa

from pipelines.limits import Limits
from pipelines.raw_files import RawFile
from pipelines.reading import batch, changing
from pipelines.settings import LOCAL, Places
from pipelines.warehouse.filling import Contents, Read


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The warehouse of these files.

    workers: processes that read pages again, each under limits. may_shrink: whether much of what is published may be gone.
    """

    places: Places
    files: Sequence[RawFile]
    workers: int
    limits: Limits = field(default_factory=Limits)
    may_shrink: bool = False

    @property
    def read(self) -> Read:
        """What reads pages again (batch.read_again)."""
        return partial(batch.read_again, places=self.places, processes=self.workers, limits=self.limits)

    def as_read(self) -> "Order":
        """The same with the files as they were when they were read (changing.as_read)."""
        return replace(self, files=changing.as_read(self.files, self.places))

    def on_this_machine(self) -> "Order":
        """The same, read by processes of this machine alone."""
        return replace(self, places=replace(self.places, engine=LOCAL))

    def contents(self, given: Mapping[str, pa.Table] | None = None, *, is_described: bool = True) -> Contents:
        """What a database of these files is filled with; given, is_described: as of Contents."""
        return Contents(
            places=self.places, files=self.files, read=self.read, given=given or {}, is_described=is_described
        )
