"""Models: the SQL files of sql/, what each makes (a table, or a view that answers a question), and in which order.

Belongs here: finding files, reading their head comments, the order that their lineage asks for.
Does not belong here: running them (creation).
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from pipelines.queries import tables_read
from pipelines.warehouse.heads import table_head
from pipelines.warehouse.lineage import tables_read_by

SCHEMAS = ("reference", "reading", "star", "checks")
QUESTIONS = "questions"
"""The schema of the views that answer what people ask of the reports (sql/questions)."""
TERMS, RATIOS = ".sql", ".ratio.sql"
"""How the files of an identity end: its terms (sums and counts), its quotients."""
_IDENTITIES, _MACROS = "identities", "macros"
"""Folders below a schema's whose files are no models of their own."""
_PLACEHOLDERS = {"-- (the identities' terms)": TERMS, "-- (the identities' ratios)": RATIOS}
"""Placeholder comment of a kernel's SELECT, replaced by each identity's SELECT; the table is their union."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One table or view: schema and name (the file's path), its SELECTs, descriptions and the tables it reads.

    selects: one for most; one an identity for the identities' tables, run one after the other, so that memory does not
    grow with their number; identities: the identity of each of these. prelude: macros the SELECTs use (<name>.*.sql beside it or in macros/ beside it).
    """

    schema: str
    name: str
    selects: tuple[str, ...]
    description: str
    columns: dict[str, str]
    reads: tuple[str, ...]
    prelude: str
    identities: tuple[str, ...]

    @property
    def table(self) -> str:
        """schema.name"""
        return f"{self.schema}.{self.name}"

    @property
    def title(self) -> str:
        """What the model is called in Chinese: its description up to the first colon."""
        return label(self.description).partition("：")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A table of the published file alone (schema `stored`): its name, description, comments of columns, SELECT, and how its rows are sorted where not by report."""

    table: str
    description: str
    columns: dict[str, str]
    select: str
    order: str


def label(comment: str) -> str:
    """The Chinese part of a comment in two languages, which stands before " / "."""
    return comment.partition(" / ")[0]


@cache
def questions(sql: Path) -> tuple[Model, ...]:
    """The views of a folder sql/ that answer questions; they read the published tables and never one another."""
    return tuple(_load(sql, QUESTIONS))


@cache
def models(sql: Path) -> tuple[Model, ...]:
    """All models of a folder sql/ that are tables, each after those it reads."""
    found = {m.table: m for schema in SCHEMAS for m in _load(sql, schema)}
    order = TopologicalSorter({m.table: [r for r in m.reads if r in found] for m in found.values()})
    return tuple(found[table] for table in order.static_order())


def model(sql: Path, table: str) -> Model:
    """The model of a table, schema.name; raises StopIteration where there is none."""
    return next(one for one in models(sql) if one.table == table)


def reference_files(sql: Path) -> dict[str, Path]:
    """Tables that are loaded as they are: reference.<name> → its file sql/reference/<name>.csv."""
    return {f"reference.{path.stem}": path for path in sorted((sql / "reference").glob("*.csv"))}


def identity_files(sql: Path, ending: str) -> dict[str, Path]:
    """Identity id → its file with this ending (TERMS, RATIOS), from sql/checks/identities/<suite>/, in order of ids."""
    files = sorted((sql / "checks" / _IDENTITIES).glob("*/*.sql"), key=lambda path: path.name)
    return {path.name.partition(".")[0]: path for path in files if path.name == path.name.partition(".")[0] + ending}


def _load(sql: Path, schema: str) -> Iterator[Model]:
    for path in _files(sql / schema):
        text = path.read_text(encoding="utf-8")
        selects = tuple(_selects(sql, text))
        description, columns = table_head(text)
        prelude = "\n".join(macros.read_text(encoding="utf-8") for macros in _macros(path))
        reads = {table for select in selects for table in tables_read(select)}.union(tables_read_by(prelude))
        yield Model(
            schema=schema, name=path.stem, selects=selects, description=description, columns=columns,
            reads=tuple(sorted(reads)), prelude=prelude, identities=tuple(_identities(sql, text)),
        )  # fmt: skip


def _files(folder: Path) -> list[Path]:
    """The files of a schema's models, in whichever folder, ordered by name."""
    files = (path for path in folder.rglob("*.sql") if "." not in path.stem)
    return sorted(
        (path for path in files if _IDENTITIES not in path.relative_to(folder).parts), key=lambda path: path.stem
    )


def _macros(path: Path) -> list[Path]:
    """The files of the macros of a model, in order of their names: a macro may use those before it."""
    beside = (path.parent, path.parent / _MACROS)
    return sorted(found for folder in beside for found in folder.glob(f"{path.stem}.*.sql"))


def _selects(sql: Path, text: str) -> Iterator[str]:
    """The SELECT of a file, or one an identity where the file has a place for theirs."""
    for mark, ending in _PLACEHOLDERS.items():
        if mark in text:
            for key, path in identity_files(sql, ending).items():
                part = path.read_text(encoding="utf-8")
                yield text.replace(mark, f"(select '{key}' as identity_id, * from (\n{part}\n))")
            return
    yield text


def _identities(sql: Path, text: str) -> Iterator[str]:
    """The identities of the SELECTs of a file that has a place for theirs, in the order of _selects."""
    for mark, ending in _PLACEHOLDERS.items():
        if mark in text:
            yield from identity_files(sql, ending)
            return


@cache
def meanings(sql: Path) -> dict[str, dict]:
    """Table → key, references, fiscal and constant of sql/tables.toml."""
    return tomllib.loads((sql / "tables.toml").read_text(encoding="utf-8"))
