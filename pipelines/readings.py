"""Readings: everything one PDF says, or the one sentence why it could not be read.

Belongs here: the path of a single file through pages, tables, forms and reports; refusing what is no department's
final account. Does not belong here: files (shelf), many reports at once (batch), DuckDB (warehouse).
"""

import logging
import re
import textwrap
import traceback
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pdfplumber.utils.exceptions import PdfminerException

from pipelines import plumber_pages, wordings
from pipelines.amounts import squeeze
from pipelines.claims import Claim, read_claims
from pipelines.fitting import fit
from pipelines.forms import UNKNOWN_TITLE, Doubt, Form, read_form, title_of
from pipelines.items import Names
from pipelines.members import Member, read_members
from pipelines.opinions import Opinion, held_claims, held_forms, moved, not_read, seen_alike
from pipelines.pages import Document, Page
from pipelines.pdfium_pages import read_document
from pipelines.reports import Identity, identify, is_contents, page_texts
from pipelines.scores import score_claims
from pipelines.sections import sections_of
from pipelines.sentences import RunningText, running_text
from pipelines.tables import furniture, join_tables
from pipelines.tokens import Token, explained_in_sections, explained_numbers, read_tokens

logging.getLogger("pdfminer").setLevel(logging.ERROR)

NO_TEXT_BELOW = 10
"""Characters a page on average below which a report is a scan without a text layer."""

