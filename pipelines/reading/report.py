"""Report: one file read, once or by two readers.

Belongs here: the path of a single file through pages, disclosure, forms, prose and ledger. Does not belong here: opening it
(formats.opening), why it is refused (refusals), its forms (forms.form_set), its text and numbers (text_and_ledger), storing what was read (store), many reports (batch).
"""

import logging
from collections.abc import Collection, Mapping
from dataclasses import replace

from pipelines.formats import Unconverted, open_document
from pipelines.forms import (
    FormSet,
    first_report,
    forms_cut_short,
    garbled_pages,
    identify,
    lay_out,
    read_forms,
)
from pipelines.messages import message
from pipelines.ocr import Postponed, read_scans, versions
from pipelines.pdf import Document, Page, Scanned, Source, Unreadable, filed
from pipelines.reading.members import refuse_several
from pipelines.reading.number_ledger import tokens_left_out
from pipelines.reading.other_reader import read_pages
from pipelines.reading.readings import Reading
from pipelines.reading.refusals import (
    budget_without_forms,
    forms_unread,
    gives_account,
    no_amount,
    no_form,
    prose_alone,
    refusal_of,
    refuse_by,
    report_fault,
)
from pipelines.reading.second_reader import compare_pages, hold_claims, hold_forms, not_read, recognised, stored
from pipelines.reading.text_and_ledger import read_prose
from pipelines.reading.tools import Recognise

logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_once(source: Source, folder_year: int | None, recognise: Recognise = read_scans) -> Reading:
    """Read the bytes of one file, whatever it is; never raises for what they hold, but Postponed where `recognise` does.

    recognise: reads the pages that are pictures.
    """
    try:
        return _judged_by_recognisers(_read(open_document(source.content, recognise, source.converted), folder_year))
    except Postponed:
        raise
    except Scanned as refusal:
        return _refused(refusal, refusal.recognisers or versions())
    except Unreadable as refusal:
        return _refused(refusal, refusal.recognisers)
    except Exception as error:  # a fault of ours on one report must not stop the others, and must be seen
        return report_fault(source.name, error)


def _refused(refusal: Unreadable, recognisers: str) -> Reading:
    kind = "doc" if isinstance(refusal, Unconverted) else "pdf"
    nothing = Document(producer="", created="", pages=(), format=kind, recognisers=recognisers)
    return replace(refuse_by(refusal), document=nothing)


def read_twice(
    source: Source,
    folder_year: int | None,
    numbers: Collection[int],
    recognise: Recognise = read_scans,
    once: Reading | None = None,
) -> Reading:
    """As read_once; pages of these numbers are read by pdfplumber too, and what the two see differently is held.

    It knows of no ink how faint it is, and would read a watermark: pages with one have no second reader.
    once: what read_once says of this file, where it is known.
    """
    reading = once or read_once(source, folder_year, recognise)
    is_judged = reading.status == "read" or reading.disclosure.kind == "budget"
    if not is_judged or reading.opinions:
        return reading
    try:
        document = reading.document
        numbers = _read_as(document, numbers)
        marked = {page.number for page in document.pages if page.has_watermark} & set(numbers)
        pages = read_pages(document, source.content, set(numbers) - marked)
        if not pages and document.format != "pdf":
            return replace(reading, opinions=stored(numbers))
        mixed = replace(document, pages=tuple(_seen_by(pages.get(page.number), page) for page in document.pages))
        seen_twice = _reconcile(reading, _read(mixed, folder_year), pages)
        others = stored(set(numbers) - set(pages)) if document.format == "zip" else ()
        return replace(seen_twice, opinions=(*seen_twice.opinions, *others, *not_read(marked)))
    except Exception as error:  # whatever the second reader stumbles over, the first one's reading stands
        logging.getLogger(__name__).warning(message("second_reader_failed", file=repr(source.name)), exc_info=error)
        return replace(reading, opinions=not_read(numbers))


