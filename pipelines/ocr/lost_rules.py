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
    """Yield the cells over more rows than another one of the row, or more columns than most of the column, that hold an amount or a line for each row."""
    wide = {at: min(n, key=lambda span: (-n[span], span)) for at, n in _spans(grid, "column").items()}
    high = {at: min(n) for at, n in _spans(grid, "row").items()}
    for cell in grid.cells:
        lines = cell.text.split("\n")
        is_high = cell.row_span > high[cell.row]
        if ((is_high or cell.column_span > wide[cell.column]) and _AMOUNT.search(cell.text)) or (
            is_high and len(lines) == cell.row_span and max(map(len, lines)) > 1
        ):
            yield cell


def _spans(grid: Grid, place: str) -> dict[int, Counter[int]]:
    """Count by rows (columns) how many of these the cells span that begin there."""
    spans: dict[int, Counter[int]] = defaultdict(Counter)
    for cell in grid.cells:
        spans[getattr(cell, place)][getattr(cell, f"{place}_span")] += 1
    return spans
