"""Row meanings: what each printed row of a form stands for, by the kind of rows the form has.

Belongs here: codes, lines, classes, 三公 items; holding rows that do not make sense.
Does not belong here: where a row's cells stand (rows), wordings (CSV).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipelines.forms.headers import Headed, covers
from pipelines.forms.rows import MoneyCell, PrintedRow, is_filled, panel_name, panel_rows, strip_ordinal, total_line
from pipelines.vocabulary import classification, form_wordings
from pipelines.vocabulary.numbers import read_number
from pipelines.vocabulary.text import squeeze

_CODES = re.compile(r"(?<!\d)\d{5}(\d{2})?(?!\d)")
_DECIMALS = re.compile(r"\d\.\d{2}")
_SWALLOWED = re.compile(r"\.\d{2}(?!\d)|\d,\d{3}")
_TOTALS = ("expenditure_total", "surplus_allocated", "closing", "expenditure_grand_total")
_NUMBERS_ALONE = re.compile(r"^[\d,.\-()]+$")
_ADD_WORDING = "look at the page; add the wording to pipelines/vocabulary/wordings/lines.csv"


def read_rows(form: str, kind: str, headed: Headed, year: int | None) -> Iterator[PrintedRow]:
    """Yield the rows of a form panel by panel; `kind` is the form's `rows` in wordings/forms.csv."""
    panels = sorted({c.panel for c in headed.columns if c.kind == "amount"})
    for order, panel in enumerate(panels):
        name = panel_name(order, len(panels))
        columns = [c for c in headed.columns if c.panel == panel]
        rows = panel_rows(form, kind, name, columns, headed.body, year)
        if kind in ("functional", "economic"):
            meant = _coded(form, kind, rows, year)
        elif kind == "lines":
            meant = _lined(form, rows, year, is_again=form == "T1" and len(panels) == 3 and order == 2)
        elif kind == "phases":
            meant = _phased(rows)
        else:
            meant = (replace(row, line=total_line(row.label)) for row in rows if row.label and is_filled(row))
        yield from map(_held_if_run_together, meant)
    if kind == "phases":
        yield from _counted(headed)
    yield from _unplaced(headed)


def _coded(form: str, kind: str, rows: Sequence[PrintedRow], year: int | None) -> Iterator[PrintedRow]:
    system = classification.functional() if kind == "functional" else classification.economic()
    for row in rows:
        if row.code:
            yield _named(row, row.code, year, system)
        elif line := form_wordings.line_key(form, "", None, row.label) or total_line(row.label):
            yield replace(row, line=line)
        elif is_filled(row):
            yield replace(row, doubt="row has amounts but neither code nor known name", remedy=_ADD_WORDING, held=True)


def _named(row: PrintedRow, code: str, year: int | None, system: classification.Codes) -> PrintedRow:
    other = classification.contradicts(code, row.label, year, system)
    if other is None:
        return row
    reason = f"code {code} is printed as {row.label}, the reference ({other.source}) names it {other.name}"
    return replace(row, doubt=reason, remedy="compare the page with 政府收支分类科目 of the year; amend sql/reference")


def _lined(form: str, rows: Sequence[PrintedRow], year: int | None, is_again: bool) -> Iterator[PrintedRow]:
    """Rows named by lines; is_again: the panel gives expenditure once more, by nature, and repeats its totals."""
    after = None
    for row in rows:
        if not row.label:
            if is_filled(row) and all(c.column not in (None, "amount") for c in row.cells):
                yield replace(row, line="total")
            elif is_filled(row):
                yield replace(row, doubt="row has amounts but no name", remedy=_ADD_WORDING, held=True)
            continue
        label = strip_ordinal(row.label)
        side = "left" if row.panel in ("left", "") else "right"
        line = form_wordings.line_key(form, side, after, label)
        if line in ("opening", "closing", "income_total", "surplus_allocated"):
            after = line
        if line is not None:
            yield replace(row, line=line, cells=_mark_within(row, line, is_again and line in _TOTALS))
        elif side == "right" or form in ("T1", "T4"):
            yield _class_row(row, label, year)
        elif is_filled(row):
            yield replace(row, doubt=f"row name not known: {row.label}", remedy=_ADD_WORDING, held=True)


