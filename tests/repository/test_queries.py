"""The SELECTs asked of a warehouse stand in sql/, each told by its head, each asked for; no table is named in a Python string."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipelines import queries
from pipelines.findings import tables as findings
from pipelines.reading import inventory
from pipelines.settings import PROJECT, SQL, Places
from pipelines.warehouse import Contents, build, models, packing, sources

CODE = PROJECT / "pipelines"
FOLDERS = sorted(
    {path.parent.name for path in SQL.glob("*/*.sql")} - {*models.SCHEMAS, models.QUESTIONS, "examples", "macros"}
)
"""The folders of SELECTs that make no table and no view; examples are read whole (outputs.documents.questions)."""
NAMES = sorted(
    f"{folder}/{path.stem}" for folder in FOLDERS for path in (SQL / folder).glob("*.sql") if "." not in path.stem
)
COLUMNS_SPEAK = ("book", "desk", "workbook")
"""Folders whose columns carry their own meaning: those of a table by their names there, or Chinese headings."""
_TABLE = re.compile(r"\b(?:from|join) (?:raw|reading|reference|star|checks|findings|questions)\.\w+")
_PARAMETER = re.compile(r"\$(\w+)")
_SAID = re.compile(r"^-- (\$?\w+): .+$", re.MULTILINE)


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of no report: all tables, no rows."""
    folder = tmp_path_factory.mktemp("empty")
    with build.open_filled(":memory:", Contents(places=Places(folder, folder), files=(), read=lambda _: [])) as (
        warehouse,
        _,
    ):
        findings.write(warehouse)
        warehouse.connection.execute(packing.macros(SQL))
        inventory.lay_out(warehouse.connection)
        sources.open_shelf(warehouse, [])
        warehouse.connection.execute(f"create temp table seen as {queries.query(SQL, 'lots/seen')}")
        yield warehouse.connection


def statement(name: str) -> str:
    """The SELECT without its comments."""
    return re.sub(r"^\s*--.*\n", "", queries.query(SQL, name), flags=re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_head_says_in_both_languages_what_it_returns_with_its_parameters_and_columns(name, empty):
    zh, slash, en = queries.query(SQL, name).split("\n")[0].removeprefix("-- ").partition(" / ")
    assert slash, f"{name}: its first line is no `-- 中文 / English`"
    assert re.search(r"[一-龥]", zh)
    assert re.search(r"[a-z]{2}", en)
    said = _SAID.findall(queries.query(SQL, name))
    parameters = sorted(set(_PARAMETER.findall(statement(name))))
    assert sorted(one[1:] for one in said if one.startswith("$")) == parameters
    if name.partition("/")[0] not in COLUMNS_SPEAK:
        asked = empty.execute(queries.query(SQL, name), dict.fromkeys(parameters))
        assert [one for one in said if not one.startswith("$")] == [column[0] for column in asked.description]


def strings(path: Path) -> Iterator[str]:
    """The strings of a module but its docstrings; of an f-string its fixed parts."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    return (node.value for node in constants if isinstance(node.value, str))


def test_no_python_string_asks_a_table():
    """What names its tables stands in sql/; what is handed a name (`from {table}`) or asks DuckDB's catalogue may stay."""
    found = [(path.name, said) for path in CODE.rglob("*.py") for said in strings(path) if _TABLE.search(said)]
    assert found == []


def test_every_query_is_asked_for_and_every_query_asked_for_is_there():
    asked, parts = set(), set()
    for path in CODE.rglob("*.py"):
        said = set(strings(path))
        asked |= {one for one in said if re.fullmatch(rf"({'|'.join(FOLDERS)})/\w+", one)}
        parts |= {f"{folder}/{one}" for folder in FOLDERS if f"{folder}/" in said for one in said if one.isidentifier()}
    assert asked <= set(NAMES)
    stored = {f"{packing.SCHEMA}/{one.table.partition('.')[2]}" for one in packing.stored(SQL)}  # packing runs each
    assert set(NAMES) <= asked | parts | stored


def test_lineage_of_a_folder_is_of_its_own_queries():
    assert queries.tables(SQL, "provenance") == ("reading.report",)
    assert {"findings.suspect", "star.dim_report"} <= set(queries.tables(SQL, "book"))
    assert not {"reading.opinion", "checks.violation"} & set(queries.tables(SQL, "book")), "what only others ask for"
