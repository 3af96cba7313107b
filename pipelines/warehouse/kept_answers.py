"""Kept answers: questions whose answers lie in the published file, because working out those of a year takes too long.

Belongs here: which they are, the SELECT that makes what is kept of each and the one that shows it, both made of the question's columns.
Does not belong here: writing them (packing), other questions (creation), what these SELECTs join (sql/stored).

They lie by year and unit, and are told as they lie: to sort those of a year takes as long as to read them.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pipelines.warehouse.models import QUESTIONS, Model, Stored, questions

_KEPT = {
    "basic_and_project": "scope",
    "budget_against_final": "scope, function_code",
    "budget_completion": "page, address, phase",
    "carry_over": "fund",
    "cofog": "scope, division",
    "income_by_source": "income_yuan desc",
    "judged_share": "judged_percent",
    "largest_changes": "against, place, address",
    "per_head": "item, source is null, measure",
    "personnel_and_public": "scope, item_code",
    "procurement": "page",
    "running_costs": "page",
    "spending_by_function": "scope, function_code",
    "three_public_costs": "item, stands_in nulls first, measure",
    "year_on_year": "scope, item_code",
}
"""Question → the order of its rows within a year and a unit."""
_ID, _FILE, _MONEY = "address", "file", "_yuan"
"""Columns that follow from the report: the file not at all kept, of the address what stands behind the digits of the report; how those of money end."""
_ADDRESS = "address_of("
"""What makes the address of an id, which says where the desk stands: ids are kept."""
_TOLD, _WIDE = "::decimal(20, ", "::decimal(38, "
"""The kind that money is told as, and the kind that it is kept as: an answer too large to be told must not keep the file from being published."""
_NUMBER = {"report": "report (stored.report)"}
_WITHIN = {
    _ID: "id that its address leads to, after the first 16 digits of its report's; empty where that is the report"
}


@cache
def tables(sql: Path) -> tuple[Stored, ...]:
    """What is kept of answers: tables of the schema `stored`, ordered by name."""
    return tuple(_kept(question) for question in _questions(sql))


def _questions(sql: Path) -> Iterator[Model]:
    return (question for question in questions(sql) if question.name in _KEPT)


def _kept(question: Model) -> Stored:
    table, order = question.table, f"fiscal_year, unit_name, {_KEPT[question.name]}"
    report = "report.file = answer.file" if _FILE in question.columns else "report.report_id[:16] = answer.address[:16]"
    columns = ", ".join(
        f"place_within(answer.{column}) as {column}" if column == _ID else f"answer.{column}"
        for column in _stored(question)
    )
    said = {column: comment.partition(" / ")[2] for column, comment in _stored(question).items()}
    return Stored(
        table=f"stored.{question.name}",
        description=f"{question.title}的答案，存放形式 / Answer of {table} as it lies in the file, by year and unit; people ask the view of that name.",
        columns=_NUMBER | said | _WITHIN,
        select=f"select report.report, {columns} from {_made(question)} as answer join report_number as report on {report} order by {order}",
        order=order,
    )


def _stored(question: Model) -> dict[str, str]:
    return {column: comment for column, comment in question.columns.items() if column != _FILE}


def _made(question: Model) -> str:
    return f"answer_{question.name}"


@cache
def views(sql: Path) -> dict[str, str]:
    """View of a question, schema.name → the SELECT that shows what is kept of its answer, or is made of what is kept for it (sql/stored/views)."""
    files = {p.stem: p.read_text(encoding="utf-8") for p in (sql / "stored" / "views").glob(f"{QUESTIONS}.*.sql")}
    return files | {question.table: _shown(question) for question in _questions(sql)}


def _shown(question: Model) -> str:
    columns = ", ".join(map(_told, question.columns))
    return f"select {columns} from stored.{question.name} as told join reports_told() as report using (report)"


def _told(column: str) -> str:
    if column == _FILE:
        return f"report.{column}"
    if column == _ID:
        return f"if(told.{column} = '', report.own_{column}, report.{column} || told.{column}) as {column}"
    return f"told.{column}{_TOLD}2) as {column}" if column.endswith(_MONEY) else f"told.{column}"


@cache
def answer_views(sql: Path) -> str:
    """Statements after which answer_<name> is the answer of each that is kept, of one connection alone, with ids in the place of addresses."""
    return "\n".join(
        f"create or replace temp view {_made(question)} as {question.selects[0].replace(_ADDRESS, '(').replace(_TOLD, _WIDE)};"
        for question in _questions(sql)
    )