_STANDS_ALONE = re.compile(
    r"^(表?[一二三四五六七八九十\d]+[、:.：]?|公开\d+表|20\d\d年?度?)?[^,。;:、]*决算[^,。;:、]*表$|^[^,。;:、]*情况表$"
)
_WHOLE_SETS = ({"T1", "T2", "T3", "T4", "T5", "T6"}, {"T1", "T2", "T3", "U4"})
"""Forms after which a table under another title is one the publisher adds."""
_FETCH_AGAIN = "fetch the file again from the publisher"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one report.

    status: read (goes into the star), registered (a budget: known, its tables not loaded), quarantined (held, see doubts).
    opinions: the pages that the other reader has read too.
    """

    status: str
    identity: Identity
    document: Document
    forms: tuple[Form, ...]
    doubts: tuple[Doubt, ...]
    tokens: tuple[Token, ...] = ()
    prose: "Prose | None" = None
    opinions: tuple[Opinion, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """What the running text says: its sentences with the section of each, claims, units named in 机构设置."""

    text: RunningText
    sections: tuple[str, ...]
    claims: tuple[Claim, ...]
    members: tuple[Member, ...]


class Unreadable(Exception):
    """A file that is no readable report; carries the Doubt that says why."""

    def __init__(self, reason: str, remedy: str, page: int | None = None):
        super().__init__(reason)
        self.doubt = Doubt("report", page, reason, "", remedy, True)


def read_report(path: Path, folder_year: int | None) -> Reading:
    """Read one PDF whole; never raises for what the file holds: a Reading with status quarantined says why."""
    try:
        return _read(_open(path), folder_year)
    except Unreadable as refusal:
        return _refused(refusal.doubt)
    except Exception as error:  # a fault of ours on one report must not stop the others, and must be seen
        return failed(path, error)


def read_twice(path: Path, folder_year: int | None, numbers: Collection[int]) -> Reading:
    """As read_report; pages of these numbers are read by pdfplumber too, and what the two see differently is held."""
    reading = read_report(path, folder_year)
    if reading.status != "read":
        return reading
    try:
        pages = {page.number: page for page in plumber_pages.read_document(path, numbers).pages}
    except Exception as error:  # whatever the second reader stumbles over, the first one's reading stands
        logging.getLogger(__name__).warning("the second reader failed on %r", path.name, exc_info=error)
        return read_alone(path, folder_year, numbers)
    document = reading.document
    mixed = replace(document, pages=tuple(pages.get(page.number, page) for page in document.pages))
    return _agreed(reading, _read(mixed, folder_year), pages)


def read_alone(path: Path, folder_year: int | None, numbers: Collection[int]) -> Reading:
    """As read_report, for a file on whose pages of these numbers the other reader fails."""
    return replace(read_report(path, folder_year), opinions=not_read(numbers))


def _agreed(ours: Reading, theirs: Reading, pages: Mapping[int, Page]) -> Reading:
    """Our reading with what the other one sees differently on the pages held."""
    prose, other = ours.prose, theirs.prose
    forms, doubts = held_forms(ours.forms, theirs.forms, pages)
    claims, unclear = held_claims(prose.claims, other.claims if other else (), pages)
    return replace(
        ours,
        forms=forms,
        doubts=(*ours.doubts, *doubts, *unclear),
        tokens=tuple(moved(ours.tokens, prose.claims, claims)),
        prose=replace(prose, claims=claims),
        opinions=seen_alike(ours.document.pages, pages.values()),
    )


def failed(path: Path, error: Exception) -> Reading:
    """The quarantined Reading of a file on which our own code failed; the fault is logged with its trace."""
    trace = textwrap.indent("".join(traceback.format_exception(error)), "  ")
    trace = "".join(c if c.isprintable() or c == "\n" else "?" for c in trace)  # a message may quote the file
    logging.getLogger(__name__).error("the reader failed on %r\n%s", path.name, trace)
    reason = f"our reader failed on it ({type(error).__name__}: {error})"[:200]
    return refused(reason, "report it with the file; nothing of it was loaded")


def refused(reason: str, remedy: str) -> Reading:
    """The quarantined Reading of a file of which nothing is known but why it was not read, and what to do."""
    return _refused(Doubt("report", None, reason, "", remedy, True))


def _refused(doubt: Doubt) -> Reading:
    return Reading("quarantined", Identity(None, None, None, None, ()), Document("", "", ()), (), (doubt,))


def _read(document: Document, folder_year: int | None) -> Reading:
    identity = identify(document.pages, folder_year)
    if refusal := _refuse(identity):
        return Reading("quarantined", identity, document, (), (refusal, *identity.doubts))
    forms, doubts = _forms(document.pages, identity.year)
    prose, tokens = _prose_of(document.pages, forms, identity.year)
    if identity.kind == "budget":
        registered = Doubt(
            "report", None, "a budget (预算), registered and not yet loaded", identity.unit or "",
            "nothing to do; final accounts (决算) are loaded", True,
        )  # fmt: skip
        return Reading("registered", identity, document, (), (registered, *identity.doubts), tokens, prose)
    if not forms and not _is_told(prose.claims):
        return Reading("quarantined", identity, document, (), (_no_form(), *identity.doubts, *doubts), tokens, prose)
    doubts += _cut_short(forms) if forms else [_prose_alone()]
    held = any(d.held for d in identity.doubts)
    status = "quarantined" if held else "read"
    return Reading(status, identity, document, forms, (*identity.doubts, *doubts), tokens, prose)


def _prose_of(pages: Sequence[Page], forms: Sequence[Form], year: int | None) -> tuple[Prose, tuple[Token, ...]]:
    """What the running text says, and the ledger of all numbers."""
    text = running_text(pages)
    sections = tuple(sections_of(text.sentences))
    explained = explained_numbers(text)
    claims = read_claims(text, sections, explained, Names(year, forms), year)
    claims += score_claims(pages, max((c.statement for c in claims), default=0))
    prose = Prose(text, sections, tuple(fit(claims, forms)), tuple(read_members(pages, text, sections)))
    explained = explained_in_sections(text, sections, explained)
    return prose, tuple(read_tokens(pages, forms, text, explained, prose.claims))


def _is_told(claims: Sequence[Claim]) -> bool:
    """Whether the prose alone gives an account: the year's expenditure and at least one of its parts."""
    said = {c.subject for c in claims if c.role == "value" and not c.doubts}
    return bool(said & {"expenditure_total", "general_budget", "fiscal_expenditure"}) and bool(
        said & {"function", "basic"}
    )


