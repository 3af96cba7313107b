"""Violated: what the sentences of findings need to know of violations and of the places of printed numbers.

Belongs here: reading it of a filled warehouse (sql/findings). Does not belong here: wording it (sentences), which number is
wrong (localization).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipelines.findings.addresses import Sheets
from pipelines.findings.comparisons import Sides
from pipelines.findings.fault import Fault
from pipelines.findings.places import Place, Source, within_quotes
from pipelines.findings.sentences import LeadText
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import legible

_KEY = re.compile(r"(?<!\()\b(?:[TUB]\d+|P[EFU]?\d+)\b")
Key = tuple[str, str, str]
"""Report, identity, instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violated:
    """A violated instance: fiscal year, unit key and report it is of, its amounts, what the sentence says of it."""

    year: int
    unit: str
    source: Source
    amounts: tuple[str, ...]
    text: LeadText

    @property
    def named(self) -> tuple[str, ...]:
        """Every printed number that its sentence may name."""
        return (*self.amounts, *(self.text.fault.ids if self.text.fault else ()))


def violations(warehouse: Warehouse) -> dict[Key, Violated]:
    """Read (report, identity, instance) → what is known of the violation."""
    sources = _sources(warehouse)
    reasons = {_key(row): row["reason"] for row in warehouse.rows("findings/reasons")}
    forms = {row["form"]: row["name_en"] for row in warehouse.rows("findings/forms")}
    sheets = _sheets(warehouse)
    return {
        _key(row): Violated(
            year=row["fiscal_year"],
            unit=row["unit_key"],
            source=sources[row["report_id"]],
            amounts=tuple(row["amount_ids"] or ()),
            text=_text(row, reasons.get(_key(row), ""), forms, sheets.get(row["report_id"], {})),
        )
        for row in warehouse.rows("findings/violated")
    }


def places_of(warehouse: Warehouse, ids: Iterable[str]) -> dict[str, Place]:
    """Read where printed numbers stand: amount id → place, with its report."""
    sources = _sources(warehouse)
    asked = sorted(set(ids))
    found, addresses = (warehouse.rows(f"findings/{one}", ids=asked) for one in ("places", "addresses"))
    stands = {row.pop("amount_id"): row for row in addresses}
    return {(key := row.pop("amount_id")): _place(row | stands.get(key, {}), sources) for row in found}


def _place(row: Row, sources: Mapping[str, Source]) -> Place:
    """Name a number by what it is about, unless its clause says so, and by its clause, quoted."""
    name, clause = row.pop("name"), legible(row.pop("clause"))
    if clause:
        name = f"{'' if name in clause else name}“{within_quotes(clause)}”"
    return Place(name=name, source=sources[row.pop("report_id")], **row)


def seen_from(own: Source, places: Mapping[str, Place]) -> Mapping[str, Place]:
    """Return the places as a finding of a report names them: those of other reports with their report."""
    return {key: place if place.source == own else replace(place, beside=own) for key, place in places.items()}


def _sources(warehouse: Warehouse) -> dict[str, Source]:
    return {row["report_id"]: Source(**row) for row in warehouse.rows("findings/sources")}


def _key(row: Row) -> Key:
    return row["report_id"], row["identity_id"], row["instance"]


def _sheets(warehouse: Warehouse) -> Mapping[str, Sheets]:
    """Read report → its pages that are sheets."""
    sheets: dict[str, dict[int, Row]] = {}
    for row in warehouse.rows("findings/sheets"):
        sheets.setdefault(row.pop("report_id"), {})[row.pop("page")] = row
    return sheets


def _text(row: Row, reason: str, forms: Mapping[str, str], sheets: Sheets) -> LeadText:
    return LeadText(
        sheets=sheets,
        identity_id=row["identity_id"],
        zh=row["statement_zh"],
        en=_spelled(row["statement_en"], forms),
        fault=_fault(row),
        quotient=row["quotient"],
        note=row["note"],
        page=row["page"],
        relation=row["relation"],
        sides=_sides(row, reason),
    )


def _spelled(rule: str, forms: Mapping[str, str]) -> str:
    """Name the forms of a rule, which readers of a sentence do not know by their keys: T3 as the form “expenditure” (T3)."""
    spelled = _KEY.sub(lambda key: f"the form “{forms[key[0]]}” ({key[0]})" if key[0] in forms else key[0], rule)
    return f"{spelled[:1].upper()}{spelled[1:]}"


def _fault(row: Row) -> Fault | None:
    """Read how a violation is told; None where its identity has no wording of its own."""
    if not row["fault_zh"]:
        return None
    return Fault(
        zh=row["fault_zh"], en=row["fault_en"], particulars=row["particulars"] or {}, stated=row["counted"], expected=row["due"],
    )  # fmt: skip


def _sides(row: Row, reason: str) -> Sides | None:
    """Read the two sides; None where there are none over plain amounts."""
    if row["stated"] is None or row["expected"] is None or not (row["stated_ids"] or row["expected_ids"]):
        return None
    stated_ids, expected_ids = (tuple(row[name] or ()) for name in ("stated_ids", "expected_ids"))
    return Sides(
        stated_ids=stated_ids, expected_ids=expected_ids, limit=row["limit"], stated=row["stated"], expected=row["expected"],
        reason=reason, is_unexplained=row["is_unexplained"],
    )  # fmt: skip
