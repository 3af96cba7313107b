"""Budget rows: rows that only budgets print: units in place of codes, functions below the classes of a balance.

Belongs here: what such a row means. Does not belong here: rows that final accounts print too (row_meanings, three_public),
where a row's cells stand (rows).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from pipelines.forms.headers import Column
from pipelines.forms.nested_sums import is_sum
from pipelines.forms.outlines import amounts_of
from pipelines.forms.rows import MoneyCell, PrintedRow, RowContext, in_doubt, is_filled, total_line
from pipelines.vocabulary import classification, form_wordings, squeeze


def unit_rows(rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """Yield rows that go by units: 合计, or where none is printed the first unit that the others add up to, is the total."""
    filled = [row for row in rows if is_filled(row)]
    total = next((row for row in filled if total_line(row.label) or _is_nameless(row)), None) or _whole(filled)
    for row in rows:
        if row is total or total_line(row.label):
            yield replace(row, line="total")
        elif is_filled(row) and total is None:
            yield in_doubt(row, "no total is printed above the rows of units")
        elif row.label or row.code:
            yield replace(row, code=None, line="unit", cells=_within(row))


def listed_rows(rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """Yield rows that go by no classification: projects, purchased services, classes below each unit.

    合计 is the total, or where none is printed the first row, if it is a unit's own.
    """
    filled = [row for row in rows if is_filled(row)]
    has_total = any(total_line(row.label) for row in filled)
    for row in filled:
        if total_line(row.label) or (row is filled[0] and not has_total and (not row.label or is_unit(row.label))):
            yield replace(row, line="total")
        elif row.label:
            yield row
        else:
            yield in_doubt(row, "row has amounts but no name")


def _whole(rows: Sequence[PrintedRow]) -> PrintedRow | None:
    """Return the first row if it is the only one, or the sum of the others: a department above its units."""
    if len(rows) <= 1:
        return rows[0] if rows else None
    first, *others = _first_amounts(rows)
    return rows[0] if first and is_sum(first, others) else None


def _first_amounts(rows: Sequence[PrintedRow]) -> list[Decimal]:
    """Return the amount of each row in the first column of money; 0 where none is printed."""
    return [next(iter(amounts), Decimal(0)) for amounts in amounts_of(rows)]


def _within(row: PrintedRow) -> tuple[MoneyCell, ...]:
    return tuple(replace(cell, within=True) for cell in row.cells)


def budget_code_rows(
    context: RowContext, rows: Sequence[PrintedRow], columns: Sequence[Column]
) -> Iterator[PrintedRow]:
    """Yield rows of a classification in which units stand too, or names without codes.

    The rows of each unit (预算单位) stand below its own; where no 合计 is printed, the first is the total.
    """
    coded = any(row.code for row in rows)
    with_units = any(column.kind == "unit" for column in columns)
    has_total = any(row.line == "total" or _is_nameless(row) for row in rows)
    is_headed = coded or not _lists_units(context, rows, with_units)
    above = ""
    for row in rows:
        if row.code or row.line or not (row.label or _is_nameless(row)):
            yield row
        elif not coded and (code := classification.code_by_name(context.kind, row.label, above, context.year)):
            above = code
            yield replace(row, code=code, doubt=None, held=False)
        elif _is_nameless(row) and row is rows[0] and _whole([row, *(r for r in rows if _names_unit(r, with_units))]):
            yield replace(row, line="total", doubt=None, held=False)
        elif _names_unit(row, with_units):
            line = "total" if is_headed and not has_total else "unit"
            has_total = True
            yield replace(row, line=line, doubt=None, held=False, cells=_within(row) if line == "unit" else row.cells)
        else:
            yield row


def _lists_units(context: RowContext, rows: Sequence[PrintedRow], with_units: bool) -> bool:
    """Whether all rows are named by units, one project of one below the other (云南), and the first is not the sum of the others."""
    filled = [row for row in rows if is_filled(row)]
    own = (r for r in filled if _names_unit(r, with_units))
    named = [r for r in own if not classification.code_by_name(context.kind, r.label, "", context.year)]
    return len(named) == len(filled) and any(_first_amounts(filled)) and _whole(filled) is None


def _is_nameless(row: PrintedRow) -> bool:
    return not row.label and not row.code and is_filled(row)


def _names_unit(row: PrintedRow, with_units: bool) -> bool:
    return bool(row.label) and not row.code and row.line is None and (with_units or is_unit(row.label))


def is_unit(label: str) -> bool:
    """Whether a row is named by a unit (单位) of the department, not by an item of a classification (行政运行)."""
    return squeeze(label) not in _names_below_classes() and bool(
        form_wordings.says("organisation", label.replace("(", "（").replace(")", "）"))
    )


def expenditure_row(row: PrintedRow, label: str, year: int | None, is_again: bool, seen: set[str]) -> PrintedRow:
    """Return a row of the expenditure side: a class once, what is part of one (款, 项) or said again only within.

    seen: codes of the classes above it, to which it adds.
    """
    within = _within(row)
    if is_again:
        return replace(row, line="within_economic", cells=within)
    found = classification.class_by_name(label, year)
    if found and found[1] and found[0] not in seen:
        seen.add(found[0])
        return replace(row, code=found[0], line="class")
    if squeeze(label) in _names_below_classes():
        return replace(row, line="within_class", cells=within)
    if found and found[0] not in seen:
        seen.add(found[0])
        doubt = f"class name {label} is not spelled as in the reference ({found[0]})"
        return replace(row, code=found[0], line="class", doubt=doubt)
    return in_doubt(row, f"row name not known: {row.label}", held=is_filled(row))


@cache
def _names_below_classes() -> frozenset[str]:
    """All names of 款 and 项, without white space."""
    return frozenset(
        squeeze(r.name) for code, rows in classification.functional().items() if len(code) > 3 for r in rows
    )
