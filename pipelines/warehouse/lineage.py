"""Lineage: the tables that a model's macros and variables read, so that it is made after them.

Belongs here: what is no SELECT. Does not belong here: the tables a SELECT reads (queries), the order of the models (models).
"""

import re

import duckdb

from pipelines.queries import tables_read

_MACRO = re.compile(
    r"^create or replace macro \w+\([\w, ]*\) as(?P<table> table)?\s(?P<body>.+)", re.DOTALL | re.MULTILINE
)
_VARIABLE = re.compile(r"^set variable \w+ = (?P<body>.+)", re.DOTALL | re.MULTILINE)


def tables_read_by(prelude: str) -> tuple[str, ...]:
    """The tables that macros and variables read, schema.name, ordered.

    Raises ValueError at a statement that is neither, as nobody would know what it reads.
    """
    selects = [_select(statement.query) for statement in duckdb.extract_statements(prelude)]
    return tuple(sorted({table for select in selects for table in tables_read(select)}))


def _select(statement: str) -> str:
    """The body of `create or replace macro …` or `set variable …` as a SELECT."""
    if macro := _MACRO.search(statement):
        return macro["body"] if macro["table"] else f"select {macro['body']}"
    if variable := _VARIABLE.search(statement):
        return f"select {variable['body']}"
    raise ValueError(f"a prelude holds macros and variables alone, not: {statement[:200]}")