def _open(path: Path) -> Document:
    """A file's pages; raises Unreadable with the reason."""
    _check_bytes(path)
    try:
        document = read_document(path)
    except PdfminerException as error:
        raise _as_unreadable(error) from error
    except Exception as error:  # pdfminer raises anything on broken content; one file must not stop a batch
        raise Unreadable(f"the PDF is damaged ({type(error).__name__}: {error})"[:200], _FETCH_AGAIN) from error
    pages = document.pages
    if not pages:
        raise Unreadable("the PDF has no pages", _FETCH_AGAIN)
    if spoiled := [page.number for page in pages if page.is_damaged]:
        raise Unreadable(f"the PDF is damaged: the content of page {spoiled[0]} is spoiled", _FETCH_AGAIN, spoiled[0])
    if sum(page.character_count for page in pages) < NO_TEXT_BELOW * len(pages):
        remedy = "run OCR over the file (ocrmypdf) or ask the publisher for a PDF made from text"
        raise Unreadable("no text layer: the pages are scanned pictures", remedy, 1)
    return document


def _check_bytes(path: Path) -> None:
    if not path.is_file():
        raise Unreadable(
            "not a file: a link to nothing or to a folder, a pipe or a device", "put the report itself here"
        )
    try:
        with open(path, "rb") as file:
            head = file.read(1024)
            size = file.seek(0, 2)
            file.seek(max(0, size - 4096))
            tail = file.read()
    except OSError as error:
        raise Unreadable(
            f"the file cannot be opened: {error.strerror}", "look at its rights and at the disk"
        ) from error
    if not size:
        raise Unreadable("the file is empty (0 bytes)", _FETCH_AGAIN)
    if b"%PDF-" not in head:
        raise Unreadable("not a PDF: the file does not begin with %PDF", "put the report itself here, as PDF")
    if b"%%EOF" not in tail:
        raise Unreadable("the PDF is truncated: its end mark %%EOF is missing", _FETCH_AGAIN)


def _as_unreadable(error: PdfminerException) -> Unreadable:
    cause = type(error.args[0] if error.args else error).__name__
    if "Password" in cause or "Encrypt" in cause:
        return Unreadable("the PDF is encrypted", "ask the publisher for a file without a password")
    return Unreadable(f"the PDF is damaged ({cause})", _FETCH_AGAIN)


def _refuse(identity: Identity) -> Doubt | None:
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
    return Doubt("report", 1, reason, identity.unit or "", remedy, True)


def _no_form() -> Doubt:
    return Doubt(
        "report", None, "no statutory table was found in it", "",
        "look at the file; its tables may be a separate attachment, or a layout not yet in pipelines/wordings", True,
    )  # fmt: skip


def _prose_alone() -> Doubt:
    return Doubt(
        "report", None, "no statutory table was found in it; its prose alone is taken", "",
        "look at the file; its tables may be a separate attachment, or drawn in a way that is not read", False,
    )  # fmt: skip


_ENDS = {
    "T1": {"income_grand_total", "expenditure_grand_total"},
    "T4": {"income_grand_total", "expenditure_grand_total"},
    "T2": {"total"},
    "T3": {"total"},
    "T5": {"total"},
    "B5": {"total"},
    "T6": {"personnel_total", "public_total"},
}
"""Rows that every publisher prints in a form: 总计 on both sides, 合计, or 人员经费合计 and 公用经费合计."""


def _cut_short(forms: Sequence[Form]) -> list[Doubt]:
    """Forms of which a row that none lacks was not read: a page of them is missing, or not where it should be."""
    doubts = []
    for form in forms:
        if form.amounts and not {a.line for a in form.amounts} >= _ENDS.get(form.key, set()):
            doubts.append(Doubt(
                "table", form.pages[-1], f"no 合计 or 总计 was read in {form.key}", form.title,
                "look at the page and the next; a page may be missing or out of its order", False, form.key,
            ))  # fmt: skip
    return doubts


