"""Darkroom: what a caged worker does for the evidence pages: the pictures of one page of a file, and where words stand on it.

Belongs here: the task, what is asked of it, opening its answer with distrust. Does not belong here: cutting a page (crops),
which pictures are taken and who takes them (pictures).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from math import isfinite
from pathlib import Path

from pipelines.formats import OTHERS, kind_of, open_document
from pipelines.outputs.evidence import crops
from pipelines.outputs.evidence.cabinet import Cabinet
from pipelines.outputs.evidence.crops import Picture
from pipelines.outputs.evidence.sketches import Sketcher, is_sketch
from pipelines.pdf import Box, Unreadable
from pipelines.reading import NoAnswer


@dataclass(frozen=True, slots=True)
class Wish:
    """One picture wished for: the boxes to show, words to look for where there are none, whether with the column headings."""

    boxes: tuple[Box, ...]
    words: tuple[str, ...]
    with_head: bool


Drawn = tuple[Picture, tuple[Box, ...]]
"""A picture, and where the words were found that it was to show."""


def draw(path: Path, page: int, wishes: Sequence[Wish]) -> list[dict[str, object]] | str:
    """Draw a page (from 1) for each wish, in order; why not, where it cannot be drawn."""
    try:
        camera = _camera(path)
        return [_draw(camera, page, wish) for wish in wishes]
    except crops.NoPicture as error:
        return str(error)


@lru_cache(maxsize=1)
def _camera(path: Path) -> crops.Camera | Sketcher | Cabinet:
    """A camera on the file drawn last, for its next page: a PDF is drawn, in an archive too, the pages of anything else are sketched."""
    if not path.is_file():
        raise crops.NoPicture(crops.GONE)
    content = path.read_bytes()
    if kind_of(content) not in OTHERS:
        return crops.open_camera(path)
    try:
        document = open_document(content)
        return Cabinet(document, content) if document.format == "zip" else Sketcher(document)
    except Unreadable as error:
        raise crops.NoPicture(str(error)) from error


def _draw(camera: crops.Camera | Sketcher | Cabinet, page: int, wish: Wish) -> dict[str, object]:
    found = () if wish.boxes else tuple(box for words in wish.words for box in camera.find(page, words))
    return asdict(camera.picture(page, wish.boxes or found, wish.with_head)) | {"found": found}


def develop(answer: object, count: int) -> list[Drawn]:
    """The pictures that a worker answered, one for each of `count` wishes; raises NoPicture with its reason, NoAnswer."""
    if isinstance(answer, str):
        raise crops.NoPicture(answer)
    if not isinstance(answer, list) or len(answer) != count:
        raise NoAnswer("it has not as many pictures as were wished for")
    return [_develop(one) for one in answer]


def _develop(answer: object) -> Drawn:
    match answer:
        case {"region": list() as region, "size": [int(width), int(height)], "image": bytes(image), "is_whole": bool(whole),
              "found": list() as found} if _is_picture(image):  # fmt: skip
            return Picture(_box(region), (width, height), image, whole), tuple(map(_box, found))
    raise NoAnswer("it is no picture")


def _is_picture(image: bytes) -> bool:
    return (image[:4] == b"RIFF" and image[8:12] == b"WEBP") or is_sketch(image)


def _box(sides: object) -> Box:
    match sides:
        case [int() | float(), int() | float(), int() | float(), int() | float()] if all(map(isfinite, sides)):
            x0, top, x1, bottom = map(float, sides)
            return x0, top, x1, bottom
    raise NoAnswer("it is no box")
