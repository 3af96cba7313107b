"""What is carried away: every row of every table, keys that hold, types and meanings the frictionless library accepts."""

import hashlib
import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import duckdb
import pandas
import polars
import pyarrow.parquet as pq
import pytest
from frictionless import FrictionlessException, Package, Resource, Schema

from pipelines.orchestration.definitions import definitions
from pipelines.orchestration.resources import Settings
from pipelines.outputs.export import data_package, parquet, provenance
from pipelines.raw_files import raw_files
from pipelines.settings import PROJECT, SQL, Places
from pipelines.warehouse import models
from tests.support.desk.asking import asked

NAMED = "(code|label|description)"
TAXONOMY = re.compile(
    "value|value-(kind|currency):(code|label)|date:fiscal-year|date:generic|budget-line-id|direction|phase:(id|label)"
    f"|expenditure-type:(code|label)|functional-classification:cofog:((division|group|class):)?{NAMED}"
    f"|(functional|administrative)-classification:generic:(level[1-8]:)?{NAMED}"
    f"|economic-classification:(generic|gfsm):(level[1-4]:)?{NAMED}|fin-source:generic:(level[1-3]:)?(code|label)"
    "|geo:(generic|source):(code|codeList|title)"
)
"""The ColumnTypes of the budget taxonomy of Fiscal Data Package 1.0 that a final account may need."""
DATA_TYPES = {"value": "number", "date:fiscal-year": "integer"}
"""Their types in a Table Schema; all others are strings."""


@pytest.fixture(scope="module")
def summary(small) -> parquet.ExportSummary:
    return parquet.build(small)


@pytest.fixture(scope="module")
def content(small, summary) -> dict:
    return json.loads((small.export / data_package.NAME).read_text(encoding="utf-8"))


@pytest.fixture
def warehouse(small) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(small.database, read_only=True) as connection:
        yield connection


def stored(small: Places, resource: dict) -> duckdb.DuckDBPyRelation:
    """The rows of a resource as the Parquet files have them."""
    paths = [str(small.export / path) for path in resource["path"]]
    return duckdb.read_parquet(paths, hive_partitioning=False)


def test_every_row_of_every_table_is_there_in_files_of_its_year(small, content, summary, warehouse):
    tables = {r["name"]: r for r in content["resources"] if r["format"] == "parquet"}
    wanted = warehouse.sql(
        "select table_schema || '.' || table_name from information_schema.tables"
        " where table_schema in ('star', 'reference', 'checks', 'findings', 'questions')"
    ).fetchall()
    assert {*tables, *parquet.EVIDENCE} == set(tables) == {*(name for (name,) in wanted), *parquet.EVIDENCE}
    total = 0
    for name, resource in tables.items():
        key = data_package.FIGURES.get(name)
        rows = warehouse.sql(f"select *, address_of({key}) as address from {name}" if key else f"select * from {name}")
        got = stored(small, resource)
        assert got.columns == rows.columns, name
        assert sorted(map(str, got.fetchall())) == sorted(map(str, rows.fetchall())), name
        total += len(rows)
        for path in resource["path"]:
            if path.count("/") == 3:
                one = duckdb.read_parquet(str(small.export / path), hive_partitioning=False)
                year = one.aggregate("any_value(fiscal_year)").fetchone()[0]
                assert path.split("/")[2] == (str(year) if year else parquet.NO_YEAR)
                assert len(one.distinct().project("fiscal_year").distinct()) == 1
    assert (summary.tables, summary.rows) == (len(tables), total)
    assert len(tables["star.fact_expenditure"]["path"]) == 2
    assert len(tables["star.dim_unit"]["path"]) == 1


def test_the_whole_is_one_dataset_to_duckdb(small, summary):
    pattern = str(small.export / "star/fact_expenditure/**/*.parquet")
    with duckdb.connect(small.database, read_only=True) as connection:
        told = "select fiscal_year, sum(amount_yuan) from {} group by all order by all"
        assert (
            connection.sql(told.format(f"read_parquet('{pattern}')")).fetchall()
            == connection.sql(told.format("star.fact_expenditure")).fetchall()
        )


