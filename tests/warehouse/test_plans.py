"""The cost of the tables grows with the reports: no plan compares every row with every other one."""

import re

import duckdb
import pytest

from pipelines.findings import tables
from pipelines.settings import SQL
from pipelines.warehouse import chunks
from pipelines.warehouse import creation as building
from pipelines.warehouse.identities import OF_BUDGETS
from pipelines.warehouse.models import Model, model, models, questions
from tests.support.desk import corpus, desk
from tests.support.desk.asking import asked

SLOW = ("NESTED_LOOP_JOIN", "BLOCKWISE_NL_JOIN", "IE_JOIN")
"""Joins that DuckDB takes where no equality leads from one side to the other."""


CONSTANT = {
    "star.dim_budget",
    "star.fact_basic_expenditure",
    "star.version",
    "questions.coverage",
    "C-09",
    "C-10",
    "C-20",
    "C-27",
    "S-06",
    "S-08",
    "PS-06",
    "PS-08",
    "U-02",
    "PN-15",
}
"""Tables and identities where one side of such a join does not grow: a list in the SQL, of slips or of a person, a classification, the blank forms, the years."""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    readings = [case.reading() for family in corpus.families(range(2)) for case in family]
    connection = desk.filled(tmp_path_factory.mktemp("plans"), readings)
    tables.write(asked(connection))
    return connection


def slow(connection: duckdb.DuckDBPyConnection, select: str) -> list[str]:
    plan = connection.execute(f"explain (format json) {select}").fetchall()[0][1]  # as text a deep one is cut off
    return [join for join in SLOW if f'"{join}"' in plan]


@pytest.mark.parametrize("model", [m for m in models(SQL) if "reading.shelf" not in m.reads], ids=lambda m: m.table)
def test_no_table_is_made_by_comparing_all_with_all(model: Model, warehouse):
    found = {name(model, select): joins for select in model.selects if (joins := slow(warehouse, select))}
    assert {one: joins for one, joins in found.items() if one not in CONSTANT} == {}


def name(model: Model, select: str) -> str:
    """The identity a SELECT is of, else its table."""
    identity = re.search(r"select '([A-Z0-9-]+)' as identity_id", select)
    return identity[1] if identity else model.table


@pytest.mark.parametrize("model", questions(SQL), ids=lambda m: m.table)
def test_no_question_is_answered_by_comparing_all_with_all(model: Model, warehouse):
    assert model.table in CONSTANT or [slow(warehouse, select) for select in model.selects] == [[]]


@pytest.mark.parametrize("model", questions(SQL), ids=lambda m: m.table)
def test_no_question_sorts_its_rows(model: Model, warehouse):
    """Who asks says in which order; to sort a year of rows takes as long as to read them."""
    [select] = model.selects
    assert not is_sorted(warehouse, select)
    assert is_sorted(warehouse, f"{select} order by all")


def is_sorted(connection: duckdb.DuckDBPyConnection, select: str) -> bool:
    plan = connection.execute(f"explain (format json) {select}").fetchall()[0][1]
    return '"ORDER_BY"' in plan


def test_identities_of_budgets_make_nothing_of_final_accounts(warehouse):
    """So that they are left out where all reports are final accounts (filling)."""
    assert warehouse.execute("select distinct kind from reading.report").fetchall() == [("final",)]
    made = [
        select
        for one in (model(SQL, "checks.term"), model(SQL, "checks.ratio"))
        for identity, select in zip(one.identities, one.selects, strict=True)
        if identity.startswith(OF_BUDGETS)
    ]
    assert len(made) > 80
    assert [select for select in made if warehouse.execute(f"from ({select}) limit 1").fetchall()] == []
    assert warehouse.execute("select count(*) > 100 from checks.term").fetchall() == [(True,)]


def test_a_comparison_of_all_with_all_is_seen(warehouse):
    assert slow(warehouse, "select * from reading.amount a join reading.amount b on starts_with(a.text, b.text)")


@pytest.mark.parametrize("table, most", [*((table, 500) for table in chunks.CHUNKS), (next(iter(chunks.CHUNKS)), 1)])
def test_a_table_is_the_same_made_in_one_lot_or_in_many(table, most, warehouse, monkeypatch):
    model = next(m for m in models(SQL) if m.table == table)
    at_once = warehouse.execute(f"select * from {table} order by all").fetchall()
    assert len(list(chunks.spans(warehouse, table))) == 1
    monkeypatch.setitem(chunks.CHUNKS, table, chunks.CHUNKS[table]._replace(most=most))
    many = list(chunks.spans(warehouse, table))
    assert len(many) > 2
    building.create(warehouse, model)
    assert warehouse.execute(f"select * from {table} order by all").fetchall() == at_once
    monkeypatch.setattr(chunks, "spans", lambda *_: many[1:])
    building.create(warehouse, model)
    assert 0 < len(warehouse.execute(f"from {table}").fetchall()) < len(at_once)
    monkeypatch.undo()
    building.create(warehouse, model)
