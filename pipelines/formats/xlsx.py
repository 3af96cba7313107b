"""Xlsx: sheets of Excel workbooks since 2007, each cell with the text it shows, by openpyxl.

Belongs here: what openpyxl says of a cell as what a sheet shows; formulas, errors and white ink, which are in doubt.
Does not belong here: number formats (number_formats), which rows are a table (sheets). Formulas and macros never run: what is
read is what the program that saved the file stored; links to other files are not followed.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from pipelines.formats.containers import open_archive, refuse_entities, xml_parts
from pipelines.formats.drawings import boxes_of
from pipelines.formats.number_formats import NotShown, show
from pipelines.formats.sheet_cells import Place, Sheet, Span
from pipelines.formats.workbooks import AN_ERROR, LARGEST, NO_VALUE, WHITE, Workbook, document_of, not_known
from pipelines.pdf import FETCH_AGAIN, Document, Unreadable

_WHAT = "workbook"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_POINTS = 5.6
"""Points of a character that widths of columns are counted in."""
_DEFAULT = 9.0
"""Characters a column is wide where nothing says it."""


def read_xlsx(content: bytes) -> Document:
    """Read the sheets of a workbook as pages; raises Unreadable."""
    archive = open_archive(content, _WHAT)
    refuse_entities(archive, _WHAT)
    has_formulas = _look_over(archive)
    try:
        book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(content), keep_links=False) if has_formulas else None
        boxes = boxes_of(archive)
        sheets = [
            replace(_sheet(sheet, formulas and formulas[sheet.title]), boxes=boxes.get(sheet.title, ()))
            for sheet in _sheets(book, "visible")
        ]
    except Unreadable:
        raise
    except Exception as error:  # openpyxl raises anything on a broken workbook; one file must not stop a batch
        raise Unreadable(f"the {_WHAT} is damaged ({type(error).__name__}: {error})"[:200], FETCH_AGAIN) from error
    made = book.properties.created
    return document_of(
        Workbook(
            format="xlsx", producer=str(book.properties.creator or ""), created=f"D:{made:%Y%m%d%H%M%S}" if made else "",
            sheets=sheets, hidden=[sheet.title for sheet in _sheets(book, "hidden", "veryHidden")],
        )
    )  # fmt: skip


def _look_over(archive: zipfile.ZipFile) -> bool:
    """Whether any sheet has formulas; raises Unreadable where merged cells are more than memory should be filled with."""
    has_formulas = False
    for name, part in xml_parts(archive, _WHAT):
        if not name.startswith("xl/worksheets/"):
            continue
        has_formulas = has_formulas or bool(_FORMULA.search(part))
        merged = (range_boundaries(found[1].decode()) for found in _MERGED.finditer(part))
        if sum((right - left + 1) * (bottom - top + 1) for left, top, right, bottom in merged) > LARGEST:
            raise Unreadable(
                f"a sheet of the {_WHAT} merges more than {LARGEST:,} cells", "look at the file; no report has as many"
            )
    return has_formulas


def _sheets(book: Any, *states: str) -> list[Any]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state in states]


def _sheet(sheet: Any, formulas: Any) -> Sheet:
    """Make a sheet of what openpyxl read; formulas: the same sheet with formulas in place of their values."""
    if len(sheet._cells) > LARGEST:
        raise Unreadable(
            f"the sheet {sheet.title!r} has more than {LARGEST:,} cells", "look at the file; no report has as many"
        )
    shows_zeros = sheet.sheet_view.showZeros is not False
    columns = dict(_columns(sheet))
    return Sheet(
        name=sheet.title,
        places=dict(_places(sheet, formulas, shows_zeros)),
        merged=[Span(one.min_row, one.min_col, one.max_row, one.max_col) for one in sheet.merged_cells.ranges],
        widths={number: one.width * _POINTS for number, one in columns.items()},
        width=(sheet.sheet_format.defaultColWidth or _DEFAULT) * _POINTS,
        hidden_rows=frozenset(row for row, one in sheet.row_dimensions.items() if one.hidden),
        hidden_columns=frozenset(number for number, one in columns.items() if one.hidden),
        has_picture=bool(sheet._images),
    )


def _columns(sheet: Any) -> Iterator[tuple[int, Any]]:
    """Yield the number of each column that says how wide it is or that it is hidden, and what it says."""
    for one in sheet.column_dimensions.values():
        last = min(one.max or one.min, 1000)
        yield from ((number, one) for number in range(one.min, last + 1))


def _places(sheet: Any, formulas: Any, shows_zeros: bool) -> Iterator[tuple[tuple[int, int], Place]]:
    """Yield the cells that hold a value or have a border."""
    for place, cell in sheet._cells.items():
        border = cell.border
        sides = tuple(bool(side and side.style) for side in (border.left, border.top, border.right, border.bottom))
        text, doubt = _shown(cell, shows_zeros)
        if not text and not doubt and formulas and formulas.cell(*place).data_type == "f":
            doubt = NO_VALUE if cell.value is None else ""
        if text or doubt or any(sides):
            yield place, Place(text, doubt, sides)  # type: ignore[arg-type]


def _shown(cell: Any, shows_zeros: bool) -> tuple[str, str]:
    """Return what a cell shows, and why that is in doubt."""
    if cell.value is None:
        return "", ""
    if cell.data_type == "e":
        return str(cell.value), AN_ERROR
    if cell.value == 0 and not shows_zeros and not isinstance(cell.value, bool):
        return "", ""
    try:
        text = show(cell.value, cell.number_format)
    except (NotShown, ArithmeticError) as reason:
        return str(cell.value), not_known(reason)
    return text, WHITE if text and _is_white(cell) else ""


def _is_white(cell: Any) -> bool:
    """Whether a cell is written in white on no ground of its own, so that nobody sees it."""
    color = cell.font and cell.font.color
    if not color or (cell.fill and cell.fill.fill_type):
        return False
    return (color.type == "rgb" and str(color.rgb)[-6:].upper() == "FFFFFF") or (
        color.type == "theme" and color.theme == 0 and not color.tint
    )
