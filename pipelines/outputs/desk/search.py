"""Search: the figures that meet a query, counted by facets, sorted, a page at a time.

Belongs here: asking (sql/desk/hits.sql), facets, order, pages that begin after a key. Does not belong here: reading what is typed
(search_terms), which reports are looked at (search_scope), one figure (figure), markup (templates).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.outputs.desk.figures import figures_of
from pipelines.outputs.desk.search_scope import scope
from pipelines.outputs.desk.search_terms import Terms, read_terms
from pipelines.queries import Row, Warehouse

MOST = 50_000
"""Figures that are counted; where there are more, that is told."""
PAGE = 50
"""Figures on a page."""
FACETS = ("fiscal_year", "kind", "form", "gravity", "unit_name")
"""By what the figures found are counted and narrowed."""
SORTS = {
    "match": (("is_as_asked", "descending"), ("gravity", "ascending"), ("fiscal_year", "descending")),
    "severity": (("gravity", "ascending"), ("fiscal_year", "descending")),
    "largest": (("size", "descending"),),
    "smallest": (("size", "ascending"),),
    "year": (("fiscal_year", "descending"), ("unit_name", "ascending")),
    "unit": (("unit_name", "ascending"), ("fiscal_year", "descending")),
}
"""Orders in which they are listed; those alike stand by report, page and place."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its name and its values, (value, how many figures), the most first or in their order."""

    name: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a query finds: how it was read, how many, whether there are more, facets, the rows of a page, where the next begins."""

    terms: Terms
    total: int
    is_capped: bool
    facets: tuple[Facet, ...]
    rows: tuple[Row, ...]
    first: int
    following: str


def find(warehouse: Warehouse, typed: str, chosen: Mapping[str, str], sort: str = "match", after: str = "") -> Found:
    """Find figures: chosen: facet → the value asked for; after: the figure the page before ended with, "" for the first page."""
    terms = read_terms(typed)
    hits = _hits(warehouse, terms)
    chosen = {name: value for name, value in chosen.items() if name in FACETS and value}
    kept = _narrow(hits, chosen)
    ordered = kept.sort_by([*SORTS.get(sort, SORTS["match"]), ("report_id", "ascending"), ("amount_id", "ascending")])
    ids = ordered["amount_id"].to_pylist()
    start = ids.index(after) + 1 if after in ids else 0
    shown = ids[start : start + PAGE]
    return Found(
        terms=terms,
        total=len(ids),
        is_capped=hits.num_rows >= MOST,
        facets=tuple(_facet(hits, chosen, name) for name in FACETS),
        rows=tuple(_rows(warehouse, shown, dict(zip(ids, ordered["gravity"].to_pylist(), strict=True)))),
        first=start + 1,
        following=shown[-1] if start + PAGE < len(ids) else "",
    )


def _hits(warehouse: Warehouse, terms: Terms) -> pa.Table:
    """A row a figure: what it is sorted and counted by."""
    return warehouse.ask("desk/hits", **scope(warehouse, terms), most=MOST).to_arrow_table()


def _narrow(hits: pa.Table, chosen: Mapping[str, str]) -> pa.Table:
    for name, value in chosen.items():
        hits = hits.filter(pc.equal(pc.cast(hits[name], pa.string()), value))
    return hits


def _facet(hits: pa.Table, chosen: Mapping[str, str], name: str) -> Facet:
    """The values of a facet among what the other facets leave."""
    left = _narrow(hits, {other: value for other, value in chosen.items() if other != name})
    counts = pc.value_counts(pc.cast(left[name], pa.string())).to_pylist()
    pairs = [(one["values"], one["counts"]) for one in counts if one["values"] is not None]
    by_value = name in ("fiscal_year", "gravity")
    pairs.sort(key=lambda pair: pair[0] if by_value else (-pair[1], pair[0]), reverse=name == "fiscal_year")
    return Facet(name, tuple(pairs))


def _rows(warehouse: Warehouse, ids: list[str], gravity: Mapping[str, int]) -> list[Row]:
    """The figures of a page in its order."""
    by_id: dict[str, dict[str, Any]] = {row["amount_id"]: row for row in figures_of(warehouse, ids)}
    return [by_id[one] | {"gravity": gravity[one]} for one in ids if one in by_id]