def _mark_within(row: PrintedRow, line: str, is_repeated: bool) -> tuple[MoneyCell, ...]:
    is_within = is_repeated or line.startswith("within_")
    return tuple(replace(c, within=True) for c in row.cells) if is_within else row.cells


def _class_row(row: PrintedRow, label: str, year: int | None) -> PrintedRow:
    found = classification.class_by_name(label, year)
    if found is None:
        return replace(row, doubt=f"row name not known: {row.label}", remedy=_ADD_WORDING, held=is_filled(row))
    code, exact = found
    if exact:
        return replace(row, code=code, line="class")
    return replace(
        row, code=code, line="class", doubt=f"class name {label} is not spelled as in the reference ({code})"
    )


def _phased(rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """T7: the phase (预算数, 决算数) comes from the column or the row's name, and so does the item.

    A table that names no phase is of final amounts. Where the columns name the items, a row beside the 合计 row is of a
    unit or a functional item and within it.
    """
    kept = [row for row in rows if is_filled(row)] or list(rows[:1])
    by_row = [_row_item(row) for row in kept]
    phases = [
        None if item else form_wordings.column_key("T7", row.label) for row, item in zip(kept, by_row, strict=True)
    ]
    is_phased = any(phases) or any(c.column for row in kept for c in row.cells)
    with_total = "total" in by_row
    for row, item, phase in zip(kept, by_row, phases, strict=True):
        cells = tuple(
            _phase_cell(replace(c, column=c.column or phase or (None if is_phased else "final")), item, with_total)
            for c in row.cells
        )
        if any(c.column is None and read_number(c.text).mark in ("number", "doubtful") for c in cells):
            yield replace(
                row, cells=cells, doubt="column or row of the 三公 table not known", remedy=_ADD_WORDING, held=True
            )
        else:
            yield replace(row, cells=cells)


def _row_item(row: PrintedRow) -> str | None:
    return form_wordings.line_key("T7", "", None, strip_ordinal(row.label)) if row.label else None


def _phase_cell(cell: MoneyCell, by_row: str | None, with_total: bool) -> MoneyCell:
    """A money cell with phase and item as its column: final_reception, or count for what is no money."""
    by_column = _heading_item(cell.heading)
    if "count" in (by_row, by_column) or form_wordings.is_side_column(cell.column):
        return replace(cell, column="count" if "count" in (by_row, by_column) else cell.column)
    item = by_column if by_column and by_row in (None, "total") else by_row
    is_part = bool(by_column) and by_row is None and with_total
    return replace(
        cell, column=f"{cell.column}_{item}" if cell.column and item else None, within=cell.within or is_part
    )


def _heading_item(heading: str) -> str | None:
    """The item a heading path names, the lowest level first; 小计 stands for what is above it."""
    parts = [p for p in reversed(heading.split("/")) if not re.fullmatch(r".*(预算数?|决算数?)", p)]
    named = [key for part in parts if part != "小计" and (key := form_wordings.line_key("T7", "", None, part))]
    return named[0] if named else "vehicles" if "小计" in parts else None


def _counted(headed: Headed) -> Iterator[PrintedRow]:
    """Counts that stand beside their names below the money columns (相关统计数): 团组数（个） | 2."""
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


def _unplaced(headed: Headed) -> Iterator[PrintedRow]:
    """Numbers of the body that stand in no single amount, code or numbering column: none may fall on the floor."""
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
    """How many amounts with two decimals a text holds, however they have run together."""
    return len(_DECIMALS.findall(squeeze(text)))


def _held_if_run_together(row: PrintedRow) -> PrintedRow:
    """A row whose name holds an amount or the codes of others has slipped: its cells are not where we think they are."""
    if not (holds_amount(row.label) or (row.code and _CODES.search(row.label))):
        return row
    held = "an amount" if holds_amount(row.label) else "codes of other rows"
    reason = f"the row's name holds {held}: {row.label}"
    return replace(row, doubt=reason, remedy="look at the page; the row's cells have run together", held=True)
