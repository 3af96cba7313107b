"""Score tables: the ruled tables of an evaluation (分值, 得分) as claims.

Belongs here: telling a table of scores by its heading, its rows as weights, scores and rates of an indicator.
Does not belong here: scores said in sentences (claims), a project's money (evaluation_tables), statutory tables (forms).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from operator import attrgetter

from pipelines.pdf import Cell, Grid, Page
from pipelines.prose.claims import Claim
from pipelines.vocabulary import read_number, squeeze

_ROLES = (
    ("weight", re.compile(r"^(标准)?(分值|权重|满分)(\(?分\)?)?$")),
    ("score", re.compile(r"^(评价|自评|实际|综合)?(得分|评分)(\(?分\)?)?$")),
    ("rate", re.compile(r"^得分率(\(%\))?$")),
    ("completion", re.compile(r"^(预算)?执行率(\(B/A\))?(\(%\))?$")),
)
_INDICATOR = re.compile(r"^[一二三四]级指标$|^(绩效|评价|考核)?指标(名称|内容)?$|^(任务|工作)名称$")
_MEASURED = re.compile(
    r"^(年度)?(指标|目标|完成|实际|实际完成|计划)值|^(年初|全年)?(预算|执行)数|^(实际)?完成情况$|^(预期)?目标$"
)
"""Headings of columns that say what was to be reached and what was: no names stand there."""
_HEADING = 3
_TOTAL = re.compile(r"^(综合得分|合计|总计|总分|总得分)$")
_WITHIN = re.compile(r"^(其中|小计|金额(合|小|总)计)")
_MONEY = "年度资金总额"
_POINTS = re.compile(r"^(\d+(?:\.\d+)?)分$")
_NAME = "name"
_WIDER = 1.5
"""How much wider than its heading a cell of a column may be; wider ones go over several columns."""
_NO_NAME = ("number", "dash", "blank")
"""What a cell shows that holds no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """Where the columns of a table of scores stand.

    columns: role (name: that of the indicators) → column; names_end: the first column behind all names; spans: role →
    left and right edge in points, by which a table is read on that goes over a page.
    """

    columns: dict[str, int]
    names_end: int
    spans: dict[str, tuple[float, float]]


def score_claims(pages: Sequence[Page], order: int, statement: int) -> Iterator[Claim]:
    """Yield the weights, scores and rates of every table of scores as claims.

    order: the order of the first claim; statement: the number of the statement before. The heading (分值, 得分) stands in
    the first rows; one further down holds for the rows below it, and for a table that goes on at the head of the next page.
    """
    orders, open_page, heading = count(order), 0, None
    for page in pages:
        for place, printed in enumerate(page.grids):
            grid = _turned(printed) or printed
            goes_on = heading is not None and place == 0 and open_page + 1 == page.number
            own = _heading([c for c in grid.cells if c.row < _HEADING])
            heading = own or (_read_on(heading, grid) if goes_on and heading else None)
            is_closed = False
            for _, row in groupby(grid.cells, attrgetter("row")):
                statement += 1
                cells = sorted(row, key=attrgetter("column"))
                heading = _heading(cells) or heading
                if heading and not (is_closed and _total(cells)):
                    yield from _row(page.number, cells, heading, orders, statement)
                    is_closed = is_closed or _total(cells) is not None
            open_page, heading = page.number, None if is_closed or grid is not printed else heading


def _turned(grid: Grid) -> Grid | None:
    """Return a grid that gives each indicator a column, and 分值 and 得分 a row, with rows and columns exchanged; None of any other."""
    first = [squeeze(c.text) for c in grid.cells if c.column == 0]
    said = {role for role, pattern in _ROLES for text in first[1:] if pattern.match(text)}
    if not {"weight", "score"} <= said or not _INDICATOR.match(first[0]):
        return None
    cells = sorted((replace(c, row=c.column, column=c.row) for c in grid.cells), key=attrgetter("row", "column"))
    return replace(grid, cells=tuple(cells))


def _heading(cells: Sequence[Cell]) -> _Heading | None:
    """Return where the columns stand by the heading cells 分值 and 得分, or 执行率 alone above the money; None where either is missing."""
    texts = [(cell, squeeze(cell.text)) for cell in cells]
    found = {role: c for role, pattern in _ROLES for c, text in reversed(texts) if pattern.match(text)}
    if "weight" not in found or not {"score", "completion"} & set(found):
        return None
    ends = [c.column for c, text in texts if _MEASURED.search(text)]
    names_end = min(*(c.column for c in found.values()), *ends)
    named = [c for c, text in texts if _INDICATOR.match(text) and c.column < names_end]
    if named:
        found[_NAME] = max(named, key=attrgetter("column"))
    return _Heading(
        columns={role: c.column for role, c in found.items()},
        names_end=names_end,
        spans={role: (c.box[0], c.box[2]) for role, c in found.items()},
    )


def _read_on(heading: _Heading, grid: Grid) -> _Heading | None:
    """Return the heading of the page before for a grid without one, its columns found by their places; None if it has others."""
    columns = {
        role: c.column
        for role, (left, right) in heading.spans.items()
        for c in grid.cells
        if left < (c.box[0] + c.box[2]) / 2 < right and c.box[2] - c.box[0] < _WIDER * (right - left)
    }
    if not {"weight", "score"} <= set(columns):
        return None
    names_end = heading.names_end + columns["weight"] - heading.columns["weight"]
    return _Heading(columns=columns, names_end=names_end, spans=heading.spans)


def _total(cells: Sequence[Cell]) -> str | None:
    """Return the word by which a row says that it is the sum of all, if it does."""
    return next((text for c in cells if _TOTAL.match(text := squeeze(c.text))), None)


def _row(page: int, cells: Sequence[Cell], heading: _Heading, orders: Iterator[int], statement: int) -> Iterator[Claim]:
    total, name = _total(cells), _name(cells, heading)
    of_money_alone = "score" not in heading.columns and not name.startswith(_MONEY)
    if _WITHIN.match(name) or of_money_alone or not (total or name):
        return
    subject, label = ("score", total) if total else ("score_part", name)
    roles = {column: role for role, column in heading.columns.items() if role != _NAME}
    scored = {roles[c.column]: c for c in cells if c.column in roles}
    for role, cell in scored.items():
        text = _points(cell.text)
        in_percent = role in ("rate", "completion")
        if in_percent and (name == _MONEY or not _is_number(scored.get("weight"))):
            continue
        counted_in = "%" if in_percent else ""
        bare = text.removesuffix(counted_in)
        if text.endswith(counted_in) and (printed := read_number(bare)).mark == "number":
            yield Claim(
                order=next(orders), page=page, box=cell.box, span=None, statement=statement, section="performance",
                subject=subject, label=label, code=None, role=role, direction="",
                base="annual" if role == "completion" else "", text=bare,
                number=printed.number, counted_in=counted_in,
            )  # fmt: skip


def _is_number(cell: Cell | None) -> bool:
    return cell is not None and read_number(_points(cell.text)).mark == "number"


def _points(text: str) -> str:
    """Return what a cell prints, of points without their 分."""
    bare = squeeze(text)
    match = _POINTS.match(bare)
    return match[1] if match else bare


def _name(cells: Sequence[Cell], heading: _Heading) -> str:
    """Return what a row scores: the text in the column of indicators, else the last one among the names."""
    last = heading.columns.get(_NAME, heading.names_end - 1)
    named = [text for c in cells if c.column <= last and read_number(text := squeeze(c.text)).mark not in _NO_NAME]
    return named[-1].rstrip(":") if named else ""
