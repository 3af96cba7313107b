"""Locating: the rows of one report in a filled warehouse → its stories with the likely wrong amounts.

Belongs here: reading checks.* and reading.*, the rim of suspects. Does not belong here: any reasoning (suspects, causes).
Nothing is written: suspects are never applied to data.
"""

from collections.abc import Iterable
from decimal import Decimal

import duckdb

from pipelines.demands import PROSE, Printed, Quotient, System, Term, summed
from pipelines.suspects import Story, Violation, stories

_TERMS = """
select term.identity_id, term.instance, residual.relation, term.side, term.weight, term.amount_id, term.value_yuan,
    term.half_ulp_yuan, identity.tolerance = 'INT' as is_structure
from checks.term
join checks.residual using (identity_id, report_id, instance)
join reference.identity using (identity_id)
where term.report_id = $report and residual.reason is null
"""
_QUOTIENTS = """
select ratio.identity_id, ratio.instance, ratio.factor, ratio.amount_ids, ratio.stated, ratio.stated_half, ratio.part,
    ratio.part_half, ratio.whole, ratio.whole_half
from checks.ratio
join checks.quotient using (identity_id, report_id, instance)
where ratio.report_id = $report and quotient.outcome != 'not_evaluable'
"""
_AMOUNTS = """
select amount_id, report_id, value_yuan, half_ulp_yuan, text, unit, decimals, form, panel, row, column_number,
    concat_ws(' ', form, row_label, heading),
    regexp_matches(concat_ws(' ', line, column_key), '(^| )(opening|closing)') as may_be_negative
from reading.amount
where value_yuan is not null and (report_id = $report or list_contains($ids, amount_id))
union all
select claim_id, report_id, coalesce(value_yuan, value)::decimal(24, 4),
    coalesce(half_ulp_yuan, [0.5, 0.05, 0.005, 0.0005, 0.00005, 0.000005, 0.0000005][decimals + 1])::decimal(24, 6),
    text, unit, decimals, $prose, section, coalesce(sentence, 0), split_part(claim_id, '-n', 2)::integer,
    concat_ws(' ', section, subject, label, role), false
from reading.claim
where value is not null and (report_id = $report or list_contains($ids, claim_id))
"""
_VIOLATIONS = """
select identity_id, instance, severity
from checks.outcome
join reference.identity using (identity_id)
where report_id = $report and outcome = 'violation'
"""


def stories_of(connection: duckdb.DuckDBPyConnection, report_id: str) -> list[Story]:
    """What a report of a filled warehouse tells: its violations in stories, each with the sets that explain it."""
    violations = [Violation(*row) for row in connection.execute(_VIOLATIONS, {"report": report_id}).fetchall()]
    return stories(system_of(connection, report_id), violations) if violations else []


def system_of(connection: duckdb.DuckDBPyConnection, report_id: str) -> System:
    """The demands of a report on its printed amounts: its evaluable sums and quotients."""
    rows = connection.execute(_TERMS, {"report": report_id}).fetchall()
    ratios = connection.execute(_QUOTIENTS, {"report": report_id}).fetchall()
    ids = sorted({row[5] for row in rows if row[5]} | {amount for row in ratios for amount in row[3]})
    known = {"report": report_id, "ids": ids, "prose": PROSE}
    printed = {row[0]: Printed(*row) for row in connection.execute(_AMOUNTS, known).fetchall()}
    flags = {row[:2] for row in rows if row[8] and (row[5] is None or not _says(printed, row[5], row[6]))}
    terms = [Term(*row[:8]) for row in rows if row[:2] not in flags]
    return System(report_id, printed, tuple(summed(terms)), tuple(_quotient(row, printed) for row in sorted(ratios)))


def _says(printed: dict[str, Printed], amount_id: str, value: Decimal | None) -> bool:
    """Whether a term of an identity of structure is the printed number itself and no flag beside it."""
    return amount_id in printed and printed[amount_id].value == value


def _quotient(row: tuple, printed: dict[str, Printed]) -> Quotient:
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


def reports_with_violations(connection: duckdb.DuckDBPyConnection) -> Iterable[str]:
    """The reports that have a story."""
    sql = "select distinct report_id from checks.outcome where outcome = 'violation' order by all"
    return [report_id for (report_id,) in connection.execute(sql).fetchall()]
