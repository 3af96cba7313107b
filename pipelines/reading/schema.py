"""Schema: the columns of a reading's Parquet file.

Belongs here: the Arrow types. Does not belong here: filling them (records), writing them (store).
"""

import pyarrow as pa

_FORM = pa.struct(
    {
        "form": pa.string(),
        "title": pa.string(),
        "counted_in": pa.string(),
        "pages": pa.list_(pa.int32()),
        "status": pa.string(),
    }
)
_AMOUNT = pa.struct(
    {
        "amount_id": pa.string(), "page": pa.int32(), "bbox": pa.list_(pa.float64()), "form": pa.string(),
        "panel": pa.string(), "row": pa.int32(), "part_of": pa.int32(), "column_number": pa.int32(), "row_label": pa.string(),
        "code": pa.string(), "line": pa.string(), "column_key": pa.string(), "heading": pa.string(),
        "is_within": pa.bool_(), "text": pa.string(), "mark": pa.string(), "value": pa.decimal128(24, 6),
        "decimals": pa.int32(), "counted_in": pa.string(), "value_yuan": pa.decimal128(24, 4),
        "half_step_yuan": pa.decimal128(24, 6), "is_held": pa.bool_(), "may_be_elsewhere": pa.bool_(),
    }
)  # fmt: skip
_DOUBT = pa.struct(
    {
        "scope": pa.string(), "page": pa.int32(), "form": pa.string(), "reason": pa.string(), "detail": pa.string(),
        "remedy": pa.string(), "held": pa.bool_(), "reason_zh": pa.string(), "remedy_zh": pa.string(),
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
        "value": pa.decimal128(24, 6), "decimals": pa.int32(), "counted_in": pa.string(), "value_yuan": pa.decimal128(24, 4),
        "half_step_yuan": pa.decimal128(24, 6), "fitted": pa.string(), "fits": pa.bool_(), "doubts": pa.list_(pa.string()),
    }
)  # fmt: skip
_OPINION = pa.struct({"page": pa.int32(), "outcome": pa.string()})
_PAGE = pa.struct(
    {
        "page": pa.int32(), "origin": pa.string(), "member": pa.string(), "name": pa.string(), "width": pa.float64(), "height": pa.float64(),
    }
)  # fmt: skip
_ADDRESS = pa.struct({"page": pa.int32(), "bbox": pa.list_(pa.float64()), "address": pa.string()})
_MEMBER = pa.struct({"name": pa.string(), "page": pa.int32(), "bbox": pa.list_(pa.float64()), "is_merged": pa.bool_()})
SCHEMA = pa.schema(
    {
        "report_id": pa.string(), "code_version": pa.string(), "status": pa.string(), "unit_name": pa.string(),
        "fiscal_year": pa.int32(), "kind": pa.string(), "level": pa.string(), "edition": pa.string(), "format": pa.string(), "page_count": pa.int32(),
        "producer": pa.string(), "created": pa.string(), "recognisers": pa.string(), "forms": pa.list_(_FORM), "amounts": pa.list_(_AMOUNT),
        "doubts": pa.list_(_DOUBT), "tokens": pa.list_(_TOKEN), "sentences": pa.list_(_SENTENCE),
        "claims": pa.list_(_CLAIM), "members": pa.list_(_MEMBER), "opinions": pa.list_(_OPINION),
        "pages": pa.list_(_PAGE), "addresses": pa.list_(_ADDRESS),
    }
)  # fmt: skip
"""One row a report, its forms, amounts, doubts, tokens, sentences, claims, named units and second opinions nested in it."""
