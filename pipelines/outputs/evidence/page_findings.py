"""Page findings: the findings of one report as its page shows them, read from the warehouse.

Belongs here: their formulas, cells, suspects and the views of pages they stand on.
Does not belong here: the rest of the page (report_page), how a formula is written (formulas), pictures (crops), markup (templates), the
SELECTs (sql/book).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from pipelines.findings import Place, printed_range
from pipelines.outputs.evidence.formulas import Figure, Formula, Operand, Term, of_quotient, of_sum
from pipelines.pdf import Box
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import Interval


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A printed number of a finding: its number there, role (total, part or named), the amount's row, whether suspected."""

    number: int
    role: str
    figure: Row
    is_suspect: bool


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class View:
    """A page of a report with the spots on it, the boxes of the sentence quoted, and words to look for where there are none."""

    report_id: str
    page: int
    spots: tuple[Spot, ...]
    quoted: tuple[Box, ...]
    words: tuple[str, ...]

    @property
    def boxes(self) -> list[Box]:
        """Everything the picture has to show."""
        return [*(tuple(s.figure["bbox"]) for s in self.spots), *self.quoted]

    @property
    def is_of_form(self) -> bool:
        """Whether cells of a form are shown, whose column headings a reader wants to see."""
        return any(spot.figure["form"] for spot in self.spots)


