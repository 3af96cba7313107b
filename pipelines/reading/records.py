"""Records: a reading as the row of its Parquet file.

Belongs here: ids of amounts and claims among all reports, values in 元, boxes rounded. Does not belong here: the columns'
types (schema), writing the file (store).
"""

from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache

from pipelines.doubts import Doubt
from pipelines.forms import Amount
from pipelines.pdf import Box, Page
from pipelines.prose import Claim
from pipelines.reading.number_ledger import Token
from pipelines.reading.readings import Prose, Reading
from pipelines.reading.version import code_version
from pipelines.vocabulary import YUAN_PER_UNIT, Number, doubt_wordings, half_step, to_yuan

NOT_MONEY = ("count", "share")
"""Columns of a form that hold counts (辆, 批次) or percents: printed numbers without 元."""


def record(report_id: str, reading: Reading) -> dict:
    """Return a reading as the row of its file; report_id: the SHA-256 of its bytes."""
    disclosure, document, prose = reading.disclosure, reading.document, reading.prose
    return {
        "report_id": report_id,
        "code_version": code_version(),
        "status": reading.status,
        "unit_name": disclosure.unit,
        "fiscal_year": disclosure.year,
        "kind": disclosure.kind,
        "level": disclosure.level,
        "edition": disclosure.edition,
        "format": document.format,
        "page_count": len(document.pages),
        "producer": document.producer,
        "created": document.created,
        "recognisers": document.recognisers,
        "forms": [
            {"form": f.key, "title": f.title, "counted_in": f.counted_in, "pages": f.pages, "status": f.status}
            for f in reading.forms
        ],
        "amounts": [_amount(report_id, a) for form in reading.forms for a in form.amounts],
        "doubts": [_doubt(d) for d in reading.doubts],
        "tokens": [_token(report_id, t) for t in reading.tokens],
        "sentences": list(_sentences(prose)),
        "claims": [_claim(report_id, c) for c in prose.claims],
        "members": [
            {"name": m.name, "page": m.page, "bbox": _round(m.box), "is_merged": m.is_merged} for m in prose.members
        ],
        "pages": [_page(p) for p in document.pages],
        "addresses": [
            {"page": p.number, "bbox": _round(one.box), "address": one.name}
            for p in document.pages
            for one in p.addresses
        ],
        "opinions": [asdict(opinion) for opinion in reading.opinions],
    }


def _id(report_id: str, key: str) -> str:
    """Return the id of an amount or claim among all reports, from its key within one."""
    return f"{report_id[:16]}-{key}"


@lru_cache(maxsize=10_000)
def _round(box: Box) -> Box:
    """Round a box to a hundredth of a point, finer than any eye, so that binary fractions leave no trace.

    A cell's is asked for again with its number in the ledger.
    """
    left, top, right, bottom = box
    return round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)


def _doubt(doubt: Doubt) -> dict:
    return asdict(doubt) | {
        "reason_zh": doubt_wordings.reason_in_chinese(doubt.reason),
        "remedy_zh": doubt_wordings.remedy_in_chinese(doubt.remedy),
    }


def _page(page: Page) -> dict:
    return {
        "page": page.number,
        "origin": page.origin,
        "member": page.member,
        "name": page.name,
        "width": page.width,
        "height": page.height,
    }


def _token(report_id: str, token: Token) -> dict:
    return {
        "page": token.page,
        "bbox": _round(token.box),
        "text": token.text,
        "kind": token.kind,
        "rule": token.rule,
        "amount_id": _id(report_id, token.amount) if token.amount else None,
        "claim_id": _id(report_id, token.claim) if token.claim else None,
    }


def _sentences(prose: Prose) -> Iterator[dict]:
    for number, (sentence, section) in enumerate(zip(prose.text.sentences, prose.sections, strict=True)):
        pieces = prose.text.places(sentence.start, sentence.end)
        yield {
            "sentence": number,
            "paragraph": sentence.paragraph,
            "section": section,
            "page": pieces[0].page,
            "printed": prose.text.as_printed(sentence.start, sentence.end),
            "text": sentence.text,
            "pieces": [{"first": p.first, "last": p.last, "page": p.page, "bbox": _round(p.box)} for p in pieces],
        }


def _number(number: Number | None, unit: str, is_money: bool) -> dict:
    """Return the columns of a printed number, money also in 元."""
    if number is None:
        return {"value": None, "decimals": None, "value_yuan": None, "half_step_yuan": None}
    return {
        "value": number.value,
        "decimals": number.decimals,
        "value_yuan": to_yuan(number.value, unit) if is_money else None,
        "half_step_yuan": half_step(number.decimals, unit) if is_money else None,
    }


def _claim(report_id: str, claim: Claim) -> dict:
    number = _number(claim.number, claim.counted_in, claim.counted_in in YUAN_PER_UNIT)
    return {
        "claim_id": _id(report_id, claim.key),
        "page": claim.page,
        "bbox": _round(claim.box),
        "sentence": claim.span.sentence if claim.span else None,
        "statement": claim.statement,
        "section": claim.section,
        "subject": claim.subject,
        "label": claim.label,
        "code": claim.code,
        "role": claim.role,
        "direction": claim.direction,
        "base": claim.base,
        "text": claim.text,
        **number,
        "decimals": number["decimals"] or 0,
        "counted_in": claim.counted_in,
        "fitted": claim.fitted,
        "fits": claim.fits,
        "doubts": claim.doubts,
    }


def _amount(report_id: str, amount: Amount) -> dict:
    return {
        "amount_id": _id(report_id, amount.key),
        "page": amount.page,
        "bbox": _round(amount.box),
        "form": amount.form,
        "panel": amount.panel,
        "row": amount.row,
        "part_of": amount.part_of,
        "column_number": amount.column_number,
        "row_label": amount.label,
        "code": amount.code,
        "line": amount.line,
        "column_key": amount.column,
        "heading": amount.heading,
        "is_within": amount.within,
        "text": amount.text,
        "mark": amount.mark,
        **_number(
            amount.number, amount.counted_in, amount.counted_in in YUAN_PER_UNIT and amount.column not in NOT_MONEY
        ),
        "counted_in": amount.counted_in or None,
        "is_held": amount.held,
        "may_be_elsewhere": amount.elsewhere,
    }
