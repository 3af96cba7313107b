"""Locating: the rows of reports in a filled warehouse → their stories with the likely wrong amounts.

Belongs here: reading checks.* and reading.*, the rim of suspects. Does not belong here: any reasoning (suspects, search).
Nothing is written: suspects are never applied to data.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import duckdb

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import PROSE, Printed, Quotient, Term, summed
from pipelines.findings.localization.suspects import Story, Violation, stories
from pipelines.queries import query

_AT_ONCE = 100
"""Reports whose rows are held in memory together."""


def reports_with_violations(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The reports that have a story, in order."""
    return [report_id for (report_id,) in _rows(connection, "findings/violated_reports")]


def stories_of(connection: duckdb.DuckDBPyConnection, report_ids: Sequence[str]) -> Iterator[Story]:
    """What reports of a filled warehouse tell: their violations in stories, each with the sets that explain it."""
    for start in range(0, len(report_ids), _AT_ONCE):
        some = list(report_ids[start : start + _AT_ONCE])
        violations = _by_report(_rows(connection, "findings/violations", reports=some))
        for system in systems_of(connection, sorted(violations)):
            yield from stories(system, [Violation(*row) for row in violations[system.report_id]])


def systems_of(connection: duckdb.DuckDBPyConnection, report_ids: Sequence[str]) -> Iterator[System]:
    """The demands of each report on its printed amounts: its evaluable sums and quotients."""
    reports = list(report_ids)
    terms = _by_report(_rows(connection, "findings/terms", reports=reports))
    ratios = _by_report(_rows(connection, "findings/quotients", reports=reports))
    used = {report_id: _used(terms.get(report_id, ()), ratios.get(report_id, ())) for report_id in report_ids}
    ids = sorted(set().union(*used.values()))
    found = _rows(connection, "findings/printed", reports=reports, ids=ids, prose=PROSE)
    printed = {row[0]: Printed(*row) for row in found}
    own: dict[str, dict[str, Printed]] = {}
    for amount, one in printed.items():
        own.setdefault(one.report_id, {})[amount] = one
    for report_id in report_ids:
        seen = own.get(report_id, {}) | {amount: printed[amount] for amount in used[report_id] & printed.keys()}
        yield _system(report_id, terms.get(report_id, ()), ratios.get(report_id, ()), seen)


def _rows(connection: duckdb.DuckDBPyConnection, name: str, **values: object) -> list[tuple]:
    """The rows of a SELECT of sql/, each in the order of its columns."""
    return connection.execute(query(name), values).fetchall()


def _by_report(rows: Iterable[tuple]) -> dict[str, list[tuple]]:
    """Rows without their first column, by it."""
    groups: dict[str, list[tuple]] = {}
    for report_id, *row in rows:
        groups.setdefault(report_id, []).append(tuple(row))
    return groups


def _used(terms: Iterable[tuple], ratios: Iterable[tuple]) -> set[str]:
    return {row[5] for row in terms if row[5]} | {amount for row in ratios for amount in row[3]}


def _system(report_id: str, terms: Sequence[tuple], ratios: Sequence[tuple], printed: Mapping[str, Printed]) -> System:
    """Sums of printed numbers; a 0 or 1 that stands beside an amount, or for structure, is a flag and no number to change."""
    flags = {row[:2] for row in terms if (row[8] if row[5] is None else not _says(printed.get(row[5]), row[6]))}
    summands = [_term(row, printed) for row in terms if row[:2] not in flags]
    return System(report_id, printed, tuple(summed(summands)), tuple(_quotient(row, printed) for row in ratios))


def _says(one: Printed | None, value: Decimal | None) -> bool:
    """Whether a term is the printed number, or the blank, itself; None is a word without a number."""
    if one is None:
        return False
    return one.is_blank if value is None else value == one.value and not one.is_blank


def _term(row: tuple, printed: Mapping[str, Printed]) -> Term:
    """A term; a blank with the half of a number printed in its place."""
    term = Term(*row[:8])
    return term if term.value is not None or not term.amount_id else replace(term, half=printed[term.amount_id].half)


def _quotient(row: tuple, printed: Mapping[str, Printed]) -> Quotient:
    """A quotient with the amounts of its part and whole; checks.ratio lists them: stated, part, whole."""
    identity_id, instance, factor, amount_ids, stated, stated_half, part, part_half, whole, whole_half = row
    stated_id, part_id, whole_id = amount_ids
    value, change = printed[whole_id].value, printed[part_id].value
    whole_of = _first(whole, {0: value, -1: value - change, 1: value + change}, whole_id, part_id)
    return Quotient(
        identity_id, instance, factor, stated_id, stated, stated_half, ((part_id, 1),), part, part_half, whole_of, whole,
        whole_half,
    )  # fmt: skip


def _first(whole: Decimal, meant: dict[int, Decimal], whole_id: str, part_id: str) -> tuple[tuple[str, int], ...]:
    """How the whole is made: the amount itself, or the base a growth leads back to (value ∓ change)."""
    for weight, value in meant.items():
        if value == whole:
            return ((whole_id, 1), (part_id, weight)) if weight else ((whole_id, 1),)
    raise ValueError(f"the whole {whole} is neither {whole_id} nor {whole_id} ∓ {part_id}")
