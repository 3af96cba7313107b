"""Rows: those of a form as printed: code, name and money cells of every row in every panel, torn rows put together.

Belongs here: turning body rows into PrintedRow; where a row's code, name and amounts stand.
Does not belong here: joining a row's code (row_codes), what a row means (row_meanings), finding the form or its heading
(recognition, headers).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipelines.forms.headers import Column
from pipelines.forms.heading_rows import TOTAL_WORDS, covers
from pipelines.forms.row_codes import codes_and_labels
from pipelines.forms.tables import Row
from pipelines.pdf import Box, Cell
from pipelines.vocabulary import classification, column_kinds, form_wordings, read_money_cell, squeeze

_ORDINAL = re.compile(
    r"^(其中[:：])?([一二三四五六七八九十]+[、.．]|\d{1,2}[、.．](?!\d)|[(（][一二三四五六七八九十\d]+[)）])"
)
_WITHIN = re.compile(r"^其中")
_WORD = re.compile(r"[^\W_]")
"""A letter or a digit: a dash names nothing."""
_WHOLE_AMOUNT = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)\.\d{2,}")
"""An amount that no page break has torn: what is left of a torn one has no two decimals, above or below the break."""
_ADD_WORDING = "look at the page; in a report of your own write it as the form does, else add the wording to pipelines/vocabulary/wordings/lines.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyCell:
    """One money cell of a row: column number, meaning, heading path, whether it is a 其中 part, text and box; page: 0, or another than the row's."""

    number: int
    column: str | None
    heading: str
    within: bool
    text: str
    box: Box
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """One row of one panel. held: its meaning is in doubt, so its amounts stay outside the star.

    begins: of a list, the column its words begin in, and how many digits stand there if it is a number; part_of: number of the row of a list
    that it is a part of.
    """

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
    begins: tuple[int, int] = (0, 0)
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class RowContext:
    """What a row means depends on: its form, the kind of the form's rows (`rows` in wordings/forms.csv), the fiscal year."""

    form: str
    kind: str
    year: int | None

    @property
    def is_list(self) -> bool:
        """Whether the form is a list of a budget, which goes by no classification: projects, purchases with what is bought."""
        return self.form == "P12" or (self.kind == "free" and form_wordings.is_of_budget(self.form))


def panel_rows(context: RowContext, panel: str, columns: Sequence[Column], body: Sequence[Row]) -> list[PrintedRow]:
    """Return the rows of one panel, codes joined and wrapped names put together; their meanings still open."""
    drafts: list[PrintedRow] = []
    for number, (row, (code, label)) in enumerate(zip(body, codes_and_labels(columns, body), strict=True)):
        cells = tuple(_money(context, columns, row))
        draft = PrintedRow(
            number=number,
            page=row.page,
            panel=panel,
            label=label,
            code=code,
            line=None,
            cells=cells,
            begins=_begins(columns, row) if context.is_list else (0, 0),
        )
        if drafts and _is_lower_half(context, draft, drafts[-1]):
            drafts[-1] = _join(drafts[-1], draft)
            continue
        if label or code or is_filled(draft) or context.kind == "phases":
            drafts.append(draft)
    return drafts


def _begins(columns: Sequence[Column], row: Row) -> tuple[int, int]:
    """Return the column that a row's words begin in, and the digits there; what numbers all rows (序号) and codes are none."""
    words = [c for c in row.cells if _WORD.search(c.text)]
    for column in columns:
        if column.kind == "amount":
            break
        cell = next((c for c in words if covers(c, column.number)), None)
        if cell and column.kind != "code" and column_kinds(column.heading) != "ordinal":
            text = squeeze(cell.text)
            return column.number, len(text) if text.isdecimal() else 0
    return 0, 0


def _is_lower_half(context: RowContext, draft: PrintedRow, upper: PrintedRow) -> bool:
    """Whether a page break tore a row off the row above: it has no code, name or amount of its own.

    A torn amount continues a text of the upper half; a row with an amount where that one has none is a row of its own, and
    so is one whose amount is whole where that one's is whole too.
    """
    if upper.page == draft.page or draft.code or context.kind not in ("functional", "economic", "lines"):
        return False
    if _names_itself(context, draft) or not (draft.label or is_filled(draft)):
        return False
    texts = {c.number: squeeze(c.text) for c in upper.cells}
    below = {c.number: text for c in draft.cells if (text := squeeze(c.text))}
    return all(texts.get(n) and not (_is_whole(texts[n]) and _is_whole(text)) for n, text in below.items())


