"""Three public: the rows of the form of the 三公经费 (T7), where phase and item come from the column or the row.

Belongs here: phases (预算数, 决算数), items, the counts beside them. Does not belong here: other forms (row_meanings), wordings (CSV).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.forms.headers import Headed
from pipelines.forms.rows import ADD_WORDING, MoneyCell, PrintedRow, is_filled, strip_ordinal
from pipelines.vocabulary import form_wordings, read_number, squeeze

_THREE_PUBLIC = re.compile(r"三公")


def phased_rows(rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """Yield the rows of T7; phase (预算数, 决算数) and item each come from the column or from the row's name.

    No phase named: amounts are final. Items as columns: rows other than 合计 are breakdowns, marked `within`.
    """
    kept = [row for row in rows if is_filled(row)] or list(rows[:1])
    by_row = [_row_item(row) for row in kept]
    phases = [
        None if item else form_wordings.column_key("T7", row.label) for row, item in zip(kept, by_row, strict=True)
    ]
    is_phased = any(phases) or any(c.column for row in kept for c in row.cells)
    with_total = "total" in by_row
    is_sum_named = any(_names_sum_of_vehicles(c.heading) for row in kept for c in row.cells)
    is_unsaid = not is_phased and sum(not row.label for row in kept) > 1
    for row, item, phase in zip(kept, by_row, phases, strict=True):
        cells = tuple(
            _phase_cell(
                replace(c, column=c.column or phase or (None if is_phased else "final")), item, with_total, is_sum_named
            )
            for c in row.cells
        )
        if (is_unsaid and not row.label) or (not is_phased and _claim_twice(cells)):
            yield replace(
                row, cells=cells, held=True, remedy=ADD_WORDING,
                doubt="which amounts are the budget and which the final is not read",
            )  # fmt: skip
        elif any(c.column is None and read_number(c.text).mark in ("number", "doubtful") for c in cells):
            yield replace(
                row, cells=cells, doubt="column or row of the 三公 table not known", remedy=ADD_WORDING, held=True
            )
        else:
            yield replace(row, cells=cells)


def _claim_twice(cells: Sequence[MoneyCell]) -> bool:
    """Whether two columns are of one item: the heading that tells the budget from the final was not read."""
    items = [c.column for c in cells if c.column and c.column != "count" and not c.within]
    return len(items) > len(set(items))


def _row_item(row: PrintedRow) -> str | None:
    return form_wordings.line_key("T7", "", None, strip_ordinal(row.label)) if row.label else None


def _phase_cell(cell: MoneyCell, by_row: str | None, with_total: bool, is_sum_named: bool) -> MoneyCell:
    """Give a money cell its phase and item as its column: final_reception, or count for what is no money.

    is_sum_named: the 小计 of the vehicles stands below their name, so that a 小计 below nothing is the total.
    """
    by_column = _heading_item(cell.heading)
    if is_sum_named and _levels(cell.heading) == ["小计"]:
        by_column = "total"
    if "count" in (by_row, by_column) or form_wordings.is_side_column(cell.column):
        return replace(cell, column="count" if "count" in (by_row, by_column) else cell.column)
    item = by_column if by_column and by_row in (None, "total") else by_row
    is_part = bool(by_column) and by_row is None and with_total
    return replace(
        cell, column=f"{cell.column}_{item}" if cell.column and item else None, within=cell.within or is_part
    )


def _levels(heading: str) -> list[str]:
    """Return the levels of a heading path without those that name a phase, the lowest first."""
    return [p for p in reversed(heading.split("/")) if not re.fullmatch(r".*(预算数?|决算数?)", p)]


def _names_sum_of_vehicles(heading: str) -> bool:
    """Whether a heading path is 公务用车购置及运行维护费 / 小计."""
    levels = _levels(heading)
    return levels[:1] == ["小计"] and any(form_wordings.line_key("T7", "", None, part) == "vehicles" for part in levels)


def _heading_item(heading: str) -> str | None:
    """Return the item a heading path names, the lowest level first; 小计 stands for what is above it."""
    parts = _levels(heading)
    for part, above in zip(parts, [*parts, ""][1:], strict=True):
        if part == "小计" and _THREE_PUBLIC.search(above):
            return "total"
        if part != "小计" and (key := form_wordings.line_key("T7", "", None, part)):
            return key
    return "vehicles" if "小计" in parts else None


def counts_beside(headed: Headed) -> Iterator[PrintedRow]:
    """Yield counts that stand beside their names below the money columns (相关统计数): 团组数（个） | 2."""
    kinds = {c.number: c.kind for c in headed.columns}
    for number, row in enumerate(headed.body):
        for name, cell in pairwise(sorted(row.cells, key=lambda c: c.column)):
            label = strip_ordinal(squeeze(name.text))
            is_pair = kinds.get(name.column) == "amount" and read_number(cell.text).mark == "number"
            if is_pair and form_wordings.line_key("T7", "", None, label) == "count":
                money = MoneyCell(
                    number=cell.column, column="count", heading="", within=False, text=cell.text, box=cell.box
                )
                yield PrintedRow(
                    number=number, page=row.page, panel="", label=label, code=None, line=None, cells=(money,)
                )