def test_pandas_polars_and_arrow_read_every_table_as_they_come(small, summary, content, warehouse):
    """Each with no option at all: a folder a year has no year in its name that would stand beside the column."""
    years = 0
    for resource in (r for r in content["resources"] if r["format"] == "parquet"):
        folder = (small.export / resource["name"].replace(".", "/")).as_posix()
        [rows] = warehouse.sql(f"select count(*) from {resource['name']}").fetchone()
        columns = [field["name"] for field in resource["schema"]["fields"]]
        with_pandas, with_arrow = pandas.read_parquet(folder), pq.read_table(folder)
        assert (len(with_pandas), list(with_pandas)) == (rows, columns), resource["name"]
        assert (with_arrow.num_rows, with_arrow.column_names) == (rows, columns), resource["name"]
        with_polars = polars.read_parquet(f"{folder}/**/*.parquet")
        assert (with_polars.height, with_polars.columns) == (rows, columns), resource["name"]
        years += "fiscal_year" in columns
    assert years > 20


def test_frictionless_accepts_the_descriptor_and_would_not_accept_a_wrong_one(content):
    package = Package.from_descriptor(content)
    assert list(Package.metadata_validate(package.to_descriptor())) == []
    broken = json.loads(json.dumps(content))
    broken["resources"][0]["schema"]["fields"][0]["type"] = "money"
    with pytest.raises(FrictionlessException, match='field type "money" is not supported'):
        Package.from_descriptor(broken)


def package_with_rows(small: Places, content: dict) -> Package:
    """The package with the rows of its Parquet files within, so that frictionless needs no reader of Parquet."""
    resources = []
    for resource in content["resources"]:
        if resource["format"] == "parquet":
            rows = stored(small, resource)
            data = [rows.columns, *map(list, rows.fetchall())]
            schema = Schema.from_descriptor(resource["schema"])
            resources.append(Resource(name=resource["name"], data=data, schema=schema))
    return Package(resources=resources)


def test_frictionless_finds_types_keys_and_references_to_hold(small, content):
    report = package_with_rows(small, content).validate()
    said = [(task.name, error.message) for task in report.tasks for error in task.errors]
    assert (report.valid, said[:5]) == (True, [])


def test_frictionless_would_see_a_broken_reference(small, content):
    package = package_with_rows(small, content)
    fact = package.get_resource("star.fact_expenditure")
    place = fact.data[0].index("unit_key")
    fact.data[1][place] = "nobody"
    report = package.validate()
    assert [task.name for task in report.tasks if not task.valid] == ["star.fact_expenditure"]


def test_every_table_of_the_star_has_keys_and_every_money_column_of_a_fact_a_meaning(content):
    known = {r["name"]: r["schema"] for r in content["resources"] if r["format"] == "parquet"}
    assert {table for table in models.meanings(SQL) if parquet.is_carried(table)} <= set(known)
    for name, schema in known.items():
        types = [field.get("columnType") for field in (*schema["fields"], *schema.get("extraFields", ()))]
        if name.startswith("star.") and name != "star.derived":
            assert schema["primaryKey"], name
        if name.startswith("star.fact_"):
            assert types.count("value") == types.count("date:fiscal-year") == types.count("value-currency:code") == 1
            assert len(schema["foreignKeys"]) >= 3


def test_column_types_are_of_the_taxonomy_each_once_a_table_and_of_its_data_type(content):
    used = set()
    for resource in content["resources"]:
        schema = resource.get("schema", {"fields": []})
        fields = [f for f in (*schema["fields"], *schema.get("extraFields", ())) if "columnType" in f]
        said = [field["columnType"] for field in fields]
        assert len(said) == len(set(said)), resource["name"]
        assert [column for column in said if not TAXONOMY.fullmatch(column)] == [], resource["name"]
        assert {f["name"] for f in fields if f["type"] != DATA_TYPES.get(f["columnType"], "string")} == set()
        labels = {column.removesuffix(":label") for column in said if column.endswith(":label")}
        assert labels <= {column.removesuffix(":code") for column in said if column.endswith(":code")}
        used |= set(said)
    assert {
        "value", "date:fiscal-year", "functional-classification:generic:code", "economic-classification:generic:code",
        "administrative-classification:generic:code", "functional-classification:cofog:division:code",
    } <= used  # fmt: skip