def _forms(pages: Sequence[Page], year: int | None) -> tuple[tuple[Form, ...], list[Doubt]]:
    forms: dict[str, Form] = {}
    doubts: list[Doubt] = []
    for table in join_tables(pages):
        result = read_form(table, year)
        if isinstance(result, Doubt):
            doubts.append(result)
        elif isinstance(result, Form):
            doubts += _add(forms, result)
    if "U6" in forms and "T6" not in forms:
        forms["T6"] = _renamed(forms.pop("U6"), "T6")
    if forms:
        forms |= {form.key: form for form in _declared_empty(pages, forms)}
    doubts += _unread(pages, forms)
    if any(whole <= forms.keys() for whole in _WHOLE_SETS):
        doubts = [doubt for doubt in doubts if not doubt.reason.startswith(UNKNOWN_TITLE)]
    return tuple(forms.values()), [*(d for form in forms.values() for d in form.doubts), *doubts]


def _renamed(form: Form, key: str) -> Form:
    """The form under another key: a set that prints basic expenditure once has it as T6, whatever funds its title names."""
    return replace(form, key=key, amounts=tuple(replace(a, form=key) for a in form.amounts))


def _declared_empty(pages: Sequence[Page], forms: Container[str]) -> Iterator[Form]:
    """Forms left out because the prose says that there is nothing to report (本年度未安排…收支)."""
    texts = _prose(pages)
    for key in ("T7", "T8", "T9"):
        if key not in forms:
            page = next((number for number, text in texts if wordings.says(f"none_{key}", text)), None)
            if page is not None:
                yield Form(key, "", "", (page,), "declared_empty", ())


def _unread(pages: Sequence[Page], forms: Container[str]) -> Iterator[Doubt]:
    """Statutory forms whose title is printed in the body while no table of theirs was read: our fault, not a missing form."""
    titled: dict[str, tuple[int, str]] = {}
    for page in pages:
        texts = list(page_texts(page))
        if not is_contents(texts):
            for title in (title_of(text) for text in texts if len(text) <= 45):
                named = next((w for w in wordings.forms() if w.title.search(title)), None)
                if named and named.rows != "none" and _STANDS_ALONE.search(title):
                    titled.setdefault(named.form, (page.number, title))
    for key, (number, title) in titled.items():
        if key not in forms:
            yield Doubt(
                "table", number, f"the title of {key} is printed, its table was not read", title,
                "look at the page; a table without rules, cut in columns or run together with another is not read", True, key,
            )  # fmt: skip


def _prose(pages: Sequence[Page]) -> list[tuple[int, str]]:
    """(page, its running text and the next page's): a sentence may go over the page."""
    dropped = furniture(pages)
    texts = [squeeze("".join(line.text for line in p.lines if (p.number, line) not in dropped)) for p in pages]
    return [(p.number, text + after) for p, text, after in zip(pages, texts, [*texts[1:], ""], strict=True)]


def _add(forms: dict[str, Form], form: Form) -> Iterator[Doubt]:
    """Keep a form; one seen before is its continuation if it brings other rows, else a doubt."""
    first = forms.get(form.key)
    if first is None:
        forms[form.key] = form
    elif form.pages[0] <= first.pages[-1] + 1 and not _shared_rows(first, form):
        forms[form.key] = _continued(first, form)
    else:
        yield Doubt(
            "table", form.pages[0], f"form {form.key} appears a second time", form.title,
            "look at the pages; the first is loaded, the second is kept out", True,
        )  # fmt: skip


def _shared_rows(first: Form, then: Form) -> set[tuple[str, str | None, str | None]]:
    """Rows both parts print, the 合计 row aside, which a page may repeat."""
    one, other = ({(a.panel, a.code, a.line or a.label) for a in f.amounts if a.line != "total"} for f in (first, then))
    return one & other


def _continued(first: Form, then: Form) -> Form:
    offset = 1 + max((a.row for a in first.amounts), default=0)
    moved = tuple(replace(a, row=a.row + offset) for a in then.amounts)
    return replace(
        first,
        pages=tuple(sorted({*first.pages, *then.pages})),
        status="filled" if "filled" in (first.status, then.status) else first.status,
        amounts=first.amounts + moved,
        doubts=first.doubts + then.doubts,
    )
