"""Rows of a form: code, name, line meaning and money cells of every printed row in every panel.

Belongs here: turning body rows into PrintedRow by the kind of rows a form has.
Does not belong here: finding the form or its heading (forms, headers).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines import classification, wordings
from pipelines.amounts import read_number, squeeze
from pipelines.headers import TOTAL_WORDS, Column, Headed, covers, split_glued
from pipelines.pages import Box, Cell
from pipelines.tables import Row

_ORDINAL = re.compile(
    r"^(其中[:：])?([一二三四五六七八九十]+[、.．]|\d{1,2}[、.．](?!\d)|[(（][一二三四五六七八九十\d]+[)）])"
)
_SWALLOWED = re.compile(r"\.\d{2}(?!\d)|\d,\d{3}")
_WITHIN = re.compile(r"^其中")
_ADD_WORDING = "look at the page; add the wording to pipelines/wordings/lines.csv"


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """One money cell of a row: column number, meaning, heading path, whether it is a 其中 part, text and box."""

    number: int
    column: str | None
    heading: str
    within: bool
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row of one panel. held: its meaning is in doubt, so its amounts stay outside the star."""

    number: int
    page: int
    panel: str
    label: str
    code: str | None
    line: str | None
    cells: tuple[MoneyCell, ...]
    doubt: str | None = None
    remedy: str = ""
    held: bool = False


def read_rows(form: str, kind: str, headed: Headed, year: int | None) -> Iterator[PrintedRow]:
    """Yield the rows of a form panel by panel; `kind` is the form's `rows` in wordings/forms.csv."""
    panels = sorted({c.panel for c in headed.columns if c.kind == "amount"})
    for order, panel in enumerate(panels):
        name = _panel_name(order, len(panels))
        columns = [c for c in headed.columns if c.panel == panel]
        rows = _drafts(form, kind, name, columns, headed.body, year)
        if kind in ("functional", "economic"):
            meant = _coded(form, kind, rows, year)
        elif kind == "lines":
            meant = _lined(form, rows, year)
        elif kind == "phases":
            meant = _phased(rows)
        else:
            meant = (replace(row, line=_total(row.label)) for row in rows if row.label and _filled(row))
        yield from map(_without_swallowed_amount, meant)
    yield from _unplaced(headed)


def _unplaced(headed: Headed) -> Iterator[PrintedRow]:
    """Numbers of the body that stand in no single amount, code or numbering column: none may fall on the floor."""
    kinds = {c.number: c.kind for c in headed.columns}
    for number, row in enumerate(headed.body):
        for cell in row.cells:
            over = {kinds[n] for n in kinds if covers(cell, n)}
            printed = read_number(cell.text)
            if printed.mark == "number" and printed.decimals and over and (cell.column_span > 1 or over == {"name"}):
                money = MoneyCell(cell.column, None, "", False, cell.text, cell.box)
                reason = f"a number stands across columns: {squeeze(cell.text)}"
                yield PrintedRow(number, row.page, "", "", None, None, (money,), reason, "look at the page", True)


def _without_swallowed_amount(row: PrintedRow) -> PrintedRow:
    """A row whose name holds an amount has slipped: its cells are not where we think they are."""
    if not _SWALLOWED.search(row.label):
        return row
    reason = f"the row's name holds an amount: {row.label}"
    return replace(row, doubt=reason, remedy="look at the page; the row's cells have run together", held=True)


def strip_ordinal(label: str) -> str:
    """'一、一般公共服务支出' → '一般公共服务支出'; 其中： is kept."""
    match = _ORDINAL.match(label)
    return (match[1] or "") + label[match.end() :] if match else label


def _panel_name(order: int, count: int) -> str:
    return {1: ("",), 2: ("left", "right"), 3: ("left", "middle", "right")}.get(count, tuple(map(str, range(count))))[
        order
    ]


