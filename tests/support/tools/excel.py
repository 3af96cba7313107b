"""An Excel file read with nothing but its XML, so that what the writer meant does not colour what is read.

Belongs here: cells with type, value and number format, what is frozen, widths, formulas.
Does not belong here: what should be in them (tests).
"""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

_SPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_TAG = "{" + _SPACE["m"] + "}"


@dataclass(frozen=True, slots=True)
class Seen:
    """A cell: a text or a number, its number format, whether Excel is told to keep it a text when it is edited."""

    value: str | float
    shape: str
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A sheet: (row, column) → cell, columns and rows frozen, widths by column, formulas."""

    cells: dict[tuple[int, int], Seen]
    frozen: tuple[int, int]
    widths: dict[int, float]
    formulas: int

    def row(self, number: int) -> dict[str, Seen]:
        """The cells of a row by the heading of their column."""
        heads = {column: str(cell.value) for (row, column), cell in self.cells.items() if row == 0}
        return {heads[column]: cell for (row, column), cell in self.cells.items() if row == number}

    @property
    def rows(self) -> list[dict[str, Seen]]:
        """All rows below the head."""
        return [self.row(number) for number in sorted({row for row, _ in self.cells} - {0})]


def read(path: Path) -> dict[str, SheetSeen]:
    """The sheets of a file by name, in order."""
    with ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    texts = ["".join(t.itertext()) for t in ElementTree.fromstring(parts["xl/sharedStrings.xml"])]
    shapes = _shapes(ElementTree.fromstring(parts["xl/styles.xml"]))
    names = [sheet.attrib["name"] for sheet in ElementTree.fromstring(parts["xl/workbook.xml"]).iter(f"{_TAG}sheet")]
    found = [ElementTree.fromstring(parts[f"xl/worksheets/sheet{n}.xml"]) for n in range(1, len(names) + 1)]
    return {name: _sheet(tree, texts, shapes) for name, tree in zip(names, found, strict=True)}


def _shapes(styles: ElementTree.Element) -> list[tuple[str, bool]]:
    own = {f.attrib["numFmtId"]: f.attrib["formatCode"] for f in styles.iterfind(".//m:numFmt", _SPACE)}
    built_in = {"0": "General", "3": "#,##0", "4": "#,##0.00"}
    return [
        (own.get(f.attrib["numFmtId"]) or built_in[f.attrib["numFmtId"]], f.get("quotePrefix") == "1")
        for f in styles.iterfind("m:cellXfs/m:xf", _SPACE)
    ]


def _sheet(tree: ElementTree.Element, texts: list[str], shapes: list[tuple[str, bool]]) -> SheetSeen:
    cells = {}
    for cell in tree.iter(f"{_TAG}c"):
        value = cell.findtext("m:v", None, _SPACE)
        if value is not None:
            seen = texts[int(value)] if cell.get("t") == "s" else float(value)
            cells[_place(cell.attrib["r"])] = Seen(seen, *shapes[int(cell.get("s", 0))])
    pane = tree.find(".//m:pane", _SPACE)
    frozen = (int(pane.get("xSplit", 0)), int(pane.get("ySplit", 0))) if pane is not None else (0, 0)
    widths = {
        number - 1: float(column.attrib["width"])
        for column in tree.iterfind(".//m:col", _SPACE)
        for number in range(int(column.attrib["min"]), int(column.attrib["max"]) + 1)
    }
    return SheetSeen(cells, frozen, widths, sum(1 for _ in tree.iter(f"{_TAG}f")))


def _place(name: str) -> tuple[int, int]:
    """Row and column, from 0, of a cell's name: B1 is (0, 1)."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name.removeprefix(letters)) - 1, column - 1
