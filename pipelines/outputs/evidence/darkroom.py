"""Darkroom: what a caged worker does for the evidence pages: the pictures of one page of a PDF, and where words stand on it.

Belongs here: the task, what is asked of it, opening its answer with distrust. Does not belong here: cutting a page (crops),
which pictures are taken and who takes them (pictures).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from math import isfinite
from pathlib import Path

from pipelines.outputs.evidence import crops
from pipelines.outputs.evidence.crops import Picture
from pipelines.pdf import Box
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
def _camera(path: Path) -> crops.Camera:
    """A camera on the PDF drawn last, for its next page."""
    return crops.open_camera(path)


def _draw(camera: crops.Camera, page: int, wish: Wish) -> dict[str, object]:
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
        case {"region": list() as region, "size": [int(width), int(height)], "webp": bytes(webp), "is_whole": bool(whole),
              "found": list() as found} if webp[:4] == b"RIFF" and webp[8:12] == b"WEBP":  # fmt: skip
            return Picture(_box(region), (width, height), webp, whole), tuple(map(_box, found))
    raise NoAnswer("it is no picture")


def _box(sides: object) -> Box:
    match sides:
        case [int() | float(), int() | float(), int() | float(), int() | float()] if all(map(isfinite, sides)):
            x0, top, x1, bottom = map(float, sides)
            return x0, top, x1, bottom
    raise NoAnswer("it is no box")
