"""Answers: what every page of the desk is answered with: language, policy, and one sentence where something is wrong.

Belongs here: HTML out of a template as an answer, the language of whoever asks, errors as pages and to programs. Does not belong here: which
page (application), the templates (outputs.desk).
"""

from dataclasses import dataclass

import duckdb
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response

from pipelines.messages import LANGUAGES, Told
from pipelines.outputs.desk import rendering
from pipelines.outputs.desk.figure import NotThere
from pipelines.outputs.desk.streams import FORMS
from pipelines.outputs.desk.table_request import NotSo
from pipelines.outputs.desk.tables import NoTable
from pipelines.settings import Places

POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
"""No page of the desk runs a script or asks anyone else for anything."""
CHECK = "/check"
"""Where reports are handed over: what is wrong with one leads back there."""


class Refused(Told):
    """What the desk does not do: an HTTP status and a sentence of messages.toml."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(key, **values)
        self.status = status

    @classmethod
    def of(cls, status: int, told: Told) -> "Refused":
        """What is told elsewhere, as an answer with a status."""
        return cls(status, "desk_as_said", said=told.message)


@dataclass(frozen=True, slots=True)
class Answers:
    """Makes pages; places: where templates are; pages: the first parts of the paths that there are."""

    places: Places
    pages: frozenset[str]

    def page(self, request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page of a template, in the language of whoever asks."""
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if request.method != "GET":
            here = "/"
        text = rendering.page(
            self.places.templates, template, language_of(request), here=here, pages=self.pages, **values
        )
        return HTMLResponse(text, status, {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"})

    async def refuse(self, request: Request, error: Exception) -> Response:
        """Say in one sentence what is wrong: on a page, or to who asks for a file in both languages, as JSON where JSON is asked for."""
        told = _refusal(error)
        said, headers = told.message, getattr(error, "headers", None)
        _, _, form = request.url.path.rpartition(".")
        if form == "json":
            return JSONResponse({"error_zh": said.zh, "error_en": said.en}, told.status, headers)
        if form in FORMS:
            return PlainTextResponse(f"{said.zh} / {said.en}\n", told.status, headers)
        back = CHECK if request.url.path.startswith(CHECK) else "/"
        page = self.page(request, "told", status=told.status, zh=said.zh, en=said.en, back=back)
        page.headers.update(headers or {})
        return page


ERRORS = (
    Refused, HTTPException, NotThere, NotSo, duckdb.IOException, duckdb.CatalogException, duckdb.BinderException,
    duckdb.InterruptException, duckdb.OutOfMemoryException,
)  # fmt: skip
"""What is answered with a sentence."""


def _refusal(error: Exception) -> Refused:
    match error:
        case Refused():
            return error
        case NotSo():
            return Refused.of(400, error)
        case NoTable():
            return Refused(404, "desk_no_table", table=str(error), forms=", ".join(f".{form}" for form in FORMS))
        case HTTPException() if error.status_code == 405:
            return Refused(405, "desk_method")
        case HTTPException() if error.status_code != 404:
            return Refused(error.status_code, "desk_as_said", said=error.detail)
        case duckdb.IOException():
            return Refused(503, "desk_no_warehouse")
        case duckdb.CatalogException() | duckdb.BinderException():
            return Refused(503, "desk_another_version")
        case duckdb.InterruptException() | duckdb.OutOfMemoryException():
            return Refused(503, "desk_too_much")
    return Refused(404, "desk_no_page")


def language_of(request: Request) -> str:
    """zh, or en for whoever chose it."""
    return "en" if request.cookies.get("language") == "en" else "zh"


def choose_language(request: Request) -> Response:
    """Keep the language that is chosen, and go back to the page it was chosen on: one of ours."""
    to = request.query_params.get("to", "/")
    ours = to.startswith("/") and not to.startswith(("//", "/\\")) and to.isprintable()
    chosen = request.path_params["language"]
    if chosen not in LANGUAGES:
        raise Refused(404, "desk_no_page")
    answer = RedirectResponse(to if ours else "/", 303)
    answer.set_cookie("language", chosen, max_age=365 * 24 * 3600, httponly=True, samesite="strict")
    return answer
