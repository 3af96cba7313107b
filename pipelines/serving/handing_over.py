"""Handing over: a link from Dagster to a report leads to the desk where that runs and has the report, else to its evidence page.

Belongs here: asking the desk, sending whoever follows the link on, the sentence where neither shows the report. Does not belong here:
the links (outputs.documents.markdown), the files of the pages (pages), the desk.
Which of the two runs is known only when the link is followed. A browser keeps what stands behind the # through the redirect, and a
server of plain files heeds no query, so that the link holds for evidence pages that are published elsewhere too.
"""

import http
import http.client
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pipelines.messages import message
from pipelines.outputs.addresses import TO_DESK

_REPORT = re.compile(r"/report/([0-9a-f]{16})\.html")
_PATIENCE = 2
"""Seconds the desk has to answer in."""


@dataclass(frozen=True, slots=True)
class HandingOver:
    """An application before the files of a folder of evidence pages; desk: the address of the desk."""

    files: ASGIApp
    folder: Path
    desk: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request on to the desk, or answer it with a file."""
        answer = await run_in_threadpool(self._answer, scope) if scope["type"] == "http" else None
        await (answer or self.files)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response | None:
        asked = _REPORT.fullmatch(scope["path"])
        if asked is None or scope["query_string"].decode("latin-1") != TO_DESK:
            return None
        page = f"{self.desk}/report/{asked[1]}"
        if is_answered(page):
            return RedirectResponse(page, 303, {"Cache-Control": "no-store"})
        if (self.folder / scope["path"].lstrip("/")).is_file():
            return None
        return PlainTextResponse(f"{message('pages_none').both}\n", 404)


def is_near(address: str) -> bool:
    """Whether an address is of this machine, for those at it alone."""
    return urlsplit(address).hostname in ("127.0.0.1", "localhost", "::1")


def is_answered(address: str) -> bool:
    """Whether a server has a page at an address; no proxy is asked for it."""
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    try:
        connection = kind(parts.netloc, timeout=_PATIENCE)
        try:
            connection.request("HEAD", parts.path)
            return connection.getresponse().status == http.HTTPStatus.OK
        finally:
            connection.close()
    except (OSError, http.client.HTTPException):
        return False
