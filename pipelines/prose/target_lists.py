"""Target lists: the columns of money in a list of projects and their targets (项目支出绩效目标表), row by row.

Belongs here: its heading of two levels (项目总额, 其中：财政资金, 其他资金) or of one (项目, 预算数, 绩效目标), its rows over many pages, each of which
may cut its columns otherwise.
Does not belong here: tables of one project (target_tables), what the money is made into (target_money).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipelines.pdf import Cell, Grid, Page
from pipelines.prose.target_money import TargetMoney, are_all, bare, is_clear, is_number, project_name, unit_in
from pipelines.vocabulary import form_wordings, squeeze

_NAMED = "项目名称"
_OVER = ("其中", "其中:")
_NEAR = 3.0
"""Points by which the columns of a list may stand otherwise on the page where it goes on."""

_Edges = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns of a list of projects: left and right edge in points of name, total and each source; the right edge of its frame.

    page: the last on which it was found; subject, is_of_year: of what it prints (TargetMoney).
    """

    unit: str
    name: _Edges
    total: _Edges
    sources: tuple[tuple[str, _Edges], ...]
    right: float
    page: int
    subject: str = "target_money"
    is_of_year: bool = False


def columns_of(page: Page, grid: Grid) -> Columns | None:
    """Return the columns of a list by its heading; None where the grid has no such heading."""
    return _below_two_levels(page, grid) or _below_one_level(page, grid)


def _below_one_level(page: Page, grid: Grid) -> Columns | None:
    total = next((c for c in grid.cells if form_wordings.says("target_list_amount", squeeze(c.text))), None)
    level = [c for c in grid.cells if total and c.row == total.row]
    name = next((c for c in level if form_wordings.says("target_list_name", squeeze(c.text))), None)
    has_targets = any(form_wordings.says("target_list_targets", squeeze(c.text)) for c in level)
    unit = total and (unit_in([total.text]) or unit_in(line.text for line in page.lines))
    if not (total and name and has_targets and unit):
        return None
    return Columns(
        unit=unit, name=_edges(name), total=_edges(total), sources=(), right=grid.box[2], page=page.number,
        subject="target_listed", is_of_year=True,
    )  # fmt: skip


def _below_two_levels(page: Page, grid: Grid) -> Columns | None:
    heads = [c for c in grid.cells if c.row_span > 1 and form_wordings.says("target_list_total", squeeze(c.text))]
    total = heads[0] if heads else None
    level = [c for c in grid.cells if total and c.row == total.row]
    name = next((c for c in level if squeeze(c.text) == _NAMED), None)
    over = next((c for c in level if total and c.column == total.column + 1 and squeeze(c.text) in _OVER), None)
    unit = unit_in([c.text for c in grid.cells if total and c.row < total.row] + [line.text for line in page.lines])
    if not (total and name and over and unit):
        return None
    below = range(over.column, over.column + over.column_span)
    named = [(c.text, _edges(c)) for c in grid.cells if c.row == over.row + 1 and c.column in below]
    sources = tuple((bare(text), edges) for text, edges in named) if are_all([text for text, _ in named]) else ()
    return Columns(
        unit=unit, name=_edges(name), total=_edges(total), sources=sources,
        right=grid.box[2], page=page.number,
    )  # fmt: skip


def going_on(columns: Columns | None, page: Page, grid: Grid) -> Columns | None:
    """Return the columns of a list that goes on in a grid on its page or the next one, whose frame ends as far to the right.

    Where a page cuts the cells of a project, its left columns are no cells there.
    """
    if columns is None or page.number - columns.page not in (0, 1) or abs(columns.right - grid.box[2]) > _NEAR:
        return None
    return replace(columns, page=page.number)


def listed(grid: Grid, columns: Columns) -> Iterator[TargetMoney]:
    """Yield the money of each row of a list whose total prints a number; its sources where a cell of each stands beside it."""
    for total in grid.cells:
        if _is_near(_edges(total), columns.total) and is_number(total):
            beside = [c for c in grid.cells if (c.row, c.row_span) == (total.row, total.row_span)]
            found = [(name, _in_column(beside, edges)) for name, edges in columns.sources]
            sources = tuple((name, cell) for name, cell in found if cell and is_clear(cell))
            name = _in_column(beside, columns.name)
            yield TargetMoney(
                subject=columns.subject, name=project_name(name.text) if name else "", unit=columns.unit, total=total,
                sources=sources if len(sources) == len(found) else (), is_of_year=columns.is_of_year,
            )  # fmt: skip


def _edges(cell: Cell) -> _Edges:
    return cell.box[0], cell.box[2]


def _is_near(one: _Edges, other: _Edges) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _in_column(cells: list[Cell], edges: _Edges) -> Cell | None:
    return next((c for c in cells if _is_near(_edges(c), edges)), None)
