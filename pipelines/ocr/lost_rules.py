"""Lost rules: cells of a picture that are two, with the rule between them gone: in a fold, under a stamp.

Belongs here: which cells these are. Does not belong here: rules and cells (rules, pdf.lattice). No form prints an amount over
two rows or columns; a name over two rows is printed once, in lines that do not fall in with the rows.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipelines.pdf import Cell, Grid

_AMOUNT = re.compile(r"(?<!\d)\d[\d,]*\.\d+(?!\d)")


def without_rule(grid: Grid) -> Iterator[Cell]:
    """Yield the cells over more rows or columns than their neighbours that hold an amount, or a line for each of these rows."""
    wide, high = _usual(grid, "column", "column_span"), _usual(grid, "row", "row_span")
    for cell in grid.cells:
        lines = cell.text.split("\n")
        is_high = cell.row_span > high[cell.row]
        if ((is_high or cell.column_span > wide[cell.column]) and _AMOUNT.search(cell.text)) or (
            is_high and len(lines) == cell.row_span and max(map(len, lines)) > 1
        ):
            yield cell


def _usual(grid: Grid, place: str, span: str) -> dict[int, int]:
    """Return how many rows (columns) most cells span that begin in each of them."""
    spans: dict[int, Counter[int]] = defaultdict(Counter)
    for cell in grid.cells:
        spans[getattr(cell, place)][getattr(cell, span)] += 1
    return {at: min(counted, key=lambda one: (-counted[one], one)) for at, counted in spans.items()}
