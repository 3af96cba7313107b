"""Store: one Parquet file a report, the memory between runs.

Belongs here: the Arrow schema of a reading, writing it whole (temporary name, then rename), asking what is there.
Does not belong here: how a reading comes about (report) or what is made of it (sql).
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.forms.forms import Amount
from pipelines.pdf.pages import Box
from pipelines.prose.claims import Claim
from pipelines.reading.number_ledger import Token
from pipelines.reading.report import Prose, Reading
from pipelines.settings import PROJECT, REFERENCE, Limits
from pipelines.vocabulary.numbers import YUAN_PER_UNIT, Number, half_unit, to_yuan

_READS = ("pdf", "vocabulary", "forms", "prose", "reading")
"""The packages that a reading is made by."""

_LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2")

NOT_MONEY = ("count", "share")
"""Columns of a form that hold counts (辆, 批次) or percents: printed numbers without 元."""

_FORM = pa.struct(
    {
        "form": pa.string(),
        "title": pa.string(),
        "unit": pa.string(),
        "pages": pa.list_(pa.int32()),
        "status": pa.string(),
    }
)
_AMOUNT = pa.struct(
    {
        "amount_id": pa.string(), "page": pa.int32(), "bbox": pa.list_(pa.float64()), "form": pa.string(),
        "panel": pa.string(), "row": pa.int32(), "column_number": pa.int32(), "row_label": pa.string(),
        "code": pa.string(), "line": pa.string(), "column_key": pa.string(), "heading": pa.string(),
        "is_within": pa.bool_(), "text": pa.string(), "mark": pa.string(), "value": pa.decimal128(24, 6),
        "decimals": pa.int32(), "unit": pa.string(), "value_yuan": pa.decimal128(24, 4),
        "half_ulp_yuan": pa.decimal128(24, 6), "is_held": pa.bool_(),
    }
)  # fmt: skip
_DOUBT = pa.struct(
    {
        "scope": pa.string(), "page": pa.int32(), "form": pa.string(), "reason": pa.string(), "detail": pa.string(),
        "what_to_do": pa.string(), "held": pa.bool_(),
    }
)  # fmt: skip
_TOKEN = pa.struct(
    {
        "page": pa.int32(), "bbox": pa.list_(pa.float64()), "text": pa.string(), "kind": pa.string(),
        "rule": pa.string(), "amount_id": pa.string(), "claim_id": pa.string(),
    }
)  # fmt: skip
_SENTENCE = pa.struct(
    {
        "sentence": pa.int32(), "paragraph": pa.int32(), "section": pa.string(), "page": pa.int32(),
        "printed": pa.string(), "text": pa.string(),
        "pieces": pa.list_(
            pa.struct(
                {"first": pa.int32(), "last": pa.int32(), "page": pa.int32(), "bbox": pa.list_(pa.float64())}
            )
        ),
    }
)  # fmt: skip
_CLAIM = pa.struct(
    {
        "claim_id": pa.string(), "page": pa.int32(), "bbox": pa.list_(pa.float64()), "sentence": pa.int32(),
        "statement": pa.int32(), "section": pa.string(), "subject": pa.string(), "label": pa.string(), "code": pa.string(),
        "role": pa.string(), "direction": pa.string(), "base": pa.string(), "text": pa.string(),
        "value": pa.decimal128(24, 6), "decimals": pa.int32(), "unit": pa.string(), "value_yuan": pa.decimal128(24, 4),
        "half_ulp_yuan": pa.decimal128(24, 6), "fitted": pa.string(), "fits": pa.bool_(), "doubts": pa.list_(pa.string()),
    }
)  # fmt: skip
_OPINION = pa.struct({"page": pa.int32(), "outcome": pa.string()})
_MEMBER = pa.struct({"name": pa.string(), "page": pa.int32(), "bbox": pa.list_(pa.float64())})
SCHEMA = pa.schema(
    {
        "report_id": pa.string(), "code_version": pa.string(), "status": pa.string(), "unit_name": pa.string(),
        "fiscal_year": pa.int32(), "kind": pa.string(), "level": pa.string(), "page_count": pa.int32(),
        "producer": pa.string(), "created": pa.string(), "forms": pa.list_(_FORM), "amounts": pa.list_(_AMOUNT),
        "doubts": pa.list_(_DOUBT), "tokens": pa.list_(_TOKEN), "sentences": pa.list_(_SENTENCE),
        "claims": pa.list_(_CLAIM), "members": pa.list_(_MEMBER), "opinions": pa.list_(_OPINION),
    }
)  # fmt: skip
"""One row a report, its forms, amounts, doubts, tokens, sentences, claims, named units and second opinions nested in it."""


@cache
def code_version() -> str:
    """A digest of all that a reading depends on: the packages of the reading with their wordings, reference data, the PDF libraries."""
    files = (path for name in _READS for path in sorted((PROJECT / "pipelines" / name).rglob("*.*")))
    digest = hashlib.sha256("".join(map(version, _LIBRARIES)).encode())
    for file in (*files, *sorted(REFERENCE.glob("*.csv"))):
        if "__pycache__" not in file.parts:
            digest.update(file.relative_to(PROJECT).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def is_current(path: Path, limits: Limits) -> bool:
    """Whether a readable reading of this code version lies at `path`, and not one that wider limits may mend."""
    try:
        read = pq.read_table(path, columns=["code_version"])
        broken = (read.schema.metadata or {}).get(_BROKEN_LIMITS)
        is_final = broken is None or not limits.exceed(Limits(**json.loads(broken)))
        return is_final and read["code_version"][0].as_py() == code_version()
    except (OSError, pa.ArrowException, IndexError, KeyError):
        return False


def write(path: Path, report_id: str, reading: Reading, broken: Limits | None = None) -> None:
    """Write a reading to `path`, whole or not at all; `broken`: the limits it was given up for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    schema = SCHEMA.with_metadata({_BROKEN_LIMITS: json.dumps(asdict(broken))}) if broken else SCHEMA
    pq.write_table(pa.Table.from_pylist([_record(report_id, reading)], schema), partial, compression="zstd")
    os.replace(partial, path)


