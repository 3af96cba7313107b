"""Rereading: a second opinion on the pages that violations rest on, before any of them becomes a finding.

Belongs here: which pages of a filled warehouse those are, on how many of them the readers disagree.
Does not belong here: reading them (reading.batch), comparing the readers (reading.second_reader), filling the warehouse again (filling).
"""

from pipelines.queries import Warehouse


def pages_due(warehouse: Warehouse) -> dict[str, list[int]]:
    """Pages to read twice, of reports with a violation on a page that only one reader has read: path of the reading → pages."""
    return dict(warehouse.ask("rereading/due").fetchall())


def disagreements(warehouse: Warehouse) -> int:
    """Count the pages the two readers do not see alike."""
    [opinions] = warehouse.rows("rereading/opinions")
    return opinions["unlike"]
