"""Closing: the lines a run ends with.

Belongs here: reports by status, what is held, numbers explained, outcomes by tier, findings, told of a published warehouse.
Does not belong here: the run (run). A long list is cut, and the line that cuts it names the table that has it whole.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from pipelines.findings.sentences import one_line
from pipelines.warehouse import build

TIERS = ("exact", "rounding", "improbable", "violation", "not_evaluable")
SHOWN = 40
"""Lines of a list."""
_STATUSES = "select status, count(*) from reading.report group by status order by status"
_HELD = """
select if(status = 'registered', 'registered', 'quarantine'), report.file, page, reason
from reading.quarantine join reading.report on report.report_id = quarantine.sha256
union all
select 'doubt', file, page, reason from reading.doubt
order by all
"""
_NUMBERS = (
    "select count(*) filter (value is not null), count(*) filter (is_held and value is not null) from reading.amount"
)
_EXPLAINED = "select file, token_count, explained_share from star.dim_report order by explained_share nulls first, file"
_TWICE = "select count(*), count(*) filter (outcome != 'same') from reading.opinion"
_TIERS = "select outcome, count(*) from checks.outcome group by outcome"
_FOUND = """
select if(is_waived, 'waived', 'finding'), severity, fiscal_year, unit_name, sentence_zh, waiver
from findings.finding join star.dim_unit using (unit_key)
order by fiscal_year, unit_name, list_position(['fatal', 'error', 'warning', 'info'], severity), page, finding_id
"""


def summary(database: Path) -> Iterator[str]:
    """The closing lines of a run: reports by status, what is held, findings, where the warehouse lies."""
    with build.connect(database) as connection:
        statuses = connection.execute(_STATUSES).fetchall()
        yield "Reports: " + (", ".join(f"{count} {status}" for status, count in statuses) or "none found")
        yield from _cut(connection, _HELD, _held_line, "reading.quarantine and reading.doubt")
        printed, held = connection.execute(_NUMBERS).fetchone()
        yield f"Amounts: {printed} printed numbers with page and box, {held} of them held"
        yield from _cut(connection, _EXPLAINED, _explained_line, "star.dim_report")
        twice, unlike = connection.execute(_TWICE).fetchone()
        yield f"Second opinion: {twice} pages read again by the other reader, {unlike} of them not seen alike"
        tiers = dict(connection.execute(_TIERS).fetchall())
        yield "Outcomes: " + ", ".join(f"{tiers.get(tier, 0)} {tier}" for tier in TIERS)
        yield from found_lines(connection)
        yield f"Warehouse: {database}"


def found_lines(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """One line a finding, the gravest of each unit first; what a person has set aside says so."""
    return _cut(connection, _FOUND, _finding_line, "findings.finding")


def _cut(connection: duckdb.DuckDBPyConnection, sql: str, line: Callable[..., str], table: str) -> Iterator[str]:
    rows = connection.execute(sql).fetchall()
    for row in rows[:SHOWN]:
        yield one_line(line(*row))
    if len(rows) > SHOWN:
        yield f"  … and {len(rows) - SHOWN} more in {table}"


def _held_line(kind: str, file: str, page: int | None, reason: str) -> str:
    return f"  {kind}: {file}{f' page {page}' if page else ''}: {reason}"


def _explained_line(file: str, numbers: int, share: float | None) -> str:
    return f"  {file}: {numbers} numbers, {share or 0:.1%} explained"


def _finding_line(kind: str, severity: str, year: int, unit: str, sentence: str, waiver: str | None) -> str:
    return f"  {kind} ({severity}): {year} {unit} {sentence}{f' 搁置：{waiver}' if waiver else ''}"
