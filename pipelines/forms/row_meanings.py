"""Row meanings: what each printed row of a form stands for, by the kind of rows the form has.

Belongs here: codes, lines, classes; holding rows that do not make sense.
Does not belong here: where a row's cells stand (rows), 三公 items (three_public), wordings (CSV).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipelines.forms.budget_rows import budget_code_rows, expenditure_row, listed_rows, unit_rows
from pipelines.forms.budget_three_public import three_public_rows
from pipelines.forms.headers import Headed
from pipelines.forms.heading_rows import covers
from pipelines.forms.outlines import amounts_of, with_parents, with_parents_to_total
from pipelines.forms.rows import (
    MoneyCell,
    PrintedRow,
    RowContext,
    in_doubt,
    is_filled,
    panel_name,
    panel_rows,
    strip_ordinal,
    total_line,
)
from pipelines.forms.three_public import counts_beside, phased_rows, without_counts
from pipelines.vocabulary import classification, form_wordings, read_number, squeeze

_CODES = re.compile(r"(?<!\d)\d{5}(\d{2})?(?!\d)")
_DECIMALS = re.compile(r"\d\.\d{2}")
_SWALLOWED = re.compile(r"\.\d{2}(?!\d)|\d,\d{3}")
_TOTALS = ("expenditure_total", "surplus_allocated", "closing", "expenditure_grand_total")
_BLANK = "within_blank"
"""Zeros of a row that a budget's template left without a name."""
_NUMBERS_ALONE = re.compile(r"^[\d,.\-()]+$")


def read_rows(context: RowContext, headed: Headed) -> Iterator[PrintedRow]:
    """Yield the rows of a form panel by panel."""
    panels = sorted({c.panel for c in headed.columns if c.kind == "amount"})
    of_budget = form_wordings.is_of_budget(context.form)
    for order, panel in enumerate(panels):
        name = panel_name(order, len(panels))
        columns = [c for c in headed.columns if c.panel == panel]
        rows = panel_rows(context, name, columns, headed.body)
        meant: Iterable[PrintedRow]
        if context.kind in ("functional", "economic"):
            if of_budget:
                meant = budget_code_rows(context, list(_by_code(context, rows)), columns)
            else:
                meant = _by_code(context, list(_named(context, rows)))
        elif context.kind == "lines":
            is_again = context.form in ("T1", "P1", "P4", "PG") and len(panels) >= 3 and order >= 2
            meant = _by_line(context, rows, is_again)
            if of_budget and is_again:
                meant = with_parents_to_total(list(meant))
        elif context.kind == "phases":
            meant = three_public_rows(rows, context) if of_budget else phased_rows(without_counts(rows, headed))
        elif context.kind == "units":
            meant = unit_rows(rows)
        elif of_budget:
            meant = listed_rows(rows)
        else:
            meant = (replace(row, line=total_line(row.label)) for row in rows if row.label and is_filled(row))
        yield from map(_hold_run_together, with_parents(list(meant)) if context.is_list else meant)
    if context.kind == "phases" and not of_budget:
        yield from counts_beside(headed)
    yield from _stray_numbers(headed)


