"""Wide tables: the tables for people, one a sheet, all under Chinese headings.

Belongs here: which there are, in which order; overview, questions, findings and reports as sheets.
Does not belong here: the SELECTs (sql/workbook), forms (form_sheets), how a sheet is written (workbook).
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.lists import read_list
from pipelines.outputs.export.form_sheets import form_sheets
from pipelines.outputs.export.sheet_values import MONEY, Cell, NumberCell, Sheet, decimals_of
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import labels as words
from pipelines.warehouse import Model, label, questions

_LAST = 1_000_000
"""Place of a question that the list of questions does not name."""
_NAMES = ("unit_name", "fiscal_year")
"""What a row of an answer is about: stays in sight."""


def sheets(warehouse: Warehouse) -> Iterator[Sheet]:
    """The overview, the findings, the questions, each form some report fills and the reports of an open warehouse."""
    yield _list_rows(warehouse, "overview", "总览", "每份现行报告一行", 3)
    yield _list_rows(warehouse, "findings", "发现", "不符与可疑之处，一个原因一行，供人核对", 2)
    for question in _in_order(warehouse.places.sql):
        yield _answer(warehouse, question)
    yield from form_sheets(warehouse)
    yield _list_rows(warehouse, "reports", "报告", "数字所出的 PDF，各版本，附 SHA-256", 2)


def _in_order(sql: Path) -> list[Model]:
    """The questions as sql/workbook/questions.csv orders them; those it does not name come last."""
    places = {row["question"]: line for line, row in read_list(sql / "workbook" / "questions.csv", ["question"])}
    return sorted(questions(sql), key=lambda question: places.get(question.name, _LAST))


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
        return NumberCell(value, decimals_of(row.get("step")) if heading.endswith(MONEY) else 4)
    return value
