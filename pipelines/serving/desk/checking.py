"""Checking: the pages by which a report is handed over, waited for, read and forgotten.

Belongs here: the paths below /check, what may be handed over. Does not belong here: the queue and the files (checks), what
is found (cli.check).
"""

import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from pipelines.formats import ENDINGS, may_be_read
from pipelines.outputs.evidence import render
from pipelines.serving.desk.answers import Answers, Refused, language_of
from pipelines.serving.desk.checks import PREVIOUS, REPORT, Check, Checks, Full
from pipelines.settings import Places

LARGEST = 64 << 20
"""Bytes of a file that is taken."""
_MOST = 10
"""Files of a form: those of one account, last year's."""
_MORE = 1 << 20
"""Bytes of a form beside its files."""
_HEAD = 2048
"""Bytes within which a file says what it is."""
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")
"""How pictures begin: JPEG, PNG, GIF, TIFF, BMP, WebP."""
_REMOVED = "removed"
"""A cookie that changes with what is removed: the browser then forgets the pages it keeps for its back button."""
_SECONDS = 2
"""After which a page that waits asks again."""


@dataclass(slots=True)
class Checking:
    """The pages; checks: the queue, there while the server runs."""

    places: Places
    answers: Answers
    checks: Checks = field(init=False)

    def form(self, request: Request) -> Response:
        """Where a report is handed over."""
        return self.answers.page(request, "check", largest=LARGEST >> 20, endings=",".join(ENDINGS))

    async def take(self, request: Request) -> Response:
        """Take the files of the form, and lead to the page of their check."""
        told = request.headers.get("content-length", "")
        if not told.isdecimal():
            raise Refused(411, "desk_size_not_said")
        if int(told) > 2 * LARGEST + _MORE:
            raise _too_large()
        try:
            sent = await request.form(max_files=_MOST, max_fields=4, max_part_size=_MORE)
        except HTTPException as error:
            raise Refused(400, "desk_too_many_files", most=_MOST) from error
        try:
            files = await _files(sent)
            check = await run_in_threadpool(self.checks.hand_over, files, language_of(request))
        except Full as error:
            raise Refused(503, "desk_full") from error
        finally:
            await sent.close()
        return RedirectResponse(f"/check/{check.key}", 303)

    def state(self, request: Request) -> Response:
        """How far a check is; a page that waits asks again by itself."""
        check = self._get(request)
        waits = check.state in ("waiting", "running")
        return self.answers.page(
            request, "checked", check=check, waits=_SECONDS if waits else 0, before=self.checks.before(check),
            has_page=check.page.is_file(),
        )  # fmt: skip

    def page(self, request: Request) -> Response:
        """The evidence page, whole in one file, kept apart from the desk by its policy; ?save to be saved."""
        check = self._get(request)
        if not check.page.is_file():
            raise Refused(404, "desk_no_evidence")
        policy = f"{render.lone_site(self.places.templates).policy}; sandbox allow-scripts"
        name = f"{Path(check.name).stem}.html" if "save" in request.query_params else None
        return FileResponse(
            check.page, media_type="text/html; charset=utf-8", filename=name,
            headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"},
        )  # fmt: skip

    def file(self, request: Request) -> Response:
        """One of the files that were handed over, as the evidence page links to it; what is no PDF is saved and never shown here."""
        check, kind = self._get(request), request.path_params["kind"]
        found = [path for path in (check.folder / kind).glob("*") if path.name == request.path_params["name"]]
        if kind not in (REPORT, PREVIOUS) or not found:
            raise Refused(404, "desk_no_such_file")
        headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        if found[0].suffix.lower() == ".pdf":
            return FileResponse(found[0], media_type="application/pdf", headers=headers)
        return FileResponse(found[0], media_type="application/octet-stream", filename=found[0].name, headers=headers)

    def forget(self, request: Request) -> Response:
        """Forget a check with its files, now."""
        with suppress(Refused):
            self.checks.forget(self._get(request))
        answer = RedirectResponse("/check", 303)
        answer.set_cookie(_REMOVED, secrets.token_urlsafe(8), max_age=_SECONDS, httponly=True, samesite="strict")
        return answer

    def _get(self, request: Request) -> Check:
        check = self.checks.get(request.path_params["key"])
        if check is None:
            raise Refused(404, "desk_no_check")
        return check


async def _files(sent: FormData) -> dict[str, list[tuple[str, IO[bytes]]]]:
    """The files of a form by what they are given as; raises Refused for what cannot be checked."""
    files: dict[str, list[tuple[str, IO[bytes]]]] = {}
    for kind, one in ((name, one) for name in (REPORT, PREVIOUS) for one in sent.getlist(name)):
        if isinstance(one, UploadFile) and one.filename:
            await _refuse_others(one)
            files.setdefault(kind, []).append((one.filename, one.file))
    if len(files.get(PREVIOUS, ())) > 1:
        raise Refused(400, "desk_one_previous")
    if REPORT not in files:
        raise Refused(400, "desk_choose_a_report")
    return files


async def _refuse_others(one: UploadFile) -> None:
    """Raise Refused for what is too large, and for what begins as no file does that is read."""
    if (one.size or 0) > LARGEST:
        raise _too_large()
    head = await one.read(_HEAD)
    await one.seek(0)
    if not head:
        raise Refused(415, "desk_empty_file", name=one.filename)
    if head.startswith(_PICTURES):
        raise Refused(415, "desk_picture", name=one.filename)
    if not may_be_read(head):
        raise Refused(415, "desk_not_a_report", name=one.filename)


def _too_large() -> Refused:
    return Refused(413, "desk_file_too_large", most=LARGEST >> 20)
