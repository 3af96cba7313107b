"""Figures: printed numbers with their places, by their ids, or by their keys: in a file a figure's number there, in a lake its id.

Belongs here: asking for them (sql/desk/figures.sql, of a lake figures_in_lake.sql) where they stand alone. An id is made of text and a key lies
in the file, so that by keys few rows are looked at. Does not belong here: what a figure is part of (figure), which figures (search).
"""

from collections.abc import Mapping, Sequence

from pipelines.outputs.desk.report_bits import last_report, report_bits
from pipelines.queries import Row, Warehouse

Key = int | str
"""What names a figure: its number in a file, its id in a lake."""


def figures_of(warehouse: Warehouse, ids: Sequence[str]) -> list[Row]:
    """The figures of these ids, in no order; none of an id that no number has."""
    return figures_by_key(warehouse, dict(keys_of(warehouse, ids).values()))


def keys_of(warehouse: Warehouse, ids: Sequence[str]) -> dict[str, tuple[Key, int]]:
    """Id → key and number of the report, of those that are there; a lake has no numbers, nor are the ids looked for there."""
    if warehouse.places.lake is not None:
        return {one: (one, 0) for one in ids}
    return {row["amount_id"]: (row["key"], row["report"]) for row in warehouse.rows("desk/keys", ids=list(ids))}


def figures_by_key(warehouse: Warehouse, keys: Mapping[Key, int]) -> list[Row]:
    """The figures of these keys, each with its `key`, in no order; keys: key → number of the report."""
    if not keys:
        return []
    if warehouse.places.lake is None:
        bits = report_bits(last_report(warehouse), set(keys.values()))
        return warehouse.rows("desk/figures", keys=list(keys), reports=bits)
    [places] = warehouse.rows("desk/holders_in_lake", ids=list(keys))
    rows = warehouse.rows("desk/figures_in_lake", ids=list(keys), **places) if places["reports"] else []
    return [row | {"key": row["amount_id"]} for row in rows]
