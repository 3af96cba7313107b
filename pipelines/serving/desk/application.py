"""Application: the desk as an ASGI application: its routes, and what lives as long as it does.

Belongs here: which path leads to which page, the guard before them. Does not belong here: what a page shows (outputs.desk),
how it is answered (answers), opening the warehouse (asking).
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from pipelines.outputs.desk import rendering
from pipelines.outputs.desk.pages_of_pdf import Album
from pipelines.outputs.evidence.pictures import painters
from pipelines.serving import pages
from pipelines.serving.desk.answers import ERRORS, Answers, Refused, choose_language
from pipelines.serving.desk.checking import Checking
from pipelines.serving.desk.checks import Checks
from pipelines.serving.desk.comparing import Comparing
from pipelines.serving.desk.data import Data
from pipelines.serving.desk.figures import Figures
from pipelines.serving.guard import Guard, HostNames
from pipelines.settings import Places

PAGES = frozenset({"/search", "/compare", "/data", "/check"})
"""What the bar of every page leads to."""


class _Book(StaticFiles):
    """The evidence pages, where they are written: they may come later."""

    async def check_config(self) -> None:
        """Raise Refused where they are not there."""
        if not os.path.isdir(str(self.directory)):
            raise Refused(404, "desk_no_book")


def app(places: Places, known_as: HostNames) -> ASGIApp:
    """The desk over the warehouse of these places, published or not yet, as an ASGI application behind the guard."""
    answers = Answers(places, PAGES)
    figures, data, checking = Figures(places, answers), Data(places, answers), Checking(places, answers)
    book = Guard(_Book(directory=places.book, html=True, check_dir=False), known_as, policy=pages.POLICY)
    routes = [
        Route("/", figures.start),
        Route("/desk.css", lambda _: Response(rendering.style(places.templates), media_type="text/css")),
        Route("/language/{language}", choose_language),
        Route("/search", figures.search),
        Route("/figure/{amount_id}", figures.figure),
        Route("/picture/{amount_id}.webp", figures.picture),
        Route("/reports", figures.reports),
        Route("/report/{key}", figures.report),
        Route("/unit/{key}", figures.unit),
        Route("/pdf/{key}", figures.pdf),
        Route("/compare", Comparing(places, answers).page),
        Route("/data", data.index),
        Route("/openapi.json", data.openapi),
        Route("/data/{table}", data.table),
        Route("/file", data.report_of_file),
        Route("/check", checking.form, methods=["GET"]),
        Route("/check", checking.take, methods=["POST"]),
        Route("/check/{key}", checking.state),
        Route("/check/{key}/page.html", checking.page),
        Route("/check/{key}/forget", checking.forget, methods=["POST"]),
        Route("/check/{key}/{kind}/{name}", checking.file),
        Mount("/book", book),
    ]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        with painters([places.raw / "any.pdf", places.joined("any"), places.converted("any")]) as crew:
            figures.album, checking.checks = Album(places, crew), Checks()
            try:
                yield
            finally:
                checking.checks.end()

    made = Starlette(routes=routes, lifespan=lifespan, exception_handlers=dict.fromkeys(ERRORS, answers.refuse))
    return Guard(made, known_as, forms=("/check",))