def _read_as(document: Document, numbers: Collection[int]) -> set[int]:
    """Return the numbers under which pages of a file were read, two of them where two stand on one."""
    return {number for number, at in filed(document.pages).items() if at in numbers}


def _judged_by_recognisers(reading: Reading) -> Reading:
    """Give a report with pages read off pictures its opinions: two recognisers have read these, pdfplumber reads nothing of it."""
    pages = reading.document.pages
    if not any(page.origin == "ocr" for page in pages):
        return reading
    return replace(reading, opinions=recognised(pages))


def _seen_by(theirs: Page | None, ours: Page) -> Page:
    """A page as the second reader sees it, with our doubts about its cells; ours where it has not looked."""
    return replace(theirs, unsure=ours.unsure, covers=ours.covers) if theirs else ours


def read_alone(source: Source, folder_year: int | None, numbers: Collection[int], recognise: Recognise) -> Reading:
    """As read_once, for a file on whose pages of these numbers the other reader fails."""
    reading = read_once(source, folder_year, recognise)
    return replace(reading, opinions=not_read(_read_as(reading.document, numbers)))


def _reconcile(ours: Reading, theirs: Reading, pages: Mapping[int, Page]) -> Reading:
    """Hold in our reading what the other one sees differently on some pages."""
    forms, doubts = hold_forms(ours.forms, theirs.forms, pages)
    claims, unclear = hold_claims(ours.prose.claims, theirs.prose.claims, pages)
    return replace(
        ours,
        forms=forms,
        doubts=(*ours.doubts, *doubts, *unclear),
        prose=replace(ours.prose, claims=claims),
        opinions=compare_pages(ours.document.pages, pages.values()),
    )


def _read(document: Document, folder_year: int | None) -> Reading:
    layout, behind, left = first_report(lay_out(document.pages))
    disclosure = identify(layout, folder_year)
    several = refuse_several(document, folder_year) if document.format == "zip" else None
    if refusal := several or refusal_of(disclosure):
        doubts = (refusal, *disclosure.doubts)
        return Reading(status="quarantined", disclosure=disclosure, document=document, forms=(), doubts=doubts)
    found = read_forms(layout, disclosure.year, disclosure.kind)
    prose, tokens, covered = read_prose(layout, found, disclosure)
    found = replace(found, doubts=(*document.doubts, *left, *found.doubts, *covered))
    tokens += tuple(tokens_left_out(behind))
    read = Reading(
        status="quarantined", disclosure=disclosure, document=document, forms=(), doubts=(), tokens=tokens, prose=prose
    )
    if disclosure.kind == "budget":
        return _budget(read, found)
    if not found.forms and not gives_account(prose.claims):
        garbled = next(garbled_pages(layout), None)
        why = replace(garbled, scope="report") if garbled else no_form()
        others = (doubt for doubt in found.doubts if doubt != garbled)
        return replace(read, doubts=(why, *disclosure.doubts, *others))
    missing = forms_cut_short(found.forms) if found.forms else [prose_alone()]
    return replace(
        read,
        status="quarantined" if any(d.held for d in disclosure.doubts) else "read",
        forms=found.forms,
        doubts=(*disclosure.doubts, *found.doubts, *missing),
    )


def _budget(read: Reading, found: FormSet) -> Reading:
    """Return the reading of a budget: its forms, where it has any; it is registered, never among the final accounts."""
    said = read.disclosure.doubts
    if not found.forms and (unread := tuple(doubt for doubt in found.doubts if doubt.form)):
        doubts = (forms_unread(read.disclosure), *said, *read.document.doubts, *unread)
        return replace(read, status="registered", doubts=doubts)
    if not found.forms:
        return replace(
            read, status="registered", doubts=(budget_without_forms(read.disclosure), *said, *read.document.doubts)
        )
    if not any(form.amounts for form in found.forms):
        said = (no_amount(), *said)
    held = any(doubt.held for doubt in said)
    return replace(
        read, status="quarantined" if held else "registered", forms=found.forms, doubts=(*said, *found.doubts)
    )
