"""Figure: the page of one printed number: where it stands, what it is a term of, how that came out, its findings.

Belongs here: asking for one figure, its identities with their terms. Does not belong here: its picture (pages_of_pdf),
markup (templates), searching (search).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.outputs.desk.figures import figures_of
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import YUAN_PER_UNIT, Bilingual

_POINTS = ("个百分点", " points")
_GRAVEST = ("violation", "improbable", "rounding", "exact", "not_evaluable")


class NotThere(Exception):
    """What is asked for by its key is not in the warehouse."""


@dataclass(frozen=True, slots=True)
class Instance:
    """An identity where the figure is a term: its row with the outcome, and its terms on both sides with what is printed."""

    row: Row
    total: tuple[Row, ...]
    part: tuple[Row, ...]

    @property
    def is_of_numbers(self) -> bool:
        """Whether it compares the numbers printed, and not which way, or that, something is said."""
        printed = [term for term in (*self.total, *self.part) if term["text"]]
        return bool(self.total and self.part) and all(term["value_yuan"] == term["printed_value"] for term in printed)

    @property
    def listed(self) -> list[str]:
        """The ids of the numbers of one that is no sum: of a quotient, or of words."""
        told = self.row["amount_ids"] or [term["amount_id"] for term in (*self.total, *self.part)]
        return list(dict.fromkeys(key for key in told if key))


@dataclass(frozen=True, slots=True)
class Gap:
    """How far an identity is off, and how much of it rounding explains, in a unit: 万元 …, points of percent, what is counted."""

    off: Decimal
    bound: Decimal
    unit: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """All that the page of a figure shows; named: the figures of its quotients by their ids."""

    row: Row
    instances: tuple[Instance, ...]
    found: tuple[Row, ...]
    named: dict[str, Row]

    def gap(self, instance: Instance) -> Gap | None:
        """How far an identity of the figure is off; None where it is not, or compares words."""
        row = instance.row
        is_quotient = not instance.total
        is_within = row["relation"] == "<=" and row["outcome"] != "violation"
        if not row["residual"] or is_within or not (is_quotient or instance.is_of_numbers):
            return None
        told = self.named.get(row["amount_ids"][0], self.row) if is_quotient and row["amount_ids"] else self.row
        unit = told["counted_in"] or ""
        per = Decimal(1) if is_quotient else YUAN_PER_UNIT.get(unit, Decimal(1))
        return Gap(abs(row["residual"]) / per, row["bound"] / per, _POINTS if unit == "%" else (unit, unit))


def figure(warehouse: Warehouse, amount_id: str) -> FigurePage:
    """The page of an amount or claim; raises NotThere where the warehouse has none of this id."""
    rows = figures_of(warehouse, [amount_id])
    if not rows:
        raise NotThere(f"no figure {amount_id}")
    reports = sorted(row["report_id"] for row in warehouse.rows("desk/citing", id=amount_id))
    terms = [row for one in reports for row in warehouse.rows("desk/members", id=amount_id, report=one)]
    judged = [row for one in reports for row in warehouse.rows("desk/instances", id=amount_id, report=one)]
    judged.sort(key=lambda row: _GRAVEST.index(row["outcome"]))
    instances = tuple(_instance(one, terms) for one in judged)
    return FigurePage(
        row=rows[0],
        instances=instances,
        found=tuple(warehouse.rows("desk/found", id=amount_id)),
        named=_named(warehouse, instances),
    )


def _named(warehouse: Warehouse, judged: Sequence[Instance]) -> dict[str, Row]:
    ids = sorted({one for instance in judged for one in instance.listed})
    return {row["amount_id"]: row for row in figures_of(warehouse, ids)}


def _instance(row: Row, terms: Sequence[Row]) -> Instance:
    own = [one for one in terms if _key(one) == _key(row)]
    sides = {side: tuple(one for one in own if one["side"] == side) for side in ("total", "part")}
    return Instance(row, sides["total"], sides["part"])


def _key(row: Row) -> tuple[str, ...]:
    return row["identity_id"], row["report_id"], row["instance"]
