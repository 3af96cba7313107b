"""Score tables: the ruled tables of an evaluation (分值, 得分) as claims.

Belongs here: telling a table of scores by its heading, its rows as weights and scores.
Does not belong here: scores said in sentences (claims), statutory tables (forms).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby
from operator import attrgetter

from pipelines.pdf import Cell, Page
from pipelines.prose.claims import Claim
from pipelines.vocabulary import read_number, squeeze

_WEIGHT = re.compile(r"^(标准)?(分值|权重|满分)(\(?分\)?)?$")
_SCORE = re.compile(r"^(评价|自评|实际|综合)?(得分|评分)(\(?分\)?)?$")
_ROLES = (("weight", _WEIGHT), ("score", _SCORE))
_HEADING = 3
_TOTAL = re.compile(r"^(综合得分|合计|总计|总分|总得分|小计)$")


def score_claims(pages: Sequence[Page], order: int, statement: int) -> Iterator[Claim]:
    """Yield the weights and scores of every table of scores as claims.

    order: the order of the first claim; statement: the number of the statement before. The heading (分值, 得分) stands in
    the first rows; one further down holds for the rows below it.
    """
    orders = count(order)
    for page in pages:
        for grid in page.grids:
            columns = _columns([c for c in grid.cells if c.row < _HEADING])
            for _, row in groupby(grid.cells, attrgetter("row")):
                statement += 1
                cells = sorted(row, key=attrgetter("column"))
                heading = _columns(cells)
                columns = heading if len(heading) == len(_ROLES) else columns
                if "score" in columns:
                    yield from _row(page.number, cells, columns, orders, statement)


def _columns(cells: Sequence[Cell]) -> dict[str, int]:
    """Return role → column of the heading cells 分值 and 得分."""
    found: dict[str, int] = {}
    for cell in cells:
        for role, pattern in _ROLES:
            if pattern.match(squeeze(cell.text)):
                found.setdefault(role, cell.column)
    return found


def _row(
    page: int, cells: Sequence[Cell], columns: dict[str, int], orders: Iterator[int], statement: int
) -> Iterator[Claim]:
    names = [t for c in cells if c.column < min(columns.values()) and (t := squeeze(c.text)) and not t.isdigit()]
    if not names:
        return
    total = next((t for t in names if _TOTAL.match(t)), None)
    subject, label = ("score", total) if total else ("score_part", names[-1])
    for role, column in columns.items():
        for cell in cells:
            printed = read_number(cell.text)
            if cell.column == column and printed.mark == "number":
                yield Claim(
                    order=next(orders), page=page, box=cell.box, span=None, statement=statement, section="performance",
                    subject=subject, label=label, code=None, role=role, direction="", base="", text=squeeze(cell.text),
                    number=printed.number, counted_in="",
                )  # fmt: skip
