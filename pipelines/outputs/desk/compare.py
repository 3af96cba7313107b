"""Compare: units side by side, or one unit over its years: by function, three public expenses, running costs, per one.

Belongs here: which reports stand side by side, their charts on one scale each. Does not belong here: the geometry of bars
(evidence.bars), the charts of one report (evidence.charts), markup (templates).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipelines.outputs.evidence.bars import Chart, chart
from pipelines.queries import Row, Warehouse
from pipelines.vocabulary import Bilingual, word

MOST = 6
"""Reports side by side: as many fills a chart has."""
LISTED = 40
"""Units that are offered to be chosen."""
_Amounts = dict[Bilingual, dict[Bilingual, Decimal | None]]


@dataclass(frozen=True, slots=True)
class Member:
    """A report that is compared: unit, name, year, and what it is called in the charts."""

    key: str
    name: str
    year: int
    called: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is compared: units to choose from, years there are, the reports, charts, rows of growth, of costs per one and per head."""

    offered: tuple[Row, ...]
    years: tuple[int, ...]
    members: tuple[Member, ...]
    charts: tuple[Chart, ...]
    scopes: tuple[tuple[Member, Bilingual], ...]
    growth: tuple[tuple[Member, Row], ...]
    per_one: tuple[tuple[Member, Row], ...]
    per_head: tuple[tuple[Member, Row], ...]


def compare(warehouse: Warehouse, keys: Sequence[str], name: str, year: int | None) -> Comparison:
    """Compare units by their keys in a year, or the latest year of each; one unit alone, without a year, over all its years."""
    offered = warehouse.rows("desk/units", part=name, keys=list(keys), most=LISTED)
    chosen = sorted((row for row in offered if row["is_chosen"]), key=lambda row: keys.index(row["unit_key"]))
    members = tuple(_members(chosen, year))[:MOST]
    spent = {one: _of_year(warehouse.rows("book/spending", unit=one.key), one) for one in members}
    return Comparison(
        offered=tuple(offered),
        years=tuple(sorted({one for row in chosen for one in row["years"]}, reverse=True)),
        members=members,
        charts=tuple(_charts(warehouse, members, spent)),
        scopes=tuple((one, word("scope", rows[0]["scope"])) for one, rows in spent.items() if rows),
        growth=_rows(warehouse, "desk/running", members),
        per_one=_rows(warehouse, "desk/per_one", members),
        per_head=_rows(warehouse, "desk/per_head", members),
    )


def _members(chosen: Sequence[Row], year: int | None) -> Iterator[Member]:
    for row in chosen:
        years: list[int] = sorted(row["years"])
        latest = years if len(chosen) == 1 else years[-1:]
        for one in [one for one in years if one == year] if year else latest:
            alone = (f"{one}", f"{one}")
            named = (f"{row['unit_name']} {one}", f"{row['unit_name']} {one}")
            yield Member(row["unit_key"], row["unit_name"], one, alone if len(chosen) == 1 else named)


def _charts(
    warehouse: Warehouse, members: Sequence[Member], spent: dict[Member, list[Row]]
) -> Iterator[Chart]:  # fmt: skip
    """Spending by 类 and in total, three public expenses, running costs: those that some report has."""
    public = {one: _of_year(warehouse.rows("book/budgets", unit=one.key), one) for one in members}
    for title, items in (
        (("支出合计", "Spending in total"), _totals(spent)),
        (("支出按类", "Spending by class"), _by_class(spent)),
        (("“三公”经费决算", "Three public expenses: final"), _public(public)),
        (("机关运行经费", "Running costs"), _running(warehouse, members)),
    ):
        if drawn := chart(title, items, [one.called for one in members]):
            yield drawn


def _totals(spent: dict[Member, list[Row]]) -> _Amounts:
    sums = {one.called: sum((row["yuan"] for row in rows), Decimal(0)) for one, rows in spent.items() if rows}
    return {("支出合计", "in total"): dict(sums)}


def _by_class(spent: dict[Member, list[Row]]) -> _Amounts:
    items: _Amounts = {}
    ordered = sorted(
        ((row["class_code"], row["class_name"] or "", one, row["yuan"]) for one, rows in spent.items() for row in rows),
        key=lambda found: found[:2],
    )
    for code, named, one, yuan in ordered:
        items.setdefault((named, f"{code} {named}"), {})[one.called] = yuan
    return items


def _public(public: dict[Member, list[Row]]) -> _Amounts:
    items: _Amounts = {}
    for one, rows in public.items():
        for row in rows:
            if row["kind"] == "public" and row["phase"] == "final":
                items.setdefault(word("public", row["item"]), {})[one.called] = row["yuan"]
    return items


def _running(warehouse: Warehouse, members: Sequence[Member]) -> _Amounts:
    found = {one.called: row["running_yuan"] for one, row in _rows(warehouse, "desk/running", members)}
    return {("机关运行经费", "running costs"): dict(found)}


def _rows(warehouse: Warehouse, query: str, members: Sequence[Member]) -> tuple[tuple[Member, Row], ...]:
    """The rows of a SELECT by unit that are of the reports compared."""
    return tuple((one, row) for one in members for row in _of_year(warehouse.rows(query, unit=one.key), one))


def _of_year(rows: Sequence[Row], one: Member) -> list[Row]:
    return [row for row in rows if row["fiscal_year"] == one.year]
