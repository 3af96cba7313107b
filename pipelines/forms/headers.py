"""Headers: what each column of a table is headed by.

Belongs here: columns, their kinds, headings in the row of the sum, panels side by side. Does not belong here: which rows are
the heading (heading_rows), which form a table is, or what a column means in it (recognition, form_reader).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.forms.budget_columns import settle_kinds
from pipelines.forms.budget_titles import clean_path
from pipelines.forms.heading_rows import TOTAL_WORDS, part_rows, path_of
from pipelines.forms.tables import Row, Table
from pipelines.pdf import Cell
from pipelines.vocabulary import column_kinds, form_wordings, read_number, squeeze

_TRANSLATION = re.compile(r"(?<=[一-龥)])[A-Za-z\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af]{3}[^一-龥\d]*$")
"""What stands behind Chinese words of a heading in Latin, Uyghur, Tibetan or Mongolian letters: the same in another language."""
_COUNT = ("数量",)
"""How many are bought: no money, so that codes behind it are of the same rows (政府采购预算表)."""
_CODE_PART = re.compile(r"^\d{1,7}$")


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
    notes: tuple[str, ...]
    repeats: tuple[Row, ...]


def read_header(table: Table, kind: str | None) -> Headed:
    """Split a table into titles, columns and body rows; rows that repeat the heading are dropped."""
    of_budget = kind == form_wordings.BUDGET
    parted = part_rows(table.rows, len(table.edges) - 1, of_budget)
    heading = [cell for row in parted.heading for cell in row.cells] + _subheadings(parted.body[:1])
    paths = [path_of(heading, number) for number in range(len(table.edges) - 1)]
    paths = [tuple(_TRANSLATION.sub("", text) for text in path) for path in paths]
    if of_budget:
        paths = [clean_path(path) for path in paths]
    return Headed(
        inner_titles=parted.titles,
        columns=tuple(_columns(paths, parted.body, kind)),
        body=parted.body,
        notes=parted.notes,
        repeats=parted.repeats,
    )


def _subheadings(first: Sequence[Row]) -> list[Cell]:
    """Return column headings that stand in the 合计 row itself (合计 | 基本支出 | 项目支出)."""
    if not first or not any(t in TOTAL_WORDS for t in first[0].texts()):
        return []
    words = [c for c in first[0].cells if read_number(c.text).mark == "words"]
    total = min(c.column for c in words if squeeze(c.text) in TOTAL_WORDS)
    later = [c for c in words if c.column > total]
    named = [c for c in later if column_kinds(squeeze(c.text)) == "amount"]
    return named if len(named) >= 2 else []


def _columns(paths: Sequence[tuple[str, ...]], body: Sequence[Row], of: str | None) -> list[Column]:
    kinds = [_kind(path, number, body, of) for number, path in enumerate(paths)]
    if of == form_wordings.BUDGET:
        kinds = settle_kinds(paths, kinds)
    columns, panel, amounts_seen = [], 0, False
    for number, (path, kind) in enumerate(zip(paths, kinds, strict=True)):
        if kind in ("code", "name", "unit") and amounts_seen:
            panel, amounts_seen = panel + 1, False
        amounts_seen = amounts_seen or (kind == "amount" and path[-1:] != _COUNT)
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
