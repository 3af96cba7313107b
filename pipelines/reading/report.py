"""Report: everything one PDF says, or the one sentence why it could not be read.

Belongs here: the path of a single file through pages, forms, prose and reports; refusing what is no department's final
account. Does not belong here: opening it (opening), its forms (form_set), files (store), many reports (batch).
"""

import logging
import textwrap
import traceback
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.doubts import Doubt
from pipelines.forms.completeness import cut_short
from pipelines.forms.disclosure import Disclosure, identify
from pipelines.forms.form_set import FormSet, read_forms
from pipelines.forms.forms import Form
from pipelines.forms.layout import Layout, lay_out
from pipelines.pdf import plumber_reader
from pipelines.pdf.opening import opened
from pipelines.pdf.pages import Document, Page
from pipelines.pdf.refusal import Unreadable
from pipelines.pdf.source import Source, read_source
from pipelines.prose.claims import Claim
from pipelines.prose.disambiguation import fit
from pipelines.prose.member_units import Member, read_members
from pipelines.prose.named_items import Names
from pipelines.prose.narrative import read_claims
from pipelines.prose.score_tables import score_claims
from pipelines.prose.sections import sections_of
from pipelines.prose.sentences import RunningText, running_text
from pipelines.reading.number_ledger import Token, explained_in_sections, explained_numbers, read_tokens
from pipelines.reading.second_reader import Opinion, held_claims, held_forms, not_read, seen_alike

logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class Prose:
    """What the running text says: its sentences with the section of each, claims, units named in 机构设置."""

    text: RunningText
    sections: tuple[str, ...]
    claims: tuple[Claim, ...]
    members: tuple[Member, ...]


NO_PROSE = Prose(RunningText((), "", (), ()), (), (), ())
"""Of a report that was not read: it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of one report.

    status: read (goes into the star), registered (a budget: known, its tables not loaded), quarantined (held, see doubts).
    opinions: the pages that the other reader has read too.
    """

    status: str
    identity: Disclosure
    document: Document
    forms: tuple[Form, ...]
    doubts: tuple[Doubt, ...]
    tokens: tuple[Token, ...] = ()
    prose: Prose = NO_PROSE
    opinions: tuple[Opinion, ...] = ()


def read_report(path: Path, folder_year: int | None) -> Reading:
    """Read one file whole; never raises for what it holds: a Reading with status quarantined says why."""
    try:
        return read_once(read_source(path), folder_year)
    except Unreadable as refusal:
        return refused_by(refusal)


def read_once(source: Source, folder_year: int | None) -> Reading:
    """Read the bytes of one PDF; never raises for what they hold."""
    try:
        return _read(opened(source.content), folder_year)
    except Unreadable as refusal:
        return refused_by(refusal)
    except Exception as error:  # a fault of ours on one report must not stop the others, and must be seen
        return failed(source.name, error)


def read_twice(source: Source, folder_year: int | None, numbers: Collection[int]) -> Reading:
    """As read_once; pages of these numbers are read by pdfplumber too, and what the two see differently is held."""
    reading = read_once(source, folder_year)
    if reading.status != "read":
        return reading
    try:
        pages = {page.number: page for page in plumber_reader.read_document(source.content, numbers).pages}
        document = reading.document
        mixed = replace(document, pages=tuple(pages.get(page.number, page) for page in document.pages))
        return _agreed(reading, _read(mixed, folder_year), pages)
    except Exception as error:  # whatever the second reader stumbles over, the first one's reading stands
        logging.getLogger(__name__).warning("the second reader failed on %r", source.name, exc_info=error)
        return replace(reading, opinions=not_read(numbers))


def read_alone(source: Source, folder_year: int | None, numbers: Collection[int]) -> Reading:
    """As read_once, for a file on whose pages of these numbers the other reader fails."""
    return replace(read_once(source, folder_year), opinions=not_read(numbers))


def _agreed(ours: Reading, theirs: Reading, pages: Mapping[int, Page]) -> Reading:
    """Our reading with what the other one sees differently on the pages held."""
    forms, doubts = held_forms(ours.forms, theirs.forms, pages)
    claims, unclear = held_claims(ours.prose.claims, theirs.prose.claims, pages)
    return replace(
        ours,
        forms=forms,
        doubts=(*ours.doubts, *doubts, *unclear),
        prose=replace(ours.prose, claims=claims),
        opinions=seen_alike(ours.document.pages, pages.values()),
    )


