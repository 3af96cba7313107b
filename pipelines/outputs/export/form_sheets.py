"""Form sheets: a statutory form of all current reports as one table: a printed row a row, a meaning a column.

Belongs here: rows and columns of such a table, what is said beside a row. Does not belong here: the SELECT (sql/workbook), the other
sheets (wide_tables), a form of one report as printed (evidence.facsimile).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipelines.outputs.export.sheet_values import MONEY, Cell, NumberCell, Sheet, decimals_of
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import labels as words

_NO_MONEY = ("share", "count")
"""Meanings of columns that are no amounts in the unit of the table."""
_PRINTED = "法定表：各报告原表的行，空白行从略"
_TWO_SIDED = ("T1", "T4")
_ONE_ROW = ("T7", "U7")
"""Forms whose columns alone tell the figures apart: a report is one row, whatever rows it is printed in."""


def form_sheets(warehouse: Warehouse) -> Iterator[Sheet]:
    """Each form that some current report fills, of all these reports, in the order of the forms."""
    cells = groupby(warehouse.rows("workbook/cells"), key=lambda c: c["form"])
    found = {form: _form(form, list(group)) for form, group in cells}
    yield from (found[form] for form in sorted(found, key=_form_order))


def _form_order(form: str) -> tuple[int, int]:
    """T before U before B, by number."""
    return "TUB".index(form[0]) if form[0] in "TUB" else 3, int(form[1:])


def _form(form: str, cells: Sequence[Row]) -> Sheet:
    """One form of all reports: a row a printed row, a column a meaning of a column."""
    lines = [list(group) for _, group in groupby(cells, key=lambda c: _line_key(form, c))]
    meanings = _money_columns(form, lines)
    coded = any(cell["code"] for cell in cells)
    headings = [
        "年度",
        "单位",
        *_row_headings(form, coded),
        *(_heading(form, *c) for c in meanings),
        "印刷单位",
        "页",
        "备注",
        "地址",
    ]
    return Sheet(
        title=words.form(form)[0],
        about=_PRINTED,
        headings=tuple(headings),
        rows=tuple((*_row_name(form, coded, line[0]), *_amounts(line, meanings), *_remarks(line)) for line in lines),
        fixed=2 + len(_row_headings(form, coded)),
    )


def _line_key(form: str, cell: Row) -> tuple:
    return (cell["report_id"],) if form in _ONE_ROW else (cell["report_id"], cell["panel"], cell["row"])


def _row_headings(form: str, coded: bool) -> list[str]:
    if form in _ONE_ROW:
        return []
    return [*(["收支"] if form in _TWO_SIDED else []), *(["科目编码"] if coded else []), "项目"]


def _row_name(form: str, coded: bool, cell: Row) -> Iterator[Cell]:
    yield cell["fiscal_year"]
    yield cell["unit_name"]
    if form not in _ONE_ROW:
        if form in _TWO_SIDED:
            yield "收入" if cell["panel"] == "left" else "支出"
        if coded:
            yield cell["code"]
        yield cell["row_label"]


def _money_columns(form: str, lines: Iterable[Sequence[Row]]) -> list[tuple[str, int]]:
    """The columns the lines fill: a meaning and which one of that meaning, in the order of the words."""
    order = {key: place for place, key in enumerate(_known_columns(form))}
    seen = {column for line in lines for column, _ in _by_meaning(line)}
    return sorted(seen, key=lambda c: (order.get(c[0], len(order)), c))


def _known_columns(form: str) -> list[str]:
    if form in _ONE_ROW:
        return [f"{phase}_{item}" for phase in words.keys("phase") for item in words.keys("public")]
    return words.keys("column")


def _by_meaning(line: Iterable[Row]) -> Iterator[tuple[tuple[str, int], Row]]:
    """The cells of a line by meaning; where one meaning stands twice, the second is a column of its own."""
    seen: Counter[str] = Counter()
    for cell in line:
        key = cell["column_key"] or cell["heading"]
        yield (key, seen[key]), cell
        seen[key] += 1


def _heading(form: str, key: str, number: int) -> str:
    phase, _, item = key.partition("_")
    if form in _ONE_ROW and item in words.keys("public"):
        said = f"{words.word('phase', phase)[0]}：{words.word('public', item)[0]}"
    else:
        said = words.word("column", f"{form} {key}", words.word("column", key, (key, key)))[0]
    return f"{said}{f'（{number + 1}）' if number else ''}{'' if key in _NO_MONEY else MONEY}"


def _amounts(line: Sequence[Row], meanings: Iterable[tuple[str, int]]) -> Iterator[Cell]:
    cells = dict(_by_meaning(line))
    yield from (_amount(cells[meaning]) if meaning in cells else None for meaning in meanings)


def _amount(cell: Row) -> Cell:
    """The number in 元 with the decimals printed, or what is printed instead; nothing where our reading is in doubt."""
    if cell["is_held"]:
        return None
    if cell["value_yuan"] is not None and cell["column_key"] not in _NO_MONEY:
        return NumberCell(cell["value_yuan"], decimals_of(cell["step_yuan"]))
    if cell["value"] is not None:
        return NumberCell(cell["value"], cell["decimals"] or 0)
    return cell["text"]


def _remarks(line: Sequence[Row]) -> Iterator[Cell]:
    """Unit as printed, page, whether a cell was left out, and the address of its first figure on the desk."""
    held = [cell["heading"] or cell["row_label"] for cell in line if cell["is_held"]]
    yield next((cell["counted_in"] for cell in line if cell["counted_in"]), None)
    yield line[0]["page"]
    yield f"读取存疑，未列：{'、'.join(held)}" if held else None
    yield line[0]["address"]
