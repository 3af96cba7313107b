"""Data: tables and questions as pages and as files, each by a stable address.

Belongs here: the paths below /data. Does not belong here: which tables and rows (outputs.desk.tables), how they are written
(outputs.desk.streams).
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from pipelines.outputs.desk import openapi, overview, streams, tables
from pipelines.outputs.desk.figure import NotThere
from pipelines.serving.desk.answers import Answers, Refused
from pipelines.serving.desk.asking import asked
from pipelines.settings import Places

SECONDS = 300.0
"""What carrying one table away may take."""


@dataclass(frozen=True, slots=True)
class Data:
    """The pages and files."""

    places: Places
    answers: Answers

    def index(self, request: Request) -> Response:
        """The questions and tables there are."""
        with asked(self.places) as warehouse:
            questions, others = tables.listed(warehouse)
        return self.answers.page(request, "data", questions=questions, others=others)

    def openapi(self, _: Request) -> Response:
        """What programs may ask, as OpenAPI describes it."""
        with asked(self.places) as warehouse:
            names = [row["name"] for rows in tables.listed(warehouse) for row in rows]
        return JSONResponse(openapi.describe(names, streams.FORMS), headers={"Cache-Control": "no-store"})

    def table(self, request: Request) -> Response:
        """A page of a table, or all of it as a file where the address ends with a form."""
        name, _, form = request.path_params["table"].rpartition(".")
        if form in streams.FORMS:
            return self._file(request, name, form)
        table = request.path_params["table"]
        with asked(self.places) as warehouse:
            about = tables.description(warehouse, table)
            wanted = tables.request(warehouse, table, request.query_params.multi_items())
            rows = tables.page(warehouse, wanted)
        query = dict(wanted.wanted) | {"order": wanted.order}
        return self.answers.page(request, "table", about=about, asked=wanted, rows=rows, query=query, page=tables.PAGE)

    def _file(self, request: Request, table: str, form: str) -> Response:
        media, write = streams.FORMS[form]
        with ExitStack() as opened:
            warehouse = opened.enter_context(asked(self.places, SECONDS))
            wanted = tables.request(warehouse, table, request.query_params.multi_items())
            base = str(request.base_url).rstrip("/")
            pieces = write(tables.answer(warehouse, wanted, as_json=form == "json", base=base))
            try:
                first = next(pieces)  # what is wrong with the request is told before anything is sent
            except streams.TooLong as error:
                raise Refused(400, "desk_too_many_rows") from error
            kept = opened.pop_all()
        headers = {"Content-Disposition": f'attachment; filename="{table}.{form}"', "Cache-Control": "no-store"}
        return StreamingResponse(_all(kept, first, pieces), media_type=media, headers=headers)

    def report_of_file(self, request: Request) -> Response:
        """From a path below raw/, as the questions name a report, to the report, or to a page of its PDF."""
        with asked(self.places) as warehouse:
            rows = warehouse.rows("desk/file", file=request.query_params.get("file", ""))
        if not rows:
            raise NotThere
        key, page = rows[0]["report_id"][: overview.KEY], request.query_params.get("page", "")
        is_page = page.isascii() and page.isdecimal()
        return RedirectResponse(f"/pdf/{key}#page={page}" if is_page else f"/report/{key}", 303)


def _all(kept: ExitStack, first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces one after the other; the warehouse is closed after the last, or where nobody takes more."""
    with kept:
        yield first
        yield from pieces
