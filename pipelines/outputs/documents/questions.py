"""Questions: those of sql/questions, each with one short query of sql/examples and its output, as a document.

Belongs here: running the examples, docs/questions.md. Does not belong here: the questions or the queries (sql/).
"""

from pathlib import Path

import duckdb

from pipelines.outputs.documents.markdown import Markdown, table
from pipelines.queries import Warehouse
from pipelines.warehouse import Model, label, questions

NAME = "questions.md"
_HEAD = """# 提问 · Questions

What people ask of final accounts, each a view of the warehouse; written by `make docs` from the sample reports in raw/, a test keeps it current.
Every view stands twice: `questions.<name>` with English column names, and `提问.<标题>` with the Chinese ones, which need no quotes:

```sql
select 单位, 年度, 机关运行经费（元）, 增减幅度（％） from 提问.机关运行经费;
```

Amounts are in 元. What a column means is its comment (`select column_name, comment from duckdb_columns() where schema_name = 'questions'`),
and stands in [the dictionary](dictionary.md). `page` and `file` lead to the printed page, `address` to the figure on [the desk](desk.md). `make sql` opens the warehouse in a terminal.
No view sorts its rows, which takes as long as all the rest: `order by` what you need.

A new question is one SELECT in sql/questions (its head: `-- 标题：一句话 / Title: a sentence`, `-- column: 标签 / meaning`), one short query of the
same name in sql/examples and a test of its values in tests/warehouse/test_questions.py; then `make docs`.
"""


def document(warehouse: Warehouse) -> str:
    """docs/questions.md from a warehouse: each question with its meaning, a query and the query's output."""
    asked = questions(warehouse.places.sql)
    listed = "\n".join(f"- [{model.title}](#{model.name}) `questions.{model.name}`" for model in asked)
    return "\n".join([_HEAD, listed + "\n", *(_question(warehouse, model) for model in asked)])


def example(sql: Path, model: Model) -> str:
    """The example query of a question; raises FileNotFoundError where sql/examples has none."""
    return (sql / "examples" / f"{model.name}.sql").read_text(encoding="utf-8").strip()


def _question(warehouse: Warehouse, model: Model) -> str:
    zh, _, en = model.description.partition(" / ")
    title, _, meaning = en.partition(": ")
    sql = example(warehouse.places.sql, model)
    output = _table(warehouse.connection.sql(sql), model)
    return (
        f'<a id="{model.name}"></a>\n\n## {model.title} · {title}\n\n'
        f"{zh.partition('：')[2]}。 {meaning}\n\n```sql\n{sql};\n```\n\n{output}\n"
    )


def _table(found: duckdb.DuckDBPyRelation, model: Model) -> str:
    """Rows over our own samples, the Chinese label of a column over its name."""
    header = [Markdown(f"{label(model.columns[name])}<br>{name}") for name in found.columns]
    return table(header, [[Markdown("" if value is None else value) for value in row] for row in found.fetchall()])