def _drafts(
    form: str, kind: str, panel: str, columns: Sequence[Column], body: Sequence[Row], year: int | None
) -> list[PrintedRow]:
    """Rows of one panel with codes joined and wrapped names put together; meanings still open."""
    drafts: list[PrintedRow] = []
    previous = None
    for number, row in enumerate(body):
        code, label = _code_and_label(columns, row, previous)
        cells = tuple(_money(form, columns, row, year))
        draft = PrintedRow(number, row.page, panel, label, code, None, cells)
        if drafts and _is_lower_half(form, kind, draft, drafts[-1], year):
            drafts[-1] = _joined(drafts[-1], draft)
            continue
        previous = code or previous
        if label or code or _filled(draft) or kind == "phases":
            drafts.append(draft)
    return drafts


def _is_lower_half(form: str, kind: str, draft: PrintedRow, upper: PrintedRow, year: int | None) -> bool:
    """Whether a row is what a page break tore off the row above: no code, no name of its own, no amount of its own.

    A torn amount continues a text of the upper half; a row with amounts where that one has none is a row of its own.
    """
    if upper.page == draft.page or draft.code or kind not in ("functional", "economic", "lines"):
        return False
    if _names_itself(form, draft, year) or not (draft.label or _filled(draft)):
        return False
    texts = {c.number: squeeze(c.text) for c in upper.cells}
    return all(texts.get(c.number) for c in draft.cells if squeeze(c.text))


def _names_itself(form: str, row: PrintedRow, year: int | None) -> bool:
    """Whether a row's label is one of the form's own: a known line, a total, a functional class."""
    label = strip_ordinal(row.label)
    contexts = (None, "opening", "closing")
    known = any(wordings.line_key(form, side, after, label) for side in ("left", "right", "") for after in contexts)
    return bool(label) and (known or _total(label) is not None or classification.class_by_name(label, year) is not None)


def _joined(upper: PrintedRow, lower: PrintedRow) -> PrintedRow:
    """Both halves as one row, the torn texts put together cell by cell."""
    below = {c.number: squeeze(c.text) for c in lower.cells}
    cells = tuple(replace(c, text=squeeze(c.text) + below.get(c.number, "")) for c in upper.cells)
    return replace(upper, label=upper.label + lower.label, cells=cells)


def _filled(row: PrintedRow) -> bool:
    return any(read_number(c.text).mark not in ("blank", "words") for c in row.cells)


def _code_and_label(columns: Sequence[Column], row: Row, previous: str | None) -> tuple[str | None, str]:
    coded = [c.number for c in columns if c.kind == "code"]
    named = [c.number for c in columns if c.kind == "name"]
    parts, names = [], []
    for cell in sorted(row.cells, key=lambda c: c.column):
        inside = [n for n in (*coded, *named) if covers(cell, n)]
        text = squeeze(cell.text)
        if not inside or (cell.column not in inside and not text):
            continue
        if any(covers(cell, n) for n in coded):
            code, rest = split_glued(text)
            parts.append(code or (text if text.isdigit() else ""))
            text = rest if not text.isdigit() else ""
        elif text.isdigit() and not coded:
            parts.append(text)
            text = ""
        if text and text not in ("类", "款", "项"):
            code, rest = split_glued(text)
            if code and not any(parts):
                parts.append(code)
            names.append(rest if code else text)
    return classification.join_code(parts, previous), "".join(names)


def _money(form: str, columns: Sequence[Column], row: Row, year: int | None) -> Iterator[MoneyCell]:
    for column in columns:
        if column.kind != "amount":
            continue
        cell = next((c for c in row.cells if covers(c, column.number)), None)
        if cell is None or _belongs_elsewhere(cell, column, columns):
            continue
        key = wordings.column_key(form, column.heading, year)
        within = any(_WITHIN.match(part) for part in column.path)
        yield MoneyCell(column.number, key, column.heading, within, cell.text, cell.box)


def _belongs_elsewhere(cell: Cell, column: Column, columns: Sequence[Column]) -> bool:
    """A cell merged over several columns is no amount of one of them; a word in its own cell stands for no amount."""
    return cell.column_span > 1 and any(
        covers(cell, c.number) and c.kind in ("amount", "name") for c in columns if c != column
    )


