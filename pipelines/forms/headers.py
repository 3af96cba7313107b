"""Headers: which rows of a table are its heading, and what each column is headed by.

Belongs here: splitting heading from body, column paths through stacked and merged headings, panels side by side.
Does not belong here: which form a table is, or what a column means in it (forms).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.forms import budget_tables
from pipelines.forms.tables import Row, Table
from pipelines.pdf import Cell
from pipelines.vocabulary import column_kinds, form_wordings, read_number, squeeze

TOTAL_WORDS = frozenset({"合计", "总计", "小计", "合计:", "支出合计", "收入合计"})
_CODE = re.compile(r"^\d{3}(\d{2}){0,2}$")
_GLUED = re.compile(r"^(\d{3}(?:\d{2}){0,2})(\D.*)$")
_LISTED = re.compile(r"^([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|其中[:：])")
_CODE_PART = re.compile(r"^\d{1,7}$")
_NOTE = re.compile(r"^(备?注|说明|附注)\d?[:：]|^本表(反映|无|为空)")
_TITLE_ROW = re.compile(r"表$|单位[:：]|部门[:：]|公开\d+表")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: number, heading texts from top to bottom, kind (code, name, ordinal, amount), panel from 0."""

    number: int
    path: tuple[str, ...]
    kind: str
    panel: int

    @property
    def heading(self) -> str:
        """The heading as one string, levels joined by /."""
        return "/".join(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A table with its heading understood: title texts found inside the grid, columns, body rows, notes in the frame.

    repeats: rows of the top that a later page prints again.
    """

    inner_titles: tuple[str, ...]
    columns: tuple[Column, ...]
    body: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    repeats: tuple[Row, ...] = ()


def read_header(table: Table, kind: str | None = None) -> Headed:
    """Split a table into titles, columns and body rows; rows that repeat the heading are dropped."""
    kept, repeats = _without_repeats(table.rows)
    of_budget = kind == form_wordings.BUDGET
    titles, rows = _take_budget_titles(kept) if of_budget else _take_titles(kept)
    rows, notes = _take_notes(rows, len(table.edges) - 1)
    end = _header_end(rows)
    header = [row for row in rows[:end] if row.texts()]
    repeated = {row.texts() for row in header}
    body = [row for row in rows[end:] if not row.texts() or row.texts() not in repeated]
    body = [row for row in body if not _numbers_columns(row)]
    heading = [cell for row in header if not _numbers_columns(row) for cell in row.cells]
    heading += _subheadings(body[:1])
    paths = [_path(heading, number) for number in range(len(table.edges) - 1)]
    if of_budget:
        paths = [budget_tables.clean_path(path) for path in paths]
    return Headed(
        inner_titles=titles,
        columns=tuple(_columns(paths, body, kind)),
        body=tuple(body),
        notes=notes,
        repeats=tuple(repeats),
    )


def covers(cell: Cell, number: int) -> bool:
    """Whether a cell stands in (or spans) a column."""
    return cell.column <= number < cell.column + cell.column_span


def split_glued(text: str) -> tuple[str, str]:
    """'30207邮电费' → ('30207', '邮电费'); a text without leading code → ('', text)."""
    match = _GLUED.match(text)
    return (match[1], match[2]) if match else ("", text)


def _without_repeats(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Split rows into those printed once and those a later page repeats from the top of the table."""
    kept: list[Row] = []
    repeats: list[Row] = []
    page, at = rows[0].page, len(rows)
    for row in rows:
        if row.page != page:
            page, at = row.page, 0
        if at < len(kept) and row.texts() and row.texts() == kept[at].texts():
            at += 1
            repeats.append(row)
        else:
            at = len(rows)
            kept.append(row)
    return kept, repeats


def _take_notes(rows: Sequence[Row], width: int) -> tuple[list[Row], tuple[str, ...]]:
    """Take the notes out of the rows: texts that say so, and those that stand across all columns below the heading."""
    kept: list[Row] = []
    notes: list[str] = []
    for row in rows:
        if _is_note(row) or (any(len(r.texts()) > 1 for r in kept) and _is_across(row, width)):
            notes += row.texts()
        else:
            kept.append(row)
    return kept, tuple(notes)


def _is_note(row: Row) -> bool:
    """Whether a row is a note that stands inside the frame."""
    return len(row.texts()) == 1 and bool(_NOTE.match(row.texts()[0]))


def _is_across(row: Row, width: int) -> bool:
    """Whether a row is one cell of words over all columns: 本单位无政府性基金预算财政拨款收支."""
    return (
        len(row.cells) == 1
        and row.cells[0].column_span == width > 1
        and read_number(row.cells[0].text).mark in ("words", "dash")
    )


def _take_titles(rows: list[Row]) -> tuple[tuple[str, ...], list[Row]]:
    titles: list[str] = []
    while rows and (texts := rows[0].texts()) and all(_TITLE_ROW.search(t) for t in texts):
        titles += texts
        rows.pop(0)
    return tuple(titles), rows


def _take_budget_titles(rows: list[Row]) -> tuple[tuple[str, ...], list[Row]]:
    """As _take_titles, where rows without text and the department's name may stand among the titles."""
    titles: list[str] = []
    while rows and (not (texts := rows[0].texts()) or budget_tables.is_title_row(texts)):
        titles += texts
        rows.pop(0)
    return tuple(titles), rows


def _header_end(rows: Sequence[Row]) -> int:
    """Count the leading rows that are heading."""
    end = next((n for n, row in enumerate(rows) if _is_body(row) or _is_total(row, rows[:n])), None)
    if end is None:
        end = max((n for n, row in enumerate(rows) if row.texts()), default=-1) + 1
    while end > 1 and not rows[end - 1].texts():
        end -= 1
    return end


def _is_body(row: Row) -> bool:
    texts = row.texts()
    if not texts or _numbers_columns(row):
        return False
    if len(texts) == 1 and texts[0] in TOTAL_WORDS and _leads(row):
        return True
    if _LISTED.match(texts[0]) or any(_CODE.match(t) or _GLUED.match(t) for t in texts):
        return True
    return any(read_number(t).mark == "number" for t in texts[1:])


def _is_total(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row is 合计 under a code or name heading, even where it also holds sub-headings."""
    first = min(row.cells, key=lambda c: c.column)
    if squeeze(first.text) not in TOTAL_WORDS:
        return False
    path = _path([c for r in above if not _numbers_columns(r) for c in r.cells], first.column)
    return bool(path) and column_kinds("/".join(path)) in ("code", "name")


def _leads(row: Row) -> bool:
    """Whether the row's first cell, or the one after an empty code cell, holds its only text."""
    ordered = sorted(row.cells, key=lambda c: c.column)
    return any(squeeze(c.text) for c in ordered[:2])


def _numbers_columns(row: Row) -> bool:
    """Whether a row numbers the columns (栏次): 1, 2, 3 …, or says of each that it has no number: **."""
    if set(row.texts()) == {"**"}:
        return True
    texts = [t for t in row.texts() if t not in ("栏次", "行次", "类", "款", "项", "—", "-", "**")]
    if not texts or not all(re.fullmatch(r"\d{1,2}", t) for t in texts):
        return False
    numbers = [int(t) for t in texts]
    named = "栏次" in row.texts() or "**" in row.texts()
    return numbers == list(range(1, len(numbers) + 1)) and (named or len(numbers) > 1)


def _subheadings(first: Sequence[Row]) -> list[Cell]:
    """Return column headings that stand in the 合计 row itself (合计 | 基本支出 | 项目支出)."""
    if not first or not any(t in TOTAL_WORDS for t in first[0].texts()):
        return []
    words = [c for c in first[0].cells if read_number(c.text).mark == "words"]
    total = min(c.column for c in words if squeeze(c.text) in TOTAL_WORDS)
    later = [c for c in words if c.column > total]
    named = [c for c in later if column_kinds(squeeze(c.text)) == "amount"]
    return named if len(named) >= 2 else []


def _path(heading: Iterable[Cell], number: int) -> tuple[str, ...]:
    texts = [squeeze(c.text) for c in heading if covers(c, number) and squeeze(c.text)]
    return tuple(t for n, t in enumerate(texts) if n == 0 or t != texts[n - 1])


def _columns(paths: Sequence[tuple[str, ...]], body: Sequence[Row], of: str | None) -> list[Column]:
    kinds = [_kind(path, number, body, of) for number, path in enumerate(paths)]
    if of == form_wordings.BUDGET:
        kinds = budget_tables.settle_kinds(paths, kinds)
    columns, panel, amounts_seen = [], 0, False
    for number, (path, kind) in enumerate(zip(paths, kinds, strict=True)):
        if kind in ("code", "name", "unit") and amounts_seen:
            panel, amounts_seen = panel + 1, False
        amounts_seen = amounts_seen or kind == "amount"
        columns.append(Column(number, path, kind, panel))
    return columns


def _kind(path: tuple[str, ...], number: int, body: Sequence[Row], of: str | None) -> str:
    if path:
        return column_kinds("/".join(path), of)
    texts = [t for row in body for c in row.cells if c.column == number and (t := squeeze(c.text))]
    if not texts:
        return "empty"
    if all(_CODE_PART.match(t) for t in texts):
        return "code"
    return "amount" if any(read_number(t).mark == "number" for t in texts) else "name"
