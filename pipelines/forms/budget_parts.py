"""Budget parts: columns of a budget's form that are parts of another column there, so that nothing is added twice.

Belongs here: which columns hold which, where both are printed. Does not belong here: 其中 in a heading (rows), rows that are parts
of a row (budget_rows), lines of a balance of which one holds others (sql/star).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.forms.forms import Amount

_HELD_BY = {
    "fiscal": {"general_budget", "government_fund", "state_capital"},
    "basic": {"basic_personnel", "basic_public"},
    "special_accounts": {"education_fees", "special_accounts_other"},
    "operating": {"education_fees"},
    "other_funds": {"operating", "business", "superior", "subordinate", "other"},
    "opening": {"opening_general_budget", "opening_government_fund", "opening_state_capital"},
}
"""A column and those that it holds where it is printed: 财政拨款/小计 beside its three funds."""
_PARTED_ACCOUNTS = {"education_fees", "special_accounts_other"}
"""What 财政专户 is printed as where it has no column of its own: its 教育收费 is no part of 事业收入."""
_ASIDE = {"business", "remitted", "subsidy"}
"""Natures of expenditure that some publishers print beside 基本支出 and 项目支出, and others as a part of them."""
_NATURES = {"basic", "project"}
"""Natures that split all of an expenditure: what of it is 财政拨款, or comes from the year before, is said again beside them."""
_LAST_DIGIT = Decimal("0.02")


def mark_parts(amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """Mark as parts (`within`) the amounts of columns that another column of the form holds."""
    columns = {a.column for a in amounts}
    parts = {"income"}.union(*(held for whole, held in _HELD_BY.items() if whole in columns))
    if columns >= _PARTED_ACCOUNTS and "special_accounts" not in columns:
        parts -= _PARTED_ACCOUNTS
    if _ASIDE & columns and _adds_up_without(amounts):
        parts |= _ASIDE
    if _NATURES & columns:
        parts |= {"fiscal"} if "current" in columns else {"fiscal", "opening"}
    amounts = _without_blank_totals(amounts)
    again = _said_again(amounts)
    return tuple(replace(a, within=True) if a.column in parts or n in again else a for n, a in enumerate(amounts))


def _without_blank_totals(amounts: Sequence[Amount]) -> list[Amount]:
    """Return the amounts without the meaning of a blank total where another row of it is filled: 一、部门预算 heads the rows there."""
    filled = {(a.panel, a.line, a.column) for a in amounts if a.number and (a.line or "").endswith("_total")}
    return [replace(a, line=None) if not a.number and (a.panel, a.line, a.column) in filled else a for a in amounts]


def _said_again(amounts: Sequence[Amount]) -> set[int]:
    """Return the places of totals that repeat the total to their left in each row: 总计 | 部门预算/合计."""
    totals = [(n, a) for n, a in enumerate(amounts) if a.column == "total" and a.number and not a.within]
    first: dict[tuple[str, int], Amount] = {}
    again: dict[int, set[bool]] = {}
    for _, a in totals:
        seen = first.setdefault((a.panel, a.row), a)
        if seen is not a and seen.number and a.number:
            again.setdefault(a.column_number, set()).add(seen.number.value == a.number.value)
    return {n for n, a in totals if again.get(a.column_number) == {True}}


def _adds_up_without(amounts: Iterable[Amount]) -> bool:
    """Whether 基本支出 and 项目支出 alone add up to 合计 in every row, although another nature has an amount there."""
    rows: dict[tuple[str, int], dict[str | None, Decimal]] = {}
    for a in amounts:
        if a.number and not a.held and (a.column in _ASIDE or a.column in ("total", "basic", "project")):
            rows.setdefault((a.panel, a.row), {})[a.column] = a.number.value
    beside = [row for row in rows.values() if any(row.get(column) for column in _ASIDE)]
    return bool(beside) and all(
        abs(row["total"] - row.get("basic", Decimal(0)) - row.get("project", Decimal(0))) <= _LAST_DIGIT
        for row in beside
        if "total" in row
    )
