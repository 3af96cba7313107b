"""Form reader: one printed table read as a statutory form, each money cell with its meaning.

Belongs here: putting recognition, heading, rows, amounts and doubts of one table together.
Does not belong here: geometry (tables, headers), wordings (CSV), the forms of a report together (form_set).
Source of the forms: 财政部部门决算公开 forms 公开01表–09表, the ministry-university set and Beijing's additions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pipelines.doubts import Doubt
from pipelines.forms.budget_parts import mark_parts
from pipelines.forms.form_doubts import (
    cell_doubts,
    hold_clashes,
    is_one_number,
    no_unit,
    row_doubt,
    under_unknown_title,
    unreadable,
)
from pipelines.forms.forms import Amount, Form, Unloaded
from pipelines.forms.headers import Headed, read_header
from pipelines.forms.recognition import printed_money_unit, recognize, recognize_budget
from pipelines.forms.row_meanings import read_rows
from pipelines.forms.rows import MoneyCell, PrintedRow, RowContext
from pipelines.forms.stacked_phases import side_by_side
from pipelines.forms.tables import Table
from pipelines.pdf import Box
from pipelines.vocabulary import form_wordings, is_unreadable, printed_text, read_money_cell, squeeze

_CODES = re.compile(r"编码|代码")
"""What the heading of a column of codes says."""
_NUMBERING = ("序号", "行次")
_MEASURED = re.compile(r"\(([^()\d]{1,3})\)$")
"""What the name of a row of counts says that it counts: 公务用车保有量（辆）."""


def read_form(
    table: Table, year: int | None, kind: str | None = None, lent: Mapping[str, str] = MappingProxyType({})
) -> Form | Unloaded | Doubt | None:
    """Read a table as a form; a Doubt where it claims to be one and cannot be read; None for a table nobody knows.

    lent: form → the money unit it counts in where it prints none (lent_units).
    """
    if table.is_unsure:
        return None
    table = side_by_side(table)
    headed = read_header(table, kind)
    title, wording = recognize_budget(table, headed) if kind == form_wordings.BUDGET else _recognize(table, headed)
    if wording is None:
        return unreadable(table, title) if title else under_unknown_title(table, headed, year)
    if wording.rows == "none":
        return Unloaded(title, places_of(table))
    printed_unit = printed_money_unit(table, headed)
    counted_in = printed_unit or lent.get(wording.form)
    context = RowContext(wording.form, wording.rows, year)
    rows = list(read_rows(context, headed))
    amounts, clashes = hold_clashes(_marked_amounts(context, counted_in, rows))
    doubts = [*clashes, *(d for d in (row_doubt(row) for row in rows) if d), *cell_doubts(amounts, rows)]
    if printed_unit is None:
        doubts.append(no_unit(table, title, counted_in))
    return Form(
        key=context.form,
        title=title,
        counted_in=counted_in or "",
        pages=_pages(table),
        status=_status(table, headed, amounts),
        amounts=amounts,
        doubts=tuple(doubts),
        repeats=tuple((cell.page or row.page, cell.box) for row in headed.repeats for cell in row.cells),
        texts=tuple(_texts(headed, of_codes=False)) if context.is_list else (),
        codes=tuple(_texts(headed, of_codes=True)) if context.is_list else (),
    )


def _texts(headed: Headed, *, of_codes: bool) -> Iterator[tuple[int, Box]]:
    """Yield page and box of the cells of a list that hold words: names, what a project is for; of_codes: of those that hold codes."""
    beside = (c for c in headed.columns if c.kind != "amount" and c.heading not in _NUMBERING)
    of_words = {c.number for c in beside if of_codes == bool(_CODES.search(c.heading))}
    for row in headed.body:
        yield from ((cell.page or row.page, cell.box) for cell in row.cells if cell.column in of_words and cell.text)


def places_of(table: Table) -> tuple[tuple[int, Box], ...]:
    """Return page and box of every cell of a table."""
    return tuple((cell.page or row.page, cell.box) for row in table.rows for cell in row.cells)


def _recognize(table: Table, headed: Headed) -> tuple[str, form_wordings.FormWording | None]:
    title, key = recognize(table, headed)
    return title, next((w for w in form_wordings.forms() if w.form == key), None)


def _status(table: Table, headed: Headed, amounts: Sequence[Amount]) -> str:
    if any(a.number and a.number.value for a in amounts):
        return "filled"
    notes = squeeze("".join([*headed.notes, *(line.text for line in (*table.below, *table.above))]))
    if form_wordings.says("empty_form", notes):
        return "declared_empty"
    is_filled = any(a.mark in ("number", "doubtful") for a in amounts)
    if is_filled or any(is_unreadable(c.text) for row in table.rows for c in row.cells):
        return "filled"
    return "left_blank" if form_wordings.says("left_blank", notes) else "empty"


def _marked_amounts(context: RowContext, counted_in: str | None, rows: Sequence[PrintedRow]) -> tuple[Amount, ...]:
    """Return the amounts of a form, in a budget with those marked that are parts of others."""
    amounts = tuple(_amounts(context, counted_in, rows))
    return mark_parts(amounts) if form_wordings.is_of_budget(context.form) else amounts


def _amounts(context: RowContext, counted_in: str | None, rows: Sequence[PrintedRow]) -> Iterator[Amount]:
    key, free = context.form, context.kind in ("free", "phases")
    for row in rows:
        known = free or row.code or row.line
        for cell in row.cells:
            is_percent = _is_percent(key, cell)
            read = read_money_cell(squeeze(cell.text).removesuffix("%") if is_percent else cell.text)
            printed, own_counted_in = read.printed, "%" if is_percent else read.counted_in or counted_in
            if cell.column == "count":
                own_counted_in = _counted(row.label)
            elsewhere = row.held or own_counted_in is None or not known or cell.column is None
            is_unclean = printed.mark == "doubtful"
            yield Amount(
                form=key, page=cell.page or row.page, box=cell.box, panel=row.panel, row=row.number, column_number=cell.number,
                label=row.label, code=row.code, line=row.line, column=cell.column, heading=cell.heading, within=cell.within,
                text=printed_text(cell.text), mark=printed.mark, number=printed.number, counted_in=own_counted_in or "",
                held=elsewhere or is_unclean, elsewhere=elsewhere or (is_unclean and not is_one_number(cell.text)), part_of=row.part_of,
            )  # fmt: skip


def _counted(label: str) -> str:
    """Return what a row of counts says that it counts, which is no money; empty where it does not say."""
    measured = _MEASURED.search(squeeze(label))
    return measured[1] if measured else ""


def _is_percent(key: str, cell: MoneyCell) -> bool:
    """Whether a cell is a percentage in a column of changes or shares of a budget: in %, or headed so, no money."""
    in_percent = form_wordings.is_of_budget(key) and form_wordings.is_side_column(cell.column)
    return in_percent and (squeeze(cell.text).endswith("%") or cell.heading.rstrip(")").endswith("%"))


def _pages(table: Table) -> tuple[int, ...]:
    return tuple(sorted({cell.page or row.page for row in table.rows for cell in row.cells}))