def failed(name: str, error: Exception) -> Reading:
    """The quarantined Reading of a file on which our own code failed; the fault is logged with its trace."""
    trace = textwrap.indent("".join(traceback.format_exception(error)), "  ")
    trace = "".join(c if c.isprintable() or c == "\n" else "?" for c in trace)  # a message may quote the file
    logging.getLogger(__name__).error("the reader failed on %r\n%s", name, trace)
    reason = f"our reader failed on it ({type(error).__name__}: {error})"[:200]
    return refused(reason, "report it with the file; nothing of it was loaded")


def refused(reason: str, remedy: str) -> Reading:
    """The quarantined Reading of a file of which nothing is known but why it was not read, and what to do."""
    return _refused(Doubt(scope="report", page=None, reason=reason, detail="", remedy=remedy, held=True))


def refused_by(refusal: Unreadable) -> Reading:
    """The quarantined Reading of a file that was refused before anything of it was read."""
    return _refused(refusal.doubt)


def _refused(doubt: Doubt) -> Reading:
    unknown = Disclosure(unit=None, year=None, kind=None, level=None, doubts=())
    return Reading(status="quarantined", identity=unknown, document=Document("", "", ()), forms=(), doubts=(doubt,))


def _read(document: Document, folder_year: int | None) -> Reading:
    layout = lay_out(document.pages)
    identity = identify(layout, folder_year)
    if refusal := _refuse(identity):
        doubts = (refusal, *identity.doubts)
        return Reading(status="quarantined", identity=identity, document=document, forms=(), doubts=doubts)
    found = read_forms(layout, identity.year)
    prose, tokens = _prose_of(layout, found, identity.year)
    read = Reading(
        status="quarantined", identity=identity, document=document, forms=(), doubts=(), tokens=tokens, prose=prose
    )
    if identity.kind == "budget":
        registered = Doubt(
            scope="report",
            page=None,
            reason="a budget (预算), registered and not yet loaded",
            detail=identity.unit or "",
            remedy="nothing to do; final accounts (决算) are loaded",
            held=True,
        )
        return replace(read, status="registered", doubts=(registered, *identity.doubts))
    if not found.forms and not _gives_account(prose.claims):
        return replace(read, doubts=(_no_form(), *identity.doubts, *found.doubts))
    missing = cut_short(found.forms) if found.forms else [_prose_alone()]
    return replace(
        read,
        status="quarantined" if any(d.held for d in identity.doubts) else "read",
        forms=found.forms,
        doubts=(*identity.doubts, *found.doubts, *missing),
    )


def _prose_of(layout: Layout, found: FormSet, year: int | None) -> tuple[Prose, tuple[Token, ...]]:
    """What the running text says, and the ledger of all numbers."""
    pages = [laid.page for laid in layout.pages]
    text = running_text(layout)
    sections = tuple(sections_of(text.sentences))
    explained = explained_numbers(text)
    claims = read_claims(text, sections, explained, Names(year, found.forms), year)
    claims += score_claims(pages, len(claims), max((c.statement for c in claims), default=0))
    prose = Prose(text, sections, tuple(fit(claims, found.forms)), tuple(read_members(pages, text, sections)))
    explained = explained_in_sections(text, sections, explained)
    return prose, tuple(read_tokens(layout, found, text, explained, prose.claims))


def _gives_account(claims: Sequence[Claim]) -> bool:
    """Whether the prose alone gives an account: the year's expenditure and at least one of its parts."""
    said = {c.subject for c in claims if c.role == "value" and not c.doubts}
    return bool(said & {"expenditure_total", "general_budget", "fiscal_expenditure"}) and bool(
        said & {"function", "basic"}
    )


def _refuse(identity: Disclosure) -> Doubt | None:
    """The reason why a readable PDF is no department's report; None for one that is."""
    reasons = {
        "template": ("a blank form (template): its cover names XX in place of a unit", "put the filled report here"),
        "government": (
            "a government's 财政决算 (all departments together), not a department's 部门决算",
            "leave it out; this warehouse holds departments and units",
        ),
    }
    if identity.kind not in reasons:
        return None
    reason, remedy = reasons[identity.kind]
    return Doubt(scope="report", page=1, reason=reason, detail=identity.unit or "", remedy=remedy, held=True)


def _no_form() -> Doubt:
    return Doubt(
        scope="report",
        page=None,
        reason="no statutory table was found in it",
        detail="",
        remedy="look at the file; its tables may be a separate attachment, or a layout not yet in pipelines/vocabulary/wordings",
        held=True,
    )


def _prose_alone() -> Doubt:
    return Doubt(
        scope="report",
        page=None,
        reason="no statutory table was found in it; its prose alone is taken",
        detail="",
        remedy="look at the file; its tables may be a separate attachment, or drawn in a way that is not read",
        held=False,
    )
