"""Three public: the rows of the form of the 三公经费 (T7), where phase and item come from the column or the row.

Belongs here: phases (预算数, 决算数), items, the counts beside them. Does not belong here: other forms (row_meanings), wordings (CSV).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.forms.headers import Headed
from pipelines.forms.rows import MoneyCell, PrintedRow, in_doubt, is_filled, strip_ordinal
from pipelines.vocabulary import form_wordings, read_number, squeeze

_THREE_PUBLIC = re.compile(r"三公")
_MEETINGS = re.compile(r"会议|培训")
_PHASED = re.compile(r"(.*?)(?:支出)?(?:预算数?|决算数?)")


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
        whose = phase or (None if is_phased else "final")
        cells = (replace(c, column=c.column or whose) for c in row.cells)
        meant = _sums_told_apart(tuple(_phase_cell(c, item, with_total, is_sum_named) for c in cells))
        told = replace(row, cells=meant, line=_counted(row.label) if item == "count" else row.line)
        if (is_unsaid and not row.label) or (not is_phased and _claim_twice(told.cells)):
            yield in_doubt(told, "which amounts are the budget and which the final is not read")
        else:
            yield hold_unknown(told)


def hold_unknown(row: PrintedRow) -> PrintedRow:
    """Return a row, held where a number of it stands in a column, or a row, that is not known."""
    if any(c.column is None and read_number(c.text).mark in ("number", "doubtful") for c in row.cells):
        return in_doubt(row, "column or row of the 三公 table not known")
    return row


def _claim_twice(cells: Sequence[MoneyCell]) -> bool:
    """Whether two columns are of one item: the heading that tells the budget from the final was not read."""
    items = [c.column for c in cells if c.column and c.column != "count" and not c.within]
    return len(items) > len(set(items))


def _row_item(row: PrintedRow) -> str | None:
    return _item(strip_ordinal(row.label), "") if row.label else None


def _counted(label: str) -> str | None:
    """Return what a row of counts counts (vehicle_stock, reception_batches …), None where that is not known."""
    known = form_wordings.line_key("T7", "counted", None, strip_ordinal(label))
    return None if known == "count" else known


def _item(name: str, above: str) -> str | None:
    """Return the item of a name; a sum of 三公, 会议费 and 培训费, as its name or what stands above it says, is grand_total."""
    item = form_wordings.line_key("T7", "", None, name)
    return "grand_total" if item == "total" and _MEETINGS.search(name + above) else item


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


def _sums_told_apart(cells: tuple[MoneyCell, ...]) -> tuple[MoneyCell, ...]:
    """Give a 合计 that nothing names the item of what it adds up to: 三公 alone, or 会议费 and 培训费 with it."""
    numbers = ((c, read_number(c.text).number) for c in cells if not c.within)
    named = {c.column: number.value for c, number in numbers if c.column and number}
    wide = set()
    for column in named:
        phase, _, item = column.rpartition("_")
        if item != "total" or column.endswith("grand_total"):
            continue
        vehicles = ("vehicles",) if f"{phase}_vehicles" in named else ("purchase", "running")
        own = sum(named.get(f"{phase}_{part}", 0) for part in ("abroad", "reception", *vehicles))
        more = sum(named.get(f"{phase}_{part}", 0) for part in ("conference", "training"))
        if more and named[column] == own + more:
            wide.add(column)
    return tuple(
        replace(c, column=f"{c.column.removesuffix('total')}grand_total")
        if c.column in wide and not _THREE_PUBLIC.search(c.heading) else c
        for c in cells
    )  # fmt: skip


def _levels(heading: str) -> list[str]:
    """Return the levels of a heading path without those that name a phase and no item (会议费支出决算), the lowest first."""
    return [p for p in map(_unphased, reversed(heading.split("/"))) if p]


def _unphased(level: str) -> str:
    """Return a level of a heading without the phase at its end, empty where it then names no item."""
    if not (phased := _PHASED.fullmatch(level)):
        return level
    return phased[1] if _item(phased[1], "") else ""


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
        if part != "小计" and (key := _item(part, above)):
            return key
    return "vehicles" if "小计" in parts else None


def without_counts(rows: Sequence[PrintedRow], headed: Headed) -> list[PrintedRow]:
    """Return rows without the cells that `counts_beside` yields: a number is read once."""
    counted = {(row.number, c.number) for row in counts_beside(headed) for c in row.cells}
    return [replace(row, cells=tuple(c for c in row.cells if (row.number, c.number) not in counted)) for row in rows]


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
                    number=number, page=row.page, panel="", label=label, code=None, line=_counted(label), cells=(money,)
                )
