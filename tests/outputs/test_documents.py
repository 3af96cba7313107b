"""The documents written from a warehouse stay current, and every question stands in it as a view anybody can open."""

import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipelines.outputs.documents import data_dictionary
from pipelines.outputs.documents import questions as examples
from pipelines.settings import DOCS, SQL
from pipelines.warehouse import models, packing
from pipelines.warehouse.models import label
from tests.studies import docs
from tests.support.desk.asking import asked


@pytest.fixture(scope="module")
def samples(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    return docs.samples(tmp_path_factory.mktemp("samples"))


@pytest.mark.parametrize("document", docs.DOCUMENTS, ids=lambda module: module.NAME)
def test_document_is_what_the_samples_give(document, samples):
    """To accept a change on purpose: make docs"""
    assert (DOCS / document.NAME).read_text(encoding="utf-8") == document.document(asked(samples))


def test_every_question_is_a_persisted_view_with_rows_and_labels(samples):
    questions = models.questions(SQL)
    assert len(questions) >= 12
    for question in questions:
        found = samples.sql(f"select * from {question.table} order by all")
        assert found.columns == list(question.columns), question.table
        rows = found.fetchall()
        assert rows, question.table
        labelled = samples.sql(f'select * from 提问."{question.title}" order by all')
        assert labelled.columns == [label(comment) for comment in question.columns.values()]
        assert labelled.fetchall() == rows
    views = samples.execute("select schema_name || '.' || view_name from duckdb_views() where not internal").fetchall()
    asked = {q.table for q in questions} | {f"提问.{q.title}" for q in questions}
    assert {view for (view,) in views} == asked | packing.views(SQL).keys()


def test_labels_are_chinese_unique_and_need_no_quotes(samples):
    for question in models.questions(SQL):
        labels = [label(comment) for comment in question.columns.values()]
        assert len(set(labels)) == len(labels)
        for name in (question.title, *labels):
            assert re.fullmatch(r"[A-Za-z一-龥（）％]*[一-龥（）％]", name), name
        samples.sql(f"select {', '.join(labels)} from 提问.{question.title}")


def test_amounts_are_decimals_of_a_cent_and_shares_are_percent(samples):
    for question in models.questions(SQL):
        found = samples.sql(f"select * from {question.table}")
        for name, kind in zip(found.columns, map(str, found.types), strict=True):
            assert (kind == "DECIMAL(20,2)") == name.endswith("_yuan"), name
            said = label(question.columns[name])
            assert name.endswith("_yuan") == ("（元）" in said), name
            assert name.endswith("_percent") == ("（％）" in said), name


def test_questions_read_only_what_is_published(samples):
    """A view that needs a file beside the warehouse would fail where the warehouse is copied to."""
    published = {
        table for (table,) in samples.execute("select schema_name || '.' || table_name from duckdb_tables()").fetchall()
    }
    for question in models.questions(SQL):
        assert set(question.reads) <= published | packing.views(SQL).keys(), question.table
    assert examples.example(SQL, models.questions(SQL)[0])


def test_a_copy_of_the_warehouse_answers_in_another_process(samples, tmp_path):
    [(database,)] = samples.execute("select path from duckdb_databases() where not internal").fetchall()
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(Path(database).read_bytes())
    program = f"import duckdb; c = duckdb.connect({str(copy)!r}, read_only=True); print(c.sql('from 提问.机关运行经费').df().shape)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "(6, 13)", done.stderr
    attached = duckdb.connect()
    attached.execute(f"attach '{copy}' as elsewhere (read_only)")
    assert attached.execute("select count(*) from elsewhere.questions.running_costs").fetchone() == (6,)


def test_every_table_and_column_stands_in_the_dictionary_with_its_comment(samples):
    text = (DOCS / data_dictionary.NAME).read_text(encoding="utf-8")
    sections = dict(zip(*[iter(re.split(r"^### (\S+)$", text, flags=re.M)[1:])] * 2, strict=True))
    rows = samples.execute(
        "select schema_name || '.' || table_name, column_name, data_type, comment from duckdb_columns() where not internal"
        " and schema_name != '提问'"
    ).fetchall()
    assert set(sections) == {table for table, *_ in rows}
    for table, column, kind, comment in rows:
        assert comment, f"{table}.{column} has no comment: give it one in its SQL file or sql/reference/loaded.toml"
        said = comment.rpartition(" / ")[2].replace("|", "\\|")
        assert re.search(rf"^\| `{column}` \|.* {re.escape(kind)} \|.* {re.escape(said)} \|$", sections[table], re.M), (
            f"{table}.{column}"
        )


def test_every_view_with_chinese_names_is_described(samples):
    text = (DOCS / data_dictionary.NAME).read_text(encoding="utf-8")
    rows = samples.execute(
        "select table_name, column_name, comment from duckdb_columns() where schema_name = '提问'"
    ).fetchall()
    assert {table for table, *_ in rows} == {question.title for question in models.questions(SQL)}
    for table, column, comment in rows:
        assert comment
        assert f"`提问.{table}`" in text
        assert f"| {column} |" in text


def test_tables_have_comments_in_both_languages(samples):
    tables = "select schema_name || '.' || table_name, comment from duckdb_tables() where not internal"
    views = "select schema_name || '.' || view_name, comment from duckdb_views() where not internal"
    for table, comment in samples.execute(f"{tables} union all {views}").fetchall():
        zh, _, en = (comment or "").partition(" / ")
        assert re.search("[一-龥]", zh), table
        assert re.search("[A-Za-z]{3}", en), table


@pytest.mark.parametrize("table", [t for t, m in models.meanings(SQL).items() if "key" in m or "apart" in m])
def test_keys_tell_the_rows_apart(table, samples):
    meaning = models.meanings(SQL)[table]
    columns = meaning.get("key") or meaning["apart"]
    rows = samples.execute(f"select {', '.join(columns)} from {table}").fetchall()
    assert len(set(map(str, rows))) == len(rows)
    if "key" in meaning:
        assert all(value is not None for row in rows for value in row)


@pytest.mark.parametrize("table", [t for t, m in models.meanings(SQL).items() if "references" in m])
def test_references_lead_to_a_row(table, samples):
    for column, target in models.meanings(SQL)[table]["references"].items():
        schema, name, *other = target.split(".")
        lost = samples.execute(
            f"select count(*) from {table} where {column} is not null and {column} not in (select {[*other, column][0]} from {schema}.{name})"
        ).fetchone()
        assert lost == (0,), f"{table}.{column} → {target}"
