"""What depends on what comes from the SQL itself: a table more in a SELECT, a macro, an expectation or a folder is seen."""

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipelines import queries
from pipelines.settings import EXPECTATIONS, SQL, Places
from pipelines.warehouse import build, lineage, models, suites
from tests.support.desk.asking import PLACES


@pytest.fixture
def copied(tmp_path) -> Places:
    """Places with a copy of sql/ and expectations/ that a test may spoil."""
    for folder in (SQL, EXPECTATIONS):
        shutil.copytree(folder, tmp_path / folder.name)
    return Places(tmp_path, tmp_path, sql=tmp_path / "sql", expectations=tmp_path / "expectations")


def reads(sql: Path, table: str) -> tuple[str, ...]:
    return next(model.reads for model in models.models(sql) if model.table == table)


@pytest.mark.parametrize(
    ("prelude", "found"),
    [
        ("-- words\ncreate or replace macro m(a) as table\nselect * from star.dim_unit, star.dim_year where x = a;", ("star.dim_unit", "star.dim_year")),
        ("create or replace macro m(a, b) as table with one as (from checks.term) from one where y in (from star.dim_year)", ("checks.term", "star.dim_year")),
        ("create or replace macro m(a) as\n    a > (select max(year) from star.dim_year);\n-- none\ncreate or replace macro n(a) as a;", ("star.dim_year",)),
        ("set variable x = (select 'from checks.term' from reference.reason);", ("reference.reason",)),
        ("", ()),
    ],
)  # fmt: skip
def test_tables_of_macros_and_variables(prelude, found):
    assert lineage.tables_read_by(prelude) == found


@pytest.mark.parametrize(
    "statement", ["create table t as from checks.term", "create macro m() as table from checks.term"]
)
def test_a_statement_whose_tables_nobody_sees_is_refused(statement):
    with pytest.raises(ValueError, match="macros and variables alone"):
        lineage.tables_read_by(f"create or replace macro m(a) as a;\n{statement};")


def test_a_macro_puts_a_model_after_what_it_reads(copied):
    assert "checks.successor" not in reads(SQL, "checks.quotient")
    macros = copied.sql / "checks/kernel/macros/quotient.more.sql"
    macros.write_text(
        "create or replace macro more() as table\nselect 1 from star.dim_year, checks.successor;\n", encoding="utf-8"
    )
    assert {"star.dim_year", "checks.successor"} <= set(reads(copied.sql, "checks.quotient"))
    order = [model.table for model in models.models(copied.sql)]
    assert order.index("checks.successor") < order.index("checks.quotient")


def test_an_identity_puts_the_terms_after_what_it_reads(copied):
    [path] = (copied.sql / "checks/identities").glob("*/I-02.sql")
    path.write_text(path.read_text(encoding="utf-8") + "union all by name\nfrom star.dim_year\n", encoding="utf-8")
    assert "star.dim_year" not in reads(copied.sql, "checks.ratio")
    assert "star.dim_year" in reads(copied.sql, "checks.term")


def test_findings_are_made_from_what_their_queries_read(copied):
    before = queries.tables(SQL, "findings")
    assert {"checks.outcome", "reading.amount", "reference.identity"} <= set(before)
    (copied.sql / "findings/more.sql").write_text("from star.dim_year", encoding="utf-8")
    assert set(queries.tables(copied.sql, "findings")) == {*before, "star.dim_year"}


def test_a_suite_reads_what_its_expectations_ask(copied):
    before = suites.reads(suites.suite(PLACES, "star"), SQL)
    assert "star.fact_balance" in before
    assert "star.dim_year" not in before
    path = copied.expectations / "star.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["expectations"][0]["meta"]["query"] = "select unit_key from star.dim_unit, star.dim_year"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert set(suites.reads(suites.suite(copied, "star"), copied.sql)) == {*before, "star.dim_year"}


def test_a_family_suite_reads_what_shows_its_violations(copied):
    before = suites.reads(suites.suite(PLACES, "prose"), SQL)
    path = copied.sql / "suites/failing.sql"
    path.write_text(
        path.read_text(encoding="utf-8").replace("from checks.violation", "from checks.violation, star.dim_year"),
        encoding="utf-8",
    )
    assert set(suites.reads(suites.suite(copied, "prose"), copied.sql)) == {*before, "star.dim_year"}


def test_every_reference_file_is_a_table(copied):
    (copied.sql / "reference/more.csv").write_text("code,first_year\n007,2020\n", encoding="utf-8")
    with duckdb.connect() as connection:
        build.fill(queries.Warehouse(connection, copied), [])
        found = connection.execute("select table_name from duckdb_tables() where schema_name = 'reference'").fetchall()
        assert {name for (name,) in found} == {
            "identity",
            "region_name",
            *(path.stem for path in (SQL / "reference").glob("*.csv")),
            "more",
        }
        assert connection.execute("from reference.more").fetchall() == [("007", 2020)]


def test_a_reference_file_means_what_any_reader_of_csv_reads(copied):
    """A comma in a field is quoted: what a dialect guessed from the rows makes of it changes with the rows."""
    with duckdb.connect() as connection:
        build.fill(queries.Warehouse(connection, copied), [])
        for path in (SQL / "reference").glob("*.csv"):
            with open(path, encoding="utf-8", newline="") as file:
                _, *rows = csv.reader(file)
            loaded = connection.execute(f"select columns(*)::varchar from reference.{path.stem}").fetchall()
            assert [tuple(value or "" for value in row) for row in loaded] == [tuple(row) for row in rows], path.stem
    (copied.sql / "reference/more.csv").write_text("pattern\n[,;]x\n", encoding="utf-8")
    with duckdb.connect() as connection, pytest.raises(duckdb.InvalidInputException, match=r"more\.csv"):
        build.fill(queries.Warehouse(connection, copied), [])


def test_the_tables_named_are_those_of_the_parse_tree():
    selects = [select for one in (*models.models(SQL), *models.questions(SQL)) for select in one.selects]
    asked = [
        path.read_text(encoding="utf-8")
        for name in ("findings", "desk", "incremental")
        for path in (SQL / name).glob("*.sql")
    ]
    parsed = 0
    for select in (*selects, *asked):
        tree = json.loads(duckdb.execute(f"select json_serialize_sql({queries.quoted(select)})").fetchall()[0][0])
        if not tree["error"]:
            parsed += 1
            assert queries.tables_read(select) == tuple(sorted(set(base_tables(tree)))), select[:200]
    assert parsed > len(selects)


def base_tables(node: object) -> Iterator[str]:
    """The tables with a schema in a tree that DuckDB's parser made."""
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict) and node.get("type") == "BASE_TABLE" and node["schema_name"]:
        yield f"{node['schema_name']}.{node['table_name']}"
    for child in children:
        yield from base_tables(child)