@dataclass(frozen=True, slots=True)
class Symptom:
    """A violated instance: its row, the formula where one can be written, how many blank terms stand in neither it nor a picture."""

    row: Row
    formula: Formula | None
    blanks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding: its row, symptoms (the lead first), spots, sets of suspects, views."""

    row: Row
    symptoms: tuple[Symptom, ...]
    spots: tuple[Spot, ...]
    suspects: tuple[tuple[tuple[Row, Spot], ...], ...]
    views: tuple[View, ...]


def findings(warehouse: Warehouse, report_id: str, figures: dict[str, Row]) -> Iterator[Finding]:
    """The findings of a report in the order of sql/book/findings.sql; figures: amount id → its row."""
    found = warehouse.rows("book/findings", report=report_id)
    if not found:
        return
    read = {
        name: warehouse.rows(f"book/{name}", report=report_id)
        for name in ("symptoms", "terms", "suspects", "sentences")
    }
    for row in found:
        symptoms = [s for s in read["symptoms"] if s["finding_id"] == row["finding_id"]]
        suspects = [s for s in read["suspects"] if s["finding_id"] == row["finding_id"]]
        terms = {_instance(s): [t for t in read["terms"] if _instance(t) == _instance(s)] for s in symptoms}
        spots = _spots(row, symptoms, terms, suspects, figures)
        quoted = [s for s in read["sentences"] if _instance(s) in terms]
        yield Finding(
            row=row,
            symptoms=tuple(_symptom(s, terms[_instance(s)], spots, figures) for s in symptoms),
            spots=tuple(spots.values()),
            suspects=tuple(_sets(suspects, spots)),
            views=tuple(_views(report_id, row, symptoms, spots.values(), quoted)),
        )


def _instance(row: Row) -> tuple[str, str]:
    return row["identity_id"], row["instance"]


def _spots(
    row: Row, symptoms: Sequence[Row], terms: dict[tuple[str, str], list[Row]], suspects: Sequence[Row], figures: dict[str, Row]
) -> dict[str, Spot]:  # fmt: skip
    """Amount id → spot, numbered in the order a reader meets them: the lead's total, its parts, the other instances'."""
    roles: dict[str, str] = {}
    for symptom in symptoms:
        of_terms = [(t["amount_id"], t["side"]) for t in terms[_instance(symptom)]]
        listed = [(key, "part" if place else "total") for place, key in enumerate(symptom["amount_ids"] or ())]
        for amount_id, role in of_terms or listed:
            roles.setdefault(amount_id, role)
    for amount_id in [*(row["amount_ids"] or ()), *(s["amount_id"] for s in suspects)]:
        roles.setdefault(amount_id, "named")
    suspected = {s["amount_id"] for s in suspects}
    printed = [
        (key, role) for key, role in roles.items() if key in figures and (figures[key]["text"] or key in suspected)
    ]
    return {key: Spot(number, role, figures[key], key in suspected) for number, (key, role) in enumerate(printed, 1)}


def _symptom(row: Row, terms: Sequence[Row], spots: dict[str, Spot], figures: dict[str, Row]) -> Symptom:
    if row["factor"] is not None:
        listed = [figures[key] for key in row["amount_ids"] if key in figures]
        return Symptom(row, _quotient(row, listed), _blanks(listed, spots))
    counted = [_term(t, figures) for t in terms if t["value_yuan"] is not None]
    formula = of_sum(counted, row["relation"], row["stated"], row["expected"], row["bound"])
    return Symptom(row, formula, _blanks(terms, spots))


def _blanks(amounts: Sequence[Row], spots: dict[str, Spot]) -> int:
    return sum(a["value_yuan"] is None and a["amount_id"] not in spots for a in amounts)


def _term(term: Row, figures: dict[str, Row]) -> Term:
    found = figures.get(term["amount_id"])
    return Term(
        side=term["side"], weight=term["weight"], amount_id=term["amount_id"], value=term["value_yuan"],
        printed=_figure(found) if found else None,
    )  # fmt: skip


def _quotient(row: Row, listed: Sequence[Row]) -> Formula | None:
    """The formula of a quotient over the amounts its outcome lists, the stated one first; None where that one is not printed."""
    if not listed or listed[0]["amount_id"] != row["amount_ids"][0]:
        return None
    part, whole = (_operand(row[name], listed[1:]) for name in ("part", "whole"))
    stated = listed[0]["amount_id"], _figure(listed[0])
    return of_quotient(stated, part, whole, row["factor"], row["expected"], row["bound"])


def _operand(value: Decimal, printed: Sequence[Row]) -> Operand:
    """A part of a quotient; one that is no printed number (value less change) is known by its value alone."""
    same = next((f for f in printed if value in (f["value_yuan"], f["value"])), None)
    return Operand(value, same["amount_id"], _figure(same)) if same else Operand(value, None, None)


def _figure(row: Row) -> Figure:
    return Figure(row["text"], row["counted_in"] or "", row["value"], row["value_yuan"])


def _sets(suspects: Iterable[Row], spots: dict[str, Spot]) -> Iterator[tuple[tuple[Row, Spot], ...]]:
    """The sets of suspects in order of rank, each suspect with what should be printed; one set alone would make all sums right."""
    for _, group in groupby(suspects, key=lambda s: (s["rank"], s["set_number"])):
        if shown := tuple(
            (_should(s, spots[s["amount_id"]]), spots[s["amount_id"]]) for s in group if s["amount_id"] in spots
        ):
            yield shown


def _should(suspect: Row, spot: Spot) -> Row:
    figure = spot.figure
    place = Place(
        page=figure["page"],
        name="",
        text=figure["text"],
        counted_in=figure["counted_in"],
        decimals=figure["decimals"] or 0,
    )
    return suspect | {"should": printed_range(Interval(suspect["low_yuan"], suspect["high_yuan"]), place)}


def _views(
    report_id: str, row: Row, symptoms: Sequence[Row], spots: Iterable[Spot], quoted: Sequence[Row]
) -> Iterator[View]:
    """One view a page, the report's own pages first; a finding without boxes shows the page its words stand on."""
    pieces = [(report_id, p["page"], tuple(p["bbox"])) for q in quoted for p in q["pieces"]]
    placed = {(s.figure["report_id"], s.figure["page"]) for s in spots} | {piece[:2] for piece in pieces}
    if not placed:
        placed = {(report_id, page) for page in (row["page"], *(s["page"] for s in symptoms)) if page}
    for other, page in sorted(placed, key=lambda key: (key[0] != report_id, key)):
        here = tuple(s for s in spots if (s.figure["report_id"], s.figure["page"]) == (other, page))
        boxes = tuple(dict.fromkeys(box for *key, box in pieces if tuple(key) == (other, page)))
        words = tuple(s["note"] for s in symptoms if s["note"] and s["page"] == page)
        yield View(report_id=other, page=page, spots=here, quoted=boxes, words=words)
