"""Heading rows: which rows of a table are its titles, its heading, its body and its notes.

Belongs here: telling rows apart by what stands in them, splitting them; the heading over one column, which tells where a 合计 is one.
Does not belong here: columns, their kinds and panels (headers), which form a table is (recognition).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipelines.forms.budget_titles import is_title_row
from pipelines.forms.tables import Row
from pipelines.pdf import Cell
from pipelines.vocabulary import column_kinds, form_wordings, read_number, squeeze

TOTAL_WORDS = frozenset({"合计", "总计", "小计", "合计:", "支出合计", "收入合计"})
CODE = re.compile(r"^\d{3}(\d{2}){0,2}$")
"""A classification code alone in its cell: of a class (类), a group (款) or an item (项)."""
_GLUED = re.compile(r"^(?:\[(\d{3}(?:\d{2}){0,2})\]|(\d{3}(?:\d{2}){0,2}))(\D.*)$")
_LISTED = re.compile(r"^([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|其中[:：])")
_NOTE = re.compile(r"^(备?注|说明|附注)\d?[:：]|^本表(反映|无|为空)")
_OF_ALL = re.compile(r"[本我]|政府性基金|国有资本|三公")
"""What a sentence that a form is empty speaks of, and no name of an item: 本单位, 我局, a fund as a whole."""
_TITLE_ROW = re.compile(r"表$|单位[:：]|部门[:：]|公开\d+表")

_COUNTED = 4
"""Columns that are numbered in their order, from which on a row that numbers others otherwise numbers columns all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The rows of a table told apart: texts of its titles, rows of its heading and of its body, texts of its notes.

    heading: without rows that number the columns; repeats: rows of the top that a later page prints again.
    """

    titles: tuple[str, ...]
    heading: tuple[Row, ...]
    body: tuple[Row, ...]
    notes: tuple[str, ...]
    repeats: tuple[Row, ...]


def part_rows(rows: Sequence[Row], width: int, of_budget: bool) -> Parted:
    """Split the rows of a table of so many columns; rows that repeat the heading are dropped."""
    kept, repeats = _without_repeats(rows)
    titles, kept = _take_budget_titles(kept) if of_budget else _take_titles(kept)
    kept, notes = _take_notes(kept, width)
    end = _header_end(kept)
    header = [row for row in kept[:end] if row.texts()]
    repeated = {row.texts() for row in header}
    body = (row for row in kept[end:] if not row.texts() or row.texts() not in repeated)
    return Parted(
        titles=titles,
        heading=tuple(row for row in header if not _numbers_columns(row)),
        body=tuple(row for row in body if not _numbers_columns(row)),
        notes=notes,
        repeats=tuple(repeats),
    )


def covers(cell: Cell, number: int) -> bool:
    """Whether a cell stands in (or spans) a column."""
    return cell.column <= number < cell.column + cell.column_span


def split_glued(text: str) -> tuple[str, str]:
    """'30207邮电费', '[30207]邮电费' → ('30207', '邮电费'); a text without leading code → ('', text)."""
    match = _GLUED.match(text)
    return (match[1] or match[2], match[3]) if match else ("", text)


def path_of(heading: Iterable[Cell], number: int) -> tuple[str, ...]:
    """Return the texts over a column from top to bottom, none twice in a row."""
    texts = [squeeze(c.text) for c in heading if covers(c, number) and squeeze(c.text)]
    return tuple(t for n, t in enumerate(texts) if n == 0 or t != texts[n - 1])


def _without_repeats(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Split rows into those printed once and those a later page repeats from the top of the table."""
    kept: list[Row] = []
    repeats: list[Row] = []
    page, at = rows[0].page, len(rows)
    for row in rows:
        if row.page != page:
            page, at = row.page, 0
        if at < len(kept) and row.texts() and _is_again(row.texts(), kept[at].texts()):
            at += 1
            repeats.append(row)
        else:
            at = len(rows)
            kept.append(row)
    return kept, repeats


def _is_again(texts: Sequence[str], top: Sequence[str]) -> bool:
    """Whether a row prints texts of the top of the table once more; a printer may cut off the last line of the longest."""
    cut = sum(t != whole for t, whole in zip(texts, top, strict=False))
    return len(texts) == len(top) and 2 * cut < len(top) and all(map(str.startswith, top, texts))


def _take_notes(rows: Sequence[Row], width: int) -> tuple[list[Row], tuple[str, ...]]:
    """Take the notes out of the rows: texts that say so, and those that stand across all columns below the heading."""
    kept: list[Row] = []
    notes: list[str] = []
    for row in rows:
        is_below = any(len(r.texts()) > 1 for r in kept)
        is_of_words = is_below and all(read_number(t).mark != "number" for t in row.texts())
        said = [c for c in row.cells if is_of_words and _says_no_data(c)]
        if _is_note(row) or (is_below and _is_across(row, width)):
            notes += row.texts()
        elif said:
            notes += [squeeze(c.text) for c in said]
            kept.append(replace(row, cells=tuple(replace(c, text="") if c in said else c for c in row.cells)))
        else:
            kept.append(row)
    return kept, tuple(notes)


def _says_no_data(cell: Cell) -> bool:
    """Whether a cell is the sentence that a form is empty, beside the codes of its heading or under its names."""
    text = squeeze(cell.text)
    return bool(form_wordings.says("empty_form", text)) and (cell.column_span > 1 or bool(_OF_ALL.search(text)))


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
    while rows and (not (texts := rows[0].texts()) or is_title_row(texts)):
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
    if _LISTED.match(texts[0]) or any(CODE.match(t) or _GLUED.match(t) for t in texts):
        return True
    return any(read_number(t).mark == "number" for t in texts[1:])


def _is_total(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row is 合计 under a code or name heading, even where it also holds sub-headings."""
    first = min(row.cells, key=lambda c: c.column)
    if squeeze(first.text) not in TOTAL_WORDS:
        return False
    path = path_of([c for r in above if not _numbers_columns(r) for c in r.cells], first.column)
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
    if not texts:
        return False
    numbers = [int(t) if re.fullmatch(r"\d{1,2}", t) else 0 for t in texts]
    if numbers == list(range(1, len(numbers) + 1)):
        return len(numbers) > 1 or "栏次" in row.texts() or "**" in row.texts()
    return _counts_on(numbers) and not any("." in text for text in texts)


def _counts_on(numbers: Sequence[int]) -> bool:
    """Whether most numbers of a row count on by one: a recogniser has misread the others (9¹, A10)."""
    right = sum(number == n for n, number in enumerate(numbers, 1))
    return right >= _COUNTED and 3 * right >= 2 * len(numbers)
