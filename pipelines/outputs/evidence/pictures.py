"""Pictures: the views of a report's findings as pictures with the places of boxes in them, drawn by caged workers.

Belongs here: the workers of a book, having each page of a PDF drawn once by them, what a lost one leaves.
Does not belong here: what such a worker does (darkroom, crops), where a picture is kept (site).
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path

from pipelines.cage import Cage
from pipelines.limits import Limits
from pipelines.outputs.evidence import crops, darkroom
from pipelines.outputs.evidence.darkroom import Drawn, Wish
from pipelines.outputs.evidence.page_findings import Spot, View
from pipelines.outputs.evidence.report_page import ReportPage
from pipelines.pdf import Box
from pipelines.queries import Row
from pipelines.reading import workers

Keep = Callable[[str, bytes], str]
"""Keeps a picture (name, bytes) and returns how a page refers to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A view as a page shows it: picture, places of spots and quoted boxes in it; or the reason there is none.

    name: unit and year of the report; href: how a page refers to the picture, "" where there is none; width and height in
    pixels, extent in points of the page.
    """

    name: str
    href: str = ""
    width: int = 0
    height: int = 0
    extent: tuple[float, float] = (0, 0)
    spots: tuple[tuple[Spot, Box], ...] = ()
    quoted: tuple[Box, ...] = ()
    is_whole: bool = False
    reason: str = ""


_MOST = 1
"""Workers of a book: beside them its process makes the pages."""
LIMITS = Limits(60, 2048)
"""What drawing one page may take; the largest that is drawn takes a third of either."""


def painters(pdfs: Iterable[Path], size: int = _MOST) -> AbstractContextManager[workers.Crew]:
    """Workers that draw these PDFs and files beside them, caged; none is started before it is needed."""
    folders = {Path(os.path.realpath(path)).parent for path in pdfs}
    return workers.crew(min(size, os.cpu_count() or 1), LIMITS, Cage(tuple(sorted(folders))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """What the pictures of a book are made with: who draws them, how each is kept; by report id the file its pages are drawn from, its row.

    lost: report id → why there is no PDF of it.
    """

    files: Mapping[str, Path]
    listed: Mapping[str, Row]
    keep: Keep
    crew: workers.Crew
    lost: Mapping[str, str] = field(default_factory=dict)


def take(found: ReportPage, album: Album) -> dict[View, Shot]:
    """Have every view of a report's findings drawn, page by page, and keep its picture."""
    views = {view for finding in found.findings for view in finding.views}
    pages = groupby(sorted(views, key=_place), key=_place)
    grouped = [list(group) for _, group in pages]
    asked = [_ask(group, album) for group in grouped]
    return {
        view: shot for group, drawn in zip(grouped, asked, strict=True) for view, shot in _shots(group, drawn, album)
    }


def _place(view: View) -> tuple[str, int]:
    return view.report_id, view.page


def _ask(views: Sequence[View], album: Album) -> Future | str:
    """Have a page drawn for its views; returns the reason where there is no PDF of it."""
    report_id, page = _place(views[0])
    path = album.files.get(report_id, Path())
    if report_id in album.lost or not path.is_file():
        return album.lost.get(report_id, crops.GONE)
    wishes = [Wish(tuple(view.boxes), view.words, view.is_of_form) for view in views]
    return album.crew.submit(darkroom.draw, path, page, wishes, opens=partial(darkroom.develop, count=len(wishes)))


def _shots(views: Sequence[View], asked: Future | str, album: Album) -> Iterator[tuple[View, Shot]]:
    """Yield the views of one page with their pictures, or with the reason there is none."""
    drawn, reason = _outcome(views[0].page, asked)
    for place, view in enumerate(views):
        row = album.listed[view.report_id]
        name = f"{row['unit_name']} {row['fiscal_year']}"
        yield view, Shot(name=name, reason=reason) if reason else _shot(view, name, drawn[place], album.keep)


def _outcome(page: int, asked: Future | str) -> tuple[list[Drawn], str]:
    """The pictures of a page, or the reason there are none: whatever becomes of a page, the book goes on."""
    if isinstance(asked, str):
        return [], asked
    try:
        return asked.result(), ""
    except crops.NoPicture as error:
        return [], str(error)
    except workers.Lost as error:
        return [], f"{_LOST[type(error)].format(page=page)}: {error}"
    except workers.Failed as error:
        return [], f"page {page} cannot be drawn: {error}"


_LOST = {
    workers.TooLong: "page {page} cannot be drawn: it took longer than the time limit",
    workers.TooMuchMemory: "page {page} cannot be drawn: it took more memory than the limit",
    workers.Died: "page {page} cannot be drawn: the process that drew it died",
    workers.NotOurs: "page {page} cannot be drawn: the process that drew it answered what is no picture",
}
"""Why a page was not drawn whose worker was lost."""


def _shot(view: View, name: str, drawn: Drawn, keep: Keep) -> Shot:
    picture, found = drawn
    region = "-".join(str(round(side * crops.SCALE)) for side in picture.region)
    href = keep(f"{view.report_id[:16]}-p{view.page:03d}-{region}.{picture.suffix}", picture.image)
    return Shot(
        name=name,
        href=href,
        width=picture.size[0],
        height=picture.size[1],
        extent=picture.extent,
        spots=tuple((spot, picture.place(tuple(spot.figure["bbox"]))) for spot in view.spots),
        quoted=tuple(map(picture.place, view.quoted or found)),
        is_whole=picture.is_whole,
    )
