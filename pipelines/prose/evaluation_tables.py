"""Evaluation tables: the money in the tables that evaluate a project (项目支出绩效自评表) or a whole unit (部门整体支出绩效自评表) as claims.

Belongs here: telling such a table by its heading (全年预算数, 全年执行数, 执行率); of a project its row 年度资金总额 as budget, outcome
and rate; of a unit the total of its tasks by source of money, which stands under a heading of two levels.
Does not belong here: its scores (score_tables), what sentences say of the project (claims), statutory tables (forms).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

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
_WHOLE = re.compile(r"^(金额)?合计$")
_SOURCES = ("总额", "财政拨款", "其他资金")
"""What the second level of the heading of a unit's table says."""
_UNIT = re.compile(r"\((万元|元)\)")
_PERCENT = re.compile(r"^(\d+(?:\.\d+)?)%$")


class _Project(NamedTuple):
    """An evaluated project: the page of its table, its name, what its money is counted in, the statement its claims are of."""

    page: int
    name: str
    unit: str
    statement: int


def evaluation_claims(pages: Sequence[Page], order: int, statement: int) -> Iterator[Claim]:
    """Yield the money of the project of every evaluation table; order, statement: as of score_tables.score_claims."""
    orders = count(order)
    for page in pages:
        for grid in page.grids:
            texts = {(cell.row, cell.column): squeeze(cell.text) for cell in grid.cells}
            name = _beside(texts, "项目名称")
            heading = _heading(texts) if name else {}
            if name and len(heading) == len(_COLUMNS):
                statement += 1
                project = _Project(page.number, name, _unit(texts), statement)
                yield from (
                    claim
                    for cell in _total_row(grid)
                    if (claim := _claim(project, cell, heading.get(cell.column), orders))
                )
            elif whole := list(_of_unit(page.number, grid, texts, orders, statement + 1)):
                statement += 1
                yield from whole


def _of_unit(
    page: int, grid: Grid, texts: dict[tuple[int, int], str], orders: Iterator[int], statement: int
) -> Iterator[Claim]:
    """Yield what the table of a whole unit totals: budget and outcome of the year, each by source of money."""
    row = next((cell.row for cell in grid.cells if _WHOLE.match(squeeze(cell.text))), None)
    columns = _by_source(grid, texts) if row is not None else {}
    for cell in sorted(grid.cells, key=lambda one: one.column):
        number = read_number(cell.text).number
        if cell.row == row and cell.column in columns and number is not None:
            base, source = columns[cell.column]
            yield Claim(
                order=next(orders), page=page, box=cell.box, span=None, statement=statement, section="performance",
                subject="unit_money", label=source, code=None, role=_COLUMNS[base][0], direction="", base=base,
                text=squeeze(cell.text), number=number, counted_in=_unit(texts),
            )  # fmt: skip


def _by_source(grid: Grid, texts: dict[tuple[int, int], str]) -> dict[int, tuple[str, str]]:
    """Return column → base and source of money, of a heading of two levels: 全年预算数 or 全年执行数 over 总额, 财政拨款 …."""
    found: dict[int, tuple[str, str]] = {}
    for cell in grid.cells:
        heading = _UNIT.sub("", squeeze(cell.text))
        base = next((base for base in ("annual", "") if _COLUMNS[base][1].match(heading)), None)
        if base is not None and cell.column_span > 1:
            below = {
                c: texts.get((cell.row + cell.row_span, c), "")
                for c in range(cell.column, cell.column + cell.column_span)
            }
            found |= {column: (base, source) for column, source in below.items() if source in _SOURCES}
    return found


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
    said = (text for text in texts.values() if text.startswith(("项目资金", "全年执行数")))
    found = (match for text in said if (match := _UNIT.search(text)))
    return next((match[1] for match in found), "万元")


def _claim(project: _Project, cell: Cell, base: str | None, orders: Iterator[int]) -> Claim | None:
    """Make the claim of a cell under a heading that says this base; None where it says none or no number stands in the cell."""
    text = squeeze(cell.text)
    number = _percent(text) if base == "rate" else read_number(cell.text).number
    if base is None or number is None:
        return None
    return Claim(
        order=next(orders), page=project.page, box=cell.box, span=None, statement=project.statement, section="performance",
        subject="project_money", label=project.name, code=None, role=_COLUMNS[base][0], direction="",
        base="annual" if base == "rate" else base, text=text.removesuffix("%"), number=number,
        counted_in="%" if base == "rate" else project.unit,
    )  # fmt: skip


def _percent(text: str) -> Number | None:
    """Return the number of a percent; None where no % is printed."""
    match = _PERCENT.match(text)
    return read_number(match[1]).number if match else None