def _named(context: RowContext, rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """Yield the rows of a panel that prints no codes with those of their names: each is a 类, or stands below or beside the row above it.

    No code is given twice: a 项 may go by the name of its 款 and not be known.
    """
    coded, above = any(row.code for row in rows), ""
    given: set[str] = set()
    for row in rows:
        code = None if coded else classification.code_by_name(context.kind, row.label, above, context.year)
        is_new = code is not None and code not in given
        above = code if code and is_new else above
        given.add(above)
        yield replace(row, code=code) if is_new else row


def _by_code(context: RowContext, rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """Yield rows with a classification code, else with a known line."""
    system = classification.functional() if context.kind == "functional" else classification.economic()
    for row in rows:
        if row.code:
            yield _check_name(row, row.code, context.year, system)
        elif line := form_wordings.line_key(context.form, "", None, row.label) or total_line(row.label):
            yield replace(row, line=line)
        elif is_filled(row):
            yield in_doubt(row, "row has amounts but neither code nor known name")


def _check_name(row: PrintedRow, code: str, year: int | None, system: classification.Codes) -> PrintedRow:
    if former := classification.of_another_year(code, row.label, year, system):
        years = f"{former.first_year or ''}–{former.last_year or ''}"
        reason = f"code {code} is printed under its name of {years}: {row.label}"
        return replace(row, doubt=reason, remedy="nothing was changed: the code tells what it is")
    other = classification.contradicts(code, row.label, year, system)
    if other is None:
        return row
    reason = f"code {code} is printed as {row.label}, the reference ({other.source}) names it {other.name}"
    return replace(row, doubt=reason, remedy="compare the page with 政府收支分类科目 of the year; amend sql/reference")


def _by_line(context: RowContext, rows: Sequence[PrintedRow], is_again: bool) -> Iterator[PrintedRow]:
    """Yield rows named by lines.

    is_again: the panel gives expenditure once more, by nature, and repeats its totals.
    """
    after = None
    of_budget = form_wordings.is_of_budget(context.form)
    seen: set[str] = set()
    for row in rows:
        if not row.label:
            if is_filled(row) and all(c.column not in (None, "amount") for c in row.cells):
                yield replace(row, line="total")
            elif of_budget and is_filled(row) and not any(amounts_of([row])[0]):
                yield replace(row, line=_BLANK, cells=_mark_within(row, _BLANK, is_repeated=False))
            elif is_filled(row):
                yield in_doubt(row, "row has amounts but no name")
            continue
        label = strip_ordinal(row.label)
        side = "left" if row.panel in ("left", "") else "right"
        line = form_wordings.line_key(context.form, side, after, label)
        if line in ("opening", "closing", "income_total", "surplus_allocated") or (
            of_budget and line in ("fiscal", "general_budget", "other_funds", "basic", "project")
        ):
            after = line
        if line is not None:
            yield replace(row, line=line, cells=_mark_within(row, line, is_again and (of_budget or line in _TOTALS)))
        elif of_budget and side == "right":
            yield expenditure_row(row, label, context.year, is_again, seen)
        elif side == "right" or context.form in ("T1", "T4", "P1", "P4"):
            yield _class_row(row, label, context.year)
        elif is_filled(row):
            yield in_doubt(row, f"row name not known: {row.label}")


def _mark_within(row: PrintedRow, line: str, is_repeated: bool) -> tuple[MoneyCell, ...]:
    is_within = is_repeated or line.startswith("within_")
    return tuple(replace(c, within=True) for c in row.cells) if is_within else row.cells


def _class_row(row: PrintedRow, label: str, year: int | None) -> PrintedRow:
    found = classification.class_by_name(label, year)
    if found is None:
        return in_doubt(row, f"row name not known: {row.label}", held=is_filled(row))
    code, exact = found
    if exact:
        return replace(row, code=code, line="class")
    return replace(
        row, code=code, line="class", doubt=f"class name {label} is not spelled as in the reference ({code})"
    )


def _stray_numbers(headed: Headed) -> Iterator[PrintedRow]:
    """Yield numbers of the body that stand in no single amount, code or numbering column: none may be lost."""
    kinds = {c.number: c.kind for c in headed.columns}
    for number, row in enumerate(headed.body):
        for cell in row.cells:
            over = {kinds[n] for n in kinds if covers(cell, n)}
            if _is_stray(cell.text) and over and (cell.column_span > 1 or over == {"name"}):
                money = MoneyCell(
                    number=cell.column, column=None, heading="", within=False, text=cell.text, box=cell.box
                )
                reason = f"a number stands across columns: {squeeze(cell.text)}"
                yield PrintedRow(
                    number=number,
                    page=row.page,
                    panel="",
                    label="",
                    code=None,
                    line=None,
                    cells=(money,),
                    doubt=reason,
                    remedy="look at the page",
                    held=True,
                )


def _is_stray(text: str) -> bool:
    """Whether a text is one number with decimals, or several amounts run together and nothing else."""
    bare, number = squeeze(text), read_number(text).number
    return (number is not None and number.decimals > 0) or (bool(_NUMBERS_ALONE.match(bare)) and holds_amount(bare))


def holds_amount(text: str) -> bool:
    """Whether a squeezed text holds what is written as an amount: two decimals or thousands commas."""
    return bool(_SWALLOWED.search(text))


def count_amounts(text: str) -> int:
    """Count the amounts with two decimals in a text, however they have run together."""
    return len(_DECIMALS.findall(squeeze(text)))


def _hold_run_together(row: PrintedRow) -> PrintedRow:
    """Hold a row whose name holds an amount or codes of others: its cells have slipped."""
    if not (holds_amount(row.label) or (row.code and _CODES.search(row.label))):
        return row
    held = "an amount" if holds_amount(row.label) else "codes of other rows"
    reason = f"the row's name holds {held}: {row.label}"
    return replace(row, doubt=reason, remedy="look at the page; the row's cells have run together", held=True)