def _is_whole(text: str) -> bool:
    return bool(_WHOLE_AMOUNT.fullmatch(text))


def _names_itself(context: RowContext, row: PrintedRow) -> bool:
    """Whether a row's label is one of the form's own: a known line, a total, a functional class."""
    label = strip_ordinal(row.label)
    known = any(
        form_wordings.line_key(context.form, side, after, label)
        for side in ("left", "right", "")
        for after in (None, "opening", "closing")
    )
    return bool(label) and (
        known or total_line(label) is not None or classification.class_by_name(label, context.year) is not None
    )


def _join(upper: PrintedRow, lower: PrintedRow) -> PrintedRow:
    """Put the halves of a torn row together, cell by cell."""
    below = {c.number: squeeze(c.text) for c in lower.cells}
    cells = tuple(replace(c, text=squeeze(c.text) + below.get(c.number, "")) for c in upper.cells)
    return replace(upper, label=upper.label + lower.label, cells=cells)


def _money(context: RowContext, columns: Sequence[Column], row: Row) -> Iterator[MoneyCell]:
    for column in columns:
        if column.kind != "amount":
            continue
        cell = next((c for c in row.cells if covers(c, column.number)), None)
        if cell is None or _belongs_elsewhere(cell, column, columns):
            continue
        heading = column.heading
        key = _key(context, column, columns)
        yield MoneyCell(
            number=column.number,
            column=key,
            heading=heading,
            within=_is_within(context.form, column.path, key),
            text=cell.text,
            box=cell.box,
            page=cell.page,
        )


def _key(context: RowContext, column: Column, columns: Sequence[Column]) -> str | None:
    """Return the meaning of a column; 项目支出 as the only amount of a budget's form is all that is spent (国有资本经营预算支出表)."""
    key = form_wordings.column_key(context.form, column.heading, context.year)
    is_alone = key == "project" and form_wordings.is_of_budget(context.form) and context.kind == "functional"
    return "total" if is_alone and sum(c.kind == "amount" for c in columns) == 1 else key


@lru_cache(maxsize=5_000)
def _is_within(form: str, path: tuple[str, ...], key: str | None) -> bool:
    """Whether a column under such headings is part of a neighbour; a budget writes 其中 over all parts of its total, 基本支出 and 项目支出."""
    if form_wordings.is_of_budget(form) and key in ("basic", "project"):
        return False
    return any(_WITHIN.match(part) for part in path) or (key or "").startswith("within_")


def _belongs_elsewhere(cell: Cell, column: Column, columns: Sequence[Column]) -> bool:
    """Whether a cell is merged over several columns, so that it is no amount of this one."""
    return cell.column_span > 1 and any(
        covers(cell, c.number) and c.kind in ("amount", "name") for c in columns if c != column
    )


def is_filled(row: PrintedRow) -> bool:
    """Whether any cell of the row shows a number or a dash."""
    return any(read_money_cell(c.text).printed.mark not in ("blank", "words") for c in row.cells)


def total_line(label: str) -> str | None:
    """Return the line `total` for the name of a 合计 row."""
    return "total" if label in TOTAL_WORDS or label.endswith("合计") else None


def strip_ordinal(label: str) -> str:
    """'一、一般公共服务支出' → '一般公共服务支出'; 其中： is kept."""
    match = _ORDINAL.match(label)
    return (match[1] or "") + label[match.end() :] if match else label


def panel_name(order: int, count: int) -> str:
    """Name panels side by side: left, right …; empty for a single one."""
    return {1: ("",), 2: ("left", "right"), 3: ("left", "middle", "right"), 4: ("left", "middle", "right", "far")}.get(
        count, tuple(map(str, range(count)))
    )[order]


def in_doubt(row: PrintedRow, doubt: str, held: bool = True) -> PrintedRow:
    """Return a row with a doubt that one more wording may settle."""
    return replace(row, doubt=doubt, remedy=_ADD_WORDING, held=held)
