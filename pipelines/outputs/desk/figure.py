"""Figure: the page of one printed number: where it stands, what it is a term of, how that came out, its findings.

Belongs here: asking for one figure, its identities with their terms. Does not belong here: its picture (pages_of_pdf),
markup (templates), searching (search).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.outputs.desk.figures import figures_of
from pipelines.queries import Row, Warehouse


class NotThere(Exception):
    """What is asked for by its key is not in the warehouse."""


@dataclass(frozen=True, slots=True)
class Instance:
    """An identity where the figure is a term: its row with the outcome, and its terms on both sides with what is printed."""

    row: Row
    total: tuple[Row, ...]
    part: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """All that the page of a figure shows; named: the figures of its quotients by their ids."""

    row: Row
    instances: tuple[Instance, ...]
    found: tuple[Row, ...]
    named: dict[str, Row]


_GRAVEST = ("violation", "improbable", "rounding", "exact", "not_evaluable")


def figure(warehouse: Warehouse, amount_id: str) -> FigurePage:
    """The page of an amount or claim; raises NotThere where the warehouse has none of this id."""
    rows = figures_of(warehouse, [amount_id])
    if not rows:
        raise NotThere(f"no figure {amount_id}")
    reports = sorted(row["report_id"] for row in warehouse.rows("desk/citing", id=amount_id))
    terms = [row for one in reports for row in warehouse.rows("desk/members", id=amount_id, report=one)]
    judged = [row for one in reports for row in warehouse.rows("desk/instances", id=amount_id, report=one)]
    judged.sort(key=lambda row: _GRAVEST.index(row["outcome"]))
    return FigurePage(
        row=rows[0],
        instances=tuple(_instance(one, terms) for one in judged),
        found=tuple(warehouse.rows("desk/found", id=amount_id)),
        named=_named(warehouse, judged),
    )


def _named(warehouse: Warehouse, judged: Sequence[Row]) -> dict[str, Row]:
    ids = sorted({one for row in judged for one in row["amount_ids"]})
    return {row["amount_id"]: row for row in figures_of(warehouse, ids)}


def _instance(row: Row, terms: Sequence[Row]) -> Instance:
    own = [one for one in terms if _key(one) == _key(row)]
    sides = {side: tuple(one for one in own if one["side"] == side) for side in ("total", "part")}
    return Instance(row, sides["total"], sides["part"])


def _key(row: Row) -> tuple[str, ...]:
    return row["identity_id"], row["report_id"], row["instance"]
