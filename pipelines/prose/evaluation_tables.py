"""Evaluation tables: the money of a project in the table that evaluates it (项目支出绩效自评表) as claims.

Belongs here: telling such a table by its heading (全年预算数, 全年执行数, 执行率), its row 年度资金总额 as budget, outcome and rate.
Does not belong here: its scores (score_tables), what sentences say of the project (claims), statutory tables (forms).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from pipelines.pdf import Cell, Grid, Page
from pipelines.prose.claims import Claim
from pipelines.vocabulary import Number, read_number, squeeze

_COLUMNS = {
    "initial": ("budget", re.compile(r"^年初预算数?$")),
    "annual": ("budget", re.compile(r"^全年预算数?(\(A\))?$")),
    "": ("value", re.compile(r"^全年执行数?(\(B\))?$")),
    "rate": ("completion", re.compile(r"^(预算)?执行率(\(B/A\))?(\(%\))?$")),
}
"""Base of the claim → its role and the heading of its column; the rate is of the budget of the year."""
_TOTAL = re.compile(r"^年度资金总额")
_UNIT = re.compile(r"\((万元|元)\)")
_PERCENT = re.compile(r"^(\d+(?:\.\d+)?)%$")


def evaluation_claims(pages: Sequence[Page], order: int, statement: int) -> Iterator[Claim]:
    """Yield the money of the project of every evaluation table; order, statement: as of score_tables.score_claims."""
    orders = count(order)
    for page in pages:
        for grid in page.grids:
            texts = {(cell.row, cell.column): squeeze(cell.text) for cell in grid.cells}
            heading = _heading(texts)
            name = _beside(texts, "项目名称")
            if name and len(heading) == len(_COLUMNS):
                statement += 1
                for cell in _total_row(grid):
                    if claim := _claim(page.number, cell, heading, name, _unit(texts), orders, statement):
                        yield claim


def _heading(texts: dict[tuple[int, int], str]) -> dict[int, str]:
    """Return column → base of the claims that stand in it."""
    return {
        column: base
        for (_, column), text in texts.items()
        for base, (_, pattern) in _COLUMNS.items()
        if pattern.match(text)
    }


def _beside(texts: dict[tuple[int, int], str], label: str) -> str:
    """Return the first text to the right of a label."""
    place = next((place for place, text in texts.items() if text == label), None)
    found = [(c, text) for (r, c), text in texts.items() if place and r == place[0] and c > place[1] and text]
    return min(found)[1] if found else ""


def _total_row(grid: Grid) -> list[Cell]:
    row = next((cell.row for cell in grid.cells if _TOTAL.match(squeeze(cell.text))), None)
    return sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.column)


def _unit(texts: dict[tuple[int, int], str]) -> str:
    found = (match for text in texts.values() if text.startswith("项目资金") and (match := _UNIT.search(text)))
    return next((match[1] for match in found), "万元")


def _claim(
    page: int, cell: Cell, heading: dict[int, str], name: str, unit: str, orders: Iterator[int], statement: int
) -> Claim | None:
    """Make the claim of a cell; None where its column says nothing or no number stands in it."""
    base, text = heading.get(cell.column), squeeze(cell.text)
    number = _percent(text) if base == "rate" else read_number(cell.text).number
    if base is None or number is None:
        return None
    return Claim(
        order=next(orders), page=page, box=cell.box, span=None, statement=statement, section="performance",
        subject="project_money", label=name, code=None, role=_COLUMNS[base][0], direction="",
        base="annual" if base == "rate" else base, text=text.removesuffix("%"), number=number,
        counted_in="%" if base == "rate" else unit,
    )  # fmt: skip


def _percent(text: str) -> Number | None:
    """Return the number of a percent; None where no % is printed."""
    match = _PERCENT.match(text)
    return read_number(match[1]).number if match else None