def drop_partial(path: Path) -> None:
    """Remove what a process killed while it wrote the reading at `path` left behind."""
    for left in path.parent.glob(f".{path.name}.*"):
        left.unlink(missing_ok=True)


def drop_partials(folder: Path) -> None:
    """Remove what a killed run left half-written below the folder of readings; nobody else may be writing."""
    for left in folder.glob("year=*/.*"):
        left.unlink(missing_ok=True)


_BROKEN_LIMITS = b"broken_limits"
"""Key of a file's metadata: the limits its report was given up for."""


def _record(report_id: str, reading: Reading) -> dict:
    identity, document, prose = reading.identity, reading.document, reading.prose
    return {
        "report_id": report_id,
        "code_version": code_version(),
        "status": reading.status,
        "unit_name": identity.unit,
        "fiscal_year": identity.year,
        "kind": identity.kind,
        "level": identity.level,
        "page_count": len(document.pages),
        "producer": document.producer,
        "created": document.created,
        "forms": [
            {"form": f.key, "title": f.title, "unit": f.unit, "pages": f.pages, "status": f.status}
            for f in reading.forms
        ],
        "amounts": [_amount(report_id, a) for form in reading.forms for a in form.amounts],
        "doubts": [asdict(d) | {"what_to_do": d.remedy} for d in reading.doubts],
        "tokens": [_token(report_id, t) for t in reading.tokens],
        "sentences": list(_sentences(prose)),
        "claims": [_claim(report_id, c) for c in prose.claims],
        "members": [{"name": m.name, "page": m.page, "bbox": _rounded(m.box)} for m in prose.members],
        "opinions": [asdict(opinion) for opinion in reading.opinions],
    }


def _id(report_id: str, key: str) -> str:
    """The id of an amount or claim among all reports, from its key within one."""
    return f"{report_id[:16]}-{key}"


def _rounded(box: Box) -> list[float]:
    """A box to a hundredth of a point: finer than any eye, and free of the dust of binary fractions."""
    return [round(x, 2) for x in box]


def _token(report_id: str, token: Token) -> dict:
    return {
        "page": token.page,
        "bbox": _rounded(token.box),
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
            "printed": prose.text.printed(sentence.start, sentence.end),
            "text": sentence.text,
            "pieces": [{"first": p.first, "last": p.last, "page": p.page, "bbox": _rounded(p.box)} for p in pieces],
        }


def _number(number: Number | None, unit: str, is_money: bool) -> dict:
    """The columns of a printed number, money also in 元."""
    if number is None:
        return {"value": None, "decimals": None, "value_yuan": None, "half_ulp_yuan": None}
    return {
        "value": number.value,
        "decimals": number.decimals,
        "value_yuan": to_yuan(number.value, unit) if is_money else None,
        "half_ulp_yuan": half_unit(number.decimals, unit) if is_money else None,
    }


def _claim(report_id: str, claim: Claim) -> dict:
    number = _number(claim.number, claim.unit, claim.unit in YUAN_PER_UNIT)
    return {
        "claim_id": _id(report_id, claim.key),
        "page": claim.page,
        "bbox": _rounded(claim.box),
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
        "unit": claim.unit,
        "fitted": claim.fitted,
        "fits": claim.fits,
        "doubts": claim.doubts,
    }


def _amount(report_id: str, amount: Amount) -> dict:
    return {
        "amount_id": _id(report_id, amount.key),
        "page": amount.page,
        "bbox": _rounded(amount.box),
        "form": amount.form,
        "panel": amount.panel,
        "row": amount.row,
        "column_number": amount.column_number,
        "row_label": amount.label,
        "code": amount.code,
        "line": amount.line,
        "column_key": amount.column,
        "heading": amount.heading,
        "is_within": amount.within,
        "text": amount.text,
        "mark": amount.mark,
        **_number(amount.number, amount.unit, amount.unit in YUAN_PER_UNIT and amount.column not in NOT_MONEY),
        "unit": amount.unit or None,
        "is_held": amount.held,
    }
