"""Search: the figures that meet a query, counted by facets, sorted, a page at a time.

Belongs here: asking (sql/desk/hits.sql, of a lake hits_in_lake.sql), facets, order, pages that begin after a key. Does not belong here: reading what is typed
(search_terms), which reports are looked at (search_scope), one figure (figure), markup (templates).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.outputs.desk import search_in_lake, search_scope
from pipelines.outputs.desk.figures import figures_by_key, keys_of
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
    hits = _hits(warehouse, terms, has_size="size" in dict(SORTS.get(sort, ())))
    chosen = {name: value for name, value in chosen.items() if name in FACETS and value}
    kept = _narrow(hits, chosen)
    ordered = kept.sort_by([*SORTS.get(sort, SORTS["match"]), ("key", "ascending")]).select(
        ["key", "report", "gravity"]
    )
    start = _place(ordered["key"], keys_of(warehouse, [after]).get(after, (None, 0))[0]) + 1 if after else 0
    rows = _rows(warehouse, ordered.slice(start, PAGE).to_pydict())
    return Found(
        terms=terms,
        total=len(ordered),
        is_capped=hits.num_rows >= MOST,
        facets=tuple(_facet(hits, chosen, name) for name in FACETS),
        rows=rows,
        first=start + 1,
        following=rows[-1]["amount_id"] if start + PAGE < len(ordered) else "",
    )


def _hits(warehouse: Warehouse, terms: Terms, *, has_size: bool) -> pa.Table:
    """A row a figure: its key, and what it is sorted and counted by. In a file the key is its number there: its id is made of text."""
    if warehouse.places.lake is None:
        answer = warehouse.ask("desk/hits", **search_scope.scope(warehouse, terms), has_size=has_size, most=MOST)
    else:
        answer = warehouse.ask("desk/hits_in_lake", **search_in_lake.scope(warehouse, terms), most=MOST)
    return answer.to_arrow_table()


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


def _place(keys: pa.ChunkedArray, key: object) -> int:
    """Where a key stands; -1 where it does not."""
    return -1 if key is None else pc.index(keys, pa.scalar(key, keys.type)).as_py()


def _rows(warehouse: Warehouse, shown: Mapping[str, Sequence[Any]]) -> tuple[Row, ...]:
    """The figures of a page in its order; shown: their keys, and report and gravity of each."""
    found = figures_by_key(warehouse, dict(zip(shown["key"], shown["report"], strict=True)))
    by_key = {row["key"]: row for row in found}
    return tuple(by_key[key] | {"gravity": grave} for key, grave in zip(shown["key"], shown["gravity"], strict=True))
