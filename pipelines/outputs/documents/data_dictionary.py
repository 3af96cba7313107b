"""Data dictionary: docs/dictionary.md, every table, view and column of a warehouse with type, unit, key, source and meaning.

Belongs here: writing down what the warehouse's own comments and catalogue, sql/tables.toml and the lineage say.
Does not belong here: any meaning itself: comments stand in sql/ and findings, keys in sql/tables.toml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

from pipelines.outputs.documents.markdown import Markdown, table
from pipelines.queries import Warehouse, tables
from pipelines.warehouse import LABELLED, QUESTIONS, label, meanings, questions
from pipelines.warehouse.models import models

NAME = "dictionary.md"
_SCHEMAS = {
    "star": "星型库：事实与维，回答问题用 / Facts and dimensions: what answers are made of.",
    "questions": f"提问：现成的答案，每个视图另有中文列名的一份（{LABELLED}）/ Answers ready made; each view stands in {LABELLED} too, with the Chinese labels as names.",
    "checks": "勾稽：每个恒等式在每份报告上的结论及其依据 / Identities judged on every report, and what they were judged on.",
    "findings": "发现：不符的原因与可疑之数 / Causes of what does not add up, and the numbers that are likely wrong.",
    "reading": "读取：印出的一切，连页码与位置 / All that was printed, with page and box.",
    "reference": "参照：分类、区划、法定表、勾稽关系目录 / Classifications, regions, forms, the catalogue of identities.",
    "stored": "存放：大表在文件中的样子，请问以其为底的视图 / Storage: how large tables lie in the file; ask the views made of them.",
    "raw": "原始文件 / The files below raw/.",
}
_UNITS = (("_yuan", "元"), ("_percent", "％"))
_HEAD = """# 数据字典 · Data dictionary

Every table, view and column of warehouse/final_accounts.duckdb, written from its own comments by `make docs`; a test keeps it complete and current.

- Amounts are in 元, DECIMAL, exact; `half_step_yuan` is half a unit of the last printed decimal. Shares and growth are in percent (％).
- `report_id`, `unit_key`, `function_key`, `economic_key`, `amount_id` and `claim_id` mean the same in every table; where one points to is said below.
- An `amount_id` leads to `reading.amount` (or, where `origin` is prose, to `reading.claim`) and so to page and box.
- 标签 is the column's name in schema `提问`.
"""


@dataclass(frozen=True, slots=True)
class _Column:
    """One column as the catalogue has it."""

    table: str
    name: str
    kind: str
    comment: str


def document(warehouse: Warehouse) -> str:
    """docs/dictionary.md of a warehouse."""
    comments = _comments(warehouse.connection)
    columns = {table: tuple(found) for table, found in groupby(_columns(warehouse.connection), key=lambda c: c.table)}
    parts = [_HEAD, _contents(comments), *_identities(warehouse)]
    for schema, said in _SCHEMAS.items():
        zh, _, en = said.partition(" / ")
        parts.append(f"## {schema}\n\n{zh}\n\n{en}\n")
        parts += [
            _section(warehouse.places.sql, t, comments[t], columns[t]) for t in comments if t.startswith(f"{schema}.")
        ]
    return "\n".join(parts)


def _comments(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Table or view → its comment, in the order of the names; those with Chinese names repeat the questions."""
    return dict(
        connection.execute(
            "select schema_name || '.' || table_name, comment from duckdb_tables() where not internal"
            " union all select schema_name || '.' || view_name, comment from duckdb_views() where not internal and schema_name != ?"
            " order by all",
            [LABELLED],
        ).fetchall()
    )


def _columns(connection: duckdb.DuckDBPyConnection) -> Iterator[_Column]:
    found = connection.execute(
        "select schema_name || '.' || table_name, column_name, data_type, comment from duckdb_columns()"
        " where not internal order by 1, column_index"
    ).fetchall()
    return (_Column(*row) for row in found)


def _contents(comments: dict[str, str]) -> str:
    lines = [
        f"- [{schema}](#{schema}): " + " · ".join(_link(t) for t in comments if t.startswith(f"{schema}."))
        for schema in _SCHEMAS
    ]
    return "\n".join(lines) + "\n"


def _link(table: str) -> str:
    return f"[{table.split('.')[1]}](#{table.replace('.', '')})"


def _identities(warehouse: Warehouse) -> Iterator[str]:
    """The forms and the identities that need each."""
    of_forms = warehouse.ask("dictionary/identities_of_forms").fetchall()
    [counted] = warehouse.rows("dictionary/families")
    yield "## 法定表与勾稽关系 · Forms and identities\n"
    yield f"{counted['families']}. What each says: [identities.md](identities.md); the form an identity needs to be judged:\n"
    yield table(("form", "表", "勾稽关系"), [list(map(Markdown, row)) for row in of_forms]) + "\n"


def _section(sql: Path, name: str, comment: str, columns: tuple[_Column, ...]) -> str:
    """The section of one table or view."""
    zh, _, en = comment.partition(" / ")
    facts = "\n".join(f"- {fact}" for fact in _facts(sql, name))
    labelled = name.startswith(f"{QUESTIONS}.")
    heads = ("column", "标签", "type", "unit", "meaning") if labelled else ("column", "type", "unit", "meaning")
    lines = table(heads, [list(map(Markdown, _cells(column, labelled))) for column in columns])
    return f"### {name}\n\n{zh}\n\n{en}\n\n{facts}\n\n{lines}\n"


def _facts(sql: Path, name: str) -> Iterator[str]:
    """Name in Chinese, key, references and sources of a table."""
    meaning = meanings(sql).get(name, {})
    model = next((m for m in (*models(sql), *questions(sql)) if m.table == name), None)
    if model and model.schema == QUESTIONS:
        yield f"中文 · Chinese: `{LABELLED}.{model.title}`"
    if key := meaning.get("key") or meaning.get("apart"):
        yield f"主键 · key: {', '.join(f'`{name}`' for name in key)}"
    if references := meaning.get("references"):
        yield "引用 · references: " + ", ".join(f"`{c}` → {t}" for c, t in references.items())
    if sources := tables(sql, "findings") if name.startswith("findings.") else model.reads if model else ():
        yield f"来源 · made from: {', '.join(sources)}"


def _cells(column: _Column, labelled: bool) -> Iterator[str]:
    zh, meaning = (label(column.comment), column.comment.partition(" / ")[2]) if labelled else ("", column.comment)
    yield f"`{column.name}`"
    if labelled:
        yield zh
    yield column.kind
    yield next((unit for end, unit in _UNITS if column.name.endswith(end)), "")
    yield meaning
