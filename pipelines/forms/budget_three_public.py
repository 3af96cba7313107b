"""Budget three public: the rows of the form of the 三公经费 in budgets (P7), where item, year and fund come from column or row.

Belongs here: items (出国, 接待, 车 …), 合计 that hold 会议费 and 培训费 too, last year's figures beside. Does not belong here: the form in
final accounts (three_public), wordings (CSV).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.forms.rows import MoneyCell, PrintedRow, RowContext, in_doubt, is_filled, strip_ordinal, total_line
from pipelines.forms.three_public import hold_unknown
from pipelines.vocabulary import form_wordings

_SUMS = re.compile(r"^(支出)?(合计|总计|小计|总额)$")
_FUND = re.compile(r"(^|/)(一般公共预算|政府性基金|国有资本)[^/三]*$")
_FUNDS = {"一般公共预算": "", "政府性基金": "@government_fund", "国有资本": "@state_capital"}
_YEAR = re.compile(r"(20[0-4]\d)年")


def three_public_rows(rows: Sequence[PrintedRow], context: RowContext) -> Iterator[PrintedRow]:
    """Yield the rows of P7 with the item of each cell as its column: budget_reception, prior_abroad (last year) …

    Rows of units below a 合计 are parts of it. A sum over 三公, 会议费 and 培训费 is grand_total; total is 三公 alone.
    """
    paths = [cell.heading for row in rows for cell in row.cells]
    is_wide = any(_holds_three_public_sum(path) for path in paths)
    filled = [row for row in rows if is_filled(row)]
    with_total = any(total_line(row.label) for row in filled)
    dated = any(_phase_of(row.label, context.year)[0] != "budget" for row in filled)
    is_stacked = _sums_three_public(rows)
    blocks, seen = 0, set[str]()
    for row in filled or list(rows[:1]):
        item = _item_of(strip_ordinal(row.label).removeprefix("其中:"), False) if row.label else None
        by_name = item if not (row.label and total_line(row.label) and _names_items(paths)) else None
        by_name = "grand_total" if is_stacked and by_name == "total" and _SUMS.match(row.label) else by_name
        phase, unit = _phase_of(row.label, context.year)
        blocks += bool(unit) or not row.label
        is_part = by_name is None and ((with_total and not total_line(row.label)) or (dated and blocks > 1))
        cells = _without_parts(tuple(_cell(cell, by_name, phase, is_part, is_wide) for cell in row.cells))
        if f"{phase}_{by_name}" in seen:  # 其中：因公出国 and 科研 below the sum of both
            cells = tuple(replace(c, column="within_item", within=True) if c.column else c for c in cells)
        seen |= {f"{phase}_{by_name}"} if by_name else set()
        if not (with_total or dated) and by_name is None and blocks > 1:
            yield in_doubt(replace(row, cells=cells), "several units and no 合计 in the 三公 table")
        else:
            yield hold_unknown(replace(row, cells=cells))


def _sums_three_public(rows: Sequence[PrintedRow]) -> bool:
    """Whether a row sums up 三公 alone among rows of 会议费 and 培训费: the 合计 above it is of all of them."""
    names = [strip_ordinal(row.label) for row in rows]
    return any("三公" in name and "会议" not in name and _item_of(name, False) == "total" for name in names) and any(
        _item_of(name, False) in ("conference", "training") for name in names
    )


def _phase_of(label: str, year: int | None) -> tuple[str, str]:
    """Return the year a row is of (budget, prior, change) and the unit it names."""
    if "增减" in label:
        return "change", label.partition("增减")[0]
    found = _YEAR.search(label)
    if not found:
        return "budget", label
    return "prior" if year and int(found[1]) == year - 1 else "budget", label.replace(found[0], "")


def _cell(cell: MoneyCell, by_row: str | None, phase: str, is_part: bool, is_wide: bool) -> MoneyCell:
    path, fund = _without_fund(cell.heading)
    if cell.column in ("other_year", "last_year"):
        phase = "prior"
    elif form_wordings.is_side_column(cell.column):
        return cell
    if phase == "change":
        return replace(cell, column="change")
    item = _column_item(path, is_wide) if by_row is None else by_row
    is_sum_of_funds = by_row is not None and fund is not None
    if (
        by_row is not None
        and fund is None
        and not _SUMS.match(path.split("/")[-1])
        and _column_item(path, is_wide) not in (None, "total")
    ):
        item = None
    return replace(
        cell, column=f"{phase}_{item}{fund or ''}" if item else None,
        within=cell.within or is_part or is_sum_of_funds,
    )  # fmt: skip


def _without_parts(cells: tuple[MoneyCell, ...]) -> tuple[MoneyCell, ...]:
    """Return the cells of a row with those that are parts of an item marked: 因公 and 科研 beside the 小计 of 出国."""
    sums = {c.column for c in cells if _SUMS.match(c.heading.split("/")[-1])}
    shared = {c.column for c in cells if c.column in sums and sum(o.column == c.column for o in cells) > 1}
    return tuple(
        replace(c, column="within_item", within=True)
        if c.column in shared and not _SUMS.match(c.heading.split("/")[-1])
        else c
        for c in cells
    )


def _without_fund(heading: str) -> tuple[str, str | None]:
    """Split a heading path into the item's path and the fund below it: "" for the general budget, None for no fund."""
    found = _FUND.search(heading)
    if not found:
        return heading, None
    return heading[: found.start()], _FUNDS[found[2]]


def _holds_three_public_sum(path: str) -> bool:
    """Whether a column is the sum of 三公 alone beside which another sum stands: “三公”经费/小计."""
    parts = path.split("/")
    return (
        len(parts) > 1
        and parts[-1] in ("小计", "合计")
        and "三公" in parts[-2]
        and "会议" not in parts[-2]
        and parts[-1] == "小计"
    )


def _column_item(path: str, is_wide: bool) -> str | None:
    parts = [part for part in path.split("/") if part]
    for place in range(len(parts) - 1, -1, -1):
        part, above = parts[place], parts[place - 1] if place else ""
        if _SUMS.match(part):
            if "车" in above:
                return "vehicles"
            if "出国" in above:
                return "abroad"
            if "三公" in above and "会议" not in above:
                return "total"
            return "grand_total" if is_wide else "total"
        if item := _item_of(part, True):
            return item
    return None


def _item_of(text: str, is_column: bool) -> str | None:
    if is_column and re.fullmatch(r".*三公.*(预算数?|决算\)数.*|支出)", text):
        return None
    return form_wordings.line_key("P7", "", None, text)


def _names_items(paths: Sequence[str]) -> bool:
    return any(_column_item(_without_fund(path)[0], False) not in (None, "total") for path in paths)
