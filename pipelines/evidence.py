"""Evidence: all that the page of one report shows, read from the warehouse.

Belongs here: findings with their formulas, cells, suspects and the views of pages they stand on; forms as read; outcomes.
Does not belong here: pictures (crops), markup (templates), files (book), the SELECTs themselves (sql/book).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import duckdb

from pipelines.formulas import Figure, Formula, Term, of_quotient, of_sum
from pipelines.pages import Box
from pipelines.places import SQL

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A printed number of a finding: its number there, role (total, part or named), the amount's row, whether suspected."""

    number: int
    role: str
    figure: Row
    is_suspect: bool


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A page of a report with the spots on it and the boxes of the sentence quoted."""

    report_id: str
    page: int
    spots: tuple[Spot, ...]
    quoted: tuple[Box, ...]

    @property
    def boxes(self) -> list[Box]:
        """Everything the picture has to show."""
        return [*(tuple(s.figure["bbox"]) for s in self.spots), *self.quoted]


@dataclass(frozen=True, slots=True)
class Symptom:
    """A violated instance: its row, the formula where one can be written, its terms with the spots they are."""

    row: Row
    formula: Formula | None
    terms: tuple[tuple[Term, Spot | None], ...]
    blanks: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: its row, symptoms (the lead first), spots, sets of suspects, views."""

    row: Row
    symptoms: tuple[Symptom, ...]
    spots: tuple[Spot, ...]
    suspects: tuple[tuple[tuple[Row, Spot], ...], ...]
    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form as read: panel, number in the grid, heading parts."""

    panel: str
    number: int
    heading: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form as read: its row, columns by panel, and lines: page, panel → (code, label), (panel, column) → cell."""

    row: Row
    panels: tuple[tuple[str, tuple[Column, ...]], ...]
    lines: tuple[tuple[int, dict[str, tuple[str, str]], dict[tuple[str, int], Row]], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All of one report's page."""

    row: Row
    findings: tuple[Finding, ...]
    forms: tuple[Form, ...]
    outcomes: list[Row]
    doubts: list[Row]
    unexplained: list[Row]


@cache
def query(name: str) -> str:
    """The SELECT of a name in sql/book."""
    return (SQL / "book" / f"{name}.sql").read_text(encoding="utf-8")


def rows(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[Row]:
    """The rows of a SELECT of sql/book, column → value."""
    cursor = connection.execute(query(name), values)
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def report(connection: duckdb.DuckDBPyConnection, row: Row) -> Report:
    """The page of a report, whose row of sql/book/reports.sql is given."""
    own = {"report": row["report_id"]}
    return Report(
        row, tuple(_findings(connection, row["report_id"])), tuple(_forms(connection, row["report_id"])),
        rows(connection, "outcomes", **own), rows(connection, "doubts", **own), rows(connection, "unexplained", **own),
    )  # fmt: skip


def _findings(connection: duckdb.DuckDBPyConnection, report_id: str) -> Iterator[Finding]:
    found = rows(connection, "findings", report=report_id)
    if not found:
        return
    read = {name: rows(connection, name, report=report_id) for name in ("symptoms", "terms", "suspects", "sentences")}
    figures = {row["amount_id"]: row for row in rows(connection, "figures", report=report_id)}
    for row in found:
        symptoms = [s for s in read["symptoms"] if s["finding_id"] == row["finding_id"]]
        suspects = [s for s in read["suspects"] if s["finding_id"] == row["finding_id"]]
        terms = {_instance(s): [t for t in read["terms"] if _instance(t) == _instance(s)] for s in symptoms}
        spots = _spots(row, symptoms, terms, suspects, figures)
        quoted = [s for s in read["sentences"] if _instance(s) in terms]
        told = tuple(_symptom(s, terms[_instance(s)], spots, figures) for s in symptoms)
        views = tuple(_views(report_id, row, symptoms, spots.values(), quoted))
        yield Finding(row, told, tuple(spots.values()), tuple(_sets(suspects, spots)), views)


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
    printed = [(key, role) for key, role in roles.items() if key in figures and figures[key]["text"]]
    suspected = {s["amount_id"] for s in suspects}
    return {
        key: Spot(number, role, figures[key], key in suspected) for number, (key, role) in enumerate(printed, 1)
    }


def _symptom(row: Row, terms: Sequence[Row], spots: dict[str, Spot], figures: dict[str, Row]) -> Symptom:
    told = [
        Term(t["side"], t["weight"], t["amount_id"], t["value_yuan"], _figure(figures.get(t["amount_id"]))) for t in terms
    ]
    if row["factor"] is not None:
        told = [
            Term("part" if place else "total", 1, key, figures[key]["value_yuan"], _figure(figures[key]))
            for place, key in enumerate(row["amount_ids"]) if key in figures
        ]  # fmt: skip
        formula = _quotient(row, figures)
    else:
        formula = of_sum(told, row["relation"], row["stated"], row["expected"], row["bound"])
    shown = tuple((t, spots.get(t.amount_id)) for t in told if t.value is not None or t.amount_id in spots)
    return Symptom(row, formula, shown, len(told) - len(shown))


def _quotient(row: Row, figures: dict[str, Row]) -> Formula | None:
    """The formula of a quotient; a part that is no printed number (value less change) is written as its value."""
    listed = [figures[key] for key in row["amount_ids"] if key in figures]
    if not listed or listed[0]["amount_id"] != row["amount_ids"][0]:
        return None
    parts = []
    for value in (row["part"], row["whole"]):
        same = next((f for f in listed[1:] if value in (f["value_yuan"], f["value"])), None)
        parts.append((value, same and same["amount_id"], _figure(same)))
    stated = listed[0]["amount_id"], _figure(listed[0])
    return of_quotient(stated, parts, row["factor"], row["expected"], row["bound"])


def _figure(row: Row | None) -> Figure | None:
    return Figure(row["text"], row["unit"] or "", row["value"], row["value_yuan"]) if row else None


def _sets(suspects: Iterable[Row], spots: dict[str, Spot]) -> Iterator[tuple[tuple[Row, Spot], ...]]:
    """The sets of suspects in order of rank; one set alone would make all sums right."""
    for _, group in groupby(suspects, key=lambda s: (s["rank"], s["set_number"])):
        if shown := tuple((s, spots[s["amount_id"]]) for s in group if s["amount_id"] in spots):
            yield shown


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
        yield View(other, page, here, tuple(dict.fromkeys(box for *key, box in pieces if tuple(key) == (other, page))))


def _forms(connection: duckdb.DuckDBPyConnection, report_id: str) -> Iterator[Form]:
    cells = {key: list(group) for key, group in groupby(rows(connection, "cells", report=report_id), lambda c: c["form"])}
    for row in rows(connection, "forms", report=report_id):
        printed = cells.get(row["form"], [])
        columns = {(c["panel"] or "", c["column_number"]): c["heading"] for c in reversed(printed)}
        named = [Column(panel, number, tuple(columns[panel, number].split("/"))) for panel, number in sorted(columns)]
        panels = tuple((panel, tuple(group)) for panel, group in groupby(named, key=lambda c: c.panel))
        lines = groupby(sorted(printed, key=lambda c: (c["row"], c["panel"] or "")), key=lambda c: c["row"])
        yield Form(row, panels, tuple(_line(list(group)) for _, group in lines))


def _line(cells: list[Row]) -> tuple[int, dict[str, tuple[str, str]], dict[tuple[str, int], Row]]:
    names = {c["panel"] or "": (c["code"] or "", c["row_label"] or "") for c in cells}
    return cells[0]["page"], names, {(c["panel"] or "", c["column_number"]): c for c in cells}
