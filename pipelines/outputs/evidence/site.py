"""Site: the evidence pages, a static site written from the published warehouse (`make book`).

Belongs here: the pages of reports, their files and pictures, one page alone.
Does not belong here: the pages that lead to them (indexes), what a page shows (report_page, charts), cutting pictures (crops), markup (render, templates), the switch (publishing).
"""

import base64
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from pipelines import publishing
from pipelines.messages import Message, join, message
from pipelines.outputs.addresses import page_address, pdf_address
from pipelines.outputs.evidence import charts, copies, render, report_page
from pipelines.outputs.evidence.indexes import write_indexes
from pipelines.outputs.evidence.page_findings import View
from pipelines.outputs.evidence.pictures import Album, Shot, painters, take
from pipelines.outputs.evidence.report_page import ReportPage
from pipelines.queries import Warehouse
from pipelines.settings import DESK_URL, Places
from pipelines.ticks import ticking
from pipelines.warehouse import database


@dataclass(frozen=True, slots=True, kw_only=True)
class BookSummary:
    """What was written: pages, reports, pictures, what is lacking, seconds in all and for report pages.

    missing: views without a picture; without_pdf: reports whose PDF the book does not hold.
    """

    pages: int
    reports: int
    pictures: int
    missing: int
    without_pdf: int
    seconds: float
    report_seconds: float

    def message(self, index: Path) -> Message:
        """Say where it was written, how much, and what is lacking."""
        lacking = {"book_without_picture": self.missing, "book_without_pdf": self.without_pdf}
        return message(
            "book_written", index=index, pages=self.pages, reports=self.reports, pictures=self.pictures, seconds=self.seconds,
            each=self.report_seconds / self.reports if self.reports else 0.0,
            lost=join((message(key, count=count) for key, count in lacking.items() if count), "", ""),
        )  # fmt: skip


class _Setting(NamedTuple):
    """What a page of a report stands in: its site, the way to the root of that, the address of a report's PDF ("" for none)."""

    site: render.Site
    root: str
    pdf: Callable[[str], str]


def build(places: Places) -> BookSummary:
    """Write the book of the published warehouse to warehouse/book, aside first, then by rename.

    Raises duckdb.IOException where there is no warehouse, duckdb.CatalogException where it is of an older version.
    """
    with database.open_published(places) as warehouse, publishing.beside(places.book) as building:
        return write(warehouse, building)


def write_report(
    warehouse: Warehouse, report_id: str, pdfs: Mapping[str, Path], page: Path, links: Mapping[str, Path] | None = None
) -> None:  # fmt: skip
    """Write the page of one report alone, style, script and pictures within.

    pdfs: report id → PDF, the report's and those of reports beside it; links: what the page leads to in place of one. Raises
    LookupError where it is not in the star.
    """
    listed = {row["report_id"]: row for row in warehouse.rows("book/reports")}
    if report_id not in listed:
        raise LookupError(f"report {report_id} is not in the star")
    found = report_page.report(warehouse, listed[report_id])
    led = {**pdfs, **(links or {})}
    addresses = {key: quote(os.path.relpath(pdf.resolve(), page.resolve().parent)) for key, pdf in led.items()}
    drawn = _as_drawn(warehouse.places, pdfs)
    with painters(drawn.values(), 1) as crew:
        shots = take(found, Album(files=drawn, listed=listed, keep=_as_data, crew=crew))
    setting = _Setting(render.lone_site(warehouse.places.templates), "", lambda one: addresses.get(one, ""))
    page.write_text(_report_page(warehouse, found, shots, setting), encoding="utf-8")


def write(warehouse: Warehouse, folder: Path) -> BookSummary:
    """Write all pages, pictures and PDFs of an open warehouse into a folder that is not there yet."""
    started = time.perf_counter()
    places = warehouse.places
    site = render.book_site(places.templates, "" if places.desk_url == DESK_URL else places.desk_url)
    _furnish(folder, places.templates)
    listed = {row["report_id"]: row for row in warehouse.rows("book/reports")}
    kinds = {report_id: row["format"] for report_id, row in listed.items()}
    lost = copies.copy_all(
        {report_id: places.source(report_id, row["file"]) for report_id, row in listed.items()}, folder, kinds
    )
    files = {report_id: folder / pdf_address(report_id, kind) for report_id, kind in kinds.items()}
    setting = _Setting(site, "../", lambda one: "" if one in lost else "../" + pdf_address(one, kinds[one]))
    drawn, before = _as_drawn(places, files), time.perf_counter()
    with painters(drawn.values()) as crew:
        album = Album(files=drawn, listed=listed, keep=partial(_keep, folder), crew=crew, lost=lost)
        missing = _write_reports(warehouse, album, setting, folder)
    after = time.perf_counter()
    write_indexes(warehouse, site, list(listed.values()), folder)
    return BookSummary(
        pages=sum(1 for _ in folder.rglob("*.html")),
        reports=len(listed),
        pictures=sum(1 for _ in (folder / "crops").iterdir()),
        missing=missing,
        without_pdf=len(lost),
        seconds=time.perf_counter() - started,
        report_seconds=after - before,
    )


def _write_reports(warehouse: Warehouse, album: Album, setting: _Setting, folder: Path) -> int:
    """Write the page of each report of an album with its pictures; returns how many of these are missing."""
    missing = 0
    for row in ticking("book", album.listed.values()):
        found = report_page.report(warehouse, row)
        shots = take(found, album)
        missing += sum(not shot.href for shot in shots.values())
        text = _report_page(warehouse, found, shots, setting, album.lost.get(row["report_id"], ""))
        (folder / page_address("report", row["report_id"][:16])).write_text(text, encoding="utf-8")
    return missing


def _furnish(folder: Path, templates: Path) -> None:
    """Make the folders of a book, and write what all its pages need."""
    for name in ("report", "unit", "year", "region", "crops", "pdf"):
        (folder / name).mkdir(parents=True)
    for name in render.ASSETS:
        (folder / name).write_bytes(render.asset(templates, name))


def _as_drawn(places: Places, files: Mapping[str, Path]) -> dict[str, Path]:
    """Report id → the file that its pages are drawn from: of a Word 97 document what LibreOffice has made of it."""
    made = {report_id: places.converted(report_id) for report_id in files}
    return {report_id: made[report_id] if made[report_id].is_file() else path for report_id, path in files.items()}


def _report_page(
    warehouse: Warehouse, found: ReportPage, shots: Mapping[View, Shot], setting: _Setting, lost: str = ""
) -> str:
    """Return the page of a report as markup; lost: why there is no PDF of it."""
    drawn = (
        charts.of_unit(warehouse, found.row["unit_key"], found.row["fiscal_year"]) if found.row["is_current"] else []
    )
    places = {
        spot.figure["amount_id"]: f"f{number}-{spot.number}"
        for number, finding in reversed(list(enumerate(found.findings, 1)))
        for spot in finding.spots
    }
    values = {
        "report": found,
        "shots": shots,
        "root": setting.root,
        "pdf": setting.pdf,
        "lost": lost,
        "charts": drawn,
        "places": places,
    }
    return render.render("report", setting.site, **values)


def _as_data(name: str, image: bytes) -> str:
    """A picture within the page."""
    kind = "svg+xml" if name.endswith(".svg") else "webp"
    return f"data:image/{kind};base64,{base64.b64encode(image).decode()}"


def _keep(folder: Path, name: str, image: bytes) -> str:
    (folder / "crops" / name).write_bytes(image)
    return f"../crops/{name}"
