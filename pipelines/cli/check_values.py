"""Check values: what `check --format json` says of a report, as values that JSON knows (docs/check.schema.json).

Belongs here: a finding with the numbers it speaks of and the rules it breaks, how far the report was checked. Does not belong
here: which findings there are (check), printing them (check_files).
"""

from collections.abc import Iterator
from dataclasses import asdict
from decimal import Decimal

from pipelines.cli.extent import Checked
from pipelines.outputs.evidence import report_page
from pipelines.outputs.evidence.page_findings import Finding, Spot
from pipelines.outputs.evidence.standing import PLACES, Standing
from pipelines.queries import Warehouse

NAMED = (
    "report_id",
    "form",
    "row",
    "column",
    "code",
    "section",
    "page",
    "sheet",
    "address",
    "member",
    "box",
    "printed",
    "counted_in",
    "quote",
    "expected",
)
"""What is said of a number."""


def details(warehouse: Warehouse, report_id: str) -> dict[str, dict[str, object]]:
    """Finding id → the number it is about (None where it is of no number), all its numbers, the rules it breaks."""
    [row] = [row for row in warehouse.rows("book/reports") if row["report_id"] == report_id]
    page = report_page.report(warehouse, row)
    return {one.row["finding_id"]: detail(one, report_id, page.standing) for one in page.findings}


def checked_values(checked: Checked) -> dict[str, object]:
    """How far a report was checked: totals, the forms not read, a row a duty and form or section."""
    return {
        "judged": sum(one.judged for one in checked.extents),
        "not_judged": sum(one.not_judged for one in checked.extents),
        "compared_with_last_year": checked.with_last_year,
        "unread_forms": checked.unread,
        "by_duty": [asdict(one) for one in checked.extents],
    }


def detail(finding: Finding, report_id: str, standing: Standing) -> dict[str, object]:
    """What is known of a finding of a report: the number it is about, else its words; all its numbers, the rules it breaks."""
    numbers = list(_numbers(finding))
    lead = next(
        (one for one in numbers if one["is_suspect"]), numbers[0] if numbers else _words(finding, report_id, standing)
    )
    return {
        **{name: lead.get(name) for name in NAMED},
        "numbers": numbers,
        "rules": [
            {
                "rule": one.row["identity_id"], "instance": one.row["instance"], "zh": one.row["statement_zh"],
                "en": one.row["statement_en"], "why_zh": one.row["why"], "stated": _plain(one.row["stated"]),
                "should_be": _plain(one.row["expected"]), "difference": _plain(one.row["residual"]),
                "rounding_allows": _plain(one.row["bound"]),
            }
            for one in finding.symptoms
        ],
    }  # fmt: skip


def _words(finding: Finding, report_id: str, standing: Standing) -> dict[str, object]:
    """What is printed, of a finding of words: its place, the words, what is written there and what it should be."""
    row, page = finding.symptoms[0].row, finding.row["page"]
    sheet = standing.sheets.get((report_id, page), {})
    boxes = [box for view in finding.views for box in view.quoted if view.report_id == report_id]
    return {
        "form": row["form"], "page": page, "sheet": sheet.get("sheet"), "member": sheet.get("member") or None, "box": list(boxes[0]) if boxes else None, "printed": row["written"],
        "quote": row["note"] if page else None, "expected": row["due"],
    }  # fmt: skip


def _numbers(finding: Finding) -> Iterator[dict[str, object]]:
    should = {spot.figure["amount_id"]: row["should"] for one in finding.suspects for row, spot in one}
    for spot in finding.spots:
        yield _number(spot, should.get(spot.figure["amount_id"]) or None)


def _number(spot: Spot, expected: str | None) -> dict[str, object]:
    figure = spot.figure
    return {
        "report_id": figure["report_id"], "form": figure["form"], "row": figure["row_label"], "column": figure["heading"],
        "code": figure["code"], "section": figure["section"], "page": figure["page"],
        **{name: figure[name] or None for name in PLACES}, "box": list(figure["bbox"] or ()),
        "printed": figure["text"], "counted_in": figure["counted_in"], "quote": figure["sentence"], "expected": expected,
        "role": spot.role, "is_suspect": spot.is_suspect,
    }  # fmt: skip


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
