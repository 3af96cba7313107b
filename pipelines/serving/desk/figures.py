"""Figures: the pages that lead to a printed number and show it: start, search, reports, units, the figure and its picture.

Belongs here: what these paths ask for and how they are answered. Does not belong here: what is shown (outputs.desk), other
pages (data, comparing, checking).
"""

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from pipelines.outputs.desk import figure, overview, search
from pipelines.outputs.desk.pages_of_pdf import Album
from pipelines.outputs.evidence.crops import NoPicture
from pipelines.serving.desk.answers import Answers, Refused
from pipelines.serving.desk.asking import asked
from pipelines.settings import Places
from pipelines.vocabulary import doubt_wordings

PDF = "application/pdf"


@dataclass(slots=True)
class Figures:
    """The pages; album: the pictures, there while the server runs."""

    places: Places
    answers: Answers
    album: Album = field(init=False)

    def start(self, request: Request) -> Response:
        """What the warehouse holds, and the gravest reports."""
        with asked(self.places) as warehouse:
            years, rows = overview.years(warehouse), overview.gravest(warehouse)
        return self.answers.page(request, "start", years=years, rows=rows)

    def search(self, request: Request) -> Response:
        """Figures that meet what is typed and chosen; without either, the field alone."""
        given = request.query_params
        query = {name: given.get(name, "") for name in ("q", "sort", *search.FACETS)}
        chosen = {name: query[name] for name in search.FACETS if query[name]}
        sort = query["sort"] if query["sort"] in search.SORTS else "match"
        found = None
        if query["q"] or chosen:
            with asked(self.places) as warehouse:
                found = search.find(warehouse, query["q"], chosen, sort, given.get("after", ""))
        return self.answers.page(request, "search", found=found, query=query, chosen=chosen, sort=sort)

    def figure(self, request: Request) -> Response:
        """One figure with its picture."""
        with asked(self.places) as warehouse:
            shown = figure.figure(warehouse, request.path_params["amount_id"])
        picture, reason = None, ""
        try:
            picture = self.album.picture(shown.row)
        except NoPicture as error:
            reason = str(error)
        has_book = (self.places.book / "index.html").is_file()
        return self.answers.page(
            request, "figure", figure=shown, picture=picture, reason=reason, has_pdf=self._has_pdf(shown.row), has_book=has_book
        )  # fmt: skip

    def picture(self, request: Request) -> Response:
        """The part of the page a figure stands on."""
        with asked(self.places) as warehouse:
            shown = figure.figure(warehouse, request.path_params["amount_id"])
        try:
            picture = self.album.picture(shown.row)
            return Response(picture.image, media_type="image/svg+xml" if picture.suffix == "svg" else "image/webp")
        except NoPicture as error:
            raise Refused(404, "desk_no_picture", reason=doubt_wordings.reason(str(error))) from error

    def reports(self, request: Request) -> Response:
        """All reports, the gravest first, of one year if it is asked for."""
        year = request.query_params.get("year", "")
        if year and not re.fullmatch(r"[0-9]{4}", year):
            raise Refused(404, "desk_no_page")
        with asked(self.places) as warehouse:
            rows = overview.reports(warehouse, year=int(year) if year else None)
            unread = [] if year else overview.not_read(warehouse)
        return self.answers.page(request, "reports", rows=rows, unread=unread, year=year, most=overview.MOST)

    def report(self, request: Request) -> Response:
        """One report: findings, and forms whose every figure is a link."""
        with asked(self.places) as warehouse:
            shown = overview.report(warehouse, request.path_params["key"])
        has_page = (self.places.book / "report" / f"{shown.row['report_id'][:16]}.html").is_file()
        return self.answers.page(request, "report", report=shown, has_pdf=self._has_pdf(shown.row), has_page=has_page)

    def unit(self, request: Request) -> Response:
        """One unit over its years."""
        with asked(self.places) as warehouse:
            shown = overview.unit(warehouse, request.path_params["key"])
        return self.answers.page(request, "unit", unit=shown)

    def pdf(self, request: Request) -> Response:
        """The PDF of a report, the very one that was read; of one in an archive the PDF that a page (?page=) is in, or a member."""
        key, given = request.path_params["key"], request.query_params
        with asked(self.places) as warehouse:
            row = overview.report_row(warehouse, key)
            within = overview.member(warehouse, row["report_id"], given.get("page", ""))
        if within:
            return RedirectResponse(f"/pdf/{key}?member={quote(within['member'])}#page={within['own']}", 303)
        try:
            path = self.album.pdf(row)
        except NoPicture as error:
            raise Refused(404, "desk_no_pdf", reason=doubt_wordings.reason(str(error))) from error
        if (name := given.get("member")) and (pdf := self.album.member(path, name)):
            return Response(pdf, media_type=PDF)
        if row["format"] == "pdf":
            return FileResponse(path, media_type=PDF)
        return FileResponse(path, media_type="application/octet-stream", filename=path.name)

    def _has_pdf(self, row: dict) -> bool:
        try:
            return bool(self.album.pdf(row))
        except NoPicture:
            return False
