"""Row codes: the classification code and the name of each row of a panel, in whichever cells they stand.

Belongs here: code in one cell or in one cell a level, code and name in one cell, a 类 merged over its rows.
Does not belong here: how printed parts make a code (vocabulary.classification), what a row means (row_meanings).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.forms.headers import Column
from pipelines.forms.heading_rows import covers, split_glued
from pipelines.forms.tables import Row
from pipelines.pdf import Cell
from pipelines.vocabulary import classification, squeeze


@dataclass(frozen=True, slots=True)
class _Over:
    """A cell of the first code column and its page: the 类 of all rows beside it."""

    page: int
    cell: Cell

    def reaches(self, row: Row) -> bool:
        """Whether the cell is merged over a later row."""
        return self.page == row.page and self.cell.box[1] <= row.box[1] < self.cell.box[3]


def codes_and_labels(columns: Sequence[Column], body: Sequence[Row]) -> Iterator[tuple[str | None, str]]:
    """Yield code and name of each row of a panel; what a row leaves blank of its code it has from the row above.

    A merged 类 whose text stands on another page is not known: its rows have nothing from the rows above it.
    """
    coded = [c.number for c in columns if c.kind == "code"]
    named = [c.number for c in columns if c.kind in ("name", "unit")]
    units = [c.number for c in columns if c.kind == "unit"]
    aside = [c.number for c in columns if c.kind == "aside"]
    previous: str | None = None
    over: _Over | None = None
    for row in body:
        own = next((cell for cell in row.cells if coded and covers(cell, coded[0])), None)
        if own is None:
            is_known = over is not None and over.reaches(row)
        else:
            is_known = own.row_span == 1 or bool(squeeze(own.text))
            over = _Over(row.page, own) if is_known else None
        parts, label = _parts_and_label(coded, named, units, row)
        code = classification.join_code(parts, previous if is_known else None) or _below_class(parts, previous, label)
        yield code, label or ("" if code else _sum_aside(aside, row))
        previous = (code or previous) if is_known else None


def _below_class(parts: Sequence[str], previous: str | None, label: str) -> str | None:
    """Return the code of a 款 that stands in one column with its 类 and its 项 as its last two digits alone, proved by its name."""
    if previous is None or len(parts) != 1 or len(parts[0]) != 2 or not parts[0].isdecimal():
        return None
    code = previous[:3] + parts[0]
    return code if classification.is_named(code, label) else None


def _sum_aside(aside: Sequence[int], row: Row) -> str:
    """Return the word for a sum that stands in a column beside the names, of a row that has no name there: 类型 | 项目名称, 合计 below 类型."""
    words = (squeeze(cell.text) for cell in row.cells if any(covers(cell, number) for number in aside))
    return next((word for word in words if word in ("合计", "总计")), "")


def _parts_and_label(
    coded: Sequence[int], named: Sequence[int], units: Sequence[int], row: Row
) -> tuple[list[str], str]:
    """Return the parts of a row's code, one for each code column, and its name; a unit's number (001) is one where the row has no other."""
    parts = [""] * len(coded)
    names: list[tuple[int, str]] = []
    owners: list[tuple[int, str]] = []
    number = ""
    for cell in sorted(row.cells, key=lambda c: c.column):
        text = squeeze(cell.text)
        levels = [level for level, number in enumerate(coded) if covers(cell, number)]
        if not text or not (levels or any(covers(cell, number) for number in named)):
            continue
        code, rest = split_glued(text)
        if coded and cell.column in units and text.isdecimal():
            number = text
            continue
        if levels:
            parts[levels[0]] = code or (text if text.isdecimal() else "")
            text = "" if text.isdecimal() else rest
        elif text.isdecimal() and not coded and cell.column not in units:
            parts, text = [text], ""
        elif code:
            parts, text = (parts if any(parts) else [code]), rest
        if text and text not in ("类", "款", "项"):
            (owners if cell.column in units else names).append((cell.column, text))
    if not (any(parts) and names):  # beside a code the unit (单位名称) is whose item it is, no part of its name
        names = sorted(names + owners)
    return parts, "".join(name for _, name in names) or number
