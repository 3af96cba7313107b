"""Annotated: a copy of a report with boxes and notes (PDF annotations) at its findings, written by a caged worker.

Belongs here: which notes stand where, writing them into a PDF, having that done. Does not belong here: the findings
(page_findings), pictures of pages (pictures), putting the copy in its place (cli). The bytes of the report stay as they are;
the notes are added behind them (an incremental update), so that whatever it holds, signatures too, is in the copy.
"""

import io
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Rectangle, Text
from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject, RectangleObject, TextStringObject

from pipelines.cage import Cage
from pipelines.formats import kind_of
from pipelines.limits import Limits
from pipelines.messages import Told
from pipelines.outputs.evidence.page_findings import Finding
from pipelines.outputs.evidence.report_page import ReportPage
from pipelines.pdf import Box, Unreadable, read_source
from pipelines.reading import NoAnswer, workers
from pipelines.vocabulary import doubt_wordings, labels

AUTHOR = "final-accounts"
"""The author of our notes, as a viewer names it."""
SIGN = b"\n%final-accounts check --pdf\n"
"""A comment behind the last byte, by which a copy is known from a report."""
_LIMITS = Limits(120, 2048)
_COLOURS = {"fatal": (0.8, 0.0, 0.0), "error": (0.9, 0.3, 0.0), "warning": (0.8, 0.6, 0.0), "info": (0.2, 0.4, 0.8)}
_WHY = ("copy_replaced", "copy_encrypted")
"""Sentences of messages.toml that the worker answers by their key."""
_REASON = "the file is no PDF, so no notes can be written into it"
_MARGIN, _ICON = 1.5, 20.0
"""Points around a box; the side of the sign of a note without a box."""
_PRINTED = 4
"""Flag of an annotation that is printed with its page."""


class NotWritten(Told):
    """There is no copy; the message says why."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on a page (from 1): its boxes in points from the top left corner, none for one of the whole page."""

    page: int
    boxes: tuple[Box, ...]
    severity: str
    text: str


def notes(found: ReportPage, language: str) -> list[Note]:
    """The notes of a report's findings, by page: severity, identities and the sentence in a language (zh, en)."""
    return sorted(
        (note for finding in found.findings for note in _notes(finding, found.row["report_id"], language)),
        key=lambda note: note.page,
    )


def _notes(finding: Finding, report_id: str, language: str) -> Iterator[Note]:
    row = finding.row
    zh, en = labels.word("severity", row["severity"])
    said = row["sentence_en" if language == "en" else "sentence_zh"]
    text = f"{en if language == 'en' else zh} {', '.join(row['identities'])}\n{said}"
    own = [view for view in finding.views if view.report_id == report_id]
    for view in own:
        yield Note(page=view.page, boxes=tuple(dict.fromkeys(view.boxes)), severity=row["severity"], text=text)
    if not own:
        yield Note(page=row["page"] or 1, boxes=(), severity=row["severity"], text=text)


def write(path: Path, sha256: str, listed: Sequence[Note]) -> bytes:
    """The bytes of a copy of a report with notes, made in a cage; raises NotWritten where the file is no longer that or cannot be."""
    cage = Cage((Path(os.path.realpath(path)).parent,))
    with workers.crew(1, _LIMITS, cage) as crew:
        try:
            return crew.submit(annotate, path, sha256, list(listed), opens=_open).result()
        except workers.Lost as error:
            raise NotWritten("copy_given_up", error=f"{type(error).__name__}: {error}") from error
        except workers.Failed as error:
            raise NotWritten("copy_not_allowed", error=error) from error


def annotate(path: Path, sha256: str, listed: Sequence[Note]) -> bytes | str:
    """The task of the worker: the copy, or why there is none: a sentence of _WHY, or what does not let the file be opened."""
    try:
        source = read_source(path)
    except Unreadable as refusal:
        return str(refusal)
    if source.sha256 != sha256:
        return "copy_replaced"
    if kind_of(source.content) != "pdf":
        return _REASON
    if PdfReader(io.BytesIO(source.content)).is_encrypted:
        return "copy_encrypted"
    writer = PdfWriter(io.BytesIO(source.content), incremental=True)
    above = Counter[int]()
    for note in listed:
        _add(writer, note, above[note.page])
        above[note.page] += not note.boxes
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue() + SIGN


def _open(answer: object) -> bytes:
    if isinstance(answer, str):
        if answer in _WHY:
            raise NotWritten(answer)
        raise NotWritten("as_said", said=doubt_wordings.reason(answer))
    if not isinstance(answer, bytes) or b"%PDF" not in answer[:1024]:
        raise NoAnswer("it is no PDF")
    return answer


def _add(writer: PdfWriter, note: Note, above: int) -> None:
    """Add a note; above: notes without a box that the page has already, under which its sign stands."""
    page = writer.pages[note.page - 1]
    shown, turned = page.cropbox, (page.rotation or 0) % 360
    top = _ICON * (1 + 1.5 * above)
    for box in note.boxes or ((_ICON, top, 2 * _ICON, top + _ICON),):
        rectangle = _place(box, shown, turned)
        made = Rectangle(rect=rectangle) if note.boxes else Text(rect=rectangle, text=note.text, open=False)
        made[NameObject("/Contents")] = TextStringObject(note.text)
        made[NameObject("/T")] = TextStringObject(AUTHOR)
        made[NameObject("/C")] = ArrayObject([FloatObject(part) for part in _COLOURS[note.severity]])
        made[NameObject("/F")] = NumberObject(_PRINTED)
        writer.add_annotation(note.page - 1, made)


def _place(box: Box, shown: RectangleObject, turned: int) -> Box:
    """A box in points from the top left corner of a page as it is shown, in the page's own coordinates."""
    x0, top, x1, bottom = box[0] - _MARGIN, box[1] - _MARGIN, box[2] + _MARGIN, box[3] + _MARGIN
    left, low, right, high = (float(side) for side in (shown.left, shown.bottom, shown.right, shown.top))
    return {
        0: (left + x0, high - bottom, left + x1, high - top),
        90: (left + top, low + x0, left + bottom, low + x1),
        180: (right - x1, low + top, right - x0, low + bottom),
        270: (right - bottom, high - x1, right - top, high - x0),
    }[turned]
