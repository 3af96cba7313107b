"""Workbooks: the sheets of a workbook, whatever library read them, become a document; what is hidden is told, not read.

Belongs here: pages of visible sheets, the notes about hidden ones. Does not belong here: opening workbooks (xlsx, xls), which rows
of a sheet are a table (sheets).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.doubts import Doubt
from pipelines.formats.page_making import make_page
from pipelines.formats.sheet_cells import Sheet, letters
from pipelines.formats.sheets import blocks_of
from pipelines.pdf import Document, Unreadable

NO_VALUE, AN_ERROR = "a formula without a stored value", "an error of a formula in place of its value"
WHITE = "it is written in white"
"""Why a cell is in doubt."""
LARGEST = 300_000
"""Cells above which a sheet is none of a report: nine tables have some thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """What was read of a workbook: kind of file, who wrote it and when, its visible sheets, the names of those hidden."""

    format: str
    producer: str
    created: str
    sheets: Sequence[Sheet]
    hidden: Sequence[str]


def document_of(book: Workbook) -> Document:
    """Make a document of a workbook: a page for each sheet that shows anything; raises Unreadable where none does."""
    filled = [(sheet, blocks) for sheet in book.sheets if (blocks := blocks_of(sheet)) or sheet.has_picture]
    if not filled:
        raise Unreadable("the workbook has no visible sheet with anything on it", "put the report itself here")
    pages = [
        make_page(number, sheet.name, blocks, sheet.has_picture) for number, (sheet, blocks) in enumerate(filled, 1)
    ]
    numbered = {sheet.name: number for number, (sheet, _) in enumerate(filled, 1)}
    return Document(
        producer=book.producer, created=book.created, pages=tuple(pages), format=book.format,
        doubts=tuple(_hidden(book, numbered)),
    )  # fmt: skip


def not_known(reason: Exception) -> str:
    """Why a cell is in doubt whose number format is not understood."""
    return f"it is not known how it is shown: {reason}"


def _hidden(book: Workbook, numbered: dict[str, int]) -> Iterator[Doubt]:
    """Yield a note about each thing that is hidden."""
    if book.hidden:
        yield _note(None, "hidden sheets are not read", "、".join(book.hidden))
    for sheet in book.sheets:
        filled = {row for (row, _), one in sheet.places.items() if one.text}
        if rows := sorted(sheet.hidden_rows & filled):
            yield _note(
                numbered.get(sheet.name), "hidden rows are not read", f"{sheet.name}: {_listed(map(str, rows))}"
            )
        used = {column for (_, column), one in sheet.places.items() if one.text}
        if columns := sorted(sheet.hidden_columns & used):
            yield _note(
                numbered.get(sheet.name),
                "hidden columns are not read",
                f"{sheet.name}: {_listed(map(letters, columns))}",
            )


def _listed(names: Iterator[str]) -> str:
    shown = list(names)
    return ", ".join(shown[:20]) + (f" … ({len(shown)})" if len(shown) > 20 else "")


def _note(page: int | None, reason: str, detail: str) -> Doubt:
    remedy = "look at the file; where it belongs to what is published, show it and save the file again"
    return Doubt(scope="report", page=page, reason=reason, detail=detail, remedy=remedy, held=False)