def test_names_in_tables_toml_are_columns(content):
    for resource in content["resources"]:
        columns = {field["name"] for field in resource.get("schema", {}).get("fields", ())}
        meaning = models.meanings(SQL).get(resource["name"], {})
        named = {*meaning.get("key", ()), *meaning.get("references", ()), *meaning.get("fiscal", ())}
        assert named <= columns, resource["name"]


def test_descriptions_are_the_comments_of_the_warehouse(content, warehouse):
    comments = dict(
        warehouse.sql(
            "select (schema_name || '.' || table_name, column_name), comment from duckdb_columns() where not internal"
        ).fetchall()
    )
    comments |= {(table, data_package.ADDRESS[0]): data_package.ADDRESS[2] for table in data_package.FIGURES}
    for resource in content["resources"]:
        for field in resource.get("schema", {}).get("fields", ()):
            assert field.get("description") == comments[resource["name"], field["name"]]
    unit = next(r for r in content["resources"] if r["name"] == "star.dim_unit")
    assert unit["title"].startswith("单位维")
    assert unit["description"].startswith("Departments and units")


def test_the_export_names_code_date_and_reports(small, content):
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if head.returncode == 0 and (PROJECT / ".git").exists():
        assert content["code"].removesuffix("-dirty") == head.stdout.strip()
    assert content["version"] == "0.1.0"
    assert content["created"].endswith("Z")
    assert len(content["readers"]) == 1
    named = {source["path"]: source["hash"] for source in content["sources"]}
    assert named == {f"raw/{file.name}": f"sha256:{file.sha256}" for file in raw_files(small.raw)}


def test_each_file_alone_names_its_table_and_the_code(small, content):
    for resource in content["resources"]:
        for path in resource["path"] if resource["format"] == "parquet" else ():
            told = pq.read_schema(small.export / path).metadata or pq.read_metadata(small.export / path).metadata
            assert (told[b"table"].decode(), told[b"code"].decode()) == (resource["name"], content["code"])


def test_the_job_of_the_asset_writes_it_anew(small, summary):
    before = (small.export / data_package.NAME).stat().st_ino
    with dg.DagsterInstance.ephemeral() as instance:
        job = definitions(Settings.of(small)).resolve_job_def("write_export")
        done = job.execute_in_process(instance=instance)
    [made] = done.asset_materializations_for_node("export")
    assert {key: made.metadata[key].value for key in ("tables", "rows", "files")} == {
        "tables": summary.tables, "rows": summary.rows, "files": summary.files,
    }  # fmt: skip
    assert (small.export / data_package.NAME).stat().st_ino != before


def test_outside_a_repository_the_release_is_the_version_of_the_code(tmp_path, warehouse):
    made = provenance.of(asked(warehouse), checkout=tmp_path)
    assert made.code == made.release == "0.1.0"


def test_hashes_of_the_files_are_theirs_and_a_second_export_has_the_same(small, content):
    def digests() -> dict[str, str]:
        files = small.export.rglob("*.parquet")
        return {str(f.relative_to(small.export)): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}

    named = {f["path"]: f["hash"] for r in content["resources"] for f in r.get("files", ())}
    first = digests()
    assert {path: f"sha256:{digest}" for path, digest in first.items()} == named
    parquet.build(small)
    assert digests() == first
    assert [name for name in os.listdir(small.warehouse) if name.startswith(".export")] == []


def test_a_table_without_rows_has_a_file_that_shows_its_columns(small, tmp_path):
    database = tmp_path / "empty.duckdb"
    database.write_bytes(small.database.read_bytes())
    with duckdb.connect(database) as connection:
        connection.execute("delete from findings.finding")
        parquet.write(asked(connection), tmp_path / "export")
    [file] = (tmp_path / "export/findings/finding").rglob("*.parquet")
    assert "sentence_zh" in duckdb.read_parquet(str(file)).columns


def test_a_type_without_a_word_is_an_error_that_says_where():
    assert [data_package.table_schema_type(kind) for kind in ("VARCHAR[]", "DECIMAL(24,4)", "INTEGER", "BIGINT")] == [
        "array", "number", "integer", "integer",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="INTERVAL"):
        data_package.table_schema_type("INTERVAL")


def test_a_missing_warehouse_is_said_in_one_sentence(tmp_path: Path):
    done = subprocess.run(
        [os.sys.executable, "-m", "pipelines", "export", "--warehouse", str(tmp_path)],
        cwd=PROJECT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "make warehouse" in done.stderr
