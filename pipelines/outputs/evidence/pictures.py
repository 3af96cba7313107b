"""Pictures: the views of a report's findings as pictures with the places of boxes in them.

Belongs here: opening the PDFs a report's findings stand in, taking each view once.
Does not belong here: cutting a page (crops), where a picture is kept (site).
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pipelines.outputs.evidence import crops
from pipelines.outputs.evidence.report_page import ReportPage, Spot, View
from pipelines.pdf import Box
from pipelines.queries import Row

Keep = Callable[[str, bytes], str]
"""Keeps a picture (name, WebP bytes) and returns how a page refers to it."""


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


def take(
    found: ReportPage, files: Mapping[str, Path], lost: Mapping[str, str], listed: Mapping[str, Row], keep: Keep
) -> dict[View, Shot]:
    """Every view of a report's findings as a picture kept, drawn page by page; lost: report id → why there is no PDF of it."""
    views = {view for finding in found.findings for view in finding.views}
    shots = {}
    with ExitStack() as open_files:
        cameras: dict[str, crops.Camera] = {}
        for view in sorted(views, key=lambda v: (v.report_id, v.page)):
            name = f"{listed[view.report_id]['unit_name']} {listed[view.report_id]['fiscal_year']}"
            try:
                if view.report_id in lost:
                    raise crops.NoPicture(lost[view.report_id])
                if view.report_id not in cameras:
                    path = files.get(view.report_id, Path())
                    cameras[view.report_id] = open_files.enter_context(crops.camera(path))
                shots[view] = _shot(view, name, cameras[view.report_id], keep)
            except crops.NoPicture as error:
                shots[view] = Shot(name=name, reason=str(error))
    return shots


def _shot(view: View, name: str, camera: crops.Camera, keep: Keep) -> Shot:
    found = [] if view.boxes else [box for words in view.words for box in camera.find(view.page, words)]
    picture = camera.picture(view.page, view.boxes or found, view.is_of_form)
    region = "-".join(str(round(side * crops.SCALE)) for side in picture.region)
    href = keep(f"{view.report_id[:16]}-p{view.page:03d}-{region}.webp", picture.webp)
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