def _coded(form: str, kind: str, rows: Sequence[PrintedRow], year: int | None) -> Iterator[PrintedRow]:
    system = classification.functional() if kind == "functional" else classification.economic()
    for row in rows:
        if row.code:
            yield _named(row, year, system)
        elif line := wordings.line_key(form, "", None, row.label) or _total(row.label):
            yield replace(row, line=line)
        elif _filled(row):
            yield replace(row, doubt="row has amounts but neither code nor known name", remedy=_ADD_WORDING, held=True)


def _total(label: str) -> str | None:
    return "total" if label in TOTAL_WORDS or label.endswith("合计") else None


def _named(row: PrintedRow, year: int | None, system: dict) -> PrintedRow:
    other = classification.contradicts(row.code, row.label, year, system)
    if other is None:
        return row
    reason = f"code {row.code} is printed as {row.label}, the reference ({other.source}) names it {other.name}"
    return replace(
        row, doubt=reason, remedy="compare the page with 政府收支分类科目 of the year; amend pipelines/reference"
    )


def _lined(form: str, rows: Sequence[PrintedRow], year: int | None) -> Iterator[PrintedRow]:
    after = None
    for row in rows:
        if not row.label:
            if _filled(row):
                yield replace(row, doubt="row has amounts but no name", remedy=_ADD_WORDING, held=True)
            continue
        label = strip_ordinal(row.label)
        side = "left" if row.panel in ("left", "") else "right"
        line = wordings.line_key(form, side, after, label)
        if line in ("opening", "closing", "income_total", "surplus_allocated"):
            after = line
        if line is not None:
            yield replace(row, line=line, cells=_mark_within(row, line))
        elif side == "right" or form in ("T1", "T4"):
            yield _class_row(row, label, year)
        elif _filled(row):
            yield replace(row, doubt=f"row name not known: {row.label}", remedy=_ADD_WORDING, held=True)


def _mark_within(row: PrintedRow, line: str) -> tuple[MoneyCell, ...]:
    return tuple(replace(c, within=True) for c in row.cells) if line.startswith("within_") else row.cells


def _class_row(row: PrintedRow, label: str, year: int | None) -> PrintedRow:
    found = classification.class_by_name(label, year)
    if found is None:
        return replace(row, doubt=f"row name not known: {row.label}", remedy=_ADD_WORDING, held=_filled(row))
    code, exact = found
    if exact:
        return replace(row, code=code, line="class")
    return replace(
        row, code=code, line="class", doubt=f"class name {label} is not spelled as in the reference ({code})"
    )


def _phased(rows: Sequence[PrintedRow]) -> Iterator[PrintedRow]:
    """T7: the phase (预算数, 决算数) comes from the column, the item from the column or from the row's name."""
    kept = [row for row in rows if _filled(row)] or list(rows[:1])
    for row in kept:
        by_row = wordings.line_key("T7", "", None, strip_ordinal(row.label)) if row.label else None
        cells = tuple(replace(c, column=_phase_item(c, by_row)) for c in row.cells)
        if _filled(row) and any(c.column is None and squeeze(c.text) for c in cells):
            yield replace(
                row, cells=cells, doubt="column or row of the 三公 table not known", remedy=_ADD_WORDING, held=True
            )
        else:
            yield replace(row, cells=cells)


def _phase_item(cell: MoneyCell, by_row: str | None) -> str | None:
    parts = [p for p in reversed(cell.heading.split("/")) if not re.fullmatch(r".*(预算数?|决算数?)", p)]
    by_column = next((k for p in parts if (k := wordings.line_key("T7", "", None, p))), None)
    if "count" in (by_row, by_column) or wordings.is_side_column(cell.column):
        return "count" if "count" in (by_row, by_column) else cell.column
    item = by_row or by_column
    return f"{cell.column}_{item}" if cell.column and item else None
