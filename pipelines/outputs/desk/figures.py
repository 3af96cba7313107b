"""Figures: printed numbers with their places, by their ids.

Belongs here: asking for them (sql/desk/figures.sql) where they stand alone: an id says its report and page, so that no other row is looked at.
Does not belong here: what a figure is part of (figure), which figures (search).
"""

from collections.abc import Sequence

from pipelines.queries import Row, Warehouse


def figures_of(warehouse: Warehouse, ids: Sequence[str]) -> list[Row]:
    """The figures of these ids, in no order; none of an id that no number has."""
    [places] = warehouse.rows("desk/holders", ids=list(ids))
    return warehouse.rows("desk/figures", ids=list(ids), **places) if places["reports"] else []
