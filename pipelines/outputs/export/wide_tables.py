"""Wide tables: tables for people, a row of a form a row, a meaning a column, all under Chinese headings.

Belongs here: overview, questions, forms of all current reports put side by side, findings and reports as sheets.
Does not belong here: the SELECTs (sql/workbook), how a sheet is written (workbook), a form as printed (evidence.facsimile).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from pipelines.lists import read_list
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import labels as words
from pipelines.warehouse import Model, label, questions

_MONEY = "（元）"
_NO_MONEY = ("share", "count")
"""Meanings of columns that are no amounts in the unit of the table."""
_PRINTED = "法定表：各报告原表的行，空白行从略"
_LAST = 1_000_000
"""Place of a question that the list of questions does not name."""
_NAMES = ("unit_name", "fiscal_year")
"""What a row of an answer is about: stays in sight."""
_TWO_SIDED = ("T1", "T4")
_ONE_ROW = ("T7", "U7")
"""Forms whose columns alone tell the figures apart: a report is one row, whatever rows it is printed in."""


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A number with the decimals it is shown with."""

    value: Decimal
    decimals: int


Cell = NumberCell | str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: title, what it is about, headings, rows; the first `fixed` columns stay in sight."""

    title: str
    about: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int


def sheets(warehouse: Warehouse) -> Iterator[Sheet]:
    """The overview, the findings, the questions, each form some report fills and the reports of an open warehouse."""
    yield _list_rows(warehouse, "overview", "总览", "每份现行报告一行", 3)
    yield _list_rows(warehouse, "findings", "发现", "不符与可疑之处，一个原因一行，供人核对", 2)
    for question in _in_order(warehouse.places.sql):
        yield _answer(warehouse, question)
    cells = groupby(warehouse.rows("workbook/cells"), key=lambda c: c["form"])
    found = {form: _form(form, list(group)) for form, group in cells}
    yield from (found[form] for form in sorted(found, key=_form_order))
    yield _list_rows(warehouse, "reports", "报告", "数字所出的 PDF，各版本，附 SHA-256", 2)


def _in_order(sql: Path) -> list[Model]:
    """The questions as sql/workbook/questions.csv orders them; those it does not name come last."""
    places = {row["question"]: line for line, row in read_list(sql / "workbook" / "questions.csv", ["question"])}
    return sorted(questions(sql), key=lambda question: places.get(question.name, _LAST))


def _form_order(form: str) -> tuple[int, int]:
    """T before U before B, by number."""
    return "TUB".index(form[0]) if form[0] in "TUB" else 3, int(form[1:])


def _list_rows(warehouse: Warehouse, name: str, title: str, about: str, fixed: int) -> Sheet:
    """A SELECT as a sheet; its column `step`, where it has one, gives the decimals of the money of a row."""
    listed = warehouse.rows(f"workbook/{name}")
    headings = [heading for heading in warehouse.columns(f"workbook/{name}") if heading != "step"]
    lines = tuple(tuple(_cell(row, h) for h in headings) for row in listed)
    return Sheet(title=title, about=about, headings=tuple(headings), rows=lines, fixed=fixed)


def _answer(warehouse: Warehouse, question: Model) -> Sheet:
    """A view of sql/questions as a sheet, under its Chinese title and headings; of one in sql/workbook/answers those rows alone."""
    labels = [label(comment) for comment in question.columns.values()]
    if (warehouse.places.sql / "workbook" / "answers" / f"{question.name}.sql").is_file():
        answered = warehouse.ask(f"workbook/answers/{question.name}").fetchall()
    else:
        columns = ", ".join(question.columns)
        answered = warehouse.connection.execute(f"select {columns} from {question.table} order by all").fetchall()
    return Sheet(
        title=question.title,
        about=label(question.description).partition("：")[2],
        headings=tuple(labels),
        rows=tuple(tuple(map(_as_cell, row)) for row in answered),
        fixed=1 + max(place for place, name in enumerate(question.columns) if name in _NAMES),
    )


def _as_cell(value: Any) -> Cell:
    if isinstance(value, Decimal | float):
        return NumberCell(Decimal(value), 2)
    return ("是" if value else "否") if isinstance(value, bool) else value


def _cell(row: Row, heading: str) -> Cell:
    value = row[heading]
    if heading == "程度":
        return words.word("severity", value)[0]
    if isinstance(value, Decimal):
        return NumberCell(value, decimals_of(row.get("step")) if heading.endswith(_MONEY) else 4)
    return value


def decimals_of(step: Decimal | None) -> int:
    """The decimals of an amount in 元 whose last printed digit is worth `step`: 100 元 and 1 元 none, 0.01 元 two."""
    return max(0, -step.normalize().adjusted()) if step else 2


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
    return f"{said}{f'（{number + 1}）' if number else ''}{'' if key in _NO_MONEY else _MONEY}"


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
