"""Pages of PDF: the picture of a figure's page with the place of its box, drawn by a caged worker, the last ones kept.

Belongs here: having one drawn, refusing a PDF that is no longer the one that was read. Does not belong here: drawing
(evidence.darkroom), the workers (evidence.pictures), the page around it (figure, templates).
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipelines.formats import pdfs_in
from pipelines.outputs.evidence import copies, crops, darkroom
from pipelines.outputs.evidence.darkroom import Wish
from pipelines.pdf import Box, Unreadable
from pipelines.queries import Row
from pipelines.raw_files import sha256_of
from pipelines.reading import workers
from pipelines.settings import Places

KEPT = 64
"""Pictures that are kept in memory, some 100 kB each."""


@dataclass(frozen=True, slots=True)
class FigurePicture:
    """A part of a page as bytes of a WebP or SVG (suffix), its width and height in points, and the figure's box in it (x, y, width, height)."""

    image: bytes
    suffix: str
    extent: tuple[float, float]
    box: Box


class Album:
    """The pictures of figures of the reports of a run."""

    def __init__(self, places: Places, crew: workers.Crew) -> None:
        self._places, self._crew = places, crew
        self._kept: OrderedDict[str, FigurePicture] = OrderedDict()
        self._lock = threading.Lock()

    def picture(self, figure: Row) -> FigurePicture:
        """The picture of a figure (a row of sql/desk/figures.sql); raises NoPicture with the reason there is none."""
        with self._lock:
            if kept := self._kept.get(figure["amount_id"]):
                self._kept.move_to_end(figure["amount_id"])
                return kept
        drawn = self._draw(figure)
        with self._lock:
            self._kept[figure["amount_id"]] = drawn
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return drawn

    def _draw(self, figure: Row) -> FigurePicture:
        path, box = self.pdf(figure), tuple(figure["bbox"])
        converted = self._places.converted(figure["report_id"])
        path = converted if converted.is_file() else path
        wish = Wish((box,), (), bool(figure["form"]))
        asked = self._crew.submit(
            darkroom.draw, path, figure["page"], [wish], opens=partial(darkroom.develop, count=1)
        )  # fmt: skip
        try:
            [(picture, _)] = asked.result()
        except PermissionError as error:
            raise crops.out_of_reach(figure["page"]) from error
        except (workers.Lost, workers.Failed, OSError) as error:
            raise crops.NoPicture(f"page {figure['page']} cannot be drawn: {error}") from error
        return FigurePicture(picture.image, picture.suffix, picture.extent, picture.place(box))

    def pdf(self, figure: Row) -> Path:
        """The PDF a figure was read from; raises NoPicture where it is gone or another now."""
        path = self._places.source(figure["report_id"], figure["file"])
        try:
            is_same = sha256_of(path) == figure["report_id"]
        except OSError as error:
            raise crops.NoPicture(crops.GONE) from error
        if not is_same:
            raise crops.NoPicture(copies.CHANGED)
        return path

    def member(self, archive: Path, name: str) -> bytes | None:
        """The PDF of a name in an archive; None where there is none, or the file is no archive."""
        try:
            return next((content for member, content in pdfs_in(archive.read_bytes()) if member == name), None)
        except Unreadable:
            return None
