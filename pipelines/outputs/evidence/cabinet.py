"""Cabinet: pictures of the pages of an archive: those of its PDFs are drawn, those of its other files sketched.

Belongs here: which of the two takes a page, under which number. Does not belong here: drawing (crops), sketching (sketches).
"""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.formats import pdfs_in
from pipelines.outputs.evidence import crops
from pipelines.outputs.evidence.crops import Camera, Picture
from pipelines.outputs.evidence.sketches import Sketcher
from pipelines.pdf import Box, Document, as_filed


class Cabinet:
    """Takes pictures of the pages of an archive, as crops.Camera does of a PDF; the PDF drawn last stays open."""

    def __init__(self, document: Document, content: bytes) -> None:
        pages = as_filed(document.pages)
        self._sketcher = Sketcher(replace(document, pages=pages))
        self._members = {page.number: page.member for page in pages}
        self._firsts = {page.member: page.number for page in reversed(pages)}
        self._pdfs = dict(pdfs_in(content))
        self._open: tuple[str, Camera] | None = None

    def picture(self, page: int, boxes: Sequence[Box], with_head: bool = False) -> Picture:
        """The part of a page around the boxes; as of the camera that takes it."""
        camera, number = self._at(page)
        return camera.picture(number, boxes, with_head)

    def find(self, page: int, words: str) -> list[Box]:
        """Where words stand on a page, if they stand there exactly once."""
        camera, number = self._at(page)
        return camera.find(number, words)

    def close(self) -> None:
        """Close the PDF that is open."""
        if self._open:
            self._open[1].close()

    def _at(self, page: int) -> tuple[Camera | Sketcher, int]:
        """Who takes a page, and its number there."""
        member = self._members.get(page, "")
        if member not in self._pdfs:
            return self._sketcher, page
        if not self._open or self._open[0] != member:
            self.close()
            self._open = member, crops.open_camera(self._pdfs[member])
        return self._open[1], page - self._firsts[member] + 1
