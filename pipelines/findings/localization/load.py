"""Load: the rows of reports in a filled warehouse → their stories with the likely wrong amounts.

Belongs here: reading checks.* and reading.*. Does not belong here: any reasoning (suspects, search).
Nothing is written: suspects are never applied to data.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pipelines.findings.localization.constraint_system import System
from pipelines.findings.localization.constraints import PROSE, Demand, Key, Printed, Quotient, Term, sum_demands
from pipelines.findings.localization.story import Story, Violation
from pipelines.findings.localization.suspects import stories
from pipelines.queries import Row, Warehouse

_AT_ONCE = 100
"""Reports whose rows are held in memory together."""


def reports_with_violations(warehouse: Warehouse) -> list[str]:
    """List the reports that have a story, in order."""
    return [row["report_id"] for row in warehouse.rows("findings/violated_reports")]


def stories_of(warehouse: Warehouse, report_ids: Sequence[str]) -> Iterator[Story]:
    """Yield the stories of reports of a filled warehouse: their violations, with the sets that explain them."""
    for start in range(0, len(report_ids), _AT_ONCE):
        some = list(report_ids[start : start + _AT_ONCE])
        violations = _by_report(warehouse.rows("findings/violations", reports=some))
        for system in systems_of(warehouse, sorted(violations)):
            yield from stories(system, [Violation(**row) for row in violations[system.report_id]])


def systems_of(warehouse: Warehouse, report_ids: Sequence[str]) -> Iterator[System]:
    """Yield the demands of each report on its printed amounts: its evaluable sums and quotients.

    Where a violation names amounts of other reports, with what those demand of themselves.
    """
    beside = _by_report(warehouse.rows("findings/neighbours", reports=list(report_ids)))
    others = {report: [row["other_id"] for row in found] for report, found in beside.items()}
    reports = sorted({*report_ids, *(other for found in others.values() for other in found)})
    terms = _by_report(warehouse.rows("findings/terms", reports=reports))
    ratios = _by_report(warehouse.rows("findings/quotients", reports=reports))
    used = {report: _amount_ids(terms.get(report, ()), ratios.get(report, ())) for report in reports}
    found = warehouse.rows("findings/printed", reports=reports, ids=sorted(set().union(*used.values())), prose=PROSE)
    printed = {row["amount_id"]: Printed(**row) for row in found}
    own: dict[str, dict[str, Printed]] = {}
    for amount, one in printed.items():
        own.setdefault(one.report_id, {})[amount] = one
    norms = _by_report(warehouse.rows("findings/norms", reports=list(report_ids)))
    for report_id in report_ids:
        seen = own.get(report_id, {}) | {amount: printed[amount] for amount in used[report_id] & printed.keys()}
        alone = _system(report_id, terms.get(report_id, ()), ratios.get(report_id, ()), seen)
        fellows = [
            _system(other, terms.get(other, ()), ratios.get(other, ()), own.get(other, {}), is_beside=True)
            for other in others.get(report_id, ())
        ]
        yield _joined(
            replace(alone, norms=_norms(norms.get(report_id, ()))), [fellow for fellow in fellows if fellow.members]
        )


def _joined(alone: System, fellows: Sequence[System]) -> System:
    """Put what the reports beside one demand of themselves to its own demands."""
    return replace(
        alone,
        printed={amount: one for system in (*fellows, alone) for amount, one in system.printed.items()},
        sums=tuple(demand for system in (alone, *fellows) for demand in system.sums),
        quotients=tuple(quotient for system in (alone, *fellows) for quotient in system.quotients),
        beside=frozenset(fellow.report_id for fellow in fellows),
        foreign=frozenset(key for fellow in fellows for key in fellow.members),
    )


def _by_report(found: Iterable[Row]) -> dict[str, list[Row]]:
    """Group rows by their column report_id, without it."""
    groups: dict[str, list[Row]] = {}
    for row in found:
        groups.setdefault(row.pop("report_id"), []).append(row)
    return groups


def _amount_ids(terms: Iterable[Row], ratios: Iterable[Row]) -> set[str]:
    """Return the ids of the amounts in the terms and quotients of a report."""
    return {row["amount_id"] for row in terms if row["amount_id"]} | {a for row in ratios for a in row["amount_ids"]}


def _system(
    report_id: str, terms: Sequence[Row], ratios: Sequence[Row], printed: Mapping[str, Printed], is_beside: bool = False
) -> System:
    """Put the demands of a report together, without instances that hold a flag.

    A 0 or 1 that stands beside an amount, or for structure, is a flag and no number to change. is_beside: of a report
    beside the one explained: without instances that name amounts of others (not in `printed`), and under its name.
    """
    flags = {_key(row) for row in terms if _is_flag(row, printed)}
    summands = [_term(row, printed) for row in terms if _key(row) not in flags]
    quotients = [_quotient(row, printed) for row in ratios if all(amount in printed for amount in row["amount_ids"])]
    if is_beside:
        summands = [replace(one, instance=f"{report_id}/{one.instance}") for one in summands]
        quotients = [replace(one, instance=f"{report_id}/{one.instance}") for one in quotients]
    return System(report_id=report_id, printed=printed, sums=tuple(sum_demands(summands)), quotients=tuple(quotients))


def _norms(rows: Iterable[Row]) -> tuple[Demand, ...]:
    """Return what broken norms demand, a demand for each; none of their terms is a blank."""
    return tuple(sum_demands(_term(row, {}) for row in rows))


def _key(row: Row) -> Key:
    return row["identity_id"], row["instance"]


def _is_flag(term: Row, printed: Mapping[str, Printed]) -> bool:
    if term["amount_id"] is None:
        return term["is_structure"]
    return not _says(printed.get(term["amount_id"]), term["value_yuan"])


def _says(one: Printed | None, value: Decimal | None) -> bool:
    """Whether a term is the printed number, or the blank, itself, which says nothing or 0; None is a word without a number."""
    if one is None:
        return False
    return not value if one.is_blank else value == one.value


def _term(row: Row, printed: Mapping[str, Printed]) -> Term:
    """Make a term of its row; a blank has the half of a number printed in its place."""
    one = printed.get(row["amount_id"])
    is_blank = row["amount_id"] and (row["value_yuan"] is None or (one is not None and one.is_blank))
    return Term(
        identity_id=row["identity_id"],
        instance=row["instance"],
        relation=row["relation"],
        side=row["side"],
        weight=row["weight"],
        amount_id=row["amount_id"],
        value=None if is_blank else row["value_yuan"],
        half=printed[row["amount_id"]].half if is_blank else row["half_step_yuan"],
    )


def _quotient(row: Row, printed: Mapping[str, Printed]) -> Quotient:
    """Make a quotient of its row; checks.ratio lists its amounts: stated, part, whole."""
    row = dict(row)
    stated_id, part_id, whole_id = row.pop("amount_ids")
    value, change, turn = printed[whole_id].value, printed[part_id].value, row.pop("turn")
    whole_of = _whole(row["whole"], value, change, whole_id, part_id)
    if turn and not change:  # 增加0万元: the value and what a change of nothing leads back to are one number
        whole_of = ((whole_id, 1), (part_id, turn))
    part_of = _part(row, {1: change - value, -1: value - change}, printed[part_id], whole_id, part_id)
    return Quotient(stated_id=stated_id, part_of=part_of, whole_of=whole_of, **row)


def _part(
    row: Row, ways: dict[int, Decimal], part: Printed, whole_id: str, part_id: str
) -> tuple[tuple[str, int], ...]:
    """Tell how the part is made: the amount itself, or how it differs from the base that is printed (±(value − base))."""
    if (row["part"], row["part_half"]) != (part.value, part.half):
        for weight, value in ways.items():
            if value == row["part"]:
                return (part_id, weight), (whole_id, -weight)
    return ((part_id, 1),)


def _whole(whole: Decimal, value: Decimal, change: Decimal, whole_id: str, part_id: str) -> tuple[tuple[str, int], ...]:
    """Tell how the whole is made: the amount itself, or the base a change leads back to (value ∓ change).

    A growth has the change for its part; a completion the value, and then the whole is the part less the change.
    """
    ways = {
        ((whole_id, 1),): value,
        ((whole_id, 1), (part_id, -1)): value - change,
        ((whole_id, 1), (part_id, 1)): value + change,
        ((part_id, 1), (whole_id, -1)): change - value,
    }
    for way, made in ways.items():
        if made == whole:
            return way
    raise ValueError(f"the whole {whole} is neither {whole_id} nor {whole_id} ∓ {part_id}")
